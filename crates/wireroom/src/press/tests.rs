//! Holds the press to what it promises: its size, its specialities, and that every truth is on its pages.

use super::edits::{self, Setting};
use super::page::escaped;
use super::{ArticleTruth, Edit, FeedFormat, Press, VersionTruth};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;
use wireroom_model::{Kind, Relation, Time, When};
use wireroom_text::normal::{normalise, paragraphs};

const BASE: &str = "http://127.0.0.1:1852";
/// An ordinary evening, the first minute of a year, a leap day, and the night in which a month begins.
const EPOCHS: [&str; 4] =
    ["2026-11-22T18:30:00Z", "2027-01-01T00:01:00Z", "2028-02-29T12:00:00Z", "2026-10-01T02:00:00+02:00"];

fn epoch(at: usize) -> When {
    EPOCHS[at].parse().unwrap()
}

fn shipped() -> &'static Press {
    &presses()[0]
}

/// The shipped press and three of other seeds, at several epochs; set once for all tests.
fn presses() -> &'static [Press] {
    static PRESSES: OnceLock<Vec<Press>> = OnceLock::new();
    PRESSES.get_or_init(|| {
        let mut presses =
            vec![Press::shipped(epoch(0), BASE).unwrap(), Press::shipped(epoch(1), BASE).unwrap()];
        let others = [(1, 0), (2, 2), (77, 3)];
        presses.extend(others.map(|(seed, at)| Press::generated(seed, epoch(at), BASE).unwrap()));
        presses
    })
}

fn article<'p>(press: &'p Press, id: &str) -> &'p ArticleTruth {
    press.truth().articles.iter().find(|article| article.id == id).unwrap()
}

fn page(press: &Press, path: &str, phase: u32) -> Option<String> {
    press.answer(path, phase).map(|answer| String::from_utf8(answer.body).unwrap())
}

fn setting(version: &VersionTruth) -> Setting {
    Setting {
        title: version.title.clone(),
        paragraphs: paragraphs(&version.body).map(str::to_owned).collect(),
    }
}

fn last(press: &Press) -> u32 {
    press.phases() - 1
}

#[test]
fn the_press_is_as_large_as_promised() {
    for press in presses() {
        let truth = press.truth();
        assert!(truth.outlets.len() >= 16);
        assert_eq!(truth.outlets.iter().map(|o| o.lang).collect::<BTreeSet<_>>().len(), 4);
        assert!(truth.outlets.iter().any(|o| o.lang.is_rtl()));
        assert!(truth.feeds.iter().map(|f| f.entries.len()).sum::<usize>() >= 120);
        let told: BTreeSet<&str> = truth.articles.iter().map(|a| a.story.as_str()).collect();
        assert!(told.len() >= 15 && told.len() == truth.stories.len());
        assert!(truth.stories.iter().map(|s| &s.event).collect::<BTreeSet<_>>().len() >= 15);
        let roots: Vec<_> = truth.articles.iter().filter(|a| a.relation == Relation::Anchor).collect();
        assert!(roots.len() >= 45, "{}", roots.len());
        for root in roots {
            let words = root.versions[0].body.split_whitespace().count();
            assert!((150..=450).contains(&words), "{} has {words} words", root.id);
        }
    }
}

#[test]
fn every_outlet_has_one_feed_and_every_path_one_page() {
    for press in presses() {
        assert_eq!(press.feeds().len(), press.truth().outlets.len());
        let paths: BTreeSet<&str> = press.feeds().iter().map(|f| f.path.as_str()).collect();
        assert_eq!(paths.len(), press.feeds().len());
        for format in [FeedFormat::Rss, FeedFormat::Atom, FeedFormat::Json] {
            assert!(press.feeds().iter().any(|f| f.format == format));
        }
        let pages: Vec<&str> =
            press.truth().articles.iter().filter(|a| a.part == 0).map(|a| a.path.as_str()).collect();
        assert_eq!(pages.iter().collect::<BTreeSet<_>>().len(), pages.len());
    }
}

#[test]
fn every_copy_is_its_parent_with_the_listed_edits() {
    for press in presses() {
        let copies = press.truth().articles.iter().filter(|a| a.parent.is_some());
        for copy in copies {
            let parent = article(press, copy.parent.as_deref().unwrap());
            assert_eq!((&parent.family, &parent.story, parent.lang), (&copy.family, &copy.story, copy.lang));
            let made = edits::apply(&setting(&parent.versions[0]), &copy.edits).unwrap();
            assert_eq!(made, setting(&copy.versions[0]), "{}", copy.id);
            assert_eq!(
                copy.relation == Relation::Verbatim,
                parent_words_are_the_same(press, copy),
                "{}",
                copy.id
            );
        }
    }
}

fn parent_words_are_the_same(press: &Press, copy: &ArticleTruth) -> bool {
    article(press, &copy.family).versions[0].body == copy.versions[0].body
}

#[test]
fn a_credit_line_is_the_last_paragraph_and_known_apart() {
    for press in presses() {
        let credited = press.truth().articles.iter().filter(|a| a.versions[0].credit.is_some());
        assert!(credited.clone().count() >= 10);
        for version in credited.map(|a| &a.versions[0]) {
            let credit = version.credit.as_deref().unwrap();
            assert_eq!(format!("{}\n\n{credit}", version.without_credit()), version.body);
        }
    }
}

#[test]
fn every_version_is_the_one_before_with_the_listed_edits() {
    for press in presses() {
        for article in &press.truth().articles {
            for pair in article.versions.windows(2) {
                assert_eq!(edits::apply(&setting(&pair[0]), &pair[1].edits).unwrap(), setting(&pair[1]));
                assert!(pair[0].phase < pair[1].phase && pair[0].changed.unix() < pair[1].changed.unix());
            }
        }
    }
}

#[test]
fn every_operation_is_used_in_every_way_of_copying() {
    let press = shipped();
    let edits: Vec<&Edit> = press.truth().articles.iter().flat_map(|a| &a.edits).collect();
    assert!(edits.iter().any(|e| matches!(e, Edit::Title(_))));
    assert!(edits.iter().any(|e| matches!(e, Edit::Replaced(..))));
    assert!(edits.iter().any(|e| matches!(e, Edit::Kept(_))));
    assert!(edits.iter().any(|e| matches!(e, Edit::Inserted(..))));
    assert!(edits.iter().any(|e| matches!(e, Edit::Credited(_))));
    assert!(edits.iter().any(|e| matches!(e, Edit::Reordered(_))));
    for relation in [Relation::Verbatim, Relation::Edited, Relation::Excerpt] {
        assert!(
            press.truth().articles.iter().filter(|a| a.relation == relation).count() >= 8,
            "{relation:?}"
        );
    }
    let copy_of_copy = |a: &&ArticleTruth| a.parent.as_ref().is_some_and(|parent| *parent != a.family);
    assert!(press.truth().articles.iter().filter(copy_of_copy).count() >= 5);
}

#[test]
fn every_time_lies_before_the_epoch_and_no_copy_before_its_parent() {
    for (at, press) in presses().iter().enumerate().take(2) {
        for copy in &press.truth().articles {
            assert!(copy.versions.iter().all(|v| v.changed.unix() < epoch(at).unix()), "{}", copy.id);
            if let Some(parent) = &copy.parent {
                let parent = article(press, parent);
                let printed = |a: &ArticleTruth| a.versions[0].changed.unix() - a.clock * 60;
                assert!(printed(parent) <= printed(copy), "{}", copy.id);
                assert!(parent.phase <= copy.phase, "{}", copy.id);
            }
        }
    }
}

#[test]
fn nothing_unfilled_and_nothing_out_of_normal_form_is_printed() {
    for press in presses() {
        for article in &press.truth().articles {
            for version in &article.versions {
                assert_eq!(normalise(&version.body), version.body);
                for text in [&version.title, &version.body] {
                    assert!(!text.contains(['{', '}', '[', ']', '|', '#']), "{}: {text}", article.id);
                }
            }
        }
    }
}

#[test]
fn every_page_prints_its_article_from_its_phase_on() {
    for press in presses() {
        for article in &press.truth().articles {
            for phase in 0..press.phases() {
                let html = page(press, &article.path, phase);
                let version = article.versions.iter().rev().find(|v| v.phase <= phase);
                let (Some(html), Some(version)) = (&html, version) else {
                    assert!(html.is_none() && version.is_none(), "{} at {phase}", article.id);
                    continue;
                };
                assert!(html.contains(&escaped(&version.title)));
                assert_printed(html, article, version);
            }
        }
    }
}

/// Every paragraph stands on the page, in order, as often as the truth says.
fn assert_printed(html: &str, article: &ArticleTruth, version: &VersionTruth) {
    for (at, paragraph) in paragraphs(&version.body).enumerate() {
        let words = match paragraph.split_once(": ") {
            Some((_, words)) if article.kind == Kind::Transcript => words,
            _ => paragraph,
        };
        let times = html.matches(&format!("{}</", escaped(words))).count();
        assert_eq!(times, article.repeats as usize + 1, "{} paragraph {at}", article.id);
    }
}

#[test]
fn feeds_list_what_is_printed_and_nothing_else() {
    for press in presses() {
        for (feed, truth) in press.feeds().iter().zip(&press.truth().feeds) {
            assert_eq!(feed.path, truth.path);
            for phase in 0..press.phases() {
                let text = page(press, &feed.path, phase).unwrap();
                for (id, from) in &truth.entries {
                    let address = format!("{BASE}{}", article(press, id).path);
                    assert_eq!(text.contains(&address), *from <= phase, "{id} in {}", feed.path);
                }
            }
            let text = page(press, &feed.path, last(press)).unwrap();
            assert_eq!(
                truth.dated,
                ["pubDate", "<published>", "date_published"].iter().any(|f| text.contains(f))
            );
            if feed.format == FeedFormat::Json {
                let json: serde_json::Value = serde_json::from_str(&text).unwrap();
                assert_eq!(json["items"].as_array().unwrap().len(), truth.entries.len());
            }
        }
        assert_eq!(press.truth().feeds.iter().filter(|f| !f.dated).count(), 1);
    }
}

#[test]
fn an_article_is_edited_twice_and_another_corrected() {
    for press in presses() {
        assert!(press.truth().articles.iter().any(|a| a.versions.len() == 3));
        let corrected = article(press, "seawall-gazette");
        assert_eq!(corrected.versions.len(), 2);
        assert!(corrected.versions[1].body.contains("Correction: "));
        assert!(!corrected.versions[0].body.contains("Correction: "));
    }
}

#[test]
fn a_count_moves_from_version_to_version() {
    for press in presses() {
        let count = &press.truth().counts[0];
        let mut before = 0;
        for step in &count.steps {
            let figure: u32 = step.figure.parse().unwrap();
            assert!(figure > before);
            before = figure;
            assert!(article(press, &step.article).versions[step.version].body.contains(&step.figure));
        }
        assert!(count.steps.len() >= 4);
    }
}

#[test]
fn two_outlets_disagree_and_two_only_word_it_differently() {
    for press in presses() {
        let told = &press.truth().disagreements;
        assert_eq!(told.iter().map(|d| d.real).collect::<Vec<_>>(), [true, false]);
        for claim in told {
            let [one, other] = claim.articles.each_ref().map(|id| article(press, id));
            let [a, b] = &claim.words;
            assert!(one.versions[0].body.contains(a) && !one.versions[0].body.contains(b), "{a}");
            assert!(other.versions[0].body.contains(b) && !other.versions[0].body.contains(a), "{b}");
            assert_ne!(one.outlet, other.outlet);
            assert_eq!(one.story, other.story);
            assert_eq!(one.family == other.family, !claim.real);
        }
        let months =
            told[1].articles.each_ref().map(|id| article(press, id).versions[0].changed.date().month());
        assert_eq!(months[0], months[1]);
    }
}

#[test]
fn transcript_explainer_and_live_page_are_there() {
    for press in presses() {
        let kind = |kind| press.truth().articles.iter().find(|a| a.kind == kind).unwrap();
        let transcript = kind(Kind::Transcript);
        assert_eq!(transcript.turns.len(), paragraphs(&transcript.versions[0].body).count());
        assert!(transcript.turns.iter().map(|t| &t.0).collect::<BTreeSet<_>>().len() >= 5);
        assert!(transcript.turns.iter().any(|t| t.1.is_some()));
        assert!(kind(Kind::Explainer).sections.len() >= 5);
        let live = page(press, &kind(Kind::Live).path, 0).unwrap();
        assert_eq!(live.matches("class=\"stamp\"").count(), kind(Kind::Live).sections.len());
    }
}

#[test]
fn the_aggregator_carries_four_articles_of_other_outlets() {
    for press in presses() {
        let parts: Vec<_> = press.truth().articles.iter().filter(|a| a.outlet == "daily-sieve").collect();
        assert_eq!(parts.iter().map(|a| a.part).collect::<Vec<_>>(), [0, 1, 2, 3]);
        assert_eq!(parts.iter().map(|a| &a.path).collect::<BTreeSet<_>>().len(), 1);
        assert_eq!(parts.iter().map(|a| &a.outlet_name).collect::<BTreeSet<_>>().len(), 3);
        assert_eq!(parts.iter().map(|a| &a.story).collect::<BTreeSet<_>>().len(), 4);
        assert!(parts.iter().all(|a| a.relation.is_family() && a.parent.is_some()));
        assert_eq!(parts[3].published, Time::Unknown);
    }
}

#[test]
fn related_lists_hold_items_of_other_stories() {
    for press in presses() {
        let strange = press.truth().articles.iter().filter(|a| !a.unrelated.is_empty());
        assert!(strange.count() > 50);
        for page_of in press.truth().articles.iter().filter(|a| a.part == 0) {
            let html = page(press, &page_of.path, last(press)).unwrap();
            for id in &page_of.unrelated {
                let other = article(press, id);
                assert_ne!(other.story, page_of.story);
                let listed = html.contains(&other.path);
                assert!(listed || page_of.outlet == "daily-sieve", "{id} on {}", page_of.path);
            }
        }
        assert!(article(press, "ferry-herald").unrelated.contains(&"jingle-herald".to_owned()));
    }
}

#[test]
fn one_text_stands_several_times_inside_one_page() {
    assert!(presses().iter().all(|press| press.truth().articles.iter().any(|a| a.repeats == 3)));
}

#[test]
fn pages_without_a_date_say_none_and_right_to_left_pages_say_so() {
    for press in presses() {
        let undated = press.truth().articles.iter().filter(|a| a.published == Time::Unknown && a.part == 0);
        let year = press.truth().articles[0].versions[0].changed.date().year().to_string();
        assert!(undated.clone().count() >= 2);
        for article in undated {
            assert!(!page(press, &article.path, last(press)).unwrap().contains(&year));
        }
        for article in press.truth().articles.iter().filter(|a| a.lang.is_rtl()) {
            assert!(page(press, &article.path, last(press)).unwrap().contains(" dir=\"rtl\""));
        }
    }
}

#[test]
fn pages_state_their_facts_in_several_ways_or_not_at_all() {
    for press in presses() {
        let mut ways: BTreeMap<[bool; 4], usize> = BTreeMap::new();
        for article in &press.truth().articles {
            let html = page(press, &article.path, last(press)).unwrap();
            let marks = ["application/ld+json", "og:title", "itemprop", "<time datetime"];
            *ways.entry(marks.map(|mark| html.contains(mark))).or_default() += 1;
            for furniture in ["cookie-banner", "newsletter-box", "<footer>"] {
                assert!(html.contains(furniture), "{furniture}");
            }
        }
        assert!(ways.len() >= 5, "{ways:?}");
    }
}

#[test]
fn a_generated_press_differs_in_every_text_and_agrees_in_every_relation() {
    let shipped = shipped();
    let others = [1, 2, 3].map(|seed| Press::generated(seed, epoch(0), BASE).unwrap());
    for other in &others {
        for (a, b) in shipped.truth().articles.iter().zip(&other.truth().articles) {
            assert_eq!((&a.id, &a.family, &a.parent, a.relation), (&b.id, &b.family, &b.parent, b.relation));
            assert_eq!((&a.story, a.kind, a.phase, a.repeats), (&b.story, b.kind, b.phase, b.repeats));
            assert_ne!(a.versions[0].body, b.versions[0].body, "{}", a.id);
            assert_ne!(a.path, b.path);
        }
        for (a, b) in shipped.truth().outlets.iter().zip(&other.truth().outlets) {
            assert_ne!(a.name, b.name);
        }
    }
    assert_ne!(others[0].truth(), others[1].truth());
}

#[test]
fn the_names_of_a_generated_press_are_one_to_one() {
    let names = super::manifest::read().unwrap().names;
    let all: Vec<&String> = names.names.iter().flatten().collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    for (lang, pairs) in &names.swaps {
        let words: Vec<&String> = pairs.iter().flatten().collect();
        assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len(), "{lang}");
    }
}

#[test]
fn the_same_press_answers_the_same_bytes() {
    let again = [Press::shipped(epoch(0), BASE).unwrap(), Press::generated(77, epoch(3), BASE).unwrap()];
    for (one, other) in again.iter().zip([&presses()[0], &presses()[4]]) {
        assert_eq!(one.truth(), other.truth());
        for article in &one.truth().articles {
            assert_eq!(one.answer(&article.path, 1), other.answer(&article.path, 1));
        }
    }
}

#[test]
fn what_is_not_printed_is_not_found() {
    let press = shipped();
    for path in
        ["/nowhere", "/harbour-herald", "/harbour-herald/a/none-1", "/harbour-herald/photos/1.jpg", ""]
    {
        assert_eq!(press.answer(path, 3), None, "{path}");
    }
    for path in ["/", "/robots.txt", "/feeds.opml", "/harbour-herald/"] {
        assert!(press.answer(path, 0).is_some(), "{path}");
    }
}

#[test]
fn no_copy_stands_on_the_edge_between_edited_and_excerpt() {
    for press in presses() {
        for copy in press.truth().articles.iter().filter(|a| a.parent.is_some()) {
            let root = runs(&article(press, &copy.family).versions[0].body);
            let kept = runs(&copy.versions[0].body).intersection(&root).count() as f64 / root.len() as f64;
            assert!(!(0.46..0.55).contains(&kept), "{} keeps {kept:.2}", copy.id);
            assert_eq!(kept < 0.5, copy.relation == Relation::Excerpt, "{} keeps {kept:.2}", copy.id);
        }
    }
}

/// Runs of five words.
fn runs(body: &str) -> BTreeSet<Vec<&str>> {
    body.split_whitespace().collect::<Vec<_>>().windows(5).map(<[_]>::to_vec).collect()
}
