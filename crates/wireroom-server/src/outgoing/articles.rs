//! Articles as items: the whole text for whom it was read, its beginning where its publisher reserves the rest.

use super::text::html;
use super::{Content, Item, hour};
use crate::pages::article::text::{Block, Lights, Piece, blocks};
use crate::pages::guest::excerpt::Excerpt;
use crate::state::ServerState;
use crate::{Problem, wording};
use wireroom_model::Extracted;
use wireroom_store::Viewer;
use wireroom_store::articles::ArticleLine;

/// One article, as this viewer may see it; none where it has no text.
pub async fn item(
    state: &ServerState,
    viewer: Viewer,
    line: ArticleLine,
    topics: Vec<String>,
) -> Result<Option<Item>, Problem> {
    let Some(version) = state.store.current_version(line.id, viewer).await? else { return Ok(None) };
    let text = &version.extracted;
    let summary = Excerpt::of(&text.body).map(|excerpt| excerpt.to_string());
    // A feed is an answer to a program: what is reserved may not leave the house by it.
    let content = match state.store.may_export(line.id).await? {
        true => Content::Html(whole(text)),
        false => Content::Text(summary.clone().unwrap_or_default()),
    };
    let mut authors = text.authors.clone();
    authors.extend(line.outlet.filter(|outlet| !text.authors.contains(outlet)));
    authors.retain(|name| !super::text::line(name).is_empty());
    Ok(Some(Item {
        title: headline(&line.title),
        id: format!("article/{}", line.id),
        updated: version.seen_at,
        published: hour(line.published),
        page: format!("/article/{}", line.id),
        original: line.url.as_deref().and_then(wording::followable),
        authors,
        topics,
        lang: Some(wording::tag(line.lang)).filter(|tag| !tag.is_empty()),
        summary: summary.filter(|text| !super::text::line(text).is_empty()),
        content,
    }))
}

/// A headline in one line, or that there is none.
pub fn headline(title: &str) -> String {
    wording::headline(&super::text::line(title))
}

/// The whole text as HTML of our own making, from its plain words.
fn whole(text: &Extracted) -> String {
    let mut out = String::new();
    for block in blocks(&text.body, &text.sections, &text.turns, &Lights::default()) {
        match block {
            Block::Heading(words) => out.push_str(&format!("<h3>{}</h3>\n", html(&words))),
            Block::Paragraph(pieces) => out.push_str(&format!("<p>{}</p>\n", words(&pieces))),
            Block::Turn { speaker, paragraphs, .. } => {
                let mut said = paragraphs.iter().map(|pieces| words(pieces));
                let first = said.next().unwrap_or_default();
                out.push_str(&format!("<p><b>{}</b> {first}</p>\n", html(&speaker)));
                said.for_each(|more| out.push_str(&format!("<p>{more}</p>\n")));
            }
        }
    }
    out
}

fn words(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| html(&format!("{}{}", piece.text, piece.last))).collect()
}
