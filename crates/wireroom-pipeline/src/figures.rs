//! What goes out and comes back, counted: by purpose and outcome, never by host or feed, so that the count of series
//! does not grow with the house. Every request of the pipeline passes `Pipeline::fetch` or `Pipeline::post_form`, which
//! also log it.

use crate::Pipeline;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tracing::Level;
use wireroom_fetch::{FetchError, Fetched, Purpose, Request};

/// Upper bounds of the latency histogram, in milliseconds: from a near host to the longest request allowed.
pub const LATENCY_MS: [u64; 9] = [50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000];

/// How a request ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Answered,
    /// 304: what is stored stands.
    Unchanged,
    Failed,
    /// 410: gone for good.
    Gone,
    /// Nothing was sent: the host asked for patience, or the guard refused.
    NotSent,
}

impl Outcome {
    pub const ALL: [Self; 5] = [Self::Answered, Self::Unchanged, Self::Failed, Self::Gone, Self::NotSent];

    /// The word in logs and metrics.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Unchanged => "unchanged",
            Self::Failed => "failed",
            Self::Gone => "gone",
            Self::NotSent => "not_sent",
        }
    }

    fn of(answer: &Result<Fetched, FetchError>) -> Self {
        match answer {
            Ok(fetched) if fetched.not_modified => Self::Unchanged,
            Ok(_) => Self::Answered,
            Err(error) if error.is_gone() => Self::Gone,
            Err(error) if error.put_back_for().is_some() => Self::NotSent,
            Err(FetchError::Refused { .. } | FetchError::BadAddress(_)) => Self::NotSent,
            Err(_) => Self::Failed,
        }
    }
}

/// The word for a purpose in logs and metrics.
pub const fn purpose_word(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Feed => "feed",
        Purpose::Page => "page",
        Purpose::Icon => "icon",
        Purpose::Picture => "picture",
        Purpose::List => "list",
        Purpose::Robots => "robots",
        Purpose::Hub => "hub",
    }
}

/// One purpose's traffic since the process began.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Traffic {
    pub purpose: &'static str,
    /// Requests by outcome, in the order of [`Outcome::ALL`].
    pub outcomes: [u64; 5],
    /// Decoded bytes of answers.
    pub bytes: u64,
    /// Answers and failures by latency: one for each bound of [`LATENCY_MS`], and one above the last.
    pub latency: [u64; 10],
    /// Milliseconds in all.
    pub total_ms: u64,
}

#[derive(Debug, Default)]
struct Cells {
    outcomes: [AtomicU64; 5],
    bytes: AtomicU64,
    latency: [AtomicU64; 10],
    total_ms: AtomicU64,
}

/// The cells of every purpose, in the order of [`Purpose::ALL`].
#[derive(Debug)]
pub(crate) struct Ledger(Vec<(Purpose, Cells)>);

impl Default for Ledger {
    fn default() -> Self {
        Self(Purpose::ALL.iter().map(|&purpose| (purpose, Cells::default())).collect())
    }
}

impl Ledger {
    fn enter(&self, purpose: Purpose, outcome: Outcome, bytes: usize, took: Duration) {
        let Some((_, cells)) = self.0.iter().find(|(known, _)| *known == purpose) else { return };
        let add = |cell: Option<&AtomicU64>, count: u64| {
            if let Some(cell) = cell {
                cell.fetch_add(count, Ordering::Relaxed);
            }
        };
        let at = Outcome::ALL.iter().position(|one| *one == outcome).unwrap_or(0);
        add(cells.outcomes.get(at), 1);
        add(Some(&cells.bytes), u64::try_from(bytes).unwrap_or(u64::MAX));
        if outcome != Outcome::NotSent {
            let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
            add(
                cells
                    .latency
                    .get(LATENCY_MS.iter().position(|&bound| ms <= bound).unwrap_or(LATENCY_MS.len())),
                1,
            );
            add(Some(&cells.total_ms), ms);
        }
    }

    fn read(&self) -> Vec<Traffic> {
        let load = |cell: &AtomicU64| cell.load(Ordering::Relaxed);
        let read = |(purpose, cells): &(Purpose, Cells)| Traffic {
            purpose: purpose_word(*purpose),
            outcomes: cells.outcomes.each_ref().map(load),
            bytes: load(&cells.bytes),
            latency: cells.latency.each_ref().map(load),
            total_ms: load(&cells.total_ms),
        };
        self.0.iter().map(read).collect()
    }
}

impl Pipeline {
    /// What went out and came back since the process began, every purpose once.
    pub fn traffic(&self) -> Vec<Traffic> {
        self.counters.ledger.read()
    }

    /// Fetches by the one way out, counts it and logs it: at `info` where it failed, at `debug` else (sent later included).
    pub(crate) async fn fetch(&self, request: &Request) -> Result<Fetched, FetchError> {
        self.counted(request, self.fetcher.get(request, self.when())).await
    }

    /// The same for a form that is sent to a hub.
    pub(crate) async fn post_form(
        &self,
        request: &Request,
        form: &[(&str, &str)],
    ) -> Result<Fetched, FetchError> {
        self.counted(request, self.fetcher.post_form(request, form, self.when())).await
    }

    #[allow(clippy::disallowed_methods, reason = "a duration is measured; nothing is decided by it")]
    async fn counted(
        &self,
        request: &Request,
        asking: impl Future<Output = Result<Fetched, FetchError>>,
    ) -> Result<Fetched, FetchError> {
        let began = std::time::Instant::now();
        let answer = asking.await;
        let (took, outcome) = (began.elapsed(), Outcome::of(&answer));
        let bytes = answer.as_ref().map_or(0, |fetched| fetched.body.len());
        self.counters.ledger.enter(request.purpose, outcome, bytes, took);
        let (host, purpose) = (request.url.host_str().unwrap_or(""), purpose_word(request.purpose));
        let outcome = outcome.as_str();
        let duration_ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        match &answer {
            Ok(fetched) => {
                let status = fetched.status;
                tracing::event!(Level::DEBUG, host, purpose, outcome, status, bytes, duration_ms, "fetched");
            }
            // A host that asked for patience is no news: its jobs come round again.
            Err(error @ FetchError::Later { .. }) => {
                tracing::event!(Level::DEBUG, host, purpose, outcome, %error, duration_ms, "not sent yet");
            }
            Err(error) => {
                tracing::event!(Level::INFO, host, purpose, outcome, %error, duration_ms, "not fetched");
            }
        }
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_counted_once_by_outcome_and_latency() {
        let ledger = Ledger::default();
        ledger.enter(Purpose::Page, Outcome::Answered, 1_000, Duration::from_millis(80));
        ledger.enter(Purpose::Page, Outcome::Failed, 0, Duration::from_secs(99));
        ledger.enter(Purpose::Page, Outcome::NotSent, 0, Duration::ZERO);
        let read = ledger.read();
        let page = read.iter().find(|traffic| traffic.purpose == "page").unwrap();
        assert_eq!(page.outcomes, [1, 0, 1, 0, 1]);
        assert_eq!((page.bytes, page.total_ms), (1_000, 99_080));
        assert_eq!(page.latency, [0, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
        assert_eq!(read.len(), Purpose::ALL.len());
    }
}
