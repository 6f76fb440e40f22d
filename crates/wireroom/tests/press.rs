//! The rooms against the demo's press, whose truth is known by construction: what was printed is what is found.
//! The same tests run over the press as shipped and over presses generated from seeds.

use std::collections::{BTreeMap, BTreeSet};
use url::Url;
use wireroom::press::{ArticleTruth, Press};
use wireroom_copy::Copies;
use wireroom_extract::{Page, decode, extract};
use wireroom_feed::{Hints, parse};
use wireroom_model::{Article, ArticleId, Extracted, FamilyId, StoryId, Time, When};
use wireroom_story::{Event, Item, State, step};
use wireroom_text::normal::normalise;

const BASE: &str = "http://127.0.0.1:1852";

fn epoch() -> When {
    "2026-03-04T18:00:00Z".parse().unwrap()
}

fn presses() -> Vec<(String, Press)> {
    let shipped = ("shipped".to_owned(), Press::shipped(epoch(), BASE).unwrap());
    let generated =
        [7, 1851].map(|seed| (format!("seed {seed}"), Press::generated(seed, epoch(), BASE).unwrap()));
    std::iter::once(shipped).chain(generated).collect()
}

/// The parts of each page of the last phase, in order.
fn pages(press: &Press) -> BTreeMap<&str, Vec<&ArticleTruth>> {
    let mut pages: BTreeMap<&str, Vec<&ArticleTruth>> = BTreeMap::new();
    for article in &press.truth().articles {
        pages.entry(&article.path).or_default().push(article);
    }
    pages.values_mut().for_each(|parts| parts.sort_by_key(|a| a.part));
    pages
}

fn read(press: &Press, path: &str, phase: u32) -> Vec<Extracted> {
    let answer =
        press.answer(path, phase).unwrap_or_else(|| panic!("{path} is not printed in phase {phase}"));
    let url = Url::parse(&format!("{BASE}{path}")).unwrap();
    extract(&Page::new(&decode(&answer.body, Some(answer.content_type))).at(Some(&url)))
}

/// What differs, told all at once: a press has many pages, and one run should show every fault.
fn none(told: &[String]) {
    assert!(told.is_empty(), "{} faults:\n{}", told.len(), told.join("\n"));
}

#[test]
fn every_page_gives_exactly_the_articles_that_were_printed_on_it() {
    let mut told = Vec::new();
    for (name, press) in presses() {
        let last = press.phases() - 1;
        for (path, parts) in pages(&press) {
            let found = read(&press, path, last);
            if found.len() != parts.len() {
                told.push(format!("{name} {path}: {} articles, {} were printed", found.len(), parts.len()));
                continue;
            }
            for (found, truth) in found.iter().zip(parts) {
                let version = truth.versions.last().unwrap();
                let mut differ = |what: &str, found: &str, printed: &str| {
                    if found != printed {
                        told.push(format!(
                            "{name} {}: {what}\n  found   {found}\n  printed {printed}",
                            truth.id
                        ));
                    }
                };
                // A line of credit at the end may be set apart from the text.
                if found.body != version.without_credit() {
                    differ("body", &found.body, &version.body);
                }
                differ("title", found.title.as_deref().unwrap_or(""), &normalise(&version.title));
                differ("kind", found.kind.as_str(), truth.kind.as_str());
                differ("language", found.lang.as_str(), truth.lang.as_str());
                differ(
                    "agency",
                    found.agency.as_deref().unwrap_or(""),
                    truth.agency.as_deref().unwrap_or(""),
                );
                differ("repeats", &found.repeats.to_string(), &truth.repeats.to_string());
            }
        }
    }
    none(&told);
}

#[test]
fn no_date_is_invented_and_none_that_a_page_states_is_lost() {
    let mut told = Vec::new();
    for (name, press) in presses() {
        for (path, parts) in pages(&press) {
            for (found, truth) in read(&press, path, press.phases() - 1).iter().zip(parts) {
                let day = |time: Time| time.known().map(When::date);
                // A page may leave its date to the feed; what it says must be right.
                if found.published.is_known() && day(found.published) != day(truth.published) {
                    told.push(format!(
                        "{name} {}: {:?}, printed {:?}",
                        truth.id, found.published, truth.published
                    ));
                }
            }
        }
    }
    none(&told);
}

#[test]
fn every_feed_lists_its_entries_in_every_phase() {
    let mut told = Vec::new();
    for (name, press) in presses() {
        for feed in &press.truth().feeds {
            for phase in 0..press.phases() {
                let printed = feed.entries.iter().filter(|(_, from)| *from <= phase).count();
                let Some(answer) = press.answer(&feed.path, phase) else {
                    told.push(format!("{name} {}: no answer in phase {phase}", feed.path));
                    continue;
                };
                let url = Url::parse(&format!("{BASE}{}", feed.path)).unwrap();
                match parse(
                    &answer.body,
                    &Hints { content_type: Some(answer.content_type), address: Some(&url) },
                ) {
                    Ok(read) => {
                        let read = read.sanitised(Some(&url));
                        let dated = read.entries.iter().filter(|e| e.published.is_known()).count();
                        let linked =
                            read.entries.iter().filter(|e| e.link.is_some() && e.title.is_some()).count();
                        if (read.entries.len(), linked) != (printed, printed)
                            || dated != if feed.dated { printed } else { 0 }
                        {
                            told.push(format!(
                                "{name} {}: {printed} printed, {} read, {linked} whole, {dated} dated",
                                feed.path,
                                read.entries.len()
                            ));
                        }
                    }
                    Err(why) => told.push(format!("{name} {}: {why}", feed.path)),
                }
            }
        }
    }
    none(&told);
}

/// What copies and stories make of a press, read phase by phase as a running house would.
struct Reading {
    family: BTreeMap<String, FamilyId>,
    story: BTreeMap<String, StoryId>,
}

fn run(press: &Press) -> Reading {
    let (mut copies, mut state) = (Copies::default(), State::default());
    let mut reading = Reading { family: BTreeMap::new(), story: BTreeMap::new() };
    let mut names: BTreeMap<ArticleId, String> = BTreeMap::new();
    let mut merged: Vec<(StoryId, StoryId)> = Vec::new();
    for phase in 0..press.phases() {
        for (path, parts) in pages(press) {
            let fresh = parts.iter().any(|p| p.phase == phase);
            for (found, truth) in fresh.then(|| read(press, path, phase)).into_iter().flatten().zip(&parts) {
                let id = ArticleId::new(names.len() as u64 + 1).unwrap();
                names.insert(id, truth.id.clone());
                let article = article(id, found, truth);
                let now = epoch();
                let placement = copies.add(&article, now);
                reading.family.insert(truth.id.clone(), placement.family);
                for (moved, family) in placement.moved {
                    reading.family.insert(names[&moved].clone(), family);
                }
                let item = Item { article: &article, family: Some(placement.family) };
                for event in step(&mut state, &item, StoryId::new(id.get()).unwrap(), now) {
                    match event {
                        Event::Opened { story, article, .. }
                        | Event::Joined { story, article, .. }
                        | Event::Corrected { into: story, article, .. } => {
                            reading.story.insert(names[&article].clone(), story);
                        }
                        Event::Merged { from, into, .. } => merged.push((from, into)),
                        Event::Split { into, articles, .. } => {
                            reading.story.extend(articles.iter().map(|a| (names[a].clone(), into)));
                        }
                        Event::Closed { .. } => {}
                    }
                }
                for (from, into) in &merged {
                    reading.story.values_mut().filter(|s| *s == from).for_each(|s| *s = *into);
                }
            }
        }
    }
    reading
}

fn article(id: ArticleId, found: Extracted, truth: &ArticleTruth) -> Article {
    Article {
        id,
        url: found.url,
        outlet: found.outlet.or_else(|| Some(truth.outlet_name.clone())),
        lang: found.lang,
        published: found.published.or(truth.published),
        updated: found.updated,
        title: found.title.unwrap_or_default(),
        authors: found.authors,
        agency: found.agency,
        dateline: found.dateline,
        body: found.body,
        kind: found.kind,
    }
}

/// Groups that one side makes and the other does not, in names.
fn groups_differ<K: Ord>(
    what: &str,
    name: &str,
    found: &BTreeMap<String, K>,
    truth: &BTreeMap<String, String>,
) -> Vec<String> {
    let mut by_found: BTreeMap<&K, BTreeSet<&str>> = BTreeMap::new();
    let mut by_truth: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (article, group) in found {
        by_found.entry(group).or_default().insert(article);
    }
    for (article, group) in truth.iter().filter(|(article, _)| found.contains_key(*article)) {
        by_truth.entry(group).or_default().insert(article);
    }
    let found: BTreeSet<_> = by_found.into_values().collect();
    let truth: BTreeSet<_> = by_truth.into_values().collect();
    let extra = found.difference(&truth).map(|g| format!("{name}: found {what} {g:?}"));
    let missing = truth.difference(&found).map(|g| format!("{name}: printed {what} {g:?}"));
    extra.chain(missing).collect()
}

#[test]
fn every_family_of_copies_is_found_and_none_is_glued() {
    let mut told = Vec::new();
    for (name, press) in presses() {
        let truth = press.truth().articles.iter().map(|a| (a.id.clone(), a.family.clone())).collect();
        told.extend(groups_differ("family", &name, &run(&press).family, &truth));
    }
    none(&told);
}

#[test]
fn every_story_is_told_apart_and_the_unrelated_item_stays_outside() {
    let mut told = Vec::new();
    for (name, press) in presses() {
        let truth = press.truth().articles.iter().map(|a| (a.id.clone(), a.story.clone())).collect();
        told.extend(groups_differ("story", &name, &run(&press).story, &truth));
    }
    none(&told);
}
