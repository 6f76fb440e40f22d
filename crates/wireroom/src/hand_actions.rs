//! What the pages of corrections may ask of the pipeline, in the server's own words.

use crate::actions::{Desk, refusal};
use std::collections::BTreeSet;
use wireroom_model::{ArticleId, StoryId, UserId};
use wireroom_server::{Answer, HandActions};
use wireroom_store::corrections::NewCorrection;

impl HandActions for Desk {
    fn correct(&self, new: NewCorrection) -> Answer<'_, i64> {
        Box::pin(async move { self.0.correct(&new).await.map_err(refusal) })
    }

    fn split_story(&self, by: UserId, from: StoryId, articles: Vec<ArticleId>) -> Answer<'_, StoryId> {
        Box::pin(async move {
            self.0.split_here(by, from, &articles).await.map(|done| done.story).map_err(refusal)
        })
    }

    fn one_story(&self, by: UserId, one: StoryId, other: StoryId) -> Answer<'_, StoryId> {
        Box::pin(
            async move { self.0.one_story(by, one, other).await.map(|done| done.story).map_err(refusal) },
        )
    }

    fn take_back(&self, number: i64) -> Answer<'_, ()> {
        Box::pin(async move { self.0.take_back(number).await.map_err(refusal) })
    }

    fn overruled(&self) -> Answer<'_, BTreeSet<i64>> {
        Box::pin(async { self.0.overruled().await.map_err(refusal) })
    }

    fn neighbours(&self, article: ArticleId) -> Vec<ArticleId> {
        self.0.neighbours(article)
    }

    fn article_at(&self, address: String) -> Answer<'_, Option<ArticleId>> {
        Box::pin(async move { self.0.article_at(&address).await.map_err(refusal) })
    }
}
