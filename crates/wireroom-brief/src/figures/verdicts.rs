//! What two figures are to each other, on sentences written for these tests: first what is a conflict, then all that looks
//! like one.

use super::*;

/// A text as an origin printed it; the figure is the first one that stands in it.
struct Text {
    said: &'static str,
    lang: Lang,
    hour: &'static str,
    origin: Option<u64>,
}

impl Text {
    fn published(&self) -> Time {
        format!("2031-05-06T{}:00Z", self.hour).parse().map_or(Time::Unknown, Time::At)
    }

    fn dates(&self) -> Vec<DateMention> {
        mentions(self.said, self.lang, self.published())
    }

    fn stated<'t>(&'t self, dates: &'t [DateMention]) -> Stated<'t> {
        let figure = figures(self.said, self.lang, self.published()).swap_remove(0);
        Stated::new(self.said, self.lang, self.published(), self.origin, figure, dates)
    }
}

fn en(said: &'static str, origin: u64) -> Text {
    Text { said, lang: Lang::EN, hour: "10:00", origin: Some(origin) }
}

fn of(one: &Text, other: &Text) -> Verdict {
    let (first, second) = (one.dates(), other.dates());
    let (a, b) = (one.stated(&first), other.stated(&second));
    let verdict = compare(&a, &b);
    assert_eq!(verdict, compare(&b, &a), "not the same from both sides");
    verdict
}

const FIRST: &str =
    "Divers brought 23 cannons up from the wreck of the Halcyon on Monday, the museum in Port Brandt said.";
const SECOND: &str =
    "The museum in Port Brandt has 31 cannons more to show: divers raised them from the Halcyon on Monday.";

#[test]
fn two_origins_that_tell_of_one_thing_with_two_values_contradict_each_other() {
    let other =
        "On Monday 31 cannons came up from the wreck of the Halcyon, according to the museum in Port Brandt.";
    assert_eq!(of(&en(FIRST, 1), &en(other, 2)), Verdict::Conflict);
}

#[test]
fn texts_that_share_no_words_but_names_and_the_matter_are_of_one_thing() {
    let english = en("Prison guards in Port Brandt said 14 inmates escaped through a sewer on Monday.", 1);
    let german = Text {
        said: "Aus dem Gefängnis von Port Brandt sind am Montag 19 Häftlinge durch einen Kanal geflohen.",
        lang: Lang::parse("de"),
        hour: "10:30",
        origin: Some(2),
    };
    assert_eq!(of(&english, &german), Verdict::Conflict);
}

#[test]
fn copies_of_one_wire_are_one_witness() {
    let other =
        "On Monday 31 cannons came up from the wreck of the Halcyon, according to the museum in Port Brandt.";
    assert_eq!(of(&en(FIRST, 1), &en(other, 1)), Verdict::Unclear);
}

#[test]
fn who_is_not_known_contradicts_nobody() {
    let other =
        "On Monday 31 cannons came up from the wreck of the Halcyon, according to the museum in Port Brandt.";
    assert_eq!(of(&en(FIRST, 1), &Text { origin: None, ..en(other, 2) }), Verdict::Unclear);
}

#[test]
fn one_value_in_other_words_is_the_same() {
    let other = "The museum in Port Brandt now has the Halcyon's guns: on Monday 23 cannons left the wreck.";
    assert_eq!(of(&en(FIRST, 1), &en(other, 2)), Verdict::Same);
}

#[test]
fn the_same_in_round_numbers_is_no_conflict() {
    let exact = "The museum in Port Brandt sold 4,812 tickets for the Halcyon show on Monday.";
    let round = "Some 4,800 tickets for the Halcyon show in Port Brandt were sold on Monday.";
    assert_eq!(of(&en(exact, 1), &en(round, 2)), Verdict::Rounded);
}

#[test]
fn a_count_that_grew_by_the_evening_is_updated() {
    let noon =
        en("The storm in Port Brandt had injured 12 people by noon on Tuesday, the fire service said.", 1);
    let night = Text {
        hour: "21:00",
        ..en("The storm in Port Brandt has now injured 19 people, the fire service said on Tuesday night.", 2)
    };
    assert_eq!(of(&noon, &night), Verdict::Updated);
}

#[test]
fn what_one_of_them_says_of_its_value_makes_it_another_value() {
    let whole = "Repairs to the pier in Port Brandt cost 41 million euros, the council said on Tuesday.";
    for other in [
        "Repairs to the pier in Port Brandt were originally to cost 28 million euros, the council said on Tuesday.",
        "The state pays 28 million euros towards repairs to the pier in Port Brandt, the council said on Tuesday.",
        "Repairs to the pier in Port Brandt cost 28 million euros per year, the council said on Tuesday.",
        "The council expects repairs to the pier in Port Brandt to cost 28 million euros, it said on Tuesday.",
        "Repairs to piers cost 28 million euros nationwide, the council in Port Brandt said on Tuesday.",
        "Repairs to the rival pier in Port Brandt cost 28 million euros, the council said on Tuesday.",
    ] {
        let verdict = of(&en(whole, 1), &en(other, 2));
        assert!(matches!(verdict, Verdict::Scope | Verdict::Unclear), "{verdict:?}: {other}");
    }
}

#[test]
fn before_tax_and_after_are_two_accounts() {
    let before = "Brandt Shipping made a profit before tax of 48 million euros in 2030.";
    let after = "Brandt Shipping made a profit of 36 million euros in 2030.";
    assert_ne!(of(&en(before, 1), &en(after, 2)), Verdict::Conflict);
}

#[test]
fn each_names_a_street_that_the_other_does_not_know() {
    let one = "Police in Port Brandt said 38 cars were damaged in Quell Street on Tuesday.";
    let other = "In Mill Lane, Port Brandt, 55 cars were damaged on Tuesday, police said.";
    assert_ne!(of(&en(one, 1), &en(other, 2)), Verdict::Conflict);
}

#[test]
fn two_stuffs_and_two_sorts_of_things_are_not_weighed_against_each_other() {
    for (one, other) in [
        (
            "Customs in Port Brandt seized 1.4 tonnes of cocaine on Tuesday.",
            "Customs in Port Brandt seized 2.1 tonnes of hashish on Tuesday.",
        ),
        (
            "In Port Brandt the strike shut 41 schools on Tuesday.",
            "In Port Brandt the strike shut 29 kindergartens on Tuesday.",
        ),
    ] {
        assert_ne!(of(&en(one, 1), &en(other, 2)), Verdict::Conflict, "{other}");
    }
}

#[test]
fn a_turnout_is_no_result() {
    let turnout = "Turnout in the vote on the pier was 61.8 percent in Port Brandt on Sunday.";
    let result = "On Sunday 58.3 percent in Port Brandt voted for the pier.";
    assert_ne!(of(&en(turnout, 1), &en(result, 2)), Verdict::Conflict);
}

#[test]
fn a_quarter_is_no_day() {
    let quarter = "Brandt Shipping sold 240 boats in the first quarter, it said on Tuesday.";
    let day = "Brandt Shipping sold 310 boats, it said on Tuesday.";
    assert_ne!(of(&en(quarter, 1), &en(day, 2)), Verdict::Conflict);
}

#[test]
fn a_prison_sentence_is_one_persons_who_must_be_named() {
    let driver = "After the robbery in Port Brandt the driver was jailed for six years on Tuesday.";
    let leader = "After the robbery in Port Brandt the leader was jailed for nine years on Tuesday.";
    assert_ne!(of(&en(driver, 1), &en(leader, 2)), Verdict::Conflict);
    let once = "Odo Marsh was jailed for six years on Tuesday after the robbery in Port Brandt.";
    let again =
        "Odo Marsh, who took part in the robbery in Port Brandt, was jailed for nine years on Tuesday.";
    assert_eq!(of(&en(once, 1), &en(again, 2)), Verdict::Conflict);
}

#[test]
fn what_stands_far_down_a_text_proves_nothing() {
    let far = format!("{} {}", "The museum has been open for long. ".repeat(25), FIRST);
    let far: &'static str = Box::leak(far.into_boxed_str());
    let dates = |text: &Text| mentions(text.said, text.lang, Time::Unknown).len();
    assert_eq!(dates(&en(far, 1)), dates(&en(FIRST, 1)), "one text, but for where the figure stands");
    let other = "The Halcyon gave up 31 cannons on Monday, the museum in Port Brandt said.";
    assert_ne!(of(&en(far, 1), &en(other, 2)), Verdict::Conflict);
    assert_eq!(of(&en(FIRST, 1), &en(other, 2)), Verdict::Conflict, "though it is one at the head");
}

#[test]
fn more_of_a_thing_is_no_second_count_of_it() {
    assert_ne!(of(&en(FIRST, 1), &en(SECOND, 2)), Verdict::Conflict);
}

#[test]
fn a_longer_time_two_places_an_owner_and_a_second_one_make_another_figure() {
    let first = "Customs in Port Brandt seized 74 crates of fireworks on Tuesday.";
    for other in [
        "Customs in Port Brandt seized 96 crates of fireworks this year, the ministry said on Tuesday.",
        "Customs in Port Brandt and Quell seized 96 crates of fireworks on Tuesday.",
        "Customs in Port Brandt seized 96 crates of fireworks over the weekend, it said on Tuesday.",
        "Customs in Port Brandt seized 96 crates of fireworks on a second ship on Tuesday.",
        "Customs in Port Brandt has 96 crates of fireworks in its cellar since it seized some on Tuesday.",
    ] {
        assert_ne!(of(&en(first, 1), &en(other, 2)), Verdict::Conflict, "{other}");
    }
    let same = "On Tuesday 96 crates of fireworks were seized by customs in Port Brandt.";
    assert_eq!(of(&en(first, 1), &en(same, 2)), Verdict::Conflict, "though without these it is one");
}

#[test]
fn a_second_quarter_is_not_another_thing() {
    let one = "Brandt Shipping made a profit of 48 million euros in the second quarter.";
    let other = "Second-quarter profit at Brandt Shipping was 36 million euros.";
    assert_eq!(of(&en(one, 1), &en(other, 2)), Verdict::Conflict);
}

#[test]
fn money_that_was_given_for_a_thing_is_not_its_cost() {
    let cost = "The roof of the museum in Port Brandt will cost 4.4 million euros, the city said on Tuesday.";
    let given = "Friends of the museum in Port Brandt have raised 3.1 million euros for its roof, the city said on Tuesday.";
    assert_ne!(of(&en(cost, 1), &en(given, 2)), Verdict::Conflict);
}
