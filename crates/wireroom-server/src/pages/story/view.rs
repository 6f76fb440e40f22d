//! The story page's view model: every word of the page, finished.

use super::affairs::Links;
use super::coverage::Coverage;
use super::differ::{Differing, differences};
use super::figures::{FigureRow, figures, fold};
use super::news::{self, Came, Under};
use super::sides::{SideView, sides};
use super::voices::{Voice, voices};
use super::why::Why;
use super::written::{self, Run};
use crate::pages::front::Card;
use crate::picture::{self, Picture};
use crate::stamp::{self, Stamp};
use crate::told::{Numbered, Numbers, Sentence, Told};
use crate::wording::{self, count, others};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{ArticleId, CharSpan, Relation, VersionId, When};
use wireroom_store::articles::ArticleLine;
use wireroom_store::lineage::Reason;
use wireroom_store::story_page::{FamilyGroup, StoryPage};
use wireroom_store::writer::Writing;

/// The brief room gives few of each; these hold whatever it gives.
const MAX_POINTS: usize = 12;
const MAX_DATES: usize = 20;
/// Outlets named before "and N more".
const MAX_NAMES: usize = 4;
/// A passage is shown whole up to here (characters).
const MAX_PASSAGE: usize = 240;

/// A whole story.
#[derive(Debug)]
pub struct Story {
    pub id: u64,
    pub title: String,
    pub lang: String,
    pub dir: &'static str,
    pub tongue: Option<String>,
    pub by: Option<String>,
    pub origins_line: String,
    pub dots: Picture,
    pub first: Option<Stamp>,
    pub newest: Stamp,
    pub enough: bool,
    /// Runs of one direction, each a paragraph; or a machine's sentence.
    pub brief: Vec<Run>,
    /// The model, where a machine wrote one of them.
    pub machine: Option<String>,
    pub points: Vec<Sentence>,
    pub voices: Vec<Voice>,
    pub figures: Vec<FigureRow>,
    /// Figures of one source beyond the first few: behind a fold.
    pub more_figures: Vec<FigureRow>,
    pub differences: Vec<Differing>,
    pub sides: Vec<SideView>,
    pub timeline: Vec<DateRow>,
    /// What is new since the reader was here.
    pub fresh: Option<Under>,
    pub updates: Vec<Under>,
    /// When its articles came, as a picture.
    pub coverage: Option<Coverage>,
    pub articles_line: String,
    pub groups: Vec<Group>,
    pub sources: Vec<SourceView>,
    pub contents: Vec<(&'static str, &'static str, usize)>,
}

/// A dated sentence.
#[derive(Debug)]
pub struct DateRow {
    pub date: Stamp,
    pub sentence: Sentence,
}

/// An origin with the texts that carry it.
#[derive(Debug)]
pub struct Group {
    pub family: u64,
    pub first: Line,
    pub note: String,
    pub carried: Option<String>,
    /// Who prints the same text and stands elsewhere on the page.
    pub also: String,
    /// Why its text stands in the story.
    pub why: Option<Why>,
    pub copies: Vec<Copy>,
}

/// One article in a list.
#[derive(Debug)]
pub struct Line {
    pub id: u64,
    pub title: String,
    pub lang: String,
    pub dir: &'static str,
    pub tongue: Option<String>,
    pub outlet: String,
    pub outlet_id: Option<u64>,
    pub time: Stamp,
}

/// A copy under its origin.
#[derive(Debug)]
pub struct Copy {
    pub line: Line,
    pub note: String,
    pub bar: Option<Picture>,
    /// Share of the first printing that it keeps; empty where that was not measured.
    pub share: String,
}

/// A source in the list beside the text.
#[derive(Debug)]
pub struct SourceView {
    pub number: usize,
    pub article: u64,
    pub outlet: String,
    pub title: String,
    pub lang: String,
    pub dir: &'static str,
    pub time: Stamp,
    pub passages: Vec<Passage>,
}

/// Cited words with the way to where they stand.
#[derive(Debug)]
pub struct Passage {
    pub text: String,
    pub at: String,
}

/// A brief set for reading, and its sources by number.
struct Setting {
    brief: Vec<Sentence>,
    points: Vec<Sentence>,
    voices: Vec<Voice>,
    figures: Vec<FigureRow>,
    differences: Vec<Differing>,
    sides: Vec<SideView>,
    timeline: Vec<DateRow>,
    came: Vec<Came>,
    rows: Vec<Numbered>,
}

/// Sets a brief. Marks are numbered in reading order: brief, points, differences, sides, quotes, figures, timeline,
/// updates.
fn set(told: &Told) -> Setting {
    let mut numbers = Numbers::new(told);
    let brief = told.lead.iter().map(|cited| numbers.sentence(cited, &[])).collect();
    let points = told.points.iter().take(MAX_POINTS);
    let points = points.map(|point| numbers.sentence(&point.sentence, &point.others)).collect();
    let differences = differences(told, &mut numbers);
    let sides = sides(told, &mut numbers);
    let voices = voices(told, &mut numbers);
    let figures = figures(told, &mut numbers);
    let timeline = told.timeline.iter().take(MAX_DATES);
    let timeline = timeline
        .map(|dated| DateRow {
            date: stamp::event(dated.date),
            sentence: numbers.sentence(&dated.sentence, &[]),
        })
        .collect();
    let came = news::said(told, &mut numbers);
    Setting { brief, points, voices, figures, differences, sides, timeline, came, rows: numbers.rows() }
}

/// The passages of one version that its story's page cites, each with the number of its mark there.
pub fn cited_in(told: &Told, version: VersionId) -> Vec<(usize, CharSpan)> {
    let rows = set(told).rows;
    let passages = rows.iter().flat_map(|row| row.passages.iter().map(|cited| (row.number, cited)));
    passages
        .filter(|(_, cited)| cited.version == version)
        .map(|(number, cited)| (number, cited.chars))
        .collect()
}

impl Story {
    /// Sets the page for who was last here at `since`.
    pub fn new(
        found: &StoryPage,
        writing: Option<&Writing>,
        whys: &BTreeMap<ArticleId, Why>,
        since: Option<i64>,
        now: When,
    ) -> Self {
        let opened = found.brief.card.opened_at;
        let card = Card::new(1, found.brief.card.clone(), Some(&found.brief), false, None, now);
        let told = Told::read(&found.brief.json);
        let Setting { brief, points, voices, figures, differences, sides, timeline, came, rows } = set(&told);
        let sources: Vec<SourceView> = rows.into_iter().map(|row| source(row, now)).collect();
        let groups: Vec<Group> = found.families.iter().map(|family| group(family, whys, now)).collect();
        let articles = groups.iter().map(|group| 1 + group.copies.len()).sum::<usize>();
        let origins = groups.iter().map(|group| group.family).collect::<BTreeSet<_>>().len();
        let coverage = Coverage::new(&found.families, now);
        let mut contents = contents(&points, &voices, &figures, &timeline, articles, sources.len());
        if !sides.is_empty() {
            let at = contents.iter().position(|(id, ..)| *id != "points").unwrap_or(contents.len());
            contents.insert(at, ("sides", "What each side says", sides.len()));
        }
        if !differences.is_empty() {
            let at = contents.iter().position(|(id, ..)| *id != "points").unwrap_or(contents.len());
            contents.insert(at, ("differ", "Where sources differ", differences.len()));
        }
        if let Some(coverage) = &coverage {
            let at = contents.iter().position(|(id, ..)| *id == "origins").unwrap_or(contents.len());
            contents.insert(at, ("coverage", "Coverage over time", coverage.rows.len()));
        }
        let (figures, more_figures) = fold(figures);
        let brief = written::runs(&told, brief, writing.map(|writing| writing.parts.as_str()));
        let machine = writing.filter(|_| brief.iter().any(|run| !run.twins.is_empty()));
        Self {
            id: card.id,
            title: card.title,
            lang: card.lang,
            dir: card.dir,
            tongue: card.tongue,
            by: Some(card.by).filter(|by| !by.is_empty()),
            origins_line: card.origins_line,
            dots: card.dots,
            first: first_time(found, now),
            newest: card.time,
            enough: told.enough,
            brief,
            machine: machine.map(|writing| writing.model.clone()),
            points,
            voices,
            figures,
            more_figures,
            differences,
            sides,
            timeline,
            fresh: news::since(&came, since, opened, now),
            updates: news::listed(&came, now),
            coverage,
            articles_line: articles_line(articles, origins),
            groups,
            sources,
            contents,
        }
    }
}

impl Story {
    /// Adds the stories beside this one to what is on the page.
    pub fn list(&mut self, links: &Links) {
        let all = [
            ("affair", "The long affair", links.thread.len()),
            ("related", "Related stories", links.related.len()),
        ];
        let at = self.contents.iter().position(|(id, ..)| *id == "sources").unwrap_or(self.contents.len());
        self.contents.splice(at..at, all.into_iter().filter(|(_, _, count)| *count > 0));
    }
}

fn first_time(found: &StoryPage, now: When) -> Option<Stamp> {
    let lines = found.families.iter().flat_map(|family| std::iter::once(&family.first).chain(&family.copies));
    let times = lines.map(|line| line.published).filter(|time| time.is_known());
    times.min_by_key(|time| time.sort_key()).map(|time| stamp::short(time, now))
}

fn articles_line(articles: usize, groups: usize) -> String {
    let articles = count(articles as u64, "article", "articles");
    format!("{articles}, folded under {}", count(groups as u64, "text", "texts"))
}

fn contents(
    points: &[Sentence],
    voices: &[Voice],
    figures: &[FigureRow],
    timeline: &[DateRow],
    articles: usize,
    sources: usize,
) -> Vec<(&'static str, &'static str, usize)> {
    let said = voices.iter().map(|voice| voice.said.len()).sum();
    let all = [
        ("points", "Key points", points.len()),
        ("voices", "Who said what", said),
        ("figures", "Figures", figures.len()),
        ("timeline", "Timeline", timeline.len()),
        ("origins", "Articles", articles),
        ("sources", "Sentences cited", sources),
    ];
    all.into_iter().filter(|(_, _, count)| *count > 0).collect()
}

fn source(row: Numbered, now: When) -> SourceView {
    let passages = row
        .passages
        .iter()
        .map(|cited| Passage {
            text: clipped(&cited.text),
            at: format!("version={}&at={}-{}#here", cited.version, cited.chars.start, cited.chars.end),
        })
        .collect();
    SourceView {
        number: row.number,
        article: row.article.get(),
        outlet: row.outlet,
        title: row.title,
        lang: wording::tag(row.lang),
        dir: wording::dir(row.lang),
        time: stamp::short(row.published, now),
        passages,
    }
}

fn clipped(text: &str) -> String {
    wording::cut(text, MAX_PASSAGE)
}

/// Why a family stands in the story: by its own text where that was judged, not as the copy of another.
fn why(family: &FamilyGroup, whys: &BTreeMap<ArticleId, Why>) -> Option<Why> {
    let all = || std::iter::once(&family.first).chain(&family.copies).filter_map(|line| whys.get(&line.id));
    all().find(|why| why.nearest.is_some() || !why.words.is_empty()).or_else(|| all().next()).cloned()
}

fn group(family: &FamilyGroup, whys: &BTreeMap<ArticleId, Why>, now: When) -> Group {
    let first = &family.first;
    let note = origin(family);
    let outlets: BTreeSet<&str> = family.copies.iter().filter_map(|line| line.outlet.as_deref()).collect();
    let carried = (!family.copies.is_empty()).then(|| match outlets.len() as u64 {
        0 => count(family.copies.len() as u64, "copy", "copies"),
        outlets => format!("carried by {}", others(outlets)),
    });
    Group {
        family: family.family.get(),
        first: line(first, now),
        note,
        carried,
        also: also(family),
        why: why(family, whys),
        copies: family.copies.iter().map(|copy_of| copy(copy_of, family, now)).collect(),
    }
}

/// Who else prints the text of an article that stands on its own, or of a family from which one does.
fn also(family: &FamilyGroup) -> String {
    let names: Vec<String> = family.beside.iter().map(outlet).collect();
    if names.is_empty() {
        String::new()
    } else {
        format!("also printed by {}", wording::listed(&names, MAX_NAMES))
    }
}

/// How an article that stands on its own stands to the text that it carries.
fn carried(line: &ArticleLine) -> &'static str {
    match line.copy.map(|copy| copy.relation) {
        Some(Relation::Verbatim) => "carried word for word",
        Some(Relation::Edited) => "carried and edited",
        Some(Relation::Excerpt) => "carried in part",
        _ => "the fullest text of several",
    }
}

/// What is known of where a family's text came from, in words.
fn origin(family: &FamilyGroup) -> String {
    let first = &family.first;
    let stands_first = first.copy.is_some_and(|copy| wording::stands_first(first.id, copy));
    if family.copies.is_empty() && !family.beside.is_empty() && !stands_first {
        return carried(first).to_owned();
    }
    if family.copies.is_empty() && family.beside.is_empty() {
        return first
            .agency
            .as_ref()
            .map_or_else(|| "own text".to_owned(), |agency| format!("credits {agency}"));
    }
    let stands = first.copy.filter(|copy| copy.first == Some(first.id));
    match (&first.origin_agency, stands.and_then(|copy| copy.origin)) {
        (Some(agency), Some(_)) => {
            match first.outlet.as_deref().filter(|outlet| wording::names(outlet, agency)) {
                Some(_) => "the agency’s own text".to_owned(),
                None => format!("from {agency}, which this house does not read"),
            }
        }
        (_, Some(_)) if first.origin_outlet.is_some() => {
            let outlet = first.origin_outlet.as_deref().unwrap_or_default();
            format!("first in {outlet}, whose printing this house does not have")
        }
        (_, Some(Reason::Earliest)) => "the earliest printing".to_owned(),
        (_, Some(Reason::ReaderSaid)) => "the first printing, as a reader said".to_owned(),
        (_, Some(Reason::FirstPublished | Reason::SourceLink | Reason::Carried)) => {
            "the first printing, as its copies say".to_owned()
        }
        (_, Some(Reason::OrderUnknown)) => "which of these was first is unknown".to_owned(),
        // Not read yet, or the first printing is not for this reader: nothing is claimed.
        _ => "the text that the others are measured against".to_owned(),
    }
}

fn copy(of: &ArticleLine, family: &FamilyGroup, now: When) -> Copy {
    let kept = of.copy.and_then(wording::kept);
    let relation = of.copy.map(|copy| wording::relation(copy.relation)).unwrap_or_default();
    let all = || std::iter::once(&family.first).chain(&family.copies);
    let parent = of.copy.and_then(|copy| copy.parent).and_then(|parent| all().find(|line| line.id == parent));
    let parent = parent.map(|line| line.outlet.clone().unwrap_or_else(|| line.title.clone()));
    let why = match (of.copy.and_then(|copy| copy.reason), parent) {
        (Some(Reason::InheritedEdits), Some(parent)) => format!("with the edits of {parent}"),
        (Some(Reason::FirstPublished | Reason::SourceLink | Reason::Carried), Some(parent)) => {
            format!("names {parent} as its source")
        }
        (Some(Reason::AgencyCredit | Reason::Dateline), _) => {
            of.agency.as_ref().map(|agency| format!("credits {agency}")).unwrap_or_default()
        }
        (Some(Reason::OrderUnknown), _) => "order unknown".to_owned(),
        (Some(Reason::Earliest | Reason::ReaderSaid), Some(parent)) => format!("after {parent}"),
        _ => String::new(),
    };
    let notes: Vec<&str> =
        [relation.as_str(), why.as_str()].into_iter().filter(|note| !note.is_empty()).collect();
    Copy {
        line: line(of, now),
        note: notes.join(", "),
        bar: kept.map(picture::kept),
        share: kept.map(wording::percent).unwrap_or_default(),
    }
}

fn outlet(of: &ArticleLine) -> String {
    let host = || of.url.as_deref().map(wording::host);
    wording::outlet(of.outlet.clone().or_else(host))
}

fn line(of: &ArticleLine, now: When) -> Line {
    Line {
        id: of.id.get(),
        title: of.title.clone(),
        lang: wording::tag(of.lang),
        dir: wording::dir(of.lang),
        tongue: wording::tongue(of.lang),
        outlet: outlet(of),
        outlet_id: of.outlet_id.map(wireroom_model::OutletId::get),
        time: stamp::short(of.published, now),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_passage_is_cut_at_a_word() {
        let cut = clipped(&"tide and ".repeat(60));
        assert!(cut.ends_with('…') && cut.chars().count() <= MAX_PASSAGE + 1);
        assert_eq!(clipped("short"), "short");
    }
}
