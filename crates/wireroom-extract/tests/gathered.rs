//! Pages that gather articles, in forms that no element's name gives away; and pages that look like them and are one
//! article, a list of people, or readers' talk.

use wireroom_extract::{Page, extract};
use wireroom_model::Extracted;

/// Three texts of different outlets: headline, outlet, writer, day, paragraphs.
const TEXTS: [(&str, &str, &str, &str, [&str; 3]); 3] = [
    (
        "Ferry of Aske sails again after a winter in dock",
        "Lorn Ledger",
        "Ada Fenn",
        "7 October 2024",
        [
            "The ferry of Aske sailed at dawn on Monday with forty cars and a school class that had waited since March.",
            "Its engine was rebuilt in the yard at Lorn, where two of the three mechanics had worked on it as apprentices.",
            "A second ship is to join the route in autumn, the operator of the line said in a statement.",
        ],
    ),
    (
        "Beekeepers of the dyke count what the frost has left",
        "Northern Courier",
        "Ivo Brandt",
        "6 October 2024",
        [
            "Of the ninety hives along the sea dyke eleven were still alive on Sunday, the keepers' society said.",
            "Most had died in the two nights of late April in which the willows froze while they were in flower.",
            "The province will pay for new queens, but not for the honey that there will not be this year.",
        ],
    ),
    (
        "Museum finds its own statue in a garden shed",
        "The Sundry Observer",
        "Mara Holt",
        "5 October 2024",
        [
            "A bronze fisherman that the museum of Sundry reported stolen in 1988 has stood in a shed of its own garden.",
            "A gardener who came to fetch a rake on Friday recognised the hat, which he knew from a postcard.",
            "The insurer has asked for its money back, in the coin of the day and with thirty-six years of interest.",
        ],
    ),
];

fn page(body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>Press round</title></head><body><div class=top><a href=/>Home</a> \
         <a href=/about>About</a></div>{body}<footer><p>The round is made by volunteers of the reading room.</p></footer>\
         </body></html>"
    )
}

fn rows(html: &str) -> Vec<Extracted> {
    extract(&Page::new(html))
}

fn paragraphs(texts: [&str; 3]) -> String {
    texts.map(|p| format!("<p>{p}</p>")).concat()
}

/// Every text stands in a row of its own, with its outlet, writer and day, and nothing else does.
fn comes_apart(form: &str, html: &str, written: bool) {
    let rows = rows(html);
    assert_eq!(rows.len(), 3, "{form}: {:#?}", rows.iter().map(|r| (&r.title, &r.body)).collect::<Vec<_>>());
    for (row, (title, outlet, writer, day, texts)) in rows.iter().zip(TEXTS) {
        assert_eq!(row.title.as_deref(), Some(title), "{form}");
        assert_eq!(row.outlet.as_deref(), Some(outlet), "{form}");
        assert_eq!(row.body, texts.join("\n\n"), "{form}");
        assert_eq!(row.published, day.parse::<Day>().unwrap().0, "{form}");
        assert_eq!(row.authors, if written { vec![writer.to_owned()] } else { Vec::new() }, "{form}");
    }
}

/// "7 October 2024" as a time.
struct Day(wireroom_model::Time);

impl std::str::FromStr for Day {
    type Err = ();
    fn from_str(day: &str) -> Result<Self, ()> {
        let number: i8 = day.split(' ').next().and_then(|d| d.parse().ok()).ok_or(())?;
        let when = wireroom_model::When::from_date(2024, Some(10), Some(number)).ok_or(())?;
        Ok(Self(when.into()))
    }
}

#[test]
fn texts_of_several_outlets_come_apart_in_boxes_without_names() {
    let units: String = TEXTS
        .iter()
        .map(|(title, outlet, writer, day, texts)| {
            let text = paragraphs(*texts);
            format!(
                "<div><h3>{title}</h3><div><b>{outlet}</b> | By {writer} | {day}</div><div>{text}</div></div>"
            )
        })
        .collect();
    comes_apart("boxes", &page(&format!("<main><h1>Press round</h1>{units}</main>")), true);
}

#[test]
fn texts_of_several_outlets_come_apart_where_all_stand_in_one_box() {
    let units = |head: &dyn Fn(&str, &str, &str) -> String, foot: &dyn Fn(&str, &str) -> String| -> String {
        let unit = |(title, outlet, _, day, texts): &(&str, &str, &str, &str, [&str; 3])| {
            head(title, outlet, day) + &paragraphs(*texts) + &foot(outlet, day)
        };
        page(&format!("<div><h1>Press round</h1>{}</div>", TEXTS.iter().map(unit).collect::<String>()))
    };
    let none = |_: &str, _: &str| String::new();
    let under = units(&|t, o, d| format!("<h2>{t}</h2><p><i>{o}, {d}</i></p>"), &none);
    comes_apart("credit under the headline", &under, false);
    let over = units(&|t, o, d| format!("<p>{o} · {d}</p><h2>{t}</h2>"), &none);
    comes_apart("credit over the headline", &over, false);
    let foot = units(&|t, _, _| format!("<h2>{t}</h2>"), &|o, d| format!("<p>— {o}, {d}</p>"));
    comes_apart("credit under the text", &foot, false);
    let source = units(&|t, _, d| format!("<h2>{t}</h2><p>{d}</p>"), &|o, _| format!("<p>Source: {o}</p>"));
    comes_apart("source under the text", &source, false);
    let bold = units(&|t, o, d| format!("<p><strong>{t}</strong></p><p>{o}, {d}</p>"), &none);
    comes_apart("bold headline", &bold, false);
    let ruled = units(&|t, o, d| format!("<hr><b>{t}</b><br><i>{o}, {d}</i>"), &none);
    comes_apart("between lines", &ruled, false);
}

#[test]
fn texts_of_several_outlets_come_apart_in_tables_and_lists() {
    let list: String = TEXTS
        .iter()
        .map(|(title, outlet, _, day, texts)| {
            format!(
                "<li><h4>{title}</h4><span>{outlet}</span> • <span>{day}</span>{}</li>",
                paragraphs(*texts)
            )
        })
        .collect();
    comes_apart("list", &page(&format!("<ol>{list}</ol>")), false);
    let table: String = TEXTS
        .iter()
        .map(|(title, outlet, _, day, texts)| {
            format!("<tr><td><b>{title}</b><br>{outlet}, {day}{}</td></tr>", paragraphs(*texts))
        })
        .collect();
    comes_apart("table", &page(&format!("<table>{table}</table>")), false);
    let terms: String = TEXTS
        .iter()
        .map(|(title, outlet, _, day, texts)| {
            format!("<dt>{title}</dt><dd><i>{outlet}, {day}</i>{}</dd>", paragraphs(*texts))
        })
        .collect();
    comes_apart("terms", &page(&format!("<dl>{terms}</dl>")), false);
}

#[test]
fn the_pages_own_article_stands_before_those_that_it_gathers() {
    let own: String = (1..10)
        .map(|n| format!("<p>In its part {n} the council of Lorn spoke at length about the dyke, and voted at its end.</p>"))
        .collect();
    let others: String = TEXTS
        .iter()
        .map(|(title, outlet, _, day, texts)| {
            format!(
                "<div><div><span>{outlet}</span> <span>{day}</span></div><h3>{title}</h3>{}</div>",
                paragraphs(*texts)
            )
        })
        .collect();
    let html =
        page(&format!("<div><h1>Council votes on dyke</h1>{own}</div><div><h2>Related</h2>{others}</div>"));
    let rows = rows(&html);
    assert_eq!(rows.len(), 4, "{rows:#?}");
    assert_eq!(rows[0].title.as_deref(), Some("Council votes on dyke"));
    assert_eq!(rows[0].body.split("\n\n").count(), 9, "{}", rows[0].body);
    for (row, text) in rows.iter().skip(1).zip(TEXTS) {
        assert_eq!((row.outlet.as_deref(), row.body.clone()), (Some(text.1), text.4.join("\n\n")));
    }
}

#[test]
fn one_article_stays_one_whatever_its_sections_look_like() {
    let section = |head: &dyn Fn(usize, &str) -> String| -> String {
        TEXTS.iter().enumerate().map(|(n, t)| head(n, t.0) + &paragraphs(t.4)).collect()
    };
    let dated = ["3 May 2024", "9 June 2024", "1 July 2024"];
    let forms = [
        ("sections", section(&|_, title| format!("<h2>{title}</h2>"))),
        ("numbered sections", section(&|n, title| format!("<h2>{}. {title}</h2>", n + 1))),
        ("a timeline", section(&|n, title| format!("<h3>{title}</h3><p><b>{}</b></p>", dated[n]))),
        ("days as headings", section(&|n, _| format!("<h3>{}</h3>", dated[n]))),
        ("questions", section(&|_, title| format!("<p><strong>What of the {title}?</strong></p>"))),
        ("lines across", section(&|_, _| "<hr>".to_owned())),
    ];
    for (form, body) in forms {
        let html = page(&format!(
            "<div><h1>What a year on the coast has brought</h1><p>7 October 2024</p>{body}</div>"
        ));
        let rows = rows(&html);
        assert_eq!(rows.len(), 1, "{form}: {rows:#?}");
        for (_, _, _, _, texts) in TEXTS {
            assert!(texts.iter().all(|t| rows[0].body.contains(t)), "{form}: {}", rows[0].body);
        }
    }
}

#[test]
fn people_and_talk_under_an_article_are_no_articles() {
    let own: String = (1..20)
        .map(|n| format!("<p>In its part {n} the council of Lorn spoke at length about the dyke, and voted at its end.</p>"))
        .collect();
    let people: String = TEXTS
        .iter()
        .map(|(_, outlet, writer, _, texts)| {
            format!("<div><h3>{writer}</h3><p>{outlet}</p>{}</div>", paragraphs(*texts))
        })
        .collect();
    let talk: String = TEXTS
        .iter()
        .map(|(_, _, writer, day, texts)| {
            format!(
                "<div><h4>{writer}</h4><span>{day}, 10:15</span><div>{}</div><a href='#r'>Reply</a></div>",
                texts[1]
            )
        })
        .collect();
    for (form, more) in [("people", people), ("talk", talk)] {
        let html = page(&format!("<div><h1>Council votes on dyke</h1>{own}</div><section>{more}</section>"));
        let rows = rows(&html);
        assert_eq!(rows.len(), 1, "{form}: {rows:#?}");
    }
}

#[test]
fn teasers_with_their_outlets_are_no_articles() {
    let own: String = (1..20)
        .map(|n| format!("<p>In its part {n} the council of Lorn spoke at length about the dyke, and voted at its end.</p>"))
        .collect();
    let teasers: String = TEXTS
        .iter()
        .map(|(title, outlet, _, day, texts)| {
            format!(
                "<div><h3><a href=/x>{title}</a></h3><span>{outlet}, {day}</span><p>{} {}</p></div>",
                texts[0], texts[1]
            )
        })
        .collect();
    let html = page(&format!("<div><h1>Council votes on dyke</h1>{own}</div><section>{teasers}</section>"));
    let rows = rows(&html);
    assert_eq!(rows.len(), 1, "{rows:#?}");
}

#[test]
fn one_text_under_three_mastheads_is_kept_once_with_the_count() {
    let text = paragraphs(TEXTS[0].4);
    let units: String = ["Lorn Ledger", "Aske Post", "Sundry Observer"]
        .iter()
        .zip(["Ferry sails again", "Back on the water at last", "A ferry returns to Aske"])
        .map(|(outlet, title)| format!("<div><p>{outlet} · 7 October 2024</p><h2>{title}</h2>{text}</div>"))
        .collect();
    let rows = rows(&page(&format!("<main>{units}</main>")));
    assert_eq!((rows.len(), rows[0].repeats), (1, 2), "{rows:#?}");
    assert_eq!(rows[0].outlet.as_deref(), Some("Lorn Ledger"));
}
