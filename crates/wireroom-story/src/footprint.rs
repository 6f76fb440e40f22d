//! What the room's memory holds, in bytes, and what it can hold at most: by structure, so that a test can hold it.
//! It refuses to ask the allocator. Start at [`State::bytes`].

use crate::state::{SALIENT, State, Story, Text};
use crate::terms::MAX_KNOWN;
use crate::views::MOST_TERMS;
use wireroom_model::ArticleId;

/// An entry of a map of hashes, with the map's slack: twice what it holds, at most.
const HASHED: usize = 2 * (8 + 1);

/// An entry of a tree, with the tree's slack.
const TREED: usize = 48;

/// Bytes of one term: in its text, in its story's centre and counts, and in the stream's counts, now and as last weighed.
const TERM: usize = 8 + 16 + 8 + 2 * HASHED;

/// Bytes of one text beside its terms, its title aside: the text, its story where it stands alone, and its entries in the lists.
const TEXT: usize =
    size_of::<Text>() + size_of::<Story>() + 2 * size_of::<ArticleId>() + 8 * TREED + SALIENT * 2 * TREED;

/// Bytes of a title that are kept at most.
pub(crate) const MAX_TITLE: usize = 512;

impl State {
    /// Bytes held now.
    pub fn bytes(&self) -> usize {
        let texts: usize = self.texts.values().map(|text| text.views.len() * 8 + text.title.len()).sum();
        let story = |story: &Story| {
            let held: usize = story.holds.values().map(|holds| holds.terms() * 8).sum();
            story.centre.terms() * 16 + held
        };
        let stories: usize = self.stories.values().map(story).sum();
        let streams: usize = self.streams.values().map(|stream| stream.terms() * HASHED).sum();
        self.texts.len() * TEXT + texts + stories + streams + self.terms.len() * 2 * HASHED
    }

    /// Bytes that as many texts as are held now can take at most.
    pub fn most_bytes(&self) -> usize {
        self.texts.len() * (TEXT + MAX_TITLE + MOST_TERMS * TERM) + (MAX_KNOWN + 4_096) * 2 * HASHED
    }
}
