//! What a person chose for one site, as a small TOML text: where the body stands, what is left out, where title,
//! authors and date are read. Data in, data out: the shell reads the files and hands them here.
//! It refuses keys it does not know, selectors it cannot read and hosts that are none, each in a sentence that names
//! file, key and way out. Start at [`Override::parse`]; [`Overrides`] finds the one for a host.

use dom_query::Matcher;
use std::collections::BTreeMap;
use std::sync::Arc;
use url::{Host, Url};
pub use wireroom_model::why::OverrideFault as Fault;
use wireroom_model::why::Wrong;

/// Largest file, in bytes.
pub const MAX_OVERRIDE_BYTES: usize = 64 * 1024;
/// Most files that are taken.
pub const MAX_OVERRIDES: usize = 2_000;
/// Most hosts of one file, most selectors of one key, and the most characters of a selector.
const MAX_HOSTS: usize = 50;
const MAX_SELECTORS: usize = 40;
const MAX_SELECTOR: usize = 400;
/// Most faults told of one file.
const MAX_FAULTS: usize = 20;

const KEYS: &str = "hosts, body, drop, title, author, date, learn and notes";

/// What one file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    /// The file's name, for sentences.
    pub file: String,
    /// Each stands for itself and the hosts below it.
    pub hosts: Vec<String>,
    /// CSS selectors; where several match, all of it is the body, in page order.
    pub body: Vec<String>,
    pub drop: Vec<String>,
    /// The first that matches something tells.
    pub title: Vec<String>,
    pub author: Vec<String>,
    pub date: Vec<String>,
    /// False: nothing is learnt of these hosts, and nothing that was learnt is left out.
    pub learn: bool,
    pub notes: String,
}

/// A host as it is compared: lower case, no port; `None` where it is none.
pub fn host_of(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('.');
    let host = Host::parse(text).ok()?;
    // "com" would be half of the web, and "*" is no host at all.
    let fine = match &host {
        Host::Domain(name) => (name.contains('.') || name == "localhost") && !name.contains(['*', '/', ':']),
        Host::Ipv4(_) | Host::Ipv6(_) => true,
    };
    fine.then(|| host.to_string())
}

impl Override {
    /// Reads the text of a file called `file` ("press.example.toml"). The host is the file's name unless it says others.
    ///
    /// # Errors
    /// Every fault of the text, so that one look mends all of them.
    pub fn parse(file: &str, text: &str) -> Result<Self, Vec<Fault>> {
        let fault = |wrong| Fault { file: file.to_owned(), key: None, wrong };
        if text.len() > MAX_OVERRIDE_BYTES {
            return Err(vec![fault(Wrong::TooLarge(MAX_OVERRIDE_BYTES))]);
        }
        let table: toml::Table = match text.parse() {
            Ok(table) => table,
            Err(error) => {
                let error: toml::de::Error = error;
                let line =
                    error.span().and_then(|span| text.get(..span.start)).map(|t| t.matches('\n').count() + 1);
                return Err(vec![fault(Wrong::NoToml { line, why: error.message().to_owned() })]);
            }
        };
        let mut reading = Reading { file, table, faults: Vec::new() };
        let read = reading.all();
        match reading.faults {
            faults if faults.is_empty() => Ok(read),
            mut faults => {
                faults.truncate(MAX_FAULTS);
                Err(faults)
            }
        }
    }

    /// True where it says nothing but whom it is for.
    pub fn is_idle(&self) -> bool {
        let lists = [&self.body, &self.drop, &self.title, &self.author, &self.date];
        self.learn && lists.iter().all(|list| list.is_empty())
    }
}

struct Reading<'f> {
    file: &'f str,
    table: toml::Table,
    faults: Vec<Fault>,
}

impl Reading<'_> {
    fn fault(&mut self, key: &str, wrong: Wrong) {
        self.faults.push(Fault { file: self.file.to_owned(), key: Some(key.to_owned()), wrong });
    }

    fn all(&mut self) -> Override {
        let read = Override {
            file: self.file.to_owned(),
            hosts: self.hosts(),
            body: self.selectors("body"),
            drop: self.selectors("drop"),
            title: self.selectors("title"),
            author: self.selectors("author"),
            date: self.selectors("date"),
            learn: self.learn(),
            notes: self.strings("notes").join("\n"),
        };
        let unknown: Vec<String> = self.table.keys().cloned().collect();
        for key in unknown {
            self.fault(&key, Wrong::NoKey(KEYS.to_owned()));
        }
        read
    }

    /// One string or a list of strings.
    fn strings(&mut self, key: &'static str) -> Vec<String> {
        match self.table.remove(key) {
            None => Vec::new(),
            Some(toml::Value::String(one)) => vec![one],
            Some(toml::Value::Array(many)) => {
                let count = many.len();
                let strings: Vec<String> =
                    many.into_iter().filter_map(|v| v.as_str().map(str::to_owned)).collect();
                if strings.len() < count {
                    self.fault(key, Wrong::NotQuoted);
                }
                strings
            }
            Some(_) => {
                self.fault(key, Wrong::NoText);
                Vec::new()
            }
        }
    }

    fn hosts(&mut self) -> Vec<String> {
        let mut named = self.strings("hosts");
        if named.len() > MAX_HOSTS {
            self.fault("hosts", Wrong::ManyHosts(MAX_HOSTS));
            named.truncate(MAX_HOSTS);
        }
        if named.is_empty() {
            let stem = self.file.strip_suffix(".toml").unwrap_or(self.file);
            if let Some(host) = host_of(stem) {
                return vec![host];
            }
            let stem = stem.to_owned();
            self.fault("hosts", Wrong::NameNoHost(stem));
        }
        let mut hosts = Vec::new();
        for name in named {
            match host_of(&name) {
                Some(host) => hosts.push(host),
                None => self.fault("hosts", Wrong::NoHost(name)),
            }
        }
        hosts
    }

    fn selectors(&mut self, key: &'static str) -> Vec<String> {
        let mut list = self.strings(key);
        if list.len() > MAX_SELECTORS {
            self.fault(key, Wrong::ManySelectors(MAX_SELECTORS));
            list.truncate(MAX_SELECTORS);
        }
        for selector in &list {
            if selector.chars().count() > MAX_SELECTOR {
                self.fault(key, Wrong::LongSelector(MAX_SELECTOR));
            } else if selector.trim().is_empty() || Matcher::new(selector).is_err() {
                self.fault(key, Wrong::NoSelector(selector.clone()));
            }
        }
        list
    }

    fn learn(&mut self) -> bool {
        match self.table.remove("learn") {
            None => true,
            Some(toml::Value::Boolean(learn)) => learn,
            Some(toml::Value::String(word)) if matches!(word.as_str(), "on" | "off") => word == "on",
            Some(_) => {
                self.fault("learn", Wrong::OnOff);
                true
            }
        }
    }
}

/// All overrides, by host.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    by_host: BTreeMap<String, Arc<Override>>,
}

impl Overrides {
    /// Puts overrides together, in order. Where two name one host, the first holds and the second is told of.
    pub fn of(all: impl IntoIterator<Item = Override>) -> (Self, Vec<Fault>) {
        let mut overrides = Self::default();
        let mut faults = Vec::new();
        for one in all.into_iter().take(MAX_OVERRIDES).map(Arc::new) {
            for host in &one.hosts {
                match overrides.by_host.get(host) {
                    Some(first) if first.file != one.file => faults.push(Fault {
                        file: one.file.clone(),
                        key: Some("hosts".to_owned()),
                        wrong: Wrong::Twice { host: host.clone(), file: first.file.clone() },
                    }),
                    Some(_) => {}
                    None => {
                        overrides.by_host.insert(host.clone(), Arc::clone(&one));
                    }
                }
            }
        }
        (overrides, faults)
    }

    /// The override for a host: its own, else that of the nearest host above it.
    pub fn for_host(&self, host: &str) -> Option<&Arc<Override>> {
        let host = host.to_ascii_lowercase();
        let mut name = host.as_str();
        loop {
            if let Some(found) = self.by_host.get(name) {
                return Some(found);
            }
            name = name.split_once('.')?.1;
        }
    }

    /// The override for a page's address.
    pub fn for_page(&self, url: Option<&Url>) -> Option<&Arc<Override>> {
        if self.by_host.is_empty() { None } else { self.for_host(url.and_then(Url::host_str)?) }
    }

    /// Every host that is named, with its override.
    pub fn hosts(&self) -> impl Iterator<Item = (&str, &Arc<Override>)> {
        self.by_host.iter().map(|(host, one)| (host.as_str(), one))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "hosts = [\"press.example\", \"Sport.Press.Example\"]\nbody = \".story\"\n\
                         drop = [\".promo\", \"p > small\"]\ntitle = \"h1\"\nauthor = \".by a\"\ndate = \"time\"\n\
                         learn = \"off\"\nnotes = \"their boxes have no names\"\n";

    fn faults(file: &str, text: &str) -> String {
        let faults = Override::parse(file, text).unwrap_err();
        faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_file_says_all_of_it() {
        let read = Override::parse("press.toml", WHOLE).unwrap();
        assert_eq!(read.hosts, ["press.example", "sport.press.example"]);
        assert_eq!((read.body.len(), read.drop.len(), read.learn), (1, 2, false));
        assert!(!read.is_idle());
    }

    #[test]
    fn the_files_name_is_the_host_where_it_names_none() {
        let read = Override::parse("press.example.toml", "drop = \".promo\"").unwrap();
        assert_eq!(read.hosts, ["press.example"]);
        assert!(Override::parse("press.example.toml", "").unwrap().is_idle());
    }

    #[test]
    fn every_fault_names_file_key_and_way_out() {
        let told = faults(
            "press.example.toml",
            "bdy = \".a\"\ndrop = [\".ok\", \"..a\"]\nlearn = 7\nhosts = \"https://a.example/\"",
        );
        for part in [
            "press.example.toml, \"bdy\": there is no such key; there are hosts, body",
            "\"drop\": \"..a\" is no CSS selector; write it as",
            "\"learn\": write \"off\" or \"on\"",
            "\"hosts\": \"https://a.example/\" is no host; write it without https://",
        ] {
            assert!(told.contains(part), "{told}");
        }
        let told = faults("a.example.toml", "body = \".a\"\ndrop = [\".b\"");
        assert!(told.contains("line 2 is not TOML"), "{told}");
        assert!(faults("notes.toml", "").contains("\"notes\" is no host; name the file press.example.toml"));
        assert!(faults("com.toml", "").contains("is no host"));
        assert!(faults("a.example.toml", "body = 7").contains("in quotes"));
    }

    #[test]
    fn a_host_takes_the_nearest_override_above_it() {
        let wide = Override::parse("press.example.toml", "").unwrap();
        let near = Override::parse("sport.press.example.toml", "").unwrap();
        let (all, faults) = Overrides::of([wide.clone(), near]);
        assert!(faults.is_empty());
        let file = |host: &str| all.for_host(host).map(|o| o.file.clone());
        assert_eq!(file("www.press.example").as_deref(), Some("press.example.toml"));
        assert_eq!(file("WWW.Sport.press.example").as_deref(), Some("sport.press.example.toml"));
        assert_eq!(file("otherpress.example"), None);
        let second = Override { file: "second.toml".to_owned(), ..wide };
        let (_, faults) = Overrides::of([all.for_host("press.example").unwrap().as_ref().clone(), second]);
        assert!(
            faults[0].to_string().contains("second.toml")
                && faults[0].to_string().contains("press.example.toml")
        );
    }
}
