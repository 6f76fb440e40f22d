//! Numbers within names: "the Tide 21 fund", "Ibex 35", "16 Tannery Lane".
//! A number beside a capital is a name's unless something that is counted follows. Start at [`is_in_name`].

use super::nouns::{is_plural, noun_at};
use super::read::Amount;
use super::tokens::{Kind, Sentence};

/// Tokens after a house number in which its street may stand.
const MAX_STREET: usize = 3;
/// Words after a number word with a capital in which a plural says that it counts.
const MAX_NOUN: usize = 4;

/// "the Tide 21 fund", "Ibex 35", "Seven Hills": a capital right before digits, or a number word with one.
pub(super) fn is_in_name(s: &Sentence<'_>, a: &Amount) -> bool {
    let Some(first) = s.at(a.value.first) else { return false };
    if a.value.share || a.value.vague || a.value.scaled > 1.0 || a.first < a.value.first {
        return false;
    }
    let german = s.lexicon.lang.as_str() == "de";
    if first.kind == Kind::Word {
        if !first.capital {
            return false;
        }
        if !s.opens(a.value.first) {
            return true;
        }
        // "Seven Hills said": no plural in small letters follows.
        let next = s.at(a.next).is_some_and(|t| t.capital && t.is_word());
        return !german
            && next
            && !(a.next..a.next + MAX_NOUN)
                .any(|at| s.at(at).is_some_and(|t| !t.capital) && is_plural(s, at));
    }
    // "+972 Magazine", "the 92 Bank": a name follows, and nothing that is counted.
    let named = s.at(a.next).is_some_and(|t| t.is_word() && t.capital && !t.dated) && a.unit.is_none();
    if named && !german && !(a.next..a.next + MAX_NOUN).any(|at| is_plural(s, at)) {
        return true;
    }
    let Some(before) = s.before(a.first, 1).filter(|t| t.is_word() && t.capital && !t.dated) else {
        return false;
    };
    let opening = s.opens(a.first - 1);
    if a.unit.is_some() || opening && s.lexicon.stops.contains(before.word.as_ref()) {
        return false;
    }
    let noun = noun_at(s, a.next);
    if german {
        return noun.is_none()
            && !s.lexicon.verbs.contains(before.word.as_ref())
            && !s.lexicon.stops.contains(before.word.as_ref());
    }
    if s.lexicon.stops.contains(before.word.as_ref()) && before.word.len() > 1 {
        return false;
    }
    // "In Lorrin 40 people died", "Police 12": a name that a preposition leads to, with a plural after the number.
    let mut start = a.first - 1;
    while s
        .before(start, 1)
        .is_some_and(|t| t.capital && t.is_word() && !s.lexicon.places.contains(t.word.as_ref()))
    {
        start -= 1;
    }
    let led = s
        .before(start, 1)
        .is_some_and(|t| s.lexicon.places.contains(t.word.as_ref()) && !t.is("of") && !t.is("de"));
    // "handing the Alliance 74 of the 151 seats"
    let article = usize::from(s.before(start, 1).is_some_and(|t| t.one_of(&["the", "la", "el", "le"])));
    let mut back = start.saturating_sub(article);
    while article > 0
        && back > 0
        && s.before(back, 1)
            .is_some_and(|t| t.is_word() && !t.capital && !s.lexicon.is_verb(&t.word) && start - back < 4)
    {
        back -= 1;
    }
    let given = s
        .before(back, 1)
        .is_some_and(|t| s.lexicon.is_verb(&t.word) && !s.lexicon.auxiliaries.contains(t.word.as_ref()));
    !((led || given) && noun.is_some_and(|noun| is_plural(s, noun)))
}

/// "16 Tannery Lane", "12, rue des Tilleuls".
pub(super) fn is_address(s: &Sentence<'_>, a: &Amount) -> bool {
    if a.unit.is_some() || !a.value.digits {
        return false;
    }
    let place = if s.word(a.next) == "," { a.next + 1 } else { a.next };
    if matches!(
        s.word(place),
        "rue" | "avenue" | "boulevard" | "place" | "chemin" | "quai" | "allée" | "impasse" | "bis"
    ) {
        return true;
    }
    let streets = [
        "street",
        "road",
        "lane",
        "avenue",
        "drive",
        "square",
        "st",
        "rd",
        "ave",
        "boulevard",
        "terrace",
        "crescent",
        "close",
        "row",
        "court",
        "way",
        "hill",
        "gardens",
        "quay",
        "plaza",
    ];
    s.capital(a.next)
        && (a.next + 1..=a.next + MAX_STREET)
            .any(|at| s.at(at).is_some_and(|t| t.capital && t.one_of(&streets)))
}
