//! Outlets, publishers and origins of a story, counted when its brief is written: what the store knows of its families
//! and owners goes into the copy room's one count. It never names a first printing that an audience may not see.
//! Start at [`Pipeline::traced`], then [`coverage`].

use crate::{Pipeline, Result, address};
use std::collections::BTreeMap;
use wireroom_copy::{Carried, Origin, Traced, count};
use wireroom_model::{Clue, Coverage, FamilyId, Reason, StoryId};
use wireroom_store::lineage::{FamilyLineage, FamilyOrigin};
use wireroom_store::texts::StoryText;
use wireroom_text::hash;

/// Rules of the count; a brief whose origins were counted by older ones is written again.
pub(crate) const RULES: u32 = 1;

/// What the texts of a story are counted by, beside themselves.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    pub families: BTreeMap<FamilyId, Traced>,
    /// True where a list of publishers stands.
    pub listed: bool,
    /// Owners of outlets that the house has no row of, by the host of their pages.
    pub owners: BTreeMap<String, String>,
}

impl Known {
    /// All of it as one hash, so that a count is made again when any of it changed.
    pub fn hash(&self) -> String {
        hash::text_v1(&format!("origins {RULES}\n{self:?}"))
    }
}

impl Pipeline {
    /// What is known of the origins of a story's families, by what was just read of them, else by what is stored.
    pub(crate) async fn traced(
        &self,
        story: StoryId,
        texts: &[StoryText],
        read: &[FamilyLineage],
    ) -> Result<Known> {
        let listed = self.store.has_publishers().await?;
        let mut families = BTreeMap::new();
        for stored in self.store.origins_of_story(story).await? {
            let fresh = read.iter().find(|lineage| lineage.family == stored.family);
            let found = fresh.map_or(stored.clone(), |lineage| newer(lineage, stored.members));
            families.insert(found.family, self.trace_of(found, texts).await?);
        }
        for lineage in read {
            if families.contains_key(&lineage.family) {
                continue;
            }
            let found = newer(lineage, lineage.members.len() as u64);
            families.insert(found.family, self.trace_of(found, texts).await?);
        }
        let mut owners = BTreeMap::new();
        for host in texts.iter().filter(|text| listed && text.outlet_id.is_none()).filter_map(host) {
            if let Some(owner) = self.store.publisher_of("", Some(&host)).await? {
                owners.insert(host, owner);
            }
        }
        Ok(Known { families, listed, owners })
    }

    async fn trace_of(&self, found: FamilyOrigin, texts: &[StoryText]) -> Result<Traced> {
        let origin = match (found.agency, found.outlet, found.reason) {
            (Some(agency), ..) => Origin::Agency(agency),
            (None, Some(outlet), _) => Origin::Outlet(outlet),
            (None, None, Reason::OrderUnknown) => Origin::Unknown,
            (None, None, _) => Origin::Article(found.first),
        };
        let (outlet, publisher) = match &origin {
            Origin::Outlet(name) => {
                let owner = self.store.publisher_of(&Self::outlet_key(name), None).await?;
                (Some(name.clone()), owner)
            }
            Origin::Article(first) if texts.iter().all(|text| text.article != *first) => {
                let (outlet, owner) = self.store.public_outlet_of(*first).await?.unzip();
                (outlet, owner.flatten())
            }
            Origin::Agency(_) | Origin::Article(_) | Origin::Unknown => (None, None),
        };
        Ok(Traced {
            origin,
            reason: found.reason,
            words: shown(&found.clues, found.reason),
            outlet,
            publisher,
            members: usize::try_from(found.members).unwrap_or(usize::MAX),
        })
    }
}

fn newer(lineage: &FamilyLineage, members: u64) -> FamilyOrigin {
    FamilyOrigin {
        family: lineage.family,
        first: lineage.first,
        agency: lineage.agency.clone(),
        outlet: lineage.outlet.clone(),
        reason: lineage.reason,
        clues: lineage.clues.clone(),
        members,
    }
}

/// The words of the clue that decided.
fn shown(clues: &[Clue], reason: Reason) -> String {
    let holds = clues.iter().filter(|clue| clue.holds && !clue.words.is_empty());
    let mut of_it = holds.clone().filter(|clue| clue.reason == reason);
    of_it.next().or_else(|| holds.clone().next()).map(|clue| clue.words.clone()).unwrap_or_default()
}

fn host(text: &StoryText) -> Option<String> {
    text.url.as_deref().and_then(address::host)
}

/// Counts the texts of one audience.
pub(crate) fn coverage(texts: &[StoryText], known: &Known) -> Coverage {
    let hosts: Vec<Option<String>> = texts.iter().map(host).collect();
    let carried: Vec<Carried<'_>> = texts
        .iter()
        .zip(&hosts)
        .map(|(text, host)| Carried {
            article: text.article,
            outlet: text.outlet.as_deref(),
            host: host.as_deref(),
            publisher: text
                .publisher
                .as_deref()
                .or_else(|| host.as_deref().and_then(|host| known.owners.get(host)).map(String::as_str)),
            family: text.family,
            agency: text.agency.as_deref(),
            credits: &text.credits,
            kind: text.kind,
            stump: text.stump,
            body: &text.body,
        })
        .collect();
    count(&carried, &known.families, known.listed)
}
