//! One story as the room sees it: the sum of its texts' views, a copy family counting as one text.
//! It refuses to remember texts: those stand in the state. Start at [`Centre::likeness`].

use crate::terms::ByHash;
use crate::views::{SHARES, VIEWS, Weighed};

/// The sum of unit vectors, view by view.
#[derive(Debug, Clone, Default)]
pub(crate) struct Centre {
    sums: ByHash<u32, [f32; VIEWS]>,
    squares: [f32; VIEWS],
}

impl Centre {
    pub(crate) fn add(&mut self, text: &Weighed) {
        for (term, parts) in text.parts() {
            let sum = self.sums.entry(term).or_default();
            for ((sum, part), square) in sum.iter_mut().zip(parts).zip(&mut self.squares) {
                *square += (2.0 * *sum + part) * part;
                *sum += part;
            }
        }
    }

    /// How alike a text and the story are, 0 to 1. A missing view (no title) leaves the decision to the others.
    pub(crate) fn likeness(&self, text: &Weighed) -> f64 {
        let mut dots = [0.0_f32; VIEWS];
        for (term, parts) in text.parts() {
            if let Some(sums) = self.sums.get(&term) {
                for ((dot, sum), part) in dots.iter_mut().zip(sums).zip(parts) {
                    *dot += sum * part;
                }
            }
        }
        let mut likeness = 0.0;
        let mut shares = 0.0;
        for (view, ((dot, square), share)) in dots.iter().zip(self.squares).zip(SHARES).enumerate() {
            if text.has(view) {
                shares += share;
                likeness += share * f64::from(if square > 0.0 { dot / square.sqrt() } else { 0.0 });
            }
        }
        if shares > 0.0 { likeness / shares } else { 0.0 }
    }

    /// How alike two stories are, 0 to 1.
    pub(crate) fn nearness(&self, other: &Self) -> f64 {
        let (few, many) = if self.sums.len() <= other.sums.len() { (self, other) } else { (other, self) };
        // Sums of fractions depend on their order, and a map's order on its past.
        let mut terms: Vec<u32> = few.sums.keys().copied().collect();
        terms.sort_unstable();
        let mut dots = [0.0_f32; VIEWS];
        for term in terms {
            if let (Some(one), Some(two)) = (few.sums.get(&term), many.sums.get(&term)) {
                for ((dot, a), b) in dots.iter_mut().zip(one).zip(two) {
                    *dot += a * b;
                }
            }
        }
        let near = |((dot, a), b): ((f32, f32), f32)| f64::from(dot / (a * b).sqrt().max(f32::MIN_POSITIVE));
        dots.into_iter()
            .zip(self.squares)
            .zip(other.squares)
            .map(near)
            .zip(SHARES)
            .map(|(near, share)| near * share)
            .sum()
    }

    /// What a term with these weights adds to the likeness of a text, for the reasons shown.
    pub(crate) fn part(&self, term: u32, parts: &[f32; VIEWS]) -> f64 {
        let Some(sums) = self.sums.get(&term) else { return 0.0 };
        let views = sums.iter().zip(parts).zip(self.squares).zip(SHARES);
        let part = |(((sum, part), square), share): (((&f32, &f32), f32), f64)| {
            share * f64::from(sum * part / square.sqrt().max(f32::MIN_POSITIVE))
        };
        views.map(part).sum()
    }
}
