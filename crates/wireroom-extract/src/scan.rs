//! Lists of phrases looked for in one walk over a line: most lines are asked for all of them and hold none.
//! It refuses to say which phrase it met or where: whoever needs that asks the list. Start at [`Phrases::any_in`].

use aho_corasick::AhoCorasick;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A list made ready when it is first asked.
pub struct Phrases(LazyLock<Option<AhoCorasick>>);

impl Phrases {
    /// `made` is asked once.
    pub const fn new(made: fn() -> Option<AhoCorasick>) -> Self {
        Self(LazyLock::new(made))
    }

    /// Whether one of the phrases stands in the text.
    pub fn any_in(&self, text: &str) -> bool {
        self.0.as_ref().is_some_and(|phrases| phrases.is_match(text))
    }
}

/// Phrases that a line may begin with, by their first characters: of hundreds a line is compared with a few.
pub struct Openings(LazyLock<BTreeMap<Opening, Vec<&'static str>>>);

/// The first character of a phrase and the second, if it has one.
type Opening = (Option<char>, Option<char>);

impl Openings {
    /// `made` is asked once.
    pub const fn new(made: fn() -> BTreeMap<Opening, Vec<&'static str>>) -> Self {
        Self(LazyLock::new(made))
    }

    /// The phrases that the text may begin with: all that do are among them.
    pub fn of(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let (first, second) = opening(text);
        let alike = [(first, second), (first, None), (None, None)];
        let [whole, single, empty] = alike.map(|opening| self.0.get(&opening).map(Vec::as_slice));
        let single = single.filter(|_| second.is_some());
        let empty = empty.filter(|_| first.is_some());
        [whole, single, empty].into_iter().flatten().flatten().copied()
    }
}

fn opening(text: &str) -> Opening {
    let mut chars = text.chars();
    (chars.next(), chars.next())
}

/// All phrases of these lists by their beginnings.
pub fn by_opening(lists: &[&[&'static str]]) -> BTreeMap<Opening, Vec<&'static str>> {
    let mut found: BTreeMap<Opening, Vec<&'static str>> = BTreeMap::new();
    for phrase in lists.iter().copied().flatten() {
        found.entry(opening(phrase)).or_default().push(phrase);
    }
    found
}

/// The walk for all phrases of these lists.
pub fn walk(lists: &[&[&str]]) -> Option<AhoCorasick> {
    AhoCorasick::new(lists.concat()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_that_a_line_begins_with_is_found_by_its_opening() {
        static OPENINGS: Openings = Openings::new(|| by_opening(&[&["a", "at once", "©"], &["更多", "b c"]]));
        let of = |text: &str| OPENINGS.of(text).filter(|phrase| text.starts_with(phrase)).collect::<Vec<_>>();
        assert_eq!(of("at once"), ["at once", "a"]);
        assert_eq!(of("a"), ["a"]);
        assert_eq!(of("更多内容"), ["更多"]);
        assert_eq!(of("© 2024"), ["©"]);
        assert!(of("").is_empty() && of("c").is_empty());
    }
}
