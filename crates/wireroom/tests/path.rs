//! The whole path: feeds on loopback, the real fetcher, the store. What the press printed stands in the house,
//! whole and once, wave by wave; the shipped press and a generated one.

use crate::manifest;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use wireroom::commands::demo::Newsstand;
use wireroom::config::Config;
use wireroom::house::{House, Pace};
use wireroom::press::{Press, Truth};
use wireroom_model::{ArticleId, Class, Clock, FamilyId, StoryId, When};
use wireroom_pipeline::Reach;
use wireroom_store::Viewer;

/// Seconds between two waves: longer than any feed's interval here.
const WAVE: i64 = 7_200;

#[derive(Debug)]
struct Wound(AtomicI64);

impl Clock for Wound {
    fn now(&self) -> When {
        When::from_unix(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

struct Read {
    house: House,
    truth: Truth,
    base: String,
    _folder: tempfile::TempDir,
}

/// Reads every wave of a press into a fresh house.
async fn read(make: fn(When, &str) -> Press) -> Read {
    let epoch: When = "2026-03-04T18:00:00Z".parse().unwrap();
    let clock = Arc::new(Wound(AtomicI64::new(epoch.unix())));
    let mut kept = None;
    let stand = Newsstand::open_press(|base| {
        let press = make(epoch, base);
        kept = Some((press.truth().clone(), base.to_owned()));
        Ok(press)
    })
    .await
    .unwrap();
    let (truth, base) = kept.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let config =
        Config { data: folder.path().to_owned(), allow: vec![stand.allow.clone()], ..Config::default() };
    let pace = Pace { shortest_poll: 60, spacing: Duration::ZERO, per_host: 8 };
    let house = House::open_with(&config, pace, Arc::<Wound>::clone(&clock)).await.unwrap();
    for feed in &stand.feeds {
        house.pipeline.add_feed(feed, None).await.unwrap();
    }
    loop {
        house.pipeline.drain(Reach::Network).await.unwrap();
        if !stand.advance() {
            break;
        }
        clock.0.fetch_add(WAVE, Ordering::SeqCst);
        for feed in house.store.feeds(Viewer::House).await.unwrap() {
            house.pipeline.poll_now(feed.id).await.unwrap();
        }
    }
    house.pipeline.drain(Reach::Network).await.unwrap();
    Read { house, truth, base, _folder: folder }
}

async fn holds(make: fn(When, &str) -> Press) {
    let read = read(make).await;
    let store = &read.house.store;
    let progress = read.house.pipeline.progress().await.unwrap();
    assert_eq!((progress.failed, progress.failures, progress.waiting()), (0, 0, 0), "{progress:?}");
    assert_eq!(progress.feeds as usize, read.truth.feeds.len());
    let listed: BTreeSet<&str> =
        read.truth.feeds.iter().flat_map(|f| f.entries.iter().map(|(id, _)| id.as_str())).collect();
    assert_eq!(progress.entries as usize, read.truth.feeds.iter().map(|f| f.entries.len()).sum::<usize>());
    let paths: BTreeSet<&str> = read
        .truth
        .articles
        .iter()
        .filter(|a| listed.contains(a.id.as_str()))
        .map(|a| a.path.as_str())
        .collect();
    let (mut told, mut families, mut stories) =
        (Vec::new(), BTreeMap::<FamilyId, BTreeSet<&str>>::new(), BTreeMap::<StoryId, BTreeSet<&str>>::new());
    let mut found = 0;
    let mut names = BTreeMap::new();
    for truth in read.truth.articles.iter().filter(|a| paths.contains(a.path.as_str())) {
        let at = store.articles_at(&format!("{}{}", read.base, truth.path)).await.unwrap();
        names.extend(at.iter().find(|a| a.part == truth.part).map(|a| (a.id, truth.id.as_str())));
    }
    let ids: BTreeMap<&str, ArticleId> = names.iter().map(|(id, name)| (*name, *id)).collect();
    let has_copies =
        |family: &str| read.truth.articles.iter().any(|a| a.family == family && a.parent.is_some());
    for truth in read.truth.articles.iter().filter(|a| paths.contains(a.path.as_str())) {
        let at = store.articles_at(&format!("{}{}", read.base, truth.path)).await.unwrap();
        let Some(article) = at.iter().find(|a| a.part == truth.part) else {
            told.push(format!("{} is not in the house", truth.id));
            continue;
        };
        found += 1;
        let line = store.article_line(article.id, Viewer::House).await.unwrap().unwrap();
        let version = store.current_version(article.id, Viewer::House).await.unwrap().unwrap();
        let last = truth.versions.last().unwrap();
        if version.extracted.body != last.body && version.extracted.body != last.without_credit() {
            told.push(format!(
                "{}: another text stands in the house:\n{}\n-- printed:\n{}",
                truth.id, version.extracted.body, last.body
            ));
        }
        if line.published != truth.published
            && line.published.known().map(When::date) != truth.published.known().map(When::date)
        {
            told.push(format!("{}: published {:?}, printed {:?}", truth.id, line.published, truth.published));
        }
        let copy = line.copy.unwrap();
        let parent = match copy.parent {
            Some(parent) => names.get(&parent).copied(),
            None => None,
        };
        if parent != truth.parent.as_deref() {
            told.push(format!(
                "{}: from {parent:?} by {:?}, printed from {:?}",
                truth.id, copy.reason, truth.parent
            ));
        }
        if (copy.first == Some(article.id)) != truth.parent.is_none() && has_copies(&truth.family) {
            told.push(format!("{}: {:?} stands first in its family", truth.id, copy.first));
        }
        if let Some(parent) = read.truth.articles.iter().find(|a| Some(&a.id) == truth.parent.as_ref()) {
            let of = ids.get(parent.id.as_str()).unwrap();
            let before = store.version_numbered(*of, 1, Viewer::House).await.unwrap().unwrap();
            let first = store.version_numbered(article.id, 1, Viewer::House).await.unwrap().unwrap();
            let faults = manifest::edits_differ(
                &before.title,
                &before.extracted.body,
                &first.title,
                &first.extracted.body,
                &truth.edits,
            );
            told.extend(faults.iter().map(|fault| format!("{}: {fault}", truth.id)));
        }
        families.entry(copy.family).or_default().insert(&truth.family);
        stories.entry(line.story.unwrap()).or_default().insert(&truth.story);
    }
    assert_eq!(progress.articles, found, "articles that nobody printed");
    told.extend(families.values().filter(|f| f.len() > 1).map(|f| format!("one family of {f:?}")));
    told.extend(stories.values().filter(|s| s.len() > 1).map(|s| format!("one story of {s:?}")));
    let printed: BTreeSet<&str> = read.truth.articles.iter().map(|a| a.family.as_str()).collect();
    if families.len() != printed.len() {
        told.push(format!("{} families, {} were printed", families.len(), printed.len()));
    }
    assert!(told.is_empty(), "{} faults:\n{}", told.len(), told.join("\n"));
    assert!(store.verify().await.unwrap().troubles.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_shipped_press_stands_in_the_house_whole_and_once() {
    holds(|epoch, base| Press::shipped(epoch, base).unwrap()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_generated_press_stands_in_the_house_whole_and_once() {
    holds(|epoch, base| Press::generated(1851, epoch, base).unwrap()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_generated_press_stands_in_the_house_whole_and_once() {
    holds(|epoch, base| Press::generated(7, epoch, base).unwrap()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edited_article_has_its_versions_and_the_first_one_still_stands() {
    let read = read(|epoch, base| Press::shipped(epoch, base).unwrap()).await;
    let edited: Vec<_> = read.truth.articles.iter().filter(|a| a.versions.len() > 1).collect();
    assert!(!edited.is_empty());
    for truth in edited {
        let at = read.house.store.articles_at(&format!("{}{}", read.base, truth.path)).await.unwrap();
        let lines = read.house.store.version_lines(at[0].id).await.unwrap();
        assert_eq!(lines.len(), truth.versions.len(), "{}", truth.id);
        let first = read.house.store.version_numbered(at[0].id, 1, Viewer::House).await.unwrap().unwrap();
        let printed = &truth.versions[0];
        assert!(
            [printed.body.as_str(), printed.without_credit()].contains(&first.extracted.body.as_str()),
            "{}",
            truth.id
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changed_between_the_demos_versions_is_classed_where_they_stand() {
    let read = read(|epoch, base| Press::shipped(epoch, base).unwrap()).await;
    let mut found = BTreeSet::new();
    for truth in read.truth.articles.iter().filter(|a| a.versions.len() > 1) {
        let at = read.house.store.articles_at(&format!("{}{}", read.base, truth.path)).await.unwrap();
        let lines = read.house.store.version_lines(at[0].id).await.unwrap();
        assert_eq!(lines[0].changes, None, "{}", truth.id);
        for (line, pair) in lines[1..].iter().zip(truth.versions.windows(2)) {
            let classes = wireroom_copy::classes(line.changes.as_ref().unwrap());
            assert!(!classes.is_empty(), "{}", truth.id);
            assert_eq!(classes.contains(&Class::Headline), pair[0].title != pair[1].title, "{}", truth.id);
            let notice = pair[1].body.contains("Correction:") && !pair[0].body.contains("Correction:");
            assert!(!notice || classes.contains(&Class::Correction), "{}: {classes:?}", truth.id);
            found.extend(classes);
        }
    }
    assert!(found.contains(&Class::Figure) || found.contains(&Class::Correction), "{found:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn reprocessing_everything_changes_no_text_and_no_story() {
    let read = read(|epoch, base| Press::shipped(epoch, base).unwrap()).await;
    let pipeline = &read.house.pipeline;
    let lines = async || {
        let lines = read.house.store.latest_articles(Viewer::House, None, 1_000).await.unwrap();
        lines
            .into_iter()
            .map(|l| (l.id, l.title, l.story, l.versions, l.copy.map(|c| c.family)))
            .collect::<BTreeSet<_>>()
    };
    let before = lines().await;
    pipeline.reread().await.unwrap();
    pipeline.drain(Reach::Local).await.unwrap();
    pipeline.rebuild().await.unwrap();
    pipeline.drain(Reach::Local).await.unwrap();
    let after = lines().await;
    assert_eq!(before.len(), after.len());
    let moved: Vec<_> = before.symmetric_difference(&after).collect();
    assert!(moved.is_empty(), "{moved:#?}");
}
