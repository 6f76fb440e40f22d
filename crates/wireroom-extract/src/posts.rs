//! Embedded posts and films of other services: which elements hold them, where they come from and who wrote them.
//! It knows services by the form of their addresses, and refuses to call a frame of any other address content.
//! Start at [`posts`], [`Source::of_post`] and [`Source::of_frame`].

use crate::hints::Hints;
use crate::tree::{Name, Tag, Tree};
use std::collections::BTreeSet;
use url::Url;

/// Most embedded posts of one page.
const MAX_POSTS: usize = 400;
/// Longest line that names a post's author, in characters.
const MAX_AUTHOR: usize = 120;

/// Where an embedded post or film stands, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// An absolute address.
    pub address: String,
    /// "X", "YouTube"; the host's name for a service that is not known.
    pub service: String,
    /// As the page shows it: "Ada Fenn (@adafenn)", or the title of a film.
    pub author: Option<String>,
}

/// The quotations that are posts: by the name that the service's script looks for, or by the link at their end.
pub fn posts(tree: &Tree) -> BTreeSet<usize> {
    let mut posts = BTreeSet::new();
    let mut end = 0;
    for (at, node) in tree.nodes.iter().enumerate() {
        if at < end {
            continue;
        }
        let named = node.hints.has(Hints::POST) && matches!(node.tag, Tag::Quote | Tag::Div | Tag::Section);
        if named || (node.tag == Tag::Quote && ends_with_a_post(tree, at)) {
            posts.insert(at);
            end = node.end;
        }
        if posts.len() >= MAX_POSTS {
            break;
        }
    }
    posts
}

/// A quotation without a name that closes with a link to a post.
fn ends_with_a_post(tree: &Tree, quote: usize) -> bool {
    let Some(link) = tree.subtree(quote).rev().find(|at| tree.tag(*at) == Tag::A) else { return false };
    let after = tree.end(link)..tree.end(quote);
    let closes = after.filter(|at| tree.tag(*at) == Tag::Text).all(|at| tree.text(at).trim().is_empty());
    let Some(href) = tree.attribute(link, Name::Href) else { return false };
    closes && Url::parse(href).is_ok_and(|address| service(&address).is_some_and(|s| s.post))
}

/// A link inside a post that stands for its picture.
pub fn is_picture_link(tree: &Tree, at: usize) -> bool {
    tree.tag(at) == Tag::A && {
        let text = tree.line(at, 40);
        ["pic.twitter.com/", "pic.x.com/", "https://t.co/", "http://t.co/"]
            .iter()
            .any(|s| text.starts_with(s))
    }
}

impl Source {
    /// The source of an embedded post.
    pub fn of_post(tree: &Tree, post: usize, base: Option<&Url>) -> Option<Self> {
        let stated = [Name::PostAddress, Name::Cite].into_iter().find_map(|name| tree.attribute(post, name));
        let links = || {
            tree.subtree(post)
                .rev()
                .filter(|at| tree.tag(*at) == Tag::A)
                .filter_map(|at| tree.attribute(at, Name::Href))
        };
        let named = stated.and_then(|raw| absolute(raw, base));
        let linked =
            links().filter_map(|raw| absolute(raw, base)).find(|url| service(url).is_some_and(|s| s.post));
        let address = named.or(linked).or_else(|| links().find_map(|raw| absolute(raw, base)))?;
        let service = service(&address).map_or_else(
            || address.host_str().unwrap_or_default().trim_start_matches("www.").to_owned(),
            |s| s.name.to_owned(),
        );
        Some(Self { address: without_query(address), service, author: None })
    }

    /// The post or film that a frame shows, by the frame's address.
    pub fn of_frame(tree: &Tree, frame: usize, base: Option<&Url>) -> Option<Self> {
        let stated = [Name::PostAddress, Name::Src, Name::LazySrc].into_iter();
        let address =
            stated.filter_map(|name| tree.attribute(frame, name)).find_map(|raw| absolute(raw, base))?;
        let known = service(&address)?;
        let author = tree.attribute(frame, Name::Title).map(wireroom_text::markup::line).filter(|title| {
            let plain = title.to_lowercase();
            !title.is_empty()
                && title.chars().count() <= MAX_AUTHOR
                && !["video player", "embed", "iframe", "player", "post"]
                    .iter()
                    .any(|word| plain.contains(word))
        });
        Some(Self { address: known.shown(&address)?, service: known.name.to_owned(), author })
    }

    /// What a reader sees: "Ada Fenn (@adafenn), X".
    pub fn label(&self) -> String {
        match &self.author {
            Some(author) => format!("{author}, {}", self.service),
            None => self.service.clone(),
        }
    }
}

/// The author in the line under a post: "— Ada Fenn (@adafenn) May 3, 2025" without its date.
pub fn author(line: &str, date: &str) -> Option<String> {
    let line = line.trim().strip_suffix(date.trim()).unwrap_or(line).trim();
    let line = line.trim_start_matches(['—', '–', '-', '―', ' ']);
    let line = line.strip_prefix("A post shared by ").unwrap_or(line);
    let line = line.trim_end_matches([',', '·', '|', '-', '–', ' ']);
    (!line.is_empty() && line.chars().count() <= MAX_AUTHOR).then(|| line.to_owned())
}

/// The words that services print in place of a post's own.
pub fn is_notice(line: &str) -> bool {
    const NOTICES: [&str; 14] = [
        "view this post on",
        "view this photo on",
        "view on",
        "a post shared by",
        "sieh dir diesen beitrag",
        "ein beitrag geteilt von",
        "voir cette publication",
        "une publication partagée par",
        "ver esta publicación",
        "una publicación compartida",
        "visualizza questo post",
        "un post condiviso da",
        "ver essa foto",
        "uma publicação compartilhada",
    ];
    let line = line.to_lowercase();
    NOTICES.iter().any(|notice| line.starts_with(notice))
}

/// A service by its hosts.
struct Service {
    name: &'static str,
    /// The address is a post's, not a film's or a map's.
    post: bool,
}

fn service(address: &Url) -> Option<Service> {
    let host = address.host_str()?.trim_start_matches("www.").trim_start_matches("m.");
    let path = address.path();
    let is = |hosts: &[&str]| {
        hosts.iter().any(|known| host.strip_suffix(known).is_some_and(|b| b.is_empty() || b.ends_with('.')))
    };
    let holds = |parts: &[&str]| parts.iter().any(|part| path.contains(part));
    let found = |name, post| Some(Service { name, post });
    if is(&["twitter.com", "x.com"]) {
        return found("X", holds(&["/status/", "/statuses/"]));
    }
    if is(&["bsky.app"]) {
        return found("Bluesky", holds(&["/post/", "/app.bsky.feed.post/"]));
    }
    if is(&["instagram.com"]) {
        return found("Instagram", holds(&["/p/", "/reel/", "/tv/"]));
    }
    if is(&["threads.net", "threads.com"]) {
        return found("Threads", holds(&["/post/", "/t/"]));
    }
    if is(&["facebook.com"]) {
        // The other plugins are buttons.
        if path.starts_with("/plugins/") && !holds(&["/post.php", "/video.php"]) {
            return None;
        }
        return found("Facebook", holds(&["/posts/", "/videos/", "/photos/", "/permalink", "/story.php"]));
    }
    if is(&["tiktok.com"]) {
        return found("TikTok", holds(&["/video/", "/embed/"]));
    }
    if is(&["reddit.com", "redditmedia.com"]) {
        return found("Reddit", holds(&["/comments/"]));
    }
    if is(&["t.me", "telegram.me"]) {
        return found("Telegram", path.trim_matches('/').contains('/'));
    }
    if is(&["youtube.com", "youtube-nocookie.com", "youtu.be"]) {
        return found("YouTube", false);
    }
    let films = [
        ("vimeo.com", "Vimeo"),
        ("dailymotion.com", "Dailymotion"),
        ("dai.ly", "Dailymotion"),
        ("twitch.tv", "Twitch"),
        ("streamable.com", "Streamable"),
        ("rumble.com", "Rumble"),
        ("soundcloud.com", "SoundCloud"),
        ("spotify.com", "Spotify"),
        ("acast.com", "Acast"),
        ("podcasts.apple.com", "Apple Podcasts"),
        ("datawrapper.de", "Datawrapper"),
        ("dwcdn.net", "Datawrapper"),
        ("flourish.studio", "Flourish"),
        ("infogram.com", "Infogram"),
        ("documentcloud.org", "DocumentCloud"),
        ("scribd.com", "Scribd"),
        ("openstreetmap.org", "OpenStreetMap"),
    ];
    if let Some((_, name)) = films.iter().find(|(known, _)| is(&[known])) {
        return found(name, false);
    }
    // Mastodon runs on many hosts: "/@name/1234".
    let mut parts = path.trim_matches('/').split('/');
    let handle = parts.next().is_some_and(|part| part.starts_with('@'));
    let number = parts.next().is_some_and(|n| n.len() >= 10 && n.chars().all(|c| c.is_ascii_digit()));
    (handle && number).then_some(Service { name: "Mastodon", post: true })
}

impl Service {
    /// The page that a reader would open, from the address of a frame.
    fn shown(&self, frame: &Url) -> Option<String> {
        let path = frame.path().trim_matches('/');
        let last = path.rsplit('/').next().unwrap_or_default();
        let query = |wanted: &str| {
            frame.query_pairs().find(|(key, _)| key == wanted).map(|(_, value)| value.into_owned())
        };
        let is_word = |word: &str| {
            !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
        };
        Some(match self.name {
            "YouTube" if path.starts_with("embed/") && is_word(last) && last != "videoseries" => {
                format!("https://www.youtube.com/watch?v={last}")
            }
            "Vimeo" if path.starts_with("video/") && is_word(last) => format!("https://vimeo.com/{last}"),
            "Dailymotion" if path.starts_with("embed/video/") => {
                format!("https://www.dailymotion.com/video/{last}")
            }
            "X" => {
                let id = query("id").filter(|id| is_word(id))?;
                format!("https://x.com/i/status/{id}")
            }
            "Facebook" => query("href").and_then(|href| Url::parse(&href).ok()).map(without_query)?,
            "Instagram" => format!(
                "https://www.instagram.com/{}/",
                path.trim_end_matches("/captioned").trim_end_matches("/embed")
            ),
            "Bluesky" => bluesky(path)?,
            "TikTok" => format!("https://www.tiktok.com/embed/{last}"),
            "Telegram" => format!("https://t.me/{path}"),
            "Mastodon" => {
                format!("{}/{}", frame.origin().ascii_serialization(), path.trim_end_matches("/embed"))
            }
            "Reddit" => format!("https://www.reddit.com/{path}/"),
            _ => frame.to_string(),
        })
    }
}

/// "embed/did:plc:x/app.bsky.feed.post/y" as the page of the post.
fn bluesky(path: &str) -> Option<String> {
    let (who, post) = path.trim_start_matches("embed/").split_once("/app.bsky.feed.post/")?;
    Some(format!("https://bsky.app/profile/{who}/post/{post}"))
}

/// An address that a reader can follow; "at://" and a bare "channel/123" are read as their services mean them.
fn absolute(raw: &str, base: Option<&Url>) -> Option<Url> {
    let raw = raw.trim();
    if let Some(post) = raw.strip_prefix("at://") {
        return bluesky(post).and_then(|address| Url::parse(&address).ok());
    }
    if let Some((channel, number)) = raw.split_once('/')
        && !channel.is_empty()
        && channel.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && number.chars().all(|c| c.is_ascii_digit())
        && !number.is_empty()
    {
        return Url::parse(&format!("https://t.me/{raw}")).ok();
    }
    let address = match raw.strip_prefix("//") {
        Some(rest) => Url::parse(&format!("https://{rest}")).ok()?,
        None => Url::parse(raw).ok().or_else(|| base?.join(raw).ok())?,
    };
    matches!(address.scheme(), "http" | "https").then_some(address)
}

/// A post's address without what counts who followed it.
fn without_query(mut address: Url) -> String {
    let counts = |key: &str| {
        key.starts_with("utm_")
            || matches!(key, "ref_src" | "ref_url" | "s" | "t" | "igsh" | "igshid" | "img_index")
    };
    if address.query_pairs().all(|(key, _)| counts(&key)) {
        address.set_query(None);
    }
    address.set_fragment(None);
    address.to_string()
}
