//! The judge between the candidates of one page: a handful of weights over what speaks for each.
//! It proposes nothing and reads no text; what it weighed is kept for whoever asks why.
//! Start at [`weigh`].

use crate::candidates::{Candidate, Features};
use crate::choose::Way;
use crate::tree::Tree;

/// One candidate with its weight.
#[derive(Debug, Clone)]
pub struct Weighed {
    pub way: Way,
    pub node: usize,
    /// The higher wins; between equals the one that was proposed first.
    pub score: f64,
    pub features: Features,
}

impl Weighed {
    /// Letters of all its blocks.
    pub const fn letters(&self) -> usize {
        self.features.letters as usize
    }

    /// What the score is made of.
    pub fn because(&self) -> Vec<(String, f64)> {
        parts(&self.features).map(|(name, part)| (name.to_owned(), part)).to_vec()
    }
}

/// The candidates by score, the best first.
pub fn weigh(candidates: &[Candidate]) -> Vec<Weighed> {
    let mut weighed: Vec<Weighed> = candidates
        .iter()
        .map(|c| {
            let score = parts(&c.features).iter().map(|(_, part)| part).sum();
            Weighed { way: c.way, node: c.node, score, features: c.features }
        })
        .collect();
    weighed.sort_by(|a, b| b.score.total_cmp(&a.score));
    weighed
}

// The weights were set together on the development sets, against the share of the best proposal, which weighs 1.

/// Agreement with the stated text: it settles how wide the part is, seldom which.
const STATED: f64 = 0.6;
/// Agreement of the other candidates.
const AGREEMENT: f64 = 0.2;
/// Called the article's text by its names: without it the pages of 2012 lose two tenths of a point.
const NAMED: f64 = 0.3;
/// At the headline: a text stands under its own. Measured alone: six in a thousand more of the wanted strings, one more
/// of the unwanted, newspaper4k four ten-thousandths less.
const HEADED: f64 = 0.3;
/// Prose against all its letters.
const PURITY: f64 = 0.3;
/// All of the page proposes itself on every page: it wins where the others hold next to nothing of it.
const BASELINE: f64 = -0.2;

/// The parts of a score by name.
fn parts(features: &Features) -> [(&'static str, f64); 7] {
    /// A part of the page that left this much of the prose out is not the text, whatever its name.
    const ENOUGH: f64 = 0.7;
    let named = features.named && features.own_share >= ENOUGH;
    let purity = if features.letters > 0.0 { features.prose / features.letters } else { 0.0 };
    [
        ("share", features.share),
        ("stated", STATED * features.stated),
        ("agreement", AGREEMENT * features.agreement),
        ("named", if named { NAMED } else { 0.0 }),
        ("headed", if features.headed { HEADED } else { 0.0 }),
        ("purity", PURITY * purity),
        ("whole page", if features.whole { BASELINE } else { 0.0 }),
    ]
}

/// The widest element around the winner that another candidate proposed and that adds more prose than furniture.
pub fn frame(tree: &Tree, best: &Weighed, all: &[Weighed]) -> usize {
    let mut frame = best.node;
    for other in all.iter().filter(|w| w.way != Way::Baseline) {
        let around = tree.subtree(other.node).contains(&frame);
        if around && other.features.worth >= best.features.worth {
            frame = other.node;
        }
    }
    frame
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(of: [Features; 2]) -> usize {
        let candidate = |(node, features)| Candidate { way: Way::Density, node, range: 0..1, features };
        let [first, second] = of;
        weigh(&[candidate((1, first)), candidate((2, second))])[0].node
    }

    #[test]
    fn of_two_texts_alike_the_one_at_the_headline_wins() {
        let plain = Features { share: 1.0, ..Features::default() };
        assert_eq!(best([plain, Features { headed: true, ..plain }]), 2);
        assert_eq!(best([plain, plain]), 1);
    }

    #[test]
    fn a_name_does_not_save_a_part_that_lost_most_of_the_prose() {
        let whole = Features { share: 1.0, own_share: 1.0, ..Features::default() };
        let named = Features { share: 0.8, own_share: 0.8, named: true, ..Features::default() };
        assert_eq!(best([whole, named]), 2);
        assert_eq!(best([whole, Features { share: 0.5, own_share: 0.5, ..named }]), 1);
    }
}
