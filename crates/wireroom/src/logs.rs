//! Logs: plain lines or JSON, to standard error. Every line passes one scrubber before it leaves the program, whoever
//! wrote it: addresses lose user, password, the values of their query and what looks like a key in their path.
//! Nothing logs an article's text. Start at [`start`].

use crate::config::{Config, LogFormat};
use std::io::{self, Write};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::util::SubscriberInitExt as _;
use url::Url;

/// What stands in place of a secret.
const HIDDEN: &str = "_";
/// A part of a path from this length on, of letters and digits mixed, may be a key.
const KEY_CHARS: usize = 20;
/// Characters that end an address in a line of text or JSON.
const ENDS: &[char] = &['"', '\'', '<', '>', '\\', '`', '|', '{', '}', '(', ')', ',', ';'];

/// Sends this process's logs to standard error from here on; `usual` is the filter where the owner set none.
/// A second call in one process (tests) keeps the first.
pub fn start(config: &Config, usual: &str) -> Result<(), String> {
    let filter = config.log.as_deref().unwrap_or(usual);
    let filter = EnvFilter::try_new(filter).map_err(|e| format!("--log: \"{filter}\" is no filter: {e}"))?;
    let _ = subscriber(config.log_format, filter, || Scrubbing(io::stderr())).try_init();
    Ok(())
}

/// The subscriber itself, over any writer.
fn subscriber<W>(format: LogFormat, filter: EnvFilter, to: W) -> Box<dyn tracing::Subscriber + Send + Sync>
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(to);
    match format {
        LogFormat::Text => Box::new(lines.with_target(false).with_ansi(false).finish()),
        LogFormat::Json => Box::new(lines.json().flatten_event(true).with_current_span(true).finish()),
    }
}

/// A writer whose every line is scrubbed. The subscriber writes a whole line at a time.
struct Scrubbing<W>(W);

impl<W: Write> Write for Scrubbing<W> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.0.write_all(scrubbed(&String::from_utf8_lossy(line)).as_bytes())?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The line with every address in it made fit for strangers.
pub fn scrubbed(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, address, after)) = next_address(rest) {
        out.push_str(before);
        out.push_str(&fit(address));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The text before the next address, the address, and what follows.
fn next_address(text: &str) -> Option<(&str, &str, &str)> {
    let at = [text.find("http://"), text.find("https://")].into_iter().flatten().min()?;
    let (before, from) = text.split_at_checked(at)?;
    let end =
        from.find(|c: char| c.is_whitespace() || c.is_control() || ENDS.contains(&c)).unwrap_or(from.len());
    let (address, after) = from.split_at_checked(end)?;
    Some((before, address, after))
}

fn fit(address: &str) -> String {
    // What cannot be read cannot be scrubbed part by part.
    let Ok(mut url) = Url::parse(address) else {
        let scheme = address.split("://").next().unwrap_or("http");
        return format!("{scheme}://{HIDDEN}");
    };
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.set_fragment(None);
    if url.query().is_some() {
        let names: Vec<String> = url.query_pairs().map(|(name, _)| format!("{name}={HIDDEN}")).collect();
        url.set_query(Some(&names.join("&")));
    }
    let path: Vec<&str> =
        url.path().split('/').map(|part| if is_key(part) { HIDDEN } else { part }).collect();
    let path = path.join("/");
    url.set_path(&path);
    url.into()
}

/// Long, of letters and digits, without the hyphens of a headline: a key rather than a name.
fn is_key(part: &str) -> bool {
    part.len() >= KEY_CHARS
        && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '=')
        && part.chars().any(|c| c.is_ascii_digit())
        && part.chars().any(|c| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};

    #[derive(Clone, Default)]
    struct Kept(Arc<Mutex<Vec<u8>>>);

    impl Write for Kept {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn logged(format: LogFormat, write: impl FnOnce()) -> String {
        let kept = Kept::default();
        let to = kept.clone();
        let lines = subscriber(format, EnvFilter::new("info"), move || Scrubbing(to.clone()));
        tracing::subscriber::with_default(lines, write);
        String::from_utf8(kept.0.lock().unwrap().clone()).unwrap()
    }

    #[test]
    fn secrets_of_an_address_never_leave() {
        let line = "polling https://ada:hunter2@paper.example:8443/feed/9f86d081884c7d659a2feaa0c55ad015/a-headline-of-2026?token=s3cret&page=2#frag, again";
        let told = scrubbed(line);
        assert_eq!(
            told,
            "polling https://paper.example:8443/feed/_/a-headline-of-2026?token=_&page=_, again"
        );
        assert_eq!(scrubbed("https://[broken?token=s3cret x"), "https://_ x");
        assert_eq!(
            scrubbed("two: http://a.example/?k=1 http://b.example/"),
            "two: http://a.example/?k=_ http://b.example/"
        );
        assert_eq!(scrubbed("no address: ünïcode"), "no address: ünïcode");
    }

    #[test]
    fn json_lines_carry_fields_and_spans_and_no_secret() {
        let told = logged(LogFormat::Json, || {
            let span = tracing::info_span!("job", kind = "poll", feed = 7);
            let _in = span.enter();
            tracing::info!(
                host = "paper.example",
                address = "https://u:hunter2@paper.example/feed?key=s3cret",
                duration_ms = 12,
                "polled"
            );
            tracing::debug!("not asked for");
        });
        let lines: Vec<serde_json::Value> =
            told.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0]["message"], "polled");
        assert_eq!(lines[0]["level"], "INFO");
        assert_eq!(lines[0]["duration_ms"], 12);
        assert_eq!(lines[0]["host"], "paper.example");
        assert_eq!(lines[0]["span"]["kind"], "poll");
        assert_eq!(lines[0]["span"]["feed"], 7);
        assert_eq!(lines[0]["address"], "https://paper.example/feed?key=_");
        assert!(!told.contains("hunter2") && !told.contains("s3cret"), "{told}");
    }

    #[test]
    fn plain_lines_are_scrubbed_alike() {
        let told = logged(LogFormat::Text, || tracing::warn!("see https://a.example/x?secret=1"));
        assert!(told.contains("WARN") && told.contains("https://a.example/x?secret=_"), "{told}");
    }
}
