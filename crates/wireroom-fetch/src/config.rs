//! What the owner may set of the way out, and the limits with their defaults.
//! Nothing here is read from the environment: the binary hands it down.

use crate::guard::AllowList;
use crate::request::Purpose;
use crate::resolve::{Resolver, SystemResolver};
use std::sync::Arc;
use std::time::Duration;

/// How to speak to the world.
#[derive(Debug, Clone)]
pub struct Config {
    /// Says who asks and how to reach the owner.
    pub user_agent: String,
    /// Private addresses that may be reached all the same.
    pub allow: AllowList,
    pub limits: Limits,
    /// Finds the addresses of names; the system's unless a test brings its own.
    pub resolver: Arc<dyn Resolver>,
    /// Certificates (DER) trusted beside the system's: an owner's own authority.
    pub roots: Vec<Vec<u8>>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            user_agent: format!("Wireroom/{} (self-hosted news reader)", env!("CARGO_PKG_VERSION")),
            allow: AllowList::default(),
            limits: Limits::default(),
            resolver: Arc::new(SystemResolver),
            roots: Vec::new(),
        }
    }
}

/// Limits on one request and on one host. Each is reached only by a broken or hostile publisher.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Finding the addresses of a name.
    pub resolve: Duration,
    /// TCP and TLS together.
    pub connect: Duration,
    /// From the open connection to the head of the answer.
    pub first_byte: Duration,
    /// From the request to the last byte, all hops together.
    pub total: Duration,
    /// Bytes of the head of an answer (8 KiB at least).
    pub head_bytes: usize,
    /// Lines of the head of an answer.
    pub head_fields: usize,
    /// Codings laid over one another, a packed file's own included.
    pub encoding_layers: usize,
    /// Decoded bytes for each byte that came. The most repetitive of 52 feeds and pages at hand packs 11 to 1
    /// (gzip -9); no format packs honest text a twentieth as well again.
    pub ratio: usize,
    /// Decoded bytes up to which `ratio` is not looked at.
    pub ratio_grace: usize,
    /// Bytes of a feed after decoding.
    pub feed_bytes: usize,
    /// Bytes of a page after decoding.
    pub page_bytes: usize,
    /// Bytes of an icon after decoding.
    pub icon_bytes: usize,
    /// Bytes of a picture after decoding.
    pub picture_bytes: usize,
    /// Bytes of an OPML file after decoding.
    pub list_bytes: usize,
    /// Bytes of a robots.txt after decoding (RFC 9309 asks for at least 500 KiB).
    pub robots_bytes: usize,
    /// Bytes of a hub's answer after decoding.
    pub hub_bytes: usize,
    /// Addresses followed before giving up.
    pub redirects: usize,
    /// Requests under way at one host.
    pub per_host: usize,
    /// Least time between the starts of two requests to one host.
    pub spacing: Duration,
    /// Longest wait for a host's turn; who would wait longer is told when to come again.
    pub line: Duration,
    /// Longest time for which one answer (429, or 503 twice) keeps the rest of its host waiting.
    pub host_wait: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            resolve: Duration::from_secs(10),
            connect: Duration::from_secs(10),
            first_byte: Duration::from_secs(20),
            total: Duration::from_secs(60),
            head_bytes: 64 << 10,
            head_fields: 256,
            encoding_layers: 2,
            ratio: 250,
            ratio_grace: 1 << 20,
            feed_bytes: 32 << 20,
            page_bytes: 16 << 20,
            icon_bytes: 1 << 20,
            picture_bytes: 16 << 20,
            list_bytes: 16 << 20,
            robots_bytes: 512 << 10,
            hub_bytes: 64 << 10,
            redirects: 8,
            per_host: 2,
            spacing: Duration::from_millis(500),
            line: Duration::from_secs(1),
            host_wait: Duration::from_secs(600),
        }
    }
}

impl Limits {
    /// Decoded bytes that may come for a purpose.
    pub const fn bytes(&self, purpose: Purpose) -> usize {
        match purpose {
            Purpose::Feed => self.feed_bytes,
            Purpose::Page => self.page_bytes,
            Purpose::Icon => self.icon_bytes,
            Purpose::Picture => self.picture_bytes,
            Purpose::List => self.list_bytes,
            Purpose::Robots => self.robots_bytes,
            Purpose::Hub => self.hub_bytes,
        }
    }
}
