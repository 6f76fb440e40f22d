//! Whose text a page says it prints, for machines: `isBasedOn`, `original-source`, a canonical link to another host.
//! It refuses the page's own address, a site's front page, and names that are no address. Start at [`sources`].

use crate::Page;
use crate::structured::{Item, Stated};
use crate::tree::{Name, Tag, Tree};
use url::Url;

/// Most addresses of one page.
const MAX_SOURCES: usize = 4;

/// Meta elements that name a source.
const METAS: [&str; 4] = ["original-source", "syndication-source", "dc.source", "dcterms.source"];

/// The addresses, in the order of their weight, each once.
pub fn sources(page: &Page<'_>, tree: &Tree, stated: &Stated, item: &Item) -> Vec<String> {
    let resolved = |href: &str| match page.url {
        Some(base) => base.join(href.trim()).ok(),
        None => Url::parse(href.trim()).ok(),
    };
    let canonical = tree
        .all(Tag::Link)
        .find(|at| tree.attribute(*at, Name::Rel).is_some_and(|r| r.trim().eq_ignore_ascii_case("canonical")))
        .and_then(|at| resolved(tree.attribute(at, Name::Href)?));
    // A canonical link inside the site says only where the page itself lives.
    let host = |url: &Url| url.host_str().map(|host| host.trim_start_matches("www.").to_ascii_lowercase());
    let elsewhere =
        canonical.clone().filter(|url| page.url.is_some_and(|own| !is_one_site(&host(own), &host(url))));
    let metas = METAS.iter().filter_map(|name| stated.metas.get(*name)).flatten();
    // "dc.source" often holds a name, which is no address.
    let metas = metas.filter(|value| value.trim().contains("://")).filter_map(|value| resolved(value));
    let based = item.facts.based_on.iter().filter_map(|address| resolved(address));
    let own = |url: &Url| {
        let same = |other: &Url| host(other) == host(url) && other.path() == url.path();
        page.url.is_some_and(&same) || elsewhere.is_none() && canonical.as_ref().is_some_and(same)
    };
    let mut found: Vec<String> = Vec::new();
    for url in based.chain(metas).chain(elsewhere.clone()) {
        let fine = matches!(url.scheme(), "http" | "https") && url.path().len() > 1 && !own(&url);
        let url = url.to_string();
        if fine && !found.contains(&url) && found.len() < MAX_SOURCES {
            found.push(url);
        }
    }
    found
}

/// One host, or one inside the other ("amp.paper.example").
fn is_one_site(one: &Option<String>, other: &Option<String>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => {
            one == other || one.ends_with(&format!(".{other}")) || other.ends_with(&format!(".{one}"))
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Page, extract};
    use url::Url;

    fn named(head: &str) -> Vec<String> {
        let body = "The harbour board closed the northern ferry line after engineers found cracks in the hull of the \
             vessel, and passengers were asked to take the coastal bus until the repair is done. "
            .repeat(6);
        let html = format!(
            "<html><head><title>Ferry</title>{head}</head><body><article><h1>Ferry closed</h1><p>{body}</p></article></body></html>"
        );
        let url = Url::parse("https://www.paper.example/news/ferry-1").unwrap();
        extract(&Page::new(&html).at(Some(&url))).remove(0).particulars.sources
    }

    #[test]
    fn what_a_page_is_based_on_is_its_source() {
        let data = |value: &str| {
            format!(
                r#"<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Ferry closed","isBasedOn":{value}}}</script>"#
            )
        };
        let source = ["https://tern.example/a/ferry"];
        assert_eq!(named(&data("\"https://tern.example/a/ferry\"")), source);
        assert_eq!(named(&data(r#"{"@type":"NewsArticle","url":"https://tern.example/a/ferry"}"#)), source);
        assert_eq!(named(r#"<meta name="original-source" content="https://tern.example/a/ferry">"#), source);
    }

    #[test]
    fn a_canonical_link_counts_only_where_it_leads_to_another_site() {
        assert_eq!(
            named(r#"<link rel="canonical" href="https://tern.example/news/ferry-1">"#),
            ["https://tern.example/news/ferry-1"]
        );
        for own in
            ["/news/ferry-1", "https://paper.example/news/ferry-1", "https://amp.paper.example/x/ferry"]
        {
            assert!(named(&format!(r#"<link rel="canonical" href="{own}">"#)).is_empty(), "{own}");
        }
    }

    #[test]
    fn a_front_page_a_name_and_the_page_itself_are_no_source() {
        for head in [
            r#"<meta name="syndication-source" content="https://tern.example/">"#,
            r#"<meta name="dc.source" content="The Harbour Herald">"#,
            r#"<meta name="original-source" content="https://www.paper.example/news/ferry-1">"#,
        ] {
            assert!(named(head).is_empty(), "{head}");
        }
    }
}
