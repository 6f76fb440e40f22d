//! Why nothing came back. The sentences that a reader of the feeds page understands are said elsewhere.
//! Addresses in them carry no password and no query: those may be secret. Start at [`FetchError`].

use crate::connect::{ConnectError, plain_io};
use std::error::Error;
use std::io;
use url::Url;
use wireroom_model::why::{Cause, Inward, Stage, Trouble, Why};

/// Links followed in a chain of error causes.
const MAX_CAUSES: usize = 16;

/// What went wrong on the way out or back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FetchError {
    BadAddress(String),
    Refused {
        host: String,
        reason: Inward,
    },
    Dns(String),
    Connect {
        host: String,
        reason: Cause,
    },
    Tls {
        host: String,
        reason: Cause,
    },
    Timeout {
        host: String,
        stage: Stage,
        seconds: u64,
    },
    NoAnswer {
        host: String,
        reason: Cause,
    },
    NotHttp {
        host: String,
    },
    HeadTooLarge {
        host: String,
        bytes: usize,
        fields: usize,
    },
    TooLarge {
        limit: usize,
    },
    Ratio {
        limit: usize,
    },
    Layers {
        limit: usize,
    },
    TooManyRedirects {
        limit: usize,
    },
    BadRedirect {
        host: String,
    },
    RedirectAway {
        host: String,
        to: String,
    },
    Status {
        host: String,
        status: u16,
        retry_after: Option<u64>,
    },
    Withheld {
        host: String,
        status: u16,
        from: String,
        to: String,
    },
    Empty {
        host: String,
        status: u16,
    },
    Body(String),
    Encoding(String),
    /// Not a failure of the publisher: its turn has not come, and the work is put back. `asked`: it wished so itself.
    Later {
        host: String,
        seconds: u64,
        asked: bool,
    },
    Setup(String),
}

impl std::fmt::Display for FetchError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.trouble().fmt(f)
    }
}

impl Error for FetchError {}

impl From<FetchError> for Why {
    fn from(error: FetchError) -> Self {
        Self::Fetch(error.trouble())
    }
}

impl FetchError {
    /// What is told of it, and kept: names and data.
    pub fn trouble(&self) -> Trouble {
        match self.clone() {
            Self::BadAddress(address) => Trouble::BadAddress(address),
            Self::Refused { host, reason } => Trouble::Inward { host, why: reason },
            Self::Dns(host) => Trouble::Dns(host),
            Self::Connect { host, reason } => Trouble::Connect { host, why: reason },
            Self::Tls { host, reason } => Trouble::Tls { host, why: reason },
            Self::Timeout { host, stage, seconds } => Trouble::Slow { host, stage, seconds },
            Self::NoAnswer { host, reason } => Trouble::NoAnswer { host, why: reason },
            Self::NotHttp { host } => Trouble::NotHttp(host),
            Self::HeadTooLarge { host, bytes, fields } => Trouble::HeadTooLarge { host, bytes, fields },
            Self::TooLarge { limit } => Trouble::TooLarge(limit),
            Self::Ratio { limit } => Trouble::Ratio(limit),
            Self::Layers { limit } => Trouble::Layers(limit),
            Self::TooManyRedirects { limit } => Trouble::Redirects(limit),
            Self::BadRedirect { host } => Trouble::BadRedirect(host),
            Self::RedirectAway { host, to } => Trouble::RedirectAway { host, to },
            Self::Status { host, status, .. } => Trouble::Status { host, status },
            Self::Withheld { host, status, from, to } => Trouble::Withheld { host, status, from, to },
            Self::Empty { host, status } => Trouble::Empty { host, status },
            Self::Body(why) => Trouble::Body(why),
            Self::Encoding(name) => Trouble::Encoding(name),
            Self::Later { host, seconds, asked } => Trouble::Later { host, seconds, asked },
            Self::Setup(why) => Trouble::Setup(why),
        }
    }

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
    let reason = Cause::Said(causes(error).last().map(ToString::to_string).unwrap_or_default());
    FetchError::NoAnswer { host, reason }
}

fn unopened(error: &ConnectError, host: String) -> FetchError {
    match error {
        ConnectError::Address => FetchError::BadAddress(host),
        ConnectError::Inward(reason) => FetchError::Refused { host, reason: *reason },
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
pub fn broke_off(error: &hyper::Error) -> Cause {
    if let Some(io) = causes(error).find_map(|cause| cause.downcast_ref::<io::Error>()) {
        return plain_io(io);
    }
    if error.is_incomplete_message() || error.is_closed() || error.is_canceled() {
        return Cause::Closed;
    }
    Cause::Said(causes(error).last().map(ToString::to_string).unwrap_or_default())
}

/// An error and what caused it, outermost first.
fn causes<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    fn deeper<'e>(cause: &&'e (dyn Error + 'static)) -> Option<&'e (dyn Error + 'static)> {
        let cause: &'e (dyn Error + 'static) = *cause;
        cause.source()
    }
    std::iter::successors(Some(error), deeper).take(MAX_CAUSES)
}

/// An address fit for logs and messages: no user, password, query or fragment.
pub fn printable(url: &Url) -> String {
    let port = url.port().map(|p| format!(":{p}")).unwrap_or_default();
    format!("{}://{}{port}{}", url.scheme(), url.host_str().unwrap_or(""), url.path())
}
