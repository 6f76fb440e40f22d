//! The manifest's shapes: outlets, stories, who printed which text when, and the edits each made.
//! It checks shape alone; whether an edit fits its text is found when the press is set.

use super::{PressError, data};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// `outlets.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Outlets {
    pub outlet: Vec<Outlet>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Outlet {
    /// Key in the manifest and the truth.
    pub id: String,
    pub name: String,
    pub lang: String,
    /// Minutes east of UTC.
    pub offset: i32,
    pub design: Design,
    pub feed: Format,
    /// An agency's mark as its credits print it ("Meridian Wire").
    pub mark: Option<String>,
    /// The feed carries whole texts.
    #[serde(default)]
    pub full: bool,
    /// The feed carries no dates, and pages show the day alone.
    #[serde(default)]
    pub undated: bool,
    /// Addresses of pages carry the date.
    #[serde(default)]
    pub dated_paths: bool,
}

/// A family of markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Design {
    /// JSON-LD and Open Graph.
    Ledger,
    /// A JSON-LD graph, a teaser inside the article.
    Graph,
    /// Meta elements alone, nested boxes.
    Meta,
    /// Microdata, `time` elements.
    Micro,
    /// Neither: a table layout with the day in words.
    Plain,
    /// A broadcaster's page: meta, media box, donation box.
    Studio,
    /// An aggregator's page of several articles.
    Sieve,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Format {
    Rss,
    Atom,
    Json,
}

/// One file of `stories/`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Stories {
    pub story: Vec<Story>,
    pub digest: Vec<Digest>,
    pub disagreement: Vec<Disagreement>,
    pub count: Vec<Count>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Story {
    pub id: String,
    pub event: String,
    pub thread: Option<String>,
    pub lang: String,
    pub text: Vec<Root>,
    #[serde(default)]
    pub copy: Vec<Copy>,
}

/// The first printing of a written text. Its article id is the text's name.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Root {
    pub text: String,
    pub outlet: String,
    pub at: String,
    #[serde(default)]
    pub phase: u32,
    /// Further times that the body stands on its page.
    #[serde(default)]
    pub repeats: u32,
    /// An article of another story whose teaser stands among the paragraphs.
    pub beside: Option<String>,
    #[serde(default)]
    pub versions: Vec<Version>,
}

/// A later printing elsewhere. Its article id is `ROOT@OUTLET`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Copy {
    /// The parent's article id.
    pub of: String,
    pub outlet: String,
    pub at: String,
    #[serde(default)]
    pub phase: u32,
    #[serde(default)]
    pub repeats: u32,
    #[serde(default)]
    pub edits: Vec<Edit>,
    /// The page names its parent's as its source, for machines.
    #[serde(default)]
    pub linked: bool,
    /// Minutes by which the clock that stamps the page is wrong: below zero it is slow.
    #[serde(default)]
    pub clock: i64,
    #[serde(default)]
    pub versions: Vec<Version>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Version {
    pub phase: u32,
    pub at: String,
    pub edits: Vec<Edit>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub(super) enum Edit {
    Title(String),
    Replace([String; 2]),
    Keep(Vec<usize>),
    Insert { after: usize, text: String },
    Credit(String),
    Order(Vec<usize>),
}

/// An aggregator's page: article ids are `PARENT@OUTLET`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Digest {
    pub outlet: String,
    pub at: String,
    #[serde(default)]
    pub phase: u32,
    pub parts: Vec<Part>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Part {
    pub of: String,
    #[serde(default)]
    pub edits: Vec<Edit>,
    /// The page gives no time for it.
    #[serde(default)]
    pub undated: bool,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Disagreement {
    pub articles: [String; 2],
    pub words: [String; 2],
    pub real: bool,
}

/// A number that moves: article id, version from 0, what it prints.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Count {
    pub what: String,
    pub steps: Vec<(String, usize, String)>,
}

/// What stands around every article, by language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Furniture {
    pub menu: Vec<String>,
    pub skip: String,
    pub cookies: String,
    pub accept: String,
    pub refuse: String,
    pub newsletter: String,
    pub newsletter_text: String,
    pub newsletter_button: String,
    pub related: String,
    pub most_read: String,
    pub read_more: String,
    pub share: Vec<String>,
    pub comments: String,
    pub photo: String,
    pub gallery: String,
    pub donate: String,
    pub advert: String,
    pub footer: Vec<String>,
    pub rights: String,
    pub by: String,
    pub published: String,
    pub updated: String,
    pub live: String,
    pub listen: String,
}

/// `names.toml`: what a generated press calls things, and the wordings it swaps.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    /// The shipped name, then others.
    pub names: Vec<Vec<String>>,
    /// Names that take the place in their row which another name takes in its.
    #[serde(default)]
    pub with: BTreeMap<String, String>,
    /// Words that stand for each other, by language.
    pub swaps: BTreeMap<String, Vec<[String; 2]>>,
}

/// Everything the manifest says.
#[derive(Debug, Clone)]
pub(super) struct Manifest {
    pub outlets: Vec<Outlet>,
    pub stories: Vec<Stories>,
    pub furniture: BTreeMap<String, Furniture>,
    pub names: Names,
}

/// Reads the embedded manifest.
pub(super) fn read() -> Result<Manifest, PressError> {
    let stories = data::STORIES
        .iter()
        .map(|(name, text)| table(&format!("stories/{name}.toml"), text))
        .collect::<Result<_, _>>()?;
    Ok(Manifest {
        outlets: table::<Outlets>("outlets.toml", data::OUTLETS)?.outlet,
        stories,
        furniture: table("furniture.toml", data::FURNITURE)?,
        names: table("names.toml", data::NAMES)?,
    })
}

fn table<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, PressError> {
    toml::from_str(text).map_err(|error| PressError(format!("{file}: {error}")))
}
