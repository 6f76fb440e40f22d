//! The sanitiser itself: ammonia with a short list of what may stay.

use super::balance::balanced;
use super::names::KEPT;
use ammonia::{Builder, UrlRelative};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;
use url::Url;

/// HTML that is safe to show: text structure, links (http, https, mailto), images, tables. Relative addresses are
/// resolved against `base`, and dropped where there is none. Reads at most [`super::MAX_BYTES`].
pub fn sanitise(html: &str, base: Option<&Url>) -> String {
    ALLOWED.clean(&balanced(html, base)).to_string()
}

static ALLOWED: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut allowed = Builder::empty();
    allowed
        .tags(HashSet::from(KEPT))
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
        .set_tag_attribute_values(HashMap::from([(
            "img",
            HashMap::from([("loading", "lazy"), ("decoding", "async"), ("referrerpolicy", "no-referrer")]),
        )]))
        .add_generic_attributes(["dir"])
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("noopener noreferrer"))
        .strip_comments(true);
    allowed
});
