//! The byline that a reader sees: elements that names or markup call an author's, links to a writer's page, a line
//! that begins with "By". The names of one byline stand together; it refuses those that belong to quotations, comments
//! and other articles' cards. Start at [`near`].

use super::agency;
use super::byline::{self, Line, Named};
use super::names::{leads_away, leads_to_a_writer, looks_like_a_name};
use super::roles;
use super::segments;
use super::who::{is_person, is_site};
use crate::choose::fold;
use crate::hints::Hints;
use crate::tree::{Name, Tag, Tree, is_inline};
use std::ops::Range;
use wireroom_model::Contribution;

/// How many nodes after the headline a byline may stand.
const NEAR: usize = 400;
/// Longest element that is read as a byline, and longest link in one, in characters.
const MAX_BYLINE: usize = 160;
const MAX_LINK: usize = 90;
/// Nodes and characters between two names of one byline.
const GAP_NODES: usize = 40;
const GAP_CHARS: usize = 120;
/// Levels above a name at which a quotation or another article's card is looked for.
const LEVELS: usize = 12;
const CARD_LEVELS: usize = 5;

/// Most marks of a range that are looked at, and most nodes around one.
const MAX_MARKS: usize = 60;
const AROUND: usize = 400;

/// What is seen.
#[derive(Debug, Default)]
pub struct ShownByline {
    pub line: Line,
    /// Markup or names call it a byline, and nothing but separators stands between its names.
    pub sure: bool,
}

/// The byline nearest to the headline: below it before above it before anywhere.
pub fn near(tree: &Tree, heading: Option<usize>, sites: &[String]) -> ShownByline {
    let from = heading.unwrap_or(0);
    let count = tree.nodes.len();
    let after = from..count.min(from + NEAR);
    let before = from.saturating_sub(NEAR / 2)..from;
    let rest = count.min(from + NEAR)..count;
    let reader = Reader { tree, heading, sites };
    let mut house = ShownByline::default();
    for range in [after, before] {
        if let Some(found) = reader.marked(range, &mut house) {
            return found;
        }
    }
    if let Some(found) = reader.by_line() {
        return found;
    }
    reader.marked(rest, &mut house).unwrap_or(house)
}

struct Reader<'r> {
    tree: &'r Tree,
    heading: Option<usize>,
    sites: &'r [String],
}

impl Reader<'_> {
    /// The first byline of a range that names more than the site; one that names only the site goes to `house`.
    fn marked(&self, range: Range<usize>, house: &mut ShownByline) -> Option<ShownByline> {
        let mut found = ShownByline::default();
        let (mut until, mut last, mut marks) = (0, None::<usize>, 0);
        for at in range {
            if at < until || !self.is_author(at) {
                continue;
            }
            marks += 1;
            if marks > MAX_MARKS {
                break;
            }
            if self.is_foreign(at) {
                continue;
            }
            if let Some(last) = last
                && (at - last > GAP_NODES || self.chars(last..at) > GAP_CHARS)
            {
                break;
            }
            let line = self.pieces(at);
            if line.chars().count() > MAX_BYLINE {
                continue;
            }
            until = self.tree.end(at);
            let first = line.split([',', '|']).next().unwrap_or("").trim();
            if !found.line.authors.is_empty() && roles::is_role(first) && !is_person(first) {
                continue;
            }
            let mut own = self.read(at, &self.labelled(at, line));
            if own.authors.is_empty() && own.credits.is_empty() {
                continue;
            }
            self.role_after(until, &mut own);
            // Names that follow from other elements may have had another part.
            let joined = last.is_none_or(|last| self.separated(last..at));
            found.sure = if last.is_none() { !own.mixed } else { found.sure && joined && !own.mixed };
            // "All articles by Ada Fenn" beside "Ada Fenn".
            let new = |n: &Named| !found.line.authors.iter().any(|f| fold(&n.name).contains(&fold(&f.name)));
            let names: Vec<Named> = own.authors.into_iter().filter(new).collect();
            found.line.authors.extend(names);
            found.line.credits.extend(own.credits);
            found.line.agencies.extend(own.agencies);
            last = Some(until);
        }
        let others = found.line.authors.iter().any(|a| !is_site(&a.name, self.sites));
        if others || !found.line.credits.is_empty() {
            return Some(found);
        }
        if house.line.authors.is_empty() {
            house.line = found.line;
        }
        None
    }

    fn is_author(&self, at: usize) -> bool {
        let tree = self.tree;
        let word = |name: Name| {
            tree.attribute(at, name).is_some_and(|p| p.split_whitespace().any(|p| p == "author"))
        };
        let hints = tree.hints(at);
        word(Name::Itemprop)
            || word(Name::Rel)
            || (hints.has(Hints::AUTHOR) && !hints.has(Hints::COMMENTS))
            || (tree.tag(at) == Tag::A
                && tree
                    .attribute(at, Name::Href)
                    .is_some_and(|href| leads_to_a_writer(href) && self.is_own(href))
                && is_person(tree.line(at, MAX_LINK).trim())
                && !self.is_in_prose(at))
    }

    /// At this site, as far as the address tells.
    fn is_own(&self, href: &str) -> bool {
        let Some((_, rest)) = href.split_once("://") else { return true };
        let host = fold(rest.split('/').next().unwrap_or(""));
        self.sites.is_empty() || self.sites.iter().any(|s| host.contains(s.as_str()))
    }

    /// A link in a sentence.
    fn is_in_prose(&self, at: usize) -> bool {
        let block = self.tree.around(at).find(|above| !is_inline(self.tree.tag(*above)));
        block.is_some_and(|block| self.chars(self.tree.subtree(block)) > MAX_BYLINE)
    }

    /// In a quotation, a caption, comments, or the card of another article.
    fn is_foreign(&self, at: usize) -> bool {
        let tree = self.tree;
        let junk = Hints::COMMENTS.with(Hints::JUNK);
        let other = tree.around(at).take(LEVELS).any(|above| {
            let holds = self.heading.is_some_and(|h| tree.subtree(above).contains(&h));
            !holds
                && (tree.hints(above).has(junk)
                    || matches!(tree.tag(above), Tag::Quote | Tag::Nav | Tag::Caption))
        });
        other || self.is_in_a_card(at)
    }

    /// Around the name stands a headline that leads elsewhere.
    fn is_in_a_card(&self, at: usize) -> bool {
        let tree = self.tree;
        for above in tree.around(at).take(CARD_LEVELS) {
            let inside = tree.subtree(above);
            if self.heading.is_some_and(|h| inside.contains(&h)) {
                return false;
            }
            let own = fold(&tree.line(at, MAX_BYLINE));
            let mut heads = inside.take(AROUND).filter(|n| matches!(tree.tag(*n), Tag::Heading(_)));
            if let Some(head) = heads.next() {
                let linked = tree.subtree(head).any(|n| tree.tag(n) == Tag::A)
                    || tree.around(head).take(2).any(|n| tree.tag(n) == Tag::A);
                let text = fold(&tree.line(head, MAX_BYLINE));
                return linked && !own.contains(&text) && !text.contains(&own);
            }
        }
        false
    }

    fn chars(&self, nodes: Range<usize>) -> usize {
        nodes.take(AROUND).map(|at| self.tree.text(at).trim().chars().count()).sum()
    }

    /// The text of an element, with a bar where blocks meet.
    fn pieces(&self, at: usize) -> String {
        let tree = self.tree;
        let mut line = String::new();
        for node in tree.subtree(at).take(AROUND) {
            if tree.tag(node) == Tag::Text {
                let text = tree.text(node);
                if !text.trim().is_empty() || !line.ends_with("| ") {
                    line.push_str(text);
                    // "By" and the name in neighbouring elements with nothing between.
                    if segments::is_label(text.trim()) {
                        line.push(' ');
                    }
                }
            } else if !is_inline(tree.tag(node))
                && !line.trim_end().is_empty()
                && !line.trim_end().ends_with('|')
            {
                line.push_str(" | ");
            }
            if line.len() > MAX_BYLINE * 8 {
                break;
            }
        }
        wireroom_text::normal::normalise(&line).replace("\n\n", " | ").replace('\n', " ")
    }

    fn read(&self, at: usize, line: &str) -> Line {
        let tree = self.tree;
        let whole = byline::read(line, self.sites);
        let links = tree
            .subtree(at)
            .filter(|n| tree.tag(*n) == Tag::A && !leads_away(tree.attribute(*n, Name::Href)));
        let links: Vec<String> =
            links.map(|n| tree.line(n, MAX_LINK)).filter(|name| looks_like_a_name(name)).collect();
        let named = |name: &String| whole.authors.iter().any(|a| fold(&a.name) == fold(name));
        let credited = |name: &String| whole.credits.iter().any(|c| fold(&c.name) == fold(name));
        if links.iter().all(|l| named(l) || credited(l)) {
            let fine = whole.authors.into_iter().filter(|a| looks_like_a_name(&a.name)).collect();
            return Line { authors: fine, ..whole };
        }
        let mut out = Line { authors: Vec::new(), ..whole };
        for link in links {
            let own =
                byline::read(&link, self.sites).authors.into_iter().filter(|a| looks_like_a_name(&a.name));
            for named in own {
                let helps = out.credits.iter().any(|c| fold(&c.name) == fold(&named.name));
                if !helps && !out.authors.iter().any(|a| fold(&a.name) == fold(&named.name)) {
                    out.authors.push(named);
                }
            }
        }
        out
    }

    /// "Political editor" or "Photographer" in the text right after a name that stands alone.
    fn role_after(&self, end: usize, line: &mut Line) {
        const NEXT: usize = 6;
        let [only] = line.authors.as_mut_slice() else { return };
        if only.role.is_some() {
            return;
        }
        let mut next = (end..self.tree.nodes.len().min(end + NEXT))
            .map(|n| self.tree.text(n).trim())
            .filter(|t| !t.is_empty());
        let Some(role) = next.next().map(|text| text.trim_matches([',', '|', '-', '–', '·', ' ', '(', ')']))
        else {
            return;
        };
        if roles::is_helpers_role(role) {
            line.credits.push(Contribution { name: only.name.clone(), part: role.to_owned() });
            line.authors.clear();
        } else if roles::is_role(role) && !role.ends_with('.') && !is_person(role) {
            only.role = Some(role.to_owned());
        }
    }

    /// The line with the label that stands before its element: "Translated by: ".
    fn labelled(&self, at: usize, line: String) -> String {
        const LABEL: usize = 60;
        let mut above = self.tree.parent(at);
        for _ in 0..2 {
            let near = above.max(at.saturating_sub(AROUND / 4));
            let before: String = (near..at).map(|n| self.tree.text(n)).collect();
            let before = before.trim();
            if !before.is_empty() {
                let label = before.chars().count() <= LABEL
                    && segments::is_label(before.trim_end_matches([':', ' ']));
                return if label { format!("{before} {line}") } else { line };
            }
            above = self.tree.parent(above);
        }
        line
    }

    /// Only what separates names stands between two.
    fn separated(&self, nodes: Range<usize>) -> bool {
        let between: String = nodes.map(|n| self.tree.text(n)).collect();
        matches!(
            between.trim().to_lowercase().as_str(),
            "" | ","
                | ", and"
                | "and"
                | "&"
                | "und"
                | "et"
                | "y"
                | "e"
                | "en"
                | "och"
                | "og"
                | "i"
                | "и"
                | "та"
                | "ve"
                | "·"
                | "•"
                | "、"
        )
    }

    /// "By Ada Fenn" in a short block right under the headline.
    fn by_line(&self) -> Option<ShownByline> {
        let (tree, from) = (self.tree, self.heading?);
        for at in from..tree.nodes.len().min(from + NEAR) {
            let text = tree.text(at).trim();
            if text.is_empty() || tree.tag(at) != Tag::Text || !segments::begins_with_author_label(text) {
                continue;
            }
            let mut line = text.to_owned();
            if segments::is_label(text) || tree.tag(tree.parent(at)) == Tag::P {
                line = self.pieces(tree.parent(at));
                if segments::is_label(&line) {
                    line = self.pieces(tree.parent(tree.parent(at)));
                }
            }
            if line.chars().count() > MAX_BYLINE / 2 || self.is_foreign(at) {
                continue;
            }
            let found = byline::read(&line, self.sites);
            let sure = segments::is_sure_label(text);
            let known = |a: &Named| is_person(&a.name) || agency::as_printed(&a.name).is_some();
            let fine = |a: &Named| if sure { looks_like_a_name(&a.name) } else { known(a) };
            if !found.authors.is_empty() && found.authors.iter().all(fine) {
                return Some(ShownByline { line: found, sure: false });
            }
        }
        None
    }
}
