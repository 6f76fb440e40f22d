//! The way out against a publisher on loopback: what is refused gets no connection, what is allowed is read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use wireroom_fetch::{AllowList, Config, FetchError, Fetched, Fetcher, Limits, Purpose, Request};
use wireroom_model::When;

/// A publisher that answers every path by `answer` and counts its connections.
struct Publisher {
    port: u16,
    connects: Arc<AtomicUsize>,
}

type Answer = fn(&str, &str, u16) -> Vec<u8>;

impl Publisher {
    async fn start(answer: Answer) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let connects = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&connects);
        tokio::spawn(async move {
            while let Ok((mut socket, _)) = listener.accept().await {
                count.fetch_add(1, Ordering::SeqCst);
                let mut head = Vec::new();
                while !head.ends_with(b"\r\n\r\n") {
                    match socket.read_u8().await {
                        Ok(byte) => head.push(byte),
                        Err(_) => break,
                    }
                }
                let head = String::from_utf8_lossy(&head).into_owned();
                let path = head.split(' ').nth(1).unwrap_or("/").to_owned();
                let _ = socket.write_all(&answer(&path, &head.to_lowercase(), port)).await;
            }
        });
        Self { port, connects }
    }

    fn connects(&self) -> usize {
        self.connects.load(Ordering::SeqCst)
    }

    async fn get(&self, path: &str) -> Result<Fetched, FetchError> {
        let allow: AllowList = [format!("127.0.0.1:{}", self.port).parse().unwrap()].into_iter().collect();
        fetcher(allow).get(&request(&format!("http://127.0.0.1:{}{path}", self.port)), now()).await
    }
}

fn now() -> When {
    "2026-03-01T12:00:00Z".parse().unwrap()
}

fn request(address: &str) -> Request {
    Request::new(address, Purpose::Feed).unwrap()
}

fn fetcher(allow: AllowList) -> Fetcher {
    let limits = Limits { feed_bytes: 100_000, spacing: std::time::Duration::ZERO, ..Limits::default() };
    Fetcher::new(Config { allow, limits, ..Config::default() }).unwrap()
}

fn reply(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let out =
        format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n", body.len());
    [out.into_bytes(), body.to_vec()].concat()
}

fn gzip(body: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(body).unwrap();
    packed.finish().unwrap()
}

fn site(path: &str, head: &str, port: u16) -> Vec<u8> {
    match path {
        "/feed" if head.contains("if-none-match: \"v1\"") => {
            reply("304 Not Modified", "ETag: \"v1\"\r\n", b"")
        }
        "/feed" => reply(
            "200 OK",
            "ETag: \"v1\"\r\nContent-Type: application/rss+xml\r\nCache-Control: public, max-age=900\r\n",
            b"<rss/>",
        ),
        "/moved" => reply("301 Moved Permanently", "Location: /feed\r\n", b""),
        "/mixed" => reply("302 Found", "Location: /moved\r\n", b""),
        "/loop" => reply("302 Found", "Location: /loop\r\n", b""),
        "/inward" => reply("302 Found", &format!("Location: http://[::ffff:127.0.0.1]:{port}/feed\r\n"), b""),
        "/file" => reply("302 Found", "Location: file:///etc/passwd\r\n", b""),
        "/gzip" => reply("200 OK", "Content-Encoding: gzip\r\n", &gzip(b"<rss/>")),
        "/bomb" => reply("200 OK", "Content-Encoding: gzip\r\n", &gzip(&vec![b' '; 50_000_000])),
        "/twice" => reply("200 OK", "Content-Encoding: gzip, gzip\r\n", &gzip(&gzip(b"<rss/>"))),
        "/busy" => reply("429 Too Many Requests", "Retry-After: 120\r\n", b""),
        "/busy-date" => reply("503 Unavailable", "Retry-After: Sun, 01 Mar 2026 12:02:00 GMT\r\n", b""),
        _ => reply("404 Not Found", "", b""),
    }
}

#[tokio::test]
async fn loopback_in_every_spelling_is_refused_without_a_connection() {
    let publisher = Publisher::start(site).await;
    let port = publisher.port;
    let out = fetcher(AllowList::default());
    for host in [
        "127.0.0.1",
        "2130706433",
        "0x7f.1",
        "0177.0.0.1",
        "[::ffff:127.0.0.1]",
        "[::1]",
        "0.0.0.0",
        "localhost",
        "127.0.0.1.",
    ] {
        let error = out.get(&request(&format!("http://{host}:{port}/feed")), now()).await.unwrap_err();
        assert!(matches!(error, FetchError::Refused { .. }), "{host}: {error}");
        assert!(!error.is_passing());
    }
    assert_eq!(publisher.connects(), 0);
    assert_eq!(publisher.get("/feed").await.unwrap().body, b"<rss/>");
    assert_eq!(publisher.connects(), 1);
}

#[tokio::test]
async fn a_redirect_inward_or_to_a_file_is_refused() {
    let publisher = Publisher::start(site).await;
    // The allow list names 127.0.0.1 only: the same machine by another spelling is judged on its own.
    let inward = publisher.get("/inward").await;
    assert!(matches!(inward, Err(FetchError::Refused { .. })), "{inward:?}");
    assert!(matches!(publisher.get("/file").await, Err(FetchError::RedirectAway { .. })));
}

#[tokio::test]
async fn an_unchanged_feed_answers_with_nothing_to_store() {
    let publisher = Publisher::start(site).await;
    let first = publisher.get("/feed").await.unwrap();
    assert_eq!((first.etag.as_deref(), first.fresh_for), (Some("\"v1\""), Some(900)));
    let allow: AllowList = ["127.0.0.1".parse().unwrap()].into_iter().collect();
    let again = Request { etag: first.etag, ..request(&format!("http://127.0.0.1:{}/feed", publisher.port)) };
    let second = fetcher(allow).get(&again, now()).await.unwrap();
    assert!(second.not_modified && second.body.is_empty());
}

#[tokio::test]
async fn a_permanent_move_is_told_and_a_temporary_one_is_not() {
    let publisher = Publisher::start(site).await;
    assert!(publisher.get("/moved").await.unwrap().moved.unwrap().path().ends_with("/feed"));
    assert_eq!(publisher.get("/mixed").await.unwrap().moved, None);
    assert!(matches!(publisher.get("/loop").await, Err(FetchError::TooManyRedirects { .. })));
}

#[tokio::test]
async fn bodies_are_decoded_and_never_past_the_limit() {
    let publisher = Publisher::start(site).await;
    assert_eq!(publisher.get("/gzip").await.unwrap().body, b"<rss/>");
    assert_eq!(publisher.get("/bomb").await.unwrap_err(), FetchError::TooLarge { limit: 100_000 });
    assert_eq!(publisher.get("/twice").await.unwrap().body, b"<rss/>");
}

#[tokio::test]
async fn a_wish_to_wait_is_read_in_seconds_and_as_a_date() {
    let publisher = Publisher::start(site).await;
    assert_eq!(publisher.get("/busy").await.unwrap_err().retry_after(), Some(120));
    assert_eq!(publisher.get("/busy-date").await.unwrap_err().retry_after(), Some(120));
}

#[tokio::test]
async fn a_closed_port_is_named_in_the_error() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let allow: AllowList = ["127.0.0.1".parse().unwrap()].into_iter().collect();
    let error = fetcher(allow).get(&request(&format!("http://127.0.0.1:{port}/")), now()).await.unwrap_err();
    assert!(matches!(error, FetchError::Connect { .. }), "{error}");
    assert!(error.to_string().contains("127.0.0.1"), "{error}");
}
