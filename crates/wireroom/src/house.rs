//! The wiring: one data folder, its lock, the store, the index, the way out and the pipeline, put together.
//! It decides nothing; each part gets its settings and the clock here. Start at [`House::open`].

use crate::clock::SystemClock;
use crate::config::Config;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinHandle;
use url::{Host, Url};
use wireroom_fetch::guard::refusal;
use wireroom_fetch::{AllowList, Fetcher, Limits};
use wireroom_model::{Clock, UserId};
use wireroom_pipeline::{Options, Pipeline};
use wireroom_search::Index;
use wireroom_server::{Access, Parts, ServerState};
use wireroom_store::Store;
use wireroom_store::folder::Lock;
use wireroom_store::users::Role;

/// The index's folder inside the data folder.
pub const INDEX_FOLDER: &str = "search";
/// Bytes in a megabyte of the settings.
const MB: u64 = 1 << 20;

/// An open house: everything a command needs.
#[derive(Debug)]
pub struct House {
    pub store: Store,
    pub pipeline: Pipeline,
    pub clock: Arc<dyn Clock>,
    trusted_proxies: Vec<wireroom_server::Network>,
    /// Held until the house is closed, in every sense.
    _lock: Lock,
}

/// How the house behaves where no setting says so: the demo is quicker than a house that lives on the web.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// Seconds between two polls of a feed at the least.
    pub shortest_poll: u64,
    /// Least time between two requests to one host.
    pub spacing: Duration,
    /// Requests under way at one host.
    pub per_host: usize,
}

impl Pace {
    /// For feeds of other people.
    pub fn polite(config: &Config) -> Self {
        let limits = Limits::default();
        Self { shortest_poll: config.poll_minutes * 60, spacing: limits.spacing, per_host: limits.per_host }
    }
}

/// Names that stay inside a house or a network, beside those without a dot.
const INSIDE: [&str; 9] =
    ["localhost", "local", "internal", "intranet", "lan", "home", "corp", "test", "home.arpa"];

/// Where hubs may push: the base URL, where the setting allows it and a hub out on the web can reach it.
fn callback(config: &Config) -> Option<Url> {
    let base = Url::parse(config.base_url.as_deref().filter(|_| config.websub)?).ok()?;
    let open = match base.host()? {
        Host::Ipv4(ip) => refusal(ip.into()).is_none(),
        Host::Ipv6(ip) => refusal(ip.into()).is_none(),
        Host::Domain(name) => {
            let name = name.trim_end_matches('.');
            name.contains('.')
                && !INSIDE.iter().any(|end| name.strip_suffix(end).is_some_and(|s| s.ends_with('.')))
        }
    };
    open.then_some(base)
}

/// Days as seconds.
fn seconds(days: u64) -> Option<i64> {
    i64::try_from(days).ok()?.checked_mul(86_400)
}

impl House {
    /// Opens the data folder of the settings, with the machine's clock.
    pub async fn open(config: &Config) -> Result<Self, String> {
        Self::open_with(config, Pace::polite(config), Arc::new(SystemClock)).await
    }

    /// Opens at a given pace and clock.
    pub async fn open_with(config: &Config, pace: Pace, clock: Arc<dyn Clock>) -> Result<Self, String> {
        let lock = Lock::take(&config.data).map_err(say)?;
        let store = Store::open(&config.data).await.map_err(say)?;
        let folder = config.data.join(INDEX_FOLDER);
        let search =
            tokio::task::spawn_blocking(move || Index::open(&folder)).await.map_err(say)?.map_err(say)?;
        let way_out = way_out(config, pace);
        let writer = crate::writer::writer(config, &way_out)?;
        let fetcher = Fetcher::new(way_out).map_err(say)?;
        let options = Options {
            shortest_poll: pace.shortest_poll,
            poll_workers: config.workers,
            page_workers: config.workers * 2,
            per_host: pace.per_host,
            page_budget: config.raw_mb * MB,
            page_age: seconds(config.raw_days),
            version_age: config.version_days.and_then(seconds),
            article_age: config.article_days.and_then(seconds),
            low_disk: config.low_disk_mb * MB,
            callback: callback(config),
            sites: Some(config.sites_folder()),
            writer,
            pictures: config.pictures,
            ..Options::default()
        };
        let pipeline =
            Pipeline::open(store.clone(), search, fetcher, Arc::clone(&clock), options).await.map_err(say)?;
        // What is wrong with an override is in the log from the start.
        pipeline.site_files().await.map_err(say)?;
        let trusted_proxies = config.trusted_proxies.clone();
        Ok(Self { store, pipeline, clock, trusted_proxies, _lock: lock })
    }

    /// The house's owner, once it is set up.
    pub async fn owner(&self) -> Result<Option<UserId>, String> {
        let users = self.store.users().await.map_err(say)?;
        Ok(users.iter().find(|user| user.role == Role::Owner).map(|user| user.id))
    }

    /// What the web needs of this house.
    pub fn web(&self, base_url: Option<&str>, access: Access) -> Result<ServerState, String> {
        let base_url = base_url.map(url::Url::parse).transpose().map_err(|e| format!("--base-url: {e}"))?;
        let parts = Parts {
            store: self.store.clone(),
            search: Arc::new(self.pipeline.search().clone()),
            clock: Arc::clone(&self.clock),
            actions: crate::actions_of(self.pipeline.clone()),
            options: wireroom_server::Options {
                base_url,
                access,
                trusted_proxies: self.trusted_proxies.clone(),
            },
        };
        ServerState::new(parts).map_err(say)
    }

    /// Starts the workers; they stop when `stop` says so.
    pub fn work(&self, stop: tokio::sync::watch::Receiver<bool>) -> JoinHandle<()> {
        let pipeline = self.pipeline.clone();
        tokio::spawn(async move { pipeline.run(stop).await })
    }

    /// Folds the log into the database file. The lock goes with the value.
    pub async fn close(self) {
        self.store.close().await;
    }
}

/// Any error of the rooms as the sentence that it is.
pub fn say(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// True where `folder` holds a house already.
pub fn is_house(folder: &Path) -> bool {
    folder.join(wireroom_store::open::DATABASE_FILE).exists()
}

/// The way out of the settings at the polite pace, for a command that opens no house.
pub fn way_out_of(config: &Config) -> wireroom_fetch::Config {
    way_out(config, Pace::polite(config))
}

fn way_out(config: &Config, pace: Pace) -> wireroom_fetch::Config {
    let usual = wireroom_fetch::Config::default();
    let user_agent = match config.contact.as_ref().or(config.base_url.as_ref()) {
        Some(contact) => format!("{} (+{contact})", usual.user_agent),
        None => usual.user_agent,
    };
    wireroom_fetch::Config {
        user_agent,
        allow: config.allow.iter().cloned().collect::<AllowList>(),
        limits: Limits { per_host: pace.per_host, spacing: pace.spacing, ..usual.limits },
        resolver: usual.resolver,
        roots: usual.roots,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pushed_to(base: Option<&str>, websub: bool) -> Option<String> {
        let config = Config { base_url: base.map(str::to_owned), websub, ..Config::default() };
        callback(&config).map(|url| url.to_string())
    }

    #[test]
    fn hubs_are_asked_only_where_they_can_reach_the_house() {
        assert_eq!(
            pushed_to(Some("https://news.example.org/wire"), true).as_deref(),
            Some("https://news.example.org/wire")
        );
        assert_eq!(pushed_to(Some("http://93.184.215.14/"), true).as_deref(), Some("http://93.184.215.14/"));
        assert_eq!(pushed_to(Some("https://news.example.org/"), false), None);
        assert_eq!(pushed_to(None, true), None);
        for inside in [
            "http://127.0.0.1:1851",
            "http://localhost:1851",
            "http://nas/",
            "http://nas.local./",
            "http://wire.home.arpa",
            "http://192.168.1.4",
            "http://[::1]:8",
            "http://[fd00::1]/",
            "http://100.64.0.9",
            "http://2130706433/",
        ] {
            assert_eq!(pushed_to(Some(inside), true), None, "{inside}");
        }
    }
}
