//! Looking for a site's feeds when somebody adds an address: is it a feed, what does the page state, what do systems
//! keep by convention, which usual paths answer. Few requests, one after the other, through the polite way out; each
//! candidate was read before it is offered. Start at [`Pipeline::find_feeds`].

use crate::address::canonical;
use crate::feeds::{feed_address, typed};
use crate::{Pipeline, PipelineError, Result};
use std::collections::BTreeSet;
use url::Url;
use wireroom_feed::discover::{Extent, Found, How, by_address, feeds_in, guesses, looked_up, lookup};
use wireroom_feed::{Hints, SafeFeed, parse};
use wireroom_fetch::{FetchError, Fetched, Purpose, Request};
use wireroom_model::Time;
use wireroom_model::Why;

/// Requests for one address that is added, its own among them.
const MAX_REQUESTS: usize = 14;
/// Candidates that are offered.
const MAX_CANDIDATES: usize = 10;
/// Entries of a candidate that are shown.
const SHOWN: usize = 3;
/// Entries that tell whether two addresses carry the same feed.
const COMPARED: usize = 5;

/// A feed that was read and can be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub address: String,
    /// What the feed calls itself, else what the page calls it.
    pub title: String,
    pub entries: usize,
    /// The headlines it begins with, and when they were published.
    pub latest: Vec<(String, Time)>,
    pub how: How,
    pub extent: Extent,
}

impl Candidate {
    /// How it was found and what it carries, for people.
    pub const fn words(&self) -> &'static str {
        match (self.extent, self.how) {
            (Extent::Comments, _) => "readers’ comments",
            (Extent::Part, How::Stated | How::Linked) => "a part of the site",
            (_, How::Stated) => "named by the page",
            (_, How::Convention) => "where such sites keep it",
            (_, How::Linked) => "linked on the page",
            (_, How::Guess) => "at a usual place",
        }
    }
}

/// What stands at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Looked {
    /// The address itself is a feed.
    Feed(Candidate),
    /// A page; its feeds, best first, at least one.
    Page(Vec<Candidate>),
    /// A page without a feed, and how many addresses were tried.
    Nothing { tried: usize },
    /// It could not be asked; why, in a sentence.
    Silent(Why),
}

impl Looked {
    /// The candidate to take without asking: the only one, or the one that the rest only stand below.
    pub fn best(&self) -> Option<&Candidate> {
        match self {
            Self::Feed(feed) => Some(feed),
            Self::Page(candidates) => {
                let (best, rest) = candidates.split_first()?;
                // A page that states or links several whole feeds leaves the choice to the reader; conventions and
                // usual places are in order.
                let open = matches!(best.how, How::Stated | How::Linked)
                    && rest.iter().any(|other| other.how == best.how && other.extent == best.extent);
                (!open).then_some(best)
            }
            Self::Nothing { .. } | Self::Silent(_) => None,
        }
    }
}

impl Pipeline {
    /// Looks for the feeds at an address. A name and password in it go to its own host alone.
    ///
    /// # Errors
    /// [`PipelineError::Refused`] where it is no address, or leads to where this house may not go.
    pub async fn find_feeds(&self, address: &str) -> Result<Looked> {
        let full = typed(address);
        feed_address(address)?;
        let request =
            Request::new(&full, Purpose::Feed).map_err(|error| PipelineError::Refused(error.into()))?;
        let mut search =
            Search { pipeline: self, asked: BTreeSet::new(), seen: BTreeSet::new(), good: Vec::new() };
        let mut proposed = Vec::new();
        let mut silent = None;
        match search.fetch(&request).await {
            Ok(fetched) => match read(&fetched) {
                Some(feed) => return Ok(Looked::Feed(candidate(&feed, &request.url, None))),
                None => {
                    let html = wireroom_extract::decode(&fetched.body, fetched.content_type.as_deref());
                    proposed = feeds_in(&html, &fetched.url);
                }
            },
            Err(error @ FetchError::Refused { .. }) => return Err(PipelineError::Refused(error.into())),
            // Some sites turn programs away from their pages and not from their feeds.
            Err(error) => {
                let may_have_feeds = matches!(error, FetchError::Status { .. });
                if may_have_feeds && by_address(&request.url).is_empty() && !error.is_gone() {
                    proposed = guesses(&request.url).into_iter().map(guess).collect();
                }
                silent = Some(Why::from(error));
            }
        }
        let known: BTreeSet<Url> = proposed.iter().map(|found| found.address.clone()).collect();
        let more = by_address(&request.url).into_iter().filter(|found| !known.contains(&found.address));
        let mut wanted: Vec<Found> = search.directory(&request.url).await;
        wanted.extend(proposed);
        wanted.extend(more);
        for found in &wanted {
            // Usual places stop at the first that answers; what nobody named is not asked for twice.
            let is_enough = found.how == How::Guess && search.good.iter().any(|c| c.extent == Extent::Whole);
            if is_enough || search.good.len() >= MAX_CANDIDATES {
                break;
            }
            search.probe(found).await;
        }
        let tried = search.asked.len();
        let mut good = search.good;
        good.sort_by_key(|candidate| candidate.extent == Extent::Comments);
        Ok(match (good.is_empty(), silent) {
            (false, _) => Looked::Page(good),
            (true, Some(why)) => Looked::Silent(why),
            (true, None) => Looked::Nothing { tried },
        })
    }
}

fn guess(address: Url) -> Found {
    Found { address, title: None, how: How::Guess, extent: Extent::Whole }
}

/// The requests of one search, and what they brought.
struct Search<'p> {
    pipeline: &'p Pipeline,
    asked: BTreeSet<String>,
    /// Which entries the feeds found so far begin with: the same ones in another format are no second feed.
    seen: BTreeSet<Vec<String>>,
    good: Vec<Candidate>,
}

impl Search<'_> {
    async fn fetch(&mut self, request: &Request) -> std::result::Result<Fetched, FetchError> {
        self.asked.insert(request.url.to_string());
        self.pipeline.fetch(&request.clone().in_line()).await
    }

    /// What a public directory names for this page, where one is known.
    async fn directory(&mut self, page: &Url) -> Vec<Found> {
        let Some(request) = lookup(page).and_then(|at| Request::new(at.as_str(), Purpose::Feed).ok()) else {
            return Vec::new();
        };
        self.fetch(&request).await.map(|answer| looked_up(&answer.body)).unwrap_or_default()
    }

    async fn probe(&mut self, found: &Found) {
        if self.asked.len() >= MAX_REQUESTS || self.asked.contains(found.address.as_str()) {
            return;
        }
        let Ok(request) = Request::new(found.address.as_str(), Purpose::Feed) else { return };
        let Ok(fetched) = self.fetch(&request).await else { return };
        let Some(feed) = read(&fetched) else { return };
        let begins: Vec<String> = feed.entries.iter().take(COMPARED).filter_map(|e| e.link.clone()).collect();
        if begins.is_empty() || self.seen.insert(begins) {
            self.good.push(candidate(&feed, &found.address, Some(found)));
        }
    }
}

fn read(fetched: &Fetched) -> Option<SafeFeed> {
    let hints = Hints { content_type: fetched.content_type.as_deref(), address: Some(&fetched.url) };
    Some(parse(&fetched.body, &hints).ok()?.sanitised(Some(&fetched.url)))
}

fn candidate(feed: &SafeFeed, address: &Url, found: Option<&Found>) -> Candidate {
    let address = canonical(address.as_str()).unwrap_or_else(|| address.to_string());
    let stated = found.and_then(|found| found.title.clone());
    let title = feed.title.clone().filter(|title| !title.trim().is_empty()).or(stated);
    Candidate {
        title: title.unwrap_or_else(|| address.clone()),
        entries: feed.entries.len(),
        latest: feed
            .entries
            .iter()
            .filter_map(|e| Some((e.title_line()?, e.published)))
            .take(SHOWN)
            .collect(),
        how: found.map_or(How::Stated, |found| found.how),
        extent: found.map_or(Extent::Whole, |found| found.extent),
        address,
    }
}
