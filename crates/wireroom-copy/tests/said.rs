//! The reader's hand: words override likeness, in any order of words and texts, and are taken back without a trace.

use crate::fixtures::{FERRY, ORCHARD, article, at, id, part, prose};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_copy::{Copies, Settings, Word};
use wireroom_model::{Article, ArticleId, Kind, Relation};

type Families = BTreeSet<BTreeSet<u64>>;

fn families(copies: &Copies, ids: impl IntoIterator<Item = u64>) -> Families {
    let mut families: BTreeMap<_, BTreeSet<u64>> = BTreeMap::new();
    for number in ids {
        families.entry(copies.placement(id(number)).unwrap().family).or_default().insert(number);
    }
    families.into_values().collect()
}

fn sets<const N: usize>(sets: [&[u64]; N]) -> Families {
    sets.iter().map(|set| set.iter().copied().collect()).collect()
}

fn window(texts: &[Article]) -> Copies {
    let mut copies = Copies::default();
    texts.iter().for_each(|text| {
        copies.add(text, at(0));
    });
    copies
}

const fn apart(one: u64, other: u64) -> (u64, u64, bool) {
    (one, other, false)
}

const fn same(one: u64, other: u64) -> (u64, u64, bool) {
    (one, other, true)
}

fn word((one, other, same): (u64, u64, bool)) -> Word {
    let (one, other) = (id(one), id(other));
    if same { Word::SameText(one, other) } else { Word::NotACopy(one, other) }
}

/// Says words in their order, and holds what is told of moves to what became of the window.
fn say(copies: &mut Copies, words: &[(u64, u64, bool)]) {
    for (number, &one) in (1..).zip(words) {
        let before: BTreeMap<ArticleId, _> =
            (1..=64).map(id).filter_map(|id| Some((id, copies.placement(id)?.family))).collect();
        let told: BTreeMap<ArticleId, _> = copies.constrain(number, word(one)).into_iter().collect();
        for (article, family) in before {
            let now = copies.placement(article).unwrap().family;
            assert_eq!(told.get(&article).copied().unwrap_or(family), now, "every move is told");
        }
    }
}

fn edited() -> String {
    FERRY.replace("on Tuesday", "this week").replace("more than nine hundred", "over 900")
}

/// Two reports with copies: 1 to 4 and 5 to 6; 7 is a text of its own, 8 a digest, 9 the edited ferry word for word.
fn day() -> Vec<Article> {
    let digest = format!("{FERRY}\n\n{}\n\n{}", part(ORCHARD, &[0, 1, 2, 3]), prose(8, 120));
    vec![
        article(1, FERRY),
        article(2, FERRY),
        article(3, &edited()),
        article(4, &part(FERRY, &[0, 1, 2])),
        article(5, ORCHARD),
        article(6, &part(ORCHARD, &[0, 2, 3])),
        article(7, &prose(8, 130)),
        article(8, &digest),
        article(9, &edited()),
    ]
}

#[test]
fn not_a_copy_takes_a_text_and_its_verbatim_twins_out_and_leaves_the_others_together() {
    let mut copies = window(&day());
    say(&mut copies, &[apart(3, 1)]);
    assert_eq!(families(&copies, 1..=9), sets([&[1, 2, 4], &[3, 9], &[5, 6], &[7], &[8]]));
}

#[test]
fn the_longest_text_may_leave_and_the_others_find_another_anchor() {
    let longer = format!("{FERRY}\n\n{}", prose(4, 20));
    let mut copies = window(&[article(1, &longer), article(2, FERRY), article(3, &part(FERRY, &[0, 1, 2]))]);
    assert_eq!(copies.placement(id(3)).unwrap().anchor, id(1));
    say(&mut copies, &[apart(1, 2)]);
    assert_eq!(families(&copies, 1..=3), sets([&[1], &[2, 3]]));
    assert_eq!(copies.placement(id(3)).unwrap().anchor, id(2));
    assert_eq!(copies.placement(id(1)).unwrap().relation, Relation::Anchor);
}

#[test]
fn of_two_texts_word_for_word_the_same_the_one_that_was_named_leaves_alone() {
    let mut copies = window(&[article(1, FERRY), article(2, FERRY), article(3, FERRY)]);
    say(&mut copies, &[apart(2, 1)]);
    assert_eq!(families(&copies, 1..=3), sets([&[1, 3], &[2]]));
}

#[test]
fn two_texts_that_leave_one_family_may_be_copies_of_each_other() {
    let other = edited().replace("Ilse Tarrant", "Jon Mave");
    let mut copies =
        window(&[article(1, FERRY), article(2, FERRY), article(3, &edited()), article(4, &other)]);
    say(&mut copies, &[apart(3, 1), apart(4, 1)]);
    assert_eq!(families(&copies, 1..=4), sets([&[1, 2], &[3, 4]]));
}

#[test]
fn same_text_joins_whole_families_with_figures_from_the_words() {
    let mut copies = window(&day());
    say(&mut copies, &[same(6, 3)]);
    assert_eq!(families(&copies, 1..=9), sets([&[1, 2, 3, 4, 5, 6, 9], &[7], &[8]]));
    let joined = copies.placement(id(6)).unwrap();
    assert_eq!((joined.anchor, joined.relation), (id(1), Relation::Excerpt));
    assert!(joined.containment < 0.1, "{joined:?}");
    let evidence = copies.evidence(&day()[5], &day()[2]);
    assert_eq!(evidence.relation, Relation::Excerpt);
    assert!(evidence.alignment.passages.is_empty());
}

#[test]
fn same_text_joins_even_a_page_that_the_machine_never_folds_and_only_that_one() {
    let mut texts = day();
    texts.push(Article { kind: Kind::Listing, ..article(10, "Two lines.") });
    let mut copies = window(&texts);
    say(&mut copies, &[same(10, 7), same(8, 5)]);
    assert_eq!(families(&copies, 1..=10), sets([&[1, 2, 3, 4, 9], &[5, 6, 8], &[7, 10]]));
    assert_eq!(copies.placement(id(10)).unwrap().anchor, id(7));
}

#[test]
fn the_later_of_two_words_that_contradict_each_other_holds_and_the_earlier_comes_back_with_its_undoing() {
    let mut copies = window(&day());
    say(&mut copies, &[apart(3, 1), same(3, 1)]);
    let machine = sets([&[1, 2, 3, 4, 9], &[5, 6], &[7], &[8]]);
    assert_eq!(families(&copies, 1..=9), machine);
    assert_eq!(
        copies.words().map(|(number, _, stands)| (number, stands)).collect::<Vec<_>>(),
        [(1, false), (2, true)]
    );
    copies.release(2);
    assert_eq!(families(&copies, 1..=9), sets([&[1, 2, 4], &[3, 9], &[5, 6], &[7], &[8]]));
    copies.release(1);
    assert_eq!(families(&copies, 1..=9), machine);
}

#[test]
fn a_chain_of_words_that_ends_in_a_contradiction_gives_way_to_the_latest() {
    let mut copies = window(&day());
    say(&mut copies, &[same(1, 5), same(5, 7), apart(7, 1)]);
    let stand: Vec<bool> = copies.words().map(|(.., stands)| stands).collect();
    assert_eq!(stand, [false, true, true]);
    assert_eq!(families(&copies, 1..=9), sets([&[1, 2, 3, 4, 9], &[5, 6, 7], &[8]]));
}

#[test]
fn a_text_joined_to_one_that_leaves_goes_with_it() {
    let mut copies = window(&day());
    say(&mut copies, &[apart(3, 1), same(3, 4)]);
    assert_eq!(families(&copies, 1..=9), sets([&[1, 2], &[3, 4, 9], &[5, 6], &[7], &[8]]));
}

#[test]
fn words_hold_for_texts_that_come_later_and_for_changed_ones() {
    let mut copies = window(&[article(1, FERRY), article(3, &edited())]);
    say(&mut copies, &[apart(3, 1), same(1, 5)]);
    copies.add(&article(9, &edited()), at(1));
    copies.add(&article(6, &part(ORCHARD, &[0, 2, 3])), at(1));
    copies.add(&article(5, ORCHARD), at(1));
    assert_eq!(families(&copies, [1, 3, 5, 6, 9]), sets([&[1, 5, 6], &[3, 9]]));
    // The article itself is what was named: changed or read again, it stays out.
    copies.add(&article(3, &format!("{} It sails on Sunday.", edited())), at(2));
    assert_eq!(families(&copies, [1, 3]), sets([&[1], &[3]]));
}

#[test]
fn words_survive_eviction_restart_and_snapshot() {
    let settings = Settings { window_seconds: 3_600, keep: 0, ..Settings::default() };
    let mut copies = Copies::new(settings);
    copies.add(&article(1, FERRY), at(0));
    copies.add(&article(3, &edited()), at(0));
    copies.add(&article(7, &prose(8, 130)), at(0));
    say(&mut copies, &[apart(3, 1), same(7, 1)]);
    let family = copies.placement(id(1)).unwrap().family;
    copies.add(&article(11, &prose(3, 90)), at(2_000));
    copies.add(&article(12, &prose(4, 90)), at(4_000));
    assert_eq!(copies.len(), 4, "what is named stays, what is not named goes");
    let mut loaded: Copies = serde_json::from_str(&serde_json::to_string(&copies).unwrap()).unwrap();
    let mut restored = Copies::new(settings);
    restored.constrain_all(copies.words().map(|(number, word, _)| (number, word)).collect::<Vec<_>>());
    for (text, hour) in [
        (article(1, FERRY), 0),
        (article(3, &edited()), 0),
        (article(7, &prose(8, 130)), 0),
        (article(12, &prose(4, 90)), 4_000),
    ] {
        let stored = copies.placement(text.id).unwrap();
        restored.restore(&text, &stored, at(hour));
    }
    for copies in [&mut copies, &mut loaded, &mut restored] {
        let placed = copies.add(&article(20, &edited()), at(8_000));
        assert_eq!(placed.family, copies.placement(id(3)).unwrap().family);
        let placed = copies.add(&article(21, &format!("{FERRY} So it was said.")), at(8_000));
        assert_eq!(placed.family, family, "the family keeps its number");
        assert_eq!(families(copies, [1, 3, 7, 20, 21]), sets([&[1, 7, 21], &[3, 20]]));
        copies.release(1);
        copies.release(2);
        assert_eq!(families(copies, [1, 3, 7, 20, 21]), sets([&[1, 3, 20, 21], &[7]]));
        copies.add(&article(22, &prose(5, 90)), at(20_000));
        assert_eq!(copies.len(), 1, "what is named no more goes as everything goes");
    }
}

#[test]
fn a_word_on_texts_that_nobody_has_is_remembered_and_moves_nothing() {
    let mut copies = window(&day());
    assert_eq!(copies.constrain(1, Word::SameText(id(40), id(41))), []);
    assert_eq!(copies.constrain(2, Word::NotACopy(id(1), id(42))), []);
    assert_eq!(copies.constrain(3, Word::NotACopy(id(1), id(1))), []);
    assert_eq!(copies.words().filter(|(.., stands)| *stands).count(), 2);
    assert_eq!(copies.release(77), []);
}

fn some_words() -> impl Strategy<Value = Vec<(u64, u64, bool)>> {
    proptest::collection::vec((1_u64..=9, 1_u64..=9, any::<bool>()), 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn neither_the_order_of_texts_nor_when_words_are_said_changes_families(
        order in Just(day()).prop_shuffle(), words in some_words(), place in 0_usize..=9,
    ) {
        let mut expected = window(&day());
        say(&mut expected, &words);
        let mut copies = window(&order[..place]);
        say(&mut copies, &words);
        for text in &order[place..] {
            copies.add(text, at(0));
        }
        prop_assert_eq!(families(&copies, 1..=9), families(&expected, 1..=9));
    }

    #[test]
    fn every_word_that_stands_is_obeyed(words in some_words()) {
        let mut copies = window(&day());
        say(&mut copies, &words);
        for (_, word, _) in copies.words().filter(|(.., stands)| *stands) {
            let family = |id| copies.placement(id).unwrap().family;
            match word {
                Word::SameText(one, other) => prop_assert_eq!(family(one), family(other)),
                Word::NotACopy(one, other) => prop_assert_ne!(family(one), family(other)),
            }
        }
    }

    #[test]
    fn taking_all_words_back_restores_what_the_machine_said(words in some_words().prop_shuffle()) {
        let machine = families(&window(&day()), 1..=9);
        let mut copies = window(&day());
        say(&mut copies, &words);
        for number in 1..=i64::try_from(words.len()).unwrap() {
            copies.release(number);
        }
        prop_assert_eq!(families(&copies, 1..=9), machine);
        prop_assert_eq!(copies.words().count(), 0);
    }
}
