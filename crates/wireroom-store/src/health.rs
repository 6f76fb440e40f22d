//! How a feed fares: a pure judgement of what is stored, the feed's habits that it needs, and the record of changes.
//! It refuses to call a feed silent whose rhythm it does not know. Start at [`judge`]; docs/operations.md says the rule.

use crate::columns::Reader;
use crate::feeds::{self, Feed, FeedState};
use crate::{Result, Store, Tx, Viewer};
use sqlx::sqlite::SqliteRow;
use std::collections::BTreeMap;
use wireroom_model::{FeedId, UserId};

/// Failures in a row from which a feed needs somebody; fewer pass by themselves.
pub const FAILING_FROM: u64 = 3;

/// Days on which a feed must have spoken before its silence says anything.
pub const LEAST_DAYS: u32 = 4;

/// No feed is called silent sooner than after so many seconds.
pub const SILENCE_FLOOR: i64 = 3 * DAY;

/// Entries whose times tell a habit, the latest.
const HABIT_ENTRIES: u32 = 400;

/// Speaking days that tell a habit, the latest.
const HABIT_DAYS: usize = 30;

/// Articles whose texts tell where texts come from, the latest.
const HABIT_ARTICLES: u32 = 200;

/// Articles of an entry come minutes after it: so long after it the habit is read again (seconds).
const SETTLING: i64 = 3_600;

/// A habit that nothing asked for is read again after this (seconds): a reprocess may have changed it.
const STALE: i64 = DAY;

/// Changes of verdict that are kept of one feed.
const KEPT_CHANGES: u32 = 20;

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
    if health.last_success_at.is_none() {
        return Verdict::NeverRead;
    }
    match habit.and_then(|habit| Some((habit.last_spoke_at?, habit.usual_days?, habit.allows()?))) {
        Some((spoke, usual_days, allowed)) if now.saturating_sub(spoke) > allowed => {
            Verdict::Silent { since: spoke, usual_days }
        }
        _ => Verdict::Fine,
    }
}

/// A feed's verdict in one plain sentence or two, for the page, the health feed and `wireroom doctor`.
pub fn told(feed: &Standing, verdict: Verdict, now: i64) -> String {
    let reason = || sentence(feed.health.reason.as_deref().unwrap_or(""));
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

/// One change of a feed's verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Never given twice.
    pub id: i64,
    pub feed: FeedId,
    pub name: String,
    /// The new verdict's word.
    pub verdict: String,
    /// What was to be said of it then.
    pub told: String,
    pub at: i64,
}

/// A feed that needs somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Troubled {
    pub feed: FeedId,
    pub name: String,
    pub verdict: String,
}

fn habit(row: &SqliteRow) -> Result<(FeedId, Habit)> {
    let read = Reader::new(row, "feed_habits", "feed_id")?;
    let texts = Texts {
        from_pages: read.count("from_pages")?,
        from_feed: read.count("from_feed")?,
        stumps: read.count("stumps")?,
        empty: read.count("empty")?,
    };
    let habit = Habit {
        days: u32::try_from(read.count("days")?).unwrap_or(u32::MAX),
        entries: read.count("entries")?,
        usual_days: read.get("usual_days")?,
        longest_days: read.get("longest_days")?,
        last_spoke_at: read.get("last_spoke_at")?,
        texts,
    };
    Ok((read.id("feed_id")?, habit))
}

impl Store {
    /// Every feed as far as a judgement needs it, by number: without the counts of a whole [`Feed`].
    pub async fn standings(&self) -> Result<Vec<Standing>> {
        let rows = sqlx::query(
            "SELECT id, COALESCE(title, address) AS name, state, added_at, last_poll_at, last_success_at, \
             last_entry_at, next_poll_at, not_before, failures, reason FROM feeds ORDER BY id",
        )
        .fetch_all(&self.read)
        .await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "feeds", "id")?;
                Ok(Standing {
                    feed: read.id("id")?,
                    name: read.get("name")?,
                    state: read.word("state", FeedState::parse)?,
                    added_at: read.get("added_at")?,
                    health: feeds::health(&read)?,
                })
            })
            .collect()
    }

    /// Every feed with its verdict at `now`, by number.
    pub async fn verdicts(&self, now: i64) -> Result<Vec<(Standing, Verdict)>> {
        let habits = self.habits().await?;
        let standings = self.standings().await?.into_iter();
        Ok(standings
            .map(|feed| {
                let verdict = judge(&feed, habits.get(&feed.feed), now);
                (feed, verdict)
            })
            .collect())
    }

    /// Every feed's habit, as last read.
    pub async fn habits(&self) -> Result<BTreeMap<FeedId, Habit>> {
        let rows = sqlx::query("SELECT * FROM feed_habits ORDER BY feed_id").fetch_all(&self.read).await?;
        rows.iter().map(habit).collect()
    }

    /// Feeds whose habit is to be read again: those that spoke since, and those not looked at for a day.
    pub async fn habits_due(&self, now: i64, limit: u32) -> Result<Vec<FeedId>> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "SELECT f.id FROM feeds f LEFT JOIN feed_habits h ON h.feed_id = f.id \
             WHERE (h.feed_id IS NULL AND f.last_success_at IS NOT NULL) OR f.last_entry_at >= h.read_at - $2 \
             OR h.read_at < $1 - $3 ORDER BY COALESCE(h.read_at, 0), f.id LIMIT $4",
        )
        .bind(now)
        .bind(SETTLING)
        .bind(STALE)
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        Ok(ids.into_iter().filter_map(|id| FeedId::try_from(id).ok()).collect())
    }

    /// Reads a feed's habit off its latest entries and articles.
    pub async fn read_habit(&self, feed: FeedId) -> Result<Habit> {
        let times: Vec<i64> = sqlx::query_scalar(
            "SELECT CASE WHEN published < arrived_at THEN published ELSE arrived_at END \
             FROM entries WHERE feed_id = $1 ORDER BY arrived_at DESC LIMIT $2",
        )
        .bind(feed.as_i64())
        .bind(HABIT_ENTRIES)
        .fetch_all(&self.read)
        .await?;
        let counts: (Option<i64>, Option<i64>, Option<i64>, Option<i64>) = sqlx::query_as(
            "SELECT SUM(CASE WHEN kind = 'empty' THEN 1 ELSE 0 END), \
             SUM(CASE WHEN kind <> 'empty' AND (kind = 'paywall' OR (form = 'entry' AND reason IS NOT NULL)) \
             THEN 1 ELSE 0 END), \
             SUM(CASE WHEN kind NOT IN ('empty', 'paywall') AND form = 'entry' AND reason IS NULL \
             THEN 1 ELSE 0 END), COUNT(*) \
             FROM (SELECT v.kind, p.form, e.reason FROM article_feeds x JOIN articles a ON a.id = x.article_id \
             JOIN versions v ON v.id = a.version_id LEFT JOIN pages p ON p.id = v.page_id \
             LEFT JOIN entries e ON e.id = x.entry_id WHERE x.feed_id = $1 \
             ORDER BY x.article_id DESC LIMIT $2) AS latest",
        )
        .bind(feed.as_i64())
        .bind(HABIT_ARTICLES)
        .fetch_one(&self.read)
        .await?;
        let count = |found: Option<i64>| found.unwrap_or(0).unsigned_abs();
        let (empty, stumps, from_feed) = (count(counts.0), count(counts.1), count(counts.2));
        let from_pages = count(counts.3).saturating_sub(empty + stumps + from_feed);
        Ok(Habit { texts: Texts { from_pages, from_feed, stumps, empty }, ..Habit::of_times(&times) })
    }

    /// The verdict that was last recorded of each feed.
    pub async fn recorded_verdicts(&self) -> Result<BTreeMap<FeedId, String>> {
        let rows: Vec<(i64, String)> = sqlx::query_as(
            "SELECT v.feed_id, v.verdict FROM feed_verdicts v \
             WHERE v.id = (SELECT MAX(w.id) FROM feed_verdicts w WHERE w.feed_id = v.feed_id)",
        )
        .fetch_all(&self.read)
        .await?;
        Ok(rows.into_iter().filter_map(|(id, word)| Some((FeedId::try_from(id).ok()?, word))).collect())
    }

    /// The latest changes that the viewer may hear of, newest first.
    pub async fn verdict_changes(&self, viewer: Viewer, limit: u32) -> Result<Vec<Change>> {
        let rows = sqlx::query(
            "SELECT v.*, COALESCE(f.title, f.address) AS name FROM feed_verdicts v JOIN feeds f ON f.id = v.feed_id \
             WHERE NOT f.is_private OR $1 = -1 OR EXISTS (SELECT 1 FROM subscriptions s \
             WHERE s.feed_id = f.id AND s.user_id = $1) ORDER BY v.id DESC LIMIT $2",
        )
        .bind(viewer.code())
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "feed_verdicts", "id")?;
                Ok(Change {
                    id: read.get("id")?,
                    feed: read.id("feed_id")?,
                    name: read.get("name")?,
                    verdict: read.get("verdict")?,
                    told: read.get("told")?,
                    at: read.get("at")?,
                })
            })
            .collect()
    }

    /// The feeds that the viewer may see and that need somebody, as last recorded, the latest change first.
    pub async fn troubled_feeds(&self, viewer: Viewer) -> Result<Vec<Troubled>> {
        let rows = sqlx::query(
            "SELECT v.feed_id, v.verdict, COALESCE(f.title, f.address) AS name \
             FROM feed_verdicts v JOIN feeds f ON f.id = v.feed_id \
             WHERE v.id = (SELECT MAX(w.id) FROM feed_verdicts w WHERE w.feed_id = v.feed_id) \
             AND v.verdict IN ('failing', 'gone', 'silent') AND f.state <> 'paused' \
             AND (NOT f.is_private OR $1 = -1 OR EXISTS (SELECT 1 FROM subscriptions s \
             WHERE s.feed_id = f.id AND s.user_id = $1)) ORDER BY v.id DESC",
        )
        .bind(viewer.code())
        .fetch_all(&self.read)
        .await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "feed_verdicts", "feed_id")?;
                Ok(Troubled {
                    feed: read.id("feed_id")?,
                    name: read.get("name")?,
                    verdict: read.get("verdict")?,
                })
            })
            .collect()
    }

    /// Whose secret address this is, where it was made for this purpose.
    pub async fn reader_of_token(&self, token_hash: &str, purpose: &str) -> Result<Option<UserId>> {
        let id: Option<i64> =
            sqlx::query_scalar("SELECT user_id FROM reader_tokens WHERE token_hash = $1 AND purpose = $2")
                .bind(token_hash)
                .bind(purpose)
                .fetch_optional(&self.read)
                .await?;
        Ok(id.and_then(|id| UserId::try_from(id).ok()))
    }
}

impl Tx {
    /// Keeps a feed's habit.
    pub async fn save_habit(&mut self, feed: FeedId, habit: &Habit, now: i64) -> Result<()> {
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        sqlx::query(
            "INSERT INTO feed_habits (feed_id, days, entries, usual_days, longest_days, last_spoke_at, from_pages, \
             from_feed, stumps, empty, read_at) \
             SELECT id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 FROM feeds WHERE id = $1 \
             ON CONFLICT (feed_id) DO UPDATE SET days = excluded.days, entries = excluded.entries, \
             usual_days = excluded.usual_days, longest_days = excluded.longest_days, \
             last_spoke_at = excluded.last_spoke_at, from_pages = excluded.from_pages, \
             from_feed = excluded.from_feed, stumps = excluded.stumps, empty = excluded.empty, \
             read_at = excluded.read_at",
        )
        .bind(feed.as_i64())
        .bind(i64::from(habit.days))
        .bind(number(habit.entries))
        .bind(habit.usual_days)
        .bind(habit.longest_days)
        .bind(habit.last_spoke_at)
        .bind(number(habit.texts.from_pages))
        .bind(number(habit.texts.from_feed))
        .bind(number(habit.texts.stumps))
        .bind(number(habit.texts.empty))
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Records that a feed's verdict changed; the oldest changes of a feed that changes much are let go.
    pub async fn record_verdict(&mut self, feed: FeedId, verdict: &str, told: &str, now: i64) -> Result<()> {
        let id = self.next("verdicts").await?;
        sqlx::query(
            "INSERT INTO feed_verdicts (id, feed_id, verdict, told, at) \
             SELECT $2, id, $3, $4, $5 FROM feeds WHERE id = $1",
        )
        .bind(feed.as_i64())
        .bind(id)
        .bind(verdict)
        .bind(told)
        .bind(now)
        .execute(self.conn())
        .await?;
        sqlx::query(
            "DELETE FROM feed_verdicts WHERE feed_id = $1 AND id NOT IN \
             (SELECT id FROM feed_verdicts WHERE feed_id = $1 ORDER BY id DESC LIMIT $2)",
        )
        .bind(feed.as_i64())
        .bind(KEPT_CHANGES)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Gives a reader a secret address for a purpose, in place of the one before it.
    pub async fn set_reader_token(
        &mut self,
        user: UserId,
        purpose: &str,
        token_hash: &str,
        now: i64,
    ) -> Result<()> {
        sqlx::query("DELETE FROM reader_tokens WHERE user_id = $1 AND purpose = $2")
            .bind(user.as_i64())
            .bind(purpose)
            .execute(self.conn())
            .await?;
        sqlx::query(
            "INSERT INTO reader_tokens (token_hash, user_id, purpose, created_at) VALUES ($1, $2, $3, $4)",
        )
        .bind(token_hash)
        .bind(user.as_i64())
        .bind(purpose)
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
