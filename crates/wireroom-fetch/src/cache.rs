//! How long an answer stays fresh, by the rules of HTTP caching as a well-kept library reads them: for one
//! private cache (s-maxage is for others), nothing assumed where the publisher says nothing.
//! It keeps no answer: the pipeline stores what it read, and asks again when the schedule says so.

use http::header::CACHE_CONTROL;
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use http_cache_semantics::{CacheOptions, CachePolicy};
use std::time::{Duration, SystemTime};
use wireroom_model::When;

/// What the publisher says of keeping an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Freshness {
    /// Seconds from now, where the publisher says so; 0 where it asks to be asked each time.
    pub fresh_for: Option<u64>,
    pub no_store: bool,
}

/// Reads `Cache-Control`, `Expires`, `Date`, `Age`, `Pragma` and `Vary` of a success or of a 304.
pub fn freshness(url: &str, headers: &HeaderMap, now: When) -> Freshness {
    let says = |word: &str| {
        let values = headers.get_all(CACHE_CONTROL).iter().filter_map(|v| v.to_str().ok());
        values
            .flat_map(|v| v.split(','))
            .any(|part| part.split('=').next().unwrap_or("").trim().eq_ignore_ascii_case(word))
    };
    let no_store = says("no-store");
    let stated = says("max-age") || says("no-cache") || no_store || headers.contains_key("expires");
    if !stated {
        return Freshness { fresh_for: None, no_store };
    }
    // A 304 freshens the stored success, so it is judged as one.
    let mut response = Response::new(());
    *response.status_mut() = StatusCode::OK;
    *response.headers_mut() = headers.clone();
    // Directives have no case, but the library reads small letters only.
    let lower = |v: &HeaderValue| HeaderValue::from_bytes(&v.as_bytes().to_ascii_lowercase()).ok();
    let told: Vec<HeaderValue> = headers.get_all(CACHE_CONTROL).iter().filter_map(lower).collect();
    response.headers_mut().remove(CACHE_CONTROL);
    for value in told {
        response.headers_mut().append(CACHE_CONTROL, value);
    }
    let Ok(request) = http::Request::get(url).body(()) else {
        return Freshness { fresh_for: None, no_store };
    };
    let at = SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(now.unix()).unwrap_or(0));
    let options = CacheOptions {
        shared: false,
        cache_heuristic: 0.0,
        immutable_min_time_to_live: Duration::ZERO,
        ignore_cargo_cult: false,
    };
    let policy = CachePolicy::new_options(&request, &response, at, options);
    Freshness { fresh_for: Some(policy.time_to_live(at).as_secs()), no_store }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderName;

    fn read(lines: &[(&'static str, &str)]) -> Freshness {
        let headers = lines
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_str(value).unwrap()))
            .collect();
        freshness("https://example.org/feed?a=b", &headers, "2026-03-01T12:00:00Z".parse().unwrap())
    }

    fn fresh(lines: &[(&'static str, &str)]) -> Option<u64> {
        read(lines).fresh_for
    }

    const DATE: (&str, &str) = ("date", "Sun, 01 Mar 2026 12:00:00 GMT");

    #[test]
    fn a_publisher_that_says_nothing_is_not_read_as_having_said_something() {
        assert_eq!(fresh(&[]), None);
        assert_eq!(fresh(&[DATE, ("last-modified", "Sun, 01 Mar 2020 12:00:00 GMT")]), None);
        assert_eq!(fresh(&[("cache-control", "public, s-maxage=9000")]), None);
    }

    #[test]
    fn freshness_is_max_age_less_the_age_and_else_expires() {
        assert_eq!(fresh(&[("cache-control", "private, max-age=900")]), Some(900));
        assert_eq!(fresh(&[("cache-control", "public, S-MaxAge=9000, Max-Age=\"900\"")]), Some(900));
        assert_eq!(fresh(&[("cache-control", "max-age=900"), ("age", "600")]), Some(300));
        assert_eq!(fresh(&[("cache-control", "max-age=900"), ("age", "6000")]), Some(0));
        assert_eq!(fresh(&[DATE, ("expires", "Sun, 01 Mar 2026 12:30:00 GMT")]), Some(1_800));
        let both = [DATE, ("expires", "Sun, 01 Mar 2026 12:30:00 GMT"), ("cache-control", "max-age=60")];
        assert_eq!(fresh(&both), Some(60));
        assert_eq!(fresh(&[("expires", "0")]), Some(0));
    }

    #[test]
    fn an_answer_not_to_be_kept_or_to_be_asked_for_each_time_is_never_fresh() {
        assert_eq!(fresh(&[("cache-control", "no-cache, max-age=900")]), Some(0));
        let kept_by_nobody = read(&[("cache-control", "max-age=900, no-store")]);
        assert_eq!(kept_by_nobody, Freshness { fresh_for: Some(0), no_store: true });
        assert!(!read(&[("cache-control", "x-no-store-hint=1, max-age=5")]).no_store);
    }

    #[test]
    fn numbers_without_measure_break_nothing() {
        assert!(fresh(&[("cache-control", "max-age=99999999999999999999999")]).is_some());
        assert!(fresh(&[("cache-control", "max-age=-5")]).is_some());
        assert!(fresh(&[("cache-control", "max-age=5, max-age=7")]).is_some());
    }
}
