//! A reader's folders on the feeds page: made by naming, renamed, ended, and feeds put into one or taken out, several at
//! once. An end takes no feed away. They are the reader's own, so that everybody may change theirs. Start at [`change`].

use super::{Said, list};
use crate::Problem;
use crate::fields::Fields;
use crate::state::ServerState;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use wireroom_model::FeedId;
use wireroom_store::folders::{Folders, MAX_FOLDERS};

/// Characters of a folder's name.
pub const MAX_NAME: usize = 120;
/// Feeds that are put into a folder at once: fewer than the fields that a form may have.
pub const MAX_MOVED: usize = 50;

/// One folder.
#[derive(Debug)]
pub struct FolderRow {
    pub path: String,
    pub feeds: String,
    /// The feeds in it that the page lists, by number and name.
    pub named: Vec<(u64, String)>,
}

/// The folders with the names of their feeds; feeds that the page does not list are counted alone.
pub fn rows(folders: Folders, name: impl Fn(FeedId) -> Option<String>) -> Vec<FolderRow> {
    let row = |(path, feeds): (String, Vec<FeedId>)| FolderRow {
        feeds: say!("count-feeds", n = feeds.len()),
        named: feeds.into_iter().filter_map(|feed| Some((feed.get(), name(feed)?))).collect(),
        path,
    };
    folders.into_iter().map(row).collect()
}

/// A name as it is kept: one path, no empty part.
fn tidy(name: &str) -> Option<String> {
    if name.chars().any(char::is_control) || name.chars().count() > MAX_NAME {
        return None;
    }
    let parts: Vec<&str> = name.split('/').map(str::trim).filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join("/"))
}

/// Makes, renames or ends a folder.
pub async fn change(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    let user = fields.asker.id();
    let known = state.store.folders_of(user).await?;
    let (folder, name) = (fields.text("folder"), tidy(fields.text("name")));
    let is_known = known.contains_key(folder);
    // What is past the fields of a form is cut off, its button too: the feeds are counted before anything else is asked.
    if fields.texts("feed").nth(MAX_MOVED).is_some() {
        return refused(&state, &fields, say!("folders-at-once", n = MAX_MOVED)).await;
    }
    let picked = picked(&state, &fields).await?;
    let mut tx = state.store.begin().await?;
    let did = match (fields.text("act"), name) {
        ("make", Some(_)) if known.len() >= MAX_FOLDERS => {
            return refused(&state, &fields, say!("folders-many", n = MAX_FOLDERS)).await;
        }
        ("make", Some(name)) => {
            tx.bring_folders(Some(user), &[name]).await?;
            "folder-made"
        }
        ("rename", Some(name)) if is_known => {
            tx.rename_folder(user, folder, &name).await?;
            "folder-renamed"
        }
        ("end", _) if is_known => {
            tx.end_folder(user, folder).await?;
            "folder-ended"
        }
        ("put" | "take", _) if is_known && picked.is_empty() => {
            return refused(&state, &fields, say!("folders-none")).await;
        }
        (act @ ("put" | "take"), _) if is_known => {
            for feed in picked {
                tx.set_in_folder(user, feed, folder, act == "put", state.clock.now().unix()).await?;
            }
            "folder-moved"
        }
        ("make" | "rename", None) => {
            return refused(&state, &fields, say!("folders-name", n = MAX_NAME)).await;
        }
        _ => return refused(&state, &fields, say!("folders-unknown")).await,
    };
    tx.commit().await?;
    Ok(Redirect::to(&format!("{}/feeds?did={did}#folders", state.base())).into_response())
}

/// The ticked feeds, of those that this reader sees.
async fn picked(state: &ServerState, fields: &Fields) -> Result<Vec<FeedId>, Problem> {
    let mut out = Vec::new();
    for feed in fields.texts("feed").filter_map(|feed| feed.parse::<FeedId>().ok()) {
        if state.store.may_see_feed(fields.asker.viewer(), feed).await? {
            out.push(feed);
        }
    }
    Ok(out)
}

async fn refused(state: &ServerState, fields: &Fields, words: String) -> Result<Response, Problem> {
    let said = Said { words, more: Vec::new(), failed: true };
    list(state, &fields.asker, Some(said), String::new(), StatusCode::UNPROCESSABLE_ENTITY).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folders_name_is_a_path_without_empty_parts() {
        assert_eq!(tidy(" News / World ").unwrap(), "News/World");
        assert_eq!(tidy("//"), None);
        assert_eq!(tidy("a\nb"), None);
        assert_eq!(tidy(&"a".repeat(MAX_NAME + 1)), None);
    }
}
