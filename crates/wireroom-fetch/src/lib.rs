//! The only way out: every outgoing socket of the house opens here, for feeds and pages alike.
//! It refuses private and loopback addresses unless they are on the allow list, follows redirects itself
//! so that each hop is checked, and puts a named limit on time, bytes and hops.
//! Start at [`Fetcher`]; [`guard`] says which addresses may be reached, [`Access`] what one
//! feed's own address needs, [`schedule`] when a feed is polled next.

mod access;
mod answer;
mod cache;
mod client;
mod config;
mod connect;
mod decode;
mod failure;
pub mod guard;
mod hosts;
mod request;
mod resolve;
pub mod schedule;
mod writer;

pub use access::{Access, Parts};
pub use answer::Fetched;
pub use client::Fetcher;
pub use config::{Config, Limits};
pub use failure::FetchError;
pub use guard::{Allow, AllowList};
pub use request::{Purpose, Request};
pub use resolve::{Resolver, Resolving, SystemResolver};
pub use wireroom_model::why::Stage;
pub use writer::{Writer, WriterAddress};
