//! What is true of the press by construction: for each printed article its text, family, parent, edits and story.
//! Only tests read it: no room and no page of the product may.
//! Start at [`Truth`].

use wireroom_model::{Kind, Lang, Relation, Time, When};

/// Everything that a test may hold an engine to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Truth {
    pub outlets: Vec<OutletTruth>,
    pub stories: Vec<StoryTruth>,
    /// One for each article of the press, in the order of first printing; aggregator parts included.
    pub articles: Vec<ArticleTruth>,
    pub feeds: Vec<FeedTruth>,
    pub disagreements: Vec<Disagreement>,
    pub counts: Vec<MovingCount>,
}

/// A masthead of the press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutletTruth {
    pub id: String,
    pub name: String,
    pub lang: Lang,
    /// True for a news agency, which writes what others carry.
    pub agency: bool,
}

/// One event as told in one language. Engines sort each language alone, so this is their unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryTruth {
    /// `EVENT` or `EVENT-LANG`, unique.
    pub id: String,
    /// The event, shared by the stories that tell it in several languages.
    pub event: String,
    /// The long affair that the event belongs to, shared by sibling stories.
    pub thread: Option<String>,
    pub lang: Lang,
}

/// One printed article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleTruth {
    /// Unique name in the press; feed entries and parents use it.
    pub id: String,
    /// Address without the base; several parts of one page share it.
    pub path: String,
    /// 0 is the page's own article; an aggregator's others follow in page order.
    pub part: u32,
    /// The outlet of the page.
    pub outlet: String,
    /// The masthead that the article is printed under: the page's own, or an aggregator part's source.
    pub outlet_name: String,
    pub lang: Lang,
    pub kind: Kind,
    pub story: String,
    /// The root text's id: every member of one family has the same.
    pub family: String,
    /// Whose printing was edited into this one; `None` for a root.
    pub parent: Option<String>,
    /// To the family's root.
    pub relation: Relation,
    /// Edits against the parent, in the order in which they were made.
    pub edits: Vec<Edit>,
    /// As the page or its feed states it; unknown where neither does.
    pub published: Time,
    /// Minutes by which its page's times are wrong, those of its versions too; below zero its clock is slow.
    pub clock: i64,
    /// The article that its page names as its source, for machines.
    pub source: Option<String>,
    pub authors: Vec<String>,
    /// The agency credited in the text.
    pub agency: Option<String>,
    /// How many more times the text stands on the page.
    pub repeats: u32,
    /// Printed from this phase on.
    pub phase: u32,
    /// Articles listed as related on the page although they belong to other stories, in its last phase.
    pub unrelated: Vec<String>,
    /// Speaker label, role and words, for transcripts.
    pub turns: Vec<(String, Option<String>, String)>,
    /// Sub-headings, which are paragraphs of the body too.
    pub sections: Vec<String>,
    /// At least one; the first is the first printing.
    pub versions: Vec<VersionTruth>,
}

/// What stood at the address from some phase on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionTruth {
    pub phase: u32,
    /// When it was changed; the first version's is its publication.
    pub changed: When,
    pub title: String,
    /// Normalised text as printed: no caption, no furniture.
    pub body: String,
    /// The body's last paragraph where it is a credit line ("(Meridian Wire)"): an extractor may set it apart.
    pub credit: Option<String>,
    /// Edits against the version before.
    pub edits: Vec<Edit>,
}

impl VersionTruth {
    /// The body without its credit line.
    pub fn without_credit(&self) -> &str {
        let cut = self.credit.as_ref().and_then(|credit| self.body.strip_suffix(credit.as_str()));
        cut.map_or(self.body.as_str(), str::trim_end)
    }
}

/// One listed operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// A new headline.
    Title(String),
    /// Words replaced: from, to.
    Replaced(String, String),
    /// Paragraphs (counted from 0 in the text before) kept, all others cut.
    Kept(Vec<usize>),
    /// A paragraph put in after this many paragraphs.
    Inserted(usize, String),
    /// A credit line added at the end.
    Credited(String),
    /// Paragraphs in this new order.
    Reordered(Vec<usize>),
}

/// What a feed lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedTruth {
    pub path: String,
    pub outlet: String,
    /// True where entries carry a date.
    pub dated: bool,
    /// Ids of page articles with the phase from which each is listed, newest first.
    pub entries: Vec<(String, u32)>,
}

/// Two printings that give one figure or wording differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    pub articles: [String; 2],
    /// What each prints, found in its body.
    pub words: [String; 2],
    /// True where the facts differ; false where only the wording does.
    pub real: bool,
}

/// A number that moves as a story goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovingCount {
    pub what: String,
    pub steps: Vec<CountStep>,
}

/// One value of a moving number, found in the body of that version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountStep {
    pub article: String,
    /// Counted from 0.
    pub version: usize,
    pub figure: String,
}
