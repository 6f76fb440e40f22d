//! Why an article stands in its story, and what happened to a story, as the story room said it, in words for a page.
//! A reason that cannot be read says nothing. Start at [`whys`] and [`log`].

use crate::Problem;
use crate::session::Asker;
use crate::stamp::{self, Stamp};
use crate::state::ServerState;
use crate::wording;
use serde::Deserialize;
use std::collections::BTreeMap;
use wireroom_model::{ArticleId, StoryId, When};
use wireroom_store::stories::{StoryAddress, StoryEvent};

/// Headlines of nearest stories that one page looks up.
const MAX_NEAREST: usize = 60;
/// Lines of a story's log that are read, and that are shown.
const MAX_READ: u32 = 1_000;
const MAX_TOLD: usize = 24;

/// A reason as the store keeps it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Kept {
    score: f64,
    needed: f64,
    words: Vec<String>,
    nearest: Option<Near>,
    cause: String,
    /// Of a split: the words of what stayed, and the story that the articles came from.
    rest: Vec<String>,
    from: Option<StoryId>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
struct Near {
    story: StoryId,
    score: f64,
}

/// Why an article stands where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    pub says: String,
    /// The words that decided, strongest first.
    pub words: Vec<String>,
    /// The nearest story that it was not put into.
    pub nearest: Option<Nearest>,
}

/// A story that was near and not near enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest {
    pub story: u64,
    pub title: String,
    /// "9%".
    pub likeness: String,
}

/// Something that happened to a story.
#[derive(Debug)]
pub struct Happened {
    pub time: Stamp,
    pub says: String,
    /// The other story of a merge or a split, where this reader may see it.
    pub other: Option<(u64, String)>,
    pub why: String,
    /// The words of each part, or those that decided.
    pub words: Vec<Vec<String>>,
}

/// Headlines of stories as one reader may see them, each looked up once.
struct Titles<'s> {
    state: &'s ServerState,
    asker: &'s Asker,
    known: BTreeMap<StoryId, Option<(StoryId, String)>>,
}

impl Titles<'_> {
    /// Where a story's address leads today, with its headline.
    async fn of(&mut self, story: StoryId) -> Result<Option<(StoryId, String)>, Problem> {
        if let Some(known) = self.known.get(&story) {
            return Ok(known.clone());
        }
        if self.known.len() >= MAX_NEAREST {
            return Ok(None);
        }
        let here = match self.state.store.story_address(story).await? {
            StoryAddress::Here(here) | StoryAddress::Moved(here) => Some(here),
            StoryAddress::Nowhere => None,
        };
        let found = match here {
            Some(here) => self.state.store.brief(here, self.asker.viewer()).await?,
            None => None,
        };
        let found = found.map(|brief| (brief.card.id, brief.card.title));
        self.known.insert(story, found.clone());
        Ok(found)
    }
}

/// Why the articles of a story stand in it, by article.
pub async fn whys(
    state: &ServerState,
    asker: &Asker,
    story: StoryId,
    kept: &BTreeMap<ArticleId, String>,
) -> Result<BTreeMap<ArticleId, Why>, Problem> {
    let mut titles = Titles { state, asker, known: BTreeMap::new() };
    let mut whys = BTreeMap::new();
    for (&article, json) in kept {
        let Ok(kept) = serde_json::from_str::<Kept>(json) else { continue };
        let nearest = match kept.nearest {
            Some(near) => {
                titles.of(near.story).await?.filter(|(here, _)| *here != story).map(|found| (near, found))
            }
            None => None,
        };
        let nearest = nearest.map(|(near, (here, title))| Nearest {
            story: here.get(),
            title,
            likeness: wording::percent(near.score),
        });
        if let Some(says) = says(&kept) {
            whys.insert(article, Why { says, words: kept.words, nearest });
        }
    }
    Ok(whys)
}

/// The reason in words; none for one that this house does not know.
fn says(kept: &Kept) -> Option<String> {
    let (score, needed) = (wording::percent(kept.score), wording::percent(kept.needed));
    Some(match kept.cause.as_str() {
        "likeness" if kept.from.is_some() => {
            say!("why-split")
        }
        "likeness" if kept.score >= kept.needed && kept.needed > 0.0 => {
            say!("why-like", score = score, needed = needed)
        }
        "likeness" if kept.score > 0.0 => {
            say!("why-opened-near", score = score, needed = needed)
        }
        "likeness" => say!("why-opened"),
        "copy" => say!("why-copy"),
        "reader" => say!("why-reader"),
        "kind" => say!("why-kind"),
        _ => return None,
    })
}

/// What happened to a story as a whole, oldest first: merges, splits and what readers moved.
pub async fn log(state: &ServerState, asker: &Asker, story: StoryId) -> Result<Vec<Happened>, Problem> {
    let now = state.clock.now();
    let mut titles = Titles { state, asker, known: BTreeMap::new() };
    let mut told = Vec::new();
    for event in state.store.story_events(story, MAX_READ).await? {
        if told.len() == MAX_TOLD || !matches!(event.kind.as_str(), "merged" | "split" | "corrected") {
            continue;
        }
        let other = match event.other {
            Some(other) => titles.of(other).await?.filter(|(here, _)| *here != story),
            None => None,
        };
        told.extend(happened(story, &event, other, now));
    }
    Ok(told)
}

fn happened(
    story: StoryId,
    event: &StoryEvent,
    other: Option<(StoryId, String)>,
    now: When,
) -> Option<Happened> {
    let kept: Kept = serde_json::from_str(&event.reason).unwrap_or_default();
    let by_reader = kept.cause == "reader";
    let (score, needed) = (wording::percent(kept.score), wording::percent(kept.needed));
    let (says, why) = match event.kind.as_str() {
        "merged" if by_reader => (say!("log-merged"), say!("log-merged-reader")),
        "merged" => (say!("log-merged"), say!("log-merged-like", score = score, needed = needed)),
        "split" if kept.from == Some(story) && by_reader => (say!("log-left"), say!("log-reader")),
        "split" if kept.from == Some(story) => {
            (say!("log-left"), say!("log-unlike", score = score, needed = needed))
        }
        "split" if by_reader => (say!("log-was-part"), say!("log-own-reader")),
        "split" => (say!("log-was-part"), say!("log-unlike", score = score, needed = needed)),
        "corrected" if by_reader => (say!("log-moved"), say!("log-moved-reader")),
        _ => return None,
    };
    let words = [kept.words, kept.rest].into_iter().filter(|words| !words.is_empty()).collect();
    let time = stamp::moment(event.at, now);
    Some(Happened { time, says, other: other.map(|(id, title)| (id.get(), title)), why, words })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(json: &str) -> Option<String> {
        says(&serde_json::from_str(json).unwrap())
    }

    #[test]
    fn a_reason_is_told_with_what_was_needed_and_an_unknown_one_is_not_told() {
        let joined = kept(r#"{"score":0.314,"needed":0.14,"words":["ferry"],"cause":"likeness"}"#).unwrap();
        assert!(joined.contains("31%") && joined.contains("14% was needed"), "{joined}");
        let opened = kept(r#"{"score":0.05,"needed":0.14,"cause":"likeness"}"#).unwrap();
        assert!(opened.contains("opened") && opened.contains("5%"), "{opened}");
        let first = kept(r#"{"score":0.0,"needed":0.14,"cause":"likeness"}"#).unwrap();
        assert!(first.contains("nothing here was like it"), "{first}");
        let split = kept(r#"{"score":0.1,"needed":0.2,"cause":"likeness","from":7,"rest":["sea"]}"#).unwrap();
        assert!(split.contains("came apart"), "{split}");
        assert!(kept(r#"{"cause":"reader"}"#).unwrap().contains("reader"));
        assert_eq!(kept(r#"{"cause":"weather"}"#), None);
    }
}
