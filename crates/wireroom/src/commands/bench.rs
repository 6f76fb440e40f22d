//! `wireroom bench`: the whole path over a folder or JSONL of pages, and what each step cost.
//! A cost is CPU per article and its ratio to a bare html5ever parse of the same pages in the same run, so that it
//! means the same on any machine. Growth is the last tenth's cost against the first tenth's. A story is made anew at each
//! of its changes, as the pipeline does it when no two come together: "stories" is the sorting, "beside" the profile and
//! its ties, "topics" the tags, "brief" its sentences, quotes, dates, figures, timeline and points, "news" what each text
//! brought; the last two together are "understanding".

use crate::config::Config;
use crate::filters::brief::source;
use crate::filters::rows::whole;
use crate::house::{House, say};
use clap::{Arg, ArgMatches, Command};
use cpu_time::{ProcessTime, ThreadTime};
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::RcDom;
use serde::Deserialize;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::time::Duration;
use url::Url;
use wireroom_brief::news::{Arrival, updates};
use wireroom_brief::{Source, brief};
use wireroom_copy::Copies;
use wireroom_extract::{Page, decode, extract};
use wireroom_model::{Article, ArticleId, StoryId, Time, When};
use wireroom_pipeline::{Import, Reach};
use wireroom_story::{Affairs, Event, Item, Profile, State, TagText, step, tags};
use wireroom_text::hash;

/// Largest page of a folder, in bytes.
const MAX_PAGE_BYTES: u64 = 64 << 20;
/// Pages read at most; more would measure the disk.
const MAX_PAGES: usize = 100_000;
/// Sources given to a brief at most: a story's size must not decide the figure of another.
const MAX_SOURCES: usize = 500;
/// Steps, in the order of the path.
const STEPS: [&str; 8] = ["parse", "extract", "copies", "stories", "beside", "topics", "brief", "news"];
/// The places of the briefs and of what is new among them: together they are what understanding costs.
const BRIEF: usize = 6;
const NEWS: usize = 7;

pub fn command() -> Command {
    Command::new("bench")
        .about("Run the whole path over pages and print each step's CPU per article, its ratio to a bare parse, and growth")
        .arg(
            Arg::new("pages")
                .value_name("PATH")
                .required(true)
                .value_parser(clap::value_parser!(PathBuf))
                .help("A folder of .html files, or a JSONL file of {\"id\",\"url\",\"html\"} rows"),
        )
}

pub fn run(given: &ArgMatches, config: &Config) -> Result<bool, String> {
    let path = given.get_one::<PathBuf>("pages").ok_or("no PATH was given")?;
    let mut bench = Bench::default();
    let skipped = each_page(path, &mut |url, html| bench.page(url, html))?;
    if bench.costs.is_empty() {
        return Err(format!(
            "{} holds no pages: name a folder of .html files or a JSONL of pages",
            path.display()
        ));
    }
    bench.briefs();
    let whole = whole_path(path, bench.costs.len(), config)?;
    print!("{}", bench.report(&whole));
    if skipped > 0 {
        eprintln!("{skipped} pages left out");
    }
    Ok(skipped == 0)
}

/// Hands every page of a folder or a JSONL file to `take`. Returns how many were left out.
fn each_page(path: &Path, take: &mut dyn FnMut(Option<&str>, &str)) -> Result<u64, String> {
    if path.is_dir() { folder(path, take) } else { rows(path, take) }
}

fn folder(path: &Path, take: &mut dyn FnMut(Option<&str>, &str)) -> Result<u64, String> {
    let read = std::fs::read_dir(path).map_err(|e| format!("{}: it cannot be read: {e}", path.display()))?;
    let mut files: Vec<PathBuf> = read.filter_map(|entry| Some(entry.ok()?.path())).collect();
    let is_page = |e: &std::ffi::OsStr| e.eq_ignore_ascii_case("html") || e.eq_ignore_ascii_case("htm");
    files.retain(|f| f.extension().is_some_and(is_page));
    files.sort();
    let mut skipped = 0;
    for file in files.iter().take(MAX_PAGES) {
        match whole(file, MAX_PAGE_BYTES) {
            Ok(bytes) => take(None, &decode(&bytes, None)),
            Err(why) => {
                eprintln!("{why}");
                skipped += 1;
            }
        }
    }
    Ok(skipped)
}

#[derive(Deserialize)]
struct Row {
    url: Option<String>,
    html: Option<String>,
}

fn rows(path: &Path, take: &mut dyn FnMut(Option<&str>, &str)) -> Result<u64, String> {
    let name = path.display();
    let file = File::open(path).map_err(|e| format!("{name}: it cannot be read: {e}"))?;
    let mut skipped = 0;
    for (number, line) in BufReader::new(file).lines().take(MAX_PAGES).enumerate() {
        let line = line.map_err(|e| format!("{name}, line {}: {e}", number + 1))?;
        match serde_json::from_str(&line).map(|row: Row| (row.url, row.html)) {
            Ok((url, Some(html))) => take(url.as_deref(), &html),
            Ok((_, None)) => {
                eprintln!("{name}, line {}: the row has no \"html\"", number + 1);
                skipped += 1;
            }
            Err(error) => {
                eprintln!("{name}, line {}: {error}", number + 1);
                skipped += 1;
            }
        }
    }
    Ok(skipped)
}

/// CPU of one page or article, by step.
type Cost = [Duration; STEPS.len()];

#[derive(Debug, Default)]
struct Bench {
    copies: Copies,
    state: State,
    affairs: Affairs,
    costs: Vec<Cost>,
    articles: Vec<(Article, Option<StoryId>)>,
    now: Option<When>,
}

impl Bench {
    fn page(&mut self, url: Option<&str>, html: &str) {
        let url = url.and_then(|u| Url::parse(u).ok());
        let parse = timed(|| {
            drop(html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(html))
        });
        let mut found = Vec::new();
        let extracted = timed(|| found = extract(&Page::new(html).at(url.as_ref())));
        let mut cost = Cost::default();
        add(&mut cost, 0, parse);
        add(&mut cost, 1, extracted);
        for one in found {
            let Ok(id) = ArticleId::new(self.articles.len() as u64 + 1) else { continue };
            let article = Article {
                id,
                url: one.url,
                outlet: one.outlet,
                lang: one.lang,
                published: one.published,
                updated: one.updated,
                title: one.title.unwrap_or_default(),
                authors: one.authors,
                agency: one.agency,
                dateline: one.dateline,
                body: one.body,
                kind: one.kind,
            };
            let (copies, stories) = self.place(article);
            add(&mut cost, 2, copies);
            add(&mut cost, 3, stories);
            let (beside, topics) = self.follow(id);
            add(&mut cost, 4, beside);
            add(&mut cost, 5, topics);
        }
        self.costs.push(cost);
    }

    fn place(&mut self, article: Article) -> (Duration, Duration) {
        if let Time::At(when) = article.published
            && self.now.is_none_or(|now| now.sort_key() < when.sort_key())
        {
            self.now = Some(when);
        }
        let now = self.now.unwrap_or(When::EPOCH);
        let mut family = None;
        let copies = timed(|| family = Some(self.copies.add(&article, now).family));
        let mut story = None;
        let stories = timed(|| {
            let Ok(fresh) = StoryId::new(article.id.get()) else { return };
            story = step(&mut self.state, &Item { article: &article, family }, fresh, now).iter().find_map(
                |event| match event {
                    Event::Opened { story, .. } | Event::Joined { story, .. } => Some(*story),
                    _ => None,
                },
            );
        });
        self.articles.push((article, story));
        (copies, stories)
    }

    /// What is made of a story beside its brief when an article joins it.
    fn follow(&mut self, joined: ArticleId) -> (Duration, Duration) {
        let Some(story) = self.state.story_of(joined) else { return Default::default() };
        let members = self.state.articles(story).iter().rev().take(MAX_SOURCES);
        let texts: Vec<Item<'_>> = members
            .filter_map(|&id| {
                let (article, _) = self.articles.get(usize::try_from(id.get()).ok()?.checked_sub(1)?)?;
                Some(Item { article, family: self.copies.placement(id).map(|placed| placed.family) })
            })
            .collect();
        let arrived = self.now.map_or(0, When::unix);
        let beside = timed(|| drop(self.affairs.put(story, Profile::of(&texts, arrived))));
        let topics = timed(|| drop(tags(&texts.iter().map(tag_text).collect::<Vec<_>>())));
        (beside, topics)
    }

    /// One brief a story; its cost is shared among the story's pages.
    fn briefs(&mut self) {
        let hashes: Vec<String> = self.articles.iter().map(|(a, _)| hash::text_v1(&a.body)).collect();
        let mut stories: std::collections::BTreeMap<StoryId, Vec<usize>> = std::collections::BTreeMap::new();
        for (at, (_, story)) in self.articles.iter().enumerate() {
            if let Some(story) = story {
                stories.entry(*story).or_default().push(at);
            }
        }
        for members in stories.values() {
            let sources: Vec<Source<'_>> =
                members.iter().take(MAX_SOURCES).filter_map(|at| self.source(*at, &hashes)).collect();
            let arrivals: Vec<Arrival<'_>> = sources.iter().map(arrival).collect();
            let of_each = |cost: Duration| cost / u32::try_from(members.len()).unwrap_or(u32::MAX).max(1);
            let briefed = of_each(timed(|| drop(brief(&sources))));
            let told = of_each(timed(|| drop(updates(&arrivals))));
            for at in members {
                // Pages and articles run in step but for pages that hold several: close enough for a tenth.
                let last = self.costs.len().saturating_sub(1);
                if let Some(cost) = self.costs.get_mut((*at).min(last)) {
                    add(cost, BRIEF, briefed);
                    add(cost, NEWS, told);
                }
            }
        }
    }

    fn source<'a>(&'a self, at: usize, hashes: &'a [String]) -> Option<Source<'a>> {
        let (article, _) = self.articles.get(at)?;
        source(article, hashes.get(at)?, &self.copies)
    }

    /// The table. `whole` is the CPU of the whole path through store and index, a tenth of the pages at a time.
    fn report(&self, whole: &[Duration]) -> String {
        let articles = self.articles.len().max(1);
        let sum = |costs: &[Cost], step: usize| {
            costs.iter().filter_map(|c| c.get(step)).sum::<Duration>().as_secs_f64()
        };
        let parse = sum(&self.costs, 0).max(f64::MIN_POSITIVE);
        let tenth = (self.costs.len() / 10).max(1);
        let first = self.costs.get(..tenth).unwrap_or_default();
        let last = self.costs.get(self.costs.len() - tenth..).unwrap_or_default();
        let mut out = format!(
            "pages={} articles={articles}\nstep          ms/article  of a parse  last/first tenth\n",
            self.costs.len()
        );
        let rows = STEPS.iter().enumerate().map(|(step, name)| (*name, vec![step]));
        for (name, steps) in rows.chain([("understanding", vec![BRIEF, NEWS])]) {
            let sum_of = |costs: &[Cost]| steps.iter().map(|&step| sum(costs, step)).sum::<f64>();
            let total = sum_of(&self.costs);
            // The pages of the tenths differ in size: each step's cost is weighed by their parses.
            let weighed = |part: &[Cost]| sum_of(part) / sum(part, 0).max(f64::MIN_POSITIVE);
            let growth = weighed(last) / weighed(first).max(f64::MIN_POSITIVE);
            let per = total * 1_000.0 / articles as f64;
            out.push_str(&format!("{name:<13} {per:>10.3}  {:>10.3}  {growth:>16.2}\n", total / parse));
        }
        let weigh = |cost: Option<&Duration>, pages: &[Cost]| {
            cost.map_or(0.0, Duration::as_secs_f64) / sum(pages, 0).max(f64::MIN_POSITIVE)
        };
        let growth = weigh(whole.last(), last) / weigh(whole.first(), first).max(f64::MIN_POSITIVE);
        let total = whole.iter().sum::<Duration>().as_secs_f64();
        let per = total * 1_000.0 / articles as f64;
        out.push_str(&format!("{:<13} {per:>10.3}  {:>10.3}  {growth:>16.2}\n", "whole path", total / parse));
        out.push_str(&match peak_memory_kb() {
            Some(kb) => format!("peak memory {:.1} MB\n", kb as f64 / 1024.0),
            None => "peak memory unknown on this system\n".to_owned(),
        });
        out
    }
}

/// The same pages through a house in a temporary folder: store, jobs, families, stories, briefs and index.
/// Returns the CPU of all threads for each tenth of the pages (the last takes what is left over).
fn whole_path(path: &Path, pages: usize, config: &Config) -> Result<Vec<Duration>, String> {
    let folder = tempfile::tempdir().map_err(|e| format!("no temporary folder can be made: {e}"))?;
    let config = Config { data: folder.path().to_owned(), ..config.clone() };
    let tenth = (pages / 10).max(1);
    super::block_on(async {
        let house = House::open(&config).await?;
        let (mut batch, mut costs, mut number) = (Vec::new(), Vec::new(), 0);
        let runtime = tokio::runtime::Handle::current();
        let mut failed = None;
        tokio::task::block_in_place(|| {
            each_page(path, &mut |url, html| {
                number += 1;
                let name = format!("bench page {number}");
                batch.push(Import::Html {
                    name,
                    url: url.map(str::to_owned),
                    bytes: html.as_bytes().to_vec(),
                });
                let full = batch.len() == tenth && costs.len() < 9;
                if full || number == pages {
                    let start = ProcessTime::now();
                    let batch = std::mem::take(&mut batch);
                    let done = runtime.block_on(async {
                        house.pipeline.import(batch).await.map_err(say)?;
                        house.pipeline.drain(Reach::Local).await.map_err(say)
                    });
                    failed = failed.take().or(done.err());
                    costs.push(start.elapsed());
                }
            })
        })?;
        house.close().await;
        failed.map_or(Ok(costs), Err)
    })
}

fn tag_text<'a>(item: &Item<'a>) -> TagText<'a> {
    let Article { outlet, lang, title, body, .. } = item.article;
    TagText { family: item.family, outlet: outlet.as_deref(), lang: *lang, title, body }
}

/// Dated texts come when they were printed; the others in the order of the pages.
fn arrival<'a>(source: &Source<'a>) -> Arrival<'a> {
    Arrival { source: *source, at: source.published.sort_key().unwrap_or(0) }
}

fn add(cost: &mut Cost, step: usize, more: Duration) {
    if let Some(slot) = cost.get_mut(step) {
        *slot += more;
    }
}

/// CPU time of this thread over `act`.
fn timed(act: impl FnOnce()) -> Duration {
    let start = ThreadTime::now();
    act();
    start.elapsed()
}

/// The process's largest resident size, where the system tells.
fn peak_memory_kb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok())
}
