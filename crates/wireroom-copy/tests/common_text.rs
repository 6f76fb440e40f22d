//! What most printings of a family share, and what one of them made of that.

use crate::fixtures::{FERRY, ORCHARD, part, prose};
use proptest::prelude::*;
use wireroom_copy::{CommonText, Draft, MAX_BODIES, changes_of, common_text, diff, diff_common};
use wireroom_model::Change::{Added, Cut, Kept, Reworded};
use wireroom_model::{Change, Class, Diff, Lang};
use wireroom_text::words::words;

fn drafts<'t>(bodies: &[&'t str]) -> Vec<Draft<'t>> {
    bodies.iter().map(|body| Draft { title: "", body, lang: Lang::EN }).collect()
}

fn common(bodies: &[&str]) -> CommonText {
    common_text(&drafts(bodies)).unwrap()
}

/// The stretches as they stand in the base.
fn told<'t>(found: &CommonText, bodies: &[&'t str]) -> Vec<&'t str> {
    found.stretches.iter().map(|stretch| stretch.span.of(bodies[found.base]).unwrap()).collect()
}

/// What the printing `at` made of the common text.
fn made(bodies: &[&str], at: usize) -> Diff {
    let found = common(bodies);
    diff_common(bodies[found.base], &found, bodies[at])
}

fn rows(found: &Diff) -> Vec<Change> {
    found.rows.iter().map(|row| row.change).collect()
}

/// Changed pieces: what the base has, what the outlet has, without white space at the ends.
fn pieces<'t>(found: &Diff, old: &'t str, new: &'t str) -> Vec<(Change, &'t str, &'t str)> {
    let all = found.rows.iter().flat_map(|row| &row.pieces).filter(|piece| piece.change != Kept);
    let of = |span: Option<wireroom_model::Span>, text: &'t str| {
        span.map_or("", |span| span.of(text).unwrap().trim())
    };
    all.map(|piece| (piece.change, of(piece.old, old), of(piece.new, new))).collect()
}

/// Three edits of one report: each cuts, adds or changes something of its own.
fn three() -> [String; 3] {
    [
        FERRY.replace("on Tuesday after", "on Wednesday after"),
        part(FERRY, &[0, 1, 2, 3, 5]),
        format!(
            "{FERRY}\n\nA harbour historian recalled the great fog of 1911 and its long queues of carts."
        ),
    ]
}

fn borrowed(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

#[test]
fn what_two_of_three_edits_hold_is_common_and_each_is_told_by_its_own_change() {
    let texts = three();
    let bodies = borrowed(&texts);
    let found = common(&bodies);
    assert_eq!((found.printings, found.needed(), found.left_out), (3, 2, 0));
    assert_eq!(found.base, 2, "the one that has all of it");
    let paragraphs: Vec<&str> = FERRY.split("\n\n").collect();
    let trimmed: Vec<&str> = paragraphs.iter().map(|p| p.trim_matches(['.', '"'])).collect();
    assert_eq!(told(&found, &bodies), trimmed);
    assert_eq!(found.words as usize, words(FERRY).count() - FERRY.matches("'s").count());
    let of = |at: usize| pieces(&made(&bodies, at), &texts[found.base], &texts[at]);
    assert_eq!(of(0), [(Reworded, "Tuesday", "Wednesday")]);
    assert_eq!(of(1).iter().map(|piece| piece.0).collect::<Vec<_>>(), [Cut]);
    assert!(of(1)[0].1.starts_with("The union of deckhands"));
    assert_eq!(of(2).iter().map(|piece| piece.0).collect::<Vec<_>>(), [Added]);
    assert!(of(2)[0].2.starts_with("A harbour historian"));
}

#[test]
fn a_page_with_five_more_reports_is_not_what_the_others_are_measured_by() {
    let below: Vec<String> = (1..=5).map(|seed| prose(seed, 90)).collect();
    let page = format!("{FERRY}\n\n{}", below.join("\n\n"));
    let edited = FERRY.replace("nine hundred", "eight hundred");
    let bodies = [page.as_str(), FERRY, edited.as_str(), FERRY];
    let found = common(&bodies);
    assert_eq!(found.base, 1, "of two that have all of it the one with less beside it");
    for at in [1, 3] {
        assert!(rows(&made(&bodies, at)).iter().all(|change| *change == Kept), "printing {at}");
    }
    let of_page = made(&bodies, 0);
    assert_eq!((of_page.words.cut, of_page.words.reworded_old), (0, 0));
    assert_eq!(of_page.words.added, 450);
    assert_eq!(pieces(&made(&bodies, 2), FERRY, &edited), [(Reworded, "nine", "eight")]);
    // Against the page itself, everybody would seem to have cut the five.
    assert_eq!(diff(&page, FERRY).words.cut, 450);
}

#[test]
fn the_common_text_stands_in_the_order_that_most_printings_have() {
    let turned = part(FERRY, &[1, 0, 3, 2, 4, 5]);
    let longer = format!("{FERRY}\n\n{}", prose(2, 12));
    let other = format!("{FERRY}\n\n{}", prose(5, 12));
    let bodies = [turned.as_str(), longer.as_str(), other.as_str()];
    let found = common(&bodies);
    assert_ne!(found.base, 0, "the one with the fewest words, and an order of its own");
    assert!(made(&bodies, 0).words.moved > 0);
    assert_eq!((made(&bodies, 1).words.moved, made(&bodies, 2).words.moved), (0, 0));
}

#[test]
fn of_two_printings_the_common_text_is_what_both_have() {
    let long = format!("{}\n\n{ORCHARD}", part(FERRY, &[0, 1, 2]));
    let other = format!("{}\n\n{}", part(FERRY, &[0, 1, 2, 3]), prose(3, 60));
    let bodies = [long.as_str(), other.as_str()];
    let found = common(&bodies);
    assert_eq!((found.printings, found.needed(), found.stretches.len()), (2, 2, 3));
    for at in [0, 1] {
        let made = made(&bodies, at);
        assert_eq!(made.words.cut + made.words.reworded_old + made.words.reworded_new, 0);
        assert_eq!(made.words.kept, found.words);
        assert!(made.words.added > 20, "what the other does not have is an addition");
    }
}

#[test]
fn words_that_every_printing_has_otherwise_are_in_no_piece() {
    let days = ["Monday", "Tuesday", "Friday"];
    let texts: Vec<String> =
        days.iter().map(|day| FERRY.replace("on Tuesday", &format!("on {day}"))).collect();
    let bodies = borrowed(&texts);
    let found = common(&bodies);
    assert!(
        !told(&found, &bodies)
            .iter()
            .any(|part| days.iter().any(|day| part.contains(&format!("on {day} after"))))
    );
    for (at, day) in days.iter().enumerate() {
        let made = made(&bodies, at);
        assert_eq!(pieces(&made, &texts[found.base], &texts[at]), [(Added, "", *day)]);
        let kept: Vec<_> = made.rows[0].pieces.iter().filter(|piece| piece.change == Kept).collect();
        assert_eq!(kept.len(), 2, "no piece reaches over the gap");
    }
    let none = diff_common(&texts[found.base], &found, &prose(8, 40));
    assert!(none.rows.iter().flat_map(|row| &row.pieces).all(|piece| piece.change != Kept));
    assert_eq!(none.words.cut, found.words, "a cut is told around the gap too");
}

#[test]
fn chance_words_and_set_phrases_of_a_few_words_are_no_passage() {
    let a = format!("{}\n\nAt the end of it we met in the old town by the sea.", prose(1, 50));
    let b = format!("{}\n\nIn the old days, at the end, the sea was by the town.", prose(2, 50));
    let found = common(&[&a, &b]);
    assert_eq!((found.words, found.stretches.len()), (0, 0), "{:?}", told(&found, &[&a, &b]));
    let made = diff_common([&a, &b][found.base], &found, &b);
    assert_eq!(made.words.added, made.words.of_new());
}

#[test]
fn one_printing_has_nothing_in_common_and_a_text_without_words_is_none() {
    assert_eq!(common_text(&[]), None);
    assert_eq!(common_text(&drafts(&[FERRY])), None);
    assert_eq!(common_text(&drafts(&[FERRY, "", "—"])), None);
    let found = common(&["", FERRY, FERRY]);
    assert_eq!((found.base, found.printings), (1, 2));
    assert_eq!(
        common(&["港は閉鎖。", "港は閉鎖。"]).words,
        4,
        "a text of fewer words is a passage as a whole"
    );
}

#[test]
fn printings_word_for_word_the_same_count_each() {
    let cut = part(FERRY, &[0, 1]);
    let bodies = [cut.as_str(), FERRY, cut.as_str(), cut.as_str()];
    let found = common(&bodies);
    assert_eq!((found.base, found.printings, found.stretches.len()), (0, 4, 2));
    assert!(found.stretches.iter().all(|stretch| stretch.held == 4));
    assert_eq!(rows(&made(&bodies, 1)).iter().filter(|change| **change == Added).count(), 4);
}

#[test]
fn past_the_limit_a_sample_is_compared_and_the_rest_is_named() {
    let texts: Vec<String> =
        (0..MAX_BODIES as u64 + 9).map(|seed| format!("{FERRY}\n\n{}", prose(seed + 1, 20))).collect();
    let bodies = borrowed(&texts);
    let found = common(&bodies);
    assert_eq!((found.printings as usize, found.left_out), (MAX_BODIES, 9));
    assert_eq!(found.stretches.len(), 6);
    let mut many = bodies.clone();
    many.extend([texts[40].as_str(); 3]);
    let found = common(&many);
    assert_eq!(found.printings as usize, MAX_BODIES + 3, "a body that several have is never left out");
}

#[test]
fn a_text_past_the_limit_of_words_is_compared_as_far_as_it_goes() {
    let book: Vec<String> = (0..200).map(|seed| prose(seed + 1, 100)).collect();
    let book = book.join("\n\n");
    let bodies = [book.as_str(), book.as_str()];
    let found = common(&bodies);
    assert_eq!(found.words, 16_384);
    let made = made(&bodies, 1);
    assert_eq!(made.words.kept, 16_384);
    assert_eq!(made.old_rest, made.new_rest);
    assert!(made.old_rest.is_some());
}

#[test]
fn of_a_family_of_books_four_are_compared() {
    let book: Vec<String> = (0..165).map(|seed| prose(seed + 1, 100)).collect();
    let texts: Vec<String> =
        (0..6).map(|at| format!("{}\n\nEdition {at}.", book[at..].join("\n\n"))).collect();
    let found = common(&borrowed(&texts));
    assert_eq!((found.printings, found.left_out), (4, 2));
    assert!(found.words > 15_000, "{}", found.words);
}

#[test]
fn the_headline_is_the_one_that_most_have_else_the_bases() {
    let titled = |titles: [&'static str; 4]| {
        let texts = [FERRY, FERRY, FERRY, FERRY];
        let all: Vec<Draft<'_>> =
            titles.iter().zip(texts).map(|(title, body)| Draft { title, body, lang: Lang::EN }).collect();
        let found = common_text(&all).unwrap();
        (found.base, titles[found.headline], found.headline_held)
    };
    assert_eq!(
        titled(["Ferry out", "Cracks close line", "CRACKS CLOSE LINE", "Aldis"]),
        (0, "CRACKS CLOSE LINE", 2)
    );
    assert_eq!(titled(["Ferry out", "Cracks", "Cracks", "Ferry out!"]), (0, "Ferry out", 2));
    assert_eq!(titled(["Ferry out", "", "", "Aldis"]), (0, "Ferry out", 1), "no headline is no headline");
}

#[test]
fn changes_against_the_common_text_have_their_classes() {
    let texts = three();
    let bodies = borrowed(&texts);
    let found = common(&bodies);
    let draft = |at: usize| Draft { title: "Ferry", body: bodies[at], lang: Lang::EN };
    let of = |at: usize| -> Vec<Class> {
        changes_of(&made(&bodies, at), &draft(found.base), &draft(at)).iter().map(|one| one.class).collect()
    };
    assert_eq!((of(0), of(1), of(2)), (vec![Class::Wording], vec![Class::Withdrawn], vec![Class::Added]));
}

/// Printings of one made text: each keeps some of its paragraphs, swaps words and adds some of its own.
fn families() -> impl Strategy<Value = Vec<String>> {
    let edit = (prop::collection::vec(0_usize..6, 0..7), 0_u64..9, 0_usize..40, any::<bool>());
    prop::collection::vec(edit, 2..7).prop_map(|edits| {
        let one = |(kept, own, word, swaps): (Vec<usize>, u64, usize, bool)| {
            let mut text = part(FERRY, &kept);
            if swaps {
                let words: Vec<&str> = text.split(' ').collect();
                let at = word.min(words.len() - 1);
                text = [&words[..at], &["otherwise"], &words[(at + 1).min(words.len())..]].concat().join(" ");
            }
            if own > 4 { format!("{text}\n\n{}", prose(own, 20)).trim().to_owned() } else { text }
        };
        edits.into_iter().map(one).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn the_order_of_the_printings_changes_nothing(texts in families(), turn in 0_usize..6) {
        let bodies = borrowed(&texts);
        let mut turned = bodies.clone();
        turned.rotate_left(turn % bodies.len());
        turned.reverse();
        let (one, two) = (common_text(&drafts(&bodies)), common_text(&drafts(&turned)));
        prop_assert_eq!(one.is_some(), two.is_some());
        if let (Some(one), Some(two)) = (one, two) {
            prop_assert_eq!(bodies[one.base], turned[two.base]);
            prop_assert_eq!((one.stretches, one.words, one.printings), (two.stretches, two.words, two.printings));
        }
    }

    #[test]
    fn every_piece_is_of_the_common_text_and_all_of_it_is_told_once(texts in families()) {
        let bodies = borrowed(&texts);
        if let Some(found) = common_text(&drafts(&bodies)) {
            let base = bodies[found.base];
            prop_assert!(found.stretches.is_sorted_by_key(|stretch| stretch.span));
            for stretch in &found.stretches {
                let shown = stretch.span.of(base).unwrap();
                prop_assert_eq!(words(shown).next().unwrap().start, 0);
                prop_assert_eq!(words(shown).last().unwrap().end(), shown.len());
                prop_assert!(stretch.held >= found.needed() && stretch.held <= found.printings);
            }
            let inside = |start: usize, end: usize| {
                found.stretches.iter().any(|s| s.span.start() <= start && end <= s.span.end())
            };
            for body in &bodies {
                let made = diff_common(base, &found, body);
                prop_assert_eq!(made.words.of_old(), found.words);
                let mut told = 0;
                for span in made.rows.iter().flat_map(|row| &row.pieces).filter_map(|piece| piece.old) {
                    for word in words(span.of(base).unwrap()) {
                        prop_assert!(inside(span.start() + word.start, span.start() + word.end()));
                        told += 1;
                    }
                }
                let common: usize =
                    found.stretches.iter().map(|s| words(s.span.of(base).unwrap()).count()).sum();
                prop_assert_eq!(told, common);
                prop_assert_eq!(made.words.of_new(), diff(body, body).words.kept);
            }
        }
    }
}
