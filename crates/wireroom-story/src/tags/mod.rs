//! Topics of a story: the names and keyphrases that its texts share, in the style of hashtags, one for all spellings.
//! It refuses to guess: what stands in one headline alone, what is general and what no rule here can read gives no
//! tag, so that a story may have few or none. It reads no clock and knows no other story.
//! Start at [`tags`]; `names` finds names, `phrases` keyphrases, `han` both where no space parts words, `merge` joins
//! spellings, `choose` says which are kept.

mod choose;
mod han;
mod merge;
mod names;
mod phrases;
mod plain;
mod scan;

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{FamilyId, Lang};
use wireroom_text::language::most_common;

/// The version of these rules; whoever stores tags makes them anew when it changes.
pub const TAGS_VERSION: u32 = 1;

/// Tags of one story at the most.
pub const MAX_TAGS: usize = 6;

/// Spellings kept with a tag.
pub const MAX_FORMS: usize = 8;

/// Separate texts of a story that are read, the newest: what it is about stands in each of them.
const MAX_TEXTS: usize = 64;

/// Candidates that are weighed against each other, by the number of texts that have them.
const MAX_CANDIDATES: usize = 240;

/// One article of a story, as its tags need it.
#[derive(Debug, Clone, Copy)]
pub struct TagText<'a> {
    /// Copies of one text count once.
    pub family: Option<FamilyId>,
    pub outlet: Option<&'a str>,
    pub lang: Lang,
    pub title: &'a str,
    pub body: &'a str,
}

/// One tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// As it is printed, without the "#": "OnlineGamingBill", "Zelensky", "كأس_العالم".
    pub name: String,
    pub kind: TagKind,
    pub lang: Lang,
    /// The spellings of the texts, the most common first: "Zelensky", "Volodymyr Zelenskyy".
    pub forms: Vec<String>,
    /// Separate texts that have it, of `of`.
    pub texts: u32,
    pub of: u32,
}

/// What a tag is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TagKind {
    /// A person, a place, a body.
    Name,
    /// A thing that the texts speak of.
    Topic,
}

/// Something that may become a tag.
#[derive(Debug, Clone, Default)]
struct Candidate {
    /// Folded words; one for a run of Han.
    words: Vec<String>,
    is_name: bool,
    /// The words of spellings that it took in.
    others: Vec<Vec<String>>,
    /// Places of the texts that have it, in body or title.
    texts: BTreeSet<usize>,
    /// Those that have it in the title.
    titles: BTreeSet<usize>,
    /// How often the bodies have it.
    count: u32,
    /// As printed, joined by spaces, with how often.
    forms: BTreeMap<String, u32>,
}

impl Candidate {
    fn seen(&mut self, text: usize, form: &str) {
        self.texts.insert(text);
        self.count += 1;
        match self.forms.get_mut(form) {
            Some(count) => *count += 1,
            None => {
                self.forms.insert(form.to_owned(), 1);
            }
        }
    }

    /// The spellings, the most common first.
    fn ranked(&self) -> Vec<&String> {
        let mut forms: Vec<(&String, u32)> = self.forms.iter().map(|(form, count)| (form, *count)).collect();
        forms.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        forms.into_iter().map(|(form, _)| form).collect()
    }

    fn absorb(&mut self, other: Self) {
        self.texts.extend(other.texts);
        self.titles.extend(other.titles);
        self.count += other.count;
        self.others.push(other.words);
        self.others.extend(other.others);
        for (form, count) in other.forms {
            *self.forms.entry(form).or_default() += count;
        }
        self.is_name |= other.is_name;
    }
}

/// The tags of a story, the one that says most first: at most [`MAX_TAGS`]. The texts stand in order of arrival; what
/// is not in the language of most of them is not read.
pub fn tags(texts: &[TagText<'_>]) -> Vec<Tag> {
    let known = texts.iter().map(|text| text.lang).filter(|lang| lang.is_known());
    let Some(lang) = most_common(known) else { return Vec::new() };
    let read = separate(texts, lang);
    let scanned: Vec<scan::Scanned<'_>> = read.iter().map(|text| scan::scan(text)).collect();
    let mut found = names::names(&scanned, lang);
    found.extend(phrases::phrases(&scanned, lang));
    found.extend(han::runs(&read));
    let mastheads = mastheads(texts);
    found.retain(|candidate| {
        !mastheads.contains(&candidate.words.concat()) && !plain::is_nothing(&candidate.words, lang)
    });
    found.sort_by(|a, b| b.texts.len().cmp(&a.texts.len()).then_with(|| a.words.cmp(&b.words)));
    found.truncate(MAX_CANDIDATES);
    choose::choose(merge::merge(found, lang), read.len(), lang)
}

/// One text of each family, the longest; the newest of them.
fn separate<'t>(texts: &[TagText<'t>], lang: Lang) -> Vec<TagText<'t>> {
    let mut kept: Vec<TagText<'t>> = Vec::new();
    let mut places: BTreeMap<FamilyId, usize> = BTreeMap::new();
    for text in
        texts.iter().filter(|text| text.lang == lang && !(text.body.is_empty() && text.title.is_empty()))
    {
        let place = text.family.and_then(|family| places.get(&family).copied());
        match place.and_then(|place| kept.get_mut(place)) {
            Some(before) if before.body.len() >= text.body.len() => {}
            Some(before) => *before = *text,
            None => {
                if let Some(family) = text.family {
                    places.insert(family, kept.len());
                }
                kept.push(*text);
            }
        }
    }
    kept.split_off(kept.len().saturating_sub(MAX_TEXTS))
}

/// The outlets' own names, as folded words without gaps: a paper that names itself is no topic.
fn mastheads(texts: &[TagText<'_>]) -> BTreeSet<String> {
    let names = texts.iter().filter_map(|text| text.outlet);
    let mut all: BTreeSet<String> = BTreeSet::new();
    for name in names {
        let words: Vec<String> =
            wireroom_text::words::words(name).map(|w| wireroom_text::words::fold(w.text)).collect();
        all.insert(words.concat());
        if words.first().is_some_and(|first| first == "the") {
            all.insert(words.get(1..).unwrap_or_default().concat());
        }
    }
    all
}
