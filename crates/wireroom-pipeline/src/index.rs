//! Articles into the index, in batches: a batch is committed there before its jobs are done here, so that a crash
//! between the two only does it again.

use crate::{Pipeline, Result};
use wireroom_model::ArticleId;
use wireroom_search::Document;
use wireroom_store::Viewer;
use wireroom_store::jobs::JobKind;
use wireroom_store::versions::Version;
use wireroom_store::viewer::EVERYBODY;

/// Articles a commit: a commit costs some tens of milliseconds, however few they are.
const BATCH: u32 = 256;

/// An article with what the index needs beside its version.
struct Ready {
    version: Version,
    outlet: Option<u64>,
    at: i64,
    audiences: Vec<i64>,
}

impl Pipeline {
    /// Puts a batch into the index. Returns how many jobs it took.
    pub(crate) async fn index_round(&self) -> Result<usize> {
        let jobs = self.lease(JobKind::Index, BATCH, 0).await?;
        if jobs.is_empty() {
            return Ok(0);
        }
        let (mut ready, mut gone) = (Vec::new(), Vec::new());
        for job in &jobs {
            let Ok(article) = job.key.parse::<ArticleId>() else { continue };
            match self.ready(article).await? {
                Some(found) => ready.push(found),
                None => gone.push(article),
            }
        }
        let search = self.search.clone();
        let written = tokio::task::spawn_blocking(move || {
            let documents: Vec<Document<'_>> = ready
                .iter()
                .map(|ready| Document {
                    article: ready.version.article,
                    title: &ready.version.title,
                    body: &ready.version.extracted.body,
                    authors: &ready.version.extracted.authors,
                    lang: ready.version.extracted.lang.as_str(),
                    outlet: ready.outlet,
                    at: ready.at,
                    audiences: &ready.audiences,
                })
                .collect();
            search.write(&documents, &gone)
        });
        let outcome = written.await?;
        let mut tx = self.store.begin().await?;
        for job in &jobs {
            match &outcome {
                Ok(()) => {
                    tx.done(job).await?;
                }
                // The article is safe in the store; the index is tried again in a minute, and for ever.
                Err(error) => tx.retry(job, self.now() + 60, &error.to_string()).await?,
            }
        }
        tx.commit().await?;
        outcome?;
        Ok(jobs.len())
    }

    async fn ready(&self, article: ArticleId) -> Result<Option<Ready>> {
        let Some(stored) = self.store.stored_article(article).await? else { return Ok(None) };
        let Some(version) = self.store.current_version(article, Viewer::House).await? else {
            return Ok(None);
        };
        let audiences = if stored.is_private {
            self.store.private_feeds_of(article).await?.iter().map(|feed| feed.as_i64()).collect()
        } else {
            vec![EVERYBODY]
        };
        let at = version.extracted.published.sort_key().unwrap_or(stored.arrived_at).min(stored.arrived_at);
        Ok(Some(Ready { outlet: stored.outlet.map(|outlet| outlet.get()), version, at, audiences }))
    }
}
