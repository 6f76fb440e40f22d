//! The article page's view model.

use super::said::Said;
use super::text::{Block, Lights, blocks};
use crate::pages::story::Why;
use crate::picture::{self, Picture};
use crate::stamp::{self, Stamp};
use crate::wording::{self, listed};
use wireroom_model::{CharSpan, EmptyBecause, Kind, Lang, PublishedFrom, Relation, Turn, When};
use wireroom_store::articles::ArticleLine;
use wireroom_store::lineage::Reason;
use wireroom_store::reservations::Reserved;
use wireroom_store::versions::{Version, VersionLine};

/// Words a practised reader takes in a minute: the usual figure for silent reading of prose.
const WORDS_A_MINUTE: usize = 230;
/// Outlets named before "and N more".
const MAX_NAMES: usize = 4;
/// Speakers named beside the text; the text itself names them all.
const MAX_SPEAKERS: usize = 12;

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
    /// Where its date was read, where the page does not state it.
    pub time_note: Option<String>,
    pub updated: Option<Stamp>,
    pub minutes: Option<String>,
    pub original: Option<String>,
    pub host: String,
    pub blocks: Vec<Block>,
    pub captions: Vec<(String, Option<String>)>,
    pub kind: String,
    /// Each who speaks, with the role that the text gives, in the order of speaking.
    pub speakers: Vec<(String, Option<String>)>,
    pub empty: Option<String>,
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
            outlet: wording::outlet(line.outlet.clone().or_else(|| text.outlet.clone())),
            outlet_id: line.outlet_id.map(wireroom_model::OutletId::get),
            said: Said::of(text),
            time: stamp::full(text.published),
            time_note: time_note(text.published_from),
            updated: (text.updated.is_known() && text.updated != text.published)
                .then(|| stamp::full(text.updated)),
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
            speakers: speakers(&text.turns),
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
                    classes: wording::joined(wording::classes(row.changes.as_deref().unwrap_or_default())),
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
    Some(match reserved.paywall.as_deref() {
        Some(told) => say!("article-stump-told", told = told),
        None => say!("article-stump"),
    })
}

fn time_note(from: PublishedFrom) -> Option<String> {
    match from {
        PublishedFrom::Stated | PublishedFrom::Visible | PublishedFrom::Unknown => None,
        PublishedFrom::Address => Some(say!("article-date-address")),
        PublishedFrom::Feed => Some(say!("article-date-feed")),
        PublishedFrom::Relative => Some(say!("article-date-relative")),
    }
}

fn minutes(body: &str, lang: Lang) -> Option<String> {
    // Scripts that do not part words by spaces have no count of words here.
    if body.is_empty() || matches!(lang.as_str(), "zh" | "ja" | "th") {
        return None;
    }
    let words = body.split_whitespace().count();
    Some(say!("article-minutes", n = words.div_ceil(WORDS_A_MINUTE)))
}

fn kind(kind: Kind) -> String {
    match kind {
        Kind::Article => say!("kind-article"),
        Kind::Explainer => say!("kind-explainer"),
        Kind::Interview => say!("kind-interview"),
        Kind::Transcript => say!("kind-transcript"),
        Kind::Live => say!("kind-live"),
        Kind::Gallery => say!("kind-gallery"),
        Kind::Video => say!("kind-video"),
        Kind::Listing => say!("kind-listing"),
        Kind::Release => say!("kind-release"),
        Kind::Paywall => say!("kind-paywall"),
        Kind::Empty => say!("kind-empty"),
    }
}

/// Who speaks, each once; the role is the first that the text gives.
fn speakers(turns: &[Turn]) -> Vec<(String, Option<String>)> {
    let mut all: Vec<(String, Option<String>)> = Vec::new();
    for turn in turns {
        if let Some((_, role)) = all.iter_mut().find(|(speaker, _)| *speaker == turn.speaker) {
            *role = role.take().or_else(|| turn.role.clone());
        } else if all.len() < MAX_SPEAKERS {
            all.push((turn.speaker.clone(), turn.role.clone()));
        }
    }
    all
}

/// Why there is no text, or why the feed's own words stand where the page's text should.
fn empty(kind: Kind, body: &str, because: Option<EmptyBecause>) -> Option<String> {
    if !body.is_empty() {
        return because.and_then(stands_in);
    }
    Some(match because {
        _ if kind == Kind::Paywall => say!("article-empty-paywall"),
        Some(EmptyBecause::Error) => say!("article-empty-error"),
        Some(EmptyBecause::Consent) => say!("article-empty-consent"),
        Some(EmptyBecause::Robot) => say!("article-empty-robot"),
        Some(EmptyBecause::Script) => say!("article-empty-script"),
        Some(EmptyBecause::Paywall | EmptyBecause::NoText) | None if kind == Kind::Listing => {
            say!("article-empty-listing")
        }
        Some(EmptyBecause::Paywall | EmptyBecause::NoText) | None => say!("article-empty-none"),
    })
}

/// A page for subscribers says so in words of its own.
fn stands_in(because: EmptyBecause) -> Option<String> {
    match because {
        EmptyBecause::Error => Some(say!("article-feed-error")),
        EmptyBecause::Consent => Some(say!("article-feed-consent")),
        EmptyBecause::Robot => Some(say!("article-feed-robot")),
        EmptyBecause::Script => Some(say!("article-feed-script")),
        EmptyBecause::NoText => Some(say!("article-feed-none")),
        EmptyBecause::Paywall => None,
    }
}

fn carries(line: &ArticleLine, family: &[ArticleLine]) -> Option<Carried> {
    let copy = line.copy.filter(|copy| copy.relation.is_family() && !stands_first(line))?;
    let first = family.iter().find(|other| stands_first(other))?;
    let kept = wording::kept(copy);
    let share = kept.map(|kept| match kept.clamp(0.0, 1.0) {
        1.0.. => say!("stands-share-all"),
        part => say!("stands-share", share = wording::percent(part)),
    });
    let relation = wording::relation(copy.relation);
    let how = match share {
        Some(_) if copy.relation == Relation::Verbatim => relation,
        // The fullest text of a family need not be the first: it has no word of its own.
        Some(share) if relation.is_empty() => share,
        Some(share) => wording::joined(vec![relation, share]),
        None => relation,
    };
    Some(Carried {
        article: first.id.get(),
        outlet: first.outlet.clone().unwrap_or_else(|| first.title.clone()),
        how: wording::then(how, order(line, first)),
        bar: kept.map(picture::kept),
    })
}

fn stands_first(line: &ArticleLine) -> bool {
    line.copy.is_some_and(|copy| wording::stands_first(line.id, copy))
}

/// What must be said where the first printing is not known to be the origin.
fn order(line: &ArticleLine, first: &ArticleLine) -> Option<String> {
    let unread = line
        .origin_agency
        .as_deref()
        .filter(|agency| first.outlet.as_deref().is_none_or(|outlet| !wording::names(outlet, agency)));
    match (unread, line.copy.and_then(|copy| copy.origin)) {
        (Some(agency), _) => Some(say!("stands-agency-unread", agency = agency)),
        (None, Some(_)) if line.origin_outlet.is_some() => {
            Some(say!("stands-outlet-unread", outlet = line.origin_outlet.as_deref().unwrap_or_default()))
        }
        (None, Some(Reason::OrderUnknown)) => Some(say!("stands-order-unknown")),
        _ => None,
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
        assert_eq!(minutes("A short text.", Lang::EN).as_deref(), Some("1 minute to read"));
        assert_eq!(minutes(&"word ".repeat(500), Lang::EN).as_deref(), Some("3 minutes to read"));
        assert_eq!(minutes("", Lang::EN), None);
        assert_eq!(minutes("港は閉ざされた。", Lang::parse("ja")), None);
    }

    #[test]
    fn who_speaks_is_named_once_with_the_role_that_the_text_gives() {
        let turn = |speaker: &str, role: Option<&str>| Turn {
            speaker: speaker.to_owned(),
            role: role.map(str::to_owned),
            text: String::new(),
        };
        let turns = [turn("Ada Fenn", None), turn("Bo Lind", Some("pilot")), turn("Ada Fenn", Some("host"))];
        let named = speakers(&turns);
        assert_eq!(
            named,
            [
                ("Ada Fenn".to_owned(), Some("host".to_owned())),
                ("Bo Lind".to_owned(), Some("pilot".to_owned()))
            ]
        );
        let crowd: Vec<Turn> = (0..40).map(|number| turn(&number.to_string(), None)).collect();
        assert_eq!(speakers(&crowd).len(), MAX_SPEAKERS);
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
