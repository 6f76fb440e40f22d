//! The houses that the browser looks at: the demo's press read to its end at a fixed hour, served open (as the demo is)
//! and behind its door, each on a loopback port of its own. Nothing in them is due, so a page stays as it is.

use axum::Router;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use tokio::runtime::Runtime;
use wireroom::commands::demo::Newsstand;
use wireroom::config::Config;
use wireroom::house::{House, Pace};
use wireroom::press::Press;
use wireroom_fetch::Allow;
use wireroom_model::{Clock, UserId, When};
use wireroom_pipeline::Reach;
use wireroom_server::{Access, router};
use wireroom_store::Viewer;
use wireroom_store::users::{NewUser, Role};

/// The hour at which every house of these tests stands.
pub const EPOCH: &str = "2026-03-04T18:00:00Z";
/// Seconds between two waves: longer than any feed's interval here.
const WAVE: i64 = 7_200;

/// Serves the houses while the tests drive the browser.
pub static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

#[derive(Debug)]
struct Wound(AtomicI64);

impl Clock for Wound {
    fn now(&self) -> When {
        When::from_unix(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

/// A house that is served.
pub struct Served {
    pub house: House,
    pub user: UserId,
    /// Where everybody is its owner.
    pub open: String,
    /// Where nobody is, until they sign in.
    pub door: String,
    /// A feed of the press that nobody subscribed to yet.
    pub spare: Option<String>,
    /// The path of an invitation that nobody took up.
    pub invitation: Option<String>,
}

/// A folder of the build's own, empty: what an earlier run left there is removed.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("browser-{name}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Serves a site on a port of its own and says its address, without a slash at its end.
pub async fn serve(site: Router) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, site).await });
    format!("http://{address}")
}

/// A house that nobody set up yet.
async fn opened(name: &str, allow: Vec<Allow>) -> (House, Arc<Wound>) {
    let epoch: When = EPOCH.parse().unwrap();
    let clock = Arc::new(Wound(AtomicI64::new(epoch.unix())));
    let config = Config { data: folder(name), allow, ..Config::default() };
    let pace = Pace { shortest_poll: 60, spacing: Duration::ZERO, per_host: 8 };
    let house = House::open_with(&config, pace, Arc::<Wound>::clone(&clock)).await.unwrap();
    (house, clock)
}

impl Served {
    /// An empty house with an owner, who may fetch from these loopback addresses.
    pub async fn empty(name: &str, owner: &str, allow: Allow) -> (Self, Arc<impl Fn(i64) + use<>>) {
        let (house, clock) = opened(name, vec![allow]).await;
        let mut tx = house.store.begin().await.unwrap();
        let new = NewUser { name: owner, role: Role::Owner, password_hash: "-", time_zone: None };
        let user = tx.add_user(&new, 0).await.unwrap();
        tx.commit().await.unwrap();
        let open = serve(router(house.web(None, Access::Open { user }).unwrap())).await;
        let door = serve(router(house.web(None, Access::Members).unwrap())).await;
        let wind = Arc::new(move |seconds| {
            clock.0.fetch_add(seconds, Ordering::SeqCst);
        });
        (Self { house, user, open, door, spare: None, invitation: None }, wind)
    }

    /// The shipped press, every wave of it; its last feed is left to be added.
    async fn demo() -> Self {
        let epoch: When = EPOCH.parse().unwrap();
        let stand = Newsstand::open_press(|base| Ok(Press::shipped(epoch, base).unwrap())).await.unwrap();
        let (mut served, wind) = Self::empty("demo", "Demo reader", stand.allow.clone()).await;
        let (spare, feeds) = stand.feeds.split_last().unwrap();
        served.spare = Some(spare.clone());
        for feed in feeds {
            served.house.pipeline.add_feed(feed, Some(served.user)).await.unwrap();
        }
        served.house.pipeline.drain(Reach::Network).await.unwrap();
        while stand.advance() {
            wind(WAVE);
            for feed in served.house.store.feeds(Viewer::House).await.unwrap() {
                served.house.pipeline.poll_now(feed.id).await.unwrap();
            }
            served.house.pipeline.drain(Reach::Network).await.unwrap();
        }
        comment(
            &served.open,
            &first_story(&served.open, "/"),
            "The *harbour office* has its own figures.\n\n> So it says",
        );
        send(&served.open, "/search?q=harbour", "/search/keep", &[("q", "harbour")]);
        send(&served.open, "/settings", "/settings/house", &[("guests", "on")]);
        let (_, made) = post(&served.open, "/users", "/users/invite", &[("name", "Bo"), ("role", "reader")]);
        let path = made.split("/invite/").nth(1).and_then(|rest| rest.split(['"', '<']).next());
        served.invitation = path.map(|token| format!("/invite/{}", token.trim()));
        served
    }
}

/// The demo's house, filled once for all tests of this file.
pub fn demo() -> &'static Served {
    static DEMO: LazyLock<Served> = LazyLock::new(|| RUNTIME.block_on(Served::demo()));
    &DEMO
}

/// A house with an owner and nothing to read.
pub fn bare() -> &'static Served {
    static BARE: LazyLock<Served> =
        LazyLock::new(|| RUNTIME.block_on(Served::empty("bare", "Ada", "127.0.0.1:9".parse().unwrap())).0);
    &BARE
}

/// The door of a house that has no owner yet.
pub fn unowned() -> &'static str {
    static UNOWNED: LazyLock<String> = LazyLock::new(|| {
        RUNTIME.block_on(async {
            let (house, _) = opened("unowned", Vec::new()).await;
            serve(router(house.web(None, Access::Members).unwrap())).await
        })
    });
    &UNOWNED
}

/// One answer: its status line and headers, and its body.
pub fn get(base: &str, path: &str, tongue: &str) -> (String, String) {
    ask(base, &format!("GET {path} HTTP/1.1\r\nAccept-Language: {tongue}\r\n"), "")
}

/// Says something about a story, by the form of its page.
pub fn comment(base: &str, story: &str, text: &str) {
    let path = format!("{story}/comments");
    send(base, &path, &path, &[("about", "story"), ("text", text)]);
}

/// Sends the form that stands on a page, which leads on to another.
pub fn send(base: &str, page: &str, action: &str, fields: &[(&str, &str)]) {
    let (head, body) = post(base, page, action, fields);
    assert!(head.starts_with("http/1.1 303"), "{head}\n{body}");
}

/// The answer to the form that stands on a page.
fn post(base: &str, page: &str, action: &str, fields: &[(&str, &str)]) -> (String, String) {
    let page = get(base, page, "en").1;
    let mark = page.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    let form = form.append_pair("csrf", mark).extend_pairs(fields).finish();
    let head = format!(
        "POST {action} HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
        form.len()
    );
    ask(base, &head, &form)
}

/// The first story that a page leads to.
pub fn first_story(base: &str, page: &str) -> String {
    let (_, body) = get(base, page, "en");
    let number = body.split("href=\"/story/").nth(1).and_then(|rest| rest.split(['"', '#', '?', '/']).next());
    format!("/story/{}", number.expect("a story"))
}

fn ask(base: &str, head: &str, body: &str) -> (String, String) {
    let host = base.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    stream.write_all(format!("{head}Host: {host}\r\nConnection: close\r\n\r\n{body}").as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let answer = String::from_utf8_lossy(&answer);
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    // Names of headers in small letters, values as they are: a policy's hash knows no other.
    let line = |line: &str| match line.split_once(": ") {
        Some((name, value)) => format!("{}: {value}", name.to_lowercase()),
        None => line.to_lowercase(),
    };
    (head.split("\r\n").map(line).collect::<Vec<_>>().join("\r\n"), body.to_owned())
}

/// Sentences of words that no other number has: a text that is nobody's copy and belongs to no other story.
pub fn told(number: usize, sentences: usize) -> String {
    const PARTS: [&str; 16] = [
        "bra", "dol", "fen", "gri", "hul", "jas", "kor", "lim", "mun", "nep", "ost", "pil", "rud", "sal",
        "tem", "var",
    ];
    let mut state = (number as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as usize
    };
    let words: Vec<String> = (0..40)
        .map(|_| {
            let bits = next();
            format!(
                "{}{}{}{}",
                PARTS[bits % 16],
                PARTS[bits / 16 % 16],
                PARTS[bits / 256 % 16],
                PARTS[bits / 4096 % 16]
            )
        })
        .collect();
    let sentence = |_| {
        let [a, b, c, d] = [next(), next(), next(), next()].map(|at| words[at % words.len()].as_str());
        format!("The {a} of {b} met {c} near the {d}. ")
    };
    (0..sentences).map(sentence).collect()
}
