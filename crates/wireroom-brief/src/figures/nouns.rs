//! The noun that a number counts, and whether a word is a plural, as far as lists and endings tell.
//! It is no tagger: a word that may be a verb ends the phrase. Start at [`noun_at`].

use super::tokens::{Kind, Sentence, Token};

/// Words after a number in which its noun may stand.
const MAX_NOUN: usize = 4;

/// The noun that a value at `at` counts: the last word of the noun phrase there. `None` where no noun stands.
pub(super) fn noun_at(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let mut place = at;
    let german = s.lexicon.lang.as_str() == "de";
    // "74 of the 151 seats" counts seats; "fifty of them" nothing that is named.
    while s
        .at(place)
        .is_some_and(|t| s.lexicon.thin.contains(t.word.as_ref()) || place > at && t.kind == Kind::Number)
        && place < at + MAX_NOUN
    {
        place += 1;
    }
    let first = s.at(place)?;
    let begins = first.is_word() && !first.dated && !s.lexicon.stops.contains(first.word.as_ref());
    if !begins {
        return None;
    }
    if german {
        return (place..place + MAX_NOUN).find(|p| s.capital(*p) && s.at(*p).is_some_and(Token::is_word));
    }
    let mut end = None;
    for here in place..place + MAX_NOUN {
        let Some(token) = s.at(here) else { break };
        let word = token.word.as_ref();
        let hyphen = token.glued && (token.is("-") || s.word_before(here, 1) == "-");
        if hyphen {
            if token.is_word() {
                end = Some(here);
            }
            continue;
        }
        if !token.is_word() || token.dated || s.lexicon.stops.contains(word) {
            break;
        }
        let verb = s.lexicon.is_verb(word) && !is_adjective(s, here);
        if verb && (end.is_some() || s.lexicon.verbs.contains(word) && !is_plural(s, here)) {
            break;
        }
        end = Some(here);
        if is_plural(s, here)
            && !s
                .at(here + 1)
                .is_some_and(|n| n.is_word() && is_plural(s, here + 1) && s.lexicon.lang.as_str() == "en")
        {
            break;
        }
    }
    end
}

/// "injured people", "armed men": a participle before a noun.
fn is_adjective(s: &Sentence<'_>, at: usize) -> bool {
    s.at(at + 1)
        .is_some_and(|t| t.is_word() && !s.lexicon.stops.contains(t.word.as_ref()) && is_plural(s, at + 1))
}

/// A plural, as far as endings tell.
pub(super) fn is_plural(s: &Sentence<'_>, at: usize) -> bool {
    let Some(token) = s.at(at).filter(|t| t.is_word() && !t.dated) else { return false };
    let word = token.word.as_ref();
    if s.lexicon.plurals.contains(word) {
        return true;
    }
    match s.lexicon.lang.as_str() {
        "de" => token.capital,
        _ => {
            word.len() > 3
                && (word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us")
                    || word.ends_with('x') && s.lexicon.lang.as_str() == "fr")
                && !s.lexicon.stops.contains(word)
                && !(s.lexicon.verbs.contains(word) && s.lexicon.lang.as_str() == "en")
        }
    }
}
