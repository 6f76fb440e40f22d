//! What looks like a copy and is none: pages of many articles, furniture, templates, tables, quotations, common stock.

use crate::fixtures::{FERRY, ORCHARD, article, at, id, part, prose};
use std::collections::BTreeSet;
use wireroom_copy::Copies;
use wireroom_model::{Article, Relation};

const BRIDGE: &str = "Engineers in Tarn have found that the old road bridge carries twice the weight it was built for, and the council will limit it to cars from Sunday.\n\nLorries bound for the quarry at Orm must take the valley road, which adds 14 kilometres to each trip.\n\nThe quarry's owner, Hesp Stone, said 60 drivers were told of the change on Thursday and that two of its kilns may close.\n\nCouncillor Ada Brandt wants the province to pay for a new bridge, which would cost 31 million crowns and take three years.\n\nA petition of shopkeepers from Mill Street asks that buses be let through, since the next stop lies 900 metres from the market.";

const SCHOOL: &str = "The village school of Lower Quill will teach its 43 pupils in the town hall this winter, after damp was found in every classroom.\n\nParents carried desks and the library over the square on Saturday, with a tractor lent by the Oskar farm.\n\nHead teacher Runa Vik said lessons begin at nine on Monday, one bell later than usual, so that the hall can be heated.\n\nThe ministry in Aldis had put off the repair of the roof in 2019 and again two years later.\n\nA builder from Port Maren has promised to finish before Easter if the weather holds.";

/// Families of the window by the numbers of their members.
fn families(copies: &Copies, numbers: impl Iterator<Item = u64>) -> BTreeSet<Vec<u64>> {
    let family = |number| copies.placement(id(number)).unwrap().family;
    let members = |number| copies.members(family(number)).iter().map(|id| id.get()).collect();
    numbers.map(members).collect()
}

/// Every text is a family of its own, whatever the order.
fn all_apart(texts: &[Article]) {
    for turn in 0..texts.len() {
        let mut copies = Copies::default();
        for text in texts.iter().cycle().skip(turn).take(texts.len()) {
            copies.add(text, at(0));
        }
        for text in texts {
            let family = copies.placement(text.id).unwrap().family;
            let members = copies.members(family);
            assert_eq!(members, [text.id], "turn {turn}: {members:?} are one family");
        }
    }
}

fn of(outlet: &str, article: Article) -> Article {
    Article { outlet: Some(outlet.to_owned()), ..article }
}

#[test]
fn a_page_of_all_articles_is_in_no_family_and_glues_none() {
    let parts = [FERRY, ORCHARD, BRIDGE, SCHOOL];
    let page = parts.join("\n\n");
    let mut texts: Vec<Article> = parts.iter().zip(1..).map(|(body, number)| article(number, body)).collect();
    texts.push(article(5, &page));
    all_apart(&texts);
}

#[test]
fn copies_stay_together_beside_a_page_that_holds_them_all() {
    let parts = [FERRY, ORCHARD, BRIDGE, SCHOOL];
    let page = article(9, &parts.join("\n\n"));
    for place in 0..=8 {
        let mut texts: Vec<Article> = parts.iter().zip(1..).map(|(body, n)| article(n, body)).collect();
        texts.extend(parts.iter().zip(5..).map(|(body, n)| article(n, &part(body, &[0, 1, 2, 3]))));
        texts.insert(place, page.clone());
        let mut copies = Copies::default();
        for text in &texts {
            copies.add(text, at(0));
        }
        let expected = [vec![1, 5], vec![2, 6], vec![3, 7], vec![4, 8], vec![9]];
        assert_eq!(families(&copies, 1..=9), expected.into(), "the page came at {place}");
    }
}

/// What a house prints around every text: some 250 words that name nobody.
fn furniture() -> String {
    let lines = [
        "You are reading a text that was made for the people of this place by a small house that pays its writers and takes no orders from those who buy its space.",
        "If you think that a word in it is wrong then write to the desk and say which one, and somebody will look at it before the day is over and answer you by hand.",
        "We keep what we print for as long as the house stands, and we do not take anything down because it is old, because it is sad or because somebody would rather that it were gone.",
        "Pictures belong to those who took them and may not be used again without their leave, which you can ask for at the desk on any morning of the week but the first.",
        "Those who read here every day may carry part of the cost with a small sum each month, which can be stopped whenever they like and for which they are told what it was spent on.",
        "The next issue comes out when there is enough to fill it, and whoever leaves an address with us hears of it one evening before it lies in the shops and in the boxes.",
        "Letters of readers are printed whole or not at all, with the name of the writer unless there is a reason to leave it out, which the desk will weigh and will not tell.",
    ];
    lines.join("\n\n")
}

#[test]
fn a_site_and_its_sisters_with_nine_tenths_furniture_make_no_family() {
    let own = [
        "Baker Street closes on Monday while crews of Veldt Water dig up pipes laid in 1931, said Mayor Ine Rask in Hesp.",
        "A heron from Lake Orm was seen by Jory Banks and 14 pupils of Marsh School near Tarn Mill last Friday at noon.",
        "The choir of Saint Elin sings Odd Lunde and Per Gran at Old Market Hall, with 60 seats left for 12 April at 20.",
        "At Quill Bakery the oven of Berit Aas burnt out on Sunday, so that 300 loaves for Port Maren came from Aldis.",
        "Police in Lorne seek a blue van with the plate TM 4471 that left Dock Lane on Tuesday after hitting Nils Oster.",
        "The swimmers of Maren Rovers won 4 of 9 races at Veldt Bath on Saturday, with Iver Holt first over 200 metres.",
    ];
    let bodies = own.iter().map(|own| format!("{own}\n\n{}", furniture()));
    let one_site: Vec<Article> =
        bodies.clone().zip(1..).map(|(body, n)| of("Hesp Town Pages", article(n, &body))).collect();
    let share = own[0].split_whitespace().count() as f64 / one_site[0].body.split_whitespace().count() as f64;
    assert!(share < 0.11, "the fixture must be nine tenths furniture: {share}");
    all_apart(&one_site);
    let sisters = ["Hesp Town Pages", "Orm Town Pages", "Tarn Town Pages"];
    let many: Vec<Article> =
        bodies.zip(1..).zip(sisters.iter().cycle()).map(|((body, n), o)| of(o, article(n, &body))).collect();
    all_apart(&many);
}

#[test]
fn horoscopes_of_one_template_are_no_family() {
    let signs = ["Aries", "Taurus", "Gemini", "Cancer", "Leo", "Virgo", "Libra", "Scorpio"];
    let who = [
        "an old friend",
        "somebody at work",
        "a stranger",
        "a neighbour",
        "your family",
        "a person in charge",
        "a child",
        "the one you love",
        "a rival",
        "your oldest teacher",
        "a guest from abroad",
        "nobody but you",
    ];
    let does = [
        "calls about",
        "brings up",
        "wants to hear of",
        "has an answer to",
        "waits too long with",
        "shares",
        "hides",
        "laughs at",
        "pays for",
        "has forgotten",
        "takes away",
        "dreams of",
    ];
    let what = [
        "a journey over water",
        "money that was lost",
        "the plan you made",
        "an unpaid bill",
        "a letter you feared",
        "a small success",
        "the help you gave",
        "a promise from spring",
        "the quarrel of last week",
        "a new beginning",
        "some very good advice",
        "the key to a locked door",
    ];
    let when = [
        "before supper",
        "in the morning",
        "when you least expect it",
        "at the weekend",
        "late in the day",
        "on a walk",
        "over a glass of wine",
        "while others sleep",
        "as the moon turns",
        "without a word",
    ];
    let day = |seed: u64| {
        let mut state = seed * 0x9E37_79B9;
        let mut pick = |of: &[&'static str]| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            of[(state >> 40) as usize % of.len()]
        };
        let mut says = || format!("{} {} {} {}", pick(&who), pick(&does), pick(&what), pick(&when));
        let lines =
            signs.map(|sign| format!("{sign}: what the day holds. Love: {}. Work: {}.", says(), says()));
        lines.join("\n\n")
    };
    let texts: Vec<Article> = (1..=5).map(|n| article(n, &day(n))).collect();
    all_apart(&texts);
}

#[test]
fn market_tables_of_five_days_are_no_family() {
    let names = [
        "Aldis Lines",
        "Hesp Water",
        "Quill Orchards",
        "Maren Docks",
        "Orm Paper",
        "Tarn Mills",
        "Veldt Rail",
        "Lorne Glass",
    ];
    let day = |seed: usize| {
        let rows = names.iter().enumerate().map(|(row, name)| {
            let (price, change) = (170 * (seed + 3) + row * 31, (seed * 7 + row * 3) % 23 + 1);
            format!("{name} closed at {price} crowns, {} of {change} points from the day before, with {} shares traded.", if (seed + row).is_multiple_of(2) { "a gain" } else { "a loss" }, seed * 9_001 + row * 411)
        });
        format!("The exchange of Port Maren closed as follows.\n\n{}", rows.collect::<Vec<_>>().join("\n\n"))
    };
    let texts: Vec<Article> = (1..=5).map(|n| article(n, &day(n as usize))).collect();
    all_apart(&texts);
}

#[test]
fn many_matches_told_by_one_template_are_no_family_in_one_paper_or_in_several() {
    let games = [
        ["Maren Rovers", "Hesp Athletic", "Dock Lane", "Iver Holt", "Rasmus Teal", "2 to 1", "34"],
        ["Quill Town", "Aldis United", "Meadow Park", "Bram Oster", "Peer Lundt", "3 to 0", "58"],
        ["Orm Wanderers", "Tarn City", "Kiln Road", "Jens Falk", "Odd Brekke", "1 to 0", "71"],
        ["Lorne Albion", "Veldt Rangers", "Stone Field", "Ulf Roark", "Sten Vale", "4 to 2", "12"],
    ];
    let told = |[home, away, ground, scorer, keeper, score, minute]: [&str; 7]| {
        format!(
            "Another full ground saw {home} beat {away} by {score} at {ground} on a cold evening, with the first goal coming from {scorer} in minute {minute} after a long ball over the top.\n\nThe visitors had more of the game before the break but {keeper} kept them out with two fine saves, and when {scorer} ran clear down the left there was nobody near enough to stop the shot.\n\nBoth sides go on next weekend, when {home} travel to the leaders and {away} have a free week before the cup."
        )
    };
    let one: Vec<Article> =
        games.iter().zip(1..).map(|(game, n)| of("Coast Sport", article(n, &told(*game)))).collect();
    all_apart(&one);
    let several: Vec<Article> =
        games.iter().zip(1..).map(|(game, n)| of(&format!("Paper {n}"), article(n, &told(*game)))).collect();
    all_apart(&several);
}

#[test]
fn reports_that_share_only_long_quotations_are_no_family() {
    let quotes = [
        "“We have looked at every weld of this ship and we will not let it sail before each of them is sound, whatever that costs the harbour and however long it takes us.”",
        "“I told the board in March that the hull was thin and I told them again in May, and both times I was asked to come back when I had a picture of a hole.”",
        "“Nobody who travels with us has to fear for a season ticket, since the bus will take everybody who holds one until the last day of the year.”",
        "“If the yard needs a month then it will have a month, and if it needs two then the island will have a boat from the south for as long as that.”",
    ];
    let own = [
        [
            "The engineer of the harbour spoke to reporters on the quay this morning and did not hide his anger.",
            "He had come with a folder of letters under his arm.",
            "Commuters listened from the steps of the closed ticket hall.",
            "Then he went back on board with two of his men.",
        ],
        [
            "Questions about the ferry filled the council's meeting last night.",
            "A witness was heard for an hour before the doors were opened to the public.",
            "Members of three parties asked who would pay.",
            "The chair closed the session without a vote.",
        ],
        [
            "What happens to the island's boat is now a matter for lawyers, as a hearing showed.",
            "Both sides brought papers.",
            "A judge will say next week whether the yard may begin.",
            "Shops near the pier report fewer guests.",
        ],
    ];
    let told = |own: &[&str; 4]| {
        own.iter()
            .zip(quotes)
            .map(|(own, quote)| format!("{own}\n\n{quote}"))
            .collect::<Vec<_>>()
            .join("\n\n")
    };
    let texts: Vec<Article> = own.iter().zip(1..).map(|(own, n)| article(n, &told(own))).collect();
    all_apart(&texts);
    let mut copies = Copies::default();
    for text in &texts {
        copies.add(text, at(0));
    }
    let found = copies.evidence(&texts[0], &texts[1]);
    assert_eq!(found.relation, Relation::Quotes);
    assert!(found.alignment.a_in_b > 0.6, "the fixture must share most: {}", found.alignment.a_in_b);
}

#[test]
fn a_speech_printed_whole_by_two_papers_is_one_family() {
    let speech = format!("“{}”", FERRY.replace('"', "").replace("\n\n", "”\n\n“"));
    let texts = [
        article(1, &format!("The director said this.\n\n{speech}")),
        article(2, &format!("Her words in full:\n\n{speech}")),
    ];
    let mut copies = Copies::default();
    for text in &texts {
        copies.add(text, at(0));
    }
    assert_eq!(families(&copies, 1..=2), [vec![1, 2]].into());
}

#[test]
fn an_inserted_paragraph_is_no_copy_and_parts_of_many_are() {
    let long = format!("{FERRY}\n\n{BRIDGE}");
    let inserted = format!("{}\n\n{}\n\n{}", prose(1, 40), part(FERRY, &[3]), prose(2, 40));
    let parts = format!(
        "{}\n\n{}\n\n{}\n\n{}",
        part(&long, &[0, 1]),
        prose(3, 60),
        part(&long, &[3, 8]),
        prose(4, 40)
    );
    let mut copies = Copies::default();
    for (body, n) in [&long, &inserted, &parts].into_iter().zip(1..) {
        copies.add(&article(n, body), at(0));
    }
    assert_eq!(families(&copies, 1..=3), [vec![1, 3], vec![2]].into());
}

#[test]
fn what_many_strangers_print_makes_no_family_whoever_comes_first() {
    let stock = [part(FERRY, &[0, 1]), part(FERRY, &[3])];
    let holding = |n: u64, words: usize| {
        let (a, b) = (prose(n * 3, words / 2), prose(n * 3 + 1, words / 2));
        article(n, &format!("{a}\n\n{}\n\n{b}\n\n{}", stock[0], stock[1]))
    };
    let pair = [holding(1, 110), holding(2, 110)];
    let strangers: Vec<Article> = (3..=6).map(|n| holding(n, 500)).collect();
    let window = |texts: &[&Article]| {
        let mut copies = Copies::default();
        for text in texts {
            copies.add(text, at(0));
        }
        copies
    };
    let alone = window(&[&pair[0], &pair[1]]);
    assert_eq!(families(&alone, 1..=2), [vec![1, 2]].into(), "without strangers they are a copy");
    let apart: BTreeSet<Vec<u64>> = (1..=6).map(|n| vec![n]).collect();
    let strangers: Vec<&Article> = strangers.iter().collect();
    for split in 0..=strangers.len() {
        let (before, after) = strangers.split_at(split);
        let order: Vec<&Article> = [before, &[&pair[0]], after, &[&pair[1]]].concat();
        assert_eq!(families(&window(&order), 1..=6), apart, "{split} strangers came first");
        let order: Vec<&Article> = [before, &[&pair[0], &pair[1]], after].concat();
        assert_eq!(families(&window(&order), 1..=6), apart, "{split} strangers came before both");
    }
}

#[test]
fn the_text_of_a_large_family_is_not_stock() {
    let body = |n: u64| format!("{}\n\n{}\n\n{}", part(FERRY, &[0, 1]), prose(n, 110), part(FERRY, &[3, 4]));
    let texts: Vec<Article> = (1..=12).map(|n| article(n, &body(n))).collect();
    let mut copies = Copies::default();
    for text in &texts {
        copies.add(text, at(0));
    }
    assert_eq!(families(&copies, 1..=12), [(1..=12).collect::<Vec<_>>()].into());
}

#[test]
fn damaged_letters_and_changed_words_still_align() {
    let damaged: String = FERRY
        .split(' ')
        .enumerate()
        .map(|(at, word)| if at % 9 == 4 { word.replace(['e', 'o', 'a'], "c") } else { word.to_owned() })
        .collect::<Vec<_>>()
        .join(" ");
    let reworded =
        FERRY.replace("closed", "shut").replace("on Tuesday", "this month").replace("said", "told reporters");
    let mut copies = Copies::default();
    for (body, n) in [FERRY, &damaged, &reworded].into_iter().zip(1..) {
        copies.add(&article(n, body), at(0));
    }
    assert_eq!(families(&copies, 1..=3), [vec![1, 2, 3]].into());
}

#[test]
fn scripts_without_spaces_have_copies_excerpts_and_strangers() {
    let report = "北港市议会星期二决定关闭老桥，因为工程师在桥墩里发现了裂缝。\n\n每天约有九百名居民坐渡轮往返于旧城和海岛之间，票价从下个月起不再上涨。\n\n市长说，新桥要等三年，费用由省里承担一半，其余由货运公司分担。\n\n商店老板们在请愿书里要求让公共汽车通过，因为下一个车站离市场太远。";
    let other = "果园合作社今年春天种下了一种晚开花的樱桃，希望躲开最近几年的霜冻。\n\n农民说果子比较小，但是几乎没有损失。\n\n养蜂人担心四月租来的蜂箱会闲着。";
    let excerpt: String = report.split("\n\n").take(2).collect::<Vec<_>>().join("\n\n");
    let edited = report.replace("星期二", "本周").replace("太远", "很远");
    let mut copies = Copies::default();
    for (body, n) in [report, other, &excerpt, &edited].into_iter().zip(1..) {
        copies.add(&article(n, body), at(0));
    }
    assert_eq!(families(&copies, 1..=4), [vec![1, 3, 4], vec![2]].into());
}
