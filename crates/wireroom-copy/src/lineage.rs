//! Lineage: who had the text first and whose printing each copy took, each with what shows it: a reader's word, edits
//! that are inherited, lines and links that name a source, agencies credited, times.
//! It refuses to guess an order that nothing shows: then the answer is unknown. Weightier evidence overrules
//! lighter, which stays among the clues as what does not hold. Start at [`lineage`].

mod claims;
mod edits;
mod lines;
mod origin;
mod phrases;
mod tree;

use serde::{Deserialize, Serialize};
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
    /// Its earlier headlines and texts, oldest first: others may have taken one of those.
    pub earlier: &'a [Earlier],
}

/// A headline and text that stood at an article's address before the present ones.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Earlier {
    pub title: String,
    pub body: String,
}

impl<'a> Printing<'a> {
    /// A printing of whose page nothing but the text is known.
    pub const fn new(article: &'a Article, relation: Relation) -> Self {
        Self { article, relation, credits: &[], sources: &[], carried: false, earlier: &[] }
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

/// Members of one family that are compared; of a larger one those with the lowest numbers, which arrived first. The
/// others have no parent. The cost is one reading of each text and a look at each pair's edits.
pub const MAX_COMPARED: usize = 256;

/// Earlier versions of one member that are looked at, the first ones.
const MAX_VERSIONS: usize = 6;

/// The lineage of one family's members, in any order; the answer does not depend on it. `said` is the printing that
/// a reader named as the first, which overrules everything; it counts only where it is a member.
pub fn lineage(family: &[Printing<'_>], said: Option<ArticleId>) -> Lineage {
    let mut members: Vec<&Printing<'_>> = family.iter().collect();
    members.sort_by_key(|printing| printing.article.id);
    members.dedup_by_key(|printing| printing.article.id);
    let beyond = members.split_off(members.len().min(MAX_COMPARED));
    let mut found = tree::Tree::of(&members, said).lineage();
    found.edges.extend(beyond.iter().map(|printing| Edge {
        article: printing.article.id,
        parent: None,
        reason: Reason::OrderUnknown,
        clues: Vec::new(),
    }));
    found
}
