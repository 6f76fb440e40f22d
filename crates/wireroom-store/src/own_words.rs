//! A reader's own words on copies: a view of the house's families as that reader wants them, made while lines are
//! read. It changes nothing that is stored, and nobody else sees it. Start at [`Store::own_words`].

use crate::articles::{ArticleLine, CopyLine};
use crate::columns::Reader;
use crate::corrections::CorrectionKind;
use crate::{Result, Store, Viewer};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{ArticleId, FamilyId, Reason, Relation};

/// What one reader said, with the families that it is about.
#[derive(Debug, Clone, Default)]
pub(crate) struct OwnWords {
    /// Families that are one with a smaller number, and what that one is folded under.
    joined: BTreeMap<FamilyId, FamilyId>,
    under: BTreeMap<FamilyId, ArticleId>,
    apart: BTreeSet<ArticleId>,
    first: BTreeMap<FamilyId, ArticleId>,
}

/// One word with where its articles stand.
struct Word {
    kind: CorrectionKind,
    article: ArticleId,
    other: Option<ArticleId>,
    family: FamilyId,
    beside: Option<FamilyId>,
    /// What each of the families is folded under.
    under: [Option<ArticleId>; 2],
}

impl Store {
    /// What this reader said of copies for itself. Nothing for a guest and for the house.
    pub(crate) async fn own_words(&self, viewer: Viewer) -> Result<OwnWords> {
        let Viewer::User(user) = viewer else { return Ok(OwnWords::default()) };
        let rows = sqlx::query(
            "SELECT c.id, c.kind, c.article_id, c.other_id, f.family_id, g.family_id AS beside_id, \
             COALESCE(n.first_id, n.anchor_id) AS under_id, COALESCE(m.first_id, m.anchor_id) AS other_under_id \
             FROM corrections c JOIN family_members f ON f.article_id = c.article_id \
             JOIN families n ON n.id = f.family_id LEFT JOIN family_members g ON g.article_id = c.other_id \
             LEFT JOIN families m ON m.id = g.family_id \
             WHERE c.scope = 'reader' AND c.user_id = $1 AND c.undone_at IS NULL ORDER BY c.id",
        )
        .bind(user.as_i64())
        .fetch_all(&self.read)
        .await?;
        let words = rows.iter().map(|row| {
            let read = Reader::new(row, "corrections", "id")?;
            Ok(Word {
                kind: read.word("kind", CorrectionKind::parse)?,
                article: read.id("article_id")?,
                other: read.maybe_id("other_id")?,
                family: read.id("family_id")?,
                beside: read.maybe_id("beside_id")?,
                under: [read.maybe_id("under_id")?, read.maybe_id("other_under_id")?],
            })
        });
        Ok(OwnWords::of(&words.collect::<Result<Vec<Word>>>()?))
    }
}

impl OwnWords {
    /// Of two words on the same two texts the later one counts.
    fn of(words: &[Word]) -> Self {
        let mut own = Self::default();
        for (at, word) in words.iter().enumerate() {
            let both = BTreeSet::from([Some(word.article), word.other]);
            let overruled = words.iter().skip(at + 1).any(|later| {
                later.kind != CorrectionKind::FirstHere
                    && BTreeSet::from([Some(later.article), later.other]) == both
            });
            match (word.kind, word.beside) {
                (CorrectionKind::FirstHere, _) => {
                    own.first.insert(word.family, word.article);
                }
                (CorrectionKind::SameText, Some(beside)) if !overruled => own.join(word, beside),
                // The families may have parted since: then there is nothing to take apart.
                (CorrectionKind::NotACopy, Some(beside)) if !overruled && beside == word.family => {
                    own.apart.insert(word.article);
                }
                _ => {}
            }
        }
        own
    }

    fn join(&mut self, word: &Word, beside: FamilyId) {
        let (one, other) = (self.family(word.family), self.family(beside));
        if one == other {
            return;
        }
        let (into, from) = (one.min(other), one.max(other));
        for family in self.joined.values_mut().filter(|family| **family == from) {
            *family = into;
        }
        self.joined.insert(from, into);
        let [under, other_under] = word.under;
        if let Some(under) = if word.family == into { under } else { other_under } {
            self.under.entry(into).or_insert(under);
        }
    }

    /// The family in which the reader sees the members of a family.
    pub(crate) fn family(&self, family: FamilyId) -> FamilyId {
        self.joined.get(&family).copied().unwrap_or(family)
    }

    /// The families that the reader sees as one with this one, itself among them.
    pub(crate) fn families(&self, family: FamilyId) -> Vec<FamilyId> {
        let seen = self.family(family);
        let joined = self.joined.iter().filter(|(_, into)| **into == seen).map(|(&from, _)| from);
        std::iter::once(seen).chain(joined).collect()
    }

    /// A line as the reader wants it.
    pub(crate) fn turn(&self, line: &mut ArticleLine) {
        if self.apart.contains(&line.id) {
            line.copy = None;
            line.origin_agency = None;
            line.origin_outlet = None;
            return;
        }
        let Some(copy) = &mut line.copy else { return };
        let before = copy.family;
        copy.family = self.family(before);
        self.leave(copy);
        if let Some(&under) = self.under.get(&copy.family) {
            *copy = CopyLine { first: Some(under), ..*copy };
            if before != copy.family {
                // How it stands to the other family's text was not measured for this reader alone.
                *copy =
                    CopyLine { relation: Relation::Excerpt, parent: None, reason: None, kept: None, ..*copy };
                line.origin_agency = None;
                line.origin_outlet = None;
            }
        }
        if let Some(&first) = self.first.get(&before).or_else(|| self.first.get(&copy.family)) {
            *copy = CopyLine { first: Some(first), origin: Some(Reason::ReaderSaid), kept: None, ..*copy };
            descend(line.id, copy, first);
            line.origin_agency = None;
            line.origin_outlet = None;
        }
    }

    /// Nothing is measured by, or taken from, a printing that stands apart for this reader.
    fn leave(&self, copy: &mut CopyLine) {
        let is_apart = |id: Option<ArticleId>| id.is_some_and(|id| self.apart.contains(&id));
        if is_apart(copy.first) {
            *copy = CopyLine { first: None, origin: None, kept: None, ..*copy };
        }
        if is_apart(copy.parent) {
            *copy = CopyLine { parent: None, reason: None, ..*copy };
        }
    }
}

/// Under a printing that the reader said was first: what a printing shows of its own source stands, all else comes
/// from that one.
fn descend(article: ArticleId, copy: &mut CopyLine, first: ArticleId) {
    let shows = matches!(
        copy.reason,
        Some(Reason::InheritedEdits | Reason::FirstPublished | Reason::SourceLink | Reason::Carried)
    );
    if article == first {
        *copy = CopyLine { parent: None, reason: Some(Reason::ReaderSaid), ..*copy };
    } else if !shows || copy.parent.is_none() {
        *copy = CopyLine { parent: Some(first), reason: Some(Reason::ReaderSaid), ..*copy };
    }
}
