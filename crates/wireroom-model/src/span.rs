//! Spans: byte ranges of one normalised text inside, Unicode characters at every edge (filters, APIs).
//! The conversion between the two stands here and nowhere else.
//! A span cannot be made off a character boundary or outside its text.

use serde::{Deserialize, Serialize};

/// A byte range `start..end` of one text. Checked when made; resolved with [`Span::of`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    start: u32,
    end: u32,
}

/// The same range counted in Unicode characters, as every public shape prints it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CharSpan {
    pub start: usize,
    pub end: usize,
}

impl Span {
    /// A span of `text`; `None` where an edge is outside it, inside a character, or past `u32`.
    pub fn new(text: &str, start: usize, end: usize) -> Option<Self> {
        text.get(start..end)?;
        Some(Self { start: u32::try_from(start).ok()?, end: u32::try_from(end).ok()? })
    }

    /// The span of `part`, which must be a slice of `text` (the same memory).
    pub fn within(text: &str, part: &str) -> Option<Self> {
        let start = (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
        Self::new(text, start, start.checked_add(part.len())?)
    }

    /// The first byte.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end() - self.start()
    }

    /// True where the span holds nothing.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words themselves; `None` if `text` is not the text the span was made on.
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.start()..self.end())
    }

    /// The same range in characters of `text`.
    pub fn to_chars(self, text: &str) -> Option<CharSpan> {
        let start = text.get(..self.start())?.chars().count();
        Some(CharSpan { start, end: start + self.of(text)?.chars().count() })
    }

    /// True where the two share at least one byte.
    pub const fn touches(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// True where `other` lies inside.
    pub const fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

impl CharSpan {
    /// Back to bytes of `text`.
    pub fn to_bytes(self, text: &str) -> Option<Span> {
        let mut edges = text.char_indices().map(|(at, _)| at).chain(std::iter::once(text.len()));
        let start = edges.by_ref().nth(self.start)?;
        let end = match self.end.checked_sub(self.start)? {
            0 => start,
            more => edges.nth(more - 1)?,
        };
        Span::new(text, start, end)
    }
}

/// Byte offsets to characters for many ascending spans of one long text, in one pass over it.
#[derive(Debug, Clone)]
pub struct CharCounter<'t> {
    text: &'t str,
    byte: usize,
    chars: usize,
}

impl<'t> CharCounter<'t> {
    /// Starts at the head of `text`.
    pub const fn new(text: &'t str) -> Self {
        Self { text, byte: 0, chars: 0 }
    }

    /// The number of characters before byte `at`; going backwards starts over.
    pub fn chars_before(&mut self, at: usize) -> Option<usize> {
        if at < self.byte {
            (self.byte, self.chars) = (0, 0);
        }
        self.chars += self.text.get(self.byte..at)?.chars().count();
        self.byte = at;
        Some(self.chars)
    }

    /// A whole span.
    pub fn convert(&mut self, span: Span) -> Option<CharSpan> {
        Some(CharSpan { start: self.chars_before(span.start())?, end: self.chars_before(span.end())? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_span_inside_a_character_cannot_be_made() {
        assert!(Span::new("né", 0, 2).is_none());
        assert!(Span::new("né", 0, 4).is_none());
        assert!(Span::new("né", 1, 3).is_some());
    }

    proptest! {
        #[test]
        fn bytes_and_characters_convert_back_and_forth(text in "\\PC{0,40}", a in 0usize..41, b in 0usize..41) {
            let total = text.chars().count();
            let (start, end) = (a.min(b).min(total), a.max(b).min(total));
            let chars = CharSpan { start, end };
            let bytes = chars.to_bytes(&text).unwrap();
            prop_assert_eq!(bytes.to_chars(&text).unwrap(), chars);
            prop_assert_eq!(CharCounter::new(&text).convert(bytes).unwrap(), chars);
            let expected: String = text.chars().skip(start).take(end - start).collect();
            prop_assert_eq!(bytes.of(&text).unwrap(), expected);
        }
    }
}
