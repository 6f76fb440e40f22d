//! `wireroom extract`: pages to the articles on them, the page's own first.
//! Rows `{"id","url","html","crawled"}` on standard input or in `.jsonl` files; `.html` files are pages and `.txt`
//! files are plain-text page dumps, named after the file. Nothing is learnt between rows without `--site-state`.

use super::rows::{Input, Output, Refused, Stop, whole};
use super::sites::Sites;
use super::{explain, files_argument};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use url::Url;
use wireroom_extract::{Page, decode, dump};
use wireroom_model::{Explained, Extracted, Time};

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

#[derive(Serialize)]
struct ExplainedRow<'r> {
    id: &'r str,
    explained: &'r Explained,
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
        .arg(
            Arg::new("site-state")
                .long("site-state")
                .value_name("FILE")
                .value_parser(clap::value_parser!(PathBuf))
                .help("Learn between rows what a site prints on many pages; read from FILE and written back to it"),
        )
        .arg(
            Arg::new("sites")
                .long("sites")
                .value_name("FOLDER")
                .value_parser(clap::value_parser!(PathBuf))
                .help("Read pages with the overrides in FOLDER, a TOML file for each site (docs/sites.md)"),
        )
        .arg(
            Arg::new("url")
                .long("url")
                .value_name("ADDRESS")
                .help("Where the .html pages named were found; overrides are looked up by its host"),
        )
        .arg(
            Arg::new("explain")
                .long("explain")
                .action(ArgAction::SetTrue)
                .help("Instead of articles: what was proposed, what was left out by which rule, who stated each fact")
                .long_help(
                    "Instead of articles, the account of each page's own article: what was proposed as its text, \
                     with scores; every block that is not in the body, with its element and the rule that left it \
                     out; and the places that state its title, authors, dates and outlet. Text for .html files, one \
                     JSON row {\"id\",\"explained\"} for every row read. The rules stand in docs/extraction.md.",
                ),
        )
        .arg(files_argument(".html pages, .txt page dumps, .jsonl rows; standard input where none is named"))
}

pub fn run(matches: &ArgMatches, input: &mut Input, output: &mut Output) -> Result<(), Stop> {
    let crawled = match matches.get_one::<String>("crawled") {
        Some(text) => Time::At(text.parse().map_err(|e| Stop::Failed(format!("--crawled: {e}")))?),
        None => Time::Unknown,
    };
    let path = |name: &str| matches.get_one::<PathBuf>(name).map(PathBuf::as_path);
    let mut sites = Sites::open(path("site-state"), path("sites")).map_err(Stop::Failed)?;
    for fault in &sites.faults {
        input.report(fault, None, "left out");
    }
    all(matches, input, output, crawled, &mut sites)?;
    sites.write().map_err(Stop::Failed)
}

fn all(
    matches: &ArgMatches,
    input: &mut Input,
    output: &mut Output,
    crawled: Time,
    sites: &mut Sites,
) -> Result<(), Stop> {
    let (pages, rows): (Vec<PathBuf>, Vec<PathBuf>) =
        super::files(matches).into_iter().partition(|p| is_page(p));
    let explain = matches.get_flag("explain");
    let url = matches.get_one::<String>("url").map(|text| address(text)).transpose().map_err(Stop::Failed)?;
    for path in pages.iter().filter(|_| explain) {
        match explained(path, crawled, url.as_ref(), sites) {
            Ok(text) => output.text(&text)?,
            Err(why) => input.report(&why, None, "left out"),
        }
    }
    for path in pages.iter().filter(|_| !explain) {
        match file(path, crawled, url.as_ref(), sites) {
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
        let page = Page::new(&html).at(url.as_ref()).crawled(row.crawled.or(crawled));
        if explain {
            let (_, explained) = sites.explained(&page);
            output.row(&ExplainedRow { id: &id, explained: &explained })?;
            return Ok(output.flush()?);
        }
        print(output, &id, &sites.extract(&page)).map_err(Refused::from)
    })
}

fn is_page(path: &Path) -> bool {
    path.extension()
        .is_some_and(|e| ["html", "htm", "xhtml", "txt"].iter().any(|known| e.eq_ignore_ascii_case(known)))
}

fn is_dump(path: &Path) -> bool {
    path.extension().is_some_and(|e| e.eq_ignore_ascii_case("txt"))
}

fn address(text: &str) -> Result<Url, String> {
    let told = || format!("--url: \"{text}\" is no address; write for example https://press.example/a");
    Url::parse(text).ok().filter(Url::has_host).ok_or_else(told)
}

/// The account of one page as text.
fn explained(path: &Path, crawled: Time, url: Option<&Url>, sites: &mut Sites) -> Result<String, String> {
    if is_dump(path) {
        return Err(format!("{}: a plain-text dump has no elements to explain", path.display()));
    }
    let html = decode(&whole(path, MAX_PAGE_BYTES)?, None);
    let (found, explained) = sites.explained(&Page::new(&html).at(url).crawled(crawled));
    Ok(explain::text(&path.display().to_string(), found.first(), &explained))
}

fn file(
    path: &Path,
    crawled: Time,
    url: Option<&Url>,
    sites: &mut Sites,
) -> Result<(String, Vec<Extracted>), String> {
    let bytes = whole(path, MAX_PAGE_BYTES)?;
    let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let found = if is_dump(path) {
        dump::extract(&String::from_utf8_lossy(&bytes), crawled)
    } else {
        sites.extract(&Page::new(&decode(&bytes, None)).at(url).crawled(crawled))
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
