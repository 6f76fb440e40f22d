//! Feeds that the house gives, held to rules written from the specifications: each rule with a fault that it refuses, run
//! over every feed of a house with hostile words in it, in all three forms; then read back by feed-rs without loss.

mod atom;
mod json;
mod rss;
mod rules;

use crate::house::{Press, Still, Text};
use crate::site::{Answer, Site};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use feed_rs::model::Entry;
use rules::{Document, Element, broken, document};
use serde_json::{Value, json};
use wireroom_model::time::{Clock, When};
use wireroom_store::commenting::{NewComment, Spoken};
use wireroom_store::comments::Aim;
use wireroom_store::users::Role;

const ENDINGS: [&str; 3] = ["atom", "rss", "json"];
const KINDS: [&str; 3] = [
    "application/atom+xml; charset=utf-8",
    "application/rss+xml; charset=utf-8",
    "application/feed+json; charset=utf-8",
];

#[test]
fn no_rule_is_asleep() {
    rules::awake(atom::RULES, atom::GOOD, document);
    rules::awake(rss::RULES, rss::GOOD, document);
    rules::awake(json::RULES, json::GOOD, json::read);
}

#[test]
fn what_does_something_is_never_taken_for_harmless() {
    for html in [
        "<script>x</script>",
        "<p onclick=\"x\">",
        "<a href=\"javascript:x\">y</a>",
        "<a href=\"/story/1\">y</a>",
        "<a href=\"https://a.example/\" onclick=\"x\">y</a>",
        "<img src=\"https://a.example/x.png\">",
        "<p",
    ] {
        assert!(!rules::is_harmless(html), "{html}");
    }
    assert!(rules::is_harmless("<p>2 &lt; 3 <a href=\"https://a.example/?a=1&amp;b\">[1]</a></p>"));
}

/// Titles that break what is careless: the end of CDATA, markup, what XML forbids, marks of direction, none, one long word.
fn hostile_titles() -> Vec<(String, &'static str)> {
    vec![
        ("]]> & <script>alert(1)</script> &amp; \"quoted\"".to_owned(), "2026-11-22T10:00:00+01:00"),
        ("A\u{1}B\u{b}C\u{fffe}D".to_owned(), "2026-11-22T09:00:00Z"),
        ("\u{200f}עברית \u{202e}abc\u{202c}".to_owned(), "2026-11-22"),
        (String::new(), "2026-11-22T08:00:00Z"),
        ("A day that nobody states".to_owned(), ""),
        ("x".repeat(500), "2026-11-22T07:00:00-03:30"),
    ]
}

/// A house with hostile words wherever words can stand.
async fn hostile() -> Site {
    let site = Site::at(Some("https://news.example/wire/"), false).await;
    let now = Still.now().unix();
    let feed = site.house.store.standings().await.unwrap()[0].feed;
    let mut press = Press { tx: site.house.store.begin().await.unwrap(), now };
    for (title, published) in hostile_titles() {
        let body = "First ]]> <b>bold</b> & \u{1}\u{2028}more.\n\nSecond <iframe src=javascript:alert(1)> paragraph.";
        let outlet = "Hostile & <Sons> ]]>";
        let mut text = Text::new(outlet, "2026-11-22", &title, body);
        text.published = published;
        let one = press.print(text).await.unwrap();
        let lead = one.cite("Second <iframe src=javascript:alert(1)> paragraph.");
        press.story(&[&one], json!({"enough": true, "lead": [lead]})).await.unwrap();
    }
    let mut tx = press.tx;
    tx.record_verdict(feed, "failing", "It <answers> \u{1} ]]> 404 & says so.", now).await.unwrap();
    for body in
        ["**Bold** ]]> <script>alert(1)</script>\u{1}", "[a](javascript:x) and <https://a.example/?a=1&b=2>"]
    {
        let said = NewComment {
            by: site.house.owner,
            role: Role::Owner,
            story: site.house.seeded.hostile,
            answers: None,
            aim: &Aim::Story,
            body,
        };
        assert!(matches!(tx.say(&said, now).await.unwrap(), Spoken::Done(_)));
    }
    tx.commit().await.unwrap();
    site
}

/// Sends a form that makes a secret address, and finds the address in the page: below the mount, without an ending.
async fn secret(site: &Site, who: &(String, String), form: (&str, &str), beginning: &str) -> String {
    let page = site.send_form(&format!("/wire{}", form.0), who, form.1).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let whole = format!("https://news.example/wire{beginning}");
    let at = page.body.find(&whole).unwrap_or_else(|| panic!("no address in {}", page.body));
    let token: String =
        page.body[at + whole.len()..].chars().take_while(char::is_ascii_alphanumeric).collect();
    assert!(token.len() > 30);
    format!("/wire{beginning}{token}")
}

/// Signs somebody in where the site is mounted below a path.
async fn enter(site: &Site, user: wireroom_model::UserId) -> (String, String) {
    let secret = wireroom_server::token().unwrap();
    let now = Still.now().unix();
    let mut tx = site.house.store.begin().await.unwrap();
    tx.add_session(&wireroom_server::token_hash(&secret), user, "test", now, now + 1_000).await.unwrap();
    tx.commit().await.unwrap();
    (format!("wireroom_session={secret}"), wireroom_server::token_hash(&format!("wireroom form {secret}")))
}

/// Every address of a feed, without its ending, and the cookie it needs.
async fn every(site: &Site) -> Vec<(String, String)> {
    let ada = enter(site, site.house.owner).await;
    let kept = site.send_form("/wire/search/keep", &ada, "q=sentence&name=%5D%5D%3E+%3Cb%3E").await;
    let kept = kept.location().strip_prefix("/wire").unwrap().to_owned();
    let search = secret(site, &ada, (&format!("{kept}/feed"), ""), "/search/feed/").await;
    let comments = secret(site, &ada, ("/comments", ""), "/comments/feed/").await;
    let of_story = format!("{comments}/{}", site.house.seeded.hostile);
    let health = secret(site, &ada, ("/feeds/health", ""), "/feeds/health/").await;
    let store = &site.house.store;
    let hostile = store.outlets(wireroom_store::Viewer::House).await.unwrap();
    let hostile = hostile.iter().find(|one| one.name.starts_with("Hostile")).unwrap().id;
    let seeded = &site.house.seeded;
    let views = [
        ("edition".to_owned(), "edition".to_owned()),
        ("latest".to_owned(), "latest".to_owned()),
        (format!("story:{}", seeded.barrier), format!("story/{}", seeded.barrier)),
        (format!("story:{}", seeded.hostile), format!("story/{}", seeded.hostile)),
        (format!("outlet:{hostile}"), format!("outlet/{hostile}")),
        ("comments".to_owned(), "comments".to_owned()),
        ("health".to_owned(), "health".to_owned()),
    ];
    let mut all: Vec<(String, String)> =
        [search, comments, of_story, health].map(|address| (address, String::new())).into();
    for (purpose, path) in views {
        all.push((format!("/wire/out/{path}"), ada.0.clone()));
        if !matches!(path.as_str(), "comments" | "health") {
            let form = format!("view=view:{purpose}");
            all.push((secret(site, &ada, ("/out/address", &form), "/out/by/").await, String::new()));
        }
    }
    all
}

/// What a feed says of one item, whoever reads it.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    id: String,
    title: String,
    link: String,
    published: Option<i64>,
    authors: Vec<String>,
    content: String,
}

fn unix(text: &str) -> Option<i64> {
    let rfc822 = || jiff::fmt::rfc2822::parse(text).ok().map(|time| time.timestamp().as_second());
    text.parse::<jiff::Timestamp>().ok().map(|time| time.as_second()).or_else(rfc822)
}

/// As our own reading of the document has it.
fn of_xml(document: &Document) -> Vec<Seen> {
    let root = &document.root;
    let is_rss = root.name == "rss";
    let holder = if is_rss { &root.children[0] } else { root };
    let one = |item: &Element| {
        let alternate = item.all("atom link").find(|link| link.attribute("rel") == "alternate");
        let (id, title, published, content) = match is_rss {
            true => ("guid", "title", "pubDate", "content encoded"),
            false => ("atom id", "atom title", "atom published", "atom content"),
        };
        Seen {
            id: item.text_of(id).to_owned(),
            title: item.text_of(title).to_owned(),
            link: alternate.map_or(item.text_of("link"), |link| link.attribute("href")).to_owned(),
            published: unix(item.text_of(published)),
            authors: match is_rss {
                true => item.all("dc creator").map(|name| name.text.clone()).collect(),
                false => item.all("atom author").map(|one| one.text_of("atom name").to_owned()).collect(),
            },
            content: item.text_of(content).to_owned(),
        }
    };
    holder.all(if is_rss { "item" } else { "atom entry" }).map(one).collect()
}

fn of_json(feed: &Value) -> Vec<Seen> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let one = |item: &Value| Seen {
        id: text(&item["id"]),
        title: text(&item["title"]),
        link: text(&item["url"]),
        published: item["date_published"].as_str().and_then(unix),
        // An item without authors has the feed's.
        authors: item["authors"]
            .as_array()
            .or(feed["authors"].as_array())
            .into_iter()
            .flatten()
            .map(|one| text(&one["name"]))
            .collect(),
        content: text(item.get("content_html").unwrap_or(&item["content_text"])).trim().to_owned(),
    };
    feed["items"].as_array().unwrap().iter().map(one).collect()
}

fn of_peer(entry: &Entry) -> Seen {
    let link = entry.links.iter().find(|link| !matches!(link.rel.as_deref(), Some("via" | "self")));
    Seen {
        id: entry.id.clone(),
        title: entry.title.as_ref().map(|title| title.content.clone()).unwrap_or_default(),
        link: link.map(|link| link.href.clone()).unwrap_or_default(),
        published: entry.published.map(|time| time.timestamp()),
        authors: entry.authors.iter().filter_map(|one| one.name.clone()).collect(),
        content: entry
            .content
            .as_ref()
            .and_then(|one| one.body.clone())
            .unwrap_or_default()
            .trim()
            .to_owned(),
    }
}

/// Holds one answer to the rules of its form and to a foreign reader, and says what is in it.
fn held(path: &str, ending: &str, answer: &Answer) -> Vec<Seen> {
    let seen = match ending {
        "json" => {
            let feed = json::read(&answer.body);
            assert_eq!(broken(json::RULES, &feed), [] as [&str; 0], "{path}.{ending}\n{}", answer.body);
            of_json(&feed)
        }
        _ => {
            let document = document(&answer.body);
            let found = match ending {
                "rss" => broken(rss::RULES, &document),
                _ => broken(atom::RULES, &document),
            };
            let why = &document.fault;
            assert_eq!(found, [] as [&str; 0], "{path}.{ending} {why:?}\n{}", answer.body);
            of_xml(&document)
        }
    };
    let peer = feed_rs::parser::parse(answer.body.as_bytes());
    let peer = peer.unwrap_or_else(|error| panic!("{path}.{ending}: {error}\n{}", answer.body));
    let read: Vec<Seen> = peer.entries.iter().map(of_peer).collect();
    assert_eq!(read, seen, "{path}.{ending}: what feed-rs reads is not what was written");
    seen
}

#[tokio::test]
async fn every_feed_keeps_the_rules_of_its_form_and_is_read_back_without_loss() {
    let site = hostile().await;
    for (path, cookie) in every(&site).await {
        let mut told: Vec<Vec<Seen>> = Vec::new();
        for (ending, kind) in ENDINGS.iter().zip(KINDS) {
            let answer = site.get(&format!("{path}.{ending}"), &cookie).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}.{ending} {}", answer.body);
            assert_eq!(answer.headers[header::CONTENT_TYPE], kind);
            assert!(!answer.body.contains("<script") && !answer.body.contains('\u{1}'), "{}", answer.body);
            told.push(held(&path, ending, &answer));
        }
        assert!(!told[0].is_empty(), "{path} has nothing in it");
        let ids = |all: &[Seen]| all.iter().map(|one| (one.id.clone(), one.published)).collect::<Vec<_>>();
        assert!(told.iter().all(|one| ids(one) == ids(&told[0])), "{path}: the forms differ");
        let plain = site.get(&path, &cookie).await;
        assert_eq!(plain.headers[header::CONTENT_TYPE], KINDS[0], "Atom where nothing is asked for");
    }
}

#[tokio::test]
async fn who_has_an_answer_is_told_so_and_not_told_it_again() {
    let site = hostile().await;
    let (path, _) = every(&site).await.remove(0);
    let first = site.get(&path, "").await;
    let tag = first.headers[header::ETAG].to_str().unwrap();
    let date = first.headers[header::LAST_MODIFIED].to_str().unwrap();
    assert!(tag.starts_with("W/\"") && rules::is_rfc822(date), "{tag} {date}");
    let ask = async |name: header::HeaderName, value: &str| {
        site.send(Request::get(&path).header(name, value).body(Body::empty()).unwrap()).await
    };
    let again = ask(header::IF_NONE_MATCH, tag).await;
    assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    assert_eq!(again.headers[header::ETAG], first.headers[header::ETAG]);
    assert_eq!(ask(header::IF_MODIFIED_SINCE, date).await.status, StatusCode::NOT_MODIFIED);
    assert_eq!(ask(header::IF_NONE_MATCH, "\"another\"").await.status, StatusCode::OK);
    let before = "Sun, 22 Nov 2020 13:05:00 GMT";
    assert_eq!(ask(header::IF_MODIFIED_SINCE, before).await.status, StatusCode::OK);
    assert_eq!(first.headers[header::CACHE_CONTROL], "private, no-cache");
    assert_eq!(first.headers["x-robots-tag"], "noindex, nofollow");
}

#[tokio::test]
async fn names_outlive_a_change_of_address_and_no_hour_is_now() {
    let site = hostile().await;
    let (path, _) = every(&site).await.remove(0);
    let atom = document(&site.get(&path, "").await.body);
    let name = site.house.store.setting("house.name").await.unwrap().unwrap();
    let all = atom.root.within();
    for id in all.iter().filter(|one| one.name == "atom id") {
        assert!(id.text.starts_with(&format!("tag:wireroom,2026:{name}/")), "{}", id.text);
        assert!(!id.text.contains("news.example"));
    }
    let now: When = Still.now();
    assert!(all.iter().filter(|one| one.name == "atom updated").all(|one| one.text != now.to_string()));
}

#[tokio::test]
async fn a_secret_address_is_seen_once_listed_by_name_and_opens_nothing_once_it_is_ended() {
    let site = hostile().await;
    let (ada, ben) = (enter(&site, site.house.owner).await, enter(&site, site.house.reader).await);
    let form = format!("view=view:story:{}", site.house.seeded.barrier);
    let old = secret(&site, &ada, ("/out/address", &form), "/out/by/").await;
    let new = secret(&site, &ada, ("/out/address", &form), "/out/by/").await;
    assert_eq!(site.get(&old, "").await.status, StatusCode::NOT_FOUND, "a new one ends the one before");
    assert_eq!(site.get(&new, "").await.status, StatusCode::OK);
    let token = new.rsplit('/').next().unwrap();
    let settings = site.get("/wire/settings", &ada.0).await.body;
    assert!(settings.contains(&form["view=".len()..]) && !settings.contains(token), "{settings}");
    assert!(!site.get("/wire/settings", &ben.0).await.body.contains(&form["view=".len()..]));
    assert_eq!(site.send_form("/wire/out/end", &ben, &form).await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get(&new, "").await.status, StatusCode::OK, "nobody ends another's");
    let ended = site.send_form("/wire/out/end", &ada, &form).await;
    assert_eq!(ended.location(), "/wire/settings?did=address");
    assert_eq!(site.get(&new, "").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn whole_texts_stand_only_where_somebody_may_read_them_and_guests_have_no_feed() {
    let site = hostile().await;
    let (ada, ben) = (enter(&site, site.house.owner).await, enter(&site, site.house.reader).await);
    let outlets = site.house.store.outlets(wireroom_store::Viewer::House).await.unwrap();
    let closed = outlets.iter().find(|one| one.name == "Closed Letter").unwrap().id;
    let path = format!("/wire/out/outlet/{closed}.atom");
    assert!(site.get(&path, &ben.0).await.body.contains("letter is for its subscribers alone"));
    assert_eq!(site.get(&path, &ada.0).await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get(&path, "").await.status, StatusCode::SEE_OTHER);
    let form = format!("view=view:outlet:{closed}");
    assert_eq!(site.send_form("/wire/out/address", &ada, &form).await.status, StatusCode::NOT_FOUND);
    let mut tx = site.house.store.begin().await.unwrap();
    tx.set_guests(true).await.unwrap();
    tx.commit().await.unwrap();
    let guest = site.get("/wire/out/latest.atom", "").await;
    assert_eq!(guest.status, StatusCode::SEE_OTHER, "guests have no feed");
    let page = site.get("/wire/latest", "").await.body;
    assert!(!page.contains("rel=\"alternate\"") && !page.contains("/out/"), "{page}");
    let page = site.get("/wire/latest", &ada.0).await.body;
    assert!(page.contains("rel=\"alternate\"") && page.contains("/wire/out/latest.rss"));
}
