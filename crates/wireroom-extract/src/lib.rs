//! From one page to the articles on it: clean text, structure kept, and the metadata that the page states.
//! It refuses to guess: a date nobody states is unknown, a sentence in a body stands on the page, and no site has
//! a rule of its own. It reads no clock; a relative time needs the crawl time as an argument.
//! Start at [`extract`] for HTML, [`dump::extract`] for plain-text page dumps, [`decode`] for bytes.

mod article;
mod blocks;
pub mod cap;
mod choose;
mod clean;
mod credit;
mod decode;
pub mod dump;
mod facts;
mod hints;
mod phrases;
mod structured;
mod tree;
mod turns;

pub use decode::decode;

use url::Url;
use wireroom_model::{Extracted, Kind, Time};

/// The extractor's version, stored beside every text it made. It rises when the same page may give another text.
pub const VERSION: u32 = 1;

/// One page as it was fetched.
#[derive(Debug, Clone, Copy)]
pub struct Page<'p> {
    /// Where it was found; relative addresses and dates in addresses are read against it.
    pub url: Option<&'p Url>,
    /// The decoded page: see [`decode`].
    pub html: &'p str,
    /// When it was fetched. "6 minutes ago" is resolved against this and nothing else.
    pub crawled: Time,
}

impl<'p> Page<'p> {
    /// A page of which only the text is known.
    pub const fn new(html: &'p str) -> Self {
        Self { url: None, html, crawled: Time::Unknown }
    }

    /// The same page at an address.
    #[must_use]
    pub const fn at(mut self, url: Option<&'p Url>) -> Self {
        self.url = url;
        self
    }

    /// The same page, fetched at a known time.
    #[must_use]
    pub const fn crawled(mut self, crawled: Time) -> Self {
        self.crawled = crawled;
        self
    }
}

/// The articles on a page, the page's own first (part 0). Never empty: a page without an article gives one
/// row of kind `empty`. Pure and deterministic; no input makes it panic.
pub fn extract(page: &Page<'_>) -> Vec<Extracted> {
    let capped = cap::capped(page.html);
    let document = dom_query::Document::from(capped.html);
    let tree = tree::Tree::build(&document);
    drop(document);
    let stated = structured::Stated::read(&capped.data, &tree);
    let blocks = blocks::Blocks::of(&tree, blocks::Pruning::Strict);
    let facts = facts::Facts::read(page, &tree, &blocks, &stated);
    let mut row = own_article(page, &tree, &blocks, &facts);
    if blocks::weigh(&row.body) < THIN_LETTERS {
        let lenient = blocks::Blocks::of(&tree, blocks::Pruning::Lenient);
        let other = own_article(page, &tree, &lenient, &facts);
        if blocks::weigh(&other.body) > 2 * blocks::weigh(&row.body) {
            row = other;
        }
    }
    vec![row]
}

/// The page's own article.
fn own_article(
    page: &Page<'_>,
    tree: &tree::Tree,
    blocks: &blocks::Blocks,
    facts: &facts::Facts,
) -> Extracted {
    let item_body = wireroom_text::markup::plain(&facts.item.body);
    let stated_text = choose::StatedText::new(&item_body);
    let mut row = Extracted {
        url: facts.url.clone(),
        title: facts.title.clone(),
        authors: facts.authors.clone(),
        published: facts.times.published,
        published_from: facts.times.from,
        updated: facts.times.updated,
        outlet: facts.outlet.clone(),
        ..Extracted::default()
    };
    let mut paragraphs = Vec::new();
    if let Some(choice) = choose::choose(tree, blocks, &stated_text) {
        let known = clean::Known {
            title: facts.title.as_deref().unwrap_or(""),
            description: &facts.description,
            authors: &facts.authors,
            stated: &stated_text,
        };
        let kept = clean::clean(tree, blocks, choice, &known);
        paragraphs.extend(
            kept.blocks.iter().filter_map(|at| blocks.list.get(*at)).map(|b| article::paragraph(tree, b)),
        );
        row.captions = kept
            .captions
            .iter()
            .filter_map(|at| blocks.list.get(*at))
            .filter_map(|b| article::caption(&b.text))
            .collect();
    }
    let found: usize = paragraphs.iter().map(|p| blocks::weigh(&p.text)).sum();
    if stated_text.is_evidence() && found * 2 < stated_text.letters {
        // The page shows less than it states: a text that scripts would have written.
        paragraphs = wireroom_text::normal::paragraphs(&item_body)
            .map(|text| article::Paragraph {
                role: blocks::Role::Paragraph,
                html: article::escape(text),
                text: text.to_owned(),
            })
            .collect();
    }
    article::finish(&mut row, &paragraphs, page.url);
    row.lang = article::language(facts.lang, &row.body);
    if row.kind == Kind::Article
        && facts.item.free == Some(false)
        && blocks::weigh(&row.body) < PAYWALL_LETTERS
    {
        row.kind = Kind::Paywall;
    }
    row
}

/// A body this short may be what misleading class names left of a longer one.
const THIN_LETTERS: usize = 300;

/// A text said to cost money that is shorter than this is its stump. Set by eye on stumps, which run to three paragraphs.
const PAYWALL_LETTERS: usize = 900;
