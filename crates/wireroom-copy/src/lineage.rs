//! Lineage: who had the text first and whose printing each copy took, each with its reason.
//! It refuses to guess an order that the times do not show: then the answer is unknown.
//! Start at [`lineage`].

use crate::pair::compare;
use crate::print::word_numbers;
use crate::runs::Probe;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use wireroom_model::{Article, ArticleId, Relation};

/// One member of a family as the window or the store knows it.
#[derive(Debug, Clone, Copy)]
pub struct Printing<'a> {
    pub article: &'a Article,
    pub relation: Relation,
}

/// Where the text of a family came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// The agency that the printings credit.
    Agency(String),
    /// The member that printed it first.
    Article(ArticleId),
    Unknown,
}

/// Why an origin or an edge stands as it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The text credits an agency.
    AgencyCredit,
    /// The only member, or the only one with this text.
    Alone,
    /// Published before every other.
    Earliest,
    /// The latest earlier printing whose own edits this one repeats.
    InheritedEdits,
    /// Times are missing, too coarse or equal.
    OrderUnknown,
}

/// One copy and the printing that it took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    pub article: ArticleId,
    /// `None` where this is the origin or the order is not knowable.
    pub parent: Option<ArticleId>,
    pub why: Why,
}

/// The tree of one family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lineage {
    pub origin: Origin,
    pub why: Why,
    pub edges: Vec<Edge>,
}

/// Families larger than this are not compared text by text.
const MAX_COMPARED: usize = 48;

/// A parent is told by its edits when it shares this much more of the copy's words than the first printing does.
const CLEARLY_MORE: f64 = 0.02;

/// The lineage of one family's members, in any order; the answer does not depend on it.
pub fn lineage(family: &[Printing<'_>]) -> Lineage {
    let mut members: Vec<&Printing<'_>> = family.iter().collect();
    members.sort_by_key(|printing| printing.article.id);
    members.dedup_by_key(|printing| printing.article.id);
    let (origin, why) = origin(&members);
    let texts: Vec<Vec<u32>> = members.iter().map(|p| word_numbers(&p.article.body)).collect();
    let edges =
        members.iter().zip(&texts).map(|(member, text)| edge(member, text, &members, &texts, &origin));
    let edges = edges.collect();
    Lineage { origin, why, edges }
}

fn origin(members: &[&Printing<'_>]) -> (Origin, Why) {
    let mut credits: BTreeMap<&str, usize> = BTreeMap::new();
    for agency in members.iter().filter_map(|p| p.article.agency.as_deref()) {
        *credits.entry(agency.trim()).or_default() += 1;
    }
    let most = credits.into_iter().max_by_key(|&(name, count)| (count, std::cmp::Reverse(name)));
    if let Some((agency, _)) = most {
        return (Origin::Agency(agency.to_owned()), Why::AgencyCredit);
    }
    match members {
        [] => (Origin::Unknown, Why::OrderUnknown),
        [only] => (Origin::Article(only.article.id), Why::Alone),
        _ => members
            .iter()
            .find(|one| {
                let others = members.iter().filter(|other| other.article.id != one.article.id);
                others.clone().all(|other| is_before(one.article, other.article))
            })
            .map_or((Origin::Unknown, Why::OrderUnknown), |first| {
                (Origin::Article(first.article.id), Why::Earliest)
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
) -> Edge {
    let article = member.article.id;
    let none = |why| Edge { article, parent: None, why };
    match origin {
        Origin::Agency(_) if member.article.agency.is_some() => return none(Why::AgencyCredit),
        Origin::Article(first) if *first == article => {
            return none(if members.len() == 1 { Why::Alone } else { Why::Earliest });
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
        return none(Why::OrderUnknown);
    };
    let plain = Edge { article, parent: Some(first.id), why: Why::Earliest };
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
    closest.map_or(plain, |(_, _, id)| Edge { article, parent: Some(id), why: Why::InheritedEdits })
}
