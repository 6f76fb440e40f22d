//! An edition as a public shape (docs/formats/edition.schema.json): its stories in reading order, each with its sum.

use super::edition::{Edition, Scored, Window};
use super::tellings::Telling;
use super::{Card, Section};
use serde::Serialize;
use wireroom_model::When;
use wireroom_story::rank::{
    DOUBLING, FOLLOW, FRESH, FRESH_SECONDS, GROWTH, GROWTH_SECONDS, MAX_FOLLOWS, MAX_GROWN,
};

#[derive(Debug, Serialize)]
pub struct EditionShape {
    made: Option<String>,
    span: &'static str,
    since: Option<String>,
    size: u32,
    held: bool,
    left_out: u64,
    muted: usize,
    stories: Vec<StoryShape>,
    rule: Rule,
}

#[derive(Debug, Serialize)]
struct StoryShape {
    place: usize,
    section: &'static str,
    story: u64,
    title: String,
    lang: Option<String>,
    articles: u64,
    outlets: u64,
    origins: u64,
    unknown: u64,
    read: bool,
    also: Vec<TellingShape>,
    score: Option<ScoreShape>,
}

/// The same event in another language.
#[derive(Debug, Serialize)]
struct TellingShape {
    story: u64,
    title: String,
    lang: Option<String>,
}

#[derive(Debug, Serialize)]
struct ScoreShape {
    total: u64,
    origins: u64,
    fresh: u64,
    growth: u64,
    follows: u64,
    latest_text: Option<String>,
    grown: u64,
    followed: Vec<String>,
}

/// The constants that the points were counted by.
#[derive(Debug, Serialize)]
struct Rule {
    points_per_doubling: u64,
    fresh_points: u64,
    fresh_seconds: u64,
    growth_points: u64,
    growth_seconds: i64,
    growth_most: u64,
    follow_points: u64,
    follow_most: u64,
}

impl EditionShape {
    pub fn new(edition: &Edition, cards: &[(Section, Card)]) -> Self {
        Self {
            made: moment(edition.made_at),
            span: match edition.window {
                Window::Day(_) => "day",
                Window::LastDay(_) => "last_day",
                Window::Visit(_) => "visit",
            },
            since: moment(edition.window.from()),
            size: edition.wanted,
            held: edition.held,
            left_out: edition.left,
            muted: edition.muted.len(),
            stories: cards.iter().map(|(section, card)| story(*section, card, edition)).collect(),
            rule: Rule {
                points_per_doubling: DOUBLING,
                fresh_points: FRESH,
                fresh_seconds: FRESH_SECONDS,
                growth_points: GROWTH,
                growth_seconds: GROWTH_SECONDS,
                growth_most: MAX_GROWN,
                follow_points: FOLLOW,
                follow_most: MAX_FOLLOWS,
            },
        }
    }
}

fn story(section: Section, card: &Card, edition: &Edition) -> StoryShape {
    let scored = edition.scores.iter().find(|(id, _)| id.get() == card.id).map(|(_, scored)| scored);
    StoryShape {
        place: card.place,
        section: section.word(),
        story: card.id,
        title: card.title.clone(),
        lang: Some(card.lang.clone()).filter(|lang| !lang.is_empty()),
        articles: card.articles,
        outlets: card.outlets,
        origins: card.origins,
        unknown: card.unknown,
        read: card.read,
        also: card.also.iter().map(telling).collect(),
        score: scored.map(sum),
    }
}

fn telling(told: &Telling) -> TellingShape {
    let lang = Some(told.lang.clone()).filter(|lang| !lang.is_empty());
    TellingShape { story: told.id, title: told.title.clone(), lang }
}

fn sum(scored: &Scored) -> ScoreShape {
    let score = &scored.score;
    ScoreShape {
        total: score.total(),
        origins: score.coverage,
        fresh: score.fresh,
        growth: score.growth,
        follows: score.follows,
        latest_text: moment(scored.facts.latest),
        grown: score.grown,
        followed: scored.follows.clone(),
    }
}

fn moment(unix: i64) -> Option<String> {
    When::from_unix(unix).map(|when| when.to_string())
}
