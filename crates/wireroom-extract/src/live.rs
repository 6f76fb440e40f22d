//! Live pages: entries of one form, each with a time of its own, newest or oldest first. The page says that it is
//! live, or nothing but a run of clocks does.
//! It refuses an entry without a time (a summary that is kept on top), and a day that nothing states: an entry with a
//! clock alone is dated only where the page's own day is beyond doubt. Start at [`Entries::find`].

use crate::article::{self, Paragraph};
use crate::blocks::{Blocks, Role, weigh};
use crate::choose::fold;
use crate::clean::Kept;
use crate::credits::clock;
use crate::dump::is_time;
use crate::facts::dated_line;
use crate::gathered::common_lines;
use crate::hints::Hints;
use crate::phrases;
use crate::tree::{Name, Tag, Tree, is_inline};
use std::ops::Range;
use wireroom_model::{Lang, Rule};

/// Fewest entries of a page that says it is live, and of one that does not.
const MIN_ENTRIES: usize = 2;
const MIN_UNSAID: usize = 4;
/// Most entries of one page, and most children of one element that are looked at.
const MAX_ENTRIES: usize = 2_000;
const MAX_CHILDREN: usize = 8_000;
/// Share of neighbours of one form, in hundredths, that must have a time.
const SHARE: usize = 70;
/// Nodes of an entry in which its time stands.
const MAX_HEAD: usize = 40;

/// One entry: nodes, headline, and what states its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub node: usize,
    pub end: usize,
    pub heading: Option<usize>,
    /// An attribute for machines.
    pub stated: Option<String>,
    /// What a reader sees.
    pub shown: String,
}

/// The entries of a page, in page order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entries {
    pub list: Vec<Entry>,
    /// The element that holds them all.
    pub parent: usize,
    /// Entries begin with their clock in running text, not in elements of their own.
    flat: bool,
}

/// Words of a title, or of an address, that call a page live; lower case, whole words.
const WORDS: &[&str] = &[
    "live",
    "liveblog",
    "liveticker",
    "ticker",
    "newsblog",
    "newsticker",
    "livestream",
    "updates",
    "direct",
    "directo",
    "vivo",
    "minuto",
    "diretta",
    "онлайн",
    "хроника",
    "трансляция",
    "наживо",
    "żywo",
    "canlı",
    "liverapport",
    "liveupdate",
    "livesenter",
    "direkte",
    "direkt",
    "suora",
    "ζωντανά",
    "élőben",
    "živě",
    "naživo",
    "uživo",
];

/// The same in words of several parts, or of scripts without spaces.
const PHRASES: &[&str] = &[
    "as it happened",
    "minute by minute",
    "live blog",
    "live updates",
    "rolling coverage",
    "en direct",
    "en vivo",
    "minuto a minuto",
    "ao vivo",
    "in diretta",
    "na żywo",
    "текстовая трансляция",
    "прямой эфир",
    "直播",
    "实时",
    "即時",
    "速報",
    "ライブ",
    "실시간",
    "생중계",
    "مباشر",
    "لحظة بلحظة",
    "שידור חי",
    "लाइव",
];

/// What a page says of being live.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// By structured data or the names of its elements.
    Marked,
    /// By a word of its title or address.
    Worded,
    Nothing,
}

/// Whether a page calls itself live in its title or address.
pub fn has_word(title: &str, path: &str) -> bool {
    let text = format!("{} {}", title.to_lowercase(), path.to_lowercase());
    PHRASES.iter().any(|phrase| text.contains(phrase))
        || text.split(|c: char| !c.is_alphanumeric()).any(|word| WORDS.contains(&word))
}

impl Entries {
    /// The largest run of entries on a page, if it makes the page a live one: two where it says that it is, else
    /// four under clocks in order that hold most of its prose. `chosen` are the letters of prose of the article.
    pub fn find(tree: &Tree, blocks: &Blocks, says: Says, chosen: usize) -> Option<Self> {
        let mut best = Self::default();
        let mut at = 0;
        while at < tree.nodes.len() {
            let tag = tree.tag(at);
            if tree.hints(at).has(Hints::COMMENTS)
                || matches!(tag, Tag::Nav | Tag::Footer | Tag::Head | Tag::Aside)
            {
                at = tree.end(at);
                continue;
            }
            if !is_inline(tag)
                && !matches!(tag, Tag::P | Tag::Heading(_))
                && tree.end(at) - at > 2 * MIN_ENTRIES
            {
                let found = of_children(tree, blocks, at);
                if found.list.len() > best.list.len() {
                    best = found;
                }
            }
            at += 1;
        }
        let held: usize = best.list.iter().map(|e| letters(blocks, e)).sum();
        let live = match says {
            Says::Marked => best.list.len() >= MIN_ENTRIES,
            // "Long live the ferry": a word alone needs entries that are most of the text.
            Says::Worded => best.list.len() >= MIN_ENTRIES && held * 10 >= chosen * 4,
            Says::Nothing => best.is_told_by_clocks() && held * 10 >= chosen * 6,
        };
        live.then_some(best)
    }

    /// Clocks alone, in order: nothing but a live page is written so.
    fn is_told_by_clocks(&self) -> bool {
        let clocks: Vec<u16> = self.list.iter().filter_map(|e| clock(&e.shown)).collect();
        let down = clocks.windows(2).filter(|w| matches!(w, [a, b] if a >= b)).count();
        let up = clocks.windows(2).filter(|w| matches!(w, [a, b] if a <= b)).count();
        clocks.len() >= MIN_UNSAID
            && clocks.len() == self.list.len()
            && (down * 10 >= (clocks.len() - 1) * 9 || up * 10 >= (clocks.len() - 1) * 9)
    }

    /// The blocks that stand between entries or after the last: adverts, boxes, teasers.
    pub fn gaps(&self, tree: &Tree, blocks: &Blocks, within: usize) -> Vec<Range<usize>> {
        let ends = self.list.iter().map(|e| e.end);
        let starts = self.list.iter().skip(1).map(|e| e.node).chain([tree.end(within)]);
        let mut gaps: Vec<Range<usize>> = ends
            .zip(starts)
            .map(|(end, start)| blocks.between(end, start))
            .filter(|gap| !gap.is_empty())
            .collect();
        let common = common_lines(blocks, self.list.iter().map(|e| (e.node, e.end)));
        let furniture = self.list.iter().flat_map(|e| blocks.between(e.node, e.end)).filter(|at| {
            blocks.list.get(*at).is_some_and(|b| {
                b.letters < 60 && (phrases::is_furniture_heading(&b.text) || common.contains(&fold(&b.text)))
            })
        });
        gaps.extend(furniture.map(|at| at..at + 1));
        let first = self.list.first().map_or(within, |e| e.node);
        gaps.extend(
            blocks.between(within, first).filter(|at| is_note(tree, blocks, *at)).map(|at| at..at + 1),
        );
        if self.flat {
            let own = self.list.iter().flat_map(|e| blocks.between(e.node, e.end).skip(1));
            gaps.extend(own.filter(|at| is_set_small(tree, blocks, *at)).map(|at| at..at + 1));
        }
        gaps
    }

    /// The newest entry's heading is often the page's title in other words: it heads its entry all the same.
    pub fn with_headings(&self, tree: &Tree, blocks: &Blocks, kept: &mut Kept) {
        for entry in &self.list {
            let Some(heading) = entry.heading else { continue };
            for at in blocks.range(tree, heading) {
                let place = kept.dropped.iter().position(|(d, rule)| *d == at && *rule == Rule::Title);
                let follows = blocks.between(entry.node, entry.end).any(|b| kept.blocks.contains(&b));
                if let (Some(place), true) = (place, follows) {
                    kept.dropped.remove(place);
                    let to = kept.blocks.partition_point(|b| *b < at);
                    kept.blocks.insert(to, at);
                }
            }
        }
    }
}

/// A short line in italics over the entries: a word to the reader about the page.
fn is_note(tree: &Tree, blocks: &Blocks, at: usize) -> bool {
    blocks.list.get(at).is_some_and(|b| {
        b.letters < 100
            && !b.is_heading()
            && (b.first..=b.last)
                .filter(|&n| tree.tag(n) == Tag::Text && !tree.text(n).trim().is_empty())
                .all(|n| tree.tag(tree.parent(n)) == Tag::Em)
    })
}

/// All of a paragraph in one plain inline element (a font, a small): text of another kind than its neighbours.
fn is_set_small(tree: &Tree, blocks: &Blocks, at: usize) -> bool {
    blocks.list.get(at).is_some_and(|b| {
        matches!(b.role, Role::Paragraph | Role::Loose)
            && (b.first..=b.last)
                .filter(|&n| tree.tag(n) == Tag::Text && !tree.text(n).trim().is_empty())
                .all(|n| tree.tag(tree.parent(n)) == Tag::Inline)
    })
}

fn letters(blocks: &Blocks, entry: &Entry) -> usize {
    blocks.between(entry.node, entry.end).filter_map(|at| blocks.list.get(at)).map(|b| b.letters).sum()
}

fn of_children(tree: &Tree, blocks: &Blocks, parent: usize) -> Entries {
    let children: Vec<usize> = tree.children(parent).take(MAX_CHILDREN).collect();
    let mut best = Entries { parent, ..Entries::default() };
    if children.len() < MIN_ENTRIES {
        return best;
    }
    for tag in [Tag::Article, Tag::Section, Tag::Div, Tag::Li, Tag::Block, Tag::Custom, Tag::Row] {
        let alike: Vec<usize> = children.iter().copied().filter(|&c| tree.tag(c) == tag).collect();
        if alike.len() <= best.list.len() {
            continue;
        }
        let list: Vec<Entry> =
            alike.iter().take(MAX_ENTRIES).filter_map(|&c| entry(tree, blocks, tree.subtree(c))).collect();
        // Adverts and offers stand among the entries.
        if list.len() * 100 >= alike.len() * (SHARE - 20) && list.len() > best.list.len() {
            best.list = list;
        }
    }
    let starts: Vec<usize> =
        (0..children.len()).filter(|&i| children.get(i).is_some_and(|&c| begins(tree, c))).collect();
    if starts.len() >= MIN_ENTRIES && starts.len() > best.list.len() {
        let node = |i: usize| children.get(i).copied().unwrap_or_else(|| tree.end(parent));
        let nexts = starts.iter().skip(1).copied().chain([children.len()]);
        let list: Vec<Entry> = starts
            .iter()
            .zip(nexts)
            .take(MAX_ENTRIES)
            .map(|(&from, next)| {
                (from, (from..next).find(|&i| tree.tag(node(i)) == Tag::Rule && i > from).unwrap_or(next))
            })
            .filter_map(|(from, to)| entry(tree, blocks, node(from)..node(to)))
            .collect();
        if list.len() * 100 >= starts.len() * SHARE && list.len() > best.list.len() {
            best = Entries { list, parent, flat: true };
        }
    }
    best
}

/// A neighbour that begins an entry: a time, a heading or a paragraph that opens with a clock.
fn begins(tree: &Tree, at: usize) -> bool {
    match tree.tag(at) {
        Tag::Time => true,
        Tag::Heading(_) | Tag::P | Tag::Div | Tag::Strong | Tag::Dt => {
            opens_with_a_digit(tree, at) && opening_clock(&tree.line(at, 120)).is_some()
        }
        _ => false,
    }
}

/// Whether the first character to be seen may be a digit: every element of a page is asked for its clock.
fn opens_with_a_digit(tree: &Tree, at: usize) -> bool {
    let seen = |c: &char| c.is_ascii_graphic() || c.is_alphanumeric();
    let first = tree.subtree(at).find_map(|n| tree.text(n).chars().find(seen));
    first.is_some_and(|c| c.is_ascii_digit())
}

/// Nodes as an entry, if a time stands in their head and some text after it.
fn entry(tree: &Tree, blocks: &Blocks, run: Range<usize>) -> Option<Entry> {
    let list = blocks.between(run.start, run.end);
    let text: usize = list.clone().filter_map(|at| blocks.list.get(at)).map(|b| b.letters - b.linked).sum();
    if text < 12 {
        return None;
    }
    let head = run.start..run.end.min(run.start + MAX_HEAD);
    let heading = head.clone().find(|&at| {
        matches!(tree.tag(at), Tag::Heading(_)) && {
            let line = tree.line(at, 200);
            !line.is_empty() && clock(&line).is_none()
        }
    });
    let mut found = Entry { node: run.start, end: run.end, heading, stated: None, shown: String::new() };
    for at in head {
        if tree.tag(at) == Tag::Time {
            let stated = tree.attribute(at, Name::Datetime).filter(|d| d.contains(':'));
            let shown = tree.line(at, 60);
            if stated.is_some() || has_clock(&shown) {
                found.stated = stated.map(str::to_owned);
                found.shown = shown;
                return Some(found);
            }
        }
        if tree.tag(at) == Tag::Text {
            let line = tree.text(at).trim();
            if clock(line).is_some()
                || (line.chars().count() <= 40
                    && has_clock(line)
                    && dated_line(line, Lang::UNKNOWN).is_known())
            {
                found.shown = line.to_owned();
                return Some(found);
            }
            if let Some((shown, _)) = opening_clock(line) {
                found.shown = shown.to_owned();
                return Some(found);
            }
            // Running text before any time: the time below it is not the entry's own.
            if weigh(line) >= 80 {
                return None;
            }
        }
    }
    None
}

fn has_clock(text: &str) -> bool {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let pair = |w: &[char]| matches!(w, [a, ':' | '.' | 'h', b, c] if a.is_ascii_digit() && b.is_ascii_digit() && c.is_ascii_digit());
    let chars: Vec<char> = text.chars().collect();
    chars.windows(4).any(pair) || clock(text).is_some()
}

/// A clock at the beginning of a line, and what follows it: "14.05 Uhr: The bridge is open."
pub fn opening_clock(line: &str) -> Option<(&str, &str)> {
    /// Most words of a clock: "10:31 p.m. CEST".
    const WORDS: usize = 3;
    let line = line.trim_start();
    if !line.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let ends = line.match_indices(char::is_whitespace).map(|(at, _)| at).chain([line.len()]).take(WORDS);
    let parts = ends.filter_map(|at| Some((line.get(..at)?, line.get(at..)?)));
    parts
        .filter(|(shown, _)| clock(shown.trim_end_matches(is_mark)).is_some())
        .last()
        .map(|(shown, rest)| (shown.trim_end_matches(is_mark), rest.trim_start_matches(is_mark)))
}

fn is_mark(c: char) -> bool {
    c.is_whitespace() || matches!(c, ':' | '–' | '—' | '-' | '|' | '•' | '·' | ',')
}

/// Takes the clocks off the beginnings of paragraphs: they are the updates' times, not their words.
pub fn without_clocks(paragraphs: &mut Vec<Paragraph>) {
    let over = |text: &str| opening_clock(text).is_some_and(|(_, rest)| is_time(rest));
    paragraphs.retain(|p| clock(&p.text).is_none() && !is_time(&p.text) && !over(&p.text));
    for paragraph in paragraphs {
        let Some((shown, rest)) = opening_clock(&paragraph.text).filter(|(_, rest)| !rest.is_empty()) else {
            continue;
        };
        let kept = ["strong", "em", "time"].iter().find_map(|tag| {
            let opened = paragraph.html.strip_prefix(&format!("<{tag}>{shown}"))?;
            let (between, after) = opened.split_once(&format!("</{tag}>"))?;
            (fold(between).is_empty()).then(|| after.trim_start_matches(is_mark).to_owned())
        });
        let plain =
            || paragraph.html.strip_prefix(shown).map(|html| html.trim_start_matches(is_mark).to_owned());
        let html = kept.or_else(plain).unwrap_or_else(|| article::escape(rest));
        paragraph.text = rest.to_owned();
        paragraph.html = html;
    }
}
