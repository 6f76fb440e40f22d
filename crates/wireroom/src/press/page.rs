//! A page about to be rendered, and the furniture that every design sets around an article.
//! It decides nothing about markup families: those are in `designs`.

use super::almanac;
use super::manifest::{Design, Furniture};
use super::setting::{House, Issue, Print};
use super::written::HEADING;
use std::fmt::Write;
use wireroom_model::{Kind, When};

/// What a design needs to print one address.
#[derive(Debug)]
pub(super) struct Page<'p> {
    pub base: &'p str,
    pub house: &'p House,
    pub furniture: &'p Furniture,
    pub print: &'p Print,
    pub issue: &'p Issue,
    pub related: Vec<Link>,
    /// Another story's article, teased among the paragraphs.
    pub beside: Option<Link>,
    /// The address that the page names as its text's source.
    pub source: Option<String>,
    /// An aggregator's further articles.
    pub parts: Vec<(&'p Print, &'p Issue)>,
}

/// A link to another page of the press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub address: String,
    pub title: String,
    /// First words of its text.
    pub teaser: String,
}

/// A paragraph by what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Block<'b> {
    Heading(&'b str),
    Turn(&'b str, &'b str),
    Text(&'b str),
}

/// Minutes between two updates of a live page.
const UPDATE_EVERY: i64 = 25;

/// The text safe between tags and in attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
    out
}

/// Classes that a design gives to the parts of a body.
#[derive(Debug, Clone, Copy)]
pub(super) struct Classes {
    pub paragraph: &'static str,
    pub heading: &'static str,
    /// A box between the paragraphs, after this many.
    pub between: Option<(usize, Inset)>,
}

/// What interrupts a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inset {
    Newsletter,
    Advert,
    Related,
}

impl Page<'_> {
    pub(super) fn url(&self) -> String {
        format!("{}{}", self.base, self.print.path)
    }

    pub(super) fn title(&self) -> String {
        escaped(&self.issue.title)
    }

    pub(super) fn photo_url(&self) -> String {
        format!("{}/{}/photos/{}.jpg", self.base, self.house.slug, self.print.number)
    }

    /// The first paragraph's beginning, for descriptions.
    pub(super) fn summary(&self) -> String {
        teaser(self.issue)
    }

    /// When the page says it was published; `None` where it says nothing.
    pub(super) fn published(&self) -> Option<When> {
        (!self.print.undated).then_some(self.print.published)
    }

    /// When the page says it was changed.
    pub(super) fn updated(&self) -> Option<When> {
        self.published().filter(|&published| published != self.issue.changed).map(|_| self.issue.changed)
    }

    /// "20 August 2026, 14:05" in the page's language.
    pub(super) fn spoken(&self, when: When) -> String {
        format!("{}, {}", almanac::day_and_year(when, self.print.lang), almanac::clock(when))
    }

    pub(super) fn blocks<'a>(&self, issue: &'a Issue, kind: Kind) -> Vec<Block<'a>> {
        let block =
            |paragraph: &'a String| match (paragraph.strip_prefix(HEADING), paragraph.split_once(": ")) {
                (Some(heading), _) => Block::Heading(heading),
                (None, Some((label, words))) if kind == Kind::Transcript => Block::Turn(label, words),
                _ => Block::Text(paragraph),
            };
        issue.paragraphs.iter().map(block).collect()
    }

    /// The body, once or as often as the page repeats it.
    pub(super) fn body(&self, classes: Classes) -> String {
        let mut out = String::new();
        for _ in 0..=self.print.repeats {
            out.push_str("<div class=\"text\">\n");
            self.body_once(&mut out, classes);
            out.push_str("</div>\n");
        }
        out
    }

    fn body_once(&self, out: &mut String, classes: Classes) {
        let blocks = self.blocks(self.issue, self.print.kind);
        let headings = blocks.iter().filter(|block| matches!(block, Block::Heading(_))).count();
        let mut below = headings;
        for (at, block) in blocks.into_iter().enumerate() {
            if let Some((_, what)) = classes.between.filter(|&(after, _)| after == at) {
                self.boxed(out, what);
            }
            if at == 2 {
                self.aside(out);
            }
            if matches!(block, Block::Heading(_)) {
                self.stamp(out, below);
                below = below.saturating_sub(1);
            }
            put(out, block, classes);
        }
    }

    /// The time above an update of a live page, newest first.
    fn stamp(&self, out: &mut String, below: usize) {
        if self.print.kind != Kind::Live {
            return;
        }
        let minutes = i64::try_from(below).unwrap_or(0) * UPDATE_EVERY;
        if let Some(when) = self.print.published.plus_seconds(minutes * 60) {
            let clock = almanac::clock(when);
            let _ = writeln!(out, "<div class=\"stamp\"><time datetime=\"{when}\">{clock}</time></div>");
        }
    }

    fn aside(&self, out: &mut String) {
        let Some(link) = &self.beside else { return };
        let _ = writeln!(
            out,
            "<aside class=\"read-also\"><strong>{}</strong> <a href=\"{}\">{}</a><p class=\"teaser\">{}</p></aside>",
            escaped(&self.furniture.read_more),
            link.address,
            escaped(&link.title),
            escaped(&link.teaser)
        );
    }

    fn boxed(&self, out: &mut String, what: Inset) {
        match what {
            Inset::Newsletter => out.push_str(&self.newsletter()),
            Inset::Advert => {
                let _ = writeln!(out, "<div class=\"ad-slot\">{}</div>", escaped(&self.furniture.advert));
            }
            Inset::Related => {
                if let Some(link) = self.related.last() {
                    let _ = writeln!(
                        out,
                        "<div class=\"inline-related\"><span>{}</span> <a href=\"{}\">{}</a></div>",
                        escaped(&self.furniture.read_more),
                        link.address,
                        escaped(&link.title)
                    );
                }
            }
        }
    }

    /// The head element, with what the design adds to it.
    pub(super) fn head(&self, extra: &str) -> String {
        let rtl = if self.print.lang.is_rtl() { " dir=\"rtl\"" } else { "" };
        format!(
            "<!DOCTYPE html>\n<html lang=\"{}\"{rtl}>\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{} | {}</title>\n\
             <link rel=\"canonical\" href=\"{}\">\n{}{extra}</head>\n",
            self.print.lang,
            self.title(),
            escaped(&self.house.name),
            self.url(),
            self.source_meta()
        )
    }

    /// What designs without structured data say of a text's source.
    fn source_meta(&self) -> String {
        let stated = matches!(self.house.design, Design::Ledger | Design::Graph);
        let source = self.source.as_ref().filter(|_| !stated);
        source.map_or_else(String::new, |url| format!("<meta name=\"original-source\" content=\"{url}\">\n"))
    }

    /// Open Graph and article meta elements.
    pub(super) fn meta(&self) -> String {
        let mut out = String::new();
        let mut put = |key: &str, value: &str| {
            let _ = writeln!(out, "<meta property=\"{key}\" content=\"{}\">", escaped(value));
        };
        put("og:type", "article");
        put("og:title", &self.issue.title);
        put("og:site_name", &self.house.name);
        put("og:url", &self.url());
        put("og:image", &self.photo_url());
        put("og:description", &self.summary());
        if let Some(when) = self.published() {
            put("article:published_time", &when.to_string());
        }
        if let Some(when) = self.updated() {
            put("article:modified_time", &when.to_string());
        }
        for author in &self.print.authors {
            put("article:author", author);
        }
        out
    }

    /// Skip link, cookie banner, masthead and menu.
    pub(super) fn top(&self) -> String {
        let mut out = String::new();
        let f = self.furniture;
        let home = format!("{}/{}/", self.base, self.house.slug);
        let _ = writeln!(out, "<a class=\"skip\" href=\"#main\">{}</a>", escaped(&f.skip));
        let _ = writeln!(
            out,
            "<div id=\"cookie-banner\" role=\"dialog\"><p>{}</p><button>{}</button><button>{}</button></div>",
            escaped(&f.cookies),
            escaped(&f.accept),
            escaped(&f.refuse)
        );
        let _ = writeln!(out, "<header><a class=\"logo\" href=\"{home}\">{}</a>", escaped(&self.house.name));
        out.push_str("<nav><ul>");
        for item in &f.menu {
            let _ = write!(out, "<li><a href=\"{home}\">{}</a></li>", escaped(item));
        }
        out.push_str("</ul></nav></header>\n");
        out
    }

    pub(super) fn share(&self) -> String {
        let items = self.furniture.share.iter().map(|s| format!("<li><a href=\"#\">{}</a></li>", escaped(s)));
        format!("<ul class=\"share-bar\">{}</ul>\n", items.collect::<String>())
    }

    pub(super) fn newsletter(&self) -> String {
        let f = self.furniture;
        format!(
            "<div class=\"newsletter-box\"><h3>{}</h3><p>{}</p><form><input type=\"email\" placeholder=\"name@mail\">\
             <button>{}</button></form></div>\n",
            escaped(&f.newsletter),
            escaped(&f.newsletter_text),
            escaped(&f.newsletter_button)
        )
    }

    pub(super) fn figure(&self) -> String {
        format!(
            "<figure class=\"lead-photo\"><img src=\"{}\" alt=\"{}\" width=\"640\" height=\"360\"><figcaption>{} \
             <span class=\"credit\">{} {}</span></figcaption></figure>\n",
            self.photo_url(),
            escaped(&self.print.photo),
            escaped(&self.print.photo),
            escaped(&self.furniture.photo),
            escaped(&self.print.credit)
        )
    }

    /// The list of related articles, which holds other stories too.
    pub(super) fn related_list(&self) -> String {
        let mut out =
            format!("<section class=\"related\"><h2>{}</h2><ul>\n", escaped(&self.furniture.related));
        for link in &self.related {
            let _ = writeln!(
                out,
                "<li><a href=\"{}\">{}</a><p>{}</p></li>",
                link.address,
                escaped(&link.title),
                escaped(&link.teaser)
            );
        }
        out.push_str("</ul></section>\n");
        out
    }

    pub(super) fn most_read(&self) -> String {
        let items = self
            .related
            .iter()
            .rev()
            .map(|l| format!("<li><a href=\"{}\">{}</a></li>", l.address, escaped(&l.title)));
        format!(
            "<aside class=\"most-read\"><h2>{}</h2><ol>{}</ol></aside>\n",
            escaped(&self.furniture.most_read),
            items.collect::<String>()
        )
    }

    pub(super) fn comments(&self) -> String {
        format!("<section id=\"comments\"><p>{}</p></section>\n", escaped(&self.furniture.comments))
    }

    pub(super) fn foot(&self) -> String {
        let links = self.furniture.footer.iter().map(|s| format!("<a href=\"#\">{}</a> ", escaped(s)));
        format!(
            "<footer><nav>{}</nav><p>© {}. {}</p></footer>\n</body>\n</html>\n",
            links.collect::<String>(),
            escaped(&self.house.name),
            escaped(&self.furniture.rights)
        )
    }
}

fn put(out: &mut String, block: Block<'_>, classes: Classes) {
    let _ = match block {
        Block::Heading(text) => writeln!(out, "<h2{}>{}</h2>", classes.heading, escaped(text)),
        Block::Turn(label, words) => {
            writeln!(
                out,
                "<p{}><strong>{}:</strong> {}</p>",
                classes.paragraph,
                escaped(label),
                escaped(words)
            )
        }
        Block::Text(text) => writeln!(out, "<p{}>{}</p>", classes.paragraph, escaped(text)),
    };
}

/// The most characters of a teaser.
const TEASER: usize = 150;

/// The beginning of a text, cut at a word.
pub(super) fn teaser(issue: &Issue) -> String {
    let first = issue.paragraphs.first().map_or("", String::as_str);
    let mut out = String::new();
    for word in first.split(' ') {
        if out.chars().count() + word.chars().count() > TEASER {
            out.push_str(" …");
            return out;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Renders the page in its outlet's design.
pub(super) fn rendered(page: &Page<'_>) -> String {
    match page.house.design {
        Design::Ledger => super::designs::ledger(page),
        Design::Graph => super::designs::graph(page),
        Design::Meta => super::designs::meta(page),
        Design::Micro => super::designs::micro(page),
        Design::Plain => super::designs::plain(page),
        Design::Studio => super::designs::studio(page),
        Design::Sieve => super::designs::sieve(page),
    }
}
