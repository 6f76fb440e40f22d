//! `wireroom copies`: article rows to their families, when the input ends; with `--stream` as they come.
//! `now` is the largest publication time read so far. Nothing is told of a text that was not read.

use super::article::{ArticleRow, Ids};
use super::files_argument;
use super::rows::{Input, Output, Refused, Stop};
use super::stream::StreamClock;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;
use wireroom_copy::{Copies, Placement, Settings};
use wireroom_model::{ArticleId, FamilyId, Relation};

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

pub fn command() -> Command {
    Command::new("copies")
        .about("Article rows to {\"id\",\"family\",\"anchor\",\"relation\",\"containment\",\"longest_run_words\"}")
        .arg(Arg::new("stream").long("stream").action(ArgAction::SetTrue).help("Print each row as it is placed, and {\"moved\":[id,family]} when it changes"))
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
    let mut placed: Vec<(ArticleId, Kept)> = Vec::new();
    input.each(|row: ArticleRow| {
        let id = ids.take(row.id()?)?;
        let article = row.article(id);
        let placement = copies.add(&article, clock.advance(article.published));
        if stream {
            output.row(&line(&ids, id, &Kept::from(&placement)))?;
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
    Ok(())
}

/// What is known of one text, to be printed at the end.
#[derive(Debug, Clone, Copy)]
struct Kept {
    family: FamilyId,
    anchor: ArticleId,
    relation: Relation,
    containment: f64,
    longest_run_words: u32,
}

impl From<&Placement> for Kept {
    fn from(p: &Placement) -> Self {
        Self {
            family: p.family,
            anchor: p.anchor,
            relation: p.relation,
            containment: p.containment,
            longest_run_words: p.longest_run_words,
        }
    }
}

fn apply(placed: &mut Vec<(ArticleId, Kept)>, copies: &Copies, id: ArticleId, placement: &Placement) {
    placed.push((id, Kept::from(placement)));
    let moved = placement.moved.iter().map(|(article, _)| *article);
    // A new anchor changes what its members stand to, even where the family's name stays.
    let touched: Vec<ArticleId> = moved.chain(copies.members(placement.family)).collect();
    for article in touched.into_iter().filter(|a| *a != id) {
        let index = usize::try_from(article.get()).unwrap_or(0).wrapping_sub(1);
        if let (Some(slot), Some(now)) = (placed.get_mut(index), copies.placement(article)) {
            slot.1 = Kept {
                family: now.family,
                anchor: now.anchor,
                relation: now.relation,
                containment: now.containment,
                longest_run_words: now.longest_run_words,
            };
        }
    }
}

fn line<'r>(ids: &'r Ids, id: ArticleId, kept: &Kept) -> CopyRow<'r> {
    CopyRow {
        id: ids.name(id),
        family: ids.family(kept.family),
        anchor: ids.name(kept.anchor),
        relation: kept.relation,
        containment: kept.containment,
        longest_run_words: kept.longest_run_words,
    }
}
