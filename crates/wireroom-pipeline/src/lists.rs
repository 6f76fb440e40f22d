//! Lists of subscriptions in and out. Bringing a list in merges: a feed that the house has is the same feed, what a
//! reader chose stays, nothing stands twice. Passwords, cookies and headers never go out; the list says that they
//! were left out.

use crate::address::canonical;
use crate::choices::{Choice, choice, chosen};
use crate::feeds::{Added, feed_address};
use crate::{Pipeline, PipelineError, Result};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_feed::opml::{self, Opml, Subscription, folder};
use wireroom_fetch::{Purpose, Request};
use wireroom_model::Why;
use wireroom_model::{FeedId, UserId};
use wireroom_store::Viewer;
use wireroom_store::feeds::NewFeed;
use wireroom_store::subscriptions::Brought;

/// What an attribute says where secrets stayed behind.
const LEFT_OUT: &str = "left out";
/// Where a list keeps the home page among the attributes that the house does not use itself.
const PAGE: &str = "htmlUrl";

/// What a list of subscriptions brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpmlAdded {
    pub added: Vec<Added>,
    /// What was left out, a line each with its reason and the way out.
    pub skipped: Vec<String>,
    /// What was repaired, joined or kept as it was in the house.
    pub notes: Vec<String>,
}

impl Pipeline {
    /// Brings in a list: adds every feed that the house does not have and subscribes `user` to each, in the list's
    /// folders and titles. Without a user they wait for the owner to come.
    ///
    /// # Errors
    /// [`PipelineError::Refused`] where the bytes are no such list; the reason is in words.
    pub async fn import_opml(&self, bytes: &[u8], user: Option<UserId>) -> Result<OpmlAdded> {
        let list = opml::read(bytes)?;
        let mut report = OpmlAdded {
            notes: list.warnings.iter().map(|warning| warning.0.clone()).collect(),
            skipped: list.left_out.clone(),
            ..OpmlAdded::default()
        };
        let untold = list.left_out_count.saturating_sub(list.left_out.len());
        if untold > 0 {
            report.skipped.push(format!("and {untold} more"));
        }
        let (mut choices, mut here) = (Vec::new(), BTreeSet::new());
        let mut tx = self.store.begin().await?;
        for subscription in &list.subscriptions {
            let (address, secrets) = match feed_address(&subscription.feed) {
                Ok(address) => address,
                Err(error) => {
                    report.skipped.push(error.to_string());
                    continue;
                }
            };
            let setting = |name: &str| subscription.settings.get(name).map(String::as_str);
            let is_private = setting("private") == Some("yes");
            let new = NewFeed { address: &address, is_private, owner: user, ..NewFeed::default() };
            let (feed, fresh) = tx.add_feed(&new, self.now()).await?;
            let is_ours = !here.insert(feed) || fresh;
            if let Err(error) = self.may_join(feed, is_ours, user).await {
                report.skipped.push(format!("{address}: {error}"));
                continue;
            }
            let folder = folder::texts(&subscription.folders);
            let brought = Brought {
                title: subscription.title.as_deref(),
                folder: folder.as_deref(),
                attributes: attributes(subscription),
            };
            tx.bring(user, feed, &brought, self.now()).await?;
            if setting("access") == Some(LEFT_OUT) {
                report.notes.push(format!(
                    "{address} was asked with a password, cookie or header, which no list carries; set it anew"
                ));
            }
            let mut wanted = wanted(subscription, &address, &mut report.notes);
            wanted.extend(secrets);
            match fresh {
                true => choices.push((feed, wanted)),
                false if !wanted.is_empty() => choices.push((feed, self.unchosen(feed, wanted).await?)),
                false => {}
            }
            let title = subscription.title.clone().unwrap_or(address);
            report.added.push(Added { feed, title, known: !fresh });
        }
        let folders: Vec<String> = list.folders.iter().map(|path| folder::text(path)).collect();
        tx.bring_folders(user, &folders).await?;
        tx.commit().await?;
        for (feed, wanted) in choices {
            for one in wanted {
                if let Err(error) = self.set_feed(feed, None, std::slice::from_ref(&one)).await {
                    report.notes.push(format!("{one:?} was left out: {error}"));
                }
            }
        }
        self.bell.notify_waiters();
        Ok(report)
    }

    /// Brings in the list at an address, by the guarded way out.
    ///
    /// # Errors
    /// [`PipelineError::Refused`] where it cannot be fetched or is no list.
    pub async fn import_opml_at(&self, address: &str, user: Option<UserId>) -> Result<OpmlAdded> {
        let request =
            Request::new(address, Purpose::List).map_err(|error| PipelineError::Refused(error.into()))?;
        let fetched = self.fetch(&request).await.map_err(|error| {
            let why = Box::new(Why::from(error));
            PipelineError::Refused(Why::At { address: address.to_owned(), why })
        })?;
        let mut report = self.import_opml(&fetched.body, user).await?;
        if let Some(why) = fetched.cut_short {
            report.notes.push(format!("{address} broke off before its end ({why}); bring it in once more"));
        }
        Ok(report)
    }

    /// The feeds that a user may see, with the user's titles and folders and the house's choices, as OPML 2.0.
    /// Without a user: all that the house has before its owner comes.
    pub async fn export_opml(&self, user: Option<UserId>) -> Result<String> {
        let viewer = user.map_or(Viewer::House, Viewer::User);
        let mut own: BTreeMap<FeedId, wireroom_store::subscriptions::Subscription> =
            self.store.subscriptions(user).await?.into_iter().map(|own| (own.feed, own)).collect();
        let mut feeds = self.store.feeds(viewer).await?;
        // Where a feed stands in a list is when it came.
        feeds.sort_by_key(|feed| feed.id);
        let mut list = Opml { title: Some("Wireroom subscriptions".to_owned()), ..Opml::default() };
        for feed in feeds {
            let own = own.remove(&feed.id);
            let (title, folders, mut rest) =
                own.map_or((None, None, BTreeMap::new()), |own| (own.title, own.folder, own.attributes));
            let mut settings: BTreeMap<String, String> =
                chosen(&feed).into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
            if feed.is_private {
                settings.insert("private".to_owned(), "yes".to_owned());
            }
            if !self.store.feed_access(feed.id).await?.is_empty() {
                settings.insert("access".to_owned(), LEFT_OUT.to_owned());
            }
            let page = rest.remove(PAGE);
            list.subscriptions.push(Subscription {
                title: title.or_else(|| feed.title.clone()),
                page: feed.link.clone().filter(|link| canonical(link).is_some()).or(page),
                folders: folder::paths(folders.as_deref().unwrap_or_default()),
                settings,
                rest,
                feed: feed.address,
            });
        }
        list.folders = self.store.folders(user).await?.iter().map(|path| folder::path(path)).collect();
        Ok(opml::write(&list))
    }

    /// Of what a list wishes for a feed that the house has, what nobody chose yet.
    async fn unchosen(&self, feed: FeedId, wanted: Vec<Choice>) -> Result<Vec<Choice>> {
        let Some(feed) = self.store.feed(feed).await? else { return Ok(wanted) };
        let chosen: Vec<&str> = chosen(&feed).into_iter().map(|(name, _)| name).collect();
        let has_access = !self.store.feed_access(feed.id).await?.is_empty();
        let is_chosen = |one: &Choice| match one {
            Choice::TextFrom(_) => chosen.contains(&"text-from"),
            Choice::Interval(_) => chosen.contains(&"interval"),
            Choice::Folded(_) => chosen.contains(&"folded"),
            Choice::Basic(_) => has_access,
            // A feed that is read here goes on being read, whatever another house does.
            _ => true,
        };
        Ok(wanted.into_iter().filter(|one| !is_chosen(one)).collect())
    }
}

/// What goes out again as it came: others' attributes and the home page as stated.
fn attributes(subscription: &Subscription) -> BTreeMap<String, String> {
    let mut attributes = subscription.rest.clone();
    if let Some(page) = &subscription.page {
        attributes.insert(PAGE.to_owned(), page.clone());
    }
    attributes
}

/// The choices that a list states; what cannot be read is told.
fn wanted(subscription: &Subscription, address: &str, notes: &mut Vec<String>) -> Vec<Choice> {
    let mut wanted = Vec::new();
    for (name, value) in &subscription.settings {
        match name.as_str() {
            "private" | "access" => {}
            "text-from" | "interval" | "folded" | "paused" => match choice(name, value) {
                Ok(choice) => wanted.push(choice),
                Err(why) => notes.push(format!("{address}: {why}; it was left out")),
            },
            other => notes.push(format!("{address}: no setting is named \"{other}\"; it was left out")),
        }
    }
    wanted
}
