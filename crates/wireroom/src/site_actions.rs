//! What the pages of sites may ask of the pipeline, in the server's own words.

use crate::actions::{Desk, refusal};
use wireroom_extract::Read;
use wireroom_model::UserId;
use wireroom_pipeline::Tried;
use wireroom_pipeline::overrides::{Loaded, SiteFile};
use wireroom_server::{Answer, OverrideFile, OverrideFolder, Reread, Side, SiteActions, Trial, whys};
use wireroom_store::sites::{Said, SitePage};

fn file(file: &SiteFile) -> OverrideFile {
    let says = file.says.as_deref();
    OverrideFile {
        name: file.name.clone(),
        hosts: says.map(|says| says.hosts.clone()).unwrap_or_default(),
        text: file.text.clone().unwrap_or_default(),
        notes: says.map(|says| says.notes.clone()).unwrap_or_default(),
        learns: says.is_none_or(|says| says.learn),
    }
}

fn folder(loaded: &Loaded, path: Option<String>) -> OverrideFolder {
    OverrideFolder {
        path,
        files: loaded.files.iter().map(file).collect(),
        faults: loaded.faults.iter().map(whys::fault).collect(),
    }
}

fn side(read: &Read, tried: &Tried) -> Side {
    let Some(row) = read.rows.first() else { return Side::default() };
    let paragraphs = row.body.split("\n\n").filter(|text| !text.is_empty());
    Side {
        title: row.title.clone(),
        authors: row.authors.clone(),
        published: row.published,
        paragraphs: paragraphs.map(|text| (text.to_owned(), tried.block(text))).collect(),
    }
}

fn trial(tried: Tried) -> Trial {
    let applied = tried.with.applied.as_ref();
    let selectors = applied.map(|applied| {
        let matched = applied.matched.iter();
        matched.map(|m| (m.key.to_owned(), m.selector.clone(), m.elements as u64)).collect()
    });
    Trial {
        plain: side(&tried.plain, &tried),
        with: side(&tried.with, &tried),
        faults: tried.faults.iter().map(whys::fault).collect(),
        notices: applied.map(wireroom_extract::Applied::notices).unwrap_or_default(),
        selectors: selectors.unwrap_or_default(),
        host: tried.host,
        dropped: tried.with_account.dropped,
    }
}

fn reread(told: wireroom_pipeline::Reread) -> Reread {
    Reread { pages: told.pages, gone: told.gone, more: told.more }
}

impl SiteActions for Desk {
    fn overrides(&self) -> Answer<'_, OverrideFolder> {
        Box::pin(async move {
            let loaded = self.0.site_files().await.map_err(refusal)?;
            Ok(folder(&loaded, self.0.sites_folder().map(|path| path.display().to_string())))
        })
    }

    fn try_page(&self, page: SitePage, text: Option<String>) -> Answer<'_, Trial> {
        Box::pin(async move { self.0.try_page(&page, text.as_deref()).await.map(trial).map_err(refusal) })
    }

    fn say_of_block(&self, user: UserId, host: String, block: u64, said: Said) -> Answer<'_, Reread> {
        Box::pin(async move {
            self.0.say_of_block(&host, block, None, said, Some(user)).await.map(reread).map_err(refusal)
        })
    }

    fn drop_paragraph(&self, user: UserId, page: i64, block: String) -> Answer<'_, Reread> {
        Box::pin(async move {
            self.0.drop_paragraph(user, page, &block).await.map(|(_, told)| reread(told)).map_err(refusal)
        })
    }

    fn save_override(&self, host: String, text: String) -> Answer<'_, ()> {
        Box::pin(async move { self.0.save_override(&host, &text).await.map_err(refusal) })
    }

    fn reread_site(&self, host: String) -> Answer<'_, Reread> {
        Box::pin(async move { self.0.reread_site(&host).await.map(reread).map_err(refusal) })
    }
}
