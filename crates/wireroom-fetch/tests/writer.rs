//! The way to a writer: guarded, bounded, silent about its key.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

mod publisher;

use publisher::{Publisher, Step};
use std::time::Duration;
use wireroom_fetch::{Config, FetchError, Stage, Writer, WriterAddress};

fn address(publisher: &Publisher) -> WriterAddress {
    WriterAddress {
        base: format!("http://{}/v1/", publisher.address),
        model: "small".to_owned(),
        key: Some("sesame-and-more".to_owned()),
        timeout: Duration::from_millis(1_500),
    }
}

fn writer(publisher: &Publisher, allow: &str) -> Writer {
    let allow = allow.split(',').filter(|a| !a.is_empty()).map(|a| a.parse().unwrap()).collect();
    Writer::new(&Config { allow, ..Config::default() }, &address(publisher)).unwrap()
}

fn http(status: &str, head: &str, body: &str) -> Vec<u8> {
    format!("HTTP/1.1 {status}\r\n{head}content-length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

async fn answered(steps: Vec<Step>) -> (Result<String, FetchError>, Publisher) {
    let publisher = Publisher::start(move |_| steps.clone()).await;
    (writer(&publisher, "127.0.0.1").ask("be brief", "{\"n\":1}").await, publisher)
}

#[tokio::test]
async fn one_question_is_asked_in_the_form_of_chat_completions() {
    let answer = "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"words\"}}],\"usage\":{}}";
    let (told, publisher) = answered(vec![Step::Send(http("200 OK", "", answer))]).await;
    assert_eq!(told.unwrap(), "words");
    let asked = publisher.asked.lock().unwrap().clone();
    assert_eq!(asked[0].path, "/v1/chat/completions");
    assert!(asked[0].head.contains("authorization: bearer sesame-and-more"));
    let sent: serde_json::Value = serde_json::from_str(&asked[0].body).unwrap();
    assert_eq!(sent["messages"][0]["content"], "be brief");
    assert_eq!(sent["messages"][1]["content"], "{\"n\":1}");
    assert_eq!((sent["stream"].as_bool(), sent["model"].as_str()), (Some(false), Some("small")));
}

#[tokio::test]
async fn a_local_writer_needs_its_entry_in_the_allow_list() {
    let publisher = Publisher::start(|_| vec![Step::Hang]).await;
    for other in ["", "10.0.0.0/8", "writer.local"] {
        let told = writer(&publisher, other).ask("", "").await.unwrap_err();
        assert!(matches!(told, FetchError::Refused { .. }), "{told}");
    }
    assert_eq!(publisher.connects.load(std::sync::atomic::Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_redirect_is_not_followed_with_texts_and_key() {
    let elsewhere = Publisher::start(|_| vec![Step::Hang]).await;
    let to = format!("location: http://{}/v1/chat/completions\r\n", elsewhere.address);
    for status in ["301 Moved", "307 Temporary", "308 Permanent"] {
        let (told, _) = answered(vec![Step::Send(http(status, &to, ""))]).await;
        assert!(matches!(told, Err(FetchError::Status { .. })));
    }
    assert_eq!(elsewhere.connects.load(std::sync::atomic::Ordering::SeqCst), 0);
}

#[tokio::test]
async fn an_answer_that_is_late_endless_or_no_answer_is_an_error_without_its_words() {
    let head = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n".to_vec();
    let chunk =
        format!("1000\r\n{}\r\n", "poison ".repeat(585).chars().chain(" ".chars()).collect::<String>());
    let cases = [
        vec![Step::Hang],
        vec![Step::Send(head.clone()), Step::Hang],
        vec![Step::Send(head), Step::Forever(chunk.into_bytes())],
        vec![Step::Send(http("200 OK", "", "poison"))],
        vec![Step::Send(http("200 OK", "", "{\"choices\":[]}"))],
        vec![Step::Send(http("200 OK", "", "{\"choices\":[{\"message\":{\"content\":7}}]}"))],
        vec![Step::Send(http("500 Poison", "", "poison"))],
        vec![Step::Send(http("204 No Content", "", ""))],
        vec![Step::Reset],
    ];
    for (case, steps) in cases.into_iter().enumerate() {
        let (told, publisher) = answered(steps).await;
        let told = told.unwrap_err();
        let shown = format!("{told} {told:?}");
        assert!(!shown.contains("poison") && !shown.contains("sesame"), "{shown}");
        match case {
            0 => assert!(matches!(told, FetchError::Timeout { stage: Stage::Answer, .. }), "{told}"),
            1 => assert!(matches!(told, FetchError::Timeout { stage: Stage::End, .. }), "{told}"),
            2 => {
                assert!(matches!(told, FetchError::TooLarge { .. }), "{told}");
                let poured = publisher.poured.load(std::sync::atomic::Ordering::SeqCst);
                assert!(poured < 64 << 20, "{poured}");
            }
            _ => {}
        }
    }
}

#[test]
fn an_address_that_would_give_a_secret_away_is_refused() {
    let with = |base: &str, key: Option<&str>| {
        let address = WriterAddress {
            base: base.to_owned(),
            model: "m".to_owned(),
            key: key.map(str::to_owned),
            timeout: Duration::from_secs(1),
        };
        Writer::new(&Config::default(), &address)
            .map(|writer| format!("{writer:?}"))
            .map_err(|e| e.to_string())
    };
    assert!(with("https://api.example.org/v1", Some("sesame")).is_ok_and(|shown| !shown.contains("sesame")));
    assert!(with("http://localhost:11434/v1", Some("sesame")).is_ok());
    for (base, key) in [
        ("http://api.example.org/v1", Some("sesame")),
        ("https://ada:sesame@api.example.org/v1", None),
        ("https://api.example.org/v1?key=sesame", None),
        ("file:///sesame", None),
        ("sesame", None),
        ("https://api.example.org", Some("sesame\nx")),
    ] {
        let told = with(base, key).unwrap_err();
        assert!(
            told.starts_with("the way out could not be opened: the writer") && !told.contains("sesame"),
            "{told}"
        );
    }
}
