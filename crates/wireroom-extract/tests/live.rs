//! Live pages: entries with times of their own, told by form, as dated spans of one body.

use wireroom_extract::{Page, extract};
use wireroom_model::{Extracted, Kind, Time, Update};

const NEWS: [(&str, &str, &str); 4] = [
    (
        "15:40",
        "Bridge open again",
        "The bridge of Sundry is open to cars again, and the first to cross was a hearse, the harbour office said.",
    ),
    (
        "14:05",
        "Divers leave the water",
        "The divers have left the water without finding the bell, which some say never hung there at all.",
    ),
    (
        "12:30",
        "Mayor speaks at noon",
        "The mayor of Sundry told a hundred people on the quay that nobody would have to pay the toll twice.",
    ),
    (
        "09:15",
        "Barge strikes a pier",
        "A barge with gravel struck the middle pier at nine, and its skipper swam ashore with his dog.",
    ),
];

fn page(head: &str, body: &str) -> String {
    format!(
        "<html lang=en><head><title>Sundry bridge</title>{head}</head><body><div><a href=/>Front</a></div>\
             <main>{body}</main><footer>Aske Post, founded in 1871</footer></body></html>"
    )
}

fn own(html: &str) -> Extracted {
    let mut rows = extract(&Page::new(html));
    assert_eq!(rows.len(), 1, "{rows:#?}");
    rows.remove(0)
}

fn span(row: &Extracted, update: &Update) -> String {
    row.body.chars().skip(update.start).take(update.end - update.start).collect()
}

fn entries(form: &dyn Fn(&str, &str, &str) -> String) -> String {
    NEWS.iter().map(|(clock, heading, text)| form(clock, heading, text)).collect()
}

#[test]
fn updates_are_told_by_form_whatever_elements_hold_them() {
    let forms: [(&str, String); 6] = [
        (
            "boxes",
            entries(&|c, h, t| {
                format!(
                    "<div><time datetime='2025-03-04T{c}:00+01:00'>{c}</time><h3>{h}</h3><p>{t}</p></div>"
                )
            }),
        ),
        (
            "articles",
            entries(&|c, h, t| {
                format!("<article><header><span>{c}</span><h2>{h}</h2></header><p>{t}</p></article>")
            }),
        ),
        ("list", entries(&|c, h, t| format!("<li><b>{c} Uhr</b><h4>{h}</h4><p>{t}</p></li>"))),
        ("clocks over headings", entries(&|c, h, t| format!("<p>{c}</p><h3>{h}</h3><p>{t}</p>"))),
        ("clocks in headings", entries(&|c, h, t| format!("<h3>{c} – {h}</h3><p>{t}</p>"))),
        ("clocks in paragraphs", entries(&|c, _, t| format!("<p><strong>{c}</strong> {t}</p>"))),
    ];
    for (form, body) in forms {
        let html = page(
            "",
            &format!("<h1>Sundry bridge live: cars cross again</h1><p>4 March 2025</p><div>{body}</div>"),
        );
        let row = own(&html);
        assert_eq!(row.kind, Kind::Live, "{form}");
        assert_eq!(row.particulars.updates.len(), 4, "{form}: {:#?}", row.particulars.updates);
        for (update, (clock, heading, text)) in row.particulars.updates.iter().zip(NEWS) {
            assert!(span(&row, update).ends_with(text), "{form}: {:?}", span(&row, update));
            let headed = !form.ends_with("paragraphs");
            assert_eq!(update.heading.as_deref(), headed.then_some(heading), "{form}");
            let when = update.published.known().unwrap_or_else(|| panic!("{form}: {update:?}"));
            assert_eq!(when.civil().unwrap().time().to_string(), format!("{clock}:00"), "{form}");
        }
        assert!(!row.body.lines().any(|l| l.starts_with("15:40") && l.len() < 12), "{form}: {}", row.body);
    }
}

#[test]
fn a_run_of_clocks_needs_no_word_to_be_a_live_page() {
    let body = entries(&|c, h, t| format!("<h3>{c}</h3><h4>{h}</h4><p>{t}</p>"));
    let row = own(&page("", &format!("<h1>The day of the bridge</h1><div>{body}</div>")));
    assert_eq!((row.kind, row.particulars.updates.len()), (Kind::Live, 4));
}

#[test]
fn a_clock_without_a_day_dates_nothing() {
    let body = entries(&|c, h, t| format!("<div><b>{c}</b><h3>{h}</h3><p>{t}</p></div>"));
    let row = own(&page("", &format!("<h1>Sundry bridge live</h1>{body}")));
    assert_eq!(row.particulars.updates.len(), 4);
    assert!(row.particulars.updates.iter().all(|u| u.published == Time::Unknown));
    // Clocks that run over midnight belong to two days, and only one is stated.
    let order = [1, 0, 3, 2];
    let body: String = order
        .iter()
        .map(|&n| NEWS[n])
        .map(|(c, h, t)| format!("<div><b>{c}</b><h3>{h}</h3><p>{t}</p></div>"))
        .collect();
    let row = own(&page("", &format!("<h1>Sundry bridge live</h1><p>4 March 2025</p>{body}")));
    assert_eq!(row.particulars.updates.len(), 4);
    assert!(row.particulars.updates.iter().all(|u| u.published == Time::Unknown));
}

#[test]
fn what_is_kept_on_top_is_no_update_and_stays_in_the_body() {
    let body = entries(&|c, h, t| {
        format!("<div><time datetime='2025-03-04T{c}:00+01:00'>{c}</time><h3>{h}</h3><p>{t}</p></div>")
    });
    let top = "<div><h2>What we know so far</h2><ul><li>Nobody was hurt when the barge struck, the office says.</li>\
               <li>The bell has not been found, and the bridge is open.</li></ul></div>";
    let row = own(&page("", &format!("<h1>Sundry bridge live</h1>{top}{body}")));
    assert_eq!(row.particulars.updates.len(), 4);
    assert!(row.body.contains("Nobody was hurt"), "{}", row.body);
    assert!(row.particulars.updates.iter().all(|u| !span(&row, u).contains("Nobody was hurt")));
}

#[test]
fn boxes_between_updates_are_left_out() {
    let mut body = entries(&|c, h, t| {
        format!(
            "<div><time datetime='2025-03-04T{c}:00+01:00'>{c}</time><h3>{h}</h3><p>{t}</p><div>Copy link to this post</div></div>"
        )
    });
    let box_ = "</div><div><h4>Also on the coast</h4><p>A lamp that nobody lit for thirty years shines again at Lorn, says its keeper.</p></div><div><time";
    body = body.replacen("</div><div><time", box_, 1);
    let row = own(&page("", &format!("<h1>Sundry bridge live</h1><div>{body}</div>")));
    assert_eq!(row.particulars.updates.len(), 4);
    assert!(!row.body.contains("lamp") && !row.body.contains("Copy link"), "{}", row.body);
}

#[test]
fn data_dates_what_the_page_shows_with_a_clock_alone() {
    let items: Vec<String> = NEWS.iter().map(|(c, h, t)| format!(
        "{{\"@type\":\"BlogPosting\",\"headline\":\"{h}\",\"datePublished\":\"2025-03-04T{c}:00+01:00\",\"articleBody\":\"{t}\",\"author\":{{\"name\":\"Ada Fenn\"}}}}"
    )).collect();
    let head = format!(
        "<script type='application/ld+json'>{{\"@type\":\"LiveBlogPosting\",\"headline\":\"Sundry bridge\",\"liveBlogUpdate\":[{}]}}</script>",
        items.join(",")
    );
    let body = entries(&|c, h, t| format!("<article><span>{c}</span><h2>{h}</h2><p>{t}</p></article>"));
    let row = own(&page(&head, &format!("<h1>Sundry bridge</h1>{body}")));
    assert_eq!(row.kind, Kind::Live);
    let first = &row.particulars.updates[0];
    assert_eq!(first.published, Time::At("2025-03-04T15:40:00+01:00".parse().unwrap()));
    assert_eq!(first.authors, ["Ada Fenn"]);
}

#[test]
fn an_article_with_hours_in_it_is_not_live() {
    let text: String = NEWS
        .iter()
        .map(|(c, _, t)| format!("<p>At {c} the office wrote down what it saw. {t}</p>"))
        .collect();
    let row =
        own(&page("", &format!("<h1>Long live the bridge: what the harbour office wrote down</h1>{text}")));
    assert_eq!(row.kind, Kind::Article);
    assert!(row.particulars.updates.is_empty());
    let timetable: String = NEWS.iter().map(|(c, h, _)| format!("<li>{c} {h}</li>")).collect();
    let prose: String = (1..9).map(|n| format!("<p>In its part {n} the council of Lorn spoke at length about the dyke, and voted at its end.</p>")).collect();
    let row = own(&page("", &format!("<h1>A day at the council</h1>{prose}<ul>{timetable}</ul>")));
    assert_eq!(row.kind, Kind::Article);
}

#[test]
fn the_newest_entrys_heading_stays_though_the_title_says_the_same() {
    let body = entries(&|c, h, t| {
        format!(
            "<div><time datetime='2025-03-04T{c}:00+01:00'>{c}</time><h3>{h} to cars and hearses</h3><p>{t}</p></div>"
        )
    });
    let title = "Sundry live: bridge open again to cars and hearses";
    let row = own(&page("", &format!("<h1>{title}</h1><div>{body}</div>")));
    let first = &row.particulars.updates[0];
    assert!(span(&row, first).starts_with("Bridge open again to cars and hearses"), "{}", row.body);
}
