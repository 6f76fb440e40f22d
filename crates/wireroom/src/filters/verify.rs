//! `wireroom verify`: rows with a claim and its evidence to what the evidence does for it, and why. The command without
//! rows checks the house (`commands/keep/verify.rs`): [`wanted`] says which of the two is meant.

use super::files_argument;
use super::rows::{Input, Output, Refused, Stop};
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches};
use serde::{Deserialize, Serialize};
use std::io::{BufRead, IsTerminal, stdin};
use wireroom_brief::verify::{Reason, verify};
use wireroom_model::{CharSpan, Lang};
use wireroom_text::language;

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct ClaimRow {
    id: Option<String>,
    claim: Option<String>,
    evidence: Option<Vec<String>>,
    lang: Lang,
}

#[derive(Serialize)]
struct VerdictRow<'r> {
    id: String,
    verdict: &'static str,
    /// 0 to 1, four places.
    score: f64,
    spans: Vec<EvidenceSpan>,
    reasons: Vec<ReasonRow<'r>>,
}

/// A sentence of the evidence that has words of the claim.
#[derive(Serialize)]
struct EvidenceSpan {
    /// Index into the row's evidence.
    evidence: usize,
    #[serde(flatten)]
    at: CharSpan,
}

#[derive(Serialize)]
struct ReasonRow<'r> {
    kind: &'r str,
    text: String,
}

impl<'r> ReasonRow<'r> {
    fn of(reason: &'r Reason) -> Self {
        Self { kind: reason.kind(), text: reason.to_string() }
    }
}

/// The argument by which the command takes rows.
pub fn files() -> Arg {
    files_argument(
        "JSONL files of claims; where none is named and no setting is given, standard input if it has rows",
    )
}

/// Whether rows are to be judged: files are named, or standard input brings some. A setting ("--data") always means the
/// house, so that a script whose standard input is an open pipe is not kept waiting.
pub fn wanted(given: &ArgMatches) -> bool {
    if given.contains_id("files") {
        return true;
    }
    let set = given.ids().any(|id| given.value_source(id.as_str()) == Some(ValueSource::CommandLine));
    let mut input = stdin().lock();
    !set && !input.is_terminal() && input.fill_buf().is_ok_and(|held| !held.is_empty())
}

pub fn run(_: &ArgMatches, input: &mut Input, output: &mut Output) -> Result<(), Stop> {
    input.each(|row: ClaimRow| {
        let Some(id) = row.id.filter(|id| !id.is_empty()) else {
            return Err(Refused::Row("the row has no \"id\"".to_owned()));
        };
        let Some(claim) = row.claim else {
            return Err(Refused::Row(format!("the row \"{id}\" has no \"claim\"")));
        };
        let evidence = row.evidence.unwrap_or_default();
        let lang = if row.lang.is_known() { row.lang } else { language::detect(&claim) };
        let texts: Vec<&str> = evidence.iter().map(String::as_str).collect();
        let found = verify(&claim, &texts, lang);
        let spans = found.carriers.iter().filter_map(|carrier| {
            let at = carrier.span.to_chars(evidence.get(carrier.evidence)?)?;
            Some(EvidenceSpan { evidence: carrier.evidence, at })
        });
        let row = VerdictRow {
            id,
            verdict: found.verdict.as_str(),
            score: (found.score * 1e4).round() / 1e4,
            spans: spans.collect(),
            reasons: found.reasons.iter().map(ReasonRow::of).collect(),
        };
        output.row(&row).map_err(Refused::from)
    })
}
