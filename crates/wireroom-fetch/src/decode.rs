//! The body of an answer, decoded layer by layer as it arrives, never further than its limits: layers, bytes,
//! and bytes out for each byte in. What was decoded before it broke off is kept and said to be a part.
//! Start at [`read`].

use crate::config::Limits;
use crate::failure::FetchError;
use crate::request::Purpose;
use async_compression::tokio::bufread::{
    BrotliDecoder, DeflateDecoder, GzipDecoder, ZlibDecoder, ZstdDecoder,
};
use async_compression::zstd::DParameter;
use futures_util::TryStreamExt;
use http_body_util::BodyExt;
use hyper::body::Incoming;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncReadExt, BufReader};
use tokio::time::{Instant, timeout_at};
use tokio_util::io::StreamReader;
use wireroom_model::why::Stage;

/// What a publisher may use. Kept beside [`layer`], which reads them.
pub const ACCEPTED: &str = "gzip, deflate, br, zstd";
/// How every gzip file begins.
const GZIP: [u8; 2] = [0x1f, 0x8b];
/// The low seven bits with which a brotli text of a large window begins; reserved in RFC 7932.
const BROTLI_LARGE: u8 = 0x11;
/// Bytes decoded at a time.
const STEP: usize = 16 << 10;
/// Window of zstd as a power of two: 8 MiB, the most that RFC 9659 lets a publisher need.
const ZSTD_WINDOW: u32 = 23;

type Source = Box<dyn AsyncBufRead + Send + Unpin>;

/// A body as far as it could be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Read {
    pub bytes: Vec<u8>,
    /// Why it ends before its end.
    pub broken: Option<String>,
}

/// Until when an answer is waited for, and whose it is.
#[derive(Debug, Clone, Copy)]
pub struct End<'h> {
    pub at: Instant,
    pub host: &'h str,
    /// The whole wait, for the sentence that names it.
    pub seconds: u64,
}

impl End<'_> {
    /// Nothing that could be used came in time.
    pub fn late(&self) -> FetchError {
        FetchError::Timeout { host: self.host.to_owned(), stage: Stage::End, seconds: self.seconds }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layer {
    Gzip,
    Deflate,
    Brotli,
    Zstd,
}

/// Reads a whole body. `encodings` is what Content-Encoding says, all values joined by commas. Where a purpose can
/// use a part, a file that is gzip itself (`sitemap.xml.gz`) is unpacked too and counts as one more layer.
pub async fn read(
    body: Incoming,
    encodings: &str,
    purpose: Purpose,
    limits: &Limits,
    end: End<'_>,
) -> Result<Read, FetchError> {
    let layers = layers(encodings, limits.encoding_layers)?;
    let limit = limits.bytes(purpose);
    // A stated length that is too long already is not worth its way.
    if !purpose.ends_at_limit()
        && hyper::body::Body::size_hint(&body).lower() > u64::try_from(limit).unwrap_or(u64::MAX)
    {
        return Err(FetchError::TooLarge { limit });
    }
    let arrived = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&arrived);
    let chunks = body.into_data_stream().map_err(io::Error::other).inspect_ok(move |chunk| {
        count.fetch_add(chunk.len(), Ordering::Relaxed);
    });
    let source = Box::new(StreamReader::new(chunks));
    let source = timeout_at(end.at, unpacked(source, &layers, purpose, limits));
    drain(source.await.map_err(|_| end.late())??, &arrived, purpose, limits, end).await
}

async fn unpacked(
    mut source: Source,
    layers: &[Layer],
    purpose: Purpose,
    limits: &Limits,
) -> Result<Source, FetchError> {
    for layer in layers.iter().rev() {
        let (start, whole) = begins(source).await;
        source = undone(whole, *layer, start)?;
    }
    if purpose.reads_parts() {
        let (start, whole) = begins(source).await;
        source = whole;
        if start == Some(GZIP) {
            if layers.len() >= limits.encoding_layers {
                return Err(FetchError::Layers { limit: limits.encoding_layers });
            }
            source = undone(source, Layer::Gzip, start)?;
        }
    }
    Ok(source)
}

async fn drain(
    mut source: Source,
    arrived: &AtomicUsize,
    purpose: Purpose,
    limits: &Limits,
    end: End<'_>,
) -> Result<Read, FetchError> {
    let limit = limits.bytes(purpose);
    let (mut bytes, mut step) = (Vec::new(), vec![0; STEP]);
    loop {
        let got = match timeout_at(end.at, source.read(&mut step)).await {
            Ok(Ok(0)) => return Ok(Read { bytes, broken: None }),
            Ok(Ok(got)) => got,
            Ok(Err(error)) => return Ok(Read { bytes, broken: Some(told(&error)) }),
            // What came in time is a part like any other.
            Err(_) if purpose.reads_parts() && !bytes.is_empty() => {
                let broken = Some(format!("it did not end within {} s", end.seconds));
                return Ok(Read { bytes, broken });
            }
            Err(_) => return Err(end.late()),
        };
        let (so_far, most) =
            (bytes.len() + got, arrived.load(Ordering::Relaxed).saturating_mul(limits.ratio));
        // A trap is a trap, also where the limit of bytes would have ended it.
        if so_far > limits.ratio_grace && so_far > most {
            return Err(FetchError::Ratio { limit: limits.ratio });
        }
        if so_far > limit {
            if purpose.ends_at_limit() {
                let left = limit - bytes.len();
                bytes.reserve_exact(left);
                bytes.extend_from_slice(step.get(..left).unwrap_or_default());
                return Ok(Read { bytes, broken: Some(format!("only its first {limit} bytes are read")) });
            }
            return Err(FetchError::TooLarge { limit });
        }
        if so_far > bytes.capacity() {
            // Twice the room, as a vector grows by itself, but never beyond the limit.
            let room = so_far.max(bytes.capacity().saturating_mul(2).min(limit));
            bytes.reserve_exact(room - bytes.len());
        }
        bytes.extend_from_slice(step.get(..got).unwrap_or_default());
    }
}

/// The first two bytes, and the source with them still in front. A shorter body has none.
async fn begins(mut source: Source) -> (Option<[u8; 2]>, Source) {
    let mut start = Vec::with_capacity(2);
    let mut failed = None;
    while start.len() < 2 {
        match source.fill_buf().await {
            Ok([]) => break,
            Ok([first, ..]) => start.push(*first),
            Err(error) => {
                failed = Some(error);
                break;
            }
        }
        source.consume(1);
    }
    let found = start.first_chunk::<2>().copied();
    let rest: Source = match failed {
        // The error comes again where the bytes end, so that it is told once, in one place.
        Some(error) => Box::new(StreamReader::new(futures_util::stream::iter([Err::<&[u8], _>(error)]))),
        None => source,
    };
    (found, Box::new(io::Cursor::new(start).chain(rest)))
}

fn undone(source: Source, layer: Layer, start: Option<[u8; 2]>) -> Result<Source, FetchError> {
    let Some([first, second]) = start else { return Ok(source) };
    Ok(match layer {
        // Said to be packed but sent plain: a common slip of servers, and the magic number cannot lie.
        Layer::Gzip if [first, second] != GZIP => source,
        Layer::Gzip => {
            let mut decoder = GzipDecoder::new(source);
            decoder.multiple_members(true);
            Box::new(BufReader::new(decoder))
        }
        // "deflate" means the zlib form, but some send the naked one.
        Layer::Deflate if first & 0x0f == 8 && u16::from_be_bytes([first, second]) % 31 == 0 => {
            Box::new(BufReader::new(ZlibDecoder::new(source)))
        }
        Layer::Deflate => Box::new(BufReader::new(DeflateDecoder::new(source))),
        // A form beyond RFC 7932 whose window may be a gigabyte; the decoder would open it.
        Layer::Brotli if first & 0x7f == BROTLI_LARGE => {
            return Err(FetchError::Encoding("br with a large window".to_owned()));
        }
        Layer::Brotli => Box::new(BufReader::new(BrotliDecoder::new(source))),
        Layer::Zstd => {
            let window = DParameter::window_log_max(ZSTD_WINDOW);
            Box::new(BufReader::new(ZstdDecoder::with_params(source, &[window])))
        }
    })
}

fn layers(encodings: &str, limit: usize) -> Result<Vec<Layer>, FetchError> {
    let mut layers = Vec::new();
    for name in encodings.split(',').map(str::trim) {
        layers.push(match name.to_ascii_lowercase().as_str() {
            // A charset here is a slip that says nothing of packing.
            "" | "identity" | "none" | "utf-8" | "utf8" => continue,
            "gzip" | "x-gzip" => Layer::Gzip,
            "deflate" => Layer::Deflate,
            "br" => Layer::Brotli,
            "zstd" => Layer::Zstd,
            _ => return Err(FetchError::Encoding(name.chars().take(40).collect())),
        });
        if layers.len() > limit {
            return Err(FetchError::Layers { limit });
        }
    }
    Ok(layers)
}

fn told(error: &io::Error) -> String {
    let deepest = error.get_ref().and_then(|e| e.downcast_ref::<hyper::Error>());
    match deepest {
        Some(error) => crate::failure::broke_off(error).to_string(),
        None if error.kind() == io::ErrorKind::UnexpectedEof => "the packed text ends too early".to_owned(),
        None => format!("the packed text is damaged ({error})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LAYERS: &[Layer] = &[Layer::Gzip, Layer::Deflate, Layer::Brotli, Layer::Zstd];

    fn beginning(layer: Layer) -> Vec<u8> {
        match layer {
            Layer::Gzip => vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3],
            Layer::Deflate => vec![0x78, 0xda],
            Layer::Brotli => vec![0x1b],
            Layer::Zstd => vec![0x28, 0xb5, 0x2f, 0xfd],
        }
    }

    proptest! {
        #[test]
        fn no_bytes_under_any_encoding_break_the_reader_or_its_limit(
            outer in 0..LAYERS.len(),
            inner in 0..LAYERS.len(),
            real: bool,
            noise in proptest::collection::vec(any::<u8>(), 0..400),
        ) {
            let layers = [LAYERS[inner], LAYERS[outer]];
            let mut body = if real { beginning(LAYERS[outer]) } else { Vec::new() };
            body.extend(noise);
            let limits = Limits { feed_bytes: 1_000, ..Limits::default() };
            let arrived = AtomicUsize::new(body.len());
            let source: Source = Box::new(io::Cursor::new(body));
            let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
            let read = runtime.block_on(async {
                let source = unpacked(source, &layers, Purpose::Feed, &limits).await?;
                let end = End { at: Instant::now() + limits.total, host: "a.test", seconds: 60 };
                drain(source, &arrived, Purpose::Feed, &limits, end).await
            });
            prop_assert!(read.is_err() || read.is_ok_and(|read| read.bytes.len() <= 1_000));
        }
    }
}
