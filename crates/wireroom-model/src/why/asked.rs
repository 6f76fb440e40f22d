//! Why the house will not do what somebody asked of it: a choice for a feed, a list of publishers, an override, a word
//! on how articles are sorted. Each names the thing and the way out. It refuses to hold a secret: values of headers,
//! cookies and passwords never stand in one. Start at [`NotSorted`] and [`OverrideFault`].

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a choice for a feed cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Error)]
#[serde(rename_all = "kebab-case")]
pub enum NoChoice {
    #[error("{name} is longer than {most} bytes")]
    TooLong { name: String, most: usize },
    #[error("text-from is auto, feed or page, not \"{0}\"")]
    TextFrom(String),
    #[error("{name} is yes or no, not \"{value}\"")]
    YesOrNo { name: String, value: String },
    #[error("to-writer is yes, no or auto, not \"{0}\"")]
    ToWriter(String),
    #[error("a header is written NAME: VALUE; without a value it is taken away")]
    Header,
    #[error("basic-auth is written NAME:PASSWORD")]
    Login,
    #[error("access can only be taken away (access=none); set header, cookie or basic-auth")]
    Access,
    #[error("no choice is named \"{name}\"; there are {there}")]
    Unknown { name: String, there: String },
    #[error("interval is auto or a time such as 30m, 2h or 1d, not \"{0}\"")]
    Interval(String),
    #[error("interval is at most 30d; to read a feed no more, pause it ({0} was asked)")]
    TooSeldom(String),
    #[error(
        "interval is at least {0} in this house (the setting poll-minutes), so that publishers are left in peace"
    )]
    TooOften(String),
    #[error("a folder is a reader's own, and this house has no reader yet")]
    NoReader,
    #[error(
        "this feed is another reader's private one: only that reader may allow its texts to be sent to the writer"
    )]
    OthersPrivate,
}

/// Why a list of publishers cannot be brought in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Error)]
#[serde(rename_all = "kebab-case")]
pub enum NoOwners {
    #[error("the list has {bytes} bytes, and {most} are the most that is read; bring it in as several lists")]
    TooLarge { bytes: usize, most: usize },
    #[error("the list is UTF-16; save it as UTF-8 (\"CSV UTF-8\" in a spreadsheet)")]
    Utf16,
    #[error("line {0} is no UTF-8; save the list as UTF-8")]
    NoUtf8(usize),
    #[error("the list is empty; its first line names the columns: outlet,publisher")]
    Empty,
    #[error("the list names no outlet with a publisher{}", after_colon(.0.as_deref()))]
    NoOutlet(Option<String>),
    #[error("the list cannot be read: {0}")]
    Broken(String),
    #[error(
        "line 1 must name the columns: publisher, and outlet or domain (or both), such as outlet,publisher"
    )]
    NoColumns,
    #[error("the JSON is not {{\"publisher\": [\"outlet\", …]}}: {0}")]
    NoJson(String),
    #[error("the TOML is not [publishers] \"publisher\" = [\"outlet\", …]: {0}")]
    NoToml(String),
    #[error("{at}: a list has at most {most} outlets; bring it in as several lists")]
    TooMany { at: String, most: usize },
    #[error("the house has {0} lists of publishers; take some away, or bring this one in their place")]
    TooManyLists(usize),
    #[error("there is no list of publishers with the number {0}; `wireroom publishers list` shows them")]
    NoSuchList(i64),
}

fn after_colon(why: Option<&str>) -> String {
    why.map(|why| format!(": {why}")).unwrap_or_default()
}

/// What is wrong with an override's file, and the way out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Error)]
#[error("{}: {wrong}", place(.file, .key.as_deref()))]
pub struct OverrideFault {
    pub file: String,
    /// The key it is about, where it is about one.
    pub key: Option<String>,
    pub wrong: Wrong,
}

fn place(file: &str, key: Option<&str>) -> String {
    key.map_or_else(|| file.to_owned(), |key| format!("{file}, \"{key}\""))
}

/// The faults there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Error)]
#[serde(rename_all = "kebab-case")]
pub enum Wrong {
    #[error("it is larger than {0} bytes; is it the right file?")]
    TooLarge(usize),
    #[error("{}is not TOML: {why}; write key = \"value\" / key = [\"a\", \"b\"]", in_line(*.line))]
    NoToml { line: Option<usize>, why: String },
    #[error("there is no such key; there are {0}")]
    NoKey(String),
    #[error("every value of the list stands in quotes")]
    NotQuoted,
    #[error("write one value in quotes, or a list of them in square brackets")]
    NoText,
    #[error("at most {0}; put the others into a second file")]
    ManyHosts(usize),
    #[error("\"{0}\" is no host; name the file press.example.toml, or say hosts = [\"press.example\"]")]
    NameNoHost(String),
    #[error(
        "\"{0}\" is no host; write it without https://, path or *, for example \"press.example\" (the hosts below it are meant too)"
    )]
    NoHost(String),
    #[error("at most {0} selectors; join some with commas")]
    ManySelectors(usize),
    #[error("a selector has at most {0} characters")]
    LongSelector(usize),
    #[error(
        "\"{0}\" is no CSS selector; write it as in a style sheet, for example \"div.story-text\" or \"#content p\""
    )]
    NoSelector(String),
    #[error("write \"off\" or \"on\"")]
    OnOff,
    #[error("{host} is named by {file} too, which holds; take it out of one of them")]
    Twice { host: String, file: String },
    #[error("the folder cannot be read: {0}")]
    Folder(String),
    #[error("at most {0} files are read; the rest is left out")]
    ManyFiles(usize),
    #[error("it cannot be read: {0}")]
    Unread(String),
}

fn in_line(line: Option<usize>) -> String {
    line.map(|line| format!("line {line} ")).unwrap_or_default()
}

/// Why a word on how articles and stories are sorted is not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Error)]
#[serde(rename_all = "kebab-case")]
pub enum NotSorted {
    #[error("Choose articles of this story: those that are a story of their own.")]
    NoneChosen,
    #[error("With their copies these are all articles of the story: nothing would stay in it.")]
    NothingStays,
    #[error("the house is closing")]
    Closing,
    #[error("nothing was split")]
    NoSplit,
    #[error("These two are one story already.")]
    OneAlready,
    #[error("One of the two stories holds no article.")]
    NoArticle,
    #[error(
        "A reader said that these two are not one story, or that articles of them never stand together. \
         Take that back first, on the page of corrections."
    )]
    Forbidden,
    #[error("The two stories could not be made one.")]
    NotOne,
    #[error("There is no story {0} in this house.")]
    NoStory(u64),
    #[error("{0} corrections hold already; take back some that no longer matter")]
    TooMany(u64),
    #[error("a word on two texts needs two different articles")]
    SameArticle,
    #[error("there is no article {0} in this house")]
    Unknown(u64),
}

/// Why something of the house is not to be had, or not to be changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Error)]
#[serde(rename_all = "kebab-case")]
pub enum NotThere {
    #[error("there is no feed {0}")]
    Feed(u64),
    #[error(
        "{0} is the house's only owner; make another one before, or remove the data folder to end the house"
    )]
    LastOwner(String),
    #[error("\"{0}\" is no block; open the site's page anew")]
    Block(String),
    #[error("{0} is no longer kept; choose a later page, or raise raw-mb and raw-days")]
    PageGone(String),
    #[error("{0} was not read as a page of a site")]
    NoSite(String),
    #[error("there is no such page")]
    Page,
    #[error(
        "this page came through a private feed, and its words are not kept where others see them; drop the element in an override instead"
    )]
    PrivatePage,
    #[error("the page holds no such paragraph any more; open it anew")]
    Paragraph,
    #[error("this house has no folder of overrides")]
    NoFolder,
    #[error("\"{0}\" is no host")]
    NoHost(String),
    #[error("{path} cannot be written: {why}")]
    NotWritten { path: String, why: String },
    #[error("there is no user {0}")]
    User(u64),
    #[error("no such block is known of {0}; open its page anew")]
    BlockOf(String),
    #[error("there is no correction {0} that still holds")]
    Correction(i64),
    #[error("the work does not end; see `wireroom doctor` for jobs that ask for themselves")]
    Endless,
}
