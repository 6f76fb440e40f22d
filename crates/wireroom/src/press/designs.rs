//! The families of markup in which the press is printed, one function each.
//! They differ as real sites do: in what they state, where they state it and what they set among the paragraphs.

use super::almanac;
use super::page::{Block, Classes, Inset, Page, escaped};
use serde_json::json;
use std::fmt::Write;

/// A linked-data block, safe inside a script element.
fn linked(value: &serde_json::Value) -> String {
    format!("<script type=\"application/ld+json\">{}</script>\n", value.to_string().replace("</", "<\\/"))
}

fn byline(page: &Page<'_>) -> String {
    if page.print.authors.is_empty() {
        return String::new();
    }
    let names: Vec<String> = page.print.authors.iter().map(|name| escaped(name)).collect();
    format!("{} <span class=\"author\">{}</span>", escaped(&page.furniture.by), names.join(", "))
}

/// JSON-LD, Open Graph and one article element.
pub(super) fn ledger(page: &Page<'_>) -> String {
    let data = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": page.issue.title,
        "mainEntityOfPage": page.url(),
        "datePublished": page.published().map(|when| when.to_string()),
        "dateModified": page.updated().or(page.published()).map(|when| when.to_string()),
        "author": page.print.authors.iter().map(|name| json!({"@type": "Person", "name": name})).collect::<Vec<_>>(),
        "publisher": {"@type": "NewsMediaOrganization", "name": page.house.name},
        "description": page.summary(),
        "isBasedOn": page.source,
    });
    let classes = Classes { paragraph: "", heading: "", between: Some((1, Inset::Newsletter)) };
    let when = page.published().map(|when| page.spoken(when)).unwrap_or_default();
    format!(
        "{}<body>\n{}<main id=\"main\"><article>\n<h1>{}</h1>\n<p class=\"byline\">{} <time>{when}</time></p>\n{}{}{}{}</article>\n{}{}{}</main>\n{}",
        page.head(&(page.meta() + &linked(&data))),
        page.top(),
        page.title(),
        byline(page),
        page.share(),
        page.figure(),
        page.body(classes),
        page.share(),
        page.related_list(),
        page.comments(),
        page.most_read(),
        page.foot()
    )
}

/// A JSON-LD graph, `time` elements and a link between the paragraphs.
pub(super) fn graph(page: &Page<'_>) -> String {
    let id = format!("{}/{}/#paper", page.base, page.house.slug);
    let data = json!({
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Organization", "@id": id, "name": page.house.name},
            {"@type": "WebPage", "@id": page.url(), "name": page.issue.title, "inLanguage": page.print.lang.as_str()},
            {"@type": ["ReportageNewsArticle", "Article"], "isPartOf": {"@id": page.url()}, "headline": page.issue.title,
             "datePublished": page.published().map(|when| when.to_string()),
             "dateModified": page.updated().map(|when| when.to_string()),
             "author": page.print.authors, "publisher": {"@id": id}, "isBasedOn": page.source.as_ref().map(|url| json!({"@type": "NewsArticle", "url": url}))},
        ],
    });
    let classes = Classes { paragraph: " class=\"c-text\"", heading: "", between: Some((3, Inset::Related)) };
    let when = page.published().map(|when| format!("<time datetime=\"{when}\">{}</time>", page.spoken(when)));
    format!(
        "{}<body class=\"site\">\n{}<div class=\"layout\">\n{}<section class=\"story\" id=\"main\"><header class=\"story-head\">\
         <h1 class=\"c-title\">{}</h1><div class=\"c-by\">{} {}</div></header>\n{}\
         <div class=\"c-audio\">{}</div>\n{}{}</section>\n</div>\n{}{}{}",
        page.head(&linked(&data)),
        page.top(),
        page.most_read(),
        page.title(),
        byline(page),
        when.unwrap_or_default(),
        page.figure(),
        escaped(&page.furniture.listen),
        page.body(classes),
        page.share(),
        page.newsletter(),
        page.related_list(),
        page.foot()
    )
}

/// Meta elements alone, and boxes in boxes.
pub(super) fn meta(page: &Page<'_>) -> String {
    let classes = Classes { paragraph: "", heading: " class=\"sub\"", between: Some((3, Inset::Advert)) };
    let figure = format!(
        "<div class=\"image-wrap\"><img src=\"{}\" alt=\"\"><button class=\"open\">{}</button>\
         <div class=\"caption\">{} <small>({})</small></div></div>\n",
        page.photo_url(),
        escaped(&page.furniture.gallery),
        escaped(&page.print.photo),
        escaped(&page.print.credit)
    );
    let when =
        page.published().map(|when| format!("{} {}", escaped(&page.furniture.published), page.spoken(when)));
    format!(
        "{}<body><div id=\"wrap\"><div id=\"page\">\n{}<div id=\"main\"><div class=\"col-1\"><div class=\"inner\">\n\
         <h1>{}</h1><div class=\"info\"><div>{}</div><div>{}</div></div>\n{figure}<div class=\"article-body\">{}</div>\n{}{}</div></div>\n\
         <div class=\"col-2\"><div class=\"inner\">{}{}</div></div></div>\n</div></div>\n{}",
        page.head(&page.meta()),
        page.top(),
        page.title(),
        byline(page),
        when.unwrap_or_default(),
        page.body(classes),
        page.share(),
        page.comments(),
        page.related_list(),
        page.newsletter(),
        page.foot()
    )
}

/// Microdata.
pub(super) fn micro(page: &Page<'_>) -> String {
    let classes = Classes { paragraph: "", heading: "", between: None };
    let when = page.published().map(|when| {
        format!("<time itemprop=\"datePublished\" datetime=\"{when}\">{}</time>", page.spoken(when))
    });
    let updated = page.updated().map(|when| {
        let spoken = page.spoken(when);
        format!(
            " {} <time itemprop=\"dateModified\" datetime=\"{when}\">{spoken}</time>",
            escaped(&page.furniture.updated)
        )
    });
    let authors =
        page.print.authors.iter().map(|name| format!("<span itemprop=\"author\">{}</span> ", escaped(name)));
    format!(
        "{}<body>\n{}<div id=\"main\" itemscope itemtype=\"https://schema.org/NewsArticle\">\n<h1 itemprop=\"headline\">{}</h1>\n\
         <div class=\"line\">{}{}{}</div>\n<meta itemprop=\"publisher\" content=\"{}\">\n\
         <div itemprop=\"articleBody\">\n{}</div>\n{}{}</div>\n{}{}{}",
        page.head(""),
        page.top(),
        page.title(),
        authors.collect::<String>(),
        when.unwrap_or_default(),
        updated.unwrap_or_default(),
        escaped(&page.house.name),
        page.body(classes),
        page.figure(),
        page.share(),
        page.related_list(),
        page.newsletter(),
        page.foot()
    )
}

/// An old site: tables, no structured data, the day in words.
pub(super) fn plain(page: &Page<'_>) -> String {
    let classes = Classes { paragraph: "", heading: "", between: Some((5, Inset::Advert)) };
    let day = page.published().map(|when| almanac::day_and_year(when, page.print.lang)).unwrap_or_default();
    let side = page.related.iter().fold(String::new(), |mut out, link| {
        let _ = writeln!(out, "&raquo; <a href=\"{}\">{}</a><br>", link.address, escaped(&link.title));
        out
    });
    format!(
        "{}<body bgcolor=\"#ffffff\">\n{}<table width=\"100%\"><tr><td valign=\"top\" id=\"main\">\n<font size=\"5\"><b><h1>{}</h1></b></font>\n\
         <i>{} {day}</i>\n{}{}<hr>\n<small>{} {}</small>\n</td><td width=\"200\" valign=\"top\"><b>{}</b><br>\n{side}</td></tr></table>\n{}",
        page.head(""),
        page.top(),
        page.title(),
        byline(page),
        page.body(classes),
        page.newsletter(),
        escaped(&page.furniture.photo),
        escaped(&page.print.credit),
        escaped(&page.furniture.related),
        page.foot()
    )
}

/// A broadcaster: meta elements, a player, a begging box, headings and turns.
pub(super) fn studio(page: &Page<'_>) -> String {
    let classes = Classes { paragraph: " class=\"para\"", heading: " class=\"section-head\"", between: None };
    let (flag, data) = if page.print.kind == wireroom_model::Kind::Live {
        let flag = format!("<div class=\"flag-live\">{}</div>", escaped(&page.furniture.live));
        (flag, linked(&live_blog(page)))
    } else {
        (String::new(), String::new())
    };
    let when = page.published().map(|when| format!("<time datetime=\"{when}\">{}</time>", page.spoken(when)));
    format!(
        "{}<body>\n{}<div class=\"donate-strip\"><p>{}</p></div>\n<main id=\"main\">{flag}<h1>{}</h1>\n\
         <div class=\"meta-line\">{} {}</div>\n<div class=\"player\"><button>{}</button></div>\n{}\
         <div class=\"programme-text\">{}</div>\n{}<div class=\"donate-box\"><p>{}</p></div>\n</main>\n{}{}{}",
        page.head(&(page.meta() + &data)),
        page.top(),
        escaped(&page.furniture.donate),
        page.title(),
        byline(page),
        when.unwrap_or_default(),
        escaped(&page.furniture.listen),
        page.figure(),
        page.body(classes),
        page.share(),
        escaped(&page.furniture.donate),
        page.related_list(),
        page.newsletter(),
        page.foot()
    )
}

fn live_blog(page: &Page<'_>) -> serde_json::Value {
    json!({
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": page.issue.title,
        "coverageStartTime": page.published().map(|when| when.to_string()),
        "datePublished": page.published().map(|when| when.to_string()),
        "liveBlogUpdate": page.issue.headings().map(|heading| json!({"@type": "BlogPosting", "headline": heading})).collect::<Vec<_>>(),
        "publisher": {"@type": "NewsMediaOrganization", "name": page.house.name},
    })
}

/// An aggregator: its own article is another outlet's, and more of them follow.
pub(super) fn sieve(page: &Page<'_>) -> String {
    let classes = Classes { paragraph: "", heading: "", between: None };
    let mut cards = String::new();
    for (print, issue) in &page.parts {
        let when = if print.undated {
            String::new()
        } else {
            format!("<time datetime=\"{}\">{}</time>", print.published, page.spoken(print.published))
        };
        let _ = writeln!(
            cards,
            "<article class=\"card\"><div class=\"card-head\"><span class=\"card-source\">{}</span> {when}</div>\n\
             <h3 class=\"card-title\"><a href=\"{}#{}\">{}</a></h3>",
            escaped(&print.credited_to),
            page.url(),
            print.part,
            escaped(&issue.title)
        );
        for block in page.blocks(issue, print.kind) {
            let _ = match block {
                Block::Turn(label, words) => writeln!(cards, "<p>{}: {}</p>", escaped(label), escaped(words)),
                Block::Heading(text) | Block::Text(text) => writeln!(cards, "<p>{}</p>", escaped(text)),
            };
        }
        cards.push_str("</article>\n");
    }
    let when = page.published().map(|when| format!("<time datetime=\"{when}\">{}</time>", page.spoken(when)));
    format!(
        "{}<body>\n{}<div id=\"main\"><article class=\"feature\"><div class=\"card-head\"><span class=\"card-source\">{}</span> {}</div>\n\
         <h1>{}</h1>\n{}</article>\n<div class=\"tags\"><h4>Hashtags</h4></div>\n{}\
         <div class=\"more\"><h4>{}</h4>\n{cards}</div></div>\n{}{}",
        page.head(""),
        page.top(),
        escaped(&page.print.credited_to),
        when.unwrap_or_default(),
        page.title(),
        page.body(classes),
        page.comments(),
        escaped(&page.furniture.related),
        page.newsletter(),
        page.foot()
    )
}
