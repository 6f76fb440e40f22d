//! Names of a sentence and whether a source has them: spellings, case endings, initials, a last name alone.
//! It knows no name; every rule is about letters. Start at [`names`] and [`has`].

use super::reason::Reason;
use super::tokens::{Read, Token};
use crate::stop;
use wireroom_text::spelling;

/// A run of capitalised words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    /// First token and the one after the last.
    pub(super) tokens: (usize, usize),
    /// Nothing but the sentence's start may have given it its capital.
    pub(super) doubtful: bool,
}

/// Longest run that is one name.
const MAX_WORDS: usize = 6;
/// Letters of a case ending, and of what must stand before it.
const ENDING: usize = 3;
const STEM: usize = 4;

/// The names of a text, in order. In languages that write nouns with a capital these are among them.
pub(super) fn names(read: &Read<'_>) -> Vec<Name> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = read.tokens.get(at) {
        if !token.is_name() {
            at += 1;
            continue;
        }
        let mut past = at + 1;
        while past < at + MAX_WORDS
            && let (Some(last), Some(next)) = (read.tokens.get(past - 1), read.tokens.get(past))
            && next.is_name()
            && next.sentence == token.sentence
            && joined(read.text, last, next)
        {
            past += 1;
        }
        found.push(Name {
            tokens: (at, past),
            doubtful: token.first && past == at + 1 && !shouts(read, token),
        });
        at = past;
    }
    found
}

/// Whether a run may be taken for a name, and not for a word that its language or its place gave a capital.
///
/// German writes every noun with one: there a name has two words, or is a word of such a run, or stands right behind
/// "in", "aus", "nach", "von" or "bei", as places do.
pub(super) fn is_likely(read: &Read<'_>, sources: &[Read<'_>], name: Name) -> bool {
    let Some(token) = read.tokens.get(name.tokens.0) else { return false };
    if read.lang.as_str() != "de" || name.tokens.1 > name.tokens.0 + 1 || shouts(read, token) {
        return true;
    }
    let before =
        name.tokens.0.checked_sub(1).and_then(|i| read.tokens.get(i)).map_or("", |t| t.folded.as_str());
    if matches!(before, "in" | "aus" | "nach" | "von" | "bei") {
        return true;
    }
    std::iter::once(read).chain(sources).any(|r| {
        r.tokens.windows(2).any(|pair| {
            let [a, b] = pair else { return false };
            a.is_name() && b.is_name() && joined(r.text, a, b) && (same(a, token) || same(b, token))
        })
    })
}

/// Whether the run is a word that begins sentences and is no name.
pub(super) fn is_opener(read: &Read<'_>, name: Name) -> bool {
    let word = read.tokens.get(name.tokens.0).map_or("", |t| t.folded.as_str());
    name.doubtful && (stop::leans(word) || OPENERS.contains(&word))
}

/// Words that begin sentences and are no names.
const OPENERS: &[&str] = &[
    "mostly",
    "somebody",
    "someone",
    "nobody",
    "everybody",
    "everyone",
    "however",
    "meanwhile",
    "earlier",
    "later",
    "yesterday",
    "today",
    "many",
    "several",
    "officials",
    "both",
    "danach",
    "dann",
    "später",
    "zuvor",
    "jemand",
    "niemand",
    "alle",
    "viele",
    "heute",
    "gestern",
    "nous",
    "vous",
    "on",
    "ensuite",
    "puis",
    "hier",
    "aujourd",
    "personne",
    "chacun",
    "luego",
    "después",
    "hoy",
    "ayer",
    "nadie",
    "todos",
    "muchos",
    "alguien",
];

/// Titles that a writer may put before a name.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "dr", "sir", "lord", "lady", "herr", "frau", "señor", "señora", "monsieur", "madame",
];

/// Whether the word is a title, which says nothing that the name does not.
pub(super) fn is_title(token: &Token) -> bool {
    TITLES.contains(&token.folded.as_str())
}

/// A first name with another's last name: neighbours in the sentence that the sources only have with other neighbours.
pub(super) fn chimera(said: &Read<'_>, name: Name, sources: &[Read<'_>]) -> Option<Reason> {
    let run = said.tokens.get(name.tokens.0..name.tokens.1)?;
    for pair in run.windows(2) {
        let [a, b] = pair else { continue };
        if is_title(a) || !a.matter || !b.matter {
            continue;
        }
        let (mut held, mut other) = (false, None);
        for source in sources {
            held |= source.tokens.windows(2).any(|w| matches!(w, [x, y] if same(a, x) && same(b, y)));
            // "Mara K. Voss", "Bank of Veil".
            let small = |t: &Token| !t.capital || t.folded.chars().count() == 1;
            held |= source
                .tokens
                .windows(3)
                .any(|w| matches!(w, [x, m, y] if same(a, x) && small(m) && same(b, y)));
            for theirs in names(source) {
                let words = source.tokens.get(theirs.tokens.0..theirs.tokens.1).unwrap_or_default();
                let split = |w: &[Token]| matches!(w, [x, y] if !is_title(x) && same(a, x) != same(b, y));
                if words.windows(2).any(split) {
                    other = other.or(Some(source.words(theirs.tokens.0, theirs.tokens.1)));
                }
            }
        }
        if let Some(source) = other.filter(|_| !held) {
            let said = said.words(name.tokens.0, name.tokens.1).to_owned();
            return Some(Reason::NameOther { said, source: source.to_owned() });
        }
    }
    None
}

/// "NATO": capitals that no sentence asks for.
fn shouts(read: &Read<'_>, token: &Token) -> bool {
    token.span.of(read.text).is_some_and(|word| word.chars().filter(|c| c.is_uppercase()).count() > 1)
}

fn joined(text: &str, last: &Token, next: &Token) -> bool {
    matches!(
        text.get(last.span.end()..next.span.start()),
        Some(" " | "-" | "‑" | ". " | "’" | "'" | "." | "\u{a0}")
    )
}

/// Whether the word of a name stands in the source.
pub(super) fn has(source: &Read<'_>, said: &Read<'_>, token: &Token) -> bool {
    is_title(token) || source.tokens.iter().any(|other| same(token, other)) || initials(source, said, token)
}

/// One word of a name in two spellings, cases or forms.
pub(super) fn same(one: &Token, two: &Token) -> bool {
    if one.key == two.key || one.folded == two.folded {
        return true;
    }
    if one.is_digit() || two.is_digit() {
        return false;
    }
    if spelling::is_near(&one.key, &two.key) && two.capital {
        return true;
    }
    let (a, b) = (&one.folded, &two.folded);
    let shared = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let longest = a.chars().count().max(b.chars().count());
    shared >= STEM && shared + ENDING > longest
}

/// "EU" for "European Union", and the other way round; "M. Voss" for "Mara Voss".
fn initials(source: &Read<'_>, said: &Read<'_>, token: &Token) -> bool {
    let short = |t: &Token| t.capital && (1..=5).contains(&t.folded.chars().count());
    if shouts(said, token) && token.folded.chars().count() > 1 {
        let letters: Vec<char> = token.folded.chars().collect();
        return source
            .tokens
            .windows(letters.len())
            .any(|run| run.iter().zip(&letters).all(|(t, c)| t.capital && t.folded.starts_with(*c)));
    }
    // A word of a spelt-out name, where the source has its letters.
    let first = token.folded.chars().next();
    source.tokens.iter().enumerate().any(|(index, other)| {
        if !short(other) || other.folded.chars().next() != first {
            return false;
        }
        if other.folded.chars().count() == 1 {
            // The initial's own last name must follow in both.
            let next =
                said.tokens.iter().position(|t| t.span == token.span).and_then(|at| said.tokens.get(at + 1));
            return next.zip(source.tokens.get(index + 1)).is_some_and(|(a, b)| same(a, b));
        }
        false
    }) || spelt_out(source, said, token)
}

/// The source has "EU" where the sentence says "European Union".
fn spelt_out(source: &Read<'_>, said: &Read<'_>, token: &Token) -> bool {
    let Some(at) = said.tokens.iter().position(|t| t.span == token.span) else { return false };
    source.tokens.iter().filter(|t| shouts(source, t)).any(|short| {
        let letters: Vec<char> = short.folded.chars().collect();
        (2..=5).contains(&letters.len())
            && (at.saturating_sub(letters.len() - 1)..=at).any(|from| {
                let run = said.tokens.get(from..from + letters.len()).unwrap_or_default();
                !run.is_empty()
                    && run.iter().zip(&letters).all(|(t, c)| t.capital && t.folded.starts_with(*c))
            })
    })
}
