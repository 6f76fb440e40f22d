//! Atom 1.0 (RFC 4287).

use super::text::{Xml, line};
use super::{Content, Item, Sheet, at};

pub fn write(sheet: &Sheet<'_>) -> String {
    let channel = sheet.channel;
    let mut xml = Xml::new();
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", sheet.lang)]);
    xml.leaf("title", &[], &line(&channel.title));
    xml.leaf("id", &[], &sheet.id(&channel.id));
    xml.leaf("updated", &[], &sheet.updated.to_string());
    author(&mut xml, "Wireroom");
    xml.leaf("generator", &[("version", env!("CARGO_PKG_VERSION"))], "Wireroom");
    xml.bare("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &sheet.own)]);
    xml.bare("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &sheet.link(&channel.page))]);
    for item in &channel.items {
        entry(&mut xml, sheet, item);
    }
    xml.end()
}

fn entry(xml: &mut Xml, sheet: &Sheet<'_>, item: &Item) {
    let lang = item.lang.as_deref().map(|lang| ("xml:lang", lang));
    xml.open("entry", lang.as_slice());
    xml.leaf("title", &[], &line(&item.title));
    xml.leaf("id", &[], &sheet.id(&item.id));
    xml.leaf("updated", &[], &at(item.updated).to_string());
    if let Some(published) = item.published {
        xml.leaf("published", &[], &published.to_string());
    }
    xml.bare("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &sheet.link(&item.page))]);
    if let Some(original) = &item.original {
        xml.bare("link", &[("rel", "via"), ("href", original)]);
    }
    item.authors.iter().for_each(|name| author(xml, name));
    for topic in &item.topics {
        xml.bare("category", &[("term", topic)]);
    }
    if let Some(summary) = &item.summary {
        xml.leaf("summary", &[("type", "text")], summary);
    }
    match &item.content {
        Content::Text(text) => xml.leaf("content", &[("type", "text")], text),
        html @ Content::Html(_) => xml.leaf("content", &[("type", "html")], &sheet.html(html)),
    }
    xml.close();
}

fn author(xml: &mut Xml, name: &str) {
    xml.open("author", &[]);
    xml.leaf("name", &[], &line(name));
    xml.close();
}
