//! How the texts of a story are counted: outlets, publishers, origins, and what is not known, each apart.

use std::collections::BTreeMap;
use wireroom_copy::{Carried, Origin, Traced, count};
use wireroom_model::{
    AgencyCredit, AgencyPart, ArticleId, Coverage, FamilyId, Ground, Kind, Printings, Reason, Whose,
};

const BODY: &str = "The harbour board closed the northern quay on Tuesday after a diver found that two of its piers \
had lost most of their footing, and said that ferries would leave from the coal dock until the spring, when money \
for the repair is to be voted by the council of the town.";

fn id(number: u64) -> ArticleId {
    ArticleId::new(number).unwrap()
}

fn family(number: u64) -> FamilyId {
    FamilyId::new(number).unwrap()
}

fn alone(number: u64, outlet: &'static str) -> Carried<'static> {
    Carried {
        article: id(number),
        outlet: Some(outlet),
        host: None,
        publisher: None,
        family: None,
        agency: None,
        credits: &[],
        kind: Kind::Article,
        stump: false,
        body: BODY,
    }
}

fn copy(number: u64, outlet: &'static str, of: u64) -> Carried<'static> {
    Carried { family: Some(family(of)), ..alone(number, outlet) }
}

fn credit(agency: &str, part: AgencyPart) -> AgencyCredit {
    AgencyCredit { agency: agency.to_owned(), part, words: format!("By {agency}") }
}

fn traced(origin: Origin, reason: Reason) -> Traced {
    Traced { origin, reason, words: String::new(), outlet: None, publisher: None, members: usize::MAX }
}

const OUTLETS: [&str; 10] = [
    "Ash Post",
    "Birch Echo",
    "Cedar Mail",
    "Dunlin Star",
    "Elm Times",
    "Finch News",
    "Gull Press",
    "Heron Day",
    "Ibis Sun",
    "Jay World",
];

fn ten(agency: Option<&'static str>) -> Vec<Carried<'static>> {
    (1..).zip(OUTLETS).map(|(number, outlet)| Carried { agency, ..copy(number, outlet, 1) }).collect()
}

fn counted(articles: &[Carried<'_>], traced: Vec<(u64, Traced)>) -> Coverage {
    let traced = traced.into_iter().map(|(number, traced)| (family(number), traced)).collect();
    let coverage = count(articles, &traced, false);
    // The order in which they come says nothing.
    let turned: Vec<Carried<'_>> = articles.iter().rev().copied().collect();
    assert_eq!(count(&turned, &traced, false), coverage);
    whole(articles, &coverage);
    coverage
}

/// Every article stands in the evidence once, and known grounds stand under origins alone.
fn whole(articles: &[Carried<'_>], coverage: &Coverage) {
    let known = coverage.origins.iter().flat_map(|origin| &origin.texts);
    assert!(known.clone().all(|text| text.ground.is_known()), "{coverage:?}");
    assert!(coverage.unknown.iter().all(|text| !text.ground.is_known()), "{coverage:?}");
    let all = known.chain(&coverage.unknown).flat_map(|text: &Printings| &text.articles);
    let mut all: Vec<ArticleId> = all.copied().collect();
    all.sort_unstable();
    let mut given: Vec<ArticleId> = articles.iter().map(|article| article.article).collect();
    given.sort_unstable();
    assert_eq!(all, given);
}

fn numbers(coverage: &Coverage) -> (u32, usize, usize) {
    (coverage.outlets, coverage.origins.len(), coverage.unknown.len())
}

#[test]
fn ten_feeds_that_carry_one_wire_are_one_origin() {
    let coverage = counted(
        &ten(Some("Tern")),
        vec![(1, traced(Origin::Agency("Tern".to_owned()), Reason::AgencyCredit))],
    );
    assert_eq!(numbers(&coverage), (10, 1, 0));
    assert_eq!(coverage.origins[0].whose, Whose::Agency("Tern".to_owned()));
    assert_eq!(numbers(&counted(&ten(Some("Tern")), Vec::new())), (10, 1, 0));
}

#[test]
fn ten_copies_of_unknown_order_are_one_unknown_text_and_no_independent_origin() {
    let told = traced(Origin::Unknown, Reason::OrderUnknown);
    let coverage = counted(&ten(None), vec![(1, told)]);
    assert_eq!(numbers(&coverage), (10, 0, 1));
    assert_eq!(coverage.unknown[0].ground, Ground::OrderUnknown);
    assert_eq!(coverage.unknown[0].articles.len(), 10);
    assert!((1..=10).all(|number| coverage.witness(id(number)).is_none()));
    // Without a lineage it is no better known.
    assert_eq!(numbers(&counted(&ten(None), Vec::new())), (10, 0, 1));
}

#[test]
fn ten_copies_whose_first_printing_is_known_are_that_outlets() {
    let coverage = counted(&ten(None), vec![(1, traced(Origin::Article(id(4)), Reason::Earliest))]);
    assert_eq!(numbers(&coverage), (10, 1, 0));
    assert_eq!(coverage.origins[0].whose, Whose::Outlet("Dunlin Star".to_owned()));
    assert_eq!(coverage.origins[0].texts[0].ground, Ground::Earliest);
}

#[test]
fn an_agencys_own_article_and_its_five_carriers_are_one_origin() {
    let told = || vec![(2, traced(Origin::Agency("Tern".to_owned()), Reason::AgencyCredit))];
    // The agency prints a longer text than the five, which is no copy of theirs, under a longer masthead.
    let mut articles = vec![alone(1, "Tern News Agency")];
    articles.extend((2..7).map(|number| Carried {
        agency: Some("Tern"),
        ..copy(number, OUTLETS[usize::try_from(number).unwrap()], 2)
    }));
    let coverage = counted(&articles, told());
    assert_eq!(numbers(&coverage), (6, 1, 0));
    let grounds: Vec<Ground> = coverage.origins[0].texts.iter().map(|text| text.ground).collect();
    assert_eq!(grounds, [Ground::AgencyOwn, Ground::AgencyCredit]);
    // Its letters are its name too, where they tell it.
    articles[0].outlet = Some("Tidal Eastern Relay Network");
    articles.iter_mut().skip(1).for_each(|article| article.agency = Some("TERN"));
    let letters = vec![(2, traced(Origin::Agency("TERN".to_owned()), Reason::AgencyCredit))];
    assert_eq!(numbers(&counted(&articles, letters)), (6, 1, 0));
    // A paper whose name holds the agency's among others is no agency.
    articles[0].outlet = Some("Tern Island Gazette");
    assert_eq!(numbers(&counted(&articles, told())), (6, 2, 0));
}

#[test]
fn two_reports_of_one_agency_are_one_source() {
    let mut articles: Vec<Carried<'_>> = (1..=3)
        .map(|n| Carried { agency: Some("Tern"), ..copy(n, OUTLETS[usize::try_from(n).unwrap()], 1) })
        .collect();
    articles.push(Carried { agency: Some("tern "), ..alone(9, "Jay World") });
    let coverage = counted(&articles, Vec::new());
    assert_eq!(numbers(&coverage), (4, 1, 0));
    assert_eq!(coverage.origins[0].texts.len(), 2);
    assert_eq!(coverage.witness(id(9)), coverage.witness(id(1)));
}

#[test]
fn a_text_of_two_agencies_adds_no_origin_where_one_of_them_stands_already() {
    let both = [credit("Tern", AgencyPart::Wrote), credit("Meridian", AgencyPart::Wrote)];
    let mixed = Carried { credits: &both, agency: Some("Tern"), ..alone(1, "Ash Post") };
    let tern = Carried { agency: Some("Tern"), ..alone(2, "Birch Echo") };
    let meridian = Carried { agency: Some("Meridian"), ..alone(3, "Cedar Mail") };
    let coverage = counted(&[mixed], Vec::new());
    assert_eq!(coverage.origins[0].whose, Whose::Agency("Meridian and Tern".to_owned()));
    assert_eq!(counted(&[mixed, meridian], Vec::new()).origins.len(), 1);
    assert_eq!(counted(&[mixed, tern, meridian], Vec::new()).origins.len(), 2);
    // Two mixed texts with one agency in common are not independent of each other.
    let other = [credit("Meridian", AgencyPart::Wrote), credit("Auk", AgencyPart::Wrote)];
    let other = Carried { credits: &other, ..alone(4, "Dunlin Star") };
    assert_eq!(counted(&[mixed, other], Vec::new()).origins.len(), 1);
}

#[test]
fn a_text_to_which_an_agency_contributed_is_its_outlets_own() {
    let credits = [credit("Tern", AgencyPart::Contributed)];
    let own = Carried { credits: &credits, agency: Some("Tern"), ..alone(1, "Ash Post") };
    let coverage = counted(&[own, Carried { agency: Some("Tern"), ..alone(2, "Birch Echo") }], Vec::new());
    let whose: Vec<&str> = coverage.origins.iter().map(|origin| origin.whose.name()).collect();
    assert_eq!(whose, ["Ash Post", "Tern"]);
}

#[test]
fn two_texts_of_one_outlet_are_one_origin_and_of_one_owner_too_where_a_list_says_so() {
    let first = Carried { publisher: Some("Quay Media"), ..alone(1, "Ash Post") };
    let second = Carried { publisher: Some("Quay  media"), ..alone(2, "Birch Echo") };
    let third = alone(3, "Cedar Mail");
    let again = alone(4, "The Cedar Mail");
    let coverage = count(&[first, second, third, again], &BTreeMap::new(), true);
    assert_eq!((coverage.outlets, coverage.publishers, coverage.unlisted), (4, Some(3), 2));
    let whose: Vec<&Whose> = coverage.origins.iter().map(|origin| &origin.whose).collect();
    let outlet = |name: &str| Whose::Outlet(name.to_owned());
    assert_eq!(
        whose,
        [&Whose::Publisher("Quay Media".to_owned()), &outlet("Cedar Mail"), &outlet("The Cedar Mail")]
    );
    // Without a list nobody knows of owners.
    let plain = [alone(1, "Ash Post"), alone(2, "Birch Echo"), alone(3, "ASH POST")];
    let coverage = count(&plain, &BTreeMap::new(), false);
    assert_eq!((coverage.outlets, coverage.publishers, coverage.unlisted), (2, None, 0));
    assert_eq!(coverage.origins.len(), 2);
}

#[test]
fn families_first_printed_by_two_outlets_of_one_owner_are_one_origin() {
    let owned = |carried: Carried<'static>| Carried { publisher: Some("Quay Media"), ..carried };
    let articles = [
        owned(copy(1, "Ash Post", 1)),
        copy(2, "Cedar Mail", 1),
        owned(copy(3, "Birch Echo", 3)),
        copy(4, "Dunlin Star", 3),
    ];
    let told = |first| traced(Origin::Article(id(first)), Reason::Earliest);
    let coverage = counted(&articles, vec![(1, told(1)), (3, told(3))]);
    assert_eq!(coverage.origins.len(), 1);
    assert_eq!(coverage.origins[0].whose, Whose::Publisher("Quay Media".to_owned()));
    let coverage = counted(&articles, vec![(1, told(2)), (3, told(4))]);
    assert_eq!(coverage.origins.len(), 2);
}

#[test]
fn an_outlet_of_one_owner_is_called_by_its_own_name() {
    let one = Carried { publisher: Some("Quay Media"), ..alone(1, "Ash Post") };
    let coverage = count(&[one], &BTreeMap::new(), true);
    assert_eq!(coverage.origins[0].whose, Whose::Outlet("Ash Post".to_owned()));
    assert_eq!(coverage.publishers, Some(1));
}

#[test]
fn what_cannot_be_compared_is_unknown_and_says_why() {
    let articles = [
        alone(1, "Ash Post"),
        Carried { kind: Kind::Paywall, ..alone(2, "Birch Echo") },
        Carried { stump: true, ..alone(3, "Cedar Mail") },
        Carried { body: "Quay closed, ferries leave from the coal dock.", ..alone(4, "Dunlin Star") },
        Carried { kind: Kind::Listing, ..alone(5, "Elm Times") },
        Carried { outlet: None, ..alone(6, "") },
    ];
    let coverage = counted(&articles, Vec::new());
    assert_eq!(numbers(&coverage), (6, 1, 5));
    let grounds: Vec<Ground> = coverage.unknown.iter().map(|text| text.ground).collect();
    assert_eq!(grounds, [Ground::Stump, Ground::Stump, Ground::Short, Ground::Gathers, Ground::NoOutlet]);
}

#[test]
fn an_outlet_that_nobody_names_is_known_by_the_host_of_its_page() {
    let one = Carried { outlet: Some("  "), host: Some("ash.example"), ..alone(1, "") };
    let coverage = counted(&[one, alone(2, "Birch Echo")], Vec::new());
    assert_eq!(numbers(&coverage), (2, 2, 0));
    assert_eq!(coverage.origins[0].whose, Whose::Outlet("ash.example".to_owned()));
}

#[test]
fn a_first_printing_outside_the_story_is_an_origin_only_where_it_may_be_named() {
    let first = |outlet: Option<&str>| Traced {
        outlet: outlet.map(str::to_owned),
        ..traced(Origin::Article(id(77)), Reason::Earliest)
    };
    let articles = [copy(1, "Ash Post", 1), copy(2, "Birch Echo", 1)];
    let coverage = counted(&articles, vec![(1, first(Some("Jay World")))]);
    assert_eq!(coverage.origins[0].whose, Whose::Outlet("Jay World".to_owned()));
    let coverage = counted(&articles, vec![(1, first(None))]);
    assert_eq!(numbers(&coverage), (2, 0, 1));
    assert_eq!(coverage.unknown[0].ground, Ground::Unseen);
}

#[test]
fn a_line_that_names_the_first_outlet_makes_it_the_origin() {
    let told = traced(Origin::Outlet("Jay World".to_owned()), Reason::FirstPublished);
    let articles = [copy(1, "Ash Post", 1), copy(2, "Birch Echo", 1), alone(3, "Jay World")];
    let coverage = counted(&articles, vec![(1, told)]);
    assert_eq!(numbers(&coverage), (3, 1, 0));
    assert_eq!(coverage.origins[0].texts[0].ground, Ground::FirstPublished);
}

#[test]
fn printings_of_one_outlet_are_its_own_whichever_came_first() {
    let told = |members| Traced { members, ..traced(Origin::Unknown, Reason::OrderUnknown) };
    let articles = [copy(1, "Ash Post", 1), copy(2, "Ash Post", 1)];
    let coverage = counted(&articles, vec![(1, told(2))]);
    assert_eq!(coverage.origins[0].texts[0].ground, Ground::OneHouse);
    // A third printing that is not seen here may be another's.
    assert_eq!(numbers(&counted(&articles, vec![(1, told(3))])), (1, 0, 1));
}

#[test]
fn no_articles_have_no_origin() {
    assert_eq!(counted(&[], Vec::new()), Coverage::default());
}
