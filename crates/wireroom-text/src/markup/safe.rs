//! The sanitiser itself: ammonia with a short list of what may stay.

use super::balance::balanced;
use super::drawing;
use super::names::KEPT;
use ammonia::{Builder, UrlRelative};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;
use url::Url;

/// HTML that is safe to show: text structure, links (http, https, mailto), images, tables, static drawings and
/// formulas. Relative addresses are resolved against `base`, and dropped where there is none. Attributes stand in
/// alphabetical order. What is safe stays as it is. Reads at most [`super::MAX_BYTES`]. Policy: docs/sanitising.md.
pub fn sanitise(html: &str, base: Option<&Url>) -> String {
    let (balanced, drawings) = balanced(html, base);
    drawing::put_back(ALLOWED.clean(&balanced).to_string(), &drawings)
}

static ALLOWED: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut allowed = Builder::empty();
    allowed
        .tags(KEPT.into_iter().chain(PLACES).collect())
        .clean_content_tags(HashSet::from(["script", "style"]))
        .generic_attributes(HashSet::from(["lang", "title"]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("img", HashSet::from(["src", "alt", "width", "height"])),
            ("td", HashSet::from(["colspan", "rowspan"])),
            ("th", HashSet::from(["colspan", "rowspan"])),
            ("ol", HashSet::from(["start"])),
            ("q", HashSet::from(["cite"])),
            ("blockquote", HashSet::from(["cite"])),
            ("time", HashSet::from(["datetime"])),
            ("ins", HashSet::from(["cite", "datetime"])),
            ("del", HashSet::from(["cite", "datetime"])),
            ("details", HashSet::from(["open"])),
        ]))
        .add_generic_attributes(["dir"])
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(None)
        .strip_comments(true);
    allowed
});

/// Without attributes and content: they hold the places of drawings.
const PLACES: [&str; 2] = ["svg", "math"];
