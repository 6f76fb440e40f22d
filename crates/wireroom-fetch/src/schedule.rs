//! When a feed is polled next: a pure function of how it went. It reads no clock.
//! Every interval lies between [`SHORTEST`] and [`LONGEST`]; a publisher's wish is heard inside those bounds.

/// Never sooner than this after the last poll, in seconds.
pub const SHORTEST: u64 = 5 * 60;
/// Never later than this, in seconds.
pub const LONGEST: u64 = 24 * 60 * 60;
/// Where nothing is known of a feed, in seconds.
pub const USUAL: u64 = 30 * 60;
/// Longest wait that a publisher's Retry-After can impose, in seconds.
pub const LONGEST_RETRY_AFTER: u64 = 24 * 60 * 60;

/// What the last poll told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Polled {
    /// Polls that failed in a row, this one included; 0 after a success.
    pub failures: u32,
    /// What Retry-After asked, in seconds.
    pub retry_after: Option<u64>,
    /// How long the publisher says the answer stays fresh (ttl, Cache-Control), in seconds.
    pub fresh_for: Option<u64>,
    /// Mean seconds between this feed's entries of late, where known.
    pub rhythm: Option<u64>,
}

/// Seconds until the next poll. `shortest` is [`SHORTEST`] unless the owner chose otherwise (the demo does);
/// `jitter` is a number from 0 to 99 that spreads feeds apart.
pub fn next_poll(polled: Polled, shortest: u64, jitter: u32) -> u64 {
    let longest = LONGEST.max(shortest);
    let base = if polled.failures > 0 {
        // Doubling from the usual interval: 1, 2, 4 .. 48 times.
        shortest.max(1).saturating_mul(2_u64.saturating_pow(polled.failures.min(10)))
    } else {
        let rhythm = polled.rhythm.map_or(USUAL.min(shortest.saturating_mul(6)), |r| r / 2);
        rhythm.max(polled.fresh_for.unwrap_or(0))
    };
    let spread = base / 10 * u64::from(jitter.min(99)) / 100;
    let due = base.saturating_add(spread).clamp(shortest, longest);
    // Asked to wait, we never come early, whatever the other bounds say.
    due.max(polled.retry_after.unwrap_or(0).min(LONGEST_RETRY_AFTER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_that_asks_for_patience_gets_it_up_to_a_day() {
        let polled = Polled { failures: 1, retry_after: Some(7_200), ..Polled::default() };
        assert!(next_poll(polled, SHORTEST, 0) >= 7_200);
        let polled = Polled { failures: 1, retry_after: Some(99_999_999_999), ..Polled::default() };
        assert_eq!(next_poll(polled, SHORTEST, 50), LONGEST_RETRY_AFTER);
    }

    #[test]
    fn failures_back_off_and_stay_within_bounds() {
        let after = |failures| next_poll(Polled { failures, ..Polled::default() }, SHORTEST, 0);
        assert!(after(1) < after(2) && after(2) < after(4));
        assert_eq!(after(40), LONGEST);
    }

    #[test]
    fn a_busy_feed_is_polled_more_often_than_a_quiet_one_but_never_too_often() {
        let with = |rhythm| next_poll(Polled { rhythm: Some(rhythm), ..Polled::default() }, SHORTEST, 0);
        assert_eq!(with(10), SHORTEST);
        assert!(with(3_600) < with(40_000));
        assert_eq!(with(9_000_000), LONGEST);
    }
}
