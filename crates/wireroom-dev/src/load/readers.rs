//! Readers at a fixed rate: a request leaves at its time whether or not the ones before were answered, so that a server
//! that stalls is not flattered. Bounded in count, seconds and bytes; loopback only. Start at [`Readers::read`].

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::{Request, StatusCode};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Requests a second.
const RATE: u32 = 200;
/// Stories that are asked for.
const STORIES: usize = 200;
/// Largest answer that is read, in bytes.
const MAX_BYTES: usize = 8 << 20;

/// An address or several, taken in turn, and how long each answer took, in milliseconds.
#[derive(Debug)]
pub struct Round {
    pub name: &'static str,
    paths: Vec<String>,
    times: Vec<f64>,
}

impl Round {
    pub const fn new(name: &'static str, paths: Vec<String>) -> Self {
        Self { name, paths, times: Vec::new() }
    }

    /// The time within which this share of the answers came.
    pub fn within(&self, share: f64) -> f64 {
        let mut times = self.times.clone();
        times.sort_by(f64::total_cmp);
        let at = (times.len().saturating_sub(1) as f64 * share).round() as usize;
        times.get(at).copied().unwrap_or(f64::NAN)
    }

    pub const fn answers(&self) -> usize {
        self.times.len()
    }
}

/// An answer: its status, its headers and its body as text.
pub struct Answer {
    pub status: StatusCode,
    pub cookies: String,
    pub body: String,
}

/// A browser that is signed in, or not yet.
#[derive(Debug, Clone)]
pub struct Readers {
    client: Client<HttpConnector, Full<Bytes>>,
    at: SocketAddr,
    cookie: Arc<str>,
}

impl Readers {
    pub fn new(at: SocketAddr) -> Self {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        Self { client: Client::builder(TokioExecutor::new()).build(connector), at, cookie: "".into() }
    }

    pub fn with_cookie(self, cookie: &str) -> Self {
        Self { cookie: cookie.into(), ..self }
    }

    /// Posts a form, or gets a page where there is none.
    pub async fn ask(&self, path: &str, form: Option<String>) -> Result<Answer, String> {
        let method = if form.is_some() { "POST" } else { "GET" };
        let request = Request::builder()
            .method(method)
            .uri(format!("http://{}{path}", self.at))
            .header("cookie", &*self.cookie)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Full::from(form.unwrap_or_default()));
        let request = request.map_err(|e| format!("{path}: {e}"))?;
        let answer = self.client.request(request).await.map_err(|e| format!("{path}: {e}"))?;
        let status = answer.status();
        let cookies = answer.headers().get_all("set-cookie").iter();
        let cookies: Vec<&str> =
            cookies.filter_map(|cookie| cookie.to_str().ok()?.split(';').next()).collect();
        let cookies = cookies.join("; ");
        let body = Limited::new(answer.into_body(), MAX_BYTES).collect().await;
        let body = body.map_err(|e| format!("{path}: {e}"))?.to_bytes();
        Ok(Answer { status, cookies, body: String::from_utf8_lossy(&body).into_owned() })
    }

    /// Asks as a browser does, which takes packed answers, and reads the answer to its end.
    async fn look(&self, path: &str) -> Result<StatusCode, String> {
        let request = Request::get(format!("http://{}{path}", self.at))
            .header("cookie", &*self.cookie)
            .header("accept-encoding", "gzip, br")
            .body(Full::default());
        let request = request.map_err(|e| format!("{path}: {e}"))?;
        let answer = self.client.request(request).await.map_err(|e| format!("{path}: {e}"))?;
        let status = answer.status();
        let body = Limited::new(answer.into_body(), MAX_BYTES).collect().await;
        body.map_err(|e| format!("{path}: {e}"))?;
        Ok(status)
    }

    /// Addresses of stories, spread over the house.
    pub async fn stories(&self, articles: usize) -> Result<Vec<String>, String> {
        let mut found = Vec::new();
        for number in (1..=articles).step_by((articles / (6 * STORIES)).max(1)) {
            let path = format!("/story/{number}");
            if found.len() < STORIES && self.look(&path).await? == StatusCode::OK {
                found.push(path);
            }
        }
        Ok(found)
    }

    /// Every round in turn, again and again, so that what else the machine does falls on all of them.
    pub async fn read(&self, rounds: &mut [Round], times: usize, each: Duration) -> Result<(), String> {
        for _ in 0..times {
            for round in rounds.iter_mut() {
                let taken = self.round(&round.paths, each).await?;
                round.times.extend(taken);
            }
        }
        Ok(())
    }

    async fn round(&self, paths: &[String], each: Duration) -> Result<Vec<f64>, String> {
        let gap = Duration::from_secs(1) / RATE;
        let (start, count) = (tokio::time::Instant::now(), each.as_secs() * u64::from(RATE));
        let mut under_way = tokio::task::JoinSet::new();
        for (number, path) in (0..u32::try_from(count).unwrap_or(RATE)).zip(paths.iter().cycle()) {
            tokio::time::sleep_until(start + gap * number).await;
            let (reader, path) = (self.clone(), path.clone());
            #[expect(clippy::disallowed_methods, reason = "times are measured and divided, never asserted")]
            // A timer wakes to the millisecond; what it is late is not the server's.
            let left = Instant::now();
            under_way.spawn(async move {
                match reader.look(&path).await? {
                    StatusCode::OK => Ok(left.elapsed().as_secs_f64() * 1_000.0),
                    status => Err(format!("{path} answered {status}")),
                }
            });
        }
        under_way.join_all().await.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_the_answers_came_within_its_time_whatever_their_order() {
        let round =
            Round { name: "page", paths: Vec::new(), times: (0..=100).rev().map(f64::from).collect() };
        assert_eq!((round.within(0.5), round.within(0.99), round.within(1.0)), (50.0, 99.0, 100.0));
        assert!(Round::new("page", Vec::new()).within(0.99).is_nan(), "no answer is no figure");
    }
}
