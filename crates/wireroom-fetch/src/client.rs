//! One request, all the way: guard, politeness, redirects by hand, a decoded body within its limit.
//! It stores nothing and retries nothing: the pipeline decides what follows from an answer.

use crate::access::Access;
use crate::answer::{self, Fetched, text};
use crate::config::Config;
use crate::failure::{FetchError, printable};
use crate::guard::{AllowList, GuardedResolver, Inward};
use crate::hosts::{Hosts, Turn};
use crate::request::Request;
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
/// Links followed in a chain of error causes.
const MAX_CAUSES: usize = 16;
const FORM: &str = "application/x-www-form-urlencoded";

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
        self.within(request, self.follow(request, None, now)).await
    }

    /// Sends a form to a hub and gives its answer; a redirect that would turn it into a GET is refused.
    pub async fn post_form(
        &self,
        request: &Request,
        form: &[(&str, &str)],
        now: When,
    ) -> Result<Fetched, FetchError> {
        let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        self.within(request, self.follow(request, Some(&form), now)).await
    }

    async fn within<T>(
        &self,
        request: &Request,
        work: impl Future<Output = Result<T, FetchError>>,
    ) -> Result<T, FetchError> {
        let total = self.config.limits.total;
        let host = request.url.host_str().unwrap_or("").to_owned();
        tokio::time::timeout(total, work)
            .await
            .unwrap_or(Err(FetchError::Timeout { host, seconds: total.as_secs() }))
    }

    async fn follow(&self, request: &Request, form: Option<&str>, now: When) -> Result<Fetched, FetchError> {
        let limit = self.config.limits.redirects;
        let (mut url, mut moved, mut for_good) = (request.url.clone(), None, true);
        for _ in 0..=limit {
            // The turn is held until the body is read: it counts as a request under way.
            let (response, _turn) = self.once(&url, request, form).await?;
            let status = response.status();
            if !status.is_redirection() || status == StatusCode::NOT_MODIFIED {
                return self.read(response, request, url, moved, now).await;
            }
            for_good &= matches!(status, StatusCode::MOVED_PERMANENTLY | StatusCode::PERMANENT_REDIRECT);
            let target = text(response.headers(), header::LOCATION).ok_or(FetchError::BadRedirect)?;
            url = url.join(&target).map_err(|_| FetchError::BadRedirect)?;
            // A publisher has no say in what name and password are sent.
            Access::default().take_from(&mut url);
            if form.is_some() && !keeps_method(status) {
                return Err(FetchError::BadRedirect);
            }
            moved = for_good.then(|| url.clone());
        }
        Err(FetchError::TooManyRedirects { limit })
    }

    async fn once(
        &self,
        url: &Url,
        request: &Request,
        form: Option<&str>,
    ) -> Result<(Response, Turn), FetchError> {
        let (host, port) = self.admit(url)?;
        let turn = self.hosts.turn(&host).await;
        let client = self.client(port)?;
        let mut get = match form {
            None => client.get(url.clone()),
            Some(form) => client.post(url.clone()).header(header::CONTENT_TYPE, FORM).body(form.to_owned()),
        };
        get = get.header(header::ACCEPT, request.purpose.accept());
        if url.origin() == request.url.origin() {
            let mut own = HeaderMap::new();
            request.access.put(&mut own);
            get = get.headers(own);
        }
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
            .dns_resolver(Arc::new(GuardedResolver {
                allow: Arc::clone(&self.allow),
                port,
                resolver: Arc::clone(&self.config.resolver),
            }))
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
        request: &Request,
        url: Url,
        moved: Option<Url>,
        now: When,
    ) -> Result<Fetched, FetchError> {
        let status = response.status();
        let headers = response.headers().clone();
        let host = url.host_str().unwrap_or("").to_owned();
        let not_modified = status == StatusCode::NOT_MODIFIED;
        if !status.is_success() && !not_modified {
            let retry_after = answer::retry_after(&headers, now);
            return Err(FetchError::Status { host, status: status.as_u16(), retry_after });
        }
        // What the client decoded it no longer names; what is left it could not read.
        if let Some(encoding) = text(&headers, header::CONTENT_ENCODING).filter(|e| e != "identity") {
            return Err(FetchError::Encoding(encoding));
        }
        let limit = self.config.limits.bytes(request.purpose);
        let body = if not_modified { Vec::new() } else { take(response, limit).await? };
        let kept = |stored: &Option<String>| stored.clone().filter(|_| not_modified);
        Ok(Fetched {
            status: status.as_u16(),
            not_modified,
            // What is secret goes to its own origin only, so a move elsewhere is not followed for it.
            moved: moved.filter(|to| request.access.is_empty() || to.origin() == request.url.origin()),
            body,
            cut_short: None,
            content_type: text(&headers, header::CONTENT_TYPE),
            etag: text(&headers, header::ETAG).or_else(|| kept(&request.etag)),
            last_modified: text(&headers, header::LAST_MODIFIED).or_else(|| kept(&request.last_modified)),
            fresh_for: text(&headers, header::CACHE_CONTROL).and_then(|v| max_age(&v)),
            no_store: text(&headers, header::CACHE_CONTROL).is_some_and(|v| v.contains("no-store")),
            date: answer::date(&headers),
            robots_tag: answer::texts(&headers, "x-robots-tag"),
            tdm_reservation: text(&headers, HeaderName::from_static("tdm-reservation")),
            tdm_policy: text(&headers, HeaderName::from_static("tdm-policy")),
            links: answer::links(&headers, &url),
            url,
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

fn keeps_method(status: StatusCode) -> bool {
    matches!(status, StatusCode::TEMPORARY_REDIRECT | StatusCode::PERMANENT_REDIRECT)
}

fn max_age(value: &str) -> Option<u64> {
    value.split(',').find_map(|part| part.trim().strip_prefix("max-age=")?.parse().ok())
}
