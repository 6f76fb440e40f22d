//! The order of arrival within a window changes no family, whatever else is in it: copies, edited and cut ones,
//! digests, templates of one outlet, shared quotations, live pages.

use crate::fixtures::{FERRY, ORCHARD, article, at, id, part, prose};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_copy::{Copies, Settings};
use wireroom_model::{Article, ArticleId, Kind};

/// A form that an outlet fills in: the same words, other names and figures.
fn form(name: &str, score: u32) -> String {
    format!(
        "The evening's match in the northern league ended with {score} goals when {name} Rovers met {name} Town at {name} \
         Lane, and the hosts went home with all the points after a late header by Captain {name}. The visitors had more of \
         the ball before the break but could not make it count, and the table of the league will be drawn up again on \
         Sunday {score} once every match of the round has been played to its end."
    )
}

/// Three reports with copies of every sort, hubs, forms and texts of their own.
fn press(seed: u64) -> Vec<Article> {
    let long = prose(seed, 420);
    let other = prose(seed + 1, 260);
    let paragraphs = |keep: &[usize]| part(&long, keep);
    let bodies = vec![
        FERRY.to_owned(),
        FERRY.to_owned(),
        FERRY.replace("on Tuesday", "this week").replace("more than nine hundred", "over 900"),
        part(FERRY, &[0, 1, 2]),
        format!("{FERRY}\n\nOur reporter saw the quay at noon and found nobody there."),
        ORCHARD.to_owned(),
        part(ORCHARD, &[0, 2, 3]),
        long.clone(),
        long.replacen("x1", "x2", 6),
        paragraphs(&[0, 1, 2, 3]),
        paragraphs(&[3, 4, 5, 6]),
        format!("{}\n\n{}", paragraphs(&[0, 1, 2]), prose(seed + 2, 90)),
        other.clone(),
        format!("{other}\n\n{}", prose(seed + 3, 30)),
        // Digests of unrelated reports, one within the other.
        format!("{long}\n\n{other}\n\n{ORCHARD}"),
        format!("{long}\n\n{other}\n\n{ORCHARD}\n\n{}", prose(seed + 4, 80)),
        // One quotation in two texts, and forms.
        format!("{}\n\n{}\n\n{}", prose(seed + 5, 60), part(FERRY, &[2]), prose(seed + 6, 60)),
        form("Hesp", 3),
        form("Quill", 5),
        form("Aldis", 7),
        FERRY.to_owned(),
        prose(seed + 7, 120),
    ];
    let mut texts: Vec<Article> = (1..).zip(&bodies).map(|(n, body)| article(n, body)).collect();
    for text in &mut texts[17..20] {
        text.outlet = Some("Marker".to_owned());
    }
    texts[20].kind = Kind::Live;
    texts
}

fn families(copies: &Copies, texts: &[Article]) -> BTreeSet<BTreeSet<ArticleId>> {
    let mut families: BTreeMap<_, BTreeSet<ArticleId>> = BTreeMap::new();
    for text in texts {
        families.entry(copies.placement(text.id).unwrap().family).or_default().insert(text.id);
    }
    families.into_values().collect()
}

fn window(texts: &[Article]) -> Copies {
    let mut copies = Copies::default();
    for text in texts {
        copies.add(text, at(0));
    }
    copies
}

fn shuffled() -> impl Strategy<Value = (u64, Vec<Article>)> {
    (0_u64..400).prop_flat_map(|seed| (Just(seed * 10), Just(press(seed * 10)).prop_shuffle()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn families_are_the_same_in_any_order((seed, order) in shuffled()) {
        let texts = press(seed);
        let expected = families(&window(&texts), &texts);
        prop_assert!(expected.contains(&[1, 2, 3, 4, 5].map(id).into()), "{expected:?}");
        let mut copies = Copies::default();
        let mut told: BTreeMap<ArticleId, u64> = BTreeMap::new();
        for text in &order {
            let placed = copies.add(text, at(0));
            told.insert(text.id, placed.family.get());
            told.extend(placed.moved.iter().map(|&(article, family)| (article, family.get())));
        }
        prop_assert_eq!(families(&copies, &texts), expected);
        for (article, family) in told {
            prop_assert_eq!(copies.placement(article).unwrap().family.get(), family, "every move is told");
        }
    }

    #[test]
    fn a_text_that_goes_and_comes_again_leaves_families_as_they_were((seed, order) in shuffled(), at_most in 1_usize..6) {
        let texts = press(seed);
        let mut copies = window(&texts);
        let expected = families(&copies, &texts);
        for text in order.iter().take(at_most) {
            copies.remove(text.id);
            copies.add(text, at(0));
            prop_assert_eq!(&families(&copies, &texts), &expected);
        }
    }

    #[test]
    fn a_snapshot_taken_anywhere_goes_on_as_if_nothing_had_been((_, order) in shuffled(), cut in 1_usize..20) {
        let mut straight = window(&order[..cut]);
        let bytes = serde_json::to_string(&straight).unwrap();
        let mut loaded: Copies = serde_json::from_str(&bytes).unwrap();
        prop_assert!(serde_json::to_string(&loaded).unwrap() == bytes);
        for text in &order[cut..] {
            prop_assert_eq!(loaded.add(text, at(1)), straight.add(text, at(1)));
        }
        prop_assert!(serde_json::to_string(&loaded).unwrap() == serde_json::to_string(&straight).unwrap());
    }

    #[test]
    fn across_windows_only_the_later_text_joins((_, order) in shuffled(), days in proptest::collection::vec(0_i64..9, 22)) {
        let mut copies =
            Copies::new(Settings { window_seconds: 3 * 86_400, keep: 0, ..Settings::default() });
        let mut arrived: BTreeMap<ArticleId, i64> = BTreeMap::new();
        let mut day = 0;
        for (text, step) in order.iter().zip(days) {
            day += step / 3;
            let placed = copies.add(text, at(day * 24));
            for (moved, _) in &placed.moved {
                prop_assert!(day - arrived[moved] < 3, "{moved} came on day {}, it is day {day}", arrived[moved]);
            }
            arrived.insert(text.id, day);
        }
    }

    #[test]
    fn both_sides_of_a_pair_say_the_same((_, order) in shuffled()) {
        let copies = window(&order);
        for (n, one) in order.iter().enumerate() {
            for two in order.iter().skip(n + 1).take(4) {
                prop_assert_eq!(copies.evidence(one, two).relation, copies.evidence(two, one).relation);
            }
        }
    }
}
