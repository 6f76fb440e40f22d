//! The words of a site's page: how each block stands, what became of a form, a page both ways, what left what out.

use super::rules::rule_words;
use crate::sites::{Reread, Side, Trial};
use crate::stamp::{self, Stamp};
use crate::wording;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{Dropped, Rule, When};
use wireroom_store::sites::{Said, SiteBlock, SitePage, block_name};

/// Texts shown for one rule.
const MAX_TEXTS: usize = 12;
/// Characters of a paragraph in the list where one is named.
const MAX_NAMED: usize = 140;

/// A block that was learnt or named.
#[derive(Debug)]
pub struct BlockRow {
    pub name: String,
    pub sample: String,
    pub facts: String,
    pub said_at: Option<Stamp>,
    /// True while it is left out.
    pub is_out: bool,
    pub class: &'static str,
    pub word: String,
}

impl BlockRow {
    pub fn new(block: SiteBlock, now: When) -> Self {
        let is_out = block.said != Some(Said::Keep);
        let (class, word) = match block.said {
            Some(Said::Keep) => ("v-ok", say!("site-you-keep")),
            Some(Said::Drop) => ("v-changed", say!("site-you-drop")),
            None => ("v-scope", say!("site-out")),
        };
        let sample = match block.sample.is_empty() {
            true => say!("site-forgotten"),
            false => block.sample.clone(),
        };
        Self {
            name: block_name(block.block),
            facts: facts(&block),
            said_at: block.said_at.map(|at| stamp::ago(at, now)),
            is_out,
            class,
            word,
            sample,
        }
    }
}

/// "On 217 pages. 31 texts lack it; 3 of their pages are no longer kept, so that those stay without it."
fn facts(block: &SiteBlock) -> String {
    let mut facts = match block.learnt_at {
        Some(_) => say!("site-on", pages = say!("count-pages", n = block.pages)),
        None => say!("site-named"),
    };
    if block.cut > 0 {
        facts = format!("{facts} {}", say!("site-lack", n = block.cut));
    }
    if block.cut_gone > 0 {
        facts = format!("{facts} {}", say!("site-lack-gone", n = block.cut_gone));
    }
    facts
}

/// The sentence under the heading.
pub fn summary(blocks: &[SiteBlock], pages: usize, most: usize) -> String {
    let out = blocks.iter().filter(|block| block.said != Some(Said::Keep)).count() as u64;
    let kept = blocks.len() as u64 - out;
    let mut summary = match pages {
        0 => say!("site-unread"),
        pages if pages >= most => say!("site-latest", n = pages),
        pages => say!("site-read", n = pages),
    };
    match out {
        0 if pages > 0 => summary = format!("{summary} {}", say!("site-none-out")),
        0 => {}
        _ => summary = format!("{summary} {}", say!("site-are-out", n = out)),
    }
    if kept > 0 {
        summary = format!("{summary} {}", say!("site-others-stay", n = kept));
    }
    summary
}

/// What became of a form.
pub fn told(did: Option<&str>, reread: Reread) -> Option<(String, bool)> {
    let mut words = match did? {
        "keep" => match reread.pages {
            0 => say!("site-did-keep"),
            pages => say!("site-did-keep-back", articles = say!("count-articles", n = pages)),
        },
        "drop" => say!("site-did-drop", pages = say!("site-rereads", n = reread.pages)),
        "saved" => say!("site-did-saved"),
        "removed" => say!("site-did-removed"),
        "again" => say!("site-did-again", pages = say!("site-rereads", n = reread.pages)),
        _ => return None,
    };
    if reread.gone > 0 {
        words = format!("{words} {}", say!("site-did-gone", n = reread.gone));
    }
    if reread.more > 0 {
        words = format!("{words} {}", say!("site-did-more", n = reread.more));
    }
    Some((words, false))
}

/// A page to choose.
#[derive(Debug)]
pub struct Pick {
    pub number: i64,
    pub words: String,
    pub here: bool,
}

/// The pages that are still kept.
pub fn picks(pages: Vec<SitePage>, chosen: Option<i64>) -> Vec<Pick> {
    pages
        .into_iter()
        .filter(|page| page.is_kept)
        .map(|page| Pick {
            number: page.page,
            here: chosen == Some(page.page),
            words: if page.title.is_empty() { page.address } else { page.title },
        })
        .collect()
}

/// A page both ways.
#[derive(Debug)]
pub struct Both {
    pub number: i64,
    pub address: String,
    pub faults: Vec<String>,
    pub notices: Vec<String>,
    /// "drop .promo matched 3 elements".
    pub selectors: Vec<String>,
    pub verdict: String,
    pub plain: Column,
    pub with: Column,
    /// Paragraphs that can be named, each with its name.
    pub nameable: Vec<(String, String)>,
    pub is_private: bool,
    pub rules: Vec<RuleRow>,
}

/// One way of reading a page.
#[derive(Debug)]
pub struct Column {
    pub title: String,
    pub byline: String,
    pub published: Stamp,
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph; `class` marks one that the other column lacks.
#[derive(Debug)]
pub struct Paragraph {
    pub text: String,
    pub class: &'static str,
}

/// What one rule left out.
#[derive(Debug)]
pub struct RuleRow {
    pub says: String,
    pub count: u64,
    /// Text and the element.
    pub texts: Vec<(String, String)>,
    pub more: u64,
}

pub fn both(page: &SitePage, trial: Trial) -> Both {
    let texts = |side: &Side| side.paragraphs.iter().map(|(text, _)| text.clone()).collect::<BTreeSet<_>>();
    let (plain, with) = (texts(&trial.plain), texts(&trial.with));
    let (gone, new) = (plain.difference(&with).count() as u64, with.difference(&plain).count() as u64);
    let nameable = trial
        .with
        .paragraphs
        .iter()
        .filter_map(|(text, name)| Some((text.chars().take(MAX_NAMED).collect(), block_name((*name)?))));
    let selectors = trial.selectors.iter().map(|(key, selector, elements)| {
        let matched = match elements {
            0 => say!("site-matched-none"),
            elements => say!("site-matched", n = *elements),
        };
        format!("{key} {selector} {matched}")
    });
    Both {
        number: page.page,
        address: page.address.clone(),
        is_private: page.is_private,
        verdict: verdict(&trial, gone, new),
        selectors: selectors.collect(),
        nameable: nameable.collect(),
        rules: rules(trial.dropped),
        plain: column(trial.plain, &with, "gone"),
        with: column(trial.with, &plain, "new"),
        faults: trial.faults,
        notices: trial.notices.iter().map(|notice| sentence(notice)).collect(),
    }
}

/// Half a sentence as a whole one.
fn sentence(half: &str) -> String {
    let mut rest = half.chars();
    let first: String = rest.next().into_iter().flat_map(char::to_uppercase).collect();
    let end = if half.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{first}{}{end}", rest.as_str())
}

fn verdict(trial: &Trial, gone: u64, new: u64) -> String {
    let facts = trial.plain.title != trial.with.title
        || trial.plain.authors != trial.with.authors
        || trial.plain.published != trial.with.published;
    let text = match (gone, new) {
        (0, 0) => say!("site-same"),
        (gone, 0) => say!("site-less", n = gone),
        (0, new) => say!("site-more", n = new),
        (gone, new) => say!("site-less-more", n = gone, more = new),
    };
    if facts { format!("{text} {}", say!("site-facts-differ")) } else { text }
}

fn column(side: Side, other: &BTreeSet<String>, mark: &'static str) -> Column {
    let paragraphs = side.paragraphs.into_iter().map(|(text, _)| {
        let class = if other.contains(&text) { "" } else { mark };
        Paragraph { text, class }
    });
    Column {
        title: side.title.unwrap_or_else(|| say!("headline-none")),
        byline: wording::joined(side.authors),
        published: stamp::full(side.published),
        paragraphs: paragraphs.collect(),
    }
}

/// What is not in the text, by rule, in the order of the rules.
fn rules(dropped: Vec<Dropped>) -> Vec<RuleRow> {
    let mut by_rule: BTreeMap<Rule, Vec<Dropped>> = BTreeMap::new();
    for one in dropped {
        by_rule.entry(one.rule).or_default().push(one);
    }
    let mut rows: Vec<(Rule, RuleRow)> = by_rule
        .into_iter()
        .map(|(rule, all)| {
            let count = all.len();
            let texts = all.into_iter().take(MAX_TEXTS).map(|one| (one.text, one.path)).collect();
            let more = count.saturating_sub(MAX_TEXTS) as u64;
            (rule, RuleRow { says: rule_words(rule), count: count as u64, texts, more })
        })
        .collect();
    // What a person can change stands first.
    rows.sort_by_key(|(rule, _)| (!matches!(rule, Rule::Override | Rule::LearntOfSite), *rule));
    rows.into_iter().map(|(_, row)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(paragraphs: &[&str]) -> Side {
        Side { paragraphs: paragraphs.iter().map(|p| ((*p).to_owned(), None)).collect(), ..Side::default() }
    }

    #[test]
    fn what_the_other_column_lacks_is_marked_and_counted() {
        let page = SitePage {
            page: 1,
            address: "https://press.example/1".to_owned(),
            title: String::new(),
            fetched_at: 0,
            is_kept: true,
            is_private: false,
        };
        let trial = Trial { plain: side(&["a", "b", "c"]), with: side(&["a", "c", "d"]), ..Trial::default() };
        let both = both(&page, trial);
        let classes: Vec<&str> = both.plain.paragraphs.iter().map(|p| p.class).collect();
        assert_eq!(classes, ["", "gone", ""]);
        assert_eq!(both.with.paragraphs[2].class, "new");
        assert_eq!(both.verdict, "1 paragraph less, 1 more.");
    }

    #[test]
    fn a_page_that_is_gone_is_said() {
        let (words, failed) = told(Some("keep"), Reread { pages: 12, gone: 1, more: 0 }).unwrap();
        assert!(words.contains("12 articles") && words.contains("no longer kept") && !failed);
        assert_eq!(told(Some("<b>"), Reread::default()), None);
    }
}
