//! When a feed is polled next: pure functions of how it went. They read no clock; every `now` is an argument.
//! Every interval lies between the shortest and [`LONGEST`]; a publisher's wish is heard inside those bounds, and
//! never so far that entries would be lost. Start at [`next_poll_at`]; [`rhythm`] reads a feed's pace.

/// Never sooner than this after the last poll, in seconds.
pub const SHORTEST: u64 = 5 * 60;
/// Never later than this, in seconds, unless whole days are closed ([`Skips`]).
pub const LONGEST: u64 = 24 * 60 * 60;
/// A feed that is read well and says little is still asked this often, in seconds: four questions a day burden nobody.
pub const QUIETEST: u64 = 6 * 60 * 60;
/// Where nothing is known of a feed, in seconds.
pub const USUAL: u64 = 30 * 60;
/// Longest wait that a publisher's Retry-After can impose, in seconds.
pub const LONGEST_RETRY_AFTER: u64 = 24 * 60 * 60;
/// How many of a feed's own gaps a wish for patience may last. The common publishing tools put ten entries into a
/// feed, so that half as many gaps lose none even where the pace doubles.
pub const PATIENCE: u64 = 5;

/// Doublings of one failure after another; more would pass [`LONGEST`] many times over.
const MAX_DOUBLINGS: u32 = 10;
/// Seconds after a closed hour by which feeds are spread, for each step of jitter: ten minutes in all.
const OPENING_STEP: i64 = 6;
const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;
const HOURS_A_WEEK: usize = 7 * 24;

/// What the last poll told, and what the owner wishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Polled {
    /// Polls that failed in a row, this one included; 0 after a success.
    pub failures: u32,
    /// What Retry-After asked, in seconds.
    pub retry_after: Option<u64>,
    /// How long the publisher says the answer stays fresh (ttl, Cache-Control), in seconds.
    pub fresh_for: Option<u64>,
    /// Mean seconds between this feed's entries, where known: see [`rhythm`].
    pub rhythm: Option<u64>,
    /// Seconds between two polls that the owner chose in place of the feed's own pace.
    pub wish: Option<u64>,
    /// True for the first poll that went well: feeds that were added together part here.
    pub first: bool,
}

/// Hours and days (UTC) in which a publisher asks not to be polled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Skips {
    /// One bit for each hour, 0 to 23.
    hours: u32,
    /// One bit for each day, Monday first.
    days: u8,
}

impl Skips {
    /// Hours 0 to 23 and days 1 (Monday) to 7; anything else says nothing. A week without an open hour is no wish
    /// that can be met, and closes nothing.
    pub fn of(hours: &[u8], days: &[u8]) -> Self {
        let bit32 = |bits: u32, &hour: &u8| bits | 1_u32.checked_shl(hour.into()).unwrap_or(0);
        let hours = hours.iter().filter(|hour| **hour < 24).fold(0, bit32);
        let days =
            days.iter().filter(|day| (1..=7).contains(*day)).fold(0, |bits, &day| bits | (1 << (day - 1)));
        if hours == (1 << 24) - 1 || days == (1 << 7) - 1 { Self::default() } else { Self { hours, days } }
    }

    /// True where `at` (unix seconds) lies in a closed hour or on a closed day.
    pub const fn closed(&self, at: i64) -> bool {
        let hour = at.rem_euclid(DAY) / HOUR;
        // The first of January 1970 was a Thursday.
        let day = (at.div_euclid(DAY) + 3).rem_euclid(7);
        (self.hours >> hour) & 1 == 1 || (self.days >> day) & 1 == 1
    }

    /// The first moment from `at` on that is open.
    pub fn opens_at(&self, at: i64) -> i64 {
        let next_hour = |at: &i64| Some((at.div_euclid(HOUR) + 1) * HOUR);
        let mut hours = std::iter::successors(Some(at), next_hour).take(HOURS_A_WEEK + 1);
        hours.find(|hour| !self.closed(*hour)).unwrap_or(at)
    }
}

/// Mean seconds between a feed's entries, the silence since the newest counted in: a feed that falls silent slows
/// down by itself. `times` are when its latest entries were said (unix seconds, any order); moments to come count as
/// now. Entries of one moment are one event, and one event alone tells a pace only by its age. `None` without any.
pub fn rhythm(times: &[i64], now: i64) -> Option<u64> {
    let mut events: Vec<i64> = times.iter().map(|at| (*at).min(now)).collect();
    events.sort_unstable();
    events.dedup();
    let oldest = *events.first()?;
    let count = u64::try_from(events.len()).unwrap_or(u64::MAX);
    let mean = now.abs_diff(oldest) / count;
    Some(if count == 1 { mean.max(2 * USUAL) } else { mean })
}

/// Seconds until the next poll. `shortest` is [`SHORTEST`] unless the owner chose otherwise (the demo does);
/// `jitter` is a number from 0 to 99 that spreads feeds apart.
pub fn next_poll(polled: Polled, shortest: u64, jitter: u32) -> u64 {
    let longest = LONGEST.max(shortest);
    let jitter = u64::from(jitter.min(99));
    let (base, spread) = if polled.failures > 0 {
        // Doubling: 2, 4, 8 .. times the shortest interval. Half of it as spread keeps one failure below the next,
        // and a host that fell over with all its feeds is not asked for all of them at once.
        let base = shortest.max(1).saturating_mul(2_u64.saturating_pow(polled.failures.min(MAX_DOUBLINGS)));
        (base, base / 2)
    } else {
        let base = interval(polled, shortest);
        (base, if polled.first { base } else { base / 10 })
    };
    let due = base.saturating_add(spread / 100 * jitter).clamp(shortest, longest);
    // Asked to wait, we never come early, whatever the other bounds say.
    due.max(polled.retry_after.unwrap_or(0).min(LONGEST_RETRY_AFTER))
}

/// The interval of a feed that is read well: the owner's wish, else half its own rhythm and no less than what the
/// publisher asks, as long as that loses no entry.
fn interval(polled: Polled, shortest: u64) -> u64 {
    if let Some(wish) = polled.wish {
        return wish;
    }
    let asked = polled.fresh_for.unwrap_or(0);
    match polled.rhythm {
        Some(rhythm) => (rhythm / 2).min(QUIETEST).max(asked.min(rhythm.saturating_mul(PATIENCE))),
        None => USUAL.min(shortest.saturating_mul(6)).max(asked),
    }
}

/// When the next poll is due (unix seconds): [`next_poll`] from `now`, moved out of closed hours and days.
pub fn next_poll_at(now: i64, polled: Polled, skips: Skips, shortest: u64, jitter: u32) -> i64 {
    let wait = i64::try_from(next_poll(polled, shortest, jitter)).unwrap_or(i64::MAX);
    let due = now.saturating_add(wait);
    let open = skips.opens_at(due);
    if open == due { due } else { open.saturating_add(OPENING_STEP * i64::from(jitter.min(99))) }
}

#[cfg(test)]
#[path = "schedule/tests.rs"]
mod tests;
