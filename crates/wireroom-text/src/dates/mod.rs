//! Dates: the ones that feeds and pages state, the ones that pages count backwards, the ones that running text mentions.
//! Nothing here reads a clock, and what cannot be read is unknown: no date is ever made up.
//! Start at [`stated`] for one string that should be a date, [`mentions`] for text.

mod mentions;
mod names;
mod relative;
mod stated;
#[cfg(test)]
mod tests;

pub use mentions::mentions;
pub use relative::relative;
pub use stated::{stated, stated_in};

use wireroom_model::{Span, When};

/// A calendar expression in running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateMention {
    /// Where it stands.
    pub span: Span,
    /// What it means, to the year, the month or the day; `None` where it was seen and could not be resolved.
    pub value: Option<When>,
}
