//! How a feed fares: a pure judgement of what is stored, and the feed's habits that it needs. It reads no clock and no
//! row ([`crate::verdicts`] does). It refuses to call a feed silent whose rhythm it does not know.
//! Start at [`judge`]; docs/operations.md says the rule.

use crate::feeds::{self, Feed, FeedState};
use std::collections::BTreeMap;
use wireroom_model::FeedId;

/// Failures in a row from which a feed needs somebody; fewer pass by themselves.
pub const FAILING_FROM: u64 = 3;

/// Days on which a feed must have spoken before its silence says anything.
pub const LEAST_DAYS: u32 = 4;

/// No feed is called silent sooner than after so many seconds.
pub const SILENCE_FLOOR: i64 = 3 * DAY;

/// Speaking days that tell a habit, the latest.
const HABIT_DAYS: usize = 30;

const DAY: i64 = 86_400;

/// Where the texts of a feed's latest articles came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Texts {
    /// Read from the entry's page.
    pub from_pages: u64,
    /// The feed carried the text, or the owner chose it so.
    pub from_feed: u64,
    /// The page could not be read, or stands behind a paywall: only the feed's own words are there.
    pub stumps: u64,
    /// No text at all.
    pub empty: u64,
}

impl Texts {
    /// All of them.
    pub const fn all(&self) -> u64 {
        self.from_pages + self.from_feed + self.stumps + self.empty
    }

    /// The share that has its whole text, 0 to 1; `None` where there is no article yet.
    pub fn whole(&self) -> Option<f64> {
        let all = self.all();
        (all > 0).then(|| (self.from_pages + self.from_feed) as f64 / all as f64)
    }
}

/// What a feed usually does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Habit {
    /// Days on which it spoke, of the latest thirty such days.
    pub days: u32,
    /// Entries of those days.
    pub entries: u64,
    /// The median distance of two speaking days, in days.
    pub usual_days: Option<i64>,
    /// The longest such distance.
    pub longest_days: Option<i64>,
    /// When its newest entry was published, or arrived where that is earlier or nothing was stated.
    pub last_spoke_at: Option<i64>,
    pub texts: Texts,
}

impl Habit {
    /// Reads the rhythm off the times (unix seconds) at which entries were said, in any order.
    pub fn of_times(times: &[i64]) -> Self {
        let mut counts: BTreeMap<i64, u64> = BTreeMap::new();
        for at in times {
            *counts.entry(at.div_euclid(DAY)).or_default() += 1;
        }
        let latest: Vec<(i64, u64)> = counts.into_iter().rev().take(HABIT_DAYS).collect();
        let mut gaps: Vec<i64> =
            latest.iter().zip(latest.iter().skip(1)).map(|(newer, older)| newer.0 - older.0).collect();
        gaps.sort_unstable();
        Self {
            days: u32::try_from(latest.len()).unwrap_or(u32::MAX),
            entries: latest.iter().map(|(_, count)| count).sum(),
            usual_days: gaps.get(gaps.len() / 2).copied(),
            longest_days: gaps.last().copied(),
            last_spoke_at: times.iter().max().copied(),
            texts: Texts::default(),
        }
    }

    /// Seconds of silence that are nothing unusual for this feed: three times its usual distance, twice its longest,
    /// three days at the least. `None` where it has not spoken on enough days.
    pub fn allows(&self) -> Option<i64> {
        let (usual, longest) = (self.usual_days?, self.longest_days?);
        (self.days >= LEAST_DAYS).then(|| (3 * usual * DAY).max(2 * longest * DAY).max(SILENCE_FLOOR))
    }
}

/// How a feed fares, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing came back several times in a row; `since` it was last read, or added.
    Failing {
        since: i64,
        failures: u64,
    },
    /// The publisher took it away for good.
    Gone,
    /// It is read well but says nothing: it used to speak every `usual_days`, and nothing came since `since`.
    Silent {
        since: i64,
        usual_days: i64,
    },
    /// The last poll failed; it is tried again by itself.
    Waiting,
    NeverRead,
    /// The owner stopped it.
    Paused,
    Fine,
}

impl Verdict {
    /// Every word of [`Verdict::as_str`], worst first.
    pub const WORDS: [&str; 7] = ["failing", "gone", "silent", "waiting", "never_read", "paused", "fine"];

    /// The store's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Failing { .. } => "failing",
            Self::Gone => "gone",
            Self::Silent { .. } => "silent",
            Self::Waiting => "waiting",
            Self::NeverRead => "never_read",
            Self::Paused => "paused",
            Self::Fine => "fine",
        }
    }

    /// True where somebody has to look.
    pub const fn needs_somebody(self) -> bool {
        matches!(self, Self::Failing { .. } | Self::Gone | Self::Silent { .. })
    }
}

/// What a judgement needs of a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub feed: FeedId,
    /// The feed's title, or its address.
    pub name: String,
    pub state: FeedState,
    pub added_at: i64,
    pub health: feeds::Health,
}

impl From<&Feed> for Standing {
    fn from(feed: &Feed) -> Self {
        Self {
            feed: feed.id,
            name: feed.title.clone().unwrap_or_else(|| feed.address.clone()),
            state: feed.state,
            added_at: feed.added_at,
            health: feed.health.clone(),
        }
    }
}

/// How a feed fares at `now`.
pub fn judge(feed: &Standing, habit: Option<&Habit>, now: i64) -> Verdict {
    let health = &feed.health;
    match feed.state {
        FeedState::Gone => return Verdict::Gone,
        FeedState::Paused => return Verdict::Paused,
        FeedState::Active => {}
    }
    if health.failures >= FAILING_FROM {
        let since = health.last_success_at.unwrap_or(feed.added_at);
        return Verdict::Failing { since, failures: health.failures };
    }
    if health.failures > 0 {
        return Verdict::Waiting;
    }
    let Some(read_at) = health.last_success_at else { return Verdict::NeverRead };
    // Up to the last time it was read: a house that was off for a week must not call every feed silent.
    let heard = read_at.min(now);
    match habit.and_then(|habit| Some((habit.last_spoke_at?, habit.usual_days?, habit.allows()?))) {
        Some((spoke, usual_days, allowed)) if heard.saturating_sub(spoke) > allowed => {
            Verdict::Silent { since: spoke, usual_days }
        }
        _ => Verdict::Fine,
    }
}

/// A feed's verdict in one plain sentence or two, for the page, the health feed and `wireroom doctor`.
pub fn told(feed: &Standing, verdict: Verdict, now: i64) -> String {
    let reason = || sentence(&feed.health.reason.as_ref().map(ToString::to_string).unwrap_or_default());
    let text = match verdict {
        Verdict::Failing { since, failures } => {
            let last = match feed.health.last_success_at {
                Some(_) => format!("last read {} ago", span(now - since)),
                None => "it was never read".to_owned(),
            };
            format!("{} Failed {failures} times in a row; {last}.", reason())
        }
        Verdict::Gone => format!(
            "{} The publisher took it away for good: remove it, or look for the site’s new feed.",
            reason()
        ),
        Verdict::Silent { since, usual_days } => format!(
            "It used to speak {}; nothing for {}. The feed still answers: the publisher may have moved to another one.",
            every(usual_days),
            span(now - since)
        ),
        Verdict::Waiting => format!("{} It is tried again by itself.", reason()),
        Verdict::NeverRead => "Not read yet.".to_owned(),
        Verdict::Paused => "You paused it.".to_owned(),
        // Without a failure the reason is what the last answer left out.
        Verdict::Fine => reason(),
    };
    text.trim().to_owned()
}

/// "every day", "every 9 days".
fn every(days: i64) -> String {
    if days <= 1 { "every day".to_owned() } else { format!("every {days} days") }
}

/// A stretch of time in its largest fitting unit: "40 minutes", "5 hours", "12 days".
pub fn span(seconds: i64) -> String {
    let many = |count: i64, unit: &str| format!("{count} {unit}{}", if count == 1 { "" } else { "s" });
    match seconds.max(0) {
        seconds @ ..3_600 => many(seconds / 60, "minute"),
        seconds @ 3_600..172_800 => many(seconds / 3_600, "hour"),
        seconds => many(seconds / DAY, "day"),
    }
}

/// A reason as a sentence with its stop.
pub fn sentence(reason: &str) -> String {
    let reason = reason.trim();
    if reason.is_empty() || reason.ends_with(['.', '!', '?']) {
        reason.to_owned()
    } else {
        format!("{reason}.")
    }
}

#[cfg(test)]
mod tests;
