//! Why a story stands where it stands: the sum of its points in words, and the rule itself, with the constants that the
//! rank room counts by. Nothing is said here that is not in the sum.

use super::edition::Scored;
use crate::wording::listed;
use wireroom_story::rank::{
    DOUBLING, FOLLOW, FRESH, FRESH_SECONDS, GROWTH, GROWTH_SECONDS, MAX_FOLLOWS, MAX_GROWN, coverage,
};

/// The fold beside a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// "up to 4 origins, 2 hours old, +2 in 6 hours".
    pub summary: String,
    /// What each term was given for, with its points.
    pub rows: Vec<(String, u64)>,
    pub total: u64,
}

/// Names in one line.
const NAMES: usize = 3;
/// Numbers of origins that the rule gives examples of.
const EXAMPLES: [u64; 5] = [1, 2, 3, 4, 8];

impl Why {
    pub fn new(scored: &Scored) -> Self {
        let (facts, score) = (&scored.facts, &scored.score);
        let hours = GROWTH_SECONDS / 3600;
        let age = age(score.age);
        let mut summary = vec![origins(facts.origins), say!("why-old", age = age.as_str())];
        let mut rows = vec![
            (origins_row(facts.origins, facts.unknown), score.coverage),
            (say!("why-seen", age = age), score.fresh),
        ];
        if score.growth > 0 {
            summary.push(say!("why-grown", n = score.grown, hours = hours));
            let came = say!("why-further", n = score.grown, hours = hours);
            let is_more = score.grown > MAX_GROWN;
            rows.push((
                if is_more { say!("why-counted", came = came, most = MAX_GROWN) } else { came },
                score.growth,
            ));
        }
        if score.follows > 0 {
            let names = listed(&scored.follows, NAMES);
            summary.push(say!("why-you-follow", names = names.as_str()));
            rows.push((say!("why-follow", names = names), score.follows));
        }
        let summary =
            summary.into_iter().reduce(|first, next| say!("list-comma", first = first, next = next));
        Self { summary: summary.unwrap_or_default(), rows, total: score.total() }
    }
}

fn origins(known: u64) -> String {
    match known {
        0 => say!("origins-unknown"),
        known => say!("why-origins", n = known),
    }
}

fn origins_row(known: u64, unknown: u64) -> String {
    let counted = say!("count-independent-origins", n = known);
    match (known, unknown) {
        (0, _) => say!("why-no-origin"),
        (_, 0) => say!("why-most", origins = counted),
        _ => say!("why-most-and-unknown", origins = counted),
    }
}

/// "under an hour", "2 hours", "3 days".
fn age(seconds: u64) -> String {
    match seconds / 3600 {
        0 => say!("why-under-an-hour"),
        hours @ 1..=47 => say!("count-hours", n = hours),
        hours => say!("count-days", n = hours / 24),
    }
}

/// The rule, term by term, as the page prints it.
pub fn rule() -> Vec<(String, String)> {
    let examples: Vec<String> = EXAMPLES.map(|n| format!("{n}: {}", coverage(n, 0))).into();
    let examples = examples.into_iter().reduce(|first, next| say!("list-comma", first = first, next = next));
    let half = FRESH_SECONDS * DOUBLING / FRESH / 3600;
    vec![
        (
            say!("rule-origins"),
            say!("rule-origins-say", points = DOUBLING, examples = examples.unwrap_or_default()),
        ),
        (
            say!("rule-fresh"),
            say!("rule-fresh-say", points = FRESH, hours = FRESH_SECONDS / 3600, half = half),
        ),
        (
            say!("rule-growth"),
            say!("rule-growth-say", points = GROWTH, hours = GROWTH_SECONDS / 3600, most = MAX_GROWN),
        ),
        (say!("rule-follow"), say!("rule-follow-say", points = FOLLOW, most = MAX_FOLLOWS)),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::edition::sum_of;
    use super::*;
    use wireroom_model::StoryId;
    use wireroom_story::rank::Facts;

    #[test]
    fn the_rows_of_a_sum_add_up_to_the_score_shown() {
        for (origins, unknown, follows) in [(0, 2, 0), (1, 0, 1), (5, 3, 4)] {
            let facts = Facts {
                id: StoryId::new(1).unwrap(),
                origins,
                unknown,
                latest: 1_000,
                came: vec![900, 950, 1_000],
                follows,
            };
            let names = (0..follows).map(|at| format!("Outlet {at}")).collect();
            let why = Why::new(&sum_of(facts, names, 9_000));
            assert_eq!(why.rows.iter().map(|row| row.1).sum::<u64>(), why.total, "{why:?}");
        }
    }

    #[test]
    fn a_sum_is_told_in_words() {
        let facts = Facts {
            id: StoryId::new(1).unwrap(),
            origins: 5,
            unknown: 0,
            latest: 1_000,
            came: vec![0, 0, 0, 900, 950],
            follows: 1,
        };
        let why = Why::new(&sum_of(facts, vec!["The Tern".to_owned()], 1_000 + 2 * 3_600));
        assert_eq!(why.summary, "up to 5 origins, 2 hours old, +4 in 6 hours, you follow The Tern");
    }

    #[test]
    fn the_rule_prints_the_constants_it_counts_by() {
        let text: String = rule().into_iter().map(|(_, words)| words).collect();
        assert!(text.contains("1: 0, 2: 24, 3: 36, 4: 48, 8: 72"), "{text}");
        assert!(text.contains("8 hours weigh as much as half"), "{text}");
    }
}
