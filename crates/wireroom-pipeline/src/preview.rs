//! One stored page read twice, without and with what is known of its site, so that a person sees what an override and
//! the learning do. Trying changes nothing. Start at [`Pipeline::try_page`].

use crate::extract::crawled;
use crate::sites::{Known, block_of, host_of_page};
use crate::{Pipeline, Reread, Result};
use std::sync::Arc;
use url::Url;
use wireroom_extract::overrides::Fault;
use wireroom_extract::site::block_id;
use wireroom_extract::{Override, Page as PageToRead, Read, Site, decode, read_explained};
use wireroom_model::why::NotThere;
use wireroom_model::{Explained, UserId};
use wireroom_store::Viewer;
use wireroom_store::pages::Page;
use wireroom_store::sites::{Said, SitePage};

/// A page read twice.
#[derive(Debug, Clone)]
pub struct Tried {
    pub page: SitePage,
    pub host: String,
    /// As anybody would read it who knows nothing of its site.
    pub plain: Read,
    pub plain_account: Explained,
    /// With what is known, and the override that was tried.
    pub with: Read,
    pub with_account: Explained,
    /// What is wrong with the text that was tried; the page was then read without an override.
    pub faults: Vec<Fault>,
}

impl Pipeline {
    /// Reads a page that this viewer may see without and with what is known of its site. `text` is an override to try in
    /// place of the saved one; an empty text tries none.
    ///
    /// # Errors
    /// [`crate::PipelineError::Refused`] where there is no such page, or its bytes are no longer kept.
    pub async fn try_page(&self, page: &SitePage, text: Option<&str>) -> Result<Tried> {
        let gone = || NotThere::PageGone(page.address.clone());
        let stored = self.store.page(page.page).await?.ok_or_else(gone)?;
        if stored.body.is_none() {
            return Err(gone().into());
        }
        let host = host_of_page(&stored).ok_or_else(|| NotThere::NoSite(page.address.clone()))?;
        let files = self.site_files().await?;
        let mut known = self.known(&host, &files).await?;
        let mut faults = Vec::new();
        if let Some(text) = text {
            let chosen = match Override::parse(&format!("{host}.toml"), text) {
                _ if text.trim().is_empty() => None,
                Ok(chosen) => Some(Arc::new(chosen)),
                Err(found) => {
                    faults = found;
                    None
                }
            };
            known = known.with(chosen);
        }
        let page = page.clone();
        Ok(tokio::task::spawn_blocking(move || twice(&stored, &known, page, host, faults)).await?)
    }

    /// A person says of a paragraph of a page that it is none of the article's, here and wherever the site prints it.
    ///
    /// # Errors
    /// [`crate::PipelineError::Refused`] where the page is a private feed's, or holds no such paragraph.
    pub async fn drop_paragraph(&self, user: UserId, number: i64, block: &str) -> Result<(String, Reread)> {
        let page = self.store.page_seen(number, Viewer::User(user)).await?;
        let page = page.ok_or(NotThere::Page)?;
        if page.is_private {
            return Err(NotThere::PrivatePage.into());
        }
        let block = block_of(block)?;
        let tried = self.try_page(&page, None).await?;
        let found = tried.with.blocks.blocks.iter().find(|own| own.id.0 == block);
        let found = found.ok_or(NotThere::Paragraph)?;
        let reread =
            self.say_of_block(&tried.host, block, Some(&found.sample), Said::Drop, Some(user)).await?;
        Ok((tried.host, reread))
    }
}

impl Tried {
    /// The name by which a paragraph of the body can be spoken of; `None` for one that can be no site's box.
    pub fn block(&self, paragraph: &str) -> Option<u64> {
        let id = block_id(paragraph);
        let own = self.plain.blocks.blocks.iter().chain(&self.with.blocks.blocks);
        own.map(|block| block.id).find(|known| *known == id).map(|id| id.0)
    }
}

fn twice(stored: &Page, known: &Known, page: SitePage, host: String, faults: Vec<Fault>) -> Tried {
    let html = decode(stored.body.as_deref().unwrap_or_default(), stored.content_type.as_deref());
    let url = Url::parse(&stored.address).ok();
    let to_read = PageToRead::new(&html).at(url.as_ref()).crawled(crawled(stored));
    let (plain, plain_account) = read_explained(&to_read, Site::default());
    let (with, with_account) = read_explained(&to_read, known.site());
    Tried { page, host, plain, plain_account, with, with_account, faults }
}
