//! Other readers of pages over the same corpora: dom_smoothie and the crate trafilatura, each as good as its options make it.
//! All are scored by the corpora's own scorer, and their CPU is taken in one thread of one process, turn by turn.
//! Figures are printed as the table that docs/extraction.md shows. Start at [`beside`].

use crate::feeds::fastest;
use crate::scorers;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::path::Path;
use std::process::Command;
use url::Url;
use wireroom_extract::extract;

/// Rounds over each corpus for the CPU; the fastest counts.
const ROUNDS: usize = 3;
/// Room for readers that walk a page by recursion, in bytes.
const STACK: usize = 1 << 30;

const SETS: [(&str, &str); 5] = [
    ("fundus", "extract-fundus-a.jsonl.gz"),
    ("np4k", "extract-np4k-a.jsonl.gz"),
    ("daniel", "extract-daniel-a.jsonl.gz"),
    ("traf", "extract-traf-a.jsonl.gz"),
    ("dates", "dates-of-pages-a.jsonl.gz"),
];

/// A figure of the scorer and the head of its column.
const COLUMNS: [(&str, &str); 8] = [
    ("bodyF1", "body F1"),
    ("P", "P"),
    ("R", "R"),
    ("title", "title"),
    ("authors", "authors"),
    ("date", "date"),
    ("wanted", "wanted in"),
    ("unwantedKeptOut", "unwanted out"),
];

/// One page of a corpus.
struct Page {
    id: String,
    url: Option<Url>,
    html: String,
}

/// A reader of pages: the row it gives, `None` where it refuses the page.
type Read = fn(&Page) -> Option<Value>;

const READERS: [(&str, Read); 3] =
    [("wireroom", ours), ("dom_smoothie", smoothie), ("trafilatura", trafilatura)];

/// The table over every corpus in `corpora`, as Markdown.
pub fn beside(
    corpora: &Path,
    scratch: &Path,
    rows_of: fn(&Path) -> Result<Vec<Value>, String>,
) -> Result<String, String> {
    let head: String = COLUMNS.iter().map(|(_, head)| format!(" {head} |")).collect();
    let mut out =
        format!("| set | reader |{head} refused | CPU |\n|---|---|{}\n", "--:|".repeat(COLUMNS.len() + 2));
    for (set, file) in SETS {
        let corpus = corpora.join(file);
        let pages: Vec<Page> = rows_of(&corpus)?.iter().map(page).collect();
        // The default stack is no measure of a reader; and CPU is a thread's.
        let worked = std::thread::scope(|scope| {
            let work = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || work(&pages));
            work.map_err(|e| e.to_string())?
                .join()
                .map_err(|_| format!("{set}: the readers' thread ended early"))
        })?;
        for ((reader, _), (rows, cpu)) in READERS.iter().zip(worked) {
            let path = scratch.join(format!("peers-{set}-{reader}.jsonl"));
            let refused = rows.iter().filter(|row| row.is_none()).count();
            write(&path, &pages, &rows)?;
            let figures = scorers::figures(&score(corpora, &corpus, &path)?);
            let _ = write!(out, "| {set} | {reader} |");
            for (name, _) in COLUMNS {
                match figures.get(name).filter(|figure| !figure.is_nan()) {
                    Some(figure) => out.push_str(&format!(" {figure:.3} |").replace(" 0.", " .")),
                    None => out.push_str(" |"),
                }
            }
            let _ = writeln!(out, " {refused} | {cpu:.1} |");
        }
    }
    Ok(out)
}

fn page(row: &Value) -> Page {
    let text = |name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    Page { id: text("id"), url: Url::parse(&text("url")).ok(), html: text("html") }
}

/// Each reader's rows and its CPU as a multiple of dom_smoothie's.
fn work(pages: &[Page]) -> Vec<(Vec<Option<Value>>, f64)> {
    let hook = take_hook();
    // A reader that panics refuses the page; its words are not ours to print.
    set_hook(Box::new(|_| {}));
    let calm = |read: Read, page: &Page| catch_unwind(AssertUnwindSafe(|| read(page))).ok().flatten();
    let rows = READERS.map(|(_, read)| pages.iter().map(|page| calm(read, page)).collect());
    let [first, second, third] = READERS.map(|(_, read)| {
        move || {
            for page in pages {
                let _ = black_box(calm(read, black_box(page)));
            }
        }
    });
    let spent = fastest(ROUNDS, [&first, &second, &third]);
    set_hook(hook);
    let smoothie = spent.get(1).map_or(f64::NAN, std::time::Duration::as_secs_f64);
    rows.into_iter().zip(spent.map(|spent| spent.as_secs_f64() / smoothie)).collect()
}

fn ours(page: &Page) -> Option<Value> {
    let mut rows = extract(&wireroom_extract::Page::new(&page.html).at(page.url.as_ref())).into_iter();
    let row = rows.next()?;
    Some(json!({"title": row.title, "authors": row.authors, "published": row.published, "body": row.body}))
}

fn smoothie(page: &Page) -> Option<Value> {
    // Raw text joins blocks without a space between them.
    let config = dom_smoothie::Config { text_mode: dom_smoothie::TextMode::Formatted, ..Default::default() };
    let url = page.url.as_ref().map(Url::as_str);
    let article = dom_smoothie::Readability::new(page.html.as_str(), url, Some(config)).ok()?.parse().ok()?;
    let authors = names(article.byline.as_deref().unwrap_or_default());
    Some(json!({"title": article.title, "authors": authors, "published": article.published_time,
        "body": &*article.text_content}))
}

fn trafilatura(page: &Page) -> Option<Value> {
    // The options of which its body F1 is best on every set: .935 against .933 and .923 on fundus, .855 against .832 on daniel.
    let focus = trafilatura::ExtractionFocus::FavorPrecision;
    let mut options =
        trafilatura::Options::default().with_fallback(true).with_focus(focus).with_exclude_comments(true);
    options.original_url.clone_from(&page.url);
    let found = trafilatura::extract(&page.html, &options).ok()?;
    let published = found.metadata.date.map(|date| date.to_string());
    Some(
        json!({"title": found.metadata.title, "authors": names(&found.metadata.author), "published": published,
        "body": found.content_text}),
    )
}

/// The names of a byline that a peer gives in one piece.
fn names(byline: &str) -> Vec<String> {
    let byline = byline.trim().trim_start_matches("By ").trim_start_matches("by ");
    let parts = byline.split([',', ';', '&', '\n']).flat_map(|part| part.split(" and "));
    parts.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn write(path: &Path, pages: &[Page], rows: &[Option<Value>]) -> Result<(), String> {
    let told = |e: std::io::Error| format!("{}: {e}", path.display());
    let mut file = std::io::BufWriter::new(std::fs::File::create(path).map_err(told)?);
    for (page, row) in pages.iter().zip(rows) {
        let mut row = row.clone().unwrap_or_else(|| json!({}));
        if let Some(row) = row.as_object_mut() {
            row.insert("id".to_owned(), page.id.clone().into());
        }
        writeln!(file, "{row}").map_err(told)?;
    }
    file.flush().map_err(told)
}

fn score(corpora: &Path, corpus: &Path, rows: &Path) -> Result<String, String> {
    let scorer = corpora.join("../score/extract.py");
    let out = Command::new("python3").arg(&scorer).arg(corpus).arg(rows).output();
    let out = out.map_err(|e| format!("python3: {e}"))?;
    let told = || format!("{}: {}", scorer.display(), String::from_utf8_lossy(&out.stderr));
    if out.status.success() { Ok(String::from_utf8_lossy(&out.stdout).into_owned()) } else { Err(told()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byline_in_one_piece_is_taken_apart() {
        assert_eq!(names("By Ann Lee and Bo Ek, Cy Ray; Di Fox"), ["Ann Lee", "Bo Ek", "Cy Ray", "Di Fox"]);
        assert!(names("  ").is_empty());
    }

    #[test]
    fn every_reader_reads_an_ordinary_page() {
        let prose =
            "<p>The ferry left at nine with forty people, a horse, and a cello that was late.</p>".repeat(9);
        let html = format!(
            "<html><head><title>The ferry</title></head><body><article>{prose}</article></body></html>"
        );
        let page = Page { id: "a".to_owned(), url: Url::parse("https://a.example/b").ok(), html };
        for (name, read) in READERS {
            let row = read(&page).unwrap();
            assert!(row["body"].as_str().unwrap().contains("a cello that was late"), "{name}: {row}");
        }
    }
}
