//! Lineage at write time: when a story's brief is due, the families of its texts are read again for who had the text
//! first, whose printing each copy took and how much of it each kept. A family whose texts did not change is not.
//! It refuses to name a first printing that the times do not show.

use crate::{Pipeline, Result};
use std::collections::BTreeMap;
use wireroom_copy::{Earlier, Origin, Printing, align};
use wireroom_model::{Article, ArticleId, FamilyId, Relation};
use wireroom_store::corrections::CorrectionKind;
use wireroom_store::lineage::{Descent, FamilyLineage, Printed};
use wireroom_store::texts::StoryText;
use wireroom_text::hash;

/// Members of one family that are read.
const MAX_MEMBERS: u32 = 200;

/// Rules of this file; a family read by older ones is read again.
const RULES: u32 = 3;

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
    let earlier: Vec<Vec<Earlier>> = members.iter().map(versions).collect();
    let sources: Vec<Vec<String>> = members.iter().map(sources).collect();
    let printings: Vec<Printing<'_>> = members
        .iter()
        .zip(earlier.iter().zip(&sources))
        .map(|(member, (earlier, sources))| Printing {
            credits: &member.particulars.agencies,
            sources,
            carried: member.part > 0,
            earlier,
            ..Printing::new(&member.article, member.relation)
        })
        .collect();
    let lineage = wireroom_copy::lineage(&printings, said);
    let (agency, outlet) = match &lineage.origin {
        Origin::Agency(name) => (Some(name.clone()), None),
        Origin::Outlet(name) => (None, Some(name.clone())),
        Origin::Article(_) | Origin::Unknown => (None, None),
    };
    let of = |id: ArticleId| members.iter().map(|member| &member.article).find(|article| article.id == id);
    // Where the source is no member, the earliest stands for it: nothing is claimed by that.
    let first = lineage.first.and_then(of).or_else(|| match lineage.origin {
        Origin::Agency(_) | Origin::Outlet(_) => earliest(members),
        Origin::Article(_) | Origin::Unknown => None,
    });
    let anchor = || members.iter().find(|m| m.relation == Relation::Anchor).or_else(|| members.first());
    let first = first.or_else(|| anchor().map(|m| &m.article))?;
    let descents = lineage.edges.into_iter().map(|edge| Descent {
        article: edge.article,
        parent: edge.parent,
        reason: edge.reason,
        kept: of(edge.article).map_or(0.0, |text| kept(first, text.id, &text.body)),
        clues: edge.clues,
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

fn versions(member: &Printed) -> Vec<Earlier> {
    let earlier =
        member.earlier.iter().map(|(title, body)| Earlier { title: title.clone(), body: body.clone() });
    earlier.collect()
}

/// What its page names as the text's source; one of several articles of a page leads to its own.
fn sources(member: &Printed) -> Vec<String> {
    let leads = member.article.url.clone().filter(|_| member.part > 0);
    member.particulars.sources.iter().cloned().chain(leads).collect()
}

/// The share of the first printing's words that a copy keeps.
fn kept(first: &Article, copy: ArticleId, text: &str) -> f64 {
    if first.id == copy || first.body == text { 1.0 } else { align(&first.body, text).a_in_b }
}

fn earliest(members: &[Printed]) -> Option<&Article> {
    let dated = members.iter().map(|m| &m.article).filter(|article| article.published.is_known());
    dated.min_by_key(|article| (article.published.sort_key(), article.id))
}
