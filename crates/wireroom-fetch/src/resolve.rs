//! Names to addresses. The default asks the system; a test puts its own book in [`crate::Config`].
//! What comes back proves nothing: every address is judged by the guard before a socket opens.

use std::fmt;
use std::future::Future;
use std::io;
use std::net::IpAddr;
use std::pin::Pin;

/// An answer on its way.
pub type Resolving = Pin<Box<dyn Future<Output = io::Result<Vec<IpAddr>>> + Send>>;

/// Finds the addresses of a name. Never asked about literal addresses.
pub trait Resolver: Send + Sync + fmt::Debug {
    /// All addresses of `host` (no port, no trailing dot). An empty list is "there is none".
    fn resolve(&self, host: &str) -> Resolving;
}

/// The system's own resolver.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemResolver;

impl Resolver for SystemResolver {
    fn resolve(&self, host: &str) -> Resolving {
        let host = host.to_owned();
        Box::pin(async move {
            let found = tokio::net::lookup_host((host.as_str(), 0)).await?;
            Ok(found.map(|address| address.ip()).collect())
        })
    }
}
