//! A house for tests: a temporary data folder, a clock that stands still until it is moved, and a small publisher
//! on loopback that answers what it is told.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use wireroom_fetch::{Allow, Config, Fetcher, Limits};
use wireroom_model::ArticleRow;
use wireroom_model::{Clock, UserId, When};
use wireroom_pipeline::{Import, Options, Pipeline, Reach};
use wireroom_search::{Index, Query};
use wireroom_store::Store;
use wireroom_store::users::{NewUser, Role};

/// 2025-08-20T12:00:00Z.
pub const NOON: i64 = 1_755_691_200;

#[derive(Debug)]
pub struct Still(pub AtomicI64);

impl Clock for Still {
    fn now(&self) -> When {
        When::from_unix(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

pub struct House {
    pub pipeline: Pipeline,
    pub store: Store,
    pub clock: Arc<Still>,
}

impl House {
    pub async fn open(folder: &Path) -> Self {
        Self::open_needing(folder, 0).await
    }

    /// A house that stops fetching below so many free bytes.
    pub async fn open_needing(folder: &Path, low_disk: u64) -> Self {
        Self::open_with(folder, Options { low_disk, ..Options::default() }).await
    }

    pub async fn open_with(folder: &Path, options: Options) -> Self {
        Self::open_reaching(folder, options, "127.0.0.1").await
    }

    /// A house that may reach these addresses inside the machine and no others.
    pub async fn open_reaching(folder: &Path, options: Options, inside: &str) -> Self {
        let store = Store::open(folder).await.unwrap();
        let search = Index::open(&folder.join("search")).unwrap();
        let limits = Limits { spacing: Duration::ZERO, ..Limits::default() };
        let allow = [inside.parse::<Allow>().unwrap()].into_iter().collect();
        let fetcher = Fetcher::new(Config { allow, limits, ..Config::default() }).unwrap();
        let clock = Arc::new(Still(AtomicI64::new(NOON)));
        let handed: Arc<dyn Clock> = clock.clone();
        let pipeline = Pipeline::open(store.clone(), search, fetcher, handed, options).await.unwrap();
        Self { pipeline, store, clock }
    }

    pub async fn import(&self, things: Vec<Import>) {
        self.pipeline.import(things).await.unwrap();
        self.pipeline.drain(Reach::Local).await.unwrap();
    }

    /// The owner, who is there from the first asking on.
    pub async fn owner(&self) -> UserId {
        if let Some(owner) = self.store.users().await.unwrap().first() {
            return owner.id;
        }
        let mut tx = self.store.begin().await.unwrap();
        let new = NewUser { name: "Ada", password_hash: "x", role: Role::Owner, time_zone: None };
        let owner = tx.add_user(&new, 1).await.unwrap();
        tx.commit().await.unwrap();
        owner
    }

    pub async fn work(&self) {
        self.pipeline.drain(Reach::Network).await.unwrap();
    }

    pub fn later(&self, seconds: i64) {
        self.clock.0.fetch_add(seconds, Ordering::SeqCst);
    }

    pub fn found(&self, text: &str) -> usize {
        let query = Query { text: text.to_owned(), limit: 10, ..Query::default() };
        self.pipeline.search().search(&query).unwrap().total
    }
}

/// A sentence for each number, none like another: nine numbers spelt out of a list of words.
pub fn told(seed: u64, sentences: u64) -> String {
    const WORDS: [&str; 32] = [
        "harbour",
        "minister",
        "orchard",
        "granite",
        "lantern",
        "ferry",
        "violin",
        "copper",
        "meadow",
        "tunnel",
        "glacier",
        "parliament",
        "bakery",
        "satellite",
        "carpet",
        "mountain",
        "senator",
        "pepper",
        "bridge",
        "museum",
        "cyclone",
        "ledger",
        "pigeon",
        "quarry",
        "ribbon",
        "saddle",
        "theatre",
        "umbrella",
        "village",
        "walnut",
        "yacht",
        "zeppelin",
    ];
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        format!("{}{}", WORDS[usize::try_from(state % 32).unwrap()], state % 97)
    };
    (0..sentences)
        .map(|_| format!("The {} of {} met {} near {} and {}.", next(), next(), next(), next(), next()))
        .collect::<Vec<_>>()
        .join(" ")
}

pub fn row(number: u64, outlet: &str, title: &str, body: &str) -> Import {
    let row = ArticleRow {
        id: number.to_string(),
        url: Some(format!("https://{outlet}.example/{number}")),
        outlet: Some(outlet.to_owned()),
        published: "2025-08-20T08:00:00Z".parse::<When>().unwrap().into(),
        title: Some(title.to_owned()),
        body: Some(body.to_owned()),
        ..ArticleRow::default()
    };
    Import::Row { name: number.to_string(), row: Box::new(row) }
}

/// Status, content type, more headers, body.
type Answer = (u16, String, String, Vec<u8>);

/// A publisher on loopback.
#[derive(Clone)]
pub struct Press {
    pub port: u16,
    answers: Arc<Mutex<BTreeMap<String, Answer>>>,
    pub asked: Arc<Mutex<Vec<String>>>,
    heads: Arc<Mutex<BTreeMap<String, String>>>,
}

impl Press {
    pub async fn open() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let press = Self {
            port: listener.local_addr().unwrap().port(),
            answers: Arc::default(),
            asked: Arc::default(),
            heads: Arc::default(),
        };
        let answering = press.clone();
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let press = answering.clone();
                tokio::spawn(async move { press.answer(socket).await });
            }
        });
        press
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    pub fn put(&self, path: &str, status: u16, kind: &str, body: &str) {
        self.put_with(path, status, kind, "", body);
    }

    /// The same with more headers, each with its line end.
    pub fn put_with(&self, path: &str, status: u16, kind: &str, headers: &str, body: &str) {
        let answer = (status, kind.to_owned(), headers.to_owned(), body.as_bytes().to_vec());
        self.answers.lock().unwrap().insert(path.to_owned(), answer);
    }

    /// What is no text.
    pub fn put_bytes(&self, path: &str, kind: &str, body: Vec<u8>) {
        self.answers.lock().unwrap().insert(path.to_owned(), (200, kind.to_owned(), String::new(), body));
    }

    /// How often a path was asked for.
    pub fn times(&self, path: &str) -> usize {
        self.asked.lock().unwrap().iter().filter(|asked| *asked == path).count()
    }

    /// The head of the last request for a path.
    pub fn head(&self, path: &str) -> String {
        self.heads.lock().unwrap().get(path).cloned().unwrap_or_default()
    }

    /// An RSS feed of these entries: path, title, description.
    pub fn feed(&self, path: &str, title: &str, entries: &[(&str, &str, &str)]) {
        let items: String = entries
            .iter()
            .map(|(link, title, said)| {
                format!(
                    "<item><title>{title}</title><link>{}</link><guid>{link}</guid>\
                     <pubDate>Wed, 20 Aug 2025 09:00:00 GMT</pubDate><description>{said}</description></item>",
                    self.url(link)
                )
            })
            .collect();
        let feed = format!(
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>{title}</title>\
             <link>{}</link><description>d</description>{items}</channel></rss>",
            self.url("/")
        );
        self.put(path, 200, "application/rss+xml", &feed);
    }

    /// A page with an article of its own.
    pub fn page(&self, path: &str, title: &str, body: &str) {
        let paragraphs: String =
            body.split(". ").map(|s| format!("<p>{}.</p>", s.trim_end_matches('.'))).collect();
        let page = format!(
            "<html lang=\"en\"><head><title>{title}</title></head><body><nav><a href=\"/\">Home</a></nav>\
             <article><h1>{title}</h1>{paragraphs}</article></body></html>"
        );
        self.put(path, 200, "text/html; charset=utf-8", &page);
    }

    async fn answer(&self, mut socket: tokio::net::TcpStream) {
        let mut head = Vec::new();
        let mut some = [0_u8; 1024];
        while !head.windows(4).any(|w| w == b"\r\n\r\n") {
            match socket.read(&mut some).await {
                Ok(0) | Err(_) => return,
                Ok(n) => head.extend_from_slice(&some[..n]),
            }
        }
        let head = String::from_utf8_lossy(&head).into_owned();
        let path = head.split(' ').nth(1).unwrap_or("/").to_owned();
        self.asked.lock().unwrap().push(path.clone());
        self.heads.lock().unwrap().insert(path.clone(), head.clone());
        let found = self.answers.lock().unwrap().get(&path).cloned();
        let none = || (404, "text/plain".into(), String::new(), b"nothing here".to_vec());
        let (status, kind, more, body) = found.unwrap_or_else(none);
        let tag = format!("\"{}\"", body.len());
        let same = status == 200 && head.to_lowercase().contains(&format!("if-none-match: {tag}"));
        let (status, body) = if same { (304, Vec::new()) } else { (status, body) };
        let answer = format!(
            "HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\n{more}ETag: {tag}\r\nContent-Length: {}\r\n\
             Connection: close\r\n\r\n",
            body.len()
        );
        let _ = socket.write_all(&[answer.as_bytes(), &body].concat()).await;
    }
}
