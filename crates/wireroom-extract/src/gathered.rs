//! Pages that gather articles of several outlets: neighbours of one form, each with a headline, a text, and a head or
//! foot of its own that says where and when it stood first. Elements with names for articles are not needed.
//! It refuses the sections of one article, timelines, teasers, comments and lists of people: none of them states both
//! a source and a day for each of its parts. Start at [`gathered`].

use crate::blocks::{Block, Blocks, Role, ends_a_sentence, weigh};
use crate::choose::fold;
use crate::clean::Kept;
use crate::credits::{self, Credits, Marks};
use crate::hints::Hints;
use crate::parts::{MAX_UNITS, MIN_PROSE, Unit};
use crate::tree::{Name, Tag, Tree, is_inline};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Fewest letters of prose in a unit that states its source: two sentences.
pub const MIN_STATED: usize = 120;
/// Shortest and longest headline, in letters and characters.
const MIN_HEADLINE: usize = 12;
const MAX_HEADLINE: usize = 260;
/// Nodes of a unit that are looked through for its head.
const MAX_HEAD: usize = 400;
/// Most letters of a unit's head: headline, standfirst label, outlet, writers, time.
const MAX_HEAD_LETTERS: usize = 360;
/// Children of one element that are looked at.
const MAX_CHILDREN: usize = 4_000;
/// Share of units, in hundredths, that must state their source.
const SHARE: usize = 70;

/// A unit whose form is that of an article.
#[derive(Debug, Clone)]
struct Found {
    unit: Unit,
    /// The headline leads somewhere.
    linked: bool,
}

/// The units of a page that gathers articles, in order; empty where it does not.
pub fn gathered(tree: &Tree, blocks: &Blocks) -> Vec<Unit> {
    let mut best: Vec<Unit> = Vec::new();
    let mut most = 0;
    let mut at = 0;
    while at < tree.nodes.len() {
        let tag = tree.tag(at);
        if tree.hints(at).has(Hints::COMMENTS) || matches!(tag, Tag::Nav | Tag::Footer | Tag::Head) {
            at = tree.end(at);
            continue;
        }
        if !is_inline(tag) && blocks.prose(at) >= 2 * MIN_STATED {
            let units = of_children(tree, blocks, at);
            let prose = units.iter().map(|u| u.prose).sum();
            if prose > most {
                (best, most) = (units, prose);
            }
        }
        at += 1;
    }
    best
}

/// The units among the children of one element: the children themselves, or runs of them.
fn of_children(tree: &Tree, blocks: &Blocks, parent: usize) -> Vec<Unit> {
    let children: Vec<usize> = tree.children(parent).take(MAX_CHILDREN).collect();
    let holds = |c: usize| {
        can_hold(tree.tag(c)) && blocks.prose(c) >= MIN_STATED && !tree.hints(c).has(Hints::COMMENTS)
    };
    let elements: Vec<usize> = children.iter().copied().filter(|&c| holds(c)).collect();
    for tag in HOLDERS {
        let alike: Vec<Range<usize>> =
            elements.iter().filter(|&&c| tree.tag(c) == *tag).map(|&c| tree.subtree(c)).collect();
        if alike.len() >= 2
            && let Some(units) = judged(tree, blocks, &alike)
        {
            return units;
        }
    }
    // Text that stands beside elements with most of the prose is no run of units.
    let held: usize = elements.iter().map(|&c| blocks.prose(c)).sum();
    if children.len() < 4 || held * 2 > blocks.prose(parent) {
        return Vec::new();
    }
    let marks: Vec<Option<Mark>> = children.iter().map(|&c| mark(tree, blocks, c)).collect();
    for kind in MARKS {
        let places: Vec<usize> =
            (0..marks.len()).filter(|&i| marks.get(i).is_some_and(|m| *m == Some(*kind))).collect();
        if places.is_empty() || (places.len() < 2 && *kind != Mark::Rule) {
            continue;
        }
        let runs = runs(tree, blocks, &children, tree.end(parent), *kind, &places);
        if runs.len() >= 2
            && let Some(units) = judged(tree, blocks, &runs)
        {
            return units;
        }
    }
    Vec::new()
}

/// Elements that may hold one unit each.
const HOLDERS: &[Tag] = &[
    Tag::Article,
    Tag::Section,
    Tag::Div,
    Tag::Li,
    Tag::Row,
    Tag::Cell,
    Tag::Table,
    Tag::Block,
    Tag::Custom,
    Tag::Aside,
];

const fn can_hold(tag: Tag) -> bool {
    !is_inline(tag)
        && !matches!(
            tag,
            Tag::P
                | Tag::Heading(_)
                | Tag::Nav
                | Tag::Footer
                | Tag::Form
                | Tag::Furniture
                | Tag::Button
                | Tag::Head
                | Tag::Quote
                | Tag::Figure
                | Tag::Pre
                | Tag::Dd
        )
}

/// What begins a unit among neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Heading(u8),
    Term,
    /// A paragraph all of which is set bold.
    Bold,
    /// A line across.
    Rule,
}

const MARKS: &[Mark] = &[
    Mark::Heading(1),
    Mark::Heading(2),
    Mark::Heading(3),
    Mark::Heading(4),
    Mark::Heading(5),
    Mark::Term,
    Mark::Bold,
    Mark::Rule,
];

/// What a child begins, if anything: a heading of its own or in a small box, a term, a bold line, a line across.
fn mark(tree: &Tree, blocks: &Blocks, at: usize) -> Option<Mark> {
    const MAX_BOX: usize = 40;
    match tree.tag(at) {
        Tag::Heading(level) => return Some(Mark::Heading(level)),
        Tag::Dt => return Some(Mark::Term),
        Tag::Rule => return Some(Mark::Rule),
        Tag::P | Tag::Div | Tag::Strong if is_bold_line(tree, at) => return Some(Mark::Bold),
        tag if is_inline(tag) || tag == Tag::P => return None,
        _ => {}
    }
    if tree.end(at) - at > MAX_BOX || blocks.prose(at) >= MIN_STATED {
        return None;
    }
    let mut levels = tree.subtree(at).filter_map(|n| match tree.tag(n) {
        Tag::Heading(level) => Some(level),
        _ => None,
    });
    let level = levels.next()?;
    levels.next().is_none().then_some(Mark::Heading(level))
}

/// The children as runs that each begin with the mark; a line across ends every run.
fn runs(
    tree: &Tree,
    blocks: &Blocks,
    children: &[usize],
    end: usize,
    mark: Mark,
    places: &[usize],
) -> Vec<Range<usize>> {
    let node = |i: usize| children.get(i).copied().unwrap_or(end);
    let edges: Vec<(usize, usize)> = if mark == Mark::Rule {
        // What stands before the first line counts too.
        let starts = [0].into_iter().chain(places.iter().map(|i| i + 1));
        starts.zip(places.iter().copied().chain([children.len()])).collect()
    } else {
        let starts = with_kickers(tree, children, places);
        let ends: Vec<usize> = starts.iter().skip(1).copied().chain([children.len()]).collect();
        let rule = |from: usize, next: usize| (from + 1..next).find(|&i| tree.tag(node(i)) == Tag::Rule);
        starts.into_iter().zip(ends).map(|(from, next)| (from, rule(from, next).unwrap_or(next))).collect()
    };
    edges
        .into_iter()
        .filter(|&(from, to)| {
            children.get(from..to).unwrap_or_default().iter().map(|&c| blocks.prose(c)).sum::<usize>()
                >= MIN_STATED
        })
        .map(|(from, to)| node(from)..node(to))
        .collect()
}

/// Where the line over each headline states a day ("The Post, 3 May"), the unit begins there. A line under the last
/// text belongs to that text, so the first headline must have one over it.
fn with_kickers(tree: &Tree, children: &[usize], marks: &[usize]) -> Vec<usize> {
    let kicker = |i: &usize| {
        let before =
            (0..*i).rev().find(|&b| children.get(b).is_some_and(|&c| !tree.line(c, 8).is_empty()))?;
        let line = tree.line(*children.get(before)?, 200);
        (weigh(&line) < 80 && credits::is_credit(&line)).then_some(before)
    };
    let over: Vec<Option<usize>> = marks.iter().map(kicker).collect();
    let all = over.iter().filter(|o| o.is_some()).count() * 100 >= marks.len() * SHARE;
    if !all || over.first().is_none_or(Option::is_none) {
        return marks.to_vec();
    }
    marks.iter().zip(over).map(|(mark, over)| over.unwrap_or(*mark)).collect()
}

fn is_bold_line(tree: &Tree, at: usize) -> bool {
    if !matches!(tree.tag(at), Tag::P | Tag::Div | Tag::Strong) {
        return false;
    }
    let bold = |n: usize| {
        tree.tag(at) == Tag::Strong
            || std::iter::successors(Some(n), |&n| Some(tree.parent(n)))
                .take(6)
                .take_while(|&n| n > at)
                .any(|n| tree.tag(n) == Tag::Strong)
    };
    is_line(tree, at)
        && weigh(&tree.line(at, MAX_HEADLINE)) >= MIN_HEADLINE
        && tree.subtree(at).filter(|&n| tree.tag(n) == Tag::Text && !tree.text(n).trim().is_empty()).all(bold)
}

/// Runs of nodes as units, if they are of one form and enough of them say where and when they stood first.
fn judged(tree: &Tree, blocks: &Blocks, runs: &[Range<usize>]) -> Option<Vec<Unit>> {
    let found: Vec<Found> =
        runs.iter().take(MAX_UNITS).filter_map(|run| found(tree, blocks, run.clone())).collect();
    let form = |f: &Found| tree.tag(f.unit.heading);
    let alike = |tag: Tag| found.iter().filter(|f| form(f) == tag).count();
    let usual = found.iter().map(form).max_by_key(|tag| alike(*tag))?;
    // A linked headline over less than an article's text is a teaser.
    let may = |f: &&Found| form(f) == usual && (!f.linked || f.unit.prose >= MIN_PROSE);
    // Most pages fall short by this alone, and the lines of their heads need not be read.
    let short = |count: usize| count < 2 || count * 100 < runs.len() * SHARE;
    if short(found.iter().filter(may).count()) {
        return None;
    }
    let states = |f: &&Found| {
        let credits = credits_of(tree, blocks, f.unit);
        credits.marked || (credits.has_day() && (credits.names_somebody() || f.linked))
    };
    let stating: Vec<Unit> = found.iter().filter(may).filter(states).map(|f| f.unit).collect();
    let titles: BTreeSet<String> = stating.iter().map(|u| tree.line(u.heading, MAX_HEADLINE)).collect();
    (!short(stating.len()) && titles.len() * 10 >= stating.len() * 6).then_some(stating)
}

fn found(tree: &Tree, blocks: &Blocks, run: Range<usize>) -> Option<Found> {
    let list = blocks.between(run.start, run.end);
    let text = list.clone().find(|at| blocks.list.get(*at).is_some_and(is_text))?;
    let before: usize = (list.start..text).filter_map(|at| blocks.list.get(at)).map(|b| b.letters).sum();
    let first = blocks.list.get(text)?.first;
    let heading = headline(tree, run.start, first).filter(|_| before <= MAX_HEAD_LETTERS)?;
    let prose =
        list.filter_map(|at| blocks.list.get(at)).filter(|b| is_text(b)).map(|b| b.letters - b.linked).sum();
    let unit = Unit { node: run.start, end: run.end, heading, prose, stated: true };
    (prose >= MIN_STATED).then(|| Found { unit, linked: leads(tree, heading) })
}

/// A block of running text, not a line of a head.
pub fn is_text(block: &Block) -> bool {
    !block.is_heading()
        && block.link_share() < 0.5
        && ((block.letters >= 40 && block.ends_a_sentence()) || block.letters >= 100)
}

/// The headline before the text: a heading, else a line of its own that is no credit.
fn headline(tree: &Tree, from: usize, text: usize) -> Option<usize> {
    let head = from..text.min(from + MAX_HEAD);
    let titled = |at: usize| {
        let line = tree.line(at, MAX_HEADLINE + 1);
        let words = line.split_whitespace().count();
        weigh(&line) >= MIN_HEADLINE
            && line.chars().count() <= MAX_HEADLINE
            && (words >= 3 || line.chars().any(wireroom_text::words::is_spaceless))
            && !credits::is_credit(&line)
    };
    head.clone().find(|&at| matches!(tree.tag(at), Tag::Heading(_)) && titled(at)).or_else(|| {
        head.into_iter().find(|&at| {
            let bold = matches!(tree.tag(at), Tag::Strong | Tag::A)
                || (tree.tag(at) == Tag::Inline && tree.tag(at + 1) == Tag::Strong);
            (bold || tree.tag(at) == Tag::Dt)
                && is_line(tree, at)
                && titled(at)
                && !ends_a_sentence(&tree.line(at, MAX_HEADLINE))
        })
    })
}

/// Text in inline elements alone, without a break.
fn is_line(tree: &Tree, at: usize) -> bool {
    const MAX_LINE: usize = 40;
    tree.end(at) - at <= MAX_LINE
        && tree.end(at) > at + 1
        && (at + 1..tree.end(at)).all(|n| is_inline(tree.tag(n)) && tree.tag(n) != Tag::Br)
}

/// Whether a headline is a link to another page.
fn leads(tree: &Tree, heading: usize) -> bool {
    let above = std::iter::once(tree.parent(heading)).filter(|&p| tree.tag(p) == Tag::A);
    tree.subtree(heading)
        .chain(above)
        .filter_map(|at| tree.attribute(at, Name::Href))
        .any(|href| !href.trim_start().starts_with('#') && !href.trim().is_empty())
}

/// What the lines before a unit's text, and the short ones after it, say.
pub fn credits_of(tree: &Tree, blocks: &Blocks, unit: Unit) -> Credits {
    let range = unit.blocks(blocks);
    let is_text_at = |at: &usize| blocks.list.get(*at).is_some_and(is_text);
    let first =
        range.clone().find(is_text_at).and_then(|at| blocks.list.get(at)).map_or(unit.end, |b| b.first);
    let mut credits = Credits::default();
    for at in unit.node..first.min(unit.node + MAX_HEAD) {
        if tree.subtree(unit.heading).contains(&at) {
            continue;
        }
        if let Some(time) = tree.attribute(at, Name::Datetime).filter(|_| tree.tag(at) == Tag::Time) {
            credits.times.push(time.to_owned());
        }
        if tree.tag(at) == Tag::Text && !in_picture(tree, at, unit.node) {
            credits.take(tree.text(at), marks(tree, at, unit.node));
        }
    }
    if let Some(last) = range.clone().rev().find(is_text_at) {
        for block in (last + 1..range.end).filter_map(|at| blocks.list.get(at)) {
            if weigh(&block.text) < 80 && !block.is_heading() && credits::is_credit(&block.text) {
                credits.take(&block.text, Marks::default());
            }
        }
    }
    credits
}

/// Short lines, folded, that stand in two runs of nodes or more: buttons and labels of their common form.
pub fn common_lines(blocks: &Blocks, runs: impl Iterator<Item = (usize, usize)>) -> BTreeSet<String> {
    const SHORT: usize = 60;
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (start, end) in runs {
        let lines: BTreeSet<String> = blocks
            .between(start, end)
            .filter_map(|at| blocks.list.get(at))
            .filter(|b| b.letters < SHORT && !b.is_heading() && !b.ends_a_sentence())
            .map(|b| fold(&b.text))
            .collect();
        for line in lines {
            *seen.entry(line).or_default() += 1;
        }
    }
    seen.into_iter().filter(|(_, runs)| *runs > 1).map(|(line, _)| line).collect()
}

/// Leaves of a unit what stands in it: no line of its head or foot, nothing of its neighbours or common to all.
pub fn trim(blocks: &Blocks, unit: Unit, common: &BTreeSet<String>, kept: &mut Kept) {
    let own = unit.blocks(blocks);
    kept.captions.retain(|at| own.contains(at));
    kept.blocks.retain(|at| own.contains(at));
    kept.blocks.retain(|at| blocks.list.get(*at).is_some_and(|b| !common.contains(&fold(&b.text))));
    let text = |at: &usize| blocks.list.get(*at).is_some_and(is_text);
    let Some(first) = kept.blocks.iter().position(text) else { return };
    kept.blocks.drain(..first);
    while let Some(last) = kept.blocks.last().and_then(|at| blocks.list.get(*at)) {
        if is_text(last) || last.role == Role::Item || !credits::is_credit(&last.text) {
            break;
        }
        kept.blocks.pop();
    }
}

/// A picture's credit names a photographer, not the outlet.
fn in_picture(tree: &Tree, at: usize, unit: usize) -> bool {
    std::iter::successors(Some(tree.parent(at)), |&n| Some(tree.parent(n)))
        .take(6)
        .take_while(|&n| n >= unit && n > 0)
        .any(|n| matches!(tree.tag(n), Tag::Figure | Tag::Caption) || tree.hints(n).has(Hints::CAPTION))
}

/// What the elements between a text and its unit are named for.
fn marks(tree: &Tree, at: usize, unit: usize) -> Marks {
    let mut marks = Marks::default();
    let above = std::iter::successors(Some(tree.parent(at)), |&n| Some(tree.parent(n))).take(4);
    for n in above.take_while(|&n| n >= unit) {
        let hints = tree.hints(n);
        let prop = tree.attribute(n, Name::Itemprop).unwrap_or("");
        marks.author |= hints.has(Hints::AUTHOR)
            || prop.contains("author")
            || tree.attribute(n, Name::Rel).is_some_and(|r| r.contains("author"));
        // A whole box may be named for its source: it names the outlet where it holds nothing else.
        let alone = || tree.line(n, credits::MAX_OUTLET + 1).chars().count() <= credits::MAX_OUTLET;
        marks.outlet |= (hints.has(Hints::OUTLET) && alone())
            || prop.split_whitespace().any(|p| matches!(p, "publisher" | "sourceOrganization" | "provider"));
    }
    marks.outlet &= !marks.author;
    marks
}
