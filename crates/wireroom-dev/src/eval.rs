//! `cargo eval`: runs the filters over the development corpora, prints the figures, holds them to their floors.
//! It needs the corpora and their scorers (WIREROOM_CORPORA, else ../shared/corpora); without them it says in one
//! line that they were skipped, and with CI=true that is a failure. The corpora are read, never copied.
//! The gates `own` and `news` need none: their gold is ours. Start at [`run`].

use crate::gold::Part;
use crate::{
    churn, cost, feeds, floors, growth, languages, load, own, root, scorers, sentences, understanding,
};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use wireroom_text::hash::text_v1;
use wireroom_text::normal::normalise;

/// How one gate is run.
enum Shape {
    /// The filter reads the corpus and the scorer compares two files.
    Rows { filter: &'static [&'static str], scorer: &'static str },
    /// The scorer runs the filter itself, in several orders.
    ScorerRuns { filter: &'static [&'static str], scorer: &'static str },
    /// The scorer runs the filter over a folder of feed files; then parsing is weighed against a bare pass.
    Feeds,
    /// The extractor's tests of time and memory, optimised, over grown shapes and the pages of every corpus.
    Strength,
    /// A room's window over a stream of many times its size: the last articles beside early ones, and bytes.
    Growth(Grow),
    /// The stories as they come, day by day: which articles change theirs, and why.
    Churn,
    /// What sorting and understanding cost beside a bare parse.
    Cost,
    /// A full house under readers: pages and searches beside a file of the same server.
    Load,
    /// Share of pages whose language equals the one that the page states.
    Language,
    /// Key points of updates against what their writers tell a newcomer.
    KeyPoints,
    /// Texts cut into sentences, and the cost over the pages of a second corpus.
    Sentences { pages: &'static str },
}

/// A room's growth over rows of the corpus, for so many articles.
type Grow = fn(&[serde_json::Value], u64) -> Result<String, String>;

struct Gate {
    name: &'static str,
    corpus: &'static str,
    shape: Shape,
}

const EXTRACT: Shape = Shape::Rows { filter: &["extract"], scorer: "extract.py" };
const STORIES: Shape = Shape::ScorerRuns { filter: &["stories", "--final"], scorer: "stories.py" };

/// Every judgement of the house that a corpus can hold to account.
const GATES: [Gate; 24] = [
    Gate { name: "extract-fundus", corpus: "extract-fundus-a.jsonl.gz", shape: EXTRACT },
    Gate { name: "extract-np4k", corpus: "extract-np4k-a.jsonl.gz", shape: EXTRACT },
    Gate { name: "extract-traf", corpus: "extract-traf-a.jsonl.gz", shape: EXTRACT },
    Gate { name: "extract-daniel", corpus: "extract-daniel-a.jsonl.gz", shape: EXTRACT },
    Gate { name: "extract-dates", corpus: "dates-of-pages-a.jsonl.gz", shape: EXTRACT },
    Gate { name: "extract-strength", corpus: "extract-fundus-a.jsonl.gz", shape: Shape::Strength },
    Gate { name: "language", corpus: "extract-fundus-a.jsonl.gz", shape: Shape::Language },
    Gate { name: "cost-fundus", corpus: "extract-fundus-a.jsonl.gz", shape: Shape::Cost },
    Gate { name: "stories-2025", corpus: "stories-2025-a.jsonl.gz", shape: STORIES },
    Gate { name: "stories-2017", corpus: "stories-2017.jsonl.gz", shape: STORIES },
    Gate { name: "stories-churn", corpus: "stories-2025-a.jsonl.gz", shape: Shape::Churn },
    Gate {
        name: "copies",
        corpus: "copies-a.jsonl.gz",
        shape: Shape::Rows { filter: &["copies"], scorer: "copies.py" },
    },
    Gate { name: "copies-growth", corpus: "volume-6k.jsonl.gz", shape: Shape::Growth(growth::copies) },
    Gate { name: "stories-growth", corpus: "volume-6k.jsonl.gz", shape: Shape::Growth(growth::stories) },
    Gate {
        name: "quotes",
        corpus: "quotes-dev.jsonl.gz",
        shape: Shape::Rows { filter: &["quotes"], scorer: "quotes.py" },
    },
    Gate {
        name: "dates",
        corpus: "dates-a.jsonl.gz",
        shape: Shape::Rows { filter: &["dates"], scorer: "dates.py" },
    },
    Gate {
        name: "verify-page",
        corpus: "citations-wice-dev.jsonl.gz",
        shape: Shape::Rows { filter: &["verify"], scorer: "citations.py" },
    },
    Gate {
        name: "verify-passage",
        corpus: "citations-ab-dev.jsonl.gz",
        shape: Shape::Rows { filter: &["verify"], scorer: "citations.py" },
    },
    Gate {
        name: "briefs-growth",
        corpus: "stories-2025-a.jsonl.gz",
        shape: Shape::Growth(understanding::growth::run),
    },
    Gate { name: "keypoints", corpus: "keypoints-a.jsonl.gz", shape: Shape::KeyPoints },
    Gate {
        name: "sentences",
        corpus: "sentences-en.jsonl.gz",
        shape: Shape::Sentences { pages: "extract-fundus-a.jsonl.gz" },
    },
    Gate { name: "feeds", corpus: "feeds.tar.gz", shape: Shape::Feeds },
    Gate { name: "serve", corpus: "volume-6k.jsonl.gz", shape: Shape::Load },
    Gate {
        name: "citations",
        corpus: "stories-2025-a.jsonl.gz",
        shape: Shape::Rows { filter: &["brief"], scorer: "" },
    },
];

/// The gates that need no corpora: their gold is ours.
const OWN: &str = "own";
const ASK: &str = "ask";
const FIGURES: &str = "figures";
const NEWS: &str = "news";
const PAIRS: &str = "pairs";
const COST: &str = "cost";
const OURS: [&str; 6] = [OWN, ASK, FIGURES, NEWS, PAIRS, COST];

/// What the command line asks for.
#[derive(Default)]
struct Asked<'a> {
    gates: Vec<&'a str>,
    peers: bool,
    sealed: bool,
    table: bool,
    why: bool,
    whole: bool,
}

impl<'a> Asked<'a> {
    fn read(arguments: &[&'a str]) -> Result<Self, String> {
        let mut asked = Self::default();
        for &argument in arguments {
            match argument {
                "--peers" => asked.peers = true,
                "--sealed" => asked.sealed = true,
                "--table" => asked.table = true,
                "--why" => asked.why = true,
                "--whole" => asked.whole = true,
                unknown if unknown.starts_with("--") => {
                    return Err(format!(
                        "eval knows --peers, --sealed, --table, --why and --whole, and not {unknown}"
                    ));
                }
                gate => asked.gates.push(gate),
            }
        }
        if asked.peers {
            return Ok(asked);
        }
        let known = || GATES.iter().map(|gate| gate.name).chain(OURS);
        if let Some(unknown) = asked.gates.iter().find(|name| known().all(|gate| gate != **name)) {
            let known: Vec<&str> = known().collect();
            return Err(format!("no gate is named {unknown}; there are {}", known.join(", ")));
        }
        let ours = !asked.gates.is_empty() && asked.gates.iter().all(|gate| OURS.contains(gate));
        if (asked.sealed || asked.why) && !ours || asked.table && asked.gates != [OWN] {
            return Err(format!(
                "--sealed and --why belong to cargo eval {}, --table to cargo eval own",
                OURS.join(", ")
            ));
        }
        if asked.whole && !matches!(*asked.gates, ["copies-growth" | "stories-growth" | "serve"]) {
            return Err("--whole belongs to cargo eval copies-growth, stories-growth or serve".to_owned());
        }
        Ok(asked)
    }

    fn wants(&self, gate: &str) -> bool {
        self.gates.is_empty() || self.gates.contains(&gate)
    }

    fn wants_corpora(&self) -> bool {
        self.gates.is_empty() || self.gates.iter().any(|gate| !OURS.contains(gate))
    }
}

/// `cargo eval [GATE ...]`; with `--peers` other readers beside ours instead.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    let asked = Asked::read(arguments)?;
    if asked.peers {
        return peers(&asked.gates);
    }
    let floors = floors::read()?;
    let mut told = Vec::new();
    let part = if asked.sealed { Part::Sealed } else { Part::Open };
    let shown = understanding::Shown { part, why: asked.why };
    let gates: [(&str, understanding::Gate); 4] = [
        (ASK, understanding::ask::run),
        (FIGURES, understanding::figures::run),
        (NEWS, understanding::news::run),
        (PAIRS, understanding::pairs::run),
    ];
    for (name, gate) in gates.into_iter().filter(|(name, _)| asked.wants(name)) {
        let named = if asked.sealed { format!("{name}-sealed") } else { name.to_owned() };
        told.extend(hold(&named, &gate(shown)?, &floors, !asked.sealed));
    }
    if asked.wants(OWN) {
        let (part, name) = if asked.sealed { (Part::Sealed, "own-sealed") } else { (Part::Open, OWN) };
        let printed = own::run(own::Shown { part, table: asked.table, why: asked.why })?;
        told.extend(hold(name, &printed, &floors, !asked.sealed));
    }
    if asked.wants(COST) {
        told.extend(hold(COST, &cost::own()?, &floors, true));
    }
    if asked.wants_corpora() {
        told.extend(over_corpora(&asked, &floors)?);
    }
    if !told.is_empty() {
        return Err(told.join("\n"));
    }
    println!("eval: every figure stands at or above its floor");
    Ok(())
}

/// Prints what a gate found, and gives a sentence for each figure that it must not have.
fn hold(gate: &str, printed: &str, floors: &BTreeMap<String, floors::Floors>, pinned: bool) -> Vec<String> {
    println!("{gate}");
    for line in printed.lines() {
        println!("    {line}");
    }
    match floors.get(gate) {
        Some(floors) => floors::breaches(gate, floors, &scorers::figures(printed)),
        None if pinned => vec![format!("{gate}: floors.toml pins nothing for it")],
        None => Vec::new(),
    }
}

fn over_corpora(asked: &Asked, floors: &BTreeMap<String, floors::Floors>) -> Result<Vec<String>, String> {
    let corpora = corpora();
    if !corpora.is_dir() {
        let line = format!("eval skipped: no corpora at {} (set WIREROOM_CORPORA)", corpora.display());
        if std::env::var("CI").is_ok_and(|v| v == "true") {
            return Err(line);
        }
        println!("{line}");
        return Ok(Vec::new());
    }
    let whole = asked.whole;
    let alone = |gate: &Gate| matches!(gate.shape, Shape::Cost | Shape::Growth(_));
    let by_filter = GATES.iter().any(|gate| asked.wants(gate.name) && !alone(gate));
    let wireroom = if by_filter { build()? } else { PathBuf::new() };
    let bench = Bench { wireroom, scorers: corpora.join("../score"), corpora, scratch: scratch()?, whole };
    let mut told = Vec::new();
    for gate in GATES.iter().filter(|gate| asked.wants(gate.name)) {
        let printed = bench.run(gate).map_err(|e| format!("{}: {e}", gate.name))?;
        told.extend(hold(gate.name, &printed, floors, true));
    }
    Ok(told)
}

/// Builds itself again with the other readers and prints them beside ours.
#[cfg(not(feature = "peers"))]
fn peers(of: &[&str]) -> Result<(), String> {
    let mut run = Command::new(env!("CARGO"));
    run.args(["run", "--quiet", "--profile", "eval", "-p", "wireroom-dev", "--features", "peers"]);
    let status = run.args(["--", "eval"]).args(of).arg("--peers").current_dir(root()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("the comparison ended with {status}")),
        Err(error) => Err(format!("cargo could not be started: {error}")),
    }
}

#[cfg(feature = "peers")]
fn peers(of: &[&str]) -> Result<(), String> {
    let (corpora, scratch) = (corpora(), scratch()?);
    let table = match of {
        ["feeds"] => crate::peers::feeds::beside(&unpack(&corpora.join("feeds.tar.gz"), &scratch)?)?,
        ["extract"] => crate::peers::pages::beside(&corpora, &scratch, read_rows)?,
        ["copies"] => crate::peers::copies::beside(&corpora, read_rows)?,
        _ => return Err("--peers is for feeds, extract and copies: cargo eval copies --peers".to_owned()),
    };
    print!("{table}");
    Ok(())
}

fn corpora() -> PathBuf {
    std::env::var_os("WIREROOM_CORPORA").map_or_else(|| root().join("../shared/corpora"), PathBuf::from)
}

fn build() -> Result<PathBuf, String> {
    let status = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--profile", "eval", "-p", "wireroom"])
        .current_dir(root())
        .status();
    match status {
        Ok(status) if status.success() => Ok(target().join("eval/wireroom")),
        Ok(status) => Err(format!("the build of wireroom ended with {status}")),
        Err(error) => Err(format!("cargo could not be started: {error}")),
    }
}

/// Runs the extractor's tests that only say something optimised; their failure is the gate's.
fn strength(corpora: &Path) -> Result<String, String> {
    let corpora = corpora.canonicalize().map_err(|e| format!("{}: {e}", corpora.display()))?;
    let mut run = Command::new(env!("CARGO"));
    run.args(["test", "--quiet", "--profile", "eval", "-p", "wireroom-extract", "--test", "growth"]);
    run.args(["--test", "corpora", "--", "--include-ignored", "--nocapture", "--test-threads=1"]);
    let ran = run.env("WIREROOM_CORPORA", corpora).current_dir(root()).output();
    let ran = ran.map_err(|e| format!("cargo could not be started: {e}"))?;
    let printed = String::from_utf8_lossy(&ran.stdout);
    if !ran.status.success() {
        return Err(format!("{printed}{}", String::from_utf8_lossy(&ran.stderr)));
    }
    let told: String =
        printed.lines().filter(|l| l.starts_with("strength ")).flat_map(|l| [l, "\n"]).collect();
    if told.is_empty() { Err(format!("the tests printed no figures:\n{printed}")) } else { Ok(told) }
}

fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

fn scratch() -> Result<PathBuf, String> {
    let folder = target().join("eval-rows");
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    Ok(folder)
}

struct Bench {
    wireroom: PathBuf,
    corpora: PathBuf,
    scorers: PathBuf,
    scratch: PathBuf,
    /// The long form of a gate that has a short one.
    whole: bool,
}

impl Bench {
    fn run(&self, gate: &Gate) -> Result<String, String> {
        let corpus = self.corpora.join(gate.corpus);
        match gate.shape {
            Shape::Rows { filter, scorer: "" } => {
                let rows = self.filter(filter, &corpus, gate.name)?;
                cited(&read_rows(&corpus)?, &rows)
            }
            Shape::Rows { filter, scorer } => {
                let rows = self.filter(filter, &corpus, gate.name)?;
                self.python(scorer, |run| run.arg(&corpus).arg(&rows))
            }
            Shape::ScorerRuns { filter, scorer } => {
                self.python(scorer, |run| run.arg(&corpus).arg("--run").arg(&self.wireroom).args(filter))
            }
            Shape::Feeds => {
                let folder = unpack(&corpus, &self.scratch)?;
                let scored =
                    self.python("feeds.py", |run| run.arg(&folder).arg(&self.wireroom).arg("feed"))?;
                Ok(scored + &feeds::share_of_a_bare_pass(&folder)?)
            }
            Shape::Strength => strength(&self.corpora),
            Shape::Growth(grow) => {
                grow(&read_rows(&corpus)?, if self.whole { growth::WHOLE } else { growth::SHORT })
            }
            Shape::Load => {
                let articles = if self.whole { load::WHOLE } else { load::SHORT };
                load::run(&self.wireroom, &self.scratch, &read_rows(&corpus)?, articles)
            }
            Shape::KeyPoints => understanding::keypoints::run(&read_rows(&corpus)?),
            Shape::Churn => {
                let fed = churn::replay(&read_rows(&corpus)?);
                let printed = self.feed(&["stories"], &fed, gate.name)?;
                let last = self.feed(&["stories", "--final"], &fed, "stories-churn-final")?;
                churn::told(&read_rows(&printed)?, &read_rows(&last)?)
            }
            Shape::Cost => cost::pages(&read_rows(&corpus)?),
            Shape::Language => {
                let rows = self.filter(&["extract"], &corpus, gate.name)?;
                languages::stated(&read_rows(&corpus)?, &read_rows(&rows)?)
            }
            Shape::Sentences { pages } => {
                sentences::run(&read_rows(&corpus)?, &read_rows(&self.corpora.join(pages))?)
            }
        }
    }

    /// Feeds the unpacked corpus to a filter; its rows land in a file. Broken rows are a failure here.
    fn filter(&self, arguments: &[&str], corpus: &Path, name: &str) -> Result<PathBuf, String> {
        self.feed(arguments, &unzip(corpus)?, name)
    }

    /// The same with rows at hand.
    fn feed(&self, arguments: &[&str], text: &[u8], name: &str) -> Result<PathBuf, String> {
        let path = self.scratch.join(format!("{name}.jsonl"));
        let out = File::create(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let mut child = Command::new(&self.wireroom)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(out)
            .spawn()
            .map_err(|e| format!("{}: {e}", self.wireroom.display()))?;
        let mut stdin = child.stdin.take().ok_or("the filter has no standard input")?;
        let fed = stdin.write_all(text);
        drop(stdin);
        let status = child.wait().map_err(|e| e.to_string())?;
        fed.map_err(|e| format!("the filter stopped reading: {e}"))?;
        if status.success() {
            Ok(path)
        } else {
            Err(format!("wireroom {} ended with {status}", arguments.join(" ")))
        }
    }

    fn python(
        &self,
        scorer: &str,
        arguments: impl FnOnce(&mut Command) -> &mut Command,
    ) -> Result<String, String> {
        let mut run = Command::new("python3");
        run.arg(self.scorers.join(scorer));
        let out =
            arguments(&mut run).stderr(Stdio::inherit()).output().map_err(|e| format!("python3: {e}"))?;
        if !out.status.success() {
            return Err(format!("{scorer} ended with {}", out.status));
        }
        Ok(String::from_utf8_lossy(&out.stdout).into_owned())
    }
}

fn unpack(archive: &Path, scratch: &Path) -> Result<PathBuf, String> {
    let folder = scratch.join("feeds");
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let status = Command::new("tar").arg("xzf").arg(archive).arg("-C").arg(&folder).status();
    match status {
        Ok(status) if status.success() => Ok(folder),
        other => Err(format!("tar could not unpack {}: {other:?}", archive.display())),
    }
}

fn unzip(path: &Path) -> Result<Vec<u8>, String> {
    let out = Command::new("gzip").arg("-dc").arg(path).output().map_err(|e| format!("gzip: {e}"))?;
    if out.status.success() { Ok(out.stdout) } else { Err(format!("gzip could not read {}", path.display())) }
}

fn read_rows(path: &Path) -> Result<Vec<serde_json::Value>, String> {
    let bytes = if path.extension().is_some_and(|e| e == "gz") {
        unzip(path)?
    } else {
        std::fs::read(path).map_err(|e| e.to_string())?
    };
    String::from_utf8_lossy(&bytes)
        .lines()
        .map(|line| serde_json::from_str(line).map_err(|e| e.to_string()))
        .collect()
}

pub(crate) fn field<'r>(row: &'r serde_json::Value, name: &str) -> &'r str {
    row.get(name).and_then(|v| v.as_str()).unwrap_or("")
}

/// Every sentence of a brief must stand, character for character, in the article that it cites, under its hash.
fn cited(articles: &[serde_json::Value], rows: &Path) -> Result<String, String> {
    let normal = |a: &serde_json::Value| {
        let text = normalise(field(a, "body"));
        (text_v1(&text), text.chars().collect())
    };
    let body: BTreeMap<&str, (String, Vec<char>)> =
        articles.iter().map(|a| (field(a, "id"), normal(a))).collect();
    let briefs = read_rows(rows)?;
    let (mut sentences, mut found) = (0_u64, 0_u64);
    let mut open: Vec<&serde_json::Value> = briefs.iter().collect();
    while let Some(value) = open.pop() {
        if value.get("start").is_some() && value.get("text").is_some() {
            sentences += 1;
            found += u64::from(stands(&body, value));
        }
        match value {
            serde_json::Value::Array(items) => open.extend(items),
            serde_json::Value::Object(map) => open.extend(map.values()),
            _ => {}
        }
    }
    let share = if sentences == 0 { f64::NAN } else { found as f64 / sentences as f64 };
    Ok(format!("briefs={} sentences={sentences} verbatim={share:.4}", briefs.len()))
}

fn stands(body: &BTreeMap<&str, (String, Vec<char>)>, cited: &serde_json::Value) -> bool {
    let number = |name: &str| cited.get(name).and_then(|v| v.as_u64()).and_then(|v| usize::try_from(v).ok());
    let (Some(start), Some(end)) = (number("start"), number("end")) else { return false };
    let Some((hash, chars)) = body.get(field(cited, "article")) else { return false };
    let words = chars.get(start..end);
    hash == field(cited, "text_hash")
        && words.is_some_and(|words| words.iter().copied().eq(field(cited, "text").chars()))
}
