//! Alignment and lineage: every claim is a span of the text it speaks of.

use crate::fixtures::{FERRY, ORCHARD, article, id, part};
use proptest::prelude::*;
use wireroom_copy::{Origin, Printing, align, lineage};
use wireroom_model::{Article, Reason, Relation, Time};
use wireroom_text::words::{fold, words};

#[test]
fn a_text_aligns_with_itself_as_one_exact_passage() {
    let found = align(FERRY, FERRY);
    assert_eq!((found.passages.len(), found.a_in_b, found.b_in_a), (1, 1.0, 1.0));
    assert!(found.passages[0].exact);
    assert_eq!(found.longest_run_words as usize, words(FERRY).count());
}

#[test]
fn a_passage_runs_on_over_a_changed_weekday() {
    let found = align(FERRY, &FERRY.replace("on Tuesday", "this month"));
    assert_eq!(found.passages.len(), 1);
    assert!(!found.passages[0].exact);
}

#[test]
fn a_moved_paragraph_is_a_passage_of_its_own() {
    let found = align(FERRY, &part(FERRY, &[3, 0]));
    assert_eq!((found.passages.len(), found.b_in_a), (2, 1.0));
    assert!(found.passages[0].a < found.passages[1].a && found.passages[0].b > found.passages[1].b);
}

#[test]
fn texts_on_different_things_have_no_passage() {
    assert!(align(FERRY, ORCHARD).passages.is_empty());
    assert_eq!(align("", FERRY).a_in_b, 0.0);
}

fn printed(number: u64, body: &str, published: &str, agency: Option<&str>) -> Article {
    let published = published.parse().map_or(Time::Unknown, Time::At);
    Article { published, agency: agency.map(str::to_owned), ..article(number, body) }
}

fn tree(articles: &[Article]) -> wireroom_copy::Lineage {
    let members: Vec<_> = articles.iter().map(|article| Printing::new(article, Relation::Edited)).collect();
    lineage(&members, None)
}

#[test]
fn the_earliest_printing_is_the_origin_and_inherited_edits_name_the_parent() {
    let edited =
        FERRY.replace("nine hundred commuters a day", "some eight hundred people every single working day");
    let found = tree(&[
        printed(3, &part(&edited, &[0, 1, 2]), "2025-08-20T12:00:00Z", None),
        printed(1, FERRY, "2025-08-20T08:00:00Z", None),
        printed(2, &edited, "2025-08-20T10:00:00Z", None),
    ]);
    assert_eq!((found.origin, found.reason), (Origin::Article(id(1)), Reason::Earliest));
    let parents: Vec<_> = found.edges.iter().map(|edge| (edge.parent, edge.reason)).collect();
    assert_eq!(
        parents,
        [(None, Reason::Earliest), (Some(id(1)), Reason::Earliest), (Some(id(2)), Reason::InheritedEdits)]
    );
}

#[test]
fn an_agency_credit_names_the_origin() {
    let found = tree(&[
        printed(1, FERRY, "2025-08-20", None),
        printed(2, FERRY, "2025-08-21T09:00:00Z", Some("Norpress")),
    ]);
    assert_eq!(found.origin, Origin::Agency("Norpress".to_owned()));
    assert_eq!((found.edges[1].parent, found.edges[1].reason), (None, Reason::AgencyCredit));
}

#[test]
fn where_the_order_is_not_knowable_it_says_so() {
    for (one, two) in
        [("", "2025-08-20T09:00:00Z"), ("2025-08-20", "2025-08-20T09:00:00Z"), ("2025", "2025-08")]
    {
        let found = tree(&[printed(1, FERRY, one, None), printed(2, FERRY, two, None)]);
        assert_eq!((found.origin, found.reason), (Origin::Unknown, Reason::OrderUnknown), "{one} {two}");
        assert!(found.edges.iter().all(|edge| edge.parent.is_none() && edge.reason == Reason::OrderUnknown));
    }
}

fn folded(text: &str) -> Vec<String> {
    words(text).map(|word| fold(word.text)).collect()
}

proptest! {
    #[test]
    fn spans_are_byte_exact_and_never_overlap(
        words_of_a in prop::collection::vec("[a-dé日]{1,2}", 0..120),
        cut in 0_usize..60,
        add in prop::collection::vec("[a-dé日]{1,2}", 0..12),
    ) {
        let a = words_of_a.join(" ");
        let mut rest = words_of_a[cut.min(words_of_a.len())..].to_vec();
        rest.splice(rest.len() / 2..rest.len() / 2, add);
        let b = rest.join(" ");
        let found = align(&a, &b);
        for passage in &found.passages {
            let (one, two) = (passage.a.of(&a).unwrap(), passage.b.of(&b).unwrap());
            if passage.exact {
                prop_assert_eq!(folded(one), folded(two));
                prop_assert_eq!(folded(one).len(), passage.words as usize);
            }
        }
        for (n, one) in found.passages.iter().enumerate() {
            for two in &found.passages[n + 1..] {
                prop_assert!(!one.a.touches(two.a) && !one.b.touches(two.b));
            }
        }
        prop_assert!(found.a_in_b <= 1.0 && found.b_in_a <= 1.0);
    }
}
