//! The view model of a story's origins: what was counted, in sentences, with the articles under each.

use crate::stamp::{self, Stamp};
use crate::wording::{self, count};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{ArticleId, Coverage, Ground, Printings, When, Whose};
use wireroom_store::articles::ArticleLine;
use wireroom_store::briefs::StoredBrief;

/// Articles listed under one text; the count tells of all.
const MAX_LINES: usize = 200;

/// The page.
#[derive(Debug)]
pub struct Origins {
    pub story: u64,
    pub title: String,
    pub lang: String,
    pub dir: &'static str,
    /// "At most 2 independent origins".
    pub heading: String,
    /// Outlets, publishers and what is not known, a sentence each.
    pub summary: String,
    pub sections: Vec<Section>,
    /// The count has not been made yet.
    pub waits: bool,
}

/// One origin, or what is not known.
#[derive(Debug)]
pub struct Section {
    pub at: usize,
    /// "Tern, an agency".
    pub name: String,
    pub note: String,
    pub texts: Vec<Text>,
}

/// One text with why it is counted where it is.
#[derive(Debug)]
pub struct Text {
    pub family: Option<u64>,
    pub why: String,
    pub words: String,
    pub lines: Vec<Line>,
    pub more: Option<String>,
}

/// One article.
#[derive(Debug)]
pub struct Line {
    pub id: u64,
    pub outlet: String,
    pub outlet_id: Option<u64>,
    pub title: String,
    pub lang: String,
    pub dir: &'static str,
    pub time: Stamp,
}

impl Origins {
    /// Sets the page; `lines` are the story's articles that the reader may see.
    pub fn new(brief: &StoredBrief, lines: &[ArticleLine], now: When) -> Self {
        let by_number: BTreeMap<ArticleId, &ArticleLine> = lines.iter().map(|line| (line.id, line)).collect();
        let coverage = brief.coverage.clone().unwrap_or_default();
        let texts = |texts: &[Printings]| texts.iter().map(|text| set(text, &by_number, now)).collect();
        let mut sections: Vec<Section> = Vec::new();
        for (at, origin) in coverage.origins.iter().enumerate() {
            let articles: usize = origin.texts.iter().map(|text| text.articles.len()).sum();
            sections.push(Section {
                at: at + 1,
                name: name(&origin.whose),
                note: carried(articles, origin.texts.len()),
                texts: texts(&origin.texts),
            });
        }
        if !coverage.unknown.is_empty() {
            let articles: usize = coverage.unknown.iter().map(|text| text.articles.len()).sum();
            sections.push(Section {
                at: 0,
                name: "Origin unknown".to_owned(),
                note: format!(
                    "{}. Any of them may come from an origin above: none is counted as independent.",
                    carried(articles, coverage.unknown.len())
                ),
                texts: texts(&coverage.unknown),
            });
        }
        Self {
            story: brief.card.id.get(),
            title: brief.card.title.clone(),
            lang: wording::tag(brief.card.lang),
            dir: wording::dir(brief.card.lang),
            heading: heading(&coverage),
            summary: format!("{}{}", summary(&coverage), since(&coverage, lines)),
            sections,
            waits: brief.coverage.is_none(),
        }
    }
}

fn heading(coverage: &Coverage) -> String {
    match (coverage.origins.len() as u64, coverage.unknown.len() as u64) {
        (0, 0) => "Not counted yet".to_owned(),
        (0, 1) => "One text of unknown origin".to_owned(),
        (0, many) => format!("{} texts of unknown origin", wording::grouped(many)),
        (known, _) => format!("At most {}", count(known, "independent origin", "independent origins")),
    }
}

fn summary(coverage: &Coverage) -> String {
    let counts = coverage.counts();
    let mut told = format!(
        "{} in {}.",
        count(counts.articles.into(), "article", "articles"),
        count(counts.outlets.into(), "outlet", "outlets")
    );
    match (counts.publishers, counts.unlisted) {
        (None, _) => {}
        (Some(publishers), 0) => {
            told.push_str(&format!(
                " They belong to {}.",
                count(publishers.into(), "publisher", "publishers")
            ));
        }
        (Some(publishers), unlisted) => told.push_str(&format!(
            " They belong to at most {}; {} in no list and {} counted as {} own.",
            count(publishers.into(), "publisher", "publishers"),
            count(unlisted.into(), "outlet is", "outlets are"),
            if unlisted == 1 { "is" } else { "are" },
            if unlisted == 1 { "its" } else { "their" },
        )),
    }
    told
}

/// What joined the story after its brief was written.
fn since(coverage: &Coverage, lines: &[ArticleLine]) -> String {
    let texts = coverage.origins.iter().flat_map(|origin| &origin.texts).chain(&coverage.unknown);
    let counted: BTreeSet<ArticleId> = texts.flat_map(|text| &text.articles).copied().collect();
    match lines.iter().filter(|line| !counted.contains(&line.id)).count() as u64 {
        0 => String::new(),
        more => format!(
            " {} came since and will be counted with the next brief.",
            count(more, "article", "articles")
        ),
    }
}

fn name(whose: &Whose) -> String {
    match whose {
        Whose::Agency(name) => format!("{name}, as an agency"),
        Whose::Publisher(name) => format!("{name}, the owner of several outlets"),
        Whose::Outlet(name) => name.clone(),
    }
}

fn carried(articles: usize, texts: usize) -> String {
    let articles = count(articles as u64, "article", "articles");
    if texts == 1 { format!("{articles} of one text") } else { format!("{articles} of {texts} texts") }
}

fn why(text: &Printings) -> String {
    let several = text.articles.len() > 1;
    let first = text.outlet.as_deref().unwrap_or("another outlet");
    match text.ground {
        Ground::ReaderSaid => format!("A reader said that {first} printed it first."),
        Ground::FirstPublished => format!("A line in the text says that it appeared first in {first}."),
        Ground::SourceLink => format!("What the printings show leads to {first}."),
        Ground::AgencyCredit if several => "Its printings credit the agency.".to_owned(),
        Ground::AgencyCredit => "It credits the agency.".to_owned(),
        Ground::AgencyOwn => "The agency printed it itself.".to_owned(),
        Ground::Earliest => format!("{first} printed it before every other outlet that the house reads."),
        Ground::Alone => "No other text of the house has its words, and it credits nobody.".to_owned(),
        Ground::OneHouse => {
            "Which printing came first is not known, but all of them are of one house.".to_owned()
        }
        Ground::OrderUnknown => "Several print it, and nothing shows who had it first.".to_owned(),
        Ground::Unseen => "Its first printing is not among what you may see.".to_owned(),
        Ground::Stump => "Only its beginning can be read: nothing to compare.".to_owned(),
        Ground::Short => "It has too few words to tell whose they are.".to_owned(),
        Ground::Gathers => "A page that gathers what others wrote.".to_owned(),
        Ground::NoOutlet => "Nobody names its outlet.".to_owned(),
    }
}

fn set(text: &Printings, lines: &BTreeMap<ArticleId, &ArticleLine>, now: When) -> Text {
    let mut found: Vec<&ArticleLine> = text.articles.iter().filter_map(|id| lines.get(id).copied()).collect();
    // What states no time stands last.
    found.sort_by_key(|article| (article.published.sort_key().unwrap_or(i64::MAX), article.id));
    let shown: Vec<Line> = found.into_iter().map(|article| line(article, now)).collect();
    let more = shown.len().saturating_sub(MAX_LINES);
    Text {
        family: text.family.filter(|_| text.articles.len() > 1).map(wireroom_model::FamilyId::get),
        why: why(text),
        words: text.words.clone(),
        lines: shown.into_iter().take(MAX_LINES).collect(),
        more: (more > 0).then(|| format!("and {more} more")),
    }
}

fn line(article: &ArticleLine, now: When) -> Line {
    let host = || article.url.as_deref().map(wording::host);
    Line {
        id: article.id.get(),
        outlet: article.outlet.clone().or_else(host).unwrap_or_else(|| "Unknown outlet".to_owned()),
        outlet_id: article.outlet_id.map(wireroom_model::OutletId::get),
        title: if article.title.is_empty() { "(no headline)".to_owned() } else { article.title.clone() },
        lang: wording::tag(article.lang),
        dir: wording::dir(article.lang),
        time: stamp::short(article.published, now),
    }
}
