//! A canary listens on loopback. For every purpose, every spelling of its address, directly, behind a redirect
//! and behind a name that changes its answer, nothing may knock; and where the owner allows it, it must.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

mod publisher;

use publisher::{Book, Publisher, allow, config, kept, now, reply};
use std::sync::Arc;
use wireroom_fetch::{AllowList, Config, FetchError, Fetched, Fetcher, Limits, Purpose, Request, Resolver};

/// Ways to write an address that leads to this machine, and whether a connection comes of it when allowed.
const SPELLINGS: &[(&str, bool)] = &[
    ("127.0.0.1", true),
    ("127.1", true),
    ("127.0.1", true),
    ("127.0.0.1.", true),
    ("2130706433", true),
    ("0x7f000001", true),
    ("0X7F.1", true),
    ("0x7f.0x0.0x0.0x1", true),
    ("0177.0.0.1", true),
    ("0177.0.1", true),
    ("017700000001", true),
    ("00000000177.0.0.1", true),
    ("127.0.0.0x1", true),
    ("0.0.0.0", true),
    ("0", true),
    ("0x0", true),
    ("[::ffff:127.0.0.1]", true),
    ("[::ffff:7f00:1]", true),
    ("[0:0:0:0:0:FFFF:7F00:0001]", true),
    ("127\u{3002}0\u{3002}0\u{3002}1", true),
    ("127\u{ff0e}0\u{ff0e}0\u{ff61}1", true),
    ("\u{ff11}\u{ff12}\u{ff17}.0.0.1", true),
    ("\u{2460}\u{2461}\u{2466}.\u{24ea}.\u{24ea}.\u{2460}", true),
    ("127%2e0%2e0%2e1", true),
    ("%31%32%37.0.0.1", true),
    ("12\u{ad}7.0.0.1", true),
    ("12\t7.0.0.1", true),
    ("public.test@127.0.0.1", true),
    ("public.test:80@127.0.0.1", true),
    ("public.test%40@127.0.0.1", true),
    ("a:b@c@127.0.0.1", true),
    ("localhost", true),
    ("LocalHost", true),
    ("localhost.", true),
    ("\u{24db}ocalhost", true),
    ("inner.test", true),
    ("mixed.test", true),
    ("mapped.test", true),
    ("[::127.0.0.1]", false),
    ("[::ffff:0:127.0.0.1]", false),
    ("[64:ff9b::7f00:1]", false),
    ("[2002:7f00:1::]", false),
    ("[::1]", false),
    ("[::1%25lo]", false),
    ("[fe80::1%25lo]", false),
    ("[::]", false),
    ("127.0.0.1%00.public.test", false),
    ("127.0.0.256", false),
    ("", false),
];

/// Ways of writing more than the host.
const WHOLE: &[&str] = &[
    "http:127.0.0.1:PORT/",
    "http:/127.0.0.1:PORT/",
    "http:\\\\127.0.0.1:PORT\\",
    "http:///127.0.0.1:PORT/",
    "HTTP://127.0.0.1:PORT/",
    "https://127.0.0.1:PORT/",
    "http://public.test\\@127.0.0.1:PORT/",
    "http://127.0.0.1:PORT\\@public.test/",
    "http://127.0.0.1:0PORT/",
    "http://public.test#@127.0.0.1:PORT/",
    "ftp://127.0.0.1:PORT/",
    "gopher://127.0.0.1:PORT/",
    "file://127.0.0.1:PORT/",
    "ws://127.0.0.1:PORT/",
    "dict://127.0.0.1:PORT/",
    "javascript://127.0.0.1:PORT/",
    "view-source:http://127.0.0.1:PORT/",
];

const NAMES: &[&str] = &[
    "localhost=127.0.0.1",
    "inner.test=127.0.0.1",
    // What counts as public is not asked for its first address only: one inward address refuses the name.
    "mixed.test=9.9.9.9,127.0.0.1",
    "mapped.test=::ffff:127.0.0.1",
    "world.test=127.0.0.1",
];

/// Everything that leads to this machine.
const OWN: &[&str] = &["127.0.0.0/8", "0.0.0.0/8", "::/96", "::ffff:0:0/96", "64:ff9b::/96", "2002::/16"];

fn out(allow: AllowList, resolver: Arc<dyn Resolver>) -> Fetcher {
    Fetcher::new(Config { allow, resolver, ..config(Limits::default()) }).unwrap()
}

/// The path that traffic of this purpose takes: a hub gets a form, all else is asked for.
async fn ask(out: &Fetcher, address: &str, purpose: Purpose) -> Result<Fetched, FetchError> {
    let request = Request::new(address, purpose)?;
    match purpose {
        Purpose::Hub => out.post_form(&request, &[("hub.mode", "subscribe")], now()).await,
        _ => out.get(&request, now()).await,
    }
}

async fn canary() -> Publisher {
    Publisher::start(|_| reply("200 OK", "", b"reached")).await
}

fn addresses(port: u16) -> Vec<String> {
    let spelled = SPELLINGS.iter().map(|(host, _)| format!("http://{host}:{port}/"));
    spelled.chain(WHOLE.iter().map(|text| text.replace("PORT", &port.to_string()))).collect()
}

#[tokio::test]
async fn no_purpose_and_no_spelling_reaches_inward() {
    let canary = canary().await;
    let out = out(AllowList::default(), Book::of(NAMES));
    for purpose in Purpose::ALL {
        for address in addresses(canary.port()) {
            let answer = ask(&out, &address, *purpose).await;
            assert!(answer.is_err(), "{address} for {purpose:?}: {answer:?}");
        }
    }
    assert_eq!(canary.connects(), 0);
}

#[tokio::test]
async fn the_canary_on_the_newer_protocol_hears_nothing_either() {
    let Ok(canary) = Publisher::at("[::1]:0", None, |_| reply("200 OK", "", b"reached")).await else {
        println!("skipped: this machine has no ::1");
        return;
    };
    let names = Book::of(&["localhost=::1", "inner.test=::1,127.0.0.1"]);
    let spellings = ["[::1]", "[0:0:0:0:0:0:0:1]", "[0::0001]", "localhost", "inner.test"];
    for purpose in Purpose::ALL {
        for host in spellings {
            let address = format!("http://{host}:{}/", canary.port());
            let refused = ask(&out(AllowList::default(), names.clone()), &address, *purpose).await;
            assert!(matches!(refused, Err(FetchError::Refused { .. })), "{address}: {refused:?}");
        }
    }
    assert_eq!(canary.connects(), 0);
    for host in spellings {
        let address = format!("http://{host}:{}/", canary.port());
        let reached = ask(&out(allow(&["::1", "127.0.0.1"]), names.clone()), &address, Purpose::Page).await;
        assert_eq!(reached.unwrap().body, b"reached", "{address}");
    }
}

/// An allowed host whose answers lead to the address in the path.
async fn redirector() -> Publisher {
    Publisher::start(|asked| {
        let to = asked.path.split_once("?to=").map_or("", |(_, to)| to);
        let to = percent_decode(to);
        kept("307 Temporary Redirect", &format!("Location: {to}\r\n"), b"")
    })
    .await
}

fn percent_decode(text: &str) -> String {
    url::form_urlencoded::parse(format!("to={text}").as_bytes()).next().unwrap().1.into_owned()
}

fn leading(from: &str, to: &str) -> String {
    let to: String = url::form_urlencoded::byte_serialize(to.as_bytes()).collect();
    format!("{from}?to={to}")
}

#[tokio::test]
async fn no_redirect_of_an_allowed_host_reaches_inward() {
    let (canary, world) = (canary().await, redirector().await);
    let start = format!("http://world.test:{}/", world.port());
    let out = out(allow(&[&format!("world.test:{}", world.port())]), Book::of(NAMES));
    for purpose in Purpose::ALL {
        for address in addresses(canary.port()) {
            let answer = ask(&out, &leading(&start, &address), *purpose).await;
            assert!(answer.is_err(), "{address} for {purpose:?}: {answer:?}");
            // And one hop further, back through the allowed host.
            let answer = ask(&out, &leading(&start, &leading(&start, &address)), *purpose).await;
            assert!(answer.is_err(), "{address} for {purpose:?}: {answer:?}");
        }
    }
    assert_eq!(canary.connects(), 0);
    assert!(world.asked().len() >= Purpose::ALL.len() * addresses(1).len(), "the redirects were followed");
}

#[tokio::test]
async fn the_same_paths_do_connect_where_the_owner_allows_them() {
    let (canary, world) = (canary().await, redirector().await);
    let start = format!("http://world.test:{}/", world.port());
    let own: Vec<&str> = OWN.iter().copied().filter(|net| *net != "::/96").collect();
    // 9.9.9.9 is out of reach here: the mixed name is read as its inward half.
    let names: Vec<&str> =
        NAMES.iter().map(|n| if n.starts_with("mixed") { "mixed.test=127.0.0.1" } else { n }).collect();
    let out = out(allow(&own), Book::of(&names));
    let mut expected = 0;
    for purpose in Purpose::ALL {
        for (host, _) in SPELLINGS.iter().filter(|(_, reaches)| *reaches) {
            let address = format!("http://{host}:{}/", canary.port());
            for address in [leading(&start, &address), address] {
                let answer = ask(&out, &address, *purpose).await;
                assert_eq!(
                    answer.unwrap_or_else(|e| panic!("{address} for {purpose:?}: {e}")).body,
                    b"reached"
                );
                expected += 1;
            }
        }
    }
    assert_eq!(canary.connects(), expected);
}

/// 127.0.0.2 stands in for the world: nothing of a test may leave this machine.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_name_that_answers_differently_the_second_time_gains_nothing() {
    let canary = canary().await;
    let port = canary.port();
    // Both listen on the same port: only the address tells them apart. The world closes every connection.
    let world = Publisher::at(&format!("127.0.0.2:{port}"), None, |asked| {
        let again = format!("Location: http://flip.test:{}/again\r\n", asked.port);
        if asked.path == "/turn" {
            reply("307 Temporary Redirect", &again, b"")
        } else {
            reply("200 OK", "", b"world")
        }
    })
    .await
    .unwrap();
    for purpose in Purpose::ALL {
        for path in ["/", "/turn"] {
            let names = Book::of(&["flip.test=127.0.0.2;127.0.0.1;127.0.0.2,127.0.0.1;127.0.0.1"]);
            let out = out(allow(&["127.0.0.2"]), names.clone());
            let address = format!("http://flip.test:{port}{path}");
            let first = ask(&out, &address, *purpose).await;
            assert_eq!(first.is_ok(), path == "/", "{first:?}");
            for _ in 0..3 {
                let refused = ask(&out, &address, *purpose).await;
                assert!(matches!(refused, Err(FetchError::Refused { .. })), "{refused:?}");
            }
            // What was judged is what is connected to: the name is asked once for each connection.
            assert_eq!(names.calls("flip.test"), if path == "/" { 4 } else { 5 });
        }
    }
    assert_eq!((canary.connects(), world.connects()), (0, Purpose::ALL.len() * 2));
    let names = Book::of(&["flip.test=127.0.0.2;127.0.0.1"]);
    let out = out(allow(&["127.0.0.2", "flip.test"]), names);
    let address = format!("http://flip.test:{port}/turn");
    assert_eq!(ask(&out, &address, Purpose::Feed).await.unwrap().body, b"reached");
    assert_eq!(canary.connects(), 1);
}

#[tokio::test]
async fn an_owner_who_allows_one_host_at_one_port_allows_nothing_beside_it() {
    let (canary, other) = (canary().await, canary().await);
    let out = out(allow(&[&format!("inner.test:{}", canary.port())]), Book::of(NAMES));
    let reached = ask(&out, &format!("http://inner.test:{}/", canary.port()), Purpose::Feed).await;
    assert_eq!(reached.unwrap().body, b"reached");
    for host in ["inner.test", "127.0.0.1", "localhost"] {
        let refused = ask(&out, &format!("http://{host}:{}/", other.port()), Purpose::Feed).await;
        assert!(matches!(refused, Err(FetchError::Refused { .. })), "{refused:?}");
    }
    assert_eq!((canary.connects(), other.connects()), (1, 0));
}

#[test]
fn a_proxy_of_the_environment_is_not_asked() {
    const SELF: &str = "WIREROOM_FETCH_BEHIND_PROXY";
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let canary = canary().await;
        if let Ok(address) = std::env::var(SELF) {
            let reached = ask(&out(allow(&["127.0.0.1"]), Book::of(NAMES)), &address, Purpose::Feed).await;
            assert_eq!(reached.unwrap().body, b"world");
            return;
        }
        let world = Publisher::start(|_| reply("200 OK", "", b"world")).await;
        let mut again = std::process::Command::new(std::env::current_exe().unwrap());
        again.args(["--exact", "a_proxy_of_the_environment_is_not_asked"]).env(SELF, world.url("/"));
        for name in ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
            again.env(name, canary.url(""));
        }
        let ended = tokio::task::spawn_blocking(move || again.output().unwrap()).await.unwrap();
        assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stdout));
        assert_eq!((canary.connects(), world.connects()), (0, 1));
    });
}
