//! What came back, read from the head of an answer: where it is, how long it stays fresh, what the publisher
//! reserves and where its hub is. Nothing here opens a socket. Start at [`Fetched`].

use http::header::{self, HeaderMap, HeaderName};
use std::time::SystemTime;
use url::Url;
use wireroom_model::When;

/// Longest value of a response header that is kept, in bytes.
const MAX_VALUE_BYTES: usize = 2_048;
/// Values read of one header that may stand several times.
const MAX_VALUES: usize = 32;
/// Links read of all `Link` headers.
const MAX_LINKS: usize = 64;

/// What came back: a success or "not modified".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetched {
    pub status: u16,
    /// True for 304: the body is empty and what is stored stands.
    pub not_modified: bool,
    /// The address that answered.
    pub url: Url,
    /// Where the address moved for good: set only when every hop said "permanently". Never another origin
    /// for a request with access: what is secret must not follow a redirect.
    pub moved: Option<Url>,
    /// Decoded bytes.
    pub body: Vec<u8>,
    /// Why the body ends too early, where the purpose can use a part ([`crate::Purpose::reads_parts`]). Such an
    /// answer has no validators: it must be asked for again in full.
    pub cut_short: Option<String>,
    pub content_type: Option<String>,
    /// After a 304 the stored one stands unless a new one came.
    pub etag: Option<String>,
    /// After a 304 the stored one stands unless a new one came.
    pub last_modified: Option<String>,
    /// Seconds for which the publisher calls the answer fresh, counted from now; none where it does not say.
    pub fresh_for: Option<u64>,
    /// The publisher asks that the answer is not kept (`Cache-Control: no-store`).
    pub no_store: bool,
    /// When the publisher says that it answered.
    pub date: Option<When>,
    /// `X-Robots-Tag`, each value as sent.
    pub robots_tag: Vec<String>,
    /// `tdm-reservation`, as sent.
    pub tdm_reservation: Option<String>,
    /// `tdm-policy`, as sent.
    pub tdm_policy: Option<String>,
    /// `Link` headers: relation in lower case, and where it leads.
    pub links: Vec<(String, Url)>,
}

impl Fetched {
    /// Where the first link of this relation leads (`hub`, `self`).
    pub fn link(&self, rel: &str) -> Option<&Url> {
        self.links.iter().find(|(name, _)| name == rel).map(|(_, url)| url)
    }
}

/// One header's first value, where it is not too long.
pub fn text(headers: &HeaderMap, name: impl Into<HeaderName>) -> Option<String> {
    let value = headers.get(name.into())?.as_bytes();
    (value.len() <= MAX_VALUE_BYTES).then(|| String::from_utf8_lossy(value).trim().to_owned())
}

/// All values of one header that are not too long.
pub fn texts(headers: &HeaderMap, name: &'static str) -> Vec<String> {
    let values = headers.get_all(name).iter().take(MAX_VALUES).filter(|v| v.len() <= MAX_VALUE_BYTES);
    values.map(|v| String::from_utf8_lossy(v.as_bytes()).trim().to_owned()).collect()
}

/// A `Date` header.
pub fn date(headers: &HeaderMap) -> Option<When> {
    http_date(&text(headers, header::DATE)?)
}

/// Any of the three forms of a date in HTTP.
fn http_date(value: &str) -> Option<When> {
    let since = httpdate::parse_http_date(value).ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    When::from_unix(i64::try_from(since.as_secs()).ok()?)
}

/// Seconds of a Retry-After, written as a number or as a date; a date gone by is 0.
pub fn retry_after(headers: &HeaderMap, now: When) -> Option<u64> {
    let value = text(headers, header::RETRY_AFTER)?;
    if value.bytes().all(|b| b.is_ascii_digit()) && !value.is_empty() {
        // More digits than a u64 holds still means "very long".
        return Some(value.parse().unwrap_or(u64::MAX));
    }
    Some(u64::try_from(http_date(&value)?.unix() - now.unix()).unwrap_or(0))
}

/// `Link: <address>; rel="hub self", <other>; rel=next`, resolved against the address that answered.
pub fn links(headers: &HeaderMap, base: &Url) -> Vec<(String, Url)> {
    let mut links = Vec::new();
    for value in texts(headers, "link") {
        for (target, parameters) in split_links(&value) {
            let Ok(url) = base.join(target) else { continue };
            if !matches!(url.scheme(), "http" | "https") {
                continue;
            }
            let rels = parameters.split(';').filter_map(|p| p.split_once('=')).find_map(|(name, value)| {
                name.trim().eq_ignore_ascii_case("rel").then(|| value.trim().trim_matches('"').to_lowercase())
            });
            for rel in rels.unwrap_or_default().split_ascii_whitespace() {
                if links.len() < MAX_LINKS {
                    links.push((rel.to_owned(), url.clone()));
                }
            }
        }
    }
    links
}

/// Target and parameters of each link; a comma inside quotes belongs to its parameter.
fn split_links(value: &str) -> Vec<(&str, &str)> {
    let mut out = Vec::new();
    let mut rest = value;
    for _ in 0..MAX_LINKS {
        let Some((target, after)) = rest.split_once('<').and_then(|(_, r)| r.split_once('>')) else { break };
        let mut quoted = false;
        let end = after.find(|c| {
            quoted ^= c == '"';
            c == ',' && !quoted
        });
        let (parameters, next) = end.and_then(|at| after.split_at_checked(at)).unwrap_or((after, ""));
        out.push((target.trim(), parameters));
        rest = next;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;
    use proptest::prelude::*;

    fn read(value: &str) -> Vec<(String, String)> {
        let mut headers = HeaderMap::new();
        headers.insert("link", HeaderValue::from_bytes(value.as_bytes()).unwrap());
        let base = Url::parse("https://a.test/feeds/one").unwrap();
        links(&headers, &base).into_iter().map(|(rel, url)| (rel, url.to_string())).collect()
    }

    #[test]
    fn a_link_without_a_relation_or_that_is_no_address_of_the_web_is_passed_over() {
        assert_eq!(read("<x>"), []);
        assert_eq!(read("<x>; rel="), []);
        assert_eq!(read("<mailto:a@b.test>; rel=hub"), []);
        assert_eq!(read("no brackets; rel=hub"), []);
        assert_eq!(
            read("<two>; title=\"rel=hub, <x>\"; REL=\"Self\""),
            [("self".into(), "https://a.test/feeds/two".into())]
        );
    }

    proptest! {
        #[test]
        fn no_header_breaks_the_reading_of_links_and_dates(value in "[ -~]{0,200}") {
            let links = read(&value);
            prop_assert!(links.len() <= MAX_LINKS);
            let mut headers = HeaderMap::new();
            headers.insert("retry-after", HeaderValue::from_str(&value).unwrap());
            let _ = retry_after(&headers, When::EPOCH);
        }
    }
}
