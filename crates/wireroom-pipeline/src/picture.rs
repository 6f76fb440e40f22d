//! A picture for a story: fetched once, when the story's brief was written, from the article that had it first; decoded,
//! cut to three by two and written anew in two sizes, so that what a page shows is a picture and nothing else.
//! It refuses drawings that are programs (SVG), what is too large to decode, and the pictures of texts that are private or
//! reserved. Start at `Pipeline::picture_round`.

use crate::lanes::host_of;
use crate::robots::Gate;
use crate::{Pipeline, Result};
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat, ImageReader, Limits};
use std::io::Cursor;
use wireroom_fetch::{Purpose, Request};
use wireroom_model::StoryId;
use wireroom_store::Tx;
use wireroom_store::jobs::{Job, JobKind};
use wireroom_store::pictures::{NewPicture, PictureOffer};

/// Width and height of what is kept: a lead over two columns on a fine screen, a card on a phone.
const LARGE: (u32, u32) = (1_200, 800);
const SMALL: (u32, u32) = (480, 320);
/// Share of 100 that the encoder keeps: above it, files grow faster than anybody sees.
const QUALITY: u8 = 78;
/// A smaller picture would be blown up.
const MIN_WIDTH: u32 = 400;
const MIN_HEIGHT: u32 = 260;
/// The largest picture that is decoded, in pixels of either side and in bytes of memory.
const MAX_SIDE: u32 = 12_000;
const MAX_MEMORY: u64 = 256 << 20;
/// Articles of one story whose pictures are tried in one job.
const MAX_TRIED: usize = 3;
/// Characters of what stands for a picture.
const MAX_ALT: usize = 300;
/// Pictures kept, and for how long (seconds): the paper is of the day; some 150 kB each.
const MAX_KEPT: u32 = 3_000;
const MAX_AGE: i64 = 30 * 86_400;

/// Why a picture was not taken.
#[derive(Debug)]
enum Untaken {
    /// It will not do, now or later.
    Unfit(String),
    /// Its host is asked again after so many seconds.
    Later(u64),
}

/// A picture in the two sizes, as JPEG.
#[derive(Debug)]
struct Cut {
    small: Vec<u8>,
    large: Vec<u8>,
}

impl Pipeline {
    /// Asks for a picture of a story whose briefs stand.
    pub(crate) async fn ask_picture(&self, tx: &mut Tx, story: StoryId, now: i64) -> Result<()> {
        if self.options.pictures {
            tx.drop_strange_picture(story).await?;
            tx.ask(JobKind::Picture, &story.to_string(), "", now, now).await?;
        }
        Ok(())
    }

    /// One story's picture. True where there may be more.
    pub(crate) async fn picture_round(&self) -> Result<bool> {
        if !self.options.pictures || !self.has_room() {
            return Ok(false);
        }
        let Some(job) = self.lease(JobKind::Picture, 1, 0).await?.pop() else { return Ok(false) };
        let done = match job.key.parse::<StoryId>() {
            Ok(story) => self.find_picture(&job, story).await,
            Err(_) => self.set_aside(&job, "its key is no story's number").await,
        };
        if let Err(error) = done {
            self.put_back(&job, &error).await?;
        }
        Ok(true)
    }

    async fn find_picture(&self, job: &Job, story: StoryId) -> Result<()> {
        let offers = match self.store.has_picture(story).await? {
            true => Vec::new(),
            false => self.store.picture_offers(story).await?,
        };
        for offer in offers.iter().take(MAX_TRIED) {
            match self.take_picture(offer).await? {
                Ok(cut) => {
                    let alt: Option<String> =
                        offer.image.alt.as_deref().map(|alt| alt.chars().take(MAX_ALT).collect());
                    let mut tx = self.store.begin().await?;
                    let new = NewPicture {
                        story,
                        article: offer.article,
                        alt: alt.as_deref(),
                        small: &cut.small,
                        large: &cut.large,
                    };
                    tx.save_picture(new, self.now()).await?;
                    tx.done(job).await?;
                    return Ok(tx.commit().await?);
                }
                Err(Untaken::Later(seconds)) => {
                    let mut tx = self.store.begin().await?;
                    tx.put_back(job, self.after(seconds)).await?;
                    return Ok(tx.commit().await?);
                }
                Err(Untaken::Unfit(reason)) => {
                    let mut tx = self.store.begin().await?;
                    tx.note_picture_failure(offer.article, &reason, self.now()).await?;
                    tx.commit().await?;
                }
            }
        }
        let mut tx = self.store.begin().await?;
        tx.done(job).await?;
        Ok(tx.commit().await?)
    }

    /// Fetches a picture and cuts it.
    async fn take_picture(&self, offer: &PictureOffer) -> Result<std::result::Result<Cut, Untaken>> {
        let unfit = |reason: String| Ok(Err(Untaken::Unfit(reason)));
        let request = match Request::new(&offer.image.url, Purpose::Picture) {
            Ok(request) => request,
            Err(error) => return unfit(error.to_string()),
        };
        match self.gate(&request.url).await? {
            Gate::Open { delay, reservation: None } => {
                if let Some(host) = host_of(request.url.as_str()).filter(|_| delay > 0) {
                    self.lanes.pause(&host, self.after(delay));
                }
            }
            Gate::Open { reservation: Some(said), .. } => return unfit(format!("reserved: {said}")),
            Gate::Closed(reason) => return unfit(reason),
            Gate::Busy(seconds) => return Ok(Err(Untaken::Later(seconds))),
            Gate::Later { reason, .. } => return unfit(reason),
        }
        let fetched = match self.fetch(&request).await {
            Ok(fetched) => fetched,
            Err(error) => {
                return match error.put_back_for() {
                    Some(seconds) => Ok(Err(Untaken::Later(seconds))),
                    None => unfit(error.to_string()),
                };
            }
        };
        if fetched.no_store {
            return unfit("its publisher asks that it is not kept".to_owned());
        }
        let cut = tokio::task::spawn_blocking(move || cut(&fetched.body)).await;
        Ok(match cut {
            Ok(cut) => cut.map_err(Untaken::Unfit),
            Err(error) => Err(Untaken::Unfit(format!("reading it broke off: {error}"))),
        })
    }

    /// Lets go of old pictures.
    pub(crate) async fn keep_within_pictures(&self) -> Result<()> {
        let mut tx = self.store.begin().await?;
        tx.trim_pictures(self.now() - MAX_AGE, MAX_KEPT).await?;
        Ok(tx.commit().await?)
    }
}

/// The picture in its two sizes, or why it is none.
fn cut(bytes: &[u8]) -> std::result::Result<Cut, String> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| format!("it cannot be read: {error}"))?;
    match reader.format() {
        Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP | ImageFormat::Gif) => {}
        Some(other) => return Err(format!("{other:?} is not taken for a picture")),
        None => return Err("it is no picture".to_owned()),
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    let picture = reader.decode().map_err(|error| format!("it cannot be read: {error}"))?;
    let (width, height) = (picture.width(), picture.height());
    if width < MIN_WIDTH || height < MIN_HEIGHT {
        return Err(format!("{width} by {height} pixels are too few"));
    }
    let large = sized(&picture, LARGE);
    let small = sized(&large, SMALL);
    Ok(Cut { small: jpeg(&small)?, large: jpeg(&large)? })
}

/// Cut to the sides' proportion and made small; never blown up. Of a tall picture the upper part is kept: faces are there.
fn sized(picture: &DynamicImage, (wide, high): (u32, u32)) -> DynamicImage {
    let (width, height) = (u64::from(picture.width()), u64::from(picture.height()));
    let (w, h) = (u64::from(wide), u64::from(high));
    let (cut_width, cut_height) =
        if width * h > height * w { (height * w / h, height) } else { (width, width * h / w) };
    let left = (width - cut_width) / 2;
    let top = (height - cut_height) / 3;
    let side = |pixels: u64| u32::try_from(pixels).unwrap_or(u32::MAX);
    let part = picture.crop_imm(side(left), side(top), side(cut_width), side(cut_height));
    if part.width() <= wide { part } else { part.resize_exact(wide, high, FilterType::Triangle) }
}

fn jpeg(picture: &DynamicImage) -> std::result::Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let flat = picture.to_rgb8();
    JpegEncoder::new_with_quality(&mut out, QUALITY)
        .encode_image(&flat)
        .map_err(|error| format!("it cannot be written: {error}"))?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, RgbImage};

    fn png(width: u32, height: u32) -> Vec<u8> {
        let picture = RgbImage::from_fn(width, height, |x, y| Rgb([(x % 256) as u8, (y % 256) as u8, 90]));
        let mut out = Cursor::new(Vec::new());
        DynamicImage::ImageRgb8(picture).write_to(&mut out, ImageFormat::Png).unwrap();
        out.into_inner()
    }

    fn sides(bytes: &[u8]) -> (u32, u32) {
        let picture = image::load_from_memory_with_format(bytes, ImageFormat::Jpeg).unwrap();
        (picture.width(), picture.height())
    }

    #[test]
    fn a_large_picture_is_cut_to_two_sizes_of_one_proportion() {
        for (width, height) in [(2_400, 1_200), (1_300, 2_600), (1_200, 800)] {
            let cut = cut(&png(width, height)).unwrap();
            assert_eq!((sides(&cut.large), sides(&cut.small)), (LARGE, SMALL), "{width} by {height}");
        }
    }

    #[test]
    fn a_picture_of_middling_size_is_never_blown_up() {
        let cut = cut(&png(600, 500)).unwrap();
        assert_eq!((sides(&cut.large), sides(&cut.small)), ((600, 400), SMALL));
    }

    #[test]
    fn what_is_no_picture_is_refused_with_its_reason() {
        let drawing = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
        assert!(cut(drawing).unwrap_err().contains("no picture"));
        assert!(cut(b"<html>").is_err());
        assert!(cut(&png(120, 80)).unwrap_err().contains("too few"));
        let whole = png(800, 600);
        assert!(cut(whole.get(..200).unwrap()).is_err());
    }

    #[test]
    fn a_picture_that_claims_to_be_huge_is_refused_before_it_is_decoded() {
        let mut bomb = png(500, 400);
        // The header's width and height, and its checksum made anew.
        bomb.splice(16..24, [0, 0, 0xc3, 0x50, 0, 0, 0xc3, 0x50]);
        let sum = crc(bomb.get(12..29).unwrap());
        bomb.splice(29..33, sum.to_be_bytes());
        assert!(cut(&bomb).unwrap_err().contains("cannot be read"));
    }

    fn crc(bytes: &[u8]) -> u32 {
        let step = |sum: u32, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
        !bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
    }
}
