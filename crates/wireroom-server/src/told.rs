//! A stored brief as pages read it: the brief room's JSON (see docs/formats/), taken with a grain of patience, and
//! the numbering of its sources. One number is one article, in the order in which the page first cites it.

use crate::wording;
use serde::Deserialize;
use std::collections::BTreeMap;
use wireroom_model::{ArticleId, CharSpan, FamilyId, Lang, Time, VersionId, When};

/// Marks printed after one sentence; the others stand in the list of sources.
const MAX_MARKS: usize = 3;
/// Passages listed under one source.
const MAX_PASSAGES: usize = 6;

/// The brief room's answer.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Told {
    pub enough: bool,
    pub headline: Option<Headline>,
    pub lead: Vec<Cited>,
    pub points: Vec<Point>,
    pub quotes: Vec<Quoted>,
    pub figures: Vec<FigureGroup>,
    /// What each side says, where the texts name sides.
    pub sides: Vec<Position>,
    /// Where sources differ.
    pub differences: Vec<Difference>,
    pub timeline: Vec<Dated>,
    pub sources: Vec<SourceRow>,
    /// What each text brought when it came, newest first.
    pub updates: Vec<Update>,
}

/// The title of one source.
#[derive(Debug, Clone, Deserialize)]
pub struct Headline {
    pub article: ArticleId,
}

/// Verbatim words and where they stand (characters of that version's body).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "CitedRow")]
pub struct Cited {
    pub article: ArticleId,
    pub version: VersionId,
    pub chars: CharSpan,
    pub text: String,
}

/// The same as it is stored. A struct within a struct on one level (serde's `flatten`) is read twice, which took a third
/// of the front page's time.
#[derive(Deserialize)]
struct CitedRow {
    article: ArticleId,
    version: VersionId,
    start: usize,
    end: usize,
    text: String,
}

impl From<CitedRow> for Cited {
    fn from(row: CitedRow) -> Self {
        let CitedRow { article, version, start, end, text } = row;
        Self { article, version, chars: CharSpan { start, end }, text }
    }
}

/// A key point with its other witnesses.
#[derive(Debug, Clone, Deserialize)]
pub struct Point {
    pub sentence: Cited,
    #[serde(default)]
    pub others: Vec<Cited>,
}

/// Somebody's words.
#[derive(Debug, Clone, Deserialize)]
pub struct Quoted {
    pub words: Cited,
    #[serde(default)]
    pub speaker: Option<Cited>,
    /// The speaker's fullest name in the story.
    #[serde(default)]
    pub person: Option<Cited>,
    #[serde(default)]
    pub others: Vec<Variant>,
}

/// The words of a quote as another source prints them.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "VariantRow")]
pub struct Variant {
    pub words: Cited,
    pub form: Form,
}

#[derive(Deserialize)]
struct VariantRow {
    article: ArticleId,
    version: VersionId,
    start: usize,
    end: usize,
    text: String,
    #[serde(default)]
    form: Form,
}

impl From<VariantRow> for Variant {
    fn from(row: VariantRow) -> Self {
        let VariantRow { article, version, start, end, text, form } = row;
        Self { words: Cited { article, version, chars: CharSpan { start, end }, text }, form }
    }
}

/// How a variant stands to the words that lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    Trimmed,
    Longer,
    Reworded,
    Translated,
    /// Also what a brief of older rules left unsaid.
    #[default]
    #[serde(other)]
    Same,
}

/// How the figures of a group stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    Single,
    Same,
    Rounded,
    Scope,
    Updated,
    Conflict,
    #[default]
    #[serde(other)]
    Unclear,
}

/// Figures of one thing.
#[derive(Debug, Clone, Deserialize)]
pub struct FigureGroup {
    pub what: String,
    #[serde(default)]
    pub verdict: Verdict,
    #[serde(default)]
    pub figures: Vec<Figure>,
}

/// One value as one source states it.
#[derive(Debug, Clone, Deserialize)]
pub struct Figure {
    #[serde(default)]
    pub hedge: Option<String>,
    pub sentence: Cited,
    pub at: CharSpan,
}

/// What one side says.
#[derive(Debug, Clone, Deserialize)]
pub struct Position {
    pub side: Cited,
    #[serde(default)]
    pub said: Vec<Stand>,
}

/// Something that a side says: the inside of the marks of a quote, or a whole sentence.
#[derive(Debug, Clone, Deserialize)]
pub struct Stand {
    pub words: Cited,
    #[serde(default)]
    pub is_quote: bool,
    #[serde(default)]
    pub speaker: Option<Cited>,
    #[serde(default)]
    pub others: Vec<Cited>,
}

/// Something on which sources differ.
#[derive(Debug, Clone, Deserialize)]
pub struct Difference {
    pub about: About,
    #[serde(default)]
    pub sides: Vec<Side>,
}

/// What they differ about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    Figure,
    Day,
    Denied,
    #[serde(other)]
    Other,
}

/// One side of a difference.
#[derive(Debug, Clone, Deserialize)]
pub struct Side {
    pub sentence: Cited,
    /// The words that differ (characters of that version's body).
    #[serde(default)]
    pub at: Option<CharSpan>,
    #[serde(default)]
    pub others: Vec<Cited>,
}

/// A dated sentence.
#[derive(Debug, Clone, Deserialize)]
pub struct Dated {
    pub date: When,
    pub sentence: Cited,
}

/// What one text brought.
#[derive(Debug, Clone, Deserialize)]
pub struct Update {
    /// When the house first saw it, in unix seconds.
    pub at: i64,
    #[serde(default)]
    pub changes: Vec<Change>,
}

/// One thing that is new, with the other texts that tell it.
#[derive(Debug, Clone, Deserialize)]
pub struct Change {
    #[serde(flatten)]
    pub what: Turn,
    #[serde(default)]
    pub others: Vec<Cited>,
}

/// The kinds of news.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Turn {
    Figure {
        before: Stated,
        after: Stated,
    },
    Quote {
        after: Cited,
        #[serde(default)]
        sentence: Option<Cited>,
    },
    Fact {
        after: Cited,
    },
    Withdrawn {
        before: Cited,
    },
    #[serde(other)]
    Other,
}

/// A value with its sentence.
#[derive(Debug, Clone, Deserialize)]
pub struct Stated {
    pub sentence: Cited,
    pub value: Cited,
}

/// One article that the brief was made from.
#[derive(Debug, Clone, Deserialize)]
pub struct SourceRow {
    pub article: ArticleId,
    pub outlet: Option<String>,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub published: Time,
    #[serde(default)]
    pub lang: Lang,
    #[serde(default)]
    pub family: Option<FamilyId>,
    #[serde(default)]
    pub agency: Option<String>,
}

impl Told {
    /// Reads a stored brief. One that cannot be read counts as none, and the log says so: the page still lists
    /// the story's articles.
    pub fn read(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_else(|error| {
            tracing::warn!(%error, "a stored brief could not be read; it will be made again with its story's next article");
            Self::default()
        })
    }

    /// Articles of each family, the largest first.
    pub fn families(&self) -> Vec<u32> {
        let mut sizes: BTreeMap<u64, u32> = BTreeMap::new();
        for row in &self.sources {
            *sizes.entry(row.family.map_or(row.article.get(), FamilyId::get)).or_default() += 1;
        }
        let mut sizes: Vec<u32> = sizes.into_values().collect();
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        sizes
    }

    /// The row of an article.
    pub fn source(&self, article: ArticleId) -> Option<&SourceRow> {
        self.sources.iter().find(|row| row.article == article)
    }
}

/// The mark after a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub number: usize,
    pub outlet: String,
}

/// A cited sentence ready for a template. The last word is kept beside its marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    pub head: String,
    pub tail: String,
    pub lang: String,
    pub dir: &'static str,
    pub marks: Vec<Mark>,
    /// Style classes: `s`, and `cN` for each source, so that a source lights up its sentences.
    pub class: String,
}

impl Sentence {
    /// Sets the page's marks of quotation around it: the span of a quote is the inside of the source's own.
    pub fn quoted(&mut self) {
        let first = if self.head.is_empty() { &mut self.tail } else { &mut self.head };
        first.insert(0, '“');
        self.tail.push('”');
    }
}

/// A source in the page's list.
#[derive(Debug, Clone)]
pub struct Numbered {
    pub number: usize,
    pub article: ArticleId,
    pub outlet: String,
    pub title: String,
    pub published: Time,
    pub lang: Lang,
    pub passages: Vec<Cited>,
}

/// Gives sources their numbers as sentences are set.
#[derive(Debug)]
pub struct Numbers<'t> {
    told: &'t Told,
    rows: Vec<Numbered>,
}

impl<'t> Numbers<'t> {
    /// Nothing is numbered yet.
    pub const fn new(told: &'t Told) -> Self {
        Self { told, rows: Vec::new() }
    }

    /// The mark of a passage, numbering its source if it is new.
    pub fn mark(&mut self, cited: &Cited) -> Mark {
        let at = self.rows.iter().position(|row| row.article == cited.article).unwrap_or_else(|| {
            let row = self.told.source(cited.article);
            let outlet = row.and_then(|row| row.outlet.clone());
            self.rows.push(Numbered {
                number: self.rows.len() + 1,
                article: cited.article,
                outlet: outlet.unwrap_or_else(|| say!("outlet-unnamed")),
                title: row.map(|row| row.title.clone()).unwrap_or_default(),
                published: row.map(|row| row.published).unwrap_or_default(),
                lang: row.map(|row| row.lang).unwrap_or_default(),
                passages: Vec::new(),
            });
            self.rows.len() - 1
        });
        let Some(row) = self.rows.get_mut(at) else { return Mark { number: 0, outlet: String::new() } };
        if row.passages.len() < MAX_PASSAGES && !row.passages.iter().any(|known| known.text == cited.text) {
            row.passages.push(cited.clone());
        }
        Mark { number: row.number, outlet: row.outlet.clone() }
    }

    /// Sets a sentence with its marks: its own source, then the others that say the same.
    pub fn sentence(&mut self, cited: &Cited, others: &[Cited]) -> Sentence {
        let mut marks: Vec<Mark> = Vec::new();
        for passage in std::iter::once(cited).chain(others) {
            if marks.len() == MAX_MARKS {
                break;
            }
            let mark = self.mark(passage);
            if !marks.contains(&mark) {
                marks.push(mark);
            }
        }
        marks.sort_by_key(|mark| mark.number);
        let lang = self.told.source(cited.article).map(|row| row.lang).unwrap_or_default();
        sentence(&cited.text, lang, marks)
    }

    /// The list, in order of number.
    pub fn rows(self) -> Vec<Numbered> {
        self.rows
    }
}

/// A sentence with its marks.
pub fn sentence(text: &str, lang: Lang, marks: Vec<Mark>) -> Sentence {
    let text = text.trim();
    let (head, tail) = text.rsplit_once(' ').unwrap_or(("", text));
    let space = if head.is_empty() { "" } else { " " };
    let class = marks.iter().fold("s".to_owned(), |class, mark| format!("{class} c{}", mark.number));
    Sentence {
        head: format!("{head}{space}"),
        tail: tail.to_owned(),
        lang: wording::tag(lang),
        dir: wording::dir(lang),
        marks,
        class,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited(article: u64, text: &str) -> Cited {
        Cited {
            article: ArticleId::new(article).unwrap(),
            version: VersionId::new(1).unwrap(),
            chars: CharSpan { start: 0, end: text.chars().count() },
            text: text.to_owned(),
        }
    }

    #[test]
    fn an_article_has_one_number_however_often_it_is_cited() {
        let told = Told::default();
        let mut numbers = Numbers::new(&told);
        assert_eq!(numbers.mark(&cited(7, "One.")).number, 1);
        assert_eq!(numbers.mark(&cited(9, "Two.")).number, 2);
        assert_eq!(numbers.mark(&cited(7, "Three.")).number, 1);
        let rows = numbers.rows();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows.first().unwrap().passages.len(), 2);
    }

    #[test]
    fn an_outlet_without_a_name_is_told_in_the_readers_language() {
        let told = Told::default();
        let names = ["en", "de", "ar"].map(|code| {
            crate::words::heard_now(crate::words::Tongue::named(code).unwrap(), || {
                Numbers::new(&told).mark(&cited(7, "One.")).outlet
            })
        });
        assert_eq!(names[0], "an outlet without a name");
        assert!(names[1] != names[0] && names[2] != names[0] && names[1] != names[2], "{names:?}");
    }

    #[test]
    fn a_sentence_keeps_its_last_word_with_its_marks_and_at_most_three() {
        let told = Told::default();
        let mut numbers = Numbers::new(&told);
        let others = [cited(2, "b"), cited(2, "c"), cited(3, "d"), cited(4, "e")];
        let set = numbers.sentence(&cited(1, "The tide turned at noon."), &others);
        assert_eq!((set.head.as_str(), set.tail.as_str()), ("The tide turned at ", "noon."));
        assert_eq!(set.marks.iter().map(|mark| mark.number).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(set.class, "s c1 c2 c3");
    }

    #[test]
    fn a_brief_that_cannot_be_read_is_no_brief() {
        let told = Told::read("{\"lead\": 4}");
        assert!(!told.enough && told.lead.is_empty());
        let told = Told::read(
            "{\"enough\":true,\"novel_field\":1,\"figures\":[{\"what\":\"ships\",\"verdict\":\"brand_new\"}]}",
        );
        assert!(told.enough);
        assert_eq!(told.figures.first().unwrap().verdict, Verdict::Unclear);
    }

    #[test]
    fn families_are_counted_largest_first() {
        let told = Told::read(
            "{\"sources\":[{\"article\":1,\"outlet\":null,\"family\":1},{\"article\":2,\"outlet\":\"B\",\"family\":5},{\"article\":3,\"outlet\":\"C\",\"family\":5},{\"article\":4,\"outlet\":\"D\"}]}",
        );
        assert_eq!(told.families(), [2, 1, 1]);
    }
}
