//! One story as the room sees it: the sum of its texts' views, a copy family counting as one text.
//! It refuses to remember texts: those stand in the state. Start at [`Centre::likeness`].

use crate::views::{SHARES, Weighed};

/// The sum of unit vectors, view by view.
#[derive(Debug, Clone, Default)]
pub(crate) struct Centre {
    /// Ascending by term.
    sums: [Vec<(u32, f32)>; 3],
    squares: [f32; 3],
}

impl Centre {
    pub(crate) fn add(&mut self, text: &Weighed) {
        for ((sum, square), view) in self.sums.iter_mut().zip(&mut self.squares).zip(&text.0) {
            let before = std::mem::take(sum);
            sum.reserve(before.len() + view.len());
            let mut old = before.into_iter().peekable();
            for &(term, weight) in view {
                while let Some(other) = old.next_if(|&(t, _)| t < term) {
                    sum.push(other);
                }
                let here = old.next_if(|&(t, _)| t == term).map_or(0.0, |(_, here)| here);
                *square += (2.0 * here + weight) * weight;
                sum.push((term, here + weight));
            }
            sum.extend(old);
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
            let dot = dot(view, sum);
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
            let dot = dot(few, many);
            let squares: f32 = [self, other].iter().filter_map(|c| c.squares.get(view)).product();
            nearness += share * f64::from(dot / squares.sqrt().max(f32::MIN_POSITIVE));
        }
        nearness
    }

    /// What a term adds to the likeness with a text, for the reasons shown.
    pub(crate) fn part(&self, text: &Weighed, term: u32) -> f64 {
        let mut part = 0.0;
        for (((sum, square), view), share) in self.sums.iter().zip(self.squares).zip(&text.0).zip(SHARES) {
            if let (Some(weight), Some(s)) = (weight_of(view, term), weight_of(sum, term)) {
                part += share * f64::from(s * weight / square.sqrt().max(f32::MIN_POSITIVE));
            }
        }
        part
    }
}

fn weight_of(terms: &[(u32, f32)], term: u32) -> Option<f32> {
    let at = terms.binary_search_by_key(&term, |&(t, _)| t).ok()?;
    terms.get(at).map(|&(_, weight)| weight)
}

/// The sum of products over the terms of both; `few` is walked, `many` is searched, both ascending.
fn dot(few: &[(u32, f32)], many: &[(u32, f32)]) -> f32 {
    let mut rest = many;
    let mut sum = 0.0;
    for &(term, weight) in few {
        rest = rest.get(rest.partition_point(|&(t, _)| t < term)..).unwrap_or(&[]);
        match rest.first() {
            Some(&(t, other)) if t == term => sum += other * weight,
            Some(_) => {}
            None => break,
        }
    }
    sum
}
