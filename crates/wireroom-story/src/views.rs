//! The views of an article: which terms stand in its title, its lead and its body, and their weights in the stream.
//! It refuses to count: that a word is said ten times made a text no likelier to tell of the same event.
//! Start at [`Read::of`], then [`Views::of`], then [`Weighed::new`].

use crate::stream::Stream;
use crate::terms::Terms;
use serde::{Deserialize, Serialize};
use wireroom_model::Article;

/// Title, lead, body.
pub(crate) const VIEWS: usize = 3;

/// How much of the likeness each view decides; docs/stories.md has what was measured.
pub(crate) const SHARES: [f64; VIEWS] = [0.32, 0.28, 0.4];

/// Words of the body that make the lead.
const LEAD_WORDS: usize = 60;

/// Words of the body that are read at all: a report says what it is about in its first pages.
const BODY_WORDS: usize = 600;

/// Words of a title that are read; a longer one is no title.
pub(crate) const TITLE_WORDS: usize = 60;

/// Terms of one article at most.
pub(crate) const MOST_TERMS: usize = BODY_WORDS + TITLE_WORDS;

/// The terms of one article, ascending, each with the views that have it (bit 0 title, 1 lead, 2 body).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Views(Vec<(u32, u8)>);

/// An article word by word, as far as it is read: each term with the word it stands for.
#[derive(Debug)]
pub(crate) struct Read<'t> {
    title: Vec<(u32, &'t str)>,
    body: Vec<(u32, &'t str)>,
}

/// A term of an article: the views that have it, and how rare it is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weight {
    pub term: u32,
    views: u8,
    rarity: f32,
}

/// The three views as unit vectors, ascending by term.
#[derive(Debug, Clone, Default)]
pub(crate) struct Weighed {
    weights: Vec<Weight>,
    /// One by the length of each view before it had length one; 0 of a view without terms.
    scales: [f32; VIEWS],
}

impl<'t> Read<'t> {
    /// Reads an article.
    pub(crate) fn of(article: &'t Article, terms: &mut Terms) -> Self {
        Self {
            title: terms.read(&article.title, article.lang, TITLE_WORDS),
            body: terms.read(&article.body, article.lang, BODY_WORDS),
        }
    }

    /// Every term in order, those of the title first, with its word.
    pub(crate) fn words(&self) -> impl Iterator<Item = (u32, &'t str)> + '_ {
        self.title.iter().chain(&self.body).copied()
    }
}

impl Views {
    /// The views of what was read.
    pub(crate) fn of(read: &Read<'_>) -> Self {
        let places = (0..read.body.len()).map(|at| if at < LEAD_WORDS { 0b110 } else { 0b100 });
        let body = read.body.iter().zip(places).map(|(&(term, _), views)| (term, views));
        let mut all: Vec<(u32, u8)> = read.title.iter().map(|&(term, _)| (term, 0b001)).chain(body).collect();
        all.sort_unstable();
        let mut distinct: Vec<(u32, u8)> = Vec::with_capacity(all.len());
        for (term, views) in all {
            match distinct.last_mut() {
                Some((last, seen)) if *last == term => *seen |= views,
                _ => distinct.push((term, views)),
            }
        }
        distinct.shrink_to_fit();
        Self(distinct)
    }

    /// Every term of the article once, ascending.
    pub(crate) fn terms(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().map(|&(term, _)| term)
    }

    /// Terms over all views.
    pub(crate) const fn len(&self) -> usize {
        self.0.len()
    }

    /// True where there is nothing to compare.
    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Weight {
    /// What the term weighs in each view.
    pub(crate) fn parts(&self, scales: &[f32; VIEWS]) -> [f32; VIEWS] {
        let mut parts = *scales;
        for (view, part) in parts.iter_mut().enumerate() {
            *part *= if self.views >> view & 1 == 1 { self.rarity } else { 0.0 };
        }
        parts
    }
}

impl Weighed {
    /// Weighs terms by what is rare in the stream now; each view has length one.
    pub(crate) fn new(views: &Views, stream: &Stream) -> Self {
        let mut squares = [0.0_f32; VIEWS];
        let weigh = |&(term, views): &(u32, u8)| {
            let rarity = stream.rarity(term);
            for (view, square) in squares.iter_mut().enumerate() {
                *square += if views >> view & 1 == 1 { rarity * rarity } else { 0.0 };
            }
            Weight { term, views, rarity }
        };
        let weights = views.0.iter().map(weigh).collect();
        let scales = squares.map(|square| if square > 0.0 { square.sqrt().recip() } else { 0.0 });
        Self { weights, scales }
    }

    /// Each term with its weight in each view, ascending by term.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (u32, [f32; VIEWS])> + '_ {
        self.weights.iter().map(|weight| (weight.term, weight.parts(&self.scales)))
    }

    /// Terms over all views.
    pub(crate) const fn len(&self) -> usize {
        self.weights.len()
    }

    /// True of a view that has terms.
    pub(crate) fn has(&self, view: usize) -> bool {
        self.scales.get(view).is_some_and(|&scale| scale > 0.0)
    }

    /// The terms that say most about the article over all views, strongest first.
    pub(crate) fn salient(&self, limit: usize) -> Vec<(u32, f32)> {
        let weight =
            |parts: [f32; VIEWS]| parts.iter().zip(SHARES).map(|(part, share)| part * share as f32).sum();
        let mut terms: Vec<(u32, f32)> = self.parts().map(|(term, parts)| (term, weight(parts))).collect();
        if limit < terms.len() {
            terms.select_nth_unstable_by(limit, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            terms.truncate(limit);
        }
        terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        terms
    }
}
