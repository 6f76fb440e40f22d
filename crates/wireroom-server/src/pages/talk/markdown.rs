//! A comment's Markdown as HTML that can do nothing: paragraphs, emphasis, lists, quotes, code and links. It is written
//! tag by tag from the reader's events ([`Prose::new`]), never from what was typed: raw HTML stands as text, a picture as
//! its words, and a link leads to http or https alone, told to nobody. It refuses everything it does not name.

use askama::filters::HtmlSafe;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};
use std::fmt::{self, Write as _};
use url::Url;

/// Marks within marks; deeper ones are left out and their words stay.
const MAX_NESTING: usize = 12;
/// Links of one comment; the words of further ones stay.
const MAX_LINKS: usize = 20;

/// Finished HTML of our own making.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose(String);

impl HtmlSafe for Prose {}

impl fmt::Display for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Prose {
    /// Sets a comment.
    pub fn new(markdown: &str) -> Self {
        let (mut html, mut open, mut links) = (String::new(), Vec::new(), 0);
        for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Start(tag) => {
                    let fits = open.len() < MAX_NESTING;
                    let close = opened(&mut html, &tag, fits, links < MAX_LINKS).unwrap_or_default();
                    links += usize::from(close == "</a>");
                    open.push(close);
                }
                Event::End(_) => html.push_str(open.pop().unwrap_or_default()),
                Event::Code(text) => {
                    html.push_str("<code>");
                    escape(&mut html, &text);
                    html.push_str("</code>");
                }
                Event::SoftBreak | Event::HardBreak => html.push_str("<br>"),
                Event::Rule => html.push_str("<hr>"),
                Event::Text(text)
                | Event::Html(text)
                | Event::InlineHtml(text)
                | Event::InlineMath(text)
                | Event::DisplayMath(text)
                | Event::FootnoteReference(text) => escape(&mut html, &text),
                Event::TaskListMarker(_) => {}
            }
        }
        Self(html)
    }
}

/// Writes the opening tag, where there is one, and gives the closing one.
fn opened(html: &mut String, tag: &Tag<'_>, fits: bool, more_links: bool) -> Option<&'static str> {
    if !fits {
        return None;
    }
    let (open, close) = match tag {
        Tag::Paragraph | Tag::HtmlBlock => ("<p dir=\"auto\">", "</p>"),
        // A comment has no place in the page's outline.
        Tag::Heading { .. } => ("<p dir=\"auto\"><strong>", "</strong></p>"),
        Tag::BlockQuote(_) => ("<blockquote>", "</blockquote>"),
        Tag::CodeBlock(CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) => {
            ("<pre><code>", "</code></pre>")
        }
        Tag::List(None) => ("<ul>", "</ul>"),
        Tag::List(Some(_)) => ("<ol>", "</ol>"),
        Tag::Item => ("<li dir=\"auto\">", "</li>"),
        Tag::Emphasis => ("<em>", "</em>"),
        Tag::Strong => ("<strong>", "</strong>"),
        Tag::Strikethrough => ("<s>", "</s>"),
        Tag::Link { dest_url, .. } => {
            let url = Url::parse(dest_url).ok()?;
            let leads = matches!(url.scheme(), "http" | "https") && url.username().is_empty();
            if !leads || !more_links {
                return None;
            }
            html.push_str("<a href=\"");
            escape(html, url.as_str());
            ("\" rel=\"nofollow noopener ugc\">", "</a>")
        }
        _ => return None,
    };
    html.push_str(open);
    Some(close)
}

/// Text for an element or an attribute.
pub fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\0' => {}
            // Signs that turn what follows round would reach beyond the comment.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c => {
                let _ = html.write_char(c);
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::string_slice, reason = "a tag is cut at its own signs, which are one byte each")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every tag that may stand in a comment, as it is written.
    const ALLOWED: &[&str] = &[
        "<p dir=\"auto\">",
        "</p>",
        "<strong>",
        "</strong>",
        "<em>",
        "</em>",
        "<s>",
        "</s>",
        "<blockquote>",
        "</blockquote>",
        "<pre>",
        "</pre>",
        "<code>",
        "</code>",
        "<ul>",
        "</ul>",
        "<ol>",
        "</ol>",
        "<li dir=\"auto\">",
        "</li>",
        "<br>",
        "<hr>",
        "</a>",
    ];

    /// Fails where anything but the allowed tags stands in it, or where they do not close in order.
    fn hold(html: &str) {
        let mut open: Vec<String> = Vec::new();
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            assert!(!rest[..at].contains('"') && !rest[..at].contains('>'), "{html}");
            let end = at + rest[at..].find('>').expect("a tag ends") + 1;
            let tag = &rest[at..end];
            if let Some(link) = tag.strip_prefix("<a href=\"") {
                let (href, after) = link.split_once('"').unwrap();
                assert_eq!(after, " rel=\"nofollow noopener ugc\">", "{html}");
                assert!(href.starts_with("http://") || href.starts_with("https://"), "{html}");
            } else {
                assert!(ALLOWED.contains(&tag), "{tag} in {html}");
            }
            let name: String =
                tag.trim_start_matches(['<', '/']).chars().take_while(char::is_ascii_alphanumeric).collect();
            if tag.starts_with("</") {
                assert_eq!(open.pop().as_deref(), Some(name.as_str()), "{html}");
            } else if name != "br" && name != "hr" {
                open.push(name);
            }
            rest = &rest[end..];
        }
        assert!(!rest.contains('"') && !rest.contains('>'), "{html}");
        assert!(open.is_empty(), "{html}");
    }

    #[test]
    fn a_comment_is_set_as_it_was_meant() {
        let set = |text: &str| Prose::new(text).to_string();
        assert_eq!(set("Yes, *really*."), "<p dir=\"auto\">Yes, <em>really</em>.</p>");
        assert_eq!(set("one\ntwo"), "<p dir=\"auto\">one<br>two</p>");
        assert_eq!(set("# Loud"), "<p dir=\"auto\"><strong>Loud</strong></p>");
        assert_eq!(
            set("[here](https://tern.example/a?b=1&c=2)"),
            "<p dir=\"auto\"><a href=\"https://tern.example/a?b=1&amp;c=2\" rel=\"nofollow noopener ugc\">here</a></p>"
        );
        assert_eq!(set("![a cat](https://tern.example/cat.png)"), "<p dir=\"auto\">a cat</p>");
        assert_eq!(set("a <b>bold</b>"), "<p dir=\"auto\">a &lt;b&gt;bold&lt;/b&gt;</p>");
    }

    #[test]
    fn nothing_hostile_becomes_active() {
        for hostile in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt&colon;alert(1))",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
            "[x](vbscript:x)",
            "[x](//evil.example)",
            "[x](/feeds/1/remove)",
            "[x](https://good.example@evil.example/)",
            "[x](https://e.example/\"onmouseover=\"alert(1))",
            "<https://e.example/\"><script>alert(1)</script>>",
            "![x](javascript:alert(1))",
            "![\"><script>](https://e.example/x)",
            "```\"><script>\n</code></pre><script>alert(1)</script>\n```",
            "`</code><script>alert(1)</script>`",
            "<svg/onload=alert(1)>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "&lt;script&gt;",
            "<!-- --><style>*{display:none}</style>",
            "<p>\n\n</p></li></ol></main>",
            "[a]: javascript:alert(1)\n\n[a]",
            "\u{202e}gnp.exe",
            "\0<\0script>",
        ] {
            let html = Prose::new(hostile).to_string();
            hold(&html);
            for bad in ["<script", "<img", "<svg", "<style", "href=\"java", "\u{202e}", "\0", "href=\"/"] {
                assert!(!html.contains(bad), "{bad} in {html}");
            }
        }
        hold(&Prose::new(&"> ".repeat(5_000)).to_string());
        hold(&Prose::new(&"[a](https://e.example) ".repeat(200)).to_string());
        assert_eq!(
            Prose::new(&"[a](https://e.example) ".repeat(200)).to_string().matches("<a ").count(),
            MAX_LINKS
        );
    }

    proptest! {
        #[test]
        fn whatever_is_typed_only_named_tags_come_out(
            parts in proptest::collection::vec(
                proptest::sample::select(vec![
                    "<", ">", "\"", "'", "*", "_", "`", "```", "\n", "\n\n", "> ", "- ", "1. ", "[x]", "(https://a.b/", "(javascript:x)",
                    ")", "![", "](", "<script>", "<b onclick=x>", "</p>", "&#x3c;", "&lt;", "~~", "# ", "    ", "\\", "a", "ä", "---", "<https://a.b>",
                ]),
                0..60,
            )
        ) {
            hold(&Prose::new(&parts.concat()).to_string());
        }
    }
}
