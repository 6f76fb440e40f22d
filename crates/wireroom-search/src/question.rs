//! What a reader asks: words that must all stand in the article, "quoted phrases", and -words that must not.
//! No input is an error; a question without any word finds nothing.

use crate::tokens;

/// The most clauses one question may have; what a reader types beyond is ignored.
pub const MAX_CLAUSES: usize = 24;

/// The most words one phrase may have.
const MAX_PHRASE_WORDS: usize = 24;

/// Shorter words are compared whole; longer ones also by their beginning ("election" finds "elections").
pub const PREFIX_CHARS: usize = 4;

/// A question with its filters.
#[derive(Debug, Clone, Default)]
pub struct Query {
    pub text: String,
    /// The viewer's audiences, as the store gives them; empty means everybody's (0) alone.
    pub audiences: Vec<i64>,
    /// A language tag ("de").
    pub lang: Option<String>,
    /// An outlet's number.
    pub outlet: Option<u64>,
    /// Unix seconds: published (or arrived) from here on.
    pub after: Option<i64>,
    /// Unix seconds: published (or arrived) before here.
    pub before: Option<i64>,
    /// Newest first instead of best first.
    pub newest_first: bool,
    pub limit: usize,
    pub offset: usize,
}

/// One demand of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// One folded word, or several that stand next to each other.
    pub words: Vec<String>,
    /// False for what must not stand in the article.
    pub wanted: bool,
    /// True where it was quoted: no beginning counts.
    pub exact: bool,
}

/// The clauses of what a reader typed.
pub fn clauses(text: &str) -> Vec<Clause> {
    let mut found = Vec::new();
    // Every second part stands inside quotation marks.
    for (number, part) in text.split(['"', '“', '”', '„']).enumerate() {
        let quoted = number % 2 == 1;
        if quoted {
            push(&mut found, part, true, true);
            continue;
        }
        for unit in part.split_whitespace() {
            let (wanted, unit) = match unit.strip_prefix('-') {
                Some(rest) => (false, rest),
                None => (true, unit),
            };
            push(&mut found, unit, wanted, false);
        }
    }
    found.truncate(MAX_CLAUSES);
    found
}

fn push(found: &mut Vec<Clause>, text: &str, wanted: bool, exact: bool) {
    let words: Vec<String> = tokens::spots(text).map(|spot| spot.folded).take(MAX_PHRASE_WORDS).collect();
    if !words.is_empty() {
        found.push(Clause { words, wanted, exact });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clause(words: &[&str], wanted: bool, exact: bool) -> Clause {
        Clause { words: words.iter().map(|&w| w.to_owned()).collect(), wanted, exact }
    }

    #[test]
    fn words_phrases_and_refusals_are_told_apart() {
        assert_eq!(
            clauses("Harbour -strike \"night ferry\""),
            [
                clause(&["harbour"], true, false),
                clause(&["strike"], false, false),
                clause(&["night", "ferry"], true, true)
            ]
        );
    }

    #[test]
    fn a_run_of_characters_is_a_phrase() {
        assert_eq!(clauses("東京"), [clause(&["東", "京"], true, false)]);
    }

    #[test]
    fn signs_alone_ask_nothing() {
        assert!(clauses(" - \"\" !? ").is_empty());
    }
}
