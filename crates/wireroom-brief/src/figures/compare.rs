//! Whether two figures count the same thing, and how their values stand to each other.
//! A conflict needs two known origins, sentences that say the same but for the number, and times that agree;
//! anything less is `unclear`, and a count of casualties that grows with time is `updated`.

use super::Held;
use super::terms::Bound;
use crate::brief::Verdict;
use crate::pool::{Line, Pool, seconds, shared};
use wireroom_model::{Precision, When};

/// Share of the shorter sentence's words, numbers aside, that makes two sentences tell of one thing, and the share
/// that makes them one sentence but for the number. Looser ones gave false conflicts on a day of real news.
const SAME_THING: f64 = 0.5;
const SAME_SENTENCE: f64 = 0.7;
/// A toll does not grow by more than this within one story's articles; a larger one counts something else.
const SAME_TOLL: f64 = 3.0;
const MIN_SHARED: usize = 3;
/// Values this near are one value rounded.
const ROUNDED: f64 = 0.02;
/// "About 40" may be this far off.
const NEAR: f64 = 0.15;
/// A sentence about a day longer ago than this tells of another event than the story's.
const STALE_SECONDS: i64 = 21 * DAY_SECONDS;
const DAY_SECONDS: i64 = 86_400;
/// Counts printed within this time of each other are of one time.
const ONE_TIME_SECONDS: i64 = 3_600;

/// Whether two figures of one kind may be set side by side. Equal values need sentences that tell of one thing;
/// different ones need sentences that say the same but for the number, or to be the first toll that each family gives.
pub(super) fn one_thing(pool: &Pool<'_>, a: &Held, b: &Held) -> bool {
    let (Some(x), Some(y)) = (pool.lines.get(a.line), pool.lines.get(b.line)) else { return false };
    if a.read.what != b.read.what {
        return false;
    }
    if a.read.moves && b.read.moves && a.first_toll && b.first_toll && !is_stale(a) && !is_stale(b) {
        let (low, high) = (a.read.low.min(b.read.low), a.read.low.max(b.read.low));
        return high <= low * SAME_TOLL || agree(a, b);
    }
    if agree(a, b) { tell_of_one(x, y) } else { say_the_same(x, y) }
}

/// The figure's sentence tells of another time than its article.
fn is_stale(held: &Held) -> bool {
    let Some(published) = held.published else { return false };
    held.dates.iter().flatten().any(|date| seconds(*date, published) > STALE_SECONDS)
}

/// Words in common, the shorter sentence's and the longer's, numbers aside.
fn overlap(a: &Line, b: &Line) -> (usize, usize, usize) {
    let words = |line: &Line| -> Vec<u64> {
        line.content.iter().copied().filter(|word| line.numbers.binary_search(word).is_err()).collect()
    };
    let (x, y) = (words(a), words(b));
    (shared(&x, &y), x.len().min(y.len()), x.len().max(y.len()))
}

fn tell_of_one(a: &Line, b: &Line) -> bool {
    let (common, shorter, _) = overlap(a, b);
    common >= MIN_SHARED && common as f64 >= SAME_THING * shorter as f64
}

fn say_the_same(a: &Line, b: &Line) -> bool {
    let (common, shorter, longer) = overlap(a, b);
    common > MIN_SHARED
        && common as f64 >= SAME_SENTENCE * shorter as f64
        && common as f64 >= SAME_THING * longer as f64
}

/// The verdict on figures of one thing from two texts or more: the gravest of its pairs.
pub(super) fn verdict(pool: &Pool<'_>, group: &[Held]) -> Verdict {
    let mut worst = Verdict::Same;
    // What each family says first, which is what it says loudest; oldest source first.
    let mut heard: Vec<&Held> = Vec::new();
    for held in group {
        if heard.iter().all(|h| h.text != held.text) {
            heard.push(held);
        }
    }
    let Some((first, others)) = heard.split_first() else { return Verdict::Single };
    let mut before = *first;
    for next in others {
        let pair = pair(pool, before, next);
        if gravity(pair) > gravity(worst) {
            worst = pair;
        }
        before = next;
    }
    worst
}

const fn gravity(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Single | Verdict::Same => 0,
        Verdict::Updated => 1,
        Verdict::Unclear => 2,
        Verdict::Conflict => 3,
    }
}

fn pair(pool: &Pool<'_>, a: &Held, b: &Held) -> Verdict {
    if agree(a, b) {
        return Verdict::Same;
    }
    let (Some(x), Some(y)) = (pool.lines.get(a.line), pool.lines.get(b.line)) else {
        return Verdict::Unclear;
    };
    if !dates_agree(a, b) {
        return Verdict::Unclear;
    }
    let grown = b.read.low > a.read.low;
    if a.read.moves || b.read.moves {
        // A toll that falls, or whose order nobody knows, may be an old one printed late.
        match spread(a.published, b.published) {
            Some(apart) if apart > ONE_TIME_SECONDS => {
                return if grown { Verdict::Updated } else { Verdict::Unclear };
            }
            Some(_) => {}
            None => return Verdict::Unclear,
        }
    }
    // One origin that says two things has changed its mind, and an unknown one may be the other's.
    let apart = a.origin.is_some() && b.origin.is_some() && a.origin != b.origin;
    if apart && say_the_same(x, y) && a.alone && b.alone { Verdict::Conflict } else { Verdict::Unclear }
}

/// Seconds from one printing to the other; `None` where only days are known, and they are not days apart.
fn spread(a: Option<When>, b: Option<When>) -> Option<i64> {
    let (a, b) = (a?, b?);
    let exact = a.precision() >= Precision::Minute && b.precision() >= Precision::Minute;
    let apart = seconds(a, b);
    (exact || apart.abs() >= DAY_SECONDS).then_some(apart)
}

/// Every date of one sentence meets one of the other's; a sentence without a date, or with one that was not
/// resolved, agrees only with its like.
fn dates_agree(a: &Held, b: &Held) -> bool {
    if a.dates.iter().chain(&b.dates).any(Option::is_none) {
        return false;
    }
    let meets = |x: &When, y: &When| x.unix() <= y.sort_key() && y.unix() <= x.sort_key();
    let all = |of: &Held, with: &Held| {
        of.dates.iter().flatten().all(|x| with.dates.iter().flatten().any(|y| meets(x, y)))
    };
    match (a.dates.is_empty(), b.dates.is_empty()) {
        (true, true) => true,
        (false, false) => all(a, b) && all(b, a),
        // "On Tuesday 12 people ..." beside "12 people ...": a day near the printing is the same event.
        _ => a.read.moves,
    }
}

/// The values can both be true: ranges that meet once hedges and rounding are allowed for.
fn agree(a: &Held, b: &Held) -> bool {
    let (al, ah) = bounds(a);
    let (bl, bh) = bounds(b);
    al <= bh && bl <= ah
}

fn bounds(held: &Held) -> (f64, f64) {
    let read = &held.read;
    match read.bound {
        Bound::Exact => (read.low * (1.0 - slack(read.low)), read.high * (1.0 + slack(read.high))),
        Bound::Near => (read.low * (1.0 - NEAR), read.high * (1.0 + NEAR)),
        Bound::Least => (read.low, if read.moves { read.high } else { read.high * (1.0 + NEAR) }),
        Bound::Most => (if read.moves { read.low } else { read.low * (1.0 - NEAR) }, read.high),
    }
}

/// Small whole numbers are counted, large ones rounded.
fn slack(value: f64) -> f64 {
    if value < 100.0 { 0.0 } else { ROUNDED }
}
