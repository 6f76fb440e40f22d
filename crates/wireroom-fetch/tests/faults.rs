//! What breaks at the socket, and the sentence that a reader gets for it. Each names the host or the limit.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

mod publisher;

use publisher::{Asked, Book, Publisher, Step, allow, config, feed, fetcher, now, reply};
use rcgen::{CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::{self, ServerConfig};
use wireroom_fetch::{
    Config, FetchError, Fetched, Fetcher, Limits, Purpose, Request, Resolver, Resolving, Stage,
};

const HEAD: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n";

/// Short where a test waits for a limit in vain, so that it need not wait long.
fn short() -> Limits {
    Limits { first_byte: Duration::from_millis(150), ..Limits::default() }
}

fn send(text: &str) -> Step {
    Step::Send(text.as_bytes().to_vec())
}

fn site(asked: &Asked) -> Vec<Step> {
    match asked.path.as_str() {
        "/reset" => vec![Step::Reset],
        "/reset-head" => vec![send("HTTP/1.1 200 OK\r\nContent-Ty"), Step::Reset],
        "/reset-body" => vec![send(&format!("{HEAD}Content-Length: 900\r\n\r\n<rss>part")), Step::Reset],
        "/short" => vec![send(&format!(
            "{HEAD}Connection: close\r\nETag: \"a\"\r\nContent-Length: 900\r\n\r\n<rss>part"
        ))],
        "/short-none" => vec![send(&format!("{HEAD}Connection: close\r\nContent-Length: 900\r\n\r\n"))],
        "/short-chunk" => {
            vec![send(&format!(
                "{HEAD}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n<rss>part\r\n9\r\n<r"
            ))]
        }
        "/closed" => vec![send("HTTP/1.1 200 OK\r\nConnection: close\r\n")],
        "/garbage" => vec![send("SSH-2.0-OpenSSH_9.6\r\nnothing of the web\r\n\r\n"), Step::Hang],
        "/garbage-status" => reply("9999 Odd", "", b""),
        "/hang" => vec![Step::Hang],
        "/slow-head" => vec![Step::Drip(format!("{HEAD}X-Pad: {}", "a".repeat(100_000)).into_bytes())],
        "/slow-body" => {
            vec![send(&format!("{HEAD}Content-Length: 90000\r\n\r\n")), Step::Drip(vec![b'a'; 90_000])]
        }
        "/endless" => {
            let chunk = format!("400\r\n{}\r\n", "a".repeat(1_024));
            vec![
                send(&format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n")),
                Step::Forever(chunk.into_bytes()),
            ]
        }
        "/endless-head" => {
            vec![send(HEAD), Step::Forever(b"X-More: and more and more of the same\r\n".to_vec())]
        }
        "/many-headers" => {
            reply("200 OK", &(0..20_000).map(|n| format!("X-{n}: y\r\n")).collect::<String>(), b"<rss/>")
        }
        "/long-header" => reply("200 OK", &format!("X-Long: {}\r\n", "y".repeat(200_000)), b"<rss/>"),
        "/some-headers" => {
            reply("200 OK", &(0..200).map(|n| format!("X-{n}: y\r\n")).collect::<String>(), b"<rss/>")
        }
        "/silent-body" => vec![send(&format!("{HEAD}Content-Length: 90000\r\n\r\n")), Step::Hang],
        "/huge" => vec![send(&format!("{HEAD}Content-Length: 99999999999999\r\n\r\n")), Step::Hang],
        "/empty" => reply("200 OK", "", b""),
        "/204" => vec![send("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")],
        "/206" => reply("206 Partial Content", "Content-Range: bytes 0-5/900\r\nETag: \"a\"\r\n", b"<rss/>"),
        "/206-whole" => {
            reply("206 Partial Content", "Content-Range: bytes 0-5/6\r\nETag: \"a\"\r\n", b"<rss/>")
        }
        "/304" => vec![send("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n")],
        "/nowhere" => reply("302 Found", "", b""),
        "/to-file" => reply("302 Found", "Location: file:///etc/passwd\r\n", b""),
        "/to-nonsense" => reply("302 Found", "Location: http://[::1\r\n", b""),
        "/self" => reply("301 Moved Permanently", "Location: /self\r\n", b""),
        "/300" => reply("300 Multiple Choices", "Location: /ok\r\n", b"choose"),
        _ => reply("200 OK", "", b"<rss/>"),
    }
}

async fn failure(path: &str, limits: Limits) -> FetchError {
    let publisher = Publisher::start(site).await;
    let got = fetcher(limits).get(&feed(&publisher.url(path)), now()).await;
    got.map(|f| panic!("{path}: {f:?}")).unwrap_err()
}

/// The sentence of a failure, and that a later try may do better.
async fn told(path: &str, limits: Limits) -> String {
    let error = failure(path, limits).await;
    assert!(error.is_passing() && error.put_back_for().is_none(), "{error:?}");
    error.to_string()
}

#[tokio::test]
async fn a_refused_connection_says_that_nothing_listens() {
    let publisher = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = publisher.local_addr().unwrap();
    drop(publisher);
    let error =
        fetcher(Limits::default()).get(&feed(&format!("http://{address}/")), now()).await.unwrap_err();
    let told = error.to_string();
    assert_eq!(told, "127.0.0.1 could not be reached: nothing listens there (connection refused)");
}

#[tokio::test]
async fn a_reset_before_the_answer_says_so_wherever_it_comes() {
    for path in ["/reset", "/reset-head"] {
        let told = told(path, Limits::default()).await;
        assert_eq!(told, "127.0.0.1 broke off before it answered: it reset the connection", "{path}");
    }
    let told = told("/closed", Limits::default()).await;
    assert_eq!(told, "127.0.0.1 broke off before it answered: it closed the connection");
}

async fn part(path: &str) -> Fetched {
    Publisher::start(site).await.get(path).await.unwrap()
}

#[tokio::test]
async fn a_feed_that_breaks_off_keeps_what_came_and_is_asked_for_again_in_full() {
    for (path, why) in [
        ("/reset-body", "it reset the connection"),
        ("/short", "it closed the connection"),
        ("/short-chunk", "it closed the connection"),
    ] {
        let part = part(path).await;
        assert!(part.body.starts_with(b"<rss>part"), "{path}");
        assert_eq!(part.cut_short.unwrap(), why, "{path}");
        assert_eq!((part.etag, part.fresh_for), (None, None), "{path}");
    }
    let part = part("/206").await;
    assert!(part.cut_short.unwrap().contains("206") && part.etag.is_none());
    let told = told("/short-none", Limits::default()).await;
    assert!(told.contains("127.0.0.1: it closed the connection"), "{told}");
}

#[tokio::test]
async fn a_page_that_breaks_off_is_a_failure_because_half_an_article_is_none() {
    let publisher = Publisher::start(site).await;
    for path in ["/reset-body", "/short", "/short-chunk", "/206"] {
        let page = Request::new(&publisher.url(path), Purpose::Page).unwrap();
        let error = fetcher(Limits::default()).get(&page, now()).await.unwrap_err();
        assert!(matches!(error, FetchError::Body(_)) && error.is_passing(), "{path}: {error:?}");
    }
}

#[tokio::test]
async fn what_is_not_http_is_called_that() {
    for path in ["/garbage", "/garbage-status"] {
        assert_eq!(told(path, Limits::default()).await, "what 127.0.0.1 answers is not HTTP", "{path}");
    }
}

#[tokio::test]
async fn whoever_is_silent_or_drips_is_left_after_its_limit() {
    let brief = Limits { total: Duration::from_millis(300), ..Limits::default() };
    let cases = [
        ("/hang", Stage::Answer, short()),
        ("/slow-head", Stage::Answer, short()),
        ("/silent-body", Stage::End, brief.clone()),
    ];
    for (path, stage, limits) in cases {
        let error = failure(path, limits).await;
        let FetchError::Timeout { host, stage: at, .. } = &error else { panic!("{path}: {error:?}") };
        assert_eq!((host.as_str(), *at), ("127.0.0.1", stage), "{path}");
        assert!(error.is_passing());
    }
    // What came of a feed in time is a part like any other; half a page is none.
    let publisher = Publisher::start(site).await;
    let part = fetcher(brief.clone()).get(&feed(&publisher.url("/slow-body")), now()).await.unwrap();
    assert!(!part.body.is_empty() && part.body.iter().all(|byte| *byte == b'a'));
    assert_eq!(part.cut_short.unwrap(), "it did not end within 0 s");
    assert_eq!((part.etag, part.fresh_for), (None, None));
    let page = Request::new(&publisher.url("/slow-body"), Purpose::Page).unwrap();
    let error = fetcher(brief).get(&page, now()).await.unwrap_err();
    assert!(matches!(error, FetchError::Timeout { stage: Stage::End, .. }), "{error:?}");
    let seconds = FetchError::Timeout { host: "a.test".into(), stage: Stage::End, seconds: 60 };
    assert_eq!(seconds.to_string(), "a.test: its answer did not end within 60 s");
}

#[tokio::test]
async fn a_body_without_end_is_left_at_its_limit_and_a_stated_one_before_it_begins() {
    let publisher = Publisher::start(site).await;
    let limits = Limits { feed_bytes: 100_000, page_bytes: 100_000, ..Limits::default() };
    let part = fetcher(limits.clone()).get(&feed(&publisher.url("/endless")), now()).await.unwrap();
    let told = "only its first 100000 bytes are read";
    assert_eq!((part.body.len(), part.cut_short.as_deref()), (100_000, Some(told)));
    for path in ["/endless", "/huge"] {
        let page = Request::new(&publisher.url(path), Purpose::Page).unwrap();
        let error = fetcher(limits.clone()).get(&page, now()).await.unwrap_err();
        assert_eq!(error, FetchError::TooLarge { limit: 100_000 }, "{path}");
    }
    // What the sockets between us hold is a few megabytes at most; without the limit it would pour on.
    assert!(publisher.poured.load(std::sync::atomic::Ordering::SeqCst) < 32 << 20);
}

#[tokio::test]
async fn a_head_is_bounded_in_bytes_and_in_lines() {
    for path in ["/many-headers", "/long-header", "/endless-head"] {
        let told = told(path, Limits::default()).await;
        assert_eq!(
            told, "the head of 127.0.0.1's answer is longer than 65536 bytes or has more than 256 lines",
            "{path}"
        );
    }
    let few = Limits { head_fields: 100, ..Limits::default() };
    assert!(matches!(failure("/some-headers", few).await, FetchError::HeadTooLarge { fields: 100, .. }));
    assert_eq!(part("/some-headers").await.body, b"<rss/>");
}

#[tokio::test]
async fn an_answer_with_nothing_in_it_is_told_with_its_status() {
    assert_eq!(told("/empty", Limits::default()).await, "127.0.0.1 answered 200 with nothing in it");
    assert_eq!(told("/204", Limits::default()).await, "127.0.0.1 answered 204 with nothing in it");
    let whole = part("/206-whole").await;
    assert_eq!((whole.cut_short, whole.etag.as_deref()), (None, Some("\"a\"")));
    // "Not modified" without a condition is no answer: there is nothing stored that could stand.
    assert!(matches!(failure("/304", Limits::default()).await, FetchError::Status { status: 304, .. }));
    let publisher = Publisher::start(site).await;
    for purpose in [Purpose::Hub, Purpose::Robots] {
        let request = Request::new(&publisher.url("/204"), purpose).unwrap();
        assert_eq!(fetcher(Limits::default()).get(&request, now()).await.unwrap().status, 204);
    }
}

#[tokio::test]
async fn a_redirect_that_leads_nowhere_says_from_where_and_where_to() {
    assert_eq!(told("/nowhere", Limits::default()).await, "127.0.0.1 redirects without saying where to");
    let away = told("/to-file", Limits::default()).await;
    assert_eq!(
        away,
        "127.0.0.1 redirects to file:///etc/passwd, which is not an address that can be fetched"
    );
    assert!(told("/to-nonsense", Limits::default()).await.contains("http://[::1,"));
    assert_eq!(told("/self", Limits::default()).await, "more than 8 redirects");
    let publisher = Publisher::start(site).await;
    let few = Limits { redirects: 2, ..Limits::default() };
    let error = fetcher(few).get(&feed(&publisher.url("/self")), now()).await.unwrap_err();
    assert_eq!((error, publisher.connects()), (FetchError::TooManyRedirects { limit: 2 }, 3));
    assert!(matches!(failure("/300", Limits::default()).await, FetchError::Status { status: 300, .. }));
}

#[derive(Debug)]
struct NeverAnswers;

impl Resolver for NeverAnswers {
    fn resolve(&self, _: &str) -> Resolving {
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn a_name_that_is_not_known_and_one_that_is_never_answered_are_told_apart() {
    let with =
        |resolver: Arc<dyn Resolver>, limits| Fetcher::new(Config { resolver, ..config(limits) }).unwrap();
    let request = feed("http://gone.test/");
    let error = with(Book::of(&[]), Limits::default()).get(&request, now()).await.unwrap_err();
    assert_eq!(error.to_string(), "the name gone.test could not be resolved");
    let limits = Limits { resolve: Duration::from_millis(50), ..Limits::default() };
    let error = with(Arc::new(NeverAnswers), limits).get(&request, now()).await.unwrap_err();
    assert_eq!(error.to_string(), "gone.test: its name was not resolved within 0 s");
    assert!(error.is_passing());
}

#[tokio::test]
async fn a_connection_that_is_never_made_ends_at_its_own_limit() {
    // It accepts and says nothing, where TLS should begin.
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = silent.local_addr().unwrap();
    let limits = Limits { connect: Duration::from_millis(100), ..Limits::default() };
    let out = Fetcher::new(with_root(config(limits), &authority("Another house"))).unwrap();
    let error = out.get(&feed(&format!("https://{address}/")), now()).await.unwrap_err();
    assert!(matches!(error, FetchError::Timeout { stage: Stage::Connection, .. }), "{error:?}");
}

type Authority = CertifiedIssuer<'static, KeyPair>;

fn authority(name: &str) -> Authority {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    params.distinguished_name.push(DnType::CommonName, name);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

fn with_root(config: Config, authority: &Authority) -> Config {
    Config { roots: vec![authority.der().to_vec()], ..config }
}

/// A publisher with TLS whose certificate is for `name` and was valid in the years given.
async fn secure(name: &str, years: (i32, i32), signed_by: Option<&Authority>) -> Publisher {
    let key = KeyPair::generate().unwrap();
    let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
    params.not_before = date_time_ymd(years.0, 1, 1);
    params.not_after = date_time_ymd(years.1, 1, 1);
    let certificate = match signed_by {
        Some(authority) => params.signed_by(&key, authority).unwrap(),
        None => params.self_signed(&key).unwrap(),
    };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let server = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone()],
            PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
        )
        .unwrap();
    Publisher::at("127.0.0.1:0", Some(TlsAcceptor::from(Arc::new(server))), site).await.unwrap()
}

/// The port of one that answers in plain HTTP, whatever it is told.
async fn plain_speaker() -> u16 {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let _ = socket.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
            let _ = socket.read_to_end(&mut Vec::new()).await;
        }
    });
    port
}

#[tokio::test]
async fn bad_tls_is_told_by_its_kind_and_good_tls_is_spoken() {
    let house = authority("House of tests");
    let usual = (2020, 4000);
    let cases = [
        (secure("a.test", usual, Some(&house)).await, ""),
        (secure("a.test", usual, None).await, "was issued by nobody this machine trusts"),
        (
            secure("a.test", usual, Some(&authority("Another house"))).await,
            "was issued by nobody this machine trusts",
        ),
        (secure("a.test", usual, Some(&authority("House of tests"))).await, "the issuer that it names"),
        (secure("b.test", usual, Some(&house)).await, "its certificate is for another name"),
        (secure("a.test", (2020, 2021), Some(&house)).await, "its certificate has expired"),
        (secure("a.test", (3999, 4000), Some(&house)).await, "its certificate is not valid yet"),
    ];
    let resolver = Book::of(&["a.test=127.0.0.1"]);
    let mut cases: Vec<(u16, &str)> = cases.iter().map(|(at, expected)| (at.port(), *expected)).collect();
    cases.push((plain_speaker().await, "does not speak TLS"));
    for (port, expected) in cases {
        let config =
            Config { allow: allow(&["a.test"]), resolver: resolver.clone(), ..config(Limits::default()) };
        let out = Fetcher::new(with_root(config, &house)).unwrap();
        let got = out.get(&feed(&format!("https://a.test:{port}/ok")), now()).await;
        match got {
            Ok(fetched) => assert_eq!((fetched.body.as_slice(), expected), (b"<rss/>".as_slice(), "")),
            Err(error) => {
                let told = error.to_string();
                assert!(told.starts_with("a.test could not be spoken to safely: "), "{told}");
                assert!(!expected.is_empty() && told.contains(expected), "{told} (not: {expected})");
            }
        }
    }
}

#[tokio::test]
async fn tls_spoken_to_a_plain_reader_is_not_http() {
    let house = authority("House of tests");
    let publisher = secure("a.test", (2020, 4000), Some(&house)).await;
    let error = fetcher(Limits::default()).get(&feed(&publisher.url("/ok")), now()).await.unwrap_err();
    assert!(matches!(error, FetchError::NotHttp { .. } | FetchError::NoAnswer { .. }), "{error:?}");
    assert!(error.to_string().contains("127.0.0.1"));
}
