//! What a copy must show against its parent, from the manifest's listed operations alone.
#![allow(dead_code)]

use wireroom::press::{Edit, Press};
use wireroom_copy::diff;
use wireroom_model::diff::{Change, Place};
use wireroom_model::{Span, When};
use wireroom_text::normal::{normalise, paragraphs};
use wireroom_text::words::{fold, words};

pub const BASE: &str = "http://127.0.0.1:1852";

pub fn epoch() -> When {
    "2026-03-04T18:00:00Z".parse().unwrap()
}

pub fn presses() -> Vec<(String, Press)> {
    let shipped = ("shipped".to_owned(), Press::shipped(epoch(), BASE).unwrap());
    let generated =
        [7, 1851].map(|seed| (format!("seed {seed}"), Press::generated(seed, epoch(), BASE).unwrap()));
    std::iter::once(shipped).chain(generated).collect()
}

/// A paragraph of a copy: where it stood in the parent, and the words replaced in it, in order.
#[derive(Debug, Clone)]
struct Made {
    from: Option<usize>,
    text: String,
    replaced: Vec<(String, String)>,
}

/// The operations once more, keeping where each paragraph came from.
fn made(parent: &str, edits: &[Edit]) -> Vec<Made> {
    let all = paragraphs(parent).enumerate();
    let mut now: Vec<Made> =
        all.map(|(at, p)| Made { from: Some(at), text: p.to_owned(), replaced: Vec::new() }).collect();
    let own = |text: &str| Made { from: None, text: text.to_owned(), replaced: Vec::new() };
    for edit in edits {
        match edit {
            Edit::Title(_) => {}
            Edit::Replaced(from, to) => {
                for made in now.iter_mut().filter(|made| made.text.contains(from.as_str())) {
                    made.text = made.text.replace(from, to);
                    made.replaced.push((from.clone(), to.clone()));
                }
            }
            Edit::Kept(numbers) | Edit::Reordered(numbers) => {
                now = numbers.iter().map(|&n| now[n].clone()).collect();
            }
            Edit::Inserted(after, text) => now.insert(*after, own(text)),
            Edit::Credited(text) => now.push(own(text)),
        }
    }
    now
}

/// Where the copy shows other edits against its parent than the manifest lists.
pub fn edits_differ(old_title: &str, old: &str, title: &str, new: &str, edits: &[Edit]) -> Vec<String> {
    let mut told = Vec::new();
    let listed = edits.iter().rev().find_map(|edit| match edit {
        Edit::Title(title) => Some(normalise(title)),
        _ => None,
    });
    if normalise(title) != listed.clone().unwrap_or_else(|| normalise(old_title)) {
        told.push(format!("headline {title:?}, listed {listed:?}"));
    }
    // A line of credit may be set apart from the text: then the text does not show it, nor the difference.
    let set_apart = |edit: &Edit| matches!(edit, Edit::Credited(line) if !new.ends_with(line.as_str()));
    let edits: Vec<Edit> = edits.iter().filter(|edit| !set_apart(edit)).cloned().collect();
    let expected = made(old, &edits);
    let shown = diff(old, new);
    let olds: Vec<Span> = paragraphs(old).map(|p| Span::within(old, p).unwrap()).collect();
    let place = |place: Option<Place>| place.and_then(|place| olds.iter().position(|old| *old == place.span));
    let printed: Vec<_> = shown.rows.iter().filter(|p| p.new.is_some()).collect();
    if printed.len() != expected.len() {
        told.push(format!("{} paragraphs shown, {} were printed", printed.len(), expected.len()));
        return told;
    }
    for (shown, made) in printed.iter().zip(&expected) {
        let change = match (made.from, made.replaced.is_empty()) {
            (None, _) => Change::Added,
            (Some(_), true) => Change::Kept,
            (Some(_), false) => Change::Reworded,
        };
        if (shown.change, place(shown.old)) != (change, made.from) {
            told.push(format!("{:?} from {:?}, listed {change:?} {made:?}", shown.change, place(shown.old)));
        }
        if change != Change::Reworded {
            continue;
        }
        let (mut gone, mut come): (Vec<String>, Vec<String>) = Default::default();
        for piece in shown.pieces.iter().filter(|piece| piece.change != Change::Kept) {
            gone.extend(folded(piece.old, old));
            come.extend(folded(piece.new, new));
        }
        let (from, to): (Vec<&str>, Vec<&str>) =
            made.replaced.iter().map(|(from, to)| (from.as_str(), to.as_str())).unzip();
        // Words that the replacement shares with what it replaced, in order, may be kept; none outside them may change.
        let (from, to) = (split(&from), split(&to));
        let kept = in_common(&from, &to);
        if !is_part(&gone, &from)
            || !is_part(&come, &to)
            || from.len() - gone.len() != to.len() - come.len()
            || from.len() - gone.len() > kept
        {
            told.push(format!("{gone:?} became {come:?}, listed {:?}", made.replaced));
        }
    }
    let cut: Vec<usize> =
        shown.rows.iter().filter(|p| p.change == Change::Cut).filter_map(|p| place(p.old)).collect();
    let listed: Vec<usize> =
        (0..olds.len()).filter(|at| !expected.iter().any(|made| made.from == Some(*at))).collect();
    let mut sorted = cut.clone();
    sorted.sort_unstable();
    if sorted != listed {
        told.push(format!("paragraphs {cut:?} shown as cut, listed {listed:?}"));
    }
    told
}

fn folded(span: Option<Span>, text: &str) -> Vec<String> {
    let words = span.and_then(|span| span.of(text)).map(words).into_iter().flatten();
    words.map(|word| fold(word.text)).collect()
}

fn split(all: &[&str]) -> Vec<String> {
    all.iter().flat_map(|text| words(text)).map(|word| fold(word.text)).collect()
}

/// True where the words stand in the other, in order.
fn is_part(some: &[String], all: &[String]) -> bool {
    let mut all = all.iter();
    some.iter().all(|word| all.any(|other| other == word))
}

/// Words of the longest common subsequence.
fn in_common(a: &[String], b: &[String]) -> usize {
    let mut table = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            table[i][j] =
                if a[i] == b[j] { table[i + 1][j + 1] + 1 } else { table[i + 1][j].max(table[i][j + 1]) };
        }
    }
    table[0][0]
}
