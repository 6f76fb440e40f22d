//! Titles and names: one clean line from what may be text, escaped text or HTML.
//! Only what is truly a tag of HTML is taken away, so that "a < b" and `<Untitled>` keep their words.

use super::capped;
use super::names::{Hidden, is_block, is_inline};
use crate::normal::normalise;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{RawKind, State};
use html5ever::tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::RefCell;

/// Unfinished tags that are looked at to the end of a line; each costs the whole rest.
const MAX_UNFINISHED: usize = 16;

/// A title or a name, from text or HTML: tags gone, entities decoded, one line in the house's normal form.
/// Text that was escaped twice ("&amp;amp;quot;") is decoded twice.
pub fn line(raw: &str) -> String {
    let raw = capped(raw);
    let mut text = if raw.contains('<') { untagged(raw) } else { raw.to_owned() };
    for _ in 0..2 {
        if !text.contains('&') {
            break;
        }
        text = decoded(&text);
    }
    normalise(&text).replace("\n\n", " ")
}

/// The text with tags of HTML taken out: a block leaves a space, the rest leaves nothing.
fn untagged(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    let mut hidden: Option<&str> = None;
    let mut unfinished = 0;
    // Elements of which no end follows: what follows gets shorter, so none is looked for again.
    let mut endless: Vec<String> = Vec::new();
    while let Some((before, from)) = rest.find('<').and_then(|at| rest.split_at_checked(at)) {
        if hidden.is_none() {
            out.push_str(before);
        }
        let read = if unfinished < MAX_UNFINISHED { piece(from) } else { None };
        let Some((piece, after)) = read else {
            unfinished += usize::from(looks_like_a_tag(from));
            if hidden.is_none() {
                out.push('<');
            }
            rest = from.get(1..).unwrap_or_default();
            continue;
        };
        rest = after;
        match (piece, hidden) {
            (Piece::End(name), Some(open)) if name.eq_ignore_ascii_case(open) => hidden = None,
            (_, Some(_)) | (Piece::Comment, None) => {}
            (Piece::Words(words), None) => out.push_str(words),
            (Piece::Start(name), None) if Hidden::is(&name.to_ascii_lowercase()) => {
                // A hidden element that never ends hides nothing.
                let name_known = name.to_ascii_lowercase();
                if !endless.contains(&name_known) {
                    hidden = has_end(after, name).then_some(name);
                    if hidden.is_none() {
                        endless.push(name_known);
                    }
                }
            }
            (Piece::Start(name) | Piece::End(name), None) => {
                let name = name.to_ascii_lowercase();
                if is_block(&name) || matches!(&*name, "br" | "td" | "th") {
                    out.push(' ');
                }
            }
        }
    }
    if hidden.is_none() {
        out.push_str(rest);
    }
    out
}

fn has_end(after: &str, name: &str) -> bool {
    after.match_indices("</").any(|(at, _)| {
        let end = after.get(at + 2..at + 2 + name.len());
        end.is_some_and(|end| end.eq_ignore_ascii_case(name))
    })
}

/// What costs a search for its end: a tag, a comment, a marked section.
fn looks_like_a_tag(from: &str) -> bool {
    from.get(1..)
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!')))
}

enum Piece<'t> {
    Start(&'t str),
    End(&'t str),
    Comment,
    Words(&'t str),
}

/// The tag, comment or marked section that `from` begins with, and what follows it.
fn piece(from: &str) -> Option<(Piece<'_>, &str)> {
    if let Some(inside) = from.strip_prefix("<!--") {
        return inside.split_once("-->").map(|(_, after)| (Piece::Comment, after));
    }
    if let Some(inside) = from.strip_prefix("<![CDATA[") {
        return inside.split_once("]]>").map(|(words, after)| (Piece::Words(words), after));
    }
    let inside = from.strip_prefix('<')?;
    let (end, inside) = inside.strip_prefix('/').map_or((false, inside), |inside| (true, inside));
    let name = inside.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let attributes = inside.get(name.len()..)?;
    let known = name.to_ascii_lowercase();
    if !(is_block(&known) || is_inline(&known)) || !attributes.starts_with([' ', '\t', '\n', '\r', '/', '>'])
    {
        return None;
    }
    let after = past_attributes(attributes)?;
    Some((if end { Piece::End(name) } else { Piece::Start(name) }, after))
}

/// What follows the ">" that ends a tag; one inside quotes does not.
fn past_attributes(attributes: &str) -> Option<&str> {
    let mut quote = None;
    let mut last = ' ';
    for (at, c) in attributes.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if matches!(c, '"' | '\'') && last == '=' => quote = Some(c),
            None if c == '>' => return attributes.get(at + 1..),
            None => {}
        }
        if !c.is_whitespace() {
            last = c;
        }
    }
    None
}

/// Character references replaced by what they stand for.
pub(super) fn decoded(text: &str) -> String {
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(text));
    let options =
        TokenizerOpts { initial_state: Some(State::RawData(RawKind::Rcdata)), ..TokenizerOpts::default() };
    let tokenizer = Tokenizer::new(Text::default(), options);
    while !queue.is_empty() {
        let _ = tokenizer.feed(&queue);
    }
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

#[derive(Default)]
struct Text(RefCell<String>);

impl TokenSink for Text {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        if let Token::CharacterTokens(text) = token {
            self.0.borrow_mut().push_str(&text);
        }
        TokenSinkResult::Continue
    }
}
