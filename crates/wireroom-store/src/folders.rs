//! A reader's folders of feeds: made by naming, renamed with all that stands below them, ended without losing a feed.
//! They are one reader's alone; the house's feeds do not know them. A folder's text is a path of names parted by `/`.
//! What lists bring in is in [`crate::subscriptions`]. Start at [`Store::folders_of`].

use crate::{Result, Store, Tx};
use std::collections::BTreeMap;
use wireroom_model::{FeedId, UserId};

/// Folders that one reader may make by hand; a list may bring more.
pub const MAX_FOLDERS: usize = 200;

/// A reader's folders, each with the feeds in it; folders without a feed stand too.
pub type Folders = BTreeMap<String, Vec<FeedId>>;

/// The text of some folders without one and what stands below it, or with another name in its place.
fn changed(texts: &str, from: &str, to: Option<&str>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for path in texts.lines().map(str::trim).filter(|path| !path.is_empty()) {
        let path = match below(path, from) {
            None => Some(path.to_owned()),
            Some(rest) => to.map(|to| format!("{to}{rest}")),
        };
        out.extend(path.filter(|path| !out.contains(path)));
    }
    out
}

/// What follows a folder's name in a path at or below it: "" or "/World".
fn below<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    path.strip_prefix(folder).filter(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A feed's folders with one more, or without one; none stands twice.
fn moved(texts: &str, folder: &str, is_in: bool) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let others = texts.lines().map(str::trim).filter(|path| !path.is_empty() && *path != folder);
    for path in others.chain(is_in.then_some(folder)) {
        if !out.iter().any(|kept| kept == path) {
            out.push(path.to_owned());
        }
    }
    out
}

impl Store {
    /// A reader's folders by name.
    pub async fn folders_of(&self, user: UserId) -> Result<Folders> {
        let mut folders: Folders =
            self.folders(Some(user)).await?.into_iter().map(|path| (path, Vec::new())).collect();
        for own in self.subscriptions(user).await? {
            for path in own.folder.as_deref().unwrap_or_default().lines().filter(|path| !path.is_empty()) {
                folders.entry(path.to_owned()).or_default().push(own.feed);
            }
        }
        Ok(folders)
    }
}

impl Tx {
    /// Gives a folder another name, in every subscription too; what stands below it moves along. A name that is there
    /// already takes both.
    pub async fn rename_folder(&mut self, user: UserId, from: &str, to: &str) -> Result<()> {
        self.change_folder(user, from, Some(to)).await
    }

    /// Ends a folder and what stands below it; its feeds stay.
    pub async fn end_folder(&mut self, user: UserId, path: &str) -> Result<()> {
        self.change_folder(user, path, None).await
    }

    /// Puts a feed into a folder, beside those in which it stands, or takes it out of this one alone. The folder stays.
    pub async fn set_in_folder(
        &mut self,
        user: UserId,
        feed: FeedId,
        path: &str,
        is_in: bool,
        now: i64,
    ) -> Result<()> {
        if is_in {
            self.subscribe(user, feed, None, None, now).await?;
        }
        let texts: Option<Option<String>> =
            sqlx::query_scalar("SELECT folder FROM subscriptions WHERE user_id = $1 AND feed_id = $2")
                .bind(user.as_i64())
                .bind(feed.as_i64())
                .fetch_optional(self.conn())
                .await?;
        let folders = moved(texts.flatten().as_deref().unwrap_or_default(), path, is_in).join("\n");
        sqlx::query("UPDATE subscriptions SET folder = $3 WHERE user_id = $1 AND feed_id = $2")
            .bind(user.as_i64())
            .bind(feed.as_i64())
            .bind((!folders.is_empty()).then_some(folders))
            .execute(self.conn())
            .await?;
        self.bring_folders(Some(user), &[path.to_owned()]).await
    }

    async fn change_folder(&mut self, user: UserId, from: &str, to: Option<&str>) -> Result<()> {
        let named: Vec<(i64, String)> = sqlx::query_as(
            "SELECT feed_id, folder FROM subscriptions WHERE user_id = $1 AND folder IS NOT NULL ORDER BY feed_id",
        )
        .bind(user.as_i64())
        .fetch_all(self.conn())
        .await?;
        for (feed, texts) in named {
            let now = changed(&texts, from, to).join("\n");
            if now != texts {
                sqlx::query("UPDATE subscriptions SET folder = $3 WHERE user_id = $1 AND feed_id = $2")
                    .bind(user.as_i64())
                    .bind(feed)
                    .bind((!now.is_empty()).then_some(now))
                    .execute(self.conn())
                    .await?;
            }
        }
        let kept: Vec<String> =
            sqlx::query_scalar("SELECT path FROM folders WHERE user_id = $1 ORDER BY place, path")
                .bind(user.as_i64())
                .fetch_all(self.conn())
                .await?;
        sqlx::query("DELETE FROM folders WHERE user_id = $1")
            .bind(user.as_i64())
            .execute(self.conn())
            .await?;
        self.bring_folders(Some(user), &changed(&kept.join("\n"), from, to)).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_goes_into_a_folder_beside_its_others_and_out_of_it_alone() {
        assert_eq!(moved("News", "Harbour", true), ["News", "Harbour"]);
        assert_eq!(moved("News\nHarbour", "Harbour", true), ["News", "Harbour"]);
        assert_eq!(moved("News\nNews/World", "News", false), ["News/World"]);
        assert!(moved("News", "News", false).is_empty());
    }

    #[test]
    fn a_folder_is_renamed_with_what_stands_below_it_and_nothing_beside_it() {
        let texts = "News\nNews/World\nNewsletters";
        assert_eq!(changed(texts, "News", Some("Press")), ["Press", "Press/World", "Newsletters"]);
        assert_eq!(changed(texts, "News", None), ["Newsletters"]);
        assert_eq!(changed("News\nPress", "News", Some("Press")), ["Press"]);
    }
}
