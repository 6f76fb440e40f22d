//! The feeds of the press: RSS, Atom and JSON Feed as publishers write them.
//! A feed lists what is printed by its phase, newest first; an undated outlet's feed gives no time anywhere.

use super::almanac;
use super::page::{escaped, teaser};
use super::setting::{House, Issue, Print};
use super::written::HEADING;
use serde_json::json;
use std::fmt::Write;

/// One line of a feed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'p> {
    pub print: &'p Print,
    pub issue: &'p Issue,
}

impl Entry<'_> {
    fn html(&self) -> String {
        let mut out = String::new();
        for paragraph in &self.issue.paragraphs {
            let _ = match paragraph.strip_prefix(HEADING) {
                Some(heading) => writeln!(out, "<h2>{}</h2>", escaped(heading)),
                None => writeln!(out, "<p>{}</p>", escaped(paragraph)),
            };
        }
        out
    }
}

/// RSS 2.0, with whole texts where the outlet gives them.
pub(super) fn rss(house: &House, base: &str, entries: &[Entry<'_>]) -> String {
    let home = format!("{base}/{}/", house.slug);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n<title>{}</title>\n<link>{home}</link>\n\
         <description>{}</description>\n<language>{}</language>\n",
        escaped(&house.name),
        escaped(&house.name),
        house.lang
    );
    for entry in entries {
        let address = format!("{base}{}", entry.print.path);
        let _ = writeln!(
            out,
            "<item>\n<title>{}</title>\n<link>{address}</link>\n<guid isPermaLink=\"true\">{address}</guid>\n<description>{}</description>",
            escaped(&entry.issue.title),
            escaped(&teaser(entry.issue))
        );
        for author in &entry.print.authors {
            let _ = writeln!(out, "<dc:creator>{}</dc:creator>", escaped(author));
        }
        if !house.manifest.undated {
            let _ = writeln!(out, "<pubDate>{}</pubDate>", almanac::rfc822(entry.print.published));
        }
        if house.manifest.full {
            let _ = writeln!(out, "<content:encoded>{}</content:encoded>", escaped(&entry.html()));
        }
        out.push_str("</item>\n");
    }
    out.push_str("</channel>\n</rss>\n");
    out
}

/// Atom 1.0.
pub(super) fn atom(house: &House, base: &str, path: &str, entries: &[Entry<'_>]) -> String {
    let home = format!("{base}/{}/", house.slug);
    let newest = entries.iter().map(|e| e.issue.changed).max_by_key(|when| when.unix());
    let updated = newest.map(|when| format!("<updated>{when}</updated>\n")).unwrap_or_default();
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n\
         <id>{home}</id>\n<link rel=\"self\" href=\"{base}{path}\"/>\n<link href=\"{home}\"/>\n{updated}<author><name>{}</name></author>\n",
        house.lang,
        escaped(&house.name),
        escaped(&house.name)
    );
    for entry in entries {
        let address = format!("{base}{}", entry.print.path);
        let _ = writeln!(
            out,
            "<entry>\n<title>{}</title>\n<id>{address}</id>\n<link rel=\"alternate\" href=\"{address}\"/>\n\
             <published>{}</published>\n<updated>{}</updated>\n<summary>{}</summary>",
            escaped(&entry.issue.title),
            entry.print.published,
            entry.issue.changed,
            escaped(&teaser(entry.issue))
        );
        for author in &entry.print.authors {
            let _ = writeln!(out, "<author><name>{}</name></author>", escaped(author));
        }
        out.push_str("</entry>\n");
    }
    out.push_str("</feed>\n");
    out
}

/// JSON Feed 1.1.
pub(super) fn json(house: &House, base: &str, path: &str, entries: &[Entry<'_>]) -> String {
    let items: Vec<serde_json::Value> = entries
        .iter()
        .map(|entry| {
            let address = format!("{base}{}", entry.print.path);
            json!({
                "id": address,
                "url": address,
                "title": entry.issue.title,
                "summary": teaser(entry.issue),
                "content_text": teaser(entry.issue),
                "date_published": entry.print.published.to_string(),
                "date_modified": entry.issue.changed.to_string(),
                "authors": entry.print.authors.iter().map(|name| json!({"name": name})).collect::<Vec<_>>(),
            })
        })
        .collect();
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": house.name,
        "home_page_url": format!("{base}/{}/", house.slug),
        "feed_url": format!("{base}{path}"),
        "language": house.lang.as_str(),
        "items": items,
    });
    format!("{feed:#}\n")
}

/// All feeds, for a reader that imports lists.
pub(super) fn opml(base: &str, feeds: &[super::PressFeed]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<opml version=\"2.0\">\n<head><title>Demo press</title></head>\n<body>\n",
    );
    for feed in feeds {
        let name = escaped(&feed.outlet);
        let _ = writeln!(
            out,
            "<outline type=\"rss\" text=\"{name}\" title=\"{name}\" xmlUrl=\"{base}{}\"/>",
            feed.path
        );
    }
    out.push_str("</body>\n</opml>\n");
    out
}
