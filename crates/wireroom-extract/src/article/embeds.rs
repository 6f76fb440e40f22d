//! Embedded posts as quotations with their source, and frames as lines that lead to what they show. Both are figures
//! of the HTML: a post's words are not the outlet's, so the body has none of them.
//! Start at [`post`] and [`frame`].

use super::html::{attribute, escape};
use super::{From, inline};
use crate::blocks::{Block, Role};
use crate::posts::{self, Source};
use crate::tree::{Name, Tag};
use wireroom_text::normal;

/// An embedded post as a figure's inside: its words as a quotation, and the line that leads to it. `None` for a post
/// of which nothing is known.
pub fn post(from: From<'_>, post: usize) -> Option<String> {
    let range = from.blocks.range(from.tree, post);
    let blocks = from.blocks.list.get(range).unwrap_or_default();
    let mut source = Source::of_post(from.tree, post, from.base)?;
    let (words, lines): (Vec<&Block>, Vec<&Block>) =
        blocks.iter().partition(|b| !is_source_line(from, b, post, &source));
    let signed = |line: &&&Block| line.text.trim_start().starts_with(['—', '–', '―']);
    let named = |line: &&&Block| line.text.contains('@');
    let signature = lines.iter().find(signed).or_else(|| lines.iter().find(named)).or_else(|| lines.last());
    source.author = signature.and_then(|line| {
        let date = last_link(from, line).map(|link| from.tree.line(link, 120)).unwrap_or_default();
        posts::author(&normal::normalise(&line.text).replace("\n\n", " "), &date)
    });
    let mut html = String::new();
    for block in words {
        let inside = inline::inline(from.tree, from.blocks, block).html;
        let inside = inside.unwrap_or_else(|| escape(&normal::normalise(&block.text)));
        html.push_str(&format!("<p>{inside}</p>"));
    }
    if !html.is_empty() {
        html = format!("<blockquote cite=\"{}\">{html}</blockquote>", attribute(&source.address));
    }
    Some(html + &line(&source))
}

/// The line that leads to what a frame shows.
pub fn frame(from: From<'_>, frame: usize) -> Option<String> {
    Source::of_frame(from.tree, frame, from.base).map(|source| line(&source))
}

fn line(source: &Source) -> String {
    format!(
        "<figcaption><cite><a href=\"{}\">{}</a></cite></figcaption>",
        attribute(&source.address),
        escape(&source.label())
    )
}

/// "— Ada Fenn (@adafenn) May 3, 2025", or what the service prints in place of a post's words.
fn is_source_line(from: From<'_>, block: &Block, post: usize, source: &Source) -> bool {
    let linked = last_link(from, block).is_some();
    let text = block.text.trim();
    posts::is_notice(text)
        || (linked && text.starts_with(['—', '–', '―']))
        || (linked && (block.role == Role::Loose || block.node == post))
        || (linked && block.link_share() > 0.9 && source.service != "Instagram")
}

/// The last link of a block.
fn last_link(from: From<'_>, block: &Block) -> Option<usize> {
    let nodes: Vec<usize> =
        inline::around(from.tree, block).into_iter().chain(block.first..=block.last).collect();
    let is_link = |at: &usize| from.tree.tag(*at) == Tag::A && from.tree.attribute(*at, Name::Href).is_some();
    nodes.into_iter().rev().find(is_link)
}
