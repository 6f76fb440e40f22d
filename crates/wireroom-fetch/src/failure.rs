//! Why nothing came back, in sentences that a reader of the feeds page understands.
//! Addresses in them carry no password and no query: those may be secret. Start at [`FetchError`].

use crate::connect::{ConnectError, plain_io};
use std::error::Error;
use std::io;
use thiserror::Error;
use url::Url;

/// Links followed in a chain of error causes.
const MAX_CAUSES: usize = 16;

/// What was waited for in vain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The name's addresses.
    Name,
    /// TCP and TLS.
    Connection,
    /// The head of the answer.
    Answer,
    /// The last byte, all hops together.
    End,
}

impl std::fmt::Display for Stage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Name => "its name was not resolved",
            Self::Connection => "no connection was made",
            Self::Answer => "it did not answer",
            Self::End => "its answer did not end",
        })
    }
}

/// What went wrong on the way out or back.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FetchError {
    #[error("\"{0}\" is not an address that can be fetched: write http:// or https:// and a host")]
    BadAddress(String),
    #[error(
        "{host} was not reached because {reason}; if it is yours, add it to the allow list (--allow {host})"
    )]
    Refused { host: String, reason: &'static str },
    #[error("the name {0} could not be resolved")]
    Dns(String),
    #[error("{host} could not be reached: {reason}")]
    Connect { host: String, reason: String },
    #[error("{host} could not be spoken to safely: {reason}")]
    Tls { host: String, reason: String },
    #[error("{host}: {stage} within {seconds} s")]
    Timeout { host: String, stage: Stage, seconds: u64 },
    #[error("{host} broke off before it answered: {reason}")]
    NoAnswer { host: String, reason: String },
    #[error("what {host} answers is not HTTP")]
    NotHttp { host: String },
    #[error("the head of {host}'s answer is longer than {bytes} bytes or has more than {fields} lines")]
    HeadTooLarge { host: String, bytes: usize, fields: usize },
    #[error("the answer is larger than {limit} bytes")]
    TooLarge { limit: usize },
    #[error("the answer unpacks to more than {limit} times its size, as only a trap does")]
    Ratio { limit: usize },
    #[error("the answer is packed more than {limit} times over, as only a trap is")]
    Layers { limit: usize },
    #[error("more than {limit} redirects")]
    TooManyRedirects { limit: usize },
    #[error("{host} redirects without saying where to")]
    BadRedirect { host: String },
    #[error("{host} redirects to {to}, which is not an address that can be fetched")]
    RedirectAway { host: String, to: String },
    #[error("{host} answered {status}{}", meaning(*status))]
    Status { host: String, status: u16, retry_after: Option<u64> },
    #[error(
        "{host} answered {status} after a redirect from {from}: a feed's own headers, cookie and password go to its own address only, so give it the new one ({to})"
    )]
    Withheld { host: String, status: u16, from: String, to: String },
    #[error("{host} answered {status} with nothing in it")]
    Empty { host: String, status: u16 },
    #[error("the answer broke off or could not be decoded: {0}")]
    Body(String),
    #[error("the content encoding \"{0}\" is not one that is read here (gzip, deflate, br, zstd)")]
    Encoding(String),
    /// Not a failure of the publisher: its turn has not come, and the work is put back.
    #[error("{host} is asked again in {seconds} s: {reason}")]
    Later { host: String, seconds: u64, reason: &'static str },
    #[error("the way out could not be opened: {0}")]
    Setup(String),
}

impl FetchError {
    /// True where the same request may succeed later by itself.
    pub const fn is_passing(&self) -> bool {
        match self {
            Self::BadAddress(_) | Self::Refused { .. } | Self::Setup(_) | Self::Withheld { .. } => false,
            Self::Status { status, .. } => matches!(status, 408 | 425 | 429 | 500..=599),
            _ => true,
        }
    }

    /// True where the publisher said that this is gone for good.
    pub const fn is_gone(&self) -> bool {
        matches!(self, Self::Status { status: 410, .. })
    }

    /// Seconds that the publisher asked to wait, as sent (the schedule clamps them).
    pub const fn retry_after(&self) -> Option<u64> {
        match self {
            Self::Status { retry_after, .. } => *retry_after,
            Self::Later { seconds, .. } => Some(*seconds),
            _ => None,
        }
    }

    /// Seconds after which work that was not begun should be put up again, without counting as a try or as
    /// a failure of its feed; none for everything that did go out.
    pub const fn put_back_for(&self) -> Option<u64> {
        match self {
            Self::Later { seconds, .. } => Some(*seconds),
            _ => None,
        }
    }
}

/// Limits of a head, for the sentence that names them.
#[derive(Debug, Clone, Copy)]
pub struct Head {
    pub bytes: usize,
    pub fields: usize,
}

/// Why a request brought no head of an answer. The deepest cause that is known says most.
pub fn explain(error: &(dyn Error + 'static), host: &str, head: Head) -> FetchError {
    let host = host.to_owned();
    for cause in causes(error) {
        if let Some(error) = cause.downcast_ref::<ConnectError>() {
            return unopened(error, host);
        }
        let Some(error) = cause.downcast_ref::<hyper::Error>() else { continue };
        // The library asks this of clients by its words only; tests/faults.rs holds it to them.
        if error.is_parse() && error.to_string().contains("too large") {
            return FetchError::HeadTooLarge { host, bytes: head.bytes, fields: head.fields };
        }
        if error.is_parse() {
            return FetchError::NotHttp { host };
        }
        return FetchError::NoAnswer { host, reason: broke_off(error) };
    }
    let reason = causes(error).last().map(ToString::to_string).unwrap_or_default();
    FetchError::NoAnswer { host, reason }
}

fn unopened(error: &ConnectError, host: String) -> FetchError {
    match error {
        ConnectError::Address => FetchError::BadAddress(host),
        ConnectError::Inward(reason) => FetchError::Refused { host, reason },
        ConnectError::Unknown => FetchError::Dns(host),
        ConnectError::SlowName(seconds) => {
            FetchError::Timeout { host, stage: Stage::Name, seconds: *seconds }
        }
        ConnectError::Slow(seconds) => {
            FetchError::Timeout { host, stage: Stage::Connection, seconds: *seconds }
        }
        ConnectError::Tcp(reason) => FetchError::Connect { host, reason: reason.clone() },
        ConnectError::Tls(reason) => FetchError::Tls { host, reason: reason.clone() },
        ConnectError::Setup(reason) => FetchError::Setup(reason.clone()),
    }
}

/// How a connection that was open ended, in words for a reader.
pub fn broke_off(error: &hyper::Error) -> String {
    if let Some(io) = causes(error).find_map(|cause| cause.downcast_ref::<io::Error>()) {
        return plain_io(io);
    }
    if error.is_incomplete_message() || error.is_closed() || error.is_canceled() {
        return "it closed the connection".to_owned();
    }
    causes(error).last().map(ToString::to_string).unwrap_or_default()
}

/// An error and what caused it, outermost first.
fn causes<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    fn deeper<'e>(cause: &&'e (dyn Error + 'static)) -> Option<&'e (dyn Error + 'static)> {
        let cause: &'e (dyn Error + 'static) = *cause;
        cause.source()
    }
    std::iter::successors(Some(error), deeper).take(MAX_CAUSES)
}

/// What a status means to whoever looks after the feeds, and what to do about it; nothing where nobody can tell.
const fn meaning(status: u16) -> &'static str {
    match status {
        401 => ": it wants a name and password; set them for this feed",
        403 => {
            ": it lets this program in with something else only; set the cookie or header that it gave you"
        }
        404 => ": nothing is there (any more); its site may know the new address",
        407 => ": a proxy on the way wants a password; this program uses none",
        410 => ": it was taken away for good",
        429 => ": it was asked too often; it is left alone for longer now",
        451 => ": it may not show this for legal reasons",
        500..=599 => ": a fault on its side",
        _ => "",
    }
}

/// An address fit for logs and messages: no user, password, query or fragment.
pub fn printable(url: &Url) -> String {
    let port = url.port().map(|p| format!(":{p}")).unwrap_or_default();
    format!("{}://{}{port}{}", url.scheme(), url.host_str().unwrap_or(""), url.path())
}
