//! The search language: words that must all stand there, "phrases", OR, brackets, -refused, and filters such as
//! `outlet:`, `lang:`, `author:`, `title:`, `before:` and `after:`. What cannot be understood is a [`Fault`] that names the
//! thing; nothing is guessed and nothing dropped in silence. It refuses to know outlets: who asks brings their numbers.
//! Start at [`parse`]; the grammar is its own recursion, bounded by [`MAX_NESTING`] and [`MAX_CLAUSES`].

use crate::question::{Clause, MAX_CLAUSES, MAX_PHRASE_WORDS};
use crate::tokens;
use std::iter::Peekable;
use std::vec::IntoIter;
use wireroom_model::When;

/// Brackets within brackets; nobody types more.
pub const MAX_NESTING: usize = 8;
/// The filters, as typed.
pub const FILTERS: [&str; 6] = ["outlet", "lang", "author", "title", "before", "after"];
/// Letters of a word before a colon that is taken for a filter's name; "https:" and times of day are none.
const FILTER_LETTERS: std::ops::RangeInclusive<usize> = 3..=12;
const QUOTES: [char; 4] = ['"', '“', '”', '„'];

/// Why a question cannot be understood. Each carries what was typed there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("the quotation mark before {0:?} is never closed; add one after the phrase or take it away")]
    OpenQuote(String),
    #[error("a bracket is opened and never closed; add a closing one or take it away")]
    OpenBracket,
    #[error("a closing bracket stands where none was opened; take it away")]
    StrayBracket,
    #[error("brackets stand more than {MAX_NESTING} deep; say it in two searches")]
    TooDeep,
    #[error(
        "{0} needs something to look for beside it; add a word or write it in small letters to look for it"
    )]
    Alone(&'static str),
    #[error("{0}: needs a value right after the colon, such as {0}:word")]
    EmptyFilter(&'static str),
    #[error("there is no filter {0:?}; put the words in quotation marks to look for them")]
    UnknownFilter(String),
    #[error("{name}:{value} is no date; write a year, a month or a day: 2026, 2026-11, 2026-11-22")]
    BadDate { name: &'static str, value: String },
    #[error("lang:{0} is no language; write its code, such as lang:de")]
    BadLang(String),
    #[error("everything here is refused; add a word that should stand there")]
    OnlyRefused,
    #[error("more than {MAX_CLAUSES} words and phrases at once; take some away")]
    TooLong,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    Words(Clause),
    /// Words of the headline.
    Title(Clause),
    /// Words next to each other in an author's name.
    Author(Vec<String>),
    /// As typed; who asks looks it up.
    Outlet(String),
    Lang(String),
    /// Unix seconds, up to here and not at it.
    Before(i64),
    /// Unix seconds, from here on.
    After(i64),
    Not(Box<Ask>),
    All(Vec<Ask>),
    Any(Vec<Ask>),
}

/// A question that was understood. Without any word or filter it is empty and finds nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    pub ask: Option<Ask>,
}

impl Question {
    /// True where nothing was asked: signs alone.
    pub const fn is_empty(&self) -> bool {
        self.ask.is_none()
    }

    /// The words that should stand in the article: what is lit in what was found.
    pub fn wanted(&self) -> Vec<Clause> {
        let mut found = Vec::new();
        if let Some(ask) = &self.ask {
            wanted(ask, &mut found);
        }
        found
    }

    /// What was typed after `outlet:`, each once.
    pub fn outlets(&self) -> Vec<String> {
        let mut found = Vec::new();
        if let Some(ask) = &self.ask {
            outlets(ask, &mut found);
        }
        found.sort();
        found.dedup();
        found
    }
}

fn wanted(ask: &Ask, found: &mut Vec<Clause>) {
    match ask {
        Ask::Words(clause) | Ask::Title(clause) => found.push(clause.clone()),
        Ask::All(asks) | Ask::Any(asks) => asks.iter().for_each(|ask| wanted(ask, found)),
        _ => {}
    }
}

fn outlets(ask: &Ask, found: &mut Vec<String>) {
    match ask {
        Ask::Outlet(name) => found.push(name.clone()),
        Ask::Not(ask) => outlets(ask, found),
        Ask::All(asks) | Ask::Any(asks) => asks.iter().for_each(|ask| outlets(ask, found)),
        _ => {}
    }
}

/// True where something is asked for, not only refused.
fn asks_for(ask: &Ask) -> bool {
    match ask {
        Ask::Not(_) => false,
        Ask::All(asks) | Ask::Any(asks) => asks.iter().any(asks_for),
        _ => true,
    }
}

/// One unit of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Unit {
    Open,
    Close,
    Or,
    And,
    Not,
    Minus,
    Leaf(Ask),
}

/// Understands a question.
///
/// # Errors
/// Where something in it cannot be meant, a [`Fault`] that names it.
pub fn parse(text: &str) -> Result<Question, Fault> {
    let units = units(text)?;
    if units.iter().filter(|unit| matches!(unit, Unit::Leaf(_))).count() > MAX_CLAUSES {
        return Err(Fault::TooLong);
    }
    let mut units = units.into_iter().peekable();
    let ask = any(&mut units, 0)?;
    if units.next().is_some() {
        return Err(Fault::StrayBracket);
    }
    if ask.as_ref().is_some_and(|ask| !asks_for(ask)) {
        return Err(Fault::OnlyRefused);
    }
    Ok(Question { ask })
}

type Units = Peekable<IntoIter<Unit>>;

/// Alternatives, up to a closing bracket or the end.
fn any(units: &mut Units, depth: usize) -> Result<Option<Ask>, Fault> {
    let mut asks = Vec::new();
    loop {
        let ask = all(units, depth)?;
        let more = units.next_if_eq(&Unit::Or).is_some();
        match ask {
            Some(ask) => asks.push(ask),
            None if more || !asks.is_empty() => return Err(Fault::Alone("OR")),
            None => {}
        }
        if !more {
            return Ok(joined(asks, Ask::Any));
        }
    }
}

/// What must all hold.
fn all(units: &mut Units, depth: usize) -> Result<Option<Ask>, Fault> {
    let mut asks = Vec::new();
    loop {
        if units.next_if_eq(&Unit::And).is_some() {
            if asks.is_empty() || matches!(units.peek(), None | Some(Unit::Or | Unit::And | Unit::Close)) {
                return Err(Fault::Alone("AND"));
            }
            continue;
        }
        match units.peek() {
            None | Some(Unit::Or | Unit::Close) => return Ok(joined(asks, Ask::All)),
            _ => asks.extend(one(units, depth)?),
        }
    }
}

/// One thing, asked for or refused.
fn one(units: &mut Units, depth: usize) -> Result<Option<Ask>, Fault> {
    let (mut refused, mut sign) = (false, None);
    while let Some(unit) = units.next_if(|unit| matches!(unit, Unit::Not | Unit::Minus)) {
        refused = !refused;
        sign = Some(if unit == Unit::Not { "NOT" } else { "-" });
    }
    let ask = match units.next() {
        Some(Unit::Leaf(ask)) => Some(ask),
        Some(Unit::Open) if depth >= MAX_NESTING => return Err(Fault::TooDeep),
        Some(Unit::Open) => {
            let inside = any(units, depth + 1)?;
            if units.next_if_eq(&Unit::Close).is_none() {
                return Err(Fault::OpenBracket);
            }
            inside
        }
        _ => return sign.map_or(Ok(None), |sign| Err(Fault::Alone(sign))),
    };
    Ok(ask.map(|ask| if refused { Ask::Not(Box::new(ask)) } else { ask }))
}

fn joined(mut asks: Vec<Ask>, join: impl Fn(Vec<Ask>) -> Ask) -> Option<Ask> {
    match asks.len() {
        0 | 1 => asks.pop(),
        _ => Some(join(asks)),
    }
}

/// What was typed, unit by unit. Words without a letter or digit are none.
fn units(text: &str) -> Result<Vec<Unit>, Fault> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let after = rest.get(first.len_utf8()..).unwrap_or_default();
        let next = match first {
            '(' => {
                found.push(Unit::Open);
                after
            }
            ')' => {
                found.push(Unit::Close);
                after
            }
            '-' => {
                // A dash that stands apart is a dash; several in a row are one.
                let bare = after.trim_start_matches('-');
                if bare.chars().next().is_some_and(|next| !next.is_whitespace() && next != ')') {
                    found.push(Unit::Minus);
                }
                bare
            }
            quote if QUOTES.contains(&quote) => {
                let (phrase, after) = quoted(after)?;
                found.extend(clause(phrase, true).map(|clause| Unit::Leaf(Ask::Words(clause))));
                after
            }
            _ => {
                let end =
                    rest.find(|c: char| c.is_whitespace() || matches!(c, '(' | ')') || QUOTES.contains(&c));
                let (word, after) = rest.split_at_checked(end.unwrap_or(rest.len())).unwrap_or((rest, ""));
                match word {
                    "OR" => found.push(Unit::Or),
                    "AND" => found.push(Unit::And),
                    "NOT" => found.push(Unit::Not),
                    _ => {
                        let (leaf, after) = leaf(word, after)?;
                        found.extend(leaf.map(Unit::Leaf));
                        rest = after.trim_start();
                        continue;
                    }
                }
                after
            }
        };
        rest = next.trim_start();
    }
    // A minus before signs alone refuses nothing.
    let refuses =
        |at: usize| matches!(found.get(at + 1), Some(Unit::Leaf(_) | Unit::Open | Unit::Minus | Unit::Not));
    let kept: Vec<bool> =
        (0..found.len()).map(|at| found.get(at) != Some(&Unit::Minus) || refuses(at)).collect();
    let mut kept = kept.into_iter();
    found.retain(|_| kept.next().unwrap_or(true));
    Ok(found)
}

/// The phrase up to the next quotation mark, and what stands after it.
fn quoted(text: &str) -> Result<(&str, &str), Fault> {
    text.split_once(QUOTES).ok_or_else(|| Fault::OpenQuote(text.trim().chars().take(40).collect()))
}

/// A word, or a filter with its value; a value may be a phrase.
fn leaf<'t>(word: &str, after: &'t str) -> Result<(Option<Ask>, &'t str), Fault> {
    let plain = |after| Ok((clause(word, false).map(Ask::Words), after));
    let Some((name, value)) = word.split_once(':') else { return plain(after) };
    let known = FILTERS.into_iter().find(|known| known.eq_ignore_ascii_case(name));
    let Some(name) = known else {
        let looks = FILTER_LETTERS.contains(&name.len())
            && name.bytes().all(|b| b.is_ascii_lowercase())
            && value.starts_with(char::is_alphanumeric);
        return if looks { Err(Fault::UnknownFilter(format!("{name}:"))) } else { plain(after) };
    };
    let opens = after.chars().next().filter(|c| value.is_empty() && QUOTES.contains(c));
    let (value, after) = match opens {
        Some(quote) => quoted(after.get(quote.len_utf8()..).unwrap_or_default())?,
        None => (value, after),
    };
    let ask = filter(name, value.trim(), opens.is_some())?;
    Ok((Some(ask), after))
}

fn filter(name: &'static str, value: &str, is_quoted: bool) -> Result<Ask, Fault> {
    let folded = || clause(value, is_quoted).ok_or(Fault::EmptyFilter(name));
    let date = || {
        let when: Option<When> = value.parse().ok().filter(|_| !value.contains(['T', 't', ' ']));
        when.map(When::unix).ok_or_else(|| Fault::BadDate { name, value: value.to_owned() })
    };
    if value.is_empty() {
        return Err(Fault::EmptyFilter(name));
    }
    Ok(match name {
        "outlet" => {
            folded()?;
            Ask::Outlet(value.to_owned())
        }
        "author" => Ask::Author(folded()?.words),
        "title" => Ask::Title(folded()?),
        "lang" if (2..=3).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_alphabetic()) => {
            Ask::Lang(value.to_ascii_lowercase())
        }
        "lang" => return Err(Fault::BadLang(value.to_owned())),
        "before" => Ask::Before(date()?),
        _ => Ask::After(date()?),
    })
}

/// One demand on words; none where signs stand alone.
fn clause(text: &str, exact: bool) -> Option<Clause> {
    let words: Vec<String> = tokens::spots(text)
        .map(|spot| spot.folded)
        .filter(|word| !word.is_empty())
        .take(MAX_PHRASE_WORDS)
        .collect();
    (!words.is_empty()).then_some(Clause { words, exact })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(words: &[&str], exact: bool) -> Ask {
        Ask::Words(Clause { words: words.iter().map(|&w| w.to_owned()).collect(), exact })
    }

    fn not(ask: Ask) -> Ask {
        Ask::Not(Box::new(ask))
    }

    fn ask(text: &str) -> Ask {
        parse(text).unwrap().ask.unwrap()
    }

    #[test]
    fn words_phrases_and_refusals_are_told_apart() {
        assert_eq!(
            ask("Harbour -strike \"night ferry\""),
            Ask::All(vec![
                words(&["harbour"], false),
                not(words(&["strike"], false)),
                words(&["night", "ferry"], true)
            ])
        );
    }

    #[test]
    fn or_binds_looser_than_what_stands_side_by_side_and_brackets_bind_first() {
        let [a, b, c] = ["a1", "b1", "c1"].map(|word| words(&[word], false));
        let and = |x: &Ask, y: &Ask| Ask::All(vec![x.clone(), y.clone()]);
        assert_eq!(ask("a1 OR b1 c1"), Ask::Any(vec![a.clone(), and(&b, &c)]));
        assert_eq!(ask("(a1 OR b1) c1"), Ask::All(vec![Ask::Any(vec![a.clone(), b.clone()]), c.clone()]));
        assert_eq!(ask("a1 AND NOT (b1 OR c1)"), and(&a, &not(Ask::Any(vec![b.clone(), c.clone()]))));
        assert_eq!(ask("a1 or b1"), Ask::All(vec![a, words(&["or"], false), b]));
    }

    #[test]
    fn filters_are_read_with_their_values() {
        assert_eq!(ask("outlet:\"The Tern\""), Ask::Outlet("The Tern".to_owned()));
        assert_eq!(ask("Outlet:tern"), Ask::Outlet("tern".to_owned()));
        assert_eq!(ask("lang:DE"), Ask::Lang("de".to_owned()));
        assert_eq!(ask("author:\"Ida Möller\""), Ask::Author(vec!["ida".to_owned(), "moller".to_owned()]));
        assert_eq!(ask("after:1970-01-02"), Ask::After(86_400));
        assert_eq!(ask("before:1971"), Ask::Before(365 * 86_400));
        assert_eq!(parse("a1 -outlet:x OR outlet:y outlet:x").unwrap().outlets(), ["x", "y"]);
    }

    #[test]
    fn a_colon_that_is_no_filter_is_a_sign_like_another() {
        assert_eq!(ask("Live: ferry"), Ask::All(vec![words(&["live"], false), words(&["ferry"], false)]));
        assert_eq!(ask("10:30"), words(&["10", "30"], false));
        assert_eq!(ask("https://tern.example"), words(&["https", "tern", "example"], false));
    }

    #[test]
    fn a_run_of_characters_is_a_phrase() {
        assert_eq!(ask("東京"), words(&["東", "京"], false));
    }

    #[test]
    fn signs_alone_ask_nothing() {
        for signs in ["", " - \"\" !? ", "-!", "()", "- -", "(-)"] {
            assert!(parse(signs).unwrap().is_empty(), "{signs}");
        }
    }

    #[test]
    fn what_cannot_be_meant_is_named() {
        use Fault::*;
        let date = |name, value: &str| BadDate { name, value: value.to_owned() };
        for (text, fault) in [
            ("\"night ferry", OpenQuote("night ferry".to_owned())),
            ("outlet:\"The", OpenQuote("The".to_owned())),
            ("(a1 b1", OpenBracket),
            ("a1) b1", StrayBracket),
            ("a1 OR", Alone("OR")),
            ("OR a1", Alone("OR")),
            ("a1 AND", Alone("AND")),
            ("AND a1", Alone("AND")),
            ("a1 NOT", Alone("NOT")),
            ("a1 NOT OR b1", Alone("NOT")),
            ("outlet: tern", EmptyFilter("outlet")),
            ("title:!", EmptyFilter("title")),
            ("outlt:tern", UnknownFilter("outlt:".to_owned())),
            ("before:yesterday", date("before", "yesterday")),
            ("after:2026-13", date("after", "2026-13")),
            ("lang:german", BadLang("german".to_owned())),
            ("-ferry -boat", OnlyRefused),
        ] {
            assert_eq!(parse(text), Err(fault), "{text}");
        }
        assert_eq!(parse(&"x ".repeat(MAX_CLAUSES + 1)), Err(TooLong));
        let deep = format!("{}a1{}", "(".repeat(MAX_NESTING + 1), ")".repeat(MAX_NESTING + 1));
        assert_eq!(parse(&deep), Err(TooDeep));
        assert!(parse(&"NOT ".repeat(100_000)).is_err());
    }

    proptest! {
        #[test]
        fn no_question_panics(text in "\\PC{0,80}") {
            let _ = parse(&text);
        }

        #[test]
        fn no_question_of_the_language_s_own_signs_panics(
            parts in proptest::collection::vec(
                proptest::sample::select(vec!["(", ")", "\"", "-", " ", "OR", " AND ", "NOT ", "outlet:", "before:", "ä", "東", ":", "“", "2026-02-30"]),
                0..40,
            )
        ) {
            let _ = parse(&parts.concat());
        }
    }
}
