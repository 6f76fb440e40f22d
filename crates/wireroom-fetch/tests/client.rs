//! One request and its answer: conditions, moves, wishes for patience, what is secret, a hub's form.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

mod publisher;

use publisher::{Asked, Book, Publisher, Step, allow, config, feed, fetcher, kept, now, reply};
use std::time::Duration;
use wireroom_fetch::{Access, Config, FetchError, Fetched, Fetcher, Limits, Purpose, Request};

fn site(asked: &Asked) -> Vec<Step> {
    let fresh = "ETag: \"v1\"\r\nContent-Type: application/rss+xml\r\nCache-Control: public, max-age=900\r\n";
    match asked.path.as_str() {
        "/feed" if asked.head.contains("if-none-match: \"v1\"") => {
            reply("304 Not Modified", "Cache-Control: max-age=60\r\n", b"")
        }
        "/feed" => reply("200 OK", fresh, b"<rss/>"),
        "/moved" => reply("301 Moved Permanently", "Location: /feed\r\n", b""),
        "/mixed" => reply("302 Found", "Location: /moved\r\n", b""),
        "/new-etag" => reply("304 Not Modified", "ETag: \"v2\"\r\n", b""),
        "/busy" => reply("429 Too Many Requests", "Retry-After: 120\r\n", b""),
        "/busy-date" => reply("503 Unavailable", "Retry-After: Sun, 01 Mar 2026 12:02:00 GMT\r\n", b""),
        "/busy-long" => reply("503 Unavailable", "Retry-After: 99999999999999999999999\r\n", b""),
        "/busy-past" => reply("503 Unavailable", "Retry-After: Sunday, 01-Mar-20 12:02:00 GMT\r\n", b""),
        "/told" => reply(
            "200 OK",
            "Date: Sun, 01 Mar 2026 11:59:58 GMT\r\n\
             X-Robots-Tag: noarchive\r\nX-Robots-Tag: otherbot: noindex, nofollow\r\n\
             TDM-Reservation: 1\r\nTDM-Policy: https://a.test/policy.json\r\nCache-Control: no-store\r\n\
             Link: <https://hub.test/?a,b>; rel=\"hub\", </self>; rel=self; title=\"a, b\"\r\n\
             Link: <javascript:x>; rel=hub, <https://b.test/>;rel=\"Alternate next\"\r\n",
            b"<rss/>",
        ),
        _ => reply("404 Not Found", "", b""),
    }
}

async fn get(path: &str) -> Result<Fetched, FetchError> {
    Publisher::start(site).await.get(path).await
}

#[tokio::test]
async fn an_unchanged_feed_answers_with_nothing_to_store_and_refreshes_what_is() {
    let publisher = Publisher::start(site).await;
    let first = publisher.get("/feed").await.unwrap();
    assert_eq!((first.etag.as_deref(), first.fresh_for), (Some("\"v1\""), Some(900)));
    let again =
        Request { etag: first.etag, last_modified: Some("then".into()), ..feed(&publisher.url("/feed")) };
    let second = fetcher(Limits::default()).get(&again, now()).await.unwrap();
    assert!(second.not_modified && second.body.is_empty());
    assert_eq!((second.etag.as_deref(), second.last_modified.as_deref()), (Some("\"v1\""), Some("then")));
    assert_eq!(second.fresh_for, Some(60));
    assert!(publisher.asked()[1].head.contains("if-modified-since: then\r\n"));
    let renewed = Request { etag: Some("\"v1\"".into()), ..feed(&publisher.url("/new-etag")) };
    let renewed = fetcher(Limits::default()).get(&renewed, now()).await.unwrap();
    assert_eq!(renewed.etag.as_deref(), Some("\"v2\""));
}

#[tokio::test]
async fn validators_go_to_the_address_that_gave_them_and_to_no_other() {
    let publisher = Publisher::start(site).await;
    let out = fetcher(Limits::default());
    let moved = Request { etag: Some("\"v1\"".into()), ..feed(&publisher.url("/moved")) };
    // Nobody said where they come from: the address that is asked has them, what it leads to has not.
    assert!(!out.get(&moved, now()).await.unwrap().not_modified);
    let known = Request { validated: Some(publisher.url("/feed").parse().unwrap()), ..moved };
    assert!(out.get(&known, now()).await.unwrap().not_modified);
    let conditions: Vec<bool> = publisher.asked().iter().map(|a| a.head.contains("if-none-match")).collect();
    assert_eq!(conditions, [true, false, false, true]);
}

#[tokio::test]
async fn a_permanent_move_is_told_and_a_temporary_one_is_not() {
    assert!(get("/moved").await.unwrap().moved.unwrap().path().ends_with("/feed"));
    let mixed = get("/mixed").await.unwrap();
    assert_eq!((mixed.moved, mixed.url.path()), (None, "/feed"));
}

#[tokio::test]
async fn a_wish_to_wait_is_read_in_seconds_and_as_a_date() {
    assert_eq!(get("/busy").await.unwrap_err().retry_after(), Some(120));
    assert_eq!(get("/busy-date").await.unwrap_err().retry_after(), Some(120));
    assert_eq!(get("/busy-long").await.unwrap_err().retry_after(), Some(u64::MAX));
    assert_eq!(get("/busy-past").await.unwrap_err().retry_after(), Some(0));
}

#[tokio::test]
async fn who_asked_for_patience_is_not_asked_a_second_early_and_then_is() {
    let publisher = Publisher::start(site).await;
    let out = fetcher(Limits::default());
    let at = |second| now().plus_seconds(second).unwrap();
    let request = feed(&publisher.url("/busy"));
    assert!(matches!(out.get(&request, now()).await, Err(FetchError::Status { status: 429, .. })));
    for (second, path) in [(0, "/busy"), (119, "/busy"), (119, "/feed")] {
        let early = out.get(&feed(&publisher.url(path)), at(second)).await.unwrap_err();
        assert_eq!(early.put_back_for(), Some(120 - second.unsigned_abs()), "{early}");
    }
    assert_eq!(publisher.connects(), 1);
    assert_eq!(out.busy_hosts(at(119)), [format!("127.0.0.1:{}", publisher.port())]);
    assert!(out.busy_hosts(at(120)).is_empty());
    assert!(out.get(&feed(&publisher.url("/feed")), at(120)).await.is_ok());
}

#[tokio::test]
async fn a_slow_host_turns_others_away_at_once_and_no_other_host_waits() {
    let slow = Publisher::start(|_| vec![Step::Hang]).await;
    let quick = Publisher::start(site).await;
    let limits = Limits { per_host: 2, spacing: Duration::ZERO, ..Limits::default() };
    let out = Fetcher::new(Config { limits: limits.clone(), ..config(limits) }).unwrap();
    let mut begun = Vec::new();
    for _ in 0..2 {
        let (out, request) = (out.clone(), feed(&slow.url("/")));
        begun.push(tokio::spawn(async move { out.get(&request, now()).await }));
    }
    while slow.asked().len() < 2 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let third = out.get(&feed(&slow.url("/third")), now()).await.unwrap_err();
    assert!(third.put_back_for().is_some() && third.to_string().contains("other requests"), "{third}");
    assert_eq!(out.busy_hosts(now()), [Fetcher::host_key(&slow.url("/").parse().unwrap())]);
    assert!(out.get(&feed(&quick.url("/feed")), now()).await.is_ok());
    assert_eq!(slow.connects(), 2);
    // A reader who waits stands in line, and gets the turn when one of the two is done.
    let waiting = feed(&slow.url("/waiting")).in_line();
    let turn = tokio::spawn(async move { out.get(&waiting, now()).await });
    begun.pop().unwrap().abort();
    while slow.asked().len() < 3 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    turn.abort();
}

#[tokio::test]
async fn what_the_head_says_of_hubs_robots_and_rights_is_handed_on() {
    let told = get("/told").await.unwrap();
    assert_eq!(told.robots_tag, ["noarchive", "otherbot: noindex, nofollow"]);
    assert_eq!(told.tdm_reservation.as_deref(), Some("1"));
    assert_eq!(told.tdm_policy.as_deref(), Some("https://a.test/policy.json"));
    assert_eq!(told.date, "2026-03-01T11:59:58Z".parse().ok());
    assert!(told.no_store);
    let rels: Vec<(&str, &str)> = told.links.iter().map(|(r, u)| (r.as_str(), u.as_str())).collect();
    assert_eq!(rels[0], ("hub", "https://hub.test/?a,b"));
    assert!(rels[1].0 == "self" && rels[1].1.ends_with("/self"));
    assert_eq!(rels[2..], [("alternate", "https://b.test/"), ("next", "https://b.test/")]);
    assert_eq!(told.link("hub").map(|u| u.as_str()), Some("https://hub.test/?a,b"));
}

fn secret() -> Access {
    let access = Access::default().with_header("X-Key", "s3cret-key").unwrap();
    access.with_cookie("session=s3cret-cookie").unwrap().with_basic("ada", "s3cret-password").unwrap()
}

fn has_secret(asked: &Asked) -> bool {
    ["x-key:", "cookie:", "authorization:", "s3cret"].iter().any(|word| asked.head.contains(word))
}

#[tokio::test]
async fn what_is_secret_goes_to_its_own_origin_and_never_after_a_redirect_elsewhere() {
    let other = Publisher::start(|asked| match asked.path.as_str() {
        "/locked" => reply("401 Unauthorized", "", b""),
        _ => reply("200 OK", "", b"other"),
    })
    .await;
    let to = other.address;
    let own = Publisher::start(move |asked| match asked.path.as_str() {
        "/there" => reply("301 Moved Permanently", &format!("Location: http://{to}/\r\n"), b""),
        "/locked" => reply("302 Found", &format!("Location: http://{to}/locked\r\n"), b""),
        "/here" => reply("301 Moved Permanently", "Location: /feed\r\n", b""),
        "/dotted" => {
            reply("302 Found", &format!("Location: http://x:y@127.0.0.1.:{}/feed\r\n", asked.port), b"")
        }
        _ => reply("200 OK", "", b"own"),
    })
    .await;
    let out = fetcher(Limits::default());
    let with = |path: &str| Request { access: secret(), ..feed(&own.url(path)) };

    let there = out.get(&with("/there"), now()).await.unwrap();
    assert_eq!((there.body.as_slice(), there.moved), (b"other".as_slice(), None));
    assert!(has_secret(&own.asked()[0]) && !other.asked().iter().any(has_secret));
    // Without anything secret the same move is told.
    assert!(out.get(&feed(&own.url("/there")), now()).await.unwrap().moved.is_some());

    let error = out.get(&with("/locked"), now()).await.unwrap_err();
    assert!(matches!(error, FetchError::Withheld { status: 401, .. }) && !error.is_passing());
    assert!(error.to_string().contains(&format!("http://{to}/locked")), "{error}");

    let here = out.get(&with("/here"), now()).await.unwrap();
    assert!(here.moved.is_some() && has_secret(own.asked().last().unwrap()));
    let head = own.asked().last().unwrap().head.clone();
    assert!(head.contains("authorization: basic ywrhonmzy3jldc1wyxnzd29yza==\r\n"), "{head}");
    // A name and password that a redirect brings are not ours to send.
    out.get(&feed(&own.url("/dotted")), now()).await.unwrap();
    assert!(!has_secret(own.asked().last().unwrap()));
}

#[tokio::test]
async fn no_error_and_no_debug_print_shows_what_is_secret() {
    let publisher = Publisher::start(site).await;
    let address = publisher.url("/busy?token=s3cret-query").replace("http://", "http://ada:s3cret-password@");
    let request = Request { access: secret(), ..feed(&address) };
    let out = fetcher(Limits::default());
    let error = out.get(&request, now()).await.unwrap_err();
    let nowhere = Request::new("http:// ada:s3cret-password@", Purpose::Feed).unwrap_err();
    let elsewhere = out.get(&feed("http://ada:s3cret-password@10.0.0.1/?s3cret"), now()).await.unwrap_err();
    for told in [format!("{request:?}"), format!("{error:?} {error}"), format!("{nowhere} {elsewhere}")] {
        assert!(!told.contains("s3cret"), "{told}");
    }
    // The password of the address was sent all the same, as it should be.
    let plain = feed(&publisher.url("/feed").replace("http://", "http://ada:s3cret-password@"));
    out.get(&plain, now().plus_seconds(600).unwrap()).await.unwrap();
    assert!(publisher.asked().last().unwrap().head.contains("authorization: basic "));
}

#[tokio::test]
async fn a_hub_gets_a_form_and_keeps_it_over_a_redirect_that_keeps_the_method() {
    let hub = Publisher::start(|asked| match asked.path.as_str() {
        "/moved" => reply("307 Temporary Redirect", "Location: /hub\r\n", b""),
        "/away" => reply("303 See Other", "Location: /hub\r\n", b""),
        _ => reply("202 Accepted", "", b""),
    })
    .await;
    let out = fetcher(Limits::default());
    let form = [("hub.mode", "subscribe"), ("hub.topic", "https://a.test/?b=c&d=\u{e9}")];
    let hub_at = |path: &str| Request::new(&hub.url(path), Purpose::Hub).unwrap();
    assert_eq!(out.post_form(&hub_at("/moved"), &form, now()).await.unwrap().status, 202);
    let asked = hub.asked();
    assert_eq!(asked[1].body, "hub.mode=subscribe&hub.topic=https%3A%2F%2Fa.test%2F%3Fb%3Dc%26d%3D%C3%A9");
    assert!(asked[1].head.starts_with("post /hub ") && asked[0].body == asked[1].body);
    assert!(asked[1].head.contains("content-type: application/x-www-form-urlencoded\r\n"));
    let error = out.post_form(&hub_at("/away"), &form, now()).await.unwrap_err();
    assert!(matches!(error, FetchError::Status { status: 303, .. }), "{error:?}");
}

#[tokio::test]
async fn a_publisher_sees_who_asks_and_nothing_of_the_reader() {
    let publisher = Publisher::start(site).await;
    let out = Fetcher::new(Config {
        user_agent: "Wireroom/1 (+mailto:ada@a.test)".into(),
        ..config(Limits::default())
    });
    out.unwrap().get(&feed(&publisher.url("/feed?q=1#part")), now()).await.unwrap_err();
    let asked = publisher.asked().pop().unwrap();
    let mut names: Vec<&str> =
        asked.head.lines().skip(1).filter_map(|l| Some(l.split_once(':')?.0)).collect();
    names.sort_unstable();
    assert_eq!(names, ["accept", "accept-encoding", "host", "user-agent"]);
    assert!(asked.head.contains("user-agent: wireroom/1 (+mailto:ada@a.test)\r\n"));
    assert_eq!(asked.path, "/feed?q=1");
    let odd = Config { user_agent: "Wireroom (J\u{f6}rg\n)".into(), ..Config::default() };
    assert!(matches!(Fetcher::new(odd), Err(FetchError::Setup(_))));
}

#[tokio::test]
async fn one_connection_serves_several_requests_and_a_stale_one_is_replaced() {
    let publisher = Publisher::start(|asked| match asked.path.as_str() {
        // Closed without a word after the answer.
        "/last" => [kept("200 OK", "", b"last"), vec![Step::Reset]].concat(),
        _ => kept("200 OK", "", b"kept"),
    })
    .await;
    let out = fetcher(Limits::default());
    for _ in 0..5 {
        assert_eq!(out.get(&feed(&publisher.url("/")), now()).await.unwrap().body, b"kept");
    }
    assert_eq!(publisher.connects(), 1);
    out.get(&feed(&publisher.url("/last")), now()).await.unwrap();
    assert_eq!(out.get(&feed(&publisher.url("/")), now()).await.unwrap().body, b"kept");
    assert!(publisher.connects() <= 3);
}

#[tokio::test]
async fn a_name_with_several_addresses_is_tried_until_one_answers() {
    let publisher = Publisher::start(site).await;
    let resolver = Book::of(&["many.test=127.0.0.9,127.0.0.8,127.0.0.1"]);
    let config = Config { allow: allow(&["many.test"]), resolver, ..config(Limits::default()) };
    let request = feed(&format!("http://many.test:{}/feed", publisher.port()));
    assert!(Fetcher::new(config).unwrap().get(&request, now()).await.is_ok());
}
