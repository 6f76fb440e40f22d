//! An Atom feed of our own, written out: every feed that this house gives is made here. Items are named by the house's
//! own lasting name, whatever its address; text is escaped, HTML too. Start at [`Feed`].

use crate::session::Asker;
use crate::state::ServerState;
use crate::{Problem, secret};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use wireroom_model::When;

/// Where the house's own lasting name stands (written with the schema).
const HOUSE: &str = "house.name";

/// A feed to be written.
#[derive(Debug)]
pub struct Feed {
    pub title: String,
    /// What it is, after the house's name: "feed-health".
    pub id: String,
    /// The page that says the same, below the house's address.
    pub page: String,
    /// The newest first.
    pub items: Vec<Item>,
}

/// One item.
#[derive(Debug)]
pub struct Item {
    pub title: String,
    /// After the feed's name.
    pub id: String,
    pub at: i64,
    /// Below the house's address.
    pub page: String,
    pub author: Option<String>,
    pub content: Content,
}

/// What an item says.
#[derive(Debug)]
pub enum Content {
    Text(String),
    /// HTML of our own making.
    Html(String),
}

/// A new secret for a reader's address of a feed; the one before opens nothing any more. Only its hash is stored.
pub async fn new_token(state: &ServerState, asker: &Asker, purpose: &str) -> Result<String, Problem> {
    let token = secret::token().map_err(|error| Problem::house(&error))?;
    let mut tx = state.store.begin().await?;
    let now = state.clock.now().unix();
    tx.set_reader_token(asker.id(), purpose, &secret::token_hash(&token), now).await?;
    tx.commit().await?;
    Ok(token)
}

impl Feed {
    /// The feed as an answer.
    pub async fn answer(self, state: &ServerState) -> Result<Response, Problem> {
        let house = state.store.setting(HOUSE).await?.unwrap_or_default();
        let home = state.home();
        let xml = self.xml(&house, home.as_deref(), state.clock.now());
        Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], xml).into_response())
    }

    fn xml(&self, house: &str, home: Option<&str>, now: When) -> String {
        let id = escaped(&format!("tag:wireroom,2026:{house}/{}", self.id));
        let at = |unix: i64| When::from_unix(unix).unwrap_or(now).to_string();
        let link = |page: &str| {
            home.map_or_else(String::new, |home| {
                format!("<link href=\"{}{}\"/>", escaped(home), escaped(page))
            })
        };
        let mut xml = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n\
             <title>{}</title>\n<id>{id}</id>\n<updated>{}</updated>\n<author><name>Wireroom</name></author>\n{}\n",
            escaped(&self.title),
            at(self.items.iter().map(|item| item.at).max().unwrap_or_default()),
            link(&self.page)
        );
        for item in &self.items {
            let author = item
                .author
                .as_ref()
                .map_or_else(String::new, |name| format!("<author><name>{}</name></author>", escaped(name)));
            let (kind, content) = match &item.content {
                Content::Text(text) => ("text", text),
                Content::Html(html) => ("html", html),
            };
            xml.push_str(&format!(
                "<entry><title>{}</title><id>{id}/{}</id><updated>{}</updated>{}{author}\
                 <content type=\"{kind}\">{}</content></entry>\n",
                escaped(&item.title),
                escaped(&item.id),
                at(item.at),
                link(&item.page),
                escaped(content)
            ));
        }
        xml.push_str("</feed>\n");
        xml
    }
}

/// Text for XML: its marks as entities, and no character that XML forbids.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}
