//! A house for the fault tests: a real store in a temporary folder, the real way out with small limits, a clock that
//! moves from one piece of work to the next and never waits. Start at [`Home::open`] and [`Home::live`].

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use wireroom_fetch::{Allow, Config, Fetcher, Limits, Resolver, Resolving};
use wireroom_model::{Clock, FeedId, UserId, When};
use wireroom_pipeline::{Options, Pipeline, Reach};
use wireroom_search::Index;
use wireroom_store::briefs::Order;
use wireroom_store::feeds::{Feed, FeedState};
use wireroom_store::jobs::JobKind;
use wireroom_store::sizes::Sizes;
use wireroom_store::users::{NewUser, Role};
use wireroom_store::{Store, Viewer};

/// 2026-03-04T12:00:00Z, a Wednesday.
pub const NOON: i64 = 1_772_625_600;
pub const DAY: i64 = 86_400;

/// The house's clock; the tests move it.
#[derive(Debug)]
pub struct Still {
    start: i64,
    now: AtomicI64,
}

impl Still {
    pub fn at(start: i64) -> Arc<Self> {
        Arc::new(Self { start, now: AtomicI64::new(start) })
    }

    /// When the test began.
    pub fn start(&self) -> i64 {
        self.start
    }

    pub fn set(&self, to: i64) {
        self.now.store(to, Ordering::SeqCst);
    }
}

impl Clock for Still {
    fn now(&self) -> When {
        When::from_unix(self.now.load(Ordering::SeqCst)).unwrap()
    }
}

/// How long the way out waits, in real time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// As long as a busy machine may need: for every path that answers.
    Long,
    /// Long enough for whoever answers at all, where some never do.
    Moment,
    /// An instant: for the paths that never do.
    Short,
}

impl Patience {
    pub fn limits(self) -> Limits {
        let [connect, first_byte, total] = match self {
            Self::Long => [20_000, 20_000, 60_000],
            Self::Moment => [5_000, 1_500, 2_000],
            Self::Short => [2_000, 400, 800],
        };
        Limits {
            connect: Duration::from_millis(connect),
            first_byte: Duration::from_millis(first_byte),
            total: Duration::from_millis(total),
            feed_bytes: FEED_BYTES,
            spacing: Duration::ZERO,
            ..Limits::default()
        }
    }
}

/// Bytes of a feed that are read: less than any bomb, more than every feed that is meant to be read whole.
pub const FEED_BYTES: usize = 6 << 20;

/// The names that there are: one of the publisher, one that leads inward; all others are unknown.
#[derive(Debug)]
struct Book;

impl Resolver for Book {
    fn resolve(&self, host: &str) -> Resolving {
        let found: std::io::Result<Vec<IpAddr>> = match host {
            name if name == "sound.example" || name.ends_with(".fault.example") => {
                Ok(vec![Ipv4Addr::LOCALHOST.into()])
            }
            "inward.example" => Ok(vec![Ipv4Addr::new(10, 0, 0, 7).into()]),
            _ => Err(std::io::Error::other("no such name")),
        };
        Box::pin(async move { found })
    }
}

/// Everything that could turn up unread: the numbers of entries, articles and stories.
pub type Items = BTreeSet<u64>;

#[derive(Debug)]
pub struct Home {
    pub store: Store,
    pub pipeline: Pipeline,
    pub clock: Arc<Still>,
    pub reader: UserId,
    // Removed when the house goes.
    _folder: tempfile::TempDir,
}

impl Home {
    pub async fn open(clock: Arc<Still>, patience: Patience) -> Self {
        Self::within(clock, patience.limits()).await
    }

    pub async fn within(clock: Arc<Still>, limits: Limits) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).await.unwrap();
        let search = Index::open(&folder.path().join("search")).unwrap();
        let allow = ["127.0.0.1", "sound.example"].map(|host| host.parse::<Allow>().unwrap());
        let config = Config {
            allow: allow.into_iter().collect(),
            limits,
            resolver: Arc::new(Book),
            ..Config::default()
        };
        let fetcher = Fetcher::new(config).unwrap();
        let handed: Arc<dyn Clock> = clock.clone();
        let options = Options { low_disk: 0, ..Options::default() };
        let pipeline = Pipeline::open(store.clone(), search, fetcher, handed, options).await.unwrap();
        let mut tx = store.begin().await.unwrap();
        let ada = NewUser { name: "Ada", password_hash: "x", role: Role::Reader, time_zone: None };
        let reader = tx.add_user(&ada, clock.start()).await.unwrap();
        tx.commit().await.unwrap();
        Self { store, pipeline, clock, reader, _folder: folder }
    }

    pub async fn add(&self, address: &str) -> FeedId {
        self.pipeline.add_feed(address, Some(self.reader)).await.unwrap().feed
    }

    pub async fn feed(&self, id: FeedId) -> Feed {
        self.store.feed(id).await.unwrap().unwrap()
    }

    /// What the feeds page shows of a feed: why it failed or what was left out, then what became of its address.
    pub async fn seen(&self, id: FeedId) -> String {
        let feed = self.feed(id).await;
        [feed.health.reason, feed.note]
            .into_iter()
            .flatten()
            .map(|why| why.to_string())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Works off what is due now.
    pub async fn work(&self) {
        self.pipeline.drain(Reach::Network).await.unwrap();
    }

    /// Lives until `until`, or until there is nothing to wait for, or for so many rounds: works, then goes to the
    /// moment at which the next work is due.
    pub async fn live(&self, until: i64, rounds: usize) {
        for _ in 0..rounds {
            self.work().await;
            let Some(next) = self.next().await else { return };
            if next > until {
                return;
            }
            assert!(next > self.clock.now().unix(), "work is due that a drain did not do");
            self.clock.set(next);
        }
    }

    /// When the next poll or job is due.
    async fn next(&self) -> Option<i64> {
        let mut next = self.store.next_poll_at().await.unwrap();
        for kind in JobKind::ALL {
            let at = self.store.next_job_at(kind).await.unwrap();
            next = [next, at].into_iter().flatten().min();
        }
        next
    }

    /// Every number that a reader's list of unread items could hold.
    pub async fn items(&self) -> Items {
        let viewer = Viewer::User(self.reader);
        let mut items = Items::new();
        for feed in self.store.feeds(viewer).await.unwrap() {
            items.extend(
                self.store.entries_of(feed.id, u32::MAX).await.unwrap().iter().map(|entry| entry.id.get()),
            );
        }
        let articles = self.store.latest_articles(viewer, None, 100_000).await.unwrap();
        items.extend(articles.iter().map(|article| article.id.get()));
        let stories = self.store.front(viewer, Order::Latest, 100_000, 0).await.unwrap();
        items.extend(stories.iter().map(|card| card.id.get()));
        items
    }

    /// What there is to read, in words: entries, articles and stories with all that is shown of them.
    pub async fn everything(&self) -> Vec<String> {
        let viewer = Viewer::User(self.reader);
        let mut all = Vec::new();
        for feed in self.store.feeds(viewer).await.unwrap() {
            all.push(format!("{:?}", self.store.entries_of(feed.id, u32::MAX).await.unwrap()));
        }
        all.push(format!("{:?}", self.store.latest_articles(viewer, None, 100_000).await.unwrap()));
        all.push(format!("{:?}", self.store.front(viewer, Order::Latest, 100_000, 0).await.unwrap()));
        all
    }

    pub async fn sizes(&self) -> Sizes {
        self.store.sizes().await.unwrap()
    }

    pub async fn is_gone(&self, id: FeedId) -> bool {
        self.feed(id).await.state == FeedState::Gone
    }
}
