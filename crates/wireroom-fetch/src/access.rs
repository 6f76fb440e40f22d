//! What one feed's owner-only address needs: headers, a cookie, a name and password. It refuses headers that
//! steer the connection, name somebody else as the sender or are the program's own, and shows no value to
//! anybody: Debug and Display say which headers there are, never what they hold. Start at [`Access`].

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::{AUTHORIZATION, COOKIE, HeaderMap, HeaderName, HeaderValue};
use std::fmt;
use url::Url;
use wireroom_model::why::{Header, NotSent};

/// Headers of one feed.
pub const MAX_HEADERS: usize = 16;
/// Bytes of one value.
pub const MAX_VALUE_BYTES: usize = 8_192;

/// Headers that no feed may set, each with why. A name ending in `-` stands for all that begin so.
const FORBIDDEN: &[(&str, Header)] = &[
    ("connection", Header::Hop),
    ("keep-alive", Header::Hop),
    ("te", Header::Hop),
    ("trailer", Header::Hop),
    ("transfer-encoding", Header::Hop),
    ("upgrade", Header::Hop),
    ("http2-settings", Header::Hop),
    ("proxy-", Header::Hop),
    ("host", Header::Frame),
    ("content-length", Header::Frame),
    ("content-type", Header::Frame),
    ("content-encoding", Header::Frame),
    ("expect", Header::Frame),
    ("range", Header::Frame),
    ("accept-encoding", Header::Frame),
    ("if-", Header::Frame),
    ("user-agent", Header::WhoAsks),
    ("authorization", Header::Login),
    ("cookie", Header::Cookie),
    ("cookie2", Header::Cookie),
    ("forwarded", Header::SpeaksFor),
    ("via", Header::SpeaksFor),
    ("x-forwarded-", Header::SpeaksFor),
    ("x-real-ip", Header::SpeaksFor),
    ("x-client-ip", Header::SpeaksFor),
    ("client-ip", Header::SpeaksFor),
    ("true-client-ip", Header::SpeaksFor),
    ("cf-connecting-ip", Header::SpeaksFor),
    ("x-cluster-client-ip", Header::SpeaksFor),
    ("x-original-", Header::Rewrites),
    ("x-rewrite-", Header::Rewrites),
    ("x-http-method", Header::Rewrites),
    ("x-http-method-override", Header::Rewrites),
    ("x-method-override", Header::Rewrites),
    ("metadata-flavor", Header::Metadata),
    ("x-aws-", Header::Metadata),
    ("x-google-metadata-request", Header::Metadata),
    ("sec-", Header::Browser),
];

/// What one feed's requests carry beside the usual. Sent to the origin (scheme, host, port) of the feed's own
/// address and to no other, whatever redirects say. Build it with the `with_` functions or from [`Parts`].
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Access {
    headers: Vec<(HeaderName, HeaderValue)>,
    cookie: Option<HeaderValue>,
    basic: Option<(String, String)>,
}

/// The same in plain words, for keeping. **Secret**: its Debug shows no value, and no log may.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Parts {
    pub headers: Vec<(String, String)>,
    pub cookie: Option<String>,
    /// Name and password.
    pub basic: Option<(String, String)>,
}

impl Access {
    /// Adds a header. Errors: forbidden names, values that cannot be sent, too many.
    pub fn with_header(mut self, name: &str, value: &str) -> Result<Self, NotSent> {
        let name = name.trim();
        let header: HeaderName = name.parse().map_err(|_| NotSent::BadName(shown(name)))?;
        if let Some(reason) = forbidden(header.as_str()) {
            return Err(NotSent::Forbidden { name: header.to_string(), why: reason });
        }
        if self.headers.len() >= MAX_HEADERS {
            return Err(NotSent::TooMany(MAX_HEADERS));
        }
        let value = sendable(header.as_str(), value)?;
        self.headers.push((header, value));
        Ok(self)
    }

    /// Sets the cookie, as a browser would send it: `name=value; other=value`.
    pub fn with_cookie(mut self, cookie: &str) -> Result<Self, NotSent> {
        self.cookie = Some(sendable("the cookie", cookie)?);
        Ok(self)
    }

    /// Sets name and password for basic auth.
    pub fn with_basic(mut self, name: &str, password: &str) -> Result<Self, NotSent> {
        let broken = |text: &str| text.chars().any(char::is_control) || text.len() > MAX_VALUE_BYTES / 2;
        if name.contains(':') || broken(name) || broken(password) {
            return Err(NotSent::BadLogin);
        }
        self.basic = Some((name.to_owned(), password.to_owned()));
        Ok(self)
    }

    pub const fn is_empty(&self) -> bool {
        self.headers.is_empty() && self.cookie.is_none() && self.basic.is_none()
    }

    /// Everything with its values, for keeping.
    pub fn parts(&self) -> Parts {
        let plain = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        Parts {
            headers: self.headers.iter().map(|(name, value)| (name.to_string(), plain(value))).collect(),
            cookie: self.cookie.as_ref().map(plain),
            basic: self.basic.clone(),
        }
    }

    /// Takes name and password out of an address, where they stand in every log; they count as basic auth
    /// unless that is set already.
    pub(crate) fn take_from(&mut self, url: &mut Url) {
        let decoded =
            |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
        if !url.username().is_empty() || url.password().is_some() {
            let (name, password) = (decoded(url.username()), decoded(url.password().unwrap_or("")));
            if self.basic.is_none()
                && let Ok(with) = self.clone().with_basic(&name, &password)
            {
                *self = with;
            }
            let _ = url.set_username("");
            let _ = url.set_password(None);
        }
    }

    /// Puts all of it onto a request; values are marked so that no layer below prints them.
    pub(crate) fn put(&self, headers: &mut HeaderMap) {
        let secret = |value: &HeaderValue| {
            let mut value = value.clone();
            value.set_sensitive(true);
            value
        };
        for (name, value) in &self.headers {
            headers.insert(name, secret(value));
        }
        if let Some(cookie) = &self.cookie {
            headers.insert(COOKIE, secret(cookie));
        }
        if let Some((name, password)) = &self.basic {
            let told = format!("Basic {}", STANDARD.encode(format!("{name}:{password}")));
            if let Ok(value) = HeaderValue::from_str(&told) {
                headers.insert(AUTHORIZATION, secret(&value));
            }
        }
    }
}

impl TryFrom<Parts> for Access {
    type Error = NotSent;

    fn try_from(parts: Parts) -> Result<Self, NotSent> {
        let mut access = Self::default();
        for (name, value) in &parts.headers {
            access = access.with_header(name, value)?;
        }
        if let Some(cookie) = &parts.cookie {
            access = access.with_cookie(cookie)?;
        }
        if let Some((name, password)) = &parts.basic {
            access = access.with_basic(name, password)?;
        }
        Ok(access)
    }
}

/// What there is, without what it holds: `headers x-key, x-team; a cookie; a name and password`.
impl fmt::Display for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.headers.iter().map(|(name, _)| name.as_str()).collect();
        let told = [
            (!names.is_empty()).then(|| format!("headers {}", names.join(", "))),
            self.cookie.as_ref().map(|_| "a cookie".to_owned()),
            self.basic.as_ref().map(|_| "a name and password".to_owned()),
        ];
        let told: Vec<String> = told.into_iter().flatten().collect();
        f.write_str(if told.is_empty() { "nothing" } else { "" })?;
        f.write_str(&told.join("; "))
    }
}

impl fmt::Debug for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Access({self})")
    }
}

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&String> = self.headers.iter().map(|(name, _)| name).collect();
        let (cookie, basic) = (self.cookie.is_some(), self.basic.is_some());
        write!(f, "Parts {{ headers: {names:?}, cookie: {cookie}, basic: {basic} }}")
    }
}

fn forbidden(name: &str) -> Option<Header> {
    let hit = |rule: &str| if rule.ends_with('-') { name.starts_with(rule) } else { name == rule };
    FORBIDDEN.iter().find(|(rule, _)| hit(rule)).map(|(_, reason)| *reason)
}

fn sendable(name: &str, value: &str) -> Result<HeaderValue, NotSent> {
    let bad = || NotSent::BadValue { name: name.to_owned(), most: MAX_VALUE_BYTES };
    if value.len() > MAX_VALUE_BYTES {
        return Err(bad());
    }
    HeaderValue::from_str(value.trim()).map_err(|_| bad())
}

/// A name that is none may be a whole header with its value: only its beginning is shown.
fn shown(name: &str) -> String {
    name.chars().take_while(|c| !matches!(c, ':' | '=')).take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> Access {
        let access = Access::default().with_header("X-Key", "s3cret-a").unwrap();
        access.with_cookie("session=s3cret-b").unwrap().with_basic("ada", "s3cret-c").unwrap()
    }

    #[test]
    fn no_value_is_ever_shown() {
        let access = full();
        for told in [format!("{access}"), format!("{access:?}"), format!("{:?}", access.parts())] {
            assert!(!told.contains("s3cret") && !told.contains("ada"), "{told}");
        }
        assert_eq!(access.to_string(), "headers x-key; a cookie; a name and password");
        let mut headers = HeaderMap::new();
        access.put(&mut headers);
        assert_eq!(headers.len(), 3);
        assert!(!format!("{headers:?}").contains("s3cret"), "{headers:?}");
        let error = Access::default().with_header("X-Key: s3cret", "v").unwrap_err().to_string();
        assert!(!error.contains("s3cret"), "{error}");
        let error = Access::default().with_header("X-Key", "s3cret\n").map(|_| ());
        assert_eq!(error, Ok(()), "a line end at the end is trimmed");
        let error = Access::default().with_header("X-Key", "s3cret\nHost: x").unwrap_err().to_string();
        assert!(!error.contains("s3cret") && error.contains("x-key"), "{error}");
    }

    #[test]
    fn what_steers_the_connection_or_speaks_for_others_is_refused_by_name_and_reason() {
        for name in [
            "Host",
            "Connection",
            "Content-Length",
            "transfer-encoding",
            "Authorization",
            "Proxy-Authorization",
            "Proxy-Anything",
            "Cookie",
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Anything",
            "X-Real-IP",
            "Upgrade",
            "TE",
            "Expect",
            "Range",
            "If-None-Match",
            "User-Agent",
            "Metadata-Flavor",
            "X-HTTP-Method-Override",
        ] {
            let error = Access::default().with_header(name, "v").unwrap_err().to_string();
            assert!(error.contains(&name.to_lowercase()) && error.contains(": "), "{error}");
        }
        assert!(Access::default().with_header("Accept-Language", "de").is_ok());
        assert!(matches!(Access::default().with_header("Sp ace", "v"), Err(NotSent::BadName(_))));
        assert_eq!(Access::default().with_basic("a:b", "c"), Err(NotSent::BadLogin));
    }

    #[test]
    fn what_is_kept_comes_back_the_same_and_is_judged_again() {
        let parts = full().parts();
        assert_eq!(Access::try_from(parts.clone()), Ok(full()));
        let forged = Parts { headers: vec![("host".into(), "inner".into())], ..parts };
        assert!(Access::try_from(forged).is_err());
    }

    #[test]
    fn a_password_in_the_address_moves_out_of_it() {
        let mut url = Url::parse("https://ada:p%40ss@example.org/feed").unwrap();
        let mut access = Access::default();
        access.take_from(&mut url);
        assert_eq!(url.as_str(), "https://example.org/feed");
        assert_eq!(access.parts().basic, Some(("ada".into(), "p@ss".into())));
    }
}
