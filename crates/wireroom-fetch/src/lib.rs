//! The only way out: every outgoing socket of the house opens here, for feeds and pages alike.
//! It refuses private and loopback addresses unless they are on the allow list, follows redirects itself
//! so that each hop is checked, and puts a named limit on time, bytes and hops.
//! Start at [`Fetcher`]; [`guard`] says which addresses may be reached, [`schedule`] when a feed is polled next.

mod client;
mod config;
mod failure;
pub mod guard;
mod hosts;
pub mod schedule;

pub use client::{Fetched, Fetcher, Purpose, Request};
pub use config::{Config, Limits};
pub use failure::FetchError;
pub use guard::{Allow, AllowList};
