//! One story as the room sees it: the sum of its texts' views, a copy family counting as one text.
//! It refuses to remember texts: those stand in the state. Start at [`Centre::likeness`].

use crate::views::{SHARES, Weighed};
use std::collections::BTreeMap;

/// The sum of unit vectors, view by view.
#[derive(Debug, Clone, Default)]
pub(crate) struct Centre {
    sums: [BTreeMap<u32, f32>; 3],
    squares: [f32; 3],
}

impl Centre {
    pub(crate) fn add(&mut self, text: &Weighed) {
        for ((sum, square), view) in self.sums.iter_mut().zip(&mut self.squares).zip(&text.0) {
            for &(term, weight) in view {
                let here = sum.entry(term).or_default();
                *square += (2.0 * *here + weight) * weight;
                *here += weight;
            }
        }
    }

    /// How alike a text and the story are, 0 to 1.
    pub(crate) fn likeness(&self, text: &Weighed) -> f64 {
        let mut likeness = 0.0;
        let mut shares = 0.0;
        for (((sum, square), view), share) in self.sums.iter().zip(self.squares).zip(&text.0).zip(SHARES) {
            if view.is_empty() || square <= 0.0 {
                continue;
            }
            let dot: f32 = view.iter().map(|(term, w)| sum.get(term).map_or(0.0, |s| s * w)).sum();
            likeness += share * f64::from(dot / square.sqrt());
            shares += share;
        }
        // A missing view (no title) leaves the decision to the others.
        if shares > 0.0 { likeness / shares } else { 0.0 }
    }

    /// How alike two stories are, 0 to 1.
    pub(crate) fn nearness(&self, other: &Self) -> f64 {
        let mut nearness = 0.0;
        for (view, share) in SHARES.into_iter().enumerate() {
            let (Some(one), Some(two)) = (self.sums.get(view), other.sums.get(view)) else { continue };
            let (few, many) = if one.len() <= two.len() { (one, two) } else { (two, one) };
            let dot: f32 = few.iter().map(|(term, w)| many.get(term).map_or(0.0, |s| s * w)).sum();
            let squares: f32 = [self, other].iter().filter_map(|c| c.squares.get(view)).product();
            nearness += share * f64::from(dot / squares.sqrt().max(f32::MIN_POSITIVE));
        }
        nearness
    }

    /// What a term adds to the likeness with a text, for the reasons shown.
    pub(crate) fn part(&self, text: &Weighed, term: u32) -> f64 {
        let mut part = 0.0;
        for (((sum, square), view), share) in self.sums.iter().zip(self.squares).zip(&text.0).zip(SHARES) {
            if let (Ok(at), Some(s)) = (view.binary_search_by_key(&term, |&(t, _)| t), sum.get(&term)) {
                let weight = view.get(at).map_or(0.0, |&(_, w)| w);
                part += share * f64::from(s * weight / square.sqrt().max(f32::MIN_POSITIVE));
            }
        }
        part
    }
}
