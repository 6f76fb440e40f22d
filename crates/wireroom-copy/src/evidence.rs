//! Evidence: what two texts of the window both print, and what that says of them.
//! It refuses to make a family of shared lines: a quotation, a legal line and a template are named as what they are.
//! Start at [`Copies::neighbours`], then [`Copies::evidence`] with the two articles.

use crate::align::{Alignment, align};
use crate::learn::MAX_CANDIDATES;
use crate::pair::EDITED_SHARE;
use crate::print::{grams, sample_of, sampled, word_numbers};
use crate::quoted::quoted;
use crate::window::Copies;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use wireroom_model::{Article, ArticleId, FamilyId, Relation, Span};

/// Passages in common of fewer words tell of nothing: an office, a title, a turn of phrase.
const SHARED_WORDS: u32 = 12;

/// From this share of the words in common on that stand between quotation marks, the two quote one source.
const QUOTED_SHARE: f64 = 0.8;

/// A passage of this many families in the window, these two aside, is common stock: nobody's mark.
const STOCK_FAMILIES: usize = 3;

/// How two texts stand to each other, with what shows it. The same from both sides.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// `Verbatim`, `Edited`, `Excerpt` (one family), `Shares`, `Quotes` or `Independent`; never `Anchor`.
    pub relation: Relation,
    pub alignment: Alignment,
    /// For each passage: whether it is common stock.
    pub stock: Vec<bool>,
}

impl Copies {
    /// The texts of the window that share passages with this one, those that share most first, at most 64.
    pub fn neighbours(&self, article: ArticleId) -> Vec<ArticleId> {
        let sample = self.text(article).map(|text| sampled(&text.numbers)).unwrap_or_default();
        let meeting = self.index().meet(&sample);
        meeting.met.iter().map(|met| met.id).filter(|&other| other != article).take(MAX_CANDIDATES).collect()
    }

    /// What stands between two articles. Spans are of the bodies given. Whether they are one family is what the
    /// window says, once both are in it; a text that is not in the window is in no family.
    pub fn evidence(&self, a: &Article, b: &Article) -> Evidence {
        let alignment = align(&a.body, &b.body);
        let own: BTreeSet<FamilyId> = [a, b].iter().filter_map(|x| Some(self.text(x.id)?.family)).collect();
        let stock: Vec<bool> = alignment
            .passages
            .iter()
            .map(|passage| passage.a.of(&a.body).is_some_and(|words| self.is_stock(words, &own)))
            .collect();
        let pair = self.text(a.id).and_then(|text| text.pairs.get(&b.id));
        let relation = match pair {
            Some(pair) if own.len() == 1 => pair.relation_of_both(),
            None if own.len() == 1 && a.id != b.id && self.said().joins(a.id, b.id) => joined(&alignment),
            _ => outside_a_family(&alignment, &stock, &a.body, &b.body),
        };
        Evidence { relation, alignment, stock }
    }

    /// True where a passage stands in families of others too.
    fn is_stock(&self, words: &str, own: &BTreeSet<FamilyId>) -> bool {
        let numbers = word_numbers(words);
        let known: Vec<usize> = grams(&numbers)
            .filter_map(|gram| {
                let holders = self.index().holders(sample_of(gram)?);
                let families: BTreeSet<FamilyId> =
                    holders.filter_map(|id| Some(self.text(id)?.family)).collect();
                (!families.is_empty()).then(|| families.difference(own).count())
            })
            .collect();
        // Half of what is known of it: a long passage with one stock phrase in it is no stock.
        let common = known.iter().filter(|&&families| families >= STOCK_FAMILIES).count();
        common > 0 && common * 2 >= known.len()
    }
}

/// Two texts that a reader's word joins: how, as far as their words say it.
fn joined(alignment: &Alignment) -> Relation {
    let most = alignment.a_in_b.min(alignment.b_in_a) >= EDITED_SHARE;
    if most { Relation::Edited } else { Relation::Excerpt }
}

fn outside_a_family(alignment: &Alignment, stock: &[bool], a: &str, b: &str) -> Relation {
    let telling: Vec<_> = alignment
        .passages
        .iter()
        .zip(stock)
        .filter(|(_, stock)| !**stock)
        .map(|(passage, _)| passage)
        .collect();
    let all: u32 = telling.iter().map(|passage| passage.words).sum();
    if all < SHARED_WORDS {
        return Relation::Independent;
    }
    let (quoted_a, quoted_b) = (quoted(a), quoted(b));
    let inside = |quotes: &[Span], span: Span| quotes.iter().any(|quote| quote.touches(span));
    let cited: u32 = telling
        .iter()
        .filter(|passage| inside(&quoted_a, passage.a) && inside(&quoted_b, passage.b))
        .map(|passage| passage.words.min(quoted_words(a, &quoted_a, passage.a)))
        .sum();
    if f64::from(cited) >= f64::from(all) * QUOTED_SHARE { Relation::Quotes } else { Relation::Shares }
}

/// The words of a span that stand between quotation marks.
fn quoted_words(text: &str, quotes: &[Span], span: Span) -> u32 {
    let words = span.of(text).map(wireroom_text::words::words).into_iter().flatten();
    let inside = words.filter(|word| {
        let at = span.start() + word.start;
        quotes.iter().any(|quote| quote.start() <= at && at < quote.end())
    });
    u32::try_from(inside.count()).unwrap_or(u32::MAX)
}
