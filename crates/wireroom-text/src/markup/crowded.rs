//! Tags with attributes by the thousand, cut before the tokenizer sees them: it compares every attribute of a tag with
//! all the others. It refuses nothing else and changes no other tag. Start at [`thinned`].

use std::borrow::Cow;

/// Attributes of one tag that reach the tokenizer. The fullest tags of real pages have about 60.
const MAX_TAG_ATTRIBUTES: usize = 256;

/// `html` with the attributes over the limit cut out of their tags.
pub fn thinned(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(tag) = html.get(at..).and_then(|rest| rest.find('<')).map(|found| at + found) {
        let tag = Tag::read(html.as_bytes(), tag + 1);
        if let Some(cut) = tag.cut {
            out.push_str(html.get(copied..cut).unwrap_or_default());
            copied = tag.end;
        }
        at = tag.end;
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(html.get(copied..).unwrap_or_default());
    Cow::Owned(out)
}

/// Where a tag ends (at its ">", or where nothing of a tag goes on), and where its attributes are too many.
struct Tag {
    end: usize,
    cut: Option<usize>,
}

impl Tag {
    fn read(html: &[u8], mut at: usize) -> Self {
        at += usize::from(html.get(at) == Some(&b'/'));
        let mut tag = Self { end: at, cut: None };
        if !html.get(at).is_some_and(u8::is_ascii_alphabetic) {
            return tag;
        }
        let skip = |from: usize, while_: fn(u8) -> bool| {
            html.get(from..)
                .and_then(|rest| rest.iter().position(|&b| !while_(b)))
                .map_or(html.len(), |n| from + n)
        };
        at = skip(at, |b| !is_space(b) && !matches!(b, b'/' | b'>'));
        for attributes in 0.. {
            at = skip(at, |b| is_space(b) || b == b'/');
            if matches!(html.get(at), None | Some(b'>')) {
                break;
            }
            if attributes == MAX_TAG_ATTRIBUTES {
                tag.cut = Some(at);
            }
            at = skip(at + 1, |b| !is_space(b) && !matches!(b, b'/' | b'>' | b'='));
            let value = skip(at, is_space);
            if html.get(value) != Some(&b'=') {
                continue;
            }
            at = skip(value + 1, is_space);
            at = match html.get(at) {
                Some(b'"') => (skip(at + 1, |b| b != b'"') + 1).min(html.len()),
                Some(b'\'') => (skip(at + 1, |b| b != b'\'') + 1).min(html.len()),
                _ => skip(at, |b| !is_space(b) && b != b'>'),
            };
        }
        tag.end = at;
        tag
    }
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_keeps_its_first_attributes_and_every_other_tag_is_left_alone() {
        let plain = "<p a='>' b=\"<x>\">1 < 2 & <b>x</b><br/></p><a href=x";
        assert!(matches!(thinned(plain), Cow::Borrowed(same) if same == plain));
        let many: String = (0..1_000).map(|n| format!(" a{n}='>'")).collect();
        let out = thinned(&format!("é<p{many}>Words</p{many}>é")).into_owned();
        assert!(out.starts_with("é<p a0='>'") && out.ends_with(" >é") && out.contains(" a255='>' >Words</p"));
        assert!(!out.contains("a256"));
    }
}
