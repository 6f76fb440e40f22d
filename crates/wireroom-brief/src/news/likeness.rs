//! How much two sentences have in common, and where: words in order with values masked, and sets of stems.
//! Start at [`laid`].

use super::lines::{Line, Token};

/// Two sentences laid beside each other.
#[derive(Debug, Default)]
pub(super) struct Laid {
    /// Pairs of token indexes that are equal, in order.
    pub(super) pairs: Vec<(usize, usize)>,
}

impl Laid {
    /// Share of both sentences' tokens that stand in both in one order.
    pub(super) fn share(&self, a: &Line, b: &Line) -> f64 {
        let all = a.len() + b.len();
        if all == 0 { 0.0 } else { 2.0 * self.pairs.len() as f64 / all as f64 }
    }
}

/// Longest sentence laid out, in tokens.
const MAX_TOKENS: usize = 200;

/// The longest common run of tokens, gaps allowed; a value equals any value.
pub(super) fn laid(a: &Line, b: &Line) -> Laid {
    let (x, y) = (head(&a.tokens), head(&b.tokens));
    let width = y.len() + 1;
    let mut table = vec![0_u16; (x.len() + 1) * width];
    let cell = |table: &[u16], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or(0);
    for (i, one) in x.iter().enumerate().rev() {
        for (j, two) in y.iter().enumerate().rev() {
            let best = if one.hash == two.hash {
                cell(&table, i + 1, j + 1) + 1
            } else {
                cell(&table, i + 1, j).max(cell(&table, i, j + 1))
            };
            if let Some(slot) = table.get_mut(i * width + j) {
                *slot = best;
            }
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while let (Some(one), Some(two)) = (x.get(i), y.get(j)) {
        if one.hash == two.hash {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if cell(&table, i + 1, j) >= cell(&table, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    Laid { pairs }
}

fn head(tokens: &[Token]) -> &[Token] {
    tokens.get(..MAX_TOKENS).unwrap_or(tokens)
}

/// How many of two sorted lists' hashes are in one and not in the other: those of `a` alone.
pub(super) fn alone(a: &[u64], b: &[u64]) -> usize {
    a.iter().filter(|word| b.binary_search(word).is_err()).count()
}

/// Words that both begin with, in a row.
pub(super) fn opening(a: &Line, b: &Line) -> usize {
    a.tokens.iter().zip(&b.tokens).take_while(|(x, y)| x.hash == y.hash && x.value.is_none()).count()
}
