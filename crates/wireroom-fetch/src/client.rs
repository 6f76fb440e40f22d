//! One request, all the way: guard, politeness, redirects by hand, a decoded body within its limits.
//! It stores nothing and retries nothing: the pipeline decides what follows from an answer.
//! Start at [`Fetcher::get`].

use crate::access::Access;
use crate::answer::{self, Fetched, text};
use crate::cache::freshness;
use crate::config::Config;
use crate::connect::Connector;
use crate::decode::{self, End};
use crate::failure::{FetchError, Head, explain, printable};
use crate::hosts::{self, Hosts, Turn};
use crate::request::Request;
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::{Method, StatusCode, Uri};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::{CaptureConnection, capture_connection};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};
use url::{Host, Url};
use wireroom_model::When;
use wireroom_model::why::Stage;

/// How long a connection without work is kept: a few requests of one page round, no more.
const IDLE: Duration = Duration::from_secs(30);
/// Least room for a head that the HTTP library takes.
const LEAST_HEAD: usize = 8_192;
const FORM: &str = "application/x-www-form-urlencoded";

/// The way out. Cheap to clone.
#[derive(Clone)]
pub struct Fetcher {
    config: Arc<Config>,
    hosts: Arc<Hosts>,
    client: Client<Connector, Full<Bytes>>,
    user_agent: HeaderValue,
}

impl fmt::Debug for Fetcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fetcher").field("config", &self.config).finish_non_exhaustive()
    }
}

/// The head of an answer and the turn that lasts until its body is read.
struct Hop {
    response: http::Response<Incoming>,
    _turn: Turn,
}

/// Where a request has got to.
struct Way {
    url: Url,
    /// Set while every hop said "permanently".
    moved: Option<Url>,
}

impl Fetcher {
    /// Opens no socket yet. Errors: a contact that cannot stand in a header.
    pub fn new(config: Config) -> Result<Self, FetchError> {
        let user_agent = HeaderValue::from_str(&config.user_agent).map_err(|_| {
            FetchError::Setup(format!("\"{}\" cannot say who asks: only ASCII can", config.user_agent))
        })?;
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .timer(TokioTimer::new())
            .pool_idle_timeout(IDLE)
            .pool_max_idle_per_host(1)
            .http1_max_headers(config.limits.head_fields)
            .http1_max_buf_size(config.limits.head_bytes.max(LEAST_HEAD))
            .http1_ignore_invalid_headers_in_responses(true)
            .http1_allow_spaces_after_header_name_in_responses(true)
            .http1_allow_obsolete_multiline_headers_in_responses(true)
            .build(Connector::new(&config));
        Ok(Self { hosts: Arc::new(Hosts::new(&config.limits)), client, user_agent, config: Arc::new(config) })
    }

    /// Fetches, following redirects; each hop is judged anew. `now` reads a Retry-After given as a date and
    /// tells which hosts are still to be left alone.
    pub async fn get(&self, request: &Request, now: When) -> Result<Fetched, FetchError> {
        self.follow(request, None, now).await
    }

    /// Sends a form to a hub and gives its answer; a redirect that would turn it into a GET is refused.
    pub async fn post_form(
        &self,
        request: &Request,
        form: &[(&str, &str)],
        now: When,
    ) -> Result<Fetched, FetchError> {
        let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        self.follow(request, Some(Bytes::from(form)), now).await
    }

    /// Hosts (as [`Self::host_key`] names them) that would answer [`FetchError::Later`] at this moment: work for
    /// others goes first.
    pub fn busy_hosts(&self, now: When) -> Vec<String> {
        self.hosts.busy(now)
    }

    /// How hosts are told apart: the name without its last dot, and the port where it is not the usual one.
    pub fn host_key(url: &Url) -> String {
        hosts::key(url)
    }

    async fn follow(&self, request: &Request, form: Option<Bytes>, now: When) -> Result<Fetched, FetchError> {
        let (limit, total) = (self.config.limits.redirects, self.config.limits.total);
        // One end for all hops and the body.
        let at = Instant::now() + total;
        let asked = request.url.host_str().unwrap_or("");
        let end = End { at, host: asked, seconds: total.as_secs() };
        let mut way = Way { url: request.url.clone(), moved: None };
        // An address with a name and password is asked without them, and with them as access.
        Access::default().take_from(&mut way.url);
        let mut for_good = true;
        for hop in 0..=limit {
            let hop = timeout_at(at, self.once(&way.url, request, form.clone(), hop > 0, now));
            let Hop { response, _turn } = hop.await.map_err(|_| end.late())??;
            let status = response.status();
            let host = || way.url.host_str().unwrap_or("").to_owned();
            if !matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308) {
                return self.read(response, request, way, end, now).await;
            }
            let target = text(response.headers(), header::LOCATION);
            let target = target.ok_or_else(|| FetchError::BadRedirect { host: host() })?;
            let away = || FetchError::RedirectAway { host: host(), to: shown(&target) };
            let mut next = way.url.join(&target).map_err(|_| away())?;
            // A publisher has no say in what name and password are sent.
            Access::default().take_from(&mut next);
            if !matches!(next.scheme(), "http" | "https") {
                return Err(away());
            }
            if form.is_some() && !matches!(status.as_u16(), 307 | 308) {
                return Err(FetchError::Status { host: host(), status: status.as_u16(), retry_after: None });
            }
            for_good &= matches!(status.as_u16(), 301 | 308);
            way = Way { moved: for_good.then(|| next.clone()), url: next };
        }
        Err(FetchError::TooManyRedirects { limit })
    }

    async fn once(
        &self,
        url: &Url,
        request: &Request,
        form: Option<Bytes>,
        midway: bool,
        now: When,
    ) -> Result<Hop, FetchError> {
        let host = self.admit(url)?;
        let turn = self.hosts.turn(url, midway || request.in_line, now).await?;
        let uri: Uri = url.as_str().parse().map_err(|_| FetchError::BadAddress(printable(url)))?;
        let mut sent = http::Request::new(Full::from(form.clone().unwrap_or_default()));
        *sent.uri_mut() = uri;
        *sent.method_mut() = if form.is_some() { Method::POST } else { Method::GET };
        *sent.headers_mut() = self.head(url, request, form.is_some());
        tracing::debug!(url = printable(url), "fetching");
        let limits = &self.config.limits;
        let head = Head { bytes: limits.head_bytes, fields: limits.head_fields };
        // Opening the connection has its own limits; the wait for an answer begins when it is open.
        let opened = capture_connection(&mut sent);
        let answer = self.client.request(sent);
        tokio::pin!(answer);
        let early = tokio::select! {
            biased;
            early = &mut answer => Some(early),
            () = open(opened) => None,
        };
        let answered = match early {
            Some(early) => early,
            None => match tokio::time::timeout(limits.first_byte, answer).await {
                Ok(answered) => answered,
                Err(_) => {
                    let seconds = limits.first_byte.as_secs();
                    return Err(FetchError::Timeout { host, stage: Stage::Answer, seconds });
                }
            },
        };
        answered.map(|response| Hop { response, _turn: turn }).map_err(|e| explain(&e, &host, head))
    }

    /// Everything that a publisher sees of us; docs/fetching.md lists it.
    fn head(&self, url: &Url, request: &Request, form: bool) -> HeaderMap {
        let mut head = HeaderMap::new();
        head.insert(header::ACCEPT, HeaderValue::from_static(request.purpose.accept()));
        if url.origin() == request.url.origin() {
            request.access.put(&mut head);
        }
        head.insert(header::USER_AGENT, self.user_agent.clone());
        head.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(decode::ACCEPTED));
        if form {
            head.insert(header::CONTENT_TYPE, HeaderValue::from_static(FORM));
        }
        // Validators belong to the address that gave them: another may hold something older under the same.
        if !form && same(url, request.validated.as_ref().unwrap_or(&request.url)) {
            let mut put = |name: HeaderName, value: &Option<String>| {
                if let Some(value) = value.as_deref().and_then(|v| HeaderValue::from_bytes(v.as_bytes()).ok())
                {
                    head.insert(name, value);
                }
            };
            put(header::IF_NONE_MATCH, &request.etag);
            put(header::IF_MODIFIED_SINCE, &request.last_modified);
        }
        head
    }

    /// Checks scheme and host; a literal address is judged before the connection is even asked for.
    fn admit(&self, url: &Url) -> Result<String, FetchError> {
        let bad = || FetchError::BadAddress(printable(url));
        if !matches!(url.scheme(), "http" | "https") {
            return Err(bad());
        }
        let (Some(host), Some(port)) = (url.host(), url.port_or_known_default()) else { return Err(bad()) };
        let name = url.host_str().unwrap_or("").to_owned();
        let literal = match host {
            Host::Domain(_) => return Ok(name),
            Host::Ipv4(ip) => IpAddr::V4(ip),
            Host::Ipv6(ip) => IpAddr::V6(ip),
        };
        let refused = |reason| FetchError::Refused { host: format!("{name}:{port}"), reason };
        self.config.allow.judge(&name, port, literal).map_err(refused)?;
        Ok(name)
    }

    async fn read(
        &self,
        response: http::Response<Incoming>,
        request: &Request,
        way: Way,
        end: End<'_>,
        now: When,
    ) -> Result<Fetched, FetchError> {
        let (parts, body) = response.into_parts();
        let (status, headers) = (parts.status, parts.headers);
        let host = way.url.host_str().unwrap_or("").to_owned();
        let not_modified = status == StatusCode::NOT_MODIFIED && request.is_conditional();
        if !status.is_success() && !not_modified {
            return Err(self.refusal(status.as_u16(), &headers, request, &way, now));
        }
        let limits = &self.config.limits;
        let (mut bytes, mut broken) = (Vec::new(), None);
        if !not_modified {
            let encodings = answer::texts(&headers, "content-encoding").join(",");
            let read = decode::read(body, &encodings, request.purpose, limits, end).await?;
            (bytes, broken) = (read.bytes, read.broken);
            if status == StatusCode::PARTIAL_CONTENT && broken.is_none() && !is_whole(&headers) {
                broken = Some("it sent a part (206) of what was asked for in full".to_owned());
            }
            if let Some(reason) =
                broken.as_ref().filter(|_| bytes.is_empty() || !request.purpose.reads_parts())
            {
                return Err(FetchError::Body(format!("{host}: {reason}")));
            }
            if bytes.is_empty() && request.purpose.needs_body() {
                return Err(FetchError::Empty { host, status: status.as_u16() });
            }
        }
        let fresh = freshness(way.url.as_str(), &headers, now);
        // What is only a part must be asked for again in full: no validators, no freshness.
        let whole = broken.is_none();
        let stored = |value: &Option<String>| value.clone().filter(|_| not_modified);
        let validator = |name, old| text(&headers, name).or_else(|| stored(old)).filter(|_| whole);
        Ok(Fetched {
            status: status.as_u16(),
            not_modified,
            // What is secret goes to its own origin only, so a move elsewhere is not followed for it.
            moved: way.moved.filter(|to| request.access.is_empty() || to.origin() == request.url.origin()),
            body: bytes,
            cut_short: broken,
            content_type: text(&headers, header::CONTENT_TYPE),
            etag: validator(header::ETAG, &request.etag),
            last_modified: validator(header::LAST_MODIFIED, &request.last_modified),
            fresh_for: fresh.fresh_for.filter(|_| whole),
            no_store: fresh.no_store,
            date: answer::date(&headers),
            robots_tag: answer::texts(&headers, "x-robots-tag"),
            tdm_reservation: text(&headers, HeaderName::from_static("tdm-reservation")),
            tdm_policy: text(&headers, HeaderName::from_static("tdm-policy")),
            links: answer::links(&headers, &way.url),
            url: way.url,
        })
    }

    /// An answer that is none of ours to read; a wish for patience is written down.
    fn refusal(
        &self,
        status: u16,
        headers: &HeaderMap,
        request: &Request,
        way: &Way,
        now: When,
    ) -> FetchError {
        let host = way.url.host_str().unwrap_or("").to_owned();
        let withheld = !request.access.is_empty() && way.url.origin() != request.url.origin();
        if withheld && matches!(status, 401 | 403) {
            let from = request.url.host_str().unwrap_or("").to_owned();
            return FetchError::Withheld { host, status, from, to: printable(&way.url) };
        }
        let retry_after = answer::retry_after(headers, now);
        self.hosts.asked_to_wait(&way.url, status, retry_after, now);
        FetchError::Status { host, status, retry_after }
    }
}

/// Returns when the request has its connection.
async fn open(mut opened: CaptureConnection) {
    if opened.wait_for_connection_metadata().await.is_none() {
        // There will be none: the request itself says why.
        std::future::pending::<()>().await;
    }
}

/// The same resource: fragments and what stands in for nothing aside.
fn same(one: &Url, other: &Url) -> bool {
    let bare = |url: &Url| (url.origin(), url.path().to_owned(), url.query().map(ToOwned::to_owned));
    bare(one) == bare(other)
}

/// True where a 206 holds all there is: `bytes 0-99/100`.
fn is_whole(headers: &HeaderMap) -> bool {
    let range = text(headers, header::CONTENT_RANGE).unwrap_or_default();
    let Some((span, all)) = range.strip_prefix("bytes ").and_then(|r| r.split_once('/')) else {
        return false;
    };
    let last =
        span.split_once('-').filter(|(first, _)| *first == "0").and_then(|(_, last)| last.parse().ok());
    last.and_then(|last: u64| last.checked_add(1)) == all.parse().ok() && !all.is_empty()
}

/// Where a redirect leads, short and without what may be secret.
fn shown(target: &str) -> String {
    let plain = target.split(['?', '#']).next().unwrap_or("");
    plain.rsplit('@').next().unwrap_or("").chars().take(80).collect()
}
