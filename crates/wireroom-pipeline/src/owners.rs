//! Reading a list of publishers: CSV, TOML or JSON that says who owns which outlet (docs/formats/publishers.md).
//! A line that cannot be used is told with its number and the way out, and the others stand. It guesses no owner.
//! Start at [`read`].

use crate::{Pipeline, PipelineError, Result};
use std::collections::BTreeMap;
use url::Url;
use wireroom_model::why::NoOwners;
use wireroom_store::publishers::{NamedBy, OwnerRow};
use wireroom_text::hash;

/// Largest list, in bytes.
pub const MAX_BYTES: usize = 8 << 20;
/// Outlets of one list.
const MAX_ROWS: usize = 100_000;
/// Characters of a name.
const MAX_NAME: usize = 200;
/// Faults that are told; the count tells of all.
const MAX_TOLD: usize = 50;

/// A list that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Owners {
    /// By key.
    pub rows: Vec<OwnerRow>,
    /// Lines that were left out, each with the reason and the way out.
    pub faults: Vec<String>,
    pub left_out: u64,
}

impl Owners {
    /// What the list says as a hash, whatever the order of its lines.
    pub fn hash(&self) -> String {
        let line = |row: &OwnerRow| format!("{}\t{}\t{}\n", row.by.as_str(), row.key, row.publisher);
        hash::text_v1(&self.rows.iter().map(line).collect::<String>())
    }
}

/// Rows as they gather, each outlet once.
#[derive(Debug, Default)]
struct Gathered {
    rows: BTreeMap<(NamedBy, String), (OwnerRow, String)>,
    faults: Vec<String>,
    left_out: u64,
}

fn refused<T>(why: NoOwners) -> Result<T> {
    Err(why.into())
}

/// Reads a list, whichever of the three formats it is in.
///
/// # Errors
/// [`PipelineError::Refused`] where the bytes are no such list at all, or too many.
pub(crate) fn read(bytes: &[u8]) -> Result<Owners> {
    if bytes.len() > MAX_BYTES {
        return refused(NoOwners::TooLarge { bytes: bytes.len(), most: MAX_BYTES });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return refused(NoOwners::Utf16);
    }
    let text = match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let line = bytes.iter().take(error.valid_up_to()).filter(|&&byte| byte == b'\n').count() + 1;
            return refused(NoOwners::NoUtf8(line));
        }
    };
    let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
    let mut gathered = Gathered::default();
    match first {
        None => return refused(NoOwners::Empty),
        Some(first) if first.starts_with('{') => json(text, &mut gathered)?,
        Some(first) if first.starts_with('[') => toml(text, &mut gathered)?,
        Some(first) => csv(text, first, &mut gathered)?,
    }
    let rows: Vec<OwnerRow> = gathered.rows.into_values().map(|(row, _)| row).collect();
    if rows.is_empty() {
        return refused(NoOwners::NoOutlet(gathered.faults.into_iter().next()));
    }
    Ok(Owners { rows, faults: gathered.faults, left_out: gathered.left_out })
}

/// Columns by their names in the first line.
#[derive(Debug, Default)]
struct Columns {
    outlet: Option<usize>,
    domain: Option<usize>,
    publisher: Option<usize>,
}

fn csv(text: &str, head: &str, gathered: &mut Gathered) -> Result<()> {
    let delimiter = [b'\t', b';', b','].into_iter().find(|&mark| head.as_bytes().contains(&mark));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter.unwrap_or(b','))
        .flexible(true)
        .comment(Some(b'#'))
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let broken = |error: csv::Error| PipelineError::from(NoOwners::Broken(error.to_string()));
    let mut columns = Columns::default();
    for (at, name) in reader.headers().map_err(broken)?.iter().enumerate() {
        match name.to_lowercase().as_str() {
            "outlet" | "name" => columns.outlet = Some(at),
            "domain" | "host" | "site" => columns.domain = Some(at),
            "publisher" | "owner" => columns.publisher = Some(at),
            _ => {}
        }
    }
    let (Some(publisher), true) = (columns.publisher, columns.outlet.or(columns.domain).is_some()) else {
        return refused(NoOwners::NoColumns);
    };
    for (at, record) in reader.records().enumerate() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                gathered.leave(format!("line {}: {error}", at + 2));
                continue;
            }
        };
        let line = record.position().map_or(at as u64 + 2, csv::Position::line);
        let cell = |column: Option<usize>| column.and_then(|at| record.get(at)).unwrap_or_default();
        let names = [(cell(columns.outlet), false), (cell(columns.domain), true)];
        gathered.take(&format!("line {line}"), cell(Some(publisher)), &names)?;
    }
    Ok(())
}

/// `{"Quay Media": ["ash.example", "Birch Echo"]}`.
fn json(text: &str, gathered: &mut Gathered) -> Result<()> {
    let lists: BTreeMap<String, Vec<String>> = match serde_json::from_str(text) {
        Ok(lists) => lists,
        Err(error) => {
            return refused(NoOwners::NoJson(error.to_string()));
        }
    };
    gathered.lists(&lists)
}

#[derive(Debug, serde::Deserialize)]
struct TomlList {
    publishers: BTreeMap<String, Vec<String>>,
}

/// The same below `[publishers]`.
fn toml(text: &str, gathered: &mut Gathered) -> Result<()> {
    match toml::from_str::<TomlList>(text) {
        Ok(list) => gathered.lists(&list.publishers),
        Err(error) => refused(NoOwners::NoToml(error.to_string())),
    }
}

impl Gathered {
    fn leave(&mut self, fault: String) {
        self.left_out += 1;
        if self.faults.len() < MAX_TOLD {
            self.faults.push(fault);
        }
    }

    fn lists(&mut self, lists: &BTreeMap<String, Vec<String>>) -> Result<()> {
        for (publisher, outlets) in lists {
            for (at, outlet) in outlets.iter().enumerate() {
                self.take(&format!("{publisher}, outlet {}", at + 1), publisher, &[(outlet.trim(), false)])?;
            }
        }
        Ok(())
    }

    /// One outlet under one or two names, each with whether it must be a domain.
    fn take(&mut self, at: &str, publisher: &str, names: &[(&str, bool)]) -> Result<()> {
        let publisher = publisher.split_whitespace().collect::<Vec<_>>().join(" ");
        let names = names.iter().filter(|(name, _)| !name.is_empty());
        if names.clone().next().is_none() && publisher.is_empty() {
            return Ok(());
        }
        if publisher.is_empty() {
            self.leave(format!("{at}: no publisher is named; write one, or take the line out"));
            return Ok(());
        }
        if names.clone().next().is_none() {
            self.leave(format!("{at}: {publisher} has no outlet here; write its name or its domain"));
            return Ok(());
        }
        let long = |name: &str| name.chars().count() > MAX_NAME;
        if long(&publisher) || names.clone().any(|(name, _)| long(name)) {
            self.leave(format!("{at}: a name is longer than {MAX_NAME} characters; shorten it"));
            return Ok(());
        }
        for (name, must) in names {
            let host = domain(name);
            match (host, must) {
                (Some(host), _) => self.put(at, NamedBy::Host, host, name, &publisher)?,
                (None, true) => self.leave(format!(
                    "{at}: \"{name}\" is no domain; write one such as ash.example, or use the column outlet"
                )),
                (None, false) => {
                    self.put(at, NamedBy::Name, Pipeline::outlet_key(name), name, &publisher)?;
                }
            }
        }
        Ok(())
    }

    fn put(&mut self, at: &str, by: NamedBy, key: String, shown: &str, publisher: &str) -> Result<()> {
        if let Some((known, before)) = self.rows.get(&(by, key.clone())) {
            if known.publisher != publisher {
                let fault = format!(
                    "{at}: \"{shown}\" is {publisher}’s here and {}’s in {before}, which holds; keep one of them",
                    known.publisher
                );
                self.leave(fault);
            }
            return Ok(());
        }
        if self.rows.len() == MAX_ROWS {
            return refused(NoOwners::TooMany { at: at.to_owned(), most: MAX_ROWS });
        }
        let row = OwnerRow { by, key: key.clone(), shown: shown.to_owned(), publisher: publisher.to_owned() };
        self.rows.insert((by, key), (row, at.to_owned()));
        Ok(())
    }
}

/// The host that a name is, without `www.`: of an address, or written alone (`ash.example`). A name of several words,
/// or without a dot, is none.
fn domain(name: &str) -> Option<String> {
    let whole = if name.contains("://") { name.to_owned() } else { format!("https://{name}") };
    if name.contains(char::is_whitespace) || name.ends_with('.') {
        return None;
    }
    let url = Url::parse(&whole).ok()?;
    let host = url.domain()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    let ends = host.rsplit_once('.').is_some_and(|(before, end)| !before.is_empty() && end.len() > 1);
    ends.then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        let owners = read(text.as_bytes()).unwrap();
        owners.rows.iter().map(|row| format!("{} {} {}", row.by.as_str(), row.key, row.publisher)).collect()
    }

    fn refusal(bytes: &[u8]) -> String {
        read(bytes).unwrap_err().to_string()
    }

    #[test]
    fn one_list_in_three_formats_says_the_same() {
        let csv = "\u{feff}Outlet,Publisher\r\n\"Ash Post\",\"Quay, Media\"\r\nhttps://www.birch.example/news,\"Quay, Media\"\r\n";
        let expected = ["name ash post Quay, Media", "host birch.example Quay, Media"];
        assert_eq!(said(csv), expected);
        assert_eq!(said("{\"Quay, Media\": [\"Ash Post\", \"birch.example\"]}"), expected);
        assert_eq!(
            said("# ours\n[publishers]\n\"Quay, Media\" = [\"Ash Post\", \"birch.example\"]\n"),
            expected
        );
        let hash = |text: &str| read(text.as_bytes()).unwrap().hash();
        assert_eq!(hash(csv), hash("publisher;domain;outlet\nQuay, Media;birch.example;Ash  Post\n"));
    }

    #[test]
    fn a_line_that_cannot_be_used_is_told_with_its_number_and_the_others_stand() {
        let owners = read(
            b"outlet,domain,publisher\nAsh Post,,Quay\n,,\nBirch Echo,,\n,,Reef\nASH POST,,Reef\nElm,not a domain,Reef\n",
        )
        .unwrap();
        assert_eq!(owners.rows.len(), 2);
        assert_eq!(owners.left_out, 4);
        for (fault, words) in owners.faults.iter().zip([
            "line 4: no publisher is named",
            "line 5: Reef has no outlet here",
            "line 6: \"ASH POST\" is Reef’s here and Quay’s in line 2, which holds",
            "line 7: \"not a domain\" is no domain",
        ]) {
            assert!(fault.starts_with(words), "{fault}");
        }
    }

    #[test]
    fn what_is_no_list_is_refused_with_the_way_out() {
        assert!(refusal(b"").contains("outlet,publisher"));
        assert!(refusal(b"a,b\nc,d\n").starts_with("line 1 must name the columns"));
        assert!(refusal(b"outlet,publisher\nAsh,Quay\n\xff,x\n").starts_with("line 3 is no UTF-8"));
        assert!(refusal(b"\xff\xfeo\0").contains("UTF-16"));
        assert!(refusal(b"{\"a\": 1}").starts_with("the JSON is not"));
        assert!(refusal(b"[publishers]\na = 1\n").starts_with("the TOML is not"));
        assert!(refusal(b"outlet,publisher\nAsh,\n").contains("line 2: no publisher is named"));
        assert!(refusal(&vec![b'a'; MAX_BYTES + 1]).contains("several lists"));
    }

    #[test]
    fn a_bare_ending_is_no_domain_and_an_address_is_its_host() {
        assert_eq!(domain("https://WWW.Ash.example:8080/a?b"), Some("ash.example".to_owned()));
        assert_eq!(domain("bücher.example"), Some("xn--bcher-kva.example".to_owned()));
        for name in ["com", "Ash Post", "St.", "a.b", "", "10.0.0.1", "U.S"] {
            assert_eq!(domain(name), None, "{name}");
        }
    }
}
