//! Copies: which texts are printings of one text, who stands at the origin, and what each one changed.
//! It refuses to glue: a text joins a family through the family's anchor, never through a chain, and a page
//! that holds several unrelated texts is nobody's anchor. Nothing is deleted; folding is a view.
//! Start at [`Copies::add`] for the stream, [`Copies::evidence`] for two texts of it, [`align`] for any two, [`diff`] for what was changed,
//! [`common_text`] for what most printings share.

mod align;
mod anchors;
mod changes;
mod common_text;
mod counts;
mod diff;
mod evidence;
mod families;
mod footprint;
mod index;
mod learn;
mod lineage;
mod notices;
mod origins;
mod pair;
mod print;
mod quoted;
mod recall;
mod runs;
mod said;
mod settle;
mod stock;
mod tokens;
mod weave;
mod window;

pub use align::{Alignment, Passage, align};
pub use changes::{Draft, changes, changes_of, classes};
pub use common_text::{CommonText, MAX_BODIES, Stretch, common_text, diff_common};
pub use diff::diff;
pub use evidence::Evidence;
pub use lineage::{Earlier, Edge, Lineage, Origin, Printing, lineage};
pub use origins::{Carried, Traced, count};
pub use recall::Wanted;
pub use said::Word;
pub use window::{Copies, Placement, Settings, Stored};
