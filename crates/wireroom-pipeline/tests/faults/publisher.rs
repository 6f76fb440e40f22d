//! A publisher on loopback with every fault that we know of, one path each. It reads the house's injected clock, so
//! that its dates and waits are in the house's time, and keeps a log of who asked for what and when.
//! Start at [`Publisher::open`]; what each path does is [`Publisher::answer`].

use crate::home::Still;
use std::io::Write;
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use wireroom_model::Clock;

/// Entries of a feed where the fault is elsewhere, two hours apart.
pub const ENTRIES: u32 = 10;
/// Entries where they are too many: more than the parser reads.
pub const TOO_MANY: u32 = 10_200;
/// Bytes of each entry of the feed without end, about.
pub const ENDLESS_ENTRY: usize = 128 << 10;
/// Bytes that a bomb unpacks to.
pub const BOMB: usize = 16 << 20;

/// One request that came.
#[derive(Debug, Clone)]
pub struct Hit {
    /// In the house's time.
    pub at: i64,
    pub path: String,
    pub conditional: bool,
}

/// How an answer reaches the wire.
enum Answer {
    /// The bytes, then the end.
    Whole(Vec<u8>),
    /// The bytes, then one chunk of entries after the other.
    Endless(Vec<u8>),
    /// The first bytes at once, the others one at a time, slower than anybody waits.
    Drip(Vec<u8>, Vec<u8>),
    /// Some bytes, then silence.
    Stall(Vec<u8>),
    /// Some bytes, then a reset connection.
    Reset(Vec<u8>),
    Silence,
}

#[derive(Debug, Clone)]
pub struct Publisher {
    pub port: u16,
    clock: Arc<Still>,
    log: Arc<Mutex<Vec<Hit>>>,
}

impl Publisher {
    pub async fn open(clock: Arc<Still>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let publisher = Self { port: listener.local_addr().unwrap().port(), clock, log: Arc::default() };
        let answering = publisher.clone();
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let publisher = answering.clone();
                tokio::spawn(async move { publisher.serve(socket).await });
            }
        });
        publisher
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}/{path}", self.port)
    }

    /// When a path was asked for, in the house's time.
    pub fn hits(&self, path: &str) -> Vec<Hit> {
        let path = format!("/{path}");
        self.log.lock().unwrap().iter().filter(|hit| hit.path == path).cloned().collect()
    }

    async fn serve(&self, mut socket: TcpStream) {
        let (mut head, mut some) = (Vec::new(), [0_u8; 2_048]);
        while !head.windows(4).any(|four| four == b"\r\n\r\n") {
            match socket.read(&mut some).await {
                Ok(0) | Err(_) => return,
                Ok(n) => head.extend_from_slice(&some[..n]),
            }
        }
        let head = String::from_utf8_lossy(&head).to_lowercase();
        let asked = head.split(' ').nth(1).unwrap_or("/");
        let path = asked.split('?').next().unwrap_or("/").to_owned();
        let hit = Hit { at: self.clock.now().unix(), path, conditional: head.contains("if-none-match:") };
        let count = {
            let mut log = self.log.lock().unwrap();
            log.push(hit.clone());
            log.iter().filter(|other| other.path == hit.path).count()
        };
        let answer = self.answer(hit.path.trim_start_matches('/'), count, &head);
        let _ = self.send(socket, answer).await;
    }

    async fn send(&self, mut socket: TcpStream, answer: Answer) -> std::io::Result<()> {
        match answer {
            Answer::Whole(bytes) => socket.write_all(&bytes).await?,
            Answer::Endless(first) => {
                socket.write_all(&first).await?;
                for number in 0.. {
                    socket.write_all(&buoys(number)).await?;
                }
            }
            Answer::Stall(first) => {
                socket.write_all(&first).await?;
                std::future::pending().await
            }
            Answer::Drip(first, drops) => {
                socket.write_all(&first).await?;
                for byte in drops {
                    socket.write_all(&[byte]).await?;
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            }
            Answer::Reset(bytes) => {
                socket.write_all(&bytes).await?;
                socket.flush().await?;
                // Time for the bytes to be read: a reset throws away what still waits.
                tokio::time::sleep(Duration::from_millis(50)).await;
                socket.set_zero_linger()?;
            }
            Answer::Silence => std::future::pending().await,
        }
        Ok(())
    }

    fn item(&self, number: u32) -> Item {
        Item {
            title: format!("Tide table, part {number}"),
            link: self.url(&format!("a/{number}")),
            guid: Some(format!("tide-{number}")),
            date: Some(rfc822(self.clock.start() - i64::from(number) * 7_200)),
            said: format!("High water at the north pier, part {number}."),
        }
    }

    fn items(&self) -> Vec<Item> {
        (0..ENTRIES).map(|number| self.item(number)).collect()
    }

    fn items_with(&self, change: impl Fn(u32, &mut Item)) -> Vec<Item> {
        let with = |number| {
            let mut item = self.item(number);
            change(number, &mut item);
            item
        };
        (0..ENTRIES).map(with).collect()
    }

    /// `count` is the number of this request among those for its path, from 1.
    fn answer(&self, path: &str, count: usize, head: &str) -> Answer {
        if let Some(left) = path.strip_prefix("chain/").and_then(|left| left.parse::<u32>().ok()) {
            return match left {
                0 => feed(&self.items()),
                left => redirect(301, &format!("/chain/{}", left - 1)),
            };
        }
        if let Some(answer) = self.odd_entries(path, count, head) {
            return answer;
        }
        if let Some(answer) = self.odd_answers(path, count) {
            return answer;
        }
        odd_bytes(path, &self.items()).unwrap_or_else(|| status("404 Not Found", ""))
    }

    /// Feeds whose entries are odd.
    fn odd_entries(&self, path: &str, count: usize, head: &str) -> Option<Answer> {
        Some(match path {
            "ok" | "blocked" => feed(&self.items()),
            "etag" if head.contains("if-none-match: \"v1\"") => {
                status("304 Not Modified", "ETag: \"v1\"\r\n")
            }
            "etag" => {
                feed_with("ETag: \"v1\"\r\nLast-Modified: Mon, 01 Jan 2024 00:00:00 GMT\r\n", &self.items())
            }
            "etag-weak-bad" => feed_with(&format!("ETag: W/\"{count}\"\r\n"), &self.items()),
            "guids-change" => {
                feed(&self.items_with(|number, item| item.guid = Some(format!("{number}-{count}"))))
            }
            "links-change" => feed(&self.items_with(|_, item| item.link += &format!("?seen={count}"))),
            "dup-guid" => feed(&self.items_with(|_, item| item.guid = Some("same".into()))),
            "no-guid" => feed(&self.items_with(|_, item| item.guid = None)),
            "edited" => {
                let title = format!("Ferry aground, telling {count}");
                let said = format!("The ferry ran aground. This is telling {count} of it.");
                feed(&[Item { title, said, ..self.item(0) }])
            }
            "old" => {
                feed(&self.items_with(|_, item| item.date = Some("Mon, 01 Jan 2007 00:00:00 GMT".into())))
            }
            "future" => {
                let date = Some("Fri, 01 Jan 2100 00:00:00 GMT".into());
                feed(&[Item { date, ..self.item(0) }, self.item(1)])
            }
            "baddate" => {
                let dates = ["the day before", "", "Thu, 32 Foo 2026 99:99:99 XYZ"];
                let odd = |(number, date): (u32, &str)| Item { date: Some(date.into()), ..self.item(number) };
                feed(&(0..).zip(dates).map(odd).collect::<Vec<_>>())
            }
            "robots-page" => {
                feed(&self.items_with(|number, item| item.link = self.url(&format!("blocked/{number}"))))
            }
            "huge-article" => {
                feed(&[Item { said: format!("<p>{}", "high water ".repeat(450_000)), ..self.item(0) }])
            }
            // Without links: it is the entries that are too many, not the pages.
            "many-items" => {
                let bare = |number| Item { link: String::new(), ..self.item(number) };
                feed(&(0..TOO_MANY).map(bare).collect::<Vec<_>>())
            }
            "xss" => feed(&[Item {
                title: "Pier <img src=x onerror=alert(1)>closed".into(),
                link: "javascript:alert(1)".into(),
                said: "<svg><animate onbegin=alert(1)></svg><a href=\"javascript:alert(1)\">the pier</a>"
                    .into(),
                ..self.item(0)
            }]),
            _ => return None,
        })
    }

    /// Answers whose head or wire is odd.
    fn odd_answers(&self, path: &str, count: usize) -> Option<Answer> {
        Some(match path {
            "loop" => redirect(301, "/loop2"),
            "loop2" => redirect(301, "/loop"),
            "selfloop" => redirect(302, "/selfloop"),
            "moved" => redirect(301, "/ok"),
            "temp" => redirect(302, "/ok"),
            "to-private" => redirect(302, "http://169.254.169.254/latest/meta-data/"),
            "to-file" => redirect(302, "file:///etc/passwd"),
            "gone" => status("410 Gone", ""),
            "401" => status("401 Unauthorized", "WWW-Authenticate: Basic realm=\"tides\"\r\n"),
            "403" => status("403 Forbidden", ""),
            "404" => status("404 Not Found", ""),
            "500" => status("500 Internal Server Error", ""),
            "flaky" if count % 2 == 1 => status("503 Service Unavailable", ""),
            "flaky" => feed(&self.items()),
            "429" => status("429 Too Many Requests", "Retry-After: 120\r\n"),
            "429-date" => {
                let until = rfc822(self.clock.now().unix() + 120);
                status("429 Too Many Requests", &format!("Retry-After: {until}\r\n"))
            }
            "503-huge" => status("503 Service Unavailable", "Retry-After: 99999999999\r\n"),
            "hang" => Answer::Silence,
            "slow-header" => {
                Answer::Drip(Vec::new(), b"HTTP/1.1 200 OK\r\nX-Pad: aaaaaaaaaaaaaaaaaaaa".repeat(99))
            }
            "slow-body" => {
                // Four entries at once, the rest slower than anybody waits.
                let (came, left) = halves(&self.items());
                Answer::Drip(came, left)
            }
            "slow-start" => {
                let text = rss(&self.items());
                Answer::Drip(head_of(&text), text.into_bytes())
            }
            "silent-body" => Answer::Stall(head_of(&rss(&self.items()))),
            "reset-accept" => Answer::Reset(Vec::new()),
            "reset-head" => Answer::Reset(b"HTTP/1.1 200 OK\r\nContent-Ty".to_vec()),
            "reset-body" => Answer::Reset(part(&self.items(), 3)),
            "truncated" => Answer::Whole(part(&self.items(), 2)),
            "infinite" => {
                let open = rss(&[]).replace("</channel></rss>", "");
                let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
                Answer::Endless([head.as_bytes(), &chunk(&open)].concat())
            }
            "many-headers" => {
                let many: String = (0..20_000).map(|no| format!("X-{no}: {}\r\n", "y".repeat(50))).collect();
                Answer::Whole(format!("HTTP/1.1 200 OK\r\n{many}\r\n").into_bytes())
            }
            "robots.txt" => page("text/plain", b"User-agent: *\nDisallow: /blocked\n"),
            _ => return None,
        })
    }
}

/// Bodies that are odd.
fn odd_bytes(path: &str, items: &[Item]) -> Option<Answer> {
    let text = rss(items);
    Some(match path {
        "html" => page(
            "text/html",
            b"<!doctype html><title>Tides</title><link rel=alternate type=application/rss+xml href=/ok>",
        ),
        "html-as-rss" => page("application/rss+xml", b"<html><body>Please log in</body></html>"),
        "empty" => page("application/rss+xml", b""),
        "charset-lie" => {
            let text = text.replacen("part 0", "caf\u{e9}", 1);
            let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
            page("application/rss+xml; charset=utf-8", &latin)
        }
        "xxe" => page(
            "application/rss+xml",
            b"<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel>\
              <title>Tides &x;</title></channel></rss>",
        ),
        "laughs" => {
            let grown: String = (1..=12)
                .map(|no| format!("<!ENTITY a{no} \"{}\">", format!("&a{};", no - 1).repeat(10)))
                .collect();
            let text = format!(
                "<!DOCTYPE r [<!ENTITY a0 \"ha\">{grown}]><rss version=\"2.0\"><channel><title>&a12;</title></channel></rss>"
            );
            page("application/rss+xml", text.as_bytes())
        }
        "gzip-bomb" => packed("gzip", &GZIP_BOMB),
        "deflate-bomb" => packed("deflate", &DEFLATE_BOMB),
        "brotli-bomb" => packed("br", &BROTLI_BOMB),
        "zstd-bomb" => packed("zstd", &ZSTD_BOMB),
        "gzip-gzip" => packed("gzip, gzip", &gzip(&GZIP_BOMB)),
        "gzip-thrice" => packed("gzip, gzip, gzip", &gzip(&gzip(&gzip(text.as_bytes())))),
        "bad-gzip" => {
            let whole = gzip(text.as_bytes());
            packed("gzip", &whole[..whole.len() - 20])
        }
        _ => return None,
    })
}

/// An entry that nobody has seen, as one chunk; most of it says nothing, so that few of them reach the limit.
fn buoys(number: usize) -> Vec<u8> {
    let pad = " ".repeat(ENDLESS_ENTRY);
    chunk(&format!("<item><title>Buoy report {number}</title><guid>buoy-{number}</guid>{pad}</item>"))
}

fn chunk(text: &str) -> Vec<u8> {
    format!("{:x}\r\n{text}\r\n", text.len()).into_bytes()
}

/// One entry of a feed, in plain text.
#[derive(Debug, Clone)]
struct Item {
    title: String,
    link: String,
    guid: Option<String>,
    date: Option<String>,
    said: String,
}

fn rss(items: &[Item]) -> String {
    let items: String = items
        .iter()
        .map(|item| {
            let guid = item.guid.as_ref().map(|guid| format!("<guid isPermaLink=\"false\">{guid}</guid>"));
            let date = item.date.as_ref().map(|date| format!("<pubDate>{date}</pubDate>"));
            format!(
                "<item><title>{}</title><link>{}</link>{}{}<description>{}</description></item>",
                escape(&item.title),
                escape(&item.link),
                guid.unwrap_or_default(),
                date.unwrap_or_default(),
                escape(&item.said)
            )
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>Tides</title>\
         <link>http://127.0.0.1/</link><description>d</description>{items}</channel></rss>"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn feed(items: &[Item]) -> Answer {
    feed_with("", items)
}

fn feed_with(headers: &str, items: &[Item]) -> Answer {
    whole("200 OK", &format!("Content-Type: application/rss+xml\r\n{headers}"), rss(items).as_bytes())
}

fn head_of(text: &str) -> Vec<u8> {
    format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", text.len()).into_bytes()
}

/// A feed's head and first half, and its second half.
fn halves(items: &[Item]) -> (Vec<u8>, Vec<u8>) {
    let (text, came) = (rss(items), part(items, 2));
    let left = text.as_bytes()[came.len() - head_of(&text).len()..].to_vec();
    (came, left)
}

/// A feed with its true length in the head and one part in so many of it on the wire.
fn part(items: &[Item], of: usize) -> Vec<u8> {
    let text = rss(items);
    [head_of(&text).as_slice(), &text.as_bytes()[..text.len() / of * (of - 1)]].concat()
}

fn page(kind: &str, body: &[u8]) -> Answer {
    whole("200 OK", &format!("Content-Type: {kind}\r\n"), body)
}

fn packed(encoding: &str, body: &[u8]) -> Answer {
    whole("200 OK", &format!("Content-Type: application/rss+xml\r\nContent-Encoding: {encoding}\r\n"), body)
}

fn status(line: &str, headers: &str) -> Answer {
    whole(line, headers, b"")
}

fn redirect(status: u16, to: &str) -> Answer {
    whole(&format!("{status} Elsewhere"), &format!("Location: {to}\r\n"), b"")
}

fn whole(status: &str, headers: &str, body: &[u8]) -> Answer {
    let head =
        format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    Answer::Whole([head.as_bytes(), body].concat())
}

/// A feed that opens well and then says nothing for very long.
fn bomb() -> Vec<u8> {
    let open = b"<rss version=\"2.0\"><channel><title>Tides</title><description>";
    [open.as_slice(), &vec![b' '; BOMB]].concat()
}

// Packed once, for all the polls of a test.
static GZIP_BOMB: LazyLock<Vec<u8>> = LazyLock::new(|| gzip(&bomb()));
static DEFLATE_BOMB: LazyLock<Vec<u8>> = LazyLock::new(|| deflate(&bomb()));
static BROTLI_BOMB: LazyLock<Vec<u8>> = LazyLock::new(|| brotli(&bomb()));
static ZSTD_BOMB: LazyLock<Vec<u8>> = LazyLock::new(|| zstd::encode_all(bomb().as_slice(), 3).unwrap());

fn gzip(body: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(body).unwrap();
    packed.finish().unwrap()
}

fn deflate(body: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(body).unwrap();
    packed.finish().unwrap()
}

fn brotli(body: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, 1, 22);
    writer.write_all(body).unwrap();
    drop(writer);
    packed
}

pub fn rfc822(unix: i64) -> String {
    let at = jiff::Timestamp::from_second(unix).unwrap();
    at.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// A port that speaks TLS with a certificate that nobody signed, for a name that nobody asked for.
pub async fn bad_tls() -> u16 {
    let signed = rcgen::generate_simple_self_signed(vec!["elsewhere.example".to_owned()]).unwrap();
    let key =
        tokio_rustls::rustls::pki_types::PrivateKeyDer::try_from(signed.signing_key.serialize_der()).unwrap();
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let config = tokio_rustls::rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![signed.cert.der().clone()], key)
        .unwrap();
    let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let _ = acceptor.accept(socket).await;
            });
        }
    });
    port
}

/// A port at which nobody listens.
pub async fn closed_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port()
}
