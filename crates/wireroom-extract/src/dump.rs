//! Plain-text page dumps: what a copy of a page's visible text keeps. Articles of other outlets are told apart by
//! the layout of their units (outlet, time, headline, text); furniture, captions and repetition by their form.
//! It refuses to resolve a relative time without a crawl time, and to take an outlet from running text.
//! Start at [`extract`].

use crate::article::{self, Paragraph};
use crate::blocks::{Role, ends_a_sentence, weigh};
use crate::choose::fold;
use crate::credits::is_credit;
use crate::facts::dated_line;
use crate::{gathered, phrases, repeats};
use std::collections::BTreeMap;
use wireroom_model::{Extracted, Lang, PublishedFrom, Time, When};
use wireroom_text::{dates, language, normal};

/// Longest dump that is read, and most lines of it.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
pub const MAX_LINES: usize = 500_000;
/// Longest line that can name an outlet, and longest that can be a headline, in characters.
const MAX_OUTLET: usize = 60;
const MAX_HEADLINE: usize = 260;
/// Fewest letters of a line of text, and of what stands before the first unit as the page's own article.
const TEXT_LETTERS: usize = 60;
const OWN_LETTERS: usize = 120;
/// Most letters of a line that a photographer's name at its end makes a caption.
const MAX_CAPTION: usize = 320;
/// Fewest letters of a line that is text whatever ends it.
const MIN_TEXT: usize = 200;

/// The articles in a plain-text dump, the page's own first (part 0). Never empty.
/// A relative time is resolved against `crawled` and otherwise stays unknown.
pub fn extract(text: &str, crawled: Time) -> Vec<Extracted> {
    let mut lines = lines(text);
    lines.truncate(foot(&lines));
    let heads: Vec<Head> = heads(&lines);
    let mut rows: Vec<Extracted> = Vec::new();
    let first = heads.first().map_or(lines.len(), |h| h.start);
    let own = own(lines.get(..first).unwrap_or_default());
    if heads.is_empty() || weigh(&own.body) >= OWN_LETTERS {
        rows.push(own);
    }
    // One text under several mastheads and headlines is one text.
    let mut known: BTreeMap<String, usize> = rows.iter().map(|own| (fold(&own.body), 0)).collect();
    let mut ends = heads.iter().skip(1).map(|h| h.start).chain([lines.len()]);
    for head in &heads {
        let end = ends.next().unwrap_or(lines.len());
        let row = unit(head, &lines, end, crawled);
        let at = *known.entry(fold(&row.body)).or_insert(rows.len());
        match rows.get_mut(at) {
            Some(before) => before.repeats += 1 + row.repeats,
            None => rows.push(row),
        }
    }
    for (part, row) in (0_u32..).zip(&mut rows) {
        row.part = part;
    }
    rows
}

/// One line of a dump; empty lines are kept as separators.
struct Line {
    text: String,
    letters: usize,
}

fn lines(text: &str) -> Vec<Line> {
    let mut end = text.len().min(MAX_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = text.get(..end).unwrap_or("");
    let mut out: Vec<Line> = Vec::new();
    for group in text.split("\n\n").flat_map(|g| [Some(g), None]).take(MAX_LINES) {
        let Some(group) = group else {
            out.push(Line { text: String::new(), letters: 0 });
            continue;
        };
        let raw: Vec<&str> = group.lines().collect();
        let joined = is_wrapped(&raw).then(|| raw.join(" "));
        for line in joined.as_deref().map_or(raw, |j| vec![j]) {
            let text = normal::normalise(line).replace("\n\n", " ");
            out.push(Line { letters: weigh(&text), text });
        }
    }
    out
}

/// Where the foot of the page begins, below its last text: a part of short lines of which two at least are what feet hold,
/// or all but its label are tags.
fn foot(lines: &[Line]) -> usize {
    /// Most lines of a foot, and most letters of one of them.
    const MOST: usize = 40;
    const LETTERS: usize = 160;
    let from = lines.len().saturating_sub(MOST);
    let gap = |at: usize| {
        let empty = |at: usize| lines.get(at).is_none_or(|line| line.letters == 0);
        at >= 2 && empty(at - 1) && empty(at - 2) && !empty(at)
    };
    let Some(start) = (from..lines.len()).rev().find(|at| gap(*at)) else { return lines.len() };
    let part = || lines.iter().skip(start).filter(|line| line.letters > 0);
    let label = |line: &&Line| phrases::is_foot(&line.text) || line.text.starts_with(['#', '©']);
    let is_foot = start > 0 && part().all(|l| l.letters <= LETTERS) && part().filter(label).count() >= 2;
    if is_foot { start } else { lines.len() }
}

/// Lines broken at a fixed width in the middle of sentences are one paragraph.
fn is_wrapped(lines: &[&str]) -> bool {
    let inner = lines.len().saturating_sub(1);
    let broken =
        lines.iter().take(inner).filter(|l| (50..110).contains(&l.chars().count()) && !ends_a_sentence(l));
    inner >= 2 && broken.count() * 10 >= inner * 6
}

/// The head of a unit: "Outlet / 6 minutes ago / - Outlet / Headline", or "Headline / Outlet / 3 May 2024".
struct Head {
    start: usize,
    outlet: Option<String>,
    time: String,
    title: String,
    /// The first line of its text.
    text: usize,
    /// The headline stands over the time.
    over: bool,
}

fn heads(lines: &[Line]) -> Vec<Head> {
    let mut heads: Vec<Head> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let floor = heads.last().map_or(0, |h| h.text);
        match head(lines, at).or_else(|| head_over(lines, at, floor)) {
            Some(head) => {
                at = head.text;
                heads.push(head);
            }
            None => at += 1,
        }
    }
    // A day under two short lines may stand anywhere in one article: it is the layout of units where it comes again.
    let over = heads.iter().filter(|h| h.over).count();
    let first = heads.first().map_or(0, |h| h.start);
    let opens = lines.iter().take(first).all(|l| l.letters < TEXT_LETTERS);
    if over == 1 && !opens {
        heads.retain(|h| !h.over);
    }
    heads
}

/// The next line that is not empty, within a few.
fn filled(lines: &[Line], from: usize) -> usize {
    const GAP: usize = 5;
    (from..from + GAP).find(|at| lines.get(*at).is_none_or(|l| l.letters > 0)).unwrap_or(from)
}

/// A line of running text, not of a head.
fn is_text(line: &Line) -> bool {
    line.letters >= MIN_TEXT
        || (line.letters >= TEXT_LETTERS && ends_a_sentence(&line.text) && !line.text.ends_with('?'))
}

/// Enough text before the next time.
fn has_text(lines: &[Line], from: usize) -> bool {
    const LINES: usize = 40;
    let own = lines.iter().skip(from).take(LINES).take_while(|l| !is_time(&l.text));
    own.filter(|l| l.letters >= 40).map(|l| l.letters).sum::<usize>() >= gathered::MIN_STATED
}

/// A head whose time stands on line `at`, with the headline under it.
fn head(lines: &[Line], at: usize) -> Option<Head> {
    /// Labels between time and headline: a section, the outlet once more.
    const LABELS: usize = 3;
    let time = lines.get(at).filter(|l| is_time(&l.text))?;
    let before = at.checked_sub(1).and_then(|b| lines.get(b)).filter(|l| is_label(l, MAX_OUTLET));
    let mut next = filled(lines, at + 1);
    let mut labels: Vec<String> = Vec::new();
    while labels.len() < LABELS
        && let Some(label) = lines.get(next).and_then(|l| l.text.strip_prefix(['-', '–', '—', '•', '·']))
    {
        let label = label.trim();
        if label.is_empty() || label.chars().count() > MAX_OUTLET {
            break;
        }
        labels.push(label.to_owned());
        next = filled(lines, next + 1);
    }
    let again = before.filter(|b| labels.iter().any(|l| fold(l) == fold(&b.text)));
    let outlet = again.map(|b| b.text.clone()).or(labels.pop()).or_else(|| before.map(|b| b.text.clone()))?;
    let title = lines
        .get(next)
        .filter(|l| l.letters >= 8 && l.text.chars().count() <= MAX_HEADLINE && !is_text(l))?;
    if !has_text(lines, next + 1) {
        return None;
    }
    let start = if before.is_some() { at - 1 } else { at };
    Some(Head {
        start,
        outlet: Some(outlet),
        time: time.text.clone(),
        title: title.text.clone(),
        text: next + 1,
        over: false,
    })
}

/// A head whose time stands on line `at`, with the outlet and then the headline over it and the text under it.
fn head_over(lines: &[Line], at: usize, floor: usize) -> Option<Head> {
    const GAP: usize = 3;
    let time = lines.get(at).filter(|l| is_time(&l.text))?;
    let outlet = lines.get(at.checked_sub(1)?).filter(|l| is_label(l, MAX_OUTLET) && !is_time(&l.text))?;
    let top = at.checked_sub(2)?;
    let place = (floor.max(top.saturating_sub(GAP))..=top)
        .rev()
        .find(|p| lines.get(*p).is_some_and(|l| l.letters > 0))?;
    let title = lines.get(place).filter(|l| {
        let words = l.text.split_whitespace().count();
        l.letters >= 12
            && l.text.chars().count() <= MAX_HEADLINE
            && (words >= 3 || l.text.chars().any(wireroom_text::words::is_spaceless))
            && !is_text(l)
            && !phrases::is_furniture(&l.text, l.letters)
    })?;
    let text = filled(lines, at + 1);
    let runs = lines.get(text).is_some_and(is_text) && has_text(lines, text);
    runs.then(|| Head {
        start: place,
        outlet: Some(outlet.text.clone()),
        time: time.text.clone(),
        title: title.text.clone(),
        text,
        over: true,
    })
}

/// A line that is an age or a date and nothing else.
pub fn is_time(line: &str) -> bool {
    const MAX_TIME: usize = 40;
    let probe = When::from_unix(1_000_000_000).map_or(Time::Unknown, Time::At).known();
    let short = !line.is_empty() && line.chars().count() <= MAX_TIME && line.split_whitespace().count() <= 7;
    short
        && (probe.is_some_and(|p| dates::relative(line, p).is_known())
            || dated_line(line, Lang::UNKNOWN).is_known())
}

fn is_label(line: &Line, limit: usize) -> bool {
    line.letters > 0 && line.text.chars().count() <= limit && !ends_a_sentence(&line.text)
}

fn unit(head: &Head, lines: &[Line], end: usize, crawled: Time) -> Extracted {
    let mut row =
        Extracted { title: Some(head.title.clone()), outlet: head.outlet.clone(), ..Extracted::default() };
    row.published = dated_line(&head.time, Lang::UNKNOWN);
    row.published_from =
        if row.published.is_known() { PublishedFrom::Visible } else { PublishedFrom::Unknown };
    if let (false, Some(crawled)) = (row.published.is_known(), crawled.known()) {
        row.published = dates::relative(&head.time, crawled);
        if row.published.is_known() {
            row.published_from = PublishedFrom::Relative;
        }
    }
    fill(&mut row, lines.get(head.text..end).unwrap_or_default());
    row
}

/// The page's own article: what stands before the first unit.
fn own(lines: &[Line]) -> Extracted {
    let mut row = Extracted::default();
    let mut lines =
        lines.iter().position(|l| l.letters > 0).and_then(|at| lines.get(at..)).unwrap_or_default();
    let opened = lines.first().and_then(|first| leading_day(&first.text));
    if let Some(day) = opened {
        row.published = Time::At(day);
        row.published_from = PublishedFrom::Visible;
    } else if let Some(at) = headline(lines) {
        row.title = lines.get(at).map(|line| line.text.clone());
        lines = lines.get(at + 1..).unwrap_or_default();
    }
    fill(&mut row, lines);
    row
}

/// The page's headline: its first line, or the last of the short lines before the text, under the site's menus.
fn headline(lines: &[Line]) -> Option<usize> {
    /// Most lines before the text: menus, the page's name, tools.
    const MENUS: usize = 60;
    /// Fewest words of a headline under menus: their entries have fewer.
    const WORDS: usize = 4;
    /// Lines between headline and text: byline, day, tools.
    const BELOW: usize = 6;
    let rest = |at: usize| lines.get(at + 1..).unwrap_or_default();
    let is = |at: usize| lines.get(at).is_some_and(|line| is_headline(line, rest(at)));
    let text = lines.iter().take(MENUS).position(is_text)?;
    let filled = || (0..text).rev().filter(|at| lines.get(*at).is_some_and(|l| l.letters > 0));
    let long = |at: &usize| {
        lines.get(*at).is_some_and(|l| {
            (l.text.split_whitespace().count() >= WORDS
                || l.text.chars().any(wireroom_text::words::is_spaceless))
                && !is_credit(&l.text)
        })
    };
    let menus = || filled().take(BELOW).find(|at| long(at) && is(*at));
    if filled().count() == 0 || lines.iter().take(text).any(|l| l.letters >= MIN_TEXT) {
        return None;
    }
    menus().or_else(|| is(0).then_some(0))
}

/// "date 2025-08-20 ..": some dumps open with the page's day.
fn leading_day(line: &str) -> Option<When> {
    let mut words = line.split_whitespace();
    let first = words.next()?;
    let word =
        if first.trim_end_matches(':').chars().all(char::is_alphabetic) { words.next()? } else { first };
    (word.len() == 10 && word.starts_with(|c: char| c.is_ascii_digit())).then(|| word.parse().ok())?
}

/// A first line that is no sentence, with text under it.
fn is_headline(line: &Line, rest: &[Line]) -> bool {
    line.letters >= 8
        && line.text.chars().count() <= MAX_HEADLINE
        && !ends_a_sentence(line.text.trim_end_matches(['?', '!']))
        && !phrases::is_furniture(&line.text, line.letters)
        && rest.iter().any(|l| l.letters >= 40)
}

fn fill(row: &mut Extracted, lines: &[Line]) {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut texts = 0;
    for (at, line) in lines.iter().enumerate() {
        if let Some(caption) = phrases::after_picture_label(&line.text) {
            row.captions.extend(article::caption(caption));
            continue;
        }
        if line.letters <= MAX_CAPTION
            && let Some(caption) = article::credited_caption(&line.text)
        {
            row.captions.push(caption);
            continue;
        }
        if line.letters == 0 || is_furniture_line(row, line) {
            continue;
        }
        let (text, again) = repeats::once(&line.text);
        row.repeats = row.repeats.max(again);
        let role = if texts > 0 && is_heading(lines, at) { Role::Heading(2) } else { Role::Paragraph };
        texts += usize::from(role == Role::Paragraph && line.letters >= 40);
        paragraphs.push(Paragraph::plain(role, text));
    }
    trim_tail(&mut paragraphs);
    let (paragraphs, again) = repeats::paragraphs_once(paragraphs, |p| &p.text);
    row.repeats = row.repeats.max(again);
    article::finish(row, &paragraphs, None);
    row.lang = language::of_page(Lang::UNKNOWN, &row.body);
}

fn is_furniture_line(row: &Extracted, line: &Line) -> bool {
    row.title.as_deref().is_some_and(|t| t == line.text)
        || phrases::is_furniture(&line.text, line.letters)
        || phrases::is_furniture_heading(&line.text)
        || phrases::begs(&line.text)
        || asks_for_support(line)
}

/// A short paragraph that asks for money in its first words.
fn asks_for_support(line: &Line) -> bool {
    const ASKS: &[&str] = &[
        "support independent",
        "support our",
        "support quality",
        "support us",
        "help us keep",
        "unterstützen sie",
        "unterstütze unser",
        "soutenez",
        "apoya nuestro",
        "apoya el periodismo",
        "sostieni",
        "apoie o",
        "steun ons",
        "wesprzyj",
        "поддержите",
    ];
    let lower = line.text.to_lowercase();
    line.letters < 160 && ASKS.iter().any(|asks| lower.starts_with(asks))
}

/// A short line between empty ones, over a paragraph.
fn is_heading(lines: &[Line], at: usize) -> bool {
    /// Longest sub-heading, in characters.
    const MAX_SUBHEADING: usize = 90;
    let Some(line) = lines.get(at) else { return false };
    let alone = at > 0
        && lines.get(at - 1).is_some_and(|l| l.letters == 0)
        && lines.get(at + 1).is_none_or(|l| l.letters == 0);
    let below = lines.iter().skip(at + 1).find(|l| l.letters > 0);
    alone
        && line.text.chars().count() <= MAX_SUBHEADING
        && line.letters >= 4
        && !ends_a_sentence(line.text.trim_end_matches(['?', '!']))
        && below.is_some_and(|b| b.letters >= 60)
}

/// Labels, buttons and counts after the last sentence.
fn trim_tail(paragraphs: &mut Vec<Paragraph>) {
    const SHORT: usize = 45;
    let tail = paragraphs.iter().rev().take_while(|p| weigh(&p.text) < SHORT).count();
    let start = paragraphs.len() - tail;
    let label = |p: &Paragraph| !ends_a_sentence(&p.text) || p.text.ends_with("...") || p.text.ends_with(':');
    if let Some(cut) = paragraphs.iter().skip(start).position(label) {
        paragraphs.truncate(start + cut);
    }
}
