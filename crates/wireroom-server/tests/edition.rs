//! The edition: finite, kept while it is read, each story with the sum that put it there, and nobody else's stories.

use crate::house::{Press, Text};
use crate::site::{Answer, Site, held};
use axum::http::{StatusCode, header};
use serde_json::{Value, json};
use wireroom_model::{Coverage, Lang, StoryId, Time};
use wireroom_store::Viewer;
use wireroom_store::affairs::NewTie;
use wireroom_store::briefs::NewBrief;
use wireroom_store::story_tags::NewStoryTag;

/// A browser: its session and whatever edition it was given to hold.
struct Browser<'a> {
    site: &'a Site,
    session: String,
    mark: String,
    edition: Option<String>,
}

impl<'a> Browser<'a> {
    async fn of(site: &'a Site, user: wireroom_model::UserId) -> Self {
        let (session, mark) = site.sign_in(user).await;
        Self { site, session, mark, edition: None }
    }

    fn cookie(&self) -> String {
        match &self.edition {
            Some(edition) => format!("{}; wireroom_edition={edition}", self.session),
            None => self.session.clone(),
        }
    }

    fn take(&mut self, answer: &Answer) {
        for line in answer.headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            assert!(line.contains("HttpOnly") && line.contains("SameSite=Lax"), "{line}");
            if let Some(rest) = line.strip_prefix("wireroom_edition=") {
                let value = rest.split(';').next().unwrap();
                self.edition = (!value.is_empty()).then(|| value.to_owned());
            }
        }
    }

    async fn get(&mut self, path: &str) -> Answer {
        let answer = self.site.get(path, &self.cookie()).await;
        self.take(&answer);
        answer
    }

    async fn post(&mut self, path: &str, form: &str) -> Answer {
        let answer = self.site.post(path, &self.cookie(), &format!("csrf={}&{form}", self.mark)).await;
        self.take(&answer);
        answer
    }

    async fn shape(&mut self) -> Value {
        held("edition", &self.get("/edition.json").await.body)
    }
}

/// The stories of an edition, in reading order.
fn stories(shape: &Value) -> Vec<u64> {
    shape["stories"].as_array().unwrap().iter().map(|one| one["story"].as_u64().unwrap()).collect()
}

/// Prints one more text into a story of its own.
async fn news(site: &Site, outlet: &str, title: &str, at: &str) -> StoryId {
    let now = "2026-11-22T13:05:00Z".parse::<wireroom_model::When>().unwrap().unix();
    let mut press = Press { tx: site.house.store.begin().await.unwrap(), now };
    let printed = press
        .print(Text::new(outlet, at, title, "A text of its own, told by nobody else so far, at some length."))
        .await;
    let story = press.story(&[&printed.unwrap()], json!({"enough": true})).await.unwrap();
    press.tx.commit().await.unwrap();
    story
}

#[tokio::test]
async fn an_edition_ends_after_eight_stories_and_says_how_many_are_left() {
    let site = Site::new().await;
    let mut ada = Browser::of(&site, site.house.owner).await;
    for number in 0..9 {
        news(&site, "Island Post", &format!("Small news {number}"), "2026-11-22T12:00:00Z").await;
    }
    let shape = ada.shape().await;
    assert_eq!(stories(&shape).len(), 8);
    let left = shape["left_out"].as_u64().unwrap();
    assert!(left >= 9, "{left}");
    let page = ada.get("/").await.body;
    assert_eq!(page.matches("<article class=\"story").count(), 8);
    assert!(page.contains("That is the edition. You are done."));
    assert!(page.contains("more stories of the last 24 hours were left out"), "{page}");
    assert!(page.contains("<a href=\"/latest\">By time</a>"));
    let latest = ada.get("/latest").await.body;
    assert!(latest.contains("Small news 0") && latest.contains("Small news 8"));
}

#[tokio::test]
async fn every_story_says_why_it_stands_there_and_its_sum_is_the_sum_of_its_reasons() {
    let site = Site::new().await;
    let mut ada = Browser::of(&site, site.house.owner).await;
    let shape = ada.shape().await;
    let page = ada.get("/").await.body;
    let listed = shape["stories"].as_array().unwrap();
    assert_eq!(page.matches("Why here:</span>").count(), listed.len());
    for one in listed {
        let score = &one["score"];
        let sum: u64 =
            ["origins", "fresh", "growth", "follows"].iter().map(|term| score[term].as_u64().unwrap()).sum();
        assert_eq!(score["total"], sum, "{one}");
        let place = page.find(&format!("id=\"s{}\"", one["place"])).unwrap();
        let card = &page[place..place + page[place..].find("</article>").unwrap()];
        assert!(card.contains(&format!("Its sum</th><td class=\"end-col\">{sum}</td>")), "{card}");
        let rows: u64 = card
            .split("<td class=\"end-col\">")
            .skip(1)
            .map(|rest| rest.split('<').next().unwrap().parse::<u64>().unwrap())
            .sum();
        assert_eq!(rows, 2 * sum, "the rows and their sum: {card}");
    }
    let totals: Vec<u64> = listed.iter().map(|one| one["score"]["total"].as_u64().unwrap()).collect();
    assert!(totals[..3].is_sorted_by(|one, next| one >= next), "the top goes by rank: {totals:?}");
    assert!(page.contains("How it is ranked") && page.contains("24 points for each doubling"));
}

#[tokio::test]
async fn an_edition_keeps_its_stories_and_their_order_while_it_is_read() {
    let site = Site::new().await;
    let mut ada = Browser::of(&site, site.house.owner).await;
    let first = stories(&ada.shape().await);
    ada.get("/").await;
    assert!(ada.edition.is_some());
    let came: Vec<StoryId> = [
        news(&site, "Island Post", "Much newer news", "2026-11-22T13:04:00Z").await,
        news(&site, "Radio Skerry", "And more of it", "2026-11-22T13:04:00Z").await,
    ]
    .into();
    let again = ada.shape().await;
    assert_eq!(stories(&again), first);
    assert_eq!(again["held"], true);
    // A browser that holds nothing, and one that asks for it, get the new ones.
    let fresh = stories(&Browser::of(&site, site.house.owner).await.shape().await);
    assert!(came.iter().all(|story| fresh.contains(&story.get())), "{fresh:?}");
    let answer = ada.post("/edition", "act=anew").await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/"));
    assert_eq!(stories(&ada.shape().await), fresh);
}

#[tokio::test]
async fn the_next_story_follows_the_edition_that_is_being_read() {
    let site = Site::new().await;
    let mut ada = Browser::of(&site, site.house.owner).await;
    ada.get("/").await;
    let order = stories(&ada.shape().await);
    for number in 0..4 {
        news(&site, "Island Post", &format!("It came later {number}"), "2026-11-22T13:04:00Z").await;
    }
    for (at, story) in order.iter().enumerate() {
        let page = ada.get(&format!("/story/{story}")).await.body;
        assert!(page.contains(&format!("Story {} of {}", at + 1, order.len())), "{page}");
        if let Some(next) = order.get(at + 1) {
            assert!(page.contains(&format!("href=\"/story/{next}\"")));
        }
    }
}

#[tokio::test]
async fn a_quiet_day_gives_its_free_places_to_what_the_reader_has_not_marked_read() {
    let site = Site::new().await;
    let mut ada = Browser::of(&site, site.house.owner).await;
    for number in 0..3 {
        news(&site, "Island Post", &format!("Older news {number}"), "2026-11-18T12:00:00Z").await;
    }
    let old = news(&site, "Island Post", "News of last month", "2026-10-18T12:00:00Z").await;
    ada.post("/edition", "act=choose&stories=20&span=day").await;
    let shape = ada.shape().await;
    let earlier = |shape: &Value| -> Vec<u64> {
        let all = shape["stories"].as_array().unwrap().iter();
        all.filter(|one| one["section"] == "earlier").map(|one| one["story"].as_u64().unwrap()).collect()
    };
    assert!(earlier(&shape).len() > 3 && !stories(&shape).contains(&old.get()), "{shape}");
    let page = ada.get("/").await.body;
    assert!(page.contains("From the days before") && page.contains("from the days before, folded from"));
    // Held, they keep their places and their sums.
    let held = ada.shape().await;
    assert_eq!((&held["held"], &held["stories"]), (&json!(true), &shape["stories"]));
    ada.post("/edition", "act=read").await;
    ada.post("/edition", "act=anew").await;
    let next = ada.shape().await;
    assert!(earlier(&next).is_empty() && !stories(&next).is_empty(), "{next}");
}

#[tokio::test]
async fn the_number_of_stories_is_the_readers_choice_and_is_kept() {
    let site = Site::new().await;
    let mut ada = Browser::of(&site, site.house.owner).await;
    for number in 0..20 {
        news(&site, "Island Post", &format!("Small news {number}"), "2026-11-22T12:00:00Z").await;
    }
    ada.get("/").await;
    for (wanted, answered) in [(5, 5), (20, 20), (12, 12)] {
        let answer = ada.post("/edition", &format!("act=choose&stories={wanted}&span=day")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(stories(&ada.shape().await).len(), answered);
        let page = ada.get("/").await.body;
        assert_eq!(page.matches("<article class=\"story").count(), answered);
        assert!(page.contains(&format!("<option value=\"{wanted}\" selected>")), "{page}");
    }
    for wrong in ["stories=4&span=day", "stories=21&span=day", "stories=x&span=day", "stories=8&span=week"] {
        let answer = ada.post("/edition", &format!("act=choose&{wrong}")).await;
        assert!(answer.status.is_client_error() && answer.body.contains("5 to 20 stories"), "{wrong}");
    }
    assert_eq!(ada.post("/edition", "act=else").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(stories(&ada.shape().await).len(), 12);
    // Another reader's edition is another reader's choice.
    let mut ben = Browser::of(&site, site.house.reader).await;
    assert_eq!(stories(&ben.shape().await).len(), 8);
}

#[tokio::test]
async fn an_edition_since_the_last_visit_holds_what_came_since_and_says_when_nothing_did() {
    let site = Site::new().await;
    let mut ada = Browser::of(&site, site.house.owner).await;
    ada.post("/edition", "act=choose&stories=8&span=visit").await;
    // Ada's visit before this one ended 20,000 seconds ago.
    let shape = ada.shape().await;
    assert_eq!(
        (shape["span"].as_str(), shape["since"].as_str()),
        (Some("visit"), Some("2026-11-22T07:31:40Z"))
    );
    assert!(ada.get("/").await.body.contains("since your last visit, folded from"));
    // Ben was never here before, and gets the day.
    let mut ben = Browser::of(&site, site.house.reader).await;
    ben.post("/edition", "act=choose&stories=8&span=visit").await;
    let shape = ben.shape().await;
    assert_eq!(shape["span"], "day");
    assert!(!stories(&shape).is_empty());
    // Nothing changed after the visit that ends now.
    let mut tx = site.house.store.begin().await.unwrap();
    let now = "2026-11-22T13:05:00Z".parse::<wireroom_model::When>().unwrap().unix();
    for at in [now - 100, now + 2_000] {
        tx.touch_visit(site.house.reader, at).await.unwrap();
    }
    tx.commit().await.unwrap();
    let page = ben.get("/").await.body;
    assert!(page.contains("Nothing came since your last visit") && page.contains("/?span=day"), "{page}");
    assert!(ben.get("/?span=day").await.body.contains("of the last 24 hours, folded from"));
}

#[tokio::test]
async fn what_a_reader_follows_lifts_its_stories_for_that_reader_alone() {
    let site = Site::new().await;
    let mut ada = Browser::of(&site, site.house.owner).await;
    let story = news(&site, "Fathom Review", "Eels again", "2026-11-22T01:00:00Z").await.get();
    let outlets = site.house.store.outlets(Viewer::House).await.unwrap();
    let fathom = outlets.iter().find(|outlet| outlet.name == "Fathom Review").unwrap().id;
    let path = format!("/outlet/{fathom}/follow");
    assert_eq!(ada.post(&path, "to=yes").await.location(), format!("/outlet/{fathom}"));
    ada.post("/edition", "act=choose&stories=20&span=day").await;
    let shape = ada.shape().await;
    let eels = shape["stories"].as_array().unwrap().iter().find(|one| one["story"] == story).unwrap();
    assert_eq!(eels["score"]["follows"], 24);
    assert_eq!(eels["score"]["followed"], json!(["Fathom Review"]));
    let page = ada.get("/").await.body;
    assert!(page.contains("you follow Fathom Review"));
    assert!(ada.get(&format!("/outlet/{fathom}")).await.body.contains("Follow no more"));
    let mut ben = Browser::of(&site, site.house.reader).await;
    assert!(!ben.get("/").await.body.contains("you follow Fathom"));
    ada.post(&path, "to=no").await;
    ada.post("/edition", "act=anew").await;
    assert!(!ada.get("/").await.body.contains("you follow Fathom"));
}

#[tokio::test]
async fn a_followed_tag_lifts_its_stories_under_any_of_its_spellings_once() {
    let site = Site::new().await;
    let mut ada = Browser::of(&site, site.house.owner).await;
    let story = news(&site, "Fathom Review", "Eels again", "2026-11-22T12:00:00Z").await;
    let other = news(&site, "Radio Skerry", "No eels", "2026-11-22T12:00:00Z").await.get();
    let mut tx = site.house.store.begin().await.unwrap();
    let forms = vec!["Orla Venn".to_owned(), "Venn".to_owned()];
    let keys = std::collections::BTreeSet::from(["orlavenn".to_owned(), "venn".to_owned()]);
    let tag = NewStoryTag {
        name: "OrlaVenn",
        kind: "name",
        lang: Lang::EN,
        forms: &forms,
        keys: &keys,
        texts: 1,
        of: 1,
    };
    tx.save_story_tags(story, 0, &[tag]).await.unwrap();
    for key in &keys {
        tx.follow_tag(site.house.owner, key, key, 5).await.unwrap();
    }
    tx.commit().await.unwrap();
    ada.post("/edition", "act=choose&stories=20&span=day").await;
    let shape = ada.shape().await;
    let score = |story: u64| {
        let all = shape["stories"].as_array().unwrap();
        all.iter().find(|one| one["story"] == story).unwrap()["score"].clone()
    };
    assert_eq!(
        (&score(story.get())["follows"], &score(story.get())["followed"]),
        (&json!(24), &json!(["#OrlaVenn"]))
    );
    assert_eq!(score(other)["follows"], 0);
    assert!(ada.get("/").await.body.contains("you follow #OrlaVenn"));
}

#[tokio::test]
async fn nothing_is_learnt_from_what_is_opened() {
    let site = Site::new().await;
    let mut ada = Browser::of(&site, site.house.owner).await;
    let before = ada.shape().await;
    for story in stories(&before) {
        ada.get(&format!("/story/{story}")).await;
    }
    let session = ada.session.clone();
    let fresh = held("edition", &site.get("/edition.json", &session).await.body);
    assert_eq!(fresh["stories"], before["stories"]);
}

#[tokio::test]
async fn a_private_story_stands_in_its_subscribers_edition_alone_whatever_a_cookie_says() {
    let site = Site::new().await;
    let mut ada = Browser::of(&site, site.house.owner).await;
    let mut ben = Browser::of(&site, site.house.reader).await;
    let article = site.house.seeded.private;
    let feed = site.house.store.private_feeds_of(article).await.unwrap()[0];
    let now = "2026-11-22T13:05:00Z".parse::<wireroom_model::When>().unwrap().unix();
    let mut tx = site.house.store.begin().await.unwrap();
    let story: StoryId = tx.fresh().await.unwrap();
    tx.open_story(story, now).await.unwrap();
    tx.join_story(article, story, &"a test said so", now).await.unwrap();
    let coverage =
        Coverage { articles: 1, outlets: 1, publishers: None, unlisted: 0, origins: vec![], unknown: vec![] };
    let brief = NewBrief {
        story,
        audience: feed.as_i64(),
        title: "Zirconium, for subscribers alone",
        lead: None,
        lang: Lang::EN,
        coverage: &coverage,
        newest: Time::Unknown,
        ranked_at: now,
        json: "{}",
        hash: "x",
    };
    tx.save_brief(&brief, now).await.unwrap();
    tx.commit().await.unwrap();
    ada.post("/edition", "act=choose&stories=20&span=day").await;
    ben.post("/edition", "act=choose&stories=20&span=day").await;
    assert!(stories(&ben.shape().await).contains(&story.get()));
    assert!(!stories(&ada.shape().await).contains(&story.get()));
    ada.get("/").await;
    let cookie = ada.edition.clone().unwrap();
    let (head, rest) = cookie.split_once('~').unwrap();
    ada.edition = Some(format!("{head}~{story}.{rest}"));
    assert!(!ada.get("/").await.body.contains("Zirconium"));
    ada.edition = Some(format!("{head}~{story}.{rest}"));
    assert!(!ada.get("/edition.json").await.body.contains("Zirconium"));
    for one in stories(&ada.shape().await) {
        ada.edition = Some(format!("{head}~{one}.{story}~~~~"));
        assert!(!ada.get(&format!("/story/{one}")).await.body.contains("Zirconium"));
    }
}

#[tokio::test]
async fn a_story_that_was_merged_away_is_followed_to_where_it_went() {
    let site = Site::new().await;
    let mut ada = Browser::of(&site, site.house.owner).await;
    let kept = news(&site, "Island Post", "The first half", "2026-11-22T13:00:00Z").await;
    let gone = news(&site, "Radio Skerry", "The second half", "2026-11-22T13:01:00Z").await;
    ada.post("/edition", "act=choose&stories=20&span=day").await;
    ada.get("/").await;
    let before = stories(&ada.shape().await);
    let mut tx = site.house.store.begin().await.unwrap();
    tx.merge_story(gone, kept, 1_795_000_000).await.unwrap();
    tx.commit().await.unwrap();
    let after = stories(&ada.shape().await);
    assert_eq!(after.len(), before.len() - 1);
    assert!(after.contains(&kept.get()) && !after.contains(&gone.get()));
}

#[tokio::test]
async fn all_of_an_edition_is_marked_read_with_one_button() {
    let site = Site::new().await;
    let mut ada = Browser::of(&site, site.house.owner).await;
    assert!(ada.get("/").await.body.contains("Mark all of it read"));
    ada.post("/edition", "act=read").await;
    let page = ada.get("/").await.body;
    assert!(page.contains("8 of 8 read") && !page.contains("Mark all of it read"), "{page}");
}

/// Prints a story of one language; the later, the higher it ranks.
async fn told(site: &Site, lang: &str, title: &str, at: &str) -> StoryId {
    let now = "2026-11-22T13:05:00Z".parse::<wireroom_model::When>().unwrap().unix();
    let mut press = Press { tx: site.house.store.begin().await.unwrap(), now };
    let body = "A text of its own, told by nobody else so far, at some length.";
    let printed = press.print(Text::new("Island Post", at, title, body).lang(lang)).await.unwrap();
    let story = press.story(&[&printed], json!({"enough": true})).await.unwrap();
    press.tx.commit().await.unwrap();
    story
}

async fn tie(site: &Site, one: StoryId, two: StoryId) {
    let mut tx = site.house.store.begin().await.unwrap();
    for (story, other) in [(one, two), (two, one)] {
        tx.save_tie(&NewTie { story, other, bond: "tongue", score: 3.5, why: &["Tarn".to_owned()] })
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn an_event_told_in_three_languages_takes_one_place_and_links_the_others_and_nothing_is_lost() {
    let site = Site::new().await;
    let mut ada = Browser::of(&site, site.house.owner).await;
    for number in 0..9 {
        news(&site, "Island Post", &format!("Small news {number}"), "2026-11-22T11:00:00Z").await;
    }
    let arabic = told(&site, "ar", "عبارة على الصخور", "2026-11-22T13:02:00Z").await;
    let english = told(&site, "en", "Ferry on the rocks", "2026-11-22T13:03:00Z").await;
    let german = told(&site, "de", "Fähre auf Felsen", "2026-11-22T13:04:00Z").await;
    let apart = Browser::of(&site, site.house.owner).await.shape().await;
    assert!([arabic, english, german].iter().all(|story| stories(&apart).contains(&story.get())), "{apart}");
    // The German and the Arabic telling are tied through the English one alone.
    tie(&site, german, english).await;
    tie(&site, english, arabic).await;
    let shape = ada.shape().await;
    let listed = stories(&shape);
    assert_eq!(listed.len(), 8, "its free places go to others");
    assert!(
        listed.contains(&german.get()) && !listed.contains(&english.get()) && !listed.contains(&arabic.get())
    );
    assert_eq!(
        apart["left_out"].as_u64().unwrap(),
        shape["left_out"].as_u64().unwrap() + 2,
        "what is linked is not left out"
    );
    let first = shape["stories"].as_array().unwrap().iter().find(|one| one["story"] == german.get()).unwrap();
    let also: Vec<u64> =
        first["also"].as_array().unwrap().iter().map(|one| one["story"].as_u64().unwrap()).collect();
    assert_eq!(also, [english.get(), arabic.get()]);
    let page = ada.get("/").await.body;
    for (story, language) in [(english, "English"), (arabic, "Arabic")] {
        assert!(page.contains(&format!("href=\"/story/{story}\" hreflang")), "{page}");
        assert!(page.contains(&format!("\">{language}</a>")), "{page}");
    }
    let latest = ada.get("/latest").await.body;
    assert!(
        ["Fähre auf Felsen", "Ferry on the rocks", "عبارة على الصخور"]
            .iter()
            .all(|title| latest.contains(title))
    );
    let page = ada.get(&format!("/story/{german}")).await.body;
    assert!(page.contains("Also told in English") && page.contains("Also told in Arabic"), "{page}");
    // While it is read it stays as it is, and no telling comes back into a free place.
    assert_eq!(stories(&ada.shape().await), listed);
    ada.post("/edition", "act=choose&stories=20&span=day").await;
    let more = stories(&ada.shape().await);
    assert!(more.contains(&german.get()) && !more.contains(&english.get()) && !more.contains(&arabic.get()));
}
