//! The listed operations by which a copy or a later version is made from the text before it.
//! An operation that would change nothing is refused: the truth must never claim an edit that no reader can see.

use super::{Edit, PressError, manifest};
use std::collections::BTreeSet;

/// A headline and paragraphs, in raw or finished form alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Setting {
    pub title: String,
    pub paragraphs: Vec<String>,
}

/// Applies the edits in order.
pub(super) fn apply(before: &Setting, edits: &[Edit]) -> Result<Setting, PressError> {
    edits.iter().try_fold(before.clone(), one)
}

fn one(mut setting: Setting, edit: &Edit) -> Result<Setting, PressError> {
    let before = setting.clone();
    match edit {
        Edit::Title(title) => setting.title.clone_from(title),
        Edit::Replaced(from, to) => {
            for paragraph in &mut setting.paragraphs {
                *paragraph = paragraph.replace(from, to);
            }
        }
        Edit::Kept(numbers) => setting.paragraphs = chosen(&before, numbers)?,
        Edit::Reordered(numbers) => {
            if numbers.iter().collect::<BTreeSet<_>>().len() != before.paragraphs.len() {
                return Err(PressError(format!("{numbers:?} is no order of \"{}\"", before.title)));
            }
            setting.paragraphs = chosen(&before, numbers)?;
        }
        Edit::Inserted(after, text) => {
            if *after > setting.paragraphs.len() {
                return Err(PressError(format!("\"{}\" has no paragraph {after}", before.title)));
            }
            setting.paragraphs.insert(*after, text.clone());
        }
        Edit::Credited(text) => setting.paragraphs.push(text.clone()),
    }
    if setting == before {
        return Err(PressError(format!("{edit:?} changes nothing in \"{}\"", before.title)));
    }
    Ok(setting)
}

fn chosen(setting: &Setting, numbers: &[usize]) -> Result<Vec<String>, PressError> {
    let paragraph = |&n: &usize| setting.paragraphs.get(n).cloned();
    let missing = || PressError(format!("\"{}\" has not all of paragraphs {numbers:?}", setting.title));
    numbers.iter().map(paragraph).collect::<Option<_>>().ok_or_else(missing)
}

/// The truth's word for a manifest's edit.
pub(super) fn listed(edit: &manifest::Edit) -> Edit {
    match edit.clone() {
        manifest::Edit::Title(title) => Edit::Title(title),
        manifest::Edit::Replace([from, to]) => Edit::Replaced(from, to),
        manifest::Edit::Keep(numbers) => Edit::Kept(numbers),
        manifest::Edit::Insert { after, text } => Edit::Inserted(after, text),
        manifest::Edit::Credit(text) => Edit::Credited(text),
        manifest::Edit::Order(numbers) => Edit::Reordered(numbers),
    }
}

/// The same edit with its words passed through `finish`.
pub(super) fn finished(edit: &Edit, finish: impl Fn(&str) -> String) -> Edit {
    match edit {
        Edit::Title(title) => Edit::Title(finish(title)),
        Edit::Replaced(from, to) => Edit::Replaced(finish(from), finish(to)),
        Edit::Inserted(after, text) => Edit::Inserted(*after, finish(text)),
        Edit::Credited(text) => Edit::Credited(finish(text)),
        Edit::Kept(_) | Edit::Reordered(_) => edit.clone(),
    }
}
