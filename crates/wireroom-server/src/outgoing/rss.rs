//! RSS 2.0, as the RSS Advisory Board's profile would have it: names in `dc:creator`, whole texts in
//! `content:encoded`, the feed's own address and later changes in Atom's elements.

use super::text::{Xml, html, line};
use super::{Item, Sheet, at};
use wireroom_model::When;

const SPACES: [(&str, &str); 4] = [
    ("version", "2.0"),
    ("xmlns:atom", "http://www.w3.org/2005/Atom"),
    ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
];

pub fn write(sheet: &Sheet<'_>) -> String {
    let channel = sheet.channel;
    let mut xml = Xml::new();
    xml.open("rss", &SPACES);
    xml.open("channel", &[]);
    xml.plain_leaf("title", &channel.title);
    xml.leaf("link", &[], &sheet.link(&channel.page));
    xml.leaf("description", &[], &html(&line(&channel.title)));
    xml.leaf("language", &[], sheet.lang);
    xml.leaf("lastBuildDate", &[], &date(sheet.updated));
    xml.leaf("generator", &[], concat!("Wireroom ", env!("CARGO_PKG_VERSION")));
    xml.leaf("docs", &[], "https://www.rssboard.org/rss-specification");
    xml.bare("atom:link", &[("rel", "self"), ("type", "application/rss+xml"), ("href", &sheet.own)]);
    for item in &channel.items {
        write_item(&mut xml, sheet, item);
    }
    xml.end()
}

fn write_item(xml: &mut Xml, sheet: &Sheet<'_>, item: &Item) {
    xml.open("item", &[]);
    if !line(&item.title).is_empty() {
        xml.plain_leaf("title", &item.title);
    }
    xml.leaf("link", &[], &sheet.link(&item.page));
    xml.leaf("guid", &[("isPermaLink", "false")], &sheet.id(&item.id));
    if let Some(published) = item.published {
        xml.leaf("pubDate", &[], &date(published));
    }
    xml.leaf("atom:updated", &[], &at(item.updated).to_string());
    if let Some(original) = &item.original {
        xml.bare("atom:link", &[("rel", "via"), ("href", original)]);
    }
    for name in &item.authors {
        xml.leaf("dc:creator", &[], &line(name));
    }
    for topic in &item.topics {
        xml.leaf("category", &[], &line(topic));
    }
    let whole = sheet.html(&item.content);
    let short = item.summary.as_deref().map_or_else(|| whole.clone(), html);
    xml.leaf("description", &[], &short);
    xml.leaf("content:encoded", &[], &whole);
    xml.close();
}

/// "Sun, 22 Nov 2026 14:05:00 +0100": RFC 822 with a year of four digits, in the writer's own hour.
fn date(when: When) -> String {
    let Some(wall) = when.civil() else { return date(When::EPOCH) };
    let (sign, east) = if when.offset() < 0 { ('-', -when.offset()) } else { ('+', when.offset()) };
    let minutes = east / 60;
    format!("{} {sign}{:02}{:02}", wall.strftime("%a, %d %b %Y %H:%M:%S"), minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_told_in_its_writers_own_hour() {
        for (time, told) in [
            ("2026-11-22T14:05:00+01:00", "Sun, 22 Nov 2026 14:05:00 +0100"),
            ("2026-01-02T03:04:05-03:30", "Fri, 02 Jan 2026 03:04:05 -0330"),
            ("1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 +0000"),
        ] {
            assert_eq!(date(time.parse().unwrap()), told);
        }
    }
}
