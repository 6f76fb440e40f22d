//! What one site prints on many of its pages: learnt from the bodies already read, so that a box which no form gives
//! away leaves the next body. It keeps hashes and counts, never a text, and each kind of memory has a named limit.
//! It refuses to empty a body, to judge by one page read twice, to call a story's repeated background a box, and to
//! go against what a person said of a block. Start at [`SiteState`]; one site of it is a [`SiteMemory`].

use crate::article::Paragraph;
use crate::blocks::{Role, weigh};
use crate::choose::fold;
use crate::credit::is_credit_line;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use url::Url;
use wireroom_text::hash;

/// The version of the state and of the hashes in it (`word_v1` of the folded text).
pub const SITE_VERSION: u32 = 2;
/// Most sites; the one not seen for the longest time goes first.
pub const MAX_SITES: usize = 1_000;
/// Most blocks of one site; those seen on fewest pages, then the oldest, go first. With some 25 blocks a page, one that
/// returns within 20 pages is still known.
pub const MAX_BLOCKS: usize = 600;
/// Most blocks of one page that are looked at.
pub const MAX_PAGE_BLOCKS: usize = 400;
/// After so many pages of a site all its counts are halved: a box that went away is forgotten.
pub const WINDOW: u32 = 200;

/// A block is the site's when it stood on at least this many other pages ..
const MIN_PAGES: u32 = 5;
/// .. and on at least one page in this many. A running story's background stands on fewer. Measured with 7,270 articles
/// of 776 outlets: from 3 pages and one in 10, a digest's quotes and the labels of series went too; from here the
/// blocks learnt are 44 instead of 65, and of what they leave out nine tenths stays out.
const ONE_IN: u32 = 8;
/// Shortest block that is learnt, in letters: "Yes." is no box.
const MIN_LETTERS: usize = 16;
/// Most of a body, in hundredths of its letters, that may be the site's. More speaks of one article at two addresses.
const MAX_SHARE: usize = 40;
/// Two pages that share this much, in hundredths, are one article.
const SAME_ARTICLE: usize = 50;
/// How many of a block's pages are known by name, so that a page read again is not counted again.
const NAMED_PAGES: usize = 8;
/// Most characters of a block that are shown for it.
pub const MAX_SAMPLE: usize = 240;

/// A block's name: `word_v1` of its folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct BlockId(pub u64);

/// What a person said of a block; the machine never says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Word {
    /// It is the articles' own, however many pages print it.
    Keep,
    /// It is none of any article's, however few pages print it.
    Drop,
}

/// What persons said of a host's blocks.
pub type Words = BTreeMap<BlockId, Word>;

/// What has been learnt of sites, each under its [`PageBlocks::site`]. Serialised it is plain data; a state of another
/// version is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Stored")]
pub struct SiteState {
    version: u32,
    /// Pages learnt so far: the clock of what is oldest.
    turn: u64,
    sites: BTreeMap<String, SiteMemory>,
}

/// What has been learnt of one site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteMemory {
    pages: u32,
    turn: u64,
    blocks: BTreeMap<BlockId, Seen>,
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
    sites: BTreeMap<String, SiteMemory>,
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

/// One block of a page's body as the site printed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageBlock {
    pub id: BlockId,
    pub letters: usize,
    /// Its beginning, at most [`MAX_SAMPLE`] characters.
    pub sample: String,
}

/// The blocks of one page's body as the site printed them, before anything was left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageBlocks {
    /// The site: its host, and the name that the page gives it, since one host may carry many outlets. Empty where
    /// there is nothing to learn from.
    pub site: String,
    page: u64,
    /// In page order, each once.
    pub blocks: Vec<PageBlock>,
}

impl PageBlocks {
    pub(crate) fn of(url: Option<&Url>, name: Option<&str>, paragraphs: &[Paragraph]) -> Self {
        let mut seen = BTreeSet::new();
        let blocks: Vec<PageBlock> = paragraphs
            .iter()
            .filter_map(|p| {
                let sample = p.text.chars().take(MAX_SAMPLE).collect();
                Some(PageBlock { id: id(p)?, letters: weigh(&p.text), sample })
            })
            .filter(|block| seen.insert(block.id))
            .take(MAX_PAGE_BLOCKS)
            .collect();
        let host = url.and_then(Url::host_str).filter(|_| !blocks.is_empty());
        let site = host.map(|host| site_of(host, name)).unwrap_or_default();
        Self { site, page: url.map_or(0, |u| hash::word_v1(u.as_str())), blocks }
    }
}

/// "press.example harbourpost": the host and the folded name.
fn site_of(host: &str, name: Option<&str>) -> String {
    let host = host.to_ascii_lowercase();
    let name = fold(name.unwrap_or(""));
    if name.is_empty() { host } else { format!("{host} {name}") }
}

/// The name of a paragraph that can be a site's box. Headings, quotations, short lines and credits to an agency are
/// none: the last are printed on many pages and say whose text it is.
fn id(paragraph: &Paragraph) -> Option<BlockId> {
    let learnt = !matches!(paragraph.role, Role::Heading(_) | Role::Quote | Role::Pre)
        && weigh(&paragraph.text) >= MIN_LETTERS
        && !is_credit_line(&paragraph.text)
        && !crate::credit::credits_an_agency(&paragraph.text);
    learnt.then(|| block_id(&paragraph.text))
}

/// The name of a text as a block.
pub fn block_id(text: &str) -> BlockId {
    BlockId(hash::word_v1(&fold(text)))
}

impl SiteState {
    /// A state of these sites alone: what one page's reading needs.
    pub fn of(sites: impl IntoIterator<Item = (String, SiteMemory)>) -> Self {
        let sites: BTreeMap<String, SiteMemory> = sites.into_iter().collect();
        let turn = sites.values().map(|site| site.turn).max().unwrap_or(0);
        Self { version: SITE_VERSION, turn, sites }
    }

    /// What has been learnt of one site.
    pub fn memory(&self, site: &str) -> Option<&SiteMemory> {
        self.sites.get(site)
    }

    /// Learns one page. The same page again, or the same article at another address, counts once.
    pub fn learn(&mut self, page: &PageBlocks) {
        if page.site.is_empty() {
            return;
        }
        self.turn = self.turn.saturating_add(1);
        let site = self.sites.entry(page.site.clone()).or_default();
        site.learn_at(page, self.turn);
        self.forget();
    }

    /// How many sites it knows.
    pub fn sites(&self) -> usize {
        self.sites.len()
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

/// Which blocks of a page are left out, in page order: those that were learnt, where they are not too much of the body,
/// and those a person named. What a person keeps is never among them.
pub fn boxes(page: &PageBlocks, learnt: Option<&SiteMemory>, said: Option<&Words>) -> Vec<BlockId> {
    let word = |id: &BlockId| said.and_then(|said| said.get(id)).copied();
    let own = learnt.map(|site| site.article_of(page));
    let is_learnt = |id: BlockId| {
        learnt.zip(own).is_some_and(|(site, own)| site.is_box(id, Some(own))) && word(&id).is_none()
    };
    let of_all: usize = page.blocks.iter().map(|b| b.letters).sum();
    let of_boxes: usize = page.blocks.iter().filter(|b| is_learnt(b.id)).map(|b| b.letters).sum();
    let fits = of_boxes * 100 <= of_all * MAX_SHARE;
    let ids = page.blocks.iter().map(|b| b.id);
    ids.filter(|id| word(id) == Some(Word::Drop) || (fits && is_learnt(*id))).collect()
}

/// Leaves these blocks out of a body; a heading whose text went goes with it.
pub(crate) fn leave_out(boxes: &[BlockId], paragraphs: &mut Vec<Paragraph>) {
    if boxes.is_empty() {
        return;
    }
    let mut kept: Vec<Paragraph> = Vec::new();
    let mut left_out = false;
    for paragraph in paragraphs.drain(..) {
        if id(&paragraph).is_some_and(|id| boxes.contains(&id)) {
            left_out = true;
            continue;
        }
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

fn drop_heading(kept: &mut Vec<Paragraph>) {
    kept.pop_if(|p| matches!(p.role, Role::Heading(_)));
}

impl SiteMemory {
    /// Learns one page. The same page again, or the same article at another address, counts once while it is known.
    pub fn learn(&mut self, page: &PageBlocks) {
        self.learn_at(page, self.turn.saturating_add(1));
    }

    /// How many pages taught it, as far as it remembers.
    pub fn pages(&self) -> u32 {
        self.pages
    }

    /// How many pages printed a block, as far as it remembers.
    pub fn pages_with(&self, block: BlockId) -> u32 {
        self.blocks.get(&block).map_or(0, |seen| seen.pages)
    }

    /// Whether a page that was not read yet would lose this block.
    pub fn is_learnt(&self, block: BlockId) -> bool {
        self.is_box(block, None)
    }

    fn learn_at(&mut self, page: &PageBlocks, turn: u64) {
        let article = self.article_of(page);
        let again = self.knows(page, article);
        self.turn = turn;
        if !again {
            self.pages = self.pages.saturating_add(1);
        }
        for block in &page.blocks {
            let seen = self.blocks.entry(block.id).or_default();
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
        let all: usize = page.blocks.iter().map(|b| b.letters).sum();
        let mut shared: BTreeMap<u64, usize> = BTreeMap::new();
        for block in &page.blocks {
            for other in self.blocks.get(&block.id).iter().flat_map(|seen| &seen.last) {
                *shared.entry(*other).or_default() += block.letters;
            }
        }
        if shared.contains_key(&page.page) {
            return page.page;
        }
        let most = shared.into_iter().max_by_key(|(_, letters)| *letters);
        most.filter(|(_, letters)| letters * 100 >= all * SAME_ARTICLE).map_or(page.page, |(other, _)| other)
    }

    fn knows(&self, page: &PageBlocks, article: u64) -> bool {
        page.blocks.iter().any(|b| self.blocks.get(&b.id).is_some_and(|s| s.last.contains(&article)))
    }

    fn is_box(&self, block: BlockId, own: Option<u64>) -> bool {
        self.blocks.get(&block).is_some_and(|seen| {
            let held = own.is_some_and(|own| seen.last.contains(&own));
            let pages = seen.pages.saturating_sub(u32::from(held));
            pages >= MIN_PAGES && pages.saturating_mul(ONE_IN) >= self.pages
        })
    }

    fn forget(&mut self) {
        if self.blocks.len() <= MAX_BLOCKS {
            return;
        }
        let mut order: Vec<(u32, u64, BlockId)> =
            self.blocks.iter().map(|(id, s)| (s.pages.min(MIN_PAGES), s.turn, *id)).collect();
        order.sort_unstable();
        for (_, _, id) in order.iter().take(self.blocks.len() - MAX_BLOCKS) {
            self.blocks.remove(id);
        }
    }
}

#[cfg(test)]
mod tests;
