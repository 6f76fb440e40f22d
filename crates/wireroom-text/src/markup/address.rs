//! Addresses in outside HTML: absolute, of a kind that a reader may follow, written so that people can read them.
//! Everything else is dropped here. Start at [`judged`].

use url::{Position, Url};

/// The address that `raw` means against `base`, and how it is written into HTML. http, https and mailto only; a
/// relative address without a base is none.
pub fn judged(raw: &str, base: Option<&Url>) -> Option<(Url, String)> {
    let raw = raw.trim();
    let address = match (Url::parse(raw), base) {
        (Ok(address), _) => address,
        (Err(_), Some(base)) if !raw.is_empty() => base.join(raw).ok()?,
        (Err(_), None) if raw.starts_with("//") => Url::parse(&format!("https:{raw}")).ok()?,
        _ => return None,
    };
    let written = readable(raw, &address);
    matches!(address.scheme(), "http" | "https" | "mailto").then_some((address, written))
}

/// Letters of other scripts stay letters behind the host, where the publisher wrote them so. The host stays in its
/// ASCII form: a letter that looks like another must not name another house.
fn readable(raw: &str, address: &Url) -> String {
    let encoded = address.as_str();
    let (host, path) = (&address[..Position::BeforePath], &address[Position::BeforePath..]);
    if raw.is_ascii() || !path.contains('%') {
        return encoded.to_owned();
    }
    let mut out = String::from(host);
    let mut rest = path;
    while let Some((before, from)) = rest.find('%').and_then(|at| rest.split_at_checked(at)) {
        out.push_str(before);
        match letter(from).filter(|(letter, encoded, _)| raw.contains(*letter) && !raw.contains(encoded)) {
            Some((letter, _, after)) => {
                out.push(letter);
                rest = after;
            }
            None => {
                out.push('%');
                rest = from.strip_prefix('%').unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    let same = Url::parse(&out).is_ok_and(|read| read == *address);
    if same { out } else { encoded.to_owned() }
}

/// The letter whose bytes are written as "%C3%80" at the head of `encoded`, those bytes, and what follows.
fn letter(encoded: &str) -> Option<(char, &str, &str)> {
    let mut bytes: Vec<u8> = Vec::with_capacity(4);
    let mut rest = encoded;
    while bytes.len() < 4 {
        let (pair, after) = rest.strip_prefix('%')?.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(pair, 16).ok()?);
        rest = after;
        if let Ok(read) = std::str::from_utf8(&bytes) {
            let letter = read.chars().next().filter(|c| !c.is_ascii() && c.is_alphanumeric())?;
            return Some((letter, encoded.strip_suffix(rest)?, rest));
        }
    }
    None
}
