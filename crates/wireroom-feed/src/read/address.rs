//! Addresses as a feed gives them: kept as written where they are whole, resolved against the right base where not.

use crate::xml::tape::El;
use url::Url;

/// Where a document stands.
#[derive(Debug, Clone, Copy)]
pub struct Place<'h> {
    /// The address it was fetched from.
    pub document: Option<&'h Url>,
}

impl Place<'_> {
    /// The base in force at an element: what `xml:base` states, else the document's own address.
    pub fn base(self, element: El<'_, '_>) -> Option<Url> {
        element.stated_base(self.document).or_else(|| self.document.cloned())
    }

    /// An address at an element, resolved if it must and can be.
    pub fn resolve(self, element: El<'_, '_>, raw: &str) -> Option<String> {
        let raw = raw.trim();
        if raw.is_empty() {
            return None;
        }
        if is_whole(raw) {
            return Some(raw.to_owned());
        }
        Some(against(self.base(element).as_ref(), raw))
    }
}

/// True for an address with a scheme and a host, and for other schemes (`mailto:`, `tag:`).
pub fn is_whole(raw: &str) -> bool {
    match raw.split_once(':') {
        Some((scheme, rest)) => {
            let named = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
                && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
            // `http:relative` is no whole address.
            let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
            named && (!web || rest.starts_with("//"))
        }
        None => false,
    }
}

/// Resolved against `base`; as written where there is none.
pub fn against(base: Option<&Url>, raw: &str) -> String {
    match base.and_then(|base| base.join(raw).ok()) {
        Some(whole) => whole.to_string(),
        None => raw.to_owned(),
    }
}

/// True for http and https.
pub fn is_web(address: &str) -> bool {
    let has = |scheme: &str| {
        address.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme))
            && address.len() > scheme.len()
    };
    has("http://") || has("https://")
}
