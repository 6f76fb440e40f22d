//! The table of faults: what becomes of each path. docs/faults.md is held to it word for word, and so is the house.

use crate::home::Patience;

/// What becomes of a feed with this fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Its entries are kept and nothing is said.
    Stored,
    /// Its entries are kept as far as they could be read, and the feed says what was left out.
    Warned,
    /// Nothing to keep; the feed says why and is asked again later and later.
    BackedOff,
    /// Asked no more, and the feed says so.
    Disabled,
    /// Not let in: the house itself says no. Asked again as after any failure, for publishers mend things.
    Refused,
}

impl Outcome {
    pub fn word(self) -> &'static str {
        match self {
            Self::Stored => "stored",
            Self::Warned => "warned",
            Self::BackedOff => "backed off",
            Self::Disabled => "disabled",
            Self::Refused => "refused",
        }
    }
}

/// When the feed is asked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    Usual,
    Hour,
    BackOff,
    /// Retry-After, seconds.
    Asked(i64),
    Day,
    Never,
}

impl Again {
    pub fn words(self) -> String {
        match self {
            Self::Usual => "at its own pace".into(),
            Self::Hour => "at its own pace, an hour later at the soonest".into(),
            Self::BackOff => "after 10 min, then twice as long each time, up to a day".into(),
            Self::Asked(seconds) => {
                format!(
                    "after 10 min, then twice as long each time, and never within the {seconds} s asked for"
                )
            }
            Self::Day => "after a day, the longest wait that is granted".into(),
            Self::Never => "never, until somebody resumes it".into(),
        }
    }
}

/// One path.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    pub path: &'static str,
    pub outcome: Outcome,
    /// What the feeds page shows; "…" stands for what changes from case to case, nothing for nothing.
    pub says: &'static str,
    pub again: Again,
    /// Entries kept at the end.
    pub entries: u64,
    pub patience: Patience,
}

const fn row(path: &'static str, outcome: Outcome, again: Again, entries: u64, says: &'static str) -> Row {
    Row { path, outcome, says, again, entries, patience: Patience::Long }
}

/// One that keeps the house waiting: the limits of time are short in its test.
const fn slow(path: &'static str, outcome: Outcome, again: Again, entries: u64, says: &'static str) -> Row {
    Row { patience: Patience::Short, ..row(path, outcome, again, entries, says) }
}

const TEN: u64 = crate::publisher::ENTRIES as u64;
const PAGE: &str = "this is a web page, not a feed; give the address of the feed itself, or add the page and let its feeds be found";
const LATE: &str = "…: it did not answer within … s";
const TRAP: &str = "the answer unpacks to more than 250 times its size, as only a trap does";
const ROUND: &str = "more than 8 redirects";

use Again::{Asked, BackOff, Day, Hour, Never, Usual};
use Outcome::{BackedOff, Disabled, Refused, Stored, Warned};

/// In the order of docs/faults.md.
pub const ROWS: &[Row] = &[
    // Not a fault, but what the others need.
    row("ok", Stored, Usual, TEN, ""),
    row("blocked", Stored, Usual, TEN, ""),
    row("robots.txt", BackedOff, BackOff, 0, "this is no feed: …"),
    // Entries.
    row("etag", Stored, Usual, TEN, ""),
    row("etag-weak-bad", Stored, Usual, TEN, ""),
    row("guids-change", Stored, Usual, TEN, ""),
    row("links-change", Stored, Usual, TEN, ""),
    row("dup-guid", Stored, Usual, TEN, ""),
    row("no-guid", Stored, Usual, TEN, ""),
    row("edited", Stored, Usual, 1, ""),
    row("old", Stored, Usual, TEN, ""),
    row("future", Stored, Usual, 2, ""),
    row("baddate", Warned, Usual, 3, "\"…\" was not read as a date (and 1 more)"),
    row("huge-article", Warned, Usual, 1, "a text of … bytes was cut to its first 4194304"),
    row("many-items", Warned, Usual, 2_000, "… of its entries were left out, the newest 2000 were read…"),
    row("robots-page", Stored, Usual, TEN, ""),
    // Bytes.
    row("html", Stored, Usual, TEN, "Found on …, the address that was given."),
    row("html-as-rss", BackedOff, BackOff, 0, PAGE),
    row("empty", BackedOff, BackOff, 0, "… answered 200 with nothing in it"),
    row(
        "truncated",
        Warned,
        Hour,
        4,
        "only what came before the break was read: the answer is cut short: it closed the connection",
    ),
    row("charset-lie", Warned, Usual, TEN, "the feed says that it is written in utf-8, and it is not…"),
    row("xxe", Stored, Usual, 0, ""),
    row("laughs", Warned, Usual, 0, "the entities of the DTD grow too far; some were left out"),
    row("xss", Stored, Usual, 1, ""),
    row("gzip-bomb", Refused, BackOff, 0, TRAP),
    row("deflate-bomb", Refused, BackOff, 0, TRAP),
    row("brotli-bomb", Refused, BackOff, 0, TRAP),
    row("zstd-bomb", Refused, BackOff, 0, TRAP),
    row("gzip-gzip", Refused, BackOff, 0, TRAP),
    row("gzip-thrice", Refused, BackOff, 0, "the answer is packed more than 2 times over, as only a trap is"),
    row(
        "bad-gzip",
        Warned,
        Hour,
        9,
        "only what came before the break was read: the answer is cut short: the packed text ends too early",
    ),
    row(
        "infinite",
        Warned,
        Hour,
        47,
        "only what came before the break was read: the answer is cut short: only its first … bytes are read",
    ),
    // Time.
    slow("slow-header", BackedOff, BackOff, 0, LATE),
    Row {
        patience: Patience::Moment,
        ..row(
            "slow-body",
            Warned,
            Hour,
            4,
            "only what came before the break was read: the answer is cut short: it did not end within … s",
        )
    },
    slow("slow-start", BackedOff, BackOff, 0, "the answer is cut short: it did not end within … s"),
    slow("silent-body", BackedOff, BackOff, 0, "…: its answer did not end within … s"),
    slow("hang", BackedOff, BackOff, 0, LATE),
    // Addresses.
    row("loop", Refused, BackOff, 0, ROUND),
    row("loop2", Refused, BackOff, 0, ROUND),
    row("selfloop", Refused, BackOff, 0, ROUND),
    row("chain/3", Stored, Usual, TEN, "Moved here for good from …."),
    row("chain/20", Refused, BackOff, 0, ROUND),
    row("moved", Stored, Usual, TEN, "Moved here for good from …."),
    row("temp", Stored, Usual, TEN, ""),
    row(
        "to-private",
        Refused,
        BackOff,
        0,
        "169.254.169.254… was not reached because it is a link-local address; …",
    ),
    row(
        "to-file",
        Refused,
        BackOff,
        0,
        "… redirects to file:///etc/passwd, which is not an address that can be fetched",
    ),
    // Statuses.
    row("gone", Disabled, Never, 0, "… answered 410: it was taken away for good"),
    row("401", BackedOff, BackOff, 0, "… answered 401: it wants a name and password; set them for this feed"),
    row(
        "403",
        BackedOff,
        BackOff,
        0,
        "… answered 403: it lets this program in with something else only; set the cookie or header that it gave you",
    ),
    row(
        "404",
        BackedOff,
        BackOff,
        0,
        "… answered 404: nothing is there (any more); its site may know the new address",
    ),
    row("500", BackedOff, BackOff, 0, "… answered 500: a fault on its side"),
    row("flaky", Stored, Usual, TEN, ""),
    row(
        "429",
        BackedOff,
        Asked(120),
        0,
        "… answered 429: it was asked too often; it is left alone for longer now",
    ),
    row(
        "429-date",
        BackedOff,
        Asked(120),
        0,
        "… answered 429: it was asked too often; it is left alone for longer now",
    ),
    row("503-huge", BackedOff, Day, 0, "… answered 503: a fault on its side"),
    row(
        "many-headers",
        Refused,
        BackOff,
        0,
        "the head of …'s answer is longer than … bytes or has more than … lines",
    ),
    // The wire.
    row("refused", BackedOff, BackOff, 0, "… could not be reached: …"),
    row("reset-accept", BackedOff, BackOff, 0, "… broke off before it answered: it reset the connection"),
    row("reset-head", BackedOff, BackOff, 0, "… broke off before it answered: it reset the connection"),
    row(
        "reset-body",
        Warned,
        Hour,
        6,
        "only what came before the break was read: the answer is cut short: it reset the connection",
    ),
    row("bad-tls", Refused, BackOff, 0, "… could not be spoken to safely: its certificate …"),
    row("no-name", BackedOff, BackOff, 0, "the name … could not be resolved"),
    row("inward-name", Refused, BackOff, 0, "… was not reached because …"),
];

pub fn of(path: &str) -> &'static Row {
    ROWS.iter().find(|row| row.path == path).unwrap_or_else(|| panic!("no row for {path}"))
}

/// Whether a text reads as a pattern in which "…" stands for anything.
pub fn reads_as(text: &str, pattern: &str) -> bool {
    let mut parts = pattern.split('…');
    let Some(mut rest) = text.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let mut last = None;
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
        last = Some(part);
    }
    match last {
        Some(part) => part.is_empty() || rest.is_empty() || text.ends_with(part),
        None => rest.is_empty(),
    }
}

#[test]
fn a_pattern_reads_its_dots_as_anything_and_the_rest_as_itself() {
    assert!(reads_as("a b c", "a … c") && reads_as("a b c", "a…") && reads_as("", "") && reads_as("x", "…"));
    assert!(
        !reads_as("a b c", "a … d") && !reads_as("a", "") && !reads_as("ab", "a") && !reads_as("b", "a…")
    );
}
