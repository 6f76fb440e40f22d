//! JSON that is not quite JSON, mended before it is given up: raw line breaks in strings, escapes that JSON does not
//! know, halves of surrogate pairs, commas before a closing bracket. What cannot be mended is cut into its items.

use crate::read::ENTRY_LIMIT;
use std::fmt::Write;

/// The text with its common faults mended.
pub fn mended(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut inside = false;
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        let after = || text.get(at + c.len_utf8()..).unwrap_or_default();
        match c {
            '"' => {
                inside = !inside;
                out.push(c);
            }
            '\\' if inside => {
                let length = escape(after(), &mut out);
                for _ in 0..length {
                    chars.next();
                }
            }
            c if inside && c < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            ',' if !inside && closes(after()) => {}
            c => out.push(c),
        }
    }
    out
}

/// Only white space before the end of a list or an object.
fn closes(after: &str) -> bool {
    // Indented by hand, seldom by more than this.
    let near = after.bytes().take(256).find(|b| !b.is_ascii_whitespace());
    matches!(near, Some(b'}' | b']'))
}

/// Writes the escape whose backslash stands before `after`; gives the characters of it that were taken.
fn escape(after: &str, out: &mut String) -> usize {
    let Some(c) = after.chars().next() else { return 0 };
    match c {
        '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' => {
            out.push('\\');
            out.push(c);
            1
        }
        'u' => match unit(after) {
            Some(0xD800..=0xDBFF) => {
                let low = after.get(5..).and_then(|rest| rest.strip_prefix('\\')).and_then(unit);
                if matches!(low, Some(0xDC00..=0xDFFF)) {
                    out.push('\\');
                    out.push_str(after.get(..11).unwrap_or_default());
                    return 11;
                }
                out.push(char::REPLACEMENT_CHARACTER);
                5
            }
            Some(0xDC00..=0xDFFF) => {
                out.push(char::REPLACEMENT_CHARACTER);
                5
            }
            Some(_) => {
                out.push('\\');
                out.push_str(after.get(..5).unwrap_or_default());
                5
            }
            None => 0,
        },
        // `\'` and the like: the character itself, read on its own.
        _ => 0,
    }
}

/// The number of "u" and four hexadecimal digits.
fn unit(text: &str) -> Option<u32> {
    let digits = text.strip_prefix('u')?.get(..4)?;
    digits.bytes().all(|b| b.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok()).flatten()
}

/// The objects of the list that `name` stands before, each as it is written, whole ones only.
pub fn objects<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let list = text.split_once(&format!("\"{name}\"")).map_or(text, |(_, list)| list);
    let Some((_, list)) = list.split_once('[') else { return Vec::new() };
    let mut found = Vec::new();
    let (mut depth, mut start, mut inside, mut escaped) = (0_usize, 0_usize, false, false);
    for (at, b) in list.bytes().enumerate() {
        match b {
            _ if escaped => escaped = false,
            b'\\' if inside => escaped = true,
            b'"' => inside = !inside,
            _ if inside => {}
            b'{' | b'[' => {
                if depth == 0 {
                    start = at;
                }
                depth += 1;
            }
            b'}' | b']' if depth == 0 => return found,
            b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    found.extend(list.get(start..=at));
                }
            }
            _ => {}
        }
        if found.len() > ENTRY_LIMIT {
            return found;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_faults_are_mended_and_sound_json_is_left_alone() {
        let sound = r#"{"a": "x \" \\ \n \u00e9 \ud83d\ude00, }", "b": [1, 2]}"#;
        assert_eq!(mended(sound), sound);
        let faulty = "{\"a\": \"one\ntwo \\' \\x \\ud83d.\",\n \"b\": [1, 2, ], }";
        let value: serde_json::Value = serde_json::from_str(&mended(faulty)).unwrap();
        assert_eq!(value["a"], "one\ntwo ' x \u{FFFD}.");
        assert_eq!(value["b"][1], 2);
    }

    #[test]
    fn objects_are_cut_where_they_end_whatever_their_strings_hold() {
        let text = r#"{"items": [{"a": "]}{\""}, {"b": [{}]}, {"c"#;
        assert_eq!(objects(text, "items"), [r#"{"a": "]}{\""}"#, r#"{"b": [{}]}"#]);
    }
}
