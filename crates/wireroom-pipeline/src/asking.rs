//! A reader's question, put to the texts that the reader may see: those of one story, or those that a search finds.
//! What answers is decided by `wireroom_brief::ask`; here texts are gathered, and never too many.
//! It changes nothing and keeps nothing of what was asked. Start at [`Pipeline::ask`].

use crate::{Pipeline, Result, brief};
use wireroom_brief::ask::{Answer, ask, beginnings, language};
use wireroom_brief::{Cited, Source};
use wireroom_model::StoryId;
use wireroom_store::Viewer;
use wireroom_store::texts::StoryText;

/// Characters of a question; what stands behind them is not read.
pub const MAX_QUESTION: usize = 300;
/// Texts that a question over everything is put to, and the newest of a story that one over a story is: with the 60
/// sentences that are read of each, the most that an answer can cost.
const MAX_FOUND: usize = 60;
const MAX_OF_STORY: u32 = 200;

/// What a question was put to, and what of it answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    pub answer: Answer,
    /// The texts that were read, without their bodies.
    pub read: Vec<StoryText>,
}

impl Asked {
    /// The text that cited words stand in.
    pub fn text_of(&self, cited: &Cited) -> Option<&StoryText> {
        self.read.iter().find(|text| text.article == cited.article())
    }
}

impl Pipeline {
    /// Puts a question to a story's texts, or to those of all that seem to have its words, as this viewer sees them.
    pub async fn ask(&self, question: &str, story: Option<StoryId>, viewer: Viewer) -> Result<Asked> {
        let question: String = question.chars().take(MAX_QUESTION).collect();
        let audiences = self.store.audiences(viewer).await?;
        let mut texts = match story {
            Some(story) => self.store.story_texts(story, MAX_OF_STORY).await?,
            None => self.with_words_of(&question, &audiences).await?,
        };
        texts.retain(|text| {
            let seen = |feed: &wireroom_model::FeedId| audiences.contains(&feed.as_i64());
            text.private_feeds.is_empty() || text.private_feeds.iter().any(seen)
        });
        // Threads for work that blocks are few, and that bounds how many questions are thought about at a time.
        Ok(tokio::task::spawn_blocking(move || answer(&question, texts)).await?)
    }

    async fn with_words_of(&self, question: &str, audiences: &[i64]) -> Result<Vec<StoryText>> {
        let words = beginnings(question);
        let (index, audiences) = (self.search.clone(), audiences.to_vec());
        let found =
            tokio::task::spawn_blocking(move || index.any_of(&words, &audiences, MAX_FOUND)).await??;
        let mut texts = Vec::with_capacity(found.len());
        for article in found {
            texts.extend(self.store.article_text(article).await?);
        }
        Ok(texts)
    }
}

fn answer(question: &str, mut texts: Vec<StoryText>) -> Asked {
    // Who is independent of whom is not asked here: every text is of unknown origin.
    let sources: Vec<Source<'_>> = texts.iter().map(|text| brief::source(text, None)).collect();
    let answer = ask(question, language(question, &sources), &sources);
    for text in &mut texts {
        text.body = String::new();
    }
    Asked { answer, read: texts }
}
