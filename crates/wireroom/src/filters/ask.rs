//! `wireroom ask`: a question over article rows to the passages that answer it, verbatim, or to why nothing does.
//! Offsets count characters of the body in its normal form (docs/formats/README.md).

use super::brief::{coverage, rename, source};
use super::files_argument;
use super::rows::{Input, Output, Stop};
use super::sorted::Sorted;
use clap::{Arg, ArgMatches, Command};
use serde_json::json;
use wireroom_brief::Source;
use wireroom_brief::ask::{Answer, ask, language};
use wireroom_model::Article;
use wireroom_text::hash;

const QUESTION: &str = "question";

pub fn command() -> Command {
    Command::new("ask")
        .about("A question over article rows to the passages that answer it, verbatim and cited, or to why nothing does")
        .arg(
            Arg::new(QUESTION)
                .long(QUESTION)
                .value_name("TEXT")
                .required(true)
                .help("What is asked; names and numbers in it must stand in the answer"),
        )
        .arg(files_argument("JSONL files; standard input where none is named"))
}

pub fn run(given: &ArgMatches, input: &mut Input, output: &mut Output) -> Result<(), Stop> {
    let question = given.get_one::<String>(QUESTION).map_or("", String::as_str);
    let sorted = Sorted::read(input)?;
    let articles: Vec<&Article> = sorted.articles.values().collect();
    let coverage = coverage(&articles, &sorted.articles, sorted.copies());
    let hashes: Vec<String> = articles.iter().map(|article| hash::text_v1(&article.body)).collect();
    let sources = articles.iter().zip(&hashes).filter_map(|(article, hash)| {
        let source = source(article, hash, sorted.copies())?;
        Some(Source { origin: coverage.witness(source.article), ..source })
    });
    let sources: Vec<Source<'_>> = sources.collect();
    let mut row = match ask(question, language(question, &sources), &sources) {
        Answer::Passages(passages) => json!({ "question": question, "passages": passages, "nothing": null }),
        Answer::Nothing(why) => json!({ "question": question, "passages": [], "nothing": why }),
    };
    rename(&mut row, &sorted.ids);
    output.row(&row)?;
    Ok(())
}
