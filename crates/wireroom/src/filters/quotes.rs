//! `wireroom quotes`: rows with a text to rows with its direct quotes and their speakers.

use super::article::TextRow;
use super::files_argument;
use super::rows::{Input, Output, Refused, Stop};
use clap::{ArgMatches, Command};
use serde::Serialize;
use wireroom_brief::quotes;
use wireroom_model::{CharSpan, span::CharCounter};

#[derive(Serialize)]
struct QuotesRow {
    id: String,
    quotes: Vec<QuoteSpan>,
}

#[derive(Serialize)]
struct QuoteSpan {
    #[serde(flatten)]
    at: CharSpan,
    speaker: Option<CharSpan>,
}

pub fn command() -> Command {
    Command::new("quotes")
        .about("Rows {\"id\",\"text\" or \"body\",\"lang\"} to direct quotes with their speakers, spans in characters")
        .arg(files_argument("JSONL files; standard input where none is named"))
}

pub fn run(_: &ArgMatches, input: &mut Input, output: &mut Output) -> Result<(), Stop> {
    input.each(|row: TextRow| {
        let (id, text, lang) = (row.id()?, row.text(), row.lang());
        let mut count = CharCounter::new(text);
        let found = quotes::quotes(text, lang);
        let quotes = found.iter().filter_map(|quote| {
            let at = count.convert(quote.span)?;
            Some(QuoteSpan { at, speaker: quote.speaker.and_then(|speaker| count.convert(speaker)) })
        });
        let row = QuotesRow { id, quotes: quotes.collect() };
        output.row(&row).map_err(Refused::from)
    })
}
