//! Stories: articles sorted into what happened, as they arrive, with identities that last.
//! It refuses to look ahead: an assignment uses only articles already seen; it reads no clock and draws no chance.
//! Start at [`step`]; [`State`] is all it knows; [`Event`] is what it says, each with its reason.

mod affairs;
mod background;
mod event;
mod families;
mod figures;
mod footprint;
mod heard;
mod keyed;
mod letters;
mod mentions;
mod ordinary;
mod places;
mod profile;
pub mod rank;
mod reader;
mod split;
mod state;
mod step;
mod story;
mod stream;
mod tags;
mod terms;
mod tie;
mod views;

pub use affairs::{Affairs, Changed, KEEP, MAX_RELATED, MAX_THREAD, Thread};
pub use event::{Cause, Event, Nearest, Reason};
pub use profile::Profile;
pub use state::{Constraint, Item, Settings, State, Stored};
pub use step::step;
pub use tags::{MAX_FORMS, MAX_TAGS, TAGS_VERSION, Tag, TagKind, TagText, tags};
pub use tie::{Bond, Tie};
