//! `wireroom demo`: a fictional press on loopback, read by the real fetcher into a fresh temporary house.
//! Nothing here knows what the press printed: the house reads feeds and pages as it would anybody's.

use super::serve::{finish, listen, serve};
use crate::config::Config;
use crate::house::{House, Pace, say};
use crate::press::Press;
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use clap::{ArgMatches, Command};
use indicatif::{ProgressBar, ProgressStyle};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::sync::watch;
use wireroom_fetch::Allow;
use wireroom_model::UserId;
use wireroom_server::{Access, router, token};
use wireroom_store::users::{NewUser, Role};

/// The demo's feeds are asked this often, in seconds, so that edits show while one watches.
const POLL_SECONDS: u64 = 5;
/// A new wave of publishing comes this long after the one before.
const WAVE: Duration = Duration::from_secs(20);
/// How often the progress line is renewed.
const TICK: Duration = Duration::from_millis(500);

pub fn command() -> Command {
    Command::new("demo")
        .about("Show the whole thing on a fictional press, in a temporary folder, in a minute")
}

pub fn run(_: &ArgMatches, config: &Config) -> Result<bool, String> {
    super::block_on(async {
        let folder = tempfile::Builder::new().prefix("wireroom-demo-").tempdir();
        let folder = folder.map_err(|e| format!("no temporary folder can be made: {e}"))?;
        let listener = listen(config.listen).await?;
        let address = listener.local_addr().map_err(say)?;
        let newsstand = Newsstand::open().await?;
        let mut config = config.clone();
        config.data = folder.path().to_owned();
        config.allow.push(newsstand.allow.clone());
        let pace = Pace { shortest_poll: POLL_SECONDS, spacing: Duration::ZERO, per_host: 8 };
        let house = House::open_with(&config, pace, Arc::new(crate::clock::SystemClock)).await?;
        let user = owner(&house).await?;
        for feed in &newsstand.feeds {
            house.pipeline.add_feed(feed, Some(user)).await.map_err(say)?;
        }
        eprintln!("Open http://{address}/ and watch it fill. Ctrl-C ends the demo and removes its data.\n");
        let site = router(house.web(None, Access::Open { user })?);
        let (stop, stopped) = watch::channel(false);
        let workers = house.work(stopped.clone());
        let telling = tokio::spawn(tell(house.pipeline.clone(), newsstand, stopped.clone()));
        serve(listener, site, stop, stopped).await?;
        telling.abort();
        finish(workers).await;
        house.close().await;
        Ok(true)
    })
}

/// The demo's reader. Nobody signs in: the password is random and forgotten.
async fn owner(house: &House) -> Result<UserId, String> {
    let secret = token().map_err(|_| "the system gives no random bytes".to_owned())?;
    let mut tx = house.store.begin().await.map_err(say)?;
    let new = NewUser { name: "Demo reader", password_hash: &secret, role: Role::Owner, time_zone: None };
    let user = tx.add_user(&new, house.clock.now().unix()).await.map_err(say)?;
    tx.commit().await.map_err(say)?;
    Ok(user)
}

/// The press, publishing on a loopback port of its own.
pub struct Newsstand {
    pub allow: Allow,
    pub feeds: Vec<String>,
    wave: Arc<AtomicU32>,
    waves: u32,
}

impl std::fmt::Debug for Newsstand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Newsstand")
            .field("allow", &self.allow)
            .field("feeds", &self.feeds.len())
            .finish_non_exhaustive()
    }
}

impl Newsstand {
    /// Opens the shipped press at its first wave, dated to the machine's clock.
    pub async fn open() -> Result<Self, String> {
        Self::open_press(|base| {
            use wireroom_model::Clock as _;
            Press::shipped(crate::clock::SystemClock.now(), base).map_err(say)
        })
        .await
    }

    /// Opens the press that `make` gives for an address.
    pub async fn open_press(make: impl FnOnce(&str) -> Result<Press, String>) -> Result<Self, String> {
        let listener = listen(([127, 0, 0, 1], 0).into()).await?;
        let address = listener.local_addr().map_err(say)?;
        let base = format!("http://{address}");
        let press = Arc::new(make(&base)?);
        let wave = Arc::new(AtomicU32::new(0));
        let stand = Self {
            allow: address.to_string().parse()?,
            feeds: press.feeds().iter().map(|feed| format!("{base}{}", feed.path)).collect(),
            wave: Arc::clone(&wave),
            waves: press.phases(),
        };
        let site = Router::new().fallback(answer).with_state((press, wave));
        tokio::spawn(async move { axum::serve(listener, site).await });
        Ok(stand)
    }

    /// Publishes the next wave; false when the last is out.
    pub fn advance(&self) -> bool {
        let next = self.wave.load(Ordering::SeqCst) + 1;
        if next < self.waves {
            self.wave.store(next, Ordering::SeqCst);
        }
        next < self.waves
    }
}

async fn answer(State((press, wave)): State<(Arc<Press>, Arc<AtomicU32>)>, uri: Uri) -> Response {
    match press.answer(uri.path(), wave.load(Ordering::SeqCst)) {
        Some(answer) => ([(header::CONTENT_TYPE, answer.content_type)], answer.body).into_response(),
        None => (StatusCode::NOT_FOUND, "nothing is printed here").into_response(),
    }
}

/// The line in the terminal, and the waves. Where standard error is no terminal, a line a wave.
async fn tell(
    pipeline: wireroom_pipeline::Pipeline,
    newsstand: Newsstand,
    mut stopped: watch::Receiver<bool>,
) {
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
        bar.set_style(style);
    }
    let (mut waited, mut last) = (Duration::ZERO, String::new());
    while !*stopped.borrow_and_update() {
        let Ok(now) = pipeline.progress().await else { break };
        let line = format!(
            "{} feeds, {} entries, {} articles, {} copies folded, {} stories{}",
            now.feeds,
            now.entries,
            now.articles,
            now.copies,
            now.stories,
            if now.waiting() == 0 { String::new() } else { format!("; {} jobs waiting", now.waiting()) }
        );
        if bar.is_hidden() && now.waiting() == 0 && line != last {
            eprintln!("{line}");
            last.clone_from(&line);
        }
        bar.set_message(line);
        bar.tick();
        waited += TICK;
        if waited >= WAVE {
            waited = Duration::ZERO;
            newsstand.advance();
        }
        tokio::select! {
            () = tokio::time::sleep(TICK) => {}
            _ = stopped.changed() => {}
        }
    }
    bar.finish_and_clear();
}
