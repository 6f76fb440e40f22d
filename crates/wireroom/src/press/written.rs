//! A written text: its head lines, its paragraphs, and the wordings it may be set in.
//! It knows no edit and fills in no date or figure: those come after the copies are made.

use super::{PressError, data};
use wireroom_model::Kind;
use wireroom_text::hash::{mix_v1, word_v1};

/// A text as an outlet may print it, before figures, dates and names are filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub title: String,
    pub authors: Vec<String>,
    pub kind: Kind,
    pub photo: String,
    pub credit: String,
    /// No page or feed tells when it was published.
    pub undated: bool,
    /// Sub-headings begin with "## ".
    pub paragraphs: Vec<String>,
}

/// Begins a sub-heading's paragraph.
pub(super) const HEADING: &str = "## ";

/// The named text in the wordings that the seed chooses; without a seed in the first of each.
pub(super) fn text(name: &str, seed: Option<u64>) -> Result<Written, PressError> {
    let raw = data::TEXTS.iter().find(|(known, _)| *known == name).map(|(_, raw)| *raw);
    let raw = raw.ok_or_else(|| PressError(format!("no text is named \"{name}\"")))?;
    let (head, body) =
        raw.split_once("\n\n").ok_or_else(|| PressError(format!("{name}: no body below the head")))?;
    let field = |key: &str| head.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "));
    let needed = |key: &str| {
        field(key).map(str::to_owned).ok_or_else(|| PressError(format!("{name}: the head has no {key}")))
    };
    let kind = field("kind").map_or(Some(Kind::Article), Kind::parse);
    Ok(Written {
        title: worded(&needed("title")?, word_v1(name), seed),
        authors: field("by").map(str::to_owned).into_iter().collect(),
        kind: kind.ok_or_else(|| PressError(format!("{name}: its kind is no kind")))?,
        photo: needed("photo")?,
        credit: needed("credit")?,
        undated: field("undated") == Some("yes"),
        paragraphs: worded(body.trim(), word_v1(name), seed).split("\n\n").map(str::to_owned).collect(),
    })
}

/// Chooses among `[[one wording||another]]`.
fn worded(text: &str, salt: u64, seed: Option<u64>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut state = salt;
    for piece in text.split("]]") {
        let Some((before, choice)) = piece.split_once("[[") else {
            out.push_str(piece);
            continue;
        };
        state = mix_v1(state, salt);
        let wordings: Vec<&str> = choice.split("||").collect();
        let at = seed.map_or(0, |seed| pick(mix_v1(state, seed), wordings.len()));
        out.push_str(before);
        out.push_str(wordings.get(at).copied().unwrap_or_default());
    }
    out
}

/// A number below `count` (0 if there is none) from a hash.
pub(super) fn pick(hash: u64, count: usize) -> usize {
    let spread = mix_v1(hash, word_v1("pick")) >> 32;
    spread.checked_rem(count as u64).and_then(|at| usize::try_from(at).ok()).unwrap_or(0)
}
