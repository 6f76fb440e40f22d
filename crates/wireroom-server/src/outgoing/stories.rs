//! Stories as items: the headline with how many outlets and origins tell it, the brief with each sentence's sources as
//! links, and the articles folded under whose text they are. What is new in one story is an item a time.

use super::articles::headline;
use super::text::{HOME, html};
use super::{Content, Item};
use crate::pages::front::origins_line;
use crate::pages::story::news;
use crate::state::ServerState;
use crate::told::{Cited, Numbers, Told};
use crate::{Problem, wording};
use wireroom_model::{StoryId, When};
use wireroom_store::Viewer;
use wireroom_store::articles::ArticleLine;
use wireroom_store::several::Topics;
use wireroom_store::story_page::{FamilyGroup, StoryPage};

/// Families of a story that an item names, the earliest; the story's page has all.
const FAMILIES: usize = 30;
/// Copies named under one.
const COPIES: usize = 12;
/// Topics of an item.
const TOPICS: usize = 8;
/// Characters of a headline that is a sentence.
const MAX_SENTENCE: usize = 160;

/// Stories, in the order given, as this viewer may see them.
pub async fn items(state: &ServerState, viewer: Viewer, stories: &[StoryId]) -> Result<Vec<Item>, Problem> {
    let topics = state.store.topics_of(stories).await?;
    let mut items = Vec::new();
    for &story in stories {
        if let Some(page) = state.store.story_page(story, viewer).await? {
            items.push(item(&page, topics_on(&topics, story, page.brief.card.audience)));
        }
    }
    Ok(items)
}

/// The topics of a story, by name.
pub fn topics_on(topics: &Topics, story: StoryId, audience: i64) -> Vec<String> {
    let tags = topics.get(&(story, audience)).into_iter().flatten();
    tags.take(TOPICS).map(|tag| tag.name.clone()).collect()
}

fn item(page: &StoryPage, topics: Vec<String>) -> Item {
    let card = &page.brief.card;
    let told = Told::read(&page.brief.json);
    Item {
        title: say!("out-title", title = headline(&card.title), counts = origins_line(card)),
        id: format!("story/{}", card.id),
        updated: card.changed_at,
        published: When::from_unix(card.opened_at),
        page: format!("/story/{}", card.id),
        original: None,
        authors: Vec::new(),
        topics,
        lang: Some(wording::tag(card.lang)).filter(|tag| !tag.is_empty()),
        summary: card.lead.clone().filter(|lead| !super::text::line(lead).is_empty()),
        content: Content::Html(format!("{}{}", brief(&told), printed(&page.families))),
    }
}

/// The lead and the key points.
fn brief(told: &Told) -> String {
    let mut numbers = Numbers::new(told);
    let lead: Vec<String> = told.lead.iter().map(|cited| sentence(&mut numbers, cited, &[])).collect();
    let points: Vec<String> = told
        .points
        .iter()
        .map(|point| format!("<li>{}</li>\n", sentence(&mut numbers, &point.sentence, &point.others)))
        .collect();
    let mut out = String::new();
    if !lead.is_empty() {
        out.push_str(&format!("<p>{}</p>\n", lead.join(" ")));
    }
    if !points.is_empty() {
        out.push_str(&format!("<h2>{}</h2>\n<ul>\n{}</ul>\n", html(&say!("story-points")), points.concat()));
    }
    out
}

/// A sentence with its sources as links to the passage itself, under the numbers of the story's own page.
fn sentence(numbers: &mut Numbers<'_>, cited: &Cited, others: &[Cited]) -> String {
    let mut out = html(cited.text.trim());
    for passage in std::iter::once(cited).chain(others) {
        let (number, at) = (numbers.mark(passage).number, passage.chars);
        out.push_str(&format!(
            " <a href=\"{HOME}/article/{}?version={}&amp;at={}-{}#here\">[{number}]</a>",
            passage.article, passage.version, at.start, at.end
        ));
    }
    out
}

/// The articles under whose text they are.
fn printed(families: &[FamilyGroup]) -> String {
    let line = |line: &ArticleLine| {
        let outlet = line.outlet.as_deref().unwrap_or_default();
        let title = html(&headline(&line.title));
        format!("<a href=\"{HOME}/article/{}\">{title}</a> {}", line.id, html(outlet))
    };
    let family = |group: &FamilyGroup| {
        let copies: String =
            group.copies.iter().take(COPIES).map(|copy| format!("<li>{}</li>\n", line(copy))).collect();
        let copies = if copies.is_empty() { copies } else { format!("\n<ul>\n{copies}</ul>") };
        format!("<li>{}{copies}</li>\n", line(&group.first))
    };
    let all: String = families.iter().take(FAMILIES).map(family).collect();
    format!("<h2>{}</h2>\n<ul>\n{all}</ul>\n", html(&say!("story-articles")))
}

/// What came to a story, one item for each time at which something did.
pub fn new_in(story: StoryId, told: &Told) -> Vec<Item> {
    let came = news::said(told, &mut Numbers::new(told));
    let mut items: Vec<Item> = Vec::new();
    for one in came {
        let id = format!("story/{story}/new/{}", one.at);
        if items.iter().any(|item| item.id == id) {
            continue;
        }
        let words = |item: &news::Item| format!("{}{}", item.sentence.head, item.sentence.tail);
        let Some(first) = one.items.first() else { continue };
        let rows = one.items.iter().map(|item| {
            let was = item.was.as_ref().map_or_else(String::new, |was| format!("<s>{}</s> ", html(was)));
            format!(
                "<li><b>{}</b> {was}{} {}</li>\n",
                html(&item.label),
                html(&words(item)),
                html(&item.outlet)
            )
        });
        items.push(Item {
            title: headline(&format!("{}: {}", first.label, wording::cut(&words(first), MAX_SENTENCE))),
            updated: one.at,
            published: When::from_unix(one.at),
            page: format!("/story/{story}"),
            original: None,
            authors: Vec::new(),
            topics: Vec::new(),
            lang: None,
            summary: None,
            content: Content::Html(format!("<ul>\n{}</ul>\n", rows.collect::<String>())),
            id,
        });
    }
    items
}
