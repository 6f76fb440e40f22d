//! The small language of the table of conventions: what an address must look like, and what is put together from it.
//! A path is matched piece by piece: `{name}` takes a piece, `UC{id}` one that begins so, `a|b` one of two words,
//! `**` whatever follows (at the end alone). `?list={list}` takes a value of the query.

use std::collections::BTreeMap;
use url::Url;

/// Pieces of an address's path that are looked at.
const PIECE_LIMIT: usize = 32;

/// What was taken from an address, by name.
pub type Taken = BTreeMap<&'static str, String>;

/// An address laid out for matching.
#[derive(Debug)]
pub struct Parts<'u> {
    /// Lower case, without `www.` and `m.`; with its port where one is written.
    pub host: String,
    pieces: Vec<&'u str>,
    query: BTreeMap<String, String>,
}

impl<'u> Parts<'u> {
    pub fn new(url: &'u Url) -> Self {
        let host = url.host_str().unwrap_or_default().to_ascii_lowercase();
        let host = host.strip_prefix("www.").or_else(|| host.strip_prefix("m.")).unwrap_or(&host).to_owned();
        let pieces = url.path_segments().into_iter().flatten().filter(|piece| !piece.is_empty());
        Self {
            host: url.port().map_or_else(|| host.clone(), |port| format!("{host}:{port}")),
            pieces: pieces.take(PIECE_LIMIT).collect(),
            query: url.query_pairs().take(PIECE_LIMIT).map(|(n, v)| (n.into(), v.into())).collect(),
        }
    }

    /// Matches a host (`github.com`, `*.tumblr.com`, `gitlab.*`, `*`) and a path; gives what was taken.
    pub fn matches(&self, host: &'static str, path: &'static str) -> Option<Taken> {
        let mut taken = Taken::from([("host", self.host.clone())]);
        match (host.strip_prefix("*."), host.strip_suffix(".*")) {
            _ if host == "*" => {}
            (Some(domain), _) => {
                let sub = self.host.strip_suffix(domain)?.strip_suffix('.')?;
                taken.insert("sub", sub.to_owned());
            }
            (None, Some(start)) => {
                self.host.strip_prefix(start)?.strip_prefix('.')?;
            }
            (None, None) if host != self.host => return None,
            (None, None) => {}
        }
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let mut pieces = self.pieces.iter();
        let mut open_end = false;
        for wanted in path.split('/').filter(|wanted| !wanted.is_empty()) {
            if wanted == "**" {
                open_end = true;
                break;
            }
            piece(wanted, pieces.next()?, &mut taken)?;
        }
        if !open_end && pieces.next().is_some() {
            return None;
        }
        if let Some((name, wanted)) = query.split_once('=') {
            piece(wanted, self.query.get(name)?, &mut taken)?;
        }
        Some(taken)
    }
}

fn piece(wanted: &'static str, given: &str, taken: &mut Taken) -> Option<()> {
    let Some((start, mut wanted)) = wanted.split_once('{') else {
        return wanted.split('|').any(|word| word.eq_ignore_ascii_case(given)).then_some(());
    };
    let mut given = given.strip_prefix(start)?;
    // Each round consumes a name of the pattern.
    loop {
        let (name, after) = wanted.split_once('}')?;
        let (between, next) = after.split_once('{').map_or((after, None), |(text, next)| (text, Some(next)));
        let (value, rest) = match next {
            Some(_) => given.split_once(between)?,
            None => (given.strip_suffix(between)?, ""),
        };
        // A name that holds a stroke or nothing at all is none.
        (!value.is_empty() && !value.contains('/')).then_some(())?;
        taken.insert(name, value.to_owned());
        match next {
            Some(next) => (wanted, given) = (next, rest),
            None => return Some(()),
        }
    }
}

/// Puts an address together. In a query, what was taken is made safe for one.
pub fn filled(template: &str, taken: &Taken) -> Option<Url> {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, after) = after.split_once('}')?;
        let value = taken.get(name)?;
        if out.contains('?') {
            out.extend(url::form_urlencoded::byte_serialize(value.as_bytes()));
        } else {
            out.push_str(value);
        }
        rest = after;
    }
    out.push_str(rest);
    Url::parse(&out).ok()
}
