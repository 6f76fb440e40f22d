//! Canonical addresses: entries and pages with one of them are one article. Only what cannot change the page goes:
//! the fragment, and parameters that campaigns add. It refuses to guess more; two addresses too many are two
//! copies of one text, which are folded, but one too few would lose an article.

use url::Url;

/// Parameters that say where a click came from; no publisher serves another page for them.
const CAMPAIGN: &[&str] =
    &["fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "wt_mc", "xtor"];

/// The canonical form of an http or https address; `None` for anything else.
pub fn canonical(address: &str) -> Option<String> {
    let mut url = Url::parse(address.trim()).ok()?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none_or(str::is_empty) {
        return None;
    }
    url.set_fragment(None);
    let kept: Vec<(String, String)> =
        url.query_pairs().filter(|(name, _)| !is_campaign(name)).map(|(n, v)| (n.into(), v.into())).collect();
    if kept.len() < url.query_pairs().count() {
        url.set_query(None);
        if !kept.is_empty() {
            url.query_pairs_mut().extend_pairs(kept);
        }
    }
    Some(url.into())
}

fn is_campaign(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("utm_") || CAMPAIGN.contains(&name.as_str())
}

/// The host of an address, without `www.`: where an outlet lives.
pub fn host(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str()?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn campaigns_and_fragments_go_and_everything_else_stays() {
        let plain = canonical("https://Paper.example:443/a?id=7&utm_source=feed&fbclid=x#top");
        assert_eq!(plain.as_deref(), Some("https://paper.example/a?id=7"));
        assert_eq!(
            canonical("https://paper.example/a?utm_medium=x").as_deref(),
            Some("https://paper.example/a")
        );
        assert_eq!(
            canonical("https://paper.example/a?b=1&a=%20").as_deref(),
            Some("https://paper.example/a?b=1&a=%20")
        );
    }

    #[test]
    fn only_the_web_has_addresses() {
        for address in ["ftp://a.example/x", "javascript:alert(1)", "paper", "", "mailto:a@b.example"] {
            assert_eq!(canonical(address), None, "{address}");
        }
    }
}
