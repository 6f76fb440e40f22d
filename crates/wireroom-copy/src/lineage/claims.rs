//! Claims: what a printing itself says of where its text comes from, each with the words that say it.
//! It refuses a name that only resembles a member's. Start at [`claims`].

use super::Printing;
use super::lines::{self, Line};
use std::collections::BTreeMap;
use wireroom_model::{AgencyPart, Article, Reason, Span};
use wireroom_text::agencies;
use wireroom_text::words::words;

/// Whom a claim names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    /// A member, by its place among them.
    Member(usize),
    Agency(String),
    /// An outlet of which no printing is a member.
    Outlet(String),
}

/// One claim of one member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Claim {
    pub reason: Reason,
    pub source: Source,
    pub words: String,
    pub span: Option<Span>,
}

/// How much of a text is its opening, in bytes: a dateline stands there.
const OPENING: usize = 200;

/// Paragraphs that may open with a dateline: a standfirst may come before it.
const OPENINGS: usize = 3;

/// What each member claims, the weightiest first. A claim on itself is none.
pub(super) fn claims(members: &[&Printing<'_>]) -> Vec<Vec<Claim>> {
    let own = agencies_own(members);
    members
        .iter()
        .enumerate()
        .map(|(at, member)| {
            let mut found: Vec<Claim> = said_first(members, at);
            found.extend(linked(members, at));
            found.extend(carried(members, at));
            found.extend(credited(member).into_iter().filter_map(|(agency, reason, words, span)| {
                match own.get(&key(&agency)) {
                    Some(&own) if own == at => None,
                    Some(&own) => Some(Claim { reason, source: Source::Member(own), words, span }),
                    None => Some(Claim { reason, source: Source::Agency(agency), words, span }),
                }
            }));
            found.sort_by_key(|claim| claim.reason);
            found
        })
        .collect()
}

/// An agency's or an outlet's name in the form in which names compare.
pub(super) fn key(name: &str) -> Vec<String> {
    lines::bare(name)
}

/// The member that is each agency's own article: the earliest where it has several.
pub(super) fn agencies_own(members: &[&Printing<'_>]) -> BTreeMap<Vec<String>, usize> {
    let mut own: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for agency in members.iter().flat_map(|member| agencies(member)) {
        let name = key(&agency);
        let rank = |&at: &usize| members.get(at).map(|m| (m.carried, published(m.article), m.article.id));
        let of_it = (0..members.len()).filter(|&at| {
            members
                .get(at)
                .and_then(|m| m.article.outlet.as_deref())
                .is_some_and(|o| agencies::is_its_own(o, &agency))
        });
        if let Some(first) = of_it.min_by_key(rank) {
            own.insert(name, first);
        }
    }
    own
}

fn published(article: &Article) -> i64 {
    article.published.sort_key().unwrap_or(i64::MAX)
}

/// The agencies whose text it is by its own words: those that only helped are none.
pub(super) fn agencies(member: &Printing<'_>) -> Vec<String> {
    let wrote = member.credits.iter().filter(|credit| credit.part == AgencyPart::Wrote);
    let mut names: Vec<String> = wrote.map(|credit| credit.agency.trim().to_owned()).collect();
    if member.credits.is_empty() {
        names.extend(member.article.agency.as_deref().map(|name| name.trim().to_owned()));
    }
    names.retain(|name| !name.is_empty());
    names
}

fn credited(member: &Printing<'_>) -> Vec<(String, Reason, String, Option<Span>)> {
    let body = member.article.body.as_str();
    let shown = |agency: String| {
        let credit = member.credits.iter().find(|credit| credit.agency == agency);
        let told = credit.map_or(agency.as_str(), |credit| credit.words.as_str());
        let span = opening(body, told)
            .or_else(|| opening(body, &agency))
            .map(|span| (Reason::Dateline, span))
            .or_else(|| {
                closing(body, told).or_else(|| closing(body, &agency)).map(|s| (Reason::AgencyCredit, s))
            });
        match span {
            Some((reason, span)) => {
                let words = span.of(body).unwrap_or_default().to_owned();
                (agency, reason, words, Some(span))
            }
            // A byline, or the page beside the text.
            None => {
                let words = credit.map_or_else(|| agency.clone(), |credit| credit.words.clone());
                (agency, Reason::AgencyCredit, words, None)
            }
        }
    };
    agencies(member).into_iter().map(shown).collect()
}

/// Where an agency stands in the words before a text's first sentence, up to and with the bracket or dash.
fn opening(body: &str, agency: &str) -> Option<Span> {
    let agency = agency.trim();
    body.split("\n\n").take(OPENINGS).filter(|_| !agency.is_empty()).find_map(|paragraph| {
        let at = paragraph.find(agency).filter(|&at| at < OPENING)?;
        let end = at + agency.len();
        // What follows a dateline's agency is its bracket, its dash or its slash.
        let rest = paragraph.get(end..)?.trim_start_matches([')', '）', ']', '】', '/', '.', ' ']);
        let closes = rest.starts_with(['-', '–', '—', '―', '−', ':', '='])
            || paragraph.get(..end)?.ends_with(['-', '–', '—', ')']);
        let before = paragraph.get(..at)?;
        let short = words(before).count() <= 9 && !before.contains(". ");
        if !closes || !short || rest.is_empty() {
            return None;
        }
        let closed = paragraph.len() - rest.len();
        Span::within(body, paragraph.get(..closed)?.trim_end())
    })
}

/// Where it stands among the last words: the line of credit as a whole where it is short.
fn closing(body: &str, told: &str) -> Option<Span> {
    /// Paragraphs at the end that may be credits, and the longest such line in bytes.
    const LAST: usize = 4;
    const MAX_LINE: usize = 200;
    let told = told.trim();
    body.rsplit("\n\n").take(LAST).filter(|_| !told.is_empty()).find_map(|paragraph| {
        let at = paragraph.rfind(told)?;
        let shown =
            if paragraph.len() <= MAX_LINE { paragraph } else { paragraph.get(at..at + told.len())? };
        Span::within(body, shown)
    })
}

fn outlet<'a>(member: &Printing<'a>) -> Option<&'a str> {
    member.article.outlet.as_deref().map(str::trim).filter(|name| !name.is_empty())
}

/// Lines of its text that say where it stood first.
fn said_first(members: &[&Printing<'_>], at: usize) -> Vec<Claim> {
    let Some(member) = members.get(at) else { return Vec::new() };
    let body = member.article.body.as_str();
    lines::first_published(body)
        .into_iter()
        .filter_map(|Line { name, span, says_so }| {
            let named = outlets_named(members, name).or_else(|| {
                let address = name.split_whitespace().next().filter(|word| word.contains('.'))?;
                of_host(members, address.trim_end_matches(['.', ',']))
            });
            let source = match named {
                Some(named) if outlet(members.get(named)?).map(key) == outlet(member).map(key) => None,
                Some(named) => Some(Source::Member(named)),
                None if says_so && outlet(member).is_none_or(|own| !lines::names(name, own)) => {
                    Some(Source::Outlet(lines::given(name)?.to_owned()))
                }
                None => None,
            }?;
            let words = span.of(body)?.to_owned();
            Some(Claim { reason: Reason::FirstPublished, source, words, span: Some(span) })
        })
        .collect()
}

/// The member whose outlet the words name: the longest name, then the outlet's own page, the earliest, the first.
fn outlets_named(members: &[&Printing<'_>], text: &str) -> Option<usize> {
    let named = (0..members.len())
        .filter(|&at| members.get(at).and_then(|m| outlet(m)).is_some_and(|name| lines::names(text, name)));
    named.min_by_key(|&at| {
        let member = members.get(at);
        let length = member.and_then(|m| outlet(m)).map_or(0, |name| key(name).len());
        let rank = member.map(|m| (m.carried, published(m.article), m.article.id));
        (std::cmp::Reverse(length), rank)
    })
}

/// Addresses that its page names as the text's source.
fn linked(members: &[&Printing<'_>], at: usize) -> Option<Claim> {
    let member = members.get(at)?;
    let own = member.article.url.as_deref().and_then(bare_address);
    member.sources.iter().find_map(|address| {
        let bare = bare_address(address)?;
        let claim =
            |source| Some(Claim { reason: Reason::SourceLink, source, words: address.clone(), span: None });
        let same = |other: &usize| {
            let url = members.get(*other).and_then(|m| m.article.url.as_deref()).and_then(bare_address);
            *other != at && url.as_deref() == Some(bare.as_str())
        };
        if let Some(other) = (0..members.len()).find(same) {
            return claim(Source::Member(other));
        }
        let host = bare.split('/').next()?;
        if own.as_deref().is_some_and(|own| own.split('/').next() == Some(host)) {
            return None;
        }
        match of_host(members, host) {
            Some(other) if other == at => None,
            Some(other) => claim(Source::Member(other)),
            None => claim(Source::Outlet(host.to_owned())),
        }
    })
}

/// Host and path of an address, without "www.", query and mark.
fn bare_address(address: &str) -> Option<String> {
    let (_, rest) = address.trim().split_once("://")?;
    let rest = rest.split(['?', '#']).next()?.trim_end_matches('/');
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.to_ascii_lowercase();
    (!host.is_empty()).then(|| if path.is_empty() { host.clone() } else { format!("{host}/{path}") })
}

/// The one member whose address is of this host; `None` where there are several, which are then not told apart.
fn of_host(members: &[&Printing<'_>], host: &str) -> Option<usize> {
    let host = host.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let mut found = (0..members.len()).filter(|&at| {
        let url = members.get(at).and_then(|m| m.article.url.as_deref()).and_then(bare_address);
        url.is_some_and(|url| url.split('/').next() == Some(host))
    });
    found.next().filter(|_| found.next().is_none())
}

/// One of several articles of a page, which stands under another outlet's name: that outlet's own printing.
fn carried(members: &[&Printing<'_>], at: usize) -> Option<Claim> {
    let member = members.get(at).filter(|member| member.carried)?;
    let name = outlet(member)?;
    let of_it = (0..members.len()).filter(|&other| {
        members.get(other).is_some_and(|m| !m.carried && outlet(m).map(key) == Some(key(name)))
    });
    let first =
        of_it.min_by_key(|&other| members.get(other).map(|m| (published(m.article), m.article.id)))?;
    Some(Claim { reason: Reason::Carried, source: Source::Member(first), words: name.to_owned(), span: None })
}
