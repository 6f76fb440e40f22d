//! Negation and reserve: whether a sentence denies what its source says, or drops the source's "may" and "allegedly".
//! It reads what the small words stand right before, in English, German, French and Spanish. Start at [`negated`].

use super::reason::Reason;
use super::tokens::{Read, Token};
use std::collections::BTreeSet;

/// Words of matter after a negation that it may deny.
const REACH: usize = 2;
/// Tokens after a negation or a hedge in which they stand.
const AHEAD: usize = 6;
/// The share of a sentence's words of matter that a source sentence must have to be the one it retells.
const RETOLD: f64 = 0.5;

/// The share from which on it is that sentence, shortened or with a word put in.
const NEAR: f64 = 0.8;

/// Whether the token denies what stands after it.
fn denies(read: &Read<'_>, at: usize) -> bool {
    let Some(token) = read.tokens.get(at) else { return false };
    let next = read.tokens.get(at + 1).map_or("", |t| t.folded.as_str());
    match (read.lang.as_str(), token.folded.as_str()) {
        // "don’t": the apostrophe parts it.
        ("en" | "und", "t") => {
            at.checked_sub(1).and_then(|i| read.tokens.get(i)).is_some_and(|t| t.folded.ends_with('n'))
        }
        ("en" | "und", "not") => next != "only",
        ("en" | "und", "no") => !matches!(next, "longer" | "doubt"),
        ("en" | "und", "never" | "cannot" | "none" | "nobody" | "neither" | "nor" | "without" | "hardly") => {
            true
        }
        ("en" | "und", "failed" | "fails" | "fail" | "refused" | "refuses" | "declined" | "declines") => {
            next == "to"
        }
        ("en" | "und", "denied" | "denies" | "deny") => true,
        ("de", "nicht") => next != "nur",
        (
            "de",
            "kein" | "keine" | "keinen" | "keinem" | "keiner" | "keines" | "nie" | "niemals" | "niemand"
            | "ohne" | "weder",
        ) => true,
        ("fr", "pas" | "jamais" | "aucun" | "aucune" | "sans" | "ni" | "rien") => true,
        ("es", "no" | "nunca" | "ningún" | "ninguna" | "ninguno" | "sin" | "jamás" | "tampoco") => true,
        _ => false,
    }
}

/// Words by which a source keeps a reserve.
fn hedges(read: &Read<'_>, at: usize) -> bool {
    let Some(token) = read.tokens.get(at) else { return false };
    let next = read.tokens.get(at + 1).map_or("", |t| t.folded.as_str());
    match (read.lang.as_str(), token.folded.as_str()) {
        // "May" with a capital inside a sentence is the month.
        ("en" | "und", "may" | "might" | "could") => !token.capital && !token.dated,
        (
            "en" | "und",
            "allegedly" | "reportedly" | "possibly" | "probably" | "apparently" | "perhaps" | "suspected"
            | "alleged" | "likely" | "unconfirmed" | "presumably" | "supposedly" | "seemingly",
        ) => true,
        ("en" | "und", "expected" | "believed" | "thought" | "appears" | "appeared" | "seems" | "seemed") => {
            matches!(next, "to" | "that")
        }
        (
            "de",
            "könnte" | "könnten" | "dürfte" | "dürften" | "soll" | "sollen" | "angeblich" | "möglicherweise"
            | "wohl" | "vermutlich" | "mutmaßlich" | "mutmaßliche" | "mutmaßlichen" | "wahrscheinlich"
            | "offenbar",
        ) => true,
        (
            "fr",
            "pourrait" | "pourraient" | "aurait" | "auraient" | "serait" | "seraient" | "peut"
            | "probablement" | "présumé" | "présumée" | "apparemment" | "vraisemblablement",
        ) => token.folded != "peut" || next == "être",
        (
            "es",
            "podría" | "podrían" | "habría" | "habrían" | "probablemente" | "supuestamente" | "presunto"
            | "presunta" | "quizá" | "quizás" | "posiblemente" | "aparentemente",
        ) => true,
        _ => false,
    }
}

/// The words of matter that the small word at `at` stands before, or in German and after French verbs beside.
fn reached<'r>(read: &'r Read<'_>, at: usize) -> Vec<&'r Token> {
    let Some(own) = read.tokens.get(at) else { return Vec::new() };
    let after =
        read.tokens.iter().skip(at + 1).take(AHEAD).take_while(|t| t.sentence == own.sentence && !t.parted);
    let mut found: Vec<&Token> = after.filter(|t| t.matter && !t.dated).take(REACH).collect();
    if found.is_empty() || matches!(own.folded.as_str(), "pas" | "jamais" | "rien" | "nicht") {
        let before = read.tokens.get(..at).unwrap_or_default().iter().rev().take(AHEAD);
        let before = before.take_while(|t| t.sentence == own.sentence);
        found.extend(before.filter(|t| t.matter && !t.dated).take(1));
    }
    found
}

/// A sentence of a source with how much of the said sentence it has.
struct Retold {
    source: usize,
    sentence: usize,
    /// It has nearly all of them.
    near: bool,
}

/// The sentences of the sources that the said one retells: those with the most of its words.
fn retold(said: &Read<'_>, sources: &[Read<'_>]) -> Vec<Retold> {
    let own: BTreeSet<&str> = said.tokens.iter().filter(|t| t.matter).map(|t| t.key.as_str()).collect();
    let mut shares = Vec::new();
    for (source, read) in sources.iter().enumerate() {
        let mut held: Vec<BTreeSet<&str>> = vec![BTreeSet::new(); read.sentences.len()];
        for token in read.tokens.iter().filter(|t| t.matter && own.contains(t.key.as_str())) {
            if let Some(set) = held.get_mut(token.sentence) {
                set.insert(&token.key);
            }
        }
        for (sentence, set) in held.iter().enumerate() {
            let near = set.len() as f64 >= NEAR * own.len() as f64;
            shares.push((set.len(), Retold { source, sentence, near }));
        }
    }
    let best = shares.iter().map(|(n, _)| *n).max().unwrap_or(0);
    if (best as f64) < RETOLD * own.len() as f64 {
        return Vec::new();
    }
    // Next to the best there may be one that says nearly as much: two halves of a long sentence.
    shares.into_iter().filter(|(n, _)| 4 * n >= 3 * best).map(|(_, retold)| retold).collect()
}

/// Every word denied on one side and asserted on the other.
pub(super) fn negated(said: &Read<'_>, sources: &[Read<'_>]) -> Option<Reason> {
    let own = denied(said, None);
    let lines = retold(said, sources);
    if lines.is_empty() {
        return None;
    }
    let mut theirs = Denied::default();
    for line in &lines {
        if let Some(read) = sources.get(line.source) {
            theirs.join(denied(read, Some(line.sentence)));
        }
    }
    // A sentence of the source with a "not" put into it: shortening takes negations away and adds none.
    let fewer = |line: &Retold| {
        let Some(read) = sources.get(line.source) else { return false };
        let theirs =
            read.tokens.iter().enumerate().filter(|(at, t)| t.sentence == line.sentence && denies(read, *at));
        line.near && theirs.count() < own.groups.len()
    };
    if lines.iter().all(|line| line.near) && lines.iter().all(fewer) {
        let at = (0..said.tokens.len()).rev().find(|at| denies(said, *at));
        let word = at.and_then(|at| said.tokens.get(at)).and_then(|t| t.span.of(said.text)).unwrap_or("");
        return Some(Reason::Negated { word: word.to_owned() });
    }
    let open = |a: &Denied, b: &Denied| {
        a.groups.iter().find_map(|group| {
            // Where both deny something, only the word right behind tells whether it is the same.
            let counts = if b.groups.is_empty() { group.len() } else { 1 };
            let shared = group.iter().any(|k| b.groups.iter().flatten().any(|o| o == k));
            group.iter().take(counts).find(|k| !shared && b.asserted.contains(*k)).cloned()
        })
    };
    let word = open(&own, &theirs).or_else(|| open(&theirs, &own))?;
    let shown =
        said.tokens.iter().find(|t| t.key == word).and_then(|t| t.span.of(said.text)).unwrap_or(&word);
    Some(Reason::Negated { word: shown.to_owned() })
}

/// What a text denies and what it does not.
#[derive(Debug, Default)]
struct Denied {
    /// For each negation the keys it may stand for.
    groups: Vec<Vec<String>>,
    asserted: BTreeSet<String>,
}

impl Denied {
    fn join(&mut self, other: Self) {
        self.groups.extend(other.groups);
        self.asserted.extend(other.asserted);
    }
}

fn denied(read: &Read<'_>, sentence: Option<usize>) -> Denied {
    let mut found = Denied::default();
    let mut inside = BTreeSet::new();
    let here = |t: &Token| sentence.is_none_or(|s| t.sentence == s);
    for (at, token) in read.tokens.iter().enumerate().filter(|(_, t)| here(t)) {
        if denies(read, at) {
            let group: Vec<String> = reached(read, at).iter().map(|t| t.key.clone()).collect();
            inside.extend(group.iter().cloned());
            found.groups.push(group);
        } else if token.matter {
            found.asserted.insert(token.key.clone());
        }
    }
    found.asserted.retain(|key| !inside.contains(key));
    found
}

/// A reserve of the source's sentence that the said one leaves out.
pub(super) fn hedge_dropped(said: &Read<'_>, sources: &[Read<'_>]) -> Option<Reason> {
    let reserved = (0..said.tokens.len()).any(|at| hedges(said, at));
    if reserved {
        return None;
    }
    let own: BTreeSet<&str> = said.tokens.iter().filter(|t| t.matter).map(|t| t.key.as_str()).collect();
    for line in retold(said, sources) {
        let Some(read) = sources.get(line.source) else { continue };
        for (at, token) in read.tokens.iter().enumerate().filter(|(_, t)| t.sentence == line.sentence) {
            if !hedges(read, at) {
                continue;
            }
            let reached = reached(read, at);
            // The word that the reserve stands for must be said, and not be said elsewhere without one.
            if reached.first().is_some_and(|t| own.contains(t.key.as_str())) {
                return Some(Reason::HedgeDropped {
                    hedge: token.span.of(read.text).unwrap_or("").to_owned(),
                });
            }
        }
    }
    None
}
