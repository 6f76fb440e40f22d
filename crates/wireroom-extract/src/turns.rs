//! Speaker turns of interviews and transcripts: labels before a colon, in bold, or on lines of their own, in paragraphs
//! of their own or run together in one. Labels count when they come back, alternate and carry most of the text.
//! It refuses to see a talk in a list or a quotation, and invents no speaker where the page names none.
//! Start at [`talk`].

use crate::article::Paragraph;
use crate::blocks::{Role, weigh};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{Kind, Lang, Turn};

mod words;

use wireroom_text::language;
use words::{is_answer, is_no_speaker, is_part, is_question, speaks_of_itself, tells_of_an_interview};

/// Fewest turns of a transcript, and fewest of its most frequent speaker.
const MIN_TURNS: usize = 6;
const MIN_OF_ONE: usize = 2;
/// Fewest turns where every label is bold or says that it is a question or an answer.
const MIN_SET_TURNS: usize = 4;
/// Longest label in characters, and most words of its name and of its role.
const MAX_LABEL: usize = 90;
const MAX_WORDS: usize = 5;
const MAX_ROLE_WORDS: usize = 10;
/// Share of the text, in hundredths, that turns must carry: less where the labels are set apart, for such talks have
/// long introductions.
const MIN_SHARE: usize = 80;
const MIN_SET_SHARE: usize = 50;
/// Share of the labels, in hundredths, whose names come back.
const MIN_BACK: usize = 60;
/// Most turns that one text is split into.
const MAX_TURNS: usize = 5_000;
/// Fewest bold questions of an interview that names nobody.
const MIN_QUESTIONS: usize = 3;

/// A text that is a talk.
#[derive(Debug, Default)]
pub struct Talk {
    /// Each turn with the byte of the body at which its label begins.
    pub turns: Vec<(usize, Turn)>,
    /// `None` where the text is no talk at all.
    pub kind: Option<Kind>,
}

/// Reads the paragraphs of a body, which are joined by an empty line.
pub fn talk(paragraphs: &[&Paragraph], title: &str) -> Talk {
    let paragraphs: Vec<&Paragraph> = paragraphs.iter().copied().filter(|p| !p.text.is_empty()).collect();
    let body = paragraphs.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join("\n\n");
    let labels = settled(spoken_by(labels(&paragraphs, &body), &body));
    let lang = || language::of_page(Lang::UNKNOWN, &body);
    if is_talk(&labels, &body) && is_spoken(&labels, &body, lang().as_str()) {
        let kind = if is_interview(&labels, &body) { Kind::Interview } else { Kind::Transcript };
        return Talk { turns: turns(&labels, &body), kind: Some(kind) };
    }
    let kind = asks_in_bold(&paragraphs, title, lang).then_some(Kind::Interview);
    Talk { turns: Vec::new(), kind }
}

struct Label<'b> {
    start: usize,
    /// Where the speech begins.
    text: usize,
    name: &'b str,
    role: Option<&'b str>,
    /// It opens a paragraph.
    opens: bool,
    /// It is set apart: bold, a heading, a line of its own.
    set: bool,
}

fn labels<'b>(paragraphs: &[&Paragraph], body: &'b str) -> Vec<Label<'b>> {
    let mut labels: Vec<Label<'b>> = Vec::new();
    let mut start = 0;
    for (place, paragraph) in paragraphs.iter().enumerate() {
        let end = start + paragraph.text.len();
        let next = paragraphs.get(place + 1);
        if let Some(text) = body.get(start..end) {
            match alone(paragraph, text, start, next.is_some_and(|n| !is_set(n))) {
                Some(label) => labels.push(label),
                None => in_paragraph(paragraph, text, start, &mut labels),
            }
        }
        if labels.len() > MAX_TURNS {
            break;
        }
        start = end + 2;
    }
    labels
}

/// Bold from end to end, or a heading.
fn is_set(paragraph: &Paragraph) -> bool {
    matches!(paragraph.role, Role::Heading(_)) || paragraph.bold >= weigh(&paragraph.text)
}

/// A name on a line of its own, over what is said.
fn alone<'b>(paragraph: &Paragraph, text: &'b str, start: usize, over_text: bool) -> Option<Label<'b>> {
    let line = text.trim_end_matches([':', '：']).trim_end();
    let set = is_set(paragraph) || line.len() < text.len();
    if !set || !over_text || line.chars().count() > MAX_LABEL {
        return None;
    }
    let (name, role) = name_and_role(line)?;
    Some(Label { start, text: start + text.len(), name, role, opens: true, set: true })
}

/// Labels at the paragraph's start and at the starts of its sentences.
fn in_paragraph<'b>(paragraph: &Paragraph, text: &'b str, start: usize, labels: &mut Vec<Label<'b>>) {
    let mut spoken = 0;
    for (colon, mark) in text.match_indices([':', '：']) {
        let Some(before) = text.get(..colon) else { continue };
        let Some(from) = label_start(before).filter(|from| *from >= spoken) else { continue };
        let Some(label) = text.get(from..colon) else { continue };
        let after = text.get(colon + mark.len()..).unwrap_or_default();
        // "10:30", "https://": a label is followed by a space. The wide colon brings its own.
        let parted = after.starts_with(char::is_whitespace) || mark == "：" || starts_bold(paragraph, label);
        if !parted || after.trim_start().starts_with(char::is_lowercase) || after.trim().is_empty() {
            continue;
        }
        let Some((name, role)) = name_and_role(label) else { continue };
        spoken = colon + mark.len();
        let set = from == 0 && (starts_bold(paragraph, label) || is_set(paragraph));
        labels.push(Label { start: start + from, text: start + spoken, name, role, opens: from == 0, set });
    }
    if spoken == 0 {
        labels.extend(without_colon(paragraph, text, start));
    }
}

/// "**Ada Fenn** Good evening." and "Q. Who was it?".
fn without_colon<'b>(paragraph: &Paragraph, text: &'b str, start: usize) -> Option<Label<'b>> {
    let (end, set) = match text.split_once(". ") {
        Some((mark, _)) if is_question(mark) || is_answer(mark) => (mark.len(), false),
        _ => (bold_end(paragraph, text)?, true),
    };
    let (label, after) = text.split_at_checked(end)?;
    let after = after.strip_prefix('.').unwrap_or(after);
    let closed = label.trim_end().ends_with(['.', '?', '!', '…', ',', ';']);
    let (name, role) = name_and_role(label.trim_end_matches([' ', '–', '—', '-', '|']))?;
    let spoken = text.len() - after.len();
    let capital = after.trim_start().chars().next().is_some_and(|c| !c.is_lowercase());
    (!closed && capital && after.trim().chars().count() > 1).then_some(Label {
        start,
        text: start + spoken,
        name,
        role,
        opens: true,
        set,
    })
}

/// Whether a label at a paragraph's start is bold, and not just the first of many bold words.
fn starts_bold(paragraph: &Paragraph, label: &str) -> bool {
    let letters = weigh(label);
    letters > 0 && paragraph.bold >= letters && paragraph.bold <= letters + 2
}

/// Where the bold beginning of a paragraph ends, if more follows.
fn bold_end(paragraph: &Paragraph, text: &str) -> Option<usize> {
    if paragraph.bold == 0 || is_set(paragraph) {
        return None;
    }
    let mut letters = 0;
    for (at, c) in text.char_indices() {
        if letters >= paragraph.bold {
            return Some(at);
        }
        letters += weigh(c.encode_utf8(&mut [0; 4]));
    }
    None
}

/// A label's name and role: "Ivo Brandt, shipping historian", "Ivo Brandt (historian)", "[00:12] Ivo Brandt".
fn name_and_role(label: &str) -> Option<(&str, Option<&str>)> {
    let mut label = label.trim();
    if let Some((_, rest)) = label.strip_prefix(['[', '(']).and_then(|l| l.split_once([']', ')']))
        && label.get(1..).is_some_and(|inside| inside.starts_with(|c: char| c.is_ascii_digit()))
    {
        label = rest.trim();
    }
    let parts = label.strip_suffix([')', '）']).and_then(|l| l.split_once(['(', '（']));
    let (name, role) = match (parts, label.split_once([',', '،', '、'])) {
        (Some((name, role)), _) => (name.trim(), Some(role.trim())),
        (None, Some((name, role))) => (name.trim(), Some(role.trim())),
        (None, None) => (label, None),
    };
    // "Mara Holt (00:12)": a time is no role.
    let role = role.map(|r| r.trim_end_matches([':', '：', ' ']));
    let role = role.filter(|r| !r.chars().all(|c| c.is_ascii_digit() || ":.-– ".contains(c)));
    let fits = role.is_none_or(|r| r.split_whitespace().count() <= MAX_ROLE_WORDS && !r.is_empty());
    (is_name(name) && fits && !is_no_speaker(name)).then_some((name, role))
}

/// A name or a function word with capital letters: "Ada Fenn", "Reporter", "News report", "Q".
fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let Some(first) = words.first() else { return false };
    let long = name.chars().filter(|c| wireroom_text::words::is_spaceless(*c)).count();
    words.len() <= MAX_WORDS
        && long <= 12
        && (words.iter().all(|word| is_capital(word)) || words.iter().any(|word| is_part(word)))
        && first
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || !(c.is_lowercase() || c.is_uppercase()) && c.is_alphabetic())
        && name.chars().all(|c| c.is_alphanumeric() || " .'’-–()&/・·\"“”׳״".contains(c) || is_joined(c))
        && name.chars().filter(char::is_ascii_digit).count() <= 2
}

/// A word as names have it: with a capital letter, of a script without any, or one of the small ones between names.
fn is_capital(word: &str) -> bool {
    const SMALL: [&str; 22] = [
        "de", "del", "der", "den", "di", "da", "do", "dos", "du", "la", "le", "van", "von", "zu", "al", "el",
        "bin", "ibn", "and", "und", "et", "y",
    ];
    !word.starts_with(char::is_lowercase) || SMALL.contains(&word)
}

/// Marks that belong to a letter.
const fn is_joined(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{dff}' | '\u{200c}' | '\u{200d}')
}

/// Where a label that ends here would begin: after a sentence's end, or at the paragraph's start.
fn label_start(before: &str) -> Option<usize> {
    let mut seen = 0;
    let mut next: Option<char> = None;
    for (at, c) in before.char_indices().rev() {
        let follows = at + c.len_utf8();
        let wide = matches!(c, '。' | '？' | '！' | '」');
        let ends = matches!(c, '.' | '?' | '!' | '…' | '"' | '”' | '»' | '؟');
        if wide || (ends && next == Some(' ') && !is_title(before.get(..at).unwrap_or_default())) {
            let gap = before.get(follows..)?;
            return Some(follows + (gap.len() - gap.trim_start().len()));
        }
        seen += 1;
        if seen > MAX_LABEL {
            return None;
        }
        next = Some(c);
    }
    Some(0)
}

/// "Dr. Strand:", "J. Fenn:": a full stop that ends no sentence.
fn is_title(before: &str) -> bool {
    let word = before.rsplit([' ', '\n']).next().unwrap_or_default();
    matches!(word, "Dr" | "Mr" | "Mrs" | "Ms" | "Prof" | "Sen" | "Rep" | "Gov" | "St" | "Gen" | "Col" | "Lt")
        || (word.chars().count() == 1 && word.chars().all(char::is_uppercase) && !matches!(word, "I" | "A"))
}

/// Leaves out labels of one word that the text uses as a common word, unless it is one that such labels hold: "Design:"
/// over paragraphs about designs. No text writes a name with a small letter.
fn spoken_by<'b>(mut labels: Vec<Label<'b>>, body: &str) -> Vec<Label<'b>> {
    let names: BTreeSet<&str> =
        labels.iter().map(|l| l.name).filter(|name| name.starts_with(char::is_uppercase)).collect();
    let single: BTreeMap<String, &str> = names
        .into_iter()
        .filter(|n| !n.contains(' ') && !is_part(n))
        .map(|n| (n.to_lowercase(), n))
        .collect();
    let words = body.split(|c: char| !c.is_alphanumeric());
    let common: BTreeSet<&str> = words.filter_map(|word| single.get(word)).copied().collect();
    labels.retain(|l| !common.contains(l.name) || is_question(l.name) || is_answer(l.name));
    labels
}

/// Where most labels that come back open paragraphs, or are set apart, a colon inside a paragraph is none.
fn settled(mut labels: Vec<Label<'_>>) -> Vec<Label<'_>> {
    const MOST: usize = 70;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for label in &labels {
        *counts.entry(label.name).or_default() += 1;
    }
    let again: BTreeSet<&str> =
        counts.into_iter().filter(|(_, n)| *n >= MIN_OF_ONE).map(|(name, _)| name).collect();
    let share = |what: &dyn Fn(&Label<'_>) -> bool| {
        let back = || labels.iter().filter(|l| again.contains(l.name));
        back().filter(|l| what(l)).count() * 100 >= back().count().max(1) * MOST
    };
    let (open, set) = (share(&|l| l.opens), share(&|l| l.set));
    labels.retain(|l| (l.opens || !open) && (l.set || !set));
    labels
}

/// A speaker's name comes back as the last of its words.
fn surname(name: &str) -> &str {
    let last = name.rsplit(' ').next().unwrap_or(name);
    if last.chars().all(char::is_alphabetic) { last } else { name }
}

fn is_talk(labels: &[Label<'_>], body: &str) -> bool {
    let asked = labels.iter().filter(|l| is_question(l.name) || is_answer(l.name)).count() * 2 > labels.len();
    let set = asked || labels.iter().all(|l| l.set);
    let least = if set { MIN_SET_TURNS } else { MIN_TURNS };
    if labels.len() < least || labels.len() > MAX_TURNS {
        return false;
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for label in labels {
        *counts.entry(surname(label.name)).or_default() += 1;
    }
    let repeated = counts.values().filter(|c| **c >= MIN_OF_ONE).count();
    let first = labels.first().map_or(body.len(), |l| l.start);
    let share = if set { MIN_SET_SHARE } else { MIN_SHARE };
    let carried = (body.len() - first) * 100 >= body.len() * share;
    // Every speaker of a talk comes back; a list of "Name: value" lines has new names all along.
    let alternates =
        labels.windows(2).filter(|w| matches!(w, [a, b] if surname(a.name) != surname(b.name))).count() * 2
            >= labels.len();
    let back: usize = counts.values().filter(|c| **c >= MIN_OF_ONE).sum();
    repeated >= 2
        && carried
        && alternates
        && counts.len() * 2 <= labels.len() + 2
        && back * 100 >= labels.len() * MIN_BACK
}

/// People ask and speak of themselves; values under labels ("Pros:", "Price:") do neither.
fn is_spoken(labels: &[Label<'_>], body: &str, lang: &str) -> bool {
    const MIN_SPOKEN: usize = 25;
    let turns = turns(labels, body);
    let spoken = turns.iter().filter(|(_, turn)| asks(&turn.text) || speaks_of_itself(&turn.text, lang));
    spoken.count() * 100 >= turns.len() * MIN_SPOKEN
}

fn turns(labels: &[Label<'_>], body: &str) -> Vec<(usize, Turn)> {
    let mut ends = labels.iter().skip(1).map(|l| l.start).chain([body.len()]);
    let read = labels.iter().filter_map(|label| {
        let end = ends.next()?;
        let text = body.get(label.text..end)?.trim().to_owned();
        let role = label.role.map(str::to_owned);
        Some((label.start, Turn { speaker: label.name.to_owned(), role, text }))
    });
    read.collect()
}

/// One asks and one answers.
fn is_interview(labels: &[Label<'_>], body: &str) -> bool {
    let names: BTreeSet<&str> = labels.iter().map(|l| surname(l.name)).collect();
    if names.iter().any(|n| is_question(n)) && names.iter().any(|n| is_answer(n)) {
        return true;
    }
    let mut ends = labels.iter().skip(1).map(|l| l.start).chain([body.len()]);
    let mut asked: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for label in labels {
        let end = ends.next().unwrap_or(body.len());
        let text = body.get(label.text..end).unwrap_or_default();
        let (turns, questions) = asked.entry(surname(label.name)).or_default();
        *turns += 1;
        *questions += usize::from(asks(text));
    }
    let asks_most = |(turns, questions): &(usize, usize)| questions * 2 >= *turns;
    names.len() == 2 && asked.values().filter(|of| asks_most(of)).count() == 1
}

fn asks(text: &str) -> bool {
    text.contains(['?', '？', '؟']) || text.trim_end().ends_with([';', ';'])
}

/// Questions in bold over answers in plain letters, of somebody who speaks of himself or in a text called an interview.
fn asks_in_bold(paragraphs: &[&Paragraph], title: &str, lang: impl Fn() -> Lang) -> bool {
    let bold = |p: &Paragraph| p.role != Role::Figure && !matches!(p.role, Role::Heading(_)) && is_set(p);
    let (mut questions, mut asked) = (0, 0);
    let mut answers: Vec<&str> = Vec::new();
    let mut letters = (0, 0);
    for pair in paragraphs.windows(2) {
        let [question, answer] = pair else { continue };
        if bold(question) && !bold(answer) {
            questions += 1;
            asked += usize::from(asks(&question.text));
            answers.push(&answer.text);
            letters.0 += weigh(&question.text);
            letters.1 += weigh(&answer.text);
        }
    }
    if questions < MIN_QUESTIONS || asked * 2 < questions || letters.0 >= letters.1 {
        return false;
    }
    let lang = lang();
    let of_self = answers.iter().filter(|answer| speaks_of_itself(answer, lang.as_str())).count();
    let told = tells_of_an_interview(title);
    told || of_self * 10 >= answers.len() * 4
}

#[cfg(test)]
mod tests;
