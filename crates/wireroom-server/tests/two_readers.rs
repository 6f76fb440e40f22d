//! Two readers of one house: one tries every number of the other's, at every address that takes one. Nothing of the
//! other's is shown, and what the house keeps is afterwards what it was.

use crate::house::Still;
use crate::house::sites::HOST;
use crate::site::Site;
use axum::http::StatusCode;
use serde_json::Value;
use wireroom_model::UserId;
use wireroom_model::time::Clock;
use wireroom_server::{Door, addresses, token_hash};
use wireroom_store::api_tokens::Scope;
use wireroom_store::commenting::{NewComment, Spoken};
use wireroom_store::comments::Aim;
use wireroom_store::corrections::{CorrectionKind, NewCorrection};
use wireroom_store::marks::Marking;
use wireroom_store::users::{NewUser, Role};

/// Words that only Ben's things have: none may reach anybody else.
const SECRETS: [&str; 7] =
    ["zirconium", "secret.example", "closed letter", "ben’s own", "bens-phone", "bens-browser", "bens-topic"];

struct Two {
    site: Site,
    ben: UserId,
    mallory: UserId,
    /// Every number under which Ben has something, of whatever kind.
    numbers: Vec<u64>,
}

/// Ben has a private feed, its article, sessions, a token, a correction, marks and topics; Mallory reads here too.
async fn two() -> Two {
    let site = Site::new().await;
    let (ben, now) = (site.house.reader, Still.now().unix());
    let seeded = &site.house.seeded;
    let mut tx = site.house.store.begin().await.unwrap();
    let new = NewUser { name: "Mallory", password_hash: "x", role: Role::Reader, time_zone: None };
    let mallory = tx.add_user(&new, now).await.unwrap();
    let session = tx.add_session("of ben", ben, "bens-browser", now, now + 1_000).await.unwrap();
    let token = tx.add_api_token(ben, &token_hash("of ben"), "bens-phone", Scope::Write, now).await.unwrap();
    let word = NewCorrection {
        by: ben,
        for_all: false,
        kind: CorrectionKind::NotACopy,
        article: seeded.private,
        other: Some(seeded.edited),
        story: None,
    };
    let correction = tx.add_correction(&word, now).await.unwrap();
    tx.mark_articles(ben, &[seeded.private], Marking::Star(Some(now))).await.unwrap();
    tx.keep_search(ben, "bens-search", "zirconium", now).await.unwrap();
    tx.follow_tag(ben, "benstopic", "bens-topic", now).await.unwrap();
    let said = NewComment {
        by: ben,
        role: Role::Reader,
        story: seeded.barrier,
        answers: None,
        aim: &Aim::Story,
        body: "Bens own words on it.",
    };
    assert!(matches!(tx.say(&said, now).await.unwrap(), Spoken::Done(_)));
    tx.commit().await.unwrap();
    let feeds = site.house.store.subscriptions(ben).await.unwrap();
    let mut numbers: Vec<u64> =
        vec![session.get(), token.get(), correction.unsigned_abs(), seeded.private.get(), ben.get()];
    numbers.extend(feeds.iter().map(|one| one.feed.get()));
    // Whatever is numbered apart begins at one.
    numbers.extend(1..=12);
    numbers.sort_unstable();
    numbers.dedup();
    Two { site, ben, mallory, numbers }
}

/// All that is kept of somebody, but the hours at which a session was seen.
async fn kept(two: &Two, user: UserId) -> Value {
    let mut told = two.site.house.store.own_data(user).await.unwrap();
    for session in told["sessions"].as_array_mut().unwrap() {
        session["seen_at"] = Value::Null;
    }
    told
}

/// An address with a number at each of its open places.
fn at(address: &str, number: u64, turn: usize) -> String {
    let mut path = String::new();
    for part in address.split('/').skip(1) {
        let part = match part {
            "{host}" => HOST.to_owned(),
            "{size}" => "large".to_owned(),
            "{act}" => if turn == 0 { "delete" } else { "edit" }.to_owned(),
            "{name}" => "bens-topic".to_owned(),
            "{view}" => ["search", "story", "outlet", "comments"][number as usize % 4].to_owned(),
            open if open.starts_with('{') => number.to_string(),
            plain => plain.to_owned(),
        };
        path.push('/');
        path.push_str(&part);
    }
    path
}

#[tokio::test]
async fn nothing_of_anothers_is_shown_at_any_address_by_any_number() {
    let two = two().await;
    let mallory = two.site.sign_in(two.mallory).await;
    let mut asked = 0;
    for (_, address) in addresses().into_iter().filter(|(side, _)| *side == Door::Inside) {
        for &number in &two.numbers {
            let answer = two.site.get(&at(address, number, 0), &mallory.0).await;
            let body = answer.body.to_lowercase();
            // Who asks for a topic by its name has named it.
            let names = address.contains("{name}");
            for secret in SECRETS.iter().filter(|secret| !(names && **secret == "bens-topic")) {
                assert!(!body.contains(secret), "{secret} at {}", at(address, number, 0));
            }
            asked += 1;
        }
    }
    for query in ["zirconium", "closed+letter"] {
        for path in [format!("/search?q={query}"), format!("/ask?q={query}")] {
            let body = two.site.get(&path, &mallory.0).await.body;
            assert!(!body.contains("for subscribers alone") && !body.contains("/article/"), "{path}");
        }
    }
    assert!(asked > 200, "{asked}");
    let own = two.site.get(&format!("/article/{}", two.site.house.seeded.private), &mallory.0).await;
    assert_eq!(own.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nothing_of_anothers_is_changed_at_any_address_by_any_number() {
    let two = two().await;
    let mallory = two.site.sign_in(two.mallory).await;
    let (before, feeds) =
        (kept(&two, two.ben).await, two.site.house.store.feeds(wireroom_store::Viewer::House));
    let feeds = feeds.await.unwrap().len();
    assert_eq!(before["sessions"].as_array().unwrap().len(), 1);
    for (_, address) in addresses().into_iter().filter(|(side, address)| {
        // Mallory may end what is Mallory's, and does so last.
        *side == Door::Inside && *address != "/logout"
    }) {
        for &number in &two.numbers {
            for (turn, form) in [
                format!(
                    "sure=yes&article={number}&other={number}&kind=apart&to=no&role=owner&form=own&title=x&text=changed&view=view:search:{number}"
                ),
                format!("kind=same&article={number}&address={number}&act=leave&story={number}&back={number}&text=changed"),
                format!(
                    "kind=belongs&article={number}&list={number}&name=bens-topic&to=no&form=writer&to-writer=yes"
                ),
            ]
            .into_iter()
            .enumerate()
            {
                let answer = two.site.send_form(&at(address, number, turn), &mallory, &form).await;
                assert!(!answer.status.is_server_error(), "{} {form}", at(address, number, turn));
                let body = answer.body.to_lowercase();
                let told = SECRETS[..3].iter().find(|secret| body.contains(**secret));
                assert_eq!(told, None, "{} {form}", at(address, number, turn));
            }
        }
    }
    assert_eq!(kept(&two, two.ben).await, before);
    let after = two.site.house.store.feeds(wireroom_store::Viewer::House).await.unwrap().len();
    assert_eq!(after, feeds);
    let roles: Vec<Role> = two.site.house.store.users().await.unwrap().iter().map(|user| user.role).collect();
    assert_eq!(roles, [Role::Owner, Role::Reader, Role::Reader]);
    assert!(two.site.house.store.by_token(&token_hash("of ben")).await.unwrap().is_some());
    assert!(two.site.house.store.session("of ben", Still.now().unix()).await.unwrap().is_some());
}
