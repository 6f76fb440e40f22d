//! The articles of a page beside its own: which units they are, and one row for each with what it states itself.
//! It refuses to lend them the page's facts. Start at [`Reading::add_others`].

use crate::article;
use crate::blocks::{Blocks, Pruning, weigh};
use crate::choose::{Choice, StatedText, Way, choose, fold};
use crate::clean::{self, Known};
use crate::facts::dated_line;
use crate::gathered;
use crate::page::{Plan, Reading};
use crate::parts::{self, Unit};
use crate::tree::{Name, Tag};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use url::Url;
use wireroom_model::{Extracted, PublishedFrom, Rule, Time};
use wireroom_text::{dates, language};

impl Reading<'_> {
    /// A page that gathers articles has one of its own where prose stands beside them; else the first is part 0.
    pub fn gathering(&self, blocks: &Blocks, mut units: Vec<Unit>) -> Plan {
        let mut beside = blocks.clone();
        let span = units.first().map_or(0, |u| u.node)..units.last().map_or(0, |u| u.end);
        for at in beside.between(span.start, span.end) {
            if let Some(block) = beside.list.get_mut(at) {
                block.pruned = Some(Rule::OtherArticle);
            }
        }
        let titled = !self.facts.heading.is_some_and(|h| units.iter().any(|u| u.holds(h)));
        let (choice, weighed) = choose(self.tree, &beside, &self.text, self.facts.heading);
        let choice = choice.filter(|c| titled && c.prose >= parts::MIN_PROSE as f64);
        let first = if choice.is_none() { Some(units.remove(0)) } else { None };
        Plan { choice, weighed, first, others: units, live: None }
    }

    /// Parts 1 and up, in page order.
    pub fn add_others(&self, plan: &Plan, rows: &mut Vec<Extracted>) {
        if plan.others.is_empty() {
            return;
        }
        let spared: Vec<usize> = plan.others.iter().map(|u| u.node).collect();
        let blocks = Blocks::of(self.tree, Pruning::Around(&spared));
        let common = plan.common_lines(&blocks);
        let mut known: BTreeMap<String, usize> =
            rows.iter().enumerate().map(|(at, row)| (fold(&row.body), at)).collect();
        for unit in &plan.others {
            let row = self.unit(&blocks, *unit, &common);
            let least = if unit.stated { gathered::MIN_STATED } else { parts::MIN_PROSE };
            if weigh(&row.body) < least {
                continue;
            }
            let at = *known.entry(fold(&row.body)).or_insert(rows.len());
            match rows.get_mut(at) {
                Some(before) => before.repeats += 1 + row.repeats,
                None => rows.push(row),
            }
        }
        for (part, row) in (0_u32..).zip(rows) {
            row.part = part;
        }
    }

    /// One unit as a row of its own: only what the unit itself states.
    pub fn unit(&self, blocks: &Blocks, unit: Unit, common: &BTreeSet<String>) -> Extracted {
        let title = self.tree.line(unit.heading, 400);
        let mut credits = gathered::credits_of(self.tree, blocks, unit);
        if unit.stated {
            credits.settle();
        }
        let mut row = Extracted { url: self.link(unit), ..Extracted::default() };
        row.outlet = credits.outlet;
        row.authors = credits.authors;
        self.date(&mut row, &credits.times);
        let nothing = StatedText::default();
        let known =
            Known { title: &title, description: "", authors: &row.authors, stated: &nothing, heading: None };
        let (node, without) = self.around(blocks, unit);
        let choice = Choice::at(node, Way::Rules, 0.0);
        let mut kept = clean::clean(self.tree, blocks, choice, &known, &without);
        gathered::trim(blocks, unit, common, &mut kept);
        let span = unit.heading..unit.end;
        let from = self.place(blocks, node, &span, &[]);
        let paragraphs = self.paragraphs(from, &kept, &mut row);
        row.title = Some(title);
        article::finish(&mut row, &paragraphs, self.page.url);
        row.lang = language::of_page(wireroom_model::Lang::UNKNOWN, &row.body);
        row
    }

    /// The element that holds a unit, and the blocks of it that are not the unit's.
    fn around(&self, blocks: &Blocks, unit: Unit) -> (usize, Vec<Range<usize>>) {
        if self.tree.end(unit.node) >= unit.end {
            return (unit.node, Vec::new());
        }
        let holder = self.tree.parent(unit.node);
        let (all, own) = (blocks.range(self.tree, holder), unit.blocks(blocks));
        (holder, vec![all.start..own.start, own.end..all.end])
    }

    fn date(&self, row: &mut Extracted, times: &[String]) {
        for raw in times {
            let stated = dated_line(raw, wireroom_model::Lang::UNKNOWN);
            if stated.is_known() {
                row.published = stated;
                row.published_from = PublishedFrom::Visible;
                return;
            }
        }
        let Time::At(crawled) = self.page.crawled else { return };
        for raw in times {
            row.published = dates::relative(raw, crawled);
            if row.published.is_known() {
                row.published_from = PublishedFrom::Relative;
                return;
            }
        }
    }

    /// Where the unit's headline leads.
    fn link(&self, unit: Unit) -> Option<String> {
        let inside = self.tree.subtree(unit.heading);
        let mut above = self.tree.parent(unit.heading);
        if self.tree.tag(above) != Tag::A {
            above = unit.heading;
        }
        let href = inside.chain([above]).find_map(|at| self.tree.attribute(at, Name::Href))?;
        let url = match self.page.url {
            Some(base) => base.join(href).ok()?,
            None => Url::parse(href).ok()?,
        };
        matches!(url.scheme(), "http" | "https").then(|| url.to_string())
    }
}
