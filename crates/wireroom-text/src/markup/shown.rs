//! Stored HTML made ready for a page: what is no part of an article's text is added here, and is never stored.
//! A row is not trusted for having been stored: an older version may have written it.

use super::sanitise;

/// HTML for a page of ours. Links send no referrer and get no hold of our window; pictures load when they are seen.
pub fn shown(stored: &str) -> String {
    let safe = sanitise(stored, None);
    let mut out = String::with_capacity(safe.len() + safe.len() / 8);
    let mut rest = safe.as_str();
    // Outside its tags sanitised HTML holds no "<", and its attributes neither.
    while let Some((before, tag)) = rest.find('<').and_then(|at| rest.split_at_checked(at)) {
        out.push_str(before);
        let dress = DRESS.iter().find_map(|(start, dress)| Some((start, dress, tag.strip_prefix(start)?)));
        rest = match dress {
            Some((start, dress, after)) => {
                out.push_str(start);
                out.push_str(dress);
                after
            }
            None => {
                out.push('<');
                tag.strip_prefix('<').unwrap_or_default()
            }
        };
    }
    out.push_str(rest);
    out
}

const DRESS: [(&str, &str); 2] = [
    ("<a ", "rel=\"noopener noreferrer\" "),
    ("<img ", "loading=\"lazy\" decoding=\"async\" referrerpolicy=\"no-referrer\" "),
];
