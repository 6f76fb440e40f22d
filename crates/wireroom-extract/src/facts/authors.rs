//! Authors as the byline credits them: structured data, meta elements and what a reader sees, weighed against each
//! other. It refuses the site's own name where a person is named, the writers of other articles' cards, and names that
//! the byline itself credits with another part. Start at [`Credited::read`], then [`Credited::with_text`].

use super::agency;
use super::byline::{self, Line, Named};
use super::segments;
use super::shown_byline::{self, ShownByline};
use super::who::{is_person, is_site, who};
use crate::blocks::{Block, Blocks, Role};
use crate::choose::fold;
use crate::credit;
use crate::hints::Hints;
use crate::structured::{Item, Stated};
use crate::tree::{Tag, Tree};
use std::ops::Range;
use wireroom_model::{AgencyCredit, Byline, Contribution, Who};

/// Lines of one place that are read.
const MAX_LINES: usize = 40;
/// Most authors of one article, and most who helped.
const MAX_AUTHORS: usize = 24;
const MAX_CREDITS: usize = 24;

/// Who made an article, as far as its page says.
#[derive(Debug, Clone, Default)]
pub struct Credited {
    pub bylines: Vec<Byline>,
    pub credits: Vec<Contribution>,
    pub agencies: Vec<AgencyCredit>,
    /// Those whom a reader sees as authors.
    shown: Vec<Byline>,
    /// Nothing but the site itself, or an account of the whole house, is named: a name in the text says more.
    house: bool,
    /// A person named the place of the byline: the text corrects nothing.
    settled: bool,
}

/// One place that states authors.
struct Statement {
    line: Line,
}

impl Credited {
    /// Reads what the page states and shows around its headline. `sites` are the folded names of the site itself.
    pub fn read(tree: &Tree, stated: &Stated, item: &Item, heading: Option<usize>, sites: &[String]) -> Self {
        let seen = shown_byline::near(tree, heading, sites);
        let statements = statements(stated, item, sites);
        let mut out = Self::default();
        let is_own = |named: &&Named| !is_site(&named.name, sites);
        let best = statements.iter().find(|s| s.line.authors.iter().any(|a| is_own(&a)));
        let mut authors: Vec<Named> = match best {
            Some(best) => best.line.authors.iter().filter(is_own).cloned().collect(),
            None => Vec::new(),
        };
        let people: Vec<Named> = seen.line.authors.iter().filter(is_own).cloned().collect();
        if let Some(other) = instead(&authors, &people, &statements, &seen, sites) {
            authors = other;
        }
        let site_only = authors.is_empty();
        if site_only {
            authors =
                statements.into_iter().map(|s| s.line.authors).find(|a| !a.is_empty()).unwrap_or_default();
        }
        if authors.is_empty() {
            authors.clone_from(&seen.line.authors);
        }
        let house_account = item.facts.makers.iter().any(|m| is_house_account(&m.url));
        out.house = site_only || house_account;
        out.credits = seen.line.credits;
        out.agencies = seen.line.agencies;
        let kind = |name: &str| {
            let maker = item.facts.makers.iter().find(|m| fold(&m.name) == fold(name));
            who(name, maker.and_then(|m| m.kind), sites)
        };
        let byline = |named: Named| Byline { who: kind(&named.name), name: named.name, role: named.role };
        for named in authors.into_iter().take(MAX_AUTHORS) {
            let beside = seen.line.authors.iter().find(|a| fold(&a.name) == fold(&named.name));
            let role = named.role.or_else(|| beside.and_then(|a| a.role.clone()));
            out.bylines.push(byline(Named { name: named.name, role }));
        }
        out.shown = seen.line.authors.into_iter().map(byline).collect();
        out.without_helpers();
        out
    }

    /// What the lines say that a person's choice points at.
    pub fn chosen(lines: &[String], sites: &[String]) -> Self {
        let line = line_of(lines, sites);
        let byline =
            |named: Named| Byline { who: who(&named.name, None, sites), name: named.name, role: named.role };
        let bylines = line.authors.into_iter().take(MAX_AUTHORS).map(byline).collect();
        Self { bylines, credits: line.credits, agencies: line.agencies, settled: true, ..Self::default() }
    }

    /// The names alone.
    pub fn names(&self) -> Vec<String> {
        self.bylines.iter().map(|b| b.name.clone()).collect()
    }

    /// The same with what the text's own blocks say: a name alone before the first sentence or after the last, where
    /// only the house was named; and lines that credit those who helped.
    #[must_use]
    pub fn with_text(&self, tree: &Tree, blocks: &Blocks, range: Range<usize>, sites: &[String]) -> Self {
        /// Blocks at either end of the text whose only words may be an agency's.
        const ENDS: usize = 4;
        let mut out = self.clone();
        let own = blocks.list.get(range).unwrap_or_default();
        if (out.house || out.bylines.is_empty()) && !out.settled {
            let found = signed(tree, own, sites);
            if !found.is_empty() {
                out.bylines = found;
            }
        }
        let ends = own.len().saturating_sub(ENDS);
        for (place, block) in own.iter().enumerate().filter(|(_, b)| may_credit(b)) {
            if (place < ENDS || place >= ends) && block.linked == 0 {
                for credit in credit::agencies_of_line(&block.text) {
                    if !out.agencies.iter().any(|a| a.agency == credit.agency) {
                        out.agencies.push(credit);
                    }
                }
            }
            let text = block.text.trim().trim_matches(['(', ')', '*', '[', ']', '—', '–', ' ']);
            if !segments::begins_with_label(text) {
                continue;
            }
            let line = byline::read(text, sites);
            let known = |name: &str| is_person(name) || who(name, None, sites) == Who::Organisation;
            for credit in line.credits.into_iter().filter(|c| known(&c.name)) {
                if out.credits.len() < MAX_CREDITS
                    && !out.credits.iter().any(|c| fold(&c.name) == fold(&credit.name))
                {
                    out.credits.push(credit);
                }
            }
        }
        out.without_helpers();
        out
    }

    /// Who is credited with another part, and not seen as an author, is none; unless nobody would be left. Who reported
    /// for the text and stands among its authors is one of them.
    fn without_helpers(&mut self) {
        let reported = |part: &str| part.to_lowercase().contains("report");
        let authors: Vec<String> = self.bylines.iter().map(|b| fold(&b.name)).collect();
        self.credits.retain(|c| !(reported(&c.part) && authors.contains(&fold(&c.name))));
        let is_shown = |name: &str| self.shown.iter().any(|s| fold(&s.name) == name);
        let helps = |b: &Byline| {
            let name = fold(&b.name);
            self.credits.iter().any(|c| fold(&c.name) == name) && !is_shown(&name)
        };
        let writers: Vec<Byline> = self.bylines.iter().filter(|b| !helps(b)).cloned().collect();
        if !writers.is_empty() {
            self.bylines = writers;
        } else if self.shown.iter().any(|s| s.who == Who::Person) {
            self.bylines = self.shown.clone();
        }
    }
}

/// An account that writes for the whole house ("/author/admin/").
fn is_house_account(url: &str) -> bool {
    const NAMES: &[&str] = &[
        "admin",
        "administrator",
        "editor",
        "redaktion",
        "redaction",
        "redaccion",
        "webmaster",
        "news",
        "newsroom",
    ];
    let last = url.trim_end_matches('/').rsplit('/').next().unwrap_or("").to_ascii_lowercase();
    url.contains('/') && NAMES.contains(&last.as_str())
}

/// What a reader sees, where it says more than what is stated.
fn instead(
    authors: &[Named],
    people: &[Named],
    statements: &[Statement],
    seen: &ShownByline,
    sites: &[String],
) -> Option<Vec<Named>> {
    let folded = |names: &[Named]| {
        let mut names: Vec<String> = names.iter().map(|n| fold(&n.name)).collect();
        names.sort_unstable();
        names
    };
    if people.is_empty() {
        return None;
    }
    let full = people.iter().all(|p| is_person(&p.name));
    let plain = (1..=4).contains(&people.len()) && people.first().is_some_and(|n| is_person(&n.name));
    let houses = |a: &Named| matches!(who(&a.name, None, sites), Who::Organisation | Who::Desk);
    if !authors.is_empty() && plain && full && authors.iter().all(houses) {
        return Some(people.to_vec());
    }
    if authors.is_empty() {
        // Against a stated masthead only a byline counts that can be nothing else.
        return (plain || statements.is_empty()).then(|| people.to_vec());
    }
    let (stated, shown) = (folded(authors), folded(people));
    // "adafenn" is how a program writes Ada Fenn.
    let handles = authors.iter().all(|a| !a.name.contains(' '));
    if handles && stated == shown {
        return Some(people.to_vec());
    }
    // Two places agree against a third.
    let apart = !stated.iter().any(|s| shown.contains(s));
    let agrees = |s: &&Statement| {
        let told = folded(&s.line.authors);
        told == shown || (apart && shown.iter().all(|name| told.contains(name)))
    };
    if let Some(agreed) = statements.iter().skip(1).find(agrees).filter(|_| full && stated != shown) {
        return Some(agreed.line.authors.clone());
    }
    // The byline credits those who are stated with another part, and others with the text.
    let helps = |a: &Named| {
        seen.line.credits.iter().any(|c| fold(&c.name) == fold(&a.name)) && !shown.contains(&fold(&a.name))
    };
    if full && authors.iter().all(helps) {
        return Some(people.to_vec());
    }
    // The stated one is the first of several.
    let more = shown.len() > stated.len() && shown.len() <= 6 && stated.iter().all(|s| shown.contains(s));
    (full && more && seen.sure).then(|| people.to_vec())
}

/// Several lines of one place as one.
fn line_of(names: &[String], sites: &[String]) -> Line {
    let mut line = Line::default();
    for raw in names.iter().take(MAX_LINES) {
        let read = byline::read(raw, sites);
        line.credits.extend(read.credits);
        line.agencies.extend(read.agencies);
        for named in read.authors {
            if !line.authors.iter().any(|a| fold(&a.name) == fold(&named.name)) {
                line.authors.push(named);
            }
        }
    }
    line
}

/// What structured data and meta elements say, best first, none of them empty.
fn statements(stated: &Stated, item: &Item, sites: &[String]) -> Vec<Statement> {
    let lines = |names: &[String]| Statement { line: line_of(names, sites) };
    let metas = METAS.iter().filter_map(|key| stated.metas.get(*key)).map(|values| lines(values));
    let other = stated.items.iter().find(|i| !i.authors.is_empty()).map(|i| lines(&i.authors));
    [lines(&item.authors)]
        .into_iter()
        .chain(metas)
        .chain(other)
        .filter(|s| !s.line.authors.is_empty())
        .collect()
}

/// Meta elements that name authors, best first.
const METAS: &[&str] = &[
    "author",
    "article:author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
    "parsely-author",
    "article:author_name",
    "og:article:author",
    "cxenseparse:author",
    "citation_author",
    "og:author",
    "authors",
    "articleauthor",
    "article_author",
    "article-author",
    "authorname",
    "author-name",
    "author_name",
    "shareaholic:article_author_name",
    "byline",
    "dc.author",
];

/// Blocks that may hold a line of credits.
fn may_credit(block: &Block) -> bool {
    const MAX_LETTERS: usize = 240;
    let junk = Hints::JUNK.with(Hints::COMMENTS).with(Hints::CAPTION);
    block.letters <= MAX_LETTERS
        && matches!(block.role, Role::Paragraph | Role::Loose | Role::Item)
        && !block.in_figure
        && !block.hints.has(junk)
}

/// A name that stands alone, set apart by its type, before the first sentence or after the last.
fn signed(tree: &Tree, own: &[Block], sites: &[String]) -> Vec<Byline> {
    const FIRST: usize = 4;
    const LAST: usize = 5;
    let last = own.len().saturating_sub(LAST).max(FIRST);
    let ends = own.iter().enumerate().filter(|(at, _)| *at < FIRST || *at >= last).map(|(_, block)| block);
    for block in ends.filter(|b| b.role == Role::Paragraph && b.letters <= 60 && !b.hints.has(Hints::CAPTION))
    {
        let text = block.text.trim();
        let labelled = segments::begins_with_label(text);
        if !(labelled || is_set_apart(tree, block)) {
            continue;
        }
        let line = byline::read(text, sites);
        let fine = |named: &Named| {
            let kind = who(&named.name, None, sites);
            kind == Who::Person
                || (kind == Who::Desk && !labelled)
                || agency::as_printed(&named.name).is_some()
        };
        if !line.authors.is_empty() && line.authors.iter().all(fine) && line.credits.is_empty() {
            let byline = |named: Named| Byline {
                who: who(&named.name, None, sites),
                name: named.name,
                role: named.role,
            };
            return line.authors.into_iter().map(byline).collect();
        }
    }
    Vec::new()
}

/// All of the block's words are bold or slanted.
fn is_set_apart(tree: &Tree, block: &Block) -> bool {
    let mut texts = (block.first..=block.last).filter(|at| !tree.text(*at).trim().is_empty()).peekable();
    texts.peek().is_some()
        && texts.all(|at| {
            tree.around(at)
                .take_while(|above| *above > block.node)
                .any(|above| matches!(tree.tag(above), Tag::Strong | Tag::Em))
        })
}
