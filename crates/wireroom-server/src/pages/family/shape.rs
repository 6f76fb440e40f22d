//! A family as a public shape (docs/formats/family.schema.json). What is not known is null.

use super::tree;
use crate::wording;
use serde::Serialize;
use wireroom_model::{ArticleId, FamilyId, Lang, Relation, StoryId, Time};
use wireroom_store::articles::ArticleLine;
use wireroom_store::lineage::{Clue, Clues};

#[derive(Debug, Serialize)]
pub struct FamilyShape<'a> {
    family: FamilyId,
    /// The printing that the others are folded under.
    first: Option<ArticleId>,
    /// The agency that the printings credit.
    agency: Option<&'a str>,
    /// Why that one stands first, or why none can be told to.
    reason: Option<&'static str>,
    /// The outlet that had it first, where no printing of it stands in the house.
    outlet: Option<&'a str>,
    clues: Vec<ClueShape<'a>>,
    /// In the order of the tree.
    members: Vec<MemberShape<'a>>,
}

#[derive(Debug, Serialize)]
struct MemberShape<'a> {
    article: ArticleId,
    story: Option<StoryId>,
    outlet: Option<&'a str>,
    title: &'a str,
    lang: Lang,
    published: Time,
    versions: u64,
    relation: Option<Relation>,
    /// The share of the first printing's words that this one keeps.
    kept: Option<f64>,
    /// Whose printing it took, and why that is thought.
    parent: Option<ArticleId>,
    reason: Option<&'static str>,
    clues: Vec<ClueShape<'a>>,
}

/// One thing that shows a reason, the weightiest first.
#[derive(Debug, Serialize)]
struct ClueShape<'a> {
    reason: &'static str,
    /// The printing that it points to, where that is one of these.
    of: Option<ArticleId>,
    words: &'a str,
    /// False where weightier evidence says otherwise.
    holds: bool,
}

fn clues<'a>(clues: &'a [Clue], members: &[ArticleLine]) -> Vec<ClueShape<'a>> {
    clues
        .iter()
        .map(|clue| ClueShape {
            reason: clue.reason.as_str(),
            of: clue.of.filter(|&id| members.iter().any(|line| line.id == id)),
            words: &clue.words,
            holds: clue.holds,
        })
        .collect()
}

impl<'a> FamilyShape<'a> {
    /// The members that the reader may see, oldest first.
    pub fn of(family: FamilyId, members: &'a [ArticleLine], shown: &'a Clues) -> Self {
        let first = tree::first(members);
        Self {
            family,
            first: first.map(|line| line.id),
            agency: members.iter().find_map(|line| line.origin_agency.as_deref()),
            reason: first.and_then(|line| line.copy?.origin).map(|reason| reason.as_str()),
            outlet: members.iter().find_map(|line| line.origin_outlet.as_deref()),
            clues: clues(&shown.origin, members),
            members: tree::rows(members).iter().map(|placed| member(placed.line, members, shown)).collect(),
        }
    }
}

fn member<'a>(line: &'a ArticleLine, members: &[ArticleLine], shown: &'a Clues) -> MemberShape<'a> {
    MemberShape {
        article: line.id,
        story: line.story,
        outlet: line.outlet.as_deref(),
        title: &line.title,
        lang: line.lang,
        published: line.published,
        versions: line.versions,
        relation: line.copy.map(|copy| copy.relation),
        kept: line.copy.and_then(wording::kept),
        parent: tree::parent(line, members).map(|parent| parent.id),
        reason: line.copy.and_then(|copy| copy.reason).map(|reason| reason.as_str()),
        clues: shown.members.get(&line.id).map(|of| clues(of, members)).unwrap_or_default(),
    }
}
