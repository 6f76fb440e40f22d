//! A publisher on loopback that counts its connections and answers each path by a list of steps, and a
//! resolver with its own book. Every test of the way out starts here.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

use std::collections::BTreeMap;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use wireroom_fetch::{
    AllowList, Config, FetchError, Fetched, Fetcher, Limits, Purpose, Request, Resolver, Resolving,
};
use wireroom_model::When;

/// What a publisher does next on one connection.
#[derive(Debug, Clone)]
pub enum Step {
    Send(Vec<u8>),
    /// One byte at a time, for as long as anybody listens.
    Drip(Vec<u8>),
    /// The same again and again, for as long as anybody listens.
    Forever(Vec<u8>),
    /// Nothing, until the other side goes.
    Hang,
    /// The connection is reset, not closed.
    Reset,
}

/// What was asked: `head` in lower case.
#[derive(Debug, Clone)]
pub struct Asked {
    pub path: String,
    pub head: String,
    pub body: String,
    pub port: u16,
}

type Answer = Arc<dyn Fn(&Asked) -> Vec<Step> + Send + Sync>;

/// Counts and answers.
#[derive(Clone)]
pub struct Publisher {
    pub address: SocketAddr,
    pub connects: Arc<AtomicUsize>,
    pub asked: Arc<Mutex<Vec<Asked>>>,
    /// Bytes written of `Forever`.
    pub poured: Arc<AtomicUsize>,
}

impl Publisher {
    pub async fn start(answer: impl Fn(&Asked) -> Vec<Step> + Send + Sync + 'static) -> Self {
        Self::at("127.0.0.1:0", None, answer).await.unwrap()
    }

    pub async fn at(
        address: &str,
        tls: Option<TlsAcceptor>,
        answer: impl Fn(&Asked) -> Vec<Step> + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        let answer: Answer = Arc::new(answer);
        let publisher = Self {
            address: listener.local_addr()?,
            connects: Arc::default(),
            asked: Arc::default(),
            poured: Arc::default(),
        };
        let me = publisher.clone();
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                me.connects.fetch_add(1, Ordering::SeqCst);
                let (me, answer, tls) = (me.clone(), Arc::clone(&answer), tls.clone());
                tokio::spawn(async move {
                    match tls {
                        None => me.serve(socket, answer).await,
                        Some(tls) => {
                            if let Ok(socket) = tls.accept(socket).await {
                                me.speak(socket, answer).await;
                            }
                        }
                    }
                });
            }
        });
        Ok(publisher)
    }

    /// A reset needs the socket itself.
    async fn serve(&self, mut socket: TcpStream, answer: Answer) {
        if self.speak(&mut socket, answer).await {
            let _ = socket.set_zero_linger();
        }
    }

    /// Answers request after request until a step ends the connection. True where it is to be reset.
    async fn speak(&self, mut socket: impl AsyncRead + AsyncWrite + Unpin, answer: Answer) -> bool {
        loop {
            let Some(asked) = self.hear(&mut socket).await else { return false };
            self.asked.lock().unwrap().push(asked.clone());
            for step in answer(&asked) {
                match step {
                    Step::Send(bytes) => {
                        let close = bytes.windows(17).any(|w| w.eq_ignore_ascii_case(b"connection: close"));
                        let _ = socket.write_all(&bytes).await;
                        let _ = socket.flush().await;
                        if close {
                            let _ = socket.shutdown().await;
                            return false;
                        }
                    }
                    Step::Drip(bytes) => {
                        for byte in bytes {
                            if socket.write_all(&[byte]).await.is_err() || socket.flush().await.is_err() {
                                return false;
                            }
                            tokio::time::sleep(Duration::from_millis(10)).await;
                        }
                    }
                    Step::Forever(bytes) => {
                        while socket.write_all(&bytes).await.is_ok() {
                            self.poured.fetch_add(bytes.len(), Ordering::SeqCst);
                        }
                        return false;
                    }
                    Step::Hang => {
                        let mut rest = Vec::new();
                        let _ = socket.read_to_end(&mut rest).await;
                        return false;
                    }
                    Step::Reset => return true,
                }
            }
        }
    }

    async fn hear(&self, socket: &mut (impl AsyncRead + Unpin)) -> Option<Asked> {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(socket.read_u8().await.ok()?);
        }
        let text = String::from_utf8_lossy(&head).into_owned();
        let path = text.split(' ').nth(1).unwrap_or("/").to_owned();
        let head = text.to_lowercase();
        let length = head.split("content-length: ").nth(1).and_then(|r| r.split("\r\n").next());
        let mut body = vec![0; length.and_then(|l| l.parse().ok()).unwrap_or(0)];
        socket.read_exact(&mut body).await.ok()?;
        let body = String::from_utf8_lossy(&body).into_owned();
        Some(Asked { path, head, body, port: self.address.port() })
    }

    pub fn port(&self) -> u16 {
        self.address.port()
    }

    pub fn connects(&self) -> usize {
        self.connects.load(Ordering::SeqCst)
    }

    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    /// The address of a path here.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// A feed from here by a fetcher that may come here.
    pub async fn get(&self, path: &str) -> Result<Fetched, FetchError> {
        fetcher(Limits::default()).get(&feed(&self.url(path)), now()).await
    }
}

/// An answer with its length that ends its connection.
pub fn reply(status: &str, headers: &str, body: &[u8]) -> Vec<Step> {
    let head =
        format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n", body.len());
    vec![Step::Send([head.as_bytes(), body].concat())]
}

/// An answer with its length after which the connection stays open.
pub fn kept(status: &str, headers: &str, body: &[u8]) -> Vec<Step> {
    let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n{headers}\r\n", body.len());
    vec![Step::Send([head.as_bytes(), body].concat())]
}

/// A name resolves to the next of its answers; the last one stays.
#[derive(Debug, Default)]
pub struct Book {
    names: BTreeMap<String, Vec<Vec<IpAddr>>>,
    calls: Mutex<BTreeMap<String, usize>>,
}

impl Book {
    /// `name=1.2.3.4,::1;127.0.0.1`: first two addresses, then one.
    pub fn of(lines: &[&str]) -> Arc<Self> {
        let parse = |answer: &str| answer.split(',').map(|ip| ip.parse().unwrap()).collect();
        let names = lines.iter().map(|line| {
            let (name, answers) = line.split_once('=').unwrap();
            (name.to_owned(), answers.split(';').map(parse).collect())
        });
        Arc::new(Self { names: names.collect(), calls: Mutex::default() })
    }

    pub fn calls(&self, name: &str) -> usize {
        self.calls.lock().unwrap().get(name).copied().unwrap_or(0)
    }
}

impl Resolver for Book {
    fn resolve(&self, host: &str) -> Resolving {
        let mut calls = self.calls.lock().unwrap();
        let call = calls.entry(host.to_owned()).or_insert(0);
        let answers = self.names.get(host);
        let answer = answers.and_then(|answers| answers.get(*call).or(answers.last())).cloned();
        *call += 1;
        Box::pin(async move { answer.ok_or_else(|| io::Error::other("no such name")) })
    }
}

pub fn now() -> When {
    "2026-03-01T12:00:00Z".parse().unwrap()
}

pub fn feed(address: &str) -> Request {
    Request::new(address, Purpose::Feed).unwrap()
}

pub fn allow(entries: &[&str]) -> AllowList {
    entries.iter().map(|entry| entry.parse().unwrap()).collect()
}

/// Without pauses between requests: these tests are not about politeness.
pub fn config(limits: Limits) -> Config {
    let limits = Limits { spacing: Duration::ZERO, per_host: 64, ..limits };
    Config { allow: allow(&["127.0.0.1"]), limits, ..Config::default() }
}

/// Speaks to 127.0.0.1 only.
pub fn fetcher(limits: Limits) -> Fetcher {
    Fetcher::new(config(limits)).unwrap()
}
