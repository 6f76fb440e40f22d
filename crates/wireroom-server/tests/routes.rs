//! The site by its routes: who may see and change what, and that outside text stays text.

use crate::house::Still;
use crate::site::{Site, mark};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use base64::Engine;
use sha2::{Digest, Sha256};
use wireroom_model::time::Clock;

const PAGES: &[&str] = &[
    "/",
    "/latest",
    "/latest?page=2",
    "/story/1",
    "/story/1/origins",
    "/story/1/origins.json",
    "/story/1/links.json",
    "/article/1",
    "/article/1/versions",
    "/diff/1",
    "/diff/1/2",
    "/diff/common/1",
    "/family/1",
    "/outlets",
    "/outlet/1",
    "/corrections",
    "/feeds",
    "/feed/1",
    "/sites",
    "/site/ostrel-lamp.example",
    "/search",
    "/tags",
    "/tag/TideBarrier",
    "/search?q=tide",
    "/ask",
    "/ask?q=tide&story=1",
    "/no/such/page",
];
const WRITES: &[&str] = &[
    "/story/1/read",
    "/story/1/star",
    "/article/1/read",
    "/article/1/star",
    "/feeds/add",
    "/feeds/folders",
    "/feeds/health",
    "/feeds/import",
    "/feed/1/pause",
    "/feed/1/poll",
    "/feed/1/remove",
    "/feed/1/set",
    "/site/ostrel-lamp.example/say",
    "/site/ostrel-lamp.example/drop",
    "/site/ostrel-lamp.example/try",
    "/site/ostrel-lamp.example/save",
    "/site/ostrel-lamp.example/again",
    "/corrections/say",
    "/corrections/1/undo",
    "/tags/follow",
    "/ask/write",
    "/logout",
];

#[tokio::test]
async fn every_page_leads_a_stranger_to_the_door_and_back() {
    let site = Site::new().await;
    for path in PAGES.iter().filter(|path| !path.contains("no/such")) {
        let answer = site.get(path, "").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
        assert!(answer.location().starts_with("/login?next=%2F"), "{path}: {}", answer.location());
    }
    for path in WRITES {
        let answer = site.post(path, "", "csrf=x").await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/login?next=%2F"), "{path}");
    }
}

#[tokio::test]
async fn a_made_up_session_opens_nothing() {
    let site = Site::new().await;
    let answer = site.get("/", &format!("wireroom_session={}", "0".repeat(64))).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn health_script_and_doors_are_open_to_all() {
    let site = Site::new().await;
    let health = site.get("/healthz", "").await;
    assert_eq!(health.status, StatusCode::OK);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&health.body).unwrap()["database"], true);
    let login = site.get("/login", "").await;
    assert_eq!(login.status, StatusCode::OK);
    let at = login.body.find("/script/").unwrap();
    let script = site.get(&login.body[at..at + 28], "").await;
    assert_eq!(script.status, StatusCode::OK);
    assert!(script.headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
    assert_eq!(site.get("/script/0000000000000000.mjs", "").await.status, StatusCode::NOT_FOUND);
    assert!(site.get("/robots.txt", "").await.body.contains("Disallow: /"));
}

#[tokio::test]
async fn every_page_forbids_all_but_the_houses_module_and_its_own_sheet_and_frames_and_caches() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    for path in PAGES {
        let answer = site.get(path, &cookie).await;
        let policy = answer.headers["content-security-policy"].to_str().unwrap();
        let sheet =
            answer.body.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).unwrap();
        let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(sheet));
        assert!(policy.contains(&format!("; style-src 'sha256-{hash}';")), "{path}: {policy}");
        assert!(
            policy.starts_with("default-src 'none'")
                && !policy.contains("unsafe")
                && policy.contains("; script-src 'self'; connect-src 'self';"),
            "{path}"
        );
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
        assert!(
            answer.body.matches("<script").count() == 1
                && answer.body.contains("<script type=\"module\" src=\"/script/")
                && answer.body.contains("\"></script>")
                && !answer.body.contains(" style=")
                && answer.body.matches("<style").count() == 1
                && !answer.body.contains("stylesheet"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn every_page_has_one_heading_of_the_first_order_and_the_way_past_the_navigation() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let seeded = &site.house.seeded;
    let mut paths: Vec<String> = PAGES.iter().map(|path| (*path).to_owned()).collect();
    paths.extend([seeded.barrier, seeded.arabic, seeded.hostile].map(|id| format!("/story/{id}")));
    paths.extend(
        [seeded.barrier_article, seeded.transcript, seeded.edited, seeded.copy]
            .map(|id| format!("/article/{id}")),
    );
    for path in &paths {
        let answer = site.get(path, &cookie).await;
        assert_eq!(answer.body.matches("<h1").count(), 1, "{path}");
        assert!(answer.body.contains("href=\"#main\"") && answer.body.contains("id=\"main\""), "{path}");
        let ids: Vec<&str> =
            answer.body.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let mut unique = ids.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(ids.len(), unique.len(), "an id stands twice on {path}");
    }
}

#[tokio::test]
async fn a_write_without_its_mark_is_refused_and_changes_nothing() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    for path in WRITES {
        for form in ["", "csrf=", "csrf=0000", &format!("csrf={}", "0".repeat(64))] {
            assert_eq!(site.post(path, &cookie, form).await.status, StatusCode::FORBIDDEN, "{path} {form}");
        }
    }
    assert_eq!(site.get("/feeds", &cookie).await.status, StatusCode::OK, "still signed in");
}

#[tokio::test]
async fn the_mark_of_one_session_does_not_serve_another() {
    let site = Site::new().await;
    let (_, other) = site.sign_in(site.house.reader).await;
    let (cookie, own) = site.sign_in(site.house.owner).await;
    assert_ne!(own, other);
    assert_eq!(site.post("/logout", &cookie, &format!("csrf={other}")).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_form_from_another_site_is_refused_even_with_the_mark() {
    let site = Site::new().await;
    let (cookie, mark) = site.sign_in(site.house.owner).await;
    let request = Request::post("/logout")
        .header(header::COOKIE, &cookie)
        .header("sec-fetch-site", "cross-site")
        .body(Body::from(format!("csrf={mark}")));
    assert_eq!(site.send(request.unwrap()).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn no_get_reaches_a_write() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    for path in WRITES {
        let answer = site.get(path, &cookie).await;
        assert!(
            matches!(answer.status, StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED),
            "{path}: {}",
            answer.status
        );
    }
}

#[tokio::test]
async fn outside_text_stays_text_everywhere() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let seeded = &site.house.seeded;
    let paths = [
        "/".to_owned(),
        "/latest".to_owned(),
        "/outlets".to_owned(),
        format!("/story/{}", seeded.hostile),
        format!("/article/{}", seeded.hostile_article),
        "/search?q=ampersand".to_owned(),
        "/search?q=%3Cscript%3Ealert(9)%3C%2Fscript%3E".to_owned(),
    ];
    for path in paths {
        let body = site.get(&path, &cookie).await.body;
        // The one script is the house's own.
        let body = body.replacen("<script type=\"module\" src=\"/script/", "", 1);
        for bad in ["<script", "<img", "<iframe", "<svg onload", "alert(9)</"] {
            assert!(!body.contains(bad), "{bad} on {path}");
        }
    }
    let story = site.get(&format!("/story/{}", seeded.hostile), &cookie).await.body;
    assert!(story.contains("&#60;script&#62;alert(1)") || story.contains("&lt;script&gt;alert(1)"));
}

#[tokio::test]
async fn a_text_written_from_right_to_left_is_set_so() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let article = site.get(&format!("/article/{}", site.house.seeded.arabic_article), &cookie).await.body;
    assert!(article.contains("<h1 lang=\"ar\" dir=\"rtl\">"));
    assert!(article.contains("<div class=\"text\" lang=\"ar\" dir=\"rtl\">"));
    assert!(article.contains("<html lang=\"en\" dir=\"ltr\">"));
    let front = site.get("/", &cookie).await.body;
    assert!(front.contains("dir=\"rtl\""));
}

#[tokio::test]
async fn a_merged_story_leads_on_for_good() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let seeded = &site.house.seeded;
    let answer = site.get(&format!("/story/{}", seeded.merged), &cookie).await;
    assert_eq!(answer.status, StatusCode::MOVED_PERMANENTLY);
    assert_eq!(answer.location(), format!("/story/{}", seeded.barrier));
}

#[tokio::test]
async fn what_is_not_there_says_so_and_shows_the_way_out() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    for path in [
        "/story/999999",
        "/article/999999",
        "/outlet/999999",
        "/story/0",
        "/story/abc",
        "/article/9007199254740992",
        "/nowhere",
        "/article/1?version=zzz",
    ] {
        let answer = site.get(path, &cookie).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.body.contains("class=\"button\""), "{path}");
    }
}

#[tokio::test]
async fn a_story_cites_every_sentence_and_lists_every_source() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let body = site.get(&format!("/story/{}", site.house.seeded.barrier), &cookie).await.body;
    for target in body.split("href=\"#src-").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(body.contains(&format!("id=\"src-{target}\"")), "mark {target} leads nowhere");
    }
    for sentence in body.split("<span class=\"s ").skip(1) {
        assert!(sentence.split("</p>").next().unwrap().contains("class=\"cite\""));
    }
    for words in [
        "Conflict",
        "Agree",
        "Updated",
        "One source",
        "11 articles, folded under 5 texts",
        "Imre Valdan",
        "78%",
    ] {
        assert!(body.contains(words), "{words}");
    }
}

#[tokio::test]
async fn a_citation_opens_at_its_passage_and_an_old_version_stays() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let seeded = &site.house.seeded;
    let story = site.get(&format!("/story/{}", seeded.barrier), &cookie).await.body;
    let list = story.find("id=\"sources\"").unwrap();
    let at = list + story[list..].find("?version=").unwrap();
    let from = story[..at].rfind("href=\"").unwrap() + 6;
    let link = story[from..].split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
    let article = site.get(link.split('#').next().unwrap(), &cookie).await.body;
    assert!(article.contains("<mark id=\"here\" data-cite>The tidal barrier at Ostrel"), "{link}");
    let edited = site.get(&format!("/article/{}", seeded.edited), &cookie).await.body;
    assert!(edited.contains("73 members") && !edited.contains("71 members"));
    let at = edited.find("?version=").unwrap();
    let old = edited[at..].split('"').next().unwrap();
    let old = site.get(&format!("/article/{}{old}", seeded.edited), &cookie).await.body;
    assert!(old.contains("71 members") && old.contains("version 1, an older text"));
}

#[tokio::test]
async fn a_version_of_another_article_does_not_show_under_this_one() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let seeded = &site.house.seeded;
    let version = site.house.store.version_lines(seeded.private).await.unwrap()[0].id;
    let answer = site.get(&format!("/article/{}?version={version}", seeded.edited), &cookie).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_transcript_is_set_by_its_speakers() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let body = site.get(&format!("/article/{}", site.house.seeded.transcript), &cookie).await.body;
    assert_eq!(body.matches("class=\"turn\"").count(), 4);
    assert!(body.contains("The evening after the barrier held."));
    let text = &body[body.find("class=\"text\"").unwrap()..body.find("id=\"stands\"").unwrap()];
    assert_eq!(text.matches("Mara Quill").count(), 2, "labels are not printed twice");
}

#[tokio::test]
async fn what_a_private_feed_brought_is_seen_by_its_subscriber_alone() {
    let site = Site::new().await;
    let seeded = &site.house.seeded;
    let (ada, _) = site.sign_in(site.house.owner).await;
    let (ben, _) = site.sign_in(site.house.reader).await;
    let path = format!("/article/{}", seeded.private);
    assert_eq!(site.get(&path, &ada).await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get(&path, &ben).await.status, StatusCode::OK);
    for path in ["/search?q=zirconium", "/outlets", "/feeds", "/latest", "/"] {
        let body = site.get(path, &ada).await.body;
        assert!(
            !body.contains("subscribers alone")
                && !body.contains("Closed Letter")
                && !body.contains("Ben’s own"),
            "{path}"
        );
    }
    assert!(site.get("/search?q=zirconium", &ben).await.body.contains("Closed Letter"));
}

#[tokio::test]
async fn search_lights_the_words_it_found() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let body = site.get("/search?q=sandbags", &cookie).await.body;
    assert!(body.contains("<mark>sandbags</mark>"));
    assert!(site.get("/search?q=qqqqqq", &cookie).await.body.contains("Nothing was found"));
}

#[tokio::test]
async fn reading_and_starring_are_the_readers_own() {
    let site = Site::new().await;
    let barrier = site.house.seeded.barrier;
    let (ada, mark) = site.sign_in(site.house.owner).await;
    let (ben, _) = site.sign_in(site.house.reader).await;
    let answer = site.post(&format!("/story/{barrier}/read"), &ada, &format!("csrf={mark}")).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/"));
    site.post(&format!("/story/{barrier}/star"), &ada, &format!("csrf={mark}")).await;
    let hers = site.get(&format!("/story/{barrier}"), &ada).await.body;
    assert!(hers.contains("You have read this story") && hers.contains("Take the star away"));
    assert!(site.get("/", &ada).await.body.contains("1 of "));
    let his = site.get(&format!("/story/{barrier}"), &ben).await.body;
    assert!(his.contains("That is the story so far") && !his.contains("Take the star away"));
    site.post(&format!("/story/{barrier}/read"), &ada, &format!("csrf={mark}&to=no")).await;
    assert!(site.get(&format!("/story/{barrier}"), &ada).await.body.contains("That is the story so far"));
}

#[tokio::test]
async fn a_reader_cannot_change_the_houses_feeds() {
    let site = Site::new().await;
    let (ben, mark) = site.sign_in(site.house.reader).await;
    for path in ["/feed/1/pause", "/feed/1/poll", "/feed/1/remove"] {
        assert_eq!(
            site.post(path, &ben, &format!("csrf={mark}")).await.status,
            StatusCode::FORBIDDEN,
            "{path}"
        );
    }
    assert!(!site.get("/feeds", &ben).await.body.contains("/feed/1/remove"));
}

#[tokio::test]
async fn an_owner_pauses_resumes_and_removes() {
    let site = Site::new().await;
    let (ada, mark) = site.sign_in(site.house.owner).await;
    let paused = site.post("/feed/1/pause", &ada, &format!("csrf={mark}")).await;
    assert_eq!(paused.location(), "/feeds?did=paused");
    assert!(site.get("/feeds?did=paused", &ada).await.body.contains("The feed rests"));
    site.post("/feed/1/pause", &ada, &format!("csrf={mark}&to=resume")).await;
    site.post("/feed/1/remove", &ada, &format!("csrf={mark}&sure=yes")).await;
    assert!(!site.get("/feeds", &ada).await.body.contains("ostrel-lamp.example/feed.xml"));
    assert_eq!(
        site.post("/feed/1/remove", &ada, &format!("csrf={mark}")).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_feed_that_cannot_be_added_says_why_and_keeps_what_was_typed() {
    let site = Site::new().await;
    let (ada, mark) = site.sign_in(site.house.owner).await;
    let good =
        site.post("/feeds/add", &ada, &format!("csrf={mark}&pick0=https%3A%2F%2Fnew.example%2Ffeed")).await;
    assert_eq!(good.location(), "/feeds?did=added");
    let bad = site
        .post(
            "/feeds/add",
            &ada,
            &format!(
                "csrf={mark}&address=https%3A%2F%2Frefused.example%2F&pick0=https%3A%2F%2Frefused.example%2F"
            ),
        )
        .await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bad.body.contains("names no feed") && bad.body.contains("value=\"https://refused.example/\""));
}

#[tokio::test]
async fn an_opml_file_is_taken_as_upload_and_as_text() {
    let site = Site::new().await;
    let (ada, mark) = site.sign_in(site.house.owner).await;
    let part = |name: &str, more: &str, value: &str| {
        format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n{value}\r\n")
    };
    let body = format!(
        "{}{}{}--cut--\r\n",
        part("csrf", "", &mark),
        part("file", "; filename=\"a.opml\"", "0123456"),
        part("text", "", "")
    );
    let request = Request::post("/feeds/import")
        .header(header::COOKIE, &ada)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=cut")
        .body(Body::from(body));
    let answer = site.send(request.unwrap()).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains("7 feeds added; 2 were here already"));
    assert!(answer.body.contains("line 4") && !answer.body.contains("address <b>"));
    let pasted = site.post("/feeds/import", &ada, &format!("csrf={mark}&text=%3Copml%3E")).await;
    assert!(pasted.body.contains("6 feeds added"));
    assert_eq!(
        site.post("/feeds/import", &ada, &format!("csrf={mark}")).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[tokio::test]
async fn a_form_beyond_the_limit_is_refused() {
    let site = Site::new().await;
    let (ada, mark) = site.sign_in(site.house.owner).await;
    let answer = site.post("/feeds/import", &ada, &format!("csrf={mark}&text={}", "x".repeat(9 << 20))).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn signing_out_ends_the_session_itself() {
    let site = Site::new().await;
    let (ada, mark) = site.sign_in(site.house.owner).await;
    let answer = site.post("/logout", &ada, &format!("csrf={mark}")).await;
    assert_eq!(answer.location(), "/login");
    assert_eq!(site.get("/", &ada).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_open_house_needs_no_door_but_still_checks_its_forms() {
    let site = Site::at(None, true).await;
    let front = site.get("/", "").await;
    assert_eq!(front.status, StatusCode::OK);
    assert!(front.body.contains("That is the edition. You are done."));
    assert!(!front.body.contains("Sign out"));
    assert_eq!(site.post("/feeds/add", "", "csrf=x&address=y").await.status, StatusCode::FORBIDDEN);
    let mark = mark(&site.get("/feeds", "").await.body);
    assert_eq!(site.post("/feed/1/poll", "", &format!("csrf={mark}")).await.location(), "/feeds?did=asked");
}

#[tokio::test]
async fn a_house_below_a_path_keeps_to_it() {
    let site = Site::at(Some("https://paper.example/news/"), false).await;
    assert_eq!(site.get("/news", "").await.location(), "/news/login?next=%2F");
    assert_eq!(site.get("/news/", "").await.location(), "/news/login?next=%2F");
    assert_eq!(site.get("/news/feeds", "").await.location(), "/news/login?next=%2Ffeeds");
    assert_eq!(site.get("/", "").await.location(), "/news/");
    let login = site.get("/news/login", "").await;
    assert!(login.body.contains("action=\"/news/login\"") && login.body.contains("src=\"/news/script/"));
    let cookie = login.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(
        cookie.contains("; Secure")
            && cookie.contains("Path=/news")
            && cookie.contains("HttpOnly")
            && cookie.contains("SameSite=Lax")
    );
    assert_eq!(site.get("/elsewhere", "").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_front_page_renews_itself_while_the_open_house_fills_and_can_be_held_still() {
    let site = Site::at(None, true).await;
    assert!(!site.get("/", "").await.body.contains("data-renew"));
    let now = Still.now().unix();
    let mut tx = site.house.store.begin().await.unwrap();
    tx.ask(wireroom_store::jobs::JobKind::Page, "1", "", now, now).await.unwrap();
    tx.commit().await.unwrap();
    let filling = site.get("/", "").await.body;
    assert!(
        filling.contains("data-renew=\"3\"")
            && !filling.contains("http-equiv")
            && filling.contains("1 job to do")
    );
    let still = site.get("/?still=1", "").await.body;
    assert!(!still.contains("data-renew") && still.contains("1 job to do"));
}
