//! One pass over HTML as a browser's tokenizer sees it, without a tree: tags, text, and nothing of what is
//! inside scripts, styles and their like. Both ways out of markup, safe HTML and text, stand on it.

use super::capped;
use super::crowded::thinned;
use super::names::Hidden;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, StartTag, Tag, Token, TokenSink, TokenSinkResult, Tokenizer};
use std::cell::RefCell;

/// What a pass is told, in order. Nothing hidden arrives.
pub trait Listener {
    fn start(&mut self, tag: &Tag);
    fn end(&mut self, name: &str);
    fn text(&mut self, text: &str);
    /// Elements that are skipped with everything inside.
    fn hides(&self, name: &str) -> bool {
        Hidden::is(name)
    }
    /// Inside a drawing "<x/>" is a whole element, and the drawing's own end ends whatever is hidden in it.
    fn in_drawing(&self) -> bool {
        false
    }
}

/// Runs one pass; the listener comes back with what it gathered.
pub fn listen<L: Listener>(html: &str, listener: L) -> L {
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(&thinned(capped(html))));
    let tokenizer = Tokenizer::new(Sink(RefCell::new(State { listener, hiding: None })), Default::default());
    // The tokenizer pauses after scripts and encoding marks; each round consumes input, so this ends.
    while !queue.is_empty() {
        let _ = tokenizer.feed(&queue);
    }
    tokenizer.end();
    tokenizer.sink.0.into_inner().listener
}

struct State<L> {
    listener: L,
    /// The hidden element that is open and how many of its name.
    hiding: Option<(String, u32)>,
}

struct Sink<L>(RefCell<State<L>>);

impl<L: Listener> TokenSink for Sink<L> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => return state.tag(&tag),
            Token::CharacterTokens(text) if state.hiding.is_none() => state.listener.text(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl<L: Listener> State<L> {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name = &*tag.name;
        let start = tag.kind == StartTag;
        if let Some((open, count)) = &mut self.hiding {
            if *open == name {
                *count = if start { count.saturating_add(1) } else { count.saturating_sub(1) };
                if *count == 0 {
                    self.hiding = None;
                }
                return TokenSinkResult::Continue;
            }
            let drawing_ends = !start && self.listener.in_drawing() && matches!(name, "svg" | "math");
            if !(drawing_ends || start && Hidden::ends_at(open, name)) {
                return if start { raw(name) } else { TokenSinkResult::Continue };
            }
            self.hiding = None;
        }
        if !start {
            self.listener.end(name);
        } else if self.listener.hides(name) {
            if tag.self_closing && (Hidden::may_be_empty(name) || self.listener.in_drawing()) {
                return TokenSinkResult::Continue;
            }
            self.hiding = Some((name.to_owned(), 1));
            return raw(name);
        } else {
            self.listener.start(tag);
        }
        TokenSinkResult::Continue
    }
}

/// Elements whose inside is not markup: the tokenizer must be told.
fn raw(name: &str) -> TokenSinkResult<()> {
    match name {
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
        "textarea" | "title" => TokenSinkResult::RawData(RawKind::Rcdata),
        _ => TokenSinkResult::Continue,
    }
}
