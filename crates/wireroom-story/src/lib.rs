//! Stories: articles sorted into what happened, as they arrive, with identities that last.
//! It refuses to look ahead: an assignment uses only articles already seen; it reads no clock and draws no chance.
//! Start at [`step`]; [`State`] is all it knows; [`Event`] is what it says, each with its reason.

mod event;
mod families;
mod ordinary;
mod reader;
mod split;
mod state;
mod step;
mod story;
mod stream;
mod views;

pub use event::{Cause, Event, Nearest, Reason};
pub use state::{Constraint, Item, Settings, State, Stored};
pub use step::step;
