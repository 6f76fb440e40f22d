//! The audit of the writer: every sentence that was refused, with why, and what stands in its place; how often each reason
//! was given; what the check catches of planted lies, as measured; what the day has cost. For the owner alone, and of
//! private feeds only what the owner subscribes to. Start at [`show`].

use crate::Problem;
use crate::frame::Frame;
use crate::pages::page;
use crate::pages::sites::owner;
use crate::session::Asker;
use crate::stamp::{self, Stamp};
use crate::state::ServerState;
use crate::wording::count;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use wireroom_model::When;
use wireroom_store::writer::Refusal;

/// Sentences of one page.
const PAGE: u32 = 50;
const DAY: i64 = 86_400;
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
    counts: Vec<(&'static str, u64)>,
    rows: Vec<Row>,
    /// The next page begins before this number.
    more: Option<i64>,
    first: bool,
}

/// What the check did with planted sentences of one kind.
#[derive(Debug, PartialEq, Eq)]
struct Rate {
    planted: &'static str,
    sentences: &'static str,
    caught: &'static str,
    rate: &'static str,
    bar: &'static str,
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
        frame: Frame::new(&state, Some(&asker), "Audit of the writer", ""),
        summary: match all {
            0 => "No sentence of a machine was refused here. A house has no writer unless its settings name one."
                .to_owned(),
            all => format!("{} of a machine kept from readers.", count(all, "sentence", "sentences")),
        },
        today: format!(
            "Today: {}, {} of answers, {} without an answer.",
            count(spent.requests, "request", "requests"),
            count(spent.characters, "character", "characters"),
            count(spent.failures, "request", "requests"),
        ),
        rates: rates(RATES),
        counts: counts.into_iter().map(|(kind, times)| (told(&kind), times)).collect(),
        rows: rows.into_iter().map(|refusal| row(refusal, now)).collect(),
        more,
        first: asked.before.is_none(),
    };
    Ok(page(&model)?.into_response())
}

fn row(refusal: Refusal, now: When) -> Row {
    let Refusal { id, story, title, model, said, twin, faults, refused_at } = refusal;
    let title = title.filter(|title| !title.is_empty()).unwrap_or_else(|| "a story of this house".to_owned());
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
fn rates(page: &'static str) -> Vec<Rate> {
    let table =
        page.split_once(BEGIN).and_then(|(_, rest)| rest.split_once(END)).map_or("", |(table, _)| table);
    let row = |line: &'static str| {
        let mut cells = line.trim().trim_matches('|').split('|').map(str::trim);
        let rate = Rate {
            planted: cells.next()?,
            sentences: cells.next()?,
            caught: cells.next()?,
            rate: cells.next()?,
            bar: cells.next()?,
        };
        rate.sentences.parse::<u64>().is_ok().then_some(rate)
    };
    table.lines().filter_map(row).collect()
}

/// A reason in a few words.
fn told(kind: &str) -> &'static str {
    match kind {
        "endless" => "an answer longer than is read",
        "too-many-lines" => "more lines than are read",
        "not-a-row" => "not in the form that was asked for",
        "nothing-cited" => "nothing cited",
        "no-such-sentence" => "a sentence cited that is not there",
        "too-many-cited" => "too many sentences cited",
        "withheld" => "a sentence cited that was not given",
        "told-twice" => "told before",
        "too-long" => "too long",
        "not-one-sentence" => "not one sentence",
        "markup" => "markup, an address or signs that cannot be seen",
        "own-word" => "a word of its own",
        "own-quotation" => "a quotation of its own",
        "unmarked" => "quoted words told as so",
        "dropped" => "a word of report, denial or reserve left out",
        "moved" => "a word or number in another place",
        "number-missing" | "number-other" => "another number",
        "name-missing" | "name-other" => "another name",
        "date-missing" | "date-other" => "another date",
        "quoted-words-missing" => "other quoted words",
        "speaker-other" => "another speaker",
        "negated" => "a denial put in or taken away",
        "hedge-dropped" => "a reserve taken away",
        "too-few-words" => "too little of it in the cited words",
        _ => "another reason",
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
        assert_eq!(rates.last().unwrap().planted, "true sentences, refused");
    }
}
