//! `wireroom extract`: pages to the articles on them, the page's own first.
//! Rows `{"id","url","html","crawled"}` on standard input or in `.jsonl` files; `.html` files are pages and `.txt`
//! files are plain-text page dumps, named after the file.

use super::files_argument;
use super::rows::{Input, Output, Refused, Stop, whole};
use clap::{Arg, ArgMatches, Command};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use url::Url;
use wireroom_extract::{Page, decode, dump, extract};
use wireroom_model::{Extracted, Time};

/// Largest page that is read from a file, in bytes.
const MAX_PAGE_BYTES: u64 = 64 << 20;

#[derive(Deserialize)]
struct PageRow {
    id: Option<String>,
    #[serde(default)]
    url: Option<String>,
    html: Option<String>,
    #[serde(default)]
    crawled: Time,
}

#[derive(Serialize)]
struct ExtractedRow<'r> {
    id: &'r str,
    #[serde(flatten)]
    article: &'r Extracted,
}

pub fn command() -> Command {
    Command::new("extract")
        .about("Pages to article rows: {\"id\",\"url\",\"html\"} rows, or .html, .txt and .jsonl files")
        .arg(
            Arg::new("crawled")
                .long("crawled")
                .value_name("TIME")
                .help("When the pages were fetched; without it \"6 minutes ago\" stays unknown"),
        )
        .arg(files_argument(".html pages, .txt page dumps, .jsonl rows; standard input where none is named"))
}

pub fn run(matches: &ArgMatches, input: &mut Input, output: &mut Output) -> Result<(), Stop> {
    let crawled = match matches.get_one::<String>("crawled") {
        Some(text) => Time::At(text.parse().map_err(|e| Stop::Failed(format!("--crawled: {e}")))?),
        None => Time::Unknown,
    };
    let (pages, rows): (Vec<PathBuf>, Vec<PathBuf>) =
        super::files(matches).into_iter().partition(|p| is_page(p));
    for path in &pages {
        match file(path, crawled) {
            Ok((id, found)) => print(output, &id, &found)?,
            Err(why) => input.report(&why, None, "left out"),
        }
    }
    if rows.is_empty() && !pages.is_empty() {
        return Ok(());
    }
    input.only(rows);
    input.each(|row: PageRow| {
        let id = row
            .id
            .filter(|id| !id.is_empty())
            .ok_or_else(|| Refused::Row("the row has no \"id\"".to_owned()))?;
        let html = row.html.ok_or_else(|| Refused::Row(format!("the row {id} has no \"html\"")))?;
        let url = row.url.as_deref().and_then(|u| Url::parse(u).ok());
        let found = extract(&Page::new(&html).at(url.as_ref()).crawled(row.crawled.or(crawled)));
        print(output, &id, &found).map_err(Refused::from)
    })
}

fn is_page(path: &Path) -> bool {
    path.extension()
        .is_some_and(|e| ["html", "htm", "xhtml", "txt"].iter().any(|known| e.eq_ignore_ascii_case(known)))
}

fn file(path: &Path, crawled: Time) -> Result<(String, Vec<Extracted>), String> {
    let bytes = whole(path, MAX_PAGE_BYTES)?;
    let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let found = if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("txt")) {
        dump::extract(&String::from_utf8_lossy(&bytes), crawled)
    } else {
        extract(&Page::new(&decode(&bytes, None)).crawled(crawled))
    };
    Ok((id, found))
}

fn print(output: &mut Output, id: &str, found: &[Extracted]) -> std::io::Result<()> {
    for article in found {
        let part = match article.part {
            0 => id.to_owned(),
            part => format!("{id}#{part}"),
        };
        output.row(&ExtractedRow { id: &part, article })?;
    }
    output.flush()
}
