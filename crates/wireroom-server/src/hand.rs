//! What the pages ask of the pipeline for the reader's hand: a word remembered and obeyed, a word taken back.
//! Plain data and the questions; the answers come from the binary. Start at [`HandActions`].

use crate::state::{Answer, Refusal};
use std::collections::BTreeSet;
use wireroom_model::{ArticleId, StoryId, UserId};
use wireroom_store::corrections::NewCorrection;

fn none<T>() -> Answer<'static, T> {
    Box::pin(async { Err(Refusal("this house takes no corrections".to_owned())) })
}

/// What the pages of corrections may ask.
pub trait HandActions {
    /// Remembers a correction and obeys it where it holds for all. Gives back its number.
    fn correct(&self, _new: NewCorrection) -> Answer<'_, i64> {
        none()
    }

    /// Takes articles out of a story into one of their own, for all readers. Gives back its number.
    fn split_story(&self, _by: UserId, _from: StoryId, _articles: Vec<ArticleId>) -> Answer<'_, StoryId> {
        none()
    }

    /// Makes one story of two, for all readers. Gives back the one that keeps its address.
    fn one_story(&self, _by: UserId, _one: StoryId, _other: StoryId) -> Answer<'_, StoryId> {
        none()
    }

    /// Takes a correction back.
    fn take_back(&self, _number: i64) -> Answer<'_, ()> {
        none()
    }

    /// The numbers of corrections that a later one contradicts.
    fn overruled(&self) -> Answer<'_, BTreeSet<i64>> {
        Box::pin(async { Ok(BTreeSet::new()) })
    }

    /// Articles of other families that share passages with this one, those that share most first.
    fn neighbours(&self, _article: ArticleId) -> Vec<ArticleId> {
        Vec::new()
    }

    /// The article that is read from an address, where the house has one.
    fn article_at(&self, _address: String) -> Answer<'_, Option<ArticleId>> {
        Box::pin(async { Ok(None) })
    }
}
