//! The picture an article is shown with: what the page states for those who share it, else its structured data, else
//! the figure under the headline. It refuses logos, placeholders and drawings of the page. Start at [`lead`].

use super::stated::{Picture, size};
use crate::Page;
use crate::choose::fold;
use crate::hints::Hints;
use crate::structured::{Item, Stated};
use crate::tree::{Name, Tag, Tree};
use url::Url;
use wireroom_model::LeadImage;
use wireroom_text::markup;

/// Longest address and longest text that stands for a picture, in characters.
const MAX_URL: usize = 2_000;
const MAX_ALT: usize = 300;
/// A picture stated to be smaller than this in either direction is a mark, not a picture of an article.
const MIN_PIXELS: u32 = 100;
/// Pictures of one place that are looked at.
const MAX_PICTURES: usize = 12;
/// How many nodes after the headline the lead figure may stand.
const NEAR: usize = 300;

/// Words of addresses that belong to no article's picture.
const JUNK: &[&str] = &[
    "logo",
    "logos",
    "placeholder",
    "default",
    "sprite",
    "sprites",
    "blank",
    "icon",
    "icons",
    "favicon",
    "avatar",
    "avatars",
    "pixel",
    "spacer",
    "noimage",
    "noimg",
    "dummy",
    "fallback",
    "gravatar",
    "transparent",
    "loader",
    "loading",
    "opengraph",
    "ogimage",
    "socialshare",
    "defaultimage",
    "brand",
    "apple",
];

/// The lead image, absolute.
pub fn lead(
    page: &Page<'_>,
    tree: &Tree,
    stated: &Stated,
    item: &Item,
    heading: Option<usize>,
) -> Option<LeadImage> {
    let shown = figure(tree, heading);
    let mut all = shared(stated);
    all.extend(item.facts.pictures.iter().take(MAX_PICTURES).cloned());
    all.extend(marked(tree, stated));
    let resolved = |picture: &Picture| Some((absolute(page, &picture.url)?, picture.clone()));
    let all: Vec<(Url, Picture)> =
        all.iter().filter_map(resolved).filter(|(url, p)| !is_junk(url, p)).collect();
    let shown = shown.as_ref().and_then(resolved).filter(|(url, p)| !is_junk(url, p));
    let (url, picture) = all.first().or(shown.as_ref())?;
    let same = |other: &&(Url, Picture)| file(&other.0) == file(url);
    let others = || all.iter().chain(shown.as_ref()).filter(same);
    // Width and height of one statement, never of two.
    let sized = others().filter(|o| o.0 == *url).find(|(_, p)| p.width.is_some() && p.height.is_some());
    let (width, height) = sized.map_or((picture.width, picture.height), |(_, p)| (p.width, p.height));
    let alt = others().map(|(_, p)| alt(&p.alt)).find(|a| a.is_some()).flatten();
    Some(LeadImage { url: url.to_string(), width, height, alt })
}

fn alt(text: &str) -> Option<String> {
    let text: String = markup::line(text).trim().chars().take(MAX_ALT).collect();
    (text.chars().filter(|c| c.is_alphabetic()).count() >= 3).then_some(text)
}

/// What is stated for those who share the page.
fn shared(stated: &Stated) -> Vec<Picture> {
    let values = |name: &str| stated.metas.get(name).map(Vec::as_slice).unwrap_or_default();
    let mut out = Vec::new();
    for (names, width, height, alt) in [
        (
            ["og:image", "og:image:url", "og:image:secure_url"].as_slice(),
            "og:image:width",
            "og:image:height",
            "og:image:alt",
        ),
        (
            ["twitter:image", "twitter:image:src"].as_slice(),
            "twitter:image:width",
            "twitter:image:height",
            "twitter:image:alt",
        ),
    ] {
        for name in names {
            let urls = values(name);
            for (at, url) in urls.iter().enumerate().take(MAX_PICTURES) {
                // Sizes stand behind their pictures: with fewer sizes than pictures only the first is sure.
                let sure = at == 0 || values(width).len() == urls.len();
                let number = |name: &str| values(name).get(at).filter(|_| sure).and_then(|v| size(v));
                let alt = values(alt).get(at).cloned().unwrap_or_default();
                out.push(Picture { url: url.clone(), width: number(width), height: number(height), alt });
            }
        }
    }
    out
}

/// `rel=image_src`, microdata, and the older meta elements.
fn marked(tree: &Tree, stated: &Stated) -> Vec<Picture> {
    let links = tree.all(Tag::Link).filter(|at| tree.attribute(*at, Name::Rel) == Some("image_src"));
    let linked = links.take(MAX_PICTURES).filter_map(|at| tree.attribute(at, Name::Href)).map(str::to_owned);
    let named = ["image", "thumbnail", "sailthru.image.full", "parsely-image-url"];
    let metas = named.iter().filter_map(|name| stated.metas.get(*name)?.first().cloned());
    linked.chain(metas).map(|url| Picture { url, ..Picture::default() }).collect()
}

/// The first picture of a figure near the headline.
fn figure(tree: &Tree, heading: Option<usize>) -> Option<Picture> {
    let from = heading?;
    let near = from..tree.nodes.len().min(from + NEAR);
    let junk = Hints::JUNK.with(Hints::COMMENTS).with(Hints::AUTHOR).with(Hints::HIDDEN);
    near.filter(|at| tree.tag(*at) == Tag::Img)
        .filter(|at| {
            !tree
                .around(*at)
                .take(6)
                .any(|above| tree.hints(above).has(junk) || tree.tag(above) == Tag::Aside)
        })
        .filter(|at| tree.around(*at).take(6).any(|above| tree.tag(above) == Tag::Figure))
        .find_map(|at| {
            let address = |name: Name| tree.attribute(at, name).filter(|src| !src.starts_with("data:"));
            let url = address(Name::Src).or_else(|| address(Name::LazySrc))?.to_owned();
            let number = |name: Name| tree.attribute(at, name).and_then(size);
            let alt = tree.attribute(at, Name::Alt).unwrap_or("").to_owned();
            Some(Picture { url, width: number(Name::Width), height: number(Name::Height), alt })
        })
}

fn absolute(page: &Page<'_>, raw: &str) -> Option<Url> {
    let raw = raw.trim();
    if raw.is_empty() || raw.chars().nth(MAX_URL).is_some() {
        return None;
    }
    let url = match page.url {
        Some(base) => base.join(raw).ok()?,
        None => Url::parse(raw).ok()?,
    };
    (matches!(url.scheme(), "http" | "https") && url.has_host()).then_some(url)
}

fn is_junk(url: &Url, picture: &Picture) -> bool {
    let path = url.path().to_lowercase();
    let drawn = [".svg", ".ico"].iter().any(|end| path.ends_with(end));
    let front = path.len() <= 1 && url.query().is_none();
    let file = path.rsplit('/').next().unwrap_or("");
    let stem = file.split('.').next().unwrap_or("");
    let words: Vec<&str> = stem.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).collect();
    // One word among many may be the subject's ("new-logo-for-the-harbour-board"): short names alone are told by it.
    const SUBJECT: usize = 4;
    let named = words.len() <= SUBJECT && words.iter().any(|w| JUNK.contains(w));
    let noimage = [
        "no-image",
        "no_image",
        "noimage",
        "default-image",
        "default_image",
        "placeholder",
        "og-default",
        "share-default",
    ];
    let told = noimage.iter().any(|n| path.contains(n));
    let small = [picture.width, picture.height].into_iter().flatten().any(|n| n < MIN_PIXELS);
    drawn || front || named || told || small
}

/// The file's name without its size ("quay-1024x683.jpg" is "quay").
fn file(url: &Url) -> String {
    let file = url.path().rsplit('/').next().unwrap_or("");
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let bare = match stem.rsplit_once('-') {
        Some((before, size))
            if size.split('x').all(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit())) =>
        {
            before
        }
        _ => stem,
    };
    fold(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn junk(url: &str) -> bool {
        is_junk(&Url::parse(url).unwrap(), &Picture::default())
    }

    #[test]
    fn logos_and_placeholders_are_no_lead_images() {
        for url in [
            "https://post.example/img/logo.png",
            "https://post.example/img/harbour-post-logo.jpg",
            "https://post.example/static/og-default.png",
            "https://post.example/a/placeholder/16x9.jpg",
            "https://post.example/quay.svg",
            "https://post.example/favicon.ico",
            "https://post.example/",
        ] {
            assert!(junk(url), "{url}");
        }
        for url in [
            "https://post.example/2026/11/quay.jpg",
            "https://post.example/img/new-logo-for-the-harbour-board-shown.jpg",
            "https://img.example/?id=77",
        ] {
            assert!(!junk(url), "{url}");
        }
        assert!(is_junk(
            &Url::parse("https://post.example/x.jpg").unwrap(),
            &Picture { width: Some(48), ..Picture::default() }
        ));
    }
}
