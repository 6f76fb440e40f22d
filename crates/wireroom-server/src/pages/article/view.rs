//! The article page's view model.

use super::said::Said;
use super::text::{Block, Lights, blocks};
use crate::pages::story::Why;
use crate::picture::{self, Picture};
use crate::stamp::{self, Stamp};
use crate::wording::{self, count, listed};
use wireroom_model::{CharSpan, EmptyBecause, Kind, Lang, PublishedFrom, When};
use wireroom_store::articles::ArticleLine;
use wireroom_store::lineage::Reason;
use wireroom_store::reservations::Reserved;
use wireroom_store::versions::{Version, VersionLine};

/// Words a practised reader takes in a minute: the usual figure for silent reading of prose.
const WORDS_A_MINUTE: usize = 230;
/// Outlets named before "and N more".
const MAX_NAMES: usize = 4;

/// An article set for reading.
#[derive(Debug)]
pub struct Reading {
    pub id: u64,
    pub title: String,
    pub lang: String,
    pub dir: &'static str,
    pub tongue: Option<String>,
    pub outlet: String,
    pub outlet_id: Option<u64>,
    pub said: Said,
    pub time: Stamp,
    pub time_note: &'static str,
    pub updated: Option<Stamp>,
    pub minutes: Option<String>,
    pub original: Option<String>,
    pub host: String,
    pub blocks: Vec<Block>,
    pub captions: Vec<(String, Option<String>)>,
    pub kind: &'static str,
    pub empty: Option<&'static str>,
    /// As the store knows it, where the text itself credits none.
    pub agency: Option<String>,
    pub carries: Option<Carried>,
    pub carried_by: Option<String>,
    /// Its family, where others print the text too.
    pub family: Option<u64>,
    pub story: Option<(u64, String)>,
    /// Why it stands in that story.
    pub why: Option<Why>,
    pub cited: usize,
    pub versions: Vec<VersionRow>,
    /// Where an old text is shown: its number.
    pub old: Option<u32>,
    pub is_private: bool,
    /// What its publisher reserves, and what follows from it here.
    pub reservation: Option<String>,
    /// Why a text that is shown is not the whole one.
    pub stump: Option<String>,
}

/// What the store knows of an article.
#[derive(Debug)]
pub struct Found<'a> {
    pub line: &'a ArticleLine,
    pub reserved: &'a Reserved,
    pub version: &'a Version,
    pub history: &'a [VersionLine],
    /// The articles of its family that the reader may see.
    pub family: &'a [ArticleLine],
    pub story: Option<(u64, String)>,
    pub why: Option<Why>,
    /// The passages of this version that its story cites, with their numbers.
    pub cited: &'a [(usize, CharSpan)],
    /// The passage that the address points at.
    pub here: Option<CharSpan>,
}

/// Whose text this article carries.
#[derive(Debug)]
pub struct Carried {
    pub article: u64,
    pub outlet: String,
    pub how: String,
    /// None where the share was not measured.
    pub bar: Option<Picture>,
}

/// One line of the history.
#[derive(Debug)]
pub struct VersionRow {
    pub id: u64,
    pub number: u32,
    pub seen: Stamp,
    pub shown: bool,
    /// What kinds of change it brought, in words; empty for the first.
    pub classes: String,
}

impl Reading {
    /// Sets the page.
    pub fn new(found: Found<'_>, now: When) -> Self {
        let Found { line, reserved, version, history, family, story, why, cited, here } = found;
        let text = &version.extracted;
        let newest = history.last().map(|line| line.id);
        Self {
            id: line.id.get(),
            title: version.title.clone(),
            lang: wording::tag(text.lang),
            dir: wording::dir(text.lang),
            tongue: wording::tongue(text.lang),
            outlet: line
                .outlet
                .clone()
                .or_else(|| text.outlet.clone())
                .unwrap_or_else(|| "Unknown outlet".to_owned()),
            outlet_id: line.outlet_id.map(wireroom_model::OutletId::get),
            said: Said::of(text),
            time: stamp::full(text.published),
            time_note: time_note(text.published_from),
            updated: text.updated.is_known().then(|| stamp::full(text.updated)),
            minutes: minutes(&text.body, text.lang),
            original: line.url.as_deref().and_then(wording::followable),
            host: line.url.as_deref().map(wording::host).unwrap_or_default(),
            blocks: blocks(&text.body, &text.sections, &text.turns, &Lights { here, cited }),
            captions: text
                .captions
                .iter()
                .map(|caption| (caption.text.clone(), caption.credit.clone()))
                .collect(),
            kind: kind(text.kind),
            empty: empty(text.kind, &text.body, text.particulars.empty),
            agency: line.agency.clone().filter(|_| text.agency.is_none()),
            carries: carries(line, family),
            carried_by: carried_by(line, family),
            family: line.copy.filter(|_| family.len() > 1).map(|copy| copy.family.get()),
            story,
            why,
            cited: cited.len(),
            versions: history
                .iter()
                .rev()
                .map(|row| VersionRow {
                    id: row.id.get(),
                    number: row.number,
                    seen: stamp::ago(row.seen_at, now),
                    shown: row.id == version.id,
                    classes: wording::classes(row.changes.as_deref().unwrap_or_default())
                        .join(", ")
                        .to_lowercase(),
                })
                .collect(),
            old: (newest.is_some_and(|newest| newest != version.id)).then_some(version.number),
            is_private: line.is_private,
            reservation: reserved.reservation.clone(),
            stump: stump(text.kind, &text.body, reserved),
        }
    }
}

/// A beginning is never shown as if it were the whole, nor a text called a beginning without saying what told it.
fn stump(kind: Kind, body: &str, reserved: &Reserved) -> Option<String> {
    if kind != Kind::Paywall || body.is_empty() {
        return None;
    }
    let told = reserved.paywall.as_deref().map(|told| format!(": {told}")).unwrap_or_default();
    Some(format!("This is what is shown without a subscription, perhaps not the whole text{told}."))
}

fn time_note(from: PublishedFrom) -> &'static str {
    match from {
        PublishedFrom::Stated | PublishedFrom::Visible | PublishedFrom::Unknown => "",
        PublishedFrom::Address => "date read from the page’s address",
        PublishedFrom::Feed => "date given by the feed",
        PublishedFrom::Relative => "reckoned from a relative time on the page",
    }
}

fn minutes(body: &str, lang: Lang) -> Option<String> {
    // Scripts that do not part words by spaces have no count of words here.
    if body.is_empty() || matches!(lang.as_str(), "zh" | "ja" | "th") {
        return None;
    }
    let words = body.split_whitespace().count();
    Some(count(words.div_ceil(WORDS_A_MINUTE) as u64, "minute", "minutes"))
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Article => "Article",
        Kind::Explainer => "Explainer",
        Kind::Interview => "Interview",
        Kind::Transcript => "Transcript",
        Kind::Live => "Live page",
        Kind::Gallery => "Picture gallery",
        Kind::Video => "Video",
        Kind::Listing => "List of links",
        Kind::Release => "Press release",
        Kind::Paywall => "Behind a paywall",
        Kind::Empty => "No text found",
    }
}

/// Why there is no text, or why the feed's own words stand where the page's text should.
fn empty(kind: Kind, body: &str, because: Option<EmptyBecause>) -> Option<&'static str> {
    if !body.is_empty() {
        return because.and_then(stands_in);
    }
    Some(match because {
        _ if kind == Kind::Paywall => {
            "The outlet shows this text to its subscribers only. The original has it."
        }
        Some(EmptyBecause::Error) => {
            "The outlet’s page answered with an error. The original may be back later."
        }
        Some(EmptyBecause::Consent) => {
            "The outlet’s page asks for consent to cookies before it shows the text. The original has it."
        }
        Some(EmptyBecause::Robot) => {
            "The outlet’s page asks for proof that a person reads. Wireroom gives none; the original has the text."
        }
        Some(EmptyBecause::Script) => {
            "The outlet’s page is written by scripts, which Wireroom does not run. The original has the text."
        }
        Some(EmptyBecause::Paywall | EmptyBecause::NoText) | None if kind == Kind::Listing => {
            "This page is a list of links without a text of its own. The original has them."
        }
        Some(EmptyBecause::Paywall | EmptyBecause::NoText) | None => {
            "No text was found on this page. The original may have it."
        }
    })
}

/// A page for subscribers says so in words of its own.
const fn stands_in(because: EmptyBecause) -> Option<&'static str> {
    match because {
        EmptyBecause::Error => Some("This is what the feed says: the outlet’s page answered with an error."),
        EmptyBecause::Consent => Some(
            "This is what the feed says: the outlet’s page asks for consent to cookies before it shows its text.",
        ),
        EmptyBecause::Robot => {
            Some("This is what the feed says: the outlet’s page asks for proof that a person reads.")
        }
        EmptyBecause::Script => Some(
            "This is what the feed says: the outlet’s page is written by scripts, which Wireroom does not run.",
        ),
        EmptyBecause::NoText => Some("This is what the feed says: no text was found on the outlet’s page."),
        EmptyBecause::Paywall => None,
    }
}

fn carries(line: &ArticleLine, family: &[ArticleLine]) -> Option<Carried> {
    let copy = line.copy.filter(|copy| copy.relation.is_family() && !stands_first(line))?;
    let first = family.iter().find(|other| stands_first(other))?;
    let kept = wording::kept(copy);
    let share = kept.map(|kept| match (kept.clamp(0.0, 1.0) * 100.0).floor() {
        100.0 => "all of it kept".to_owned(),
        part => format!("{part:.0}% of it kept"),
    });
    let relation = wording::relation(copy.relation);
    let how = match (relation, share) {
        ("verbatim", _) | (_, None) => relation.to_owned(),
        // The fullest text of a family need not be the first: it has no word of its own.
        ("", Some(share)) => share,
        (relation, Some(share)) => format!("{relation}, {share}"),
    };
    Some(Carried {
        article: first.id.get(),
        outlet: first.outlet.clone().unwrap_or_else(|| first.title.clone()),
        how: format!("{how}{}", order(line, first)),
        bar: kept.map(picture::kept),
    })
}

fn stands_first(line: &ArticleLine) -> bool {
    line.copy.is_some_and(|copy| wording::stands_first(line.id, copy))
}

/// What must be said where the first printing is not known to be the origin.
fn order(line: &ArticleLine, first: &ArticleLine) -> String {
    let unread = line
        .origin_agency
        .as_deref()
        .filter(|agency| first.outlet.as_deref().is_none_or(|outlet| !wording::names(outlet, agency)));
    match (unread, line.copy.and_then(|copy| copy.origin)) {
        (Some(agency), _) => format!("; both from {agency}, which this house does not read"),
        (None, Some(_)) if line.origin_outlet.is_some() => {
            let outlet = line.origin_outlet.as_deref().unwrap_or_default();
            format!("; both from {outlet}, whose printing this house does not have")
        }
        (None, Some(Reason::OrderUnknown)) => "; which of them was first is unknown".to_owned(),
        _ => String::new(),
    }
}

fn carried_by(line: &ArticleLine, family: &[ArticleLine]) -> Option<String> {
    let mut names: Vec<String> =
        family.iter().filter(|other| other.id != line.id).filter_map(|other| other.outlet.clone()).collect();
    names.sort();
    names.dedup();
    (stands_first(line) && !names.is_empty()).then(|| listed(&names, MAX_NAMES))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_time_is_at_least_a_minute_and_only_for_texts_with_words() {
        assert_eq!(minutes("A short text.", Lang::EN).as_deref(), Some("1 minute"));
        assert_eq!(minutes(&"word ".repeat(500), Lang::EN).as_deref(), Some("3 minutes"));
        assert_eq!(minutes("", Lang::EN), None);
        assert_eq!(minutes("港は閉ざされた。", Lang::parse("ja")), None);
    }

    #[test]
    fn a_text_that_is_not_there_is_explained() {
        assert!(empty(Kind::Paywall, "", Some(EmptyBecause::Paywall)).unwrap().contains("subscribers"));
        assert!(empty(Kind::Empty, "", Some(EmptyBecause::Consent)).unwrap().contains("consent"));
        assert!(empty(Kind::Empty, "", Some(EmptyBecause::Robot)).unwrap().contains("person"));
        assert!(empty(Kind::Listing, "", None).unwrap().contains("list of links"));
        assert!(empty(Kind::Article, "Words.", None).is_none());
        let feeds = empty(Kind::Article, "Words.", Some(EmptyBecause::Script)).unwrap();
        assert!(feeds.contains("what the feed says") && feeds.contains("scripts"), "{feeds}");
    }

    #[test]
    fn a_beginning_is_never_shown_as_the_whole() {
        let told = Reserved { reservation: None, paywall: Some("isAccessibleForFree: false".to_owned()) };
        let words = stump(Kind::Paywall, "The ferry ran aground.", &told).unwrap();
        assert!(words.contains("not the whole text") && words.contains("isAccessibleForFree"), "{words}");
        assert_eq!(stump(Kind::Paywall, "", &told), None);
        assert_eq!(stump(Kind::Article, "The ferry ran aground.", &told), None);
    }
}
