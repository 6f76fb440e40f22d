//! Diffs: what one printing made of another, every word of both texts in one place and no change invented.

use crate::fixtures::{FERRY, ORCHARD, part, prose};
use proptest::prelude::*;
use wireroom_copy::diff;
use wireroom_model::Change::{Added, Cut, Kept, Reworded};
use wireroom_model::{Change, Diff, Span};
use wireroom_text::words::words;

fn changes(found: &Diff) -> Vec<Change> {
    found.rows.iter().map(|row| row.change).collect()
}

/// The changed words, old and new, without white space at the ends.
fn reworded<'t>(found: &Diff, old: &'t str, new: &'t str) -> Vec<(&'t str, &'t str)> {
    let of = |span: Option<Span>, text: &'t str| span.map_or("", |span| span.of(text).unwrap().trim());
    let pieces = found.rows.iter().flat_map(|row| &row.pieces);
    pieces.filter(|piece| piece.change != Kept).map(|p| (of(p.old, old), of(p.new, new))).collect()
}

#[test]
fn a_diff_names_what_was_kept_cut_added_and_reworded() {
    let new = format!(
        "{}\n\n{}\n\n{}",
        part(FERRY, &[0]).replace("Tuesday", "Wednesday"),
        prose(1, 20),
        part(FERRY, &[2])
    );
    let found = diff(FERRY, &new);
    assert_eq!(changes(&found), [Reworded, Cut, Added, Kept, Cut, Cut, Cut]);
    assert_eq!(reworded(&found, FERRY, &new)[0], ("Tuesday", "Wednesday"));
    assert!(found.rows.iter().all(|row| !row.moved));
}

#[test]
fn a_diff_with_itself_keeps_every_word() {
    for text in [FERRY, ORCHARD, "", "港は閉ざされた。\n\n船は来ない。"] {
        let found = diff(text, text);
        assert!(found.rows.iter().all(|row| row.change == Kept && !row.moved), "{text}");
        let apostrophes = text.matches("'s").count();
        assert_eq!(found.words.kept as usize, words(text).count() - apostrophes);
        assert_eq!((found.words.of_old(), found.words.of_new()), (found.words.kept, found.words.kept));
    }
}

#[test]
fn texts_on_different_things_keep_nothing() {
    let found = diff(FERRY, ORCHARD);
    assert_eq!(found.words.kept, 0, "{:?}", found.rows);
    assert_eq!(changes(&found).iter().filter(|change| **change == Cut).count(), 6);
}

#[test]
fn a_paragraph_that_moved_is_kept_where_it_stands_now() {
    let new = part(FERRY, &[0, 3, 4, 5, 1, 2]);
    let found = diff(FERRY, &new);
    assert!(found.rows.iter().all(|row| row.change == Kept), "{:?}", changes(&found));
    let moved: Vec<u32> =
        found.rows.iter().filter(|row| row.moved).map(|row| row.old.unwrap().paragraph).collect();
    assert_eq!(moved, [2, 3], "the shorter of the two that changed places");
    assert_eq!(found.words.kept, found.words.of_old());
    assert!(found.words.moved > 0 && found.words.moved < found.words.kept);
}

#[test]
fn a_paragraph_split_in_two_is_neither_cut_nor_added() {
    let old = format!("{} {}\n\n{}", part(FERRY, &[0]), part(FERRY, &[1]), part(FERRY, &[2]));
    let new = part(FERRY, &[0, 1, 2]);
    for (one, two) in [(&old, &new), (&new, &old)] {
        let found = diff(one, two);
        assert_eq!(changes(&found), [Kept, Kept, Kept]);
        assert_eq!(found.words.kept, found.words.of_old());
    }
    let found = diff(&old, &new);
    let paragraphs: Vec<(u32, u32)> =
        found.rows.iter().map(|row| (row.old.unwrap().paragraph, row.new.unwrap().paragraph)).collect();
    assert_eq!(paragraphs, [(1, 1), (1, 2), (2, 3)]);
    assert_eq!(found.rows[1].old.unwrap().span.of(&old).unwrap(), part(FERRY, &[1]));
}

#[test]
fn a_split_paragraph_that_was_edited_too_keeps_the_rest() {
    let old = format!("{} {}", part(FERRY, &[3]), part(FERRY, &[4]));
    let new = format!(
        "{}\n\n{}",
        part(FERRY, &[3]).replace("Friday", "Monday"),
        part(FERRY, &[4]).replace("two", "three")
    );
    let found = diff(&old, &new);
    assert_eq!(changes(&found), [Reworded, Reworded]);
    assert_eq!(reworded(&found, &old, &new), [("Friday", "Monday"), ("two", "three")]);
}

#[test]
fn case_and_punctuation_are_no_change_and_a_figure_is() {
    let old = "The Board said: \u{201c}Some 12,000 came.\u{201d} It cost $4 million, up 5%.";
    let set = "The board said, \"some 12,000 came\" \u{2013} it cost $4 million; up 5%!";
    assert_eq!(changes(&diff(old, set)), [Kept]);
    for (one, two) in [("12,000", "12,500"), ("$4", "€4"), ("5%", "5.5%")] {
        let new = old.replace(one, two);
        let found = diff(old, &new);
        assert_eq!(changes(&found), [Reworded]);
        let pairs = reworded(&found, old, &new);
        assert_eq!(pairs.len(), 1);
        assert!(pairs[0].0.starts_with(one) && pairs[0].1.starts_with(two), "{pairs:?}");
    }
}

#[test]
fn a_script_without_spaces_is_compared_by_character() {
    let old = "港湾当局は火曜日、北側の航路を閉鎖したと発表した。再開の時期は未定という。";
    let new = "港湾当局は水曜日、北側の航路を閉鎖したと発表した。再開の時期は未定という。";
    assert_eq!(reworded(&diff(old, new), old, new), [("火", "水")]);
    let thai = "ท่าเรือปิดเมื่อวันอังคาร";
    assert_eq!(changes(&diff(thai, thai)), [Kept]);
}

#[test]
fn an_excerpt_of_a_long_text_is_kept_and_the_rest_cut() {
    let long: Vec<String> = (1..60).map(|seed| prose(seed, 60)).collect();
    let old = long.join("\n\n");
    let new = [&long[7][..], &long[30], &long[50]].join("\n\n");
    let found = diff(&old, &new);
    assert_eq!(found.words.kept, found.words.of_new());
    assert_eq!(changes(&found).iter().filter(|change| **change == Cut).count(), 56);
}

#[test]
fn of_a_very_long_text_what_was_not_compared_is_said() {
    let book: Vec<String> = (0..200).map(|seed| prose(seed, 100)).collect();
    let old = book.join("\n\n");
    let new = old.replacen("the", "a", 1);
    let found = diff(&old, &new);
    let rest = found.old_rest.unwrap();
    assert_eq!(rest.end(), old.len());
    let compared = words(&old[..rest.start()]).count();
    assert_eq!(found.words.of_old() as usize, compared);
    assert!(found.words.kept as usize > compared - 3);
}

#[test]
fn two_long_texts_without_a_common_passage_are_bounded() {
    let wide = |shift: u64| -> String {
        let words: Vec<String> =
            (0..16_000_u64).map(|n| format!("w{}", (n * 7_919 + shift) % 40_000)).collect();
        words.join(" ")
    };
    let found = diff(&wide(0), &wide(13));
    assert_eq!((found.words.of_old(), found.words.of_new()), (16_000, 16_000));
}

/// Paragraphs of few different words, so that everything may match everything.
fn texts() -> impl Strategy<Value = (String, String)> {
    let word = prop_oneof![8 => "[a-h]", 1 => "[0-9]{1,3}", 1 => "é|日|“a|a”|x-y|\\$5|7%"];
    let end = prop_oneof![4 => Just(" "), 1 => Just(". "), 1 => Just(", “")];
    let paragraph = prop::collection::vec((word, end), 1..24).prop_map(|words| {
        words.into_iter().map(|(word, end)| word + end).collect::<String>().trim().to_owned()
    });
    let paragraphs = prop::collection::vec(paragraph, 0..7);
    (paragraphs.clone(), paragraphs, prop::collection::vec(0_usize..7, 0..7)).prop_map(
        |(old, new, carried)| {
            // Some of the old paragraphs stand in the new text too, whole or joined.
            let mut mixed = new;
            for (at, from) in carried.into_iter().enumerate() {
                if let Some(paragraph) = old.get(from) {
                    let place = at.min(mixed.len());
                    if at % 3 == 2 && place > 0 {
                        mixed[place - 1] = format!("{} {paragraph}", mixed[place - 1]);
                    } else {
                        mixed.insert(place, paragraph.clone());
                    }
                }
            }
            (old.join("\n\n"), mixed.join("\n\n"))
        },
    )
}

/// The spans of one side, in order of the text, fill every paragraph without a gap and without an overlap.
fn fills(spans: &mut [Span], text: &str) {
    spans.sort();
    let told: Vec<&str> = spans.iter().map(|span| span.of(text).unwrap()).collect();
    let mut at = 0;
    for (span, told) in spans.iter().zip(&told) {
        assert!(
            span.start() == at || text[at..].starts_with("\n\n") && span.start() == at + 2,
            "{told:?} in {text:?}"
        );
        at = span.end();
    }
    assert!(at == text.len() || spans.is_empty() && words(text).next().is_none(), "{at} of {text:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_diff_shows_every_word_of_both_texts_once_and_in_its_place((old, new) in texts()) {
        let found = diff(&old, &new);
        let row_spans = |side: fn(&wireroom_model::DiffRow) -> Option<wireroom_model::Place>| -> Vec<Span> {
            found.rows.iter().filter_map(|row| Some(side(row)?.span)).collect()
        };
        fills(&mut row_spans(|row| row.old), &old);
        fills(&mut row_spans(|row| row.new), &new);
        // The new side is in reading order as it stands.
        let news = row_spans(|row| row.new);
        prop_assert!(news.is_sorted());
        for row in &found.rows {
            for (place, spans) in [
                (row.old, row.pieces.iter().filter_map(|p| p.old).collect::<Vec<_>>()),
                (row.new, row.pieces.iter().filter_map(|p| p.new).collect::<Vec<_>>()),
            ] {
                prop_assert_eq!(place.is_some(), !spans.is_empty());
                let Some(place) = place else { continue };
                let mut at = place.span.start();
                for span in spans {
                    prop_assert_eq!(span.start(), at);
                    at = span.end();
                }
                prop_assert_eq!(at, place.span.end());
            }
        }
    }

    #[test]
    fn kept_words_are_the_same_on_both_sides_and_the_counts_add_up((old, new) in texts()) {
        let found = diff(&old, &new);
        let folded = |text: &str| -> Vec<String> { words(text).map(|word| word.text.to_lowercase()).collect() };
        for piece in found.rows.iter().flat_map(|row| &row.pieces).filter(|piece| piece.change == Kept) {
            let (one, two) = (piece.old.unwrap().of(&old).unwrap(), piece.new.unwrap().of(&new).unwrap());
            prop_assert_eq!(folded(one), folded(two));
        }
        let itself = diff(&old, &old);
        prop_assert_eq!(itself.words.kept, found.words.of_old());
        prop_assert_eq!(diff(&new, &new).words.kept, found.words.of_new());
        prop_assert!(itself.rows.iter().all(|row| row.change == Kept && !row.moved));
    }
}
