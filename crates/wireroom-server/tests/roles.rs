//! Who may do what: every address of the site's one map, asked by an owner, an editor, a reader, a guest, a stranger
//! and a session that was ended. An address without a row fails here, and so does a row that the map does not have.

use crate::house::Still;
use crate::house::sites::HOST;
use crate::site;
use crate::site::Site;
use axum::http::StatusCode;
use std::collections::BTreeSet;
use wireroom_model::UserId;
use wireroom_model::time::Clock;
use wireroom_server::{Door, addresses, token, token_hash};
use wireroom_store::users::{NewUser, Role};

/// A question and what owner, editor and reader are answered. `{story}` and the like stand for seeded numbers.
struct Row {
    method: &'static str,
    address: &'static str,
    path: &'static str,
    form: &'static str,
    told: [u16; 3],
}

const fn get(address: &'static str, path: &'static str, told: [u16; 3]) -> Row {
    Row { method: "GET", address, path, form: "", told }
}

const fn post(address: &'static str, path: &'static str, form: &'static str, told: [u16; 3]) -> Row {
    Row { method: "POST", address, path, form, told }
}

const ALL: [u16; 3] = [200; 3];
const DONE: [u16; 3] = [303; 3];
const OWNER: [u16; 3] = [200, 403, 403];
const OWNER_DONE: [u16; 3] = [303, 403, 403];

/// Every question, those that take something away last.
const ROWS: &[Row] = &[
    get("/", "/", ALL),
    post("/edition", "/edition", "act=anew", DONE),
    get("/edition.json", "/edition.json", ALL),
    get("/latest", "/latest", ALL),
    get("/story/{id}", "/story/{story}", ALL),
    get("/story/{id}/origins", "/story/{story}/origins", ALL),
    get("/story/{id}/origins.json", "/story/{story}/origins.json", ALL),
    get("/story/{id}/links.json", "/story/{story}/links.json", ALL),
    post("/story/{id}/read", "/story/{story}/read", "", DONE),
    post("/story/{id}/star", "/story/{story}/star", "", DONE),
    post(
        "/story/{id}/sort",
        "/story/{story}/sort",
        "kind=never&article={article}&other={edited}",
        [303, 303, 403],
    ),
    get("/picture/{story}/{size}", "/picture/{story}/large", [404; 3]),
    get("/article/{id}", "/article/{article}", ALL),
    post("/article/{id}/read", "/article/{article}/read", "", DONE),
    post("/article/{id}/star", "/article/{article}/star", "", DONE),
    get("/article/{id}/versions", "/article/{edited}/versions", ALL),
    get("/article/{id}/versions.json", "/article/{edited}/versions.json", ALL),
    get("/article/{id}/versions/{number}", "/article/{edited}/versions/2", ALL),
    get("/diff/{article}", "/diff/{copy}", [307; 3]),
    get("/diff/common/{article}", "/diff/common/{copy}", ALL),
    get("/diff/{first}/{second}", "/diff/{article}/{copy}", ALL),
    get("/family/{id}", "/family/{article}", ALL),
    get("/outlets", "/outlets", ALL),
    get("/outlet/{id}", "/outlet/1", ALL),
    post("/outlet/{id}/follow", "/outlet/1/follow", "", DONE),
    get("/publishers", "/publishers", ALL),
    post("/publishers/bring", "/publishers/bring", "text=outlet%2Cpublisher", OWNER),
    post("/publishers/remove", "/publishers/remove", "list=1", OWNER),
    get("/audit", "/audit", OWNER),
    get("/corrections", "/corrections", ALL),
    post("/corrections/say", "/corrections/say", "kind=same&article={article}&other={edited}", DONE),
    get("/welcome", "/welcome", ALL),
    post("/welcome", "/welcome", "", OWNER),
    get("/feeds", "/feeds", ALL),
    get("/feeds/health.atom", "/feeds/health.atom", ALL),
    post("/feeds/health", "/feeds/health", "", ALL),
    post("/feeds/add", "/feeds/add", "pick0=https%3A%2F%2Fnew.example%2Frss", DONE),
    post("/feeds/import", "/feeds/import", "", [422; 3]),
    get("/feeds/export", "/feeds/export", ALL),
    post("/feeds/folders", "/feeds/folders", "act=make&name=News", DONE),
    get("/feed/{id}", "/feed/1", ALL),
    post("/feed/{id}/set", "/feed/1/set", "form=choices&interval=auto", OWNER_DONE),
    post("/feed/{id}/pause", "/feed/1/pause", "", OWNER_DONE),
    post("/feed/{id}/poll", "/feed/1/poll", "", OWNER_DONE),
    get("/sites", "/sites", OWNER),
    get("/site/{host}", "/site/{host}", OWNER),
    post("/site/{host}/say", "/site/{host}/say", "", [400, 403, 403]),
    post("/site/{host}/drop", "/site/{host}/drop", "", [400, 403, 403]),
    post("/site/{host}/try", "/site/{host}/try", "", [422, 403, 403]),
    post("/site/{host}/save", "/site/{host}/save", "", OWNER_DONE),
    post("/site/{host}/again", "/site/{host}/again", "", OWNER_DONE),
    get("/search", "/search?q=tide", ALL),
    get("/ask", "/ask?q=tide", ALL),
    post("/ask/write", "/ask/write", "q=tide", DONE),
    get("/live.json", "/live.json?since=0", ALL),
    get("/keys", "/keys", ALL),
    get("/styleguide", "/styleguide", ALL),
    get("/tags", "/tags", ALL),
    get("/tags.json", "/tags.json", ALL),
    post("/tags/follow", "/tags/follow", "name=TideBarrier", DONE),
    get("/tag/{name}", "/tag/TideBarrier", ALL),
    get("/story/{id}/comments", "/story/{story}/comments", ALL),
    post("/story/{id}/comments", "/story/{story}/comments", "", [422; 3]),
    get("/story/{id}/comments.atom", "/story/{story}/comments.atom", ALL),
    get("/comments", "/comments", ALL),
    post("/comments", "/comments", "", ALL),
    get("/comments.atom", "/comments.atom", ALL),
    get("/comment/{id}", "/comment/9999", [404; 3]),
    post("/comment/{id}/rule", "/comment/9999/rule", "", [404, 404, 403]),
    post("/comment/{id}/{act}", "/comment/9999/delete", "", [404; 3]),
    get("/moderation", "/moderation", [200, 200, 403]),
    post("/moderation", "/moderation", "", OWNER_DONE),
    get("/comments/feed/{token}", "/comments/feed/x", [404; 3]),
    get("/out/by/{token}", "/out/by/x", [404; 3]),
    get("/out/{view}", "/out/edition.rss", ALL),
    get("/out/{view}/{of}", "/out/story/{story}.json", ALL),
    post("/out/address", "/out/address", "view=view:story:{story}", ALL),
    post("/out/end", "/out/end", "view=view:edition", [404; 3]),
    get("/comments/feed/{token}/{story}", "/comments/feed/x/{story}", [404; 3]),
    get("/search/suggest", "/search/suggest?q=ti", ALL),
    post("/search/keep", "/search/keep", "q=tide&name=Tide", DONE),
    get("/search/kept/{id}", "/search/kept/9999", [404; 3]),
    post("/search/kept/{id}/drop", "/search/kept/9999/drop", "", [404; 3]),
    post("/search/kept/{id}/feed", "/search/kept/9999/feed", "", [404; 3]),
    get("/search/feed/{token}", "/search/feed/x", [404; 3]),
    get("/following", "/following", ALL),
    post("/following/follow", "/following/follow", "name=tide&kind=topic", DONE),
    post("/following/mute", "/following/mute", "", [404; 3]),
    get("/following/left", "/following/left", ALL),
    post("/following/mutes/{id}/drop", "/following/mutes/9999/drop", "", [404; 3]),
    post("/following/readers/{id}/hear", "/following/readers/9999/hear", "", DONE),
    get("/settings", "/settings", ALL),
    post("/settings/pages", "/settings/pages", "language=&look=system&size=usual&zone=", DONE),
    post("/settings/password", "/settings/password", "old=x&password=y&again=y", [422; 3]),
    post("/settings/sessions/others", "/settings/sessions/others", "", DONE),
    post("/settings/sessions/{id}/end", "/settings/sessions/9999/end", "", [404; 3]),
    post("/settings/tokens", "/settings/tokens", "name=x&scope=read", ALL),
    post("/settings/tokens/{id}/withdraw", "/settings/tokens/9999/withdraw", "", [404; 3]),
    post("/settings/house", "/settings/house", "guests=off", OWNER_DONE),
    get("/settings/export.json", "/settings/export.json", ALL),
    post("/settings/leave", "/settings/leave", "sure=yes&old=x", [422; 3]),
    get("/users", "/users", OWNER),
    post("/users/invite", "/users/invite", "name=Dee&role=reader", OWNER),
    post("/users/invitations/{id}/withdraw", "/users/invitations/9999/withdraw", "", [404, 403, 403]),
    post("/users/{id}/role", "/users/{reader}/role", "role=reader", OWNER_DONE),
    post("/users/{id}/link", "/users/{reader}/link", "", OWNER),
    get("/login", "/login", [303; 3]),
    post("/login", "/login", "", [403; 3]),
    get("/setup/{token}", "/setup/x", [410; 3]),
    post("/setup/{token}", "/setup/x", "", [403; 3]),
    get("/invite/{token}", "/invite/x", [410; 3]),
    post("/invite/{token}", "/invite/x", "", [403; 3]),
    get("/feeds/health/{token}", "/feeds/health/x", [404; 3]),
    get("/healthz", "/healthz", ALL),
    get("/websub/{token}", "/websub/x", [404; 3]),
    post("/websub/{token}", "/websub/x", "", [410; 3]),
    get("/script/{name}", "/script/x.mjs", [404; 3]),
    get("/favicon.svg", "/favicon.svg", ALL),
    get("/robots.txt", "/robots.txt", ALL),
    post("/corrections/{id}/undo", "/corrections/1/undo", "", DONE),
    post("/feed/{id}/remove", "/feed/1/remove", "sure=yes", OWNER_DONE),
    post("/users/{id}/remove", "/users/{removed}/remove", "sure=yes", OWNER_DONE),
    post("/logout", "/logout", "", DONE),
];

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Owner,
    Editor,
    Reader,
    Guest,
    Stranger,
    Ended,
}

const EVERYBODY: [Who; 6] = [Who::Owner, Who::Editor, Who::Reader, Who::Guest, Who::Stranger, Who::Ended];

/// The site with one user of each role and one to be removed.
struct Cast {
    site: Site,
    owner: UserId,
    editor: UserId,
    reader: UserId,
    removed: UserId,
}

async fn cast(guests: bool) -> Cast {
    let site = Site::new().await;
    let mut tx = site.house.store.begin().await.unwrap();
    let new = |name, role| NewUser { name, password_hash: "x", role, time_zone: None };
    let editor = tx.add_user(&new("Eda", Role::Editor), 1).await.unwrap();
    let removed = tx.add_user(&new("Rex", Role::Reader), 1).await.unwrap();
    tx.set_guests(guests).await.unwrap();
    tx.commit().await.unwrap();
    Cast { owner: site.house.owner, reader: site.house.reader, editor, removed, site }
}

impl Cast {
    fn fill(&self, text: &str) -> String {
        let seeded = &self.site.house.seeded;
        [
            ("{story}", seeded.barrier.to_string()),
            ("{article}", seeded.barrier_article.to_string()),
            ("{copy}", seeded.copy.to_string()),
            ("{edited}", seeded.edited.to_string()),
            ("{host}", HOST.to_owned()),
            ("{reader}", self.reader.to_string()),
            ("{removed}", self.removed.to_string()),
        ]
        .iter()
        .fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
    }

    /// A new session's cookie and mark; of one that was ended the cookie alone is left.
    async fn session(&self, user: UserId, ended: bool) -> (String, String) {
        let secret = token().unwrap();
        let now = Still.now().unix();
        let mut tx = self.site.house.store.begin().await.unwrap();
        tx.add_session(&token_hash(&secret), user, "test", now, now + 1_000).await.unwrap();
        if ended {
            tx.end_sessions_of(user, None).await.unwrap();
        }
        tx.commit().await.unwrap();
        (format!("wireroom_session={secret}"), token_hash(&format!("wireroom form {secret}")))
    }

    async fn asks(&self, who: Who, row: &Row) -> site::Answer {
        let (cookie, mark) = match who {
            Who::Owner => self.session(self.owner, false).await,
            Who::Editor => self.session(self.editor, false).await,
            Who::Reader => self.session(self.reader, false).await,
            Who::Ended => self.session(self.owner, true).await,
            Who::Guest | Who::Stranger => (String::new(), "0".repeat(64)),
        };
        let path = self.fill(row.path);
        match row.method {
            "GET" => self.site.get(&path, &cookie).await,
            _ => self.site.post(&path, &cookie, &format!("csrf={mark}&{}", self.fill(row.form))).await,
        }
    }
}

/// What this row's question is answered to somebody.
fn expected(row: &Row, who: Who) -> u16 {
    let stands = |side: Door| addresses().iter().any(|(at, address)| *at == side && *address == row.address);
    let [owner, editor, reader] = row.told;
    match who {
        Who::Owner => owner,
        Who::Editor => editor,
        Who::Reader => reader,
        _ if stands(Door::Outside) && row.address == "/login" && row.method == "GET" => 200,
        _ if stands(Door::Outside) => reader,
        Who::Guest if row.method == "GET" && stands(Door::Guests) => 200,
        _ => 303,
    }
}

#[tokio::test]
async fn every_address_answers_each_role_as_its_row_says() {
    let mut wrong = Vec::new();
    for who in EVERYBODY {
        let cast = cast(who == Who::Guest).await;
        for row in ROWS {
            let answer = cast.asks(who, row).await;
            let told = answer.status.as_u16();
            let meant = expected(row, who);
            if told != meant {
                wrong.push(format!("{who:?} {} {}: {told}, not {meant}", row.method, row.path));
            }
            let inside = addresses().contains(&(Door::Inside, row.address));
            if inside && meant == 303 && matches!(who, Who::Stranger | Who::Ended | Who::Guest) {
                assert!(answer.location().starts_with("/login?next="), "{who:?} {}", row.path);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_address_of_the_map_has_its_row_and_no_row_is_of_nowhere() {
    let map: BTreeSet<&str> = addresses().into_iter().map(|(_, address)| address).collect();
    let rows: BTreeSet<&str> = ROWS.iter().map(|row| row.address).collect();
    assert!(map.len() > 60);
    assert_eq!(map.difference(&rows).collect::<Vec<_>>(), [] as [&&str; 0], "addresses without a row");
    assert_eq!(rows.difference(&map).collect::<Vec<_>>(), [] as [&&str; 0], "rows of no address");
}

#[tokio::test]
async fn no_address_answers_a_method_that_has_no_row() {
    let cast = cast(false).await;
    for row in ROWS.iter().filter(|row| row.address != "/logout") {
        let other = if row.method == "GET" { "POST" } else { "GET" };
        if ROWS.iter().any(|one| one.address == row.address && one.method == other) {
            continue;
        }
        let asked = Row { method: other, form: "", told: row.told, ..*row };
        let answer = cast.asks(Who::Owner, &asked).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{other} {} has no row", row.path);
    }
}

#[test]
fn guests_stand_at_six_addresses_that_readers_have_too() {
    let of = |side: Door| -> BTreeSet<&str> {
        addresses().into_iter().filter(|(at, _)| *at == side).map(|(_, address)| address).collect()
    };
    let guests = of(Door::Guests);
    assert_eq!(guests.len(), 6);
    assert!(guests.is_subset(&of(Door::Inside)));
}
