//! Whose texts tell a story: under the lead, a row for each text with its own wire, and what is known of its origin.

use crate::picture::{self, Picture};
use crate::stamp::{self, Stamp};
use crate::told::{SourceRow, Told};
use crate::wire::{Dot, Span};
use crate::wording;
use std::collections::BTreeSet;
use wireroom_model::{ArticleId, FamilyId, When};

/// Texts listed under the lead.
const MAX_TEXTS: usize = 5;

/// One text of a story: the earliest outlet that states a time for it, and how many more carry it.
#[derive(Debug, Clone)]
pub struct TextRow {
    pub outlet: String,
    pub dots: Picture,
    pub time: Stamp,
    pub carried: Option<String>,
}

fn family_of(row: &SourceRow) -> u64 {
    row.family.map_or(row.article.get(), FamilyId::get)
}

/// Every article of a story with whether it stands first with its text; `unfolded` ones stand on their own.
pub fn dots(told: &Told, unfolded: &BTreeSet<ArticleId>) -> Vec<Dot> {
    families(told, unfolded).iter().flat_map(Family::dots).collect()
}

/// The articles of one text, the first of them apart.
struct Family<'t> {
    number: u64,
    first: &'t SourceRow,
    others: Vec<&'t SourceRow>,
}

impl Family<'_> {
    fn dots(&self) -> Vec<Dot> {
        let first = Dot { at: self.first.published, is_first: true };
        let others = self.others.iter().map(|row| Dot { at: row.published, is_first: false });
        std::iter::once(first).chain(others).collect()
    }
}

fn families<'t>(told: &'t Told, unfolded: &BTreeSet<ArticleId>) -> Vec<Family<'t>> {
    let mut families: Vec<Family<'t>> = Vec::new();
    let alone = |row: &SourceRow| unfolded.contains(&row.article);
    let key = |row: &SourceRow| row.published.sort_key().unwrap_or(i64::MAX);
    for row in &told.sources {
        let number = family_of(row);
        let open =
            families.iter_mut().find(|known| known.number == number && !alone(known.first) && !alone(row));
        match open {
            Some(known) if key(row) < key(known.first) => {
                known.others.push(known.first);
                known.first = row;
            }
            Some(known) => known.others.push(row),
            None => families.push(Family { number, first: row, others: Vec::new() }),
        }
    }
    families.sort_by_key(|family| {
        (std::cmp::Reverse(family.others.len()), family.first.published.sort_key(), family.number)
    });
    families
}

/// The rows under the lead, the most carried text first.
pub fn texts(told: &Told, unfolded: &BTreeSet<ArticleId>, now: When) -> Vec<TextRow> {
    let span = Span::of(told.sources.iter().map(|row| row.published));
    let row = |family: Family<'_>| {
        let (first, copies) = (family.first, family.others.len() as u64);
        let reading = say!("count-articles", n = copies + 1);
        let drawn = span.and_then(|span| span.draw(&family.dots(), None, &reading));
        let carried = (copies > 0).then(|| {
            say!(
                "list-comma",
                first = origin(told, family.number, first),
                next = say!("text-carried", n = copies)
            )
        });
        TextRow {
            outlet: first.outlet.clone().unwrap_or_else(|| first.title.clone()),
            dots: drawn.unwrap_or_else(|| picture::dots(&[u32::try_from(copies + 1).unwrap_or(u32::MAX)])),
            time: stamp::short(first.published, now),
            carried: carried.or_else(|| also(told, first).filter(|_| unfolded.contains(&first.article))),
        }
    };
    families(told, unfolded).into_iter().take(MAX_TEXTS).map(row).collect()
}

/// Who else prints the text of an article that stands on its own.
fn also(told: &Told, row: &SourceRow) -> Option<String> {
    let others = told.sources.iter().filter(|other| other.article != row.article);
    let same = others.filter(|other| family_of(other) == family_of(row));
    let names: Vec<String> = same.filter_map(|other| other.outlet.clone()).collect();
    (!names.is_empty()).then(|| say!("text-also", names = wording::listed(&names, 1)))
}

/// What is known of a family's origin: the agency that its texts credit, or that the order is open.
fn origin(told: &Told, family: u64, first: &SourceRow) -> String {
    let all = || told.sources.iter().filter(|row| family_of(row) == family);
    if let Some(agency) = all().find_map(|row| row.agency.as_deref()) {
        let own = first.outlet.as_deref().is_some_and(|outlet| wording::names(outlet, agency));
        return if own { say!("text-agency") } else { say!("text-from", agency = agency) };
    }
    let before = |row: &SourceRow| match (first.published.known(), row.published.known()) {
        (Some(first), Some(other)) => first.sort_key() < other.unix(),
        _ => false,
    };
    let known = all().filter(|row| row.article != first.article).all(before);
    if known { say!("text-earliest") } else { say!("text-order-unknown") }
}
