//! What the pages of versions and copies ask of the copy room, in plain data: two texts, and what one made of the
//! other. The answer comes from the binary; nothing is kept of it. Start at [`Sheet`].

use wireroom_model::{Alteration, Diff, Lang};

/// One printing's words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    pub title: String,
    /// Normalised.
    pub body: String,
    pub lang: Lang,
}

/// What a second sheet made of a first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compared {
    pub headline: Diff,
    pub body: Diff,
    /// The changes by class, as between two versions.
    pub changes: Vec<Alteration>,
}
