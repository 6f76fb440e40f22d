//! What stands between quotation marks. Two texts that print the same quotation heard the same person; it says little
//! about who copied whom. It refuses to guess who speaks. Start at [`quoted`].

use wireroom_model::Span;

/// Quotations of one text that are looked at.
const MAX_QUOTES: usize = 1_024;

/// What stands between quotation marks, paragraph by paragraph: a mark left open ends with its paragraph.
pub(crate) fn quoted(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut from = 0;
    while let Some((at, mark)) = next_mark(text, from) {
        from = at + mark.len_utf8();
        match open {
            Some((start, close)) if mark == '\n' || mark == close && ends(text, from, close) => {
                found.extend(Span::new(text, start, at));
                open = None;
            }
            None => open = closing(mark).filter(|&close| begins(text, at, close)).map(|close| (from, close)),
            Some(_) => {}
        }
        if found.len() >= MAX_QUOTES {
            return found;
        }
    }
    found.extend(open.and_then(|(start, _)| Span::new(text, start, text.len())));
    found
}

/// The next character that may open or close a quotation, or end a paragraph. Byte by byte: most of a text is neither.
fn next_mark(text: &str, from: usize) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let byte = *bytes.get(at)?;
        if byte == b'"' || byte == b'\n' {
            return Some((at, char::from(byte)));
        }
        // The first bytes of the guillemets, of the curly and the corner marks.
        if matches!(byte, 0xc2 | 0xe2 | 0xe3) {
            let mark = text.get(at..)?.chars().next()?;
            if closing(mark).is_some()
                || matches!(mark, '\u{201c}' | '\u{201d}' | '\u{2019}' | '\u{300d}' | '\u{300f}')
            {
                return Some((at, mark));
            }
            at += mark.len_utf8();
            continue;
        }
        at += 1;
    }
}

/// A single mark opens only before a word and not after one.
fn begins(text: &str, at: usize, close: char) -> bool {
    let before = text.get(..at).and_then(|t| t.chars().next_back());
    close != '\u{2019}' || !before.is_some_and(char::is_alphanumeric)
}

/// A single mark closes only where no letter follows: else it is an apostrophe.
fn ends(text: &str, after: usize, close: char) -> bool {
    let next = text.get(after..).and_then(|t| t.chars().next());
    close != '\u{2019}' || !next.is_some_and(char::is_alphanumeric)
}

/// The mark that closes what this one opens.
const fn closing(mark: char) -> Option<char> {
    match mark {
        '"' => Some('"'),
        '\u{201c}' => Some('\u{201d}'),
        '\u{2018}' => Some('\u{2019}'),
        // German and its neighbours open low and close with the mark that opens elsewhere.
        '\u{201e}' => Some('\u{201c}'),
        '\u{ab}' => Some('\u{bb}'),
        '\u{bb}' => Some('\u{ab}'),
        '\u{300c}' => Some('\u{300d}'),
        '\u{300e}' => Some('\u{300f}'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        quoted(text).into_iter().filter_map(|span| span.of(text)).collect()
    }

    #[test]
    fn the_marks_of_many_languages_open_and_close() {
        let text = "\"one\" “two” „three“ «four» »five« 「六」 ‘seven’ and no more";
        assert_eq!(found(text), ["one", "two", "three", "four", "five", "六", "seven"]);
    }

    #[test]
    fn a_mark_left_open_ends_with_its_paragraph() {
        assert_eq!(found("He said “one\n\n“two” and “three"), ["one", "two", "three"]);
    }

    #[test]
    fn an_apostrophe_is_no_quotation() {
        assert_eq!(found("the harbour’s board and the boys’ choir don’t"), Vec::<&str>::new());
        assert_eq!(found("‘we don’t sail’, she said"), ["we don’t sail"]);
    }
}
