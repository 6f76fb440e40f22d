//! A feed's health in the page's words: its verdict, its rhythm, and how many of its articles have their whole text.

use crate::picture::Glyph;
use crate::stamp;
use crate::whys;
use crate::wording;
use wireroom_model::When;
use wireroom_store::feeds::Feed;
use wireroom_store::health::{self, Habit, Standing, Verdict};

const DAY: i64 = 86_400;

/// A feed with all that the page says of its health.
#[derive(Debug)]
pub struct Checked {
    pub feed: Feed,
    pub habit: Option<Habit>,
    pub verdict: Verdict,
}

impl Checked {
    /// Judges one feed.
    pub fn new(feed: Feed, habit: Option<Habit>, now: i64) -> Self {
        let verdict = health::judge(&Standing::from(&feed), habit.as_ref(), now);
        Self { feed, habit, verdict }
    }

    /// Word, class and glyph.
    pub fn badge(&self) -> (String, &'static str, Glyph) {
        match self.verdict {
            Verdict::Failing { .. } => (say!("feeds-word-failing"), "v-bad", Glyph::Failing),
            Verdict::Gone => (say!("feeds-word-gone"), "v-bad", Glyph::Moved),
            Verdict::Silent { .. } => (say!("feeds-word-silent"), "v-changed", Glyph::Unclear),
            Verdict::Waiting if self.feed.health.failures > 1 => {
                (say!("feeds-word-twice"), "v-changed", Glyph::Changed)
            }
            Verdict::Waiting => (say!("feeds-word-once"), "v-changed", Glyph::Changed),
            Verdict::NeverRead => (say!("feeds-word-waiting"), "v-scope", Glyph::Waiting),
            Verdict::Paused => (say!("feeds-word-resting"), "v-scope", Glyph::Resting),
            Verdict::Fine => (say!("feeds-word-well"), "v-ok", Glyph::Well),
        }
    }

    /// What happened, in a sentence or two; empty where all is well.
    pub fn told(&self, now: When) -> String {
        let health = &self.feed.health;
        let reason = health::sentence(&health.reason.as_ref().map(whys::said).unwrap_or_default());
        let said = match self.verdict {
            Verdict::Failing { since, failures } => match health.last_success_at {
                Some(_) => {
                    let ago = stamp::ago(since, now);
                    say!("feeds-told-failing", n = failures, ago = ago.words())
                }
                None => say!("feeds-told-never", n = failures),
            },
            Verdict::Gone => say!("feeds-told-gone"),
            Verdict::Silent { since, usual_days } => {
                let span = say!("span-days", n = (now.unix() - since) / DAY);
                let said = match usual_days {
                    ..=1 => say!("feeds-told-silent-daily", span = span),
                    days => say!("feeds-told-silent", n = days, span = span),
                };
                return said;
            }
            Verdict::Waiting => say!("feeds-told-waiting"),
            Verdict::NeverRead => return say!("feeds-told-unread"),
            Verdict::Paused => return say!("feeds-told-paused"),
            // Without a failure the reason is what the last answer left out.
            Verdict::Fine => return reason,
        };
        if reason.is_empty() { said } else { say!("feeds-told-because", reason = reason, said = said) }
    }

    /// "Speaks about 12 times a day.", where its rhythm is known.
    pub fn rhythm(&self) -> Option<String> {
        let habit = self.habit.filter(|habit| habit.days >= health::LEAST_DAYS)?;
        let (usual, days) = (habit.usual_days?, u64::from(habit.days));
        Some(match (usual, (habit.entries + days / 2) / days) {
            (..=1, times) => say!("feeds-speaks-day", n = times.max(1)),
            (6..=8, _) => say!("feeds-speaks-week"),
            (28..=32, _) => say!("feeds-speaks-month"),
            (days, _) => say!("feeds-speaks-days", n = days),
        })
    }

    /// "9 of the last 12 texts whole; 2 only the feed’s words, 1 empty.", where there is any.
    pub fn texts(&self) -> Option<String> {
        let texts = self.habit?.texts;
        let all = texts.all();
        if all == 0 {
            return None;
        }
        let whole = texts.from_pages + texts.from_feed;
        let mut lacks = Vec::new();
        if texts.stumps > 0 {
            lacks.push(say!("feeds-stumps", n = texts.stumps));
        }
        if texts.empty > 0 {
            lacks.push(say!("feeds-empty", n = texts.empty));
        }
        if lacks.is_empty() {
            return Some(say!("feeds-texts-all", n = all));
        }
        let (all, lacks) = (say!("feeds-texts", n = all), wording::joined(lacks));
        Some(say!("feeds-texts-some", whole = whole, all = all, lacks = lacks))
    }
}

#[cfg(test)]
mod tests {
    use super::super::view::tests::feed;
    use super::*;
    use wireroom_store::feeds::FeedState;
    use wireroom_store::health::Texts;

    fn checked(habit: Habit) -> Checked {
        Checked::new(feed(1, FeedState::Active, 0), Some(habit), 1_000)
    }

    fn texts(from_pages: u64, from_feed: u64, stumps: u64, empty: u64) -> Option<String> {
        checked(Habit { texts: Texts { from_pages, from_feed, stumps, empty }, ..Habit::default() }).texts()
    }

    #[test]
    fn the_share_of_whole_texts_is_said_with_its_counts() {
        assert_eq!(texts(0, 0, 0, 0), None);
        assert_eq!(texts(1, 0, 0, 0).unwrap(), "Its one text is whole.");
        assert_eq!(texts(8, 4, 0, 0).unwrap(), "All of the last 12 texts whole.");
        let told = "9 of the last 12 texts whole; 2 only the feed’s words, 1 empty.";
        assert_eq!(texts(8, 1, 2, 1).unwrap(), told);
    }

    #[test]
    fn a_rhythm_is_told_only_where_it_is_known() {
        let rhythm = |days, entries, usual_days| {
            let habit = Habit { days, entries, usual_days: Some(usual_days), ..Habit::default() };
            checked(habit).rhythm()
        };
        assert_eq!(rhythm(3, 30, 1), None);
        assert_eq!(rhythm(10, 120, 1).unwrap(), "Speaks about 12 times a day.");
        assert_eq!(rhythm(10, 11, 1).unwrap(), "Speaks about once a day.");
        assert_eq!(rhythm(10, 10, 7).unwrap(), "Speaks about once a week.");
        assert_eq!(rhythm(10, 10, 12).unwrap(), "Speaks about every 12 days.");
    }
}
