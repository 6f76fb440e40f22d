//! The words of a site's page: how each block stands, what became of a form, a page both ways, what left what out.

use crate::sites::{Reread, Side, Trial};
use crate::stamp::{self, Stamp};
use crate::wording::{count, spelled};
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
    pub word: &'static str,
}

impl BlockRow {
    pub fn new(block: SiteBlock, now: When) -> Self {
        let is_out = block.said != Some(Said::Keep);
        let (class, word) = match block.said {
            Some(Said::Keep) => ("v-ok", "You keep it"),
            Some(Said::Drop) => ("v-changed", "You leave it out"),
            None => ("v-scope", "Left out"),
        };
        let sample = match block.sample.is_empty() {
            true => "(its text was forgotten)".to_owned(),
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
        Some(_) => format!("On {}.", count(block.pages, "page", "pages")),
        None => "Named by you on a page.".to_owned(),
    };
    if block.cut > 0 {
        let lack = if block.cut == 1 { "lacks" } else { "lack" };
        facts.push_str(&format!(" {} {lack} it now.", count(block.cut, "text", "texts")));
    }
    if block.cut_gone > 0 {
        facts.push_str(&match block.cut_gone {
            1 => " One of their pages is no longer kept, so that its text stays as it is.".to_owned(),
            gone => {
                format!(" {gone} of their pages are no longer kept, so that those texts stay as they are.")
            }
        });
    }
    facts
}

/// The sentence under the heading.
pub fn summary(blocks: &[SiteBlock], pages: usize, most: usize) -> String {
    let out = blocks.iter().filter(|block| block.said != Some(Said::Keep)).count() as u64;
    let kept = blocks.len() as u64 - out;
    let mut summary = match pages {
        0 => "No page of this site was read yet.".to_owned(),
        pages if pages >= most => format!("The latest {pages} articles are below."),
        pages => format!("{} read here.", spelled(pages as u64, "article", "articles")),
    };
    match out {
        0 if pages > 0 => summary.push_str(" Nothing is left out of their texts as the site’s own."),
        0 => {}
        _ => summary.push_str(&format!(
            " {} {} left out of the texts as the site’s own.",
            spelled(out, "paragraph", "paragraphs"),
            if out == 1 { "is" } else { "are" }
        )),
    }
    if kept > 0 {
        let (noun, verb) = if kept == 1 { ("One", "stays") } else { ("Others", "stay") };
        summary.push_str(&format!(" {noun} {verb} because you said so."));
    }
    summary
}

/// What became of a form.
pub fn told(did: Option<&str>, reread: Reread) -> Option<(String, bool)> {
    let mut words = match did? {
        "keep" => match reread.pages {
            0 => "It stays in the texts from now on.".to_owned(),
            pages => format!(
                "It stays in the texts from now on, and comes back to {} in about a minute.",
                count(pages, "article", "articles")
            ),
        },
        "drop" => format!("It goes from every text of this site; {} read again.", view_pages(reread.pages)),
        "saved" => "Saved. It holds from the next page on; the pages that are kept can be read again below."
            .to_owned(),
        "removed" => {
            "The override was taken away. The site is read by the usual rules from the next page on."
                .to_owned()
        }
        "again" => format!("{} read again.", view_pages(reread.pages)),
        _ => return None,
    };
    if reread.gone > 0 {
        words.push_str(&match reread.gone {
            1 => " One page is no longer kept: its article stays as it is.".to_owned(),
            gone => format!(" {gone} pages are no longer kept: their articles stay as they are."),
        });
    }
    if reread.more > 0 {
        words.push_str(&format!(
            " {} more {} kept; wireroom reprocess reads all of them.",
            count(reread.more, "page", "pages"),
            if reread.more == 1 { "is" } else { "are" }
        ));
    }
    Some((words, false))
}

fn view_pages(pages: u64) -> String {
    match pages {
        0 => "no page is kept to be".to_owned(),
        1 => "one page is".to_owned(),
        pages => format!("{pages} pages are"),
    }
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
            0 => "matched nothing".to_owned(),
            elements => format!("matched {}", count(*elements, "element", "elements")),
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
        (0, 0) => "The text is the same both ways.".to_owned(),
        (gone, 0) => format!("{} less.", spelled(gone, "paragraph", "paragraphs")),
        (0, new) => format!("{} more.", spelled(new, "paragraph", "paragraphs")),
        (gone, new) => format!("{} less, {new} more.", spelled(gone, "paragraph", "paragraphs")),
    };
    if facts { format!("{text} What is said of it (title, authors or date) differs.") } else { text }
}

fn column(side: Side, other: &BTreeSet<String>, mark: &'static str) -> Column {
    let paragraphs = side.paragraphs.into_iter().map(|(text, _)| {
        let class = if other.contains(&text) { "" } else { mark };
        Paragraph { text, class }
    });
    Column {
        title: side.title.unwrap_or_else(|| "(no title)".to_owned()),
        byline: side.authors.join(", "),
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
            (rule, RuleRow { says: sentence(rule.says()), count: count as u64, texts, more })
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
        assert_eq!(both.verdict, "One paragraph less, 1 more.");
    }

    #[test]
    fn a_page_that_is_gone_is_said() {
        let (words, failed) = told(Some("keep"), Reread { pages: 12, gone: 1, more: 0 }).unwrap();
        assert!(words.contains("12 articles") && words.contains("no longer kept") && !failed);
        assert_eq!(told(Some("<b>"), Reread::default()), None);
    }
}
