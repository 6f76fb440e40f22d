//! What the owner may set of the way out, and the limits with their defaults.
//! Nothing here is read from the environment: the binary hands it down.

use crate::guard::AllowList;
use std::time::Duration;

/// How to speak to the world.
#[derive(Debug, Clone)]
pub struct Config {
    /// Says who asks and how to reach the owner.
    pub user_agent: String,
    /// Private addresses that may be reached all the same.
    pub allow: AllowList,
    pub limits: Limits,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            user_agent: format!("Wireroom/{} (self-hosted news reader)", env!("CARGO_PKG_VERSION")),
            allow: AllowList::default(),
            limits: Limits::default(),
        }
    }
}

/// Limits on one request and on one host. Each is reached only by a broken or hostile publisher.
#[derive(Debug, Clone)]
pub struct Limits {
    /// TCP and TLS together.
    pub connect: Duration,
    /// From the request to the head of the answer.
    pub first_byte: Duration,
    /// From the request to the last byte, all hops together.
    pub total: Duration,
    /// Bytes of a feed after decoding.
    pub feed_bytes: usize,
    /// Bytes of a page after decoding.
    pub page_bytes: usize,
    /// Addresses followed before giving up.
    pub redirects: usize,
    /// Requests under way at one host.
    pub per_host: usize,
    /// Least time between the starts of two requests to one host.
    pub spacing: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            first_byte: Duration::from_secs(20),
            total: Duration::from_secs(60),
            feed_bytes: 32 << 20,
            page_bytes: 16 << 20,
            redirects: 8,
            per_host: 2,
            spacing: Duration::from_millis(500),
        }
    }
}
