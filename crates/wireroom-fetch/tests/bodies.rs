//! Bodies as publishers pack them: every encoding, laid over one another, broken, and made to burst.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

mod publisher;

use publisher::{Publisher, feed, fetcher, now, reply};
use std::io::Write;
use wireroom_fetch::{FetchError, Fetched, Limits, Purpose, Request};

const FEED: &[u8] = b"<rss version=\"2.0\"><channel><title>t</title></channel></rss>";

fn gzip(body: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(body).unwrap();
    packed.finish().unwrap()
}

fn zlib(body: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(body).unwrap();
    packed.finish().unwrap()
}

fn naked(body: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(body).unwrap();
    packed.finish().unwrap()
}

fn brotli(body: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4_096, 5, 22);
    writer.write_all(body).unwrap();
    drop(writer);
    packed
}

fn zstd(body: &[u8]) -> Vec<u8> {
    zstd::encode_all(body, 3).unwrap()
}

type Pack = fn(&[u8]) -> Vec<u8>;

/// Everything that can be read, by its name.
fn packings() -> Vec<(&'static str, Pack)> {
    vec![
        ("gzip", gzip),
        ("x-gzip", gzip),
        ("deflate", zlib),
        ("deflate", naked),
        ("br", brotli),
        ("zstd", zstd),
    ]
}

async fn answered(encoding: &str, body: Vec<u8>, limits: Limits) -> Result<Fetched, FetchError> {
    let headers =
        if encoding.is_empty() { String::new() } else { format!("Content-Encoding: {encoding}\r\n") };
    let publisher = Publisher::start(move |_| reply("200 OK", &headers, &body)).await;
    fetcher(limits).get(&feed(&publisher.url("/")), now()).await
}

async fn read(encoding: &str, body: Vec<u8>) -> Result<Fetched, FetchError> {
    answered(encoding, body, Limits::default()).await
}

#[tokio::test]
async fn every_encoding_that_is_asked_for_is_read() {
    for (name, pack) in packings() {
        assert_eq!(read(name, pack(FEED)).await.unwrap().body, FEED, "{name}");
        let upper = name.to_uppercase();
        assert_eq!(read(&upper, pack(FEED)).await.unwrap().body, FEED, "{upper}");
    }
    for name in ["identity", "none", "", "UTF-8", " , "] {
        assert_eq!(read(name, FEED.to_vec()).await.unwrap().body, FEED, "{name}");
    }
    let publisher = Publisher::start(|_| reply("200 OK", "", FEED)).await;
    publisher.get("/").await.unwrap();
    assert!(publisher.asked()[0].head.contains("accept-encoding: gzip, deflate, br, zstd\r\n"));
}

#[tokio::test]
async fn several_members_of_one_gzip_file_are_all_read() {
    let both = [gzip(FEED), gzip(b"<!-- more -->")].concat();
    assert_eq!(read("gzip", both).await.unwrap().body, [FEED, b"<!-- more -->"].concat());
}

#[tokio::test]
async fn layers_are_undone_in_order_up_to_their_limit() {
    assert_eq!(read("gzip, gzip", gzip(&gzip(FEED))).await.unwrap().body, FEED);
    assert_eq!(read("br, gzip", gzip(&brotli(FEED))).await.unwrap().body, FEED);
    let error = read("gzip, gzip, gzip", gzip(&gzip(&gzip(FEED)))).await.unwrap_err();
    assert_eq!(error, FetchError::Layers { limit: 2 });
    let one = Limits { encoding_layers: 1, ..Limits::default() };
    assert_eq!(
        answered("gzip, br", brotli(&gzip(FEED)), one.clone()).await,
        Err(FetchError::Layers { limit: 1 })
    );
    // A file that is packed itself is one more layer, whatever the headers say.
    assert_eq!(read("", gzip(FEED)).await.unwrap().body, FEED);
    assert_eq!(read("gzip", gzip(&gzip(FEED))).await.unwrap().body, FEED);
    assert_eq!(answered("gzip", gzip(&gzip(FEED)), one).await, Err(FetchError::Layers { limit: 1 }));
}

#[tokio::test]
async fn an_encoding_that_is_not_known_is_refused_by_its_name() {
    for name in ["compress", "exi", "gzip, pack200-gzip"] {
        let told = read(name, FEED.to_vec()).await.unwrap_err().to_string();
        assert!(told.contains(name.rsplit(", ").next().unwrap()), "{told}");
    }
}

#[tokio::test]
async fn what_is_sent_plain_under_a_packed_name_is_read_all_the_same() {
    assert_eq!(read("gzip", FEED.to_vec()).await.unwrap().body, FEED);
    assert!(matches!(read("gzip", Vec::new()).await, Err(FetchError::Empty { .. })));
}

#[tokio::test]
async fn a_packed_feed_that_ends_too_early_keeps_what_could_be_unpacked() {
    let text = (0..40_000).map(|n| format!("<item>{n}</item>")).collect::<String>();
    for (name, pack) in packings() {
        let whole = pack(text.as_bytes());
        let fetched = read(name, whole[..whole.len() - 20].to_vec()).await.unwrap();
        assert!(fetched.cut_short.is_some() && !fetched.body.is_empty(), "{name}");
        assert!(text.as_bytes().starts_with(&fetched.body), "{name}");
    }
    let mut damaged = gzip(text.as_bytes());
    let middle = damaged.len() / 2;
    damaged[middle..middle + 40].fill(0xff);
    assert!(read("gzip", damaged).await.unwrap().cut_short.is_some());
    // Nothing came out: there is no part.
    assert!(matches!(read("gzip", gzip(FEED)[..11].to_vec()).await, Err(FetchError::Body(_))));
}

#[tokio::test]
async fn bombs_of_every_make_are_left_at_the_limit_of_bytes() {
    let flat = vec![b' '; 40 << 20];
    let limits = Limits { feed_bytes: 100_000, ..Limits::default() };
    let twice: Pack = |body| gzip(&gzip(body));
    for (name, pack) in packings().into_iter().chain([("gzip, gzip", twice)]) {
        // Below the bytes from which the ratio is looked at, a trap is a feed that is cut at its limit.
        let part = answered(name, pack(&flat), limits.clone()).await.unwrap();
        assert_eq!((part.body.len(), part.cut_short.is_some()), (100_000, true), "{name}");
    }
}

#[tokio::test]
async fn bombs_of_every_make_are_left_at_the_limit_of_their_ratio() {
    let flat = vec![b' '; 20 << 20];
    for (name, pack) in packings() {
        // Below the limit of bytes, and far above it: a feed that is cut at its limit is no way round the ratio.
        for limits in [Limits::default(), Limits { feed_bytes: 6 << 20, ..Limits::default() }] {
            let error = answered(name, pack(&flat), limits).await.unwrap_err();
            assert_eq!(error, FetchError::Ratio { limit: 250 }, "{name}");
            assert!(error.to_string().contains("250 times"));
        }
    }
    // A small repetitive feed packs better than that and is no bomb.
    let small = vec![b' '; 900_000];
    assert_eq!(read("br", brotli(&small)).await.unwrap().body.len(), small.len());
    let patient = Limits { ratio: 1_000_000, ..Limits::default() };
    assert_eq!(answered("br", brotli(&flat), patient).await.unwrap().body.len(), flat.len());
}

#[tokio::test]
async fn a_zstd_window_beyond_what_publishers_may_need_is_not_opened() {
    let mut packer = zstd::Encoder::new(Vec::new(), 1).unwrap();
    packer.window_log(27).unwrap();
    packer.include_contentsize(false).unwrap();
    packer.write_all(&vec![b'a'; 1 << 20]).unwrap();
    let wide = packer.finish().unwrap();
    assert!(matches!(read("zstd", wide).await, Err(FetchError::Body(_))));
}

#[tokio::test]
async fn a_brotli_window_beyond_the_standard_is_refused_before_it_is_opened() {
    let mut wide = Vec::new();
    let large = brotli::enc::BrotliEncoderParams { large_window: true, lgwin: 30, ..Default::default() };
    brotli::BrotliCompress(&mut &FEED.repeat(1_000)[..], &mut wide, &large).unwrap();
    let error = read("br", wide).await.unwrap_err();
    assert_eq!(error, FetchError::Encoding("br with a large window".into()));
}

#[tokio::test]
async fn every_purpose_has_its_own_limit() {
    let limits = Limits {
        feed_bytes: 10,
        page_bytes: 20,
        icon_bytes: 30,
        picture_bytes: 40,
        list_bytes: 50,
        robots_bytes: 60,
        hub_bytes: 70,
        ..Limits::default()
    };
    let publisher = Publisher::start(|_| reply("200 OK", "", &[b'a'; 100])).await;
    for (purpose, limit) in Purpose::ALL.iter().zip([10, 20, 30, 40, 50, 60, 70]) {
        let request = Request::new(&publisher.url("/"), *purpose).unwrap();
        let got = fetcher(limits.clone()).get(&request, now()).await;
        if matches!(purpose, Purpose::Feed | Purpose::Robots) {
            // The entries and rules that stand first hold, whatever length follows.
            let part = got.unwrap();
            assert_eq!(part.body.len(), limit);
            assert!(part.cut_short.unwrap().contains(&format!("first {limit} bytes")));
        } else {
            assert_eq!(got, Err(FetchError::TooLarge { limit }), "{purpose:?}");
        }
    }
}
