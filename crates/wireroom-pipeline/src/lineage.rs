//! Lineage at write time: when a story's brief is due, the families of its texts are read again for who had the text
//! first, whose printing each copy took and how much of it each kept. A family whose texts did not change is not.
//! It refuses to name a first printing that the times do not show.

use crate::{Pipeline, Result};
use std::collections::BTreeMap;
use wireroom_copy::{Origin, Printing, align};
use wireroom_model::{Article, ArticleId, FamilyId, Reason, Relation};
use wireroom_store::corrections::CorrectionKind;
use wireroom_store::lineage::{Descent, FamilyLineage, Printed};
use wireroom_store::texts::StoryText;
use wireroom_text::{hash, words};

/// Members of one family that are read.
const MAX_MEMBERS: u32 = 200;

/// Rules of this file; a family read by older ones is read again.
const RULES: u32 = 2;

impl Pipeline {
    /// The lineages of a story's families that changed since they were last read.
    pub(crate) async fn lineages(&self, texts: &[StoryText]) -> Result<Vec<FamilyLineage>> {
        let mut sizes: BTreeMap<FamilyId, usize> = BTreeMap::new();
        for family in texts.iter().filter_map(|text| text.family) {
            *sizes.entry(family).or_default() += 1;
        }
        let mut due = Vec::new();
        let firsts = self.firsts().await?;
        for family in sizes.into_keys() {
            let members = self.store.family_texts(family, MAX_MEMBERS).await?;
            let said = said_first(&members, &firsts);
            let read_from = read_from(&members, said);
            if members.len() > 1 && self.store.lineage_of(family).await?.as_ref() != Some(&read_from) {
                due.push((family, members, said, read_from));
            }
        }
        if due.is_empty() {
            return Ok(Vec::new());
        }
        let read = tokio::task::spawn_blocking(move || {
            let traced =
                due.into_iter().map(|(family, members, said, from)| trace(family, &members, said, from));
            traced.flatten().collect()
        });
        Ok(read.await.unwrap_or_else(|error| {
            tracing::error!(%error, "reading a family's lineage broke off; it is tried with its next text");
            Vec::new()
        }))
    }

    /// The printings that readers said came first, for all.
    async fn firsts(&self) -> Result<Firsts> {
        let said = self.store.corrections_for_all().await?.into_iter();
        let firsts = said.filter(|one| one.kind == CorrectionKind::FirstHere);
        Ok(firsts.map(|one| (one.article, one.id)).collect())
    }
}

/// A printing that a reader said came first, with the number of the word.
type Firsts = BTreeMap<ArticleId, i64>;

/// The member that a reader said was first: of several the one that was said last.
fn said_first(members: &[Printed], firsts: &Firsts) -> Option<ArticleId> {
    let said = members.iter().filter_map(|member| Some((firsts.get(&member.article.id)?, member.article.id)));
    said.max().map(|(_, article)| article)
}

fn read_from(members: &[Printed], said: Option<ArticleId>) -> String {
    let mut told = format!("lineage {RULES}\n");
    if let Some(said) = said {
        told.push_str(&format!("first {said}\n"));
    }
    for member in members {
        told.push_str(&format!("{} {} {}\n", member.article.id, member.version, member.relation.as_str()));
    }
    hash::text_v1(&told)
}

fn trace(
    family: FamilyId,
    members: &[Printed],
    said: Option<ArticleId>,
    read_from: String,
) -> Option<FamilyLineage> {
    let printings: Vec<Printing<'_>> =
        members.iter().map(|m| Printing::new(&m.article, m.relation)).collect();
    let lineage = wireroom_copy::lineage(&printings, said);
    let agency = match &lineage.origin {
        Origin::Agency(name) => Some(name.clone()),
        Origin::Outlet(_) | Origin::Article(_) | Origin::Unknown => None,
    };
    let outlet = match &lineage.origin {
        Origin::Outlet(name) => Some(name.clone()),
        Origin::Agency(_) | Origin::Article(_) | Origin::Unknown => None,
    };
    let own = agency.as_deref().and_then(|agency| printed_by(members, agency));
    let first = match lineage.origin {
        Origin::Article(first) => members.iter().map(|m| &m.article).find(|article| article.id == first),
        Origin::Agency(_) => own.or_else(|| earliest(members)),
        Origin::Outlet(_) | Origin::Unknown => None,
    };
    let anchor = || members.iter().find(|m| m.relation == Relation::Anchor).or_else(|| members.first());
    let first = first.or_else(|| anchor().map(|m| &m.article))?;
    let descents = lineage.edges.iter().map(|edge| {
        let text = members.iter().find(|m| m.article.id == edge.article).map(|m| m.article.body.as_str());
        let credited =
            own.map(|own| own.id).filter(|&own| edge.reason == Reason::AgencyCredit && own != edge.article);
        Descent {
            article: edge.article,
            parent: edge.parent.or(credited),
            reason: edge.reason,
            clues: edge.clues.clone(),
            kept: text.map_or(0.0, |text| kept(first, edge.article, text)),
        }
    });
    let members = descents.collect();
    Some(FamilyLineage {
        family,
        first: first.id,
        agency,
        outlet,
        reason: lineage.reason,
        clues: lineage.clues,
        read_from,
        members,
    })
}

/// The share of the first printing's words that a copy keeps.
fn kept(first: &Article, copy: ArticleId, text: &str) -> f64 {
    if first.id == copy || first.body == text { 1.0 } else { align(&first.body, text).a_in_b }
}

/// The agency's own article, the earliest where it has several.
fn printed_by<'m>(members: &'m [Printed], agency: &str) -> Option<&'m Article> {
    let fold = |name: &str| words::words(name).map(|word| words::fold(word.text)).collect::<Vec<_>>();
    let agency = fold(agency);
    let own = members.iter().map(|m| &m.article);
    own.filter(|article| article.outlet.as_deref().is_some_and(|outlet| fold(outlet) == agency))
        .min_by_key(|article| (article.published.sort_key().unwrap_or(i64::MAX), article.id))
}

fn earliest(members: &[Printed]) -> Option<&Article> {
    let dated = members.iter().map(|m| &m.article).filter(|article| article.published.is_known());
    dated.min_by_key(|article| (article.published.sort_key(), article.id))
}
