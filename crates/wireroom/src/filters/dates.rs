//! `wireroom dates`: rows with a text and its publication date to the calendar expressions in it.

use super::article::TextRow;
use super::files_argument;
use super::rows::{Input, Output, Refused, Stop};
use clap::{ArgMatches, Command};
use serde::Serialize;
use wireroom_model::{CharSpan, When, span::CharCounter};
use wireroom_text::dates;

#[derive(Serialize)]
struct DatesRow {
    id: String,
    dates: Vec<DateSpan>,
}

#[derive(Serialize)]
struct DateSpan {
    #[serde(flatten)]
    at: CharSpan,
    /// Null: seen, not resolved.
    value: Option<When>,
}

pub fn command() -> Command {
    Command::new("dates")
        .about(
            "Rows {\"id\",\"text\" or \"body\",\"published\"} to the dates in the text, spans in characters",
        )
        .arg(files_argument("JSONL files; standard input where none is named"))
}

pub fn run(_: &ArgMatches, input: &mut Input, output: &mut Output) -> Result<(), Stop> {
    input.each(|row: TextRow| {
        let (id, text) = (row.id()?, row.text());
        let mut count = CharCounter::new(text);
        let found = dates::mentions(text, row.lang(), row.published);
        let dates =
            found.iter().filter_map(|m| Some(DateSpan { at: count.convert(m.span)?, value: m.value }));
        let row = DatesRow { id, dates: dates.collect() };
        output.row(&row).map_err(Refused::from)
    })
}
