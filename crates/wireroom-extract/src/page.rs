//! One HTML page from tree to rows: the page's own article, and the other articles that it carries.
//! It decides which is whose; how a text is chosen and cleaned stands in the modules beside.
//! Start at [`extract`].

use crate::article::{self, Paragraph};
use crate::blocks::{Blocks, Pruning, Role, weigh};
use crate::choose::{Choice, StatedText, Way, choose};
use crate::chosen::{self, Chosen};
use crate::clean::{self, Kept, Known};
use crate::embedded;
use crate::empty::Look;
use crate::ends;
use crate::explain::{self, Told};
use crate::facts::{Credited, Facts};
use crate::gathered;
use crate::hints::Hints;
use crate::judge::Weighed;
use crate::kinds;
use crate::live::{self, Entries, Says};
use crate::notices::{Notices, Paywall};
use crate::parts::{self, Unit};
use crate::site::{self, BlockId, PageBlocks};
use crate::structured::Stated;
use crate::tree::{Tag, Tree};
use crate::{Page, Read, Site, cap, repeats, updates};
use std::collections::BTreeSet;
use std::ops::Range;
use url::Url;
use wireroom_model::{Access, Candidate, Explained, Extracted, Kind, Particulars};
use wireroom_text::{language, markup, normal};

/// A body this short may be what misleading class names left of a longer one.
const THIN_LETTERS: usize = 300;

/// Reads a page; where `asked`, the account of part 0 is written there. An override that leaves nothing is set aside.
pub fn extract(page: &Page<'_>, site: Option<Site<'_>>, mut asked: Option<&mut Explained>) -> Read {
    let read = once(page, site, asked.as_deref_mut());
    let read = with_embedded(page, site, read, asked.as_deref_mut());
    let empty = read.rows.first().is_none_or(|row| row.body.is_empty());
    let (Some(mut applied), true, Some(site)) = (read.applied.clone(), empty, site) else { return read };
    let mut read = once(page, Some(Site { chosen: None, ..site }), asked.as_deref_mut());
    applied.set_aside = read.rows.first().is_some_and(|row| !row.body.is_empty());
    if let Some(asked) = asked {
        asked.notes.extend(applied.notices());
    }
    read.applied = Some(applied);
    read
}

/// A page that shows next to nothing is read once more with the text that its scripts would have written.
fn with_embedded(page: &Page<'_>, site: Option<Site<'_>>, read: Read, asked: Option<&mut Explained>) -> Read {
    let [row] = read.rows.as_slice() else { return read };
    let shown = weigh(&row.body);
    // What a house keeps behind its wall stays there, even where its own data leaks it.
    let closed = matches!(read.notices.paywall, Some(Paywall::Stated(_) | Paywall::Asked(_)));
    if shown >= embedded::SHORTEST
        || closed
        || row.kind == Kind::Live
        || site.is_some_and(|s| s.chosen.is_some())
    {
        return read;
    }
    let Some(body) = embedded::body(page.html, row.title.as_deref().unwrap_or(""), &row.body) else {
        return read;
    };
    let html = format!("{}<article itemprop=\"articleBody\">{body}</article>", page.html);
    let mut told = asked.is_some().then(Explained::default);
    let again = once(&Page { html: &html, ..*page }, site, told.as_mut());
    if again.rows.first().is_none_or(|row| weigh(&row.body) < 2 * shown.max(embedded::SHORTEST / 2)) {
        return read;
    }
    if let (Some(asked), Some(mut told)) = (asked, told) {
        if let Some(first) = told.candidates.first_mut() {
            Way::Data.as_str().clone_into(&mut first.way);
        }
        *asked = told;
    }
    again
}

fn once(page: &Page<'_>, site: Option<Site<'_>>, asked: Option<&mut Explained>) -> Read {
    let capped = cap::capped(page.html);
    let document = dom_query::Document::from(capped.html);
    let chosen = site.and_then(|site| site.chosen).map(|o| Chosen::apply(o, &document));
    let tree = if asked.is_some() { Tree::named(&document) } else { Tree::build(&document) };
    drop(document);
    let bodies = if chosen.is_some() { chosen::bodies(&tree) } else { Vec::new() };
    let stated = Stated::read(&capped.data, &tree);
    let pruning = if bodies.is_empty() { Pruning::Strict } else { Pruning::Around(&bodies) };
    let strict = Blocks::of(&tree, pruning);
    let mut facts = Facts::read(page, &tree, &stated);
    if let Some(chosen) = &chosen {
        chosen.correct(&mut facts);
    }
    let notices = Notices::read(&tree, &stated, &facts.item);
    let text = StatedText::new(&markup::plain(&facts.item.body));
    let reading = Reading {
        page,
        site,
        bodies: &bodies,
        tree: &tree,
        facts: &facts,
        stated: &stated,
        notices: &notices,
        text,
    };
    let plan = reading.plan(&strict);
    let mut own = reading.own(&strict, &plan);
    let lenient;
    let (mut blocks, mut own_plan) = (&strict, &plan);
    let thin = weigh(&own.row.body) < THIN_LETTERS
        && own.row.kind != Kind::Listing
        && plan.others.is_empty()
        && bodies.is_empty();
    let second;
    if thin {
        lenient = Blocks::of(&tree, Pruning::Lenient);
        second = reading.plan(&lenient);
        let other = reading.own(&lenient, &second);
        if weigh(&other.row.body) > 2 * weigh(&own.row.body) {
            (own, blocks, own_plan) = (other, &lenient, &second);
        }
    }
    if plan.others.is_empty() && bodies.is_empty() {
        let look = Look { source: page.html, tree: &tree, blocks, facts: &facts, notices: &notices };
        look.settle(&mut own.row);
    }
    let applied = chosen.map(|chosen| chosen.applied);
    if let Some(asked) = asked {
        let (kept, row) = (&own.kept, &own.row);
        let told = Told { tree: &tree, stated: &stated, facts: &facts, blocks, kept, row };
        *asked = told.explained(candidates(&tree, own_plan, &own));
        explain::of_site(asked, &own.learnt, &own.left_out, applied.as_ref());
    }
    let Own { row, learnt, left_out, .. } = own;
    let mut rows = vec![row];
    reading.add_others(&plan, &mut rows);
    Read { rows, notices, blocks: learnt, left_out, applied }
}

/// Part 0 and what its making left: the blocks of its body as the site printed them, and what was left out.
struct Own {
    row: Extracted,
    learnt: PageBlocks,
    left_out: Vec<BlockId>,
    kept: Kept,
    /// How its text was come by; `None` where there is none.
    won: Option<Way>,
}

/// What was proposed as the article, for an account: the winner first.
fn candidates(tree: &Tree, plan: &Plan, own: &Own) -> Vec<Candidate> {
    let mut told: Vec<Candidate> = plan
        .weighed
        .iter()
        .map(|weighed| Candidate {
            way: weighed.way.as_str().to_owned(),
            path: explain::path(tree, weighed.node),
            letters: weighed.letters(),
            score: weighed.score,
            because: weighed.because(),
            chosen: false,
        })
        .collect();
    if let Some(way) = own.won.filter(|way| matches!(way, Way::Data | Way::Override)) {
        let path = plan.choice.map(|c| explain::path(tree, c.node)).filter(|_| way == Way::Override);
        let path = path.unwrap_or_default();
        told.insert(0, Candidate { way: way.as_str().to_owned(), path, ..Candidate::default() });
    }
    if let Some(first) = told.first_mut().filter(|_| own.won.is_some()) {
        first.chosen = true;
        first.letters = weigh(&own.row.body);
    }
    told
}

/// One page with all that was read of it before its articles are told apart.
pub struct Reading<'p> {
    pub page: &'p Page<'p>,
    site: Option<Site<'p>>,
    /// What a person called the body.
    bodies: &'p [usize],
    pub tree: &'p Tree,
    pub facts: &'p Facts,
    stated: &'p Stated,
    notices: &'p Notices,
    pub text: StatedText,
}

/// Which part of the page is its own article, and which are others.
#[derive(Default)]
pub struct Plan {
    pub choice: Option<Choice>,
    /// All candidates for it, the best first.
    pub weighed: Vec<Weighed>,
    /// The page is a list: its first article is one of its units, with the unit's own facts.
    pub first: Option<Unit>,
    pub others: Vec<Unit>,
    /// The entries of a live page.
    pub live: Option<Entries>,
}

impl Plan {
    /// Lines that its units have in common.
    pub fn common_lines(&self, blocks: &Blocks) -> BTreeSet<String> {
        let units = self.first.iter().chain(&self.others).filter(|u| u.stated);
        gathered::common_lines(blocks, units.map(|u| (u.node, u.end)))
    }
}

/// A row with the facts of the page and no text yet.
fn stated_row(facts: &Facts, credited: Credited) -> Extracted {
    Extracted {
        url: facts.url.clone(),
        title: facts.title.clone(),
        authors: credited.names(),
        published: facts.times.published,
        published_from: facts.times.from,
        updated: facts.times.updated,
        outlet: facts.outlet.clone(),
        particulars: Particulars {
            bylines: credited.bylines,
            credits: credited.credits,
            agencies: credited.agencies,
            updated_from: facts.times.updated_from,
            section: facts.section.clone(),
            tags: facts.tags.clone(),
            image: facts.image.clone(),
            access: facts.access,
            sources: facts.sources.clone(),
            ..Particulars::default()
        },
        ..Extracted::default()
    }
}

impl Reading<'_> {
    /// Whose is what. What a person called the body outranks every candidate; other articles beside it stay.
    fn plan(&self, blocks: &Blocks) -> Plan {
        let mut plan = self.planned(blocks);
        if let Some(node) = chosen::holder(self.tree, self.bodies) {
            plan.choice = Some(Choice::at(node, Way::Override, blocks.prose(node) as f64));
            plan.first = None;
            let meets = |u: &Unit| {
                let own = self.tree.subtree(u.node);
                self.bodies.iter().any(|b| own.contains(b) || self.tree.subtree(*b).contains(&u.node))
            };
            plan.others.retain(|unit| !meets(unit));
        }
        plan
    }

    fn planned(&self, blocks: &Blocks) -> Plan {
        let (choice, weighed) = choose(self.tree, blocks, &self.text, self.facts.heading);
        let mut plan = Plan { choice, weighed, ..Plan::default() };
        let units = parts::units(self.tree, blocks);
        let Some(chosen) = choice else {
            return plan;
        };
        let live = self.entries(blocks, chosen.node);
        if live.is_some() || self.is_live(chosen.node) {
            let around = live.as_ref().filter(|l| !self.tree.subtree(chosen.node).contains(&l.parent));
            let choice = around.map_or(chosen, |l| Choice::at(l.parent, chosen.way, chosen.prose));
            return Plan { choice: Some(choice), live, ..plan };
        }
        let stated = gathered::gathered(self.tree, blocks);
        // A page whose own headline heads one of them has its facts at hand: it goes the way of named elements.
        let own =
            |u: &Unit| self.facts.heading.is_some_and(|h| u.holds(h) && self.tree.tag(h) == Tag::Heading(1));
        let is_named = stated.iter().any(own) && units.len() >= stated.len();
        if !stated.is_empty() && !is_named {
            return self.gathering(blocks, stated);
        }
        let own = self.tree.subtree(chosen.node);
        let (inside, outside): (Vec<Unit>, Vec<Unit>) = units
            .into_iter()
            .filter(|u| u.node == chosen.node || !self.tree.subtree(u.node).contains(&chosen.node))
            .partition(|u| u.node != chosen.node && own.contains(&u.node));
        let outside = outside.into_iter().filter(|u| u.node != chosen.node);
        let within: usize = inside.iter().map(|u| blocks.prose(u.node)).sum();
        let beside = blocks.prose(chosen.node).saturating_sub(within);
        let titled = inside
            .iter()
            .find(|u| self.facts.heading.is_some_and(|h| self.tree.subtree(u.node).contains(&h)));
        match (inside.as_slice(), titled) {
            ([], _) => {}
            // A single unit inside is the article itself, unless it says that it comes from somewhere else.
            ([one], _)
                if beside < parts::MIN_PROSE || !gathered::credits_of(self.tree, blocks, *one).marked => {}
            (_, Some(own)) if inside.len() > 1 => {
                plan.choice = Some(Choice::at(own.node, Way::Rules, chosen.prose));
                plan.others.extend(inside.iter().filter(|u| *u != own));
            }
            (_, _) if beside >= parts::MIN_PROSE => plan.others.extend(&inside),
            ([first, rest @ ..], _) => {
                plan.first = Some(*first);
                plan.others.extend(rest);
            }
        }
        plan.others.extend(outside);
        plan.others.sort_by_key(|u| u.node);
        plan
    }

    fn entries(&self, blocks: &Blocks, chosen: usize) -> Option<Entries> {
        let title = self.facts.title.as_deref().unwrap_or("");
        let says = match self.page.url.map_or("", Url::path) {
            _ if self.is_live(chosen) => Says::Marked,
            path if live::has_word(title, path) => Says::Worded,
            _ => Says::Nothing,
        };
        Entries::find(self.tree, blocks, says, blocks.prose(chosen))
    }

    fn is_live(&self, node: usize) -> bool {
        self.facts.item.kind.contains("LiveBlog")
            || self.tree.hints(node).has(Hints::LIVE)
            || self.tree.children(node).take(40).filter(|c| self.tree.hints(*c).has(Hints::LIVE)).count() >= 2
    }

    /// Part 0. A list teaches nothing of its site.
    fn own(&self, blocks: &Blocks, plan: &Plan) -> Own {
        if let Some(unit) = plan.first {
            let spared = [unit.node];
            let mut row =
                self.unit(&Blocks::of(self.tree, Pruning::Around(&spared)), unit, &plan.common_lines(blocks));
            row.url = self.facts.url.clone();
            let (learnt, left_out) = (PageBlocks::default(), Vec::new());
            return Own { row, learnt, left_out, kept: Kept::default(), won: Some(Way::Rules) };
        }
        let facts = self.facts;
        let around = plan.choice.map_or(0..0, |choice| blocks.range(self.tree, choice.node));
        let credited = facts.credited.with_text(self.tree, blocks, around, &facts.sites);
        let mut row = stated_row(facts, credited);
        let mut paragraphs = Vec::new();
        let mut kept = Kept::default();
        if let Some(choice) = plan.choice {
            let authors = row.authors.clone();
            let known = Known {
                title: facts.title.as_deref().unwrap_or(""),
                description: &facts.description,
                authors: &authors,
                stated: &self.text,
                heading: facts.heading,
            };
            let mut without: Vec<Range<usize>> = plan.others.iter().map(|u| u.blocks(blocks)).collect();
            if choice.way == Way::Override {
                without.extend(chosen::gaps(self.tree, blocks, choice.node, self.bodies));
            }
            if let Some(live) = &plan.live {
                without.extend(live.gaps(self.tree, blocks, choice.node));
            }
            kept = clean::clean(self.tree, blocks, choice, &known, &without);
            if let Some(live) = &plan.live {
                live.with_headings(self.tree, blocks, &mut kept);
            }
            let others: Vec<Range<usize>> = plan.others.iter().map(|u| u.node..u.end).collect();
            let heading = facts.heading.filter(|heading| *heading < choice.node);
            let span = heading.unwrap_or(choice.node)..self.tree.end(choice.node);
            let from = self.place(blocks, choice.node, &span, &others);
            paragraphs = self.paragraphs(from, &kept, &mut row);
            if plan.live.is_some() {
                live::without_clocks(&mut paragraphs);
            }
        }
        let mut won = plan.choice.map(|c| c.way);
        let found: usize = paragraphs.iter().map(|p| weigh(&p.text)).sum();
        if self.text.is_evidence() && found * 2 < self.text.letters && self.bodies.is_empty() {
            paragraphs = self.stated_paragraphs();
            won = Some(Way::Data);
        }
        let (learnt, left_out) = self.without_boxes(&mut paragraphs);
        let gated = plan.live.is_none() && kinds::stop_at_gate(&mut paragraphs, self.notices);
        article::finish(&mut row, &paragraphs, self.page.url);
        ends::drop_sign_off(blocks, &mut kept);
        row.lang = language::of_page(facts.lang, &row.body);
        if let Some(live) = &plan.live {
            let stood = updates::Stood {
                published: row.published,
                from: row.published_from,
                lang: row.lang,
                items: &self.stated.items,
            };
            row.particulars.updates = updates::updates(self.tree, blocks, live, &kept, &row.body, stood);
        }
        let row = self.with_kind(row, plan, blocks, gated);
        Own { row, learnt, left_out, kept, won }
    }

    /// The row with its kind and what follows from it.
    fn with_kind(&self, mut row: Extracted, plan: &Plan, blocks: &Blocks, gated: bool) -> Extracted {
        self.set_kind(&mut row, plan, blocks, gated);
        if row.kind == Kind::Paywall {
            row.particulars.access = Access::Paid;
        }
        if row.kind == Kind::Listing { kinds::without_text(row) } else { row }
    }

    /// Leaves out what is known to be the site's; gives all the blocks, and those that went.
    fn without_boxes(&self, paragraphs: &mut Vec<Paragraph>) -> (PageBlocks, Vec<BlockId>) {
        let Some(site) = self.site else { return (PageBlocks::default(), Vec::new()) };
        let mut blocks = PageBlocks::of(self.page.url, self.facts.outlet.as_deref(), paragraphs);
        let learns = site.chosen.is_none_or(|o| o.learn);
        let memory = site.learnt.filter(|_| learns).and_then(|state| state.memory(&blocks.site));
        let left_out = site::boxes(&blocks, memory, site.said);
        site::leave_out(&left_out, paragraphs);
        if !learns {
            blocks.site.clear();
        }
        (blocks, left_out)
    }

    /// The page shows less than it states: a text that scripts would have written.
    fn stated_paragraphs(&self) -> Vec<Paragraph> {
        normal::paragraphs(&markup::plain(&self.facts.item.body))
            .map(|text| Paragraph::plain(Role::Paragraph, text))
            .collect()
    }

    /// Where a row of this page is made from.
    pub const fn place<'r>(
        &'r self,
        blocks: &'r Blocks,
        node: usize,
        span: &'r Range<usize>,
        others: &'r [Range<usize>],
    ) -> article::From<'r> {
        article::From { tree: self.tree, blocks, node, span, others, base: self.page.url }
    }

    /// What was kept as paragraphs; captions and repeats go to the row.
    pub fn paragraphs(&self, made: article::From<'_>, kept: &Kept, row: &mut Extracted) -> Vec<Paragraph> {
        let article::Made { mut paragraphs, captions } = article::made(made, kept);
        row.captions = captions;
        row.repeats = kept.again;
        for paragraph in &mut paragraphs {
            let (once, again) = repeats::once(&paragraph.text);
            if again > 0 {
                row.repeats = row.repeats.max(again);
                paragraph.html = article::escape(once);
                paragraph.text = once.to_owned();
            }
        }
        paragraphs
    }

    fn set_kind(&self, row: &mut Extracted, plan: &Plan, blocks: &Blocks, gated: bool) {
        if row.particulars.updates.len() > 1 || plan.choice.is_some_and(|c| self.is_live(c.node)) {
            row.kind = Kind::Live;
            return;
        }
        let path = self.page.url.map_or("", Url::path).to_lowercase();
        let form = kinds::Form {
            tree: self.tree,
            blocks,
            facts: self.facts,
            stated: self.stated,
            notices: self.notices,
            path: &path,
            gated,
            carries: !plan.others.is_empty(),
        };
        if let Some(captions) = form.captions().filter(|c| c.len() > row.captions.len()) {
            row.captions = captions;
        }
        row.kind = form.kind(row);
    }
}
