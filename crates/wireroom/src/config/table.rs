//! The table of settings: one declaration each gives flag, environment variable, file key and documentation.
//! A setting that is not here does not exist.

use std::net::SocketAddr;
use std::path::PathBuf;
use wireroom_fetch::Allow;

/// The folder of overrides inside the data folder.
pub const SITES_FOLDER: &str = "sites";

/// All settings, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    pub data: PathBuf,
    pub listen: SocketAddr,
    pub base_url: Option<String>,
    pub trusted_proxies: Vec<wireroom_server::Network>,
    pub websub: bool,
    pub pictures: bool,
    pub contact: Option<String>,
    pub allow: Vec<Allow>,
    pub poll_minutes: u64,
    pub workers: usize,
    pub raw_mb: u64,
    pub raw_days: u64,
    pub version_days: Option<u64>,
    pub article_days: Option<u64>,
    pub low_disk_mb: u64,
    /// Unset: `sites` in the data folder.
    pub sites: Option<PathBuf>,
    /// Unset: what suits the command.
    pub log: Option<String>,
    pub log_format: LogFormat,
    pub metrics: Option<SocketAddr>,
    pub metrics_open: bool,
    /// Unset: the house has no writer.
    pub writer: Option<String>,
    pub writer_model: Option<String>,
    pub writer_key_file: Option<PathBuf>,
    pub writer_requests: u64,
    pub writer_characters: u64,
    pub writer_seconds: u64,
    /// Unset: the house's own, as for answers.
    pub writer_prompt: Option<PathBuf>,
    pub writer_answer_prompt: Option<PathBuf>,
}

/// How a line of the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LogFormat {
    #[default]
    Text,
    Json,
}

impl Config {
    /// The folder of overrides.
    pub fn sites_folder(&self) -> PathBuf {
        self.sites.clone().unwrap_or_else(|| self.data.join(SITES_FOLDER))
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            data: PathBuf::from("wireroom-data"),
            listen: SocketAddr::from(([127, 0, 0, 1], 1851)),
            base_url: None,
            trusted_proxies: Vec::new(),
            websub: true,
            pictures: true,
            contact: None,
            allow: Vec::new(),
            poll_minutes: 5,
            workers: 4,
            raw_mb: 2_048,
            raw_days: 90,
            version_days: None,
            article_days: None,
            low_disk_mb: 512,
            sites: None,
            log: None,
            log_format: LogFormat::Text,
            metrics: None,
            metrics_open: false,
            writer: None,
            writer_model: None,
            writer_key_file: None,
            writer_requests: 200,
            writer_characters: 200_000,
            writer_seconds: 60,
            writer_prompt: None,
            writer_answer_prompt: None,
        }
    }
}

/// One setting.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// `listen` is `--listen`, `WIREROOM_LISTEN` and the key `listen`.
    pub key: &'static str,
    /// What stands for the value in the help.
    pub value: &'static str,
    /// As one would write it; empty where there is none.
    pub default: &'static str,
    /// One sentence for the help and the documentation.
    pub doc: &'static str,
    /// Reads a value into the configuration, or says why not.
    pub set: fn(&mut Config, &str) -> Result<(), String>,
}

impl Setting {
    /// The environment variable.
    pub fn variable(&self) -> String {
        format!("WIREROOM_{}", self.key.to_ascii_uppercase().replace('-', "_"))
    }

    /// The sentence in `--help`.
    pub fn flag_help(&self) -> String {
        let default =
            if self.default.is_empty() { String::new() } else { format!(" [default: {}]", self.default) };
        format!("{}{default} [env: {}]", self.doc, self.variable())
    }
}

/// Every setting of the program.
pub const SETTINGS: &[Setting] = &[
    Setting {
        key: "data",
        value: "DIR",
        default: "wireroom-data",
        doc: "Folder that holds the database and the search index; one process at a time.",
        set: |c, v| {
            c.data = PathBuf::from(v);
            Ok(())
        },
    },
    Setting {
        key: "listen",
        value: "ADDRESS",
        default: "127.0.0.1:1851",
        doc: "Address and port of the web pages; anything but loopback wants a TLS proxy in front.",
        set: |c, v| {
            c.listen = v
                .parse()
                .map_err(|_| format!("\"{v}\" is no address and port; write for example 127.0.0.1:1851"))?;
            Ok(())
        },
    },
    Setting {
        key: "base-url",
        value: "URL",
        default: "",
        doc: "The address that readers type, where a proxy stands in front; its path is where the site is mounted.",
        set: |c, v| {
            let fine = v.starts_with("http://") || v.starts_with("https://");
            if !fine {
                return Err(format!("\"{v}\" is no address; write for example https://news.example.org/"));
            }
            c.base_url = Some(v.trim_end_matches('/').to_owned());
            Ok(())
        },
    },
    Setting {
        key: "trusted-proxies",
        value: "ADDRESSES",
        default: "",
        doc: "Proxies in front of the house, as addresses or networks with commas between: `10.0.0.2,172.16.0.0/12`. Their `X-Forwarded-For` says under which address wrong passwords are counted, their `X-Forwarded-Proto` makes cookies secure; nobody else's is believed.",
        set: |c, v| {
            let entries = v.split(',').map(str::trim).filter(|e| !e.is_empty());
            c.trusted_proxies = entries.map(str::parse).collect::<Result<_, _>>()?;
            Ok(())
        },
    },
    Setting {
        key: "websub",
        value: "on|off",
        default: "on",
        doc: "Ask the hubs that feeds name to push (WebSub); only where base-url is an address that the web can reach.",
        set: |c, v| {
            c.websub = match v {
                "on" => true,
                "off" => false,
                _ => return Err(format!("\"{v}\" is neither on nor off")),
            };
            Ok(())
        },
    },
    Setting {
        key: "pictures",
        value: "on|off",
        default: "on",
        doc: "Give each story one picture, fetched once from the article that had it first, made small and kept here; no browser ever asks an outlet for one.",
        set: |c, v| {
            c.pictures = match v {
                "on" => true,
                "off" => false,
                _ => return Err(format!("\"{v}\" is neither on nor off")),
            };
            Ok(())
        },
    },
    Setting {
        key: "contact",
        value: "TEXT",
        default: "",
        doc: "How publishers can reach you: an address or a page, sent with every request. Without it they get `base-url`, if there is one.",
        set: |c, v| {
            // It stands inside a header and inside brackets there.
            if !v.chars().all(|c| matches!(c, ' '..='~') && !"()\\".contains(c)) {
                return Err(format!(
                    "\"{v}\" cannot be sent: use letters, digits and signs of ASCII without brackets, for example mailto:ada@example.org"
                ));
            }
            c.contact = Some(v.to_owned());
            Ok(())
        },
    },
    Setting {
        key: "allow",
        value: "HOSTS",
        default: "",
        doc: "Private or loopback hosts and networks that may be fetched all the same, with commas between: `nas.local:8080,192.168.1.0/24`.",
        set: |c, v| {
            let entries = v.split(',').map(str::trim).filter(|e| !e.is_empty());
            c.allow = entries.map(str::parse).collect::<Result<_, _>>()?;
            Ok(())
        },
    },
    Setting {
        key: "poll-minutes",
        value: "N",
        default: "5",
        doc: "A feed is never asked more often than this.",
        set: |c, v| {
            c.poll_minutes = number(v, 1, 1_440)?;
            Ok(())
        },
    },
    Setting {
        key: "workers",
        value: "N",
        default: "4",
        doc: "Jobs under way at once.",
        set: |c, v| {
            c.workers = usize::try_from(number(v, 1, 64)?).unwrap_or(4);
            Ok(())
        },
    },
    Setting {
        key: "raw-mb",
        value: "MB",
        default: "2048",
        doc: "Room for raw pages, kept compressed so that `wireroom reprocess` can rebuild everything; the oldest go first.",
        set: |c, v| {
            c.raw_mb = number(v, 0, 1 << 30)?;
            Ok(())
        },
    },
    Setting {
        key: "raw-days",
        value: "DAYS",
        default: "90",
        doc: "Age at which a raw page is dropped; the texts read from it stay.",
        set: |c, v| {
            c.raw_days = number(v, 0, 36_500)?;
            Ok(())
        },
    },
    Setting {
        key: "version-days",
        value: "DAYS",
        default: "",
        doc: "Age at which a replaced version of a text is dropped, counted from its replacing; unset: never. Starred, tagged and cited texts stay.",
        set: |c, v| {
            c.version_days = Some(number(v, 1, 36_500)?);
            Ok(())
        },
    },
    Setting {
        key: "article-days",
        value: "DAYS",
        default: "",
        doc: "Age at which an article is dropped for good, counted from its latest text; unset: never. Starred, tagged and cited ones stay.",
        set: |c, v| {
            c.article_days = Some(number(v, 1, 36_500)?);
            Ok(())
        },
    },
    Setting {
        key: "low-disk-mb",
        value: "MB",
        default: "512",
        doc: "Fetching stops with a notice when less than this is free.",
        set: |c, v| {
            c.low_disk_mb = number(v, 0, 1 << 30)?;
            Ok(())
        },
    },
    Setting {
        key: "sites",
        value: "FOLDER",
        default: "",
        doc: "Folder of overrides, a small TOML file for each site that is read otherwise than by the usual rules (docs/sites.md); unset: `sites` in the data folder.",
        set: |c, v| {
            c.sites = Some(PathBuf::from(v));
            Ok(())
        },
    },
    Setting {
        key: "log",
        value: "FILTER",
        default: "",
        doc: "What is logged to standard error: `error`, `warn`, `info`, `debug`, or a filter such as `wireroom_fetch=debug`; unset: `info` while serving, `warn` beside every other command's own words.",
        set: |c, v| {
            c.log = Some(v.to_owned());
            Ok(())
        },
    },
    Setting {
        key: "log-format",
        value: "FORM",
        default: "text",
        doc: "How log lines are written: `text`, or `json` with one object a line.",
        set: |c, v| {
            c.log_format = match v {
                "text" => LogFormat::Text,
                "json" => LogFormat::Json,
                _ => return Err(format!("\"{v}\" is neither text nor json")),
            };
            Ok(())
        },
    },
    Setting {
        key: "metrics",
        value: "ADDRESS",
        default: "",
        doc: "Address and port of Prometheus metrics (`/metrics`), a socket of their own without a login; unset: none. Loopback only, unless `metrics-open` is set.",
        set: |c, v| {
            let told = || format!("\"{v}\" is no address and port; write for example 127.0.0.1:1852");
            c.metrics = Some(v.parse().map_err(|_| told())?);
            Ok(())
        },
    },
    Setting {
        key: "metrics-open",
        value: "YES",
        default: "no",
        doc: "`yes` lets `metrics` listen on an address that other machines reach: whoever reaches it reads them.",
        set: |c, v| {
            c.metrics_open = match v {
                "yes" | "true" => true,
                "no" | "false" => false,
                _ => return Err(format!("\"{v}\" is neither yes nor no")),
            };
            Ok(())
        },
    },
    Setting {
        key: "writer",
        value: "URL",
        default: "",
        doc: "Address of a machine that speaks as OpenAI's chat completions do and may rewrite briefs and answers (docs/writer.md), such as `https://api.example.org/v1`; unset: none. One on this machine or network needs an entry in `allow`.",
        set: |c, v| {
            c.writer = Some(v.to_owned());
            Ok(())
        },
    },
    Setting {
        key: "writer-model",
        value: "NAME",
        default: "",
        doc: "The model that the writer is asked for; needed where `writer` is set.",
        set: |c, v| {
            c.writer_model = Some(v.to_owned());
            Ok(())
        },
    },
    Setting {
        key: "writer-key-file",
        value: "FILE",
        default: "",
        doc: "File with the writer's key; unset: it is asked without one. No log, page or error shows it.",
        set: |c, v| {
            c.writer_key_file = Some(PathBuf::from(v));
            Ok(())
        },
    },
    Setting {
        key: "writer-requests",
        value: "N",
        default: "200",
        doc: "Requests to the writer a day (UTC); what is over waits for the next.",
        set: |c, v| {
            c.writer_requests = number(v, 0, 1_000_000)?;
            Ok(())
        },
    },
    Setting {
        key: "writer-characters",
        value: "N",
        default: "200000",
        doc: "Characters of the writer's answers a day (UTC), of which some four make a token; once they are reached it is asked no more that day.",
        set: |c, v| {
            c.writer_characters = number(v, 0, 1_000_000_000)?;
            Ok(())
        },
    },
    Setting {
        key: "writer-seconds",
        value: "SECONDS",
        default: "60",
        doc: "How long one answer of the writer may take, from connecting to the last byte; no page waits for it.",
        set: |c, v| {
            c.writer_seconds = number(v, 1, 300)?;
            Ok(())
        },
    },
    Setting {
        key: "writer-prompt",
        value: "FILE",
        default: "",
        doc: "What the writer is told to do with a brief, in place of the house's own words.",
        set: |c, v| {
            c.writer_prompt = Some(PathBuf::from(v));
            Ok(())
        },
    },
    Setting {
        key: "writer-answer-prompt",
        value: "FILE",
        default: "",
        doc: "The same for an answer to a reader's question.",
        set: |c, v| {
            c.writer_answer_prompt = Some(PathBuf::from(v));
            Ok(())
        },
    },
];

fn number(text: &str, least: u64, most: u64) -> Result<u64, String> {
    let told = || format!("\"{text}\" is no whole number from {least} to {most}");
    let number = text.trim().parse().map_err(|_| told())?;
    if (least..=most).contains(&number) { Ok(number) } else { Err(told()) }
}
