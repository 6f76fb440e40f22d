//! The view model of an article's versions.

use super::Step;
use crate::stamp::{self, Stamp};
use crate::wording;
use std::collections::BTreeSet;
use wireroom_model::{Alteration, Class, Span, TextPart, When};
use wireroom_store::articles::ArticleLine;

/// Changes of one version that are shown with their words; the diff shows all.
const MAX_CHANGES: usize = 6;

/// Characters of one side of a change.
const MAX_WORDS: usize = 180;

/// One version.
#[derive(Debug)]
pub struct Row {
    pub id: u64,
    pub number: u32,
    pub seen: Stamp,
    pub title: String,
    /// What must be said of the version as a whole.
    pub note: Option<String>,
    pub changes: Vec<Said>,
    pub more: Option<String>,
    /// True where there is one before it to compare with.
    pub has_before: bool,
    pub lang: String,
    pub dir: &'static str,
}

/// One change in words.
#[derive(Debug)]
pub struct Said {
    pub class: String,
    pub old: String,
    pub new: String,
}

/// The classes of some changes, each once, the weightiest first.
pub fn classes(changes: &[Alteration]) -> Vec<Class> {
    let found: BTreeSet<Class> = changes.iter().map(|change| change.class).collect();
    found.into_iter().collect()
}

/// What the page says under its heading.
pub fn finding(line: &ArticleLine, steps: &[Step], all: usize) -> String {
    let outlet = wording::outlet(line.outlet.clone());
    let by_outlet = steps.iter().filter(|step| step.before.is_some() && !step.is_by_house()).count() as u64;
    let more = all.saturating_sub(steps.len()) as u64;
    let mut told = say!("versions-changed", n = by_outlet, outlet = outlet);
    if more > 0 {
        told.push(' ');
        told.push_str(&say!("versions-older", n = more));
    }
    told
}

impl Row {
    /// Sets one version.
    pub fn new(step: &Step, now: When) -> Self {
        let found = step.line.changes.as_deref().unwrap_or_default();
        let changes: Vec<Said> = if step.before.is_some() { said(found, step) } else { Vec::new() };
        let more = found.len().saturating_sub(MAX_CHANGES) as u64;
        Self {
            id: step.line.id.get(),
            number: step.line.number,
            seen: stamp::ago(step.line.seen_at, now),
            title: step.line.title.clone(),
            note: note(step),
            more: (more > 0 && step.before.is_some()).then(|| say!("versions-more", n = more)),
            changes,
            has_before: step.before.is_some(),
            lang: wording::tag(step.text.extracted.lang),
            dir: wording::dir(step.text.extracted.lang),
        }
    }
}

fn note(step: &Step) -> Option<String> {
    match (&step.before, &step.line.changes) {
        (None, None) => Some(say!("versions-first")),
        (None, Some(_)) => Some(say!("versions-gone")),
        (Some(_), _) if step.is_by_house() => Some(say!("versions-house")),
        (Some(_), None) => Some(say!("versions-unclassed")),
        (Some(_), Some(found)) if found.is_empty() => Some(say!("versions-unseen")),
        (Some(_), Some(_)) => None,
    }
}

/// The changes with their words, the weightiest first.
fn said(found: &[Alteration], step: &Step) -> Vec<Said> {
    let Some(before) = &step.before else { return Vec::new() };
    let mut order: Vec<&Alteration> = found.iter().collect();
    order.sort_by_key(|change| change.class);
    order
        .into_iter()
        .take(MAX_CHANGES)
        .map(|change| {
            let (old, new) = match change.part {
                TextPart::Headline => (&before.title, &step.line.title),
                TextPart::Body => (&before.extracted.body, &step.text.extracted.body),
            };
            Said {
                class: wording::class(change.class),
                old: words(old, change.old),
                new: words(new, change.new),
            }
        })
        .collect()
}

fn words(text: &str, span: Option<Span>) -> String {
    let found = span.and_then(|span| span.of(text)).unwrap_or_default().trim();
    if found.chars().count() <= MAX_WORDS {
        return found.to_owned();
    }
    let cut: String = found.chars().take(MAX_WORDS).collect();
    let whole = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}
