//! Namespaces: by address where the address is known, else by the prefix that everybody uses for it.
//! Publishers misspell addresses, forget declarations and change case; none of it hides an element here.

/// The vocabularies that mean something in a feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Ns {
    /// RSS of any kind, CDF, sitemaps, OPML: elements of no namespace or of the format's own.
    #[default]
    Plain,
    Atom,
    Rdf,
    DublinCore,
    DublinTerms,
    Content,
    Media,
    Itunes,
    Podcast,
    Xhtml,
    /// SVG and MathML: markup that is carried, never read.
    Graphic,
    Thread,
    Feedburner,
    News,
    /// Counts of comments.
    Slash,
    /// Addresses of comment feeds.
    CommentApi,
    /// Places: GeoRSS, W3C's points, GML inside GeoRSS.
    Geo,
    /// A format's own namespace inside another vocabulary's document, or one nobody here reads.
    Other,
}

/// By the address of the namespace; `None` where it is unknown.
pub fn by_address(address: &str) -> Option<Ns> {
    let address = address.trim().to_ascii_lowercase();
    let known = address
        .trim_start_matches("https://")
        .trim_start_matches("http://")
        .trim_start_matches("www.")
        .trim_end_matches(['/', '#']);
    Some(match known {
        "" => Ns::Plain,
        "w3.org/2005/atom" | "purl.org/atom/ns" | "purl.org/echo" | "purl.org/pie" => Ns::Atom,
        "w3.org/1999/02/22-rdf-syntax-ns" => Ns::Rdf,
        "purl.org/dc/elements/1.1" | "purl.org/dc/elements/1.0" | "purl.org/metadata/dublin_core" => {
            Ns::DublinCore
        }
        "purl.org/dc/terms" => Ns::DublinTerms,
        "purl.org/rss/1.0/modules/content" => Ns::Content,
        "search.yahoo.com/mrss" | "tools.search.yahoo.com/mrss" | "video.search.yahoo.com/mrss" => Ns::Media,
        "itunes.com/dtds/podcast-1.0.dtd" => Ns::Itunes,
        "podcastindex.org/namespace/1.0" => Ns::Podcast,
        "w3.org/1999/xhtml" | "w3.org/tr/xhtml1" => Ns::Xhtml,
        "w3.org/2000/svg" | "w3.org/1998/math/mathml" => Ns::Graphic,
        "purl.org/syndication/thread/1.0" => Ns::Thread,
        "rssnamespace.org/feedburner/ext/1.0" => Ns::Feedburner,
        "google.com/schemas/sitemap-news/0.9" => Ns::News,
        "purl.org/rss/1.0/modules/slash" => Ns::Slash,
        "wellformedweb.org/commentapi" => Ns::CommentApi,
        "georss.org/georss" | "w3.org/2003/01/geo/wgs84_pos" | "opengis.net/gml" => Ns::Geo,
        _ if known.starts_with("purl.org/rss/1.0/modules") => return None,
        _ if known.starts_with("w3.org/2005/atom") || known.starts_with("purl.org/atom") => Ns::Atom,
        _ if known.starts_with("itunes.com/dtds/podcast") => Ns::Itunes,
        _ if known.contains("search.yahoo.com/mrss") => Ns::Media,
        _ if known.starts_with("github.com/podcastindex-org/podcast-namespace") => Ns::Podcast,
        _ if known.starts_with("georss.org") || known.starts_with("opengis.net/gml") => Ns::Geo,
        _ if is_plain(known) => Ns::Plain,
        _ => return None,
    })
}

fn is_plain(known: &str) -> bool {
    const STARTS: [&str; 8] = [
        "purl.org/rss",
        "purl.org/net/rss",
        "my.netscape.com",
        "backend.userland.com",
        "blogs.law.harvard.edu/tech/rss",
        "channel.netscape.com",
        "sitemaps.org/schemas/sitemap",
        "google.com/schemas/sitemap/",
    ];
    STARTS.iter().any(|start| known.starts_with(start))
}

/// By the prefix, where it is undeclared or its address unknown.
pub fn by_prefix(prefix: &str) -> Option<Ns> {
    // Nearly every element has none.
    if prefix.is_empty() {
        return Some(Ns::Plain);
    }
    Some(match prefix.to_ascii_lowercase().as_str() {
        "rss" => Ns::Plain,
        "atom" | "a" | "atom10" | "atom03" => Ns::Atom,
        "rdf" => Ns::Rdf,
        "dc" => Ns::DublinCore,
        "dcterms" | "dcterm" => Ns::DublinTerms,
        "content" => Ns::Content,
        "media" | "mrss" => Ns::Media,
        "itunes" => Ns::Itunes,
        "podcast" => Ns::Podcast,
        "xhtml" | "html" => Ns::Xhtml,
        "svg" | "math" | "mml" => Ns::Graphic,
        "thr" => Ns::Thread,
        "feedburner" => Ns::Feedburner,
        "news" => Ns::News,
        "slash" => Ns::Slash,
        "wfw" => Ns::CommentApi,
        "georss" | "geo" | "gml" => Ns::Geo,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_scheme_and_a_missing_slash_do_not_hide_a_namespace() {
        assert_eq!(by_address("HTTPS://Search.Yahoo.com/mrss"), Some(Ns::Media));
        assert_eq!(by_address("http://www.w3.org/2005/Atom/"), Some(Ns::Atom));
        assert_eq!(by_address("http://backend.userland.com/rss2"), Some(Ns::Plain));
        assert_eq!(by_address("http://nobody.example/ns"), None);
    }
}
