//! The two ends of a text: bylines, days and labels before its first sentence, labels, offers and writers' lives after
//! its last, headings over nothing, and the standfirst that stands beside the headline.
//! It decides nothing about the blocks between. Start at [`trim_head`].

use crate::blocks::{Block, Blocks, Role, weigh};
use crate::choose::{fold, fold_begins};
use crate::clean::{Kept, Known, is_caption};
use crate::credit::is_credit_line;
use crate::hints::Hints;
use crate::phrases;
use crate::signoff;
use crate::tables;
use crate::tree::{Tag, Tree};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::Rule;

/// Bylines, dates and labels before the first sentence.
pub fn trim_head(blocks: &Blocks, known: &Known<'_>, kept: &mut Kept) {
    const HEAD: usize = 6;
    /// Under a standfirst, too, the day may stand.
    const DATED: usize = 4;
    let drop: BTreeMap<usize, Rule> = kept
        .blocks
        .iter()
        .take(HEAD)
        .copied()
        .take_while(|at| blocks.list.get(*at).is_some_and(|b| !(b.letters >= 120 && b.ends_a_sentence())))
        .filter_map(|at| Some((at, in_head(blocks.list.get(at)?, known)?)))
        .chain(kept.blocks.iter().take(DATED).filter_map(|at| {
            let block = blocks.list.get(*at)?;
            let dated = block.letters < 40 && block.role == Role::Loose && phrases::is_date_line(&block.text);
            dated.then_some((*at, Rule::DateLine))
        }))
        .collect();
    for rule in [Rule::Byline, Rule::DateLine, Rule::HeadLabel] {
        kept.leave_out(rule, |at| drop.get(&at) == Some(&rule));
    }
}

/// What a short block before the first sentence is, where it is not of the text.
fn in_head(block: &Block, known: &Known<'_>) -> Option<Rule> {
    if block.letters >= 90
        || block.is_heading()
        || block.hints.has(Hints::NOTES)
        || (known.stated.is_evidence() && known.stated.has(&block.text))
    {
        return None;
    }
    if phrases::is_byline(&block.text, known.authors) {
        return Some(Rule::Byline);
    }
    if phrases::is_date_line(&block.text) {
        return Some(Rule::DateLine);
    }
    let label = block.role == Role::Loose && block.letters < 40 && !block.ends_a_sentence();
    label.then_some(Rule::HeadLabel)
}

/// "Ada Fenn is a reporter at ..": a last paragraph that begins with the writer's own name.
pub fn drop_biographies(blocks: &Blocks, known: &Known<'_>, kept: &mut Kept) {
    const LAST: usize = 3;
    const MAX_LETTERS: usize = 400;
    let names: Vec<String> = known.authors.iter().map(|a| fold(a)).filter(|a| weigh(a) >= 6).collect();
    let from = kept.blocks.len().saturating_sub(LAST).max(2);
    // A speaker's name opens many paragraphs of an interview.
    let opens = |name: &String| {
        let earlier = kept.blocks.iter().take(from).filter_map(|at| blocks.list.get(*at));
        earlier.into_iter().any(|b| fold_begins(&b.text, name))
    };
    let names: Vec<String> = names.into_iter().filter(|n| !opens(n)).collect();
    let mut place = 0;
    kept.leave_out(Rule::Biography, |at| {
        place += 1;
        let Some(block) = blocks.list.get(at) else { return true };
        // "[Ada Fenn, from Aske] The harbour .." opens a text.
        let credit = block.text.starts_with(['[', '(', '【', '（', '［', '〔']);
        place > from
            && !credit
            && block.letters <= MAX_LETTERS
            && names.iter().any(|n| fold_begins(&block.text, n))
    });
}

/// Readers' words under a heading that says so, below the text: all that follows it goes.
pub fn drop_comments(blocks: &Blocks, kept: &mut Kept) {
    /// Fewest letters before the heading: readers write under a text.
    const TEXT: usize = 300;
    let mut letters = 0;
    let place = kept.dropped.iter().filter(|(_, rule)| *rule == Rule::FurnitureHeading).map(|(at, _)| *at);
    let heads = |at: &usize| {
        blocks.list.get(*at).is_some_and(|b| b.is_heading() && phrases::is_comments_heading(&b.text))
    };
    let Some(first) = place.filter(heads).min() else { return };
    let before = kept.blocks.partition_point(|at| *at < first);
    for at in kept.blocks.iter().take(before) {
        letters += blocks.list.get(*at).map_or(0, |b| b.letters);
    }
    if letters >= TEXT {
        kept.leave_out_from(before, Rule::Comments);
    }
}

/// Boxes without an element of their own at the end: paragraphs that open with a box's heading or say in italics who
/// somebody is; a heading of such a box with a few lines.
pub fn drop_last_box(tree: &Tree, blocks: &Blocks, kept: &mut Kept) {
    /// Most blocks under a heading, and most letters.
    const LINES: usize = 6;
    const LETTERS: usize = 300;
    /// Blocks before it that stay.
    const TEXT: usize = 2;
    let block = |at: &usize| blocks.list.get(*at);
    let is_line = |at: &usize| {
        block(at).is_some_and(|b| {
            matches!(b.role, Role::Paragraph | Role::Loose)
                && !b.hints.has(Hints::NOTES)
                && (phrases::opens_as_box(&b.text) || is_somebody(tree, b))
        })
    };
    let lines = kept.blocks.iter().skip(TEXT).rev().take_while(|at| is_line(at)).count();
    kept.leave_out_from(kept.blocks.len() - lines, Rule::Biography);
    let Some(place) = kept.blocks.iter().rposition(|at| block(at).is_some_and(Block::is_heading)) else {
        return;
    };
    let under = kept.blocks.iter().skip(place + 1).filter_map(block);
    let (mut count, mut letters) = (0, 0);
    for line in under {
        count += 1;
        letters += line.letters;
    }
    let heads = kept.blocks.get(place).and_then(block).is_some_and(|b| {
        !b.hints.has(Hints::NOTES) && (phrases::is_box_heading(&b.text) || phrases::is_life_heading(&b.text))
    });
    if heads && place >= TEXT && count <= LINES && letters <= LETTERS {
        kept.leave_out_from(place, Rule::Biography);
    }
}

/// A last paragraph set apart in italics that says who somebody is.
fn is_somebody(tree: &Tree, block: &Block) -> bool {
    /// Longest such paragraph, in letters.
    const MOST: usize = 350;
    let italic = (block.first..=block.last)
        .filter(|at| tree.tag(*at) == Tag::Text && !tree.text(*at).trim().is_empty())
        .all(|at| tree.around(at).take_while(|n| *n >= block.node).any(|n| tree.tag(n) == Tag::Em));
    italic && block.letters <= MOST && phrases::says_who(&block.text)
}

/// What follows the last sentence: tags, names, labels.
pub fn trim_tail(tree: &Tree, blocks: &Blocks, kept: &mut Kept) {
    /// More short paragraphs than this in a row are a list of the article's own.
    const LABELS: usize = 4;
    let in_tail = |at: &usize| {
        blocks.list.get(*at).is_some_and(|block| {
            let sentence = block.ends_a_sentence() || block.text.contains(". ");
            let credit = block.role == Role::Paragraph
                && block.linked == 0
                && (is_credit_line(&block.text) || signoff::is_sign_off(&block.text));
            let listed = block.role == Role::Item
                || block.hints.has(Hints::NOTES)
                || block.table.is_some_and(|table| tables::is_headed(tree, table));
            let short = block.letters < 60 && !sentence && !credit && !listed;
            block.is_heading() || short || block.in_offer || phrases::is_furniture(&block.text, block.letters)
        })
    };
    let end = kept.blocks.iter().rposition(|at| !in_tail(at)).map_or(0, |last| last + 1);
    let cut = kept.blocks.iter().skip(end).filter_map(|at| blocks.list.get(*at));
    let labels = cut.filter(|b| b.role == Role::Paragraph && !phrases::is_furniture(&b.text, b.letters));
    if labels.count() <= LABELS {
        kept.leave_out_from(end, Rule::TailLabel);
    }
}

/// Lines below the text in which its makers sign, once they are read for their names.
pub fn drop_sign_off(blocks: &Blocks, kept: &mut Kept) {
    let texts = kept.blocks.iter().filter_map(|at| blocks.list.get(*at)).map(|b| b.text.as_str());
    let signed = signoff::places(texts);
    let mut place = 0;
    kept.leave_out(Rule::SignOff, |_| {
        place += 1;
        signed.contains(&(place - 1))
    });
}

/// A heading with nothing under it headed something that was left out.
pub fn drop_bare_headings(blocks: &Blocks, kept: &mut Kept) {
    let level = |at: usize| match blocks.list.get(at).map(|b| b.role) {
        Some(Role::Heading(level)) => Some(level),
        _ => None,
    };
    let places = kept.blocks.clone();
    let mut next = places.iter().skip(1).map(|at| Some(*at)).chain([None]);
    kept.leave_out(Rule::BareHeading, |at| {
        let follower = next.next().flatten();
        match (level(at), follower.map(level)) {
            (Some(_), None) => true,
            (Some(own), Some(Some(below))) => below <= own,
            _ => false,
        }
    });
}

/// The standfirst often stands above the text, beside the headline.
pub fn add_lead(blocks: &Blocks, start: usize, known: &Known<'_>, kept: &mut Kept) {
    const WITHIN: usize = 40;
    let description = fold(known.description);
    let first = kept.blocks.first().and_then(|at| blocks.list.get(*at)).map(|b| fold(&b.text));
    let body: BTreeSet<usize> = kept.blocks.iter().copied().collect();
    let lead = (start.saturating_sub(WITHIN)..start).rev().find(|at| {
        let Some(block) = blocks.list.get(*at) else { return false };
        if block.letters < 30 || block.letters > 900 || block.link_share() > 0.5 || is_caption(block) {
            return false;
        }
        if block.is_pruned() && !block.in_header {
            return false;
        }
        let text = fold(&block.text);
        if text == fold(known.title) || first.as_deref().is_some_and(|f| f.starts_with(&text)) {
            return false;
        }
        let described = weigh(&description) >= 25
            && (description.starts_with(&text) || text.starts_with(&head(&description)));
        described
            || (block.hints.has(Hints::LEAD)
                && !block.hints.has(Hints::COMMENTS)
                && block.role != Role::Heading(1))
    });
    if let Some(lead) = lead.filter(|l| !body.contains(l)) {
        let place = kept.blocks.partition_point(|at| *at < lead);
        kept.blocks.insert(place, lead);
    }
}

fn head(text: &str) -> String {
    text.chars().take(40).collect()
}
