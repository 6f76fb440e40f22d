//! The languages of pages: how often the extractor gives the one that the page states. Pages that state none are left out.
//! Start at [`stated`].

use crate::eval::field;
use std::collections::BTreeMap;

/// Pages whose `<html lang>` states a language, and how many were given that language.
pub fn stated(pages: &[serde_json::Value], rows: &[serde_json::Value]) -> Result<String, String> {
    let mut given = BTreeMap::new();
    for row in rows {
        given.entry(field(row, "id")).or_insert_with(|| field(row, "lang"));
    }
    let stated = |page: &serde_json::Value| {
        let html = field(page, "html").to_ascii_lowercase();
        let tag = html.split("<html").nth(1)?.split('>').next()?.to_owned();
        let after = tag
            .split(" lang=")
            .nth(1)
            .or_else(|| tag.split("\nlang=").nth(1))?
            .trim_start_matches(['"', '\'']);
        let code: String = after.chars().take_while(char::is_ascii_alphabetic).collect();
        (code.len() == 2).then_some(code)
    };
    let (mut total, mut equal) = (0, 0);
    for page in pages {
        let Some(code) = stated(page) else { continue };
        total += 1;
        equal += usize::from(given.get(field(page, "id")) == Some(&code.as_str()));
    }
    Ok(format!("pages={} stating={total} equal={equal}", pages.len()))
}
