//! How widely one story is told: outlets, publishers and origins, counted apart, each origin with what shows it.
//! The number of origins is an upper bound: two texts that show no common source may have one all the same, and a text
//! whose origin nobody can tell is counted beside them, never among them. It counts nothing itself: the copy room does.
//! Start at [`Coverage`]; docs/copies.md says how it is counted.

use crate::{ArticleId, FamilyId, Reason};
use serde::{Deserialize, Serialize};

/// The outlets, publishers and origins of one story.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Coverage {
    pub articles: u32,
    /// Mastheads that carry it; all texts whose outlet nobody names are one more.
    pub outlets: u32,
    /// Owners of these outlets by the lists that the reader brought in; an outlet of no list is its own. `None` where
    /// there is no list.
    pub publishers: Option<u32>,
    /// Outlets that no list holds; 0 where there is no list.
    pub unlisted: u32,
    /// Independent of each other as far as their texts show, the most carried first.
    pub origins: Vec<Counted>,
    /// Texts whose origin is not known.
    pub unknown: Vec<Printings>,
}

/// One origin with everything that comes from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    pub whose: Whose,
    pub texts: Vec<Printings>,
}

/// Where texts come from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Whose {
    Agency(String),
    /// Several outlets of one owner.
    Publisher(String),
    Outlet(String),
}

impl Whose {
    /// The name as printed.
    pub fn name(&self) -> &str {
        match self {
            Self::Agency(name) | Self::Publisher(name) | Self::Outlet(name) => name,
        }
    }
}

/// One text: an article that stands alone, or all of the story's printings of one family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printings {
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub family: Option<FamilyId>,
    /// By number.
    pub articles: Vec<ArticleId>,
    /// The outlet that had it first, where one is known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub outlet: Option<String>,
    pub ground: Ground,
    /// The words that show it: the credit, the line.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub words: String,
}

/// Why a text is counted under its origin, or under none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// A reader named the first printing.
    ReaderSaid,
    /// A line of the text says where it appeared first.
    FirstPublished,
    /// Pages of the others name it as their source.
    SourceLink,
    /// The text credits an agency, and wrote no more than that.
    AgencyCredit,
    /// The agency's own printing.
    AgencyOwn,
    /// Published before every other printing.
    Earliest,
    /// No other text of the house has its words, and it credits nobody.
    Alone,
    /// Nothing shows which printing was first, but all are one outlet's, or one publisher's.
    OneHouse,
    /// Several print it, and nothing shows who had it first.
    OrderUnknown,
    /// The first printing is not among what this reader may see.
    Unseen,
    /// Only the beginning, or the feed's own words: nothing to compare.
    Stump,
    /// Too few words to tell whose they are.
    Short,
    /// A page that gathers what others wrote.
    Gathers,
    /// Nobody names its outlet.
    NoOutlet,
}

impl Ground {
    /// True where the origin is known.
    pub const fn is_known(self) -> bool {
        matches!(
            self,
            Self::ReaderSaid
                | Self::FirstPublished
                | Self::SourceLink
                | Self::AgencyCredit
                | Self::AgencyOwn
                | Self::Earliest
                | Self::Alone
                | Self::OneHouse
        )
    }
}

impl From<Reason> for Ground {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::ReaderSaid => Self::ReaderSaid,
            Reason::FirstPublished => Self::FirstPublished,
            Reason::InheritedEdits | Reason::SourceLink | Reason::Carried => Self::SourceLink,
            Reason::AgencyCredit | Reason::Dateline => Self::AgencyCredit,
            Reason::Earliest => Self::Earliest,
            Reason::Alone => Self::Alone,
            Reason::OrderUnknown => Self::OrderUnknown,
        }
    }
}

/// The numbers alone, as every answer in JSON gives them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub articles: u32,
    pub outlets: u32,
    pub publishers: Option<u32>,
    pub unlisted: u32,
    pub origins: u32,
    pub origins_are: Bound,
    pub unknown: u32,
}

/// The numbers with all that they rest on: what answers in JSON give (docs/formats/origins.schema.json).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Opened<'a> {
    #[serde(flatten)]
    pub counts: Counts,
    /// The origins, the most carried first.
    pub counted: &'a [Counted],
    /// The texts of unknown origin.
    pub not_counted: &'a [Printings],
}

/// What kind of number a count of origins is. There is no other kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Bound {
    #[serde(rename = "upper bound")]
    Upper,
}

impl Coverage {
    /// The numbers alone.
    pub fn counts(&self) -> Counts {
        let fit = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Counts {
            articles: self.articles,
            outlets: self.outlets,
            publishers: self.publishers,
            unlisted: self.unlisted,
            origins: fit(self.origins.len()),
            origins_are: Bound::Upper,
            unknown: fit(self.unknown.len()),
        }
    }

    /// The numbers with what they rest on.
    pub fn opened(&self) -> Opened<'_> {
        Opened { counts: self.counts(), counted: &self.origins, not_counted: &self.unknown }
    }

    /// The origin that an article bears witness for, as a number within this story: two articles with one number are
    /// one witness. `None` where its origin is unknown; then it bears none.
    pub fn witness(&self, article: ArticleId) -> Option<u64> {
        let holds = |origin: &Counted| origin.texts.iter().any(|text| text.articles.contains(&article));
        self.origins.iter().position(holds).and_then(|at| u64::try_from(at).ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(article: u64, ground: Ground) -> Printings {
        let article = ArticleId::new(article).unwrap();
        Printings { family: None, articles: vec![article], outlet: None, ground, words: String::new() }
    }

    #[test]
    fn a_text_of_unknown_origin_is_nobodys_witness_and_no_origin() {
        let coverage = Coverage {
            articles: 2,
            outlets: 2,
            origins: vec![Counted {
                whose: Whose::Outlet("A".to_owned()),
                texts: vec![told(1, Ground::Alone)],
            }],
            unknown: vec![told(2, Ground::Stump)],
            ..Coverage::default()
        };
        assert_eq!(coverage.witness(ArticleId::new(1).unwrap()), Some(0));
        assert_eq!(coverage.witness(ArticleId::new(2).unwrap()), None);
        let json = serde_json::to_value(coverage.counts()).unwrap();
        assert_eq!((&json["origins"], &json["unknown"]), (&1.into(), &1.into()));
        assert_eq!(json["origins_are"], "upper bound");
        let back: Coverage = serde_json::from_str(&serde_json::to_string(&coverage).unwrap()).unwrap();
        assert_eq!(back, coverage);
    }
}
