//! One candidate for all spellings: the same key, nearly the same key that no text uses beside the other, a person's
//! last name beside the whole one, an abbreviation beside what it stands for.
//! It refuses where two would fit equally well: Melania and Donald leave Trump alone. Start at [`merge`].

use super::Candidate;
use super::plain;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::Lang;
use wireroom_text::spelling::{is_near, key};

/// Two spellings are one name where at most this share of the rarer one's texts has both: a paper keeps to one.
const TOGETHER: f64 = 0.2;

/// A last name belongs to the whole name that so many times more texts have than any other with that end.
const CLEAR: usize = 3;

/// A whole name that fewer than one in so many of the last name's texts have is somebody else's.
const RARE: usize = 6;

/// A candidate with what it is compared by.
struct Keyed {
    key: String,
    /// The last word's key.
    last: String,
    candidate: Candidate,
    print: Option<String>,
}

/// A candidate for the choice, with the spelling to print where that is settled.
pub(super) struct Merged {
    pub key: String,
    pub candidate: Candidate,
    pub print: Option<String>,
}

/// Joins spellings. The candidates come with the most used first; so do the answers.
pub(super) fn merge(candidates: Vec<Candidate>, lang: Lang) -> Vec<Merged> {
    let mut keyed = by_key(candidates);
    near(&mut keyed);
    last_names(&mut keyed, lang);
    initials(&mut keyed);
    keyed.sort_by(|a, b| {
        b.candidate.texts.len().cmp(&a.candidate.texts.len()).then_with(|| a.key.cmp(&b.key))
    });
    keyed.into_iter().map(|k| Merged { key: k.key, candidate: k.candidate, print: k.print }).collect()
}

fn by_key(candidates: Vec<Candidate>) -> Vec<Keyed> {
    let mut keyed: Vec<Keyed> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for candidate in candidates {
        let own = key(&candidate.words.join(" "));
        if own.is_empty() {
            continue;
        }
        match places.get(&own).and_then(|&place| keyed.get_mut(place)) {
            Some(known) => known.candidate.absorb(candidate),
            None => {
                places.insert(own.clone(), keyed.len());
                let last = candidate.words.last().map(|word| key(word)).unwrap_or_default();
                keyed.push(Keyed { key: own, last, candidate, print: None });
            }
        }
    }
    keyed
}

/// Takes `from` out and lets `into` have it.
fn absorb(keyed: &mut Vec<Keyed>, into: usize, from: usize) {
    if into == from || from >= keyed.len() {
        return;
    }
    let gone = keyed.remove(from);
    let into = if from < into { into - 1 } else { into };
    if let Some(kept) = keyed.get_mut(into) {
        kept.candidate.absorb(gone.candidate);
    }
}

/// Lets a whole name have the short one, and be printed as the short one where `is_short` says so of the two.
fn take_in(
    keyed: &mut Vec<Keyed>,
    whole: usize,
    short: usize,
    is_short: impl Fn(&Candidate, &Candidate) -> bool,
) {
    let Some((one, two)) = keyed.get(whole).zip(keyed.get(short)) else { return };
    let chosen = if is_short(&one.candidate, &two.candidate) { two } else { one };
    let print = chosen.candidate.ranked().first().map(|form| (*form).clone());
    if let Some(whole) = keyed.get_mut(whole) {
        whole.print = print;
    }
    absorb(keyed, whole, short);
}

/// Spellings that differ in a letter.
fn near(keyed: &mut Vec<Keyed>) {
    let mut at = 0;
    while at < keyed.len() {
        let twin = keyed.get(at).and_then(|one| {
            keyed.iter().skip(at + 1).position(|two| {
                let (a, b) = (&one.candidate, &two.candidate);
                let both = a.texts.intersection(&b.texts).count() as f64;
                a.words.len() == b.words.len()
                    && a.is_name
                    && b.is_name
                    && both <= b.texts.len().min(a.texts.len()) as f64 * TOGETHER
                    && is_near(&one.key, &two.key)
            })
        });
        match twin {
            Some(next) => absorb(keyed, at, at + 1 + next),
            None => at += 1,
        }
    }
}

/// "Zelensky" beside "Volodymyr Zelenskyy".
fn last_names(keyed: &mut Vec<Keyed>, lang: Lang) {
    let mut at = 0;
    while at < keyed.len() {
        let short = keyed.get(at).filter(|one| one.candidate.is_name && one.candidate.words.len() == 1);
        let whole = short.and_then(|one| {
            let mut longer: Vec<(usize, usize)> = keyed
                .iter()
                .enumerate()
                .filter(|(_, other)| is_whole(other, one, lang))
                .map(|(place, other)| (other.candidate.texts.len(), place))
                .collect();
            longer.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
            match longer.as_slice() {
                [(_, place)] => Some(*place),
                [(most, place), (next, _), ..] if *most >= next * CLEAR => Some(*place),
                _ => None,
            }
        });
        let Some(whole) = whole else {
            at += 1;
            continue;
        };
        // As most headlines print it.
        take_in(keyed, whole, at, |whole, short| {
            short.titles.difference(&whole.titles).count() > whole.titles.len()
        });
        // Others may have moved before this place: all are looked at again, and each absorption leaves one less.
        at = 0;
    }
}

fn is_whole(whole: &Keyed, short: &Keyed, lang: Lang) -> bool {
    whole.candidate.is_name
        && (2..=4).contains(&whole.candidate.words.len())
        && !whole.candidate.words.iter().any(|word| word == "of" || plain::is_general(word, lang))
        && whole.candidate.texts.len() * RARE >= short.candidate.texts.len()
        && (whole.last == short.key || is_near(&whole.last, &short.key))
        && !whole.candidate.texts.is_disjoint(&short.candidate.texts)
}

/// "IMF" beside "International Monetary Fund".
fn initials(keyed: &mut Vec<Keyed>) {
    let mut at = 0;
    while at < keyed.len() {
        let letters = keyed.get(at).and_then(|one| abbreviation(&one.candidate));
        let whole = letters.and_then(|letters| {
            let texts: BTreeSet<usize> = keyed.get(at)?.candidate.texts.clone();
            keyed.iter().position(|other| {
                other.candidate.words.len() > 1
                    && initials_of(&other.candidate.words).contains(&letters)
                    && !other.candidate.texts.is_disjoint(&texts)
            })
        });
        let Some(whole) = whole else {
            at += 1;
            continue;
        };
        take_in(keyed, whole, at, |whole, short| short.titles.len() >= whole.titles.len());
        at = 0;
    }
}

/// The letters of a word that is printed in capitals alone.
fn abbreviation(candidate: &Candidate) -> Option<String> {
    let [only] = candidate.words.as_slice() else { return None };
    let form = candidate.ranked().first().map(|form| form.as_str())?;
    let letters = form.chars().count();
    let fits = (2..=6).contains(&letters) && form.chars().all(char::is_uppercase);
    fits.then(|| only.chars().filter(|c| c.is_alphanumeric()).collect())
}

/// With small words and without.
fn initials_of(words: &[String]) -> [String; 2] {
    let all = words.iter().filter_map(|word| word.chars().next()).collect();
    let big = words.iter().filter(|word| !plain::is_link(word)).filter_map(|word| word.chars().next());
    [all, big.collect()]
}
