//! A family's printings as rows over time: each under the one that it took, the children of the latest version first, so
//! that no line of the picture crosses another. It orders by the lineage that is stored and guesses no parent; a
//! printing without a time has none here. Start at [`spread`].

use super::tree;
use super::view::{claims, name};
use crate::wording;
use std::collections::BTreeSet;
use wireroom_model::ArticleId;
use wireroom_model::time::{Precision, Time};
use wireroom_store::articles::ArticleLine;
use wireroom_store::lineage::{Clues, Reason};
use wireroom_store::versions::VersionLine;

/// Above so many rows, printings that came close together stand in one.
const MANY_ROWS: usize = 20;
/// Rows drawn in all; the table has every one.
const MAX_ROWS: usize = 40;
/// How close to each other they came (seconds), and how many are worth a row of their own.
const CLOSE: i64 = 30 * 60;
const WORTH_FOLDING: usize = 3;
/// Versions of the first printing that are drawn, the first ones.
const MAX_VERSIONS: usize = 9;

/// What a row is drawn from.
#[derive(Debug, Clone, PartialEq)]
pub enum Stand {
    /// The agency that they credit and that the house does not read.
    Unread,
    /// The first printing, with the times of its versions.
    First { versions: Vec<i64> },
    /// A printing, with the share that it kept.
    Printing { kept: Option<f64>, credited: bool },
    /// Printings of one parent that came close together: how many, within how many minutes.
    Folded { count: usize, minutes: i64 },
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub article: Option<ArticleId>,
    pub name: String,
    pub stand: Stand,
    /// Unix seconds, where a minute is told.
    pub at: Option<i64>,
    /// The row of the one that it took, and which of its versions stood then.
    pub parent: Option<(usize, usize)>,
    pub depth: usize,
}

/// Who stands under whom while rows are laid out.
struct Members<'a> {
    all: &'a [ArticleLine],
    clues: &'a Clues,
    first: Option<&'a ArticleLine>,
    /// The first printing's versions after the first.
    later: Vec<i64>,
    folds: bool,
    seen: BTreeSet<ArticleId>,
    rows: Vec<Row>,
}

/// The rows of the picture, and how many printings it leaves out.
pub fn spread(all: &[ArticleLine], versions: &[VersionLine], clues: &Clues) -> (Vec<Row>, usize) {
    let first = tree::first(all);
    let mut members = Members {
        all,
        clues,
        first,
        later: versions.iter().skip(1).take(MAX_VERSIONS - 1).map(|version| version.seen_at).collect(),
        folds: all.len() > MANY_ROWS,
        seen: BTreeSet::new(),
        rows: Vec::new(),
    };
    let agency = unread_agency(all);
    let root = agency.map(|agency| {
        let earliest = all.iter().filter_map(minute).min();
        members.rows.push(Row {
            article: None,
            name: agency.to_owned(),
            stand: Stand::Unread,
            at: earliest,
            parent: None,
            depth: 0,
        });
        0
    });
    let lone = all.iter().filter(|line| tree::parent(line, all).is_none());
    let mut starts: Vec<&ArticleLine> = first.into_iter().chain(lone).collect();
    // Under an agency the first comes last of those that stand beside it: its own followers stand below it.
    starts.sort_by_key(|line| std::cmp::Reverse(root.and_then(|_| minute(line))));
    for start in starts.into_iter().chain(all) {
        members.put(start, root.map(|row| (row, 0)));
    }
    let drawn: usize = members.rows.iter().take(MAX_ROWS).map(|row| counted(&row.stand)).sum();
    members.rows.truncate(MAX_ROWS);
    (members.rows, all.len().saturating_sub(drawn))
}

const fn counted(stand: &Stand) -> usize {
    match stand {
        Stand::Unread => 0,
        Stand::First { .. } | Stand::Printing { .. } => 1,
        Stand::Folded { count, .. } => *count,
    }
}

impl<'a> Members<'a> {
    /// Puts a printing and everything that hangs on it; a ring of parents ends where it began.
    fn put(&mut self, line: &'a ArticleLine, parent: Option<(usize, usize)>) {
        let mut open = vec![(line, parent)];
        while let Some((line, parent)) = open.pop() {
            if !self.seen.insert(line.id) {
                continue;
            }
            let here = self.rows.len();
            let row = self.row(line, parent);
            self.rows.push(row);
            let mut below = self.children(line);
            let folded = if self.folds { self.fold(&mut below, line) } else { Vec::new() };
            for (count, from, to) in folded {
                let version = self.version(line, Some(from));
                let depth = self.depth(Some((here, 0)));
                self.rows.push(Row {
                    article: None,
                    name: String::new(),
                    stand: Stand::Folded { count, minutes: (to - from) / 60 },
                    at: Some(from),
                    parent: Some((here, version)),
                    depth,
                });
            }
            // The last of the heap is put first: the children of the latest version, and of those the latest.
            below.sort_by_key(|child| (self.version(line, minute(child)), minute(child)));
            open.extend(
                below.into_iter().map(|child| (child, Some((here, self.version(line, minute(child)))))),
            );
        }
    }

    fn children(&self, line: &ArticleLine) -> Vec<&'a ArticleLine> {
        let takes = |child: &&ArticleLine| {
            tree::parent(child, self.all).is_some_and(|parent| parent.id == line.id)
                && !self.seen.contains(&child.id)
        };
        self.all.iter().filter(takes).collect()
    }

    /// Takes out of the children those without followers that came close together.
    fn fold(&mut self, below: &mut Vec<&'a ArticleLine>, line: &ArticleLine) -> Vec<(usize, i64, i64)> {
        let mut leaves: Vec<(i64, ArticleId)> = below
            .iter()
            .filter(|child| child.id != line.id && self.children(child).is_empty())
            .filter_map(|child| Some((minute(child)?, child.id)))
            .collect();
        leaves.sort_unstable();
        let mut runs: Vec<Vec<(i64, ArticleId)>> = Vec::new();
        for leaf in leaves {
            match runs.last_mut() {
                Some(run) if run.last().is_some_and(|last| leaf.0 - last.0 < CLOSE) => run.push(leaf),
                _ => runs.push(vec![leaf]),
            }
        }
        let mut folded = Vec::new();
        for run in runs.into_iter().filter(|run| run.len() >= WORTH_FOLDING) {
            if let (Some(from), Some(to)) = (run.first(), run.last()) {
                folded.push((run.len(), from.0, to.0));
                self.seen.extend(run.iter().map(|leaf| leaf.1));
                below.retain(|child| run.iter().all(|leaf| leaf.1 != child.id));
            }
        }
        folded.reverse();
        folded
    }

    fn row(&self, line: &ArticleLine, parent: Option<(usize, usize)>) -> Row {
        let is_first = self.first.is_some_and(|first| first.id == line.id);
        let at = minute(line);
        let stand = if is_first {
            let later = self.later.iter().copied().filter(|seen| at.is_none_or(|at| *seen > at));
            Stand::First { versions: at.into_iter().chain(later).collect() }
        } else {
            Stand::Printing { kept: line.copy.and_then(wording::kept), credited: self.credited(line) }
        };
        Row { article: Some(line.id), name: name(line), stand, at, parent, depth: self.depth(parent) }
    }

    fn depth(&self, parent: Option<(usize, usize)>) -> usize {
        parent.and_then(|(row, _)| self.rows.get(row)).map_or(0, |row| row.depth + 1)
    }

    /// Which version of a printing stood at a moment: the first where nobody tells the moment.
    fn version(&self, line: &ArticleLine, at: Option<i64>) -> usize {
        if self.first.is_none_or(|first| first.id != line.id) {
            return 0;
        }
        let began = minute(line);
        let later = self.later.iter().filter(|seen| began.is_none_or(|began| **seen > began));
        at.map_or(0, |at| later.filter(|seen| **seen <= at).count())
    }

    /// Whether a printing says whose text it is; what a reader said stands as said.
    fn credited(&self, line: &ArticleLine) -> bool {
        let reason = line.copy.and_then(|copy| copy.reason);
        let clues = self.clues.members.get(&line.id).map_or(&[][..], Vec::as_slice);
        line.agency.is_some()
            || reason.is_none_or(|reason| claims(reason) || reason == Reason::ReaderSaid)
            || clues.iter().any(|clue| clue.holds && claims(clue.reason))
    }
}

/// The agency that the printings credit, where none of them is its own.
fn unread_agency(all: &[ArticleLine]) -> Option<&str> {
    let agency = all.iter().find_map(|line| line.origin_agency.as_deref())?;
    all.iter().all(|line| !wording::names(&name(line), agency)).then_some(agency)
}

/// A time that is told to the minute.
fn minute(line: &ArticleLine) -> Option<i64> {
    let Time::At(when) = line.published else { return None };
    (when.precision() >= Precision::Minute).then(|| when.unix())
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use wireroom_model::{FamilyId, Kind, Lang, Relation, When};
    use wireroom_store::articles::CopyLine;

    /// A printing: its number, the minute of the day it came at, whose it took.
    pub fn line(id: u64, minute: Option<i64>, parent: Option<u64>) -> ArticleLine {
        let article = |id| ArticleId::new(id).unwrap();
        let reason = if parent.is_some() { Reason::InheritedEdits } else { Reason::Earliest };
        ArticleLine {
            id: article(id),
            title: "Tide turns".to_owned(),
            url: None,
            outlet: Some(format!("Outlet {id}")),
            outlet_id: None,
            agency: None,
            lang: Lang::EN,
            kind: Kind::Article,
            published: minute
                .and_then(|minute| When::from_unix(1_795_000_000 / DAY * DAY + minute * 60))
                .map_or(Time::Unknown, Time::At),
            arrived_at: 0,
            versions: 1,
            is_private: false,
            is_unfolded: false,
            story: None,
            copy: Some(CopyLine {
                family: FamilyId::new(1).unwrap(),
                relation: if id == 1 { Relation::Anchor } else { Relation::Edited },
                containment: 1.0,
                longest_run_words: 90,
                first: Some(article(1)),
                origin: Some(Reason::Earliest),
                parent: parent.map(article),
                reason: Some(reason),
                kept: Some(0.5),
            }),
            origin_agency: None,
            origin_outlet: None,
        }
    }

    const DAY: i64 = 86_400;

    pub fn no_clues() -> Clues {
        Clues { origin: Vec::new(), members: BTreeMap::new() }
    }

    pub fn version(number: u32, minute: i64) -> VersionLine {
        VersionLine {
            id: wireroom_model::VersionId::new(u64::from(number)).unwrap(),
            number,
            title: String::new(),
            seen_at: 1_795_000_000 / DAY * DAY + minute * 60,
            text_hash: String::new(),
            extractor: 1,
            page: None,
            changes: None,
        }
    }

    #[test]
    fn the_children_of_the_latest_version_stand_first_and_each_has_its_own_below() {
        let all = [
            line(1, Some(360), None),
            line(2, Some(400), Some(1)),
            line(3, Some(420), Some(2)),
            line(4, Some(500), Some(1)),
            line(5, None, Some(1)),
        ];
        let (rows, left) = spread(&all, &[version(1, 360), version(2, 480)], &no_clues());
        let order: Vec<u64> = rows.iter().filter_map(|row| row.article.map(ArticleId::get)).collect();
        assert_eq!((order, left), (vec![1, 4, 2, 3, 5], 0));
        assert_eq!(rows[1].parent, Some((0, 1)), "the second version stood when it came");
        assert_eq!((rows[2].parent, rows[3].parent), (Some((0, 0)), Some((2, 0))));
        assert_eq!((rows[3].depth, rows[4].at), (2, None));
        assert!(matches!(rows[2].stand, Stand::Printing { credited: false, .. }), "it names nobody");
    }

    #[test]
    fn what_comes_close_together_in_a_large_family_is_one_row() {
        let mut all = vec![line(1, Some(100), None)];
        all.extend((2..30).map(|id| line(id, Some(100 + i64::try_from(id).unwrap()), Some(1))));
        all.push(line(40, Some(900), Some(1)));
        let (rows, left) = spread(&all, &[], &no_clues());
        assert_eq!((rows.len(), left), (3, 0));
        assert!(rows.iter().any(|row| row.stand == Stand::Folded { count: 28, minutes: 27 }), "{rows:?}");
    }

    #[test]
    fn the_agency_that_is_not_read_stands_over_those_that_credit_it() {
        let mut all = [line(1, Some(100), None), line(2, Some(130), Some(1))];
        for line in &mut all {
            line.origin_agency = Some("Corvane".to_owned());
            line.agency = line.origin_agency.clone();
        }
        let (rows, _) = spread(&all, &[], &no_clues());
        assert_eq!((rows[0].name.as_str(), &rows[0].stand), ("Corvane", &Stand::Unread));
        assert_eq!((rows[1].parent, rows[2].parent), (Some((0, 0)), Some((1, 0))));
        assert!(matches!(rows[2].stand, Stand::Printing { credited: true, .. }));
    }

    #[test]
    fn a_ring_of_parents_ends_and_a_crowd_leaves_some_to_the_table() {
        let (rows, _) = spread(&[line(2, Some(1), Some(3)), line(3, Some(2), Some(2))], &[], &no_clues());
        assert_eq!(rows.len(), 2);
        let apart = |id: u64| line(id, Some(i64::try_from(id).unwrap() * 40), (id > 1).then_some(1));
        let all: Vec<_> = (1..61).map(apart).collect();
        let (rows, left) = spread(&all, &[], &no_clues());
        assert_eq!((rows.len(), left), (MAX_ROWS, 20));
    }
}
