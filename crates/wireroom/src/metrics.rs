//! Prometheus metrics, in the open text form, on a socket of their own: off unless an address is set, and refused on one
//! that other machines reach unless the owner says so. No series is named by a feed, a host or a user.
//! docs/operations.md lists every metric. Start at [`listen`] and [`site`].

use crate::config::Config;
use crate::house::say;
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeGaugeValue, NoLabelSet, text};
use prometheus_client::metrics::MetricType;
use prometheus_client::registry::{Registry, Unit};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Mutex;
use wireroom_model::Clock;
use wireroom_pipeline::Pipeline;
use wireroom_pipeline::figures::{LATENCY_MS, Outcome, Traffic};
use wireroom_store::disk;
use wireroom_store::health::Verdict;
use wireroom_store::jobs::JobCount;
use wireroom_store::verify::Counts;

/// Rows are counted at most this often (seconds): a large house takes its time, and two scrapers ask twice.
const FRESH: i64 = 10;
/// One scrape may take this long.
const PATIENCE: Duration = Duration::from_secs(20);
/// The media type of the text form.
const KIND: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Opens the metrics' own socket, where one is set.
pub async fn listen(config: &Config) -> Result<Option<TcpListener>, String> {
    let Some(address) = config.metrics else { return Ok(None) };
    if !address.ip().is_loopback() && !config.metrics_open {
        return Err(format!(
            "--metrics {address} is reached by other machines and asks for no login; \
             choose a loopback address, or say --metrics-open yes"
        ));
    }
    crate::commands::listen(address).await.map(Some).map_err(|why| why.replace("--listen", "--metrics"))
}

/// The metrics of a pipeline as a site of one page.
pub fn site(pipeline: Pipeline, clock: Arc<dyn Clock>) -> Router {
    let desk = Arc::new(Desk { pipeline, clock, last: Mutex::new(None) });
    Router::new().route("/metrics", get(show)).with_state(desk)
}

struct Desk {
    pipeline: Pipeline,
    clock: Arc<dyn Clock>,
    /// The last count of rows, and when it was taken.
    last: Mutex<Option<(i64, Rows)>>,
}

/// What the store is asked for.
#[derive(Debug, Clone)]
struct Rows {
    counts: Counts,
    jobs: Vec<JobCount>,
    verdicts: BTreeMap<&'static str, u64>,
    oldest_seconds: i64,
    database_bytes: u64,
    folder_bytes: u64,
    free_bytes: u64,
}

/// One scrape.
#[derive(Debug, Clone)]
struct Scrape {
    rows: Rows,
    traffic: Vec<Traffic>,
}

async fn show(State(desk): State<Arc<Desk>>) -> Response {
    match tokio::time::timeout(PATIENCE, desk.scrape()).await {
        Ok(Ok(text)) => ([(header::CONTENT_TYPE, KIND)], text).into_response(),
        Ok(Err(why)) => (StatusCode::INTERNAL_SERVER_ERROR, why).into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database is busy").into_response(),
    }
}

impl Desk {
    async fn scrape(&self) -> Result<String, String> {
        let now = self.clock.now().unix();
        let mut last = self.last.lock().await;
        let rows = match &*last {
            Some((at, rows)) if (0..FRESH).contains(&(now - at)) => rows.clone(),
            _ => {
                let rows = self.rows(now).await?;
                *last = Some((now, rows.clone()));
                rows
            }
        };
        drop(last);
        let mut registry = Registry::with_prefix("wireroom");
        registry.register_collector(Box::new(Scrape { rows, traffic: self.pipeline.traffic() }));
        let mut out = String::new();
        text::encode(&mut out, &registry).map_err(say)?;
        Ok(out)
    }

    async fn rows(&self, now: i64) -> Result<Rows, String> {
        let store = self.pipeline.store();
        let mut verdicts: BTreeMap<&'static str, u64> =
            Verdict::WORDS.into_iter().map(|word| (word, 0)).collect();
        for (_, verdict) in store.verdicts(now).await.map_err(say)? {
            *verdicts.entry(verdict.as_str()).or_default() += 1;
        }
        let (database_bytes, folder_bytes) = store.file_bytes().await;
        Ok(Rows {
            counts: store.counts().await.map_err(say)?,
            jobs: store.job_counts().await.map_err(say)?,
            verdicts,
            oldest_seconds: store.longest_waiting().await.map_err(say)?.map_or(0, |at| (now - at).max(0)),
            database_bytes,
            folder_bytes,
            free_bytes: disk::free(store.folder()).map_err(say)?,
        })
    }
}

/// Writes one family of gauges: a label's name, and each value with its count.
fn gauges<V: EncodeGaugeValue>(
    out: &mut DescriptorEncoder<'_>,
    name: &str,
    help: &str,
    label: &'static str,
    values: impl Iterator<Item = (&'static str, V)>,
) -> fmt::Result {
    let mut family = out.encode_descriptor(name, help, None, MetricType::Gauge)?;
    for (word, value) in values {
        family.encode_family(&[(label, word)])?.encode_gauge(&value)?;
    }
    Ok(())
}

fn gauge(
    out: &mut DescriptorEncoder<'_>,
    name: &str,
    help: &str,
    unit: Option<&Unit>,
    value: u64,
) -> fmt::Result {
    out.encode_descriptor(name, help, unit, MetricType::Gauge)?.encode_gauge(&value)
}

impl Collector for Scrape {
    fn encode(&self, mut out: DescriptorEncoder<'_>) -> fmt::Result {
        self.held(&mut out)?;
        self.worked(&mut out)?;
        self.fetched(&mut out)
    }
}

impl Scrape {
    fn held(&self, out: &mut DescriptorEncoder<'_>) -> fmt::Result {
        let Rows { counts, verdicts, .. } = &self.rows;
        let version = [("version", env!("CARGO_PKG_VERSION"))];
        out.encode_descriptor("build", "The program", None, MetricType::Info)?.encode_info(&version)?;
        for (name, help, value) in [
            ("entries", "Entries that feeds brought", counts.entries),
            ("articles", "Articles", counts.articles),
            ("versions", "Versions of their texts", counts.versions),
            ("families", "Families of copies", counts.families),
            ("copies", "Articles folded under another", counts.copies),
            ("stories", "Stories that hold an article", counts.stories),
            ("outlets", "Outlets", counts.outlets),
            ("users", "Users", counts.users),
        ] {
            gauge(out, name, help, None, value)?;
        }
        let verdicts = verdicts.iter().map(|(word, count)| (*word, *count));
        gauges(out, "feeds", "Feeds by their health", "verdict", verdicts)?;
        gauge(out, "database", "The database with its log", Some(&Unit::Bytes), self.rows.database_bytes)?;
        gauge(out, "data_folder", "The whole data folder", Some(&Unit::Bytes), self.rows.folder_bytes)?;
        gauge(out, "disk_free", "Free on its disk", Some(&Unit::Bytes), self.rows.free_bytes)
    }

    fn worked(&self, out: &mut DescriptorEncoder<'_>) -> fmt::Result {
        let jobs = &self.rows.jobs;
        let by = |count: fn(&JobCount) -> u64| jobs.iter().map(move |job| (job.kind.as_str(), count(job)));
        gauges(out, "jobs_waiting", "Jobs that wait or run", "kind", by(|job| job.ready + job.running))?;
        gauges(out, "jobs_failed", "Jobs that were given up", "kind", by(|job| job.failed))?;
        let oldest = self.rows.oldest_seconds.unsigned_abs();
        gauge(out, "oldest_job", "How long the oldest waiting job is overdue", Some(&Unit::Seconds), oldest)
    }

    fn fetched(&self, out: &mut DescriptorEncoder<'_>) -> fmt::Result {
        let polls = self.traffic.iter().find(|traffic| traffic.purpose == "feed");
        let outcomes =
            |traffic: &Traffic| Outcome::ALL.map(Outcome::as_str).into_iter().zip(traffic.outcomes);
        let mut family =
            out.encode_descriptor("polls", "Feeds asked, by outcome", None, MetricType::Counter)?;
        for (word, count) in polls.into_iter().flat_map(outcomes) {
            let labels = [("outcome", word)];
            family.encode_family(&labels)?.encode_counter::<NoLabelSet, _, u64>(&count, None)?;
        }
        let help = "Requests, by what for and outcome";
        let mut family = out.encode_descriptor("fetches", help, None, MetricType::Counter)?;
        for traffic in &self.traffic {
            for (word, count) in outcomes(traffic) {
                let labels = [("purpose", traffic.purpose), ("outcome", word)];
                family.encode_family(&labels)?.encode_counter::<NoLabelSet, _, u64>(&count, None)?;
            }
        }
        let help = "Decoded bytes of answers";
        let mut family = out.encode_descriptor("fetched", help, Some(&Unit::Bytes), MetricType::Counter)?;
        for traffic in &self.traffic {
            let labels = [("purpose", traffic.purpose)];
            family.encode_family(&labels)?.encode_counter::<NoLabelSet, _, u64>(&traffic.bytes, None)?;
        }
        let help = "Time from asking to the last byte";
        let mut family = out.encode_descriptor("fetch", help, Some(&Unit::Seconds), MetricType::Histogram)?;
        for traffic in &self.traffic {
            let bounds = LATENCY_MS.iter().map(|&ms| ms as f64 / 1e3).chain([f64::INFINITY]);
            let buckets: Vec<(f64, u64)> = bounds.zip(traffic.latency).collect();
            let labels = [("purpose", traffic.purpose)];
            let mut one = family.encode_family(&labels)?;
            let count = traffic.latency.iter().sum();
            one.encode_histogram::<NoLabelSet>(traffic.total_ms as f64 / 1e3, count, &buckets, None)?;
        }
        Ok(())
    }
}
