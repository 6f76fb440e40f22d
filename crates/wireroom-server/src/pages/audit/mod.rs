//! The audit of the writer: every sentence that was refused, with why, and what stands in its place; how often each reason
//! was given; what the check catches of planted lies, as measured; what the day has cost. For the owner alone, and of
//! private feeds only what the owner subscribes to. Start at [`show`].

use crate::Problem;
use crate::frame::Frame;
use crate::numbers::reprinted;
use crate::pages::page;
use crate::pages::sites::owner;
use crate::session::Asker;
use crate::stamp::{self, Stamp};
use crate::state::ServerState;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use wireroom_model::When;
use wireroom_store::writer::Refusal;

/// Sentences of one page.
const PAGE: u32 = 50;
const DAY: i64 = 86_400;
/// The pipeline lets refused sentences go after so many days.
const KEPT_DAYS: i64 = 30;
/// The page that prints the rates of the check; a test of the brief room measures them and holds it to them.
const RATES: &str = include_str!("../../../../../docs/verification.md");
const BEGIN: &str = "<!-- rates: written by the test `swaps` -->";
const END: &str = "<!-- end of rates -->";

#[derive(Debug, Template)]
#[template(path = "pages/audit/audit.html")]
struct AuditPage {
    frame: Frame,
    summary: String,
    today: String,
    rates: Vec<Rate>,
    counts: Vec<(String, u64)>,
    rows: Vec<Row>,
    /// Days that a refused sentence is kept.
    days: i64,
    /// The next page begins before this number.
    more: Option<i64>,
    first: bool,
}

/// What the check did with planted sentences of one kind.
#[derive(Debug, PartialEq, Eq)]
struct Rate {
    planted: String,
    sentences: u64,
    caught: u64,
    rate: String,
    bar: String,
}

#[derive(Debug)]
struct Row {
    id: i64,
    said: String,
    twin: Option<String>,
    faults: Vec<String>,
    /// The story's number and headline.
    story: Option<(u64, String)>,
    model: String,
    at: Stamp,
}

/// Where the page begins.
#[derive(Debug, Deserialize)]
pub struct Asked {
    before: Option<i64>,
}

/// The page.
pub async fn show(
    State(state): State<ServerState>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    owner(&asker)?;
    let now = state.clock.now();
    let rows = state.store.refusals(asker.viewer(), asked.before, PAGE).await?;
    let more = rows.last().filter(|_| rows.len() as u64 == u64::from(PAGE)).map(|last| last.id);
    let (all, counts) = state.store.refusal_counts().await?;
    let spent = state.store.writer_spent(now.unix().div_euclid(DAY)).await?;
    let model = AuditPage {
        frame: Frame::new(&state, Some(&asker), say!("audit"), ""),
        summary: match all {
            0 => say!("audit-none"),
            all => say!("audit-kept", n = all),
        },
        today: say!(
            "audit-today",
            requests = say!("count-requests", n = spent.requests),
            characters = say!("count-characters", n = spent.characters),
            failures = say!("count-requests", n = spent.failures)
        ),
        rates: rates(RATES),
        counts: counts.into_iter().map(|(kind, times)| (told(&kind), times)).collect(),
        rows: rows.into_iter().map(|refusal| row(refusal, now)).collect(),
        days: KEPT_DAYS,
        more,
        first: asked.before.is_none(),
    };
    Ok(page(&model)?.into_response())
}

fn row(refusal: Refusal, now: When) -> Row {
    let Refusal { id, story, title, model, said, twin, faults, refused_at } = refusal;
    let title = title.filter(|title| !title.is_empty()).unwrap_or_else(|| say!("audit-a-story"));
    Row {
        id,
        said,
        twin,
        faults,
        story: story.map(|story| (story.get(), title)),
        model,
        at: stamp::ago(refused_at, now),
    }
}

/// The rows of the table between its marks.
fn rates(page: &str) -> Vec<Rate> {
    let table =
        page.split_once(BEGIN).and_then(|(_, rest)| rest.split_once(END)).map_or("", |(table, _)| table);
    let row = |line: &str| {
        let mut cells = line.trim().trim_matches('|').split('|').map(str::trim);
        Some(Rate {
            planted: planted(cells.next()?),
            sentences: cells.next()?.parse().ok()?,
            caught: cells.next()?.parse().ok()?,
            rate: reprinted(cells.next()?),
            bar: bar(cells.next()?),
        })
    };
    table.lines().filter_map(row).collect()
}

/// "at least 99 %".
fn bar(printed: &str) -> String {
    match (printed.strip_prefix("at least "), printed.strip_prefix("at most ")) {
        (Some(least), _) => say!("audit-at-least", share = reprinted(least)),
        (None, Some(most)) => say!("audit-at-most", share = reprinted(most)),
        (None, None) => printed.to_owned(),
    }
}

/// What was planted; as the page prints it where this house has no words for it.
fn planted(kind: &str) -> String {
    match kind {
        "another number" => say!("planted-number"),
        "another name" => say!("planted-name"),
        "another date" => say!("planted-date"),
        "another word in a quotation" => say!("planted-quotation"),
        "another speaker" => say!("planted-speaker"),
        "a negation put in or taken away" => say!("planted-negation"),
        "true sentences, refused" => say!("planted-true"),
        other => other.to_owned(),
    }
}

/// A reason in a few words.
fn told(kind: &str) -> String {
    match kind {
        "endless" => say!("fault-endless"),
        "too-many-lines" => say!("fault-lines"),
        "not-a-row" => say!("fault-row"),
        "nothing-cited" => say!("fault-uncited"),
        "no-such-sentence" => say!("fault-no-such"),
        "too-many-cited" => say!("fault-many"),
        "withheld" => say!("fault-withheld"),
        "told-twice" => say!("fault-twice"),
        "too-long" => say!("fault-long"),
        "not-one-sentence" => say!("fault-not-one"),
        "markup" => say!("fault-markup"),
        "own-word" => say!("fault-own-word"),
        "own-quotation" => say!("fault-own-quotation"),
        "unmarked" => say!("fault-unmarked"),
        "dropped" => say!("fault-dropped"),
        "moved" => say!("fault-moved"),
        "number-missing" | "number-other" => say!("fault-number"),
        "name-missing" | "name-other" => say!("fault-name"),
        "date-missing" | "date-other" => say!("fault-date"),
        "quoted-words-missing" => say!("fault-quoted"),
        "speaker-other" => say!("fault-speaker"),
        "negated" => say!("fault-negated"),
        "hedge-dropped" => say!("fault-hedge"),
        "too-few-words" => say!("fault-few"),
        _ => say!("fault-other"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rates_are_those_that_the_checks_own_test_holds() {
        let rates = rates(RATES);
        assert_eq!(rates.len(), 7, "{rates:?}");
        assert!(rates.iter().all(|rate| rate.rate.ends_with('%') && rate.bar.starts_with("at ")));
        assert_eq!(rates.iter().filter(|rate| rate.bar.starts_with("at most")).count(), 1);
        assert_eq!(rates.last().unwrap().planted, "true sentences, refused");
        let german = crate::words::Tongue::named("de").unwrap();
        let told = crate::words::heard_now(german, || super::rates(RATES));
        for (rate, other) in rates.iter().zip(&told) {
            assert!(other.planted != rate.planted && other.rate.ends_with("\u{a0}%"), "{other:?}");
        }
    }
}
