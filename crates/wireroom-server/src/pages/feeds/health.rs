//! A feed's health in the page's words: its verdict, its rhythm, and how many of its articles have their whole text.

use crate::picture::Glyph;
use crate::wording::count;
use wireroom_store::feeds::Feed;
use wireroom_store::health::{self, Habit, Standing, Verdict};

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
    pub const fn badge(&self) -> (&'static str, &'static str, Glyph) {
        match self.verdict {
            Verdict::Failing { .. } => ("Failing", "v-bad", Glyph::Failing),
            Verdict::Gone => ("Gone", "v-bad", Glyph::Moved),
            Verdict::Silent { .. } => ("Silent", "v-changed", Glyph::Unclear),
            Verdict::Waiting if self.feed.health.failures > 1 => {
                ("Failed twice", "v-changed", Glyph::Changed)
            }
            Verdict::Waiting => ("Failed once", "v-changed", Glyph::Changed),
            Verdict::NeverRead => ("Waiting", "v-scope", Glyph::Waiting),
            Verdict::Paused => ("Resting", "v-scope", Glyph::Resting),
            Verdict::Fine => ("Well", "v-ok", Glyph::Well),
        }
    }

    /// What happened, in a sentence or two; empty where all is well.
    pub fn told(&self, now: i64) -> String {
        health::told(&Standing::from(&self.feed), self.verdict, now)
    }

    /// "Speaks about 12 times a day", where its rhythm is known.
    pub fn rhythm(&self) -> Option<String> {
        let habit = self.habit.filter(|habit| habit.days >= health::LEAST_DAYS)?;
        let (usual, days) = (habit.usual_days?, u64::from(habit.days));
        Some(match (usual, (habit.entries + days / 2) / days) {
            (..=1, ..=1) => "Speaks about once a day".to_owned(),
            (..=1, 2) => "Speaks about twice a day".to_owned(),
            (..=1, many) => format!("Speaks about {many} times a day"),
            (6..=8, _) => "Speaks about once a week".to_owned(),
            (28..=32, _) => "Speaks about once a month".to_owned(),
            (days, _) => format!("Speaks about every {days} days"),
        })
    }

    /// "9 of the last 12 texts whole; 2 only the feed’s words, 1 empty", where there is any.
    pub fn texts(&self) -> Option<String> {
        let texts = self.habit?.texts;
        let all = texts.all();
        if all == 0 {
            return None;
        }
        let whole = texts.from_pages + texts.from_feed;
        let mut lacks = Vec::new();
        if texts.stumps > 0 {
            lacks.push(format!("{} only the feed’s words", texts.stumps));
        }
        if texts.empty > 0 {
            lacks.push(format!("{} empty", texts.empty));
        }
        if lacks.is_empty() {
            return Some(match all {
                1 => "Its one text is whole".to_owned(),
                _ => format!("All of the last {} whole", count(all, "text", "texts")),
            });
        }
        Some(format!("{whole} of the last {} whole; {}", count(all, "text", "texts"), lacks.join(", ")))
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
        assert_eq!(texts(1, 0, 0, 0).unwrap(), "Its one text is whole");
        assert_eq!(texts(8, 4, 0, 0).unwrap(), "All of the last 12 texts whole");
        let told = "9 of the last 12 texts whole; 2 only the feed’s words, 1 empty";
        assert_eq!(texts(8, 1, 2, 1).unwrap(), told);
    }

    #[test]
    fn a_rhythm_is_told_only_where_it_is_known() {
        let rhythm = |days, entries, usual_days| {
            let habit = Habit { days, entries, usual_days: Some(usual_days), ..Habit::default() };
            checked(habit).rhythm()
        };
        assert_eq!(rhythm(3, 30, 1), None);
        assert_eq!(rhythm(10, 120, 1).unwrap(), "Speaks about 12 times a day");
        assert_eq!(rhythm(10, 11, 1).unwrap(), "Speaks about once a day");
        assert_eq!(rhythm(10, 10, 7).unwrap(), "Speaks about once a week");
        assert_eq!(rhythm(10, 10, 12).unwrap(), "Speaks about every 12 days");
    }
}
