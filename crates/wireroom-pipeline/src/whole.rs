//! Does the feed already carry the whole text of an entry? If it may not, the page is read: a page too many costs a
//! request, a stump costs the article. It refuses to know any site. Start at [`is_whole`].

use wireroom_text::{markup, words};

/// Words from which a feed's text may be the whole one: teasers of the common publishing tools end at 55, those of
/// careful editors before 200.
const WHOLE_TEXT_WORDS: usize = 250;

/// How a text that was cut ends.
const CUT: &[&str] = &["…", "...", "[…]", "[...]", "[&#8230;]", "»", ">>", "→", "[+]"];

/// A line this short at the end, all of it one link, leads on to the rest.
const LEADS_ON_WORDS: usize = 8;

/// What a line that leads on says where its link is not the entry's own; compared folded, as the line's beginning.
const LEADS_ON: &[&str] = &[
    "read more",
    "read the full",
    "read the rest",
    "read on",
    "continue reading",
    "keep reading",
    "full story",
    "full article",
    "weiterlesen",
    "mehr lesen",
    "mehr dazu",
    "zum artikel",
    "lire la suite",
    "lire l article",
    "en savoir plus",
    "leer más",
    "seguir leyendo",
    "sigue leyendo",
    "continua a leggere",
    "leggi tutto",
    "leggi di più",
    "leia mais",
    "continue lendo",
    "continuar a ler",
    "lees verder",
    "lees meer",
    "läs mer",
    "les mer",
    "læs mere",
    "czytaj dalej",
    "czytaj więcej",
    "читать далее",
    "читать полностью",
    "читати далі",
    "devamını oku",
    "続きを読む",
    "阅读全文",
    "더 보기",
];

/// Words by which publishing tools sign an entry below its text ("The post X appeared first on Y.").
const SIGNED: &[&str] =
    &["appeared first on", "first appeared on", "erschien zuerst auf", "est apparu en premier sur"];

/// True where the text that a feed carries is the whole one: long, not cut off, and not a teaser that leads on.
/// `content` and `summary` are sanitised HTML; many feeds put the whole text where the summary belongs.
pub(crate) fn is_whole(content: Option<&str>, summary: Option<&str>, link: Option<&str>) -> bool {
    let filled = |html: &&str| !html.trim().is_empty();
    let (content, summary) = (content.filter(filled), summary.filter(filled));
    let Some(html) = content.or(summary) else { return false };
    let text = markup::plain(html);
    let body = unsigned(&text);
    let length = words::words(body).take(WHOLE_TEXT_WORDS).count();
    let cut = CUT.iter().any(|mark| body.trim_end().ends_with(mark));
    if length < WHOLE_TEXT_WORDS || cut || leads_on(html, body, link) {
        return false;
    }
    // A summary that says more than the content does is no summary: the content is what was cut.
    content.is_none() || summary.is_none_or(|summary| markup::plain(summary).len() <= text.len())
}

/// The text without the lines by which a publishing tool signs it.
fn unsigned(text: &str) -> &str {
    let mut body = text.trim_end();
    // Few tools sign twice; a text made of signatures is none.
    for _ in 0..2 {
        let (before, last) = body.rsplit_once('\n').unwrap_or(("", body));
        let line = last.to_lowercase();
        if SIGNED.iter().any(|sign| line.contains(sign)) && words::words(last).count() < 60 {
            body = before.trim_end();
        }
    }
    body
}

/// True where the last line does nothing but lead on: one link to the entry's own page, or words that say so.
fn leads_on(html: &str, body: &str, link: Option<&str>) -> bool {
    let last = body.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("");
    if words::words(last).count() > LEADS_ON_WORDS {
        return false;
    }
    let folded: Vec<String> = words::words(last).map(|word| words::fold(word.text)).collect();
    let folded = folded.join(" ");
    if LEADS_ON.iter().any(|words| folded.starts_with(words)) {
        return true;
    }
    let Some(target) = last_link(html) else { return false };
    let page = |address: &str| crate::canonical(address);
    let own = link.and_then(page);
    own.is_some() && page(&target) == own && ends_with_link(html, last)
}

/// Where the last link of sanitised HTML leads.
fn last_link(html: &str) -> Option<String> {
    let (_, tag) = html.rsplit_once("<a ")?;
    let (_, value) = tag.split_once('>')?.0.split_once("href=\"")?;
    Some(markup::plain(value.split('"').next()?))
}

/// True where the last link's own text is the whole of the line.
fn ends_with_link(html: &str, line: &str) -> bool {
    let text = html.rsplit_once("<a ").and_then(|(_, tag)| tag.split_once('>')).map(|(_, rest)| rest);
    let text = text.and_then(|rest| rest.split("</a>").next()).unwrap_or("");
    markup::line(text).trim() == markup::line(line).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: Option<&str> = Some("https://tern.example/1");

    fn long() -> String {
        format!("<p>{}end.</p>", "word and word ".repeat(100))
    }

    #[test]
    fn a_teaser_is_not_the_whole_text() {
        let long = long();
        assert!(is_whole(Some(&long), Some("short"), None));
        assert!(!is_whole(Some(&format!("{long}<p>And then …</p>")), Some("short"), None));
        assert!(!is_whole(Some("word word"), None, None));
        assert!(!is_whole(None, None, None));
        assert!(!is_whole(Some(" "), Some("short"), None));
    }

    #[test]
    fn a_long_teaser_that_leads_on_is_not_the_whole_text() {
        let teaser = |end: &str| format!("{}{end}", long());
        for end in [
            "<p><a href=\"https://tern.example/1?utm_source=feed\">The whole story</a></p>",
            "<p><a href=\"https://elsewhere.example/x\">Read more</a></p>",
            "<p><a href=\"https://elsewhere.example/x\">Weiterlesen auf der Seite</a></p>",
            "<p>Läs mer på sidan</p>",
            "<p>Continue reading<a href=\"https://tern.example/1\"> this</a></p>",
        ] {
            assert!(!is_whole(Some(&teaser(end)), None, LINK), "{end}");
        }
    }

    #[test]
    fn a_whole_text_may_end_with_a_link_or_a_signature() {
        for end in [
            "<p>More of the ferry in <a href=\"https://tern.example/1\">our pages</a>.</p>",
            "<p><a href=\"https://tern.example/tag/ferry\">Ferry</a></p>",
            "<p>The post <a href=\"https://tern.example/1\">Ferry</a> appeared first on <a href=\"https://tern.example/\">Tern</a>.</p>",
        ] {
            assert!(is_whole(Some(&format!("{}{end}", long())), Some("short"), LINK), "{end}");
        }
        let cut = "<p>And then [&hellip;]</p><p>The post Ferry appeared first on Tern.</p>";
        assert!(!is_whole(Some(&format!("{}{cut}", long())), Some("short"), LINK), "cut above its signature");
    }

    #[test]
    fn the_whole_text_may_stand_in_the_summary_alone_or_in_both() {
        let long = long();
        assert!(is_whole(None, Some(&long), LINK));
        assert!(is_whole(Some(&long), Some(&long), LINK));
        let more = format!("{long}<p>More than the content says.</p>");
        assert!(!is_whole(Some(&long), Some(&more), LINK));
    }
}
