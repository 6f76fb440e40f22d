//! HTML to text: blocks and double line breaks make paragraphs, entities are decoded, hidden things dropped.
//! It refuses to judge what is an article and what is furniture: that is extraction's work.

use super::names::is_block;
use super::tokens::{Listener, listen};
use crate::normal::normalise;
use html5ever::tokenizer::Tag;

/// The text of HTML in the house's normal form. Text that holds no tag keeps its own empty lines as paragraphs.
pub fn plain(html: &str) -> String {
    let seen = listen(html, Plain::default());
    normalise(if seen.tags { &seen.flowed } else { &seen.as_written })
}

#[derive(Default)]
struct Plain {
    flowed: String,
    /// The same before the first tag, line breaks kept.
    as_written: String,
    tags: bool,
    preformatted: u32,
    /// Inside the small reading aids over Chinese and Japanese characters, which repeat the word.
    gloss: bool,
}

impl Listener for Plain {
    fn start(&mut self, tag: &Tag) {
        self.tags = true;
        let name = &*tag.name;
        self.gloss = matches!(name, "rt" | "rp");
        match name {
            "br" => self.flowed.push('\n'),
            "td" | "th" => self.flowed.push(' '),
            "q" => self.flowed.push('“'),
            _ if is_block(name) => self.flowed.push_str("\n\n"),
            _ => {}
        }
        if name == "pre" {
            self.preformatted += 1;
        }
    }

    fn end(&mut self, name: &str) {
        self.tags = true;
        match name {
            "rt" | "rp" | "ruby" => self.gloss = false,
            "pre" => self.preformatted = self.preformatted.saturating_sub(1),
            "q" => self.flowed.push('”'),
            // "</br>" is a line break in every browser.
            "br" => self.flowed.push('\n'),
            _ => {}
        }
        if is_block(name) {
            self.flowed.push_str("\n\n");
        }
    }

    fn text(&mut self, text: &str) {
        if self.gloss {
            return;
        }
        if !self.tags {
            self.as_written.push_str(text);
        }
        if self.preformatted > 0 {
            self.flowed.push_str(text);
        } else {
            self.flowed.extend(text.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }));
        }
    }
}
