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
use wireroom_store::stories::StoryEvent;

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

/// Where the addresses of stories lead today, with the headlines that the reader may see there.
type Titles = BTreeMap<StoryId, (StoryId, String)>;

async fn titles(
    state: &ServerState,
    asker: &Asker,
    named: impl Iterator<Item = StoryId>,
) -> Result<Titles, Problem> {
    let mut asked = Vec::new();
    for story in named {
        if asked.len() < MAX_NEAREST && !asked.contains(&story) {
            asked.push(story);
        }
    }
    Ok(state.store.headlines(&asked, asker.viewer()).await?)
}

/// Why the articles of a story stand in it, by article.
pub async fn whys(
    state: &ServerState,
    asker: &Asker,
    story: StoryId,
    kept: &BTreeMap<ArticleId, String>,
) -> Result<BTreeMap<ArticleId, Why>, Problem> {
    let kept = kept.iter().filter_map(|(&article, json)| Some((article, serde_json::from_str(json).ok()?)));
    let kept: Vec<(ArticleId, Kept)> = kept.collect();
    let named = kept.iter().filter_map(|(_, kept)| Some(kept.nearest?.story));
    let titles = titles(state, asker, named).await?;
    let mut whys = BTreeMap::new();
    for (article, kept) in kept {
        let near = kept.nearest.and_then(|near| Some((near, titles.get(&near.story)?)));
        let nearest = near.filter(|(_, (here, _))| *here != story).map(|(near, (here, title))| Nearest {
            story: here.get(),
            title: title.clone(),
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
    let events = state.store.story_events(story, MAX_READ).await?;
    let titles = titles(state, asker, events.iter().filter_map(|event| event.other)).await?;
    let told = events.iter().filter_map(|event| {
        let other = event.other.and_then(|other| titles.get(&other)).filter(|(here, _)| *here != story);
        happened(story, event, other.cloned(), now)
    });
    Ok(told.take(MAX_TOLD).collect())
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
