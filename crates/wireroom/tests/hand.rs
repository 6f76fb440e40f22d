//! The reader's hand in a whole house, by the forms as a browser sends them: words act at once and hold over a
//! reprocess, a feed stays unfolded, and whatever is folded or not, nothing is deleted.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use wireroom::commands::demo::Newsstand;
use wireroom::config::Config;
use wireroom::house::{House, Pace};
use wireroom::press::Press;
use wireroom_model::{ArticleId, Clock, FamilyId, When};
use wireroom_pipeline::Reach;
use wireroom_search::Query;
use wireroom_server::Access;
use wireroom_store::Viewer;
use wireroom_store::briefs::Order;
use wireroom_store::users::{NewUser, Role};

/// Seconds between two waves: longer than any feed's interval here.
const WAVE: i64 = 7_200;

#[derive(Debug)]
struct Wound(AtomicI64);

impl Clock for Wound {
    fn now(&self) -> When {
        When::from_unix(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

struct Demo {
    house: House,
    address: SocketAddr,
    mark: String,
    _folder: tempfile::TempDir,
}

impl Demo {
    /// The shipped press, every wave of it, read into a house that is served.
    async fn open() -> Self {
        let epoch: When = "2026-03-04T18:00:00Z".parse().unwrap();
        let clock = Arc::new(Wound(AtomicI64::new(epoch.unix())));
        let stand = Newsstand::open_press(|base| Ok(Press::shipped(epoch, base).unwrap())).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let config =
            Config { data: folder.path().to_owned(), allow: vec![stand.allow.clone()], ..Config::default() };
        let pace = Pace { shortest_poll: 60, spacing: Duration::ZERO, per_host: 8 };
        let house = House::open_with(&config, pace, Arc::<Wound>::clone(&clock)).await.unwrap();
        let mut tx = house.store.begin().await.unwrap();
        let new = NewUser { name: "Ada", role: Role::Owner, password_hash: "-", time_zone: None };
        let user = tx.add_user(&new, 0).await.unwrap();
        tx.commit().await.unwrap();
        for feed in &stand.feeds {
            house.pipeline.add_feed(feed, Some(user)).await.unwrap();
        }
        loop {
            house.pipeline.drain(Reach::Network).await.unwrap();
            if !stand.advance() {
                break;
            }
            clock.0.fetch_add(WAVE, Ordering::SeqCst);
            for feed in house.store.feeds(Viewer::House).await.unwrap() {
                house.pipeline.poll_now(feed.id).await.unwrap();
            }
        }
        house.pipeline.drain(Reach::Network).await.unwrap();
        let site = wireroom_server::router(house.web(None, Access::Open { user }).unwrap());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move { axum::serve(listener, site).await });
        let mut demo = Self { house, address, mark: String::new(), _folder: folder };
        let page = demo.get("/feeds").await;
        let at = page.find("name=\"csrf\" value=\"").unwrap() + 19;
        demo.mark = page[at..at + 64].to_owned();
        demo
    }

    async fn ask(&self, request: String) -> String {
        let mut socket = tokio::net::TcpStream::connect(self.address).await.unwrap();
        socket.write_all(request.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        socket.read_to_end(&mut answer).await.unwrap();
        String::from_utf8(answer).unwrap()
    }

    async fn get(&self, path: &str) -> String {
        let host = self.address;
        self.ask(format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")).await
    }

    /// Sends a form and lets what follows from it happen.
    async fn send(&self, path: &str, form: &str) {
        let (host, form) = (self.address, format!("csrf={}&{form}", self.mark));
        let answer = self
            .ask(format!(
                "POST {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n\
                 Content-Length: {}\r\n\r\n{form}",
                form.len()
            ))
            .await;
        assert!(answer.starts_with("HTTP/1.1 303"), "{path} {form}: {answer}");
        self.house.pipeline.drain(Reach::Local).await.unwrap();
    }

    async fn families(&self) -> BTreeMap<FamilyId, BTreeSet<ArticleId>> {
        let mut families: BTreeMap<FamilyId, BTreeSet<ArticleId>> = BTreeMap::new();
        for line in self.house.store.latest_articles(Viewer::House, None, 1_000).await.unwrap() {
            families.entry(line.copy.unwrap().family).or_default().insert(line.id);
        }
        families
    }

    async fn partition(&self) -> BTreeSet<BTreeSet<ArticleId>> {
        self.families().await.into_values().collect()
    }

    /// Every article with the versions whose pages open and whether search finds it by its own words.
    async fn reachable(&self) -> BTreeMap<ArticleId, (usize, bool)> {
        let store = &self.house.store;
        let mut found = BTreeMap::new();
        for line in store.latest_articles(Viewer::House, None, 1_000).await.unwrap() {
            let mut open = 0;
            for version in store.version_lines(line.id).await.unwrap() {
                let page = self.get(&format!("/article/{}?version={}", line.id, version.id)).await;
                let text = store.version(version.id, Viewer::House).await.unwrap().unwrap().extracted.body;
                let word = text.split(|c: char| !c.is_alphanumeric()).find(|word| word.chars().count() > 3);
                assert!(page.starts_with("HTTP/1.1 200"), "article {} version {}", line.id, version.number);
                open += usize::from(word.is_none_or(|word| page.contains(word)));
            }
            let body = store.current_version(line.id, Viewer::House).await.unwrap().unwrap().extracted.body;
            let words = if body.is_empty() { line.title.clone() } else { body };
            let phrase: Vec<&str> = words.split_whitespace().take(5).collect();
            let text = phrase.join(" ").replace(|c: char| !c.is_alphanumeric(), " ");
            let query = Query { text, limit: 200, ..Query::default() };
            let hits = self.house.pipeline.search().search(&query).unwrap().hits;
            found.insert(line.id, (open, hits.iter().any(|hit| hit.article == line.id)));
        }
        found
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_deleted_by_folding_unfolding_or_a_readers_word() {
    let demo = Demo::open().await;
    let before = demo.reachable().await;
    assert!(before.len() > 30 && before.values().all(|(open, found)| *open > 0 && *found), "{before:?}");
    let families = demo.families().await;
    let widest = families.values().max_by_key(|members| members.len()).unwrap();
    let copy = widest.last().unwrap();
    demo.send("/corrections/say", &format!("article={copy}&kind=apart")).await;
    for feed in demo.house.store.feeds(Viewer::House).await.unwrap() {
        demo.send(&format!("/feed/{}/set", feed.id), "form=choices&folded=no").await;
    }
    assert_eq!(demo.reachable().await, before, "unfolded and corrected");
    let lines = demo.house.store.latest_articles(Viewer::House, None, 1_000).await.unwrap();
    assert!(lines.iter().all(|line| line.is_unfolded));
    let story = lines.iter().find(|line| line.id == *widest.first().unwrap()).unwrap().story.unwrap();
    let page = demo.house.store.story_page(story, Viewer::House).await.unwrap().unwrap();
    assert!(page.families.iter().all(|group| group.copies.is_empty()), "each stands on its own");
    assert!(page.families.iter().any(|group| !group.beside.is_empty()), "and the family stays known");
    let list = demo.house.pipeline.export_opml(None).await.unwrap();
    assert_eq!(list.matches("folded=\"no\"").count(), feeds_kept(&demo).await, "{list}");
    for feed in demo.house.store.feeds(Viewer::House).await.unwrap() {
        demo.send(&format!("/feed/{}/set", feed.id), "form=choices&folded=yes").await;
    }
    assert_eq!(demo.reachable().await, before, "folded again");
}

async fn feeds_kept(demo: &Demo) -> usize {
    demo.house.store.feeds(Viewer::House).await.unwrap().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn words_said_by_forms_hold_over_a_reprocess_and_taken_back_leave_the_machines_families() {
    let demo = Demo::open().await;
    let machine = demo.partition().await;
    let widest = machine.iter().max_by_key(|members| members.len()).unwrap().clone();
    let (first, copy) = (*widest.first().unwrap(), *widest.last().unwrap());
    let alone = machine.iter().find(|members| members.len() == 1).unwrap().first().copied().unwrap();
    demo.send("/corrections/say", &format!("article={copy}&kind=apart")).await;
    demo.send("/corrections/say", &format!("article={alone}&kind=same&address=%2Farticle%2F{first}")).await;
    demo.send("/corrections/say", &format!("article={alone}&kind=first")).await;
    let said = demo.partition().await;
    let of = |partition: &BTreeSet<BTreeSet<ArticleId>>, id| {
        partition.iter().find(|members| members.contains(&id)).unwrap().clone()
    };
    assert!(!of(&said, copy).contains(&first) && of(&said, alone).contains(&first));
    let line = demo.house.store.article_line(first, Viewer::House).await.unwrap().unwrap();
    assert_eq!(line.copy.unwrap().first, Some(alone));
    demo.house.pipeline.reread().await.unwrap();
    demo.house.pipeline.drain(Reach::Local).await.unwrap();
    demo.house.pipeline.rebuild().await.unwrap();
    demo.house.pipeline.drain(Reach::Local).await.unwrap();
    assert_eq!(demo.partition().await, said, "a reprocess obeys what was said");
    for one in demo.house.store.corrections_for_all().await.unwrap() {
        demo.send(&format!("/corrections/{}/undo", one.id), "").await;
    }
    assert_eq!(demo.partition().await, machine);
    assert!(demo.house.store.verify().await.unwrap().troubles.is_empty());
}

impl Demo {
    /// The origins of every story as its JSON tells them, by the articles counted. Holds to each other what is
    /// folded on the story's page, what its origins are counted from, and what its card says.
    async fn counted(&self) -> BTreeMap<BTreeSet<ArticleId>, Value> {
        let store = &self.house.store;
        let mut found = BTreeMap::new();
        for card in store.front(Viewer::House, Order::Latest, 200, 0).await.unwrap() {
            let page = store.story_page(card.id, Viewer::House).await.unwrap().unwrap();
            let folded: BTreeSet<BTreeSet<ArticleId>> = page
                .families
                .iter()
                .map(|group| std::iter::once(&group.first).chain(&group.copies).map(|line| line.id).collect())
                .collect();
            let coverage = page.brief.coverage.unwrap();
            let texts = coverage.origins.iter().flat_map(|origin| &origin.texts).chain(&coverage.unknown);
            let counted: BTreeSet<BTreeSet<ArticleId>> =
                texts.map(|text| text.articles.iter().copied().collect()).collect();
            assert_eq!(folded, counted, "story {}", card.id);
            let all: BTreeSet<ArticleId> = folded.iter().flatten().copied().collect();
            assert_eq!(all.len() as u64, card.articles);
            assert_eq!(
                (card.origins, card.unknown),
                (coverage.origins.len() as u64, coverage.unknown.len() as u64)
            );
            let json = self.get(&format!("/story/{}/origins.json", card.id)).await;
            let mut told: Value = serde_json::from_str(json.split_once("\r\n\r\n").unwrap().1).unwrap();
            told.as_object_mut().unwrap().remove("story");
            found.insert(all, told);
        }
        found
    }

    /// Takes every word back.
    async fn take_all_back(&self) {
        for one in self.house.store.corrections_for_all().await.unwrap() {
            self.send(&format!("/corrections/{}/undo", one.id), "").await;
        }
    }
}

/// The text that an article is counted under, and the origin of that.
fn text_of(counted: &BTreeMap<BTreeSet<ArticleId>, Value>, article: ArticleId) -> (Value, Value) {
    let story = counted.iter().find(|(articles, _)| articles.contains(&article)).unwrap().1;
    let holds = |text: &&Value| text["articles"].as_array().unwrap().iter().any(|id| id == article.get());
    for origin in story["counted"].as_array().unwrap() {
        if let Some(text) = origin["texts"].as_array().unwrap().iter().find(holds) {
            return (text.clone(), origin.clone());
        }
    }
    (story["not_counted"].as_array().unwrap().iter().find(holds).unwrap().clone(), Value::Null)
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_of_origins_follow_each_word_and_its_undo() {
    let demo = Demo::open().await;
    let before = demo.counted().await;
    let families = demo.families().await;
    let widest = families.values().max_by_key(|members| members.len()).unwrap().clone();
    let alone = *families.values().find(|members| members.len() == 1).unwrap().first().unwrap();
    for &member in &widest {
        demo.send("/corrections/say", &format!("article={member}&kind=apart")).await;
        let now = demo.counted().await;
        let stands = |counted| text_of(counted, member).0["articles"].as_array().unwrap().len();
        assert!(stands(&now) < stands(&before), "{member} left");
        demo.take_all_back().await;
        assert_eq!(demo.counted().await, before, "apart {member}, taken back");
        demo.send("/corrections/say", &format!("article={member}&kind=first")).await;
        let (text, origin) = text_of(&demo.counted().await, member);
        let line = demo.house.store.article_line(member, Viewer::House).await.unwrap().unwrap();
        assert!(text["ground"] == "reader_said" || text["ground"] == "agency_own", "{text}");
        assert!(text["outlet"].is_null() || text["outlet"] == line.outlet.unwrap(), "{text} {origin}");
        assert_eq!(
            text["articles"].as_array().unwrap().len(),
            text_of(&before, member).0["articles"].as_array().unwrap().len()
        );
        demo.take_all_back().await;
        assert_eq!(demo.counted().await, before, "first {member}, taken back");
    }
    let first = *widest.first().unwrap();
    demo.send("/corrections/say", &format!("article={alone}&kind=same&address={first}")).await;
    let (text, _) = text_of(&demo.counted().await, alone);
    assert!(text["articles"].as_array().unwrap().iter().any(|id| *id == first.get()), "{text}");
    demo.take_all_back().await;
    assert_eq!(demo.counted().await, before, "the same text, taken back");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_readers_said_holds_in_a_house_of_a_backup_over_a_reprocess_too() {
    let demo = Demo::open().await;
    let widest = demo.partition().await.into_iter().max_by_key(BTreeSet::len).unwrap();
    let (first, copy) = (*widest.first().unwrap(), *widest.last().unwrap());
    demo.send("/corrections/say", &format!("article={copy}&kind=apart&other={first}")).await;
    let middle = *widest.iter().nth(1).unwrap();
    demo.send("/corrections/say", &format!("article={middle}&kind=first")).await;
    let said = (demo.partition().await, demo.house.store.corrections_for_all().await.unwrap());
    let folder = tempfile::tempdir().unwrap();
    let (file, other) = (folder.path().join("house.tar.zst"), folder.path().join("other"));
    for (command, data) in [("backup", demo._folder.path()), ("restore", other.as_path())] {
        let done = std::process::Command::new(env!("CARGO_BIN_EXE_wireroom"))
            .args([command, file.to_str().unwrap(), "--data"])
            .arg(data)
            .output()
            .unwrap();
        assert!(done.status.success(), "{command}: {}", String::from_utf8_lossy(&done.stderr));
    }
    let config = Config { data: other, ..Config::default() };
    let pace = Pace { shortest_poll: 60, spacing: Duration::ZERO, per_host: 8 };
    let clock = Arc::new(Wound(AtomicI64::new(demo.house.clock.now().unix())));
    let house = House::open_with(&config, pace, clock).await.unwrap();
    let restored = Demo { house, address: demo.address, mark: String::new(), _folder: folder };
    let stands = async || {
        let first = restored.house.store.article_line(middle, Viewer::House).await.unwrap().unwrap();
        assert_eq!(first.copy.unwrap().first, Some(middle));
        (restored.partition().await, restored.house.store.corrections_for_all().await.unwrap())
    };
    assert_eq!(stands().await, said, "restored");
    restored.house.pipeline.reread().await.unwrap();
    restored.house.pipeline.drain(Reach::Local).await.unwrap();
    restored.house.pipeline.rebuild().await.unwrap();
    restored.house.pipeline.drain(Reach::Local).await.unwrap();
    assert_eq!(stands().await, said, "and reprocessed");
    let number = said.1.first().unwrap().id;
    restored.house.pipeline.take_back(number).await.unwrap();
    assert!(restored.partition().await.contains(&widest), "and can be taken back there");
}
