//! Answers leave packed (gzip), where the browser can read that and nobody can learn by their length. A page has secrets
//! (the mark of its forms, addresses of feeds) beside words that an address may plant (`?q=`), and packing is shorter where
//! the two are alike: who can make a reader's browser ask with their cookie, and count the bytes, could guess a secret
//! letter by letter. So it refuses every question with a cookie that another site began. Start at [`may`].

use crate::client::Client;
use axum::body::{Body, HttpBody, to_bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use flate2::{Compression, write::GzEncoder};
use std::io::{self, Write};

/// Shorter answers go out as they are: they fit the first packets of a line either way.
const LEAST: u64 = 1_024;
/// Longer ones too: a reader's whole export is made once in a while, and is not held twice in memory.
const MOST: usize = 4 * 1024 * 1024;
/// Of a front page of fifty stories (112 kB) level 1 leaves 26 %, 4 leaves 17.7 %, 5 leaves 17.3 %, 6 leaves 17.0 % and 9 leaves
/// 16.9 %; 6 takes half as long again as 5 and twice as long as 4.
const LEVEL: u32 = 5;
/// Plain bytes from which on a page is packed at level 2: the story of a hundred articles, which would hold up the readers
/// behind it. It leaves an eighth more and takes half the time.
const LARGE: usize = 192 * 1024;
const LARGE_LEVEL: u32 = 2;
/// What is worth packing: the kinds that are text.
const KINDS: [&str; 5] =
    ["text/", "application/json", "application/atom+xml", "application/xml", "image/svg+xml"];

/// True where the answer to a question may be packed.
pub fn may(asked: &HeaderMap, client: Client) -> bool {
    reads_gzip(asked) && !is_anothers(asked, client)
}

fn reads_gzip(asked: &HeaderMap) -> bool {
    let lines = asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).any(|part| {
        let (name, weight) = part.split_once(';').unwrap_or((part, "q=1"));
        let refused = weight.trim().strip_prefix("q=").and_then(|q| q.parse::<f32>().ok()) == Some(0.0);
        name.trim().eq_ignore_ascii_case("gzip") && !refused
    })
}

/// True where a cookie came with a question that another site may have begun. Browsers say who began it wherever an
/// answer can be secret at all, that is over https; one that says nothing there is too old to be told apart.
fn is_anothers(asked: &HeaderMap, client: Client) -> bool {
    let began = asked.get("sec-fetch-site").map(|line| line.to_str().unwrap_or_default());
    let is_own = began.map_or(!client.is_https, |began| matches!(began, "same-origin" | "none"));
    asked.contains_key(header::COOKIE) && !is_own
}

/// The answer, packed where that is worth it.
pub async fn pack(response: Response) -> Response {
    let headers = response.headers();
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let size = response.body().size_hint().exact().unwrap_or(0);
    let fits = size >= LEAST && usize::try_from(size).is_ok_and(|size| size <= MOST);
    if !fits
        || headers.contains_key(header::CONTENT_ENCODING)
        || !KINDS.iter().any(|text| kind.starts_with(text))
    {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(plain) = to_bytes(body, MOST).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let Ok(bytes) = squeezed(&plain) else {
        return Response::from_parts(parts, Body::from(plain));
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    parts.headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    Response::from_parts(parts, Body::from(bytes))
}

fn squeezed(plain: &[u8]) -> io::Result<Vec<u8>> {
    let level = if plain.len() < LARGE { LEVEL } else { LARGE_LEVEL };
    let mut encoder = GzEncoder::new(Vec::with_capacity(plain.len() / 4), Compression::new(level));
    encoder.write_all(plain)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read;

    fn asked(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        lines.iter().map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn a_browser_says_that_it_reads_gzip_or_gets_plain_text() {
        for (line, reads) in
            [("gzip, deflate, br", true), ("br;q=1.0, GZIP;q=0.8", true), ("gzip;q=0", false), ("br", false)]
        {
            assert_eq!(reads_gzip(&asked(&[("accept-encoding", line)])), reads, "{line}");
        }
        assert!(!reads_gzip(&HeaderMap::new()));
    }

    #[test]
    fn nothing_is_packed_that_another_site_asked_for_with_a_readers_cookie() {
        let (plain, https) = (Client::default(), Client { is_https: true, ..Client::default() });
        for (site, over_http, over_https) in [
            (Some("same-origin"), true, true),
            (Some("none"), true, true),
            (Some("same-site"), false, false),
            (Some("cross-site"), false, false),
            (None, true, false),
        ] {
            let mut lines = vec![("accept-encoding", "gzip"), ("cookie", "wireroom_session=x")];
            lines.extend(site.map(|site| ("sec-fetch-site", site)));
            assert_eq!(may(&asked(&lines), plain), over_http, "{site:?}");
            assert_eq!(may(&asked(&lines), https), over_https, "{site:?}");
        }
        let guest = asked(&[("accept-encoding", "gzip"), ("sec-fetch-site", "cross-site")]);
        assert!(may(&guest, https), "who has no cookie has no secret");
    }

    #[tokio::test]
    async fn what_is_packed_is_the_same_and_smaller_and_pictures_and_short_answers_stay() {
        let words = "The barrier held. ".repeat(500);
        let answer = pack(words.clone().into_response()).await;
        assert_eq!(answer.headers()[header::CONTENT_ENCODING], "gzip");
        assert_eq!(answer.headers()[header::VARY], "accept-encoding");
        let bytes = to_bytes(answer.into_body(), MOST).await.unwrap();
        assert!(bytes.len() * 4 < words.len());
        let mut read = String::new();
        GzDecoder::new(bytes.as_ref()).read_to_string(&mut read).unwrap();
        assert_eq!(read, words);
        let picture = ([(header::CONTENT_TYPE, "image/webp")], words).into_response();
        for left in [pack(picture).await, pack("Short.".into_response()).await] {
            assert!(!left.headers().contains_key(header::CONTENT_ENCODING));
        }
    }
}
