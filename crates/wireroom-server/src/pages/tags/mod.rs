//! Topics: those that the reader follows, those of the newest stories, and the way to any other by any spelling.
//! `/tags.json` is what the reader follows as a public shape.

use crate::frame::Frame;
use crate::pages::tag::path;
use crate::pages::{Either, json, page};
use crate::session::Asker;
use crate::stamp::{self, Stamp};
use crate::state::ServerState;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect};
use serde::Serialize;
use wireroom_model::{Time, When};
use wireroom_store::story_tags::TagCount;

/// Topics of the newest stories that are offered.
const OFFERED: u32 = 40;
/// How far back they are looked for, in seconds: what most stories of three days are about.
const RECENT: i64 = 3 * 86_400;

#[derive(Debug, Template)]
#[template(path = "pages/tags/tags.html")]
struct TagsPage {
    frame: Frame,
    followed: Vec<Row>,
    offered: Vec<(String, String)>,
}

/// A topic that is followed.
#[derive(Debug)]
struct Row {
    name: String,
    path: String,
    stories: String,
    newest: Option<Stamp>,
}

/// docs/formats/tags.schema.json.
#[derive(Debug, Serialize)]
struct TagsShape {
    followed: Vec<FollowedShape>,
}

#[derive(Debug, Serialize)]
struct FollowedShape {
    tag: String,
    stories: u64,
    newest: Time,
    followed: Time,
}

fn time(at: Option<i64>) -> Time {
    at.and_then(When::from_unix).map_or(Time::Unknown, Time::At)
}

impl From<TagCount> for FollowedShape {
    fn from(tag: TagCount) -> Self {
        Self {
            tag: tag.name,
            stories: tag.stories,
            newest: time(tag.newest),
            followed: time(tag.followed_at),
        }
    }
}

/// `?q=Zelenskyy` leads to the topic under any spelling.
#[derive(Debug, serde::Deserialize)]
pub struct Asked {
    q: Option<String>,
}

/// The page.
pub async fn show(State(state): State<ServerState>, asker: Asker, Query(asked): Query<Asked>) -> Either {
    let wanted = asked.q.as_deref().unwrap_or_default().trim();
    if !wireroom_text::spelling::key(wanted).is_empty() {
        return Ok(Redirect::to(&format!("{}{}", state.base(), path(wanted))).into_response());
    }
    let now = state.clock.now();
    let followed = state.store.followed_tags(asker.id(), asker.viewer()).await?;
    let offered = state.store.common_tags(now.unix() - RECENT, asker.viewer(), OFFERED).await?;
    let model = TagsPage {
        frame: Frame::new(&state, Some(&asker), say!("menu-topics"), "/tags"),
        followed: followed.into_iter().map(|tag| row(tag, now)).collect(),
        offered: offered.into_iter().map(|name| (path(&name), name)).collect(),
    };
    Ok(page(&model)?.into_response())
}

fn row(tag: TagCount, now: When) -> Row {
    Row {
        path: path(&tag.name),
        stories: if tag.stories == 0 {
            say!("tags-no-story")
        } else {
            say!("count-stories", n = tag.stories)
        },
        newest: tag.newest.map(|at| stamp::moment(at, now)),
        name: tag.name,
    }
}

/// What the reader follows, as JSON.
pub async fn show_json(State(state): State<ServerState>, asker: Asker) -> Either {
    let followed = state.store.followed_tags(asker.id(), asker.viewer()).await?;
    json(&TagsShape { followed: followed.into_iter().map(FollowedShape::from).collect() })
}
