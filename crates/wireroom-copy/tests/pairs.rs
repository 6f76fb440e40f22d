//! Pairs: what two texts share, and that shared lines, stock and templates never make a family.

use crate::fixtures::{FERRY, ORCHARD, article, at, id, part, prose};
use proptest::prelude::*;
use wireroom_copy::{Alignment, Copies, Evidence, align};
use wireroom_model::{Article, Relation};

fn window(texts: &[Article]) -> Copies {
    let mut copies = Copies::default();
    for text in texts {
        copies.add(text, at(0));
    }
    copies
}

/// The evidence of two texts, which must be the same from both sides.
fn between(copies: &Copies, a: &Article, b: &Article) -> Evidence {
    let (one, two) = (copies.evidence(a, b), copies.evidence(b, a));
    assert_eq!(one.relation, two.relation);
    assert!((one.alignment.a_in_b - two.alignment.b_in_a).abs() < 1e-9);
    one
}

fn match_report(home: &str, away: &str, ground: &str, scorer: &str, keeper: &str, score: &str) -> String {
    format!(
        "The league of the northern coast saw another full ground when {home} met {away} at {ground} on a cold evening \
         and the hosts took all the points by {score} after a goal from {scorer} in the second half.\n\n\
         The visitors had more of the ball before the break but {keeper} kept them out with two fine saves, and when \
         {scorer} ran clear down the left after an hour there was nobody near enough to stop the shot.\n\n\
         Both sides go on next weekend, when {home} travel to the leaders and {away} have a free week, and the table \
         will be drawn up again once every match of the round has been played."
    )
}

#[test]
fn two_matches_told_by_one_template_are_no_family_and_two_printings_of_one_are() {
    let first =
        match_report("Maren Rovers", "Hesp Athletic", "Dock Lane", "Iver Holt", "Rasmus Teal", "2 to 1");
    let second =
        match_report("Quill Town", "Aldis United", "Meadow Park", "Bram Oster", "Peer Lundt", "3 to 0");
    let printed_again =
        first.replace("on a cold evening", "on Saturday evening").replace("two fine", "several fine");
    let texts = [article(1, &first), article(2, &second), article(3, &printed_again)];
    let copies = window(&texts);
    assert!(copies.evidence(&texts[0], &texts[1]).alignment.a_in_b > 0.6, "the fixture must share most");
    assert!(!between(&copies, &texts[0], &texts[1]).relation.is_family());
    assert_eq!(between(&copies, &texts[0], &texts[2]).relation, Relation::Edited);
    assert_eq!(copies.placement(id(2)).unwrap().family.get(), 2);
    assert_eq!(copies.placement(id(3)).unwrap().family.get(), 1);
}

#[test]
fn a_site_that_prints_nine_tenths_stock_under_every_text_makes_no_family() {
    // Nine tenths: an own text of about twenty words over some two hundred that stand under every text.
    let stock = part(&ORCHARD.to_lowercase(), &[0, 1, 2]) + "\n\n" + &part(&FERRY.to_lowercase(), &[0, 1, 3]);
    let own = [
        "Baker Street closes on Monday while crews of Veldt Water dig up pipes laid in 1931, said Mayor Ine Rask in Hesp.",
        "A heron from Lake Orm was seen by Jory Banks and 14 pupils of Marsh School near Tarn Mill last Friday at noon.",
        "The choir of Saint Elin sings Odd Lunde and Per Gran at Old Market Hall, with 60 seats left for 12 April at 20.",
    ];
    let texts: Vec<Article> = own
        .iter()
        .zip(1_u64..)
        .map(|(own, number)| Article {
            outlet: Some("Hesp Town Pages".to_owned()),
            ..article(number, &format!("{own}\n\n{stock}"))
        })
        .collect();
    let copies = window(&texts);
    for number in 1..=3 {
        assert_eq!(copies.placement(id(number)).unwrap().family.get(), number);
    }
    assert!(!between(&copies, &texts[0], &texts[1]).relation.is_family());
}

#[test]
fn a_horoscope_and_a_market_table_of_two_days_are_no_family() {
    let table = |seed: usize| {
        [
            "Aldis Lines",
            "Hesp Water",
            "Quill Orchards",
            "Maren Docks",
            "Orm Paper",
            "Tarn Mills",
            "Veldt Rail",
        ]
        .iter()
        .enumerate()
        .map(|(row, name)| {
            format!(
                "Shares of {name} closed at {} crowns, a change of {} per cent on the day.",
                17 * (seed + 3) + row * 31,
                (seed * 7 + row * 3) % 11
            )
        })
        .collect::<Vec<_>>()
        .join("\n\n")
    };
    let stars = |seed: u64| {
        ["Aries", "Taurus", "Gemini", "Cancer", "Leo", "Virgo"]
            .iter()
            .zip(0..)
            .map(|(sign, n)| {
                format!("{sign}: what the stars hold for you today. {}", prose(seed * 10 + n, 18))
            })
            .collect::<Vec<_>>()
            .join("\n\n")
    };
    let texts = [article(1, &table(1)), article(2, &table(2)), article(3, &stars(1)), article(4, &stars(2))];
    let copies = window(&texts);
    for number in 1..=4 {
        assert_eq!(copies.placement(id(number)).unwrap().family.get(), number);
    }
}

#[test]
fn texts_that_share_only_a_quotation_quote_one_source() {
    let said = "“We have looked at every weld of this ship and we will not let it sail before each of them is \
        sound, whatever that costs the harbour and however long it takes us,” the engineer said";
    let texts = [
        article(1, &format!("{}. {said} on the quay.\n\n{}", prose(1, 60), prose(2, 60))),
        article(2, &format!("{}.\n\n{} yesterday.\n\n{}", prose(3, 40), said, prose(4, 70))),
    ];
    let copies = window(&texts);
    assert_eq!(copies.neighbours(id(2)), [id(1)]);
    let found = between(&copies, &texts[0], &texts[1]);
    assert_eq!(found.relation, Relation::Quotes);
    let passage = found.alignment.passages[0];
    assert!(passage.a.of(&texts[0].body).unwrap().starts_with("We have looked"));
    assert!(passage.b.of(&texts[1].body).unwrap().starts_with("We have looked"));
}

#[test]
fn texts_that_share_plain_sentences_share_and_are_no_family() {
    let texts = [
        article(1, FERRY),
        article(2, &format!("{}\n\n{}\n\n{}", prose(5, 80), part(FERRY, &[1]), prose(6, 80))),
    ];
    let copies = window(&texts);
    assert_eq!(between(&copies, &texts[0], &texts[1]).relation, Relation::Shares);
}

#[test]
fn a_line_that_stands_in_many_unrelated_texts_says_nothing() {
    let line = "This text was written for members of the reading room and must not be printed, sold or lent to anybody \
        else without the leave of the board in writing.";
    let texts: Vec<Article> =
        (1..=6).map(|n| article(n, &format!("{}\n\n{line}", prose(n + 20, 90)))).collect();
    let copies = window(&texts);
    let found = between(&copies, &texts[0], &texts[5]);
    assert_eq!((found.relation, &found.stock[..]), (Relation::Independent, &[true][..]));
    let two = window(&texts[..2]);
    assert_eq!(between(&two, &texts[0], &texts[1]).relation, Relation::Shares);
}

#[test]
fn texts_on_different_things_have_no_evidence_and_are_no_neighbours() {
    let texts = [article(1, FERRY), article(2, ORCHARD)];
    let copies = window(&texts);
    assert!(copies.neighbours(id(1)).is_empty());
    assert_eq!(between(&copies, &texts[0], &texts[1]).relation, Relation::Independent);
}

#[test]
fn a_digest_shares_with_its_parts_and_is_in_no_family_with_them() {
    let texts = [
        article(1, &format!("{}\n\n{}", prose(1, 200), prose(2, 160))),
        article(2, &prose(1, 200)),
        article(3, &prose(2, 160)),
    ];
    let copies = window(&texts);
    assert_eq!(between(&copies, &texts[0], &texts[1]).relation, Relation::Shares);
}

/// An alignment seen from the other side.
fn turned(mut found: Alignment) -> Alignment {
    for passage in &mut found.passages {
        (passage.a, passage.b) = (passage.b, passage.a);
    }
    found.passages.sort_by_key(|passage| passage.a);
    Alignment { a_in_b: found.b_in_a, b_in_a: found.a_in_b, ..found }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_text_is_its_own_verbatim_copy(words in prop::collection::vec("[a-zé0-9日]{1,9}", 12..200)) {
        let body = words.join(" ");
        let texts = [article(1, &body), article(2, &body)];
        let copies = window(&texts);
        let found = between(&copies, &texts[0], &texts[1]);
        prop_assert_eq!(found.relation, Relation::Verbatim);
        prop_assert_eq!((found.alignment.a_in_b, found.alignment.b_in_a), (1.0, 1.0));
        prop_assert_eq!(copies.placement(id(2)).unwrap().family, copies.placement(id(1)).unwrap().family);
    }

    #[test]
    fn evidence_is_the_same_from_both_sides_even_where_words_repeat(
        one in prop::collection::vec("[a-d]{1,2}", 0..160),
        two in prop::collection::vec("[a-d]{1,2}", 0..160),
        kept in 0_usize..80,
    ) {
        let a = one.join(" ");
        let mut mixed = two;
        mixed.splice(0..0, one.iter().take(kept).cloned());
        let b = mixed.join(" ");
        prop_assert_eq!(align(&a, &b), turned(align(&b, &a)));
        let texts = [article(1, &a), article(2, &b)];
        let copies = window(&texts);
        let (here, there) = (copies.evidence(&texts[0], &texts[1]), copies.evidence(&texts[1], &texts[0]));
        prop_assert_eq!(here.relation, there.relation);
        prop_assert_eq!(here.alignment, turned(there.alignment));
    }

    #[test]
    fn words_with_noise_still_align(seed in 1_u64..500, every in 30_usize..40) {
        let a = prose(seed, 400);
        let noisy = |(at, word): (usize, &str)| if at % every == 7 { format!("{word}q") } else { word.to_owned() };
        let b: Vec<String> = a.split(' ').enumerate().map(noisy).collect();
        let found = align(&a, &b.join(" "));
        prop_assert!(found.a_in_b > 0.97, "{}", found.a_in_b);
        prop_assert_eq!(found.passages.len(), 1);
    }
}
