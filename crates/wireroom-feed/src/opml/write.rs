//! Writing a list: OPML 2.0, the same bytes for the same list. It adds no date, no program's name and no comment.

use super::{DEPTH_LIMIT, NAMESPACE, Opml, PREFIX, Subscription, can_stand};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A folder of the tree that is written; names in the list's order.
#[derive(Default)]
struct Folder<'o> {
    places: BTreeMap<&'o str, usize>,
    folders: Vec<(&'o str, Folder<'o>)>,
    subscriptions: Vec<&'o Subscription>,
}

impl<'o> Folder<'o> {
    fn at(&mut self, path: &'o [String]) -> Option<&mut Self> {
        let mut folder = self;
        for name in path.iter().take(DEPTH_LIMIT) {
            let fresh = folder.folders.len();
            let place = *folder.places.entry(name).or_insert(fresh);
            if place == fresh {
                folder.folders.push((name, Self::default()));
            }
            folder = &mut folder.folders.get_mut(place)?.1;
        }
        Some(folder)
    }

    /// Recursion is as deep as [`DEPTH_LIMIT`].
    fn write(&self, depth: usize, spaces: &BTreeMap<&str, &str>, out: &mut String) {
        let indent = "  ".repeat(depth + 2);
        for subscription in &self.subscriptions {
            let _ = writeln!(out, "{indent}<outline{}/>", attributes(subscription, spaces));
        }
        for (name, folder) in &self.folders {
            let name = escaped(name);
            if folder.folders.is_empty() && folder.subscriptions.is_empty() {
                let _ = writeln!(out, "{indent}<outline text=\"{name}\" title=\"{name}\"/>");
                continue;
            }
            let _ = writeln!(out, "{indent}<outline text=\"{name}\" title=\"{name}\">");
            folder.write(depth + 1, spaces, out);
            let _ = writeln!(out, "{indent}</outline>");
        }
    }
}

/// Writes OPML 2.0 that [`super::read()`] reads back to the same subscriptions, folders, titles and settings.
/// At each level the subscriptions come before the folders, each in the list's order; a feed in several folders is
/// written in each.
pub fn write(list: &Opml) -> String {
    let mut root = Folder::default();
    for path in &list.folders {
        root.at(path);
    }
    for subscription in &list.subscriptions {
        if subscription.folders.is_empty() {
            root.subscriptions.push(subscription);
        }
        for path in &subscription.folders {
            if let Some(folder) = root.at(path) {
                folder.subscriptions.push(subscription);
            }
        }
    }
    let spaces = spaces(list);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\"");
    for (prefix, uri) in &spaces {
        let _ = write!(out, " xmlns:{prefix}=\"{}\"", escaped(uri));
    }
    out.push_str(">\n  <head>\n");
    if let Some(title) = &list.title {
        let _ = writeln!(out, "    <title>{}</title>", escaped(title));
    }
    out.push_str("  </head>\n  <body>\n");
    root.write(0, &spaces, &mut out);
    out.push_str("  </body>\n</opml>\n");
    out
}

/// The namespaces that the root declares: ours where it is used, and for each other prefix what it means first.
fn spaces(list: &Opml) -> BTreeMap<&str, &str> {
    let mut spaces = BTreeMap::new();
    for subscription in &list.subscriptions {
        if !subscription.settings.is_empty() {
            spaces.insert(PREFIX, NAMESPACE);
        }
        for (name, uri) in &subscription.rest {
            if let Some(prefix) = name.strip_prefix("xmlns:") {
                spaces.entry(prefix).or_insert(uri);
            }
        }
    }
    spaces
}

fn attributes(subscription: &Subscription, spaces: &BTreeMap<&str, &str>) -> String {
    let mut out = String::new();
    let mut put = |name: &str, value: &str| {
        let _ = write!(out, " {name}=\"{}\"", escaped(value));
    };
    put("type", subscription.rest.get("type").map_or("rss", String::as_str));
    // `text` is required and is shown by every reader; without a title it is the address, which reads back as none.
    let shown = subscription.title.as_deref().unwrap_or(&subscription.feed);
    put("text", shown);
    put("title", subscription.rest.get("title").map_or(shown, String::as_str));
    put("xmlUrl", &subscription.feed);
    if let Some(page) = &subscription.page {
        put("htmlUrl", page);
    }
    for (name, value) in &subscription.rest {
        let declared =
            name.strip_prefix("xmlns:").is_some_and(|prefix| spaces.get(prefix) == Some(&&**value));
        if !declared && !matches!(name.as_str(), "type" | "title") {
            put(name, value);
        }
    }
    for (name, value) in &subscription.settings {
        put(&format!("{PREFIX}:{name}"), value);
    }
    out
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| can_stand(*c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            '\r' => out.push_str("&#13;"),
            c => out.push(c),
        }
    }
    out
}
