//! The tree of one family: its root from what most members claim or from the times, then each member's parent.
//! It refuses a circle: where claims run round, the lightest of them gives way. Start at [`Tree::of`].

use super::claims::{self, Claim, Source};
use super::edits::{self, Base, Edits, Holders, Shingles, TELLING, Text};
use super::origin::origin;
use super::{Edge, Lineage, MAX_VERSIONS, Origin, Printing};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{Article, ArticleId, Clue, Reason};

/// Two times, in order where that is certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Before,
    After,
    Unknown,
}

/// What is found of one member before circles are looked for.
#[derive(Debug, Clone)]
struct Found {
    parent: Option<usize>,
    reason: Reason,
    clues: Vec<Clue>,
}

/// A member whose edits another repeats.
#[derive(Debug, Clone, Copy)]
struct Heir {
    parent: usize,
    sum: f64,
    /// The version of the parent and the words in it; `None` where the headline shows it.
    shown: Option<(usize, (usize, usize))>,
    /// False where nothing shows which of the two came first.
    directed: bool,
}

/// One family, read.
#[derive(Debug)]
pub(super) struct Tree<'p, 'a> {
    members: &'p [&'p Printing<'a>],
    claims: Vec<Vec<Claim>>,
    /// For each member the edits of each of its versions, oldest first.
    edits: Vec<Vec<Edits>>,
    holders: Holders,
    origin: Origin,
    reason: Reason,
    /// The member at the root, where the origin is one of them.
    root: Option<usize>,
}

impl<'p, 'a> Tree<'p, 'a> {
    /// Reads a family: members in order of number.
    pub fn of(members: &'p [&'p Printing<'a>], said: Option<ArticleId>) -> Self {
        let claims = claims::claims(members);
        let (origin, reason, root) = origin(members, &claims, said);
        let texts: Vec<Vec<Shingles>> = members.iter().map(|member| versions(member)).collect();
        let base = Base::of(
            root.or_else(|| middle(members, &texts)).and_then(|at| texts.get(at)).map_or(&[], Vec::as_slice),
        );
        let edits: Vec<Vec<Edits>> =
            texts.iter().map(|all| all.iter().map(|text| Edits::against(&base, text)).collect()).collect();
        let others = edits.iter().enumerate().filter(|&(at, _)| Some(at) != root);
        let holders = Holders::of(others.filter_map(|(_, all)| all.first()));
        Self { members, claims, edits, holders, origin, reason, root }
    }

    fn article(&self, at: usize) -> Option<&'a Article> {
        self.members.get(at).map(|member| member.article)
    }

    fn id(&self, at: usize) -> Option<ArticleId> {
        Some(self.article(at)?.id)
    }

    fn order(&self, one: usize, other: usize) -> Order {
        match (self.article(one), self.article(other)) {
            (Some(one), Some(other)) => order(one, other),
            _ => Order::Unknown,
        }
    }

    /// The finished tree.
    pub fn lineage(&self) -> Lineage {
        let heirs: Vec<Vec<Heir>> = (0..self.members.len()).map(|at| self.heirs(at)).collect();
        let mut found: Vec<Found> = (0..self.members.len()).map(|at| self.parent(at, &heirs)).collect();
        self.open_circles(&mut found);
        let clues =
            self.root.and_then(|root| found.get(root)).map(|root| root.clues.clone()).unwrap_or_default();
        let clues = if clues.is_empty() { self.origin_clues() } else { clues };
        let edges = found.into_iter().enumerate().filter_map(|(at, found)| {
            let parent = found.parent.and_then(|parent| self.id(parent));
            Some(Edge { article: self.id(at)?, parent, reason: found.reason, clues: found.clues })
        });
        Lineage {
            origin: self.origin.clone(),
            reason: self.reason,
            clues,
            first: self.root.or_else(|| self.nearest()).and_then(|at| self.id(at)),
            edges: edges.collect(),
        }
    }

    /// Where the source is no member: the printing that was certainly before every other.
    fn nearest(&self) -> Option<usize> {
        let all = 0..self.members.len();
        match self.origin {
            Origin::Unknown => None,
            _ => all
                .clone()
                .find(|&at| all.clone().all(|other| other == at || self.order(at, other) == Order::Before)),
        }
    }

    /// The claims of others that made the origin what it is, one of each wording.
    fn origin_clues(&self) -> Vec<Clue> {
        let made = self.claims.iter().flatten().filter(|claim| match (&claim.source, &self.origin) {
            (Source::Member(at), _) => Some(*at) == self.root,
            (Source::Agency(name), Origin::Agency(origin)) => claims::key(name) == claims::key(origin),
            (Source::Outlet(name), Origin::Outlet(origin)) => claims::key(name) == claims::key(origin),
            _ => false,
        });
        let mut once: BTreeSet<(Reason, &str)> = BTreeSet::new();
        let made = made.filter(|claim| once.insert((claim.reason, claim.words.as_str())));
        // Spans are of the members' texts, which the family's own clues do not name.
        made.map(|claim| Clue { span: None, holds: true, ..self.clue(claim, true) }).collect()
    }

    fn clue(&self, claim: &Claim, holds: bool) -> Clue {
        let of = match &claim.source {
            Source::Member(at) => self.id(*at),
            Source::Agency(_) | Source::Outlet(_) => None,
        };
        Clue { reason: claim.reason, of, words: claim.words.clone(), span: claim.span, holds }
    }

    /// The members whose own edits this one repeats, those that it repeats most of first.
    fn heirs(&self, child: usize) -> Vec<Heir> {
        let mut found: Vec<Heir> = Vec::new();
        if Some(child) == self.root {
            return found;
        }
        // What was first printed here shows what was taken; later versions may have added to it.
        let Some(own) = self.edits.get(child).and_then(|all| all.first()) else { return found };
        for (parent, versions) in self.edits.iter().enumerate() {
            if parent == child || Some(parent) == self.root {
                continue;
            }
            let best = versions
                .iter()
                .enumerate()
                .filter_map(|(version, edits)| Some((version, edits::inherited(edits, own, &self.holders)?)))
                .max_by(|a, b| a.1.sum.total_cmp(&b.1.sum).then(b.0.cmp(&a.0)));
            let Some((version, inherited)) = best.filter(|(_, found)| found.sum >= TELLING) else { continue };
            let shows = || versions.get(version).is_some_and(|parent| parent.holds_more_than(own));
            let directed = match self.order(parent, child) {
                Order::Before => true,
                Order::After => false,
                // Cut text shows it: the parent has of the first text what the copy lacks, and not the reverse.
                Order::Unknown => self.root.is_some() && shows(),
            };
            let shown = inherited.shown.map(|words| (version, words));
            found.push(Heir { parent, sum: inherited.sum, shown, directed });
        }
        found.sort_by(|a, b| {
            b.sum.total_cmp(&a.sum).then_with(|| self.rank(a.parent).cmp(&self.rank(b.parent)))
        });
        found
    }

    /// What goes first where nothing else tells: the earlier, then the lower number.
    fn rank(&self, at: usize) -> (i64, usize) {
        let time = self.article(at).and_then(|article| article.published.sort_key());
        (time.unwrap_or(i64::MAX), at)
    }

    fn parent(&self, at: usize, heirs: &[Vec<Heir>]) -> Found {
        if Some(at) == self.root {
            return self.at_the_root(at);
        }
        let claims = self.claims.get(at).map_or(&[][..], Vec::as_slice);
        // A source that claims to come from here is none.
        let fine = |source: &Source| matches!(source, Source::Member(of) if !self.claims_from(*of, at));
        let named = claims.iter().find(|claim| claim.reason < Reason::AgencyCredit && fine(&claim.source));
        let named = named.and_then(|claim| match claim.source {
            Source::Member(of) => Some((of, claim.reason)),
            Source::Agency(_) | Source::Outlet(_) => None,
        });
        let heir = heirs
            .get(at)
            .and_then(|all| all.iter().find(|heir| heir.directed && !self.claims_from(heir.parent, at)));
        let heir = heir.copied().filter(|heir| match named {
            // A line names the outlet that had it first; the edits may show through whose hands it came.
            Some((of, _)) => self.comes_from(heir.parent, of, heirs),
            None => true,
        });
        let (parent, reason) = match (heir, named) {
            (Some(heir), _) => (Some(heir.parent), Reason::InheritedEdits),
            (None, Some((of, reason))) => (Some(of), reason),
            (None, None) => self.under_the_root(at, claims),
        };
        let clues = self.clues(at, parent, reason, heirs);
        Found { parent, reason, clues }
    }

    fn at_the_root(&self, at: usize) -> Found {
        let alone = self.members.len() == 1;
        let reason = if alone { Reason::Alone } else { self.reason };
        let mut clues: Vec<Clue> = if reason == Reason::Earliest || alone {
            Vec::new()
        } else {
            self.origin_clues().into_iter().map(|clue| Clue { of: None, ..clue }).collect()
        };
        // What it says of itself against that.
        let claims = self.claims.get(at).map_or(&[][..], Vec::as_slice);
        clues.extend(claims.iter().map(|claim| self.clue(claim, false)));
        clues.extend(self.earlier_than(at).map(|_| self.too_early(at, None)));
        Found { parent: None, reason, clues }
    }

    /// A member that was certainly printed before this one, which stands at the root.
    fn earlier_than(&self, root: usize) -> Option<usize> {
        (0..self.members.len()).find(|&other| self.order(other, root) == Order::Before)
    }

    /// Times against a parent: what the copy states.
    fn too_early(&self, at: usize, of: Option<usize>) -> Clue {
        let stated = self.article(at).and_then(|article| article.published.known());
        Clue {
            reason: Reason::Earliest,
            of: of.and_then(|of| self.id(of)),
            words: stated.map_or_else(String::new, |when| when.to_string()),
            span: None,
            holds: false,
        }
    }

    /// The parent where neither a line nor an edit tells more: the root, an agency that is not read, or the
    /// earliest printing before it.
    fn under_the_root(&self, at: usize, claims: &[Claim]) -> (Option<usize>, Reason) {
        let credit = claims.iter().find(|claim| match &claim.source {
            Source::Member(of) => Some(*of) == self.root,
            Source::Agency(name) => {
                matches!(&self.origin, Origin::Agency(o) if claims::key(o) == claims::key(name))
            }
            Source::Outlet(name) => {
                matches!(&self.origin, Origin::Outlet(o) if claims::key(o) == claims::key(name))
            }
        });
        if let Some(credit) = credit {
            return (self.root, credit.reason);
        }
        let Some(root) = self.root else {
            let before = (0..self.members.len()).filter(|&other| self.order(other, at) == Order::Before);
            let first = before.min_by_key(|&other| self.rank(other));
            return (first, first.map_or(Reason::OrderUnknown, |_| Reason::Earliest));
        };
        match (self.reason, self.order(root, at)) {
            (Reason::ReaderSaid, _) => (Some(root), Reason::ReaderSaid),
            (_, Order::Before) => (Some(root), Reason::Earliest),
            // Others show that the root is the first: then this one came after it too.
            (reason, Order::Unknown) => (Some(root), reason),
            (_, Order::After) => (None, Reason::OrderUnknown),
        }
    }

    /// All that tells of a member, what decided first.
    fn clues(&self, at: usize, parent: Option<usize>, reason: Reason, heirs: &[Vec<Heir>]) -> Vec<Clue> {
        let mut clues: Vec<Clue> = Vec::new();
        let along = parent.map(|parent| self.line_of(parent, heirs)).unwrap_or_default();
        if let Some(heir) = heirs.get(at).and_then(|all| {
            all.iter().find(|heir| reason == Reason::InheritedEdits && Some(heir.parent) == parent)
        }) {
            clues.push(self.shared(at, heir, true));
        }
        for claim in self.claims.get(at).into_iter().flatten() {
            let holds = match &claim.source {
                Source::Member(of) => along.contains(of),
                Source::Agency(name) => {
                    matches!(&self.origin, Origin::Agency(o) if claims::key(o) == claims::key(name))
                }
                Source::Outlet(name) => {
                    matches!(&self.origin, Origin::Outlet(o) if claims::key(o) == claims::key(name))
                }
            };
            clues.push(self.clue(claim, holds));
        }
        // The nearest by its edits, where something weightier speaks against it or nothing shows a direction.
        let other = heirs.get(at).and_then(|all| all.first()).filter(|_| reason != Reason::InheritedEdits);
        clues.extend(
            other.filter(|heir| Some(heir.parent) != parent).map(|heir| self.shared(at, heir, false)),
        );
        if let Some(parent) = parent {
            match self.order(parent, at) {
                Order::After => clues.push(self.too_early(at, Some(parent))),
                Order::Before => clues.push(Clue { holds: true, ..self.too_early(at, Some(parent)) }),
                Order::Unknown => {}
            }
        } else if let Some(root) = self.root.filter(|&root| self.order(at, root) == Order::Before) {
            clues.push(self.too_early(at, Some(root)));
        }
        clues
    }

    /// The words by which a member repeats another's edits.
    fn shared(&self, at: usize, heir: &Heir, holds: bool) -> Clue {
        let member = self.members.get(at);
        let parent = self.members.get(heir.parent);
        let span = heir.shown.and_then(|(version, words)| {
            let (parent, member) = (parent?, member?);
            let of = texts(parent).nth(version)?.body;
            edits::shown_in(of, words, &member.article.body)
        });
        let words = match (span, heir.shown) {
            (Some(span), _) => member.and_then(|m| span.of(&m.article.body)).unwrap_or_default(),
            // The headline; where the words stand in an earlier version of the copy alone, none are shown.
            (None, None) => member.and_then(|m| texts(m).next()).map_or("", |text| text.title),
            (None, Some(_)) => "",
        };
        Clue {
            reason: Reason::InheritedEdits,
            of: self.id(heir.parent),
            words: words.to_owned(),
            span,
            holds,
        }
    }

    /// True where this member names that one as its source.
    fn claims_from(&self, member: usize, source: usize) -> bool {
        self.claims
            .get(member)
            .is_some_and(|all| all.iter().any(|claim| claim.source == Source::Member(source)))
    }

    /// True where the lines and edits lead from this member back to that one.
    fn comes_from(&self, member: usize, source: usize, heirs: &[Vec<Heir>]) -> bool {
        self.line_of(member, heirs).contains(&source)
    }

    /// A member and those that it comes from by claims and edits, the root among them.
    fn line_of(&self, member: usize, heirs: &[Vec<Heir>]) -> BTreeSet<usize> {
        let mut line: BTreeSet<usize> = self.root.into_iter().collect();
        let mut todo = vec![member];
        while let Some(at) = todo.pop() {
            if !line.insert(at) && Some(at) != self.root {
                continue;
            }
            if Some(at) == self.root {
                continue;
            }
            let heir = heirs.get(at).and_then(|all| all.iter().find(|heir| heir.directed));
            todo.extend(heir.map(|heir| heir.parent));
            todo.extend(self.claims.get(at).into_iter().flatten().filter_map(|claim| match claim.source {
                Source::Member(of) => Some(of),
                Source::Agency(_) | Source::Outlet(_) => None,
            }));
        }
        line
    }

    /// Where parents run in a circle, the one told by the lightest reason (then of the highest number) comes from
    /// the root instead, or from nobody known.
    fn open_circles(&self, found: &mut [Found]) {
        let next = |found: &[Found], at: usize| found.get(at).and_then(|one| one.parent);
        for start in 0..found.len() {
            let mut seen = BTreeSet::new();
            let mut at = start;
            while let Some(parent) = next(found, at).filter(|_| seen.insert(at)) {
                at = parent;
            }
            if next(found, at).is_none() {
                continue;
            }
            // `at` stands on a circle: walk it once.
            let mut circle = vec![at];
            let mut on = next(found, at);
            while let Some(member) = on.filter(|&member| member != at && circle.len() <= found.len()) {
                circle.push(member);
                on = next(found, member);
            }
            let lightest =
                circle.into_iter().max_by_key(|&member| (found.get(member).map(|one| one.reason), member));
            if let Some(one) = lightest.and_then(|member| found.get_mut(member)) {
                one.parent = self.root;
                one.reason = if self.root.is_some() { self.reason } else { Reason::OrderUnknown };
                one.clues.iter_mut().for_each(|clue| clue.holds = false);
            }
        }
    }
}

pub(super) fn order(one: &Article, other: &Article) -> Order {
    match (one.published.known(), other.published.known()) {
        // Certain only where one's last possible second lies before the other's first.
        (Some(one), Some(other)) if one.sort_key() < other.unix() => Order::Before,
        (Some(one), Some(other)) if other.sort_key() < one.unix() => Order::After,
        _ => Order::Unknown,
    }
}

/// A member's versions, oldest first.
fn texts<'t>(member: &'t Printing<'_>) -> impl Iterator<Item = Text<'t>> {
    let earlier = member.earlier.iter().map(|text| Text { title: &text.title, body: &text.body });
    let now = Text { title: &member.article.title, body: &member.article.body };
    earlier.take(MAX_VERSIONS).chain(std::iter::once(now))
}

fn versions(member: &Printing<'_>) -> Vec<Shingles> {
    texts(member).map(Shingles::of).collect()
}

/// Where the root is not among the members: the one whose text most of the others have, then the earlier.
fn middle(members: &[&Printing<'_>], texts: &[Vec<Shingles>]) -> Option<usize> {
    let mut holders: BTreeMap<u64, usize> = BTreeMap::new();
    for shingle in texts.iter().filter_map(|all| all.first()).flat_map(Shingles::set) {
        *holders.entry(*shingle).or_default() += 1;
    }
    let common = |text: &Shingles| {
        let told = text.set().iter().filter_map(|shingle| holders.get(shingle));
        told.fold(0_i64, |sum, &n| sum + if n * 2 > members.len() { 1 } else { -1 })
    };
    let rank = |at: &usize| {
        let text = texts.get(*at).and_then(|all| all.first());
        let article = members.get(*at).map(|m| m.article);
        let time = article.and_then(|a| a.published.sort_key()).unwrap_or(i64::MAX);
        (Reverse(text.map_or(i64::MIN, common)), time, *at)
    };
    (0..members.len()).min_by_key(rank)
}
