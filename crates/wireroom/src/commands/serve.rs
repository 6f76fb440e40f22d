//! `wireroom serve`: the house alive. Feeds are polled, pages are served, until a signal asks it to stop.
//! A house without an owner prints a one-time link; there is no default password.

use crate::config::Config;
use crate::house::{House, say};
use axum::Router;
use clap::{ArgMatches, Command};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use wireroom_server::{Access, router, token, token_hash};

/// A set-up link is good for this long, in seconds.
const SETUP_SECONDS: i64 = 24 * 60 * 60;
/// What the link is for, as the web reads it.
const SETUP_PURPOSE: &str = "owner";
/// How long open requests and jobs may take to finish after a stop was asked for.
const GRACE: Duration = Duration::from_secs(20);

pub fn command() -> Command {
    Command::new("serve").about("Run the house: poll feeds, sort stories, serve the pages")
}

pub fn run(_: &ArgMatches, config: &Config) -> Result<bool, String> {
    super::block_on(async {
        let listener = listen(config.listen).await?;
        let metrics = crate::metrics::listen(config).await?;
        let house = House::open(config).await?;
        let address = listener.local_addr().map_err(say)?;
        let base = config.base_url.clone().unwrap_or_else(|| format!("http://{address}"));
        if !house.store.has_owner().await.map_err(say)? {
            let link = setup_link(&house, &base).await?;
            eprintln!(
                "This house has no owner yet. Open this link within a day; it works once:\n\n    {link}\n"
            );
        }
        eprintln!("Wireroom reads at {base}/ with its data in {}. Ctrl-C stops it.", config.data.display());
        let site = router(house.web(config.base_url.as_deref(), Access::Members)?);
        let (stop, stopped) = watch::channel(false);
        let workers = house.work(stopped.clone());
        if let Some(metrics) = metrics {
            let site = crate::metrics::site(house.pipeline.clone(), std::sync::Arc::clone(&house.clock));
            tokio::spawn(async move { axum::serve(metrics, site).await });
        }
        serve(listener, site, stop, stopped).await?;
        finish(workers).await;
        house.close().await;
        Ok(true)
    })
}

/// A link that makes its first visitor the owner.
async fn setup_link(house: &House, base: &str) -> Result<String, String> {
    let token =
        token().map_err(|_| "the system gives no random bytes; the set-up link cannot be made".to_owned())?;
    let now = house.clock.now().unix();
    let mut tx = house.store.begin().await.map_err(say)?;
    tx.add_setup_token(&token_hash(&token), SETUP_PURPOSE, now, now + SETUP_SECONDS).await.map_err(say)?;
    tx.commit().await.map_err(say)?;
    Ok(link(base, &token))
}

/// The link's address; a base that ends in a slash brings no second one.
fn link(base: &str, token: &str) -> String {
    format!("{}/setup/{token}", base.trim_end_matches('/'))
}

/// Binds, or says which flag helps.
pub async fn listen(address: SocketAddr) -> Result<TcpListener, String> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            format!(
                "the address {address} is in use by another program; stop it or choose another with --listen"
            )
        }
        _ => format!("the address {address} cannot be listened on ({error}); choose another with --listen"),
    })
}

/// Serves until a signal, then lets open requests finish within the grace.
pub async fn serve(
    listener: TcpListener,
    site: Router,
    stop: watch::Sender<bool>,
    mut stopped: watch::Receiver<bool>,
) -> Result<(), String> {
    tokio::spawn(async move {
        signal().await;
        eprintln!("\nStopping: what is under way is finished first.");
        let _ = stop.send(true);
        // A second signal does not wait.
        signal().await;
        std::process::exit(130);
    });
    let mut closing = stopped.clone();
    let site = site.into_make_service_with_connect_info::<SocketAddr>();
    let ended = axum::serve(listener, site).with_graceful_shutdown(async move {
        let _ = stopped.wait_for(|stop| *stop).await;
    });
    tokio::select! {
        ended = ended => ended.map_err(say),
        () = async { let _ = closing.wait_for(|stop| *stop).await; tokio::time::sleep(GRACE).await } => Ok(()),
    }
}

/// Waits for the workers, within the grace. What they leave is a lease that the next start takes up again.
pub async fn finish(workers: tokio::task::JoinHandle<()>) {
    if tokio::time::timeout(GRACE, workers).await.is_err() {
        eprintln!("Some work did not finish in time; it is taken up again at the next start.");
    }
}

async fn signal() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let mut terminate = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(terminate) => terminate,
            Err(_) => return drop(interrupt.await),
        };
        tokio::select! {
            _ = interrupt => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    drop(interrupt.await);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_up_link_has_one_slash_whatever_the_base_ends_in() {
        for base in ["https://news.example/read", "https://news.example/read/"] {
            assert_eq!(link(base, "abc"), "https://news.example/read/setup/abc");
        }
    }
}
