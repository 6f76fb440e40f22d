//! The pictures and frames of an article with their captions, at their places in the text. Captions that stand beside
//! no picture make a figure of their own. It refuses icons, portraits of authors, pictures that lead elsewhere, and
//! what cleaning left out. Start at [`figures`].

use super::caption::{caption, is_credit, with_credit};
use super::html::{Holder, attribute, escape, holders};
use super::{From, Paragraph, counters, embeds, inline};
use crate::blocks::{Block, Role};
use crate::clean::Kept;
use crate::hints::Hints;
use crate::tree::{Name, Tag};
use std::collections::{BTreeMap, BTreeSet};
use url::Url;
use wireroom_model::Caption;

/// Most figures of one article.
const MAX_FIGURES: usize = 500;
/// How many levels above a caption its picture's element may stand.
const MAX_UP: usize = 5;
/// Most nodes of an element that is looked through for a caption's picture.
const MAX_NODES: usize = 400;
/// Narrower pictures, in pixels, are icons.
const MIN_SIDE: u32 = 64;
/// The width, in pixels, that suits a column of text: the next larger of a set is taken.
const COLUMN: u32 = 960;

/// A picture, a frame or a caption, with what belongs to it.
#[derive(Debug)]
pub struct Figure {
    pub caption: Option<Caption>,
    pictures: Vec<Picture>,
    frame: Option<String>,
    within: Vec<Holder>,
}

#[derive(Debug)]
struct Picture {
    address: String,
    alt: String,
    width: Option<u32>,
    height: Option<u32>,
}

impl Figure {
    /// The figure among the paragraphs; `None` where nothing of it can be shown.
    pub fn paragraph(&self) -> Option<Paragraph> {
        let mut inside: String = self.pictures.iter().map(Picture::html).collect();
        let words = self.caption.as_ref().map(caption_html).unwrap_or_default();
        inside.push_str(&words);
        inside.push_str(self.frame.as_deref().filter(|_| words.is_empty()).unwrap_or_default());
        (!inside.is_empty()).then(|| Paragraph {
            role: Role::Figure,
            text: String::new(),
            html: format!("<figure>{inside}</figure>"),
            within: self.within.clone(),
            bold: 0,
        })
    }
}

impl Picture {
    fn html(&self) -> String {
        let size =
            |name: &str, side: Option<u32>| side.map_or_else(String::new, |px| format!(" {name}=\"{px}\""));
        format!(
            "<img src=\"{}\" alt=\"{}\"{}{}>",
            attribute(&self.address),
            attribute(&self.alt),
            size("width", self.width),
            size("height", self.height)
        )
    }
}

fn caption_html(caption: &Caption) -> String {
    let mut html = String::from("<figcaption>");
    html.push_str(&escape(&caption.text));
    if let Some(credit) = &caption.credit {
        html.push_str(if caption.text.is_empty() { "<small>" } else { " <small>" });
        html.push_str(&escape(credit));
        html.push_str("</small>");
    }
    html.push_str("</figcaption>");
    html
}

/// The figures of an article with their places. `done` are the posts and tables that speak for what they hold.
pub fn figures(from: From<'_>, kept: &Kept, done: &BTreeSet<usize>) -> Vec<(usize, Figure)> {
    let nodes: BTreeSet<usize> =
        kept.blocks.iter().filter_map(|at| from.blocks.list.get(*at)).map(|b| b.first).collect();
    let mut groups: BTreeMap<usize, Vec<&Block>> = BTreeMap::new();
    let captions = kept.captions.iter().copied().chain(beyond(from));
    for block in captions.filter_map(|at| from.blocks.list.get(at)) {
        groups.entry(group(from, block, &nodes)).or_default().push(block);
    }
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut words: BTreeSet<(String, Option<String>)> = BTreeSet::new();
    let mut figures: Vec<(usize, Figure)> = Vec::new();
    let mut taken: Vec<std::ops::Range<usize>> =
        done.iter().map(|at| from.tree.subtree(*at)).chain(from.others.iter().cloned()).collect();
    for (node, blocks) in groups.into_iter().take(MAX_FIGURES) {
        let caption = caption_of(from, node, &blocks);
        let caption = caption.filter(|c| words.insert((c.text.clone(), c.credit.clone())));
        let pictures = from.tree.subtree(node).filter(|at| from.tree.tag(*at) == Tag::Img);
        let pictures = pictures.filter_map(|at| picture(from, at)).filter(|p| seen.insert(p.address.clone()));
        let pictures: Vec<Picture> = pictures.collect();
        let mut frames = from.tree.subtree(node).filter(|at| from.tree.tag(*at) == Tag::Frame);
        let frame = frames.find_map(|at| embeds::frame(from, at));
        // A name for credits alone stands on bylines and on thanks too.
        let shown = |b: &&Block| b.in_figure || b.role == Role::Caption;
        let named = |b: &&Block| b.hints.has(Hints::CAPTION) && !b.hints.has(Hints::CREDIT);
        if pictures.is_empty() && frame.is_none() && !blocks.iter().any(|b| shown(b) || named(b)) {
            continue;
        }
        // Beside a portrait stands its writer's name.
        if blocks.iter().all(|b| !shown(b) && !b.hints.has(Hints::CAPTION) && is_short_as_a_name(b)) {
            continue;
        }
        let within = holders(from.tree, from.node, node);
        taken.push(from.tree.subtree(node));
        figures.push((node, Figure { caption, pictures, frame, within }));
    }
    for at in span(from, &nodes) {
        if figures.len() >= MAX_FIGURES {
            break;
        }
        let is_post = from.blocks.is_post(at);
        let shows = is_post || matches!(from.tree.tag(at), Tag::Img | Tag::Frame);
        if !shows || taken.iter().any(|t| t.contains(&at)) || !is_own(from, at) {
            continue;
        }
        let (mut pictures, mut frame) = (Vec::new(), None);
        if is_post {
            taken.push(from.tree.subtree(at));
            frame = embeds::post(from, at).filter(|html| seen.insert(html.clone()));
        } else if from.tree.tag(at) == Tag::Frame {
            frame = embeds::frame(from, at).filter(|html| seen.insert(html.clone()));
        } else {
            pictures.extend(picture(from, at).filter(|p| seen.insert(p.address.clone())));
        }
        let within = holders(from.tree, from.node, from.tree.parent(at));
        figures.push((at, Figure { caption: None, pictures, frame, within }));
    }
    figures.sort_by_key(|(at, _)| *at);
    let mut captions: Vec<&mut Caption> =
        figures.iter_mut().filter_map(|(_, f)| f.caption.as_mut()).collect();
    counters::leave_out(&mut captions);
    figures
}

/// Three words or, in scripts without spaces, six characters, and no sentence.
fn is_short_as_a_name(block: &Block) -> bool {
    let spaceless = block.text.chars().any(wireroom_text::words::is_spaceless);
    let short = if spaceless { block.letters <= 18 } else { block.text.split_whitespace().count() <= 3 };
    short && !block.ends_a_sentence()
}

/// Captions of figures behind the chosen part, in the element that holds it with the headline: a gallery's pictures
/// often stand below its words. Figures that lead elsewhere are teasers.
fn beyond(from: From<'_>) -> Vec<usize> {
    const MIN_CAPTION: usize = 8;
    let mut holder = from.node;
    while holder > from.span.start {
        holder = from.tree.parent(holder);
    }
    if holder == from.node || matches!(from.tree.tag(holder), Tag::Html | Tag::Body | Tag::Block) {
        return Vec::new();
    }
    let behind = from.blocks.between(from.tree.end(from.node), from.tree.end(holder));
    let own = |at: &usize| {
        from.blocks.list.get(*at).is_some_and(|b| {
            b.role == Role::Caption
                && !b.is_pruned()
                && b.letters >= MIN_CAPTION
                && b.link_share() < 0.5
                && !from.others.iter().any(|other| other.contains(&b.first))
                && !is_teaser(from, b, holder)
        })
    };
    behind.filter(own).take(MAX_FIGURES).collect()
}

/// A figure in a link, around one, or in a box with a headline.
fn is_teaser(from: From<'_>, block: &Block, holder: usize) -> bool {
    let mut at = block.node;
    for _ in 0..MAX_UP {
        if at <= holder || from.tree.subtree(at).len() > MAX_NODES {
            return false;
        }
        if matches!(from.tree.tag(at), Tag::Figure | Tag::Li | Tag::Article | Tag::A) {
            let leads = |n: usize| match from.tree.tag(n) {
                Tag::A => leads_elsewhere(from, n) || from.tree.tag(at) == Tag::A,
                Tag::Heading(_) => true,
                _ => false,
            };
            if from.tree.subtree(at).any(leads) {
                return true;
            }
        }
        at = from.tree.parent(at);
    }
    false
}

/// The part of the page between headline and last paragraph: pictures outside it are others'.
fn span(from: From<'_>, nodes: &BTreeSet<usize>) -> std::ops::Range<usize> {
    let (Some(&first), Some(&last)) = (nodes.first(), nodes.last()) else { return 0..0 };
    let mut holder = from.tree.parent(last);
    while crate::tree::is_inline(from.tree.tag(holder)) && holder > 0 {
        holder = from.tree.parent(holder);
    }
    // A picture or film right behind the last paragraph, in the same element, closes the text.
    let around = from.tree.parent(holder).max(from.node);
    from.span.start.min(first)..from.tree.end(around).min(from.span.end).max(last)
}

/// Neither furniture nor beside the text nor a way to another page.
fn is_own(from: From<'_>, at: usize) -> bool {
    // A post is left out for itself: what holds it decides.
    let mut above = if from.blocks.is_post(at) { from.tree.parent(at) } else { at };
    if from.blocks.is_pruned(above) {
        return false;
    }
    while above > from.node.min(at) && above > 0 {
        let hints = from.tree.hints(above);
        let beside = Hints::META.with(Hints::AUTHOR).with(Hints::HIDDEN).with(Hints::OUTLET);
        if hints.has(beside) || matches!(from.tree.tag(above), Tag::Header | Tag::Table) && above != from.node
        {
            return hints.has(Hints::BODY);
        }
        if from.tree.tag(above) == Tag::A && leads_elsewhere(from, above) {
            return false;
        }
        above = from.tree.parent(above);
    }
    // Above the chosen part only what is set as a figure.
    from.tree.subtree(from.node).contains(&at) || in_figure(from, at)
}

fn in_figure(from: From<'_>, at: usize) -> bool {
    let mut above = at;
    for _ in 0..MAX_UP {
        above = from.tree.parent(above);
        if matches!(from.tree.tag(above), Tag::Figure | Tag::Picture) {
            return true;
        }
    }
    false
}

/// A link around a picture that leads to no picture: a teaser, or another house's offer.
fn leads_elsewhere(from: From<'_>, link: usize) -> bool {
    let Some(href) = from.tree.attribute(link, Name::Href) else { return false };
    let path = href.split(['?', '#']).next().unwrap_or_default().to_lowercase();
    let to_picture =
        [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"].iter().any(|end| path.ends_with(end));
    let words = from
        .tree
        .subtree(link)
        .any(|at| from.tree.tag(at) == Tag::Text && !from.tree.text(at).trim().is_empty());
    let foreign = match (Url::parse(href), from.base) {
        (Ok(there), Some(here)) => there.host_str() != here.host_str(),
        _ => false,
    };
    !to_picture && !path.is_empty() && (words || foreign)
}

/// The element that holds a caption and its picture: the figure, or the nearest with a picture and none of the text.
fn group(from: From<'_>, block: &Block, text: &BTreeSet<usize>) -> usize {
    let is_free = |node: usize| text.range(from.tree.subtree(node)).next().is_none();
    let mut node = block.node;
    let mut words = node;
    for _ in 0..MAX_UP {
        if node == 0 || from.tree.subtree(node).len() > MAX_NODES || !is_free(node) {
            break;
        }
        let pictures = from.tree.subtree(node).any(|at| matches!(from.tree.tag(at), Tag::Img | Tag::Frame));
        if from.tree.tag(node) == Tag::Figure || pictures {
            return node;
        }
        if from.tree.tag(node) == Tag::Caption || from.tree.hints(node).has(Hints::CAPTION) {
            words = node;
        }
        node = from.tree.parent(node);
    }
    words
}

/// The caption of a group: its credit is what a name, the last element of its own, or the words themselves say.
fn caption_of(from: From<'_>, node: usize, blocks: &[&Block]) -> Option<Caption> {
    let (mut text, mut credit) = (String::new(), String::new());
    let many = blocks.len() > 1;
    for (place, block) in blocks.iter().enumerate() {
        let apart = credited(from, block);
        let (own, by) = match apart {
            Some(at) => split(from, block, at),
            None if many && place > 0 && place + 1 == blocks.len() && is_credit(&block.text) => {
                (String::new(), block.text.clone())
            }
            None => (block.text.clone(), String::new()),
        };
        for (all, more) in [(&mut text, own), (&mut credit, by)] {
            if !more.trim().is_empty() && !all.contains(more.trim()) {
                all.push_str(if all.is_empty() { "" } else { " " });
                all.push_str(more.trim());
            }
        }
    }
    let _ = node;
    if credit.is_empty() { caption(&text) } else { with_credit(&text, &credit) }
}

/// The element of a caption's block that holds its credit.
fn credited(from: From<'_>, block: &Block) -> Option<usize> {
    if from.tree.hints(block.node).has(Hints::CREDIT) {
        return Some(block.node);
    }
    let inside = block.first..=block.last;
    let mut own = inline::around(from.tree, block).into_iter().chain(inside.clone());
    let named = own.find(|at| from.tree.hints(*at).has(Hints::CREDIT));
    named.or_else(|| {
        // The last element with words of its own, behind other words.
        let last = inside.rev().find(|at| {
            matches!(from.tree.tag(*at), Tag::Inline | Tag::Em | Tag::Custom | Tag::Block)
                && from.tree.end(*at) > block.last
                && *at > block.first
        })?;
        is_credit(&from.tree.line(last, 120)).then_some(last)
    })
}

/// A block's words without those of an element, and the element's.
fn split(from: From<'_>, block: &Block, apart: usize) -> (String, String) {
    let (mut own, mut by) = (String::new(), String::new());
    for at in block.first..=block.last {
        if from.tree.tag(at) == Tag::Text && !from.blocks.is_pruned(at) {
            let to = if from.tree.subtree(apart).contains(&at) { &mut by } else { &mut own };
            to.push_str(from.tree.text(at));
        }
    }
    (own, by)
}

/// A picture that can be shown: with an absolute address, and no icon.
fn picture(from: From<'_>, at: usize) -> Option<Picture> {
    let side = |name: Name| {
        let raw = from.tree.attribute(at, name)?.trim().trim_end_matches("px");
        raw.parse::<f32>().ok().filter(|px| px.is_finite() && *px >= 0.0).map(|px| px as u32)
    };
    let (width, height) = (side(Name::Width), side(Name::Height));
    let small = |side: Option<u32>| side.is_some_and(|px| px < MIN_SIDE);
    if small(width) || small(height) {
        return None;
    }
    let address = source(from, at)?;
    let name = address.path().rsplit('/').next().unwrap_or_default().to_lowercase();
    const ICONS: [&str; 10] = [
        "avatar",
        "gravatar",
        "logo",
        "emoji",
        "icon",
        "sprite",
        "spacer",
        "blank.",
        "pixel.",
        "placeholder",
    ];
    if ICONS.iter().any(|word| name.contains(word))
        || address.host_str().is_some_and(|h| h.contains("gravatar"))
    {
        return None;
    }
    let alt = from.tree.attribute(at, Name::Alt).unwrap_or_default();
    let alt = wireroom_text::normal::normalise(alt).replace("\n\n", " ");
    Some(Picture {
        address: address.to_string(),
        alt,
        width: width.filter(|w| *w > 0),
        height: height.filter(|h| *h > 0),
    })
}

/// The address a reader would see: of the picture's set the size that suits a column, else what a script would have
/// put in place, else the plain one.
fn source(from: From<'_>, at: usize) -> Option<Url> {
    let value = |node: usize, name: Name| from.tree.attribute(node, name).filter(|v| !v.trim().is_empty());
    let absolute = |raw: &str| {
        let raw = raw.trim();
        let address = match from.base {
            Some(base) => base.join(raw).ok()?,
            None => Url::parse(raw).or_else(|_| Url::parse(&format!("https:{raw}"))).ok()?,
        };
        matches!(address.scheme(), "http" | "https").then_some(address)
    };
    let sets = [Name::LazySrcset, Name::Srcset];
    let own = sets.iter().filter_map(|name| value(at, *name)).find_map(|set| absolute(best(set, true)?));
    let plain = || [Name::LazySrc, Name::Src].iter().filter_map(|name| value(at, *name)).find_map(absolute);
    let picture = from.tree.parent(at);
    let others = || {
        let sources = from.tree.children(picture).filter(|c| from.tree.tag(*c) == Tag::Source);
        let sources = sources.filter(|_| from.tree.tag(picture) == Tag::Picture);
        sources
            .flat_map(|c| sets.iter().filter_map(move |name| value(c, *name)))
            .find_map(|set| absolute(best(set, false)?))
    };
    own.or_else(plain).or_else(others)
}

/// Of a set of sizes the smallest that fills the column, else the largest. Sets without widths say nothing where
/// `widths` are asked for.
fn best(set: &str, widths: bool) -> Option<&str> {
    /// Most sizes of a set that are looked at.
    const MAX_SIZES: usize = 40;
    let mut found: Option<(u32, &str)> = None;
    let mut words = set.split_ascii_whitespace().take(MAX_SIZES * 2).peekable();
    while let Some(word) = words.next() {
        let address = word.trim_matches(',');
        let size =
            words.next_if(|next| !word.ends_with(',') && next.trim_end_matches(',').ends_with(['w', 'x']));
        let width = size
            .and_then(|size| size.trim_end_matches(',').strip_suffix('w'))
            .and_then(|px| px.parse::<u32>().ok());
        let Some(px) = width.or((!widths).then_some(0)) else { continue };
        let better =
            found.is_none_or(|(best, _)| if best < COLUMN { px > best } else { px >= COLUMN && px < best });
        if better && !address.is_empty() {
            found = Some((px, address));
        }
    }
    found.map(|(_, address)| address)
}
