//! One topic: its stories, newest first, under every spelling; and the form that follows it or lets it go.
//! `/tag/NAME.json` is the same as a public shape.

use crate::Problem;
use crate::fields::Fields;
use crate::frame::Frame;
use crate::outgoing::view::View;
use crate::pages::latest::page_number;
use crate::pages::{Done, Either, form_of, front, json, page};
use crate::session::Asker;
use crate::state::ServerState;
use crate::wording;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use front::Card;
use serde::Serialize;
use std::collections::BTreeMap;
use wireroom_model::{Lang, StoryId, Time};
use wireroom_store::briefs::StoryCard;
use wireroom_store::several::Topics;
use wireroom_store::story_tags::{MAX_FOLLOWED, StoryTag};
use wireroom_text::spelling::key;

/// Stories on one page.
const STORIES: u32 = 30;
/// Letters of a topic that somebody may ask for or follow.
const MAX_NAME: usize = 120;
/// Spellings that the page names.
const MAX_SPELLINGS: usize = 6;
/// Topics of a story on a card.
const ON_CARD: usize = 3;

#[derive(Debug, Template)]
#[template(path = "pages/tag/tag.html")]
struct TagPage {
    frame: Frame,
    name: String,
    path: String,
    summary: String,
    spelt: Option<String>,
    followed: bool,
    cards: Vec<Card>,
    newer: Option<u32>,
    older: Option<u32>,
}

/// docs/formats/tag.schema.json.
#[derive(Debug, Serialize)]
struct TagShape {
    tag: String,
    spellings: Vec<String>,
    followed: bool,
    stories: Vec<StoryShape>,
    page: u32,
    older: Option<u32>,
}

#[derive(Debug, Serialize)]
struct StoryShape {
    id: StoryId,
    title: String,
    lang: Lang,
    articles: u64,
    outlets: u64,
    newest: Time,
}

impl From<StoryCard> for StoryShape {
    fn from(card: StoryCard) -> Self {
        let StoryCard { id, title, lang, articles, outlets, newest, .. } = card;
        Self { id, title, lang, articles, outlets, newest }
    }
}

/// A topic as other pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagLink {
    pub name: String,
    pub path: String,
    pub lang: String,
    pub dir: &'static str,
    /// Stories that have it, where that was counted and is more than this one.
    pub stories: Option<String>,
    pub followed: bool,
}

/// The address of a topic's page.
pub fn path(name: &str) -> String {
    let safe: String = url::form_urlencoded::byte_serialize(name.replace(' ', "").as_bytes()).collect();
    format!("/tag/{safe}")
}

fn link(tag: StoryTag, followed: &[String]) -> TagLink {
    TagLink {
        path: path(&tag.name),
        lang: wording::tag(tag.lang),
        dir: wording::dir(tag.lang),
        stories: None,
        followed: followed.contains(&tag.name),
        name: tag.name,
    }
}

/// A story's page counts the stories of a topic so far: of more it says that there are more.
const MAX_COUNTED: u32 = 100;

/// A story's topics for its page, each with how many stories it has.
pub async fn of_story(state: &ServerState, asker: &Asker, card: &StoryCard) -> Result<Vec<TagLink>, Problem> {
    let followed = state.store.followed_of_story(asker.id(), card.id, card.audience).await?;
    let tags = state.store.story_tags(card.id, card.audience).await?;
    let keys: Vec<String> = tags.iter().map(|tag| key(&tag.name)).collect();
    let counts = state.store.tag_counts(&keys, asker.viewer(), MAX_COUNTED).await?;
    let links = tags.into_iter().map(|tag| {
        let stories = counts.get(&key(&tag.name)).copied().unwrap_or_default();
        let stories = match stories {
            0 | 1 => None,
            many if many >= u64::from(MAX_COUNTED) => Some(say!("tag-over", n = MAX_COUNTED - 1)),
            some => Some(say!("count-stories", n = some)),
        };
        TagLink { stories, ..link(tag, &followed) }
    });
    Ok(links.collect())
}

/// The few topics that stand on each of several cards.
#[derive(Debug)]
pub struct OnCards {
    topics: Topics,
    followed: BTreeMap<(StoryId, i64), Vec<String>>,
}

impl OnCards {
    pub async fn of(state: &ServerState, asker: &Asker, stories: &[StoryId]) -> Result<Self, Problem> {
        Ok(Self {
            topics: state.store.topics_of(stories).await?,
            followed: state.store.followed_of(asker.id(), stories).await?,
        })
    }

    pub fn on(&self, card: &StoryCard) -> Vec<TagLink> {
        let key = (card.id, card.audience);
        let followed = self.followed.get(&key).map_or(&[][..], Vec::as_slice);
        let topics = self.topics.get(&key).into_iter().flatten();
        topics.take(ON_CARD).map(|tag| link(tag.clone(), followed)).collect()
    }
}

/// `?page=2` and on.
#[derive(Debug, serde::Deserialize)]
pub struct Asked {
    page: Option<String>,
}

/// A topic's name as asked for, and its key.
pub fn named(text: &str) -> Result<(String, String), Problem> {
    let name: String = text.trim().trim_start_matches(['#', '＃']).chars().take(MAX_NAME).collect();
    let key = key(&name);
    if key.is_empty() { Err(Problem::no_page()) } else { Ok((name, key)) }
}

/// One topic.
pub async fn show(
    State(state): State<ServerState>,
    asker: Asker,
    Path(last): Path<String>,
    Query(asked): Query<Asked>,
) -> Either {
    let (text, is_json) = form_of(&last);
    let (name, key) = named(text)?;
    let viewer = asker.viewer();
    let number = page_number(asked.page.as_deref());
    let mut found = state.store.stories_of_tag(&key, viewer, STORIES + 1, (number - 1) * STORIES).await?;
    let older = (found.len() > STORIES as usize).then_some(number + 1);
    found.truncate(STORIES as usize);
    let (names, mut spellings) = state.store.tag_spellings(&key, viewer).await?;
    // As most stories print it, whatever spelling was asked for.
    let name = names.into_iter().next().unwrap_or(name);
    spellings.truncate(MAX_SPELLINGS);
    let followed = state.store.followed_keys(asker.id()).await?.contains(&key);
    if is_json {
        let stories = found.into_iter().map(StoryShape::from).collect();
        return json(&TagShape { tag: name, spellings, followed, stories, page: number, older });
    }
    let (stories, _) = state.store.tag_count(&key, viewer).await?;
    let cards = front::cards(&state, &asker, found, state.clock.now()).await?;
    let mut frame = Frame::new(&state, Some(&asker), format!("#{name}"), "/tags");
    frame.out = View::parse("topic", Some(&key));
    let model = TagPage {
        frame,
        path: path(&name),
        summary: match stories {
            0 => say!("tag-none"),
            many => say!("tag-stories", stories = say!("count-stories", n = many)),
        },
        spelt: (spellings.len() > 1).then(|| wording::listed(&spellings, MAX_SPELLINGS)),
        followed,
        cards,
        newer: (number > 1).then(|| number - 1),
        older,
        name,
    };
    Ok(page(&model)?.into_response())
}

/// Follows a topic (`to` is not "no") or lets it go, and stays on its page.
pub async fn follow(State(state): State<ServerState>, fields: Fields) -> Done {
    let (name, key) = named(fields.text("name"))?;
    let mut tx = state.store.begin().await?;
    if fields.text("to") == "no" {
        tx.unfollow_tag(fields.asker.id(), &key).await?;
    } else if !tx.follow_tag(fields.asker.id(), &key, &name, state.clock.now().unix()).await? {
        return Err(Problem::refused(say!("tag-many", n = MAX_FOLLOWED)));
    }
    tx.commit().await?;
    let back = match fields.text("back") {
        "list" => "/tags".to_owned(),
        "following" => "/following".to_owned(),
        _ => path(&name),
    };
    Ok(Redirect::to(&format!("{}{back}", state.base())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topics_address_holds_any_script_and_no_mark() {
        assert_eq!(path("Reko Diq"), "/tag/RekoDiq");
        assert_eq!(path("كأس/?#"), "/tag/%D9%83%D8%A3%D8%B3%2F%3F%23");
    }
}
