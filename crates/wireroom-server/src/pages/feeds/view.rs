//! The feeds page's view model: health in a shape, a word and a sentence.

use crate::picture::{self, Glyph, Picture};
use crate::stamp::{self, Stamp};
use crate::wording::{self, count, spelled};
use wireroom_model::When;
use wireroom_store::feeds::{Feed, FeedState};

/// Failures in a row from which a feed needs somebody; fewer pass by themselves.
const FAILING_FROM: u64 = 3;

/// All feeds, parted by whether they need somebody.
#[derive(Debug)]
pub struct Feeds {
    pub summary: String,
    pub needy: Vec<Row>,
    pub needy_line: String,
    pub rest: Vec<Row>,
}

/// One feed.
#[derive(Debug)]
pub struct Row {
    pub id: u64,
    pub name: String,
    pub address: String,
    pub site: Option<String>,
    pub word: &'static str,
    pub class: &'static str,
    pub glyph: Picture,
    pub note: String,
    /// When it is read again, while it is polled.
    pub next: Option<Stamp>,
    pub last: Option<Stamp>,
    pub articles: u64,
    pub paused: bool,
    pub is_private: bool,
}

/// How a feed fares, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fares {
    Failing,
    Gone,
    Shaky,
    Waiting,
    Resting,
    Well,
}

fn fares(feed: &Feed) -> Fares {
    match feed.state {
        FeedState::Gone => Fares::Gone,
        FeedState::Paused => Fares::Resting,
        FeedState::Active if feed.health.failures >= FAILING_FROM => Fares::Failing,
        FeedState::Active if feed.health.failures > 0 => Fares::Shaky,
        FeedState::Active if feed.health.last_success_at.is_none() => Fares::Waiting,
        FeedState::Active => Fares::Well,
    }
}

impl Feeds {
    /// Sets the page.
    pub fn new(feeds: Vec<Feed>, now: When) -> Self {
        let total = feeds.len() as u64;
        let well = feeds.iter().filter(|feed| fares(feed) == Fares::Well).count() as u64;
        let (mut needy, rest): (Vec<Feed>, Vec<Feed>) =
            feeds.into_iter().partition(|feed| fares(feed) <= Fares::Gone);
        needy.sort_by_key(fares);
        let summary = match (total, needy.len()) {
            (0, _) => {
                "No feed yet. Add one by its address, or bring an OPML file from another reader.".to_owned()
            }
            (_, 0) if well == total => format!("{}, all well.", spelled(total, "feed", "feeds")),
            (_, 0) => format!("{}, {well} well; none needs you.", spelled(total, "feed", "feeds")),
            (_, 1) => format!("{}, {well} well; one needs you.", spelled(total, "feed", "feeds")),
            (_, needy) => format!("{}, {well} well; {needy} need you.", spelled(total, "feed", "feeds")),
        };
        let needy_line = match needy.len() as u64 {
            1 => "One needs you".to_owned(),
            many => format!("{} need you", spelled(many, "feed", "feeds")),
        };
        let set = |feeds: Vec<Feed>| feeds.into_iter().map(|feed| row(feed, now)).collect();
        Self { summary, needy: set(needy), needy_line, rest: set(rest) }
    }
}

fn row(feed: Feed, now: When) -> Row {
    let fares = fares(&feed);
    let (word, class, glyph) = match fares {
        Fares::Failing => ("Failing", "v-bad", Glyph::Failing),
        Fares::Gone => ("Gone", "v-bad", Glyph::Moved),
        Fares::Shaky => ("Failed once", "v-changed", Glyph::Changed),
        Fares::Waiting => ("Waiting", "v-scope", Glyph::Waiting),
        Fares::Resting => ("Resting", "v-scope", Glyph::Resting),
        Fares::Well => ("Well", "v-ok", Glyph::Well),
    };
    let reason = feed.health.reason.clone().unwrap_or_default();
    let note = match fares {
        Fares::Failing => {
            format!("{} Failed {} in a row.", sentence(&reason), count(feed.health.failures, "time", "times"))
        }
        Fares::Gone => {
            "The publisher took it away for good. Remove it, or look for the site’s new feed.".to_owned()
        }
        Fares::Shaky => format!("{} It is tried again by itself.", sentence(&reason)),
        Fares::Waiting => "Not read yet.".to_owned(),
        Fares::Resting => "You paused it.".to_owned(),
        Fares::Well => feed.interval_seconds.map(every).unwrap_or_default(),
    };
    Row {
        id: feed.id.get(),
        name: feed.title.clone().unwrap_or_else(|| wording::host(&feed.address)),
        site: feed.link.as_deref().and_then(wording::followable),
        word,
        class,
        glyph: picture::glyph(glyph),
        note: match &feed.note {
            Some(came) if note.is_empty() => came.clone(),
            Some(came) => format!("{}. {came}", note.trim().trim_end_matches('.')),
            None => note.trim().to_owned(),
        },
        next: (feed.state == FeedState::Active)
            .then(|| stamp::ago(feed.health.next_poll_at.max(now.unix() + 1), now)),
        last: feed.health.last_success_at.map(|at| stamp::ago(at, now)),
        articles: feed.articles,
        paused: feed.state == FeedState::Paused,
        is_private: feed.is_private,
        address: feed.address,
    }
}

/// "Read every 15 minutes".
fn every(seconds: i64) -> String {
    match seconds / 60 {
        ..=1 => "Read every minute".to_owned(),
        minutes @ ..=119 => format!("Read every {minutes} minutes"),
        minutes => format!("Read every {} hours", minutes / 60),
    }
}

/// A reason as a sentence with its stop.
fn sentence(reason: &str) -> String {
    let reason = reason.trim();
    if reason.is_empty() || reason.ends_with(['.', '!', '?']) {
        reason.to_owned()
    } else {
        format!("{reason}.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wireroom_model::{FeedId, Lang};
    use wireroom_store::feeds::{Health, TextFrom};

    fn feed(id: u64, state: FeedState, failures: u64) -> Feed {
        Feed {
            id: FeedId::new(id).unwrap(),
            address: "https://tern.example/feed.xml".to_owned(),
            title: None,
            description: None,
            link: None,
            lang: Lang::EN,
            format: None,
            is_private: false,
            text_from: TextFrom::Auto,
            state,
            added_at: 0,
            etag: None,
            last_modified: None,
            interval_seconds: Some(900),
            note: None,
            health: Health {
                last_success_at: Some(10),
                failures,
                reason: Some("it answers 404".to_owned()),
                ..Health::default()
            },
            entries: 0,
            articles: 0,
        }
    }

    #[test]
    fn a_feed_needs_somebody_only_after_three_failures() {
        let all =
            vec![feed(1, FeedState::Active, 2), feed(2, FeedState::Active, 3), feed(3, FeedState::Paused, 9)];
        let feeds = Feeds::new(all, When::from_unix(1_000).unwrap());
        assert_eq!(feeds.needy.iter().map(|row| row.id).collect::<Vec<_>>(), [2]);
        assert_eq!(feeds.needy.first().unwrap().note, "it answers 404. Failed 3 times in a row.");
        assert_eq!(feeds.summary, "Three feeds, 0 well; one needs you.");
    }

    #[test]
    fn a_feed_without_a_title_is_called_by_its_host() {
        let feeds = Feeds::new(vec![feed(1, FeedState::Active, 0)], When::from_unix(1_000).unwrap());
        assert_eq!(feeds.rest.first().unwrap().name, "tern.example");
        assert_eq!(feeds.rest.first().unwrap().note, "Read every 15 minutes");
        assert_eq!(feeds.summary, "One feed, all well.");
    }
}
