//! What the web may ask of the pipeline, and nothing else: the server does not know the pipeline.

use wireroom_model::{FeedId, UserId};
use wireroom_pipeline::{Pipeline, PipelineError};
use wireroom_server::{Actions, Added, Answer, Imported, Refusal};

/// The pipeline behind the web's forms.
#[derive(Debug)]
pub struct Desk(Pipeline);

impl Desk {
    pub const fn new(pipeline: Pipeline) -> Self {
        Self(pipeline)
    }
}

fn refusal(error: PipelineError) -> Refusal {
    Refusal(error.to_string())
}

impl Actions for Desk {
    fn add_feed(&self, user: UserId, address: String) -> Answer<'_, Added> {
        Box::pin(async move {
            let added = self.0.add_feed(&address, Some(user)).await.map_err(refusal)?;
            Ok(Added { feed: added.feed, title: added.title, known: added.known })
        })
    }

    fn import_opml(&self, user: UserId, opml: Vec<u8>) -> Answer<'_, Imported> {
        Box::pin(async move {
            let list = self.0.import_opml(&opml, Some(user)).await.map_err(refusal)?;
            let count = |known: bool| list.added.iter().filter(|a| a.known == known).count();
            let fit = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
            Ok(Imported { added: fit(count(false)), known: fit(count(true)), skipped: list.skipped })
        })
    }

    fn poll_now(&self, _user: UserId, feed: FeedId) -> Answer<'_, ()> {
        Box::pin(async move { self.0.poll_now(feed).await.map_err(refusal) })
    }
}
