//! Topics in a house: made with a story's brief, found under every spelling, and gone with the story.
#![allow(dead_code)]

use crate::house::{House, row};
use wireroom_pipeline::Reach;
use wireroom_store::Viewer;
use wireroom_text::spelling::key;

const TEXTS: [(&str, &str, &str); 3] = [
    (
        "courier",
        "Marovsky closes the ferry line to Hesp",
        "Transport minister Anton Marovsky closed the ferry line to Hesp on Monday. The harbour levy did not pay for the \
         repair of the ferry, Marovsky said. Most islanders on Hesp live from the ferry line to the mainland.",
    ),
    (
        "gazette",
        "Hesp loses its ferry line over the harbour levy",
        "On Monday Anton Marovskiy closed the ferry line. Islanders say that Hesp cannot live without the ferry. The \
         harbour levy, said Marovskiy, brought too little for the repair.",
    ),
    (
        "herald",
        "Islanders of Hesp protest as Marovskyy closes the ferry line",
        "Islanders of Hesp stood on the quay. Transport minister Anton Marovskyy had told them on Monday that the ferry \
         line closes. Without the harbour levy there is no repair, Marovskyy added, and Hesp knows it.",
    ),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_story_has_its_topics_with_its_brief_under_every_spelling() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let rows = TEXTS.iter().zip(1..).map(|((outlet, title, body), number)| row(number, outlet, title, body));
    house.import(rows.collect()).await;
    house.pipeline.drain(Reach::Local).await.unwrap();
    let cards = house.store.front(Viewer::House, Default::default(), 9, 0).await.unwrap();
    assert_eq!(cards.len(), 1, "{cards:?}");
    let tags = house.store.story_tags(cards[0].id, cards[0].audience).await.unwrap();
    assert!(tags.iter().any(|tag| tag.name == "Hesp" && tag.texts == 3 && tag.of == 3), "{tags:?}");
    for spelling in ["Marovsky", "marovskij", "Anton Marovskyy"] {
        let found = house.store.stories_of_tag(&key(spelling), Viewer::House, 9, 0).await.unwrap();
        assert_eq!(
            found.iter().map(|card| card.id).collect::<Vec<_>>(),
            [cards[0].id],
            "{spelling}: {tags:?}"
        );
    }
    assert!(house.store.stories_of_tag(&key("Monday"), Viewer::House, 9, 0).await.unwrap().is_empty());
    assert!(house.store.verify().await.unwrap().troubles.is_empty());
}
