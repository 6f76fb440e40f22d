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
use crate::wording;
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
    notice: Option<String>,
    /// True for who may read what the check refused.
    audits: bool,
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
    /// "12 articles were read for it."
    read: String,
    /// A machine's answer, checked, to stand above the passages.
    made: Vec<MadeOf>,
    /// How the question stands with the writer, where that is to be said.
    writer: Option<String>,
    /// True where the writer may be asked.
    may_wish: bool,
    /// True where looking again may find more.
    waits: bool,
    /// True where the audit says why nothing is shown.
    refused: bool,
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
            Err(refusal) => refused = Some(say!("ask-failed", why = refusal.0)),
        }
    }
    let title = match question.as_str() {
        "" => say!("ask"),
        words => say!("ask-titled", question = words),
    };
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", &question).finish();
    page(&AskPage {
        frame: Frame::new(&state, Some(&asker), title, "/ask"),
        question,
        query,
        story,
        found,
        refused,
        notice: match asked.did.as_deref() {
            Some("wished") => Some(say!("writer-wished")),
            Some("not") => Some(say!("writer-not")),
            _ => None,
        },
        audits: asker.keeps_feeds(),
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
            _ => Vec::new(),
        };
        Self {
            passages: shown.collect(),
            read: say!("ask-read", n = reply.read),
            made,
            writer: stands(&reply.writer, reply.passages.len()),
            may_wish: reply.writer == Writer::Silent,
            waits: matches!(reply.writer, Writer::Waits | Writer::Late | Writer::Failed),
            refused: reply.writer == Writer::Refused,
        }
    }
}

/// How a question with so many passages stands with the writer.
fn stands(writer: &Writer, passages: usize) -> Option<String> {
    match writer {
        Writer::None | Writer::Silent | Writer::Wrote(_) => None,
        Writer::Off => Some(say!("writer-off")),
        Writer::NotSent => Some(say!("writer-not-sent")),
        Writer::Waits => Some(say!("writer-waits", n = passages)),
        Writer::Tomorrow => Some(say!("writer-tomorrow")),
        Writer::Late => Some(say!("writer-late")),
        Writer::Failed => Some(say!("writer-failed")),
        Writer::Refused => Some(say!("writer-refused")),
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
        outlet: of.outlet.clone().unwrap_or_else(|| say!("outlet-unnamed")),
        title: of.title.clone(),
        time: stamp::short(of.published, now),
        to: format!("/article/{}?version={}&at={}-{}#here", of.article, of.version, of.at.start, of.at.end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_of_the_writer_is_told_apart_and_none_is_told_where_there_is_nothing_to_say() {
        let silent = [Writer::None, Writer::Silent, Writer::Wrote(Vec::new())];
        assert!(silent.iter().all(|writer| stands(writer, 2).is_none()));
        let told = [
            Writer::Off,
            Writer::NotSent,
            Writer::Waits,
            Writer::Tomorrow,
            Writer::Late,
            Writer::Failed,
            Writer::Refused,
        ];
        let words: BTreeSet<String> = told.iter().filter_map(|writer| stands(writer, 2)).collect();
        assert_eq!(words.len(), told.len());
    }
}
