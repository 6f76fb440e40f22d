//! Lineage: who had the text first and whose printing each copy took, each with its reason.
//! It refuses to guess an order that the times do not show: then the answer is unknown.
//! Start at [`lineage`].

use crate::pair::compare;
use crate::print::word_numbers;
use crate::runs::Probe;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use wireroom_model::{AgencyCredit, Article, ArticleId, Clue, Reason, Relation};

/// One member of a family as the window or the store knows it.
#[derive(Debug, Clone, Copy)]
pub struct Printing<'a> {
    pub article: &'a Article,
    pub relation: Relation,
    /// Agencies credited, with the words; where there are none the article's `agency` counts.
    pub credits: &'a [AgencyCredit],
    /// Addresses that the page names as where its text comes from: canonical link, `isBasedOn`, source links.
    pub sources: &'a [String],
    /// True where it stands on a page of several articles, of which it is not the own one.
    pub carried: bool,
}

impl<'a> Printing<'a> {
    /// A printing of whose page nothing but the text is known.
    pub const fn new(article: &'a Article, relation: Relation) -> Self {
        Self { article, relation, credits: &[], sources: &[], carried: false }
    }
}

/// Where the text of a family came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// The agency that the printings credit.
    Agency(String),
    /// The outlet that a printing names as the first, of which no printing is a member.
    Outlet(String),
    /// The member that printed it first.
    Article(ArticleId),
    Unknown,
}

/// One copy and the printing that it took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    pub article: ArticleId,
    /// `None` where this is the first printing, the source is no member, or the order is not knowable.
    pub parent: Option<ArticleId>,
    pub reason: Reason,
    /// All that tells of it, the weightiest first; what was overruled does not hold.
    pub clues: Vec<Clue>,
}

/// The tree of one family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lineage {
    pub origin: Origin,
    pub reason: Reason,
    pub clues: Vec<Clue>,
    /// The printing that the others are folded under, where one is known to be nearest to the origin.
    pub first: Option<ArticleId>,
    /// One for each member, in order of number.
    pub edges: Vec<Edge>,
}

/// Families larger than this are not compared text by text.
const MAX_COMPARED: usize = 48;

/// A parent is told by its edits when it shares this much more of the copy's words than the first printing does.
const CLEARLY_MORE: f64 = 0.02;

/// The lineage of one family's members, in any order; the answer does not depend on it. `said` is the printing that
/// a reader named as the first, which overrules everything; it counts only where it is a member.
pub fn lineage(family: &[Printing<'_>], said: Option<ArticleId>) -> Lineage {
    let mut members: Vec<&Printing<'_>> = family.iter().collect();
    members.sort_by_key(|printing| printing.article.id);
    members.dedup_by_key(|printing| printing.article.id);
    let said = said.filter(|said| members.iter().any(|p| p.article.id == *said));
    let (origin, reason) = match said {
        Some(first) => (Origin::Article(first), Reason::ReaderSaid),
        None => origin(&members),
    };
    let texts: Vec<Vec<u32>> = members.iter().map(|p| word_numbers(&p.article.body)).collect();
    let edges = members
        .iter()
        .zip(&texts)
        .map(|(member, text)| edge(member, text, &members, &texts, &origin, reason));
    let edges = edges.collect();
    let first = match origin {
        Origin::Article(first) => Some(first),
        _ => None,
    };
    Lineage { origin, reason, clues: Vec::new(), first, edges }
}

fn origin(members: &[&Printing<'_>]) -> (Origin, Reason) {
    let mut credits: BTreeMap<&str, usize> = BTreeMap::new();
    for agency in members.iter().filter_map(|p| p.article.agency.as_deref()) {
        *credits.entry(agency.trim()).or_default() += 1;
    }
    let most = credits.into_iter().max_by_key(|&(name, count)| (count, std::cmp::Reverse(name)));
    if let Some((agency, _)) = most {
        return (Origin::Agency(agency.to_owned()), Reason::AgencyCredit);
    }
    match members {
        [] => (Origin::Unknown, Reason::OrderUnknown),
        [only] => (Origin::Article(only.article.id), Reason::Alone),
        _ => members
            .iter()
            .find(|one| {
                let others = members.iter().filter(|other| other.article.id != one.article.id);
                others.clone().all(|other| is_before(one.article, other.article))
            })
            .map_or((Origin::Unknown, Reason::OrderUnknown), |first| {
                (Origin::Article(first.article.id), Reason::Earliest)
            }),
    }
}

/// True where the one was certainly published before the other: its last possible second is before the
/// other's first.
fn is_before(one: &Article, other: &Article) -> bool {
    match (one.published.known(), other.published.known()) {
        (Some(one), Some(other)) => one.sort_key() < other.unix(),
        _ => false,
    }
}

fn edge(
    member: &Printing<'_>,
    text: &[u32],
    members: &[&Printing<'_>],
    texts: &[Vec<u32>],
    origin: &Origin,
    told: Reason,
) -> Edge {
    let article = member.article.id;
    let edge = |parent, reason| Edge { article, parent, reason, clues: Vec::new() };
    let none = |reason| edge(None, reason);
    match origin {
        Origin::Agency(_) if member.article.agency.is_some() => return none(Reason::AgencyCredit),
        Origin::Article(first) if *first != article && told == Reason::ReaderSaid => {
            return edge(Some(*first), told);
        }
        Origin::Article(first) if *first == article => {
            return none(if members.len() == 1 { Reason::Alone } else { told });
        }
        _ => {}
    }
    let earlier: Vec<(&Article, &Vec<u32>)> = members
        .iter()
        .zip(texts)
        .map(|(p, t)| (p.article, t))
        .filter(|(other, _)| is_before(other, member.article))
        .collect();
    let Some((first, first_text)) =
        earlier.iter().min_by_key(|(other, _)| (other.published.sort_key(), other.id)).copied()
    else {
        return none(Reason::OrderUnknown);
    };
    let plain = edge(Some(first.id), Reason::Earliest);
    if earlier.len() < 2 || members.len() > MAX_COMPARED {
        return plain;
    }
    let probe = Probe::new(text);
    let share = |other: &[u32]| f64::from(compare(&probe, text, other).equal) / text.len().max(1) as f64;
    let least = share(first_text) + CLEARLY_MORE;
    let closest = earlier
        .iter()
        .map(|(other, t)| (share(t), other.published.sort_key(), other.id))
        .filter(|&(shared, ..)| shared >= least)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| (b.1, b.2).cmp(&(a.1, a.2))));
    closest.map_or(plain, |(_, _, id)| edge(Some(id), Reason::InheritedEdits))
}
