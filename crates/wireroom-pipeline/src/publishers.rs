//! Lists of publishers: brought in, tried, taken away. Each time every outlet of the house is looked up anew, and the
//! stories of those whose owner changed are counted again. Trying does all of it and keeps nothing.
//! Start at [`Pipeline::bring_publishers`].

use crate::{Pipeline, Result, owners};
use std::collections::BTreeSet;
use wireroom_model::StoryId;
use wireroom_model::why::NoOwners;
use wireroom_store::Tx;
use wireroom_store::jobs::JobKind;

pub use crate::owners::MAX_BYTES;

/// Lists that lie over each other.
const MAX_LISTS: usize = 100;
/// Characters of a list's name.
const MAX_NAME: usize = 120;

/// How a list is brought in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct How {
    /// In place of all other lists, instead of over them.
    pub replaces: bool,
    /// Say what would come of it and keep nothing.
    pub dry: bool,
}

/// What became of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Owned {
    /// The list's number; `None` where nothing was kept.
    pub list: Option<i64>,
    /// True where the house had this very list on top already.
    pub known: bool,
    /// Outlets that the list names.
    pub rows: u64,
    pub publishers: u64,
    /// Outlets of the house whose owner changes: name, before, after.
    pub changed: Vec<(String, Option<String>, Option<String>)>,
    /// Outlets of the house with an owner now, and all of them.
    pub owned: u64,
    pub outlets: u64,
    /// Stories that are counted again.
    pub stories: u64,
    /// Lines that were left out, each with the reason and the way out; the first ones.
    pub faults: Vec<String>,
    pub left_out: u64,
}

impl Pipeline {
    /// Brings in a list called `name`. The same list once more changes nothing.
    ///
    /// # Errors
    /// [`crate::PipelineError::Refused`] where the bytes are no such list; the reason is in words.
    pub async fn bring_publishers(&self, name: &str, bytes: &[u8], how: How) -> Result<Owned> {
        let read = owners::read(bytes)?;
        let publishers: BTreeSet<&str> = read.rows.iter().map(|row| row.publisher.as_str()).collect();
        let mut told = Owned {
            rows: read.rows.len() as u64,
            publishers: publishers.len() as u64,
            faults: read.faults.clone(),
            left_out: read.left_out,
            ..Owned::default()
        };
        let hash = read.hash();
        let lists = self.store.publisher_lists().await?;
        let standing: Vec<_> = lists.iter().filter(|list| list.replaced_by.is_none()).collect();
        let on_top = standing.first().is_some_and(|list| list.hash == hash);
        let mut tx = self.store.begin().await?;
        if on_top && (!how.replaces || standing.len() == 1) {
            told.known = true;
            return self.looked_up(tx, told, true).await;
        }
        if lists.len() >= MAX_LISTS {
            return Err(NoOwners::TooManyLists(MAX_LISTS).into());
        }
        // A list that comes again moves to the top.
        for again in standing.iter().filter(|list| list.hash == hash) {
            tx.remove_publishers(again.id).await?;
        }
        let name: String = name.trim().chars().take(MAX_NAME).collect();
        let name = if name.is_empty() { "a list".to_owned() } else { name };
        told.list = Some(tx.add_publishers(&name, &hash, &read.rows, how.replaces, self.now()).await?);
        self.looked_up(tx, told, how.dry).await
    }

    /// Takes a list away; what it covered or replaced holds again.
    ///
    /// # Errors
    /// [`crate::PipelineError::Refused`] where there is no such list.
    pub async fn remove_publishers(&self, list: i64) -> Result<Owned> {
        let mut tx = self.store.begin().await?;
        if !tx.remove_publishers(list).await? {
            return Err(NoOwners::NoSuchList(list).into());
        }
        self.looked_up(tx, Owned::default(), false).await
    }

    /// Looks every outlet up anew and asks for the briefs of the stories that it touches.
    async fn looked_up(&self, mut tx: Tx, mut told: Owned, dry: bool) -> Result<Owned> {
        let now = self.now();
        let mut stories: BTreeSet<StoryId> = BTreeSet::new();
        for outlet in tx.owned().await? {
            let owner = tx.publisher_of(&outlet.key, outlet.host.as_deref()).await?;
            told.outlets += 1;
            told.owned += u64::from(owner.is_some());
            if owner == outlet.publisher {
                continue;
            }
            tx.set_publisher(outlet.outlet, owner.as_deref()).await?;
            stories.extend(tx.stories_of_outlet(outlet.outlet).await?);
            told.changed.push((outlet.name, outlet.publisher, owner));
        }
        // With the first list, or without the last one, publishers begin or cease to be counted everywhere.
        stories.extend(tx.stories_counted_otherwise().await?);
        told.stories = stories.len() as u64;
        if dry {
            told.list = None;
            return Ok(told);
        }
        for story in stories {
            tx.ask(JobKind::Brief, &story.to_string(), "", now, now).await?;
        }
        tx.commit().await?;
        self.bell.notify_waiters();
        Ok(told)
    }
}
