//! A test a row: three days with one faulty feed, held to what the table says of it.

use crate::home::{DAY, FEED_BYTES, Home, Items, NOON, Still};
use crate::publisher::{self, Hit, Publisher};
use crate::table::{self, Again, Outcome, Row, reads_as};
use wireroom_fetch::schedule::{LONGEST, SHORTEST};
use wireroom_model::{Clock, FeedId};
use wireroom_store::Viewer;
use wireroom_store::briefs::Order;
use wireroom_store::entries::Entry;
use wireroom_store::feeds::{Feed, FeedState};
use wireroom_store::sizes::Sizes;

/// Rounds of work in which whatever a feed brings has been brought.
const SETTLED: usize = 6;
/// Rounds of work in three days at the most.
const ROUNDS: usize = 60;

/// A house and its one faulty feed, at the end of three days.
pub struct Stay {
    pub row: &'static Row,
    pub home: Home,
    pub publisher: Publisher,
    pub feed: FeedId,
    /// What could be unread, and how big the database was, when the feed had settled.
    settled: (Items, Sizes),
}

impl Stay {
    pub async fn over(path: &'static str) -> Self {
        Self::lasting(path, SETTLED, ROUNDS).await
    }

    /// The same with fewer rounds, where one round is a lot of work.
    async fn lasting(path: &'static str, settling: usize, rounds: usize) -> Self {
        let row = table::of(path);
        let clock = Still::at(NOON);
        let publisher = Publisher::open(clock.clone()).await;
        let home = Home::open(clock, row.patience).await;
        let feed = home.add(&address(&publisher, path).await).await;
        home.live(NOON + 3 * DAY, settling).await;
        let settled = (home.items().await, home.sizes().await);
        home.live(NOON + 3 * DAY, rounds).await;
        let stay = Self { row, home, publisher, feed, settled };
        stay.holds().await;
        stay
    }

    pub async fn stored(&self) -> Feed {
        self.home.feed(self.feed).await
    }

    /// What every row must hold.
    async fn holds(&self) {
        let (row, feed) = (self.row, self.stored().await);
        let seen = self.home.seen(self.feed).await;
        assert!(reads_as(&seen, row.says), "{}: the reader sees {seen:?}, not {:?}", row.path, row.says);
        assert_eq!(feed.entries, row.entries, "{}: {seen}", row.path);
        let well = matches!(row.outcome, Outcome::Stored | Outcome::Warned);
        assert_eq!(feed.health.failures == 0, well, "{}: {:?}", row.path, feed.health);
        assert_eq!(feed.health.reason.is_some(), row.outcome != Outcome::Stored, "{}: {seen}", row.path);
        assert_eq!(feed.state == FeedState::Gone, row.outcome == Outcome::Disabled, "{}", row.path);
        self.keeps_its_pace(&feed);
        let (items, sizes) = (self.home.items().await, self.home.sizes().await);
        assert_eq!(items, self.settled.0, "{}: nothing new was said, and something new is unread", row.path);
        assert!(self.home.store.verify().await.unwrap().troubles.is_empty(), "{}", row.path);
        if row.path != "edited" {
            let (before, after) = (grown(&self.settled.1), grown(&sizes));
            assert_eq!(before, after, "{}: the database grows", row.path);
        }
        assert_eq!(sizes.rows["jobs"], 0, "{}: work was left over", row.path);
    }

    /// The polls lie where the table says, and so does the next.
    fn keeps_its_pace(&self, feed: &Feed) {
        let (row, hits) = (self.row, self.polls());
        let gaps: Vec<i64> = hits.windows(2).map(|two| two[1].at - two[0].at).collect();
        let (shortest, longest) = (i64::try_from(SHORTEST).unwrap(), i64::try_from(LONGEST).unwrap());
        let told = format!("{}: {gaps:?}", row.path);
        assert!(gaps.iter().all(|gap| *gap >= shortest), "{told}");
        let least = match row.again {
            Again::Usual => shortest,
            Again::Hour => 3_600,
            Again::BackOff => 2 * shortest,
            Again::Asked(seconds) => seconds.max(2 * shortest),
            Again::Day => DAY,
            Again::Never => {
                assert_eq!(hits.len(), 1, "{told}");
                return;
            }
        };
        assert!(gaps.iter().all(|gap| *gap >= least), "{told}");
        if matches!(row.again, Again::BackOff | Again::Asked(_)) && !gaps.is_empty() {
            assert!(gaps[0] <= 3 * shortest, "{told}");
            assert!(gaps.windows(2).all(|two| two[1] >= (two[0] * 3 / 2).min(longest)), "{told}");
            assert!(gaps.len() <= 10, "{told}");
            assert_eq!(gaps.last(), Some(&longest), "{told}");
        }
        let ahead = feed.health.next_poll_at - self.home.clock.now().unix();
        assert!(ahead <= longest + longest / 10, "{}: next in {ahead} s", row.path);
    }

    /// The requests that began a poll: a chain of redirects is one poll.
    fn polls(&self) -> Vec<Hit> {
        let mut hits = self.publisher.hits(self.row.path);
        hits.dedup_by_key(|hit| hit.at);
        hits
    }
}

/// Rows that may not grow while a publisher says nothing new. A feed that has new ids at every poll is remembered by
/// some of them, up to a limit.
fn grown(sizes: &Sizes) -> Vec<(&str, u64)> {
    let known: u64 = sizes.rows["entries"] * u64::try_from(wireroom_store::entries::MAX_OLD_KEYS).unwrap();
    assert!(sizes.rows["entry_keys"] <= known, "{sizes:?}");
    sizes
        .rows
        .iter()
        .filter(|(table, _)| *table != "entry_keys")
        .map(|(t, rows)| (t.as_str(), *rows))
        .collect()
}

/// Where the fault of a path is found: most are paths of the publisher.
async fn address(publisher: &Publisher, path: &str) -> String {
    match path {
        "refused" => format!("http://127.0.0.1:{}/feed", publisher::closed_port().await),
        "bad-tls" => format!("https://127.0.0.1:{}/feed", publisher::bad_tls().await),
        "no-name" => "http://nowhere.example/feed".into(),
        "inward-name" => "http://inward.example/feed".into(),
        path => publisher.url(path),
    }
}

fn stated(entry: &Entry) -> String {
    entry.published.known().map(|when| when.to_string()).unwrap_or_default()
}

/// A row, a test: the name says what it holds. Rows that hold more than every row does come after.
macro_rules! rows {
    (beside [$($single:literal)*] $($name:ident: $path:literal;)*) => {
        $(#[tokio::test(flavor = "multi_thread")]
        async fn $name() {
            Stay::over($path).await;
        })*

        #[test]
        fn every_row_has_a_test_and_every_test_a_row() {
            let mut tested = vec![$($path,)* $($single,)*];
            let mut rows: Vec<&str> = table::ROWS.iter().map(|row| row.path).collect();
            tested.sort_unstable();
            rows.sort_unstable();
            assert_eq!(tested, rows);
        }
    };
}

rows! {
    beside ["etag" "etag-weak-bad" "links-change" "edited" "old" "future" "baddate" "huge-article" "many-items"
        "robots-page" "html" "xxe" "xss" "infinite" "slow-body" "chain/3" "moved" "temp" "gone" "flaky"]
    a_sound_feed_is_stored: "ok";
    robots_are_for_pages_and_a_feed_that_somebody_added_is_read: "blocked";
    a_text_that_is_no_feed_is_told_as_such: "robots.txt";
    new_ids_for_old_entries_bring_nothing: "guids-change";
    one_id_for_all_entries_is_no_id: "dup-guid";
    entries_without_an_id_are_known_by_their_link: "no-guid";
    a_web_page_that_says_it_is_a_feed_is_told_as_a_page: "html-as-rss";
    an_empty_answer_backs_off: "empty";
    what_came_before_a_break_is_kept: "truncated";
    a_charset_that_lies_is_found_out: "charset-lie";
    entities_that_grow_are_cut_off: "laughs";
    a_gzip_bomb_ends_at_the_limit: "gzip-bomb";
    a_deflate_bomb_ends_at_the_limit: "deflate-bomb";
    a_brotli_bomb_ends_at_the_limit: "brotli-bomb";
    a_zstd_bomb_ends_at_the_limit: "zstd-bomb";
    a_bomb_in_a_bomb_ends_at_the_limit: "gzip-gzip";
    three_layers_of_packing_are_one_too_many: "gzip-thrice";
    packing_that_breaks_off_gives_what_it_held: "bad-gzip";
    a_head_that_never_ends_is_waited_for_no_longer: "slow-header";
    a_body_that_drips_before_its_first_entry_backs_off: "slow-start";
    a_body_that_never_begins_is_waited_for_no_longer: "silent-body";
    silence_is_waited_for_no_longer: "hang";
    two_addresses_that_send_each_other_round_are_told: "loop";
    the_second_of_two_is_as_round_as_the_first: "loop2";
    an_address_that_sends_to_itself_is_told: "selfloop";
    twenty_hops_are_too_many: "chain/20";
    a_redirect_to_the_metadata_of_a_cloud_is_refused: "to-private";
    a_redirect_to_a_file_is_refused: "to-file";
    a_feed_that_wants_a_login_says_what_to_set: "401";
    a_feed_that_lets_nobody_in_says_what_to_look_at: "403";
    a_feed_that_is_not_there_backs_off: "404";
    a_server_with_a_fault_backs_off: "500";
    nobody_asks_within_a_wait_given_in_seconds: "429";
    nobody_asks_within_a_wait_given_as_a_date: "429-date";
    a_wait_of_three_thousand_years_is_a_day: "503-huge";
    headers_without_end_are_refused: "many-headers";
    a_port_that_nobody_listens_at_backs_off: "refused";
    a_connection_reset_at_once_backs_off: "reset-accept";
    a_connection_reset_in_the_head_backs_off: "reset-head";
    a_connection_reset_in_the_body_gives_what_came: "reset-body";
    a_certificate_that_nobody_signed_is_refused: "bad-tls";
    a_name_that_nobody_knows_backs_off: "no-name";
    a_name_that_leads_inward_is_refused: "inward-name";
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_that_did_not_change_is_asked_conditionally_and_nothing_is_written() {
    let stay = Stay::lasting("etag", SETTLED, 0).await;
    let before = (stay.stored().await, stay.home.everything().await, stay.home.sizes().await);
    let asked = stay.publisher.hits("etag").len();
    stay.home.live(NOON + 3 * DAY, 10).await;
    let hits = stay.publisher.hits("etag");
    assert!(hits.len() > asked && hits[1..].iter().all(|hit| hit.conditional), "{hits:?}");
    let after = (stay.stored().await, stay.home.everything().await, stay.home.sizes().await);
    assert_eq!((before.1, before.2), (after.1, after.2));
    let quiet = |feed: Feed| Feed { health: Default::default(), rhythm_seconds: None, ..feed };
    assert_eq!(quiet(before.0), quiet(after.0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_validator_that_never_matches_makes_no_feed_faster() {
    let (bad, sound) = (Stay::over("etag-weak-bad").await, Stay::over("ok").await);
    assert!(bad.polls().len() <= sound.polls().len(), "{} and {}", bad.polls().len(), sound.polls().len());
    assert!(bad.polls()[1..].iter().all(|hit| hit.conditional));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_whose_query_counts_is_the_same_link() {
    let stay = Stay::over("links-change").await;
    assert_eq!(stay.stored().await.articles, u64::from(publisher::ENTRIES));
    assert_eq!(stay.publisher.hits("a/3").len(), 1, "the page is fetched once");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edited_entry_stays_one_item_and_its_article_gets_versions() {
    let stay = Stay::over("edited").await;
    let counts = stay.home.store.counts().await.unwrap();
    let told = u64::try_from(stay.polls().len()).unwrap();
    assert_eq!((counts.entries, counts.articles, counts.stories), (1, 1, 1));
    assert_eq!(counts.versions, told, "a version for each telling");
    let lines = stay.home.store.latest_articles(Viewer::House, None, 9).await.unwrap();
    assert_eq!(lines[0].title, format!("Ferry aground, telling {told}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_date_is_kept_as_stated_and_sorts_as_old() {
    let stay = Stay::over("old").await;
    let entries = stay.home.store.entries_of(stay.feed, 99).await.unwrap();
    assert!(entries.iter().all(|entry| stated(entry).starts_with("2007-01-01")), "{entries:?}");
    let front = stay.home.store.front(Viewer::House, Order::Latest, 9, 0).await.unwrap();
    assert!(front.iter().all(|card| card.ranked_at < NOON - 5_000 * DAY), "{front:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_date_in_the_future_is_kept_as_stated_and_pins_nothing_to_the_front() {
    let stay = Stay::over("future").await;
    let entries = stay.home.store.entries_of(stay.feed, 99).await.unwrap();
    assert!(entries.iter().any(|entry| stated(entry).starts_with("2100-01-01")), "{entries:?}");
    let ok = stay.home.add(&stay.publisher.url("ok")).await;
    stay.home.clock.set(NOON + 4 * DAY);
    stay.home.work().await;
    assert_eq!(stay.home.feed(ok).await.articles, u64::from(publisher::ENTRIES));
    let front = stay.home.store.front(Viewer::House, Order::Latest, 99, 0).await.unwrap();
    assert!(front.iter().all(|card| card.ranked_at <= NOON), "nothing is newer than its arrival: {front:?}");
    // Its rhythm is that of what has been said, not of what is dated a lifetime ahead.
    assert!(stay.polls().len() > 4, "{:?}", stay.polls());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_date_that_nobody_can_read_is_unknown_and_never_now() {
    let stay = Stay::over("baddate").await;
    let entries = stay.home.store.entries_of(stay.feed, 99).await.unwrap();
    assert!(entries.iter().all(|entry| !entry.published.is_known()), "{entries:?}");
    for article in stay.home.store.latest_articles(Viewer::House, None, 9).await.unwrap() {
        assert!(!article.published.is_known(), "{article:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_of_many_megabytes_is_cut_and_says_so() {
    let stay = Stay::lasting("huge-article", 2, 1).await;
    let article = stay.home.store.latest_articles(Viewer::House, None, 9).await.unwrap()[0].id;
    let text = stay.home.store.current_version(article, Viewer::House).await.unwrap().unwrap().extracted.body;
    assert!(text.len() <= wireroom_text::markup::MAX_BYTES, "{}", text.len());
    assert!(text.starts_with("high water") && text.len() > 1 << 20, "{}", text.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn of_too_many_entries_the_newest_are_kept() {
    let stay = Stay::lasting("many-items", 2, 1).await;
    let entries = stay.home.store.entries_of(stay.feed, u32::MAX).await.unwrap();
    let oldest = entries.iter().filter_map(|entry| entry.published.sort_key()).min().unwrap();
    assert!(oldest >= NOON - 2_000 * 7_200, "an older one was kept in place of a newer one");
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_that_robots_keep_out_are_not_fetched_and_the_feed_stands_in() {
    let stay = Stay::over("robots-page").await;
    assert!(
        (0..publisher::ENTRIES).all(|number| stay.publisher.hits(&format!("blocked/{number}")).is_empty())
    );
    let entries = stay.home.store.entries_of(stay.feed, 99).await.unwrap();
    for entry in &entries {
        assert!(entry.reason.as_deref().is_some_and(|reason| reason.contains("robots")), "{entry:?}");
    }
    assert_eq!(stay.stored().await.articles, u64::from(publisher::ENTRIES));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_leads_to_the_feed_that_it_states() {
    let stay = Stay::over("html").await;
    assert_eq!(stay.stored().await.address, stay.publisher.url("ok"));
    assert_eq!(stay.publisher.hits("html").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entity_that_points_at_a_file_stays_unread() {
    let stay = Stay::over("xxe").await;
    let title = stay.stored().await.title.unwrap_or_default();
    assert!(title.starts_with("Tides") && !title.contains("root:"), "{title}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_active_in_an_entry_is_gone_before_it_is_stored() {
    let stay = Stay::over("xss").await;
    let entry = stay.home.store.entries_of(stay.feed, 9).await.unwrap().remove(0);
    assert_eq!(entry.link, None);
    let told = format!("{} {:?} {:?}", entry.title, entry.summary, entry.content);
    assert!(told.contains("Pier") && told.contains("the pier"), "{told}");
    for active in ["onerror", "onbegin", "javascript:", "<svg", "<animate"] {
        assert!(!told.contains(active), "{active} in {told}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_without_end_is_read_up_to_the_limit_of_bytes() {
    let stay = Stay::lasting("infinite", SETTLED, 6).await;
    // Whole entries only, and all of them.
    assert_eq!(stay.row.entries, u64::try_from(FEED_BYTES / (publisher::ENDLESS_ENTRY + 70)).unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_drips_gives_what_came_in_time() {
    // Few rounds: each of them waits in real time.
    Stay::lasting("slow-body", 2, 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_move_for_good_is_believed_the_third_time() {
    for (path, to) in [("moved", "ok"), ("chain/3", "chain/0")] {
        let stay = Stay::over(path).await;
        assert_eq!(stay.stored().await.address, stay.publisher.url(to));
        assert_eq!(stay.polls().len(), 3, "{:?}", stay.polls());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_move_for_the_moment_is_never_believed() {
    let stay = Stay::over("temp").await;
    assert_eq!(stay.stored().await.address, stay.publisher.url("temp"));
    assert!(stay.polls().len() > 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_that_is_gone_is_asked_no_more_until_somebody_resumes_it() {
    let stay = Stay::over("gone").await;
    let mut tx = stay.home.store.begin().await.unwrap();
    tx.set_feed_state(stay.feed, FeedState::Active, stay.home.clock.now().unix()).await.unwrap();
    tx.commit().await.unwrap();
    stay.home.work().await;
    assert_eq!(stay.publisher.hits("gone").len(), 2);
    assert!(stay.home.is_gone(stay.feed).await, "it is still gone");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_that_fails_now_and_then_is_well_when_it_is_read() {
    let stay = Stay::lasting("flaky", 2, 0).await;
    let health = stay.stored().await.health;
    assert_eq!((health.failures, health.reason), (0, None));
    assert_eq!(stay.polls().len(), 2);
    assert_eq!(stay.row.outcome, Outcome::Stored);
}
