//! Where a page stands, by its own words, so that a link can be told to lead away from it or to stay in its house.
//! It knows no list of sites. Start at [`Own::of`].

use crate::tree::{Name, Tag, Tree};
use url::Url;

/// Where the page itself stands, by its own words.
#[derive(Debug)]
pub struct Own {
    host: Option<String>,
    path: Option<String>,
}

impl Own {
    /// Reads the canonical address, or that of the Open Graph.
    pub fn of(tree: &Tree) -> Self {
        let canonical = tree
            .all(Tag::Link)
            .find(|at| tree.attribute(*at, Name::Rel).is_some_and(|r| r.eq_ignore_ascii_case("canonical")))
            .and_then(|at| tree.attribute(at, Name::Href));
        let graph = tree
            .all(Tag::Meta)
            .find(|at| tree.attribute(*at, Name::Property) == Some("og:url"))
            .and_then(|at| tree.attribute(at, Name::Content));
        let url = [canonical, graph].into_iter().flatten().find_map(|u| Url::parse(u.trim()).ok());
        Self {
            host: url.as_ref().and_then(Url::host_str).map(|h| h.trim_start_matches("www.").to_owned()),
            path: url.map(|u| u.path().trim_end_matches('/').to_owned()),
        }
    }

    /// Whether an address is another page of this site.
    pub fn is_elsewhere(&self, href: &str) -> bool {
        let path = match Url::parse(href) {
            Ok(url) => {
                let host = url.host_str().map(|h| h.trim_start_matches("www."));
                if self.host.is_none() || host != self.host.as_deref() {
                    return false;
                }
                url.path().trim_end_matches('/').to_owned()
            }
            Err(_) if href.starts_with('/') => href.trim_end_matches('/').to_owned(),
            Err(_) => return false,
        };
        path.len() > 1 && self.path.as_deref() != Some(path.as_str())
    }

    /// Whether an address is of this house: relative, or of a host under the same name.
    pub fn is_of_house(&self, href: &str) -> bool {
        let Ok(url) = Url::parse(href) else { return true };
        let (Some(own), Some(host)) = (self.host.as_deref(), url.host_str()) else { return false };
        let under = |host: &str, name: &str| {
            host.strip_suffix(name).is_some_and(|h| h.is_empty() || h.ends_with('.'))
        };
        // "news.example.org" and "abo.example.org" are one house; "co.uk" names none.
        let house =
            own.split_once('.').map(|(_, rest)| rest).filter(|rest| rest.contains('.') && rest.len() > 6);
        under(host, own) || under(own, host) || house.is_some_and(|name| under(host, name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_house_has_many_hosts_and_other_houses_are_not_it() {
        let own = Own { host: Some("news.example.org".to_owned()), path: Some("/a/b".to_owned()) };
        assert!(own.is_of_house("/newsletter"));
        assert!(own.is_of_house("https://abo.example.org/"));
        assert!(!own.is_of_house("https://example.com/subscribe"));
        assert!(own.is_elsewhere("https://www.news.example.org/a/c/"));
        assert!(!own.is_elsewhere("/a/b/"));
        assert!(!own.is_elsewhere("#top"));
    }
}
