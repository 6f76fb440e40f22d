//! What may be chosen for one feed, in the words that the command line, the web's form and a list's attributes share.
//! A secret's value is in no error and no answer. Start at [`choice`] and [`Pipeline::set_feed`].

use crate::access::{access, kept};
use crate::{Pipeline, PipelineError, Result};
use std::fmt;
use wireroom_feed::opml::folder;
use wireroom_fetch::Access;
use wireroom_model::why::{NoChoice, NotSent, NotThere};
use wireroom_model::{FeedId, UserId};
use wireroom_store::feed_settings::FeedSettings;
use wireroom_store::feeds::{Feed, FeedState, TextFrom};

/// The longest interval that may be chosen, in seconds: a feed asked once a month is as good as forgotten.
const LONGEST_INTERVAL: i64 = 30 * 86_400;
/// Characters of a title or of all folders of one feed.
const LONGEST_WORDS: usize = 4_096;

/// The names of choices, for help and errors.
pub const CHOICES: &str =
    "text-from, interval, folded, paused, to-writer, title, folder, header, cookie, basic-auth, access";

/// One choice.
#[derive(Clone, PartialEq, Eq)]
pub enum Choice {
    TextFrom(TextFrom),
    /// Seconds between two polls; none leaves it to the feed's own rhythm.
    Interval(Option<i64>),
    Folded(bool),
    Paused(bool),
    /// Whether its texts may be sent to the writer; none leaves it to the usual.
    ToWriter(Option<bool>),
    Title(Option<String>),
    /// Paths, one a line.
    Folder(Option<String>),
    /// Name and value; without a value the header goes.
    Header(String, Option<String>),
    Cookie(Option<String>),
    /// Name and password.
    Basic(Option<(String, String)>),
    /// Everything secret goes.
    NoAccess,
}

/// A secret's value is never shown.
impl fmt::Debug for Choice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TextFrom(from) => write!(f, "text-from={}", from.as_str()),
            Self::Interval(seconds) => write!(f, "interval={}", interval_words(*seconds)),
            Self::Folded(yes) => write!(f, "folded={}", yes_no(*yes)),
            Self::Paused(yes) => write!(f, "paused={}", yes_no(*yes)),
            Self::ToWriter(may) => write!(f, "to-writer={}", may.map_or("auto", yes_no)),
            Self::Title(title) => write!(f, "title={}", title.as_deref().unwrap_or_default()),
            Self::Folder(folder) => write!(f, "folder={}", folder.as_deref().unwrap_or_default()),
            Self::Header(name, value) => {
                write!(f, "header {name}{}", if value.is_some() { "" } else { " taken away" })
            }
            Self::Cookie(cookie) => write!(f, "cookie{}", if cookie.is_some() { "" } else { " taken away" }),
            Self::Basic(basic) => write!(f, "basic-auth{}", if basic.is_some() { "" } else { " taken away" }),
            Self::NoAccess => f.write_str("access taken away"),
        }
    }
}

/// Reads a choice; an empty value takes the choice back.
///
/// # Errors
/// One sentence with the name, what may stand there, and no secret.
pub fn choice(name: &str, value: &str) -> std::result::Result<Choice, NoChoice> {
    let value = value.trim();
    let some = || (!value.is_empty()).then(|| value.to_owned());
    if value.len() > LONGEST_WORDS && matches!(name, "title" | "folder") {
        return Err(NoChoice::TooLong { name: name.to_owned(), most: LONGEST_WORDS });
    }
    match name {
        "text-from" => TextFrom::parse(if value.is_empty() { "auto" } else { value })
            .map(Choice::TextFrom)
            .ok_or_else(|| NoChoice::TextFrom(value.to_owned())),
        "interval" => interval(value).map(Choice::Interval),
        "folded" => yes(value, true).map(Choice::Folded).ok_or_else(|| yes_or_no("folded", value)),
        "paused" => yes(value, false).map(Choice::Paused).ok_or_else(|| yes_or_no("paused", value)),
        "to-writer" if value.is_empty() || value == "auto" => Ok(Choice::ToWriter(None)),
        "to-writer" => yes(value, false)
            .map(|may| Choice::ToWriter(Some(may)))
            .ok_or_else(|| NoChoice::ToWriter(value.to_owned())),
        "title" => {
            Ok(Choice::Title(some().map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "))))
        }
        "folder" => Ok(Choice::Folder(folder::texts(&folder::paths(value)))),
        "header" => match value.split_once(':') {
            Some((name, value)) => {
                let value = value.trim();
                Ok(Choice::Header(name.trim().to_owned(), (!value.is_empty()).then(|| value.to_owned())))
            }
            None => Err(NoChoice::Header),
        },
        "cookie" => Ok(Choice::Cookie(some())),
        "basic-auth" if value.is_empty() => Ok(Choice::Basic(None)),
        "basic-auth" => match value.split_once(':') {
            Some((name, password)) => Ok(Choice::Basic(Some((name.to_owned(), password.to_owned())))),
            None => Err(NoChoice::Login),
        },
        "access" if value.is_empty() || value == "none" => Ok(Choice::NoAccess),
        "access" => Err(NoChoice::Access),
        other => Err(NoChoice::Unknown { name: other.to_owned(), there: CHOICES.to_owned() }),
    }
}

/// True for choices whose value is a secret.
pub fn is_secret(name: &str) -> bool {
    matches!(name, "header" | "cookie" | "basic-auth")
}

fn yes(value: &str, usual: bool) -> Option<bool> {
    match value.to_ascii_lowercase().as_str() {
        "" => Some(usual),
        "yes" | "true" | "on" | "1" => Some(true),
        "no" | "false" | "off" | "0" => Some(false),
        _ => None,
    }
}

/// The word for a switch.
pub const fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn yes_or_no(name: &str, value: &str) -> NoChoice {
    NoChoice::YesOrNo { name: name.to_owned(), value: value.to_owned() }
}

/// `30m`, `2h`, `1d`, `90s`; a bare number means minutes; nothing or `auto` leaves it to the feed.
fn interval(value: &str) -> std::result::Result<Option<i64>, NoChoice> {
    let bad = || NoChoice::Interval(value.to_owned());
    if value.is_empty() || value == "auto" {
        return Ok(None);
    }
    let (digits, unit) = match value.char_indices().next_back() {
        Some((at, 's')) => (value.get(..at), 1),
        Some((at, 'm')) => (value.get(..at), 60),
        Some((at, 'h')) => (value.get(..at), 3_600),
        Some((at, 'd')) => (value.get(..at), 86_400),
        _ => (Some(value), 60),
    };
    let count: i64 =
        digits.and_then(|digits| digits.trim().parse().ok()).filter(|n| *n > 0).ok_or_else(bad)?;
    let seconds = count.checked_mul(unit).ok_or_else(bad)?;
    if seconds > LONGEST_INTERVAL {
        return Err(NoChoice::TooSeldom(value.to_owned()));
    }
    Ok(Some(seconds))
}

/// An interval as [`choice`] reads it.
pub fn interval_words(seconds: Option<i64>) -> String {
    match seconds {
        None => "auto".to_owned(),
        Some(s) if s % 86_400 == 0 => format!("{}d", s / 86_400),
        Some(s) if s % 3_600 == 0 => format!("{}h", s / 3_600),
        Some(s) if s % 60 == 0 => format!("{}m", s / 60),
        Some(s) => format!("{s}s"),
    }
}

/// A feed's choices as names and values that [`choice`] reads; what was not chosen is left out, secrets always.
pub fn chosen(feed: &Feed) -> Vec<(&'static str, String)> {
    let mut out = Vec::new();
    if feed.text_from != TextFrom::Auto {
        out.push(("text-from", feed.text_from.as_str().to_owned()));
    }
    if feed.interval_seconds.is_some() {
        out.push(("interval", interval_words(feed.interval_seconds)));
    }
    if !feed.is_folded {
        out.push(("folded", yes_no(false).to_owned()));
    }
    if feed.state == FeedState::Paused {
        out.push(("paused", yes_no(true).to_owned()));
    }
    out
}

impl Pipeline {
    /// Makes choices for a feed, all or none of them. Title and folder are the user's own, where there is one.
    ///
    /// # Errors
    /// [`PipelineError::Refused`] where there is no such feed or the way out would not send what is chosen.
    pub async fn set_feed(&self, id: FeedId, user: Option<UserId>, choices: &[Choice]) -> Result<()> {
        let feed = self.store.feed(id).await?.ok_or_else(|| NotThere::Feed(id.get()))?;
        let settings = self.store.feed_settings(id).await?.unwrap_or_default();
        let before = self.store.feed_access(id).await?;
        let subscription = match user {
            Some(user) => self.store.subscription(user, id).await?,
            None => None,
        };
        let (mut own_title, mut own_folder) = subscription.map_or((None, None), |s| (s.title, s.folder));
        let mut new = Changes { settings: settings.clone(), access: access(&before)?, state: feed.state };
        let (mut touches_access, mut touches_own) = (false, false);
        for choice in choices {
            match (choice, user) {
                (Choice::Title(title), Some(_)) => (own_title, touches_own) = (title.clone(), true),
                (Choice::Folder(folder), Some(_)) => (own_folder, touches_own) = (folder.clone(), true),
                (Choice::Folder(_), None) => {
                    return Err(NoChoice::NoReader.into());
                }
                (Choice::ToWriter(Some(true)), _) if settings.to_writer != Some(true) => {
                    self.may_allow(id, user).await?;
                    new.settings.to_writer = Some(true);
                }
                _ => touches_access |= new.take(choice, self.options.shortest_poll)?,
            }
        }
        let now = self.now();
        let mut tx = self.store.begin().await?;
        if new.settings != settings {
            tx.set_feed_settings(id, &new.settings).await?;
        }
        if touches_access {
            tx.set_feed_access(id, &kept(&new.access)).await?;
        }
        if new.state != feed.state {
            tx.set_feed_state(id, new.state, now).await?;
        } else if touches_access && new.state == FeedState::Active {
            // What failed for want of a password need not wait for its next turn.
            tx.poll_feed_at(id, now).await?;
        }
        if let Some(user) = user.filter(|_| touches_own) {
            tx.set_subscription(user, id, own_title.as_deref(), own_folder.as_deref(), now).await?;
        }
        tx.commit().await?;
        if new.settings.to_writer != settings.to_writer || touches_access {
            self.turn_writer(id).await?;
        }
        self.bell.notify_waiters();
        Ok(())
    }

    /// The texts of a private feed are its owner's to give away, and nobody else's.
    async fn may_allow(&self, id: FeedId, user: Option<UserId>) -> Result<()> {
        match (self.store.owner_of_private(id).await?, user) {
            (Some(owner), Some(user)) if owner != user => Err(NoChoice::OthersPrivate.into()),
            _ => Ok(()),
        }
    }

    /// What a feed is asked with, in words that hold no secret: "headers x-key; a cookie".
    pub async fn access_words(&self, id: FeedId) -> Result<Option<String>> {
        let access = access(&self.store.feed_access(id).await?)?;
        Ok((!access.is_empty()).then(|| access.to_string()))
    }
}

/// A feed's choices while they change.
struct Changes {
    settings: FeedSettings,
    access: Access,
    state: FeedState,
}

impl Changes {
    /// Takes one choice; true where it changes what the feed is asked with.
    fn take(&mut self, choice: &Choice, shortest_poll: u64) -> Result<bool> {
        let sent = |error: NotSent| PipelineError::from(error);
        match choice {
            Choice::TextFrom(from) => self.settings.text_from = *from,
            Choice::Interval(Some(seconds)) if seconds.unsigned_abs() < shortest_poll => {
                let least = interval_words(i64::try_from(shortest_poll).ok());
                return Err(NoChoice::TooOften(least).into());
            }
            Choice::Interval(seconds) => self.settings.interval_seconds = *seconds,
            Choice::Folded(folded) => self.settings.is_folded = *folded,
            Choice::Paused(true) => self.state = FeedState::Paused,
            Choice::Paused(false) => self.state = FeedState::Active,
            Choice::ToWriter(may) => self.settings.to_writer = *may,
            Choice::Title(title) => self.settings.title.clone_from(title),
            Choice::Folder(_) => {}
            Choice::Header(name, value) => {
                let mut parts = std::mem::take(&mut self.access).parts();
                parts.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
                let access = Access::try_from(parts).map_err(sent)?;
                self.access = match value {
                    Some(value) => access.with_header(name, value).map_err(sent)?,
                    None => access,
                };
            }
            Choice::Cookie(Some(cookie)) => {
                self.access = std::mem::take(&mut self.access).with_cookie(cookie).map_err(sent)?;
            }
            Choice::Basic(Some((name, password))) => {
                self.access = std::mem::take(&mut self.access).with_basic(name, password).map_err(sent)?;
            }
            Choice::Cookie(None) | Choice::Basic(None) => {
                let mut parts = std::mem::take(&mut self.access).parts();
                match choice {
                    Choice::Cookie(_) => parts.cookie = None,
                    _ => parts.basic = None,
                }
                self.access = Access::try_from(parts).map_err(sent)?;
            }
            Choice::NoAccess => self.access = Access::default(),
        }
        let of_access =
            matches!(choice, Choice::Header(..) | Choice::Cookie(_) | Choice::Basic(_) | Choice::NoAccess);
        Ok(of_access)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_read_back_as_it_is_written() {
        for (name, value) in [
            ("text-from", "page"),
            ("interval", "30m"),
            ("interval", "2h"),
            ("interval", "auto"),
            ("folded", "no"),
            ("paused", "yes"),
            ("to-writer", "no"),
            ("to-writer", "auto"),
            ("title", "The Tide"),
            ("folder", "News/World"),
        ] {
            let read = choice(name, value).unwrap();
            assert_eq!(format!("{read:?}"), format!("{name}={value}"));
        }
        assert_eq!(choice("interval", "45"), Ok(Choice::Interval(Some(2_700))));
        assert_eq!(choice("folder", " A / B "), Ok(Choice::Folder(Some("A/B".to_owned()))));
        assert_eq!(choice("title", ""), Ok(Choice::Title(None)));
    }

    #[test]
    fn a_wrong_choice_names_what_may_stand_there_and_no_secret() {
        for (name, value, part) in [
            ("text-from", "pag", "auto, feed or page"),
            ("interval", "soon", "30m, 2h or 1d"),
            ("interval", "-5", "30m, 2h or 1d"),
            ("interval", "90d", "at most 30d"),
            ("folded", "maybe", "yes or no"),
            ("to-writer", "maybe", "yes, no or auto"),
            ("colour", "red", CHOICES),
            ("header", "s3cret", "NAME: VALUE"),
            ("basic-auth", "s3cret", "NAME:PASSWORD"),
        ] {
            let error = choice(name, value).unwrap_err().to_string();
            assert!(error.contains(part) && !error.contains("s3cret"), "{error}");
        }
        for secret in ["header", "cookie", "basic-auth"] {
            let read = choice(secret, "X-Key: s3cret").unwrap();
            assert!(is_secret(secret) && !format!("{read:?}").contains("s3cret"), "{read:?}");
        }
    }
}
