//! What a brief says, over texts written for these tests.

use crate::press::{Text, ferry, sources, text};
use wireroom_brief::{Brief, Cited, Enough, FigureGroup, Thin, Verdict, brief};

fn of(texts: &[Text]) -> Brief {
    brief(&sources(texts))
}

fn group<'b>(brief: &'b Brief, what: &str) -> &'b FigureGroup {
    brief
        .figures
        .iter()
        .find(|g| g.what == what)
        .unwrap_or_else(|| panic!("no {what} in {:#?}", brief.figures))
}

fn texts(cited: &[Cited]) -> Vec<&str> {
    cited.iter().map(Cited::text).collect()
}

#[test]
fn a_brief_has_an_outlets_own_title_and_a_lead_of_two_to_five_sentences() {
    let press = ferry();
    let brief = of(&press);
    assert_eq!(brief.enough, Enough::Yes);
    let headline = brief.headline.unwrap();
    assert!(press.iter().any(|t| t.title == headline.text() && t.id == headline.article().get()));
    assert!((2..=5).contains(&brief.lead.len()), "{:?}", texts(&brief.lead));
    assert!(brief.lead[0].text().contains("ferry"), "{:?}", texts(&brief.lead));
}

#[test]
fn the_order_of_sources_changes_nothing() {
    let mut press = ferry();
    let first = serde_json::to_string(&of(&press)).unwrap();
    press.reverse();
    assert_eq!(serde_json::to_string(&of(&press)).unwrap(), first);
}

#[test]
fn nothing_is_said_twice() {
    let brief = of(&ferry());
    let mut said: Vec<&str> = texts(&brief.lead);
    said.extend(brief.points.iter().map(|p| p.sentence.text()));
    let rescue = said.iter().filter(|s| s.contains("Rescue boats")).count();
    assert!(rescue <= 1, "{said:#?}");
    let mut unique = said.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), said.len());
}

#[test]
fn a_copy_adds_a_source_to_a_point_and_no_witness() {
    let press = vec![ferry()[0].clone().of_family(1), ferry()[3].clone()];
    let brief = of(&press);
    let points = &brief.points;
    assert!(!points.is_empty());
    for point in points {
        assert_eq!(point.witnesses, 1, "{point:#?}");
        assert_eq!(point.others.len(), 1, "{point:#?}");
    }
}

#[test]
fn the_same_words_in_two_outlets_are_one_quote_with_its_speaker() {
    let brief = of(&ferry());
    let signal: Vec<_> = brief.quotes.iter().filter(|q| q.words.text().contains("fog signal")).collect();
    assert_eq!(signal.len(), 1, "{:#?}", brief.quotes);
    assert_eq!(signal[0].witnesses, 2);
    assert_eq!(signal[0].others.len(), 1);
    assert!(signal[0].speaker.as_ref().unwrap().text().ends_with("Mara Voss"));
    assert!(brief.quotes.iter().any(|q| q.speaker.as_ref().is_some_and(|s| s.text() == "Odo Brandt")));
}

#[test]
fn a_count_of_injured_that_grows_with_time_is_updated() {
    let brief = of(&ferry());
    let injured = group(&brief, "people injured");
    assert_eq!(injured.verdict, Verdict::Updated, "{injured:#?}");
    assert_eq!((injured.figures[0].low, injured.figures[0].hedge.as_deref()), (12.0, Some("At least")));
    assert_eq!(injured.figures.last().unwrap().low, 19.0);
    assert_eq!(group(&brief, "passengers").verdict, Verdict::Same);
}

fn two(first: &str, second: &str) -> Vec<Text> {
    let filler = "The council of Port Brandt meets again on the matter in its old hall by the harbour.";
    let more = "Shops along the quay stayed closed while workers swept the water from their floors.";
    vec![
        text(1, "Brandt Gazette", "2031-08-20T09:00:00Z", "Harbour wall", &[first, filler, more]),
        text(2, "Northern Courier", "2031-08-20T09:30:00Z", "The wall", &[second, more, filler]),
    ]
}

#[test]
fn two_families_that_state_different_costs_of_one_thing_conflict() {
    let brief = of(&two(
        "The new harbour wall of Port Brandt will cost 40 million crowns, the mayor said.",
        "The new harbour wall of Port Brandt will cost 52 million crowns, according to the mayor.",
    ));
    assert_eq!(group(&brief, "new harbour wall").verdict, Verdict::Conflict);
}

#[test]
fn copies_of_one_wire_are_one_witness_and_never_conflict() {
    let mut press = two(
        "The new harbour wall of Port Brandt will cost 40 million crowns, the mayor said.",
        "The new harbour wall of Port Brandt will cost 52 million crowns, according to the mayor.",
    );
    press[1] = press[1].clone().of_family(1);
    assert!(of(&press).figures.iter().all(|g| g.verdict == Verdict::Single));
}

#[test]
fn two_reports_of_one_agency_are_one_witness_and_never_conflict() {
    let told = |second: &str, origin| {
        let first = "The new harbour wall of Port Brandt will cost 40 million crowns, the mayor said.";
        let mut press = two(first, second);
        press[1] = press[1].clone().of_origin(origin);
        of(&press)
    };
    let other = "The new harbour wall of Port Brandt will cost 52 million crowns, according to the mayor.";
    let same = "The new harbour wall of Port Brandt will cost 40 million crowns, according to the mayor.";
    for (origin, same_verdict, other_verdict) in [
        (Some(2), Verdict::Same, Verdict::Conflict),
        (Some(1), Verdict::Single, Verdict::Unclear),
        // An unknown origin may be the other one.
        (None, Verdict::Single, Verdict::Unclear),
    ] {
        assert_eq!(group(&told(same, origin), "new harbour wall").verdict, same_verdict, "{origin:?}");
        assert_eq!(group(&told(other, origin), "new harbour wall").verdict, other_verdict, "{origin:?}");
        let witnesses = if origin == Some(2) { 2 } else { 1 };
        let brief = told(same, origin);
        let point = brief.points.iter().find(|point| !point.others.is_empty());
        assert!(point.is_none_or(|point| point.witnesses == witnesses), "{brief:#?}");
    }
}

#[test]
fn what_is_said_by_texts_of_unknown_origin_alone_has_one_witness() {
    let press: Vec<Text> = ferry().into_iter().map(|text| text.of_origin(None)).collect();
    let brief = of(&press);
    assert!(!brief.points.is_empty() && !brief.quotes.is_empty());
    assert!(brief.points.iter().all(|point| point.witnesses == 1));
    assert!(brief.quotes.iter().all(|quote| quote.witnesses == 1));
    assert!(brief.timeline.iter().all(|dated| dated.witnesses == 1));
}

#[test]
fn this_month_and_in_august_are_no_conflict() {
    for (a, b) in [("270", "270"), ("270", "240")] {
        let brief = of(&two(
            &format!("The coast guard counted {a} drones over the islands of Port Brandt this month."),
            &format!("The coast guard counted {b} drones over the islands of Port Brandt in September."),
        ));
        assert_ne!(group(&brief, "drones").verdict, Verdict::Conflict, "August 2031 against September");
    }
    let brief = of(&two(
        "The coast guard counted 270 drones over the islands of Port Brandt this month.",
        "The coast guard counted 270 drones over the islands of Port Brandt in August.",
    ));
    assert_eq!(group(&brief, "drones").verdict, Verdict::Same);
}

#[test]
fn a_rounded_and_a_hedged_value_are_the_same() {
    let brief = of(&two(
        "The storm left 10,200 homes of the islands of Port Brandt without power overnight.",
        "The storm left about 10,000 homes of the islands of Port Brandt without power overnight.",
    ));
    assert_eq!(group(&brief, "homes").verdict, Verdict::Rounded);
}

#[test]
fn figures_of_other_scope_are_not_set_against_each_other() {
    let brief = of(&two(
        "The council bought 12 boats for the fishermen of the northern villages last year.",
        "Flames destroyed 30 boats in the marina while firemen waited for a pump.",
    ));
    assert!(brief.figures.iter().all(|g| g.verdict == Verdict::Single), "{:#?}", brief.figures);
}

#[test]
fn a_date_an_age_and_a_score_are_no_figures() {
    let brief = of(&two(
        "On 6 May 2031 the 34-year-old captain watched Port Brandt win 3-2 against the sailors of the Skerry club.",
        "The captain, 34, was born in 1997 and has lived at the harbour for 12 years with his parents.",
    ));
    assert!(brief.figures.is_empty(), "{:#?}", brief.figures);
}

#[test]
fn the_timeline_runs_by_event_and_not_by_printing() {
    let brief = of(&ferry());
    let dates: Vec<String> = brief.timeline.iter().map(|d| d.date.to_string()).collect();
    let mut sorted = dates.clone();
    sorted.sort();
    assert_eq!(dates, sorted);
    assert!(dates.contains(&"2031-03-03".to_owned()), "{dates:?}");
    assert!(dates.contains(&"2031-04-28".to_owned()), "{dates:?}");
    for entry in &brief.timeline {
        assert!(entry.sentence.chars().start <= entry.at.start && entry.at.end <= entry.sentence.chars().end);
    }
}

#[test]
fn without_a_publication_date_tuesday_is_on_no_timeline() {
    let mut press = ferry();
    for text in &mut press {
        text.published = wireroom_model::Time::Unknown;
    }
    let brief = of(&press);
    assert!(
        brief.timeline.iter().all(|d| !d.sentence.text().contains("on Tuesday")),
        "{:#?}",
        brief.timeline
    );
}

#[test]
fn a_coming_weekday_is_no_date_for_what_is_told_as_past() {
    let brief = of(&two(
        "Harbour master Ida Thorn says that she reported the broken lamp to the harbour office on Friday.",
        "The harbour office will repair the broken lamp on the outer wall on Friday.",
    ));
    let told: Vec<&str> = brief.timeline.iter().map(|dated| dated.sentence.text()).collect();
    assert!(told.iter().any(|text| text.contains("will repair")), "{told:?}");
    assert!(
        told.iter().all(|text| !text.contains("reported")
            || brief
                .timeline
                .iter()
                .all(|d| { d.sentence.text() != *text || d.date.to_string().as_str() < "2031-08-20" })),
        "{told:?}"
    );
}

#[test]
fn a_call_to_the_reader_is_no_key_point_and_few_points_of_one_family_stand() {
    let call = "Follow the repair of the broken lamp on the harbour wall with our reporters on the quay.";
    let brief =
        of(&two(call, "The broken lamp on the harbour wall of Port Brandt is to be repaired on Friday."));
    assert!(brief.lead.iter().all(|cited| !cited.text().contains("Follow")));
    assert!(brief.points.iter().all(|point| !point.sentence.text().contains("Follow")));
    let alone = of(&ferry()).points.iter().filter(|point| point.witnesses < 2).count();
    assert!(alone <= 5, "{alone}");
}

#[test]
fn a_thin_story_says_so_and_keeps_its_title() {
    let brief = of(&[text(1, "Isle Radio", "2031-05-06", "Ferry late", &["The ferry is late."])]);
    assert_eq!(brief.enough, Enough::No(Thin::FewSentences));
    assert!(brief.lead.is_empty() && brief.points.is_empty());
    assert_eq!(brief.headline.unwrap().text(), "Ferry late");
    let json = serde_json::to_value(of(&[text(1, "Isle Radio", "2031-05-06", "Ferry late", &[])])).unwrap();
    assert_eq!((json["enough"].as_bool(), json["thin"].as_str()), (Some(false), Some("no_text")));
    assert_eq!(brief.sources.len(), 1);
}

#[test]
fn no_sources_make_an_empty_brief() {
    let brief = brief(&[]);
    assert_eq!(brief.enough, Enough::No(Thin::NoText));
    assert!(brief.headline.is_none());
}

#[test]
fn a_cited_sentence_serialises_with_character_offsets() {
    let press = vec![text(
        7,
        "Isle Radio",
        "2031-05-06",
        "Fähre",
        &[
            "Über Nacht fuhr die Fähre Halcyon bei Port Brandt auf die Felsen.",
            "Die Küstenwache barg alle Menschen an Bord der Fähre noch vor Mittag.",
        ],
    )];
    let value = serde_json::to_value(of(&press)).unwrap();
    let lead = value["lead"].as_array().unwrap();
    assert!(!lead.is_empty());
    for cited in lead {
        let chars: Vec<char> = press[0].body.chars().collect();
        let (start, end) =
            (cited["start"].as_u64().unwrap() as usize, cited["end"].as_u64().unwrap() as usize);
        assert_eq!(chars[start..end].iter().collect::<String>(), cited["text"].as_str().unwrap());
        assert_eq!(cited["text_hash"].as_str().unwrap(), press[0].hash);
        assert_eq!((cited["article"].as_u64(), cited["version"].as_u64()), (Some(7), Some(1007)));
    }
}

#[test]
fn german_figures_are_read_the_german_way() {
    let mut press = two(
        "Der neue Deich von Port Brandt kostet rund 1,5 Millionen Euro, sagte die Bürgermeisterin am Hafen.",
        "Der neue Deich von Port Brandt kostet 1.500.000 Euro, sagte die Bürgermeisterin am Hafen.",
    );
    for text in &mut press {
        text.lang = wireroom_model::Lang::parse("de");
    }
    let brief = of(&press);
    let money = brief.figures.iter().find(|g| g.unit.as_deref() == Some("EUR")).unwrap();
    assert_eq!(money.verdict, Verdict::Rounded, "{money:#?}");
    assert!(money.figures.iter().all(|f| f.low == 1_500_000.0));
    assert_eq!(money.figures[0].hedge.as_deref(), Some("rund"));
}

#[test]
fn a_toll_of_another_profession_is_another_figure() {
    let brief = of(&two(
        "Four sailors were killed when the crane of Port Brandt fell on the quay, the coast guard said.",
        "At least 15 people were killed when the crane of Port Brandt fell on the quay, the coast guard said.",
    ));
    assert_eq!(group(&brief, "sailors killed").verdict, Verdict::Single);
    assert_eq!(group(&brief, "people killed").verdict, Verdict::Single);
}

#[test]
fn what_two_counters_count_is_no_update_of_each_other() {
    let told = |counter: &str| {
        let second =
            format!("Now 240 sailors have been killed off Port Brandt this year, the {counter} said.");
        let mut press = two(
            "So far 192 sailors have been killed off Port Brandt this year, the Harbour Union said.",
            &second,
        );
        press[1] = text(2, "Northern Courier", "2031-08-20T18:30:00Z", "The toll", &[&second]);
        let brief = of(&press);
        group(&brief, "sailors killed").verdict
    };
    assert_eq!(told("Harbour Union"), Verdict::Updated);
    assert_ne!(told("Coastal League"), Verdict::Updated);
}

#[test]
fn hundreds_of_whatever_tie_no_counts_to_each_other() {
    let mut press = two(
        "The storm at Port Brandt killed 250 people, the coast guard said.",
        "Hundreds of people were killed by the storm at Port Brandt, the coast guard said.",
    );
    let third = "A storm at Port Brandt killed 257 people, the coast guard said.";
    press.push(text(3, "Quay Post", "2031-08-20T10:00:00Z", "The storm", &[third]));
    let brief = of(&press);
    let tied = |g: &&FigureGroup| {
        g.figures.iter().any(|f| f.low == 250.0) && g.figures.iter().any(|f| f.high == 999.0)
    };
    assert_eq!(brief.figures.iter().find(tied), None, "{:#?}", brief.figures);
}

#[test]
fn a_sum_in_another_money_and_a_ratio_are_no_second_figure() {
    let brief = of(&two(
        "The wreck of Port Brandt will cost its owner $90 million (£67m), the coast guard said.",
        "Two in 10,000 households of the islands lost their boats under Section 232 of the harbour act.",
    ));
    let values: Vec<f64> = brief.figures.iter().flat_map(|g| g.figures.iter().map(|f| f.low)).collect();
    assert!(values.iter().all(|v| [90e6, 0.0002].contains(v)), "{values:?}");
    let sums: Vec<_> = brief.figures.iter().filter(|g| g.unit.as_deref() == Some("USD")).collect();
    assert_eq!((sums.len(), sums[0].figures[0].low), (1, 90e6));
}

#[test]
fn a_story_of_more_sources_than_are_read_lists_them_all() {
    let one = ferry();
    let press: Vec<Text> = (1..=520)
        .map(|id| {
            let mut copy = one[(id % 3) as usize].clone();
            copy.id = id;
            copy.family = Some(id % 3 + 1);
            copy
        })
        .collect();
    let brief = of(&press);
    assert_eq!(brief.sources.len(), 520);
    assert!(brief.points.iter().all(|p| p.witnesses <= 3));
    assert!(brief.quotes.iter().all(|q| q.witnesses <= 3));
}

#[test]
fn a_story_in_two_languages_leads_in_the_language_of_most_families() {
    let mut press = ferry();
    let mut german = two(
        "Die Fähre Halcyon lief am Dienstag bei Port Brandt im Nebel auf die Felsen der Insel.",
        "Die Fähre Halcyon lief am Dienstag bei Port Brandt im Nebel auf die Felsen der Insel.",
    )
    .remove(0);
    german.id = 9;
    german.lang = wireroom_model::Lang::parse("de");
    press.push(german);
    let brief = of(&press);
    assert!(brief.lead.iter().all(|c| c.article().get() != 9));
    assert!(brief.sources.iter().any(|s| s.article.get() == 9));
}

#[test]
fn a_lead_begins_after_its_dateline_and_a_quote_ends_before_its_comma() {
    let mut press = ferry();
    let dated = format!("PORT BRANDT, Aldmark, 6 May (Northern Wire) — {}", press[0].body);
    press[0] = text(1, "Brandt Gazette", "2031-05-06T09:00:00Z", "Ferry runs aground", &[&dated]);
    let brief = of(&press);
    assert!(
        brief.lead.iter().all(|cited| !cited.text().contains("Northern Wire")),
        "{:?}",
        texts(&brief.lead)
    );
    for cited in brief.lead.iter().chain(brief.quotes.iter().map(|quoted| &quoted.words)) {
        let source = press.iter().find(|text| text.id == cited.article().get()).unwrap();
        assert_eq!(cited.span().of(&source.body), Some(cited.text()));
        assert!(!cited.text().ends_with(','), "{}", cited.text());
    }
    assert!(!brief.quotes.is_empty());
}

#[test]
fn colour_loses_to_what_several_families_state() {
    let colour = "For so many years nobody has written that little sentence about ferry passengers.";
    let mut press = ferry();
    press[2].body = format!("{colour}\n\n{}", press[2].body);
    let brief = of(&press);
    let first: Vec<&str> = brief.points.iter().take(3).map(|point| point.sentence.text()).collect();
    assert!(!first.contains(&colour) && !texts(&brief.lead).contains(&colour), "{first:#?}");
}

#[test]
fn one_amount_of_money_is_one_figure_however_it_is_told() {
    let brief = of(&[
        text(
            1,
            "Brandt Gazette",
            "2031-08-20T09:00:00Z",
            "Duty",
            &[
                "Parcels to Kestria worth up to $800 will no longer be free of duty, the customs office of Port Brandt said.",
            ],
        ),
        text(
            2,
            "Northern Courier",
            "2031-08-20T09:30:00Z",
            "Post",
            &[
                "Shops in Port Brandt fear for their trade. Goods below the limit of $800 had crossed the border untaxed.",
            ],
        ),
        text(
            3,
            "Quay Post",
            "2031-08-20T10:00:00Z",
            "Trade",
            &["An exemption of $800 has helped small sellers in Port Brandt for years, the chamber said."],
        ),
    ]);
    let groups: Vec<_> = brief.figures.iter().filter(|g| g.unit.as_deref() == Some("USD")).collect();
    assert_eq!(groups.len(), 1, "{groups:#?}");
    assert_eq!(groups[0].figures.len(), 3);
}

#[test]
fn a_day_without_its_year_that_lies_months_ahead_of_a_past_event_is_no_entry() {
    let told = |sentence: &str| {
        let brief = of(&two(
            sentence,
            "The council of Port Brandt met about the harbour wall on Tuesday, 19 August 2031.",
        ));
        brief.timeline.iter().any(|entry| entry.date.to_string().starts_with("2031-10"))
    };
    assert!(!told("The war in Kestria began with the attack of Oct. 7 that killed many in Port Brandt."));
    assert!(told("The new ferry of Port Brandt will sail for Kestria on Oct. 7, its owner says."));
}

#[test]
fn a_phrase_that_names_nobody_speaks_no_quote() {
    let said = |speaker: &str| {
        let first = format!(
            "{speaker} said “the harbour wall was never meant to hold such a sea”, and left it there."
        );
        !of(&two(&first, "The council of Port Brandt met about the harbour wall on Tuesday."))
            .quotes
            .is_empty()
    };
    assert!(said("One person") && said("The harbour authorities") && said("The report"));
    assert!(!said("The low flood rate"));
}
