//! `wireroom figures`: rows with a text to the figures in it, each with what it counts, where, when and who says so.

use super::article::TextRow;
use super::files_argument;
use super::rows::{Input, Output, Refused, Stop};
use clap::{ArgMatches, Command};
use serde::Serialize;
use wireroom_brief::figures::{Figure, Unit, figures};
use wireroom_model::{CharSpan, Span, span::CharCounter};

#[derive(Serialize)]
struct FiguresRow<'t> {
    id: String,
    figures: Vec<FigureRow<'t>>,
}

/// Words are the text's own; null where it does not say.
#[derive(Serialize)]
struct FigureRow<'t> {
    #[serde(flatten)]
    at: CharSpan,
    low: f64,
    high: f64,
    unit: Option<Unit>,
    /// The same value in the other unit that stands beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    also: Option<AlsoRow>,
    what: Option<&'t str>,
    hedge: Option<&'t str>,
    event: Option<&'t str>,
    place: Option<&'t str>,
    as_of: Option<String>,
    speaker: Option<&'t str>,
}

#[derive(Serialize)]
struct AlsoRow {
    low: f64,
    high: f64,
    unit: Unit,
}

pub fn command() -> Command {
    Command::new("figures")
        .about("Rows {\"id\",\"text\" or \"body\",\"lang\",\"published\"} to the figures in the text, spans in characters")
        .arg(files_argument("JSONL files; standard input where none is named"))
}

pub fn run(_: &ArgMatches, input: &mut Input, output: &mut Output) -> Result<(), Stop> {
    input.each(|row: TextRow| {
        let (id, text) = (row.id()?, row.text());
        let mut count = CharCounter::new(text);
        let found = figures(text, row.lang(), row.published);
        let figures = found.iter().filter_map(|figure| Some(told(text, figure, count.convert(figure.at)?)));
        let row = FiguresRow { id, figures: figures.collect() };
        output.row(&row).map_err(Refused::from)
    })
}

fn told<'t>(text: &'t str, figure: &Figure, at: CharSpan) -> FigureRow<'t> {
    let words = |span: Option<Span>| span.and_then(|s| s.of(text));
    FigureRow {
        at,
        low: figure.low,
        high: figure.high,
        unit: figure.unit,
        also: figure.also.map(|a| AlsoRow { low: a.low, high: a.high, unit: a.unit }),
        what: words(figure.what),
        hedge: words(figure.hedge),
        event: words(figure.event),
        place: words(figure.place),
        as_of: figure.as_of.map(|t| t.to_string()),
        speaker: words(figure.speaker),
    }
}
