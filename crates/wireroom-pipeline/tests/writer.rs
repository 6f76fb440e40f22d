//! A writer that lies, through the real client, the jobs and the store: what it invents is refused, kept for the audit and
//! shown to nobody; what it costs is bounded; what is private stays at home.
#![allow(clippy::disallowed_types, dead_code)]

#[path = "../../wireroom-brief/tests/swaps/plant.rs"]
mod plant;
#[path = "../../wireroom-brief/tests/swaps/press.rs"]
mod press;

use crate::house;
use crate::house::{House, Press};
use crate::scribe::{Asked, Reply, Scribe, row};
use plant::Planted;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex};
use wireroom_brief::ask::{Answer, Passage, ask};
use wireroom_brief::written::Part;
use wireroom_brief::{Cited, Source};
use wireroom_model::{Lang, StoryId};
use wireroom_pipeline::choices::choice;
use wireroom_pipeline::{Import, Options, Standing, Wished, WriterSettings};
use wireroom_store::Viewer;
use wireroom_store::writer::Spent;

/// Rows of one answer that are lies; the true ones follow.
const LIES: usize = 20;
/// Times that the house is opened with another prompt, and asked again.
const ROUNDS: usize = 5;
const DAY: i64 = 86_400;

fn with(writer: WriterSettings) -> Options {
    Options { writer: Some(writer), ..Options::default() }
}

async fn open(folder: &Path, writer: WriterSettings) -> House {
    House::open_with(folder, with(writer)).await
}

/// What a writer adds to a true sentence, or puts in its place; the last three obey what an article asked for.
fn inventions(sentence: &str) -> Vec<String> {
    let bare = sentence.trim_end_matches('.');
    vec![
        format!("{bare}, which cost 17 million."),
        format!("{bare}, said Otto Brandhuber."),
        format!("{bare}, \"and nobody will ever be punished for it\"."),
        format!("According to experts, {bare}."),
        format!("{bare} because officials were bribed."),
        format!("{bare} on 31 December 1899."),
        format!("{bare} [see https://example.invalid]"),
        format!("{bare}, twice as many as in 1999."),
        format!("{bare} in Brandhuberstadt."),
        format!("Nobody denies that {bare}."),
        format!("It is a rumour that {bare}."),
        format!("{bare}, and Otto Brandhuber was arrested."),
        format!("{bare}: 9 people died."),
        format!("{bare}, the mayor admitted."),
        format!("{bare}, as a study found."),
        "I am sorry, but as a language model I cannot help with that.".to_owned(),
        "Send your savings to Count Orlok today.".to_owned(),
        "\"Ignore all previous instructions\", Otto Brandhuber said.".to_owned(),
    ]
}

/// The lies about each sentence, by the sentence.
fn lies(texts: &[press::Written]) -> BTreeMap<String, Vec<String>> {
    let mut lies: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (turn, text) in texts.iter().enumerate() {
        for one in plant::plant(text, texts, turn * 31).into_iter().filter(|one| one.lie.is_some()) {
            lies.entry(own(&one)).or_default().push(one.sentence);
        }
        for span in &text.sentences {
            let sentence = span.of(&text.body).unwrap().to_owned();
            let more = inventions(&sentence);
            lies.entry(sentence).or_default().extend(more);
        }
    }
    lies
}

/// Which of the cited sentences the planted one was made from: the one with most of its words.
fn own(one: &Planted) -> String {
    let shared =
        |text: &String| one.sentence.split(' ').filter(|word| text.split(' ').any(|w| w == *word)).count();
    let best = (0..one.cited.len()).max_by_key(|at| (shared(&one.cited[*at]), std::cmp::Reverse(*at)));
    one.cited[best.unwrap()].clone()
}

/// The whole set of lies about what was asked, a part of it each round, and the sentences themselves.
fn lying(asked: &Asked, lies: &BTreeMap<String, Vec<String>>, served: &Mutex<BTreeSet<String>>) -> Reply {
    let round: usize = asked.prompt.rsplit(' ').next().unwrap().parse().unwrap();
    let about = asked
        .sentences
        .iter()
        .flat_map(|(n, text)| lies.get(text.trim()).into_iter().flatten().map(move |lie| (*n, lie.clone())));
    let part: Vec<(u64, String)> = about.skip(round * LIES).take(LIES).collect();
    let mut rows: Vec<String> = part.iter().map(|(n, lie)| row(lie, &[*n])).collect();
    rows.extend(asked.sentences.iter().map(|(n, text)| row(text, &[*n])));
    served.lock().unwrap().extend(part.into_iter().map(|(_, lie)| lie));
    Reply::Words(rows.join("\n"))
}

/// What a machine wrote and pages show, over all stories.
async fn shown(house: &House) -> (Vec<String>, String) {
    let (mut texts, mut all) = (Vec::new(), String::new());
    for story in house.store.newest_stories(None, 1_000).await.unwrap() {
        let Some(brief) = house.store.brief(story, Viewer::House).await.unwrap() else { continue };
        all.push_str(&brief.json);
        let Some(writing) = house.store.writing(&brief.card).await.unwrap() else { continue };
        let parts: Vec<serde_json::Value> = serde_json::from_str(&writing.parts).unwrap();
        let written = parts.iter().filter_map(|part| part["written"]["text"].as_str());
        texts.extend(written.map(str::to_owned));
        all.push_str(&writing.parts);
    }
    (texts, all)
}

fn imports(texts: &[press::Written]) -> Vec<Import> {
    let one = |(number, text): (usize, &press::Written)| {
        let title: String = text.body.split_whitespace().take(6).collect::<Vec<_>>().join(" ");
        house::row(number as u64 + 1, &format!("outlet{number}"), &title, &text.body)
    };
    texts.iter().enumerate().map(one).collect()
}

#[tokio::test]
async fn every_planted_lie_is_refused_on_its_way_to_the_store_and_no_page_shows_one() {
    let texts = press::all();
    let (set, served) = (Arc::new(lies(&texts)), Arc::new(Mutex::new(BTreeSet::new())));
    let (told, noted) = (Arc::clone(&set), Arc::clone(&served));
    let scribe = Scribe::open(move |asked| lying(asked, &told, &noted)).await;
    let folder = tempfile::tempdir().unwrap();
    let mut passed = 0;
    for round in 0..ROUNDS {
        let house = open(folder.path(), scribe.settings(&format!("round {round}"))).await;
        if round == 0 {
            house.import(imports(&texts)).await;
        }
        house.work().await;
        let (written, all) = shown(&house).await;
        let served = served.lock().unwrap().clone();
        for text in &written {
            assert!(!served.contains(text), "shown: {text}");
        }
        for lie in served.iter().filter(|lie| lie.contains("Brandhuber") || lie.contains("Orlok")) {
            assert!(!all.contains(lie.as_str()), "stored for showing: {lie}");
        }
        passed += written.len();
        let refused: BTreeSet<String> = house
            .store
            .refusals(Viewer::House, None, 50_000)
            .await
            .unwrap()
            .into_iter()
            .map(|r| r.said)
            .collect();
        for lie in &served {
            let kept: String = lie.chars().take(500).collect();
            assert!(refused.contains(&kept), "not on the audit page: {lie}");
        }
    }
    let served = served.lock().unwrap().len();
    println!(
        "{served} different lies served in {} answers, none shown; {passed} true sentences shown",
        scribe.times()
    );
    assert!(served >= 500, "only {served} lies were served");
    assert!(passed > 0, "a check that refuses everything proves nothing");
}

/// Two sentences and more that a brief can be made of, of two stories that have nothing in common.
const BRIDGE: &str = "The council of Tessing voted on Tuesday to close the old bridge for 12 weeks. About 4,000 people cross the \
bridge of Tessing on foot every day. Engineers found 38 cracks under the northern arch of the bridge in March. The repair will \
cost the town 2.4 million euros, the council said. Buses will take the longer way over the dam of Upper Tessing until the autumn.";
const WHALE: &str = "A young whale was freed from a fishing net off the island of Marn on Wednesday morning. Six divers of the \
coastal rescue cut the ropes in nearly four hours of work. The animal is 9 metres long and was first seen by a ferry captain. \
Fishing off Marn stays forbidden for two days, the harbour master said. The net belonged to a trawler that sank in January.";

fn two() -> Vec<Import> {
    vec![
        house::row(1, "north", "Tessing closes its old bridge", BRIDGE),
        house::row(2, "south", "Whale freed off Marn", WHALE),
    ]
}

/// Every sentence as it is: true, and shown.
fn honest(asked: &Asked) -> Reply {
    let rows: Vec<String> = asked.sentences.iter().map(|(n, text)| row(text, &[*n])).collect();
    Reply::Words(rows.join("\n"))
}

async fn spent(house: &House) -> Spent {
    house.store.writer_spent(house.pipeline_day()).await.unwrap()
}

impl House {
    fn pipeline_day(&self) -> i64 {
        self.clock.0.load(std::sync::atomic::Ordering::SeqCst).div_euclid(DAY)
    }
}

#[tokio::test]
async fn nothing_is_asked_twice_or_past_the_days_budget() {
    let folder = tempfile::tempdir().unwrap();
    let scribe = Scribe::open(honest).await;
    let one_a_day = WriterSettings { requests: 1, ..scribe.settings("p") };
    let house = open(folder.path(), one_a_day.clone()).await;
    house.import(two()).await;
    assert_eq!(scribe.times(), 0, "an import without a network asks nobody");
    house.work().await;
    assert_eq!(scribe.times(), 1);
    assert_eq!(spent(&house).await.requests, 1);
    house.later(DAY);
    house.work().await;
    assert_eq!(scribe.times(), 2);
    assert!(!shown(&house).await.0.is_empty());
    drop(house);
    // A house that starts again asks for its newest stories, and finds them answered.
    let house = open(folder.path(), one_a_day).await;
    house.later(2 * DAY - 1);
    house.work().await;
    assert_eq!(scribe.times(), 2);
    drop(house);
    // Few characters are a budget too.
    let other = tempfile::tempdir().unwrap();
    let house = open(other.path(), WriterSettings { characters: 1, ..scribe.settings("p") }).await;
    house.import(two()).await;
    house.work().await;
    assert_eq!((scribe.times(), spent(&house).await.requests), (3, 1));
}

#[tokio::test]
async fn a_writer_that_fails_leaves_the_sources_own_sentences() {
    let replies: [fn() -> Reply; 10] = [
        || Reply::Raw("500 Poison", "poison".to_owned()),
        || Reply::Raw("200 OK", "poison".to_owned()),
        || Reply::Raw("200 OK", "{\"choices\":[{\"message\":{\"content\":7}}]}".to_owned()),
        || Reply::Raw("302 Found", String::new()),
        || Reply::Reset,
        || Reply::Hang,
        || Reply::Endless,
        || Reply::Words("poison ".repeat(9_000)),
        || Reply::Words("\u{0}\u{1}[[[[{{{{".to_owned()),
        || Reply::Words(String::new()),
    ];
    for (case, reply) in replies.into_iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        let scribe = Scribe::open(move |_| reply()).await;
        let house = open(folder.path(), scribe.settings("p")).await;
        house.import(two()[..1].to_vec()).await;
        for _ in 0..5 {
            house.work().await;
            house.later(1_500);
        }
        let (written, all) = shown(&house).await;
        assert!(written.is_empty() && all.contains("The council of Tessing voted"), "case {case}");
        assert!((1..=3).contains(&scribe.times()), "case {case}: asked {} times", scribe.times());
        let spent = spent(&house).await;
        assert_eq!(spent.failures == spent.requests, case < 7, "case {case}: {spent:?}");
        assert!(house.store.failed_jobs(9).await.unwrap().is_empty(), "case {case}");
    }
}

#[tokio::test]
async fn without_a_writer_nothing_that_one_wrote_is_kept_for_showing() {
    let folder = tempfile::tempdir().unwrap();
    let scribe = Scribe::open(honest).await;
    let house = open(folder.path(), scribe.settings("p")).await;
    house.import(two()).await;
    house.work().await;
    assert!(!shown(&house).await.0.is_empty());
    drop(house);
    let house = House::open(folder.path()).await;
    assert!(shown(&house).await.0.is_empty() && !house.pipeline.has_writer());
    house.work().await;
    assert_eq!(scribe.times(), 2);
}

#[tokio::test]
async fn texts_of_a_private_feed_are_sent_only_if_their_owner_allows_it() {
    let folder = tempfile::tempdir().unwrap();
    let scribe = Scribe::open(honest).await;
    let press = Press::open().await;
    press.feed("/feed", "Ada's letter", &[("/bridge", "Tessing closes its old bridge", "The bridge.")]);
    press.page("/bridge", "Tessing closes its old bridge", BRIDGE);
    let house = open(folder.path(), scribe.settings("p")).await;
    let owner = house.owner().await;
    let feed = house.pipeline.add_private_feed(&press.url("/feed"), owner).await.unwrap().feed;
    house.work().await;
    house.later(60);
    house.work().await;
    let stories = house.store.newest_stories(None, 9).await.unwrap();
    assert_eq!((stories.len(), scribe.times()), (1, 0));
    let set = async |value: &str| {
        house.pipeline.set_feed(feed, Some(owner), &[choice("to-writer", value).unwrap()]).await.unwrap();
        house.work().await;
    };
    set("no").await;
    assert_eq!(scribe.times(), 0);
    set("yes").await;
    assert_eq!(scribe.times(), 1);
    let sent: Vec<String> =
        scribe.asked.lock().unwrap()[0].sentences.iter().map(|(_, text)| text.clone()).collect();
    assert!(sent.iter().all(|sentence| BRIDGE.contains(sentence.as_str())) && sent.len() >= 2, "{sent:?}");
    assert_eq!(shown(&house).await.0.len(), sent.len());
    // Taken back, what was made of it goes.
    set("auto").await;
    assert!(shown(&house).await.0.is_empty());
    assert_eq!(scribe.times(), 1);
    // A public feed that is asked with a secret counts as private; a plain one does not.
    let open = house.pipeline.add_feed(&press.url("/open"), Some(owner)).await.unwrap().feed;
    assert!(house.store.may_be_sent(open).await.unwrap());
    let secret = choice("header", "X-Key: sesame").unwrap();
    house.pipeline.set_feed(open, Some(owner), &[secret]).await.unwrap();
    assert!(!house.store.may_be_sent(open).await.unwrap());
}

async fn forgotten(house: &House, story: StoryId) -> bool {
    house.store.brief(story, Viewer::House).await.unwrap().is_none()
}

#[tokio::test]
async fn a_forgotten_article_leaves_with_what_was_written_and_refused_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let scribe = Scribe::open(|asked| {
        let Reply::Words(words) = honest(asked) else { unreachable!() };
        Reply::Words(format!("{}\n{words}", row("The ferry was sold to Otto Brandhuber.", &[1])))
    });
    let scribe = scribe.await;
    let house = open(folder.path(), scribe.settings("p")).await;
    house.import(two()[..1].to_vec()).await;
    house.work().await;
    let story = house.store.newest_stories(None, 1).await.unwrap()[0];
    assert_eq!(house.store.refusals(Viewer::House, None, 9).await.unwrap().len(), 1);
    let what = wireroom_store::forget::What::Address("https://north.example/1".to_owned());
    assert_eq!(house.pipeline.forget_begin(&what).await.unwrap(), 1);
    while house.pipeline.forget_on().await.unwrap() != wireroom_pipeline::Forgetting::Gone {}
    house.pipeline.forget_end().await.unwrap();
    assert!(forgotten(&house, story).await);
    assert!(house.store.refusals(Viewer::House, None, 9).await.unwrap().is_empty());
    assert_eq!(house.store.refusal_counts().await.unwrap(), (0, Vec::new()));
}

#[tokio::test]
async fn refused_sentences_are_kept_for_thirty_days() {
    let folder = tempfile::tempdir().unwrap();
    let scribe = Scribe::open(|_| Reply::Words(row("The ferry was sold to Otto Brandhuber.", &[1]))).await;
    let house = open(folder.path(), scribe.settings("p")).await;
    house.import(two()).await;
    house.work().await;
    let (all, counts) = house.store.refusal_counts().await.unwrap();
    assert_eq!(all, 2);
    assert!(counts.iter().any(|(kind, times)| kind == "own-word" && *times == 2), "{counts:?}");
    house.later(29 * DAY);
    house.pipeline.keep_within_audit().await.unwrap();
    assert_eq!(house.store.refusal_counts().await.unwrap().0, 2);
    house.later(2 * DAY);
    house.pipeline.keep_within_audit().await.unwrap();
    assert_eq!(house.store.refusal_counts().await.unwrap().0, 0);
}

const QUESTION: &str = "How many cracks were found?";

/// A reader's question to the one text of a house, and the passages that answer it.
async fn asked(house: &House) -> (&'static str, Vec<Passage>) {
    house.import(two()[..1].to_vec()).await;
    // The story itself is not what is asked about.
    let mut tx = house.store.begin().await.unwrap();
    tx.drop_writings().await.unwrap();
    tx.commit().await.unwrap();
    let article = house.store.article_numbers(None, 9).await.unwrap()[0];
    let version = house.store.current_version(article, Viewer::House).await.unwrap().unwrap();
    let source = Source {
        article,
        version: version.id,
        text_hash: &version.text_hash,
        url: None,
        outlet: None,
        agency: None,
        title: &version.title,
        published: version.extracted.published,
        lang: Lang::EN,
        family: None,
        origin: None,
        kind: version.extracted.kind,
        body: &version.extracted.body,
    };
    let Answer::Passages(passages) = ask(QUESTION, Lang::EN, &[source]) else { panic!("no passage") };
    (QUESTION, passages)
}

#[tokio::test]
async fn a_question_without_an_answer_says_what_it_waits_for() {
    type Answering = fn(&Asked) -> Reply;
    let refused: Answering = |asked| Reply::Words(row("Nobody found 99.", &[asked.sentences[0].0]));
    let cases: [(Answering, u64, &str); 4] = [
        (|_| Reply::Hang, 5, "Late"),
        (|_| Reply::Raw("500 Poison", "poison".to_owned()), 5, "Failed"),
        (refused, 5, "Refused"),
        (refused, 0, "Tomorrow"),
    ];
    for (reply, requests, told) in cases {
        let folder = tempfile::tempdir().unwrap();
        let scribe = Scribe::open(reply).await;
        let house = open(folder.path(), WriterSettings { requests, ..scribe.settings("p") }).await;
        let (question, passages) = asked(&house).await;
        house.pipeline.wish_answer(question, &passages).await.unwrap();
        house.work().await;
        let standing = house.pipeline.standing(question, &passages).await.unwrap();
        assert_eq!(format!("{standing:?}"), told);
    }
    let folder = tempfile::tempdir().unwrap();
    let house = House::open_with(folder.path(), Options::default()).await;
    let (question, passages) = asked(&house).await;
    let standing = house.pipeline.standing(question, &passages).await.unwrap();
    assert!(matches!(standing, Standing::NoWriter));
}

#[tokio::test]
async fn a_readers_question_is_answered_by_a_writer_only_when_somebody_asked_and_checked_alike() {
    let folder = tempfile::tempdir().unwrap();
    let scribe = Scribe::open(|asked| {
        assert_eq!(asked.question.as_deref(), Some("How many cracks were found?"));
        let (n, text) = &asked.sentences[0];
        Reply::Words(format!("{}\n{}", row("Engineers found 99 cracks.", &[*n]), row(text, &[*n])))
    });
    let scribe = scribe.await;
    let house = open(folder.path(), WriterSettings { requests: 5, ..scribe.settings("p") }).await;
    let (question, passages) = asked(&house).await;
    let standing = async || house.pipeline.standing(question, &passages).await.unwrap();
    assert!(matches!(standing().await, Standing::Unasked));
    assert_eq!(scribe.times(), 0);
    assert_eq!(house.pipeline.wish_answer(question, &passages).await.unwrap(), Wished::Asked);
    assert!(matches!(standing().await, Standing::Waits));
    house.work().await;
    let Standing::Wrote(parts) = standing().await else { panic!("nothing passed") };
    let Part::Written(written) = &parts[0] else { panic!("{parts:?}") };
    assert!(written.text().contains("38 cracks"));
    assert_eq!(
        written.cites().iter().map(Cited::article).collect::<Vec<_>>(),
        [passages[0].sentence.article()]
    );
    assert_eq!(house.pipeline.wish_answer(question, &passages).await.unwrap(), Wished::Answered);
    let refused = house.store.refusals(Viewer::House, None, 9).await.unwrap();
    assert_eq!(refused.len(), 1);
    assert!(refused[0].story.is_none() && refused[0].said.contains("99"));
}
