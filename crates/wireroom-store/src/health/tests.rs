use super::*;

const NOW: i64 = 1_755_691_200;

fn feed() -> Standing {
    Standing {
        feed: FeedId::new(1).unwrap(),
        name: "Tern".to_owned(),
        state: FeedState::Active,
        added_at: NOW - 90 * DAY,
        health: feeds::Health { last_success_at: Some(NOW - 600), ..feeds::Health::default() },
    }
}

/// Entries at noon of so many days ago.
fn spoke(days_ago: &[i64]) -> Habit {
    Habit::of_times(&days_ago.iter().map(|days| NOW - days * DAY).collect::<Vec<_>>())
}

fn at(feed: &Standing, habit: &Habit) -> Verdict {
    judge(feed, Some(habit), NOW)
}

#[test]
fn a_feed_that_spoke_daily_is_silent_after_three_days() {
    let days = |last: i64| (last..last + 10).collect::<Vec<_>>();
    assert_eq!(at(&feed(), &spoke(&days(3))), Verdict::Fine);
    let silent = at(&feed(), &spoke(&days(4)));
    assert_eq!(silent, Verdict::Silent { since: NOW - 4 * DAY, usual_days: 1 });
    assert!(silent.needs_somebody());
    assert!(told(&feed(), silent, NOW).starts_with("It used to speak every day; nothing for 4 days."));
}

#[test]
fn a_weekends_rest_is_no_silence() {
    // Five working days, two days of rest, and the last entry was on a Friday.
    let habit = spoke(&[5, 6, 7, 8, 9, 12, 13, 14, 15, 16]);
    assert_eq!(at(&feed(), &habit), Verdict::Fine);
    let habit = spoke(&[7, 8, 9, 10, 11, 14, 15, 16, 17, 18]);
    assert!(matches!(at(&feed(), &habit), Verdict::Silent { usual_days: 1, .. }));
}

#[test]
fn a_monthly_feed_may_rest_for_three_months() {
    assert_eq!(at(&feed(), &spoke(&[89, 119, 149, 179, 209])), Verdict::Fine);
    let silent = Verdict::Silent { since: NOW - 91 * DAY, usual_days: 30 };
    assert_eq!(at(&feed(), &spoke(&[91, 121, 151, 181, 211])), silent);
}

#[test]
fn a_feed_whose_rhythm_is_unknown_is_never_called_silent() {
    assert_eq!(at(&feed(), &spoke(&[400, 401, 402])), Verdict::Fine);
    assert_eq!(judge(&feed(), None, NOW), Verdict::Fine);
    assert_eq!(at(&feed(), &Habit::default()), Verdict::Fine);
}

#[test]
fn a_house_that_was_off_calls_no_feed_silent_before_it_was_read_again() {
    let mut feed = feed();
    feed.health.last_success_at = Some(NOW - 10 * DAY);
    let daily = spoke(&(10..20).collect::<Vec<_>>());
    assert_eq!(at(&feed, &daily), Verdict::Fine);
    feed.health.last_success_at = Some(NOW);
    assert!(matches!(at(&feed, &daily), Verdict::Silent { .. }));
}

#[test]
fn a_burst_of_one_day_is_one_day_of_speaking() {
    let burst: Vec<i64> = (0..50).map(|minute| NOW - 10 * DAY + minute * 60).collect();
    let habit = Habit::of_times(&burst);
    assert_eq!((habit.days, habit.entries, habit.allows()), (1, 50, None));
}

#[test]
fn failures_come_before_silence_and_the_owners_hand_before_both() {
    let quiet = spoke(&[40, 41, 42, 43, 44]);
    let mut feed = feed();
    feed.health.failures = 1;
    assert_eq!(at(&feed, &quiet), Verdict::Waiting);
    feed.health.failures = FAILING_FROM;
    feed.health.reason = Some("tern.example answered 404".into());
    let failing = at(&feed, &quiet);
    assert_eq!(failing, Verdict::Failing { since: NOW - 600, failures: 3 });
    let words = "tern.example answered 404. Failed 3 times in a row; last read 10 minutes ago.";
    assert_eq!(told(&feed, failing, NOW), words);
    feed.state = FeedState::Paused;
    assert_eq!(at(&feed, &quiet), Verdict::Paused);
    feed.state = FeedState::Gone;
    assert_eq!(at(&feed, &quiet), Verdict::Gone);
}

#[test]
fn a_feed_that_was_never_read_waits_and_then_fails() {
    let mut feed = feed();
    feed.health.last_success_at = None;
    assert_eq!(judge(&feed, None, NOW), Verdict::NeverRead);
    feed.health.failures = 9;
    assert_eq!(judge(&feed, None, NOW), Verdict::Failing { since: feed.added_at, failures: 9 });
}

#[test]
fn the_worst_stands_first() {
    let worst_first = [
        Verdict::Failing { since: 1, failures: 3 },
        Verdict::Gone,
        Verdict::Silent { since: 0, usual_days: 1 },
        Verdict::Waiting,
        Verdict::NeverRead,
        Verdict::Paused,
        Verdict::Fine,
    ];
    assert!(worst_first.is_sorted());
    assert_eq!(worst_first.map(Verdict::as_str), Verdict::WORDS);
}
