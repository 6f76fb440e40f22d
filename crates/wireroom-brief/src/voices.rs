//! Who said what, over all sources: the same words in several outlets are one quote.
//! A quote of "she" is hers whom the same text names nearest before; where two fit, or nobody, it is left out.
//! Start at [`voices`]; `people` says who is who.

use crate::Cited;
use crate::brief::{Form, Quoted, Variant};
use crate::people::{Mention, People, Who, is_pronoun};
use crate::pool::{Pool, content};
use crate::quotes::{Quote, Said};
use crate::source::witnesses;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{Lang, Span};
use wireroom_text::hash::{mix_v1, word_v1};
use wireroom_text::words::{fold, words};

/// Shorter ones are fragments, and nobody's words alone.
const MIN_WORDS: usize = 5;
/// Quotes shown.
const MAX_QUOTES: usize = 8;
/// Quotes shown of one speaker.
const MAX_OF_ONE: usize = 2;
/// Quotes read of one source, and of one story.
const MAX_READ: usize = 60;
const MAX_IN_ALL: usize = 5_000;
/// Words in a row that two quotes must share to be looked at as one.
const RUN: usize = 5;
/// Share of the shorter quote's runs that makes it the same quote, trimmed or not.
const SAME_SHARE: f64 = 0.6;
/// A translation has at most so many times the words of the other.
const MAX_LONGER: usize = 2;

#[derive(Debug)]
struct Voice {
    source: usize,
    span: Span,
    speaker: Span,
    who: Who,
    hashes: Vec<u64>,
    runs: BTreeSet<u64>,
    weight: f64,
}

/// The quotes of the story, the most widely printed first.
pub(crate) fn voices(pool: &Pool<'_>) -> Vec<Quoted> {
    let (people, read) = read(pool);
    let groups = translated(pool, group(read));
    let mut ranked: Vec<(u32, f64, Vec<Voice>)> = groups
        .into_iter()
        .map(|group| {
            let witnesses = witnesses(group.iter().filter_map(|v| pool.sources.get(v.source)));
            let weight = group.iter().map(|v| v.weight).fold(0.0, f64::max);
            (witnesses, weight, group)
        })
        .collect();
    ranked.sort_by(|a, b| {
        let first = |g: &(u32, f64, Vec<Voice>)| g.2.first().map(|v| (v.source, v.span));
        b.0.cmp(&a.0).then_with(|| b.1.total_cmp(&a.1)).then_with(|| first(a).cmp(&first(b)))
    });
    let mut by_speaker: BTreeMap<Who, usize> = BTreeMap::new();
    let mut shown = Vec::new();
    for (witnesses, _, group) in ranked {
        if shown.len() == MAX_QUOTES {
            break;
        }
        let Some((quoted, who)) = show(pool, &people, &group, witnesses) else { continue };
        let held = by_speaker.entry(who).or_default();
        if *held < MAX_OF_ONE {
            *held += 1;
            shown.push(quoted);
        }
    }
    shown
}

/// The quotes of every source with the words that name their speakers, and the people of the story.
fn read(pool: &Pool<'_>) -> (People, Vec<Voice>) {
    let sources = || pool.sources.iter().enumerate().take(crate::pool::MAX_SOURCES);
    let found: Vec<&[Quote]> =
        sources().map(|(index, _)| pool.quotes(index).map_or(&[][..], Said::quotes)).collect();
    let mut mentions = Vec::new();
    for ((source, row), quotes) in sources().zip(found.iter().copied()) {
        let speakers = quotes.iter().filter_map(|q| q.speaker).take(MAX_READ);
        mentions.extend(speakers.map(|speaker| Mention { source, body: row.body, speaker }));
    }
    let people = People::of(&mentions);
    let mut voices = Vec::new();
    for ((index, source), found) in sources().zip(found.iter().copied()) {
        let quoted: Vec<Span> = found.iter().map(|quote| quote.span).collect();
        for (quote, speaker) in found.iter().filter_map(|q| Some((q, q.speaker?))).take(MAX_READ) {
            let mention = Mention { source: index, body: source.body, speaker };
            let is_short = speaker.of(source.body).is_some_and(is_pronoun);
            let Some(speaker) = (if is_short { people.behind(mention, &quoted) } else { Some(speaker) })
            else {
                continue;
            };
            let span = without_comma(source.body, quote.span);
            let (Some(text), Some(name)) = (span.of(source.body), speaker.of(source.body)) else {
                continue;
            };
            let hashes: Vec<u64> = words(text).map(|w| word_v1(&fold(w.text))).collect();
            if hashes.len() < MIN_WORDS
                || !is_named(name)
                || !can_speak(name, source.lang)
                || is_title(text)
                || voices.len() == MAX_IN_ALL
            {
                continue;
            }
            let runs = hashes.windows(RUN).map(|run| run.iter().copied().fold(0, mix_v1)).collect();
            let weight = pool.sum(&content(text, source)) / (hashes.len() as f64).sqrt();
            let who = people.who(index, name);
            voices.push(Voice { source: index, span, speaker, who, hashes, runs, weight });
        }
    }
    (people, voices)
}

/// A comma before the closing mark belongs to the sentence around the quote, not to what was said.
fn without_comma(body: &str, span: Span) -> Span {
    let trimmed = |text: &str| {
        text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '،' | '，' | '、')).len()
    };
    let shorter = span.of(body).and_then(|text| Span::new(body, span.start(), span.start() + trimmed(text)));
    shorter.unwrap_or(span)
}

/// "The Promotion and Regulation of Fishing Bill" is a name: most of its longer words are capitals.
fn is_title(text: &str) -> bool {
    let long: Vec<&str> = words(text).map(|w| w.text).filter(|w| w.chars().count() > 3).collect();
    let capitals = long.iter().filter(|w| w.chars().next().is_some_and(char::is_uppercase)).count();
    long.len() >= 2 && capitals * 5 >= long.len() * 4
}

/// A capital within says that somebody is named; a lone pronoun has none but "I", "He" at a sentence's head.
fn is_named(speaker: &str) -> bool {
    let pronoun = [
        "he", "she", "they", "it", "we", "i", "er", "sie", "es", "il", "elle", "él", "ella", "who", "others",
    ];
    !pronoun.iter().any(|p| speaker.eq_ignore_ascii_case(p)) && speaker.chars().any(char::is_alphabetic)
}

/// Who or what may speak though no capital names it; with what ends as words for people do ([`OF_PEOPLE`]).
const SPEAKERS: &str = "aide ally army attorney authorities authority boss bank board boy boys body chief child children church city community company couple \
    court crew crowd document embassy family father girl girls group guard guy head home hospital house husband indictment judge \
    kid king lab law lawsuit letter mayor media men message military ministry mother neighbour neighbor note notice office \
    official panel paper parish party people petition police poll pope post press public queen release report ruling school sect \
    side sister son source staff state study survey team text they tribe tribunal union unit victim warning wife witness woman women";
const OF_PEOPLE: [&str; 12] =
    ["er", "or", "ist", "man", "men", "ian", "ent", "ant", "ee", "ive", "person", "people"];

/// English alone marks its names by capitals: there a lower-case phrase speaks only if its words are of people and
/// papers. "A civilian death rate" says nothing.
fn can_speak(name: &str, lang: Lang) -> bool {
    if lang != Lang::EN {
        return true;
    }
    words(name).enumerate().any(|(place, word)| {
        let capital = word.text.chars().next().is_some_and(|c| !c.is_lowercase());
        let folded = fold(word.text);
        let one = folded.strip_suffix('s').unwrap_or(&folded);
        let listed = SPEAKERS.split_ascii_whitespace().any(|s| s == folded || s == one);
        let article =
            place == 0 && matches!(folded.as_str(), "the" | "a" | "an" | "one" | "his" | "her" | "their");
        capital && !article
            || listed
            || OF_PEOPLE.iter().any(|end| one == *end || one.len() > end.len() + 1 && one.ends_with(end))
    })
}

fn group(voices: Vec<Voice>) -> Vec<Vec<Voice>> {
    let mut groups: Vec<Vec<Voice>> = Vec::new();
    let mut by_run: BTreeMap<u64, usize> = BTreeMap::new();
    for voice in voices {
        let mut hits: BTreeMap<usize, usize> = BTreeMap::new();
        for group in voice.runs.iter().filter_map(|run| by_run.get(run)) {
            *hits.entry(*group).or_default() += 1;
        }
        // The most runs in common; of equals the first seen.
        let best = hits.into_iter().max_by_key(|&(index, count)| (count, std::cmp::Reverse(index)));
        let joined = best.filter(|&(index, count)| {
            let held =
                groups.get(index).and_then(|g| g.iter().map(|v| v.runs.len()).min()).unwrap_or(usize::MAX);
            count as f64 >= SAME_SHARE * voice.runs.len().min(held) as f64
        });
        let index = joined.map_or(groups.len(), |(index, _)| index);
        for run in &voice.runs {
            by_run.entry(*run).or_insert(index);
        }
        match groups.get_mut(index) {
            Some(group) => group.push(voice),
            None => groups.push(vec![voice]),
        }
    }
    groups
}

/// The fullest form leads: the most words of a speaker's name, then the longest quote, then the oldest source.
fn show(pool: &Pool<'_>, people: &People, group: &[Voice], witnesses: u32) -> Option<(Quoted, Who)> {
    let names = |voice: &Voice| {
        let body = pool.sources.get(voice.source).map_or("", |s| s.body);
        voice.speaker.of(body).map_or(0, |name| name.split_whitespace().count().min(4))
    };
    let lead = group
        .iter()
        .min_by_key(|v| (std::cmp::Reverse(names(v)), std::cmp::Reverse(v.hashes.len()), v.source, v.span))?;
    let source = pool.sources.get(lead.source)?;
    let mut others: Vec<Variant> = Vec::new();
    for voice in group.iter().filter(|v| v.source != lead.source) {
        let Some(other) = pool.sources.get(voice.source).and_then(|s| Cited::new(s, voice.span)) else {
            continue;
        };
        if others.iter().all(|held| held.words.article() != other.article()) {
            others.push(Variant { form: form(pool, lead, voice), words: other });
        }
    }
    let named = people.fullest(&lead.who);
    let quoted = Quoted {
        words: Cited::new(source, lead.span)?,
        speaker: Some(Cited::new(source, lead.speaker)?),
        person: named.and_then(|(index, span)| Cited::new(pool.sources.get(index)?, span)),
        others,
        witnesses,
    };
    Some((quoted, lead.who.clone()))
}

/// How another source prints the leading words.
fn form(pool: &Pool<'_>, lead: &Voice, other: &Voice) -> Form {
    let lang = |voice: &Voice| pool.sources.get(voice.source).map(|source| source.lang);
    if lead.hashes == other.hashes {
        Form::Same
    } else if is_part(&other.hashes, &lead.hashes) {
        Form::Trimmed
    } else if is_part(&lead.hashes, &other.hashes) {
        Form::Longer
    } else if lang(lead) != lang(other) && lead.runs.is_disjoint(&other.runs) {
        Form::Translated
    } else {
        Form::Reworded
    }
}

/// Whether all words of one stand in the other in their order.
fn is_part(part: &[u64], whole: &[u64]) -> bool {
    let mut rest = whole.iter();
    part.iter().all(|word| rest.any(|held| held == word))
}

/// The day, the numbers and the person of a quote, by which its translation is known; `None` where one is missing.
fn marks(pool: &Pool<'_>, group: &[Voice]) -> Option<(String, BTreeSet<String>, Who)> {
    let voice = group.first()?;
    let source = pool.sources.get(voice.source)?;
    let day = source.published.known()?.date().to_string();
    let text = voice.span.of(source.body)?;
    let figures = words(text).map(|w| fold(w.text)).filter(|w| w.bytes().any(|b| b.is_ascii_digit()));
    let figures: BTreeSet<String> = figures.collect();
    let person = matches!(voice.who, Who::Person(_)) && source.lang.is_known() && !figures.is_empty();
    person.then(|| (day, figures, voice.who.clone()))
}

/// Quotes of one person on one day with the same numbers in two languages are one quote, translated; only where no
/// third quote could be meant.
fn translated(pool: &Pool<'_>, groups: Vec<Vec<Voice>>) -> Vec<Vec<Voice>> {
    let mut alike: BTreeMap<(String, BTreeSet<String>, Who), Vec<usize>> = BTreeMap::new();
    for (index, group) in groups.iter().enumerate() {
        if let Some(marks) = marks(pool, group) {
            alike.entry(marks).or_default().push(index);
        }
    }
    let mut groups: Vec<Option<Vec<Voice>>> = groups.into_iter().map(Some).collect();
    for pair in alike.into_values() {
        let [first, second] = pair.as_slice() else { continue };
        let of = |index: usize| groups.get(index).and_then(Option::as_ref).and_then(|group| group.first());
        let lang = |voice: &Voice| pool.sources.get(voice.source).map(|source| source.lang);
        let Some((one, two)) = of(*first).zip(of(*second)) else { continue };
        let (few, many) = (one.hashes.len().min(two.hashes.len()), one.hashes.len().max(two.hashes.len()));
        if lang(one) == lang(two) || few * MAX_LONGER < many {
            continue;
        }
        let moved = groups.get_mut(*second).and_then(Option::take).unwrap_or_default();
        if let Some(Some(group)) = groups.get_mut(*first) {
            group.extend(moved);
        }
    }
    groups.into_iter().flatten().collect()
}
