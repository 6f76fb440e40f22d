//! Lists of phrases looked for in one walk over a line: most lines are asked for all of them and hold none.
//! It refuses to say which phrase it met or where: whoever needs that asks the list. Start at [`Phrases::any_in`].

use aho_corasick::AhoCorasick;
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

/// The walk for all phrases of these lists.
pub fn walk(lists: &[&[&str]]) -> Option<AhoCorasick> {
    AhoCorasick::new(lists.concat()).ok()
}
