//! Whether a number, a name or a date stands in the place that the source gives it: beside the same words.
//! "12 killed and 30 hurt" has both numbers of "30 killed and 12 hurt", and says something else.
//! It judges only where the source has another of the kind in that very place. Start at [`other`].

use super::names::{self, Name};
use super::numbers::Number;
use super::reason::Reason;
use super::tokens::{Date, Read};
use wireroom_model::{Precision, When};

/// Words of matter looked at on either side of a place; the nearest weighs most.
const NEIGHBOURS: usize = 3;
/// How much better the place of another must fit: the weight of the nearest neighbour.
/// Not tuned: with it the planted lies and true sentences of `tests/swaps.rs` keep their bars.
const MARGIN: usize = 3;
/// The same for a German noun, which may be a name: words change places there more freely.
const NOUN_MARGIN: usize = 6;

/// What stands in a place.
#[derive(Debug, Clone, Copy)]
pub(super) enum Held<'r> {
    Number(&'r Number),
    Name(Name),
    Date(&'r Date),
}

impl Held<'_> {
    pub(super) const fn tokens(self) -> (usize, usize) {
        match self {
            Self::Number(number) => number.tokens,
            Self::Name(name) => name.tokens,
            Self::Date(date) => date.tokens,
        }
    }
}

/// All that stand in places of a text, of one kind each.
pub(super) fn held<'r>(read: &'r Read<'_>) -> Vec<Held<'r>> {
    let numbers = read.numbers.iter().map(Held::Number);
    let dates = read.dates.iter().map(Held::Date);
    numbers.chain(dates).chain(names::names(read).into_iter().map(Held::Name)).collect()
}

/// The other of its kind that the source has in the place of `mine`, where it has one.
pub(super) fn other(said: &Read<'_>, mine: Held<'_>, sources: &[Read<'_>]) -> Option<Reason> {
    let margin = match mine {
        Held::Name(name) if names::is_opener(said, name) => return None,
        Held::Name(name) if !names::is_likely(said, sources, name) => NOUN_MARGIN,
        _ => MARGIN,
    };
    let here = place(said, mine.tokens());
    let (mut same, mut best, mut rival) = (0, 0, None);
    for source in sources {
        for theirs in held(source) {
            let Some(equal) = equal(said, mine, source, theirs) else { continue };
            let fit = likeness(&here, &place(source, theirs.tokens()));
            if equal {
                same = same.max(fit);
            } else if fit > best {
                best = fit;
                rival = Some((source, theirs));
            }
        }
    }
    let (source, theirs) = rival.filter(|_| best >= margin && best >= same + margin)?;
    let words = |read: &Read<'_>, (first, past): (usize, usize)| read.words(first, past).to_owned();
    let (said, source) = (words(said, mine.tokens()), words(source, theirs.tokens()));
    Some(match mine {
        Held::Number(_) => Reason::NumberOther { said, source },
        Held::Name(_) => Reason::NameOther { said, source },
        Held::Date(_) => Reason::DateOther { said, source },
    })
}

/// Whether two places hold the same; `None` where they are of different kinds.
fn equal(said: &Read<'_>, mine: Held<'_>, source: &Read<'_>, theirs: Held<'_>) -> Option<bool> {
    Some(match (mine, theirs) {
        (Held::Number(a), Held::Number(b)) => a.fits(b),
        (Held::Date(a), Held::Date(b)) => says_date(said, a, source, b),
        (Held::Name(a), Held::Name(b)) => {
            let own = said.tokens.get(a.tokens.0..a.tokens.1).unwrap_or_default();
            let other = source.tokens.get(b.tokens.0..b.tokens.1).unwrap_or_default();
            // "European Union" and "EU" share no word.
            own.iter().any(|a| other.iter().any(|b| names::same(a, b)))
                || own
                    .iter()
                    .all(|a| !source.tokens.iter().any(|b| names::same(a, b)) && names::has(source, said, a))
        }
        _ => return None,
    })
}

/// Whether a source that gives date `theirs` says date `mine`.
pub(super) fn says_date(said: &Read<'_>, mine: &Date, source: &Read<'_>, theirs: &Date) -> bool {
    if let (Some(a), Some(b)) = (mine.value, theirs.value)
        && at_precision(a, b)
    {
        return true;
    }
    let words = |read: &Read<'_>, (first, past): (usize, usize)| -> Vec<String> {
        let tokens = read.tokens.get(first..past).unwrap_or_default();
        tokens
            .iter()
            .filter(|t| t.matter || t.is_digit() || t.folded.chars().count() > 3)
            .map(|t| t.key.clone())
            .collect()
    };
    let (own, other) = (words(said, mine.tokens), words(source, theirs.tokens));
    !own.is_empty() && own.iter().all(|word| other.contains(word))
}

/// The same day, month or year, as far as `mine` says it.
fn at_precision(mine: When, theirs: When) -> bool {
    let (a, b) = (mine.date(), theirs.date());
    let year = a.year() == b.year();
    match mine.precision() {
        Precision::Year => year,
        Precision::Month => year && a.month() == b.month() && theirs.precision() != Precision::Year,
        _ => a == b && !matches!(theirs.precision(), Precision::Year | Precision::Month),
    }
}

/// The words of matter beside a place, nearest first, left and right.
fn place<'r>(read: &'r Read<'_>, (first, past): (usize, usize)) -> [Vec<&'r str>; 2] {
    let sentence = read.tokens.get(first).map_or(0, |t| t.sentence);
    let keep = |index: usize| {
        let token = read.tokens.get(index)?;
        (token.sentence == sentence && token.matter).then_some(token.key.as_str())
    };
    let left = (0..first).rev().take_while(|i| read.tokens.get(*i).is_some_and(|t| t.sentence == sentence));
    let right =
        (past..read.tokens.len()).take_while(|i| read.tokens.get(*i).is_some_and(|t| t.sentence == sentence));
    [left.filter_map(keep).take(NEIGHBOURS).collect(), right.filter_map(keep).take(NEIGHBOURS).collect()]
}

/// The neighbours that two places share, side by side; the nearest of the first weigh most.
fn likeness(mine: &[Vec<&str>; 2], theirs: &[Vec<&str>; 2]) -> usize {
    let side = |a: &Vec<&str>, b: &Vec<&str>| -> usize {
        a.iter().enumerate().filter(|(_, word)| b.contains(word)).map(|(rank, _)| NEIGHBOURS - rank).sum()
    };
    mine.iter().zip(theirs).map(|(a, b)| side(a, b)).sum()
}
