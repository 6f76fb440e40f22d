//! Scripts that write no spaces, and some that do: fictional news in Chinese, Japanese, Thai, Korean, Arabic and Hindi,
//! each event told by several outlets. Chinese, Japanese and Thai have two events of one saga that must stay apart.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{Article, ArticleId, Kind, Lang, StoryId, Time, When};
use wireroom_story::{Event, Item, State, step};
use wireroom_text::hash::{mix_v1, word_v1};
use wireroom_text::segments::segments;

/// Orders in which each day's articles come.
const ORDERS: u64 = 9;

#[derive(Deserialize)]
struct Row {
    event: String,
    lang: String,
    outlet: String,
    published: Time,
    title: String,
    body: String,
}

/// Each article with its event, by time of publication.
fn press() -> Vec<(String, Article)> {
    let rows = include_str!("fixtures/scripts.jsonl").lines().map(|line| serde_json::from_str(line).unwrap());
    let articles = rows.zip(1..).map(|(row, number): (Row, u64)| {
        let article = Article {
            id: ArticleId::new(number).unwrap(),
            url: None,
            outlet: Some(row.outlet),
            lang: Lang::parse(&row.lang),
            published: row.published,
            updated: Time::Unknown,
            title: row.title,
            authors: Vec::new(),
            agency: None,
            dateline: None,
            body: row.body,
            kind: Kind::Article,
        };
        (row.event, article)
    });
    let mut press: Vec<(String, Article)> = articles.collect();
    press.sort_by_key(|(_, article)| (article.published.sort_key(), article.id));
    press
}

fn of<'p>(press: &'p [(String, Article)], lang: &str) -> Vec<&'p (String, Article)> {
    press.iter().filter(|(_, article)| article.lang.as_str() == lang).collect()
}

/// The order of arrival: by day, within a day by chance; the first order is that of publication.
fn ordered(mut press: Vec<&(String, Article)>, order: u64) -> Vec<&(String, Article)> {
    let chance = |article: &Article| word_v1(&format!("{order} {}", article.id.get()));
    if order > 0 {
        press.sort_by_key(|(_, article)| (article.published.sort_key().unwrap() / 86_400, chance(article)));
    }
    press
}

/// Sorts articles as they arrive; each story carries the number of the article that opened it.
fn sorted(press: &[&(String, Article)]) -> (State, Vec<Event>) {
    let mut state = State::default();
    let mut events = Vec::new();
    for (_, article) in press {
        let now = When::from_unix(article.published.sort_key().unwrap()).unwrap();
        let fresh = StoryId::new(article.id.get()).unwrap();
        events.extend(step(&mut state, &Item { article, family: None }, fresh, now));
    }
    (state, events)
}

/// Stories that hold two events, and the B3 F1 of the sorting.
fn judged(press: &[&(String, Article)], state: &State) -> (Vec<BTreeSet<String>>, f64) {
    let mut events: BTreeMap<&str, usize> = BTreeMap::new();
    let mut stories: BTreeMap<StoryId, BTreeMap<&str, usize>> = BTreeMap::new();
    for (event, article) in press {
        *events.entry(event).or_default() += 1;
        *stories.entry(state.story_of(article.id).unwrap()).or_default().entry(event).or_default() += 1;
    }
    let (mut precision, mut recall) = (0.0, 0.0);
    for held in stories.values() {
        let all: usize = held.values().sum();
        for (event, &both) in held {
            precision += (both * both) as f64 / all as f64;
            recall += (both * both) as f64 / events[event] as f64;
        }
    }
    let mixed = stories.values().filter(|held| held.len() > 1);
    let mixed = mixed.map(|held| held.keys().map(|event| (*event).to_owned()).collect()).collect();
    (mixed, 2.0 * precision * recall / (precision + recall) / press.len() as f64)
}

/// Mean and worst B3 F1 over the orders; no story may hold two events in any.
fn scores(lang: &str) -> (f64, f64) {
    let press = press();
    let scores: Vec<f64> = (0..ORDERS)
        .map(|order| {
            let press = ordered(of(&press, lang), order);
            let (mixed, score) = judged(&press, &sorted(&press).0);
            assert!(mixed.is_empty(), "{lang}, order {order}: {mixed:?}");
            score
        })
        .collect();
    (scores.iter().sum::<f64>() / ORDERS as f64, scores.iter().copied().fold(1.0, f64::min))
}

#[test]
fn each_language_without_spaces_clusters_well_alone_and_a_saga_s_events_stay_apart() {
    // Pairs of characters instead of words reach .76 (Chinese), .79 (Japanese) and .74 (Thai, where events ran together).
    for (lang, mean, worst) in [("zh", 0.97, 0.93), ("ja", 0.97, 0.93), ("th", 0.95, 0.93)] {
        let found = scores(lang);
        assert!(found.0 >= mean && found.1 >= worst, "{lang}: mean and worst {found:?}");
    }
}

#[test]
fn arabic_hindi_and_korean_events_stay_apart() {
    // Korean reaches .745 where nouns keep their particles.
    for (lang, mean) in [("ar", 1.0), ("hi", 1.0), ("ko", 1.0)] {
        let found = scores(lang);
        assert!(found.0 >= mean, "{lang}: mean and worst {found:?}");
    }
}

#[test]
fn languages_processed_apart_equal_processed_together() {
    let press = press();
    for order in 0..3 {
        let all = ordered(press.iter().collect(), order);
        let (together, _) = sorted(&all);
        let mut events = BTreeMap::new();
        for lang in ["zh", "ja", "th", "ko", "ar", "hi"] {
            let own = ordered(of(&press, lang), order);
            let (apart, said) = sorted(&own);
            for (_, article) in &own {
                assert_eq!(apart.story_of(article.id), together.story_of(article.id), "{}", article.title);
            }
            events.insert(lang, said);
        }
        let said: usize = events.values().map(Vec::len).sum();
        assert_eq!(sorted(&all).1.len(), said);
        for event in sorted(&all).1 {
            assert!(events.values().any(|said| said.contains(&event)), "{event:?}");
        }
    }
}

#[test]
fn what_decided_is_shown_in_words_of_the_language() {
    let press = press();
    let (_, events) = sorted(&of(&press, "zh"));
    let words: BTreeSet<String> = events
        .into_iter()
        .filter_map(|event| match event {
            Event::Joined { reason, .. } => Some(reason.words),
            _ => None,
        })
        .flatten()
        .collect();
    for word in ["酸奶", "工厂", "闸门", "直升机"] {
        assert!(words.contains(word), "{words:?}");
    }
}

/// Snapshots hold terms that this dictionary cut. When this fails, the library has another one: raise the version in
/// `state.rs`, so that stored snapshots are learnt again, and take the new number over.
#[test]
fn the_dictionary_is_the_one_that_snapshots_were_made_with() {
    let press = press();
    let words = press.iter().flat_map(|(_, article)| segments(&article.body));
    let sum = words.fold(0, |sum, word| mix_v1(sum, word_v1(word.text)));
    assert_eq!(sum, 14_026_793_515_226_560_453);
}
