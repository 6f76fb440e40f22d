//! The background: how alike an article is to the nearest story that it does not belong to, in one language's stream.
//! It refuses to be a constant: with more stories about, or fewer, strangers come nearer or stay further off, and
//! what a joining article must reach moves with them. Start at [`Background::mean`].

use serde::{Deserialize, Serialize};

/// Likenesses are kept in parts of a million, so that a snapshot reads back what was written.
const PARTS: f64 = 1e6;

/// Before the first article the background is taken to have been measured so often ...
const PRIOR_COUNT: f64 = 57.0;

/// ... with this mean and this mean square. B3 F1 of both story sets stays within .001 for means from .062 to .069;
/// below that, wrong dates let two events of stories-2025-a run together in one order of three.
const PRIOR_MEAN: f64 = 0.062;
const PRIOR_SQUARE: f64 = PRIOR_MEAN * PRIOR_MEAN + 0.0025;

/// A likeness so many deviations above the mean counts as this: one sibling story must not move the bar for all.
const CLIP: f64 = 2.8;

/// From so many measurements on, old ones fade: all are halved.
const FADE: u32 = 8_192;

/// Running sums of the nearest strangers' likenesses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Background {
    count: u32,
    /// Millionths.
    sum: u64,
    /// Millionths of the squares.
    squares: u64,
}

impl Background {
    /// The mean likeness of the nearest stranger.
    pub(crate) fn mean(&self) -> f64 {
        (PRIOR_COUNT * PRIOR_MEAN + self.sum as f64 / PARTS) / (PRIOR_COUNT + f64::from(self.count))
    }

    fn deviation(&self) -> f64 {
        let square = (PRIOR_COUNT * PRIOR_SQUARE + self.squares as f64 / PARTS)
            / (PRIOR_COUNT + f64::from(self.count));
        (square - self.mean() * self.mean()).max(0.0).sqrt()
    }

    /// Takes one measurement in.
    pub(crate) fn note(&mut self, likeness: f64) {
        let likeness = likeness.clamp(0.0, self.mean() + CLIP * self.deviation());
        self.count += 1;
        self.sum += (likeness * PARTS).round() as u64;
        self.squares += (likeness * likeness * PARTS).round() as u64;
        if self.count >= FADE {
            (self.count, self.sum, self.squares) = (self.count / 2, self.sum / 2, self.squares / 2);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_moves_to_what_is_measured_and_one_outlier_hardly_moves_it() {
        let mut background = Background::default();
        for _ in 0..1_000 {
            background.note(0.15);
        }
        assert!((background.mean() - 0.15).abs() < 0.01, "{background:?}");
        let before = background.mean();
        background.note(1.0);
        assert!(background.mean() - before < 0.001);
    }

    #[test]
    fn old_measurements_fade() {
        let mut background = Background::default();
        for _ in 0..50_000 {
            background.note(0.2);
        }
        for _ in 0..20_000 {
            background.note(0.05);
        }
        assert!(background.mean() < 0.1, "{background:?}");
    }
}
