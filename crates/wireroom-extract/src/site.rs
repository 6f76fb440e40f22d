//! What one site prints on many of its pages: learnt from the bodies already read, so that a box which no form gives
//! away leaves the next body. It keeps hashes and counts, never a text, and each kind of memory has a named limit.
//! It refuses to empty a body, to judge by one page read twice, and to call a story's repeated background a box.
//! Start at [`SiteState`].

use crate::article::Paragraph;
use crate::blocks::{Role, weigh};
use crate::choose::fold;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use url::Url;
use wireroom_text::hash;

/// The version of the state and of the hashes in it (`word_v1` of the folded text).
pub const SITE_VERSION: u32 = 1;
/// Most sites; the one not seen for the longest time goes first.
pub const MAX_SITES: usize = 1_000;
/// Most blocks of one site; those seen on fewest pages, then the oldest, go first.
pub const MAX_BLOCKS: usize = 1_000;
/// Most blocks of one page that are looked at.
pub const MAX_PAGE_BLOCKS: usize = 400;
/// After so many pages of a site all its counts are halved: a box that went away is forgotten.
pub const WINDOW: u32 = 200;

/// A block is the site's when it stood on at least this many other pages ..
const MIN_PAGES: u32 = 3;
/// .. and on at least one page in this many. A running story's background stands on fewer.
const ONE_IN: u32 = 10;
/// Shortest block that is learnt, in letters: "Yes." is no box.
const MIN_LETTERS: usize = 16;
/// Most of a body, in hundredths of its letters, that may be the site's. More speaks of one article at two addresses.
const MAX_SHARE: usize = 40;
/// Two pages that share this much, in hundredths, are one article.
const SAME_ARTICLE: usize = 50;
/// How many of a block's pages are known by name, so that a page read again is not counted again.
const NAMED_PAGES: usize = 8;

/// What has been learnt of sites. Serialised it is plain data; a state of another version is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Stored")]
pub struct SiteState {
    version: u32,
    /// Pages learnt so far: the clock of what is oldest.
    turn: u64,
    sites: BTreeMap<String, Site>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Site {
    pages: u32,
    turn: u64,
    blocks: BTreeMap<u64, Seen>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Seen {
    pages: u32,
    turn: u64,
    /// The last pages that held it.
    last: Vec<u64>,
}

#[derive(Deserialize)]
struct Stored {
    version: u32,
    turn: u64,
    sites: BTreeMap<String, Site>,
}

impl TryFrom<Stored> for SiteState {
    type Error = String;

    fn try_from(stored: Stored) -> Result<Self, String> {
        if stored.version != SITE_VERSION {
            return Err(format!(
                "the site state has version {}, this program reads version {SITE_VERSION}; start with a new file",
                stored.version
            ));
        }
        let mut state = Self { version: SITE_VERSION, turn: stored.turn, sites: stored.sites };
        for site in state.sites.values_mut() {
            site.blocks.values_mut().for_each(|seen| seen.last.truncate(NAMED_PAGES));
            site.forget();
        }
        state.forget();
        Ok(state)
    }
}

impl Default for SiteState {
    fn default() -> Self {
        Self { version: SITE_VERSION, turn: 0, sites: BTreeMap::new() }
    }
}

/// The blocks of one page's body as the site printed them, before anything learnt was left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageBlocks {
    page: u64,
    /// Hash and letters, in page order, each hash once.
    blocks: Vec<(u64, usize)>,
}

impl PageBlocks {
    pub(crate) fn of(url: Option<&Url>, paragraphs: &[Paragraph]) -> Self {
        let mut seen = BTreeSet::new();
        let blocks = paragraphs
            .iter()
            .filter_map(|p| Some((key(p)?, weigh(&p.text))))
            .filter(|(key, _)| seen.insert(*key))
            .take(MAX_PAGE_BLOCKS)
            .collect();
        Self { page: url.map_or(0, |u| hash::word_v1(u.as_str())), blocks }
    }
}

/// The hash of a paragraph that can be a site's box; headings and short lines are none.
fn key(paragraph: &Paragraph) -> Option<u64> {
    let learnt = !matches!(paragraph.role, Role::Heading(_)) && weigh(&paragraph.text) >= MIN_LETTERS;
    learnt.then(|| hash::word_v1(&fold(&paragraph.text)))
}

impl SiteState {
    /// Learns one page of a site. The same page again, or the same article at another address, counts once.
    pub fn learn(&mut self, host: &str, page: &PageBlocks) {
        if host.is_empty() || page.blocks.is_empty() {
            return;
        }
        self.turn = self.turn.saturating_add(1);
        let site = self.sites.entry(host.to_ascii_lowercase()).or_default();
        site.learn(page, self.turn);
        self.forget();
    }

    /// How many sites it knows.
    pub fn sites(&self) -> usize {
        self.sites.len()
    }

    /// Leaves out what the site prints on many pages. Nothing goes where it would be too much of the body.
    pub(crate) fn without_boxes(&self, host: &str, page: &PageBlocks, paragraphs: &mut Vec<Paragraph>) {
        let Some(site) = self.sites.get(&host.to_ascii_lowercase()) else { return };
        let own = site.article_of(page);
        let is_box = |p: &Paragraph| key(p).is_some_and(|key| site.is_box(key, own));
        let all: usize = paragraphs.iter().map(|p| weigh(&p.text)).sum();
        let boxes: usize = paragraphs.iter().filter(|p| is_box(p)).map(|p| weigh(&p.text)).sum();
        if boxes == 0 || boxes * 100 > all * MAX_SHARE {
            return;
        }
        let mut kept: Vec<Paragraph> = Vec::new();
        let mut left_out = false;
        for paragraph in paragraphs.drain(..) {
            if is_box(&paragraph) {
                left_out = true;
                continue;
            }
            // A heading whose text went goes with it.
            if left_out && matches!(paragraph.role, Role::Heading(_)) {
                drop_heading(&mut kept);
            }
            left_out = false;
            kept.push(paragraph);
        }
        if left_out {
            drop_heading(&mut kept);
        }
        *paragraphs = kept;
    }

    fn forget(&mut self) {
        if self.sites.len() > MAX_SITES {
            let mut turns: Vec<u64> = self.sites.values().map(|s| s.turn).collect();
            turns.sort_unstable_by(|a, b| b.cmp(a));
            let oldest = turns.get(MAX_SITES - 1).copied().unwrap_or(0);
            self.sites.retain(|_, s| s.turn >= oldest);
        }
    }
}

fn drop_heading(kept: &mut Vec<Paragraph>) {
    kept.pop_if(|p| matches!(p.role, Role::Heading(_)));
}

impl Site {
    fn learn(&mut self, page: &PageBlocks, turn: u64) {
        let article = self.article_of(page);
        let again = self.knows(page, article);
        self.turn = turn;
        if !again {
            self.pages = self.pages.saturating_add(1);
        }
        for (key, _) in &page.blocks {
            let seen = self.blocks.entry(*key).or_default();
            seen.turn = turn;
            if !seen.last.contains(&article) {
                seen.pages = seen.pages.saturating_add(1);
                seen.last.push(article);
                if seen.last.len() > NAMED_PAGES {
                    seen.last.remove(0);
                }
            }
        }
        if self.pages >= WINDOW {
            self.pages /= 2;
            self.blocks.retain(|_, seen| {
                seen.pages /= 2;
                seen.pages > 0
            });
        }
        self.forget();
    }

    /// The page under which this one counts: itself, or the one that shares most of its text.
    fn article_of(&self, page: &PageBlocks) -> u64 {
        let all: usize = page.blocks.iter().map(|(_, letters)| letters).sum();
        let mut shared: BTreeMap<u64, usize> = BTreeMap::new();
        for (key, letters) in &page.blocks {
            for other in self.blocks.get(key).iter().flat_map(|seen| &seen.last) {
                *shared.entry(*other).or_default() += letters;
            }
        }
        if shared.contains_key(&page.page) {
            return page.page;
        }
        let most = shared.into_iter().max_by_key(|(_, letters)| *letters);
        most.filter(|(_, letters)| letters * 100 >= all * SAME_ARTICLE).map_or(page.page, |(other, _)| other)
    }

    fn knows(&self, page: &PageBlocks, article: u64) -> bool {
        page.blocks.iter().any(|(key, _)| self.blocks.get(key).is_some_and(|s| s.last.contains(&article)))
    }

    fn is_box(&self, key: u64, own: u64) -> bool {
        self.blocks.get(&key).is_some_and(|seen| {
            let pages = seen.pages - u32::from(seen.pages > 0 && seen.last.contains(&own));
            pages >= MIN_PAGES && pages.saturating_mul(ONE_IN) >= self.pages
        })
    }

    fn forget(&mut self) {
        if self.blocks.len() <= MAX_BLOCKS {
            return;
        }
        let mut order: Vec<(u32, u64, u64)> =
            self.blocks.iter().map(|(key, s)| (s.pages.min(MIN_PAGES), s.turn, *key)).collect();
        order.sort_unstable();
        for (_, _, key) in order.iter().take(self.blocks.len() - MAX_BLOCKS) {
            self.blocks.remove(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(text: &str) -> Paragraph {
        Paragraph { role: Role::Paragraph, text: text.to_owned(), html: text.to_owned() }
    }

    const BOX: &str = "Every morning the editor of the Harbour Post writes you a letter.";

    fn page(number: usize) -> (Url, Vec<Paragraph>) {
        let url = Url::parse(&format!("https://press.example/{number}")).unwrap();
        let own = (0..4).map(|n| {
            paragraph(&format!(
                "Page {number} tells in its part {n} what nobody else on the site has told so far, at length."
            ))
        });
        (url, own.chain([paragraph(BOX)]).collect())
    }

    fn read(state: &mut SiteState, number: usize) -> Vec<Paragraph> {
        let (url, mut paragraphs) = page(number);
        let blocks = PageBlocks::of(Some(&url), &paragraphs);
        state.without_boxes("press.example", &blocks, &mut paragraphs);
        state.learn("press.example", &blocks);
        paragraphs
    }

    #[test]
    fn what_stands_on_three_other_pages_of_a_site_goes_and_only_there() {
        let mut state = SiteState::default();
        let counts: Vec<usize> = (0..5).map(|n| read(&mut state, n).len()).collect();
        assert_eq!(counts, [5, 5, 5, 4, 4]);
        let (url, mut paragraphs) = page(9);
        let blocks = PageBlocks::of(Some(&url), &paragraphs);
        state.without_boxes("other.example", &blocks, &mut paragraphs);
        assert_eq!(paragraphs.len(), 5);
    }

    #[test]
    fn one_page_read_many_times_teaches_nothing() {
        let mut state = SiteState::default();
        for _ in 0..6 {
            assert_eq!(read(&mut state, 1).len(), 5);
        }
    }

    #[test]
    fn one_article_at_many_addresses_is_never_emptied() {
        let mut state = SiteState::default();
        let (_, text) = page(1);
        for number in 0..6 {
            let url = Url::parse(&format!("https://press.example/a?from={number}")).unwrap();
            let mut paragraphs = text.clone();
            let blocks = PageBlocks::of(Some(&url), &paragraphs);
            state.without_boxes("press.example", &blocks, &mut paragraphs);
            state.learn("press.example", &blocks);
            assert_eq!(paragraphs.len(), 5);
        }
    }

    #[test]
    fn a_box_goes_with_the_heading_over_it() {
        let mut state = SiteState::default();
        for number in 0..3 {
            read(&mut state, number);
        }
        let (url, mut paragraphs) = page(7);
        let heading = Paragraph { role: Role::Heading(3), ..paragraph("Our letter") };
        paragraphs.insert(4, heading);
        let blocks = PageBlocks::of(Some(&url), &paragraphs);
        state.without_boxes("press.example", &blocks, &mut paragraphs);
        assert_eq!(paragraphs.len(), 4);
    }

    #[test]
    fn a_background_paragraph_of_a_running_story_stays() {
        let mut state = SiteState::default();
        let background =
            paragraph("The harbour has been closed since the storm of last winter broke its wall.");
        let mut lengths = BTreeSet::new();
        for number in 0..100 {
            let (url, mut paragraphs) = page(number);
            paragraphs.pop();
            if number % 25 == 24 {
                paragraphs.push(background.clone());
                let blocks = PageBlocks::of(Some(&url), &paragraphs);
                state.without_boxes("press.example", &blocks, &mut paragraphs);
                lengths.insert(paragraphs.len());
            }
            state.learn("press.example", &PageBlocks::of(Some(&url), &paragraphs));
        }
        assert_eq!(lengths, BTreeSet::from([5]));
    }

    #[test]
    fn memory_is_bounded_and_the_state_survives_being_written() {
        let mut state = SiteState::default();
        for number in 0..600 {
            read(&mut state, number);
        }
        for number in 0..MAX_SITES + 20 {
            let (url, paragraphs) = page(number);
            state.learn(&format!("site{number}.example"), &PageBlocks::of(Some(&url), &paragraphs));
        }
        assert_eq!(state.sites(), MAX_SITES);
        assert!(state.sites.values().all(|s| s.blocks.len() <= MAX_BLOCKS && s.pages <= WINDOW));
        let written = serde_json::to_string(&state).unwrap();
        assert_eq!(serde_json::from_str::<SiteState>(&written).unwrap(), state);
        let newer = written.replacen("\"version\":1", "\"version\":7", 1);
        let told = serde_json::from_str::<SiteState>(&newer).unwrap_err().to_string();
        assert!(told.contains("version 7") && told.contains("new file"), "{told}");
    }
}
