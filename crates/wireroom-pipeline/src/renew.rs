//! Stories of an older program: what is made of a story (brief, topics, profile and ties) is made anew when its rules
//! have another version, for every story once, the newest first, while nothing else waits for a brief.
//! It refuses to hold up the news: few stories are asked for at a time. Start at [`Pipeline::renew_stories`].

use crate::{Pipeline, Result};
use std::sync::atomic::Ordering;
use wireroom_model::StoryId;
use wireroom_store::Tx;
use wireroom_store::jobs::JobKind;
use wireroom_story::{Profile, TAGS_VERSION};

/// Stories that are asked for at a time: a new story waits behind so many at the most.
pub const RENEWED_AT_A_TIME: u32 = 8;

/// The setting that says which rules the house's stories are made by: alone where all are, with the number below
/// which stories are still to be looked at where some are.
const SETTING: &str = "stories_made_by";

/// The rules that a story's parts are made by.
pub(crate) fn rules() -> String {
    format!("brief {} tags {TAGS_VERSION} profile {}", wireroom_brief::VERSION, Profile::VERSION)
}

impl Pipeline {
    /// Asks for some stories that were made by older rules, the newest first; those that stand by the present ones
    /// are looked at and left alone. False once every story was asked for.
    pub async fn renew_stories(&self) -> Result<bool> {
        if self.counters.renewed.load(Ordering::Relaxed) {
            return Ok(false);
        }
        let rules = rules();
        let stored = self.store.setting(SETTING).await?;
        let below = match stored.as_deref().and_then(|stored| stored.strip_prefix(&rules)).map(str::trim) {
            Some("") => {
                self.counters.renewed.store(true, Ordering::Relaxed);
                return Ok(false);
            }
            Some(below) => below.parse().ok(),
            None => None,
        };
        let due = self.store.newest_stories(below, RENEWED_AT_A_TIME).await?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        for story in &due {
            tx.ask(JobKind::Brief, &story.to_string(), "", now, now).await?;
        }
        note(&mut tx, &rules, due.last().copied()).await?;
        tx.commit().await?;
        if below.is_none() && !due.is_empty() {
            tracing::info!("stories made by older rules are made anew, the newest first");
        }
        Ok(!due.is_empty())
    }

    /// A house without a story has none that is old.
    pub(crate) async fn note_new_house(&self) -> Result<()> {
        if self.store.setting(SETTING).await?.is_none()
            && self.store.newest_stories(None, 1).await?.is_empty()
        {
            let mut tx = self.store.begin().await?;
            note(&mut tx, &rules(), None).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}

/// Notes how far it is: all stories from `last` on are asked for; without one, all are.
async fn note(tx: &mut Tx, rules: &str, last: Option<StoryId>) -> Result<()> {
    let value = last.map_or_else(|| rules.to_owned(), |last| format!("{rules} {last}"));
    Ok(tx.set_setting(SETTING, &value).await?)
}
