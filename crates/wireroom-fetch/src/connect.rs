//! One connection, opened: the name resolved, every address judged, the first that answers taken, TLS spoken.
//! Literals and names take the same way, so nothing reaches a socket unjudged. It knows no HTTP.
//! Start at [`Connector`]; the client above keeps connections open between requests.

use crate::config::Config;
use crate::guard::AllowList;
use crate::resolve::Resolver;
use futures_util::stream::{FuturesUnordered, StreamExt};
use http::Uri;
use hyper_util::client::legacy::connect::{Connected, Connection};
use hyper_util::rt::TokioIo;
use rustls::ClientConfig;
use rustls::pki_types::{CertificateDer, ServerName};
use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use thiserror::Error;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use wireroom_model::why::{Cause, Inward};

/// Most addresses tried for one name; all that it has are judged first.
const MAX_ADDRESSES: usize = 16;
/// Most addresses judged for one name; a name with more is refused.
const MAX_JUDGED: usize = 256;
/// How long one address is waited for before the next is tried beside it (RFC 8305 names 250 ms).
const STAGGER: Duration = Duration::from_millis(250);

/// Why no connection was opened.
#[derive(Debug, Clone, Error)]
pub enum ConnectError {
    #[error("not an address")]
    Address,
    #[error("{0}")]
    Inward(Inward),
    #[error("the name is not known")]
    Unknown,
    #[error("resolving took more than {0} s")]
    SlowName(u64),
    #[error("connecting took more than {0} s")]
    Slow(u64),
    #[error("{0}")]
    Tcp(Cause),
    #[error("{0}")]
    Tls(Cause),
    #[error("{0}")]
    Setup(String),
}

/// Opens connections for the client; cheap to clone.
#[derive(Clone)]
pub struct Connector {
    allow: Arc<AllowList>,
    resolver: Arc<dyn Resolver>,
    resolve_within: Duration,
    connect_within: Duration,
    /// Without a single root certificate only http:// is possible, and https:// says why.
    tls: Result<TlsConnector, String>,
}

impl Connector {
    pub fn new(config: &Config) -> Self {
        Self {
            allow: Arc::new(config.allow.clone()),
            resolver: Arc::clone(&config.resolver),
            resolve_within: config.limits.resolve,
            connect_within: config.limits.connect,
            tls: tls(&config.roots),
        }
    }

    async fn open(self, uri: Uri) -> Result<Way, ConnectError> {
        let secure = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(ConnectError::Address),
        };
        let host = uri.host().ok_or(ConnectError::Address)?;
        let host = host.trim_start_matches('[').trim_end_matches(']').trim_end_matches('.').to_owned();
        let port = uri.port_u16().unwrap_or(if secure { 443 } else { 80 });
        let addresses = self.judged(&host, port).await?;
        let seconds = self.connect_within.as_secs();
        let connect = async {
            let stream = first(addresses).await?;
            let _ = stream.set_nodelay(true);
            if !secure {
                return Ok(Way(TokioIo::new(Box::new(stream))));
            }
            let tls = self.tls.map_err(ConnectError::Setup)?;
            let name = ServerName::try_from(host).map_err(|_| ConnectError::Address)?;
            let stream = tls.connect(name, stream).await.map_err(|e| ConnectError::Tls(plain_tls(&e)))?;
            Ok(Way(TokioIo::new(Box::new(stream))))
        };
        tokio::time::timeout(self.connect_within, connect).await.unwrap_or(Err(ConnectError::Slow(seconds)))
    }

    /// Every address of the host, all of them judged: one that leads inward refuses the whole name.
    async fn judged(&self, host: &str, port: u16) -> Result<Vec<SocketAddr>, ConnectError> {
        let found = match host.parse::<IpAddr>() {
            Ok(literal) => vec![literal],
            Err(_) => {
                let seconds = self.resolve_within.as_secs();
                let found = tokio::time::timeout(self.resolve_within, self.resolver.resolve(host)).await;
                found.map_err(|_| ConnectError::SlowName(seconds))?.map_err(|_| ConnectError::Unknown)?
            }
        };
        if found.is_empty() {
            return Err(ConnectError::Unknown);
        }
        if found.len() > MAX_JUDGED {
            return Err(ConnectError::Inward(Inward::TooMany));
        }
        for ip in &found {
            self.allow.judge(host, port, *ip).map_err(ConnectError::Inward)?;
        }
        Ok(found.into_iter().take(MAX_ADDRESSES).map(|ip| SocketAddr::new(ip, port)).collect())
    }
}

/// The first address that accepts, each tried a little after the one before it.
async fn first(addresses: Vec<SocketAddr>) -> Result<TcpStream, ConnectError> {
    let mut tries = FuturesUnordered::new();
    let mut delay = Duration::ZERO;
    for address in addresses {
        tries.push(async move {
            tokio::time::sleep(delay).await;
            TcpStream::connect(address).await
        });
        delay += STAGGER;
    }
    let mut last = ConnectError::Unknown;
    while let Some(tried) = tries.next().await {
        match tried {
            Ok(stream) => return Ok(stream),
            Err(error) => last = ConnectError::Tcp(plain_io(&error)),
        }
    }
    Err(last)
}

fn tls(roots: &[Vec<u8>]) -> Result<TlsConnector, String> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let extra = roots.iter().map(|der| CertificateDer::from(der.clone()));
    let verifier = rustls_platform_verifier::Verifier::new_with_extra_roots(extra, Arc::clone(&provider));
    let verifier = verifier.map_err(|e| {
        format!("no root certificates were found on this machine ({e}); install its package ca-certificates")
    })?;
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|e| e.to_string())?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

/// What went wrong with TLS, in words for a reader.
fn plain_tls(error: &io::Error) -> Cause {
    use rustls::{CertificateError as C, Error as E};
    let Some(error) = error.get_ref().and_then(|e| e.downcast_ref::<E>()) else {
        return match error.kind() {
            io::ErrorKind::UnexpectedEof => Cause::ClosedInTls,
            _ => plain_io(error),
        };
    };
    match error {
        E::InvalidCertificate(C::Expired | C::ExpiredContext { .. }) => Cause::Expired,
        E::InvalidCertificate(C::NotValidYet | C::NotValidYetContext { .. }) => Cause::NotYetValid,
        E::InvalidCertificate(C::NotValidForName | C::NotValidForNameContext { .. }) => Cause::OtherName,
        E::InvalidCertificate(C::UnknownIssuer) => Cause::UnknownIssuer,
        E::InvalidCertificate(C::BadSignature) => Cause::BadSignature,
        E::InvalidCertificate(C::Revoked) => Cause::Revoked,
        E::InvalidCertificate(other) => Cause::BadCertificate(other.to_string()),
        E::InvalidMessage(_) => Cause::NoTls,
        other => Cause::Tls(other.to_string()),
    }
}

/// What a socket said, in words for a reader and the same on every system.
pub fn plain_io(error: &io::Error) -> Cause {
    match error.kind() {
        io::ErrorKind::ConnectionRefused => Cause::NothingListens,
        io::ErrorKind::ConnectionReset => Cause::Reset,
        io::ErrorKind::ConnectionAborted => Cause::Aborted,
        io::ErrorKind::HostUnreachable | io::ErrorKind::NetworkUnreachable => Cause::NoWay,
        io::ErrorKind::UnexpectedEof => Cause::Closed,
        _ => Cause::Said(error.to_string()),
    }
}

impl tower_service::Service<Uri> for Connector {
    type Response = Way;
    type Error = ConnectError;
    type Future = Pin<Box<dyn Future<Output = Result<Way, ConnectError>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), ConnectError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        Box::pin(self.clone().open(uri))
    }
}

trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

/// An open connection, with or without TLS.
pub struct Way(TokioIo<Box<dyn Stream>>);

impl Connection for Way {
    fn connected(&self) -> Connected {
        Connected::new()
    }
}

impl hyper::rt::Read for Way {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: hyper::rt::ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(cx, buf)
    }
}

impl hyper::rt::Write for Way {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}
