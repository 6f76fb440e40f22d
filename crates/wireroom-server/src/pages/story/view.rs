//! The story page's view model: every word of the page, finished.

use super::affairs::Links;
use super::coverage::Coverage;
use super::differ::{Differing, differences};
use super::figures::{FigureRow, figures, fold};
use super::groups::{Group, group};
use super::news::{self, Came, Under};
use super::sides::{SideView, sides};
use super::voices::{Voice, voices};
use super::why::Why;
use super::written::{self, Run};
use crate::pages::front::Card;
use crate::picture::Picture;
use crate::stamp::{self, Stamp};
use crate::told::{Numbered, Numbers, Sentence, Told};
use crate::wording;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{ArticleId, CharSpan, Coverage as Counted, VersionId, When};
use wireroom_store::story_page::StoryPage;
use wireroom_store::writer::Writing;

/// The brief room gives few of each; these hold whatever it gives.
const MAX_POINTS: usize = 12;
const MAX_DATES: usize = 20;
/// Texts shown before the fold: what lies beyond them is of one outlet each, as a rule.
const MAX_GROUPS: usize = 10;
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
    /// Texts beyond the first few: behind a fold.
    pub more_groups: Vec<Group>,
    pub sources: Vec<SourceView>,
    /// What is on the page: its place, its name, and how many stand there.
    pub contents: Vec<(&'static str, String, usize)>,
}

/// A dated sentence.
#[derive(Debug)]
pub struct DateRow {
    pub date: Stamp,
    pub sentence: Sentence,
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
fn set(told: &Told, coverage: Option<&Counted>) -> Setting {
    let mut numbers = Numbers::new(told);
    let brief = told.lead.iter().map(|cited| numbers.sentence(cited, &[])).collect();
    let points = told.points.iter().take(MAX_POINTS);
    let points = points.map(|point| numbers.sentence(&point.sentence, &point.others)).collect();
    let differences = differences(told, &mut numbers);
    let sides = sides(told, &mut numbers);
    let voices = voices(told, &mut numbers);
    let figures = figures(told, coverage, &mut numbers);
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
    let rows = set(told, None).rows;
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
        let Setting { brief, points, voices, figures, differences, sides, timeline, came, rows } =
            set(&told, found.brief.coverage.as_ref());
        let sources: Vec<SourceView> = rows.into_iter().map(|row| source(row, now)).collect();
        let mut groups: Vec<Group> = found.families.iter().map(|family| group(family, whys, now)).collect();
        let articles = groups.iter().map(|group| 1 + group.copies.len() + group.more.len()).sum::<usize>();
        let origins = groups.iter().map(|group| group.family).collect::<BTreeSet<_>>().len();
        let keep = if groups.len() > MAX_GROUPS + 2 { MAX_GROUPS } else { groups.len() };
        let more_groups = groups.split_off(keep);
        let coverage = Coverage::new(&found.families, &found.corrected, now);
        let said = voices.iter().map(|voice| voice.said.len()).sum();
        let contents = vec![
            ("points", say!("story-points"), points.len()),
            ("differ", say!("story-differ"), differences.len()),
            ("sides", say!("story-sides"), sides.len()),
            ("voices", say!("story-voices"), said),
            ("figures", say!("story-figures"), figures.len()),
            ("timeline", say!("story-timeline"), timeline.len()),
            ("updates", say!("story-updates"), came.len()),
            ("coverage", say!("story-coverage"), coverage.as_ref().map_or(0, |coverage| coverage.rows.len())),
            ("origins", say!("story-articles"), articles),
            ("sources", say!("story-sources"), sources.len()),
        ];
        let contents = contents.into_iter().filter(|(_, _, count)| *count > 0).collect();
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
            more_groups,
            sources,
            contents,
        }
    }
}

impl Story {
    /// Adds the stories beside this one to what is on the page.
    pub fn list(&mut self, links: &Links) {
        let all = [
            ("affair", say!("story-affair"), links.thread.len()),
            ("related", say!("story-related"), links.related.len()),
        ];
        self.contents.extend(all.into_iter().filter(|(_, _, count)| *count > 0));
        self.contents.push(("ask", say!("story-ask-button"), 0));
    }
}

fn first_time(found: &StoryPage, now: When) -> Option<Stamp> {
    let lines = found.families.iter().flat_map(|family| std::iter::once(&family.first).chain(&family.copies));
    let times = lines.map(|line| line.published).filter(|time| time.is_known());
    times.min_by_key(|time| time.sort_key()).map(|time| stamp::short(time, now))
}

fn articles_line(articles: usize, texts: usize) -> String {
    let articles = say!("count-articles", n = articles);
    say!("story-folded", articles = articles, texts = say!("count-texts-under", n = texts))
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
