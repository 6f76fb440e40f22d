//! The figures of a story as rows: each value within its own sentence's words, by whom, and how they stand.
//! Nothing is said of a figure but what its sources print and the brief's verdict.

use crate::picture::{self, Glyph, Picture};
use crate::told::{Cited, FigureGroup, Mark, Numbers, Told, Verdict};
use crate::wording;
use std::collections::BTreeSet;
use wireroom_model::{ArticleId, Coverage};

/// The brief room gives few; this holds whatever it gives.
const MAX_FIGURES: usize = 16;
/// Rows of one source shown before the fold.
const MAX_SINGLE: usize = 6;
/// Words shown before a value and after it.
const WORDS_BEFORE: usize = 5;
const WORDS_AFTER: usize = 7;

/// Figures of one thing.
#[derive(Debug)]
pub struct FigureRow {
    pub what: String,
    pub printed: Vec<Printed>,
    pub verdict: String,
    pub class: &'static str,
    pub glyph: Picture,
    /// The origins that stand behind the row, as dots and in words.
    pub tally: Picture,
    pub origins: String,
    pub outlets: String,
    single: bool,
}

/// One value as printed, by whom, within the words of the first that prints it.
#[derive(Debug)]
pub struct Printed {
    pub before: String,
    pub value: String,
    pub after: String,
    pub lang: String,
    pub dir: &'static str,
    pub marks: Vec<Mark>,
    hedge: String,
}

/// The rows, in the brief's order.
pub fn figures(told: &Told, coverage: Option<&Coverage>, numbers: &mut Numbers<'_>) -> Vec<FigureRow> {
    let rows = told.figures.iter().take(MAX_FIGURES).map(|group| figure(group, told, coverage, numbers));
    rows.filter(|row| !row.printed.is_empty()).collect()
}

/// The rows that are shown, and those of one source beyond the first few.
pub fn fold(rows: Vec<FigureRow>) -> (Vec<FigureRow>, Vec<FigureRow>) {
    let mut single = 0;
    rows.into_iter().partition(|row| {
        single += usize::from(row.single);
        !row.single || single <= MAX_SINGLE
    })
}

/// The origins of some articles: how many are known, and how many texts are of none that is known.
fn origins(coverage: &Coverage, articles: &BTreeSet<ArticleId>) -> (usize, usize) {
    let has = |ids: &[ArticleId]| ids.iter().any(|id| articles.contains(id));
    let known = coverage.origins.iter().filter(|origin| origin.texts.iter().any(|text| has(&text.articles)));
    (known.count(), coverage.unknown.iter().filter(|text| has(&text.articles)).count())
}

/// "2", "1 and 1 unknown": for the cell beside the dots.
fn origins_told((known, unknown): (usize, usize)) -> String {
    match (known, unknown) {
        (0, 0) => String::new(),
        (known, 0) => wording::grouped(known as u64),
        (0, unknown) => say!("figure-unknown", n = unknown),
        (known, unknown) => {
            say!("figure-known-and", known = known, unknown = say!("figure-unknown", n = unknown))
        }
    }
}

/// The outlets that print one of a group's figures.
fn outlets(group: &FigureGroup, told: &Told) -> String {
    let names: BTreeSet<&str> = group
        .figures
        .iter()
        .filter_map(|figure| told.source(figure.sentence.article)?.outlet.as_deref())
        .collect();
    say!("count-outlets", n = names.len())
}

fn figure(
    group: &FigureGroup,
    told: &Told,
    coverage: Option<&Coverage>,
    numbers: &mut Numbers<'_>,
) -> FigureRow {
    let mut printed: Vec<Printed> = Vec::new();
    for figure in &group.figures {
        let Some((before, value, after)) = parted(&figure.sentence, figure.at.start, figure.at.end) else {
            continue;
        };
        let mark = numbers.mark(&figure.sentence);
        let hedge = figure.hedge.clone().unwrap_or_default();
        let same = |known: &&mut Printed| {
            known.value.to_lowercase() == value.to_lowercase()
                && known.hedge.to_lowercase() == hedge.to_lowercase()
        };
        match printed.iter_mut().find(same) {
            Some(known) if known.marks.contains(&mark) => {}
            Some(known) => known.marks.push(mark),
            None => {
                let lang = told.source(figure.sentence.article).map(|row| row.lang).unwrap_or_default();
                let (lang, dir) = (wording::tag(lang), wording::dir(lang));
                printed.push(Printed { before, value, after, lang, dir, marks: vec![mark], hedge });
            }
        }
    }
    let (verdict, class, glyph) = match group.verdict {
        Verdict::Single => (say!("verdict-one"), "v-one", Glyph::One),
        Verdict::Same => (say!("verdict-agree"), "v-ok", Glyph::Agree),
        Verdict::Rounded => (say!("verdict-rounded"), "v-ok", Glyph::Rounded),
        Verdict::Updated => (say!("verdict-updated"), "v-changed", Glyph::Changed),
        Verdict::Conflict => (say!("verdict-conflict"), "v-bad", Glyph::Conflict),
        Verdict::Scope => (say!("verdict-scope"), "v-scope", Glyph::Unclear),
        Verdict::Unclear => (say!("verdict-beside"), "v-scope", Glyph::Unclear),
    };
    let mut what = group.what.clone();
    if what.is_empty() {
        // A measure of nothing in particular is called by its own words.
        what = printed.first().map(|first| first.value.clone()).unwrap_or_default();
    }
    if let Some(first) = what.chars().next() {
        what.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
    }
    let single = group.verdict == Verdict::Single;
    let articles: BTreeSet<ArticleId> = group.figures.iter().map(|figure| figure.sentence.article).collect();
    let counted = coverage.map(|coverage| origins(coverage, &articles)).unwrap_or_default();
    FigureRow {
        what,
        printed,
        verdict,
        class,
        glyph: picture::glyph(glyph),
        tally: picture::tally(counted.0, counted.1),
        origins: origins_told(counted),
        outlets: outlets(group, told),
        single,
    }
}

/// A sentence parted at a value (characters of the body): the words before it, itself, the words after it. Words
/// left out at either end are marked.
fn parted(sentence: &Cited, start: usize, end: usize) -> Option<(String, String, String)> {
    let (from, length) = (start.checked_sub(sentence.chars.start)?, end.checked_sub(start)?);
    let mut characters = sentence.text.chars();
    let before: String = characters.by_ref().take(from).collect();
    let value: String = characters.by_ref().take(length).collect();
    let after: String = characters.collect();
    (!value.trim().is_empty()).then(|| (last_words(&before), value, first_words(&after)))
}

fn last_words(text: &str) -> String {
    let starts = text.char_indices().scan(true, |apart, (at, c)| {
        let starts = *apart && !c.is_whitespace();
        *apart = c.is_whitespace();
        Some((starts, at))
    });
    let starts: Vec<usize> = starts.filter(|(starts, _)| *starts).map(|(_, at)| at).collect();
    let cut = starts.len().checked_sub(WORDS_BEFORE).filter(|cut| *cut > 0).and_then(|cut| starts.get(cut));
    match cut.and_then(|at| text.split_at_checked(*at)) {
        Some((_, shown)) => format!("… {shown}"),
        None => text.trim_start().to_owned(),
    }
}

fn first_words(text: &str) -> String {
    let mut words = 0;
    let mut apart = true;
    for (at, c) in text.char_indices() {
        if apart && !c.is_whitespace() {
            words += 1;
            if words > WORDS_AFTER {
                let shown = text.split_at_checked(at).map_or(text, |(shown, _)| shown);
                return format!("{} …", shown.trim_end());
            }
        }
        apart = c.is_whitespace();
    }
    text.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_prints_the_words_of_its_source() {
        let told = Told::read(
            "{\"sources\":[{\"article\":1,\"outlet\":\"Tern\"},{\"article\":2,\"outlet\":\"Skua\"}],\
             \"figures\":[{\"what\":\"ships waiting\",\"verdict\":\"same\",\"figures\":[\
             {\"sentence\":{\"article\":1,\"version\":1,\"start\":10,\"end\":29,\"text\":\"Some 61 ships waited\"},\"at\":{\"start\":15,\"end\":17},\"hedge\":\"Some\"},\
             {\"sentence\":{\"article\":2,\"version\":2,\"start\":0,\"end\":20,\"text\":\"Some 61 ships waited\"},\"at\":{\"start\":5,\"end\":7},\"hedge\":\"Some\"}]}]}",
        );
        let rows = figures(&told, None, &mut Numbers::new(&told));
        let row = rows.first().unwrap();
        assert_eq!((row.what.as_str(), row.verdict.as_str()), ("Ships waiting", "Agree"));
        assert_eq!(row.outlets, "2 outlets");
        let printed = row.printed.first().unwrap();
        assert_eq!((printed.before.as_str(), printed.value.as_str()), ("Some ", "61"));
        assert_eq!((printed.after.as_str(), printed.marks.len()), (" ships waited", 2));
    }

    #[test]
    fn an_origin_counts_once_and_an_unknown_one_is_said_to_be() {
        use wireroom_model::{Counted, Ground, Printings, Whose};
        let ids = |ids: &[u64]| ids.iter().map(|&id| ArticleId::new(id).unwrap()).collect::<Vec<_>>();
        let text = |articles| Printings {
            family: None,
            articles,
            outlet: None,
            ground: Ground::Alone,
            words: String::new(),
        };
        let coverage = Coverage {
            origins: vec![Counted {
                whose: Whose::Agency("Tern".to_owned()),
                texts: vec![text(ids(&[1, 2])), text(ids(&[3]))],
            }],
            unknown: vec![text(ids(&[4]))],
            ..Coverage::default()
        };
        let told = |of: &[u64]| origins_told(origins(&coverage, &ids(of).into_iter().collect()));
        assert_eq!(told(&[1, 2, 3]), "1");
        assert_eq!(told(&[1, 4]), "1 and 1 unknown");
        assert_eq!(told(&[4]), "1 unknown");
        assert_eq!(told(&[9]), "");
    }

    #[test]
    fn words_left_out_around_a_value_are_marked() {
        assert_eq!(last_words("one two three four five six "), "… two three four five six ");
        assert_eq!(last_words("one two "), "one two ");
        assert_eq!(first_words(" a b c d e f g h i"), " a b c d e f g …");
        assert_eq!(first_words("% of all."), "% of all.");
    }

    #[test]
    fn many_figures_of_one_source_stand_behind_a_fold() {
        let row = |single| FigureRow {
            what: String::new(),
            printed: Vec::new(),
            verdict: String::new(),
            class: "",
            glyph: picture::glyph(Glyph::One),
            tally: Picture::default(),
            origins: String::new(),
            outlets: String::new(),
            single,
        };
        let (shown, folded) = fold([true; 8].into_iter().chain([false]).map(row).collect());
        assert_eq!((shown.len(), folded.len()), (7, 2));
    }
}
