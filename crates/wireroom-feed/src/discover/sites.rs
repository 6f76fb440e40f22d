//! The table of conventions: where the publishing systems of the world keep the feed of a page, told by the page's
//! address alone. A row without feeds keeps later rows away. Rows are tried in order; the first that fits counts.
//! It knows conventions that a whole system keeps, never one outlet's habits.

use super::pattern::{Parts, filled};
use url::Url;

/// One convention; the room `pattern` beside this one explains hosts and paths.
#[derive(Debug)]
pub struct Site {
    /// What readers call the system.
    pub kind: &'static str,
    host: &'static str,
    path: &'static str,
    feeds: &'static [&'static str],
    /// An address that this row is for.
    pub example: &'static str,
}

/// The feeds that a page at this address has by convention, best first.
pub fn feeds_of(page: &Url) -> Vec<Url> {
    let parts = Parts::new(page);
    let row = SITES.iter().find_map(|site| Some((site, parts.matches(site.host, site.path)?)));
    let Some((site, taken)) = row else { return Vec::new() };
    let mut feeds: Vec<Url> = site.feeds.iter().filter_map(|feed| filled(feed, &taken)).collect();
    // A system on any host is met where the page was met: on plain http too.
    if site.host == "*" && page.scheme() == "http" {
        for feed in feeds.iter_mut().filter(|feed| feed.host_str() == page.host_str()) {
            let _ = feed.set_scheme("http");
            let _ = feed.set_port(page.port());
        }
    }
    feeds
}

/// Every kind of site that the table knows, in its order.
pub fn kinds() -> Vec<&'static str> {
    let mut kinds: Vec<&str> = SITES.iter().map(|site| site.kind).collect();
    kinds.dedup();
    kinds
}

#[rustfmt::skip]
const SITES: &[Site] = &[
    Site { kind: "YouTube", host: "youtube.com", path: "/channel/UC{id}/**", feeds: &["https://www.youtube.com/feeds/videos.xml?playlist_id=UULF{id}", "https://www.youtube.com/feeds/videos.xml?channel_id=UC{id}"], example: "https://www.youtube.com/channel/UCabc/videos" },
    Site { kind: "YouTube", host: "youtube.com", path: "/user/{name}/**", feeds: &["https://www.youtube.com/feeds/videos.xml?user={name}"], example: "https://m.youtube.com/user/tidetv" },
    Site { kind: "YouTube", host: "youtube.com", path: "/playlist?list=UU{id}", feeds: &["https://www.youtube.com/feeds/videos.xml?playlist_id=UULF{id}", "https://www.youtube.com/feeds/videos.xml?playlist_id=UU{id}"], example: "https://www.youtube.com/playlist?list=UUabc" },
    Site { kind: "YouTube", host: "youtube.com", path: "/playlist?list={list}", feeds: &["https://www.youtube.com/feeds/videos.xml?playlist_id={list}"], example: "https://www.youtube.com/playlist?list=PLabc" },
    Site { kind: "YouTube", host: "youtube.com", path: "/watch?list={list}", feeds: &["https://www.youtube.com/feeds/videos.xml?playlist_id={list}"], example: "https://www.youtube.com/watch?v=a&list=PLabc" },
    Site { kind: "YouTube", host: "youtube.com", path: "/**", feeds: &[], example: "https://www.youtube.com/@tidetv" },
    Site { kind: "Reddit", host: "*.reddit.com", path: "/r/{sub}/comments/{id}/**", feeds: &["https://www.reddit.com/r/{sub}/.rss", "https://www.reddit.com/r/{sub}/comments/{id}/.rss"], example: "https://old.reddit.com/r/ferries/comments/1a/aground" },
    Site { kind: "Reddit", host: "reddit.com", path: "/r/{sub}/comments/{id}/**", feeds: &["https://www.reddit.com/r/{sub}/.rss", "https://www.reddit.com/r/{sub}/comments/{id}/.rss"], example: "https://www.reddit.com/r/ferries/comments/1a/aground" },
    Site { kind: "Reddit", host: "*.reddit.com", path: "/r/{sub}/**", feeds: &["https://www.reddit.com/r/{sub}/.rss"], example: "https://old.reddit.com/r/ferries/top" },
    Site { kind: "Reddit", host: "reddit.com", path: "/r/{sub}/**", feeds: &["https://www.reddit.com/r/{sub}/.rss"], example: "https://www.reddit.com/r/ferries+harbours/" },
    Site { kind: "Reddit", host: "reddit.com", path: "/user|u/{name}/m/{multi}/**", feeds: &["https://www.reddit.com/user/{name}/m/{multi}/.rss"], example: "https://www.reddit.com/user/ann/m/boats/" },
    Site { kind: "Reddit", host: "*.reddit.com", path: "/user|u/{name}/m/{multi}/**", feeds: &["https://www.reddit.com/user/{name}/m/{multi}/.rss"], example: "https://old.reddit.com/u/ann/m/boats" },
    Site { kind: "Reddit", host: "reddit.com", path: "/user|u/{name}/**", feeds: &["https://www.reddit.com/user/{name}/submitted/.rss", "https://www.reddit.com/user/{name}/.rss"], example: "https://www.reddit.com/u/ann" },
    Site { kind: "Reddit", host: "*.reddit.com", path: "/user|u/{name}/**", feeds: &["https://www.reddit.com/user/{name}/submitted/.rss", "https://www.reddit.com/user/{name}/.rss"], example: "https://old.reddit.com/user/ann/" },
    Site { kind: "Reddit", host: "reddit.com", path: "/domain/{domain}/**", feeds: &["https://www.reddit.com/domain/{domain}/.rss"], example: "https://www.reddit.com/domain/tide.example" },
    Site { kind: "GitHub", host: "github.com", path: "/about|apps|collections|customer-stories|enterprise|events|explore|features|issues|login|marketplace|new|notifications|orgs|pricing|pulls|search|security|settings|site|sponsors|team|topics|trending/**", feeds: &[], example: "https://github.com/topics/news" },
    Site { kind: "GitHub", host: "github.com", path: "/{owner}/{project}/releases/**", feeds: &["https://github.com/{owner}/{project}/releases.atom"], example: "https://github.com/tide/harbour/releases/latest" },
    Site { kind: "GitHub", host: "github.com", path: "/{owner}/{project}/tags/**", feeds: &["https://github.com/{owner}/{project}/tags.atom"], example: "https://github.com/tide/harbour/tags" },
    Site { kind: "GitHub", host: "github.com", path: "/{owner}/{project}/commits/{branch}/**", feeds: &["https://github.com/{owner}/{project}/commits/{branch}.atom"], example: "https://github.com/tide/harbour/commits/main" },
    Site { kind: "GitHub", host: "github.com", path: "/{owner}/{project}/commits", feeds: &["https://github.com/{owner}/{project}/commits.atom"], example: "https://github.com/tide/harbour/commits" },
    Site { kind: "GitHub", host: "github.com", path: "/{owner}/{project}/tree/{branch}", feeds: &["https://github.com/{owner}/{project}/commits/{branch}.atom"], example: "https://github.com/tide/harbour/tree/next" },
    Site { kind: "GitHub", host: "github.com", path: "/{owner}/{project}/discussions/**", feeds: &["https://github.com/{owner}/{project}/discussions.atom"], example: "https://github.com/tide/harbour/discussions" },
    Site { kind: "GitHub", host: "github.com", path: "/{owner}/{project}/wiki/**", feeds: &["https://github.com/{owner}/{project}/wiki.atom"], example: "https://github.com/tide/harbour/wiki" },
    Site { kind: "GitHub", host: "github.com", path: "/{owner}/{project}/**", feeds: &["https://github.com/{owner}/{project}/releases.atom", "https://github.com/{owner}/{project}/tags.atom", "https://github.com/{owner}/{project}/commits.atom"], example: "https://github.com/tide/harbour" },
    Site { kind: "GitHub", host: "github.com", path: "/{owner}", feeds: &["https://github.com/{owner}.atom"], example: "https://github.com/tide" },
    Site { kind: "GitHub", host: "gist.github.com", path: "/{owner}/**", feeds: &["https://gist.github.com/{owner}.atom"], example: "https://gist.github.com/tide" },
    Site { kind: "GitLab", host: "gitlab.*", path: "/{group}/{project}/-/releases/**", feeds: &["https://{host}/{group}/{project}/-/releases.atom"], example: "https://gitlab.com/tide/harbour/-/releases" },
    Site { kind: "GitLab", host: "gitlab.*", path: "/{group}/{project}/-/tags/**", feeds: &["https://{host}/{group}/{project}/-/tags?format=atom"], example: "https://gitlab.com/tide/harbour/-/tags" },
    Site { kind: "GitLab", host: "gitlab.*", path: "/{group}/{project}/-/commits/{branch}/**", feeds: &["https://{host}/{group}/{project}/-/commits/{branch}?format=atom"], example: "https://gitlab.tide.example/tide/harbour/-/commits/main" },
    Site { kind: "GitLab", host: "gitlab.*", path: "/{group}/{project}/-/issues/**", feeds: &["https://{host}/{group}/{project}/-/issues.atom"], example: "https://gitlab.com/tide/harbour/-/issues" },
    Site { kind: "GitLab", host: "gitlab.*", path: "/{group}/{project}/**", feeds: &["https://{host}/{group}/{project}/-/releases.atom", "https://{host}/{group}/{project}/-/tags?format=atom", "https://{host}/{group}/{project}.atom"], example: "https://gitlab.com/tide/harbour" },
    Site { kind: "GitLab", host: "gitlab.*", path: "/{group}", feeds: &["https://{host}/{group}.atom"], example: "https://gitlab.com/tide" },
    Site { kind: "Forgejo, Gitea", host: "codeberg.org", path: "/{owner}/{project}/**", feeds: &["https://codeberg.org/{owner}/{project}/releases.rss", "https://codeberg.org/{owner}/{project}.rss"], example: "https://codeberg.org/tide/harbour" },
    Site { kind: "Forgejo, Gitea", host: "codeberg.org", path: "/{owner}", feeds: &["https://codeberg.org/{owner}.rss"], example: "https://codeberg.org/tide" },
    Site { kind: "SourceHut", host: "git.sr.ht", path: "/~{owner}/{project}/**", feeds: &["https://git.sr.ht/~{owner}/{project}/refs/rss.xml", "https://git.sr.ht/~{owner}/{project}/log/rss.xml"], example: "https://git.sr.ht/~tide/harbour" },
    Site { kind: "SourceForge", host: "sourceforge.net", path: "/projects|p/{project}/**", feeds: &["https://sourceforge.net/projects/{project}/rss"], example: "https://sourceforge.net/projects/harbour/" },
    Site { kind: "Substack", host: "open.substack.com", path: "/pub/{name}/**", feeds: &["https://{name}.substack.com/feed"], example: "https://open.substack.com/pub/tide/p/a-letter" },
    Site { kind: "Substack", host: "substack.com", path: "/@{name}/**", feeds: &["https://{name}.substack.com/feed"], example: "https://substack.com/@tide" },
    Site { kind: "Substack", host: "*.substack.com", path: "/**", feeds: &["https://{host}/feed"], example: "https://tide.substack.com/p/a-letter" },
    Site { kind: "Medium", host: "medium.com", path: "/tag|topic/{tag}/**", feeds: &["https://medium.com/feed/tag/{tag}"], example: "https://medium.com/tag/harbours" },
    Site { kind: "Medium", host: "medium.com", path: "/{name}/tagged/{tag}", feeds: &["https://medium.com/feed/{name}/tagged/{tag}"], example: "https://medium.com/the-tide/tagged/harbours" },
    Site { kind: "Medium", host: "medium.com", path: "/{name}/**", feeds: &["https://medium.com/feed/{name}"], example: "https://medium.com/@ann/a-day" },
    Site { kind: "Medium", host: "*.medium.com", path: "/**", feeds: &["https://{host}/feed"], example: "https://ann.medium.com/" },
    Site { kind: "Bluesky", host: "bsky.app", path: "/profile/{name}/**", feeds: &["https://bsky.app/profile/{name}/rss"], example: "https://bsky.app/profile/ann.example" },
    Site { kind: "Stack Exchange", host: "stackoverflow.com", path: "/questions/tagged/{tag}/**", feeds: &["https://stackoverflow.com/feeds/tag/{tag}"], example: "https://stackoverflow.com/questions/tagged/rust" },
    Site { kind: "Stack Exchange", host: "stackoverflow.com", path: "/questions/{id}/**", feeds: &["https://stackoverflow.com/feeds/question/{id}"], example: "https://stackoverflow.com/questions/12/how" },
    Site { kind: "Stack Exchange", host: "stackoverflow.com", path: "/users/{id}/**", feeds: &["https://stackoverflow.com/feeds/user/{id}"], example: "https://stackoverflow.com/users/7/ann" },
    Site { kind: "Stack Exchange", host: "stackoverflow.com", path: "/**", feeds: &["https://stackoverflow.com/feeds"], example: "https://stackoverflow.com/" },
    Site { kind: "Stack Exchange", host: "*.stackexchange.com", path: "/questions/tagged/{tag}/**", feeds: &["https://{host}/feeds/tag/{tag}"], example: "https://sailing.stackexchange.com/questions/tagged/ferry" },
    Site { kind: "Stack Exchange", host: "*.stackexchange.com", path: "/questions/{id}/**", feeds: &["https://{host}/feeds/question/{id}"], example: "https://sailing.stackexchange.com/questions/12/how" },
    Site { kind: "Stack Exchange", host: "*.stackexchange.com", path: "/users/{id}/**", feeds: &["https://{host}/feeds/user/{id}"], example: "https://sailing.stackexchange.com/users/7" },
    Site { kind: "Stack Exchange", host: "*.stackexchange.com", path: "/**", feeds: &["https://{host}/feeds"], example: "https://sailing.stackexchange.com/" },
    Site { kind: "Stack Exchange", host: "superuser.com", path: "/**", feeds: &["https://superuser.com/feeds"], example: "https://superuser.com/" },
    Site { kind: "Stack Exchange", host: "serverfault.com", path: "/**", feeds: &["https://serverfault.com/feeds"], example: "https://serverfault.com/questions" },
    Site { kind: "Stack Exchange", host: "askubuntu.com", path: "/**", feeds: &["https://askubuntu.com/feeds"], example: "https://askubuntu.com/" },
    Site { kind: "Tumblr", host: "tumblr.com", path: "/blog/view/{name}/**", feeds: &["https://{name}.tumblr.com/rss"], example: "https://www.tumblr.com/blog/view/tide" },
    Site { kind: "Tumblr", host: "tumblr.com", path: "/dashboard|explore|tagged|search|login|register/**", feeds: &[], example: "https://www.tumblr.com/explore/today" },
    Site { kind: "Tumblr", host: "tumblr.com", path: "/{name}/**", feeds: &["https://{name}.tumblr.com/rss"], example: "https://www.tumblr.com/tide/12/a-post" },
    Site { kind: "Tumblr", host: "*.tumblr.com", path: "/tagged/{tag}/**", feeds: &["https://{host}/tagged/{tag}/rss"], example: "https://tide.tumblr.com/tagged/ferries" },
    Site { kind: "Tumblr", host: "*.tumblr.com", path: "/**", feeds: &["https://{host}/rss"], example: "https://tide.tumblr.com/post/1" },
    Site { kind: "WordPress", host: "*.wordpress.com", path: "/category/{name}/**", feeds: &["https://{host}/category/{name}/feed/", "https://{host}/feed/"], example: "https://tide.wordpress.com/category/ferries/" },
    Site { kind: "WordPress", host: "*.wordpress.com", path: "/tag/{name}/**", feeds: &["https://{host}/tag/{name}/feed/", "https://{host}/feed/"], example: "https://tide.wordpress.com/tag/ferries/" },
    Site { kind: "WordPress", host: "*.wordpress.com", path: "/**", feeds: &["https://{host}/feed/"], example: "https://tide.wordpress.com/2026/01/a-day/" },
    Site { kind: "Blogger", host: "*.blogspot.com", path: "/search/label/{label}", feeds: &["https://{host}/feeds/posts/default/-/{label}", "https://{host}/feeds/posts/default"], example: "https://tide.blogspot.com/search/label/ferries" },
    Site { kind: "Blogger", host: "*.blogspot.com", path: "/**", feeds: &["https://{host}/feeds/posts/default"], example: "https://tide.blogspot.com/2026/01/a.html" },
    Site { kind: "Vimeo", host: "vimeo.com", path: "/channels|groups/{name}/**", feeds: &["https://vimeo.com/channels/{name}/videos/rss", "https://vimeo.com/groups/{name}/videos/rss"], example: "https://vimeo.com/channels/harbour" },
    Site { kind: "Vimeo", host: "vimeo.com", path: "/{name}/**", feeds: &["https://vimeo.com/{name}/videos/rss"], example: "https://vimeo.com/tidefilms" },
    Site { kind: "Dailymotion", host: "dailymotion.com", path: "/playlist/{id}/**", feeds: &["https://www.dailymotion.com/rss/playlist/{id}"], example: "https://www.dailymotion.com/playlist/x1" },
    Site { kind: "Dailymotion", host: "dailymotion.com", path: "/{name}", feeds: &["https://www.dailymotion.com/rss/user/{name}"], example: "https://www.dailymotion.com/tidetv" },
    Site { kind: "Flickr", host: "flickr.com", path: "/photos/tags/{tag}/**", feeds: &["https://www.flickr.com/services/feeds/photos_public.gne?format=atom&tags={tag}"], example: "https://www.flickr.com/photos/tags/ferry/" },
    Site { kind: "Flickr", host: "flickr.com", path: "/photos/{id}@N{n}/**", feeds: &["https://www.flickr.com/services/feeds/photos_public.gne?format=atom&id={id}%40N{n}"], example: "https://www.flickr.com/photos/1@N02/" },
    Site { kind: "Hacker News", host: "news.ycombinator.com", path: "/**", feeds: &["https://news.ycombinator.com/rss"], example: "https://news.ycombinator.com/news" },
    Site { kind: "Lobsters", host: "lobste.rs", path: "/t/{tag}", feeds: &["https://lobste.rs/t/{tag}.rss"], example: "https://lobste.rs/t/rust" },
    Site { kind: "Lobsters", host: "lobste.rs", path: "/**", feeds: &["https://lobste.rs/rss"], example: "https://lobste.rs/" },
    Site { kind: "Apple Podcasts", host: "podcasts.apple.com", path: "/**", feeds: &[], example: "https://podcasts.apple.com/us/podcast/the-tide/id12" },
    Site { kind: "DEV", host: "dev.to", path: "/t/{tag}/**", feeds: &["https://dev.to/feed/tag/{tag}"], example: "https://dev.to/t/rust" },
    Site { kind: "DEV", host: "dev.to", path: "/{name}/**", feeds: &["https://dev.to/feed/{name}"], example: "https://dev.to/ann" },
    Site { kind: "Hashnode", host: "*.hashnode.dev", path: "/**", feeds: &["https://{host}/rss.xml"], example: "https://ann.hashnode.dev/" },
    Site { kind: "Bear", host: "*.bearblog.dev", path: "/**", feeds: &["https://{host}/feed/"], example: "https://ann.bearblog.dev/a-day/" },
    Site { kind: "Micro.blog", host: "*.micro.blog", path: "/**", feeds: &["https://{host}/feed.xml"], example: "https://ann.micro.blog/" },
    Site { kind: "Buttondown", host: "buttondown.com", path: "/{name}/**", feeds: &["https://buttondown.com/{name}/rss"], example: "https://buttondown.com/tide/archive" },
    Site { kind: "Letterboxd", host: "letterboxd.com", path: "/{name}/**", feeds: &["https://letterboxd.com/{name}/rss/"], example: "https://letterboxd.com/ann/" },
    Site { kind: "Pinterest", host: "pinterest.com", path: "/{name}/{board}", feeds: &["https://www.pinterest.com/{name}/{board}.rss"], example: "https://www.pinterest.com/ann/boats/" },
    Site { kind: "Pinterest", host: "pinterest.com", path: "/{name}", feeds: &["https://www.pinterest.com/{name}/feed.rss"], example: "https://www.pinterest.com/ann/" },
    Site { kind: "Steam", host: "store.steampowered.com", path: "/app/{id}/**", feeds: &["https://store.steampowered.com/feeds/news/app/{id}"], example: "https://store.steampowered.com/app/12/Tide/" },
    Site { kind: "arXiv", host: "arxiv.org", path: "/list/{subject}/**", feeds: &["https://rss.arxiv.org/rss/{subject}"], example: "https://arxiv.org/list/cs.CL/recent" },
    Site { kind: "Lemmy", host: "*", path: "/c/{name}/**", feeds: &["https://{host}/feeds/c/{name}.xml"], example: "https://lemmy.example/c/ferries" },
    Site { kind: "PeerTube", host: "*", path: "/a/{name}/videos/**", feeds: &["https://{host}/feeds/videos.xml?accountName={name}"], example: "https://tube.example/a/ann/videos" },
    Site { kind: "Mastodon", host: "*", path: "/@{name}/tagged/{tag}", feeds: &["https://{host}/@{name}/tagged/{tag}.rss", "https://{host}/@{name}.rss"], example: "https://social.example/@ann/tagged/ferries" },
    Site { kind: "Mastodon", host: "*", path: "/@{name}@{home}/**", feeds: &["https://{home}/@{name}.rss"], example: "https://social.example/@ann@other.example" },
    Site { kind: "Mastodon", host: "*", path: "/@{name}.rss", feeds: &[], example: "https://social.example/@ann.rss" },
    Site { kind: "Mastodon", host: "*", path: "/@{name}/**", feeds: &["https://{host}/@{name}.rss", "https://{host}/@{name}.atom"], example: "https://social.example/@ann/with_replies" },
    Site { kind: "Mastodon", host: "*", path: "/users/{name}.rss", feeds: &[], example: "https://social.example/users/ann.rss" },
    Site { kind: "Mastodon", host: "*", path: "/users/{name}", feeds: &["https://{host}/@{name}.rss", "https://{host}/users/{name}.rss"], example: "https://social.example/users/ann" },
    Site { kind: "Mastodon", host: "*", path: "/tags/{tag}.rss", feeds: &[], example: "https://social.example/tags/ferries.rss" },
    Site { kind: "Mastodon", host: "*", path: "/tags/{tag}", feeds: &["https://{host}/tags/{tag}.rss"], example: "https://social.example/tags/ferries" },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_reached_by_its_example_and_writes_a_whole_address() {
        for site in SITES {
            let page = Url::parse(site.example).unwrap();
            let parts = Parts::new(&page);
            let first = SITES.iter().find(|other| parts.matches(other.host, other.path).is_some()).unwrap();
            assert!(std::ptr::eq(first, site), "{} is shadowed by {}", site.example, first.path);
            let feeds = feeds_of(&page);
            assert_eq!(feeds.len(), site.feeds.len(), "{}", site.example);
            assert!(feeds.iter().all(|feed| !feed.as_str().contains(['{', '}'])), "{feeds:?}");
        }
    }

    #[test]
    fn every_kind_of_site_stands_in_the_docs() {
        let docs = include_str!("../../../../docs/feeds-in.md");
        for kind in kinds() {
            assert!(docs.contains(&format!("\n| {kind} | ")), "docs/feeds-in.md has no row for {kind}");
        }
    }

    #[test]
    fn the_systems_most_readers_ask_for_are_found() {
        let first = |page: &str| feeds_of(&Url::parse(page).unwrap()).first().map(Url::to_string);
        for (page, feed) in [
            (
                "https://www.youtube.com/channel/UCabc",
                "https://www.youtube.com/feeds/videos.xml?playlist_id=UULFabc",
            ),
            ("https://social.example/@ann", "https://social.example/@ann.rss"),
            ("https://social.example/@ann@other.example", "https://other.example/@ann.rss"),
            ("https://old.reddit.com/r/ferries/top", "https://www.reddit.com/r/ferries/.rss"),
            ("https://github.com/tide/harbour", "https://github.com/tide/harbour/releases.atom"),
            ("https://tide.substack.com/p/a-letter", "https://tide.substack.com/feed"),
            ("https://bsky.app/profile/ann.example/", "https://bsky.app/profile/ann.example/rss"),
            (
                "https://www.flickr.com/photos/1@N02/",
                "https://www.flickr.com/services/feeds/photos_public.gne?format=atom&id=1%40N02",
            ),
        ] {
            assert_eq!(first(page).as_deref(), Some(feed));
        }
        for page in ["https://tide.example/about", "https://tide.example/", "https://social.example/@ann.rss"]
        {
            assert_eq!(first(page), None, "{page}");
        }
    }

    #[test]
    fn what_was_taken_cannot_leave_its_place() {
        let page = Url::parse("https://www.youtube.com/playlist?list=PL%26channel_id%3DUCx%23y").unwrap();
        let feed = feeds_of(&page).remove(0);
        assert_eq!(feed.query_pairs().count(), 1);
        assert_eq!(feed.fragment(), None);
        let port = Url::parse("http://social.example:8080/@ann").unwrap();
        assert_eq!(feeds_of(&port).remove(0).as_str(), "http://social.example:8080/@ann.rss");
    }
}
