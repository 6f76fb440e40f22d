//! The feeds page's view model: health in a shape, a word and a sentence.

use super::health::Checked;
use crate::picture::{self, Picture};
use crate::stamp::{self, Stamp};
use crate::wording;
use std::collections::BTreeMap;
use wireroom_model::{FeedId, When};
use wireroom_store::feeds::{Feed, FeedState};
use wireroom_store::health::{Habit, Verdict};

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
    pub word: String,
    pub class: &'static str,
    pub glyph: Picture,
    pub note: String,
    /// Its rhythm and its texts, where they are known.
    pub habit: String,
    /// When it is read again, while it is polled.
    pub next: Option<Stamp>,
    pub last: Option<Stamp>,
    pub articles: u64,
    pub paused: bool,
    pub is_private: bool,
}

impl Feeds {
    /// Sets the page.
    pub fn new(feeds: Vec<Feed>, habits: &BTreeMap<FeedId, Habit>, now: When) -> Self {
        let total = feeds.len() as u64;
        let judged = feeds.into_iter().map(|feed| {
            let habit = habits.get(&feed.id).copied();
            Checked::new(feed, habit, now.unix())
        });
        let (mut needy, rest): (Vec<Checked>, Vec<Checked>) =
            judged.partition(|checked| checked.verdict.needs_somebody());
        needy.sort_by_key(|checked| checked.verdict);
        let well = rest.iter().filter(|checked| checked.verdict == Verdict::Fine).count() as u64;
        let summary = match (total, needy.len()) {
            (0, _) => say!("feeds-none"),
            (_, 0) if well == total => say!("feeds-all-well", feeds = say!("count-feeds", n = total)),
            (_, needy) => {
                say!("feeds-some-well", n = needy, feeds = say!("count-feeds", n = total), well = well)
            }
        };
        let needy_line = say!("feeds-needy", n = needy.len());
        let set = |feeds: Vec<Checked>| feeds.into_iter().map(|checked| row(checked, now)).collect();
        Self { summary, needy: set(needy), needy_line, rest: set(rest) }
    }
}

fn row(checked: Checked, now: When) -> Row {
    let (word, class, glyph) = checked.badge();
    let told = checked.told(now);
    let (habit, texts) = (checked.rhythm(), checked.texts());
    let Checked { feed, verdict, .. } = checked;
    let note = match verdict {
        Verdict::Fine if told.is_empty() => feed.interval_seconds.map(every).unwrap_or_default(),
        _ => told,
    };
    Row {
        id: feed.id.get(),
        name: feed.title.clone().unwrap_or_else(|| wording::host(&feed.address)),
        site: feed.link.as_deref().and_then(wording::followable),
        word,
        class,
        glyph: picture::glyph(glyph),
        note: match feed.note.as_ref().map(crate::whys::said) {
            Some(came) if note.is_empty() => came,
            Some(came) => format!("{}. {came}", note.trim().trim_end_matches('.')),
            None => note.trim().to_owned(),
        },
        habit: [habit, texts].into_iter().flatten().collect::<Vec<_>>().join(" "),
        next: (feed.state == FeedState::Active)
            .then(|| stamp::ago(feed.health.next_poll_at.max(now.unix() + 1), now)),
        last: feed.health.last_success_at.map(|at| stamp::ago(at, now)),
        articles: feed.articles,
        paused: feed.state != FeedState::Active,
        is_private: feed.is_private,
        address: feed.address,
    }
}

/// "Read every 15 minutes".
fn every(seconds: i64) -> String {
    match seconds / 60 {
        minutes @ ..=119 => say!("feeds-read-minutes", n = minutes.max(1)),
        minutes => say!("feeds-read-hours", n = minutes / 60),
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use wireroom_model::Lang;
    use wireroom_store::feeds::{Health, TextFrom};

    pub fn feed(id: u64, state: FeedState, failures: u64) -> Feed {
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
            validators_from: None,
            last_modified: None,
            interval_seconds: Some(900),
            is_folded: true,
            ttl_seconds: None,
            skip_hours: Vec::new(),
            skip_days: Vec::new(),
            rhythm_seconds: None,
            icon: None,
            note: None,
            health: Health {
                last_success_at: Some(10),
                failures,
                reason: (failures > 0).then(|| "it answers 404".into()),
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
        let feeds = Feeds::new(all, &BTreeMap::new(), When::from_unix(1_000).unwrap());
        assert_eq!(feeds.needy.iter().map(|row| row.id).collect::<Vec<_>>(), [2]);
        assert_eq!(
            feeds.needy.first().unwrap().note,
            "it answers 404. Failed 3 times in a row; last read 16 minutes ago."
        );
        assert_eq!(feeds.summary, "3 feeds, 0 well; one needs you.");
    }

    #[test]
    fn whatever_is_not_asked_can_be_resumed() {
        let states = [FeedState::Active, FeedState::Paused, FeedState::Gone];
        let all = states.iter().zip(1..).map(|(state, id)| feed(id, *state, 0)).collect();
        let feeds = Feeds::new(all, &BTreeMap::new(), When::from_unix(1_000).unwrap());
        let mut offered: Vec<(u64, bool)> =
            feeds.needy.iter().chain(&feeds.rest).map(|row| (row.id, row.paused)).collect();
        offered.sort_unstable();
        assert_eq!(offered, [(1, false), (2, true), (3, true)]);
    }

    #[test]
    fn a_silent_feed_needs_somebody_and_says_its_rhythm() {
        let habit = Habit::of_times(&(20..30).map(|day| -day * 86_400).collect::<Vec<_>>());
        let habits = BTreeMap::from([(FeedId::new(2).unwrap(), habit)]);
        let all = vec![feed(1, FeedState::Active, 0), feed(2, FeedState::Active, 0)];
        let feeds = Feeds::new(all, &habits, When::from_unix(1_000).unwrap());
        let row = feeds.needy.first().unwrap();
        assert_eq!((row.id, row.word.as_str(), feeds.needy_line.as_str()), (2, "Silent", "One needs you"));
        assert!(row.note.starts_with("It used to speak every day; nothing for 20 days."), "{}", row.note);
        assert_eq!(row.habit, "Speaks about once a day.");
    }

    #[test]
    fn a_feed_without_a_title_is_called_by_its_host() {
        let feeds = Feeds::new(
            vec![feed(1, FeedState::Active, 0)],
            &BTreeMap::new(),
            When::from_unix(1_000).unwrap(),
        );
        assert_eq!(feeds.rest.first().unwrap().name, "tern.example");
        assert_eq!(feeds.rest.first().unwrap().note, "Read every 15 minutes");
        assert_eq!(feeds.summary, "1 feed, all well.");
    }
}
