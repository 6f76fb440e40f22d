//! Pages that are large in one way each, made to any size: what careless programs print, what enemies would, and
//! ordinary pages joined. Each shape is one place where work could grow faster than the page does.
//! Start at [`SHAPES`].

/// A way to be large, and the page of about so many bytes.
pub struct Shape {
    pub name: &'static str,
    pub page: fn(usize) -> String,
}

/// A paragraph that no other number gives: prose enough to count as text.
pub fn paragraph(n: usize) -> String {
    const WHO: [&str; 7] =
        ["The council", "A ferry owner", "The mill", "Her brother", "One clerk", "The board", "An engineer"];
    const DID: [&str; 5] =
        ["said on Monday that", "wrote in a letter that", "denied that", "found that", "has asked whether"];
    const WHAT: [&str; 6] = [
        "the bridge would open before winter",
        "forty boats had left the harbour in a single night",
        "nobody had read the contract to its end",
        "the price of coal had doubled since the strike",
        "a school of eleven children could be kept",
        "the dyke at Aske was lower than the map shows",
    ];
    format!(
        "{} {} {}, according to paper {n} of the inquiry, which is to be shown to members in spring.",
        WHO[n % 7],
        DID[(n / 7) % 5],
        WHAT[(n / 35) % 6]
    )
}

/// Pieces by number until the page is large enough, between a head and a tail.
fn grown(size: usize, head: &str, piece: impl Fn(usize) -> String, tail: &str) -> String {
    let mut page = String::with_capacity(size + 4096);
    page.push_str(head);
    let mut n = 0;
    while page.len() < size {
        page.push_str(&piece(n));
        n += 1;
    }
    page.push_str(tail);
    page
}

fn same(size: usize, head: &str, piece: &str, tail: &str) -> String {
    let times = size / piece.len().max(1) + 1;
    [head, &piece.repeat(times), tail].concat()
}

/// One ordinary page: furniture, a headline, a byline, text with headings, a picture, related articles, comments.
pub fn ordinary(n: usize) -> String {
    let text: String = (0..14)
        .map(|p| match p % 5 {
            3 => format!("<h2>Part {p} of {n}</h2><p>{}</p>", paragraph(n * 31 + p)),
            4 => format!(
                "<figure class=pic><img src=/{p}.jpg alt=''><figcaption>The quay of Lorn, picture {p}. Photo: Ada Fenn</figcaption></figure><p>{}</p>",
                paragraph(n * 31 + p)
            ),
            _ => format!("<p class=\"sc-{p}\">{} <a href='/{p}'>The report</a> runs to {n} pages.</p>", paragraph(n * 31 + p)),
        })
        .collect();
    let list: String = (0..12)
        .map(|l| format!("<li class='teaser teaser--small'><a href='/r/{n}/{l}'><h3>Headline {l} of another article</h3></a><p>{}</p></li>", &paragraph(l)[..60]))
        .collect();
    let menu: String = (0..24).map(|m| format!("<li><a href=/s{m}>Section {m}</a></li>")).collect();
    format!(
        "<!doctype html><html lang=en><head><title>Inquiry, part {n} | Harbour Gazette</title><meta property='og:title' content='Inquiry, part {n}'>\
         <script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Inquiry, part {n}\",\"author\":{{\"@type\":\"Person\",\"name\":\"Ada Fenn\"}},\"datePublished\":\"2025-03-17T07:40:00Z\"}}</script>\
         <script>var a={{n:{n}}};{}</script></head><body class='single post'><header><nav><ul>{menu}</ul></nav></header><main><article><h1>Inquiry, part {n}</h1>\
         <div class=byline>By <a rel=author href=/ada>Ada Fenn</a> <time datetime='2025-03-17T07:40:00Z'>17 March 2025</time></div><div class='entry-content'>{text}</div></article>\
         <aside class=related><h2>Related</h2><ul>{list}</ul></aside><section class=comments><p>Well said by the clerk, I thought so all along.</p></section></main>\
         <footer><p>Harbour Gazette, all rights reserved</p></footer></body></html>",
        "f(1);".repeat(200)
    )
}

fn in_article(size: usize, piece: impl Fn(usize) -> String) -> String {
    let lead: String = (0..6).map(|n| format!("<p>{}</p>", paragraph(n))).collect();
    let head =
        format!("<html lang=en><body><article class='article-body'><h1>Inquiry into the dyke</h1>{lead}");
    grown(size, &head, piece, "</article></body></html>")
}

pub const SHAPES: &[Shape] = &[
    Shape { name: "ordinary pages joined", page: |size| grown(size, "", ordinary, "") },
    Shape { name: "deep nesting", page: |size| same(size, "", "<div>", &paragraph(1)) },
    Shape {
        name: "deep nesting with text",
        page: |size| grown(size, "", |n| format!("<div>{}", paragraph(n)), ""),
    },
    Shape {
        name: "deep inline nesting",
        page: |size| grown(size, "<p>", |n| format!("<span>{}", paragraph(n)), ""),
    },
    Shape { name: "unclosed inline elements", page: |size| same(size, "", "<b><i><u><font size=1>x", "") },
    Shape {
        name: "unclosed inline elements in paragraphs",
        page: |size| grown(size, "", |n| format!("<p><b><i>{}", paragraph(n)), ""),
    },
    Shape {
        name: "paragraphs under forty open inline elements",
        page: |size| same(size, &(0..40).map(|n| format!("<font size={n}>")).collect::<String>(), "<p>x", ""),
    },
    Shape { name: "crossed inline elements", page: |size| same(size, "", "<b><p>x</b><i>y</p></i>", "") },
    Shape {
        name: "unclosed links",
        page: |size| grown(size, "", |n| format!("<a href=/{n}>{}", paragraph(n)), ""),
    },
    Shape { name: "links around blocks", page: |size| same(size, "", "<a href=x><div>text of a link", "") },
    Shape { name: "one text node", page: |size| grown(size, "", |n| paragraph(n) + " ", "") },
    Shape { name: "one word", page: |size| same(size, "<p>", "a", "</p>") },
    Shape {
        name: "one line of Chinese",
        page: |size| same(size, "<p>", "渡轮星期一早晨从港口出发，", "</p>"),
    },
    Shape {
        name: "attributes of one element",
        page: |size| grown(size, "<p ", |n| format!("a{n}='x' "), &format!(">{}", paragraph(1))),
    },
    Shape {
        name: "attributes of all elements",
        page: |size| same(size, "", "<p a b c d e f g h i j k l m n o p q r s t u>x", ""),
    },
    Shape {
        name: "one long attribute",
        page: |size| same(size, "<p class='", "share related x ", &format!("'>{}", paragraph(1))),
    },
    Shape {
        name: "long classes",
        page: |size| same(size, "", &format!("<div class='{}'>x</div>", "share-bar related ".repeat(40)), ""),
    },
    Shape {
        name: "blocks of JSON-LD",
        page: |size| {
            same(
                size,
                "",
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\"}</script>",
                "",
            )
        },
    },
    Shape {
        name: "one block of JSON-LD of articles",
        page: |size| {
            grown(
                size,
                "<script type='application/ld+json'>[",
                |n| format!("{{\"@type\":\"NewsArticle\",\"articleBody\":\"{}\"}},", paragraph(n)),
                "{}]</script>",
            )
        },
    },
    Shape {
        name: "a stated text as long as the page's",
        page: |size| {
            let text: Vec<String> = (0..size / 260).map(paragraph).collect();
            let paragraphs: String = text.iter().map(|p| format!("<p>{p}</p>")).collect();
            let body = text.join(" ");
            format!(
                "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Inquiry into the dyke\",\"articleBody\":\"{body}\"}}</script><article><h1>Inquiry into the dyke</h1>{paragraphs}</article>"
            )
        },
    },
    Shape {
        name: "a stated text beside another",
        page: |size| {
            let stated: String = (0..size / 260).map(|n| paragraph(n + 100_000)).collect();
            let shown: String = (0..size / 260).map(|n| format!("<p>{}</p>", paragraph(n))).collect();
            format!(
                "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Inquiry into the dyke\",\"articleBody\":\"{stated}\"}}</script><article><h1>Inquiry into the dyke</h1>{shown}</article>"
            )
        },
    },
    Shape {
        name: "broken JSON-LD",
        page: |size| {
            same(
                size,
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"",
                "a \"b\" \\c ",
                "</script>",
            )
        },
    },
    Shape { name: "tables in tables", page: |size| same(size, "", "<table><tr><td>", "x") },
    Shape {
        name: "tables in tables with text",
        page: |size| grown(size, "", |n| format!("<table><tr><td>{}", paragraph(n)), ""),
    },
    Shape {
        name: "one large table",
        page: |size| {
            grown(
                size,
                "<table>",
                |n| format!("<tr><td>{n}</td><td>Lorn</td><td>a cell of the table</td></tr>"),
                "</table>",
            )
        },
    },
    Shape {
        name: "a large table in an article",
        page: |size| in_article(size, |n| format!("<table><tr><td>{n}</td><td>Lorn {n}</td></tr></table>")),
    },
    Shape { name: "text beside cells", page: |size| same(size, "<table>", "<tr>text<td>x", "") },
    Shape {
        name: "articles",
        page: |size| {
            grown(
                size,
                "",
                |n| {
                    format!(
                        "<article><h2>Headline number {n}</h2><p>{}</p><p>{}</p><p>{}</p><p>{}</p></article>",
                        paragraph(4 * n),
                        paragraph(4 * n + 1),
                        paragraph(4 * n + 2),
                        paragraph(4 * n + 3)
                    )
                },
                "",
            )
        },
    },
    Shape {
        name: "the same article",
        page: |size| {
            grown(
                size,
                "",
                |n| {
                    format!(
                        "<article><h2>Headline number {n}</h2><p>{}</p><p>{}</p><p>{}</p><p>{}</p></article>",
                        paragraph(0),
                        paragraph(1),
                        paragraph(2),
                        paragraph(3)
                    )
                },
                "",
            )
        },
    },
    Shape {
        name: "articles in articles",
        page: |size| {
            grown(
                size,
                "",
                |n| {
                    format!(
                        "<article><h2>Headline number {n}</h2><p>{}</p><p>{}</p>",
                        paragraph(2 * n),
                        paragraph(2 * n + 1)
                    )
                },
                "",
            )
        },
    },
    Shape {
        name: "articles without headings",
        page: |size| grown(size, "", |n| format!("<article><p>{}</p></article>", paragraph(n)), ""),
    },
    Shape {
        name: "cards",
        page: |size| {
            grown(
                size,
                "<ul>",
                |n| {
                    format!(
                        "<li class=card><a href=/{n}><h3>Headline number {n}</h3></a><time>{n} hours ago</time><p>A teaser of the text.</p></li>"
                    )
                },
                "</ul>",
            )
        },
    },
    Shape {
        name: "updates of a live page",
        page: |size| {
            in_article(size, |n| {
                format!(
                    "<div class='live-update'><time datetime='2025-03-17T07:{:02}:00Z'>7.{:02}</time><h3>Update number {n}</h3><p>{}</p></div>",
                    n % 60,
                    n % 60,
                    paragraph(n)
                )
            })
        },
    },
    Shape { name: "paragraphs", page: |size| in_article(size, |n| format!("<p>{}</p>", paragraph(n))) },
    Shape {
        name: "the same paragraph",
        page: |size| in_article(size, |_| format!("<p>{}</p>", paragraph(3))),
    },
    Shape { name: "empty paragraphs", page: |size| same(size, "", "<p>", "") },
    Shape { name: "paragraphs of a letter", page: |size| same(size, "", "<p>x", "") },
    Shape {
        name: "one paragraph printed again",
        page: |size| {
            same(
                size,
                "<article><p>",
                &(0..4).map(|n| paragraph(n) + " ").collect::<String>(),
                "</p></article>",
            )
        },
    },
    Shape {
        name: "a large title",
        page: |size| grown(size, "<title>", |n| paragraph(n) + " | ", "</title><h1>Inquiry</h1>"),
    },
    Shape { name: "a large headline", page: |size| grown(size, "<h1>", |n| paragraph(n) + " - ", "</h1>") },
    Shape {
        name: "headlines",
        page: |size| grown(size, "", |n| format!("<h1>Headline number {n}</h1>"), ""),
    },
    Shape { name: "headings", page: |size| in_article(size, |n| format!("<h2>Heading {n}</h2>")) },
    Shape {
        name: "sections",
        page: |size| in_article(size, |n| format!("<h2>Heading {n}</h2><p>{}</p>", paragraph(n))),
    },
    Shape { name: "breaks", page: |size| same(size, "", "<br>", "") },
    Shape {
        name: "breaks between lines",
        page: |size| in_article(size, |n| format!("{}<br><br>", paragraph(n))),
    },
    Shape { name: "breaks in one paragraph", page: |size| in_article(size, |n| format!("line {n}<br>")) },
    Shape { name: "nested lists", page: |size| same(size, "", "<ul><li>item", "") },
    Shape { name: "one list", page: |size| in_article(size, |n| format!("<li>Item {n} of the list")) },
    Shape {
        name: "figures",
        page: |size| {
            in_article(size, |n| {
                format!(
                    "<figure><img src=/{n}.jpg><figcaption>The quay of Lorn in the year {n}. Photo: Ada Fenn</figcaption></figure>"
                )
            })
        },
    },
    Shape {
        name: "links",
        page: |size| grown(size, "", |n| format!("<a href=/{n}>Headline number {n} of the day</a> "), ""),
    },
    Shape {
        name: "block quotes",
        page: |size| in_article(size, |n| format!("<blockquote>{}</blockquote>", paragraph(n))),
    },
    Shape {
        name: "block quotes of a letter",
        page: |size| in_article(size, |n| format!("<blockquote>Said number {n} of the list</blockquote>")),
    },
    Shape {
        name: "turns",
        page: |size| {
            in_article(size, |n| {
                format!("<p><b>{}:</b> {}</p>", ["Ada Fenn", "Bo Lind", "Reporter"][n % 3], paragraph(n))
            })
        },
    },
    Shape {
        name: "questions",
        page: |size| {
            in_article(size, |n| format!("<p><b>Why did number {n} say that?</b></p><p>{}</p>", paragraph(n)))
        },
    },
    Shape {
        name: "comments of readers",
        page: |size| {
            grown(
                size,
                "<article><h1>Inquiry</h1></article><div class=comments>",
                |n| format!("<div class=comment><p>{}</p></div>", paragraph(n)),
                "",
            )
        },
    },
    Shape {
        name: "meta elements",
        page: |size| {
            grown(
                size,
                "<head>",
                |n| {
                    format!(
                        "<meta property='article:tag' content='tag {n}'><meta name=author content='Ada Fenn {n}'>"
                    )
                },
                "</head>",
            )
        },
    },
    Shape {
        name: "times",
        page: |size| {
            grown(
                size,
                "<h1>Inquiry</h1>",
                |n| {
                    format!(
                        "<time datetime='2025-03-17T07:{:02}:00Z'>17 March 2025, 7.{:02}</time>",
                        n % 60,
                        n % 60
                    )
                },
                "",
            )
        },
    },
    Shape {
        name: "bylines",
        page: |size| {
            grown(
                size,
                "<h1>Inquiry</h1>",
                |n| format!("<div class=byline>By <a rel=author>Ada Fenn {n}</a></div>"),
                "",
            )
        },
    },
    Shape {
        name: "names of one byline",
        page: |size| {
            grown(
                size,
                "<h1>Inquiry</h1><div class=byline>By ",
                |n| format!("<a rel=author>Ada Fenn {n}</a>, "),
                "</div>",
            )
        },
    },
    Shape {
        name: "stated authors",
        page: |size| {
            grown(
                size,
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[",
                |n| format!("\"Ada Fenn {n}\","),
                "\"x\"]}</script>",
            )
        },
    },
    Shape {
        name: "one stated author",
        page: |size| {
            grown(
                size,
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":\"",
                |n| format!("Ada {n} and Bo, "),
                "\"}</script>",
            )
        },
    },
    Shape {
        name: "a large description",
        page: |size| {
            grown(
                size,
                "<meta name=description content='",
                |n| paragraph(n) + " ",
                &format!("'><p>{}</p>", paragraph(1).repeat(9)),
            )
        },
    },
    Shape { name: "one script", page: |size| same(size, "<script>", "a<b;'</scrip'+'t>';", "</script>") },
    Shape { name: "scripts", page: |size| same(size, "", "<script>a<b</script>", "") },
    Shape { name: "an open script", page: |size| same(size, "<script>", "</", "") },
    Shape { name: "open comments", page: |size| same(size, "", "<!--", "") },
    Shape { name: "comments in the source", page: |size| same(size, "", "<!-- a -->x", "") },
    Shape { name: "drawings", page: |size| same(size, "", "<svg><path d='M0 0'/></svg>", "") },
    Shape { name: "open drawings", page: |size| same(size, "", "<svg><g>x", "") },
    Shape { name: "formulas", page: |size| same(size, "", "<math><mi>x", "") },
    Shape { name: "templates", page: |size| same(size, "", "<template><p>x", "") },
    Shape { name: "choices", page: |size| same(size, "<select>", "<option>x", "") },
    Shape { name: "text areas", page: |size| same(size, "", "<textarea>x", "") },
    Shape { name: "brackets", page: |size| same(size, "", "< ", "") },
    Shape { name: "end tags", page: |size| same(size, "", "</p></div></b>", "") },
    Shape { name: "open tags", page: |size| same(size, "", "<p class='", "") },
    Shape { name: "references", page: |size| same(size, "<p>", "&amp;&nbsp;&#233;", "") },
    Shape {
        name: "hidden elements",
        page: |size| grown(size, "", |n| format!("<div style='display : none'>{}</div>", paragraph(n)), ""),
    },
    Shape { name: "elements without meaning", page: |size| same(size, "", "<x-y></x-y><zz></zz>", "") },
];

/// The same for dumps of a page's visible text.
pub const DUMPS: &[Shape] = &[
    Shape {
        name: "a dump of paragraphs",
        page: |size| grown(size, "Inquiry into the dyke\n", |n| paragraph(n) + "\n", ""),
    },
    Shape { name: "a dump of one line", page: |size| grown(size, "", |n| paragraph(n) + " ", "") },
    Shape { name: "a dump of empty lines", page: |size| same(size, "", "\n", "") },
    Shape { name: "a dump of short lines", page: |size| same(size, "", "a\n\n", "") },
    Shape {
        name: "a dump of articles",
        page: |size| {
            grown(
                size,
                "",
                |n| {
                    format!(
                        "\n\nHarbour Gazette\n{} minutes ago\n- Harbour Gazette\nHeadline number {n}\n{}\n{}\n{}\n",
                        n % 50 + 2,
                        paragraph(3 * n),
                        paragraph(3 * n + 1),
                        paragraph(3 * n + 2)
                    )
                },
                "",
            )
        },
    },
    Shape {
        name: "a dump of the same article",
        page: |size| {
            grown(
                size,
                "",
                |n| {
                    format!(
                        "\n\nHarbour Gazette\n{} minutes ago\n- Harbour Gazette\nHeadline of the day\n{}\n{}\n{}\n",
                        n % 50 + 2,
                        paragraph(1),
                        paragraph(2),
                        paragraph(3)
                    )
                },
                "",
            )
        },
    },
    Shape {
        name: "a dump of turns",
        page: |size| {
            grown(
                size,
                "Inquiry into the dyke\n",
                |n| format!("{}: {}\n", ["Ada Fenn", "Bo Lind", "Reporter"][n % 3], paragraph(n)),
                "",
            )
        },
    },
    Shape { name: "a dump of times", page: |size| same(size, "", "6 minutes ago\n", "") },
];
