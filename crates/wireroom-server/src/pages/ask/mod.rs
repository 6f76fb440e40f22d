//! A question to everything, or to one story: the passages that answer it, word for word, each with the way to where
//! it stands; or that nothing answers. A GET, since it changes nothing.

use crate::Problem;
use crate::asking::{Made, Question, Quotation, Reply, Writer};
use crate::fields::Fields;
use crate::frame::Frame;
use crate::pages::{Done, Page, page};
use crate::session::Asker;
use crate::stamp::{self, Stamp};
use crate::state::ServerState;
use crate::wording::{self, count};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Redirect;
use std::collections::BTreeSet;
use wireroom_model::{StoryId, When};

/// A question is cut here (characters); the field takes no more.
pub const MAX_QUESTION: usize = 300;
/// Other outlets named after a passage before "and N more".
const MAX_OTHERS: usize = 4;

#[derive(Debug, Template)]
#[template(path = "pages/ask/ask.html")]
struct AskPage {
    frame: Frame,
    question: String,
    /// The question as part of an address, for a search by its words.
    query: String,
    story: Option<Of>,
    found: Option<Found>,
    refused: Option<String>,
    /// What became of the wish that the writer be asked.
    notice: Option<&'static str>,
}

/// The story that is asked.
#[derive(Debug)]
struct Of {
    id: u64,
    title: String,
    lang: String,
    dir: &'static str,
}

/// What was found, in finished words.
#[derive(Debug)]
struct Found {
    passages: Vec<Shown>,
    /// "Read for it: 12 articles."
    read: String,
    /// A machine's answer, checked, to stand above the passages.
    made: Vec<MadeOf>,
    /// True where the writer may be asked.
    may_wish: bool,
}

/// A passage.
#[derive(Debug)]
struct Shown {
    words: Words,
    others: Vec<Words>,
    more: usize,
}

/// A sentence above the passages: a machine's with its sources, or a source's own.
#[derive(Debug)]
struct MadeOf {
    text: Option<String>,
    lang: String,
    dir: &'static str,
    of: Vec<Words>,
}

/// Words of a source with the way to them.
#[derive(Debug)]
struct Words {
    text: String,
    lang: String,
    dir: &'static str,
    tongue: Option<String>,
    outlet: String,
    title: String,
    time: Stamp,
    /// The article's page, lit at the words.
    to: String,
}

/// `?q=question&story=7`; `did` says what became of a wish.
#[derive(Debug, serde::Deserialize)]
pub struct Asked {
    q: Option<String>,
    story: Option<String>,
    did: Option<String>,
}

/// The page: a field, and what answers.
pub async fn show(State(state): State<ServerState>, asker: Asker, Query(asked): Query<Asked>) -> Page {
    let question: String = asked.q.unwrap_or_default().trim().chars().take(MAX_QUESTION).collect();
    let story = match asked.story.as_deref().filter(|number| !number.is_empty()) {
        Some(number) => Some(of(&state, &asker, number.parse().map_err(|_| Problem::no_page())?).await?),
        None => None,
    };
    let (mut found, mut refused) = (None, None);
    if !question.is_empty() {
        let story = story.as_ref().and_then(|of| StoryId::new(of.id).ok());
        let put = Question { words: question.clone(), story, by: asker.viewer() };
        match state.actions.ask(put).await {
            Ok(reply) => found = Some(Found::new(&reply, state.clock.now())),
            Err(refusal) => refused = Some(refusal.0),
        }
    }
    let title = if question.is_empty() { "Ask".to_owned() } else { format!("Ask: {question}") };
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", &question).finish();
    page(&AskPage {
        frame: Frame::new(&state, Some(&asker), title, "/ask"),
        question,
        query,
        story,
        found,
        refused,
        notice: match asked.did.as_deref() {
            Some("wished") => Some(
                "The writer was asked. What holds of its answer stands here when it is there: reload in a moment.",
            ),
            Some("not") => {
                Some("The writer is not asked about these passages now; they stand for themselves.")
            }
            _ => None,
        },
    })
}

/// Asks the writer, and comes back to the question.
pub async fn wish(State(state): State<ServerState>, fields: Fields) -> Done {
    let words: String = fields.text("q").trim().chars().take(MAX_QUESTION).collect();
    let story = match fields.text("story") {
        "" => None,
        number => Some(of(&state, &fields.asker, number.parse().map_err(|_| Problem::no_page())?).await?),
    };
    let story = story.and_then(|of| StoryId::new(of.id).ok());
    let put = Question { words: words.clone(), story, by: fields.asker.viewer() };
    let wished = !words.is_empty() && state.actions.wish(put).await.unwrap_or(false);
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("q", &words);
    if let Some(story) = story {
        query.append_pair("story", &story.to_string());
    }
    query.append_pair("did", if wished { "wished" } else { "not" });
    Ok(Redirect::to(&format!("{}/ask?{}", state.base(), query.finish())))
}

/// The story of a number, where this reader may see it.
async fn of(state: &ServerState, asker: &Asker, story: StoryId) -> Result<Of, Problem> {
    let brief = state.store.brief(story, asker.viewer()).await?;
    let card = brief.ok_or_else(|| Problem::missing("story", story.get()))?.card;
    Ok(Of {
        id: card.id.get(),
        lang: wording::tag(card.lang),
        dir: wording::dir(card.lang),
        title: card.title,
    })
}

impl Found {
    fn new(reply: &Reply, now: When) -> Self {
        let shown = reply.passages.iter().map(|passage| {
            let mut seen = BTreeSet::from([passage.words.outlet.as_deref()]);
            let others: Vec<&Quotation> =
                passage.others.iter().filter(|other| seen.insert(other.outlet.as_deref())).collect();
            Shown {
                words: words(&passage.words, now),
                others: others.iter().take(MAX_OTHERS).map(|other| words(other, now)).collect(),
                more: others.len().saturating_sub(MAX_OTHERS),
            }
        });
        let made = match &reply.writer {
            Writer::Wrote(made) => made.iter().map(|made| made_of(made, now)).collect(),
            Writer::None | Writer::Silent => Vec::new(),
        };
        Self {
            passages: shown.collect(),
            read: count(reply.read, "article", "articles"),
            made,
            may_wish: reply.writer == Writer::Silent,
        }
    }
}

fn made_of(made: &Made, now: When) -> MadeOf {
    let lang = made.of.first().map(|of| of.lang).unwrap_or_default();
    MadeOf {
        text: made.text.clone(),
        lang: wording::tag(lang),
        dir: wording::dir(lang),
        of: made.of.iter().map(|of| words(of, now)).collect(),
    }
}

fn words(of: &Quotation, now: When) -> Words {
    Words {
        text: of.text.trim().to_owned(),
        lang: wording::tag(of.lang),
        dir: wording::dir(of.lang),
        tongue: wording::tongue(of.lang),
        outlet: of.outlet.clone().unwrap_or_else(|| "an outlet without a name".to_owned()),
        title: of.title.clone(),
        time: stamp::short(of.published, now),
        to: format!("/article/{}?version={}&at={}-{}#here", of.article, of.version, of.at.start, of.at.end),
    }
}
