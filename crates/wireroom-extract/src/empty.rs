//! Pages that answer without an article: errors, consent walls, robot walls, shells of scripts, closed paywalls.
//! Told by what their headline says as a whole, by how much of the text is such words, and by the form around it.
//! It refuses to judge by a word: an article about cookies, robots or missing pages has a text of its own, and one
//! that states its headline and day is never called a wall. Start at [`Look::settle`].

use crate::blocks::{Blocks, weigh};
use crate::facts::Facts;
use crate::notices::{self, Notices};
use crate::tree::{Tag, Tree};
use crate::wall_words::{ACCEPT, CONSENT, ERROR, NEUTRAL, ROBOT, SCRIPT, Words};
use wireroom_model::{EmptyBecause, Extracted, Kind, Particulars};
use wireroom_text::letters::{is_letter_or_digit, push_lower};

/// Letters of a text that no wall reaches, but for those that list their partners.
const LONG: usize = 2_500;
/// Letters below which a text may be all that a wall says.
const SHORT: usize = 1_200;
/// Letters of the longest offer of a subscription, with all that one gets.
const OFFER: usize = 500;
/// Letters below which a page shows next to nothing.
const BARE: usize = 60;
/// Bytes of a page's source that are looked through for scripts.
const MAX_SOURCE: usize = 256 * 1024;
/// Blocks of a page that are looked at.
const MAX_BLOCKS: usize = 3_000;

/// What a page without an article is told by.
#[derive(Debug, Clone, Copy)]
pub struct Look<'p> {
    pub source: &'p str,
    pub tree: &'p Tree,
    pub blocks: &'p Blocks,
    pub facts: &'p Facts,
    pub notices: &'p Notices,
}

impl Look<'_> {
    /// Empties the row of a page that holds no article, and says why. A wall's own words are nobody's article, so
    /// nothing of them stays: no title, no day, no caption.
    pub fn settle(&self, row: &mut Extracted) {
        let Some(because) = self.because(row) else { return };
        let walled = matches!(because, EmptyBecause::Error | EmptyBecause::Robot | EmptyBecause::Consent);
        let told = if walled { None } else { row.title.take().filter(|title| self.names_an_article(title)) };
        let kept = Extracted {
            url: row.url.take(),
            outlet: row.outlet.take(),
            title: told,
            kind: if because == EmptyBecause::Paywall { Kind::Paywall } else { Kind::Empty },
            particulars: Particulars { empty: Some(because), ..Particulars::default() },
            ..Extracted::default()
        };
        *row = if walled {
            kept
        } else {
            Extracted {
                authors: std::mem::take(&mut row.authors),
                published: row.published,
                published_from: row.published_from,
                updated: row.updated,
                lang: row.lang,
                particulars: Particulars { empty: Some(because), ..std::mem::take(&mut row.particulars) },
                ..kept
            }
        };
    }

    fn because(&self, row: &Extracted) -> Option<EmptyBecause> {
        let letters = weigh(&row.body);
        let may_be =
            matches!(row.kind, Kind::Article | Kind::Explainer | Kind::Paywall | Kind::Empty | Kind::Listing);
        let partners = letters > LONG && self.is_titled_consent(row);
        if !may_be || (letters > LONG && !partners) {
            return None;
        }
        if !self.states_an_article(row) {
            let heads = self.heads(row);
            let walls = [(&ERROR, EmptyBecause::Error), (&ROBOT, EmptyBecause::Robot)];
            for (words, because) in walls {
                if letters < SHORT && self.is_wall(words, &heads, &row.body) {
                    return Some(because);
                }
            }
            if partners || self.asks_consent(&heads, &row.body) {
                return Some(EmptyBecause::Consent);
            }
        }
        if self.is_closed(row, letters) {
            return Some(EmptyBecause::Paywall);
        }
        let script =
            |p: &str| SCRIPT.has_line(&spaced(p)) && (weigh(p) < BARE || spaced(p).contains("javascript"));
        if letters > 0 {
            let waits = letters < 400 && row.body.split("\n\n").all(script) && self.is_shell();
            return waits.then_some(EmptyBecause::Script);
        }
        let nothing = matches!(row.kind, Kind::Article | Kind::Empty | Kind::Paywall);
        nothing.then(|| if self.is_shell() { EmptyBecause::Script } else { EmptyBecause::NoText })
    }

    /// Headline and day stated as data, or a writer and a day shown: somebody wrote an article here.
    fn states_an_article(&self, row: &Extracted) -> bool {
        let item = &self.facts.item;
        let stated = !item.published.is_empty() && !item.headline.is_empty();
        stated || (!row.authors.is_empty() && self.facts.times.published.is_known())
    }

    /// Title element, first headings and the row's title, without the site's name behind a bar or dash.
    fn heads(&self, row: &Extracted) -> Vec<String> {
        const HEADINGS: usize = 3;
        let titles = self.tree.all(Tag::Title).take(1).map(|at| self.tree.line(at, 200));
        let headings = [1, 2].into_iter().flat_map(|level| self.tree.all(Tag::Heading(level)).take(HEADINGS));
        let all = titles.chain(headings.map(|at| self.tree.line(at, 200))).chain(row.title.clone());
        all.flat_map(|line| {
            let mut parts = vec![spaced(&line)];
            for mark in [" | ", " - ", " – ", " — ", ": ", " · ", " » "] {
                parts.extend(line.split(mark).map(spaced));
            }
            parts
        })
        .filter(|line| !line.is_empty())
        .collect()
    }

    /// A headline that says nothing else, or a text most of which does.
    fn is_wall(&self, words: &Words, heads: &[String], body: &str) -> bool {
        let headed = heads.iter().any(|head| words.is_title(head));
        let (mut said, mut all, mut lines) = (0, 0, 0);
        for paragraph in body.split("\n\n").filter(|p| !p.is_empty()) {
            let letters = weigh(paragraph);
            all += letters;
            if words.has_line(&spaced(paragraph)) {
                said += letters;
                lines += 1;
            }
        }
        if all < BARE {
            // The words may stand where no article's text is looked for: in a form, a dialog, a hidden box.
            let page = self.lines();
            lines = page.iter().filter(|line| words.has_line(line)).count();
            return headed || lines > 0 && page.iter().map(String::len).sum::<usize>() < 1_500;
        }
        (headed && (lines > 0 || all < 700)) || (lines > 0 && all < 600 && said * 10 >= all * 4)
    }

    fn lines(&self) -> Vec<String> {
        self.blocks.list.iter().take(MAX_BLOCKS).map(|b| spaced(&b.text)).collect()
    }

    /// The words of consent in most of the text, and something to press.
    fn asks_consent(&self, heads: &[String], body: &str) -> bool {
        let headed = heads.iter().any(|head| CONSENT.is_title(head));
        let weigh_up = |lines: &mut dyn Iterator<Item = (String, usize)>| {
            let (mut said, mut all, mut count, mut addressed) = (0, 0, 0, false);
            for (line, letters) in lines {
                all += letters;
                if CONSENT.has_line(&line) {
                    said += letters;
                    count += 1;
                    addressed |= CONSENT.has_line_beside(&line, NEUTRAL);
                }
            }
            if addressed { (said, all, count) } else { (0, all, 0) }
        };
        let presses = || {
            self.tree
                .nodes
                .iter()
                .enumerate()
                .filter(|(_, n)| matches!(n.tag, Tag::Button | Tag::A | Tag::Furniture))
                .take(MAX_BLOCKS)
                .any(|(at, _)| ACCEPT.contains(&spaced(&self.tree.line(at, 60)).as_str()))
        };
        if weigh(body) >= BARE {
            let mut lines = body.split("\n\n").map(|p| (spaced(p), weigh(p)));
            let (said, all, count) = weigh_up(&mut lines);
            return (headed && said > 0 && said * 10 >= all * 2)
                || (count >= 2 && said * 10 >= all * 4 && presses())
                || (count >= 1 && said * 10 >= all * 7 && presses());
        }
        let mut lines = self.blocks.list.iter().take(MAX_BLOCKS).map(|b| (spaced(&b.text), b.letters));
        let (said, all, count) = weigh_up(&mut lines);
        count >= 1 && (headed || presses()) && said * 10 >= all * 3
    }

    /// The partner lists of consent walls are longer than articles: the page's own title tells, and its first lines.
    fn is_titled_consent(&self, row: &Extracted) -> bool {
        const FIRST: usize = 12;
        let title = row.title.as_deref().map(spaced).unwrap_or_default();
        let lines = self.blocks.list.iter().take(FIRST).map(|b| spaced(&b.text));
        CONSENT.is_title(&title)
            && !self.states_an_article(row)
            && lines.filter(|l| CONSENT.has_line_beside(l, NEUTRAL)).count() >= 1
    }

    /// A text for subscribers of which the page shows nothing: what stands there is the offer.
    fn is_closed(&self, row: &Extracted, letters: usize) -> bool {
        let Some(_) = &self.notices.paywall else { return false };
        letters < OFFER
            && (letters < BARE || row.body.split("\n\n").all(|p| notices::asks(p) || notices::offers(p)))
    }

    /// Next to nothing to read and a page of scripts, or a root that they would fill.
    fn is_shell(&self) -> bool {
        let shown: usize = self.blocks.list.iter().take(MAX_BLOCKS).map(|b| b.letters).sum();
        let mut end = self.source.len().min(MAX_SOURCE);
        while !self.source.is_char_boundary(end) {
            end -= 1;
        }
        let source = self.source.get(..end).unwrap_or("").to_ascii_lowercase();
        shown < 600 && source.contains("<script")
    }

    /// A title that is not the site's own name: those of shells name nothing else.
    fn names_an_article(&self, title: &str) -> bool {
        let name = |other: &str| spaced(other) == spaced(title);
        !self.facts.outlet.as_deref().is_some_and(name) && title.split_whitespace().count() > 2
    }
}

/// Lower-case words with single spaces between them and at both ends; nothing else.
pub fn spaced(text: &str) -> String {
    const MAX_CHARS: usize = 4_000;
    let mut out = String::with_capacity(text.len() + 2);
    for c in text.chars().take(MAX_CHARS) {
        if is_letter_or_digit(c) || is_mark(c) {
            push_lower(&mut out, c);
        } else if !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Vowel signs are parts of words in Indic scripts, Thai, Hebrew and Arabic.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x0300..=0x036F | 0x0591..=0x05C7 | 0x064B..=0x065F | 0x0900..=0x0DFF | 0x0E31..=0x0E4E)
}
