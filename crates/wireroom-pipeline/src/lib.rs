//! The path of an article: poll, page, extract, copies, story, brief, index. Each arrow is a job row with a lease,
//! so that a process that dies at any moment loses nothing and doubles nothing.
//! It decides when and in what order; what is decided about a text, the pure rooms decide.
//! Start at [`Pipeline::open`], then [`Pipeline::run`] for a house that lives, [`Pipeline::drain`] for an import.

pub mod access;
mod address;
mod affairs;
mod ages;
mod asking;
mod brief;
pub mod choices;
mod correct;
mod desk;
mod error;
mod extract;
mod feeds;
pub mod figures;
mod find;
mod forget;
mod health;
mod import;
mod index;
mod lanes;
mod lineage;
mod lists;
mod moves;
mod news;
mod origins;
pub mod overrides;
mod owners;
mod pace;
mod page;
mod picture;
mod pipeline;
mod place;
mod poll;
mod preview;
mod progress;
pub mod publishers;
mod regroup;
mod renew;
mod reprocess;
mod reserve;
mod robots;
mod row;
mod run;
mod shortfall;
mod signed;
mod sites;
mod tagging;
mod websub;
mod whole;
mod writer;

pub use address::canonical;
pub use ages::Aged;
pub use asking::{Asked, MAX_QUESTION};
pub use error::PipelineError;
pub use feeds::Added;
pub use find::{Candidate, Looked};
pub use forget::Forgetting;
pub use import::{Import, Imported};
pub use lists::OpmlAdded;
pub use pipeline::{Options, Pipeline, Reach};
pub use preview::Tried;
pub use progress::Progress;
pub use regroup::{MAX_MOVED, Regrouping};
pub use renew::RENEWED_AT_A_TIME;
pub use sites::Reread;
pub use websub::Pushed;
pub use writer::{Standing, Wished, WriterSettings};

/// What every function here returns.
pub type Result<T> = std::result::Result<T, PipelineError>;
