//! What must hold of the order of an edition, whatever the stories are.

use proptest::prelude::*;
use wireroom_model::StoryId;
use wireroom_story::rank::{
    DOUBLING, FOLLOW, FRESH, FRESH_SECONDS, Facts, GROWTH, GROWTH_SECONDS, coverage, ranked, score,
};

const NOW: i64 = 1_800_000_000;
const HOUR: i64 = 3_600;

fn facts(id: u64, origins: u64, hours: i64) -> Facts {
    let latest = NOW - hours * HOUR;
    let came = (0..origins).map(|_| NOW - 100 * HOUR).collect();
    Facts { id: StoryId::new(id).unwrap(), origins, unknown: 0, latest, came, follows: 0 }
}

fn any_facts() -> impl Strategy<Value = Facts> {
    let times = prop::collection::vec(NOW - 90 * HOUR..NOW, 0..12);
    (1_u64..9_000, 0_u64..400, 0_u64..400, NOW - 90 * HOUR..NOW + HOUR, times, 0_u64..6).prop_map(
        |(id, origins, unknown, latest, came, follows)| Facts {
            id: StoryId::new(id).unwrap(),
            origins,
            unknown,
            latest,
            came,
            follows,
        },
    )
}

proptest! {
    #[test]
    fn one_more_independent_origin_never_ranks_a_story_lower(one in any_facts(), came in NOW - 90 * HOUR..NOW) {
        let mut more = one.clone();
        more.origins += 1;
        more.came.push(came);
        prop_assert!(score(&more, NOW).total() >= score(&one, NOW).total());
        // Nor does one that was told apart from the texts of unknown origin.
        more.unknown = 0;
        prop_assert!(score(&more, NOW).total() >= score(&one, NOW).total());
    }

    #[test]
    fn a_newer_text_never_ranks_a_story_lower(one in any_facts(), by in 0..50 * HOUR) {
        let newer = Facts { latest: one.latest + by, ..one.clone() };
        prop_assert!(score(&newer, NOW).total() >= score(&one, NOW).total());
    }

    #[test]
    fn what_a_reader_follows_never_ranks_a_story_lower(one in any_facts()) {
        let followed = Facts { follows: one.follows + 1, ..one.clone() };
        prop_assert!(score(&followed, NOW).total() >= score(&one, NOW).total());
    }

    #[test]
    fn the_order_does_not_depend_on_how_the_stories_were_given(
        mut stories in prop::collection::vec(any_facts(), 0..20),
        turn in 0_usize..20,
    ) {
        stories.sort_by_key(|one| one.id);
        stories.dedup_by_key(|one| one.id);
        let mut other = stories.clone();
        if !other.is_empty() {
            let turn = turn % other.len();
            other.rotate_left(turn);
        }
        prop_assert_eq!(ranked(stories, NOW), ranked(other, NOW));
    }

    #[test]
    fn no_number_is_too_large_to_be_counted(origins in any::<u64>(), unknown in any::<u64>(), latest in any::<i64>(), now in any::<i64>()) {
        let one = Facts { id: StoryId::new(1).unwrap(), origins, unknown, latest, came: vec![latest, now], follows: u64::MAX };
        prop_assert!(score(&one, now).total() < 2_000);
    }
}

#[test]
fn each_doubling_of_origins_gives_the_same_points() {
    assert_eq!(
        [1, 2, 3, 4, 6, 8, 16].map(|n| coverage(n, 0)),
        [0, DOUBLING, 36, 2 * DOUBLING, 60, 3 * DOUBLING, 4 * DOUBLING]
    );
}

#[test]
fn texts_of_unknown_origin_are_half_an_origin_however_many_they_are() {
    assert_eq!(coverage(0, 1), coverage(1, 0), "somebody wrote it");
    assert_eq!(coverage(2, 1), coverage(2, 300));
    assert!(coverage(2, 0) < coverage(2, 300) && coverage(2, 300) < coverage(3, 0));
}

#[test]
fn copies_lift_nothing_for_the_rank_never_hears_of_them() {
    // A facts holds neither articles nor outlets, and `latest` is when the latest text was first seen. The store's
    // tests hold it to that; here it stands that equal stories weigh the same and only the number parts them.
    let order = ranked(vec![facts(1, 3, 2), facts(2, 3, 2)], NOW);
    assert_eq!(order[0].1, order[1].1);
    assert_eq!(order[0].0.id.get(), 2);
}

#[test]
fn eight_hours_weigh_as_much_as_half_of_the_origins() {
    assert_eq!(FRESH_SECONDS / 3, 8 * HOUR.unsigned_abs());
    assert_eq!(score(&facts(1, 4, 8), NOW).total(), score(&facts(1, 2, 0), NOW).total());
    assert_eq!(score(&facts(1, 1, 0), NOW).fresh, FRESH);
    assert_eq!(score(&facts(1, 1, 24), NOW).fresh, 0);
}

#[test]
fn growth_counts_the_origins_that_just_came_and_not_the_first_of_all() {
    let mut one = facts(1, 4, 1);
    assert_eq!(score(&one, NOW).grown, 0);
    one.came[2] = NOW - GROWTH_SECONDS;
    one.came[3] = NOW - 60;
    assert_eq!((score(&one, NOW).grown, score(&one, NOW).growth), (2, 2 * GROWTH));
    let opened = Facts { came: vec![NOW - 60], ..facts(2, 1, 0) };
    assert_eq!(score(&opened, NOW).growth, 0, "a story's first origin is no growth");
}

#[test]
fn a_follow_weighs_as_much_as_a_doubling_and_the_sum_is_the_sum_of_its_terms() {
    let one = score(&Facts { follows: 1, ..facts(1, 2, 8) }, NOW);
    assert_eq!(one.follows, FOLLOW);
    assert_eq!(one.total(), one.coverage + one.fresh + one.growth + one.follows);
    assert_eq!(one.total(), 24 + 48 + 24);
}
