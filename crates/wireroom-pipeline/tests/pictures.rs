//! A story's picture: of the article that had it first, made small, never of what is private or reserved, asked for once.
#![allow(dead_code)]

use crate::house::{House, Press, told};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use std::io::Cursor;
use wireroom_model::StoryId;
use wireroom_pipeline::Options;
use wireroom_store::Viewer;
use wireroom_store::briefs::Order;
use wireroom_store::pictures::PictureSize;

fn png() -> Vec<u8> {
    let picture = RgbImage::from_fn(1_500, 900, |x, y| Rgb([(x % 256) as u8, (y % 256) as u8, 90]));
    let mut out = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture).write_to(&mut out, ImageFormat::Png).unwrap();
    out.into_inner()
}

fn feed(press: &Press, pages: &[(&str, &str)]) {
    let items: String = pages
        .iter()
        .map(|(path, title)| {
            let url = press.url(path);
            format!(
                "<item><title>{title}</title><link>{url}</link><guid>{url}</guid>\
                     <pubDate>Wed, 20 Aug 2025 08:00:00 GMT</pubDate></item>"
            )
        })
        .collect();
    let text = format!("<rss version=\"2.0\"><channel><title>Post</title>{items}</channel></rss>");
    press.put("/feed", 200, "application/rss+xml", &text);
}

fn page(press: &Press, path: &str, title: &str, seed: u64, picture: &str, more: &str) {
    let body = told(seed, 14);
    let text = format!(
        "<html lang=\"en\"><head><title>{title}</title><meta property=\"og:image\" content=\"{picture}\">\
         <meta property=\"og:image:alt\" content=\"The harbour at noon\">{more}</head>\
         <body><article><h1>{title}</h1><p>{body}</p></article></body></html>"
    );
    press.put(path, 200, "text/html", &text);
}

async fn house(folder: &std::path::Path) -> House {
    House::open_with(folder, Options { pictures: true, ..Options::default() }).await
}

async fn the_story(house: &House) -> StoryId {
    house.store.front(Viewer::House, Order::Latest, 5, 0).await.unwrap()[0].id
}

#[tokio::test]
async fn a_story_shows_the_picture_of_its_article_and_asks_for_it_once() {
    let (folder, press) = (tempfile::tempdir().unwrap(), Press::open().await);
    feed(&press, &[("/a", "Ferry runs aground")]);
    page(&press, "/a", "Ferry runs aground", 1, &press.url("/ferry.png"), "");
    press.put_bytes("/ferry.png", "image/png", png());
    let house = house(folder.path()).await;
    let owner = house.owner().await;
    house.pipeline.add_feed(&press.url("/feed"), Some(owner)).await.unwrap();
    house.work().await;
    let story = the_story(&house).await;
    let card = &house.store.front(Viewer::House, Order::Latest, 5, 0).await.unwrap()[0];
    assert_eq!(card.picture.as_ref().unwrap().alt.as_deref(), Some("The harbour at noon"));
    let large = house.store.picture(story, PictureSize::Large, Viewer::User(owner)).await.unwrap().unwrap();
    let seen = image::load_from_memory_with_format(&large, ImageFormat::Jpeg).unwrap();
    assert_eq!((seen.width(), seen.height()), (1_200, 800));
    house.later(3_600);
    house.work().await;
    let asked = press.asked.lock().unwrap().iter().filter(|path| *path == "/ferry.png").count();
    assert_eq!(asked, 1);
}

#[tokio::test]
async fn what_is_no_picture_or_reserved_leaves_the_story_without_one() {
    for (picture, more) in [
        ("/drawing.svg", ""),
        ("/nothing.png", ""),
        ("/ferry.png", "<meta name=\"robots\" content=\"noarchive\">"),
    ] {
        let (folder, press) = (tempfile::tempdir().unwrap(), Press::open().await);
        feed(&press, &[("/a", "Ferry runs aground")]);
        page(&press, "/a", "Ferry runs aground", 1, &press.url(picture), more);
        press.put_bytes("/ferry.png", "image/png", png());
        press.put("/drawing.svg", 200, "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        let house = house(folder.path()).await;
        let owner = house.owner().await;
        house.pipeline.add_feed(&press.url("/feed"), Some(owner)).await.unwrap();
        house.work().await;
        let story = the_story(&house).await;
        assert!(!house.store.has_picture(story).await.unwrap(), "{picture}");
    }
}

#[tokio::test]
async fn a_house_that_wants_no_pictures_asks_for_none() {
    let (folder, press) = (tempfile::tempdir().unwrap(), Press::open().await);
    feed(&press, &[("/a", "Ferry runs aground")]);
    page(&press, "/a", "Ferry runs aground", 1, &press.url("/ferry.png"), "");
    press.put_bytes("/ferry.png", "image/png", png());
    let house = House::open(folder.path()).await;
    let owner = house.owner().await;
    house.pipeline.add_feed(&press.url("/feed"), Some(owner)).await.unwrap();
    house.work().await;
    assert!(!press.asked.lock().unwrap().iter().any(|path| path == "/ferry.png"));
}
