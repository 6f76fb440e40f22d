//! The brief of one story: what is chosen, in one plain shape that the store keeps as JSON and pages print.
//! Copies of one family are one witness. Same sources, same brief, whatever their order.

use crate::choose::choose;
use crate::differ::differences;
use crate::figures::{Verdict, groups};
use crate::pool::Pool;
use crate::sides::sides;
use crate::voices::voices;
use crate::{Cited, Headline, Source, timeline};
use serde::Serialize;
use wireroom_model::{ArticleId, CharSpan, FamilyId, Lang, Time, VersionId, When};

/// The rules' version: a stored brief of a lower one is made again.
pub const VERSION: u32 = 8;

/// A story in a minute.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Brief {
    /// [`VERSION`] of the rules that made it.
    pub rules: u32,
    #[serde(flatten)]
    pub enough: Enough,
    /// One of the outlets' own titles.
    pub headline: Option<Headline>,
    /// Two to five sentences in reading order; empty where there is not enough to say.
    pub lead: Vec<Cited>,
    pub points: Vec<Point>,
    pub quotes: Vec<Quoted>,
    pub figures: Vec<FigureGroup>,
    /// What each side says; empty where the texts name fewer than two.
    pub sides: Vec<Position>,
    /// Where sources differ, each side in its own words.
    pub differences: Vec<Difference>,
    pub timeline: Vec<Dated>,
    /// Every source the brief was made from, oldest first; `article` numbers above refer to these.
    pub sources: Vec<SourceRow>,
}

/// Whether there is enough to say. Serialises as `"enough": true` or `"enough": false, "thin": "no_text"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enough {
    Yes,
    No(Thin),
}

/// Why there is not enough to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Thin {
    /// No source has a body.
    NoText,
    /// Fewer than two sentences fit to stand alone.
    FewSentences,
}

impl Serialize for Enough {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Row {
            enough: bool,
            thin: Option<Thin>,
        }
        match *self {
            Self::Yes => Row { enough: true, thin: None },
            Self::No(why) => Row { enough: false, thin: Some(why) },
        }
        .serialize(serializer)
    }
}

/// A key point: one sentence, and the sentences of other sources that say the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Point {
    pub sentence: Cited,
    /// At most one for each other source.
    pub others: Vec<Cited>,
    /// How many origins say it at the most: copies of one text count once, as do texts of one agency.
    pub witnesses: u32,
}

/// Words somebody said, printed by one outlet or by many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quoted {
    /// The inside of the marks.
    pub words: Cited,
    /// The words that name the speaker in the same source.
    pub speaker: Option<Cited>,
    /// The fullest name that any source of the story gives this speaker; `None` where none is a person's full name.
    pub person: Option<Cited>,
    /// The same words in other sources, one of each.
    pub others: Vec<Variant>,
    pub witnesses: u32,
}

/// The words of a quote as another source prints them. Serialises as the cited words with `"form"`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Variant {
    #[serde(flatten)]
    pub words: Cited,
    pub form: Form,
}

/// How a variant stands to the words that lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// The same words; marks and case are none.
    Same,
    /// Words of the lead left out, nothing added.
    Trimmed,
    /// Words that the lead leaves out.
    Longer,
    /// Most words the same, some others.
    Reworded,
    /// The same person's, on the same day, with the same numbers, in another language.
    Translated,
}

/// Something on which independent sources do not agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    pub about: About,
    /// Two, each with its own words.
    pub sides: Vec<Side>,
}

/// What sources differ about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// The value of one figure.
    Figure,
    /// The day of one event.
    Day,
    /// Whether it is so.
    Denied,
}

/// One side of a difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Side {
    pub sentence: Cited,
    /// The words that differ, in characters of the same body; none where the whole sentence does.
    pub at: Option<CharSpan>,
    /// Who else says so.
    pub others: Vec<Cited>,
}

/// What one side says, where the texts name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Position {
    /// The words of a text that name the side.
    pub side: Cited,
    pub said: Vec<Stand>,
}

/// Something that a side says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stand {
    /// The inside of the marks of a quote, or a whole sentence.
    pub words: Cited,
    pub is_quote: bool,
    /// The words that name the speaker of a quote.
    pub speaker: Option<Cited>,
    /// The same in other sources.
    pub others: Vec<Cited>,
}

/// Figures of one thing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FigureGroup {
    /// What is counted, folded for comparing ("people killed").
    pub what: String,
    pub unit: Option<String>,
    pub verdict: Verdict,
    pub figures: Vec<Figure>,
    /// Pairs of them, by place from 0, that contradict each other.
    pub conflicts: Vec<(usize, usize)>,
}

/// One value as one source states it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    pub low: f64,
    /// Equal to `low` unless a range is stated.
    pub high: f64,
    /// The hedge as written ("at least").
    pub hedge: Option<String>,
    /// The sentence it stands in.
    pub sentence: Cited,
    /// The value's own words, in characters of the same body.
    pub at: CharSpan,
}

/// A dated sentence: when the thing happened, apart from when it was printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dated {
    pub date: When,
    pub sentence: Cited,
    /// The date's own words, in characters of the same body.
    pub at: CharSpan,
    pub witnesses: u32,
}

/// One source as the brief lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceRow {
    pub article: ArticleId,
    pub version: VersionId,
    pub text_hash: String,
    pub url: Option<String>,
    pub outlet: Option<String>,
    pub agency: Option<String>,
    pub title: String,
    pub published: Time,
    pub lang: Lang,
    pub family: Option<FamilyId>,
}

/// The brief of one story's sources. Linear in their text; at most 500 sources and 60 sentences of each are read.
pub fn brief(sources: &[Source<'_>]) -> Brief {
    let pool = Pool::new(sources);
    let choice = choose(&pool);
    let mut brief = Brief {
        rules: VERSION,
        enough: choice.thin.map_or(Enough::Yes, Enough::No),
        headline: choice.headline,
        lead: choice.lead,
        points: choice.points,
        quotes: Vec::new(),
        figures: Vec::new(),
        sides: Vec::new(),
        differences: Vec::new(),
        timeline: Vec::new(),
        sources: pool.sources.iter().map(row).collect(),
    };
    if brief.enough == Enough::Yes {
        let dates = timeline::dates(&pool);
        brief.quotes = voices(&pool);
        brief.sides = sides(&pool, &brief.quotes);
        brief.figures = groups(&pool, &dates);
        brief.differences = differences(&pool, &dates, &brief.figures);
        brief.timeline = timeline::timeline(&pool, &dates);
    }
    brief
}

fn row(source: &Source<'_>) -> SourceRow {
    SourceRow {
        article: source.article,
        version: source.version,
        text_hash: source.text_hash.to_owned(),
        url: source.url.map(str::to_owned),
        outlet: source.outlet.map(str::to_owned),
        agency: source.agency.map(str::to_owned),
        title: source.title.to_owned(),
        published: source.published,
        lang: source.lang,
        family: source.family,
    }
}
