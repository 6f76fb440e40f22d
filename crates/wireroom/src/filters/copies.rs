//! `wireroom copies`: article rows to their families, when the input ends; with `--stream` as they come.
//! `now` is the largest publication time read so far. Nothing is told of a text that was not read.
//! With `--explain A B` instead how two of the texts stand to each other, in words for a person (`aligned.rs`).
//! With `--pairs` also what each two texts share, in characters of the bodies as given; all bodies are then held
//! until the end.

use super::aligned::{self, Paint};
use super::article::{Ids, article, id_of};
use super::files_argument;
use super::rows::{Input, Output, Refused, Stop};
use super::stream::StreamClock;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::IsTerminal;
use wireroom_copy::{Copies, Placement, Settings, Stored};
use wireroom_model::ArticleRow;
use wireroom_model::span::CharCounter;
use wireroom_model::{Article, ArticleId, CharSpan, Relation};

#[derive(Serialize)]
struct CopyRow<'r> {
    id: &'r str,
    family: &'r str,
    anchor: &'r str,
    relation: Relation,
    containment: f64,
    longest_run_words: u32,
}

#[derive(Serialize)]
struct MovedRow<'r> {
    moved: [&'r str; 2],
}

#[derive(Serialize)]
struct PairRow<'r> {
    pair: [&'r str; 2],
    relation: Relation,
    /// The share of the first text's words that stand in the second, and the other way.
    containment: [f64; 2],
    longest_run_words: u32,
    passages: Vec<PassageSpans>,
}

#[derive(Serialize)]
struct PassageSpans {
    a: CharSpan,
    b: CharSpan,
    words: u32,
    /// True where so many unrelated texts print it that it says nothing.
    stock: bool,
}

pub fn command() -> Command {
    Command::new("copies")
        .about("Article rows to {\"id\",\"family\",\"anchor\",\"relation\",\"containment\",\"longest_run_words\"}")
        .arg(Arg::new("stream").long("stream").action(ArgAction::SetTrue).help("Print each row as it is placed, and {\"moved\":[id,family]} when it changes"))
        .arg(Arg::new("pairs").long("pairs").action(ArgAction::SetTrue).help("Print also {\"pair\":[id,id],\"relation\",\"passages\"} for texts that share passages"))
        .arg(
            Arg::new("explain")
                .long("explain")
                .num_args(2)
                .value_names(["ID", "ID"])
                .conflicts_with_all(["stream", "pairs"])
                .help("Print, instead of rows, how these two texts stand to each other and every passage that both print"),
        )
        .arg(
            Arg::new("color")
                .long("color")
                .value_name("WHEN")
                .value_parser(["auto", "always", "never"])
                .default_value("auto")
                .requires("explain")
                .help("When --explain colours its marks; auto: on a terminal, unless NO_COLOR is set"),
        )
        .arg(
            Arg::new("window-days")
                .long("window-days")
                .value_name("DAYS")
                .value_parser(clap::value_parser!(u32).range(1..=36_500))
                .help("Days after which a text is forgotten [default: 7, the newest 16,384 texts stay]"),
        )
        .arg(files_argument("JSONL files; standard input where none is named"))
}

pub fn run(matches: &ArgMatches, input: &mut Input, output: &mut Output) -> Result<(), Stop> {
    let mut settings = Settings::default();
    if let Some(days) = matches.get_one::<u32>("window-days") {
        settings.window_seconds = i64::from(*days) * 86_400;
    }
    let stream = matches.get_flag("stream");
    let (mut copies, mut clock, mut ids) = (Copies::new(settings), StreamClock::default(), Ids::default());
    let mut placed: Vec<(ArticleId, Stored)> = Vec::new();
    let mut pairs = matches.get_flag("pairs").then(Pairs::default);
    let mut asked = Asked::new(matches);
    input.each(|row: ArticleRow| {
        let id = ids.take(id_of(&row)?)?;
        let wanted = pairs.is_some() || asked.as_ref().is_some_and(|asked| asked.wants(ids.name(id)));
        let given = wanted.then(|| row.body.clone().unwrap_or_default());
        let article = article(row, id);
        let placement = copies.add(&article, clock.advance(article.published));
        match (&mut pairs, &mut asked, given) {
            (Some(pairs), _, Some(body)) => pairs.meet(&copies, Article { body, ..article }),
            (None, Some(asked), Some(body)) => asked.texts.push(Article { body, ..article }),
            _ => {}
        }
        if stream {
            output.row(&line(&ids, id, &Stored::from(&placement)))?;
            for (article, family) in &placement.moved {
                output.row(&MovedRow { moved: [ids.name(*article), ids.family(*family)] })?;
            }
            return output.flush().map_err(Refused::from);
        }
        apply(&mut placed, &copies, id, &placement);
        Ok(())
    })?;
    if let Some(asked) = asked {
        return asked.print(&copies, &ids, output);
    }
    for (id, kept) in &placed {
        output.row(&line(&ids, *id, kept))?;
    }
    pairs.map_or(Ok(()), |pairs| pairs.print(&copies, &ids, output))
}

/// Two texts that are to be explained.
#[derive(Debug)]
struct Asked {
    names: [String; 2],
    texts: Vec<Article>,
    paint: Paint,
}

impl Asked {
    fn new(matches: &ArgMatches) -> Option<Self> {
        let mut names = matches.get_many::<String>("explain")?.cloned();
        let names = [names.next()?, names.next()?];
        let colour = match matches.get_one::<String>("color").map(String::as_str) {
            Some("always") => true,
            Some("never") => false,
            _ => {
                let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
                let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
                std::io::stdout().is_terminal() && !set("NO_COLOR") && !dumb
            }
        };
        Some(Self { names, texts: Vec::new(), paint: Paint::new(colour) })
    }

    fn wants(&self, name: &str) -> bool {
        self.names.iter().any(|own| own == name)
    }

    fn text(&self, name: &str, ids: &Ids) -> Result<&Article, Stop> {
        let id = ids.number(name);
        self.texts.iter().find(|text| Some(text.id) == id).ok_or_else(|| {
            let near = ids.nearest(name).map_or_else(
                || "no row was read at all".to_owned(),
                |near| format!("the nearest id that was read is \"{near}\""),
            );
            Stop::Failed(format!("no row has the id \"{name}\"; {near}"))
        })
    }

    fn print(&self, copies: &Copies, ids: &Ids, output: &mut Output) -> Result<(), Stop> {
        let [one, two] = &self.names;
        let (a, b) = (self.text(one, ids)?, self.text(two, ids)?);
        let found = copies.evidence(a, b);
        Ok(output.text(aligned::text([one, two], a, b, &found, self.paint).trim_end())?)
    }
}

/// The texts read and which of them met in the window, in the order of the rows.
#[derive(Debug, Default)]
struct Pairs {
    given: BTreeMap<ArticleId, Article>,
    met: Vec<(ArticleId, ArticleId)>,
}

impl Pairs {
    fn meet(&mut self, copies: &Copies, article: Article) {
        let mut earlier = copies.neighbours(article.id);
        earlier.sort_unstable();
        self.met.extend(earlier.into_iter().map(|other| (other, article.id)));
        self.given.insert(article.id, article);
    }

    /// After all rows: only then is it known which texts are one family.
    fn print(&self, copies: &Copies, ids: &Ids, output: &mut Output) -> Result<(), Stop> {
        for (one, two) in &self.met {
            let (Some(a), Some(b)) = (self.given.get(one), self.given.get(two)) else { continue };
            let found = copies.evidence(a, b);
            let (mut in_a, mut in_b) = (CharCounter::new(&a.body), CharCounter::new(&b.body));
            let spans = found.alignment.passages.iter().zip(&found.stock).filter_map(|(passage, stock)| {
                let (a, b) = (in_a.convert(passage.a)?, in_b.convert(passage.b)?);
                Some(PassageSpans { a, b, words: passage.words, stock: *stock })
            });
            output.row(&PairRow {
                pair: [ids.name(*one), ids.name(*two)],
                relation: found.relation,
                containment: [found.alignment.a_in_b, found.alignment.b_in_a],
                longest_run_words: found.alignment.longest_run_words,
                passages: spans.collect(),
            })?;
        }
        Ok(())
    }
}

fn apply(placed: &mut Vec<(ArticleId, Stored)>, copies: &Copies, id: ArticleId, placement: &Placement) {
    placed.push((id, Stored::from(placement)));
    // A new anchor changes what its members stand to, even where the family's name stays.
    for &article in &placement.restated {
        let index = usize::try_from(article.get()).unwrap_or(0).wrapping_sub(1);
        if let (Some(slot), Some(now)) = (placed.get_mut(index), copies.placement(article)) {
            slot.1 = now;
        }
    }
}

fn line<'r>(ids: &'r Ids, id: ArticleId, kept: &Stored) -> CopyRow<'r> {
    CopyRow {
        id: ids.name(id),
        family: ids.family(kept.family),
        anchor: ids.name(kept.anchor),
        relation: kept.relation,
        containment: kept.containment,
        longest_run_words: kept.longest_run_words,
    }
}
