//! What the house will not do of what was asked, in the reader's language. It refuses to shorten: the thing and the way
//! out are told.

use wireroom_model::why::{NoChoice, NoOwners, NotSorted, NotThere, OverrideFault, Wrong};

/// Why a choice for a feed cannot be made.
pub fn choice(why: &NoChoice) -> String {
    match why {
        NoChoice::TooLong { name, most } => say!("why-choice-too-long", name = name.as_str(), n = *most),
        NoChoice::TextFrom(value) => say!("why-choice-text-from", value = value.as_str()),
        NoChoice::YesOrNo { name, value } => {
            say!("why-choice-yes-or-no", name = name.as_str(), value = value.as_str())
        }
        NoChoice::ToWriter(value) => say!("why-choice-to-writer", value = value.as_str()),
        NoChoice::Header => say!("why-choice-header"),
        NoChoice::Login => say!("why-choice-login"),
        NoChoice::Access => say!("why-choice-access"),
        NoChoice::Unknown { name, there } => {
            say!("why-choice-unknown", name = name.as_str(), there = there.as_str())
        }
        NoChoice::Interval(value) => say!("why-choice-interval", value = value.as_str()),
        NoChoice::TooSeldom(value) => say!("why-choice-too-seldom", value = value.as_str()),
        NoChoice::TooOften(value) => say!("why-choice-too-often", value = value.as_str()),
        NoChoice::NoReader => say!("why-choice-no-reader"),
        NoChoice::OthersPrivate => say!("why-choice-others-private"),
    }
}

/// Why a list of publishers cannot be brought in.
pub fn owners(why: &NoOwners) -> String {
    match why {
        NoOwners::TooLarge { bytes, most } => say!("why-owners-too-large", n = *bytes, most = *most),
        NoOwners::Utf16 => say!("why-owners-utf16"),
        NoOwners::NoUtf8(line) => say!("why-owners-no-utf8", n = *line),
        NoOwners::Empty => say!("why-owners-empty"),
        NoOwners::NoOutlet(None) => say!("why-owners-no-outlet"),
        NoOwners::NoOutlet(Some(fault)) => {
            say!("why-because", what = say!("why-owners-no-outlet"), why = fault.as_str())
        }
        NoOwners::Broken(why) => say!("why-owners-broken", why = why.as_str()),
        NoOwners::NoColumns => say!("why-owners-no-columns"),
        NoOwners::NoJson(why) => {
            say!("why-owners-no-json", form = "{\"publisher\": [\"outlet\", …]}", why = why.as_str())
        }
        NoOwners::NoToml(why) => {
            let form = "[publishers] \"publisher\" = [\"outlet\", …]";
            say!("why-owners-no-toml", form = form, why = why.as_str())
        }
        NoOwners::TooMany { at, most } => say!("why-owners-too-many", at = at.as_str(), n = *most),
        NoOwners::TooManyLists(most) => say!("why-owners-many-lists", n = *most),
        NoOwners::NoSuchList(number) => say!("why-owners-no-such", number = number.to_string()),
    }
}

/// A fault of an override's file: file, key, what is wrong with it.
pub fn fault(fault: &OverrideFault) -> String {
    let place = match &fault.key {
        Some(key) => say!("why-wrong-key", file = fault.file.as_str(), key = key.as_str()),
        None => fault.file.clone(),
    };
    say!("why-because", what = place, why = wrong(&fault.wrong))
}

fn wrong(wrong: &Wrong) -> String {
    match wrong {
        Wrong::TooLarge(most) => say!("why-wrong-too-large", n = *most),
        Wrong::NoToml { line, why } => {
            let form = "key = \"value\" / key = [\"a\", \"b\"]";
            match line {
                Some(line) => say!("why-wrong-toml-line", line = *line, why = why.as_str(), form = form),
                None => say!("why-wrong-toml", why = why.as_str(), form = form),
            }
        }
        Wrong::NoKey(there) => say!("why-wrong-no-key", there = there.as_str()),
        Wrong::NotQuoted => say!("why-wrong-not-quoted"),
        Wrong::NoText => say!("why-wrong-no-text"),
        Wrong::ManyHosts(most) => say!("why-wrong-many-hosts", n = *most),
        Wrong::NameNoHost(name) => {
            say!("why-wrong-name-no-host", name = name.as_str(), form = "hosts = [\"press.example\"]")
        }
        Wrong::NoHost(name) => say!("why-wrong-no-host", name = name.as_str()),
        Wrong::ManySelectors(most) => say!("why-wrong-many-selectors", n = *most),
        Wrong::LongSelector(most) => say!("why-wrong-long-selector", n = *most),
        Wrong::NoSelector(name) => say!("why-wrong-no-selector", name = name.as_str()),
        Wrong::OnOff => say!("why-wrong-on-off"),
        Wrong::Twice { host, file } => {
            say!("why-wrong-twice", host = host.as_str(), other = file.as_str())
        }
        Wrong::Folder(why) => say!("why-wrong-folder", why = why.as_str()),
        Wrong::ManyFiles(most) => say!("why-wrong-many-files", n = *most),
        Wrong::Unread(why) => say!("why-wrong-unread", why = why.as_str()),
    }
}

/// Why a word on how articles are sorted is not taken.
pub fn sorted(why: &NotSorted) -> String {
    match why {
        NotSorted::NoneChosen => say!("why-sorted-none-chosen"),
        NotSorted::NothingStays => say!("why-sorted-nothing-stays"),
        NotSorted::Closing => say!("why-sorted-closing"),
        NotSorted::NoSplit => say!("why-sorted-no-split"),
        NotSorted::OneAlready => say!("why-sorted-one-already"),
        NotSorted::NoArticle => say!("why-sorted-no-article"),
        NotSorted::Forbidden => say!("why-sorted-forbidden"),
        NotSorted::NotOne => say!("why-sorted-not-one"),
        NotSorted::NoStory(id) => say!("why-sorted-no-story", id = id.to_string()),
        NotSorted::TooMany(most) => say!("why-sorted-too-many", n = *most),
        NotSorted::SameArticle => say!("why-sorted-same"),
        NotSorted::Unknown(id) => say!("why-sorted-unknown", id = id.to_string()),
    }
}

/// Why something is not to be had or not to be changed.
pub fn there(why: &NotThere) -> String {
    match why {
        NotThere::Feed(id) => say!("why-there-feed", id = id.to_string()),
        NotThere::LastOwner(name) => say!("why-there-last-owner", name = name.as_str()),
        NotThere::Block(name) => say!("why-there-block", name = name.as_str()),
        NotThere::PageGone(address) => say!("why-there-page-gone", address = address.as_str()),
        NotThere::NoSite(address) => say!("why-there-no-site", address = address.as_str()),
        NotThere::Page => say!("why-there-page"),
        NotThere::PrivatePage => say!("why-there-private-page"),
        NotThere::Paragraph => say!("why-there-paragraph"),
        NotThere::NoFolder => say!("why-there-no-folder"),
        NotThere::NoHost(host) => say!("why-there-no-host", host = host.as_str()),
        NotThere::NotWritten { path, why } => {
            say!("why-there-not-written", path = path.as_str(), why = why.as_str())
        }
        NotThere::User(id) => say!("why-there-user", id = id.to_string()),
        NotThere::BlockOf(host) => say!("why-there-block-of", host = host.as_str()),
        NotThere::Correction(number) => say!("why-there-correction", number = number.to_string()),
        NotThere::Endless => say!("why-there-endless"),
    }
}
