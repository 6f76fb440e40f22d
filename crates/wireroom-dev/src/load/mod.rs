//! A full house under readers: `wireroom import` fills it, `wireroom serve` serves it, and two hundred requests a second
//! come to it whether or not they are answered. What a page takes is a ratio, in one run, to a file of the same server;
//! no time decides anything. It fills a house of 6,242 articles beside the other gates, of 100,000 with `--whole`, or takes
//! one that nobody set up yet and that stands in the folder `WIREROOM_HOUSE`. Start at [`run`].

mod readers;

use crate::growth::Stream;
use readers::{Readers, Round};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use wireroom_model::When;

/// The whole run, as the bar has it, and the run beside the other gates: the corpus once.
pub const WHOLE: u64 = 100_000;
pub const SHORT: u64 = 6_242;

/// How long a page may take of a file's time, and a search: the 99th of a hundred answers each.
const PAGE: f64 = 10.0;
const SEARCH: f64 = 20.0;

/// Rounds of each address, and seconds of a round.
const ROUNDS: usize = 5;
const SECONDS: u64 = 4;

/// Questions of readers.
const QUESTIONS: usize = 120;
/// Lines that the program may say before it names its set-up link.
const MAX_LINES: usize = 200;

/// The serving program; it ends with the run.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Fills a house with so many articles made from the rows of the corpus, reads it, and prints ratios; figures of 1 and
/// more hold the bar.
pub fn run(wireroom: &Path, scratch: &Path, rows: &[Value], articles: u64) -> Result<String, String> {
    // Filling 100,000 takes most of an hour.
    if let Some(house) = std::env::var_os("WIREROOM_HOUSE") {
        return served_and_read(wireroom, Path::new(&house), rows, articles);
    }
    let folder = scratch.join("serve");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let told = filled_and_read(wireroom, &folder, rows, articles);
    // A house of 100,000 articles is gigabytes.
    let _ = std::fs::remove_dir_all(&folder);
    told
}

fn filled_and_read(wireroom: &Path, folder: &Path, rows: &[Value], articles: u64) -> Result<String, String> {
    let file = folder.join("rows.jsonl");
    write_rows(&file, rows, articles)?;
    let data = folder.join("data");
    let filled = Command::new(wireroom).arg("import").arg(&file).arg("--data").arg(&data).output();
    let filled = filled.map_err(|e| format!("wireroom import: {e}"))?;
    if !filled.status.success() {
        return Err(format!("wireroom import: {}", String::from_utf8_lossy(&filled.stderr)));
    }
    let told = format!("filled {}", String::from_utf8_lossy(&filled.stdout));
    Ok(told + &served_and_read(wireroom, &data, rows, articles)?)
}

fn served_and_read(wireroom: &Path, data: &Path, rows: &[Value], articles: u64) -> Result<String, String> {
    let (_serving, at, link) = serve(wireroom, data)?;
    let runtime = tokio::runtime::Runtime::new().map_err(|e| e.to_string())?;
    let read = runtime.block_on(read(at, &link, questions(rows), usize::try_from(articles).unwrap_or(0)))?;
    Ok(printed(&read))
}

/// The stream's articles, the last of them printed just now.
fn write_rows(path: &Path, rows: &[Value], articles: u64) -> Result<(), String> {
    let stream = Stream::read(rows, articles);
    let file = File::create(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut out = BufWriter::new(file);
    #[expect(clippy::disallowed_methods, reason = "the edition is of today: what is printed must be, too")]
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now = i64::try_from(now.map_err(|e| e.to_string())?.as_secs()).map_err(|e| e.to_string())?;
    let last = stream.article(articles.saturating_sub(1)).map_or(0, |(_, when)| when.unix());
    for number in 0..articles {
        let Some((article, when)) = stream.article(number) else { break };
        let printed = When::from_unix(now - (last - when.unix())).ok_or("a time beyond the calendar")?;
        let row = serde_json::json!({
            "id": number.to_string(), "url": format!("https://outlets.example/{number}"), "outlet": article.outlet,
            "lang": "en", "title": article.title, "published": printed.to_string(), "body": article.body,
        });
        writeln!(out, "{row}").map_err(|e| e.to_string())?;
    }
    out.flush().map_err(|e| e.to_string())
}

/// Starts the program; returns its address and its set-up link's path.
fn serve(wireroom: &Path, data: &Path) -> Result<(Serving, SocketAddr, String), String> {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    let at = free.map_err(|e| format!("no port on loopback: {e}"))?;
    let mut command = Command::new(wireroom);
    command.args(["serve", "--websub", "off", "--pictures", "off", "--listen"]).arg(at.to_string());
    let child = command.arg("--data").arg(data).stdin(Stdio::null()).stderr(Stdio::piped()).spawn();
    let mut serving = Serving(child.map_err(|e| format!("wireroom serve: {e}"))?);
    let stderr = serving.0.stderr.take().ok_or("the program has no standard error")?;
    let mut lines = BufReader::new(stderr).lines().map_while(Result::ok);
    let mut first = lines.by_ref().take(MAX_LINES);
    let link = first.find_map(|line| Some(line.split_once("/setup/")?.1.trim().to_owned()));
    let link = link.ok_or("wireroom serve named no set-up link")?;
    // Its log is read to the end, so that a full pipe or a closed one never stops it.
    std::thread::spawn(move || lines.for_each(drop));
    Ok((serving, at, format!("/setup/{link}")))
}

/// Words of headlines, alone, in pairs, in phrases and with filters: everyday ones and rare ones as the corpus has them.
fn questions(rows: &[Value]) -> Vec<String> {
    let titles = rows.iter().filter_map(|row| row.get("title")?.as_str());
    let words = |title: &str| -> Vec<String> {
        let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
        words.map(str::to_lowercase).collect()
    };
    let titles: Vec<Vec<String>> = titles.map(words).filter(|words| words.len() > 2).collect();
    let step = (titles.len() / QUESTIONS).max(1);
    let mut asked = Vec::new();
    for (number, title) in titles.iter().step_by(step).enumerate() {
        let [first, second, third, ..] = title.as_slice() else { continue };
        asked.push(match number % 4 {
            0 => first.clone(),
            1 => format!("{first}+{second}"),
            2 => format!("%22{second}+{third}%22"),
            _ => format!("{first}+lang:en+-{third}"),
        });
    }
    asked.into_iter().map(|words| format!("/search?q={words}")).collect()
}

async fn read(
    at: SocketAddr,
    link: &str,
    questions: Vec<String>,
    articles: usize,
) -> Result<[Round; 4], String> {
    let readers = signed_in(Readers::new(at), link).await?;
    let stories = readers.stories(articles).await?;
    if stories.len() < 20 {
        return Err(format!("only {} stories answered", stories.len()));
    }
    let mut rounds = [
        Round::new("file", vec![script(&readers).await?]),
        Round::new("front", vec!["/".to_owned()]),
        Round::new("story", stories),
        Round::new("search", questions),
    ];
    readers.read(&mut rounds, ROUNDS, Duration::from_secs(SECONDS)).await?;
    Ok(rounds)
}

/// Sets the house up with an owner, who is signed in by it.
async fn signed_in(readers: Readers, link: &str) -> Result<Readers, String> {
    let page = readers.ask(link, None).await?;
    let mark = page.body.split_once("name=\"csrf\" value=\"").and_then(|(_, rest)| rest.split_once('"'));
    let (mark, _) = mark.ok_or("the set-up page has no form")?;
    let words = "four-plain-words-here";
    let form = format!("csrf={mark}&name=Owner&password={words}&again={words}");
    let answer = readers.clone().with_cookie(&page.cookies).ask(link, Some(form)).await?;
    if !answer.status.is_redirection() {
        return Err(format!("the house was not set up: {}", answer.status));
    }
    Ok(readers.with_cookie(&answer.cookies))
}

/// The address of the pages' script: a file that is served as it lies.
async fn script(readers: &Readers) -> Result<String, String> {
    let front = readers.ask("/", None).await?.body;
    let name = front.split_once("/script/").and_then(|(_, rest)| rest.split_once('"'));
    name.map(|(name, _)| format!("/script/{name}")).ok_or_else(|| "the front page names no script".to_owned())
}

/// A line for each address, and how much room each has below its bar.
fn printed(rounds: &[Round]) -> String {
    let file = rounds.first().map_or(f64::NAN, |round| round.within(0.99));
    let mut out = String::new();
    for round in rounds {
        let _ = writeln!(
            out,
            "{} answers={} half={:.2}ms p99={:.2}ms most={:.2}ms times={:.2}",
            round.name,
            round.answers(),
            round.within(0.5),
            round.within(0.99),
            round.within(1.0),
            round.within(0.99) / file,
        );
    }
    let room = |name: &str, bar: f64| {
        let page = rounds.iter().find(|round| round.name == name);
        page.map_or(f64::NAN, |round| bar * file / round.within(0.99))
    };
    let _ = writeln!(
        out,
        "serve front={:.2} story={:.2} search={:.2}",
        room("front", PAGE),
        room("story", PAGE),
        room("search", SEARCH)
    );
    out
}
