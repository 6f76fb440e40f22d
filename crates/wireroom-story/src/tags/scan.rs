//! A text as the finders of tags read it: its words with how each is joined to the one before.
//! It refuses to find anything itself. Start at [`scan`].

use super::TagText;
use super::plain;
use wireroom_model::Lang;
use wireroom_text::words::{fold, is_spaceless, words};

/// Words of a body that are read: a report says what it is about in its first pages.
const BODY_WORDS: usize = 500;

/// How a word is joined to the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// A full stop, a quotation mark or the beginning: a new sentence may begin here.
    Sentence,
    /// A comma, a bracket: what stands on both sides is not one name.
    Mark,
    Space,
    Hyphen,
    Apostrophe,
}

/// One word.
#[derive(Debug, Clone)]
pub(super) struct Token<'t> {
    pub text: &'t str,
    pub fold: String,
    pub joint: Joint,
    /// Begins with a capital letter.
    pub is_big: bool,
}

impl Token<'_> {
    /// Joined to the word before so that both may be parts of one name or phrase.
    pub const fn is_joined(&self) -> bool {
        matches!(self.joint, Joint::Space | Joint::Hyphen | Joint::Apostrophe)
    }
}

/// A title and a body, in words.
#[derive(Debug, Clone, Default)]
pub(super) struct Scanned<'t> {
    pub title: Vec<Token<'t>>,
    pub body: Vec<Token<'t>>,
}

/// Reads a text. Scripts without spaces give no words here (`han` reads those).
pub(super) fn scan<'t>(text: &TagText<'t>) -> Scanned<'t> {
    Scanned {
        title: tokens(text.title, text.lang, usize::MAX),
        body: tokens(text.body, text.lang, BODY_WORDS),
    }
}

fn tokens(text: &str, lang: Lang, limit: usize) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::new();
    let mut end = 0;
    let mut forced = None;
    for word in words(text).filter(|word| !word.text.chars().next().is_some_and(is_spaceless)) {
        let gap = text.get(end..word.start).unwrap_or("");
        // "U.S.": letters with stops between them are one word.
        if gap == "." && is_letter(word.text) && spell_on(text, &mut found, word.start, word.end()) {
            end = word.end();
            continue;
        }
        let joint = forced.take().unwrap_or_else(|| joint(gap, found.last(), lang, end == 0));
        end = word.end();
        // "Trump's": the letter is no word, and the name ends there. "l'Ukraine": the article goes, the name begins.
        if joint == Joint::Apostrophe {
            if word.text.eq_ignore_ascii_case("s") {
                forced = Some(Joint::Mark);
                continue;
            }
            if plain::has_elision(lang) && found.last().is_some_and(|l| l.text.chars().count() <= 2) {
                let before = found.pop().map_or(Joint::Mark, |l| l.joint);
                let joint = if before == Joint::Sentence { Joint::Sentence } else { Joint::Mark };
                push(&mut found, word.text, joint);
                continue;
            }
        }
        if found.len() == limit {
            break;
        }
        push(&mut found, word.text, joint);
    }
    found
}

fn push<'t>(found: &mut Vec<Token<'t>>, text: &'t str, joint: Joint) {
    let is_big = text.chars().next().is_some_and(char::is_uppercase);
    found.push(Token { text, fold: fold(text), joint, is_big });
}

/// Lets the last word go on to the letter that ends at `end`, where it is a letter or letters with stops itself.
fn spell_on<'t>(text: &'t str, found: &mut [Token<'t>], start: usize, end: usize) -> bool {
    let Some(last) = found.last_mut().filter(|last| is_letter(last.text) || last.text.contains('.')) else {
        return false;
    };
    let Some(from) = start.checked_sub(1 + last.text.len()) else { return false };
    let Some(whole) = text.get(from..end) else { return false };
    last.text = whole;
    last.fold = whole.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    true
}

fn is_letter(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

fn joint(gap: &str, before: Option<&Token<'_>>, lang: Lang, first: bool) -> Joint {
    if first {
        return Joint::Sentence;
    }
    match gap {
        " " => return Joint::Space,
        "-" | "‑" | "–" => return Joint::Hyphen,
        "'" | "’" => return Joint::Apostrophe,
        // "U.S.", "George W. Bush", "Gov. Abbott": an abbreviation's stop ends no sentence.
        "." | ". " if before.is_some_and(|word| is_abbreviation(word, lang)) => return Joint::Space,
        _ => {}
    }
    let ends = |c: char| {
        matches!(
            c,
            '.' | '!'
                | '?'
                | ':'
                | '…'
                | '\n'
                | '"'
                | '“'
                | '”'
                | '„'
                | '«'
                | '»'
                | '‘'
                | '•'
                | '|'
                | '—'
                | '؟'
                | '।'
        )
    };
    if gap.contains(ends) || gap.ends_with(['\'', '’']) || gap.contains(" - ") || gap.contains(" – ") {
        Joint::Sentence
    } else {
        Joint::Mark
    }
}

fn is_abbreviation(word: &Token<'_>, lang: Lang) -> bool {
    word.is_big
        && (word.text.chars().count() == 1
            || word.text.contains('.')
            || plain::is_abbreviation(&word.fold, lang))
}
