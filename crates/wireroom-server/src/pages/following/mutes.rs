//! What the edition leaves out for its reader: the stories that a mute speaks of, with the names of the mutes. A muted
//! outlet leaves out what it alone tells, a muted word what has it in its headline. Start at [`muted`].

use crate::Problem;
use crate::session::Asker;
use crate::state::ServerState;
use std::collections::BTreeMap;
use wireroom_model::StoryId;
use wireroom_store::mutes::{Mute, MuteKind};
use wireroom_text::words::{fold, words};

/// Words of one mute; nobody mutes a paragraph.
pub const MAX_WORDS: usize = 8;

/// Words as they are compared, with a space between.
pub fn key_of_words(text: &str) -> String {
    let folded: Vec<String> = words(text).map(|word| fold(word.text)).take(MAX_WORDS).collect();
    folded.join(" ")
}

/// The muted stories among those that changed since a moment.
pub async fn muted(
    state: &ServerState,
    asker: &Asker,
    from: i64,
) -> Result<BTreeMap<StoryId, Vec<String>>, Problem> {
    let now = state.clock.now().unix();
    let mutes = state.store.mutes(asker.id(), now).await?;
    if mutes.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut found = state.store.muted_stories(asker.id(), from, now).await?;
    let said: Vec<&Mute> = mutes.iter().filter(|mute| mute.kind == MuteKind::Word).collect();
    if !said.is_empty() {
        for (story, title) in state.store.headlines_since(asker.id(), from).await? {
            let headline = padded(&title);
            let named = said.iter().filter(|mute| headline.contains(&format!(" {} ", mute.key)));
            for mute in named {
                found.entry(story).or_default().push(mute.name.clone());
            }
        }
    }
    Ok(found)
}

/// A headline's folded words, with a space before, between and after, so that only whole words are found in it.
fn padded(title: &str) -> String {
    let mut padded = String::from(" ");
    for word in words(title) {
        padded.push_str(&fold(word.text));
        padded.push(' ');
    }
    padded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_muted_word_is_found_whole_in_any_case() {
        let headline = padded("Royal WEDDING: the guests");
        let has = |text: &str| headline.contains(&format!(" {} ", key_of_words(text)));
        assert!(has("wedding") && has("Royal Wedding") && has("guests"));
        assert!(!has("wed") && !has("wedding guests") && !has("est"));
    }
}
