//! Accounts on the pages: settings, sessions, tokens, users, invitations, and the end of an account.

use crate::house::Still;
use crate::site;
use crate::site::Site;
use argon2::Argon2;
use argon2::password_hash::PasswordHasher;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use std::net::SocketAddr;
use wireroom_model::time::Clock;
use wireroom_model::{StoryId, UserId};
use wireroom_server::token_hash;
use wireroom_store::pictures::NewPicture;
use wireroom_store::users::{Role, TextSize};

type Who = (String, String);

async fn user(site: &Site, id: UserId) -> wireroom_store::users::User {
    site.house.store.user(id).await.unwrap().unwrap()
}

/// The text between two marks.
fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    let rest = &text[text.find(before).unwrap_or_else(|| panic!("no {before}")) + before.len()..];
    &rest[..rest.find(after).unwrap()]
}

/// A password that can be checked, for a user of the house.
async fn give_password(site: &Site, id: UserId, password: &str) {
    let hash = Argon2::default().hash_password(password.as_bytes()).unwrap().to_string();
    let mut tx = site.house.store.begin().await.unwrap();
    tx.set_password(id, &hash).await.unwrap();
    tx.commit().await.unwrap();
}

/// Opens a door's page, then sends its form with the page's own mark and cookie.
async fn knock(site: &Site, path: &str, fields: &str) -> site::Answer {
    let page = site.get(path, "").await;
    assert_eq!(page.status, StatusCode::OK, "{path}");
    let cookie = page.headers[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
    site.post(path, &cookie, &format!("csrf={}&{fields}", site::mark(&page.body))).await
}

#[tokio::test]
async fn what_a_reader_chooses_holds_on_every_page_and_for_nobody_else() {
    let site = Site::new().await;
    let ben = site.sign_in(site.house.reader).await;
    let form = "language=de&look=dark&size=larger&zone=pacific%2Fauckland";
    let kept = site.send_form("/settings/pages", &ben, form).await;
    assert_eq!((kept.status, kept.location()), (StatusCode::SEE_OTHER, "/settings?did=pages"));
    for path in ["/", "/feeds", "/settings", "/no/such/page"] {
        let page = site.get(path, &ben.0).await.body;
        assert!(
            page.contains("<html lang=\"de\" dir=\"ltr\" data-look=\"dark\" data-size=\"larger\">"),
            "{path}"
        );
        // It is Sunday in London and Monday in New Zealand.
        assert!(page.contains("Montag, 23. November 2026"), "{path}");
    }
    let chosen = user(&site, site.house.reader).await.choices;
    assert_eq!(
        (chosen.time_zone.as_deref(), chosen.text_size),
        (Some("Pacific/Auckland"), TextSize::VeryLarge)
    );
    let (owner, _) = site.sign_in(site.house.owner).await;
    let page = site.get("/", &owner).await.body;
    assert!(page.contains("<html lang=\"en\" dir=\"ltr\">"));
    assert!(page.contains("Sunday 22 November 2026"));
}

#[tokio::test]
async fn a_choice_that_no_page_offers_changes_nothing() {
    let site = Site::new().await;
    let ben = site.sign_in(site.house.reader).await;
    for form in [
        "language=xx&look=dark&size=usual&zone=",
        "language=&look=pink&size=usual&zone=",
        "language=&look=dark&size=huge&zone=",
        "language=&look=dark&size=usual&zone=Europe%2FNowhere",
        "",
    ] {
        let answer = site.send_form("/settings/pages", &ben, form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
    }
    assert_eq!(user(&site, site.house.reader).await.choices, Default::default());
}

#[tokio::test]
async fn a_new_password_asks_for_the_old_one_and_signs_every_other_browser_out() {
    let site = Site::new().await;
    give_password(&site, site.house.reader, "three quiet ferries").await;
    let (ben, phone) = (site.sign_in(site.house.reader).await, site.sign_in(site.house.reader).await);
    let (owner, _) = site.sign_in(site.house.owner).await;
    for wrong in [
        "old=wrong&password=four+loud+ferries&again=four+loud+ferries",
        "old=three+quiet+ferries&password=short&again=short",
        "old=three+quiet+ferries&password=four+loud+ferries&again=other",
    ] {
        let answer = site.send_form("/settings/password", &ben, wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    assert_eq!(site.get("/settings", &phone.0).await.status, StatusCode::OK);
    let right = "old=three+quiet+ferries&password=four+loud+ferries&again=four+loud+ferries";
    let answer = site.send_form("/settings/password", &ben, right).await;
    assert_eq!(answer.location(), "/settings?did=password");
    assert_eq!(site.get("/settings", &ben.0).await.status, StatusCode::OK, "this one stays");
    assert_eq!(site.get("/settings", &phone.0).await.status, StatusCode::SEE_OTHER, "the phone is out");
    assert_eq!(site.get("/settings", &owner).await.status, StatusCode::OK, "others are not touched");
    let again = knock(&site, "/login", "name=Ben&password=four+loud+ferries&next=%2Flatest").await;
    assert_eq!(again.location(), "/latest");
}

#[tokio::test]
async fn a_browser_left_open_cannot_guess_the_password() {
    let site = Site::new().await;
    let ben = site.sign_in(site.house.reader).await;
    let form = "old=wrong&password=four+loud+ferries&again=four+loud+ferries";
    for _ in 0..10 {
        site.send_form("/settings/password", &ben, form).await;
    }
    assert_eq!(site.send_form("/settings/password", &ben, form).await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn sessions_are_listed_and_each_can_be_ended() {
    let site = Site::new().await;
    let (ben, phone) = (site.sign_in(site.house.reader).await, site.sign_in(site.house.reader).await);
    let page = site.get("/settings", &ben.0).await.body;
    assert_eq!(page.matches("/settings/sessions/").count(), 3, "two browsers and the rest");
    assert_eq!(page.matches("(this one)").count(), 1);
    let here = site.house.store.sessions_of(site.house.reader, Still.now().unix()).await.unwrap();
    let phones = here.iter().map(|one| one.id).min_by_key(|id| std::cmp::Reverse(id.get())).unwrap();
    let ended = site.send_form(&format!("/settings/sessions/{phones}/end"), &ben, "").await;
    assert_eq!(ended.location(), "/settings?did=ended");
    assert_eq!(site.get("/", &phone.0).await.status, StatusCode::SEE_OTHER);
    let tablet = site.sign_in(site.house.reader).await;
    site.send_form("/settings/sessions/others", &ben, "").await;
    assert_eq!(site.get("/", &tablet.0).await.status, StatusCode::SEE_OTHER);
    let own = site.house.store.sessions_of(site.house.reader, Still.now().unix()).await.unwrap();
    let out = site.send_form(&format!("/settings/sessions/{}/end", own[0].id), &ben, "").await;
    assert_eq!(out.location(), "/login");
    assert_eq!(site.get("/", &ben.0).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_token_is_shown_once_and_only_its_hash_is_kept() {
    let site = Site::new().await;
    let ben = site.sign_in(site.house.reader).await;
    let made = site.send_form("/settings/tokens", &ben, "name=Phone+%3Cb%3E&scope=write").await;
    assert_eq!(made.status, StatusCode::OK);
    let token = between(&made.body, "<code class=\"secret\" dir=\"ltr\">", "</code>").to_owned();
    assert!(token.starts_with("wr_") && token.len() == 67 && !made.body.contains("Phone <b>"));
    let (owner, kept) = site.house.store.by_token(&token_hash(&token)).await.unwrap().unwrap();
    assert_eq!((owner.id, kept.name.as_str()), (site.house.reader, "Phone <b>"));
    let page = site.get("/settings", &ben.0).await.body;
    assert!(!page.contains(&token) && page.contains("Phone"));
    let bytes: Vec<u8> = ["wireroom.db", "wireroom.db-wal"]
        .iter()
        .flat_map(|name| std::fs::read(site.house.folder.path().join(name)).unwrap_or_default())
        .collect();
    assert!(!String::from_utf8_lossy(&bytes).contains(&token));
    let gone = site.send_form(&format!("/settings/tokens/{}/withdraw", kept.id), &ben, "").await;
    assert_eq!(gone.location(), "/settings?did=withdrawn");
    assert!(site.house.store.by_token(&token_hash(&token)).await.unwrap().is_none());
    for wrong in ["name=&scope=read", "name=x&scope=all"] {
        let answer = site.send_form("/settings/tokens", &ben, wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
}

/// The owner makes a link; its path.
async fn invitation(site: &Site, owner: &Who, form: &str) -> String {
    let made = site.send_form("/users/invite", owner, form).await;
    assert_eq!(made.status, StatusCode::OK, "{form}");
    let link = between(&made.body, "<code class=\"secret\" dir=\"ltr\">", "</code>").to_owned();
    link[link.find("/invite/").unwrap()..].to_owned()
}

#[tokio::test]
async fn an_invitation_makes_one_account_of_its_role() {
    let site = Site::new().await;
    let owner = site.sign_in(site.house.owner).await;
    let link = invitation(&site, &owner, "name=Cy&role=editor").await;
    assert!(!site.get("/users", &owner.0).await.body.contains(&link), "it is shown once");
    for wrong in [
        "name=Ben&password=three+quiet+ferries&again=three+quiet+ferries",
        "name=Cy&password=short&again=short",
        "name=Cy&password=three+quiet+ferries&again=other",
    ] {
        let answer = knock(&site, &link, wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let form = "name=Cyra&password=three+quiet+ferries&again=three+quiet+ferries";
    let made = knock(&site, &link, form).await;
    assert_eq!(made.location(), "/");
    let cy = site.house.store.user_by_name("cyra").await.unwrap().unwrap();
    assert_eq!(cy.role, Role::Editor);
    for path in [link.as_str(), "/invite/0000"] {
        assert_eq!(site.get(path, "").await.status, StatusCode::GONE, "{path}");
    }
}

#[tokio::test]
async fn a_withdrawn_invitation_opens_nothing() {
    let site = Site::new().await;
    let owner = site.sign_in(site.house.owner).await;
    let link = invitation(&site, &owner, "name=Cy&role=owner").await;
    let open = site.house.store.invitations(Still.now().unix()).await.unwrap();
    site.send_form(&format!("/users/invitations/{}/withdraw", open[0].id), &owner, "").await;
    assert_eq!(site.get(&link, "").await.status, StatusCode::GONE);
    let taken = site.send_form("/users/invite", &owner, "name=ben&role=reader").await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_link_for_a_new_password_opens_the_same_account_and_signs_out_whoever_was_in() {
    let site = Site::new().await;
    let owner = site.sign_in(site.house.owner).await;
    let ben = site.sign_in(site.house.reader).await;
    let made = site.send_form(&format!("/users/{}/link", site.house.reader), &owner, "").await;
    let link = between(&made.body, "<code class=\"secret\" dir=\"ltr\">", "</code>").to_owned();
    let link = link[link.find("/invite/").unwrap()..].to_owned();
    let form = "name=Mallory&password=three+quiet+ferries&again=three+quiet+ferries";
    assert_eq!(knock(&site, &link, form).await.location(), "/");
    assert_eq!(site.get("/", &ben.0).await.status, StatusCode::SEE_OTHER);
    assert_eq!(user(&site, site.house.reader).await.name, "Ben");
    let entered = knock(&site, "/login", "name=ben&password=three+quiet+ferries&next=%2F").await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_role_holds_from_the_next_click_and_the_last_owner_keeps_theirs() {
    let site = Site::new().await;
    let owner = site.sign_in(site.house.owner).await;
    let ben = site.sign_in(site.house.reader).await;
    assert_eq!(site.get("/users", &ben.0).await.status, StatusCode::FORBIDDEN);
    let path = |id: UserId| format!("/users/{id}/role");
    let alone = site.send_form(&path(site.house.owner), &owner, "role=reader").await;
    assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY);
    site.send_form(&path(site.house.reader), &owner, "role=owner").await;
    assert_eq!(site.get("/users", &ben.0).await.status, StatusCode::OK);
    let down = site.send_form(&path(site.house.owner), &ben, "role=reader").await;
    assert_eq!(down.location(), "/users?did=role");
    assert_eq!(site.get("/users", &owner.0).await.status, StatusCode::FORBIDDEN);
    let own = site.send_form(&path(site.house.reader), &ben, "role=editor").await;
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody else owns it now");
}

#[tokio::test]
async fn an_owner_removes_an_account_and_never_the_last_ones() {
    let site = Site::new().await;
    let owner = site.sign_in(site.house.owner).await;
    let ben = site.sign_in(site.house.reader).await;
    let path = |id: UserId| format!("/users/{id}/remove");
    for (id, form) in [(site.house.reader, ""), (site.house.owner, "sure=yes")] {
        let answer = site.send_form(&path(id), &owner, form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{id}");
    }
    let gone = site.send_form(&path(site.house.reader), &owner, "sure=yes").await;
    assert_eq!(gone.location(), "/users?did=removed");
    assert!(site.house.store.user(site.house.reader).await.unwrap().is_none());
    assert_eq!(site.get("/", &ben.0).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_reader_ends_their_own_account_with_their_password() {
    let site = Site::new().await;
    for id in [site.house.reader, site.house.owner] {
        give_password(&site, id, "three quiet ferries").await;
    }
    let (ben, owner) = (site.sign_in(site.house.reader).await, site.sign_in(site.house.owner).await);
    for form in ["sure=yes&old=wrong", "old=three+quiet+ferries"] {
        let answer = site.send_form("/settings/leave", &ben, form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
    }
    let right = "sure=yes&old=three+quiet+ferries";
    let last = site.send_form("/settings/leave", &owner, right).await;
    assert_eq!(last.status, StatusCode::UNPROCESSABLE_ENTITY, "the last owner stays");
    let gone = site.send_form("/settings/leave", &ben, right).await;
    assert_eq!(gone.location(), "/login");
    assert!(site.house.store.user(site.house.reader).await.unwrap().is_none());
    let data = site.house.store.own_data(site.house.reader).await.unwrap();
    let left = data.as_object().unwrap().iter().filter(|(_, rows)| rows.as_array() != Some(&Vec::new()));
    assert_eq!(left.count(), 0, "{data}");
}

#[tokio::test]
async fn a_reader_takes_along_what_is_theirs_and_nothing_of_anybody_else() {
    let site = Site::new().await;
    let ben = site.sign_in(site.house.reader).await;
    let owner = site.sign_in(site.house.owner).await;
    let article = site.house.seeded.barrier_article;
    site.send_form(&format!("/article/{article}/star"), &ben, "to=yes").await;
    site.send_form("/settings/tokens", &owner, "name=adas-phone&scope=read").await;
    let file = site.get("/settings/export.json", &ben.0).await;
    assert!(file.headers[header::CONTENT_DISPOSITION].to_str().unwrap().starts_with("attachment"));
    let told: serde_json::Value = serde_json::from_str(&file.body).unwrap();
    let data = &told["data"];
    assert_eq!(data["account"][0]["name"], "Ben");
    let marked: Vec<&str> =
        data["marks"].as_array().unwrap().iter().filter_map(|mark| mark["url"].as_str()).collect();
    assert_eq!(marked.len(), 1, "the article; its story stands beside it without an address");
    assert_eq!(data["private_feeds"][0]["address"], "https://secret.example/ben");
    assert!(!file.body.contains("adas-phone") && !file.body.contains("argon2"));
    assert!(!site.get("/settings/export.json", &owner.0).await.body.contains("secret.example"));
}

/// A sign-in that comes over a socket from `peer`, with what a proxy may add.
async fn over(site: &Site, peer: &str, name: &str, more: &[(&'static str, &'static str)]) -> site::Answer {
    let page = site.get("/login", "").await;
    let cookie = page.headers[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
    let mut request = Request::post("/login").header(header::COOKIE, cookie);
    for (name, value) in more {
        request = request.header(*name, *value);
    }
    let form = format!("csrf={}&name={name}&password=wrong", site::mark(&page.body));
    let mut request = request.body(Body::from(form)).unwrap();
    let peer: SocketAddr = peer.parse().unwrap();
    request.extensions_mut().insert(ConnectInfo(peer));
    site.send(request).await
}

#[tokio::test]
async fn who_tries_many_names_from_one_address_waits_whatever_they_say_of_themselves() {
    let site = Site::new().await;
    let forged = [("x-forwarded-for", "198.51.100.7")];
    for number in 0..40 {
        let answer = over(&site, "203.0.113.9:4000", &format!("name{number}"), &forged).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{number}");
    }
    assert_eq!(over(&site, "203.0.113.9:4001", "more", &forged).await.status, StatusCode::TOO_MANY_REQUESTS);
    // The same address told by the house's own proxy is the same one; another is another.
    let told = over(&site, "10.0.0.2:80", "more2", &[("x-forwarded-for", "203.0.113.9")]).await;
    assert_eq!(told.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(over(&site, "10.0.0.2:80", "more3", &forged).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn cookies_are_secure_where_a_trusted_proxy_says_https_and_nowhere_by_anybody_elses_word() {
    let site = Site::new().await;
    for (peer, secure) in [("10.0.0.2:80", true), ("203.0.113.9:80", false)] {
        let answer = over(&site, peer, "Ada", &[("x-forwarded-proto", "https")]).await;
        let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
        assert_eq!(cookie.contains("; Secure"), secure, "{peer}: {cookie}");
    }
}

#[tokio::test]
async fn a_session_that_reads_on_is_seen_now_and_then() {
    let site = Site::new().await;
    let now = Still.now().unix();
    let mut tx = site.house.store.begin().await.unwrap();
    tx.add_session(&token_hash("old"), site.house.reader, "test", now - 5_000, now + 5_000).await.unwrap();
    tx.commit().await.unwrap();
    site.get("/", "wireroom_session=old").await;
    let seen = site.house.store.session(&token_hash("old"), now).await.unwrap().unwrap().seen_at;
    assert_eq!(seen, now);
}

#[tokio::test]
async fn who_wants_no_pictures_gets_pages_without_one() {
    let site = Site::new().await;
    let (ada, ben) = (site.sign_in(site.house.owner).await, site.sign_in(site.house.reader).await);
    let edition: serde_json::Value =
        serde_json::from_str(&site.get("/edition.json", &ben.0).await.body).unwrap();
    let lead = edition["stories"][0]["story"].as_u64().unwrap();
    let new = NewPicture {
        story: StoryId::new(lead).unwrap(),
        article: site.house.seeded.barrier_article,
        alt: Some("A barrier"),
        small: b"small",
        large: b"large",
    };
    let mut tx = site.house.store.begin().await.unwrap();
    tx.save_picture(new, 1_795_000_000).await.unwrap();
    tx.commit().await.unwrap();
    assert!(site.get("/", &ben.0).await.body.contains("<img"));
    let form = "language=&look=system&size=usual&zone=&no-pictures=yes";
    assert_eq!(site.send_form("/settings/pages", &ben, form).await.location(), "/settings?did=pages");
    assert!(!site.get("/", &ben.0).await.body.contains("<img"));
    assert!(site.get("/settings", &ben.0).await.body.contains("name=\"no-pictures\" value=\"yes\" checked"));
    assert!(site.get("/", &ada.0).await.body.contains("<img"), "the choice is one reader's");
}
