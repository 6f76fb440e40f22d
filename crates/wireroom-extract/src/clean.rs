//! From the chosen part of the page to the article's own blocks: furniture that no class name gave away is told by
//! its form (links, length, place, repetition) and by a few fixed phrases; captions are set aside.
//! It never rewrites a block: it keeps it or leaves it out. Start at [`clean`].

use crate::article;
use crate::blocks::{Block, Blocks, Role, weigh};
use crate::choose::{self, Choice, StatedText, Way, fold};
use crate::credit::is_credit_line;
use crate::hints::Hints;
use crate::offers;
use crate::own::Own;
use crate::phrases;
use crate::tables;
use crate::tree::{Name, Tag, Tree};
use std::collections::{BTreeMap, BTreeSet};
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
    fn leave_out(&mut self, rule: Rule, mut goes: impl FnMut(usize) -> bool) {
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
    fn leave_out_from(&mut self, place: usize, rule: Rule) {
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
    let above = head.min(range.start)..range.start;
    kept.captions.extend(above.filter(|at| {
        blocks.list.get(*at).is_some_and(|b| is_caption(b) && !b.is_pruned() && b.letters >= MIN_CAPTION)
    }));
    for at in range.clone() {
        let Some(block) = blocks.list.get(at) else { break };
        if without.iter().any(|w| w.contains(&at)) {
            kept.dropped.push((at, Rule::OtherArticle));
            continue;
        }
        if is_caption(block) {
            if !block.is_pruned() && block.letters >= MIN_CAPTION {
                kept.captions.push(at);
            } else {
                kept.dropped.push((at, block.pruned.unwrap_or(Rule::Caption)));
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
    drop_link_lists(blocks, &mut kept);
    drop_pull_quotes(blocks, &mut kept);
    if choice.way != Way::Baseline && choice.way != Way::Override {
        follow_statement(blocks, known.stated, &mut kept);
    }
    trim_head(blocks, known, &mut kept);
    drop_biographies(blocks, known, &mut kept);
    trim_tail(tree, blocks, &mut kept);
    drop_bare_headings(blocks, &mut kept);
    add_lead(blocks, core.start, known, &mut kept);
    kept
}

/// The title in all the wordings that the page has for it, folded.
struct Titles {
    folded: Vec<String>,
    heading: Option<usize>,
}

impl Titles {
    /// Shortest wording that is looked for inside others, in letters.
    const LEAST: usize = 20;
    /// Most characters of a kicker before it.
    const KICKER: usize = 60;

    fn of(tree: &Tree, known: &Known<'_>) -> Self {
        let metas = tree
            .all(Tag::Meta)
            .filter(|at| tree.attribute(*at, Name::Property).is_some_and(|p| p == "og:title"))
            .filter_map(|at| tree.attribute(at, Name::Content));
        let mut folded: Vec<String> = metas.chain([known.title]).map(fold).collect();
        folded.extend(tree.all(Tag::Title).take(1).map(|at| fold(&tree.line(at, 400))));
        folded.retain(|t| weigh(t) >= Self::LEAST);
        folded.dedup();
        Self { folded, heading: known.heading }
    }

    /// Whether a block above the text is the title once more: a wording of it, with a kicker, or cut.
    fn has(&self, tree: &Tree, block: &Block) -> bool {
        const MOST: usize = 200;
        let role = matches!(block.role, Role::Heading(_) | Role::Loose | Role::Paragraph);
        if !role || block.letters > MOST {
            return false;
        }
        if self.heading.is_some_and(|h| tree.subtree(h).contains(&block.node)) {
            return true;
        }
        let text = fold(&block.text);
        let letters = weigh(&text);
        self.folded.iter().any(|title| {
            let whole = weigh(title);
            let kicked = letters >= whole && letters <= whole + Self::KICKER && text.contains(title.as_str());
            let cut = (block.is_heading() || block.in_header)
                && (Self::LEAST..whole).contains(&letters)
                && letters * 2 >= whole
                && title.contains(text.as_str());
            kicked || cut
        })
    }
}

fn is_caption(block: &Block) -> bool {
    block.role == Role::Caption
        || (block.in_figure && !block.in_table && block.role != Role::Quote)
        || block.hints.has(Hints::CAPTION)
        || (block.in_picture && block.letters <= MAX_CAPTION && reads_as_caption(block))
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
    block.letters < 60 && phrases::is_furniture_heading(&block.text)
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
    if block.letters < 120 && !title.is_empty() && fold(&block.text) == title {
        return Some(Rule::Title);
    }
    if block.is_heading() && block.text.contains(char::is_alphabetic) {
        return match block.role {
            Role::Heading(1) => Some(Rule::OtherTitle),
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

/// A quotation block that repeats words of a paragraph is decoration.
fn drop_pull_quotes(blocks: &Blocks, kept: &mut Kept) {
    /// More quotation blocks than these are the text of a page, and each costs a search of all the others.
    const MOST: usize = 64;
    let is_quote = |b: &Block| b.role == Role::Quote || b.hints.has(Hints::PULLQUOTE);
    let quotes = kept.blocks.iter().filter_map(|at| blocks.list.get(*at)).filter(|b| is_quote(b)).count();
    if quotes == 0 || quotes > MOST {
        return;
    }
    let folded: Vec<(usize, String)> =
        kept.blocks.iter().filter_map(|&at| Some((at, fold(&blocks.list.get(at)?.text)))).collect();
    let repeats = |at: usize, text: &str| {
        folded.iter().any(|(other, t)| *other != at && t.len() > text.len() && t.contains(text))
    };
    let drop: BTreeSet<usize> = folded
        .iter()
        .filter(|(at, text)| {
            let Some(block) = blocks.list.get(*at) else { return false };
            is_quote(block) && weigh(text) >= 20 && repeats(*at, text)
        })
        .map(|(at, _)| *at)
        .collect();
    kept.leave_out(Rule::PullQuote, |at| drop.contains(&at));
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

/// Bylines, dates and labels before the first sentence.
fn trim_head(blocks: &Blocks, known: &Known<'_>, kept: &mut Kept) {
    const HEAD: usize = 6;
    let drop: BTreeMap<usize, Rule> = kept
        .blocks
        .iter()
        .take(HEAD)
        .copied()
        .take_while(|at| blocks.list.get(*at).is_some_and(|b| !(b.letters >= 120 && b.ends_a_sentence())))
        .filter_map(|at| Some((at, in_head(blocks.list.get(at)?, known)?)))
        .collect();
    for rule in [Rule::Byline, Rule::DateLine, Rule::HeadLabel] {
        kept.leave_out(rule, |at| drop.get(&at) == Some(&rule));
    }
}

/// What a short block before the first sentence is, where it is not of the text.
fn in_head(block: &Block, known: &Known<'_>) -> Option<Rule> {
    if block.letters >= 90
        || block.is_heading()
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
fn drop_biographies(blocks: &Blocks, known: &Known<'_>, kept: &mut Kept) {
    const LAST: usize = 3;
    const MAX_LETTERS: usize = 400;
    let names: Vec<String> = known.authors.iter().map(|a| fold(a)).filter(|a| weigh(a) >= 6).collect();
    let from = kept.blocks.len().saturating_sub(LAST).max(2);
    // A speaker's name opens many paragraphs of an interview.
    let opens = |name: &String| {
        let earlier = kept.blocks.iter().take(from).filter_map(|at| blocks.list.get(*at));
        earlier.filter(|b| fold(&b.text).starts_with(name.as_str())).count() > 0
    };
    let names: Vec<String> = names.into_iter().filter(|n| !opens(n)).collect();
    let mut place = 0;
    kept.leave_out(Rule::Biography, |at| {
        place += 1;
        let Some(block) = blocks.list.get(at) else { return true };
        let text = fold(&block.text);
        place > from && block.letters <= MAX_LETTERS && names.iter().any(|n| text.starts_with(n.as_str()))
    });
}

/// What follows the last sentence: tags, names, labels.
fn trim_tail(tree: &Tree, blocks: &Blocks, kept: &mut Kept) {
    /// More short paragraphs than this in a row are a list of the article's own.
    const LABELS: usize = 4;
    let in_tail = |at: &usize| {
        blocks.list.get(*at).is_some_and(|block| {
            let sentence = block.ends_a_sentence() || block.text.contains(". ");
            let credit = block.role == Role::Paragraph && block.linked == 0 && is_credit_line(&block.text);
            let listed =
                block.role == Role::Item || block.table.is_some_and(|table| tables::is_headed(tree, table));
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

/// A heading with nothing under it headed something that was left out.
fn drop_bare_headings(blocks: &Blocks, kept: &mut Kept) {
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
fn add_lead(blocks: &Blocks, start: usize, known: &Known<'_>, kept: &mut Kept) {
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
