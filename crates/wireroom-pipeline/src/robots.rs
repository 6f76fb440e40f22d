//! What a host says to robots, asked once a day and obeyed for every page: robots.txt (RFC 9309) and the
//! text-and-data-mining policy beside it. Feeds are asked for because a person added them; pages are found by the
//! program, so their hosts have a say. Start at `Pipeline::gate`.

use crate::{Pipeline, Result};
use robotxt::Robots as Rules;
use serde::Deserialize;
use url::Url;
use wireroom_fetch::{FetchError, Purpose, Request};
use wireroom_store::robots::Robots;

/// The name by which a publisher speaks to this program in robots.txt and in `X-Robots-Tag`.
pub(crate) const TOKEN: &str = "Wireroom";

/// An answer is trusted for so long at the most (RFC 9309 asks for no more than a day) and at the least, in seconds.
const LONGEST: i64 = 24 * 3_600;
const SHORTEST: i64 = 3_600;

/// Seconds before a host whose robots.txt could not be read is asked again; until then its pages wait.
const UNREACHABLE: i64 = 1_800;

/// An old answer is still obeyed so long while a new one cannot be had (RFC 9309), in seconds.
const STALE: i64 = 30 * 24 * 3_600;

/// What nobody asked for so long is forgotten, in seconds.
pub(crate) const FORGOTTEN: i64 = STALE;

/// Bytes of a text-and-data-mining policy.
const MAX_POLICY_BYTES: usize = 256 << 10;

/// Rules of a text-and-data-mining policy that are looked at.
const MAX_POLICY_RULES: usize = 1_000;

/// The longest pause between two pages that a host can ask for (Crawl-delay), in seconds: more would keep a day's
/// news from its reader.
const LONGEST_DELAY: u64 = 30;

/// Whether a page may be fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Gate {
    Open {
        /// Seconds to leave between this page and the host's next one.
        delay: u64,
        /// What the host's policy reserves for this page, in the words that were found.
        reservation: Option<String>,
    },
    /// The publisher asks not to; in one sentence.
    Closed(String),
    /// Its host has no turn free; come again in so many seconds.
    Busy(u64),
    /// It cannot be told now; from when it can be asked again, and why.
    Later { at: i64, reason: String },
}

impl Pipeline {
    /// Whether `url` may be fetched as a page.
    pub(crate) async fn gate(&self, url: &Url) -> Result<Gate> {
        let origin = url.origin();
        if !origin.is_tuple() {
            return Ok(Gate::Open { delay: 0, reservation: None });
        }
        Ok(match self.robots(&origin.ascii_serialization()).await? {
            Ok(said) => judge(&said, url),
            Err(seconds) => Gate::Busy(seconds),
        })
    }

    /// What an origin says, from the store while it may be trusted; or the seconds after which its turn may come.
    async fn robots(&self, origin: &str) -> Result<std::result::Result<Robots, u64>> {
        let fresh = |said: &Robots, now: i64| said.expires_at > now;
        if let Some(said) = self.store.robots(origin).await?.filter(|said| fresh(said, self.now())) {
            return Ok(Ok(said));
        }
        let _asking = self.lanes.asking(origin).await;
        let before = self.store.robots(origin).await?;
        if let Some(said) = before.as_ref().filter(|said| fresh(said, self.now())) {
            return Ok(Ok(said.clone()));
        }
        let said = match self.ask_robots(origin, before).await {
            Ok(said) => said,
            Err(seconds) => return Ok(Err(seconds)),
        };
        let mut tx = self.store.begin().await?;
        tx.set_robots(origin, &said).await?;
        tx.commit().await?;
        Ok(Ok(said))
    }

    async fn ask_robots(&self, origin: &str, before: Option<Robots>) -> std::result::Result<Robots, u64> {
        let answer = match Request::new(&format!("{origin}/robots.txt"), Purpose::Robots) {
            Ok(request) => self.fetch(&request).await,
            Err(error) => Err(error),
        };
        let now = self.now();
        let said = Robots { fetched_at: now, expires_at: now + LONGEST, ..Robots::default() };
        let said = match answer {
            Ok(answer) => {
                let trust = answer.fresh_for.and_then(|s| i64::try_from(s).ok()).unwrap_or(LONGEST);
                let body = String::from_utf8_lossy(&answer.body).into_owned();
                let expires_at = now + trust.clamp(SHORTEST, LONGEST);
                Robots { body: Some(body), status: Some(answer.status), expires_at, ..said }
            }
            Err(FetchError::Status { status, .. }) if (400..500).contains(&status) && status != 429 => {
                Robots { status: Some(status), ..said }
            }
            // A chain of redirects that leads nowhere is no rule; what cannot be fetched at all, the page itself says.
            Err(
                FetchError::TooManyRedirects { .. }
                | FetchError::BadRedirect { .. }
                | FetchError::RedirectAway { .. }
                | FetchError::Empty { .. }
                | FetchError::Refused { .. }
                | FetchError::BadAddress(_)
                | FetchError::Setup(_),
            ) => Robots { status: Some(404), ..said },
            Err(error) => {
                if let Some(seconds) = error.put_back_for() {
                    return Err(seconds);
                }
                let asked = error.retry_after().and_then(|s| i64::try_from(s).ok()).unwrap_or(0);
                let expires_at = now + asked.clamp(UNREACHABLE, LONGEST);
                tracing::debug!(origin, %error, "robots.txt could not be read");
                return Ok(match before {
                    Some(old) if old.status.is_some() && old.fetched_at > now - STALE => {
                        Robots { expires_at, ..old }
                    }
                    _ => Robots { status: None, body: Some(error.to_string()), expires_at, ..said },
                });
            }
        };
        Ok(Robots { tdm: self.ask_policy(origin).await, ..said })
    }

    /// The text-and-data-mining policy, where the host has one.
    async fn ask_policy(&self, origin: &str) -> Option<String> {
        let request = Request::new(&format!("{origin}/.well-known/tdmrep.json"), Purpose::Robots).ok()?;
        let answer = self.fetch(&request).await.ok()?;
        let text = String::from_utf8(answer.body).ok()?;
        // Many hosts answer every address with a page.
        (text.len() <= MAX_POLICY_BYTES && policy(&text).is_some()).then_some(text)
    }
}

/// Whether what a host said lets a page be fetched.
fn judge(said: &Robots, url: &Url) -> Gate {
    let host = url.host_str().unwrap_or("");
    let Some(status) = said.status else {
        let why = said.body.as_deref().unwrap_or("no answer");
        let reason = format!("robots.txt of {host} could not be read ({why}), so its pages wait");
        return Gate::Later { at: said.expires_at, reason };
    };
    let text = said.body.as_deref().filter(|_| (200..300).contains(&status)).unwrap_or("");
    let rules = Rules::parse(text.as_bytes(), TOKEN);
    if !rules.is_url_allowed(url) {
        return Gate::Closed(format!(
            "robots.txt of {host} asks that this page be not fetched; what the feed says stands"
        ));
    }
    let delay = rules.crawl_delay().map_or(0, |delay| delay.as_secs_f64().ceil() as u64).min(LONGEST_DELAY);
    Gate::Open { delay, reservation: said.tdm.as_deref().and_then(|text| reserved(text, url)) }
}

/// One rule of tdmrep.json.
#[derive(Debug, Deserialize)]
struct PolicyRule {
    location: String,
    #[serde(rename = "tdm-reservation")]
    reservation: serde_json::Value,
}

fn policy(text: &str) -> Option<Vec<PolicyRule>> {
    let mut rules: Vec<PolicyRule> = serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()?;
    rules.truncate(MAX_POLICY_RULES);
    Some(rules)
}

/// What a policy reserves of a page: its first rule that the page's path matches. Patterns are those of robots.txt.
fn reserved(text: &str, url: &Url) -> Option<String> {
    let rule = policy(text)?.into_iter().find(|rule| {
        let one_line = !rule.location.is_empty() && !rule.location.contains(char::is_control);
        let told = format!("User-agent: *\nDisallow: {}", rule.location);
        one_line && !Rules::parse(told.as_bytes(), TOKEN).is_url_allowed(url)
    })?;
    let yes = rule.reservation == 1 || rule.reservation == "1";
    yes.then(|| "tdm-reservation: 1 (tdmrep.json)".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(status: Option<u16>, body: &str) -> Robots {
        Robots { body: Some(body.to_owned()), status, expires_at: 9, ..Robots::default() }
    }

    fn at(path: &str) -> Url {
        Url::parse("https://tern.example").unwrap().join(path).unwrap()
    }

    fn open(said: &Robots, path: &str) -> bool {
        matches!(judge(said, &at(path)), Gate::Open { .. })
    }

    #[test]
    fn a_group_of_our_own_name_counts_before_the_one_for_all() {
        let said =
            said(Some(200), "User-agent: *\nDisallow: /\n\nuser-agent: wireroom\nDisallow: /private\n");
        assert!(open(&said, "/news/1"));
        assert!(!open(&said, "/private/1"));
        let other = Robots { body: Some("User-agent: OtherBot\nDisallow: /".to_owned()), ..said };
        assert!(open(&other, "/private/1"));
    }

    #[test]
    fn the_longest_pattern_decides_and_allow_wins_a_tie() {
        let said =
            said(Some(200), "User-agent: *\nDisallow: /a\nAllow: /a/open\nDisallow: /*.pdf$\nAllow: /a");
        for (path, expected) in
            [("/a/open/1", true), ("/a/x", true), ("/b.pdf", false), ("/b.pdf?x", true), ("/c", true)]
        {
            assert_eq!(open(&said, path), expected, "{path}");
        }
    }

    #[test]
    fn an_answer_that_is_no_rule_allows_and_one_that_broke_waits() {
        assert!(open(&said(Some(404), "User-agent: *\nDisallow: /"), "/a"));
        assert!(open(&said(Some(403), ""), "/a"));
        let later = judge(&said(None, "tern.example answered 503"), &at("/a"));
        let Gate::Later { at, reason } = later else { panic!("{later:?}") };
        assert!(at == 9 && reason.contains("503") && reason.contains("tern.example"), "{reason}");
    }

    #[test]
    fn a_crawl_delay_is_heard_within_its_bound() {
        for (delay, expected) in [("2.5", 3), ("100000", LONGEST_DELAY), ("-4", 0), ("soon", 0)] {
            let said = said(Some(200), &format!("User-agent: *\nCrawl-delay: {delay}\nDisallow: /x"));
            assert_eq!(judge(&said, &at("/a")), Gate::Open { delay: expected, reservation: None }, "{delay}");
        }
    }

    #[test]
    fn the_first_rule_of_a_policy_that_fits_decides() {
        let text = r#"[{"location": "/free/*", "tdm-reservation": 0},
            {"location": "/", "tdm-reservation": 1, "tdm-policy": "https://tern.example/policy"}]"#;
        assert_eq!(reserved(text, &at("/free/1")), None);
        assert_eq!(reserved(text, &at("/news/1")).as_deref(), Some("tdm-reservation: 1 (tdmrep.json)"));
        assert_eq!(reserved("<html>no policy</html>", &at("/news/1")), None);
        assert_eq!(reserved(r#"[{"location": "/\nAllow: /", "tdm-reservation": 1}]"#, &at("/news/1")), None);
    }
}
