//! The story page's view model: every word of the page, finished.

use crate::pages::front::Card;
use crate::picture::{self, Glyph, Picture};
use crate::stamp::{self, Stamp};
use crate::told::{Cited, FigureGroup, Mark, Numbered, Numbers, Sentence, Told, Verdict};
use crate::wording::{self, count};
use std::collections::BTreeMap;
use wireroom_model::{CharSpan, VersionId, When};
use wireroom_store::articles::ArticleLine;
use wireroom_store::lineage::Reason;
use wireroom_store::story_page::{FamilyGroup, StoryPage};

/// The brief room gives few of each; these hold whatever it gives.
const MAX_POINTS: usize = 12;
const MAX_QUOTES: usize = 24;
const MAX_FIGURES: usize = 16;
const MAX_DATES: usize = 20;
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
    /// Runs of one direction; each is a paragraph.
    pub brief: Vec<Vec<Sentence>>,
    pub points: Vec<Sentence>,
    pub voices: Vec<Voice>,
    pub figures: Vec<FigureRow>,
    pub timeline: Vec<DateRow>,
    pub articles_line: String,
    pub groups: Vec<Group>,
    pub sources: Vec<SourceView>,
    pub contents: Vec<(&'static str, &'static str, usize)>,
}

/// Somebody who is quoted.
#[derive(Debug)]
pub struct Voice {
    pub speaker: Option<String>,
    pub said: Vec<Sentence>,
}

/// Figures of one thing.
#[derive(Debug)]
pub struct FigureRow {
    pub what: String,
    pub printed: Vec<Printed>,
    pub verdict: &'static str,
    pub class: &'static str,
    pub glyph: Picture,
}

/// One value as printed, by whom.
#[derive(Debug)]
pub struct Printed {
    pub hedge: String,
    pub value: String,
    pub marks: Vec<Mark>,
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
    pub first: Line,
    pub note: String,
    pub carried: Option<String>,
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
    pub bar: Picture,
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
    timeline: Vec<DateRow>,
    rows: Vec<Numbered>,
}

/// Sets a brief. Marks are numbered in reading order: brief, points, quotes, figures, timeline.
fn set(told: &Told) -> Setting {
    let mut numbers = Numbers::new(told);
    let brief = told.lead.iter().map(|cited| numbers.sentence(cited, &[])).collect();
    let points = told.points.iter().take(MAX_POINTS);
    let points = points.map(|point| numbers.sentence(&point.sentence, &point.others)).collect();
    let voices = voices(told, &mut numbers);
    let figures = figures(told, &mut numbers);
    let timeline = told.timeline.iter().take(MAX_DATES);
    let timeline = timeline
        .map(|dated| DateRow {
            date: stamp::event(dated.date),
            sentence: numbers.sentence(&dated.sentence, &[]),
        })
        .collect();
    Setting { brief, points, voices, figures, timeline, rows: numbers.rows() }
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
    /// Sets the page.
    pub fn new(found: &StoryPage, now: When) -> Self {
        let card = Card::new(1, found.brief.card.clone(), Some(&found.brief.json), false, None, now);
        let told = Told::read(&found.brief.json);
        let Setting { brief, points, voices, figures, timeline, rows } = set(&told);
        let sources: Vec<SourceView> = rows.into_iter().map(|row| source(row, now)).collect();
        let groups: Vec<Group> = found.families.iter().map(|family| group(family, now)).collect();
        let articles = groups.iter().map(|group| 1 + group.copies.len()).sum::<usize>();
        let contents = contents(&points, &voices, &figures, &timeline, articles, sources.len());
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
            brief: paragraphs(brief),
            points,
            voices,
            figures,
            timeline,
            articles_line: articles_line(articles, groups.len()),
            groups,
            sources,
            contents,
        }
    }
}

fn first_time(found: &StoryPage, now: When) -> Option<Stamp> {
    let lines = found.families.iter().flat_map(|family| std::iter::once(&family.first).chain(&family.copies));
    let times = lines.map(|line| line.published).filter(|time| time.is_known());
    times.min_by_key(|time| time.sort_key()).map(|time| stamp::short(time, now))
}

fn articles_line(articles: usize, groups: usize) -> String {
    let articles = count(articles as u64, "article", "articles");
    format!("{articles}, folded under {}", count(groups as u64, "origin", "origins"))
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

/// Sentences of one direction read as one paragraph.
fn paragraphs(sentences: Vec<Sentence>) -> Vec<Vec<Sentence>> {
    let mut out: Vec<Vec<Sentence>> = Vec::new();
    for sentence in sentences {
        match out.last_mut() {
            Some(run) if run.last().is_some_and(|before| before.dir == sentence.dir) => run.push(sentence),
            _ => out.push(vec![sentence]),
        }
    }
    out
}

/// Quotes by speaker, in order of first appearance; those whose speaker the text does not name come last.
fn voices(told: &Told, numbers: &mut Numbers<'_>) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    let mut nameless = Voice { speaker: None, said: Vec::new() };
    for quoted in told.quotes.iter().take(MAX_QUOTES) {
        let mut said = numbers.sentence(&quoted.words, &quoted.others);
        // The marks of quotation are the page's: the span is the inside of the source's own.
        let first = if said.head.is_empty() { &mut said.tail } else { &mut said.head };
        first.insert(0, '“');
        said.tail.push('”');
        let speaker = quoted.speaker.as_ref().map(|speaker| speaker.text.trim().to_owned());
        match speaker {
            None => nameless.said.push(said),
            Some(name) => {
                match voices.iter_mut().find(|voice| voice.speaker.as_deref() == Some(name.as_str())) {
                    Some(voice) => voice.said.push(said),
                    None => voices.push(Voice { speaker: Some(name), said: vec![said] }),
                }
            }
        }
    }
    if !nameless.said.is_empty() {
        voices.push(nameless);
    }
    voices
}

fn figures(told: &Told, numbers: &mut Numbers<'_>) -> Vec<FigureRow> {
    told.figures
        .iter()
        .take(MAX_FIGURES)
        .map(|group| figure(group, numbers))
        .filter(|row| !row.printed.is_empty())
        .collect()
}

fn figure(group: &FigureGroup, numbers: &mut Numbers<'_>) -> FigureRow {
    let mut printed: Vec<Printed> = Vec::new();
    for figure in &group.figures {
        let Some(value) = words_at(&figure.sentence, figure.at.start, figure.at.end) else { continue };
        let mark = numbers.mark(&figure.sentence);
        let hedge = figure.hedge.clone().filter(|hedge| !value.contains(hedge.as_str())).unwrap_or_default();
        match printed.iter_mut().find(|known| {
            known.value.to_lowercase() == value.to_lowercase()
                && known.hedge.to_lowercase() == hedge.to_lowercase()
        }) {
            Some(known) if known.marks.contains(&mark) => {}
            Some(known) => known.marks.push(mark),
            None => printed.push(Printed { hedge, value, marks: vec![mark] }),
        }
    }
    let (verdict, class, glyph) = match group.verdict {
        Verdict::Single => ("One source", "v-one", Glyph::One),
        Verdict::Same => ("Agree", "v-ok", Glyph::Agree),
        Verdict::Updated => ("Updated", "v-changed", Glyph::Changed),
        Verdict::Conflict => ("Conflict", "v-bad", Glyph::Conflict),
        Verdict::Unclear => ("Side by side", "v-scope", Glyph::Unclear),
    };
    let mut what = group.what.clone();
    if let Some(first) = what.chars().next() {
        what.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
    }
    FigureRow { what, printed, verdict, class, glyph: picture::glyph(glyph) }
}

/// The words of a sentence between two characters of its body.
fn words_at(sentence: &Cited, start: usize, end: usize) -> Option<String> {
    let (from, length) = (start.checked_sub(sentence.chars.start)?, end.checked_sub(start)?);
    let words: String = sentence.text.chars().skip(from).take(length).collect();
    (!words.trim().is_empty()).then(|| words.trim().to_owned())
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
    let mut characters = text.chars();
    let mut out: String = characters.by_ref().take(MAX_PASSAGE).collect();
    if characters.next().is_some() {
        let end = out.rfind(' ').unwrap_or(out.len());
        out.truncate(end);
        out.push('…');
    }
    out
}

fn group(family: &FamilyGroup, now: When) -> Group {
    let first = &family.first;
    let note = origin(family);
    let outlets: BTreeMap<&str, ()> =
        family.copies.iter().filter_map(|line| line.outlet.as_deref()).map(|outlet| (outlet, ())).collect();
    let carried = (!family.copies.is_empty()).then(|| match outlets.len() as u64 {
        0 => count(family.copies.len() as u64, "copy", "copies"),
        outlets => format!("carried by {}", count(outlets, "outlet", "outlets")),
    });
    Group {
        first: line(first, now),
        note,
        carried,
        copies: family.copies.iter().map(|copy_of| copy(copy_of, family, now)).collect(),
    }
}

/// What is known of where a family's text came from, in words.
fn origin(family: &FamilyGroup) -> String {
    let first = &family.first;
    if family.copies.is_empty() {
        return first
            .agency
            .as_ref()
            .map_or_else(|| "own text".to_owned(), |agency| format!("credits {agency}"));
    }
    let stands = first.copy.filter(|copy| copy.first == Some(first.id));
    match (&first.origin_agency, stands.and_then(|copy| copy.origin)) {
        (Some(agency), Some(_)) => {
            match first.outlet.as_deref().filter(|outlet| wording::same_name(outlet, agency)) {
                Some(_) => "first here, the agency’s own text".to_owned(),
                None => format!("from {agency}, which this house does not read"),
            }
        }
        (_, Some(Reason::Earliest)) => "first here".to_owned(),
        (_, Some(Reason::OrderUnknown)) => "order unknown".to_owned(),
        // Not read yet, or the first printing is not for this reader: nothing is claimed.
        _ => "the text that the others are measured against".to_owned(),
    }
}

fn copy(of: &ArticleLine, family: &FamilyGroup, now: When) -> Copy {
    let kept = of.copy.and_then(wording::kept);
    let relation = of.copy.map_or("", |copy| wording::relation(copy.relation));
    let all = || std::iter::once(&family.first).chain(&family.copies);
    let parent = of.copy.and_then(|copy| copy.parent).and_then(|parent| all().find(|line| line.id == parent));
    let parent = parent.map(|line| line.outlet.clone().unwrap_or_else(|| line.title.clone()));
    let why = match (of.copy.and_then(|copy| copy.reason), parent) {
        (Some(Reason::InheritedEdits), Some(parent)) => format!("with the edits of {parent}"),
        (Some(Reason::AgencyCredit), _) => {
            of.agency.as_ref().map(|agency| format!("credits {agency}")).unwrap_or_default()
        }
        (Some(Reason::OrderUnknown), _) => "order unknown".to_owned(),
        (Some(Reason::Earliest), Some(parent)) => format!("after {parent}"),
        _ => String::new(),
    };
    let notes: Vec<&str> = [relation, &why].into_iter().filter(|note| !note.is_empty()).collect();
    Copy {
        line: line(of, now),
        note: notes.join(", "),
        bar: picture::kept(kept.unwrap_or(0.0)),
        share: kept.map(percent).unwrap_or_default(),
    }
}

/// "98%"; never 100% for less than all.
fn percent(share: f64) -> String {
    let share = share.clamp(0.0, 1.0);
    let whole = if share >= 1.0 { 100.0 } else { (share * 100.0).round().min(99.0) };
    format!("{whole:.0}%")
}

fn line(of: &ArticleLine, now: When) -> Line {
    Line {
        id: of.id.get(),
        title: of.title.clone(),
        lang: wording::tag(of.lang),
        dir: wording::dir(of.lang),
        tongue: wording::tongue(of.lang),
        outlet: of
            .outlet
            .clone()
            .or_else(|| of.url.as_deref().map(wording::host))
            .unwrap_or_else(|| "Unknown outlet".to_owned()),
        outlet_id: of.outlet_id.map(wireroom_model::OutletId::get),
        time: stamp::short(of.published, now),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn less_than_all_is_never_printed_as_all() {
        assert_eq!(percent(0.999), "99%");
        assert_eq!(percent(1.0), "100%");
        assert_eq!(percent(0.456), "46%");
    }

    #[test]
    fn a_long_passage_is_cut_at_a_word() {
        let cut = clipped(&"tide and ".repeat(60));
        assert!(cut.ends_with('…') && cut.chars().count() <= MAX_PASSAGE + 1);
        assert_eq!(clipped("short"), "short");
    }

    #[test]
    fn a_figure_prints_the_words_of_its_source() {
        let told = Told::read(
            "{\"sources\":[{\"article\":1,\"outlet\":\"Tern\"},{\"article\":2,\"outlet\":\"Skua\"}],\
             \"figures\":[{\"what\":\"ships waiting\",\"verdict\":\"same\",\"figures\":[\
             {\"sentence\":{\"article\":1,\"version\":1,\"start\":10,\"end\":29,\"text\":\"Some 61 ships waited\"},\"at\":{\"start\":15,\"end\":17},\"hedge\":\"Some\"},\
             {\"sentence\":{\"article\":2,\"version\":2,\"start\":0,\"end\":20,\"text\":\"Some 61 ships waited\"},\"at\":{\"start\":5,\"end\":7},\"hedge\":\"Some\"}]}]}",
        );
        let rows = figures(&told, &mut Numbers::new(&told));
        let row = rows.first().unwrap();
        assert_eq!((row.what.as_str(), row.verdict), ("Ships waiting", "Agree"));
        let printed = row.printed.first().unwrap();
        assert_eq!((printed.hedge.as_str(), printed.value.as_str(), printed.marks.len()), ("Some", "61", 2));
    }
}
