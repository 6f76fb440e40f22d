//! What each side says, where the texts themselves name the sides: "union leader Dov Kestrey" speaks for the union, "a
//! spokeswoman for the ministry" for the ministry, "the coastguard said" for the coastguard.
//! It knows no sides of its own: a speaker whose side no text names, an office alone ("the mayor") and a single side are
//! nothing. Start at [`sides`].

use crate::Cited;
use crate::brief::{Position, Quoted, Stand};
use crate::pool::{Line, Pool};
use std::collections::BTreeMap;
use wireroom_model::{Lang, Span};
use wireroom_text::words::{Word, fold, words};

/// Sides shown, and what is shown of each.
const MAX_SIDES: usize = 5;
const MAX_OF_ONE: usize = 3;
/// Words that name a side.
const MAX_NAME: usize = 5;
/// How far behind a speaker the words "a spokeswoman for ..." may stand (bytes).
const BEHIND: usize = 90;
/// Sentences looked at for what bodies say, the weightiest.
const MAX_LINES: usize = 200;

/// Who speaks for somebody, where the words before name for whom ("union leader"). Ministers and mayors hold offices.
const ROLES: &[&str] = &[
    "leader",
    "director",
    "speaker",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "chairman",
    "chairwoman",
    "chair",
    "president",
    "secretary",
    "official",
    "officials",
    "commander",
    "chief",
    "coach",
    "manager",
    "representative",
    "negotiator",
    "lawyer",
    "head",
];
/// Words before a role that name no side.
const NO_SIDE: &[&str] = &[
    "former",
    "acting",
    "deputy",
    "senior",
    "new",
    "old",
    "local",
    "interim",
    "retired",
    "then",
    "top",
    "vice",
    "managing",
    "executive",
    "personnel",
    "finance",
    "financial",
    "technical",
    "medical",
    "artistic",
    "sales",
    "press",
    "sporting",
    "creative",
    "general",
    "chief",
    "assistant",
    "first",
    "a",
    "an",
    "the",
    "its",
    "his",
    "her",
    "their",
    "one",
    "another",
    "longtime",
    "veteran",
    "said",
    "says",
    "told",
    "by",
    "and",
    "with",
    "of",
    "as",
    "to",
    "from",
    "that",
    "but",
    "when",
    "while",
    "regional",
    "national",
    "school",
    "film",
    "project",
];
/// Who speaks for somebody that is named behind: "a spokeswoman for the ministry", "Sprecher der Polizei".
const SPEAKS_FOR: &[(&str, &[&str], &[&str])] = &[
    (
        "en",
        &[
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "leader",
            "head",
            "chair",
            "chairman",
            "chairwoman",
            "president",
            "director",
            "lawyer",
            "secretary",
            "representative",
        ],
        &["for", "of"],
    ),
    (
        "de",
        &[
            "sprecher",
            "sprecherin",
            "vorsitzende",
            "vorsitzender",
            "vorsitzenden",
            "chef",
            "chefin",
            "leiter",
            "leiterin",
            "präsident",
            "präsidentin",
            "vertreter",
            "vertreterin",
        ],
        &["der", "des", "von", "vom"],
    ),
    (
        "es",
        &["portavoz", "presidente", "presidenta", "director", "directora", "líder", "jefe", "jefa"],
        &["de", "del"],
    ),
    (
        "fr",
        &["porte-parole", "parole", "président", "présidente", "directeur", "directrice", "chef", "cheffe"],
        &["de", "du", "des"],
    ),
];
/// What ends the name of a body.
const BODIES: &[&str] = &[
    "police",
    "coastguard",
    "ministry",
    "government",
    "union",
    "company",
    "council",
    "board",
    "authority",
    "army",
    "navy",
    "party",
    "association",
    "agency",
    "hospital",
    "office",
    "court",
    "opposition",
    "bank",
    "club",
    "university",
    "line",
    "workers",
    "chamber",
    "brigade",
    "polizei",
    "ministerium",
    "regierung",
    "gewerkschaft",
    "küstenwache",
    "feuerwehr",
    "bahn",
    "opposition",
    "partei",
    "policía",
    "gobierno",
    "compañía",
    "oposición",
    "ayuntamiento",
    "sindicato",
    "ministerio",
    "gouvernement",
    "ministère",
    "syndicat",
    "mairie",
];
const ARTICLES: &[&str] = &[
    "the", "a", "an", "der", "die", "das", "dem", "den", "ein", "eine", "el", "la", "los", "las", "un",
    "una", "le", "les", "une", "du", "des",
];
/// Words of a name that are small.
const WITHIN: &[&str] = &["of", "for", "and", "de", "del", "la", "der", "des", "du", "für", "y", "et", "und"];
const SAYS: &[&str] = &["said", "says", "announced", "confirmed", "warned", "denied"];

/// What each side says, the most spoken of first; nothing where fewer than two sides are named.
pub(crate) fn sides(pool: &Pool<'_>, quotes: &[Quoted]) -> Vec<Position> {
    let mut found: BTreeMap<String, Position> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    let mut take = |side: Cited, stand: Stand| {
        let key = key(side.text());
        let position = found.entry(key.clone()).or_insert_with(|| {
            order.push(key);
            Position { side, said: Vec::new() }
        });
        let known = |held: &Stand| {
            held.words.span() == stand.words.span() && held.words.article() == stand.words.article()
        };
        if position.said.len() < MAX_OF_ONE && !position.said.iter().any(known) {
            position.said.push(stand);
        }
    };
    for quote in quotes {
        // The fullest name of a person may stand where the side is named too.
        let named = quote.speaker.iter().chain(&quote.person);
        let Some((speaker, side)) = named.filter_map(|s| Some((s, side_of(pool, s)?))).next() else {
            continue;
        };
        let others = quote.others.iter().map(|variant| variant.words.clone()).collect();
        let speaker = Some(speaker.clone());
        take(side, Stand { words: quote.words.clone(), is_quote: true, speaker, others });
    }
    for (line, side) in told(pool) {
        let support = pool.support(line).others.into_iter().filter_map(|other| pool.cite(other)).collect();
        let Some(words) = pool.cite(line) else { continue };
        take(side, Stand { words, is_quote: false, speaker: None, others: support });
    }
    let mut positions = joined(order.iter().filter_map(|key| Some((key.clone(), found.remove(key)?))));
    // Without anybody's own words there is no side to hear.
    let heard = positions.iter().filter(|p| p.said.iter().any(|stand| stand.is_quote)).count();
    if positions.len() < 2 || heard == 0 {
        return Vec::new();
    }
    positions.truncate(MAX_SIDES);
    positions
}

/// "The office" is the Digital Safety Office where that is named too.
fn joined(named: impl Iterator<Item = (String, Position)>) -> Vec<Position> {
    let mut positions: Vec<(String, Position)> = Vec::new();
    for (key, position) in named {
        let is_end =
            |long: &str, short: &str| long.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '));
        match positions.iter_mut().find(|(held, _)| is_end(held, &key) || is_end(&key, held)) {
            Some((held, known)) => {
                if key.len() > held.len() {
                    known.side = position.side;
                    *held = key;
                }
                known.said.extend(position.said);
                known.said.truncate(MAX_OF_ONE);
            }
            None => positions.push((key, position)),
        }
    }
    positions.into_iter().map(|(_, position)| position).collect()
}

/// One side however its name is written: without articles and case.
fn key(name: &str) -> String {
    let all: Vec<String> = words(name).map(|word| fold(word.text)).collect();
    all.into_iter().filter(|word| !ARTICLES.contains(&word.as_str())).collect::<Vec<_>>().join(" ")
}

/// The words of the same text that name whom a speaker speaks for.
fn side_of(pool: &Pool<'_>, speaker: &Cited) -> Option<Cited> {
    let source = pool
        .sources
        .iter()
        .find(|source| source.article == speaker.article() && source.version == speaker.version())?;
    let span = speaker.span();
    let text = span.of(source.body)?;
    let own: Vec<Word<'_>> = words(text).collect();
    let within = |part: (usize, usize)| Span::new(source.body, span.start() + part.0, span.start() + part.1);
    let behind_end = (span.end() + BEHIND).min(source.body.len());
    let behind = source.body.get(span.end()..).map(|rest| {
        let cut = (0..=rest.len().min(behind_end - span.end())).rev().find(|at| rest.is_char_boundary(*at));
        rest.get(..cut.unwrap_or(0)).unwrap_or_default()
    });
    let found = before_role(&own)
        .or_else(|| owner(text, &own))
        .or_else(|| body(&own))
        .and_then(within)
        .or_else(|| spoken_for(text, source.lang, false).and_then(within))
        .or_else(|| ahead(source.body, span))
        .or_else(|| {
            let part = behind
                .filter(|rest| rest.starts_with(", "))
                .and_then(|rest| spoken_for(rest, source.lang, true))?;
            Span::new(source.body, span.end() + part.0, span.end() + part.1)
        })?;
    Cited::new(source, found)
}

/// "Union" of "union leader Dov Kestrey": what stands before a role that is followed by a name.
fn before_role(own: &[Word<'_>]) -> Option<(usize, usize)> {
    let role = own.iter().position(|word| ROLES.contains(&fold(word.text).as_str()))?;
    let named =
        own.get(role + 1).is_some_and(|next| next.text.chars().next().is_some_and(char::is_uppercase));
    let before = own.get(..role)?;
    let start = before.iter().position(|word| !ARTICLES.contains(&fold(word.text).as_str()))?;
    let side = before.get(start..)?;
    let sure = !side.is_empty()
        && side.len() <= MAX_NAME
        && side.iter().all(|word| !NO_SIDE.contains(&fold(word.text).as_str()));
    (named && sure).then(|| Some((side.first()?.start, side.last()?.end())))?
}

/// "Port" of "port director Magnus Thirlby" where the speaker's words are the name alone.
fn ahead(body: &str, name: Span) -> Option<Span> {
    let before = body.get(..name.start())?;
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let text = before.get(line..)?;
    let own: Vec<Word<'_>> = words(text).collect();
    let [.., side, role] = own.as_slice() else { return None };
    let spaces = |from: usize, to: usize| text.get(from..to).is_some_and(|gap| gap.trim().is_empty());
    let joined = spaces(side.end(), role.start) && spaces(role.end(), text.len());
    let small = fold(side.text);
    let sure = ROLES.contains(&fold(role.text).as_str())
        && !NO_SIDE.contains(&small.as_str())
        && !ARTICLES.contains(&small.as_str())
        && small.chars().all(char::is_alphabetic);
    (joined && sure).then(|| Span::new(body, line + side.start, line + side.end()))?
}

/// "Ukraine" of "Ukraine's foreign minister".
fn owner(text: &str, own: &[Word<'_>]) -> Option<(usize, usize)> {
    let mut ends = own.iter().enumerate().take(MAX_NAME);
    let (at, last) = ends.find(|(_, word)| {
        let rest = text.get(word.end()..).unwrap_or_default();
        (rest.starts_with("'s ") || rest.starts_with("’s "))
            || word.text.ends_with("'s")
            || word.text.ends_with("’s")
    })?;
    let side = own.get(..=at)?;
    let named = side.iter().all(|word| {
        word.text.chars().next().is_some_and(char::is_uppercase)
            || ARTICLES.contains(&fold(word.text).as_str())
    });
    let first = side.iter().find(|word| !ARTICLES.contains(&fold(word.text).as_str()))?;
    let end = last
        .text
        .strip_suffix("'s")
        .or_else(|| last.text.strip_suffix("’s"))
        .map_or(last.end(), |bare| last.start + bare.len());
    named.then_some((first.start, end))
}

/// A body that speaks itself: "the coastguard", "the Lighthouse Board".
fn body(own: &[Word<'_>]) -> Option<(usize, usize)> {
    let last = own.last()?;
    let first = own.iter().find(|word| !ARTICLES.contains(&fold(word.text).as_str()))?;
    // "The head of the office" is no body, but speaks for one.
    let speaks = own.iter().any(|word| ROLES.contains(&fold(word.text).as_str()));
    let is_body = !speaks && own.len() <= MAX_NAME && BODIES.contains(&fold(last.text).as_str());
    is_body.then(|| (first.start, last.end()))
}

/// "Ministry" of "a spokeswoman for the ministry"; with `apposed` the words stand behind the name and end at a mark.
fn spoken_for(text: &str, lang: Lang, apposed: bool) -> Option<(usize, usize)> {
    let (_, roles, links) = SPEAKS_FOR.iter().find(|(of, ..)| *of == lang.as_str())?;
    let own: Vec<Word<'_>> = words(text).take(16).collect();
    let at = own.windows(2).take(if apposed { 6 } else { 12 }).position(|pair| {
        let [role, link] = pair else { return false };
        roles.contains(&fold(role.text).as_str()) && links.contains(&fold(link.text).as_str())
    })?;
    let mut side: Vec<&Word<'_>> = Vec::new();
    let mut past = own.get(at + 1)?.end();
    for word in own.get(at + 2..)?.iter().take(MAX_NAME + 2) {
        let gap = text.get(past..word.start)?;
        if gap.chars().any(|c| !c.is_whitespace() && !matches!(c, '-' | '’' | '\'')) {
            break;
        }
        past = word.end();
        let small = fold(word.text);
        if side.is_empty() && ARTICLES.contains(&small.as_str()) {
            continue;
        }
        let capital = word.text.chars().next().is_some_and(char::is_uppercase);
        let inner = WITHIN.contains(&small.as_str()) || ARTICLES.contains(&small.as_str());
        if !(capital || side.is_empty() || BODIES.contains(&small.as_str()) || inner) {
            break;
        }
        side.push(word);
    }
    while side.last().is_some_and(|word| {
        let small = fold(word.text);
        WITHIN.contains(&small.as_str()) || ARTICLES.contains(&small.as_str())
    }) {
        side.pop();
    }
    let (first, last) = (side.first()?, side.last()?);
    let known = BODIES.contains(&fold(last.text).as_str())
        || first.text.chars().next().is_some_and(char::is_uppercase);
    (known && side.len() <= MAX_NAME).then_some((first.start, last.end()))
}

/// Sentences that a body is told to have said: "..., the coastguard said." and "The coastguard said ...".
fn told<'p>(pool: &'p Pool<'_>) -> Vec<(&'p Line, Cited)> {
    let mut lines: Vec<(usize, &Line)> = pool
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| {
            line.fit && !line.quoted && !line.leans && pool.stands.get(line.source) == Some(&true)
        })
        .collect();
    lines.sort_by(|(a, x), (b, y)| y.weight.total_cmp(&x.weight).then(a.cmp(b)));
    lines.truncate(MAX_LINES);
    let of = |(_, line): (usize, &'p Line)| {
        let source = pool.source_of(line).filter(|source| source.lang == Lang::EN)?;
        let text = line.span.of(source.body)?;
        let part = said_by(text)?;
        let span = Span::new(source.body, line.span.start() + part.0, line.span.start() + part.1)?;
        Some((line, Cited::new(source, span)?))
    };
    lines.into_iter().filter_map(of).collect()
}

fn said_by(text: &str) -> Option<(usize, usize)> {
    let own: Vec<Word<'_>> = words(text).collect();
    let says = |word: &Word<'_>| SAYS.contains(&fold(word.text).as_str());
    // At the end, behind the last comma.
    if own.last().is_some_and(says) {
        let comma = text.rfind(", ")?;
        let start = own.iter().position(|word| word.start > comma)?;
        return body(own.get(start..own.len().checked_sub(1)?)?);
    }
    // At the head.
    let verb = own.iter().take(MAX_NAME + 1).position(says)?;
    body(own.get(..verb)?)
}
