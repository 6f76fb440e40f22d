//! Chinese and Japanese: runs of two to eight characters that headlines and bodies repeat in changing company. What
//! always stands beside the same neighbour is a piece of something longer, and that is taken instead.
//! It refuses to segment: a dictionary knows no new name. Start at [`runs`].

use super::{Candidate, TagText};
use std::collections::{BTreeMap, BTreeSet};

/// Characters of the shortest and the longest run.
const SHORTEST: usize = 2;
const LONGEST: usize = 8;

/// Characters of a body that are read.
const BODY: usize = 1_200;

/// Runs of headlines that are looked for in the bodies.
const MAX_RUNS: usize = 2_000;

/// Of a run's places so many may be part of one longer run; more, and it is a piece of that one.
const PART: f64 = 0.7;

/// Characters that begin or end no name: particles, pronouns, measures, what verbs of saying are made of.
const GRAMMAR: &str = "的了在是和与及或为對对将將被就也都而但从從到向于於以等中上下这這那其之者个個们們有无無不已所并並称稱说說表示据據\
                       我你他她它会會要能可把让讓给給由因此後后前内內外时時日月年点點多少大小新再又更最很该該某每各另还還只从至自与月周一二三四五六七八九十百千万億亿两兩第今昨明";

/// The runs of all texts, as candidates of one word.
pub(super) fn runs(texts: &[TagText<'_>]) -> Vec<Candidate> {
    let mut titles: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (place, text) in texts.iter().enumerate() {
        for run in spans(text.title, usize::MAX).into_iter().flat_map(pieces) {
            titles.entry(run).or_default().insert(place);
        }
    }
    let mut wanted: Vec<(&str, BTreeSet<usize>)> = titles.into_iter().collect();
    wanted.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then(a.0.cmp(b.0)));
    wanted.truncate(MAX_RUNS);
    let mut found: BTreeMap<&str, Candidate> = BTreeMap::new();
    for (run, titles) in wanted {
        let words = vec![run.to_owned()];
        found.insert(run, Candidate { words, texts: titles.clone(), titles, ..Candidate::default() });
    }
    for (place, text) in texts.iter().enumerate() {
        for run in spans(text.body, BODY).into_iter().flat_map(pieces) {
            if let Some(candidate) = found.get_mut(run) {
                candidate.seen(place, run);
            }
        }
    }
    let is_part = |run: &str, candidate: &Candidate| {
        let longer = found.iter().filter(|(other, _)| other.len() > run.len() && other.contains(run));
        let most = longer.map(|(_, other)| other.count).max().unwrap_or(0);
        f64::from(most) > f64::from(candidate.count) * PART
    };
    let whole = found.iter().filter(|(run, candidate)| candidate.count > 1 && !is_part(run, candidate));
    whole.map(|(_, candidate)| candidate.clone()).collect()
}

/// Stretches of Han, and of katakana, within a text.
fn spans(text: &str, limit: usize) -> Vec<&str> {
    let mut spans = Vec::new();
    let mut start: Option<(usize, u8)> = None;
    let mut end = text.len();
    for (at, c) in text.char_indices().take(limit) {
        let class = class(c);
        if let Some((from, of)) = start
            && of != class
        {
            spans.extend(text.get(from..at));
            start = None;
        }
        if start.is_none() && class > 0 {
            start = Some((at, class));
        }
        end = at + c.len_utf8();
    }
    if let Some((from, _)) = start {
        spans.extend(text.get(from..end));
    }
    spans
}

const fn class(c: char) -> u8 {
    match c {
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2fa1f}' | '々' => 1,
        '\u{30a1}'..='\u{30ff}' => 2,
        _ => 0,
    }
}

/// All runs of a stretch that may be a word. Katakana stand whole.
fn pieces(span: &str) -> Vec<&str> {
    let starts: Vec<usize> = span.char_indices().map(|(at, _)| at).chain([span.len()]).collect();
    let characters = starts.len() - 1;
    if span.chars().next().is_some_and(|c| class(c) == 2) {
        return if (SHORTEST + 1..=2 * LONGEST).contains(&characters) { vec![span] } else { Vec::new() };
    }
    let mut pieces = Vec::new();
    for length in SHORTEST..=LONGEST.min(characters) {
        for from in 0..=characters - length {
            let (Some(&a), Some(&b)) = (starts.get(from), starts.get(from + length)) else { continue };
            let Some(piece) = span.get(a..b) else { continue };
            let grammar = |c: Option<char>| c.is_none_or(|c| GRAMMAR.contains(c));
            if !grammar(piece.chars().next()) && !grammar(piece.chars().next_back()) {
                pieces.push(piece);
            }
        }
    }
    pieces
}
