//! Every fault that a publisher can have, each with its outcome: docs/faults.md and `table.rs` say the same, and a
//! test a row holds the house to it, in injected time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, dead_code)]

mod bench;
mod document;
mod home;
mod isolation;
mod publisher;
mod rows;
mod table;
