//! From the chosen part of the page to the article's own blocks: furniture that no class name gave away is told by
//! its form (links, length, place, repetition) and by a few fixed phrases; captions are set aside.
//! It never rewrites a block: it keeps it or leaves it out. Start at [`clean`].

use crate::article;
use crate::asides::is_post_of_a_reporter;
use crate::blocks::{Block, Blocks, Role};
use crate::choose::{self, Choice, StatedText, Way, fold};
use crate::ends;
use crate::hints::Hints;
use crate::offers;
use crate::own::Own;
use crate::phrases;
use crate::pull;
use crate::titles::Titles;
use crate::tree::Tree;
use std::collections::BTreeSet;
use std::ops::Range;
use wireroom_model::Rule;

/// The article's blocks and captions, by their place in the page's list.
#[derive(Debug, Default)]
pub struct Kept {
    pub blocks: Vec<usize>,
    pub captions: Vec<usize>,
    /// The blocks of the chosen part that are in neither, in no order, with what left them out.
    pub dropped: Vec<(usize, Rule)>,
    /// How many more times the same text stood there.
    pub again: u32,
}

impl Kept {
    /// Leaves out the kept blocks that a rule names.
    pub fn leave_out(&mut self, rule: Rule, mut goes: impl FnMut(usize) -> bool) {
        let dropped = &mut self.dropped;
        self.blocks.retain(|at| {
            let gone = goes(*at);
            if gone {
                dropped.push((*at, rule));
            }
            !gone
        });
    }

    /// Leaves out what follows a place in the list of kept blocks.
    pub fn leave_out_from(&mut self, place: usize, rule: Rule) {
        self.dropped.extend(self.blocks.iter().skip(place).map(|at| (*at, rule)));
        self.blocks.truncate(place);
    }
}

/// What cleaning compares blocks with.
#[derive(Debug)]
pub struct Known<'k> {
    pub title: &'k str,
    pub description: &'k str,
    pub authors: &'k [String],
    pub stated: &'k StatedText,
    /// The headline's element: pictures between it and the text are the article's.
    pub heading: Option<usize>,
}

/// Fewest letters of a caption.
const MIN_CAPTION: usize = 8;
/// Most letters of a paragraph that goes for the offer it links to.
const MAX_OFFER: usize = 300;
/// Most letters of a caption that only its place gives away.
const MAX_CAPTION: usize = 320;

/// Keeps the article's own blocks of the chosen part; `without` are ranges of blocks that belong to other articles.
pub fn clean(
    tree: &Tree,
    blocks: &Blocks,
    choice: Choice,
    known: &Known<'_>,
    without: &[Range<usize>],
) -> Kept {
    let core = blocks.range(tree, choice.node);
    let range = choose::opening(tree, blocks, choice, known.heading)..core.end;
    let title = fold(known.title);
    let mut kept = Kept::default();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let (mut new, mut known_before) = (0, 0);
    let (mut under_furniture, mut in_head) = (false, true);
    let own = Own::of(tree);
    let titles = Titles::of(tree, known);
    let head = known.heading.map_or(range.start, |h| blocks.range(tree, h).start);
    kept.captions.extend((head.min(range.start)..range.start).filter(|at| is_set_aside(blocks, *at)));
    for at in range {
        let Some(block) = blocks.list.get(at) else { break };
        if without.iter().any(|w| w.contains(&at)) {
            kept.dropped.push((at, Rule::OtherArticle));
            continue;
        }
        if is_caption(block) {
            match is_set_aside(blocks, at) {
                true => kept.captions.push(at),
                false => kept.dropped.push((at, block.pruned.unwrap_or(Rule::Caption))),
            }
            continue;
        }
        let heads = !block.is_pruned() && heads_furniture(block);
        under_furniture = heads || (under_furniture && !block.is_pruned() && !is_prose(block));
        let rule = match (heads, under_furniture) {
            (true, _) => Some(Rule::FurnitureHeading),
            (_, true) => Some(Rule::UnderFurnitureHeading),
            _ if in_head && titles.has(tree, block) => Some(Rule::Title),
            _ if at < core.start && !choose::joins(block) => Some(Rule::Outside),
            _ => drops(tree, &own, block, &title, known),
        };
        if let Some(rule) = rule {
            kept.dropped.push((at, rule));
            continue;
        }
        let folded = fold(&block.text);
        if block.letters >= 30 && !seen.insert(folded) {
            known_before += block.letters;
            kept.dropped.push((at, Rule::Repeated));
            continue;
        }
        in_head = in_head && !is_prose(block);
        new += block.letters;
        kept.blocks.push(at);
    }
    // Nine tenths of a printing make one: short blocks are not counted among the repeated.
    kept.again = u32::try_from(known_before * 10 / (new * 9).max(1)).unwrap_or(u32::MAX);
    as_a_whole(tree, blocks, choice, known, &mut kept);
    if choice.way != Way::Override {
        ends::add_lead(blocks, core.start, known, &mut kept);
    }
    kept
}

/// What only the kept blocks together give away: lists of links, quotes set large, the text's two ends.
fn as_a_whole(tree: &Tree, blocks: &Blocks, choice: Choice, known: &Known<'_>, kept: &mut Kept) {
    drop_link_lists(blocks, kept);
    let quotes = pull::quotes(tree, blocks, &kept.blocks);
    kept.leave_out(Rule::PullQuote, |at| quotes.contains(&at));
    if choice.way != Way::Baseline && choice.way != Way::Override {
        follow_statement(blocks, known.stated, kept);
    }
    ends::trim_head(blocks, known, kept);
    ends::drop_comments(blocks, kept);
    ends::drop_biographies(blocks, known, kept);
    ends::drop_last_box(tree, blocks, kept);
    ends::trim_tail(tree, blocks, kept);
    ends::drop_bare_headings(blocks, kept);
}

/// A caption with words enough to be one, and no furniture's.
fn is_set_aside(blocks: &Blocks, at: usize) -> bool {
    blocks.list.get(at).is_some_and(|b| is_caption(b) && !b.is_pruned() && b.letters >= MIN_CAPTION)
}

/// What is set aside as a caption.
pub fn is_caption(block: &Block) -> bool {
    block.role == Role::Caption
        || (block.in_figure && !block.in_table && block.role != Role::Quote)
        || block.hints.has(Hints::CAPTION)
        || (block.letters <= MAX_CAPTION
            && (block.in_picture && reads_as_caption(block)
                || block.role == Role::Loose && is_credited(block)
                || matches!(block.role, Role::Loose | Role::Paragraph)
                    && article::credited_caption(&block.text).is_some()))
}

/// In an element named for a picture, with a credit at its end.
fn is_credited(block: &Block) -> bool {
    block.hints.has(Hints::PICTURE) && article::caption(&block.text).is_some_and(|c| c.credit.is_some())
}

/// Beside a picture: its words say so, its element's names do, or it is no sentence.
fn reads_as_caption(block: &Block) -> bool {
    match block.role {
        Role::Loose | Role::Paragraph => {
            block.hints.has(Hints::PICTURE)
                || !block.ends_a_sentence()
                || article::caption(&block.text).is_some_and(|c| c.credit.is_some())
        }
        _ => false,
    }
}

/// A heading over related lists and offers, whatever element it is.
fn heads_furniture(block: &Block) -> bool {
    block.letters < 60
        && (phrases::is_furniture_heading(&block.text)
            || block.is_heading() && phrases::is_comments_heading(&block.text))
}

/// Text enough to end a list under such a heading.
fn is_prose(block: &Block) -> bool {
    block.letters >= 100 && block.link_share() < 0.25 && block.ends_a_sentence()
}

/// The rule by which a block goes for what it is alone.
fn drops(tree: &Tree, own: &Own, block: &Block, title: &str, known: &Known<'_>) -> Option<Rule> {
    if block.is_pruned() {
        return block.pruned;
    }
    // Notes are short, and full of dates and links.
    if block.hints.has(Hints::NOTES) {
        return None;
    }
    if block.letters < 120 && !title.is_empty() && fold(&block.text) == title {
        return Some(Rule::Title);
    }
    if block.is_heading() && block.text.contains(char::is_alphabetic) {
        let about = block.hints.has(Hints::DATE) || block.hints.has(Hints::AUTHOR);
        return match block.role {
            Role::Heading(1) => Some(Rule::OtherTitle),
            Role::Heading(4..) if about && block.letters < 60 => Some(Rule::AboutArticle),
            _ => (block.link_share() > 0.7).then_some(Rule::LinkedHeading),
        };
    }
    let share = block.link_share();
    // A headline between the paragraphs: houses state it with their text.
    let headline = matches!(block.role, Role::Paragraph | Role::Loose) && share > 0.75;
    if headline && (share > 0.98 || !block.ends_a_sentence()) {
        return Some(Rule::Links);
    }
    // Houses state their invitations with the text, too.
    if phrases::is_furniture(&block.text, block.letters) || points(block) {
        return Some(Rule::Phrase);
    }
    if matches!(block.role, Role::Paragraph | Role::Loose) && is_post_of_a_reporter(&block.text) {
        return Some(Rule::Byline);
    }
    if phrases::begs(&block.text) {
        return Some(Rule::Begging);
    }
    if block.letters <= MAX_OFFER && block.linked > 0 && offers::links(own, tree, block.first, block.last) {
        return Some(Rule::Offer);
    }
    let stated = known.stated.is_evidence() && known.stated.has(&block.text);
    if stated {
        return None;
    }
    if block.hints.has(Hints::META) && block.letters < 400 {
        return Some(Rule::AboutArticle);
    }
    if block.hints.has(Hints::DATE) && block.letters < 60 {
        return Some(Rule::DateLine);
    }
    // The clock of a live page's update.
    if block.text.chars().count() <= 8
        && block.text.contains([':', '.', '：'])
        && !block.text.contains(char::is_alphabetic)
    {
        return Some(Rule::DateLine);
    }
    if share > 0.9 || (share > 0.6 && !block.ends_a_sentence()) {
        return Some(Rule::Links);
    }
    None
}

/// ">> Here are the dates", with a link: an arrow leads away from the text.
fn points(block: &Block) -> bool {
    const ARROWS: &[&str] = &[">>", "→", "►", "▶", "➡", "➤", "👉", "⇒", "-->"];
    block.letters <= 160 && block.linked > 0 && ARROWS.iter().any(|arrow| block.text.starts_with(arrow))
}

/// Runs of list items that are mostly links are link lists: all of the run goes.
fn drop_link_lists(blocks: &Blocks, kept: &mut Kept) {
    let is_item = |at: &usize| blocks.list.get(*at).is_some_and(|b| b.role == Role::Item);
    let drop: BTreeSet<usize> = kept
        .blocks
        .chunk_by(|a, b| is_item(a) && is_item(b))
        .filter(|run| run.first().is_some_and(is_item))
        .filter(|run| {
            let (mut letters, mut linked) = (0, 0);
            for block in run.iter().filter_map(|at| blocks.list.get(*at)) {
                letters += block.letters;
                linked += block.linked;
            }
            linked * 2 > letters
        })
        .flatten()
        .copied()
        .collect();
    kept.leave_out(Rule::LinkList, |at| drop.contains(&at));
}

/// Where the stated text covers nearly all that was kept, what stands outside it at either end is not the article.
fn follow_statement(blocks: &Blocks, stated: &StatedText, kept: &mut Kept) {
    if !stated.is_evidence() {
        return;
    }
    let is_in: Vec<bool> =
        kept.blocks.iter().map(|at| blocks.list.get(*at).is_some_and(|b| stated.has(&b.text))).collect();
    let letters = |only: Option<bool>| -> usize {
        kept.blocks
            .iter()
            .zip(&is_in)
            .filter(|(_, i)| only.is_none_or(|o| o == **i))
            .filter_map(|(at, _)| blocks.list.get(*at))
            .map(|b| b.letters)
            .sum()
    };
    let (inside, all) = (letters(Some(true)), letters(None));
    if inside * 100 < all * 70 || inside * 100 < stated.letters * 60 {
        return;
    }
    let Some(last) = is_in.iter().rposition(|i| *i) else { return };
    let tail: usize =
        kept.blocks.iter().skip(last + 1).filter_map(|at| blocks.list.get(*at)).map(|b| b.letters).sum();
    // A longer tail speaks of a stated text that was cut short.
    if tail * 100 <= all * 12 {
        kept.leave_out_from(last + 1, Rule::OutsideStatement);
    }
}
