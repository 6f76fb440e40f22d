//! A diff as a public shape (docs/formats/diff.schema.json). Offsets count characters of the texts in their normal
//! form; the words themselves are left out where a publisher reserves its text.

use crate::compare::{Compared, InCommon};
use serde::Serialize;
use wireroom_model::span::CharCounter;
use wireroom_model::{
    Alteration, ArticleId, Change, CharSpan, Class, Diff, Lang, Place, Relation, Span, TextPart, Time,
    VersionId, WordCounts,
};
use wireroom_store::versions::Version;

#[derive(Debug, Serialize)]
pub struct DiffShape<'a> {
    old: SideShape<'a>,
    new: SideShape<'a>,
    /// How the new one stands in the family that both are of; null where they are not of one.
    relation: Option<Relation>,
    words: WordCounts,
    headline: Vec<RowShape<'a>>,
    rows: Vec<RowShape<'a>>,
    changes: Vec<ChangeShape>,
    not_compared: RestShape,
    /// Where the old side is what most printings share: of what it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    common: Option<CommonShape>,
}

#[derive(Debug, Serialize)]
struct CommonShape {
    printings: u32,
    needed: u32,
    left_out: u32,
    stumps: u32,
    words: u32,
    /// An article with the headline that was compared, and how many printings have it.
    headline_of: ArticleId,
    headline_held: u32,
    stretches: Vec<StretchShape>,
}

#[derive(Debug, Serialize)]
struct StretchShape {
    #[serde(flatten)]
    span: CharSpan,
    held: u32,
}

#[derive(Debug, Serialize)]
struct SideShape<'a> {
    article: ArticleId,
    version: VersionId,
    number: u32,
    outlet: Option<&'a str>,
    title: &'a str,
    lang: Lang,
    published: Time,
    text_hash: &'a str,
}

#[derive(Debug, Serialize)]
struct RowShape<'a> {
    change: Change,
    moved: bool,
    old: Option<PlaceShape>,
    new: Option<PlaceShape>,
    pieces: Vec<PieceShape<'a>>,
}

#[derive(Debug, Serialize)]
struct PlaceShape {
    paragraph: u32,
    #[serde(flatten)]
    span: CharSpan,
}

#[derive(Debug, Serialize)]
struct PieceShape<'a> {
    change: Change,
    old: Option<WordsShape<'a>>,
    new: Option<WordsShape<'a>>,
}

#[derive(Debug, Serialize)]
struct WordsShape<'a> {
    #[serde(flatten)]
    span: CharSpan,
    text: Option<&'a str>,
}

/// One classed change.
#[derive(Debug, Serialize)]
pub struct ChangeShape {
    class: Class,
    part: TextPart,
    old: Option<CharSpan>,
    new: Option<CharSpan>,
}

#[derive(Debug, Serialize)]
struct RestShape {
    old: Option<CharSpan>,
    new: Option<CharSpan>,
}

/// What a shape is made of.
#[derive(Debug)]
pub struct Both<'a> {
    pub old: &'a Version,
    pub new: &'a Version,
    pub relation: Option<Relation>,
    /// Whether the words of either may be printed.
    pub open: (bool, bool),
}

/// What most printings share, as a shape tells it.
#[derive(Debug)]
pub struct CommonSide<'a> {
    pub found: &'a InCommon,
    /// An article that has the headline.
    pub headline_of: ArticleId,
    /// Printings that take no part because only their beginning can be read, and printings past the limit.
    pub stumps: u32,
    pub left_out: u32,
}

/// A text whose spans are told in characters.
struct Told<'a> {
    text: &'a str,
    chars: CharCounter<'a>,
    open: bool,
}

impl<'a> Told<'a> {
    const fn new(text: &'a str, open: bool) -> Self {
        Self { text, chars: CharCounter::new(text), open }
    }

    fn span(&mut self, span: Option<Span>) -> Option<CharSpan> {
        self.chars.convert(span?)
    }

    fn words(&mut self, span: Option<Span>) -> Option<WordsShape<'a>> {
        let text = span?.of(self.text).filter(|_| self.open);
        Some(WordsShape { span: self.span(span)?, text })
    }

    fn place(&mut self, place: Option<Place>) -> Option<PlaceShape> {
        let place = place?;
        Some(PlaceShape { paragraph: place.paragraph, span: self.span(Some(place.span))? })
    }
}

fn rows<'a>(diff: &Diff, old: &mut Told<'a>, new: &mut Told<'a>) -> Vec<RowShape<'a>> {
    diff.rows
        .iter()
        .map(|row| RowShape {
            change: row.change,
            moved: row.moved,
            old: old.place(row.old),
            new: new.place(row.new),
            pieces: row
                .pieces
                .iter()
                .map(|piece| PieceShape {
                    change: piece.change,
                    old: old.words(piece.old),
                    new: new.words(piece.new),
                })
                .collect(),
        })
        .collect()
}

/// Classed changes between two texts, in characters.
pub fn changes(found: &[Alteration], old: &Version, new: &Version) -> Vec<ChangeShape> {
    let mut bodies = (Told::new(&old.extracted.body, false), Told::new(&new.extracted.body, false));
    let mut titles = (Told::new(&old.title, false), Told::new(&new.title, false));
    found
        .iter()
        .map(|change| {
            let (before, after) = match change.part {
                TextPart::Headline => (&mut titles.0, &mut titles.1),
                TextPart::Body => (&mut bodies.0, &mut bodies.1),
            };
            let (old, new) = (before.span(change.old), after.span(change.new));
            ChangeShape { class: change.class, part: change.part, old, new }
        })
        .collect()
}

fn side(version: &Version) -> SideShape<'_> {
    SideShape {
        article: version.article,
        version: version.id,
        number: version.number,
        outlet: version.extracted.outlet.as_deref(),
        title: &version.title,
        lang: version.extracted.lang,
        published: version.extracted.published,
        text_hash: &version.text_hash,
    }
}

impl<'a> DiffShape<'a> {
    /// The shape of one comparison.
    pub fn of(both: &Both<'a>, found: &Compared) -> Self {
        let mut titles = (Told::new(&both.old.title, true), Told::new(&both.new.title, true));
        let headline = rows(&found.headline, &mut titles.0, &mut titles.1);
        let mut old = Told::new(&both.old.extracted.body, both.open.0);
        let mut new = Told::new(&both.new.extracted.body, both.open.1);
        Self {
            old: side(both.old),
            new: side(both.new),
            relation: both.relation,
            words: found.body.words,
            headline,
            rows: rows(&found.body, &mut old, &mut new),
            changes: changes(&found.changes, both.old, both.new),
            not_compared: RestShape {
                old: old.span(found.body.old_rest),
                new: new.span(found.body.new_rest),
            },
            common: None,
        }
    }

    /// The shape of a comparison with what most printings share: `both.old` is the base under the common headline.
    pub fn of_common(both: &Both<'a>, side: &CommonSide<'_>) -> Self {
        let found = side.found;
        let mut base = Told::new(&both.old.extracted.body, false);
        let stretches = found
            .stretches
            .iter()
            .filter_map(|&(span, held)| Some(StretchShape { span: base.span(Some(span))?, held }))
            .collect();
        let common = CommonShape {
            printings: found.printings,
            needed: found.needed,
            left_out: side.left_out,
            stumps: side.stumps,
            words: found.words,
            headline_of: side.headline_of,
            headline_held: found.headline_held,
            stretches,
        };
        Self { common: Some(common), ..Self::of(both, &found.made) }
    }
}
