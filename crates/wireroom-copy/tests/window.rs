//! The window: who is a copy of whom, in any order, and what must never be glued.

use crate::fixtures::{FERRY, ORCHARD, article, at, id, part, prose};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_copy::{Copies, Settings, Stored};
use wireroom_model::{Article, ArticleId, Kind, Relation};

fn families(copies: &Copies, ids: impl Iterator<Item = u64>) -> BTreeSet<BTreeSet<ArticleId>> {
    let mut families: BTreeMap<_, BTreeSet<ArticleId>> = BTreeMap::new();
    for number in ids {
        families.entry(copies.placement(id(number)).unwrap().family).or_default().insert(id(number));
    }
    families.into_values().collect()
}

fn edited() -> String {
    FERRY.replace("on Tuesday", "this week").replace("more than nine hundred", "over 900")
}

/// The texts of one busy day: two reports with edits, cuts and a digest of both, and a text of its own.
fn day() -> Vec<Article> {
    let digest = format!("{FERRY}\n\n{}\n\n{}", part(ORCHARD, &[0, 1, 2, 3]), prose(8, 120));
    vec![
        article(1, FERRY),
        article(2, FERRY),
        article(3, &edited()),
        article(4, &part(FERRY, &[0, 1, 2])),
        article(5, ORCHARD),
        article(6, &part(ORCHARD, &[0, 2, 3])),
        article(7, &digest),
        article(8, &prose(8, 130)),
    ]
}

#[test]
fn a_text_alone_is_its_own_family_and_anchor() {
    let placed = Copies::default().add(&article(5, FERRY), at(0));
    assert_eq!((placed.family.get(), placed.anchor, placed.relation), (5, id(5), Relation::Anchor));
}

#[test]
fn a_text_is_its_own_verbatim_copy() {
    let mut copies = Copies::default();
    for (n, text) in
        [FERRY.to_owned(), prose(3, 14), "東京の港で火曜日に船が止まりました".to_owned()].iter().enumerate()
    {
        let n = n as u64 * 2 + 1;
        copies.add(&article(n, text), at(0));
        let placed = copies.add(&article(n + 1, text), at(1));
        assert_eq!((placed.family.get(), placed.relation, placed.containment), (n, Relation::Verbatim, 1.0));
    }
}

#[test]
fn edits_and_cuts_join_the_family_and_say_which_they_are() {
    let mut copies = Copies::default();
    copies.add(&article(1, FERRY), at(0));
    let whole = copies.add(&article(2, &edited()), at(1));
    let cut = copies.add(&article(3, &part(FERRY, &[0, 2])), at(2));
    assert_eq!((whole.family.get(), whole.anchor, whole.relation), (1, id(1), Relation::Edited));
    assert_eq!((cut.family.get(), cut.relation), (1, Relation::Excerpt));
    assert!(cut.containment > 0.95 && cut.longest_run_words > 15, "{cut:?}");
}

#[test]
fn a_longer_printing_that_comes_later_becomes_the_anchor_and_the_family_keeps_its_number() {
    let mut copies = Copies::default();
    copies.add(&article(1, &part(FERRY, &[0, 1])), at(0));
    copies.add(&article(2, &part(FERRY, &[3, 4, 5])), at(1));
    let placed = copies.add(&article(3, FERRY), at(2));
    assert_eq!((placed.family.get(), placed.anchor), (1, id(3)));
    assert_eq!(placed.moved, [(id(2), placed.family)]);
    assert_eq!(copies.members(placed.family), [id(1), id(2), id(3)]);
}

#[test]
fn a_page_of_all_articles_together_glues_nothing() {
    for (first, second, third) in
        [(FERRY, ORCHARD, prose(3, 90)), (&prose(1, 200), &prose(2, 160), String::new())]
    {
        let mut copies = Copies::default();
        copies.add(&article(1, &format!("{first}\n\n{second}\n\n{third}")), at(0));
        copies.add(&article(2, first), at(0));
        copies.add(&article(3, second), at(0));
        copies.add(&article(4, &third), at(0));
        assert_eq!(families(&copies, 1..=4).len(), 4);
    }
}

#[test]
fn a_shared_quotation_is_no_copy() {
    let quote = part(FERRY, &[2]);
    let mut copies = Copies::default();
    copies.add(&article(1, FERRY), at(0));
    copies.add(&article(2, &format!("{}\n\n{quote}\n\n{}", prose(1, 60), prose(2, 60))), at(0));
    assert_eq!(families(&copies, 1..=2).len(), 2);
}

#[test]
fn a_listing_and_an_empty_page_stand_alone() {
    for kind in [Kind::Listing, Kind::Live, Kind::Empty] {
        let mut copies = Copies::default();
        copies.add(&article(1, FERRY), at(0));
        copies.add(&Article { kind, ..article(2, FERRY) }, at(0));
        assert_eq!(families(&copies, 1..=2).len(), 2, "{kind:?}");
    }
}

#[test]
fn one_agency_and_several_long_runs_make_an_excerpt_where_the_same_words_without_the_credit_do_not() {
    let alike = |agency: Option<&str>| {
        let mut one = String::new();
        let mut two = String::new();
        for (n, sentence) in FERRY.split("\n\n").enumerate() {
            let words: Vec<&str> = sentence.split(' ').collect();
            let shared = words[..words.len().min(12)].join(" ");
            one.push_str(&format!("{shared} {}\n\n", prose(n as u64 + 10, 24)));
            two.push_str(&format!("{shared} {}\n\n", prose(n as u64 + 50, 24)));
        }
        let mut copies = Copies::default();
        for (n, body) in [one, two].iter().enumerate() {
            copies.add(&Article { agency: agency.map(str::to_owned), ..article(n as u64 + 1, body) }, at(0));
        }
        families(&copies, 1..=2).len()
    };
    assert_eq!(alike(Some("Norpress")), 1);
    assert_eq!(alike(None), 2);
}

#[test]
fn the_window_lets_old_families_go_and_keeps_growing_ones() {
    let mut copies = Copies::new(Settings { window_seconds: 48 * 3600, keep: 0, ..Settings::default() });
    copies.add(&article(1, FERRY), at(0));
    copies.add(&article(2, ORCHARD), at(0));
    copies.add(&article(3, &edited()), at(30));
    copies.add(&article(4, &prose(4, 80)), at(60));
    assert!(copies.placement(id(2)).is_none());
    assert_eq!(copies.placement(id(3)).unwrap().family.get(), 1);
    copies.evict(at(24 * 365));
    assert!(copies.is_empty());
}

#[test]
fn a_changed_text_that_is_added_again_leaves_its_family_and_the_others_stay_together() {
    let mut copies = Copies::default();
    for n in 1..=3 {
        copies.add(&article(n, FERRY), at(0));
    }
    let placed = copies.add(&article(1, ORCHARD), at(1));
    assert_eq!(placed.relation, Relation::Anchor);
    assert_eq!(families(&copies, 1..=3), [[id(1)].into(), [id(2), id(3)].into()].into());
}

#[test]
fn a_snapshot_and_a_restore_behave_as_if_nothing_had_happened() {
    let texts = day();
    let mut straight = Copies::default();
    let mut restored = Copies::default();
    let (before, after) = texts.split_at(5);
    let placed: Vec<Stored> = before
        .iter()
        .map(|text| {
            straight.add(text, at(1));
            straight.placement(text.id).unwrap()
        })
        .collect();
    for text in before {
        let now = straight.placement(text.id).unwrap();
        restored.restore(text, &now, at(1));
    }
    assert_eq!(placed.len(), 5);
    let mut loaded: Copies = serde_json::from_str(&serde_json::to_string(&straight).unwrap()).unwrap();
    for text in after {
        let expected = straight.add(text, at(2));
        assert_eq!(restored.add(text, at(2)), expected);
        assert_eq!(loaded.add(text, at(2)), expected);
    }
    let bytes = serde_json::to_string(&straight).unwrap();
    assert_eq!(serde_json::to_string(&loaded).unwrap(), bytes);
    assert_eq!(serde_json::to_string(&restored).unwrap(), bytes);
}

#[test]
fn a_snapshot_of_another_version_is_refused_with_the_way_out() {
    let mut saved = serde_json::to_value(Copies::default()).unwrap();
    saved["version"] = 999.into();
    let text = saved.to_string();
    let error = serde_json::from_str::<Copies>(&text).unwrap_err().to_string();
    assert!(error.contains("restore"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn membership_does_not_depend_on_the_order_of_arrival(order in Just(day()).prop_shuffle()) {
        let expected = {
            let mut copies = Copies::default();
            day().iter().for_each(|text| { copies.add(text, at(0)); });
            families(&copies, 1..=8)
        };
        prop_assert_eq!(expected.len(), 4, "two reports, one digest, one text alone");
        let mut copies = Copies::default();
        let mut told: BTreeMap<ArticleId, u64> = BTreeMap::new();
        for text in &order {
            let placed = copies.add(text, at(0));
            told.insert(text.id, placed.family.get());
            told.extend(placed.moved.iter().map(|&(article, family)| (article, family.get())));
        }
        prop_assert_eq!(families(&copies, 1..=8), expected);
        for (article, family) in told {
            prop_assert_eq!(copies.placement(article).unwrap().family.get(), family, "every move is told");
        }
    }

    #[test]
    fn an_unrelated_article_changes_nothing(seed in 100_u64..10_000, place in 0_usize..8) {
        let mut without = Copies::default();
        let mut with = Copies::default();
        for (n, text) in day().iter().enumerate() {
            if n == place {
                with.add(&article(99, &prose(seed, 200)), at(0));
            }
            prop_assert_eq!(without.add(text, at(0)), with.add(text, at(0)));
        }
    }
}
