//! The schedule's promises, over everything a publisher may say.

use super::*;
use proptest::prelude::*;

/// A Sunday, 22:00 UTC.
const SUNDAY: i64 = 1_763_935_200;

fn polled() -> impl Strategy<Value = Polled> {
    let seconds = || proptest::option::of(prop_oneof![0_u64..200_000, any::<u64>()]);
    (0_u32..60, seconds(), seconds(), seconds(), seconds(), any::<bool>()).prop_map(
        |(failures, retry_after, fresh_for, rhythm, wish, first)| Polled {
            failures,
            retry_after,
            fresh_for,
            rhythm,
            wish,
            first,
        },
    )
}

fn lists() -> impl Strategy<Value = (Vec<u8>, Vec<u8>)> {
    (proptest::collection::vec(0_u8..30, 0..30), proptest::collection::vec(0_u8..9, 0..9))
}

proptest! {
    #[test]
    fn nobody_is_polled_before_the_end_of_a_retry_after(
        polled in polled(), lists in lists(), now in 0_i64..4_000_000_000, jitter in 0_u32..200,
    ) {
        let skips = Skips::of(&lists.0, &lists.1);
        let at = next_poll_at(now, polled, skips, SHORTEST, jitter);
        let asked = polled.retry_after.unwrap_or(0).min(LONGEST_RETRY_AFTER);
        prop_assert!(at - now >= i64::try_from(asked).unwrap());
    }

    #[test]
    fn every_interval_stays_within_its_bounds(
        polled in polled(), shortest in 1_u64..10_000, jitter in 0_u32..200,
    ) {
        let wait = next_poll(polled, shortest, jitter);
        prop_assert!((shortest..=LONGEST.max(shortest)).contains(&wait), "{wait}");
    }

    #[test]
    fn no_poll_falls_into_a_closed_hour_and_no_week_is_closed(
        polled in polled(), lists in lists(), now in 0_i64..4_000_000_000, jitter in 0_u32..200,
    ) {
        let skips = Skips::of(&lists.0, &lists.1);
        let at = next_poll_at(now, polled, skips, SHORTEST, jitter);
        prop_assert!(!skips.closed(at));
        prop_assert!(at - now <= i64::try_from(LONGEST).unwrap() + 8 * DAY);
    }

    #[test]
    fn more_failures_never_mean_an_earlier_poll(
        failures in 1_u32..50, shortest in 1_u64..10_000, before in 0_u32..100, after in 0_u32..100,
    ) {
        let wait = |failures, jitter| next_poll(Polled { failures, ..Polled::default() }, shortest, jitter);
        prop_assert!(wait(failures, before) <= wait(failures + 1, after) || failures >= MAX_DOUBLINGS);
        prop_assert!(wait(failures, before) <= wait(failures + 1, before));
    }

    #[test]
    fn a_wish_for_patience_never_outlasts_what_a_feed_holds(
        rhythm in 1_u64..100_000, fresh_for in any::<u64>(), jitter in 0_u32..100,
    ) {
        let polled = Polled { rhythm: Some(rhythm), fresh_for: Some(fresh_for), ..Polled::default() };
        let most = (rhythm * PATIENCE + rhythm * PATIENCE / 10).max(SHORTEST);
        prop_assert!(next_poll(polled, SHORTEST, jitter) <= most);
    }
}

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
fn feeds_that_fail_together_come_back_apart() {
    let after = |jitter| next_poll(Polled { failures: 2, ..Polled::default() }, SHORTEST, jitter);
    assert!(after(99) - after(0) >= after(0) / 3);
}

#[test]
fn a_busy_feed_is_polled_more_often_than_a_quiet_one_but_never_too_often() {
    let with = |rhythm| next_poll(Polled { rhythm: Some(rhythm), ..Polled::default() }, SHORTEST, 0);
    assert_eq!(with(10), SHORTEST);
    assert!(with(3_600) < with(40_000));
    assert_eq!(with(9_000_000), QUIETEST);
}

#[test]
fn the_owners_interval_stands_for_pace_and_ttl_but_not_for_failures() {
    let polled =
        Polled { wish: Some(900), rhythm: Some(90_000), fresh_for: Some(7_200), ..Polled::default() };
    assert_eq!(next_poll(polled, SHORTEST, 0), 900);
    assert_eq!(next_poll(Polled { wish: Some(1), ..polled }, SHORTEST, 0), SHORTEST);
    assert!(next_poll(Polled { failures: 5, ..polled }, SHORTEST, 0) > 900);
}

#[test]
fn feeds_that_were_added_together_part_at_the_first_poll() {
    let first = |jitter| next_poll(Polled { first: true, ..Polled::default() }, SHORTEST, jitter);
    assert!(first(99) > first(0) * 3 / 2);
}

#[test]
fn a_feed_that_falls_silent_slows_down_and_one_that_speaks_again_speeds_up() {
    let hourly: Vec<i64> = (0..20).map(|n| SUNDAY - n * HOUR).collect();
    assert_eq!(rhythm(&hourly, SUNDAY), Some(19 * 3_600 / 20));
    assert!(rhythm(&hourly, SUNDAY + 8 * HOUR) < Some(2 * 3_600));
    assert!(rhythm(&hourly, SUNDAY + 60 * DAY) > Some(2 * 86_400));
}

#[test]
fn a_batch_without_dates_tells_no_pace_of_seconds() {
    assert_eq!(rhythm(&[], SUNDAY), None);
    assert_eq!(rhythm(&[SUNDAY; 20], SUNDAY), Some(2 * USUAL));
    assert_eq!(rhythm(&[SUNDAY + 900 * DAY], SUNDAY), Some(2 * USUAL));
}

#[test]
fn a_closed_night_and_a_closed_weekend_are_left_out() {
    let night = Skips::of(&[22, 23, 0, 1, 2, 3, 4], &[]);
    assert_eq!(night.opens_at(SUNDAY), SUNDAY + 7 * HOUR);
    let weekend = Skips::of(&[], &[6, 7]);
    assert_eq!(weekend.opens_at(SUNDAY - 30 * HOUR), SUNDAY + 2 * HOUR);
    assert_eq!(weekend.opens_at(SUNDAY + 2 * HOUR), SUNDAY + 2 * HOUR);
    let whole: Vec<u8> = (0..24).collect();
    assert!(!Skips::of(&whole, &[]).closed(SUNDAY), "a wish that nobody can meet closes nothing");
}

#[test]
fn ten_thousand_feeds_added_at_once_spread_over_their_interval_and_keep_it() {
    const FEEDS: u32 = 10_000;
    let usual = i64::try_from(USUAL).unwrap();
    let mut polls_a_minute = vec![0_u32; usize::try_from(DAY / 60).unwrap()];
    for feed in 0..FEEDS {
        // As many steps of jitter as the pipeline has.
        let jitter = feed.wrapping_mul(2_654_435_761) % 100;
        let (mut at, mut first) = (0, true);
        while at < DAY {
            if let Some(minute) = polls_a_minute.get_mut(usize::try_from(at / 60).unwrap()) {
                *minute += 1;
            }
            let polled = Polled { first, ..Polled::default() };
            let next = next_poll_at(at, polled, Skips::default(), SHORTEST, jitter);
            let most = if first { 2 * usual } else { usual + usual / 10 };
            assert!((usual..=most).contains(&(next - at)), "{}", next - at);
            (at, first) = (next, false);
        }
    }
    let later = &polls_a_minute[usize::try_from(usual / 60).unwrap()..];
    let mean = later.iter().sum::<u32>() / u32::try_from(later.len()).unwrap();
    let most = later.iter().max().unwrap();
    assert!(*most <= 2 * mean, "{most} in one minute, {mean} in the mean");
}
