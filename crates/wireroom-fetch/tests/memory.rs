//! How much room an answer takes at its worst: the most that is held at once while it is fetched, as a multiple of the
//! limit of its bytes. A ratio, so that it holds on any machine. What reading the bytes takes after that is the
//! parser's own bound (crates/wireroom-feed/tests/bounds.rs).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

mod publisher;

use publisher::{Asked, Publisher, Step, feed, fetcher, now, reply};
use std::io::Write;
use tokio::runtime::Builder;
use wireroom_fetch::Limits;

/// Decoded bytes of a feed: far above every fixed cost but the windows of the decoders.
const LIMIT: usize = 8 << 20;
/// Most that may be held for each byte of the limit: what came, and the room it outgrew while it is moved; a
/// quarter more for all that has a fixed size.
const BOUND: f64 = 2.25;
/// The widest window that a decoder opens beside that: brotli's 16 MiB and the ring behind it.
const WINDOWS: usize = 32 << 20;

fn gzip(body: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(body).unwrap();
    packed.finish().unwrap()
}

fn brotli(body: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4_096, 1, 24);
    writer.write_all(body).unwrap();
    drop(writer);
    packed
}

fn site(asked: &Asked) -> Vec<Step> {
    let open = "HTTP/1.1 200 OK\r\n";
    let chunk = format!("10000\r\n{}\r\n", "a".repeat(0x10000));
    let packed =
        |encoding: &str, body: &[u8]| reply("200 OK", &format!("Content-Encoding: {encoding}\r\n"), body);
    let flat = vec![b' '; 4 * LIMIT];
    match asked.path.as_str() {
        "/endless" => vec![
            Step::Send(format!("{open}Transfer-Encoding: chunked\r\n\r\n").into_bytes()),
            Step::Forever(chunk.into_bytes()),
        ],
        // A stated length is believed by nobody: no room is made for it.
        "/huge" => vec![
            Step::Send(format!("{open}Content-Length: 99999999999999\r\n\r\n").into_bytes()),
            Step::Forever(vec![b'a'; 1 << 16]),
        ],
        "/endless-head" => {
            vec![
                Step::Send(open.into()),
                Step::Forever(b"X-More: and more and more of the same\r\n".to_vec()),
            ]
        }
        "/gzip" => packed("gzip", &gzip(&flat)),
        "/gzip-gzip" => packed("gzip, gzip", &gzip(&gzip(&flat))),
        "/br" => packed("br", &brotli(&flat)),
        _ => packed("zstd", &zstd::encode_all(flat.as_slice(), 3).unwrap()),
    }
}

/// The most bytes held at once while one answer is fetched, the publisher's own aside: it lives on another thread.
fn held(path: &str, limits: Limits) -> u64 {
    let elsewhere = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let publisher = elsewhere.block_on(Publisher::start(site));
    let (out, request) = (fetcher(limits), feed(&publisher.url(path)));
    let here = Builder::new_current_thread().enable_all().build().unwrap();
    let most = allocation_counter::measure(|| {
        let _ = std::hint::black_box(here.block_on(out.get(&request, now())));
    });
    elsewhere.shutdown_background();
    most.bytes_max
}

#[test]
fn no_answer_takes_more_room_than_its_limit_grants() {
    // Without the ratio in the way, the limit of bytes is what holds the traps.
    for ratio in [250, usize::MAX] {
        for (path, windows) in [
            ("/endless", 0),
            ("/huge", 0),
            ("/endless-head", 0),
            ("/gzip", 0),
            ("/gzip-gzip", 0),
            ("/br", WINDOWS),
            ("/zstd", WINDOWS),
        ] {
            let held = held(path, Limits { feed_bytes: LIMIT, ratio, ..Limits::default() });
            println!("{path}: {:.2} times the limit", held as f64 / LIMIT as f64);
            assert!(held as f64 <= BOUND * LIMIT as f64 + windows as f64, "{path}: {held} bytes");
            // The measure sees what is held: where all of it is read, at least that.
            let all =
                matches!(path, "/endless" | "/huge") || (ratio == usize::MAX && path != "/endless-head");
            assert!(!all || held >= LIMIT as u64, "{path}: {held} bytes");
        }
    }
}
