//! Why a story stands where it stands: the sum of its points in words, and the rule itself, with the constants that the
//! rank room counts by. Nothing is said here that is not in the sum.

use super::edition::Scored;
use crate::wording::{count, grouped, listed};
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
        let mut summary = vec![origins(facts.origins), format!("{age} old")];
        let mut rows = vec![
            (origins_row(facts.origins, facts.unknown), score.coverage),
            (format!("Its latest text was first seen {age} ago"), score.fresh),
        ];
        if score.growth > 0 {
            summary.push(format!("+{} in {hours} hours", score.grown));
            let more = if score.grown > MAX_GROWN { format!(", {MAX_GROWN} counted") } else { String::new() };
            let came = count(score.grown, "further origin", "further origins");
            rows.push((format!("{came} in the last {hours} hours{more}"), score.growth));
        }
        if score.follows > 0 {
            let names = listed(&scored.follows, NAMES);
            summary.push(format!("you follow {names}"));
            rows.push((format!("You follow {names}"), score.follows));
        }
        Self { summary: summary.join(", "), rows, total: score.total() }
    }
}

fn origins(known: u64) -> String {
    match known {
        0 => "origin unknown".to_owned(),
        1 => "one origin".to_owned(),
        many => format!("up to {} origins", grouped(many)),
    }
}

fn origins_row(known: u64, unknown: u64) -> String {
    match (known, unknown) {
        (0, _) => "No known origin, counted as one".to_owned(),
        (known, 0) => format!("At most {}", count(known, "independent origin", "independent origins")),
        (known, _) => {
            format!(
                "At most {}, and a half for texts of unknown origin",
                count(known, "independent origin", "independent origins")
            )
        }
    }
}

/// "under an hour", "2 hours", "3 days".
fn age(seconds: u64) -> String {
    match seconds / 3600 {
        0 => "under an hour".to_owned(),
        hours @ 1..=47 => count(hours, "hour", "hours"),
        hours => count(hours / 24, "day", "days"),
    }
}

/// The rule, term by term, as the page prints it.
pub fn rule() -> Vec<(&'static str, String)> {
    let examples: Vec<String> = EXAMPLES.map(|n| format!("{n}: {}", coverage(n, 0))).into();
    let half = FRESH_SECONDS * DOUBLING / FRESH / 3600;
    vec![
        (
            "Origins",
            format!(
                "{DOUBLING} points for each doubling of the independent origins ({}). Copies count nothing, however \
                 many papers carry them. All texts of unknown origin together are half an origin.",
                examples.join(", ")
            ),
        ),
        (
            "Freshness",
            format!(
                "{FRESH} points for a text of this moment, melting evenly to nothing in {} hours: {half} hours weigh as \
                 much as half of the origins. A text counts from its first printing; a later copy makes nothing newer.",
                FRESH_SECONDS / 3600
            ),
        ),
        (
            "Growth",
            format!(
                "{GROWTH} points for each further origin that came in the last {} hours, for {MAX_GROWN} of them at \
                 most.",
                GROWTH_SECONDS / 3600
            ),
        ),
        (
            "What you follow",
            format!(
                "{FOLLOW} points for each thing in the story that you said you follow, for {MAX_FOLLOWS} at most.",
            ),
        ),
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
