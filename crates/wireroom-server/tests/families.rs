//! The page of a family: the tree of its printings, each with its reason and the way to what it changed.

use crate::site::{Site, held};
use axum::http::StatusCode;
use serde_json::Value;
use wireroom_model::{ArticleId, FamilyId, Time, When};
use wireroom_store::Viewer;
use wireroom_store::articles::ArticleLine;
use wireroom_store::lineage::{Clue, Descent, FamilyLineage, Reason};
use wireroom_store::versions::NewVersion;

/// The family of the seeded copy, with its members.
async fn family(site: &Site) -> (FamilyId, Vec<ArticleLine>) {
    let line = site.house.store.article_line(site.house.seeded.copy, Viewer::House).await.unwrap().unwrap();
    let family = line.copy.unwrap().family;
    (family, site.house.store.articles_of_family(family, Viewer::House).await.unwrap())
}

fn by<'a>(members: &'a [ArticleLine], outlet: &str) -> &'a ArticleLine {
    members.iter().find(|line| line.outlet.as_deref() == Some(outlet)).unwrap()
}

/// The agency's own printing first, an echo of it, and one that repeats the echo's edits.
async fn trace(site: &Site, family: FamilyId, members: &[ArticleLine]) {
    let wire = by(members, "Corvane Wire").id;
    let echo = by(members, "Quayside Echo").id;
    let descent = |line: &ArticleLine| {
        let (parent, reason) = match line.outlet.as_deref() {
            Some("Corvane Wire") => (None, Reason::AgencyCredit),
            Some("Harbour & Rail") => (Some(echo), Reason::InheritedEdits),
            Some("Lowland Weekly") => (None, Reason::OrderUnknown),
            _ => (Some(wire), Reason::Earliest),
        };
        let clue =
            Clue { reason, of: parent, words: "twenty <b> to ten".to_owned(), span: None, holds: true };
        let clues = if reason == Reason::InheritedEdits { vec![clue] } else { Vec::new() };
        Descent { article: line.id, parent, reason, kept: if parent.is_some() { 0.614 } else { 1.0 }, clues }
    };
    let lineage = FamilyLineage {
        family,
        first: wire,
        agency: Some("Corvane".to_owned()),
        outlet: None,
        clues: Vec::new(),
        reason: Reason::AgencyCredit,
        read_from: "a test".to_owned(),
        members: members.iter().map(descent).collect(),
    };
    let mut tx = site.house.store.begin().await.unwrap();
    tx.save_lineage(&lineage).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_family_is_told_as_a_tree_with_a_reason_for_each_printing() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let (family, members) = family(&site).await;
    trace(&site, family, &members).await;
    let page = site.get(&format!("/family/{family}"), &cookie).await;
    assert_eq!(page.status, StatusCode::OK);
    let body = page.body;
    assert!(body.contains("How one Corvane text reached six outlets"), "{body}");
    assert!(body.contains("Corvane printed it itself.") && body.contains("word for word"), "{body}");
    assert!(body.contains("Quayside Echo: it repeats edits that stand only there"), "{body}");
    assert!(body.contains("the times do not tell the order"), "{body}");
    assert!(body.contains("55 min later") && body.contains("61%"), "{body}");
    assert!(body.contains("twenty &#60;b&#62; to ten"), "what shows it is quoted: {body}");
    let (echo, rail) = (by(&members, "Quayside Echo").id, by(&members, "Harbour & Rail").id);
    let wire = by(&members, "Corvane Wire").id;
    for printing in [wire, rail] {
        assert!(body.contains(&format!("href=\"/diff/common/{printing}\"")), "{body}");
    }
    assert!(body.contains("Compare Harbour &#38; Rail with what most printings share"), "{body}");
    let place = |id: ArticleId| body.find(&format!("/article/{id}\"")).unwrap();
    assert!(place(wire) < place(echo) && place(echo) < place(rail), "children stand under their parent");
}

#[tokio::test]
async fn a_family_that_was_not_traced_claims_no_order() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let (family, members) = family(&site).await;
    let body = site.get(&format!("/family/{family}"), &cookie).await.body;
    assert!(body.contains("The others are measured against the text in Corvane Wire."), "{body}");
    assert_eq!(body.matches("not read yet").count(), members.len() - 1, "{body}");
    assert!(!body.contains(" later<"), "{body}");
}

#[tokio::test]
async fn the_json_of_a_family_says_the_same_and_null_for_the_unknown() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let (family, members) = family(&site).await;
    trace(&site, family, &members).await;
    let answer = site.get(&format!("/family/{family}.json"), &cookie).await;
    assert_eq!(answer.headers["content-type"], "application/json");
    let shape = held("family", &answer.body);
    assert_eq!(shape["family"], family.get());
    assert_eq!(shape["first"], by(&members, "Corvane Wire").id.get());
    assert_eq!(
        (shape["agency"].as_str(), shape["reason"].as_str()),
        (Some("Corvane"), Some("agency_credit"))
    );
    let rows = shape["members"].as_array().unwrap();
    assert_eq!(rows.len(), members.len());
    let rail = rows.iter().find(|row| row["outlet"] == "Harbour & Rail").unwrap();
    assert_eq!(
        rail["clues"][0]["of"],
        by(&members, "Quayside Echo").id.get(),
        "a clue names whom it points to"
    );
    let weekly = rows.iter().find(|row| row["outlet"] == "Lowland Weekly").unwrap();
    assert_eq!((weekly["parent"].clone(), weekly["reason"].as_str()), (Value::Null, Some("order_unknown")));
    assert_eq!(weekly["published"], "2026-11-22");
}

#[tokio::test]
async fn a_family_that_nobody_may_see_is_no_family() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let private = site.house.store.article_line(site.house.seeded.private, Viewer::House).await.unwrap();
    let hidden = private.unwrap().copy.unwrap().family;
    for path in [format!("/family/{hidden}"), "/family/9999".to_owned(), "/family/9999.json".to_owned()] {
        assert_eq!(site.get(&path, &cookie).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(site.get("/family/none", &cookie).await.status, StatusCode::NOT_FOUND);
    let (ben, _) = site.sign_in(site.house.reader).await;
    assert_eq!(site.get(&format!("/family/{hidden}"), &ben).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_story_and_the_article_lead_to_their_family() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let (family, _) = family(&site).await;
    let seeded = &site.house.seeded;
    for path in [format!("/story/{}", seeded.barrier), format!("/article/{}", seeded.copy)] {
        let body = site.get(&path, &cookie).await.body;
        assert!(body.contains(&format!("href=\"/family/{family}\"")), "{path}");
    }
}

/// What each printing's own words say against its place: an agency's clock, a credit, a time.
async fn contradict(site: &Site, family: FamilyId, members: &[ArticleLine]) {
    let wire = by(members, "Corvane Wire");
    let clue =
        |reason, of, words: &str, holds| Clue { reason, of, words: words.to_owned(), span: None, holds };
    let descent = |line: &ArticleLine| {
        let (parent, reason, clues) = match line.outlet.as_deref() {
            Some("Corvane Wire") => (None, Reason::FirstPublished, Vec::new()),
            Some("Quayside Echo") => {
                let credit = clue(Reason::AgencyCredit, Some(wire.id), "(Corvane <i>)", true);
                let time = clue(Reason::Earliest, Some(wire.id), "earlier", false);
                let child = by(members, "Harbour & Rail").id;
                let edits = clue(Reason::InheritedEdits, Some(child), "what its copy has too", false);
                (Some(wire.id), Reason::AgencyCredit, vec![credit, time, edits])
            }
            Some("Harbour & Rail") => {
                let line = clue(Reason::FirstPublished, None, "First in the Tern Gazette.", false);
                (Some(by(members, "Quayside Echo").id), Reason::InheritedEdits, vec![line])
            }
            Some("Lowland Weekly") => {
                let edits =
                    clue(Reason::InheritedEdits, Some(by(members, "Quayside Echo").id), "at dawn", false);
                (None, Reason::OrderUnknown, vec![edits])
            }
            // What the others say of the root is not said of this one.
            _ => (Some(wire.id), Reason::FirstPublished, vec![clue(Reason::Dateline, None, "x", false)]),
        };
        Descent { article: line.id, parent, reason, kept: 1.0, clues }
    };
    let lineage = FamilyLineage {
        family,
        first: wire.id,
        agency: None,
        outlet: None,
        clues: Vec::new(),
        reason: Reason::FirstPublished,
        read_from: "a test".to_owned(),
        members: members.iter().map(descent).collect(),
    };
    let mut tx = site.house.store.begin().await.unwrap();
    tx.save_lineage(&lineage).await.unwrap();
    tx.commit().await.unwrap();
}

/// Sets the clock of an article's current version so many minutes before another's.
async fn wind(site: &Site, article: ArticleId, source: &ArticleLine, minutes: i64) {
    let at = source.published.known().unwrap().unix() - minutes * 60;
    let mut version = site.house.store.current_version(article, Viewer::House).await.unwrap().unwrap();
    version.extracted.published = Time::At(When::from_unix(at).unwrap());
    let mut tx = site.house.store.begin().await.unwrap();
    let new = NewVersion {
        extracted: &version.extracted,
        title: &version.title,
        text_hash: &format!("wound {minutes}"),
        extractor: 1,
        normal: 1,
        page: None,
    };
    tx.save_version(article, &new, at).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn what_contradicts_a_place_in_the_tree_is_said_with_what_overrules_it() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let (family, members) = family(&site).await;
    let (wire, echo) = (by(&members, "Corvane Wire"), by(&members, "Quayside Echo"));
    contradict(&site, family, &members).await;
    wind(&site, echo.id, wire, 120).await;
    let body = site.get(&format!("/family/{family}"), &cookie).await.body;
    assert!(
        body.contains("Its clock reads 2 hours before the text it credits, Corvane Wire’s, but "),
        "{body}"
    );
    assert!(
        body.contains("but whole hours are what a clock in another zone shows, and the credit weighs more."),
        "{body}"
    );
    assert!(
        body.contains("It says <q lang=\"en\"><bdi>First in the Tern Gazette.</bdi></q>, but it repeats edits that stand only in Quayside Echo."),
        "{body}"
    );
    assert!(
        body.contains("It shares edits with Quayside Echo <q lang=\"en\"><bdi>at dawn</bdi></q>, but nothing shows which of the two had them first: their order cannot be known."),
        "{body}"
    );
    assert!(!body.contains("what its copy has too"), "a copy of it contradicts nothing: {body}");
    assert!(body.contains("Corvane Wire: the other printings show that it had it first"), "{body}");
    assert!(
        !body.contains("Corvane Wire: a line of it says"),
        "nothing is said for a printing that it does not say"
    );
    let place = |id: ArticleId| body.find(&format!("/article/{id}\"")).unwrap();
    assert!(place(wire.id) < place(echo.id), "the clock orders nothing anew");
    wind(&site, echo.id, wire, 121).await;
    let body = site.get(&format!("/family/{family}"), &cookie).await.body;
    assert!(!body.contains("Its clock reads"), "{body}");
    assert!(
        body.contains("The time that it states is before Corvane Wire’s, but what it says of its source"),
        "{body}"
    );
}

#[tokio::test]
async fn each_printing_of_a_family_has_its_forms_and_the_words_that_stand_with_their_undo() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let (family, members) = family(&site).await;
    let (wire, echo) = (by(&members, "Corvane Wire").id, by(&members, "Quayside Echo").id);
    let path = format!("/family/{family}");
    let body = site.get(&path, &ada.0).await.body;
    assert_eq!(body.matches("Is that right?").count(), members.len(), "{body}");
    assert_eq!(body.matches("value=\"apart\"").count(), members.len());
    assert_eq!(body.matches("value=\"first\"").count(), members.len());
    assert!(body.contains("What you say holds for everybody") && !body.contains("Take it back"));
    let say = async |form: String| {
        site.send_form("/corrections/say", &ada, &format!("family={family}&{form}")).await
    };
    let answer = say(format!("article={echo}&kind=first")).await;
    assert_eq!(answer.location(), format!("{path}?did=first"));
    let body = site.get(&format!("{path}?did=first"), &ada.0).await.body;
    assert!(
        body.contains("had its text first") && body.contains("Remembered. The family is folded"),
        "{body}"
    );
    assert_eq!(body.matches("value=\"first\"").count(), members.len() - 1, "said already");
    say(format!("article={echo}&kind=apart&other={wire}")).await;
    let transcript = site.house.seeded.transcript;
    say(format!("article={wire}&kind=same&address=%2Farticle%2F{transcript}")).await;
    let body = site.get(&path, &ada.0).await.body;
    assert!(body.contains("is not the same text as") && body.contains("is the same text as <a"), "{body}");
    assert_eq!(body.matches("Take it back").count(), 3, "each word once");
    for said in site.house.store.corrections_for_all().await.unwrap() {
        let undo = format!("/corrections/{}/undo", said.id);
        let answer = site.send_form(&undo, &ada, &format!("back={}&family={family}", said.article)).await;
        assert_eq!(answer.location(), format!("{path}?did=undone"));
    }
    assert!(!site.get(&path, &ada.0).await.body.contains("Take it back"));
    let answer =
        site.send_form("/corrections/say", &ada, &format!("family=9999&article={echo}&kind=first")).await;
    assert_eq!(
        answer.location(),
        format!("{path}?did=first"),
        "a family that is gone leads to the one it is in"
    );
}

#[tokio::test]
async fn the_forms_of_a_family_show_a_reader_nothing_that_is_not_the_readers() {
    let site = Site::new().await;
    let (ada, ben) = (site.sign_in(site.house.owner).await, site.sign_in(site.house.reader).await);
    let (family, members) = family(&site).await;
    let (wire, echo) = (by(&members, "Corvane Wire").id, by(&members, "Quayside Echo").id);
    let path = format!("/family/{family}");
    site.send_form("/corrections/say", &ada, &format!("article={echo}&kind=apart&other={wire}")).await;
    let private = site.house.seeded.private;
    site.send_form("/corrections/say", &ben, &format!("article={wire}&kind=same&other={private}")).await;
    let body = site.get(&path, &ben.0).await.body;
    assert!(body.contains("is not the same text as") && body.contains("for everybody"), "{body}");
    assert_eq!(body.matches("Take it back").count(), 1, "an editor's word is not a reader's to take back");
    assert!(body.contains("What you say holds for you"));
    let body = site.get(&path, &ada.0).await.body;
    assert!(!body.contains("is the same text as <a"), "another's own word is not told: {body}");
    assert!(!body.contains(&format!("/article/{private}\"")), "{body}");
}

#[tokio::test]
async fn a_reader_who_says_who_was_first_sees_the_tree_from_there_and_no_machines_proof_of_another() {
    let site = Site::new().await;
    let (ada, ben) = (site.sign_in(site.house.owner).await, site.sign_in(site.house.reader).await);
    let (family, members) = family(&site).await;
    trace(&site, family, &members).await;
    let echo = by(&members, "Quayside Echo").id;
    let path = format!("/family/{family}");
    site.send_form("/corrections/say", &ben, &format!("article={echo}&kind=first")).await;
    let body = site.get(&path, &ben.0).await.body;
    assert!(body.contains("Quayside Echo had it first, as a reader said."), "{body}");
    assert!(body.contains("Quayside Echo: a reader said so"), "{body}");
    assert!(
        !body.contains("which this house does not read"),
        "the agency's own printing is in the house: {body}"
    );
    assert!(
        body.contains("Quayside Echo: it repeats edits that stand only there"),
        "what the texts show stands"
    );
    let body = site.get(&path, &ada.0).await.body;
    assert!(body.contains("Corvane printed it itself."), "{body}");
}

#[tokio::test]
async fn what_was_taken_from_a_printing_that_is_not_shown_is_not_called_the_earliest() {
    let site = Site::new().await;
    let (ada, ben) = (site.sign_in(site.house.owner).await, site.sign_in(site.house.reader).await);
    let (family, members) = family(&site).await;
    trace(&site, family, &members).await;
    let (wire, echo) = (by(&members, "Corvane Wire").id, by(&members, "Quayside Echo").id);
    site.send_form("/corrections/say", &ben, &format!("article={wire}&kind=apart&other={echo}")).await;
    let body = site.get(&format!("/family/{family}"), &ben.0).await.body;
    assert!(
        !body.contains(&format!("/article/{wire}\" ")) && !body.contains("the earliest printing"),
        "{body}"
    );
    assert!(!body.contains("printed it first"), "{body}");
    assert!(site.get(&format!("/family/{family}"), &ada.0).await.body.contains("the earliest printing"));
}
