//! How much of a claim stands in its evidence: what is measured, and the score that the measures give together.
//! It knows no word list beside the stop words; a word's weight comes from its shape. Start at [`measure`].

use super::reason::Reason;
use super::tokens::{Read, Token};
use std::collections::{BTreeMap, BTreeSet};

/// What a name, a number or a date weighs against a word: by its letters, at most as much as a very long one.
/// With equal weights the best window alone gives .711 / .705 on the two sets of citations, with these .723 / .701.
const NAME_WEIGHT: f64 = 4.5;
const LEAST_WEIGHT: f64 = 1.6;
const LETTER_WEIGHT: f64 = 0.3;
const MOST_WEIGHT: f64 = 6.0;

/// What the words of a window that the claim does not have take from it (0.05 to 0.4 were tried: .715/.690 to .716/.704).
const EXCESS: f64 = 0.25;
/// Sentences of a window: up to six give .727 / .700 where three give .723 / .701.
const WINDOW: usize = 3;
/// Sentences that may carry a claim between them.
const CARRIERS: usize = 3;
/// Words of other forms count as the same from so many equal letters on ("produce", "production").
const STEM_LETTERS: usize = 5;

/// The measures of one claim, each without a unit; shares are 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Measures {
    /// The claim's words in the best window of sentences, against the claim and a share of the window's other words.
    pub window: f64,
    /// The claim's words found in the three sentences that together hold most of them.
    pub carried: f64,
    /// The claim's words found anywhere.
    pub found: f64,
    /// Numbers, days and years of the claim that the evidence lacks.
    pub numbers: f64,
    /// Words of matter in the evidence.
    pub length: f64,
}

/// Evidence of more words of matter than this is a page, less is a passage: in a page any word of a claim stands somewhere,
/// so that single sentences and names say more; a passage was chosen for its claim. 200, 270, 330 and 400 were tried.
const PAGE: f64 = 400.0;

/// What each measure adds to the score: a logistic regression over both development sets of citations, both weighing the
/// same. Balanced accuracy .772 on pages and .708 on passages; fitted on four fifths and scored on the fifth .752 and .705,
/// on halves .753 and .702 (docs/verification.md says what else was tried).
const PAGE_BIAS: f64 = -3.09;
const PAGE_CARRIED: f64 = 4.9;
const PAGE_NAME_MISSING: f64 = -0.905;
const PAGE_NUMBER_OTHER: f64 = -1.09;
const PASSAGE_BIAS: f64 = -1.075;
/// Of the window's square: from half of a claim to all of it is more than from none to half.
const PASSAGE_WINDOW: f64 = 7.41;
const NUMBER_MISSING: f64 = -1.04;
/// More missing numbers or names than this say no more.
const MOST_MISSING: f64 = 3.0;

impl Measures {
    /// 0 to 1: how surely evidence with these measures, and these reasons against it, supports its claim.
    pub(super) fn score(&self, reasons: &[Reason]) -> f64 {
        let count = |kind: fn(&Reason) -> bool| reasons.iter().filter(|r| kind(r)).count() as f64;
        let of_its_kind = if self.length > PAGE {
            PAGE_BIAS
                + PAGE_CARRIED * self.carried
                + PAGE_NAME_MISSING * count(|r| matches!(r, Reason::NameMissing { .. })).min(MOST_MISSING)
                + PAGE_NUMBER_OTHER * count(|r| matches!(r, Reason::NumberOther { .. }))
        } else {
            PASSAGE_BIAS + PASSAGE_WINDOW * self.window * self.window
        };
        let sum = of_its_kind + NUMBER_MISSING * self.numbers.min(MOST_MISSING);
        1.0 / (1.0 + (-sum).exp())
    }
}

/// The measures, and the sentences that carry most of the claim: index of the evidence, index of the sentence.
#[derive(Debug, Default)]
pub(super) struct Measured {
    pub(super) measures: Measures,
    pub(super) carriers: Vec<(usize, usize)>,
}

/// A word of matter as it is compared.
#[derive(Debug, Clone, Copy)]
struct Item {
    id: usize,
    weight: f64,
}

fn weight(token: &Token) -> f64 {
    if token.capital || token.is_digit() || token.counted {
        return NAME_WEIGHT;
    }
    (LEAST_WEIGHT + LETTER_WEIGHT * token.folded.chars().count() as f64).min(MOST_WEIGHT)
}

/// Ids for words: those of the claim come first.
#[derive(Debug, Default)]
struct Ids {
    of: BTreeMap<String, usize>,
    /// How many belong to the claim.
    claim: usize,
}

impl Ids {
    fn id(&mut self, key: &str) -> usize {
        if let Some(id) = self.of.get(key) {
            return *id;
        }
        let id = self.of.len();
        self.of.insert(key.to_owned(), id);
        id
    }
}

/// The sentences of a text as items; numbers that fit one of the claim's take its key.
fn items(read: &Read<'_>, claim: Option<&Read<'_>>, ids: &mut Ids) -> Vec<(usize, Vec<Item>)> {
    let mut sentences: Vec<Vec<Item>> = vec![Vec::new(); read.sentences.len().max(1)];
    let mut numbers = read.numbers.iter().peekable();
    for (index, token) in read.tokens.iter().enumerate() {
        while numbers.next_if(|n| n.tokens.1 <= index).is_some() {}
        let key = match numbers.peek() {
            Some(number) if number.tokens.0 <= index && index < number.tokens.1 => {
                if index != number.tokens.0 {
                    continue;
                }
                let same = claim.and_then(|c| c.numbers.iter().find(|n| n.fits(number)));
                same.unwrap_or(number).values.first().map_or_else(String::new, |v| format!("#{v}"))
            }
            _ if token.matter => token.key.clone(),
            _ => continue,
        };
        let item = Item { id: ids.id(&key), weight: weight(token) };
        if let Some(sentence) = sentences.get_mut(token.sentence) {
            sentence.push(item);
        }
    }
    sentences.into_iter().enumerate().filter(|(_, items)| !items.is_empty()).collect()
}

/// Words of the evidence that are other forms of words of the claim that it lacks.
fn other_forms(ids: &Ids, present: &BTreeSet<usize>) -> BTreeMap<usize, usize> {
    let mut forms = BTreeMap::new();
    let missing =
        ids.of.iter().filter(|(key, id)| **id < ids.claim && !present.contains(*id) && !key.starts_with('#'));
    for (key, id) in missing {
        let Some((end, _)) = key
            .char_indices()
            .nth(STEM_LETTERS)
            .or_else(|| (key.chars().count() == STEM_LETTERS).then_some((key.len(), ' ')))
        else {
            continue;
        };
        let Some(head) = key.get(..end) else { continue };
        for (_, other) in ids.of.range(head.to_owned()..).take_while(|(k, _)| k.starts_with(head)) {
            forms.entry(*other).or_insert(*id);
        }
    }
    forms
}

/// Measures a claim against its evidence.
pub(super) fn measure(claim: &Read<'_>, evidence: &[Read<'_>]) -> Measured {
    let mut ids = Ids::default();
    let own: Vec<Item> = items(claim, None, &mut ids).into_iter().flat_map(|(_, items)| items).collect();
    ids.claim = ids.of.len();
    let (mut lines, mut places) = (Vec::new(), Vec::new());
    for (index, read) in evidence.iter().enumerate() {
        for (sentence, items) in items(read, Some(claim), &mut ids) {
            places.push((index, sentence));
            lines.push(items);
        }
    }
    let present: BTreeSet<usize> = lines.iter().flatten().map(|item| item.id).collect();
    let forms = other_forms(&ids, &present);
    for item in lines.iter_mut().flatten() {
        if let Some(id) = forms.get(&item.id) {
            item.id = *id;
        }
    }
    let mut weights: BTreeMap<usize, f64> = BTreeMap::new();
    for item in &own {
        weights.entry(item.id).or_insert(item.weight);
    }
    let total: f64 = weights.values().sum();
    if total <= 0.0 || lines.is_empty() {
        return Measured::default();
    }
    let lacks = |id: &usize| !lines.iter().flatten().any(|item| item.id == *id);
    let sets: Vec<BTreeSet<usize>> = lines.iter().map(|line| line.iter().map(|i| i.id).collect()).collect();
    let numbers = claim
        .numbers
        .iter()
        .filter(|n| !evidence.iter().any(|e| e.numbers.iter().any(|o| n.fits(o))))
        .count();
    let dated = claim.tokens.iter().filter(|t| t.dated && t.is_digit() && lacks(&ids.id(&t.key))).count();
    let (held, chosen) = carried(&sets, &weights);
    let measures = Measures {
        window: window(&lines, &weights, total),
        carried: held / total,
        found: weights.iter().filter(|(id, _)| !lacks(id)).map(|(_, w)| w).sum::<f64>() / total,
        numbers: (numbers + dated) as f64,
        length: lines.iter().map(Vec::len).sum::<usize>() as f64,
    };
    Measured { measures, carriers: chosen.into_iter().filter_map(|line| places.get(line).copied()).collect() }
}

/// The best window of neighbouring sentences.
fn window(lines: &[Vec<Item>], weights: &BTreeMap<usize, f64>, total: f64) -> f64 {
    let mut best: f64 = 0.0;
    for from in 0..lines.len() {
        let (mut seen, mut mass, mut hit) = (BTreeSet::new(), 0.0, 0.0);
        for line in lines.iter().skip(from).take(WINDOW) {
            for item in line.iter().filter(|item| seen.insert(item.id)) {
                mass += item.weight;
                hit += weights.get(&item.id).unwrap_or(&0.0);
            }
            best = best.max(hit / (total + EXCESS * mass));
        }
    }
    best
}

/// The weight of the claim's words in the few sentences that together hold most of them, taken greedily.
fn carried(sets: &[BTreeSet<usize>], weights: &BTreeMap<usize, f64>) -> (f64, Vec<usize>) {
    let mut open = weights.clone();
    let (mut sum, mut chosen) = (0.0, Vec::new());
    for _ in 0..CARRIERS {
        let gain = |set: &BTreeSet<usize>| {
            open.iter().filter(|(id, _)| set.contains(*id)).map(|(_, w)| w).sum::<f64>()
        };
        // The first of equals: a lead before its repetition.
        let gains = sets.iter().enumerate().map(|(line, set)| (gain(set), line, set));
        let best = gains.rev().max_by(|a, b| a.0.total_cmp(&b.0));
        let Some((best, line, set)) = best.filter(|(gain, ..)| *gain > 0.0) else { break };
        sum += best;
        chosen.push(line);
        open.retain(|id, _| !set.contains(id));
    }
    (sum, chosen)
}
