//! Rooms that never import each other agree: the brief room's JSON, stored as it is, fills the server's story page.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use wireroom_fetch::{Config, Fetcher};
use wireroom_model::ArticleRow;
use wireroom_model::{Clock, FeedId, Time, UserId, When};
use wireroom_pipeline::{Import, Options, Pipeline, Reach};
use wireroom_search::Index;
use wireroom_server::{
    Access, Actions, Added, Answer, Found, HandActions, Imported, Parts, PublisherActions, Refusal,
    ServerState, SiteActions,
};
use wireroom_store::Store;
use wireroom_store::Viewer;
use wireroom_store::briefs::Order;
use wireroom_store::users::{NewUser, Role};

#[derive(Debug)]
struct Wound(AtomicI64);

impl Clock for Wound {
    fn now(&self) -> When {
        When::from_unix(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

/// Nobody writes here.
#[derive(Debug)]
struct Idle;

impl PublisherActions for Idle {}
impl SiteActions for Idle {}

impl wireroom_server::AskActions for Idle {}
impl HandActions for Idle {}

impl Actions for Idle {
    fn add_feed(&self, _: UserId, _: String) -> Answer<'_, Added> {
        Box::pin(async { Err(Refusal("not here".to_owned())) })
    }
    fn import_opml(&self, _: UserId, _: Vec<u8>) -> Answer<'_, Imported> {
        Box::pin(async { Err(Refusal("not here".to_owned())) })
    }
    fn find_feeds(&self, _: String) -> Answer<'_, Found> {
        Box::pin(async { Err(Refusal("not here".to_owned())) })
    }
    fn import_opml_at(&self, _: UserId, _: String) -> Answer<'_, Imported> {
        Box::pin(async { Err(Refusal("not here".to_owned())) })
    }
    fn export_opml(&self, _: UserId) -> Answer<'_, String> {
        Box::pin(async { Err(Refusal("not here".to_owned())) })
    }
    fn set_feed(&self, _: UserId, _: FeedId, _: Vec<(&'static str, String)>) -> Answer<'_, ()> {
        Box::pin(async { Err(Refusal("not here".to_owned())) })
    }
    fn poll_now(&self, _: UserId, _: FeedId) -> Answer<'_, ()> {
        Box::pin(async { Err(Refusal("not here".to_owned())) })
    }
}

const WIRE: &str = "A ferry with 212 passengers ran aground on the Skerry rocks near Port Brandt early on Tuesday.\n\n\
    At least 12 people were injured when the ferry Halcyon struck the rocks in thick fog, the coast guard said.\n\n\
    “We heard a long scrape and then the lights went out in every cabin,” said Odo Brandt, the ferry's cook.\n\n\
    Rescue boats from three villages brought the passengers to the harbour of Port Brandt before noon.\n\n\
    The Halcyon was built in 1998 and last inspected on 3 March 2031.";

const COURIER: &str = "The ferry Halcyon ran aground on the Skerry rocks near Port Brandt on Tuesday with 212 passengers on board.\n\n\
    Hospitals in Port Brandt said 19 people were injured when the ferry Halcyon struck the Skerry rocks.\n\n\
    Harbour director Mara Voss said: “The fog signal at the Skerry rocks was switched off for repairs.”\n\n\
    The ferry company said it would pay for every night in a hotel near the harbour of Port Brandt.";

fn row(number: u64, outlet: &str, at: &str, body: &str) -> Import {
    let row = ArticleRow {
        id: number.to_string(),
        url: Some(format!("https://outlet{number}.example/ferry")),
        outlet: Some(outlet.to_owned()),
        published: Time::At(at.parse().unwrap()),
        title: Some("Ferry with 212 aboard runs aground off Port Brandt".to_owned()),
        body: Some(body.to_owned()),
        ..ArticleRow::default()
    };
    Import::Row { name: number.to_string(), row: Box::new(row) }
}

/// A house with one reader, served on loopback, and its clock.
struct Served {
    store: Store,
    pipeline: Pipeline,
    clock: Arc<Wound>,
    address: std::net::SocketAddr,
    _folder: tempfile::TempDir,
}

impl Served {
    async fn at(now: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).await.unwrap();
        let search = Index::open(&folder.path().join("index")).unwrap();
        let now: When = now.parse().unwrap();
        let (index, clock) = (Arc::new(search.0.clone()), Arc::new(Wound(AtomicI64::new(now.unix()))));
        let fetcher = Fetcher::new(Config::default()).unwrap();
        let pipeline =
            Pipeline::open(store.clone(), search, fetcher, Arc::<Wound>::clone(&clock), Options::default());
        let pipeline = pipeline.await.unwrap();
        let mut tx = store.begin().await.unwrap();
        let new = NewUser { name: "reader", role: Role::Owner, password_hash: "-", time_zone: None };
        let user = tx.add_user(&new, 0).await.unwrap();
        tx.commit().await.unwrap();
        let options =
            wireroom_server::Options { base_url: None, access: Access::Open { user }, ..Default::default() };
        let state = ServerState::new(Parts {
            store: store.clone(),
            search: index,
            clock: Arc::<Wound>::clone(&clock),
            actions: Arc::new(Idle),
            options,
        });
        let site = wireroom_server::router(state.unwrap());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move { axum::serve(listener, site).await });
        Self { store, pipeline, clock, address, _folder: folder }
    }

    async fn import(&self, rows: Vec<Import>) {
        self.pipeline.import(rows).await.unwrap();
        self.pipeline.drain(Reach::Local).await.unwrap();
    }

    /// The only story there is.
    async fn story(&self) -> String {
        let cards = self.store.front(Viewer::Guest, Order::Coverage, 9, 0).await.unwrap();
        assert_eq!(cards.len(), 1, "one story: {cards:#?}");
        format!("/story/{}", cards[0].id)
    }

    fn wind(&self, seconds: i64) {
        self.clock.0.fetch_add(seconds, Ordering::SeqCst);
    }

    async fn get(&self, path: &str) -> String {
        self.send(format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address)).await
    }

    /// Presses "Done, back to the edition" on a story's page.
    async fn done(&self, story: &str, page: &str) {
        let (_, rest) = page.split_once("name=\"csrf\" value=\"").unwrap();
        let form = format!("csrf={}", rest.split('"').next().unwrap());
        let answer = self.send(format!(
            "POST {story}/read HTTP/1.1\r\nHost: {}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{form}",
            self.address,
            form.len()
        ));
        let answer = answer.await;
        assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    }

    async fn send(&self, request: String) -> String {
        let mut socket = tokio::net::TcpStream::connect(self.address).await.unwrap();
        socket.write_all(request.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        socket.read_to_end(&mut answer).await.unwrap();
        String::from_utf8(answer).unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brief_as_it_is_stored_fills_every_part_of_the_story_page() {
    let house = Served::at("2031-05-07T08:00:00Z").await;
    house
        .import(vec![
            row(1, "Brandt Gazette", "2031-05-06T09:00:00Z", WIRE),
            row(2, "Daily Anchor", "2031-05-06T10:00:00Z", WIRE),
            row(3, "Northern Courier", "2031-05-06T15:00:00Z", COURIER),
        ])
        .await;
    let page = house.get(&house.story().await).await;
    let feeds = house.get("/feeds").await;
    assert!(feeds.contains("What the house keeps") && feeds.contains("Free on the disk"), "{feeds}");
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    for part in [
        "What each side says",
        "Harbour director Mara Voss",
        "Coverage over time",
        "Who said what",
        "Figures",
        "Timeline",
        "Sentences cited",
        "Daily Anchor",
        "the earliest printing",
        "after Brandt Gazette",
    ] {
        assert!(page.contains(part), "the page has no {part:?}: {page}");
    }
    assert!(!page.contains("There is not enough to say"), "{page}");
}

/// What came while the reader was away, and nothing else, stands on the page when the reader comes back; once the story
/// was read again nothing of it is new.
#[tokio::test(flavor = "multi_thread")]
async fn a_reader_who_comes_back_is_told_what_came_since() {
    let house = Served::at("2031-05-06T16:00:00Z").await;
    house.import(vec![row(1, "Brandt Gazette", "2031-05-06T09:00:00Z", WIRE)]).await;
    let story = house.story().await;
    let first = house.get(&story).await;
    assert!(!first.contains("New since your last visit"), "{first}");
    house.done(&story, &first).await;
    house.wind(3 * 3_600);
    let later = format!(
        "{COURIER}\n\nDivers brought the log book of the ferry Halcyon up from the flooded bridge on Tuesday evening."
    );
    house.import(vec![row(3, "Northern Courier", "2031-05-06T18:40:00Z", &later)]).await;
    let back = house.get(&story).await;
    let (_, rest) = back.split_once("New since your last visit").unwrap_or_else(|| panic!("no box: {back}"));
    let (fresh, _) = rest.split_once("</section>").unwrap();
    assert!(fresh.contains("Divers brought the log book") && fresh.contains("Northern Courier"), "{fresh}");
    assert!(!fresh.contains("was built in 1998"), "what the reader knew is not new: {fresh}");
    assert!(fresh.contains("href=\"#src-"), "every sentence leads to its source: {fresh}");
    house.done(&story, &back).await;
    house.wind(3 * 3_600);
    let again = house.get(&story).await;
    assert!(!again.contains("New since your last visit"), "{again}");
}
