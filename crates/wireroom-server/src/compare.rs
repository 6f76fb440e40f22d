//! What the pages of versions and copies ask of the copy room, in plain data: two texts, and what one made of the
//! other, or what one of several made of what most of them share. The answer comes from the binary; nothing is kept of it. Start at [`Sheet`].

use wireroom_model::{Alteration, Diff, Lang, Span};

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
    /// What the second tells that the first does not, and the other way round.
    pub news: Vec<News>,
}

/// One thing that is new, in the sheets' own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// The value before, and the sentence with the new one.
    Figure {
        before: String,
        value: String,
        after: String,
    },
    Quote(String),
    Fact(String),
    Withdrawn(String),
    Reworded {
        before: String,
        after: String,
    },
}

/// What most of several sheets share, and what one sheet made of that.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InCommon {
    /// The sheet in whose words it is told, counted from 0.
    pub base: usize,
    /// A sheet with the headline that most have, and how many have it.
    pub headline: usize,
    pub headline_held: u32,
    /// Bytes of the base's body, each with how many sheets hold its words.
    pub stretches: Vec<(Span, u32)>,
    pub words: u32,
    /// Sheets that were compared, and so many of them hold every word of it.
    pub printings: u32,
    pub needed: u32,
    /// Sheets that were not compared.
    pub left_out: u32,
    /// Old spans are of the base's body, and of the title of `headline`.
    pub made: Compared,
}
