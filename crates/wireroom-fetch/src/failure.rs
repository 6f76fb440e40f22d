//! Why nothing came back, in sentences that a reader of the feeds page understands.
//! Addresses in them carry no password and no query: those may be secret.

use thiserror::Error;
use url::Url;

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
    #[error("{host} did not answer within {seconds} s")]
    Timeout { host: String, seconds: u64 },
    #[error("the answer is larger than {limit} bytes")]
    TooLarge { limit: usize },
    #[error("more than {limit} redirects")]
    TooManyRedirects { limit: usize },
    #[error("a redirect without a usable address")]
    BadRedirect,
    #[error("{host} answered {status}")]
    Status { host: String, status: u16, retry_after: Option<u64> },
    #[error("the answer broke off or could not be decoded: {0}")]
    Body(String),
    #[error(
        "the content encoding \"{0}\" is not one that is read here (one layer of gzip, deflate, br or zstd)"
    )]
    Encoding(String),
    /// Nothing was sent: the host's turn has not come. Not a failure of the publisher; the work is put back.
    #[error("{host} is asked again in {seconds} s: {reason}")]
    Later { host: String, seconds: u64, reason: &'static str },
    #[error("the way out could not be opened: {0}")]
    Setup(String),
}

impl FetchError {
    /// True where the same request may succeed later by itself.
    pub const fn is_passing(&self) -> bool {
        match self {
            Self::BadAddress(_) | Self::Refused { .. } | Self::Setup(_) => false,
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

/// An address fit for logs and messages: no user, password, query or fragment.
pub fn printable(url: &Url) -> String {
    let port = url.port().map(|p| format!(":{p}")).unwrap_or_default();
    format!("{}://{}{port}{}", url.scheme(), url.host_str().unwrap_or(""), url.path())
}
