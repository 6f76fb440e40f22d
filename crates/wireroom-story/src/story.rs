//! One story as the room sees it: the sum of its texts' views, a copy family counting as one text, and how many of
//! its texts have each term. It refuses to remember texts: those stand in the state.
//! Start at [`Centre::likeness`].

use crate::views::{SHARES, VIEWS, Weighed};

/// The sum of unit vectors, view by view.
#[derive(Debug, Clone, Default)]
pub(crate) struct Centre {
    /// Ascending by term.
    sums: Vec<(u32, [f32; VIEWS])>,
    squares: [f32; VIEWS],
}

impl Centre {
    pub(crate) fn add(&mut self, text: &Weighed) {
        let before = std::mem::take(&mut self.sums);
        let mut sums = Vec::with_capacity(before.len() + text.len());
        let mut old = before.into_iter().peekable();
        for (term, mut parts) in text.parts() {
            while let Some(other) = old.next_if(|(other, _)| *other < term) {
                sums.push(other);
            }
            let here = old.next_if(|(other, _)| *other == term).map_or([0.0; VIEWS], |(_, here)| here);
            for ((part, here), square) in parts.iter_mut().zip(here).zip(&mut self.squares) {
                *square += (2.0 * here + *part) * *part;
                *part += here;
            }
            sums.push((term, parts));
        }
        sums.extend(old);
        sums.shrink_to_fit();
        self.sums = sums;
    }

    /// How alike a text and the story are, 0 to 1. A missing view (no title) leaves the decision to the others.
    pub(crate) fn likeness(&self, text: &Weighed) -> f64 {
        let mut dots = [0.0_f32; VIEWS];
        let mut rest = self.sums.as_slice();
        for (term, parts) in text.parts() {
            rest = from(rest, term);
            if let Some((_, sums)) = rest.first().filter(|(other, _)| *other == term) {
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
        let mut dots = [0.0_f32; VIEWS];
        let mut rest = many.sums.as_slice();
        for (term, sums) in &few.sums {
            rest = from(rest, *term);
            if let Some((_, others)) = rest.first().filter(|(other, _)| other == term) {
                for ((dot, a), b) in dots.iter_mut().zip(sums).zip(others) {
                    *dot += a * b;
                }
            }
        }
        let near = |((dot, a), b): ((f32, f32), f32)| f64::from(dot / (a * b).sqrt().max(f32::MIN_POSITIVE));
        let views = dots.into_iter().zip(self.squares).zip(other.squares).map(near);
        views.zip(SHARES).map(|(near, share)| near * share).sum()
    }

    /// What a term with these weights adds to the likeness of a text, for the reasons shown.
    pub(crate) fn part(&self, term: u32, parts: &[f32; VIEWS]) -> f64 {
        let Some((_, sums)) = from(&self.sums, term).first().filter(|(other, _)| *other == term) else {
            return 0.0;
        };
        let views = sums.iter().zip(parts).zip(self.squares).zip(SHARES);
        let part = |(((sum, part), square), share): (((&f32, &f32), f32), f64)| {
            share * f64::from(sum * part / square.sqrt().max(f32::MIN_POSITIVE))
        };
        views.map(part).sum()
    }

    /// Terms that are held.
    pub(crate) const fn terms(&self) -> usize {
        self.sums.len()
    }
}

/// The entries from a term on. Looks near the front first: the terms asked for ascend.
fn from<T>(entries: &[(u32, T)], term: u32) -> &[(u32, T)] {
    let mut reach = 1;
    while entries.get(reach).is_some_and(|(other, _)| *other < term) {
        reach *= 2;
    }
    let near = entries.get(..(reach + 1).min(entries.len())).unwrap_or(entries);
    entries.get(near.partition_point(|(other, _)| *other < term)..).unwrap_or_default()
}

/// Texts of one language in a story: how many, and how many of them have each term.
#[derive(Debug, Clone, Default)]
pub(crate) struct Holds {
    pub texts: u32,
    /// Ascending by term.
    terms: Vec<(u32, u32)>,
}

impl Holds {
    /// Takes a text's terms (ascending) in; says of each how many texts had it before.
    pub(crate) fn add(&mut self, text: impl Iterator<Item = u32>, mut had: impl FnMut(u32, u32)) {
        self.texts += 1;
        let held = std::mem::take(&mut self.terms);
        self.terms.reserve(held.len().max(text.size_hint().0));
        let mut old = held.into_iter().peekable();
        for term in text {
            while let Some(other) = old.next_if(|(other, _)| *other < term) {
                self.terms.push(other);
            }
            let before = old.next_if(|(other, _)| *other == term).map_or(0, |(_, before)| before);
            had(term, before);
            self.terms.push((term, before + 1));
        }
        self.terms.extend(old);
        self.terms.shrink_to_fit();
    }

    /// Takes a text's terms (ascending) out; says of each how many texts still have it.
    pub(crate) fn remove(&mut self, text: impl Iterator<Item = u32>, mut have: impl FnMut(u32, u32)) {
        self.texts = self.texts.saturating_sub(1);
        let mut gone = text.peekable();
        self.terms.retain_mut(|(term, texts)| {
            while gone.next_if(|other| *other < *term).is_some() {}
            if gone.next_if_eq(term).is_some() {
                *texts = texts.saturating_sub(1);
                have(*term, *texts);
            }
            *texts > 0
        });
        self.terms.shrink_to_fit();
    }

    /// Terms that are held.
    pub(crate) const fn terms(&self) -> usize {
        self.terms.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_forgets_what_is_taken_out() {
        let mut holds = Holds::default();
        let mut before = Vec::new();
        holds.add([1, 5, 9].into_iter(), |term, had| before.push((term, had)));
        holds.add([2, 5, 7].into_iter(), |term, had| before.push((term, had)));
        assert_eq!(before, [(1, 0), (5, 0), (9, 0), (2, 0), (5, 1), (7, 0)]);
        assert_eq!(holds.terms, [(1, 1), (2, 1), (5, 2), (7, 1), (9, 1)]);
        let mut after = Vec::new();
        holds.remove([1, 5, 9].into_iter(), |term, have| after.push((term, have)));
        assert_eq!(after, [(1, 0), (5, 1), (9, 0)]);
        assert_eq!((holds.texts, holds.terms), (1, vec![(2, 1), (5, 1), (7, 1)]));
    }

    #[test]
    fn entries_are_found_from_anywhere() {
        let entries: Vec<(u32, ())> = (0..100).map(|n| (n * 3, ())).collect();
        for term in 0..=300 {
            let expected = entries.iter().filter(|(other, ())| *other >= term).count();
            assert_eq!(from(&entries, term).len(), expected, "{term}");
        }
        assert!(from::<()>(&[], 4).is_empty());
    }
}
