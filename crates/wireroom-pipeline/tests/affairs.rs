//! Stories beside each other in a house: found as articles arrive, kept, handed on when a story goes, and gone when they
//! are true no more.
#![allow(dead_code)]

use crate::house::{House, row};
use std::collections::BTreeMap;
use std::sync::atomic::Ordering;
use wireroom_model::{ArticleId, Lang, StoryId, UserId, When};
use wireroom_pipeline::{Import, Reach};
use wireroom_store::Viewer;
use wireroom_store::users::{NewUser, Role};

/// A dam in three languages, the trial that followed, and a market that has nothing to do with either.
const PRESS: [(u64, &str, &str, &str); 7] = [
    (
        1,
        "en",
        "Dam bursts above Velmora, 1,340 people leave their homes",
        "The Karsk dam gave way on Tuesday night above the town of Velmora, and 1,340 people had to leave their homes. The \
         engineer Pavel Drozdov said that 27 million cubic metres of water ran down the valley within 95 minutes. Interior \
         minister Lena Hartwig came to Velmora with 460 soldiers. Drozdov had warned of cracks in the Karsk dam.",
    ),
    (
        2,
        "en",
        "Velmora under water after the Karsk dam gives way",
        "Water from the Karsk dam stood two metres deep in Velmora after the dam burst. Soldiers brought 1,340 people out of \
         their homes. Minister Lena Hartwig promised help. Engineer Pavel Drozdov counted 27 million cubic metres of water \
         that left the burst dam within 95 minutes, and he had warned of the cracks.",
    ),
    (
        3,
        "en",
        "Keeper of the Karsk dam pleads not guilty in Velmora",
        "The trial of the keeper Anton Reznik opened before three judges in Velmora. Prosecutor Ida Salonen asked for 14 years in \
         prison, and Reznik pleaded not guilty. His lawyer, Otto Brill, called the charges absurd. The judges heard 18 witnesses, \
         the first of them the engineer Pavel Drozdov. Salonen read 212 messages to the court. The verdict is expected \
         in autumn, and Reznik stays in prison until the verdict. Drozdov told the judges that cracks in the dam of Karsk had been left alone.",
    ),
    (
        4,
        "en",
        "Prosecutor wants 14 years in prison for Anton Reznik",
        "Prosecutor Ida Salonen asked three judges in Velmora for 14 years in prison for the keeper Anton Reznik, who pleaded not \
         guilty. Lawyer Otto Brill called the charges against Reznik absurd before the court. Witnesses spoke for hours, Pavel Drozdov the first of 18 witnesses from Karsk. The verdict of the judges is expected in autumn. The trial goes on with 212 \
         messages that Salonen read to the court, and engineer Drozdov is heard again about the cracks in the dam.",
    ),
    (
        5,
        "de",
        "Damm über Velmora gebrochen: 1.340 Menschen verlassen ihre Häuser",
        "Der Damm von Karsk oberhalb der Stadt Velmora ist in der Nacht gebrochen. 1.340 Menschen mussten ihre Häuser \
         verlassen. Der Ingenieur Pawel Drosdow sagte, 27 Millionen Kubikmeter Wasser seien in 95 Minuten durch das Tal \
         gelaufen. Die Innenministerin Lena Hartwig kam mit 460 Soldaten nach Velmora.",
    ),
    (
        6,
        "ar",
        "انهيار سد فوق فيلمورا وإجلاء ١٣٤٠ شخصا",
        "انهار سد كارسك ليلة الثلاثاء فوق بلدة فيلمورا، واضطر ١٣٤٠ شخصا إلى ترك منازلهم. وقال المهندس بافيل دروزدوف إن ٢٧ \
         مليون متر مكعب من المياه جرفت الوادي في ٩٥ دقيقة. ووصلت وزيرة الداخلية لينا هارتفيغ إلى فيلمورا مع ٤٦٠ جنديا.",
    ),
    (
        7,
        "en",
        "Cheese market of Oldbridge sells out",
        "Oldbridge sold every wheel of cheese before noon. Mayor Nora Blythe thanked the farms of Tarn Valley, and Blythe \
         promised another market in May. Goat cheese went first, butter last.",
    ),
];

struct Desk {
    house: House,
    owner: UserId,
    ids: BTreeMap<u64, ArticleId>,
}

const fn is_later(number: u64) -> bool {
    matches!(number, 3 | 4)
}

fn printed(number: u64, lang: &str, title: &str, body: &str) -> Import {
    let Import::Row { name, mut row } = row(number, "gazette", title, body) else { panic!("a row") };
    row.lang = Lang::parse(lang);
    // The trial opens ten days after the dam.
    let day = if is_later(number) { 30 } else { 20 };
    row.published = format!("2025-08-{day}T08:00:00Z").parse::<When>().unwrap().into();
    row.outlet = Some(format!("{lang} gazette {number}"));
    Import::Row { name, row }
}

impl Desk {
    /// A house that has read the whole press.
    async fn open(folder: &std::path::Path) -> Self {
        let house = House::open(folder).await;
        let mut tx = house.store.begin().await.unwrap();
        let new = NewUser { name: "Ada", password_hash: "x", role: Role::Owner, time_zone: None };
        let owner = tx.add_user(&new, 1).await.unwrap();
        tx.commit().await.unwrap();
        for later in [false, true] {
            let texts = PRESS.iter().filter(|text| is_later(text.0) == later);
            let rows = texts.map(|&(number, lang, title, body)| printed(number, lang, title, body));
            house.import(rows.collect()).await;
            house.pipeline.drain(Reach::Local).await.unwrap();
            house.clock.0.fetch_add(10 * 86_400, Ordering::SeqCst);
        }
        let mut ids = BTreeMap::new();
        for id in house.store.article_numbers(None, 100).await.unwrap() {
            let line = house.store.article_line(id, Viewer::House).await.unwrap().unwrap();
            ids.insert(PRESS.iter().find(|text| text.2 == line.title).unwrap().0, id);
        }
        let desk = Self { house, owner, ids };
        desk.rest().await;
        desk
    }

    async fn rest(&self) {
        self.house.pipeline.drain(Reach::Local).await.unwrap();
    }

    async fn story(&self, number: u64) -> StoryId {
        self.house.store.story_of(self.ids[&number]).await.unwrap().unwrap()
    }

    /// The stories of a story's thread, in order.
    async fn thread(&self, story: StoryId) -> Vec<StoryId> {
        let found = self.house.store.story_affairs(story).await.unwrap();
        found.thread.into_iter().map(|beside| beside.story).collect()
    }

    /// Where else it is told, by number.
    async fn told(&self, story: StoryId) -> Vec<StoryId> {
        let found = self.house.store.tellings(story).await.unwrap();
        let mut told: Vec<StoryId> = found.into_iter().map(|beside| beside.story).collect();
        told.sort_unstable();
        told
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_events_of_an_affair_are_a_thread_and_each_language_tells_its_event_once_the_articles_are_in() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(folder.path()).await;
    let (dam, trial, german, arabic) =
        (desk.story(1).await, desk.story(3).await, desk.story(5).await, desk.story(6).await);
    assert_eq!((desk.story(2).await, desk.story(4).await), (dam, trial));
    assert_eq!(desk.thread(dam).await, [dam, trial]);
    let found = desk.house.store.story_affairs(trial).await.unwrap();
    assert!(found.names.iter().any(|name| name == "Pavel Drozdov"), "{found:?}");
    let tie = found.thread.iter().find(|beside| beside.story == dam).unwrap();
    assert!(
        tie.bond.as_deref() == Some("thread") && tie.why.iter().any(|why| why == "Pavel Drozdov"),
        "{tie:?}"
    );
    assert_eq!(desk.told(dam).await, [german, arabic]);
    assert_eq!(desk.told(arabic).await, [dam, german]);
    assert!(desk.told(trial).await.is_empty());
    let market = desk.house.store.story_affairs(desk.story(7).await).await.unwrap();
    assert!(market.thread.is_empty() && market.tied.is_empty(), "{market:?}");
    assert!(desk.house.store.verify().await.unwrap().troubles.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_story_that_is_merged_into_another_hands_its_ties_on() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(folder.path()).await;
    let (dam, trial, german, arabic) =
        (desk.story(1).await, desk.story(3).await, desk.story(5).await, desk.story(6).await);
    let part = desk.house.pipeline.split_here(desk.owner, dam, &[desk.ids[&2]]).await.unwrap();
    desk.rest().await;
    assert_ne!(part.story, dam);
    let tied = desk.house.store.story_affairs(part.story).await.unwrap();
    assert!(!tied.thread.is_empty() || !tied.tied.is_empty(), "the part has ties of its own");
    desk.house.pipeline.take_back(part.number).await.unwrap();
    desk.rest().await;
    assert_eq!(desk.story(2).await, dam);
    assert_eq!(desk.told(dam).await, [german, arabic]);
    assert_eq!(desk.thread(dam).await, [dam, trial]);
    let left = desk.house.store.story_affairs(part.story).await.unwrap();
    assert!(left.thread.is_empty() && left.tied.is_empty(), "{left:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tie_that_is_true_no_more_goes() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(folder.path()).await;
    let (dam, german, arabic) = (desk.story(1).await, desk.story(5).await, desk.story(6).await);
    assert!(desk.told(dam).await.contains(&german));
    let other = printed(
        5,
        "de",
        "Lena Brandauer gewinnt den Lauf um den See",
        "Lena Brandauer aus Graz hat den Lauf um den Attersee gewonnen. Am Start standen 1.212 Läufer. Brandauer brauchte 81 \
         Minuten, und die Zweite kam eine Minute nach ihr ins Ziel.",
    );
    desk.house.import(vec![other]).await;
    desk.rest().await;
    assert_eq!(desk.told(dam).await, [arabic]);
    assert!(desk.told(desk.story(5).await).await.is_empty());
}
