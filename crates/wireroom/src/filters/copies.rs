//! `wireroom copies`: article rows to their families, when the input ends; with `--stream` as they come.
//! `now` is the largest publication time read so far. Nothing is told of a text that was not read.
//! With `--pairs` also what each two texts share, in characters of the bodies as given; all bodies are then held
//! until the end.

use super::article::{Ids, article, id_of};
use super::files_argument;
use super::rows::{Input, Output, Refused, Stop};
use super::stream::StreamClock;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;
use std::collections::BTreeMap;
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
    input.each(|row: ArticleRow| {
        let id = ids.take(id_of(&row)?)?;
        let given = pairs.is_some().then(|| row.body.clone().unwrap_or_default());
        let article = article(row, id);
        let placement = copies.add(&article, clock.advance(article.published));
        if let (Some(pairs), Some(body)) = (&mut pairs, given) {
            pairs.meet(&copies, Article { body, ..article });
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
    for (id, kept) in &placed {
        output.row(&line(&ids, *id, kept))?;
    }
    pairs.map_or(Ok(()), |pairs| pairs.print(&copies, &ids, output))
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
    let moved = placement.moved.iter().map(|(article, _)| *article);
    // A new anchor changes what its members stand to, even where the family's name stays.
    let touched: Vec<ArticleId> = moved.chain(copies.members(placement.family)).collect();
    for article in touched.into_iter().filter(|a| *a != id) {
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
