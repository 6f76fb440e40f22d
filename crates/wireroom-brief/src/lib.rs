//! What a good editor would tell about a story in a minute, with nothing invented: verbatim sentences chosen and
//! set side by side, direct quotes with their speakers, figures, a timeline. No model, no clock, no IO.
//! It refuses to write a word of its own: every sentence is a [`Cited`], which only a span of a source can make.
//! Start at [`brief()`], then [`quotes::quotes`] and [`figures::figures()`].

pub mod ask;
mod brief;
mod choose;
mod cited;
mod dateline;
mod differ;
pub mod figures;
pub mod news;
mod people;
mod points;
mod pool;
pub mod quotes;
mod sides;
mod source;
mod stop;
mod timeline;
pub mod verify;
mod voices;
pub mod written;

pub use brief::{
    About, Brief, Dated, Difference, Enough, Figure, FigureGroup, Form, Point, Position, Quoted, Side,
    SourceRow, Stand, Thin, VERSION, Variant, brief,
};
pub use cited::{Cited, Headline};
pub use figures::Verdict;
pub use points::key_points;
pub use source::Source;
