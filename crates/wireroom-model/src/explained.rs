//! Why a page gave the text and the facts it gave: what was proposed, what was left out by which rule, who said what.
//! Plain data that pages and filters print; it decides nothing, and nothing reads it back into a decision.
//! Start at [`Explained`].

use serde::{Deserialize, Serialize};

/// The account of one page's own article (part 0).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Explained {
    /// Every text that was proposed, the winner first.
    pub candidates: Vec<Candidate>,
    /// Title, date, authors and so on, with every place of the page that says the same.
    pub facts: Vec<FactFrom>,
    /// The page's blocks that are not in the body, in page order.
    pub dropped: Vec<Dropped>,
    /// What was put to use from outside the page ("site override example.org", "12 blocks learnt of example.org").
    pub notes: Vec<String>,
}

/// A part of the page, or a stated text, that was proposed as the article.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Candidate {
    /// Who proposed it ("rules", "density", "stated", "baseline").
    pub way: String,
    /// The element, as a selector; empty for a text without one.
    pub path: String,
    /// Letters of its text once it is cleaned.
    pub letters: usize,
    pub score: f64,
    /// What the score is made of, by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<(String, f64)>,
    pub chosen: bool,
}

/// One fact and the places that state it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FactFrom {
    /// "title", "authors", "published", "updated", "outlet", "language", "address".
    pub fact: String,
    /// Empty where the page does not say.
    pub value: String,
    /// "h1", "og:title", "structured headline"; several where they agree.
    pub from: Vec<String>,
}

/// One block that is not in the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropped {
    pub rule: Rule,
    /// The element that the rule speaks of, as a selector from an ancestor down.
    pub path: String,
    /// The block's text, cut to [`Dropped::MAX_CHARS`] characters.
    pub text: String,
}

impl Dropped {
    /// Most characters of a dropped block's text that are told.
    pub const MAX_CHARS: usize = 120;
}

macro_rules! rules {
    ($($name:ident, $word:literal, $says:literal;)*) => {
        /// Why a block is not in the body.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Rule {
            $(#[doc = $says] $name,)*
        }

        impl Rule {
            /// All rules, in the order in which pages list them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word that rows and pages use.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// What the rule says of a block, in half a sentence.
            pub const fn says(self) -> &'static str {
                match self { $(Self::$name => $says,)* }
            }
        }
    };
}

rules! {
    Element, "element", "in an element that never holds an article: nav, footer, aside, form, button, menu";
    Named, "named", "in an element whose names call it furniture";
    Comments, "comments", "readers' comments";
    Hidden, "hidden", "not shown to readers";
    TagLink, "tag-link", "a link to a tag's page";
    Card, "card", "one of several cards of one form with a headline that leads elsewhere";
    Offer, "offer", "in a box that asks for an address, or with a link to subscribe, register or give";
    OtherArticle, "other-article", "of another article of the page";
    Caption, "caption", "a picture's caption or credit, set aside with the captions";
    Post, "post", "an embedded post, kept in the HTML with its source";
    Title, "title", "the title once more";
    OtherTitle, "other-title", "a first-level heading inside the text";
    LinkedHeading, "linked-heading", "a heading that is a link";
    FurnitureHeading, "furniture-heading", "a heading over what is not the article";
    UnderFurnitureHeading, "under-furniture-heading", "under a heading over what is not the article";
    AboutArticle, "about-article", "in an element named for what is said about an article: byline, tools, counts";
    DateLine, "date-line", "a date or time of its own";
    Links, "links", "mostly links";
    LinkList, "link-list", "in a list that is mostly links";
    Phrase, "phrase", "begins or reads as furniture does";
    Begging, "begging", "asks for money, addresses or consent, in several ways";
    Repeated, "repeated", "stood on the page before";
    PullQuote, "pull-quote", "a sentence of the text, set large";
    OutsideStatement, "outside-statement", "outside the text that the page states as data";
    Byline, "byline", "names the writer, and little else";
    HeadLabel, "head-label", "a label before the first sentence";
    Biography, "biography", "about the writer";
    SignOff, "sign-off", "in which the makers sign below the text; they are credited";
    TailLabel, "tail-label", "a label after the last sentence";
    BareHeading, "bare-heading", "a heading with nothing under it";
    LearntOfSite, "learnt-of-site", "the site prints it on many of its pages";
    Override, "override", "the site's override leaves it out";
    Outside, "outside", "outside the part that was chosen";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_written_as_the_word_it_is_called_by() {
        for rule in Rule::ALL {
            assert_eq!(serde_json::to_value(rule).unwrap(), rule.as_str());
            assert!(!rule.says().is_empty());
        }
    }
}
