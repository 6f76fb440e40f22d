//! Which candidates become tags, and how they are printed. What few texts share, what no headline has and what a better
//! tag says already is left out: fewer tags rather than a wrong one.
//! It refuses to fill up: a story of which nothing is shared has no tag. Start at [`choose`].

use super::merge::Merged;
use super::{Candidate, MAX_FORMS, MAX_TAGS, Tag, TagKind};
use std::collections::BTreeSet;
use wireroom_model::Lang;

/// Letters of the shortest name that is no abbreviation.
const LETTERS: usize = 4;

/// A tag stands in so many of the texts at least ...
const TEXTS: f64 = 0.3;

/// ... and in so many of the headlines: a name that half of the texts have, any other name, a phrase, and a single word
/// that is no name.
const NAME_TITLES: f64 = 0.12;
const CLEAR_TITLES: f64 = 0.2;
const PHRASE_TITLES: f64 = 0.1;
const WORD_TITLES: f64 = 0.4;

/// A name that so many texts have needs fewer headlines.
const HALF: f64 = 0.5;

/// A single word that is no name needs so many texts to be told from what one writer happens to say.
const FEW: usize = 3;

/// A single word that is no name stands in so many of the texts.
const WORD_TEXTS: f64 = 0.6;

/// A name that hardly a headline has counts where so many texts have it.
const EVERYWHERE: f64 = 0.85;

/// ... of so many at least, a single word twice in each.
const MANY: usize = 5;

/// What says more goes first: two words beside one.
const LONGER: f64 = 1.35;

/// The weight of the headlines beside the texts'.
const HEADLINES: f64 = 1.5;

/// A tag worth less than this share of the best one is left out.
const WORTH: f64 = 0.2;

/// A longer phrase takes the place of a part of it where it has this share of the part's texts.
const WHOLE: f64 = 0.45;

/// The tags of `of` texts.
pub(super) fn choose(found: Vec<Merged>, of: usize, lang: Lang) -> Vec<Tag> {
    let mut ranked: Vec<(f64, Merged)> =
        found.into_iter().filter_map(|merged| Some((worth(&merged.candidate, of)?, merged))).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.key.cmp(&b.1.key)));
    let mut chosen: Vec<(f64, Merged)> = Vec::new();
    for (worth, merged) in ranked {
        match chosen.iter_mut().find(|(_, known)| says_the_same(known, &merged)) {
            // The longer one says more, where it is as good as common.
            Some((_, known))
                if is_part(known, &merged) && stands_for(&merged.candidate, &known.candidate) =>
            {
                *known = merged;
            }
            Some(_) => {}
            None => chosen.push((worth, merged)),
        }
    }
    // A part that came before its whole was replaced: what it now says twice goes.
    let mut kept: Vec<(f64, Merged)> = Vec::new();
    for (worth, merged) in chosen {
        if !kept.iter().any(|(_, known)| says_the_same(known, &merged)) {
            kept.push((worth, merged));
        }
    }
    let best = kept.first().map_or(0.0, |(worth, _)| *worth);
    kept.retain(|(worth, _)| *worth >= best * WORTH);
    kept.truncate(MAX_TAGS);
    kept.into_iter().map(|(_, merged)| tag(merged, of, lang)).collect()
}

/// How much a candidate says of the story; none where it is no tag.
fn worth(candidate: &Candidate, of: usize) -> Option<f64> {
    let (texts, titles) = (candidate.texts.len(), candidate.titles.len());
    let of_all = |count: usize| count as f64 / of.max(1) as f64;
    let short = |word: &String| word.chars().count() < LETTERS && word.chars().any(char::is_lowercase);
    let is_initials = candidate.ranked().first().is_some_and(|form| form.chars().all(char::is_uppercase));
    if candidate.forms.is_empty()
        || candidate.words.len() == 1 && candidate.words.iter().all(short) && !is_initials
    {
        return None;
    }
    let is_word = !candidate.is_name && candidate.words.len() == 1;
    // One text says what it is about in its headline, and says it again.
    let enough = match of {
        0..=2 => texts == of && titles > 0 && candidate.count as usize >= 2 * of,
        _ => texts >= 2 && of_all(texts) >= TEXTS,
    };
    let is_everywhere = of >= MANY
        && of_all(texts) >= EVERYWHERE
        && (candidate.words.len() > 1 || candidate.count as usize >= 2 * texts);
    let titled = match (is_word, candidate.is_name) {
        (true, _) => of >= FEW && of_all(titles) >= WORD_TITLES && of_all(texts) >= WORD_TEXTS,
        (_, true) => {
            let needed = if of_all(texts) >= HALF { NAME_TITLES } else { CLEAR_TITLES };
            titles > 0 && of_all(titles) >= needed || is_everywhere
        }
        _ => titles >= 2.min(of) && of_all(titles) >= PHRASE_TITLES,
    };
    let longer = if candidate.words.len() > 1 { LONGER } else { 1.0 };
    (enough && titled).then(|| (of_all(texts) + HEADLINES * of_all(titles)) * longer)
}

fn says_the_same(known: &Merged, other: &Merged) -> bool {
    is_part(known, other) || is_part(other, known) || {
        let (a, b): (BTreeSet<&String>, BTreeSet<&String>) =
            (known.candidate.words.iter().collect(), other.candidate.words.iter().collect());
        let both = a.intersection(&b).count();
        both > 0
            && both * 2 >= a.len().min(b.len()).max(2)
            && !(known.candidate.is_name && other.candidate.is_name)
    }
}

/// The first one's words stand in the second one's.
fn is_part(part: &Merged, whole: &Merged) -> bool {
    part.key != whole.key && {
        let contains = |words: &Vec<String>| {
            let longer = &whole.candidate.words;
            longer.len() > words.len()
                && longer.windows(words.len().max(1)).any(|window| window == words.as_slice())
        };
        std::iter::once(&part.candidate.words).chain(&part.candidate.others).any(contains)
            || is_han(&part.key) && whole.key.contains(&part.key)
    }
}

fn is_han(text: &str) -> bool {
    text.chars().all(wireroom_text::words::is_spaceless)
}

/// As good as common, in texts and headlines, and of one kind.
fn stands_for(whole: &Candidate, part: &Candidate) -> bool {
    let share = |whole: usize, part: usize| whole as f64 >= part as f64 * WHOLE;
    whole.is_name == part.is_name
        && share(whole.texts.len(), part.texts.len())
        && share(whole.titles.len(), part.titles.len())
}

fn tag(merged: Merged, of: usize, lang: Lang) -> Tag {
    let candidate = merged.candidate;
    let mut forms: Vec<String> = candidate.ranked().into_iter().cloned().collect();
    if let Some(print) = merged.print {
        forms.retain(|form| *form != print);
        forms.insert(0, print);
    }
    let name = forms.first().map(|form| hashtag(form)).unwrap_or_default();
    forms.truncate(MAX_FORMS);
    Tag {
        name,
        kind: if candidate.is_name { TagKind::Name } else { TagKind::Topic },
        lang,
        forms,
        texts: u32::try_from(candidate.texts.len()).unwrap_or(u32::MAX),
        of: u32::try_from(of).unwrap_or(u32::MAX),
    }
}

/// "online gaming bill" is "OnlineGamingBill"; words of a script without capitals are joined by a low line.
fn hashtag(form: &str) -> String {
    let has_case = form.chars().any(|c| c.is_uppercase() || c.is_lowercase());
    let words = form.split(' ').filter(|word| !word.is_empty());
    if !has_case {
        return words.collect::<Vec<_>>().join("_");
    }
    let mut name = String::with_capacity(form.len());
    for word in words {
        let mut letters = word.chars().filter(|c| c.is_alphanumeric() || !c.is_ascii());
        name.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        name.extend(letters);
    }
    name
}
