//! The one style sheet, joined at build time from the tokens, the components that pages share and each page's own part.
//! Every page brings along what it needs of it ([`put_on`]): a sheet of its own address would be asked for only when the page
//! is here, and nothing is painted before it is. It refuses words from outside: the policy names the hash of our own text and
//! lets no other style in. Start at `tokens.css`; every class of a component stands on `/styleguide`, which a test holds.

use askama::filters::HtmlSafe;
use std::fmt;
use std::sync::{Arc, LazyLock};
use worn::Worn;

mod worn;

/// What pages share, by component.
const COMPONENTS: &[&str] = &[
    include_str!("base.css"),
    include_str!("marks.css"),
    include_str!("origins.css"),
    include_str!("verdicts.css"),
    include_str!("fold.css"),
    include_str!("tables.css"),
    include_str!("forms.css"),
    include_str!("notices.css"),
    include_str!("end.css"),
    include_str!("dialog.css"),
];

/// The pages' own parts in cascade order: a newcomer finds a page's style in the page's folder.
const PAGES: &[&str] = &[
    include_str!("../pages/layout/layout.css"),
    include_str!("../pages/front/front.css"),
    include_str!("../pages/latest/latest.css"),
    include_str!("../pages/guest/guest.css"),
    include_str!("../pages/story/story.css"),
    include_str!("../pages/article/article.css"),
    include_str!("../pages/family/family.css"),
    include_str!("../pages/hand/hand.css"),
    include_str!("../pages/diff/diff.css"),
    include_str!("../pages/versions/versions.css"),
    include_str!("../pages/origins/origins.css"),
    include_str!("../pages/outlets/outlets.css"),
    include_str!("../pages/publishers/publishers.css"),
    include_str!("../pages/feeds/feeds.css"),
    include_str!("../pages/feed/feed.css"),
    include_str!("../pages/sites/sites.css"),
    include_str!("../pages/site/site.css"),
    include_str!("../pages/search/search.css"),
    include_str!("../pages/ask/ask.css"),
    include_str!("../pages/tag/tag.css"),
    include_str!("../pages/talk/talk.css"),
    include_str!("../pages/login/login.css"),
    include_str!("../pages/welcome/welcome.css"),
    include_str!("../pages/settings/settings.css"),
    include_str!("../pages/styleguide/styleguide.css"),
];

/// How many sources of one story light up the sentences that cite them; later ones still light up themselves.
const LIT_SOURCES: usize = 32;

static SHEET: LazyLock<String> = LazyLock::new(|| {
    let mut sheet = include_str!("tokens.css").to_owned();
    for part in COMPONENTS.iter().chain(PAGES) {
        sheet.push_str(part);
    }
    // Without a script: tapping a mark (`#src-3`) or pointing at it lights its source and every sentence of that source.
    for number in 1..=LIT_SOURCES {
        let pointed = format!(".doc:has(.cite[href='#src-{number}']:is(:hover,:focus-visible))");
        sheet.push_str(&format!(
            ":is(.doc:has(#src-{number}:target),{pointed}) .c{number}{{--lit:var(--carbon-wash)}}{pointed} #src-{number}{{background:var(--carbon-wash)}}"
        ));
    }
    sheet.push_str(include_str!("print.css"));
    dense(&sheet)
});

/// The sheet without its comments and its lines' margins: no browser reads them.
fn dense(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    for (at, part) in sheet.split("/*").enumerate() {
        let kept = if at == 0 { part } else { part.split_once("*/").map_or("", |(_, kept)| kept) };
        for line in kept.lines() {
            let line = line.trim();
            // A declaration that goes on in the next line keeps the space between its words.
            if !out.ends_with(['{', '}', ';', ',', '\n']) && !out.is_empty() && !line.is_empty() {
                out.push(' ');
            }
            out.push_str(line);
        }
    }
    out
}

/// Where a page's sheet goes.
const PLACE: &str = "<style></style>";

/// The place of the sheet in a page, as an element.
#[derive(Debug, Clone, Copy)]
pub struct StyleSheet;

impl fmt::Display for StyleSheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PLACE)
    }
}

/// Of files that are part of the program alone; a test holds that nothing in them ends the element.
impl HtmlSafe for StyleSheet {}

/// A page with the rules that it can use in their place, and their hash for its policy; none where a page has no place.
pub fn put_on(page: &str) -> Option<(String, Arc<Worn>)> {
    let (head, rest) = page.split_once(PLACE)?;
    let worn = worn::worn(page);
    Some(([head, "<style>", &worn.rules, "</style>", rest].concat(), worn))
}

/// The mark of the house: a carbon sheet under a white one.
pub const ICON: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#3a36a6" d="M9 9h19v19H9z"/><path fill="#fcfcfa" stroke="#14161a" stroke-width="2" d="M4 4h19v19H4z"/><path stroke="#14161a" stroke-width="2" d="M8 10h11M8 14h11M8 18h6"/></svg>"##;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_asks_for_nothing_from_elsewhere_and_ends_nowhere_but_at_its_end() {
        assert!(!SHEET.contains("url(") && !SHEET.contains("@import") && !SHEET.contains("</"));
    }

    #[test]
    fn comments_and_margins_are_left_out_and_no_words_run_together() {
        assert_eq!(
            dense("/* a */\na {\n  b: c\n    d;\n}\n/* e\nf */g,\nh { i: j; }"),
            "a {b: c d;}g,h { i: j; }"
        );
    }

    #[test]
    fn a_page_is_sent_with_its_rules_in_their_place_and_one_without_a_place_as_it_is() {
        let (page, worn) = put_on("<head><style></style></head><p class=\"skip\">").unwrap();
        assert!(
            page.starts_with("<head><style>") && page.contains(&worn.rules) && page.contains(".skip"),
            "{page}"
        );
        assert!(put_on("<p>words</p>").is_none());
    }

    #[test]
    fn every_brace_that_opens_closes() {
        assert_eq!(SHEET.matches('{').count(), SHEET.matches('}').count());
    }
}
