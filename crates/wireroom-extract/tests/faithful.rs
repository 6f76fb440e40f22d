//! What holds of every article of a plausible page: its sentences stand on the page, in their order, and reading the
//! answer once more gives the same answer. The pages are made of numbered sentences, so that each has its place.

use proptest::prelude::*;
use wireroom_extract::{Page, extract};
use wireroom_model::Extracted;
use wireroom_text::markup;

/// A part of the text of a page.
#[derive(Debug, Clone)]
enum Part {
    Paragraph(usize),
    Linked(usize),
    Heading,
    List(usize),
    Quote,
    Table(usize),
    Figure,
    Code,
    /// Furniture between paragraphs.
    Box(usize),
    ReadMore,
    Breaks,
}

/// How a site writes its pages.
#[derive(Debug, Clone)]
struct Design {
    container: usize,
    wrapper: usize,
    data: bool,
    byline: bool,
    standfirst: bool,
    related: usize,
    comments: usize,
    footer: bool,
}

const CONTAINERS: [(&str, &str); 6] = [
    ("<article class='post'><div class='entry-content'>", "</div></article>"),
    ("<article>", "</article>"),
    ("<div class='sc-1x2y3z'><section>", "</section></div>"),
    ("<div itemprop='articleBody'>", "</div>"),
    ("<table><tr><td class='storytext'>", "</td></tr></table>"),
    ("<div class='mx-auto max-w-2xl space-y-4'>", "</div>"),
];
const WRAPPERS: [(&str, &str); 3] =
    [("<main>", "</main>"), ("<div id='page'><div id='content'>", "</div></div>"), ("", "")];

/// Sentence number `n`, which is found nowhere else.
fn sentence(n: usize) -> String {
    const WHO: [&str; 6] = [
        "The council",
        "A ferry owner",
        "The mill's board",
        "Her brother",
        "One clerk",
        "An engineer from Lorn",
    ];
    const WHAT: [&str; 5] = [
        "said that paper {n} of the inquiry would be read aloud in the hall before winter",
        "counted {n} boats in the harbour, which was more than anybody could remember",
        "denied having written letter {n}, although it bears a name and a stamp",
        "asked for {n} crowns to mend the dyke, and was given a third of it",
        "walked the {n} steps to the lighthouse and back, and found the door locked",
    ];
    format!(
        "{} {}.",
        WHO[n % WHO.len()],
        WHAT[(n / WHO.len()) % WHAT.len()].replace("{n}", &(1000 + n).to_string())
    )
}

fn part(part: &Part, n: &mut usize) -> String {
    let mut next = || {
        *n += 1;
        sentence(*n)
    };
    match part {
        Part::Paragraph(count) => format!("<p>{}</p>", (0..*count).map(|_| next() + " ").collect::<String>()),
        Part::Linked(count) => {
            let text: String = (0..*count).map(|_| next() + " ").collect();
            format!("<p>{text}<a href='https://aske.example/x?a=1&amp;b=2'>The report</a> has <b>forty</b> pages.</p>")
        }
        Part::Heading => {
            *n += 1;
            format!("<h2>What paper {n} says</h2><p>{}</p>", sentence(*n))
        }
        Part::List(count) => format!("<ul>{}</ul>", (0..*count).map(|_| format!("<li>{}</li>", next())).collect::<String>()),
        Part::Quote => format!("<blockquote><p>{}</p></blockquote>", next()),
        Part::Table(rows) => format!(
            "<table>{}</table>",
            (0..*rows).map(|row| format!("<tr><td>Year {row}</td><td>{} boats</td></tr>", row * 7)).collect::<String>()
        ),
        Part::Figure => "<figure><img src=/a.jpg><figcaption>The quay of Lorn. Photo: Bo Lind</figcaption></figure>".to_owned(),
        Part::Code => "<pre>let boats = 7;\nprint(boats);</pre>".to_owned(),
        Part::Box(kind) => [
            "<div class='newsletter-box'><h4>Lorn by night</h4><p>Our letter, every evening.</p><input type=email><button>Join</button></div>",
            "<aside class='related'><h3>Related</h3><ul><li><a href=/1>Ferry fares to rise again</a></li></ul></aside>",
            "<div class='ad'><span>Advertisement</span></div>",
            "<ul class='share'><li><a href=#>Facebook</a></li><li><a href=#>Copy link</a></li></ul>",
        ][kind % 4]
            .to_owned(),
        Part::ReadMore => "<p>Read more: <a href='/2'>The mill that would not close</a></p>".to_owned(),
        Part::Breaks => format!("{}<br><br>{}<br><br>", next(), next()),
    }
}

fn page(design: &Design, parts: &[Part]) -> String {
    let mut n = 0;
    let text: String = parts.iter().map(|p| part(p, &mut n)).collect();
    let (open, close) = CONTAINERS[design.container % CONTAINERS.len()];
    let (outer, end) = WRAPPERS[design.wrapper % WRAPPERS.len()];
    let data = if design.data {
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Inquiry into the dyke of Aske\",\"author\":{\"name\":\"Ada Fenn\"},\"datePublished\":\"2025-03-17T07:40:00Z\"}</script>"
    } else {
        ""
    };
    let byline =
        if design.byline { "<div class='byline'>By <a rel=author href=/ada>Ada Fenn</a></div>" } else { "" };
    let standfirst = if design.standfirst {
        "<p class='standfirst'>A long night in the hall of Aske ends without a vote.</p>"
    } else {
        ""
    };
    let related: String = (0..design.related)
        .map(|r| format!("<div class='teaser'><h3><a href='/r{r}'>Headline {r} of another article</a></h3><p>A teaser of it.</p></div>"))
        .collect();
    let comments: String = (0..design.comments)
        .map(|c| format!("<div class='comment'><p>I was there on night {c} and saw it all.</p></div>"))
        .collect();
    let footer =
        if design.footer { "<footer><p>© 2025 Lorn Post. All rights reserved.</p></footer>" } else { "" };
    format!(
        "<!doctype html><html lang=en><head><title>Inquiry into the dyke of Aske | Lorn Post</title>{data}</head><body>\
         <header><nav><a href=/>Home</a> <a href=/sea>Sea</a></nav></header>{outer}<h1>Inquiry into the dyke of Aske</h1>{byline}{standfirst}\
         {open}{text}{close}<section class='related-articles'>{related}</section><div id='comments'>{comments}</div>{end}{footer}</body></html>"
    )
}

fn parts() -> impl Strategy<Value = Vec<Part>> {
    let part = prop_oneof![
        6 => (1_usize..5).prop_map(Part::Paragraph),
        2 => (1_usize..3).prop_map(Part::Linked),
        1 => Just(Part::Heading),
        1 => (2_usize..6).prop_map(Part::List),
        1 => Just(Part::Quote),
        1 => (2_usize..5).prop_map(Part::Table),
        1 => Just(Part::Figure),
        1 => Just(Part::Code),
        1 => (0_usize..4).prop_map(Part::Box),
        1 => Just(Part::ReadMore),
        1 => Just(Part::Breaks),
    ];
    prop::collection::vec(part, 3..24)
}

fn designs() -> impl Strategy<Value = Design> {
    (
        0_usize..6,
        0_usize..3,
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        0_usize..5,
        0_usize..4,
        any::<bool>(),
    )
        .prop_map(|(container, wrapper, data, byline, standfirst, related, comments, footer)| Design {
            container,
            wrapper,
            data,
            byline,
            standfirst,
            related,
            comments,
            footer,
        })
}

fn own(html: &str) -> Extracted {
    extract(&Page::new(html)).remove(0)
}

/// HTML without its captions, which have no part in the body.
fn without_captions(html: &str) -> String {
    let mut pieces = html.split("<figcaption>");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |all, piece| all + piece.split_once("</figcaption>").map_or("", |(_, after)| after))
}

/// Letters and digits alone.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The numbers of the numbered sentences in a text, in its order.
fn numbers(text: &str) -> Vec<usize> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).filter(|d| d.len() == 4);
    digits.filter_map(|d| d.parse().ok()).filter(|n| (1000..2000).contains(n)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_paragraph_stands_on_the_page_and_in_its_order(design in designs(), parts in parts()) {
        let html = page(&design, &parts);
        let shown = letters(&markup::plain(&html));
        let row = own(&html);
        let mut from = 0;
        for paragraph in row.body.split("\n\n") {
            let wanted = letters(paragraph);
            let at = shown[from..].find(&wanted);
            prop_assert!(at.is_some(), "not on the page behind what came before: {paragraph}");
            from += at.unwrap() + wanted.len();
        }
        let found = numbers(&row.body);
        prop_assert!(found.windows(2).all(|w| w[0] < w[1]), "{found:?}");
    }

    #[test]
    fn the_text_of_a_plain_article_is_whole(design in designs(), count in 3_usize..12) {
        let html = page(&design, &vec![Part::Paragraph(3); count]);
        let wanted: Vec<usize> = (1..=count * 3).map(|n| 1000 + n).collect();
        prop_assert_eq!(numbers(&own(&html).body), wanted);
    }

    #[test]
    fn html_and_body_are_one_text(design in designs(), parts in parts()) {
        let row = own(&page(&design, &parts));
        prop_assert_eq!(letters(&markup::plain(&without_captions(&row.html))), letters(&row.body));
        for section in &row.sections {
            let rest: String = row.body.chars().skip(section.start).collect();
            prop_assert!(rest.starts_with(&section.heading), "{section:?}");
        }
    }

    #[test]
    fn reading_the_answer_again_gives_the_same_answer(design in designs(), parts in parts()) {
        // Lines of code before any sentence are labels to a page that says less of itself.
        let parts: Vec<Part> = [Part::Paragraph(2)].into_iter().chain(parts).collect();
        let first = own(&page(&design, &parts));
        let title = first.title.clone().unwrap_or_default();
        let again = own(&format!(
            "<!doctype html><html lang=en><head><title>{title}</title></head><body><main><h1>{title}</h1><article>{}</article></main></body></html>",
            first.html
        ));
        prop_assert_eq!(&again.body, &first.body);
        prop_assert_eq!(again.html, first.html);
    }
}
