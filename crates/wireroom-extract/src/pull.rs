//! Pull quotes: words of the text set large. Told by their elements' names, by quotation marks or elements around
//! words that another paragraph holds too, whole or nearly so; the name below goes with them.
//! It refuses a quotation that the text does not repeat, unless its own name says what it is, and one with a number that the
//! paragraph has not. Start at [`quotes`].

use crate::blocks::{Block, Blocks, Role, weigh};
use crate::choose::fold;
use crate::hints::Hints;
use crate::tree::{Tag, Tree};
use std::collections::BTreeSet;
use wireroom_text::hash;

/// More quotation blocks than these are the text of a page, and each costs a search of all the others.
const MOST: usize = 64;
/// Most quotations of a page of which some may be told by less than their repetition: more are what the page is about.
const FEW: usize = 6;
/// Fewest letters whose repetition is a pull quote, and fewest of a plain paragraph.
const SHORTEST: usize = 20;
const SHORTEST_PLAIN: usize = 40;
/// Longest pull quote that its name alone gives away, in letters.
const LONGEST: usize = 400;
/// Share of a quotation's runs of three words, in hundredths, that another paragraph holds: an editor shortens.
const ALIKE: usize = 80;
/// Fewest words of a quotation that is compared by its runs.
const MIN_WORDS: usize = 8;

/// Which of the kept blocks are pull quotes, or stand in one.
pub fn quotes(tree: &Tree, blocks: &Blocks, kept: &[usize]) -> BTreeSet<usize> {
    let list: Vec<(usize, &Block)> =
        kept.iter().filter_map(|at| Some((*at, blocks.list.get(*at)?))).collect();
    let is_quote = |b: &Block| b.role == Role::Quote || b.hints.has(Hints::PULLQUOTE) || is_marked(&b.text);
    let count = list.iter().filter(|(_, b)| is_quote(b)).count();
    let mut found = BTreeSet::new();
    if count == 0 || count > MOST {
        return found;
    }
    let folded: Vec<String> = list.iter().map(|(_, b)| fold(&b.text)).collect();
    let others = || list.iter().zip(&folded).filter(|((_, b), _)| b.role != Role::Quote);
    for ((at, block), text) in list.iter().zip(&folded).filter(|((_, b), _)| is_quote(b)) {
        let set = block.role == Role::Quote || block.hints.has(Hints::PULLQUOTE);
        let shortest = if set { SHORTEST } else { SHORTEST_PLAIN };
        let repeats = || {
            let holds = |t: &&String| t.len() > text.len() && t.contains(text.as_str());
            weigh(text) >= shortest && folded.iter().any(|t| holds(&t))
        };
        let shortened = || set && others().any(|((o, b), _)| o != at && is_cut_from(&block.text, &b.text));
        let close = || set && count <= FEW && is_made_of(block, &list);
        let apart = || count <= FEW && stands_apart(tree, block, &list);
        let named = block.hints.has(Hints::PULLQUOTE) && block.letters <= LONGEST;
        if named || repeats() || shortened() || close() || apart() {
            found.insert(*at);
        }
    }
    let holders: BTreeSet<usize> =
        list.iter().filter(|(at, _)| found.contains(at)).filter_map(|(_, b)| holder(tree, b)).collect();
    let below = list.iter().filter(|(_, b)| {
        b.letters < 80 && !b.ends_a_sentence() && holder(tree, b).is_some_and(|h| holders.contains(&h))
    });
    let below: Vec<usize> = below.map(|(at, _)| *at).collect();
    found.extend(below);
    found
}

/// A few words in a quotation block that one paragraph near by holds nearly all of, in whatever order.
fn is_made_of(block: &Block, list: &[(usize, &Block)]) -> bool {
    /// Longest such quotation in letters; shortest word that counts; fewest of them.
    const MOST: usize = 90;
    const LONG: usize = 4;
    const FEWEST: usize = 3;
    /// Share of the words, in hundredths.
    const SHARE: usize = 75;
    if block.letters > MOST {
        return false;
    }
    let own: BTreeSet<String> = long_words(&block.text, LONG).collect();
    let near = list.iter().filter(|(_, b)| {
        b.role != Role::Quote && b.letters > block.letters && has_numbers_of(&b.text, &block.text)
    });
    let holds = |text: &str| {
        let theirs: BTreeSet<String> = long_words(text, LONG).collect();
        own.iter().filter(|word| theirs.contains(*word)).count() * 100 >= own.len() * SHARE
    };
    own.len() >= FEWEST && near.map(|(_, b)| b.text.as_str()).any(holds)
}

fn long_words(text: &str, least: usize) -> impl Iterator<Item = String> + '_ {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(fold);
    words.filter(move |word| word.chars().count() >= least)
}

/// A short line in quotation marks whose element's own name sets it large, or in a quotation block over a name that the
/// text gives, too.
fn stands_apart(tree: &Tree, block: &Block, list: &[(usize, &Block)]) -> bool {
    /// Longest such line, in letters.
    const MOST: usize = 110;
    if block.letters > MOST || !is_marked(&block.text) {
        return false;
    }
    if block.role != Role::Quote {
        return tree.hints(block.node).has(Hints::LARGE);
    }
    let Some(holder) = holder(tree, block) else { return false };
    let below = (block.last + 1..tree.end(holder)).filter(|at| tree.tag(*at) == Tag::Text);
    let mut cited = below.filter_map(|at| {
        let name = tree.text(at).split([',', '(', '|']).next()?;
        (name.chars().count() < 60).then(|| fold(name.trim().trim_start_matches(['–', '—', '-', ' '])))
    });
    cited.any(|name| {
        weigh(&name) >= 5
            && list
                .iter()
                .any(|(_, b)| !tree.subtree(holder).contains(&b.node) && fold(&b.text).contains(&name))
    })
}

/// In quotation marks from end to end.
fn is_marked(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(['“', '„', '«', '"', '»', '「']) && text.ends_with(['”', '“', '»', '"', '«', '」'])
}

/// The quotation that a block stands in.
fn holder(tree: &Tree, block: &Block) -> Option<usize> {
    const MAX_UP: usize = 4;
    let mut at = block.node;
    for _ in 0..MAX_UP {
        if tree.tag(at) == Tag::Quote || tree.hints(at).has(Hints::PULLQUOTE) {
            return Some(at);
        }
        at = tree.parent(at);
    }
    None
}

/// Whether nearly all of a quotation's words stand in another paragraph in the same runs.
fn is_cut_from(quote: &str, text: &str) -> bool {
    if weigh(text) < weigh(quote) || !has_numbers_of(text, quote) {
        return false;
    }
    let own = runs(quote);
    if own.len() + 2 < MIN_WORDS {
        return false;
    }
    let all: BTreeSet<u64> = runs(text).into_iter().collect();
    own.iter().filter(|run| all.contains(run)).count() * 100 >= own.len() * ALIKE
}

/// Whether every number of a quotation stands in a text: another number is another statement.
fn has_numbers_of(text: &str, quote: &str) -> bool {
    let numbers = |text: &str| -> BTreeSet<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| word.contains(|c: char| c.is_numeric())).map(fold).collect()
    };
    let own = numbers(quote);
    own.is_empty() || own.is_subset(&numbers(text))
}

/// Hashes of every three words in a row.
fn runs(text: &str) -> Vec<u64> {
    let words: Vec<String> = text.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
    words.windows(3).map(|run| hash::word_v1(&run.join(" "))).collect()
}
