//! One event takes one place in an edition, in however many languages it is told: the first by rank stands, the others
//! are linked under it. Nothing is lost by that: they keep their pages, their place in time and their rank elsewhere.
//! Start at [`places`].

use super::edition::Scored;
use crate::Problem;
use crate::state::ServerState;
use crate::wording;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::StoryId;
use wireroom_store::affairs::Beside;

/// Who stands, by rank, and who is left out after them.
#[derive(Debug, Default)]
pub struct Places {
    pub stand: Vec<Scored>,
    /// Without what is linked under a story that stands.
    pub left: Vec<Scored>,
}

/// Gives the first `wanted` of the ranked stories a place each, but none to another telling of what stands already, here
/// or among those `taken`.
pub async fn places(
    state: &ServerState,
    ranked: &[Scored],
    taken: &[StoryId],
    wanted: u32,
) -> Result<Places, Problem> {
    let mut told: BTreeSet<StoryId> = tellings_of(state, taken).await?.into_values().flatten().collect();
    let mut places = Places::default();
    // Nearly every story stands, so that one look for as many as are wanted is nearly always enough.
    for some in ranked.chunks((wanted as usize).max(1)) {
        if places.stand.len() >= wanted as usize {
            break;
        }
        let ids: Vec<StoryId> = some.iter().map(|one| one.facts.id).collect();
        let mut found = tellings_of(state, &ids).await?;
        for one in some {
            if places.stand.len() < wanted as usize && !told.contains(&one.facts.id) {
                told.extend(found.remove(&one.facts.id).unwrap_or_default());
                places.stand.push(one.clone());
            }
        }
    }
    let stands: BTreeSet<StoryId> = places.stand.iter().map(|one| one.facts.id).collect();
    let left = ranked.iter().filter(|one| !stands.contains(&one.facts.id) && !told.contains(&one.facts.id));
    places.left = left.cloned().collect();
    Ok(places)
}

async fn tellings_of(
    state: &ServerState,
    stories: &[StoryId],
) -> Result<BTreeMap<StoryId, Vec<StoryId>>, Problem> {
    let found = state.store.tellings_of(stories).await?;
    let told =
        |(story, told): (StoryId, Vec<Beside>)| (story, told.into_iter().map(|one| one.story).collect());
    Ok(found.into_iter().map(told).collect())
}

/// Another telling, as a card names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telling {
    pub id: u64,
    /// The language's name.
    pub language: String,
    /// As the `lang` attribute has it.
    pub lang: String,
    pub title: String,
}

impl Telling {
    pub fn new(beside: Beside) -> Self {
        Self {
            id: beside.story.get(),
            language: wording::language(beside.lang),
            lang: wording::tag(beside.lang),
            title: beside.title,
        }
    }
}
