//! The members of a family in the order of its tree: each under the printing that it took, siblings by time.
//! It refuses to follow a parent that is not there or that leads back to itself. Start at [`rows`].

use crate::wording;
use std::collections::BTreeSet;
use wireroom_model::ArticleId;
use wireroom_store::articles::ArticleLine;

/// A member and how deep it stands under the first.
#[derive(Debug, Clone, Copy)]
pub struct Placed<'a> {
    pub line: &'a ArticleLine,
    pub depth: usize,
}

/// The member that the family is folded under: the first printing, else the anchor, else the earliest.
pub fn first(members: &[ArticleLine]) -> Option<&ArticleLine> {
    let stands = |line: &&ArticleLine| line.copy.is_some_and(|copy| wording::stands_first(line.id, copy));
    members.iter().find(stands).or_else(|| members.first())
}

/// Whose printing a member took, if that one is among those shown.
pub fn parent<'a>(line: &ArticleLine, members: &'a [ArticleLine]) -> Option<&'a ArticleLine> {
    let parent = line.copy?.parent.filter(|&parent| parent != line.id)?;
    members.iter().find(|other| other.id == parent)
}

/// Every member once; `members` come oldest first.
pub fn rows(members: &[ArticleLine]) -> Vec<Placed<'_>> {
    let mut out = Vec::new();
    let mut seen: BTreeSet<ArticleId> = BTreeSet::new();
    let root = first(members);
    // Whoever has no parent among them stands beside the first; what only a ring of parents holds comes last.
    let lone = members.iter().filter(|line| parent(line, members).is_none());
    for start in root.into_iter().chain(lone).chain(members) {
        let mut open = vec![Placed { line: start, depth: 0 }];
        while let Some(placed) = open.pop() {
            if !seen.insert(placed.line.id) {
                continue;
            }
            out.push(placed);
            let takes = |line: &&ArticleLine| parent(line, members).is_some_and(|p| p.id == placed.line.id);
            let below = members.iter().filter(takes).rev();
            open.extend(below.map(|line| Placed { line, depth: placed.depth + 1 }));
        }
    }
    out
}
