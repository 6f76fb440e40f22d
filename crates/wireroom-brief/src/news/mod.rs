//! What is new: between two versions of one text, and in a story between two moments. New facts, changed figures, new
//! quotes, what was withdrawn and what was reworded, each with the outlet's own sentences; a wire issued again, with
//! another dateline, line breaks or marks, yields nothing. It refuses to say what changed in its own words.
//! Start at [`changes`]; [`updates`] tells a story text by text.

mod likeness;
mod lines;
mod numerals;
mod seen;
#[cfg(test)]
mod tests;
mod values;
mod versions;

use crate::source::witnesses;
use crate::{Cited, Source};
use lines::Text;
use seen::{Place, Seen, Standing};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use versions::Difference;
use wireroom_model::{CharSpan, Kind, Span};

/// The rules' version: what was found by a lower one is found again.
pub const RULES: u32 = 1;
/// Changes told at once, the newest and best supported.
pub const MAX_CHANGES: usize = 60;
/// Texts of one story that are read: the newest.
const MAX_TEXTS: usize = 500;
/// Changes told of one text.
const MAX_OF_TEXT: usize = 12;
/// Other sources named beside a change.
const MAX_OTHERS: usize = 12;

/// One thing that is new.
///
/// Serialises as `{"kind": "fact", "after": {..}, "others": [..], "witnesses": 1}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    #[serde(flatten)]
    pub what: New,
    /// The same in other new texts, one sentence each.
    pub others: Vec<Cited>,
    /// Origins that tell it, at the most.
    pub witnesses: u32,
}

/// What is new in a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum New {
    /// A value that changed for the same thing.
    Figure { before: Stated, after: Stated },
    /// Direct speech that stood nowhere before.
    Quote {
        /// The inside of the marks.
        after: Cited,
        /// The sentence that it stands in, where it is one.
        sentence: Option<Cited>,
        speaker: Option<Cited>,
    },
    /// A sentence that tells what no text told.
    Fact { after: Cited },
    /// A sentence of the earlier version whose matter stands nowhere in the later one.
    Withdrawn { before: Cited },
    /// The same said otherwise.
    Reworded { before: Cited, after: Cited },
}

/// A value with its sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stated {
    pub sentence: Cited,
    /// The value's own words.
    pub value: Cited,
    /// The same in characters of the body.
    pub at: CharSpan,
}

/// A text as it arrived.
#[derive(Debug, Clone, Copy)]
pub struct Arrival<'a> {
    pub source: Source<'a>,
    /// When the house first saw it, in unix seconds.
    pub at: i64,
}

/// What one text brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Update {
    /// When the house first saw it, in unix seconds.
    pub at: i64,
    /// In the order of the text.
    pub changes: Vec<Change>,
}

/// What `after` tells that `before` did not: the newest and best supported first, within one text in its order.
///
/// Sources of one article are versions of one text: there withdrawn and reworded sentences are told too. Other texts
/// are held to everything seen. A version that is in both was seen.
pub fn changes(before: &[Source<'_>], after: &[Source<'_>]) -> Vec<Change> {
    let mut teller = Teller::default();
    let seen: BTreeSet<_> = before.iter().map(|s| (s.article, s.version)).collect();
    for source in in_order(before) {
        teller.seen.add(Text::read(&source));
    }
    for source in in_order(after) {
        if !seen.contains(&(source.article, source.version)) {
            teller.hear(&source);
        }
    }
    let mut found: Vec<Item> = teller.items;
    // Texts oldest first were heard: the newest text's come first, in its own order.
    found.sort_by(|a, b| {
        let newest = b.published.cmp(&a.published);
        newest.then_with(|| b.others.len().cmp(&a.others.len())).then_with(|| a.order.cmp(&b.order))
    });
    found.iter().take(MAX_CHANGES).filter_map(|item| item.told(&teller.seen)).collect()
}

/// What each text of a story brought when it arrived, the newest first; texts that brought nothing are left out, and
/// so is the first, which brought everything. Rewordings are not among them.
///
/// Two versions of one article may both be among the texts. At most [`MAX_CHANGES`] changes in all.
pub fn updates(texts: &[Arrival<'_>]) -> Vec<Update> {
    // The first text brought everything, which is no news: alone it is not even read.
    if texts.len() < 2 {
        return Vec::new();
    }
    let mut texts = texts.to_vec();
    texts.sort_by_key(|text| (text.at, text.source.article, text.source.version));
    let from = texts.len().saturating_sub(MAX_TEXTS);
    let mut teller = Teller { each: true, ..Teller::default() };
    let mut brought: Vec<(i64, usize, usize)> = Vec::new();
    for (index, text) in texts.iter().skip(from).enumerate() {
        let first = teller.items.len();
        if index == 0 {
            teller.seen.add(Text::read(&text.source));
        } else {
            teller.hear(&text.source);
        }
        if teller.items.len() > first {
            brought.push((text.at, first, teller.items.len()));
        }
    }
    let mut room = MAX_CHANGES;
    let mut updates = Vec::new();
    for (at, first, end) in brought.into_iter().rev() {
        let items = teller.items.get(first..end).unwrap_or(&[]);
        // The same in other words is news of the outlet, not of the story.
        let items = items.iter().filter(|item| !matches!(item.difference, Difference::Reworded { .. }));
        let changes: Vec<Change> = items.take(room).filter_map(|item| item.told(&teller.seen)).collect();
        room -= changes.len().min(room);
        if changes.is_empty() {
            continue;
        }
        updates.push(Update { at, changes });
    }
    updates
}

/// Oldest first, each version once.
fn in_order<'a>(sources: &[Source<'a>]) -> Vec<Source<'a>> {
    let mut sources = sources.to_vec();
    sources.sort_by_key(|s| (s.published.sort_key().unwrap_or(i64::MIN), s.article, s.version));
    sources.dedup_by_key(|s| (s.article, s.version));
    let from = sources.len().saturating_sub(MAX_TEXTS);
    sources.split_off(from)
}

/// A change by places in the texts seen.
#[derive(Debug)]
struct Item {
    difference: Difference,
    /// Texts of the sentence before and of the one after.
    before: usize,
    after: usize,
    published: Option<i64>,
    order: usize,
    /// Places of the same in other texts.
    others: Vec<Place>,
}

/// Hears texts one after the other.
#[derive(Debug, Default)]
struct Teller<'a> {
    seen: Seen<'a>,
    items: Vec<Item>,
    /// Items by the sentence that told them.
    by_place: BTreeMap<Place, usize>,
    /// Each step counts: a figure that changed twice is two items.
    each: bool,
}

impl<'a> Teller<'a> {
    fn hear(&mut self, source: &Source<'a>) {
        let text = Text::read(source);
        let earlier = |held: &Text<'_>| held.source.article == source.article;
        let found = match self.seen.texts.iter().rposition(earlier) {
            Some(version) => self.version(version, &text),
            None if matches!(source.kind, Kind::Listing | Kind::Gallery | Kind::Empty | Kind::Paywall) => {
                Vec::new()
            }
            None => self.text(&text),
        };
        let after = self.seen.add(text);
        let limit = self.items.len() + MAX_OF_TEXT;
        for (difference, before) in found {
            if self.items.len() < limit {
                self.keep(difference, before, after, source);
            }
        }
    }

    /// What a later version of a seen text brings; what another text told already is no news.
    fn version(&self, version: usize, text: &Text<'a>) -> Vec<(Difference, usize)> {
        let Some(earlier) = self.seen.texts.get(version) else { return Vec::new() };
        let told = |difference: &Difference| match *difference {
            Difference::Fact(at) => text.lines.get(at).is_some_and(|line| self.is_told(line, version)),
            Difference::Quote(number) => {
                text.quotes.get(number).is_some_and(|speech| self.seen.heard(&speech.words))
            }
            _ => false,
        };
        let found = versions::compare(earlier, text);
        found.into_iter().filter(|difference| !told(difference)).map(|found| (found, version)).collect()
    }

    /// Another text than the earlier version says it.
    fn is_told(&self, line: &lines::Line, version: usize) -> bool {
        matches!(self.seen.standing(line), Standing::Said(Some((text, _))) if text != version)
    }

    /// What a text that has no earlier version brings to a story.
    fn text(&mut self, text: &Text<'a>) -> Vec<(Difference, usize)> {
        let index = self.seen.texts.len();
        let mut found = Vec::new();
        let mut quoted: BTreeSet<usize> = BTreeSet::new();
        for (at, line) in text.lines.iter().enumerate().filter(|(_, line)| line.tells) {
            match self.seen.standing(line) {
                Standing::Said(Some(place)) => self.support(place, (index, at), &text.source),
                Standing::Said(None) => {}
                Standing::Figure(place, before, after) => {
                    if self.is_later(place.0, &text.source) {
                        found.push((
                            Difference::Figure { before: (place.1, before), after: (at, after) },
                            place.0,
                        ));
                    }
                }
                Standing::New => {
                    let speech = |number: &&usize| {
                        text.quotes
                            .get(**number)
                            .is_some_and(|s| s.speaker.is_some() && !self.seen.heard(&s.words))
                    };
                    if let Some(number) = line.quotes.iter().find(speech) {
                        if quoted.insert(*number) {
                            found.push((Difference::Quote(*number), index));
                        }
                    } else if line.quotes.is_empty() && !line.leans && self.seen.is_novel(line) {
                        found.push((Difference::Fact(at), index));
                    }
                }
            }
        }
        found
    }

    /// Of two texts the one published later has the later value; where that is not known, nobody can say.
    fn is_later(&self, text: usize, source: &Source<'_>) -> bool {
        let held = self.seen.texts.get(text).and_then(|text| text.source.published.sort_key());
        held.zip(source.published.sort_key()).is_some_and(|(held, new)| new >= held)
    }

    fn support(&mut self, place: Place, by: Place, source: &Source<'_>) {
        let own = self.seen.texts.get(place.0).is_some_and(|text| text.source.article == source.article);
        let item = self.by_place.get(&place).and_then(|&index| self.items.get_mut(index));
        if let Some(item) = item.filter(|item| !own && item.others.len() < MAX_OTHERS) {
            item.others.push(by);
        }
    }

    fn keep(&mut self, difference: Difference, before: usize, after: usize, source: &Source<'_>) {
        let published = source.published.sort_key();
        if let Difference::Figure { before: (line, value), after: now } = difference
            && !self.each
            && let Some(item) = self.by_place.get(&(before, line)).and_then(|&i| self.items.get_mut(i))
            && let Difference::Figure { before: first, after: (_, held) } = item.difference
            && held == value
        {
            // Changed twice since: what the reader saw, and what stands now.
            item.difference = Difference::Figure { before: first, after: now };
            (item.after, item.published) = (after, published);
            return;
        }
        let order = self.items.len();
        let line = match difference {
            Difference::Figure { after: (line, _), .. } | Difference::Fact(line) => Some(line),
            Difference::Quote(number) => self.quote_line(after, number),
            Difference::Withdrawn(_) | Difference::Reworded { .. } => None,
        };
        if let Some(line) = line {
            self.by_place.insert((after, line), order);
        }
        self.items.push(Item { difference, before, after, published, order, others: Vec::new() });
    }

    fn quote_line(&self, text: usize, number: usize) -> Option<usize> {
        let lines = &self.seen.texts.get(text)?.lines;
        lines.iter().position(|line| line.quotes.contains(&number))
    }
}

impl Item {
    fn told(&self, seen: &Seen<'_>) -> Option<Change> {
        let (old, new) = (seen.texts.get(self.before), seen.texts.get(self.after)?);
        let sentence = |text: &Text<'_>, line: usize| Cited::new(&text.source, text.lines.get(line)?.span);
        let stated = |text: &Text<'_>, (line, value): (usize, usize)| {
            let at = text.lines.get(line)?.values.get(value)?.span;
            Some(Stated {
                sentence: sentence(text, line)?,
                value: Cited::new(&text.source, at)?,
                at: at.to_chars(text.source.body)?,
            })
        };
        let what = match self.difference {
            Difference::Figure { before, after } => {
                New::Figure { before: stated(old?, before)?, after: stated(new, after)? }
            }
            Difference::Quote(number) => {
                let speech = new.quotes.get(number)?;
                let holds = |line: &&lines::Line| {
                    line.span.start() <= speech.span.start() && speech.span.end() <= line.span.end()
                };
                let cite = |span: Span| Cited::new(&new.source, span);
                New::Quote {
                    after: cite(speech.span)?,
                    sentence: new.lines.iter().find(holds).and_then(|line| cite(line.span)),
                    speaker: speech.speaker.and_then(cite),
                }
            }
            Difference::Fact(line) => New::Fact { after: sentence(new, line)? },
            Difference::Withdrawn(line) => New::Withdrawn { before: sentence(old?, line)? },
            Difference::Reworded { before, after } => {
                New::Reworded { before: sentence(old?, before)?, after: sentence(new, after)? }
            }
        };
        let others = self.others.iter().filter_map(|(text, line)| sentence(seen.texts.get(*text)?, *line));
        let sources = self.others.iter().filter_map(|(text, _)| seen.texts.get(*text)).chain([new]);
        Some(Change {
            what,
            others: others.collect(),
            witnesses: witnesses(sources.map(|text| &text.source)),
        })
    }
}
