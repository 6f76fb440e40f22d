//! A story's figures, set side by side across its families: what most origins give first.
//! The verdict of a group is the gravest of its pairs; texts of one origin that agree are that origin, said twice.
//! Start at [`groups`].

use super::compare::{Stated, Verdict, compare};
use super::concepts;
use super::telling::Telling;
use super::units::{Measure, Unit};
use super::view::Around;
use super::{Figure as Found, told};
use crate::brief::{Figure, FigureGroup};
use crate::pool::Pool;
use crate::timeline::Mention;
use crate::{Cited, Source};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use wireroom_model::{Lang, Span};
use wireroom_text::dates::DateMention;
use wireroom_text::words::fold;

/// Figures read of one story.
const MAX_FIGURES: usize = 3_000;
/// Different things of one kind ("people") told apart in one story.
const MAX_GROUPS_OF_KIND: usize = 40;
/// Members of a group that a new figure is compared with.
const MAX_COMPARED: usize = 4;
/// How far into a text its main toll may stand.
const TOLL_PLACES: usize = 6;
/// Groups shown.
const MAX_GROUPS: usize = 10;
/// Figures shown of one group.
const MAX_SHOWN: usize = 12;

/// A figure with where it stands.
#[derive(Debug)]
struct Held<'t> {
    stated: Stated<'t>,
    /// Index into the pool's lines.
    line: usize,
    /// The text it stands in.
    text: u64,
    /// What is counted, folded.
    what: String,
}

#[derive(Debug)]
struct Group<'t> {
    members: Vec<Held<'t>>,
    verdict: Verdict,
    /// Members, by place, that contradict each other.
    clashes: Vec<(usize, usize)>,
}

/// The groups, those that most origins give first.
pub(crate) fn groups(pool: &Pool<'_>, mentions: &[Mention]) -> Vec<FigureGroup> {
    let mut by_kind: BTreeMap<String, Vec<Group<'_>>> = BTreeMap::new();
    let dates = by_source(pool, mentions);
    for held in collect(pool, &dates) {
        let groups = by_kind.entry(kind(&held)).or_default();
        let room = groups.len() < MAX_GROUPS_OF_KIND;
        let home = groups.iter().enumerate().find_map(|(index, group)| Some((index, joins(group, &held)?)));
        match home.and_then(|(index, verdict)| Some((groups.get_mut(index)?, verdict))) {
            Some((group, (verdict, against))) => {
                group.verdict = group.verdict.max(verdict);
                let own = group.members.len();
                group.clashes.extend(against.map(|member| (member, own)));
                group.members.push(held);
            }
            None if room => {
                groups.push(Group { members: vec![held], verdict: Verdict::Same, clashes: Vec::new() });
            }
            None => {}
        }
    }
    let mut ranked: Vec<(usize, f64, FigureGroup)> =
        by_kind.into_values().flat_map(unite).filter_map(|group| show(pool, &group)).collect();
    ranked.sort_by(|a, b| {
        b.0.cmp(&a.0).then_with(|| b.1.total_cmp(&a.1)).then_with(|| a.2.what.cmp(&b.2.what))
    });
    ranked.truncate(MAX_GROUPS);
    ranked.into_iter().map(|(_, _, group)| group).collect()
}

/// Groups that give one amount of a unit are one, whatever else their sentences say: in one story "$800" is "$800".
/// Counts have no unit, and 50 people are no 50 boats.
fn unite(groups: Vec<Group<'_>>) -> Vec<Group<'_>> {
    let mut united: Vec<Group<'_>> = Vec::new();
    for group in groups {
        let home = united.iter().position(|held| one_amount(held, &group));
        match home.and_then(|index| united.get_mut(index)) {
            Some(held) => {
                held.verdict = held.verdict.max(group.verdict);
                held.members.extend(group.members);
                held.members.sort_by_key(|member| member.line);
            }
            None => united.push(group),
        }
    }
    united
}

fn one_amount(a: &Group<'_>, b: &Group<'_>) -> bool {
    let (Some(x), Some(y)) = (a.members.first(), b.members.first()) else { return false };
    let (p, q) = (&x.stated.figure, &y.stated.figure);
    let telling = p.measure().is_some_and(|m| !matches!(m, Measure::Share | Measure::Points | Measure::Time));
    let quiet = |group: &Group<'_>| matches!(group.verdict, Verdict::Same | Verdict::Rounded);
    telling
        && quiet(a)
        && quiet(b)
        && p.unit == q.unit
        && (p.low.to_bits(), p.high.to_bits()) == (q.low.to_bits(), q.high.to_bits())
        && x.stated.may_be_one(&y.stated)
}

/// Figures of different kinds are never compared.
fn kind(held: &Held<'_>) -> String {
    held.stated.figure.unit.map_or_else(String::new, |u| format!("{:?}", u.measure().0))
}

/// The verdict of a figure with the members of a group, where it belongs there: with the first and each of the latest
/// ones it agrees, is their update, or contradicts them (then with the place of the first that it contradicts). What may
/// differ in scope, or is merely unclear, stands apart.
fn joins(group: &Group<'_>, held: &Held<'_>) -> Option<(Verdict, Option<usize>)> {
    let mut found: Option<Verdict> = None;
    let mut against = None;
    let placed = || group.members.iter().enumerate();
    for (place, member) in placed().take(1).chain(placed().rev().take(MAX_COMPARED)) {
        // "Hundreds" fits each count of hundreds of whatever thing, and would tie them to each other.
        if member.stated.figure.vague != held.stated.figure.vague {
            return None;
        }
        let verdict = compare(&member.stated, &held.stated);
        let beside = || held.one_thing(member);
        if verdict == Verdict::Scope || verdict == Verdict::Unclear && !beside() {
            return None;
        }
        found = Some(found.map_or(verdict, |f| f.max(verdict)));
        if verdict == Verdict::Conflict {
            against = against.or(Some(place));
        }
    }
    found.map(|verdict| (verdict, against))
}

impl Held<'_> {
    /// The same noun or the same words around: worth setting side by side though nobody can judge.
    fn one_thing(&self, other: &Self) -> bool {
        self.what == other.what && !self.what.is_empty() && self.stated.side_by_side(&other.stated)
    }
}

/// The dates of each source that has any.
type Dates = BTreeMap<usize, Vec<DateMention>>;

fn by_source(pool: &Pool<'_>, mentions: &[Mention]) -> Dates {
    let mut dates = Dates::new();
    for mention in mentions {
        if let Some(line) = pool.lines.get(mention.line) {
            dates
                .entry(line.source)
                .or_default()
                .push(DateMention { span: mention.span, value: mention.date });
        }
    }
    dates
}

fn collect<'t>(pool: &Pool<'t>, dates: &'t Dates) -> Vec<Held<'t>> {
    let mut spans: BTreeMap<usize, Vec<(Span, usize)>> = BTreeMap::new();
    for (index, line) in pool.lines.iter().enumerate() {
        if pool.stands.get(line.source) == Some(&true) {
            spans.entry(line.source).or_default().push((line.span, index));
        }
    }
    let mut held = Vec::new();
    for (index, lines) in spans {
        let Some(source) = pool.sources.get(index) else { continue };
        let dates = dates.get(&index).map_or(&[][..], Vec::as_slice);
        let mut tolls: BTreeSet<&'static str> = BTreeSet::new();
        let sentences: Vec<Span> = lines.iter().map(|(span, _)| *span).collect();
        let Some(said) = pool.quotes(index) else { continue };
        let found = told(source.body, source.lang, source.published, &sentences, dates, said);
        if found.is_empty() {
            continue;
        }
        let telling = Arc::new(Telling::new(source.body, source.lang, dates));
        for (sentence, figures) in found {
            let Some((_, line)) = lines.iter().find(|(span, _)| *span == sentence.span) else { continue };
            let place = pool.lines.get(*line).map_or(usize::MAX, |l| l.place);
            let near = Arc::new(Around::of(sentence, source.lang));
            for figure in &figures {
                if held.len() == MAX_FIGURES {
                    return held;
                }
                let mut stated =
                    Stated::within(&near, &telling, source.published, source.origin, figure.clone());
                let mut alike = figures.iter().filter(|f| f.measure() == figure.measure());
                let first = alike.next().is_some_and(|f| f.at == figure.at);
                stated.alone = first && alike.next().is_none();
                let may_be_toll = first && place < TOLL_PLACES;
                let fate = may_be_toll.then(|| stated.fate().filter(|_| stated.counts_all())).flatten();
                stated.toll = fate.is_some_and(|fate| tolls.insert(fate));
                held.push(Held { stated, line: *line, text: source.text(), what: called(source, figure) });
            }
        }
    }
    // Oldest source first, as the pool has them.
    held.sort_by_key(|h| h.line);
    held
}

/// What is counted and what befell it, folded: "people injured".
fn called(source: &Source<'_>, figure: &Found) -> String {
    let words = |span: Option<Span>| span.and_then(|s| s.of(source.body)).map(fold);
    let what = words(figure.what).unwrap_or_default();
    let fate = words(figure.event).filter(|event| {
        !what.is_empty()
            && !what.ends_with(event.as_str())
            && concepts::of(event, source.lang).iter().any(|c| c.class == concepts::Class::Fate)
    });
    fate.map_or(what.clone(), |fate| format!("{what} {}", befell(&fate, source.lang)))
}

/// What most members call the thing; of equals the first.
fn most_called<'g>(group: &'g Group<'_>) -> &'g str {
    let names = || group.members.iter().map(|held| held.what.as_str()).filter(|what| !what.is_empty());
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names() {
        *counts.entry(name).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or(0);
    names().find(|name| counts.get(name) == Some(&most)).unwrap_or("")
}

/// "People killed" of "killing at least 11 people".
fn befell(event: &str, lang: Lang) -> String {
    let past = event.strip_suffix("ing").filter(|_| lang == Lang::EN).map(|stem| format!("{stem}ed"));
    let known = |word: &String| concepts::of(word, lang).iter().any(|c| c.class == concepts::Class::Fate);
    past.filter(known).unwrap_or_else(|| event.to_owned())
}

/// One figure of each family and value, oldest first, with the verdict on them all.
fn show(pool: &Pool<'_>, group: &Group<'_>) -> Option<(usize, f64, FigureGroup)> {
    let first = group.members.first()?;
    let what = most_called(group);
    let unit = first.stated.figure.unit.map(Unit::as_str);
    let texts: BTreeSet<u64> = group.members.iter().map(|held| held.text).collect();
    let origins: BTreeSet<u64> = group.members.iter().filter_map(|held| held.stated.origin).collect();
    // A measure that nobody else gives, of nobody knows what, is noise.
    if what.is_empty() && (unit.is_none() || texts.len() < 2) {
        return None;
    }
    let verdict = match group.verdict {
        _ if texts.len() < 2 => Verdict::Single,
        // Texts of one origin that agree are that origin, said twice.
        Verdict::Same | Verdict::Rounded if origins.len() < 2 => Verdict::Single,
        verdict => verdict,
    };
    let mut seen: Vec<(u64, u64, u64)> = Vec::new();
    let mut figures = Vec::new();
    // Where each member's value is shown.
    let mut places = Vec::with_capacity(group.members.len());
    let mut weight: f64 = 0.0;
    for held in &group.members {
        let found = &held.stated.figure;
        let key = (held.text, found.low.to_bits(), found.high.to_bits());
        let line = pool.lines.get(held.line);
        weight = line.map_or(weight, |line| weight.max(line.weight));
        let source = line.and_then(|line| Some((pool.source_of(line)?, line.span)));
        if !seen.contains(&key)
            && figures.len() < MAX_SHOWN
            && let Some(figure) = source.and_then(|(source, span)| figure(source, span, found))
        {
            seen.push(key);
            figures.push(figure);
        }
        places.push(seen.iter().position(|shown| *shown == key));
    }
    let shown = |member: usize| places.get(member).copied().flatten();
    let conflicts = group.clashes.iter().filter_map(|(one, other)| shown(*one).zip(shown(*other))).collect();
    let unit = unit.map(str::to_owned);
    let group = FigureGroup { what: what.to_owned(), unit, verdict, figures, conflicts };
    Some((origins.len().max(1), weight, group))
}

fn figure(source: &Source<'_>, span: Span, found: &Found) -> Option<Figure> {
    Some(Figure {
        low: found.low,
        high: found.high,
        hedge: found.hedge.and_then(|h| h.of(source.body)).map(str::to_owned),
        sentence: Cited::new(source, span)?,
        at: found.at.to_chars(source.body)?,
    })
}
