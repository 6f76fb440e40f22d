//! What a reader follows and mutes, and the searches that are kept: each the reader's own, each taken back, and the
//! edition honours them and says so.

use crate::site::Site;
use axum::http::StatusCode;

/// The number in the first form that leads to `path`NUMBER`after`.
fn number(html: &str, path: &str, after: &str) -> u64 {
    html.split(path).skip(1).find_map(|rest| rest.split_once(after)?.0.parse().ok()).expect("a number")
}

#[tokio::test]
async fn a_muted_story_stays_out_of_the_edition_which_says_so_and_shows_it() {
    let site = Site::new().await;
    let (ada, ben) = (site.sign_in(site.house.owner).await, site.sign_in(site.house.reader).await);
    let story = site.house.seeded.barrier;
    let title =
        site.house.store.brief(story, wireroom_store::Viewer::House).await.unwrap().unwrap().card.title;
    let link = format!("/story/{story}\"");
    assert!(site.get("/", &ada.0).await.body.contains(&link));
    let word =
        title.split(' ').max_by_key(|word| word.len()).unwrap().trim_matches(|c: char| !c.is_alphanumeric());
    let muted = site
        .send_form("/following/mute", &ada, &format!("name={word}&kind=word&span=week&reason=Enough"))
        .await;
    assert_eq!(muted.status, StatusCode::SEE_OTHER, "{}", muted.body);
    let front = site.get("/", &ada.0).await.body;
    assert!(!front.contains(&link) && front.contains("left out by your mutes"), "{front}");
    let shape: serde_json::Value =
        serde_json::from_str(&site.get("/edition.json", &ada.0).await.body).unwrap();
    assert_eq!(shape["muted"].as_u64(), Some(1), "{shape}");
    let left = site.get("/following/left", &ada.0).await.body;
    assert!(left.contains(&link) && left.contains(word), "{left}");
    // Nobody else's edition knows of it, and nobody else takes it back.
    assert!(!site.get("/", &ben.0).await.body.contains("left out by your mutes"));
    let page = site.get("/following", &ada.0).await.body;
    assert!(page.contains("Enough") && page.contains("29 Nov"), "{page}");
    let id = number(&page, "/following/mutes/", "/drop");
    let drop = format!("/following/mutes/{id}/drop");
    assert_eq!(site.send_form(&drop, &ben, "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.send_form(&drop, &ada, "").await.status, StatusCode::SEE_OTHER);
    assert!(site.get("/", &ada.0).await.body.contains(&link));
    for bad in ["name=&kind=word&span=day", "name=!!&kind=topic&span=day", "name=Nobody&kind=outlet&span=day"]
    {
        let refused = site.send_form("/following/mute", &ada, bad).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad}");
    }
}

#[tokio::test]
async fn a_muted_outlet_leaves_out_what_it_alone_tells_and_a_mute_ends_by_itself() {
    let site = Site::new().await;
    let store = &site.house.store;
    let user = site.house.owner;
    let now = 1_795_352_700;
    let outlets = store.outlet_names(wireroom_store::Viewer::User(user)).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    for (id, name, _) in &outlets {
        let key = id.to_string();
        let new = wireroom_store::mutes::NewMute {
            kind: wireroom_store::mutes::MuteKind::Outlet,
            key: &key,
            name,
            reason: "",
            until: Some(now + 60),
        };
        assert!(tx.mute(user, &new, now).await.unwrap());
    }
    tx.commit().await.unwrap();
    let all = store.muted_stories(user, 0, now).await.unwrap();
    assert!(all.contains_key(&site.house.seeded.barrier));
    assert!(store.muted_stories(user, 0, now + 60).await.unwrap().is_empty());
    assert!(store.mutes(user, now + 60).await.unwrap().is_empty());
    // One of several outlets of a story mutes nothing.
    let mutes = store.mutes(user, now).await.unwrap();
    let told_by = all[&site.house.seeded.barrier].clone();
    assert!(told_by.len() > 1);
    let mut tx = store.begin().await.unwrap();
    let one = mutes.iter().find(|mute| mute.name == told_by[0]).unwrap();
    tx.unmute(user, one.id).await.unwrap();
    tx.commit().await.unwrap();
    assert!(!store.muted_stories(user, 0, now).await.unwrap().contains_key(&site.house.seeded.barrier));
}

#[tokio::test]
async fn what_is_followed_is_listed_by_what_it_is_and_let_go_there() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    for form in ["name=Hanne+Orlo&kind=person", "name=Ostrel&kind=place"] {
        assert_eq!(site.send_form("/following/follow", &ada, form).await.status, StatusCode::SEE_OTHER);
    }
    let page = site.get("/following", &ada.0).await.body;
    assert!(page.contains("Hanne Orlo") && page.contains("Person,") && page.contains("Place,"), "{page}");
    let word = site.send_form("/following/follow", &ada, "name=tide&kind=word").await;
    assert_eq!(word.status, StatusCode::UNPROCESSABLE_ENTITY);
    let gone = site.send_form("/tags/follow", &ada, "name=Hanne+Orlo&to=no&back=following").await;
    assert!(gone.location().ends_with("/following"));
    assert!(!site.get("/following", &ada.0).await.body.contains("Hanne Orlo"));
}

#[tokio::test]
async fn a_kept_search_is_its_readers_alone_and_its_feed_opens_until_it_is_ended() {
    let site = Site::new().await;
    let (ada, ben) = (site.sign_in(site.house.owner).await, site.sign_in(site.house.reader).await);
    let kept = site.send_form("/search/keep", &ben, "q=zirconium").await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
    let page = kept.location().to_owned();
    assert!(site.get(&page, &ben.0).await.body.contains("Closed Letter"));
    assert!(site.get("/following", &ben.0).await.body.contains(&page));
    assert_eq!(site.get(&page, &ada.0).await.status, StatusCode::NOT_FOUND);
    for act in ["drop", "feed"] {
        assert_eq!(site.send_form(&format!("{page}/{act}"), &ada, "").await.status, StatusCode::NOT_FOUND);
    }
    let made = site.send_form(&format!("{page}/feed"), &ben, "").await.body;
    let at = made.find("/search/feed/").expect("an address");
    let feed = made[at..].split('<').next().unwrap().to_owned();
    let atom = site.get(&feed, "").await;
    assert_eq!(atom.status, StatusCode::OK);
    assert!(atom.body.contains("Closed Letter") && atom.body.contains("<entry "), "{}", atom.body);
    site.send_form(&format!("{page}/feed"), &ben, "to=no").await;
    assert_eq!(site.get(&feed, "").await.status, StatusCode::NOT_FOUND);
    site.send_form(&format!("{page}/drop"), &ben, "").await;
    assert_eq!(site.get(&page, &ben.0).await.status, StatusCode::NOT_FOUND);
    let unclear = site.send_form("/search/keep", &ben, "q=%28tide").await;
    assert_eq!(unclear.status, StatusCode::UNPROCESSABLE_ENTITY);
}
