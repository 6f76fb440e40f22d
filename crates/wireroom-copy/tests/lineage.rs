//! Lineage: each kind of evidence, what wins where two contradict each other, and what holds of every tree.

use crate::fixtures::{FERRY, article, id, part};
use proptest::prelude::*;
use std::collections::BTreeSet;
use wireroom_copy::{Earlier, Edge, Lineage, Origin, Printing, lineage};
use wireroom_model::{AgencyCredit, AgencyPart, Article, ArticleId, Clue, Reason, Relation, Time};

const NINE: &str = "2025-08-20T09:00:00Z";
const TEN: &str = "2025-08-20T10:00:00Z";
const NOON: &str = "2025-08-20T12:00:00Z";

/// A wording that only one outlet has.
const NURSES: (&str, &str) =
    ("nine hundred commuters a day", "eight hundred nurses and clerks every working day");
const WINTER: (&str, &str) = ("last winter", "before the first snow fell");

fn at(number: u64, outlet: &str, published: &str, body: &str) -> Article {
    Article {
        outlet: Some(outlet.to_owned()),
        published: published.parse().map_or(Time::Unknown, Time::At),
        title: "Ferry line closed".to_owned(),
        url: Some(format!("https://{}.example/ferry", outlet.to_lowercase().replace(' ', "-"))),
        ..article(number, body)
    }
}

fn with(text: &str, (from, to): (&str, &str)) -> String {
    assert!(text.contains(from));
    text.replace(from, to)
}

fn printings(articles: &[Article]) -> Vec<Printing<'_>> {
    articles.iter().map(|article| Printing::new(article, Relation::Edited)).collect()
}

fn tree(articles: &[Article]) -> Lineage {
    lineage(&printings(articles), None)
}

fn edge(found: &Lineage, number: u64) -> &Edge {
    found.edges.iter().find(|edge| edge.article == id(number)).unwrap()
}

/// Parent and reason of one member.
fn stands(found: &Lineage, number: u64) -> (Option<u64>, Reason) {
    let edge = edge(found, number);
    (edge.parent.map(ArticleId::get), edge.reason)
}

fn clue(found: &Lineage, number: u64, reason: Reason) -> Option<Clue> {
    edge(found, number).clues.iter().find(|clue| clue.reason == reason).cloned()
}

#[test]
fn a_line_that_names_a_member_makes_it_the_first_and_is_kept_with_its_place() {
    let copy = format!("{FERRY}\n\nThis article first appeared in the Lorn Ledger.");
    let found = tree(&[at(1, "Aske Post", "", &copy), at(2, "Lorn Ledger", "", FERRY)]);
    assert_eq!((&found.origin, found.reason), (&Origin::Article(id(2)), Reason::FirstPublished));
    assert_eq!(found.first, Some(id(2)));
    assert_eq!(stands(&found, 1), (Some(2), Reason::FirstPublished));
    let clue = clue(&found, 1, Reason::FirstPublished).unwrap();
    assert_eq!(clue.words, "This article first appeared in the Lorn Ledger.");
    assert_eq!((clue.span.unwrap().of(&copy), clue.holds), (Some(clue.words.as_str()), true));
}

#[test]
fn a_line_that_names_an_outlet_that_nobody_here_prints_is_an_origin_elsewhere() {
    let copy = format!("{FERRY}\n\nOriginally published by Tern Review.");
    let found = tree(&[at(1, "Aske Post", NINE, &copy), at(2, "Lorn Ledger", TEN, &copy)]);
    assert_eq!(found.origin, Origin::Outlet("Tern Review".to_owned()));
    assert_eq!(found.clues[0].words, "Originally published by Tern Review.");
    assert_eq!(stands(&found, 1), (None, Reason::FirstPublished));
}

#[test]
fn an_address_that_a_page_names_as_its_source_is_that_printings() {
    let articles = [at(1, "Aske Post", "", FERRY), at(2, "Lorn Ledger", "", FERRY)];
    for source in ["https://www.lorn-ledger.example/ferry?ref=feed", "https://lorn-ledger.example/other"] {
        let sources = [source.to_owned()];
        let mut members = printings(&articles);
        members[0].sources = &sources;
        let found = lineage(&members, None);
        assert_eq!(found.origin, Origin::Article(id(2)), "{source}");
        assert_eq!(stands(&found, 1), (Some(2), Reason::SourceLink));
        assert_eq!(clue(&found, 1, Reason::SourceLink).unwrap().words, source);
    }
    let sources = ["https://tern.example/ferry".to_owned()];
    let mut members = printings(&articles);
    members[0].sources = &sources;
    assert_eq!(lineage(&members, None).origin, Origin::Outlet("tern.example".to_owned()));
}

#[test]
fn one_of_several_articles_of_a_page_was_taken_from_the_outlet_that_it_names() {
    let articles =
        [at(1, "Lorn Ledger", "", FERRY), at(2, "Lorn Ledger", "", FERRY), at(3, "Aske Post", "", FERRY)];
    let mut members = printings(&articles);
    members[0].carried = true;
    let found = lineage(&members, None);
    assert_eq!(stands(&found, 1), (Some(2), Reason::Carried));
    assert_eq!(found.first, Some(id(2)));
}

#[test]
fn an_agency_in_the_dateline_is_shown_there_and_its_own_article_is_the_first() {
    let wire = format!("PORT MAREN, Aug 20 (Norpress) - {FERRY}");
    let credit =
        |words: &str, part| AgencyCredit { agency: "Norpress".to_owned(), part, words: words.to_owned() };
    let dated = [credit("PORT MAREN, Aug 20 (Norpress)", AgencyPart::Wrote)];
    let closed = [credit("(Norpress)", AgencyPart::Wrote)];
    let articles = [
        at(1, "Aske Post", NINE, &wire),
        at(2, "Lorn Ledger", TEN, &format!("{FERRY}\n\n(Norpress)")),
        at(3, "Norpress News Agency", TEN, &wire),
    ];
    let mut members = printings(&articles);
    (members[0].credits, members[1].credits, members[2].credits) = (&dated, &closed, &dated);
    let found = lineage(&members, None);
    assert_eq!((&found.origin, found.first), (&Origin::Agency("Norpress".to_owned()), Some(id(3))));
    assert_eq!(stands(&found, 1), (Some(3), Reason::Dateline));
    assert_eq!(stands(&found, 2), (Some(3), Reason::AgencyCredit));
    let dateline = clue(&found, 1, Reason::Dateline).unwrap();
    assert_eq!(dateline.span.unwrap().of(&wire), Some("PORT MAREN, Aug 20 (Norpress)"));
    // The paper states an earlier time than the agency's own page: the dateline wins, the time is kept and does not hold.
    let time = clue(&found, 1, Reason::Earliest).unwrap();
    assert_eq!((time.words.as_str(), time.holds), (NINE, false));
}

#[test]
fn letters_that_an_agencys_name_gives_are_its_own() {
    let text = format!("Steinhafen (DDS) - {FERRY}");
    let members = |outlet: &str| {
        let mut articles = [at(1, outlet, NINE, &text), at(2, "Aske Post", TEN, &text)];
        articles.iter_mut().for_each(|article| article.agency = Some("DDS".to_owned()));
        tree(&articles)
    };
    assert_eq!(stands(&members("Depeschendienst Steinhafen"), 2), (Some(1), Reason::Dateline));
    assert_eq!(stands(&members("Dorn Daily Times"), 2), (None, Reason::Dateline));
}

#[test]
fn an_agency_that_only_contributed_is_no_origin() {
    let credits = [AgencyCredit {
        agency: "Norpress".to_owned(),
        part: AgencyPart::Contributed,
        words: "with Norpress".to_owned(),
    }];
    let articles = [at(1, "Aske Post", NINE, FERRY), at(2, "Lorn Ledger", TEN, FERRY)];
    let mut members = printings(&articles);
    (members[0].credits, members[1].credits) = (&credits, &credits);
    assert_eq!(lineage(&members, None).origin, Origin::Article(id(1)));
}

#[test]
fn a_chain_of_edits_names_each_link_with_the_words_that_show_it() {
    let (one, two) = (with(FERRY, NURSES), with(&with(FERRY, NURSES), WINTER));
    let found = tree(&[
        at(1, "Norland Herald", "2025-08-20T08:00:00Z", FERRY),
        at(2, "Aske Post", NINE, &one),
        at(3, "Lorn Ledger", TEN, &two),
        at(4, "Tern Review", NOON, &part(&two, &[0, 1, 2, 4])),
        at(5, "Quill Echo", NOON, FERRY),
    ]);
    assert_eq!(stands(&found, 2), (Some(1), Reason::Earliest));
    assert_eq!(stands(&found, 3), (Some(2), Reason::InheritedEdits));
    assert_eq!(stands(&found, 4), (Some(3), Reason::InheritedEdits));
    let shown = clue(&found, 3, Reason::InheritedEdits).unwrap();
    assert!(shown.span.unwrap().of(&two).unwrap().contains("eight hundred nurses"), "{shown:?}");
    assert!(clue(&found, 4, Reason::InheritedEdits).unwrap().words.contains("first snow"));
}

#[test]
fn a_wording_that_all_copies_share_may_have_been_the_firsts_own() {
    let one = with(FERRY, NURSES);
    let found = tree(&[
        at(1, "Norland Herald", "2025-08-20T08:00:00Z", FERRY),
        at(2, "Aske Post", NINE, &one),
        at(3, "Lorn Ledger", TEN, &one),
        at(4, "Tern Review", NOON, &one),
    ]);
    for number in [2, 3, 4] {
        assert_eq!(stands(&found, number), (Some(1), Reason::Earliest));
    }
}

#[test]
fn a_headline_of_an_outlets_own_is_an_edit_like_any_other() {
    let mut articles = [
        at(1, "Norland Herald", NINE, FERRY),
        at(2, "Aske Post", TEN, FERRY),
        at(3, "Lorn Ledger", NOON, &part(FERRY, &[0, 1, 2])),
    ];
    articles[1].title = "Cracks in the hull strand nine hundred".to_owned();
    articles[2].title = articles[1].title.clone();
    let found = tree(&articles);
    assert_eq!(stands(&found, 3), (Some(2), Reason::InheritedEdits));
    assert_eq!(clue(&found, 3, Reason::InheritedEdits).unwrap().words, articles[1].title);
}

#[test]
fn two_excerpts_that_end_alike_do_not_descend_from_each_other() {
    let found = tree(&[
        at(1, "Norland Herald", NINE, FERRY),
        at(2, "Aske Post", TEN, &part(FERRY, &[0, 1, 2])),
        at(3, "Lorn Ledger", NOON, &part(FERRY, &[0, 1, 2])),
    ]);
    assert_eq!(stands(&found, 3), (Some(1), Reason::Earliest));
}

#[test]
fn a_text_does_not_come_from_one_that_lacks_what_it_still_holds() {
    let found = tree(&[
        at(1, "Norland Herald", NINE, FERRY),
        at(2, "Aske Post", TEN, &part(&with(FERRY, NURSES), &[0, 1, 2])),
        at(3, "Lorn Ledger", NOON, &with(FERRY, NURSES)),
    ]);
    assert_eq!(
        stands(&found, 3),
        (Some(1), Reason::Earliest),
        "both have the wording from a printing that is not here"
    );
}

#[test]
fn a_copy_of_an_earlier_version_comes_from_the_outlet_that_changed_its_text() {
    let now = with(&with(FERRY, NURSES), WINTER);
    let articles = [
        at(1, "Norland Herald", NINE, &now),
        at(2, "Aske Post", TEN, FERRY),
        at(3, "Lorn Ledger", NOON, FERRY),
    ];
    let earlier = [Earlier { title: "Ferry line closed".to_owned(), body: FERRY.to_owned() }];
    let mut members = printings(&articles);
    members[0].earlier = &earlier;
    let found = lineage(&members, None);
    assert_eq!(stands(&found, 2), (Some(1), Reason::Earliest));
    assert_eq!(stands(&found, 3), (Some(1), Reason::Earliest), "the first wording is nobody's edit");
}

#[test]
fn without_times_cut_text_shows_the_direction_where_the_first_is_known() {
    let line = "\n\nThis article first appeared in the Norland Herald.";
    let one = with(FERRY, NURSES);
    let two = part(&one, &[0, 1, 3, 4]);
    let articles = |first: &str| {
        [
            at(1, first, "", FERRY),
            at(2, "Aske Post", "", &one),
            at(3, "Lorn Ledger", "", &format!("{two}{line}")),
        ]
    };
    let found = tree(&articles("Norland Herald"));
    assert_eq!(stands(&found, 3), (Some(2), Reason::InheritedEdits));
    assert!(
        clue(&found, 3, Reason::FirstPublished).unwrap().holds,
        "the line leads back to the same first printing"
    );
    // Where the first is not known, the same edits show a likeness and no order.
    let found = tree(&[
        at(1, "Norland Herald", "", FERRY),
        at(2, "Aske Post", "", &one),
        at(3, "Lorn Ledger", "", &two),
        at(4, "Tern Review", "", FERRY),
    ]);
    assert_eq!(stands(&found, 3), (None, Reason::OrderUnknown));
    let near = clue(&found, 3, Reason::InheritedEdits).unwrap();
    assert_eq!((near.of, near.holds), (Some(id(2)), false));
}

#[test]
fn the_same_edits_on_both_sides_show_no_direction() {
    let line = "\n\nThis article first appeared in the Norland Herald.";
    let one = with(FERRY, NURSES);
    let found = tree(&[
        at(1, "Norland Herald", "", FERRY),
        at(2, "Aske Post", "", &format!("{one}{line}")),
        at(3, "Lorn Ledger", "", &format!("{one}{line}")),
    ]);
    for number in [2, 3] {
        assert_eq!(stands(&found, number), (Some(1), Reason::FirstPublished));
    }
}

#[test]
fn a_line_wins_over_a_clock_and_says_so() {
    let copy = format!("{FERRY}\n\nFirst published in the Lorn Ledger");
    let found = tree(&[at(1, "Aske Post", NINE, &copy), at(2, "Lorn Ledger", TEN, FERRY)]);
    assert_eq!(stands(&found, 1), (Some(2), Reason::FirstPublished));
    let time = clue(&found, 1, Reason::Earliest).unwrap();
    assert_eq!((time.of, time.words.as_str(), time.holds), (Some(id(2)), NINE, false));
}

#[test]
fn certain_times_win_over_shared_edits() {
    let one = with(FERRY, NURSES);
    let found = tree(&[
        at(1, "Norland Herald", "2025-08-20T08:00:00Z", FERRY),
        at(2, "Aske Post", NOON, &one),
        at(3, "Lorn Ledger", TEN, &part(&one, &[0, 1, 2, 3])),
    ]);
    assert_eq!(stands(&found, 3), (Some(1), Reason::Earliest));
    assert!(!clue(&found, 3, Reason::InheritedEdits).unwrap().holds);
}

#[test]
fn a_line_wins_over_edits_that_lead_elsewhere() {
    let one = with(FERRY, NURSES);
    let copy = format!("{one}\n\nFirst published in the Lorn Ledger");
    let herald = |text: &str| format!("{text}\n\nFirst published in the Norland Herald");
    let found = tree(&[
        at(1, "Norland Herald", "2025-08-20T08:00:00Z", FERRY),
        at(2, "Aske Post", NINE, &herald(&one)),
        at(3, "Lorn Ledger", TEN, &herald(FERRY)),
        at(4, "Tern Review", NOON, &copy),
    ]);
    assert_eq!(stands(&found, 4), (Some(3), Reason::FirstPublished));
    assert!(!clue(&found, 4, Reason::InheritedEdits).unwrap().holds);
}

#[test]
fn a_reader_overrules_times_and_lines() {
    let copy = format!("{FERRY}\n\nFirst published in the Lorn Ledger");
    let articles = [
        at(1, "Aske Post", NOON, &copy),
        at(2, "Lorn Ledger", NINE, FERRY),
        at(3, "Tern Review", TEN, FERRY),
    ];
    let found = lineage(&printings(&articles), Some(id(1)));
    assert_eq!(
        (&found.origin, found.reason, found.first),
        (&Origin::Article(id(1)), Reason::ReaderSaid, Some(id(1)))
    );
    assert_eq!(stands(&found, 1), (None, Reason::ReaderSaid));
    assert_eq!(stands(&found, 3), (Some(1), Reason::ReaderSaid));
    assert!(!clue(&found, 1, Reason::FirstPublished).unwrap().holds);
    // A word on an article of another family changes nothing.
    assert_eq!(lineage(&printings(&articles), Some(id(9))), tree(&articles));
}

#[test]
fn two_that_name_each_other_are_no_circle() {
    let line = |outlet: &str| format!("{FERRY}\n\nFirst published in the {outlet}");
    let found = tree(&[
        at(1, "Aske Post", "", &line("Lorn Ledger")),
        at(2, "Lorn Ledger", "", &line("Tern Review")),
        at(3, "Tern Review", "", &line("Aske Post")),
    ]);
    assert!(is_tree(&found), "{found:#?}");
}

#[test]
fn a_bare_day_is_no_order_on_its_own_day() {
    let found = tree(&[at(1, "Aske Post", "2025-08-20", FERRY), at(2, "Lorn Ledger", TEN, FERRY)]);
    assert_eq!(found.origin, Origin::Unknown);
    let found = tree(&[at(1, "Aske Post", "2025-08-19", FERRY), at(2, "Lorn Ledger", TEN, FERRY)]);
    assert_eq!(stands(&found, 2), (Some(1), Reason::Earliest));
}

/// Every parent is a member and nobody descends from itself.
fn is_tree(found: &Lineage) -> bool {
    let parent = |of: ArticleId| found.edges.iter().find(|edge| edge.article == of).map(|edge| edge.parent);
    found.edges.iter().all(|edge| {
        let (mut seen, mut at) = (BTreeSet::new(), edge.article);
        loop {
            match parent(at) {
                None => return false,
                Some(None) => return true,
                Some(Some(_)) if !seen.insert(at) => return false,
                Some(Some(next)) => at = next,
            }
        }
    })
}

/// A family of random copies of copies: edits, cuts, lines that name anybody, times that may be wrong or missing.
fn families() -> impl Strategy<Value = Vec<Article>> {
    let one = (0_usize..8, 0_usize..6, 0_usize..7, 0_i64..5, prop::bool::ANY, 0_usize..9);
    prop::collection::vec(one, 1..8).prop_map(|copies| {
        let mut bodies = vec![FERRY.to_owned()];
        let mut articles = vec![at(1, "Outlet 0", TEN, FERRY)];
        for (number, (of, edit, cut, hour, dated, named)) in copies.into_iter().enumerate() {
            let mut body = bodies[of % bodies.len()].clone();
            if let Some(change) = [NURSES, WINTER, ("engineers", "divers and surveyors")].get(edit) {
                body = body.replace(change.0, change.1);
            }
            let kept: Vec<&str> =
                body.split("\n\n").enumerate().filter(|&(at, _)| at + 1 != cut).map(|(_, p)| p).collect();
            body = kept.join("\n\n");
            if named < 8 {
                body.push_str(&format!("\n\nThis article first appeared in Outlet {named}."));
            }
            bodies.push(body.clone());
            let time = if dated { format!("2025-08-20T{:02}:00:00Z", 8 + hour) } else { String::new() };
            articles.push(at(number as u64 + 2, &format!("Outlet {}", number + 1), &time, &body));
        }
        articles
    })
}

proptest! {
    #[test]
    fn every_tree_is_one_whoever_comes_first_and_whatever_is_claimed(
        articles in families(),
        turn in 0_usize..8,
        said in prop::option::of(1_u64..9),
    ) {
        let said = said.map(id);
        let found = lineage(&printings(&articles), said);
        prop_assert!(is_tree(&found), "{found:#?}");
        prop_assert_eq!(found.edges.len(), articles.len());
        let mut turned = articles.clone();
        turned.rotate_left(turn % articles.len());
        prop_assert_eq!(&lineage(&printings(&turned), said), &found);
        turned.reverse();
        prop_assert_eq!(&lineage(&printings(&turned), said), &found);
        for edge in &found.edges {
            let member = articles.iter().find(|article| article.id == edge.article).unwrap();
            for clue in &edge.clues {
                if let Some(span) = clue.span {
                    prop_assert_eq!(span.of(&member.body), Some(clue.words.as_str()));
                }
                prop_assert_ne!(clue.of, Some(edge.article));
            }
            prop_assert!(edge.parent.is_some() || edge.reason != Reason::InheritedEdits);
        }
    }
}
