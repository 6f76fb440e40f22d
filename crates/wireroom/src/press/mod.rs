//! The demo press: a fictional world of outlets, agencies and stories, printed as feeds and pages from memory.
//! The copies derive from written texts by listed operations, so that the truth is known by construction.
//! It does no IO, reads no clock and repeats itself to the byte; the server that publishes it lives outside.
//! Start at [`Press::shipped`], then [`Press::answer`]; tests read [`Press::truth`].

mod almanac;
mod data;
mod designs;
mod edits;
mod feeds;
mod finish;
mod manifest;
mod page;
mod photo;
mod setting;
mod telling;
mod truth;
mod written;

#[cfg(test)]
mod tests;

pub use truth::{
    ArticleTruth, CountStep, Disagreement, Edit, FeedTruth, MovingCount, OutletTruth, StoryTruth, Truth,
    VersionTruth,
};

use feeds::Entry;
use manifest::{Format, Furniture};
use page::{Link, Page};
use setting::{House, Issue, Print, Set};
use std::collections::BTreeMap;
use std::fmt;
use wireroom_model::When;
use wireroom_text::hash::{mix_v1, word_v1};

/// The most links of a related list.
const RELATED_LINKS: usize = 5;
/// How many of them belong to other stories.
const UNRELATED_LINKS: usize = 2;

/// The whole press, ready to answer.
#[derive(Debug, Clone)]
pub struct Press {
    base: String,
    set: Set,
    furniture: BTreeMap<String, Furniture>,
    feeds: Vec<PressFeed>,
    truth: Truth,
    phases: u32,
}

/// A feed that a reader may subscribe to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PressFeed {
    /// Address without the base: `/harbour-herald/rss.xml`.
    pub path: String,
    /// The outlet's name.
    pub outlet: String,
    pub format: FeedFormat,
}

/// What a feed is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FeedFormat {
    Rss,
    Atom,
    Json,
}

/// What the server sends, with status 200.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub content_type: &'static str,
    pub body: Vec<u8>,
}

/// Why the press's own data cannot be printed: a defect of the data, found by tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PressError(pub String);

impl fmt::Display for PressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the demo press is broken: {}", self.0)
    }
}

impl std::error::Error for PressError {}

impl Press {
    /// The press as written. Every time lies before `epoch`; links start with `base` ("http://127.0.0.1:1852",
    /// without a slash at its end). Errors name the line of the press's own files that is broken.
    pub fn shipped(epoch: When, base: &str) -> Result<Self, PressError> {
        Self::new(None, epoch, base)
    }

    /// Another press of the same structure: other names, figures, wordings, outlets and page designs.
    pub fn generated(seed: u64, epoch: When, base: &str) -> Result<Self, PressError> {
        Self::new(Some(seed), epoch, base)
    }

    fn new(seed: Option<u64>, epoch: When, base: &str) -> Result<Self, PressError> {
        let manifest = manifest::read()?;
        let set = setting::set(&manifest, seed, epoch)?;
        let last = set.prints.iter().flat_map(|print| &print.versions).map(|issue| issue.phase).max();
        let mut press = Self {
            base: base.trim_end_matches('/').to_owned(),
            set,
            furniture: manifest.furniture.clone(),
            feeds: Vec::new(),
            truth: Truth::default(),
            phases: last.unwrap_or(0) + 1,
        };
        press.feeds = press.set.houses.iter().map(press_feed).collect();
        let listed = press.set.houses.iter().zip(&press.feeds);
        let listed = listed.map(|(house, feed)| {
            let entries = press.entries(house, press.phases);
            telling::feed(&feed.path, house, &entries.iter().map(|entry| entry.print).collect::<Vec<_>>())
        });
        let listed = listed.collect();
        press.truth = telling::truth(&press.set, &manifest, listed, |print| press.unrelated(print))?;
        Ok(press)
    }

    /// Every feed of the press.
    pub fn feeds(&self) -> &[PressFeed] {
        &self.feeds
    }

    /// How many waves of publishing there are: phases run from 0 to one less.
    pub fn phases(&self) -> u32 {
        self.phases
    }

    /// What is true by construction.
    pub fn truth(&self) -> &Truth {
        &self.truth
    }

    /// What stands at this path (no base, no query) at this phase; `None` is a 404. Besides feeds and articles:
    /// `/` and `/OUTLET/` (lists that name the feeds), `/feeds.opml`, `/robots.txt` and the photos.
    pub fn answer(&self, path: &str, phase: u32) -> Option<Answer> {
        match path {
            "/robots.txt" => {
                return Some(answer("text/plain; charset=utf-8", "User-agent: *\nAllow: /\n".to_owned()));
            }
            "/feeds.opml" => {
                return Some(answer("text/x-opml; charset=utf-8", feeds::opml(&self.base, &self.feeds)));
            }
            "/" => return Some(answer(HTML, self.lobby())),
            _ => {}
        }
        let listed = self.set.houses.iter().zip(&self.feeds);
        for (house, feed) in listed {
            if feed.path == path {
                return Some(self.feed(house, feed, phase));
            }
            if path.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')) == Some(house.slug.as_str()) {
                return Some(answer(HTML, self.front(house, feed, phase)));
            }
        }
        if path.ends_with(".jpg") {
            return self.photo(path, phase);
        }
        self.article(path, phase).map(|html| answer(HTML, html))
    }

    fn feed(&self, house: &House, feed: &PressFeed, phase: u32) -> Answer {
        let entries = self.entries(house, phase);
        match feed.format {
            FeedFormat::Rss => {
                answer("application/rss+xml; charset=utf-8", feeds::rss(house, &self.base, &entries))
            }
            FeedFormat::Atom => answer(
                "application/atom+xml; charset=utf-8",
                feeds::atom(house, &self.base, &feed.path, &entries),
            ),
            FeedFormat::Json => answer(
                "application/feed+json; charset=utf-8",
                feeds::json(house, &self.base, &feed.path, &entries),
            ),
        }
    }

    /// Pages of the outlet that stand at this phase, newest first.
    fn entries(&self, house: &House, phase: u32) -> Vec<Entry<'_>> {
        let own = self.set.prints.iter().filter(|print| print.outlet == house.id && print.part == 0);
        let mut entries: Vec<Entry<'_>> =
            own.filter_map(|print| Some(Entry { print, issue: print.at(phase)? })).collect();
        entries.sort_by(|a, b| {
            let time = |e: &Entry<'_>| e.print.published.unix();
            time(b).cmp(&time(a)).then_with(|| a.print.id.cmp(&b.print.id))
        });
        entries
    }

    fn article(&self, path: &str, phase: u32) -> Option<String> {
        let mut here = self.set.prints.iter().filter(|print| print.path == path);
        let print = here.next()?;
        let issue = print.at(phase)?;
        let house = self.set.houses.iter().find(|house| house.id == print.outlet)?;
        let beside =
            print.beside.as_ref().and_then(|id| self.set.prints.iter().find(|other| other.id == *id));
        let source =
            print.source.as_ref().and_then(|id| self.set.prints.iter().find(|other| other.id == *id));
        let page = Page {
            base: &self.base,
            house,
            furniture: self.furniture.get(house.lang.as_str())?,
            print,
            issue,
            related: self.related(print, phase).iter().filter_map(|other| self.link(other, phase)).collect(),
            beside: beside.and_then(|other| self.link(other, phase)),
            source: source.map(|other| format!("{}{}", self.base, other.path)),
            parts: here.filter_map(|part| Some((part, part.at(phase)?))).collect(),
        };
        Some(page::rendered(&page))
    }

    fn link(&self, print: &Print, phase: u32) -> Option<Link> {
        let issue: &Issue = print.at(phase)?;
        let address = format!("{}{}", self.base, print.path);
        Some(Link { address, title: issue.title.clone(), teaser: page::teaser(issue) })
    }

    /// The outlet's other pages of the story, then some that have nothing to do with it.
    fn related(&self, print: &Print, phase: u32) -> Vec<&Print> {
        let mut others: Vec<&Print> = (self.set.prints.iter())
            .filter(|other| other.outlet == print.outlet && other.part == 0 && other.path != print.path)
            .filter(|other| other.at(phase).is_some())
            .collect();
        others.sort_by_key(|other| mix_v1(word_v1(&print.id), word_v1(&other.id)));
        let (same, strange): (Vec<&Print>, Vec<&Print>) =
            others.into_iter().partition(|other| other.story == print.story);
        let same = same.into_iter().take(RELATED_LINKS - UNRELATED_LINKS);
        same.chain(strange.into_iter().take(UNRELATED_LINKS)).collect()
    }

    fn unrelated(&self, print: &Print) -> Vec<String> {
        let listed = if print.part == 0 { self.related(print, self.phases) } else { Vec::new() };
        let strange = listed.into_iter().filter(|other| other.story != print.story);
        strange.map(|other| other.id.clone()).chain(print.beside.clone()).collect()
    }

    /// The outlet's own front page, which names its feed.
    fn front(&self, house: &House, feed: &PressFeed, phase: u32) -> String {
        let name = page::escaped(&house.name);
        let links = self.entries(house, phase);
        let links = links.iter().map(|entry| {
            let title = page::escaped(&entry.issue.title);
            format!("<li><a href=\"{}{}\">{title}</a></li>\n", self.base, entry.print.path)
        });
        format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{name}</title>\n\
             <link rel=\"alternate\" type=\"{}\" title=\"{name}\" href=\"{}{}\">\n</head>\n<body>\n<h1>{name}</h1>\n<ul>\n{}</ul>\n</body>\n</html>\n",
            house.lang,
            feed.format.media_type(),
            self.base,
            feed.path,
            links.collect::<String>()
        )
    }

    fn lobby(&self) -> String {
        let links = self.set.houses.iter().map(|house| {
            format!("<li><a href=\"{}/{}/\">{}</a></li>\n", self.base, house.slug, page::escaped(&house.name))
        });
        format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Demo press</title></head>\n\
             <body>\n<h1>Demo press</h1>\n<p>Invented outlets of an invented coast. <a href=\"{}/feeds.opml\">All feeds</a></p>\n\
             <ul>\n{}</ul>\n</body>\n</html>\n",
            self.base,
            links.collect::<String>()
        )
    }

    /// A painting in place of a photo, another one for each story.
    fn photo(&self, path: &str, phase: u32) -> Option<Answer> {
        let (house, number) = path.strip_prefix('/')?.strip_suffix(".jpg")?.split_once("/photos/")?;
        let house = self.set.houses.iter().find(|known| known.slug == house)?;
        let number: u64 = number.parse().ok()?;
        let mut prints = self.set.prints.iter();
        prints.find(|p| p.number == number && p.outlet == house.id && p.at(phase).is_some())?;
        Some(Answer { content_type: "image/jpeg", body: photo::paint(number) })
    }
}

const HTML: &str = "text/html; charset=utf-8";

fn answer(content_type: &'static str, body: String) -> Answer {
    Answer { content_type, body: body.into_bytes() }
}

fn press_feed(house: &House) -> PressFeed {
    let (name, format) = match house.manifest.feed {
        Format::Rss => ("rss.xml", FeedFormat::Rss),
        Format::Atom => ("atom.xml", FeedFormat::Atom),
        Format::Json => ("feed.json", FeedFormat::Json),
    };
    PressFeed { path: format!("/{}/{name}", house.slug), outlet: house.name.clone(), format }
}

impl FeedFormat {
    /// The type that a link to such a feed states.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Rss => "application/rss+xml",
            Self::Atom => "application/atom+xml",
            Self::Json => "application/feed+json",
        }
    }
}
