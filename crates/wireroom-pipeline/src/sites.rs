//! What is known of sites, at work: pages are read against what earlier pages taught, public pages teach in the order
//! of their jobs, and a person's word on a block is remembered and obeyed. Private pages use what public ones taught
//! and teach nothing. Start at `Pipeline::round`; a person's word comes in at [`Pipeline::say_of_block`].

use crate::extract::{ExtractNote, read};
use crate::overrides::{Loaded, text_hash};
use crate::page::ask_extract;
use crate::{Pipeline, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use url::Url;
use wireroom_extract::site::{SITE_VERSION, boxes};
use wireroom_extract::{BlockId, Override, PageBlocks, Read, Site, SiteMemory, SiteState, Word, Words};
use wireroom_model::UserId;
use wireroom_model::why::NotThere;
use wireroom_store::Tx;
use wireroom_store::pages::{Form, Page};
use wireroom_store::sites::{CutPages, Memory, Said};

/// Most pages that are read again for one word of a person.
const MAX_REREAD: u32 = 5_000;
/// The same where it is not known which pages the word touches.
const MAX_SOUGHT: u32 = 500;

/// What is known of one host.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    learnt: SiteState,
    said: Words,
    chosen: Option<Arc<Override>>,
}

impl Known {
    /// As the extraction room takes it.
    pub fn site(&self) -> Site<'_> {
        Site { learnt: Some(&self.learnt), said: Some(&self.said), chosen: self.chosen.as_deref() }
    }

    /// The same with another override.
    pub fn with(mut self, chosen: Option<Arc<Override>>) -> Self {
        self.chosen = chosen;
        self
    }

    /// Which blocks of a page would be left out.
    fn boxes(&self, blocks: &PageBlocks) -> Vec<BlockId> {
        let learns = self.chosen.as_ref().is_none_or(|chosen| chosen.learn);
        let memory = if learns { self.learnt.memory(&blocks.site) } else { None };
        boxes(blocks, memory, Some(&self.said))
    }
}

/// A page that teaches.
#[derive(Debug)]
struct Lesson {
    page: i64,
    host: String,
    blocks: PageBlocks,
}

/// One batch of pages: what is known of their hosts as it grows, and what is to be learnt at the end.
#[derive(Debug, Default)]
pub(crate) struct Round {
    files: Arc<Loaded>,
    known: BTreeMap<String, Arc<Known>>,
    lessons: Vec<Lesson>,
    taught: BTreeSet<String>,
}

/// What is read again for a person's word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reread {
    /// Pages that are read again now.
    pub pages: u64,
    /// Pages that are no longer kept: their articles stay as they are.
    pub gone: u64,
    /// Kept pages past the limit: `wireroom reprocess` reads them.
    pub more: u64,
}

/// The host of a page that was read as HTML from an address.
pub(crate) fn host_of_page(page: &Page) -> Option<String> {
    let url = Url::parse(&page.address).ok().filter(|_| page.form == Form::Html)?;
    Some(url.host_str()?.to_ascii_lowercase())
}

impl Pipeline {
    /// Begins a batch, with the overrides as their files say now.
    pub(crate) async fn round(&self) -> Result<Round> {
        Ok(Round { files: self.site_files().await?, ..Round::default() })
    }

    /// The overrides as their files say now.
    pub async fn site_files(&self) -> Result<Arc<Loaded>> {
        let files = Arc::clone(&self.site_files);
        Ok(tokio::task::spawn_blocking(move || files.now()).await?)
    }

    /// Where overrides stand, in a house that has a folder of them.
    pub fn sites_folder(&self) -> Option<&Path> {
        self.site_files.folder()
    }

    /// Writes a host's override; an empty text takes it away.
    ///
    /// # Errors
    /// [`crate::PipelineError::Refused`] where the text has a fault or the folder cannot be written.
    pub async fn save_override(&self, host: &str, text: &str) -> Result<()> {
        let (files, host, text) = (Arc::clone(&self.site_files), host.to_owned(), text.to_owned());
        tokio::task::spawn_blocking(move || files.save(&host, &text)).await?
    }

    /// What is known of the host of a page; `None` for what has no host.
    pub(crate) async fn known_of(
        &self,
        round: &mut Round,
        page: Option<&Page>,
    ) -> Result<Option<Arc<Known>>> {
        let Some(host) = page.and_then(host_of_page) else { return Ok(None) };
        if let Some(known) = round.known.get(&host) {
            return Ok(Some(Arc::clone(known)));
        }
        let known = self.known(&host, &round.files).await?;
        let known = Arc::new(known);
        round.known.insert(host, Arc::clone(&known));
        Ok(Some(known))
    }

    /// What is known of a host.
    pub(crate) async fn known(&self, host: &str, files: &Loaded) -> Result<Known> {
        let memories = self.store.memories(host).await?;
        // What an older or newer program learnt is learnt again.
        let own = memories.into_iter().filter(|memory| memory.version == SITE_VERSION);
        let read = own.filter_map(|memory| Some((memory.site, serde_json::from_slice(&memory.bytes).ok()?)));
        Ok(Known {
            learnt: SiteState::of(read),
            said: self.said(host).await?,
            chosen: files.overrides.for_host(host).cloned(),
        })
    }

    async fn said(&self, host: &str) -> Result<Words> {
        let said = self.store.said_of(host).await?;
        let word = |said| match said {
            Said::Keep => Word::Keep,
            Said::Drop => Word::Drop,
        };
        Ok(said.into_iter().map(|(block, said)| (BlockId(block), word(said))).collect())
    }

    /// A page's reading as it is at the page's turn: the pages before it may have taught since it was read, or a
    /// person may have spoken. Read again where that changes what is left out, so that the order of jobs alone decides.
    pub(crate) async fn at_its_turn(&self, round: &mut Round, page: &Page, before: Read) -> Result<Read> {
        let Some(host) = host_of_page(page) else { return Ok(before) };
        let Some(known) = round.known.get_mut(&host) else { return Ok(before) };
        let said = self.said(&host).await?;
        if known.said != said {
            Arc::make_mut(known).said = said;
        }
        if known.boxes(&before.blocks) == before.left_out {
            return Ok(before);
        }
        let (page, known) = (page.clone(), Arc::clone(known));
        Ok(tokio::task::spawn_blocking(move || read(&page, Some(&known))).await?)
    }

    /// Writes down what a page lost and how its override fared, before its text is taken; a public page whose address
    /// did not teach yet joins the lessons.
    pub(crate) async fn note_site(
        &self,
        round: &mut Round,
        page: &Page,
        read: &Read,
        is_private: bool,
    ) -> Result<()> {
        let Some(host) = host_of_page(page) else { return Ok(()) };
        let mut tx = self.store.begin().await?;
        tx.set_site_page(page.id, &host).await?;
        let cut: Vec<u64> = read.left_out.iter().map(|block| block.0).collect();
        tx.set_cuts(page.id, &host, &cut).await?;
        if let Some(applied) = &read.applied
            && let Some(file) = round.files.file(&applied.file)
        {
            let missed = (!applied.notices().is_empty()).then(|| (!is_private).then_some(page.id));
            tx.count_override(&applied.file, &text_hash(file), missed, self.now()).await?;
        }
        tx.commit().await?;
        let teaches = !is_private && !read.blocks.site.is_empty() && !round.taught.contains(&page.address);
        if teaches && !self.store.has_taught(&page.address).await? {
            round.taught.insert(page.address.clone());
            if let Some(known) = round.known.get_mut(&host) {
                Arc::make_mut(known).learnt.learn(&read.blocks);
            }
            round.lessons.push(Lesson { page: page.id, host, blocks: read.blocks.clone() });
        }
        Ok(())
    }

    /// Learns what a batch taught, in one transaction over what stands in the store at that moment.
    pub(crate) async fn learn(&self, round: Round) -> Result<()> {
        if round.lessons.is_empty() {
            return Ok(());
        }
        let now = self.now();
        let mut memories: BTreeMap<String, (String, SiteMemory)> = BTreeMap::new();
        let mut tx = self.store.begin().await?;
        for lesson in round.lessons {
            if !tx.teach(lesson.page).await? {
                continue;
            }
            let site = &lesson.blocks.site;
            if !memories.contains_key(site) {
                let stored = memory(&mut tx, site).await?;
                memories.insert(site.clone(), (lesson.host.clone(), stored));
            }
            let Some((_, memory)) = memories.get_mut(site) else { continue };
            memory.learn(&lesson.blocks);
            for block in lesson.blocks.blocks.iter().filter(|block| memory.is_learnt(block.id)) {
                let pages = memory.pages_with(block.id);
                tx.count_block(&lesson.host, block.id.0, &block.sample, pages, now).await?;
            }
        }
        let mut hosts = BTreeSet::new();
        for (site, (host, memory)) in memories {
            let bytes = serde_json::to_vec(&memory)?;
            let stored = Memory { site, version: SITE_VERSION, bytes };
            tx.set_memory(&host, &stored, memory.pages(), now).await?;
            hosts.insert(host);
        }
        for host in hosts {
            tx.trim_sites(&host).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Remembers what a person said of a block of a host and reads again the pages that it touches. `sample` is its
    /// text where it was not learnt: of a public page, since it is shown.
    ///
    /// # Errors
    /// A refusal of the store where no such block is known.
    pub async fn say_of_block(
        &self,
        host: &str,
        block: u64,
        sample: Option<&str>,
        said: Said,
        by: Option<UserId>,
    ) -> Result<Reread> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        tx.say_of_block(host, block, sample, said, by, now).await?;
        let pages = match said {
            Said::Keep => tx.cut_pages(host, block, MAX_REREAD).await?,
            Said::Drop => tx.shown_pages_of_site(host, MAX_SOUGHT).await?,
        };
        self.read_again(tx, pages).await
    }

    /// Reads the latest kept pages of a host again, after its override changed.
    pub async fn reread_site(&self, host: &str) -> Result<Reread> {
        let mut tx = self.store.begin().await?;
        let pages = tx.shown_pages_of_site(host, MAX_SOUGHT).await?;
        self.read_again(tx, pages).await
    }

    async fn read_again(&self, mut tx: Tx, pages: CutPages) -> Result<Reread> {
        let now = self.now();
        let reread = Reread { pages: pages.kept.len() as u64, gone: pages.gone, more: pages.more };
        // The oldest first, as they came.
        for page in pages.kept.into_iter().rev() {
            ask_extract(&mut tx, &ExtractNote { page, asked: None, again: true }, now).await?;
        }
        tx.commit().await?;
        self.bell.notify_waiters();
        Ok(reread)
    }
}

/// A site's memory as it stands inside a transaction; nothing where another version of the program wrote it.
async fn memory(tx: &mut Tx, site: &str) -> Result<SiteMemory> {
    let stored = tx.memory(site).await?.filter(|memory| memory.version == SITE_VERSION);
    Ok(stored.and_then(|memory| serde_json::from_slice(&memory.bytes).ok()).unwrap_or_default())
}

/// A block's name in an address or a form.
pub(crate) fn block_of(name: &str) -> Result<u64> {
    wireroom_store::sites::parse_block(name).ok_or_else(|| NotThere::Block(name.to_owned()).into())
}
