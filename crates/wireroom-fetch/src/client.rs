//! One request, all the way: guard, politeness, redirects by hand, a decoded body within its limit.
//! It stores nothing and retries nothing: the pipeline decides what follows from an answer.

use crate::config::Config;
use crate::failure::{FetchError, printable};
use crate::guard::{AllowList, GuardedResolver, Inward};
use crate::hosts::{Hosts, Turn};
use futures_util::StreamExt;
use reqwest::header::{self, HeaderMap, HeaderName};
use reqwest::{Client, Response, StatusCode, redirect};
use std::collections::BTreeMap;
use std::error::Error;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use url::{Host, Url};
use wireroom_model::When;

/// Clients kept for reuse, one a port; a publisher on many ports gains no more than this.
const MAX_CLIENTS: usize = 64;
/// Longest value of a response header that is kept, in bytes.
const MAX_HEADER_BYTES: usize = 1_024;
/// Links followed in a chain of error causes.
const MAX_CAUSES: usize = 16;

/// What the request is for: decides what is asked for and how much may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Feed,
    Page,
}

/// One thing to fetch.
#[derive(Debug, Clone)]
pub struct Request {
    pub url: Url,
    /// From the last answer, for a conditional request.
    pub etag: Option<String>,
    /// From the last answer, for a conditional request.
    pub last_modified: Option<String>,
    pub purpose: Purpose,
}

impl Request {
    /// An unconditional request; the address is checked here.
    pub fn new(address: &str, purpose: Purpose) -> Result<Self, FetchError> {
        let url = Url::parse(address.trim()).map_err(|_| FetchError::BadAddress(address.to_owned()))?;
        Ok(Self { url, etag: None, last_modified: None, purpose })
    }
}

/// What came back: a success or "not modified".
#[derive(Debug, Clone)]
pub struct Fetched {
    pub status: u16,
    /// True for 304: the body is empty and what is stored stands.
    pub not_modified: bool,
    /// The address that answered.
    pub url: Url,
    /// Where the address moved for good: set only when every hop said "permanently".
    pub moved: Option<Url>,
    /// Decoded bytes.
    pub body: Vec<u8>,
    pub content_type: Option<String>,
    pub etag: Option<String>,
    pub last_modified: Option<String>,
    /// Seconds for which the publisher calls the answer fresh.
    pub fresh_for: Option<u64>,
}

/// The way out. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Fetcher {
    config: Arc<Config>,
    allow: Arc<AllowList>,
    hosts: Arc<Hosts>,
    clients: Arc<Mutex<BTreeMap<u16, Client>>>,
}

impl Fetcher {
    /// Opens no socket yet.
    pub fn new(config: Config) -> Result<Self, FetchError> {
        // Another part of the process may have installed a provider first; any one serves.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let fetcher = Self {
            allow: Arc::new(config.allow.clone()),
            hosts: Arc::new(Hosts::new(config.limits.per_host, config.limits.spacing)),
            clients: Arc::new(Mutex::new(BTreeMap::new())),
            config: Arc::new(config),
        };
        fetcher.client(443)?;
        Ok(fetcher)
    }

    /// Fetches, following redirects; each hop is judged anew. `now` reads a Retry-After given as a date.
    pub async fn get(&self, request: &Request, now: When) -> Result<Fetched, FetchError> {
        let total = self.config.limits.total;
        let host = request.url.host_str().unwrap_or("").to_owned();
        tokio::time::timeout(total, self.follow(request, now))
            .await
            .unwrap_or(Err(FetchError::Timeout { host, seconds: total.as_secs() }))
    }

    async fn follow(&self, request: &Request, now: When) -> Result<Fetched, FetchError> {
        let limit = self.config.limits.redirects;
        let (mut url, mut moved, mut for_good) = (request.url.clone(), None, true);
        for _ in 0..=limit {
            // The turn is held until the body is read: it counts as a request under way.
            let (response, _turn) = self.once(&url, request).await?;
            let status = response.status();
            if !status.is_redirection() || status == StatusCode::NOT_MODIFIED {
                return self.read(response, url, moved, request.purpose, now).await;
            }
            for_good &= matches!(status, StatusCode::MOVED_PERMANENTLY | StatusCode::PERMANENT_REDIRECT);
            let target = text(response.headers(), header::LOCATION).ok_or(FetchError::BadRedirect)?;
            url = url.join(&target).map_err(|_| FetchError::BadRedirect)?;
            moved = for_good.then(|| url.clone());
        }
        Err(FetchError::TooManyRedirects { limit })
    }

    async fn once(&self, url: &Url, request: &Request) -> Result<(Response, Turn), FetchError> {
        let (host, port) = self.admit(url)?;
        let turn = self.hosts.turn(&host).await;
        let mut get = self.client(port)?.get(url.clone()).header(header::ACCEPT, accept(request.purpose));
        // Validators belong to the address that gave them, not to where it redirects.
        if *url == request.url {
            if let Some(etag) = &request.etag {
                get = get.header(header::IF_NONE_MATCH, etag);
            }
            if let Some(date) = &request.last_modified {
                get = get.header(header::IF_MODIFIED_SINCE, date);
            }
        }
        tracing::debug!(url = printable(url), "fetching");
        let first_byte = self.config.limits.first_byte;
        match tokio::time::timeout(first_byte, get.send()).await {
            Ok(Ok(response)) => Ok((response, turn)),
            Ok(Err(error)) => Err(self.explain(&error, &host)),
            Err(_) => Err(FetchError::Timeout { host, seconds: first_byte.as_secs() }),
        }
    }

    /// Checks scheme and host; a literal address is judged here because no resolver sees it.
    fn admit(&self, url: &Url) -> Result<(String, u16), FetchError> {
        let bad = || FetchError::BadAddress(printable(url));
        if !matches!(url.scheme(), "http" | "https") {
            return Err(bad());
        }
        let (Some(host), Some(port)) = (url.host(), url.port_or_known_default()) else { return Err(bad()) };
        let literal = match host {
            Host::Domain(_) => None,
            Host::Ipv4(ip) => Some(IpAddr::V4(ip)),
            Host::Ipv6(ip) => Some(IpAddr::V6(ip)),
        };
        let name = url.host_str().unwrap_or("").to_owned();
        if let Some(ip) = literal {
            let refused = |reason| FetchError::Refused { host: format!("{name}:{port}"), reason };
            self.allow.judge(&name, port, ip).map_err(refused)?;
        }
        Ok((name, port))
    }

    fn client(&self, port: u16) -> Result<Client, FetchError> {
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(client) = clients.get(&port) {
            return Ok(client.clone());
        }
        let client = Client::builder()
            .user_agent(&self.config.user_agent)
            .redirect(redirect::Policy::none())
            .no_proxy()
            .dns_resolver(Arc::new(GuardedResolver { allow: Arc::clone(&self.allow), port }))
            .connect_timeout(self.config.limits.connect)
            .pool_idle_timeout(Duration::from_secs(30))
            .pool_max_idle_per_host(1)
            .build()
            .map_err(|e| FetchError::Setup(e.to_string()))?;
        if clients.len() >= MAX_CLIENTS {
            clients.pop_last();
        }
        clients.insert(port, client.clone());
        Ok(client)
    }

    async fn read(
        &self,
        response: Response,
        url: Url,
        moved: Option<Url>,
        purpose: Purpose,
        now: When,
    ) -> Result<Fetched, FetchError> {
        let status = response.status();
        let headers = response.headers().clone();
        let host = url.host_str().unwrap_or("").to_owned();
        let not_modified = status == StatusCode::NOT_MODIFIED;
        if !status.is_success() && !not_modified {
            let retry_after = text(&headers, header::RETRY_AFTER).and_then(|v| wait(&v, now));
            return Err(FetchError::Status { host, status: status.as_u16(), retry_after });
        }
        // What the client decoded it no longer names; what is left it could not read.
        if let Some(encoding) = text(&headers, header::CONTENT_ENCODING).filter(|e| e != "identity") {
            return Err(FetchError::Encoding(encoding));
        }
        let limit = match purpose {
            Purpose::Feed => self.config.limits.feed_bytes,
            Purpose::Page => self.config.limits.page_bytes,
        };
        let body = if not_modified { Vec::new() } else { take(response, limit).await? };
        Ok(Fetched {
            status: status.as_u16(),
            not_modified,
            url,
            moved,
            body,
            content_type: text(&headers, header::CONTENT_TYPE),
            etag: text(&headers, header::ETAG),
            last_modified: text(&headers, header::LAST_MODIFIED),
            fresh_for: text(&headers, header::CACHE_CONTROL).and_then(|v| max_age(&v)),
        })
    }

    /// The deepest cause says most; a name that leads inward hides below a failed look-up.
    fn explain(&self, error: &reqwest::Error, host: &str) -> FetchError {
        let host = host.to_owned();
        if let Some(Inward(reason)) = causes(error).find_map(|cause| cause.downcast_ref()) {
            return FetchError::Refused { host, reason };
        }
        let unresolved = |told: String| told.contains("dns error") || told.contains("lookup address");
        if causes(error).any(|cause| unresolved(cause.to_string())) {
            return FetchError::Dns(host);
        }
        if error.is_timeout() {
            return FetchError::Timeout { host, seconds: self.config.limits.connect.as_secs() };
        }
        FetchError::Connect { host, reason: root(error) }
    }
}

async fn take(response: Response, limit: usize) -> Result<Vec<u8>, FetchError> {
    let mut body = Vec::new();
    let mut chunks = response.bytes_stream();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|e| FetchError::Body(root(&e)))?;
        if body.len() + chunk.len() > limit {
            return Err(FetchError::TooLarge { limit });
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// An error and what caused it, outermost first.
fn causes<'e>(error: &'e reqwest::Error) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    fn deeper<'e>(cause: &&'e (dyn Error + 'static)) -> Option<&'e (dyn Error + 'static)> {
        let cause: &'e (dyn Error + 'static) = *cause;
        cause.source()
    }
    let first: &'e (dyn Error + 'static) = error;
    std::iter::successors(Some(first), deeper).take(MAX_CAUSES)
}

fn root(error: &reqwest::Error) -> String {
    causes(error).last().map(ToString::to_string).unwrap_or_default()
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<String> {
    let value = headers.get(name)?.as_bytes();
    (value.len() <= MAX_HEADER_BYTES).then(|| String::from_utf8_lossy(value).trim().to_owned())
}

fn accept(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Feed => {
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.5"
        }
        Purpose::Page => "text/html, application/xhtml+xml;q=0.9, */*;q=0.5",
    }
}

/// Seconds of a Retry-After, written as a number or as a date.
fn wait(value: &str, now: When) -> Option<u64> {
    if let Ok(seconds) = value.parse() {
        return Some(seconds);
    }
    let date = jiff::fmt::rfc2822::parse(value).ok()?;
    u64::try_from(date.timestamp().as_second() - now.unix()).ok()
}

fn max_age(value: &str) -> Option<u64> {
    value.split(',').find_map(|part| part.trim().strip_prefix("max-age=")?.parse().ok())
}
