//! Search over titles and bodies: one index in the data folder, made from the store and never the only home of
//! anything. It refuses to fail the house: an index that is missing, of another shape or broken is made anew and says
//! so, and the caller fills it from the store. Snippets are pieces of text with marks as data, never HTML.
//! Start at [`Index::open`], [`Index::search`] and [`parse`] (the search language); `any.rs` finds what a question is put
//! to.

mod any;
mod index;
mod language;
mod look;
mod pieces;
mod question;
mod tokens;

pub use index::{Document, Found, Hit, Index, Opened, SearchError};
pub use language::{Ask, FILTERS, Fault, Question, parse};
pub use look::{Looked, look};
pub use pieces::Piece;
pub use question::{Clause, Query};
