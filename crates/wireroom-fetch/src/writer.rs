//! A writer: one address that speaks as OpenAI's chat completions do, on this machine or elsewhere, asked for one whole
//! answer. The guard judges every address it resolves to, a redirect is an error, the answer ends at its limits of
//! time and bytes, and the key is in no log and no error. What the answer is worth is not known here.
//! Start at [`Writer::ask`].

use crate::config::Config;
use crate::connect::Connector;
use crate::failure::{FetchError, Head, explain, printable};
use crate::guard;
use http::header::{self, HeaderValue};
use http::{Method, Uri};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Bytes;
use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use serde::Deserialize;
use std::fmt;
use std::net::IpAddr;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};
use url::{Host, Url};
use wireroom_model::why::Stage;

/// What stands after the address of every service of the kind.
const PATH: &str = "/chat/completions";
/// Tokens asked for at the most; the check reads some 16 KiB.
const MAX_TOKENS: u32 = 2_000;
/// Bytes of an answer with its frame.
const MAX_BYTES: usize = 256 << 10;
/// Longest key, in bytes.
const MAX_KEY: usize = 4_096;

/// Where a writer is and how it is asked.
#[derive(Clone)]
pub struct WriterAddress {
    /// Up to the version, as its makers print it: `https://api.example.org/v1`.
    pub base: String,
    pub model: String,
    pub key: Option<String>,
    /// For connection, answer and last byte together.
    pub timeout: Duration,
}

impl fmt::Debug for WriterAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The address may hold a password and the key is one.
        f.debug_struct("WriterAddress").field("model", &self.model).finish_non_exhaustive()
    }
}

/// The way to one writer. Cheap to clone.
#[derive(Clone)]
pub struct Writer {
    client: Client<Connector, Full<Bytes>>,
    url: Url,
    uri: Uri,
    model: String,
    key: Option<HeaderValue>,
    user_agent: HeaderValue,
    timeout: Duration,
    config: Config,
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer")
            .field("url", &printable(&self.url))
            .field("model", &self.model)
            .finish_non_exhaustive()
    }
}

#[derive(Deserialize)]
struct Answer {
    choices: Vec<Choice>,
}

#[derive(Deserialize)]
struct Choice {
    message: Message,
}

#[derive(Deserialize)]
struct Message {
    content: String,
}

impl Writer {
    /// Opens no socket yet. Errors: no http(s) address, one with a password, query or fragment, or a key that would
    /// leave this network in the clear or cannot be sent.
    pub fn new(config: &Config, address: &WriterAddress) -> Result<Self, FetchError> {
        let setup = |why: &str| FetchError::Setup(format!("the writer: {why}"));
        let base = address.base.trim().trim_end_matches('/');
        let url = Url::parse(&format!("{base}{PATH}")).map_err(|_| setup("its address is none"))?;
        if !matches!(url.scheme(), "http" | "https") || url.host().is_none() {
            return Err(setup("its address begins with http:// or https:// and names a host"));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(setup("its address holds a name or password; put the key into a file of its own"));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(setup("its address ends before any ? and #"));
        }
        let key = address.key.as_deref().map(str::trim).filter(|key| !key.is_empty());
        if key.is_some() && url.scheme() == "http" && !is_inward(&url) {
            return Err(setup("its key would go out in the clear; use https://"));
        }
        let key = key.map(|key| {
            let value =
                (key.len() <= MAX_KEY).then(|| HeaderValue::try_from(format!("Bearer {key}")).ok()).flatten();
            let mut value = value.ok_or_else(|| setup("its key cannot stand in a header"))?;
            value.set_sensitive(true);
            Ok::<_, FetchError>(value)
        });
        let user_agent =
            HeaderValue::from_str(&config.user_agent).map_err(|_| setup("the contact is not ASCII"))?;
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .timer(TokioTimer::new())
            .pool_max_idle_per_host(1)
            .http1_max_headers(config.limits.head_fields)
            .build(Connector::new(config));
        let uri = url.as_str().parse().map_err(|_| setup("its address is none"))?;
        Ok(Self {
            client,
            url,
            uri,
            model: address.model.clone(),
            key: key.transpose()?,
            user_agent,
            timeout: address.timeout,
            config: config.clone(),
        })
    }

    /// The model that is asked for.
    pub fn model(&self) -> &str {
        &self.model
    }

    /// Asks once and gives the words of the answer. Errors: refused by the guard, anything but 200, too late, too long,
    /// or not of the form; none holds a word of the answer.
    pub async fn ask(&self, prompt: &str, message: &str) -> Result<String, FetchError> {
        let host = self.url.host_str().unwrap_or("").to_owned();
        self.admit(&host)?;
        let at = Instant::now() + self.timeout;
        let seconds = self.timeout.as_secs();
        let late = |stage| FetchError::Timeout { host: host.clone(), stage, seconds };
        let body = serde_json::json!({
            "model": self.model,
            "messages": [{ "role": "system", "content": prompt }, { "role": "user", "content": message }],
            "temperature": 0,
            "max_tokens": MAX_TOKENS,
            "stream": false,
        });
        let mut sent = http::Request::new(Full::from(body.to_string()));
        *sent.uri_mut() = self.uri.clone();
        *sent.method_mut() = Method::POST;
        let head = sent.headers_mut();
        head.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        head.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
        head.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        head.insert(header::USER_AGENT, self.user_agent.clone());
        if let Some(key) = &self.key {
            head.insert(header::AUTHORIZATION, key.clone());
        }
        tracing::debug!(url = printable(&self.url), "asking the writer");
        let limits = &self.config.limits;
        let head = Head { bytes: limits.head_bytes, fields: limits.head_fields };
        let answer = timeout_at(at, self.client.request(sent)).await.map_err(|_| late(Stage::Answer))?;
        let answer = answer.map_err(|error| explain(&error, &host, head))?;
        let status = answer.status().as_u16();
        if status != 200 {
            // A redirect too: texts and key go to the address that the owner wrote and to no other.
            return Err(FetchError::Status { host, status, retry_after: None });
        }
        let body = timeout_at(at, Limited::new(answer.into_body(), MAX_BYTES).collect());
        let body = body.await.map_err(|_| late(Stage::End))?.map_err(|error| {
            if error.is::<LengthLimitError>() {
                FetchError::TooLarge { limit: MAX_BYTES }
            } else {
                FetchError::Body(format!("{host}: it broke off"))
            }
        })?;
        let read: Result<Answer, _> = serde_json::from_slice(&body.to_bytes());
        let words = read.ok().and_then(|answer| answer.choices.into_iter().next());
        words.map(|choice| choice.message.content).ok_or_else(|| {
            FetchError::Body(format!("{host} does not answer in the form of chat completions"))
        })
    }

    /// A literal address is judged here; those of a name when it is resolved.
    fn admit(&self, host: &str) -> Result<(), FetchError> {
        let Some((ip, port)) = literal(&self.url).zip(self.url.port_or_known_default()) else {
            return Ok(());
        };
        let refused = |reason| FetchError::Refused { host: format!("{host}:{port}"), reason };
        self.config.allow.judge(host, port, ip).map_err(refused)
    }
}

fn literal(url: &Url) -> Option<IpAddr> {
    match url.host()? {
        Host::Domain(_) => None,
        Host::Ipv4(ip) => Some(IpAddr::V4(ip)),
        Host::Ipv6(ip) => Some(IpAddr::V6(ip)),
    }
}

/// Whether the address plainly stays on this machine or network.
fn is_inward(url: &Url) -> bool {
    url.host_str() == Some("localhost") || literal(url).is_some_and(|ip| guard::refusal(ip).is_some())
}
