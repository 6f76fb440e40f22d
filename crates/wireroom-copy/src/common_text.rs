//! A family's common text: the passages that most of its printings hold, as spans of one of them.
//! It refuses to take one printing for the text: what a single page has more than the others is no part of it, and
//! neither are words that stand in several by chance. Start at [`common_text`], then [`diff_common`].

use crate::align::count;
use crate::changes::Draft;
use crate::diff::{diff_of_parts, kept_words};
use crate::tokens::{MAX_TOKENS, Numbers, Tokens};
use crate::weave::{Match, Weave, heaviest};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;
use wireroom_model::{Diff, Span};
use wireroom_text::hash::text_v1;
use wireroom_text::words::{fold, words};

/// Different bodies that are compared, each with each. Of more a sample is taken, those that most printings have
/// word for word first.
pub const MAX_BODIES: usize = 32;

/// Words of all of them: a family of books is told by four.
const MAX_WORDS: usize = 65_536;

/// Equal words in a row that a passage has somewhere, as in an alignment.
const FEWEST_WORDS: usize = 5;

/// Words between two stretches of one passage, as in an alignment.
const MAX_GAP: usize = 8;

/// Words of the base that stand in most printings, without a gap, inside one paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Bytes of the base's body, on word edges.
    pub span: Span,
    /// Each of its words stands in so many printings or more, the base among them.
    pub held: u32,
}

/// What most printings of a family share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommonText {
    /// The printing whose words tell it, counted from 0 in the order that they were given in.
    pub base: usize,
    /// A printing with the headline that most have; the base where no two have the same.
    pub headline: usize,
    /// Printings that have it.
    pub headline_held: u32,
    /// In the order of the base; empty where no passage stands in most printings.
    pub stretches: Vec<Stretch>,
    /// Words in them.
    pub words: u32,
    /// Printings that have a word and were compared.
    pub printings: u32,
    /// Printings that were not, past [`MAX_BODIES`] different bodies or their words.
    pub left_out: u32,
}

impl CommonText {
    /// So many printings hold every word of it: more than half.
    pub const fn needed(&self) -> u32 {
        self.printings / 2 + 1
    }
}

/// A body with the printings that have it word for word.
#[derive(Debug, Clone, Copy)]
struct Body<'t> {
    text: &'t str,
    /// The first of these printings.
    first: usize,
    printings: u32,
}

/// What more than half of the printings share (both of two), told in the words and the order of that printing which
/// the others hold best; of several the one with the fewest words beside it. `None` where fewer than two have a word. Bodies normalised.
/// The order of the printings changes nothing but the places that name them.
pub fn common_text(printings: &[Draft<'_>]) -> Option<CommonText> {
    let (bodies, left_out) = bodies(printings);
    let all: u32 = bodies.iter().map(|body| body.printings).sum();
    if all < 2 {
        return None;
    }
    let mut numbers = Numbers::default();
    let texts: Vec<Tokens<'_>> = bodies.iter().map(|body| Tokens::of(body.text, &mut numbers)).collect();
    let held = holders(&bodies, &texts);
    let needed = all / 2 + 1;
    let told = bodies.iter().zip(&texts).zip(&held).map(|((body, text), held)| {
        let stretches = stretches(text, &held.all, needed);
        // How often its common words stand in the others, in its order.
        let agreed: u64 = stretches
            .iter()
            .flat_map(|(words, _)| held.in_order.get(words.clone()))
            .flatten()
            .copied()
            .map(u64::from)
            .sum();
        (agreed, text.all.len(), body, stretches)
    });
    // Bodies are sorted: of equals the first is always the same.
    let (_, _, base, found) = told.min_by_key(|&(agreed, own, ..)| (Reverse(agreed), own))?;
    let words = found.iter().map(|(words, _)| words.len()).sum();
    let (headline, headline_held) = headline(printings, base.first);
    Some(CommonText {
        base: base.first,
        headline,
        headline_held,
        stretches: found.into_iter().map(|(_, stretch)| stretch).collect(),
        words: count(words),
        printings: all,
        left_out,
    })
}

/// What `new` made of the common text, by paragraph and word; `base` is the body of its base, and the old spans are
/// of that body. A row's place may hold words that are not common; its pieces hold none.
pub fn diff_common(base: &str, common: &CommonText, new: &str) -> Diff {
    let spans: Vec<Span> = common.stretches.iter().map(|stretch| stretch.span).collect();
    diff_of_parts(base, &spans, new)
}

/// The different bodies that have a word, sorted, and how many printings are left out.
fn bodies<'t>(printings: &[Draft<'t>]) -> (Vec<Body<'t>>, u32) {
    let mut found: BTreeMap<&'t str, Body<'t>> = BTreeMap::new();
    let worded = printings.iter().enumerate().filter(|(_, draft)| words(draft.body).next().is_some());
    for (first, draft) in worded {
        found.entry(draft.body).or_insert(Body { text: draft.body, first, printings: 0 }).printings += 1;
    }
    let mut bodies: Vec<Body<'t>> = found.into_values().collect();
    // By hash: neither the longest nor the earliest would be a fair sample.
    bodies.sort_by_cached_key(|body| (Reverse(body.printings), text_v1(body.text)));
    let mut all = 0;
    let fits = |body: &&Body<'_>| {
        all += words(body.text).take(MAX_TOKENS).count();
        all <= MAX_WORDS
    };
    let fitting = bodies.iter().take(MAX_BODIES).take_while(fits).count();
    let rest = bodies.split_off(fitting);
    bodies.sort_by_key(|body| body.text);
    (bodies, rest.iter().map(|body| body.printings).sum())
}

/// How many printings hold each word of a body: a diff from one to the other keeps it.
struct Held {
    all: Vec<u32>,
    /// Those that have it in the same order as the body.
    in_order: Vec<u32>,
}

impl Held {
    fn add(&mut self, word: usize, printings: u32, stays: bool) {
        if let (Some(all), Some(in_order)) = (self.all.get_mut(word), self.in_order.get_mut(word)) {
            *all += printings;
            *in_order += if stays { printings } else { 0 };
        }
    }
}

fn holders(bodies: &[Body<'_>], texts: &[Tokens<'_>]) -> Vec<Held> {
    let mut weave = Weave::of_many();
    let own = |(body, text): (&Body<'_>, &Tokens<'_>)| {
        let all = vec![body.printings; text.all.len()];
        Held { in_order: all.clone(), all }
    };
    let mut held: Vec<Held> = bodies.iter().zip(texts).map(own).collect();
    for (at, (body, mine)) in bodies.iter().zip(texts).enumerate() {
        for (other, (with, theirs)) in bodies.iter().zip(texts).enumerate().skip(at + 1) {
            let kept = kept_words(&mut weave, mine, theirs);
            let runs: Vec<&[Match]> = kept.chunk_by(|one, two| (one.0 + 1, one.1 + 1) == *two).collect();
            let places = runs.iter().filter_map(|run| Some((run.first()?.0, run.len())));
            let stays = heaviest(&places.collect::<Vec<_>>());
            for (&(own, its), stays) in
                runs.iter().zip(stays).flat_map(|(run, stays)| run.iter().map(move |pair| (pair, stays)))
            {
                held.get_mut(at).into_iter().for_each(|held| held.add(own, with.printings, stays));
                held.get_mut(other).into_iter().for_each(|held| held.add(its, body.printings, stays));
            }
        }
    }
    held
}

/// The stretches of one text with the places of their words: those of passages that have [`FEWEST_WORDS`] in a row.
fn stretches(text: &Tokens<'_>, held: &[u32], needed: u32) -> Vec<(Range<usize>, Stretch)> {
    // Half-open ranges of words, with the fewest printings that hold one of them.
    let mut runs: Vec<(usize, usize, u32)> = Vec::new();
    for (at, &held) in held.iter().enumerate().filter(|(_, held)| **held >= needed) {
        match runs.last_mut() {
            Some((_, end, fewest)) if *end == at => (*end, *fewest) = (at + 1, held.min(*fewest)),
            _ => runs.push((at, at + 1, held)),
        }
    }
    let passages = runs.chunk_by(|one, two| two.0 - one.1 <= MAX_GAP);
    // A text that is shorter is a passage where all of it stands in most.
    let least = FEWEST_WORDS.min(text.all.len());
    let whole = passages.filter(|runs| runs.iter().any(|&(from, to, _)| to - from >= least));
    let mut out: Vec<(Range<usize>, Stretch)> = Vec::new();
    for &(from, to, held) in whole.flatten() {
        let mut start = from;
        let tokens = text.all.get(from..to).unwrap_or_default();
        for part in tokens.chunk_by(|one, two| one.paragraph == two.paragraph) {
            let edges = part.first().zip(part.last());
            let span = edges.and_then(|(first, last)| Span::new(text.text, first.start, last.end));
            out.extend(span.map(|span| (start..start + part.len(), Stretch { span, held })));
            start += part.len();
        }
    }
    out
}

/// The printing whose headline most have, case and punctuation aside; the base's own where that is one of the most
/// frequent. With it, how many have it.
fn headline(printings: &[Draft<'_>], base: usize) -> (usize, u32) {
    let key = |title: &str| words(title).map(|word| fold(word.text)).collect::<Vec<_>>();
    let mut found: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    for (at, draft) in printings.iter().enumerate() {
        found.entry(key(draft.title)).or_default().push(at);
    }
    found.remove(&Vec::new());
    let most = found.values().map(Vec::len).max().unwrap_or(0);
    let mut frequent = found.values().filter(|places| places.len() == most);
    if most < 2 || frequent.clone().any(|places| places.contains(&base)) {
        let own = found.values().find(|places| places.contains(&base));
        return (base, own.map_or(1, |places| count(places.len())));
    }
    let title = |at: &usize| printings.get(*at).map(|draft| draft.title);
    let chosen = frequent.next().and_then(|places| places.iter().min_by_key(|at| title(at)));
    (chosen.copied().unwrap_or(base), count(most))
}
