//! Past the window: what leaves, what stays of it, how a late copy finds its old family, and what all of it costs.

use crate::fixtures::{FERRY, ORCHARD, article, at, id, part, prose};
use wireroom_copy::{Copies, Settings, Stored};
use wireroom_model::{Article, Relation};

/// Two days, whatever the number of texts.
fn short() -> Settings {
    Settings { window_seconds: 48 * 3600, keep: 0, ..Settings::default() }
}

fn edited() -> String {
    FERRY.replace("on Tuesday", "this week").replace("more than nine hundred", "over 900")
}

/// A window in which these texts came and went, then a month of nothing.
fn after_a_month(texts: &[Article]) -> Copies {
    let mut copies = Copies::new(short());
    for text in texts {
        copies.add(text, at(0));
    }
    copies.evict(at(24 * 30));
    assert!(copies.is_empty());
    copies
}

/// Adds a text as a caller does who has the words of everything that ever came.
fn add_with_words(
    copies: &mut Copies,
    text: &Article,
    known: &[Article],
    hour: i64,
) -> wireroom_copy::Placement {
    if let Some(wanted) = copies.wanted(text, at(hour)) {
        let old = known.iter().find(|old| old.id == wanted.article).unwrap();
        copies.recall(old, &wanted);
    }
    copies.add(text, at(hour))
}

#[test]
fn an_article_printed_again_after_a_month_is_folded_under_its_family_by_the_sketch_alone() {
    let mut copies = after_a_month(&[article(1, FERRY), article(2, &edited()), article(3, ORCHARD)]);
    let placed = copies.add(&article(10, FERRY), at(24 * 30));
    assert_eq!((placed.family.get(), placed.anchor, placed.relation), (1, id(1), Relation::Verbatim));
    let placed = copies.add(&article(11, &format!("{FERRY} So it was said again at the quay.")), at(24 * 30));
    assert_eq!((placed.family.get(), placed.relation), (1, Relation::Edited));
    assert_eq!(copies.add(&article(12, &prose(5, 200)), at(24 * 30)).family.get(), 12);
}

#[test]
fn with_the_anchors_words_at_hand_a_late_copy_is_judged_as_any_other() {
    let known = [article(1, FERRY), article(3, ORCHARD)];
    for (text, relation) in [
        (FERRY.to_owned(), Relation::Verbatim),
        (edited(), Relation::Edited),
        (part(FERRY, &[0, 2]), Relation::Excerpt),
    ] {
        let mut copies = after_a_month(&known);
        let placed = add_with_words(&mut copies, &article(10, &text), &known, 24 * 30);
        assert_eq!((placed.family.get(), placed.anchor, placed.relation), (1, id(1), relation));
        // It came for this family's sake and goes with it.
        copies.evict(at(24 * 60));
        assert!(copies.is_empty());
        assert_eq!(add_with_words(&mut copies, &article(11, &text), &known, 24 * 60).family.get(), 1);
    }
}

#[test]
fn a_late_text_that_shares_only_a_quotation_or_a_template_finds_no_old_family() {
    let known = [article(1, FERRY), article(3, ORCHARD)];
    let quote = format!("{}\n\n{}\n\n{}", prose(1, 60), part(FERRY, &[2]), prose(2, 60));
    let mut copies = after_a_month(&known);
    assert_eq!(copies.add(&article(10, &quote), at(24 * 30)).family.get(), 10);
    let mut copies = after_a_month(&known);
    assert_eq!(add_with_words(&mut copies, &article(10, &quote), &known, 24 * 30).family.get(), 10);
    assert_eq!(copies.add(&article(11, &prose(3, 90)), at(24 * 31)).family.get(), 11);
    assert!(copies.placement(id(1)).is_none(), "what was recalled for nothing goes again");
}

#[test]
fn nothing_that_comes_later_moves_a_text_past_the_window() {
    // Two parts of one report, weeks apart; then the whole of it.
    let known = [article(1, &part(FERRY, &[0, 1, 2])), article(2, &part(FERRY, &[3, 4, 5]))];
    let mut copies = Copies::new(short());
    copies.add(&known[0], at(0));
    copies.add(&known[1], at(24 * 10));
    copies.evict(at(24 * 30));
    for text in [article(10, FERRY), article(11, &known[0].body), article(12, &known[1].body)] {
        let placed = add_with_words(&mut copies, &text, &known, 24 * 30);
        assert!(placed.moved.iter().all(|(moved, _)| moved.get() >= 10), "{placed:?}");
        assert!(copies.placement(id(1)).is_none_or(|old| old.family.get() == 1));
        assert!(copies.placement(id(2)).is_none_or(|old| old.family.get() == 2));
    }
    assert!(copies.placement(id(10)).unwrap().family.get() <= 2, "one of the two old families, and not both");
}

#[test]
fn a_late_copy_of_one_part_joins_the_part_and_not_the_digest_that_held_it() {
    let (one, two) = (prose(1, 240), prose(2, 200));
    let digest = format!("{one}\n\n{two}\n\n{}", prose(8, 160));
    let known = [article(1, &digest), article(2, &one), article(3, &two)];
    let changed = format!("{} It was so.", one.replacen(' ', " now ", 1));
    let mut copies = after_a_month(&known);
    assert_eq!(copies.add(&article(10, &one), at(24 * 30)).family.get(), 2);
    assert_eq!(copies.add(&article(11, &changed), at(24 * 30)).family.get(), 2);
    assert_eq!(copies.add(&article(12, &two), at(24 * 30)).family.get(), 3);
    let mut copies = after_a_month(&known);
    assert_eq!(add_with_words(&mut copies, &article(10, &changed), &known, 24 * 30).family.get(), 2);
    assert_eq!(add_with_words(&mut copies, &article(11, &digest), &known, 24 * 30).anchor, id(11));
}

#[test]
fn only_so_many_anchors_stay_and_they_are_the_newest() {
    let mut copies = Copies::new(Settings { anchors: 3, ..short() });
    for n in 1..=5 {
        copies.add(&article(n, &prose(n, 90)), at(n as i64));
    }
    copies.evict(at(24 * 30));
    assert_eq!(copies.anchors(), 3);
    for n in 1..=5 {
        let family = copies.add(&article(10 + n, &prose(n, 90)), at(24 * 30)).family.get();
        assert_eq!(family, if n <= 2 { 10 + n } else { n });
    }
}

#[test]
fn a_snapshot_and_a_restore_remember_old_families_too() {
    let known = [article(1, FERRY), article(2, &edited()), article(3, ORCHARD)];
    let mut straight = after_a_month(&known);
    straight.add(&article(9, &prose(9, 100)), at(24 * 30));
    let mut loaded: Copies = serde_json::from_str(&serde_json::to_string(&straight).unwrap()).unwrap();
    let mut restored = Copies::new(short());
    for anchor in [&known[2], &known[0]] {
        let family = family_of(anchor);
        restored.restore_anchor(anchor, family, at(0));
    }
    let alone = straight.placement(id(9)).unwrap();
    restored.restore(&article(9, &prose(9, 100)), &alone, at(24 * 30));
    assert_eq!(serde_json::to_string(&restored).unwrap(), serde_json::to_string(&straight).unwrap());
    for text in [article(10, &edited()), article(11, ORCHARD), article(12, &part(FERRY, &[1, 2, 3, 4]))] {
        let expected = straight.add(&text, at(24 * 31));
        assert_eq!(loaded.add(&text, at(24 * 31)), expected);
        assert_eq!(restored.add(&text, at(24 * 31)), expected);
    }
    assert_eq!(serde_json::to_string(&loaded).unwrap(), serde_json::to_string(&straight).unwrap());
}

fn family_of(anchor: &Article) -> wireroom_model::FamilyId {
    wireroom_model::FamilyId::new(anchor.id.get()).unwrap()
}

/// One report as so many outlets print it: each changes a word and adds a line of its own.
fn printings(count: u64) -> Vec<Article> {
    let printing = |n: u64| {
        let body = FERRY.replace("on Tuesday", &format!("on day{n}"));
        article(n, &format!("{body}\n\nOutlet{n} adds line{n} here."))
    };
    (1..=count).map(printing).collect()
}

#[test]
fn the_six_hundredth_copy_costs_as_many_comparisons_as_the_hundredth() {
    let mut copies = Copies::default();
    let mut spent = Vec::new();
    for text in printings(600) {
        let before = copies.comparisons();
        let placed = copies.add(&text, at(0));
        assert_eq!(placed.family.get(), 1);
        assert!(placed.restated.is_empty() && placed.moved.is_empty());
        spent.push(copies.comparisons() - before);
    }
    assert!(spent.iter().all(|&compared| compared <= 64), "{spent:?}");
    assert!(spent[599] <= spent[99], "{} and {}", spent[599], spent[99]);
}

#[test]
fn a_large_family_is_the_same_in_any_order() {
    let texts = printings(90);
    for step in [89, 7, 41] {
        let mut copies = Copies::default();
        let mut order: Vec<&Article> = (0..90).map(|n| &texts[n * step % 90]).collect();
        if step == 89 {
            order.sort_by_key(|text| std::cmp::Reverse(text.id));
        }
        let before = copies.comparisons();
        for text in order {
            copies.add(text, at(0));
        }
        let families: std::collections::BTreeSet<_> =
            texts.iter().map(|text| copies.placement(text.id).unwrap().family).collect();
        assert_eq!(families.len(), 1, "step {step}");
        let mean = (copies.comparisons() - before) / 90;
        assert!(mean <= 64 + 90, "{mean} comparisons each, every one of them a new anchor or not");
    }
}

#[test]
fn a_text_of_a_large_family_that_comes_later_and_longer_leads_all_of_it() {
    let mut copies = Copies::default();
    let texts = printings(120);
    texts.iter().for_each(|text| {
        copies.add(text, at(0));
    });
    let whole = format!("{FERRY}\n\n{}", prose(4, 60));
    let placed = copies.add(&article(500, &whole), at(1));
    assert_eq!((placed.family.get(), placed.anchor, placed.restated.len()), (1, id(500), 120));
    for text in &texts {
        assert_eq!(copies.placement(text.id).unwrap().anchor, id(500));
    }
    // Without its leader the family finds another, and every member is found by late copies still.
    copies.remove(id(500));
    assert_eq!(copies.members(placed.family).len(), 120);
    assert_eq!(copies.add(&article(501, &texts[119].body), at(1)).family, placed.family);
}

#[test]
fn the_bytes_held_stay_under_the_stated_bound_whatever_comes() {
    let mut copies = Copies::new(Settings { anchors: 50, ..short() });
    let mut most = 0;
    for n in 1..=600_u64 {
        let body = match n % 4 {
            0 => FERRY.replace("on Tuesday", &format!("on day{n}")),
            1 => prose(n, 12),
            2 => prose(n, 2_000),
            _ => format!("{}\n\n{}", prose(n, 80), part(ORCHARD, &[0, 1])),
        };
        copies.add(&article(n, &body), at(n as i64));
        assert!(
            copies.bytes() <= copies.most_bytes(),
            "{} of {} at {n}",
            copies.bytes(),
            copies.most_bytes()
        );
        most = most.max(copies.bytes());
    }
    assert!(copies.len() <= 49 + 1, "two days of one text an hour, and an anchor");
    assert_eq!(copies.anchors(), 50);
    assert!(most < 50 * 2_000 * 16 + 50 * 5_000 + 200_000, "{most}");
}

#[test]
fn a_placement_that_is_taken_away_and_added_again_is_the_same() {
    let texts =
        [article(1, FERRY), article(2, &edited()), article(3, &part(FERRY, &[0, 1, 2])), article(4, ORCHARD)];
    let mut copies = Copies::default();
    texts.iter().for_each(|text| {
        copies.add(text, at(0));
    });
    let before: Vec<Option<Stored>> = texts.iter().map(|text| copies.placement(text.id)).collect();
    for text in &texts {
        copies.remove(text.id);
        copies.add(text, at(0));
        let now: Vec<Option<Stored>> = texts.iter().map(|text| copies.placement(text.id)).collect();
        assert_eq!(now, before);
    }
}
