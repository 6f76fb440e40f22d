//! The view model of a story's origins: what was counted, in sentences, with the articles under each.

use crate::stamp::{self, Stamp};
use crate::wording;
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
                name: say!("origins-unknown-head"),
                note: say!("origins-unknown-say", carried = carried(articles, coverage.unknown.len())),
                texts: texts(&coverage.unknown),
            });
        }
        Self {
            story: brief.card.id.get(),
            title: brief.card.title.clone(),
            lang: wording::tag(brief.card.lang),
            dir: wording::dir(brief.card.lang),
            heading: heading(&coverage),
            summary: [summary(&coverage), since(&coverage, lines)].join(" ").trim_end().to_owned(),
            sections,
            waits: brief.coverage.is_none(),
        }
    }
}

fn heading(coverage: &Coverage) -> String {
    match (coverage.origins.len() as u64, coverage.unknown.len() as u64) {
        (0, 0) => say!("origins-uncounted"),
        (0, many) => say!("origins-none-known", n = many),
        (known, _) => say!("origins-at-most", origins = say!("count-independent-origins", n = known)),
    }
}

fn summary(coverage: &Coverage) -> String {
    let counts = coverage.counts();
    let (articles, outlets) =
        (say!("count-articles", n = counts.articles), say!("count-outlets", n = counts.outlets));
    let told = say!("origins-summary", articles = articles, outlets = outlets);
    match (counts.publishers, counts.unlisted) {
        (None, _) => told,
        (Some(publishers), 0) => [told, say!("origins-publishers", n = publishers)].join(" "),
        (Some(publishers), unlisted) => {
            [told, say!("origins-publishers-most", n = publishers), say!("origins-unlisted", n = unlisted)]
                .join(" ")
        }
    }
}

/// What joined the story after its brief was written.
fn since(coverage: &Coverage, lines: &[ArticleLine]) -> String {
    let texts = coverage.origins.iter().flat_map(|origin| &origin.texts).chain(&coverage.unknown);
    let counted: BTreeSet<ArticleId> = texts.flat_map(|text| &text.articles).copied().collect();
    match lines.iter().filter(|line| !counted.contains(&line.id)).count() as u64 {
        0 => String::new(),
        more => say!("origins-since", n = more),
    }
}

fn name(whose: &Whose) -> String {
    match whose {
        Whose::Agency(name) => say!("origins-agency", name = name.as_str()),
        Whose::Publisher(name) => say!("origins-publisher", name = name.as_str()),
        Whose::Outlet(name) => name.clone(),
    }
}

fn carried(articles: usize, texts: usize) -> String {
    say!(
        "origins-carried",
        articles = say!("count-articles", n = articles),
        texts = say!("count-texts", n = texts)
    )
}

fn why(text: &Printings) -> String {
    let several = text.articles.len() > 1;
    let first = || text.outlet.clone().unwrap_or_else(|| say!("origins-another"));
    match text.ground {
        Ground::ReaderSaid => say!("ground-reader", outlet = first()),
        Ground::FirstPublished => say!("ground-first", outlet = first()),
        Ground::SourceLink => say!("ground-link", outlet = first()),
        Ground::AgencyCredit if several => say!("ground-credit-all"),
        Ground::AgencyCredit => say!("ground-credit"),
        Ground::AgencyOwn => say!("ground-agency"),
        Ground::Earliest => say!("ground-earliest", outlet = first()),
        Ground::Alone => say!("ground-alone"),
        Ground::OneHouse => say!("ground-house"),
        Ground::OrderUnknown => say!("ground-order"),
        Ground::Unseen => say!("ground-unseen"),
        Ground::Stump => say!("ground-stump"),
        Ground::Short => say!("ground-short"),
        Ground::Gathers => say!("ground-gathers"),
        Ground::NoOutlet => say!("ground-no-outlet"),
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
        more: (more > 0).then(|| say!("origins-more", n = more)),
    }
}

fn line(article: &ArticleLine, now: When) -> Line {
    let host = || article.url.as_deref().map(wording::host);
    Line {
        id: article.id.get(),
        outlet: article.outlet.clone().or_else(host).unwrap_or_else(|| say!("story-no-outlet")),
        outlet_id: article.outlet_id.map(wireroom_model::OutletId::get),
        title: if article.title.is_empty() { say!("story-no-headline") } else { article.title.clone() },
        lang: wording::tag(article.lang),
        dir: wording::dir(article.lang),
        time: stamp::short(article.published, now),
    }
}
