//! The filters from outside: rows in, rows out, each row held to its published schema.
#![allow(clippy::disallowed_types)]

use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

fn wireroom(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_wireroom"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let feeding = std::thread::spawn(move || {
        let _ = stdin.write_all(input.as_bytes());
    });
    let out = child.wait_with_output().unwrap();
    feeding.join().unwrap();
    out
}

fn rows(out: &Output) -> Vec<Value> {
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    parse(out)
}

fn parse(out: &Output) -> Vec<Value> {
    String::from_utf8_lossy(&out.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Holds every row to docs/formats/NAME.schema.json.
fn hold(name: &str, rows: &[Value]) {
    let path =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("../../docs/formats/{name}.schema.json"));
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for row in rows {
        let told: Vec<String> =
            validator.iter_errors(row).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(told.is_empty(), "{name}: {told:?}\n{row}");
    }
    assert!(!rows.is_empty(), "{name}: no rows");
}

const FERRY: &str = "The ferry Marten ran aground off Cape Lorn on Tuesday with 212 people on board, the coast guard said.\n\n\
    \"Everybody was taken off within two hours,\" said Ilse Brandt, who leads the coast guard of Lorn. The ship had left \
    Port Aske at seven in the morning and was bound for the island of Veil, a crossing of forty minutes.\n\n\
    Divers will look at the hull on 4 March 2026. The company that runs the ferry, Aske Lines, said the crossing stays \
    closed until then and that passengers can change their tickets at any office in the harbour.";

const BUDGET: &str = "The parliament of Veil voted on Monday for a budget that raises the tax on fuel by four per cent.\n\n\
    Finance minister Odo Reyk said the money would go into schools. \"We have waited long enough,\" he told members after \
    the vote, which went 31 to 28 in favour of the government.\n\n\
    The opposition said it would ask the court of Lorn to look at the law before it takes force in the summer.";

fn articles() -> String {
    let row = |id: &str, outlet: &str, published: &str, title: &str, body: &str| {
        json!({"id": id, "outlet": outlet, "lang": "en", "published": published, "title": title, "body": body, "unknown": 1}).to_string() + "\n"
    };
    let cut = FERRY.split("\n\n").take(2).collect::<Vec<_>>().join("\n\n");
    [
        row("a", "Aske Post", "2026-03-03T09:00:00+01:00", "Ferry aground off Cape Lorn, all safe", FERRY),
        row("b", "Budget Daily", "2026-03-03", "Veil votes for dearer fuel", BUDGET),
        row(
            "c",
            "Veil Herald",
            "2026-03-03T11:00:00+01:00",
            "All 212 saved as ferry Marten runs aground off Cape Lorn",
            &cut,
        ),
    ]
    .concat()
}

#[test]
fn copies_are_one_family_and_every_text_has_one() {
    let found = rows(&wireroom(&["copies"], &articles()));
    hold("copies", &found);
    assert_eq!(found.iter().map(|r| r["id"].as_str().unwrap()).collect::<Vec<_>>(), ["a", "b", "c"]);
    assert_eq!(found[0]["family"], found[2]["family"]);
    assert_ne!(found[0]["family"], found[1]["family"]);
    hold("copies", &rows(&wireroom(&["copies", "--stream"], &articles())));
}

#[test]
fn pairs_show_the_passages_in_characters_of_the_texts_as_given() {
    let quote = FERRY.split("\n\n").nth(2).unwrap();
    let own = "Ärger im Hafen –  a  text of its own about the harbour of Aske, its cranes, its gulls and its people.";
    let mixed = format!("{own}\n\n{quote}\n\n{BUDGET}");
    let row = json!({"id": "d", "outlet": "Lorn Mirror", "lang": "en", "published": null, "title": "Harbour", "body": mixed});
    let found = rows(&wireroom(&["copies", "--pairs"], &(articles() + &row.to_string() + "\n")));
    hold("copies", &found);
    let pair = |one: &str, two: &str| found.iter().find(|row| row["pair"] == json!([one, two])).unwrap();
    assert_eq!(pair("a", "c")["relation"], "edited");
    let shared = pair("a", "d");
    assert_eq!(shared["relation"], "shares");
    let words = |text: &str, span: &Value| {
        let (start, end) = (span["start"].as_u64().unwrap() as usize, span["end"].as_u64().unwrap() as usize);
        text.chars().skip(start).take(end - start).collect::<String>()
    };
    let passage = &shared["passages"][0];
    assert_eq!(words(FERRY, &passage["a"]), quote.trim_end_matches('.'));
    assert_eq!(words(&mixed, &passage["b"]), quote.trim_end_matches('.'));
    assert!(found.iter().all(|row| row["pair"] != json!(["a", "b"])));
}

#[test]
fn two_texts_are_explained_with_their_passages_and_the_words_that_differ() {
    let out = wireroom(&["copies", "--explain", "a", "c"], &articles());
    let told = String::from_utf8(out.stdout).unwrap();
    assert!(out.status.success() && told.contains("edited: one family"), "{told}");
    assert!(told.contains("[-") && told.contains("{+") && !told.contains('\u{1b}'), "{told}");
    let coloured = wireroom(&["copies", "--explain", "a", "c", "--color", "always"], &articles());
    assert!(String::from_utf8(coloured.stdout).unwrap().contains("\u{1b}[9m"));
    let other = wireroom(&["copies", "--explain", "a", "b"], &articles());
    assert!(String::from_utf8(other.stdout).unwrap().contains("independent"));
    let lost = wireroom(&["copies", "--explain", "a", "cc"], &articles());
    let why = String::from_utf8(lost.stderr).unwrap();
    assert!(!lost.status.success() && lost.stdout.is_empty());
    assert!(why.contains("no row has the id \"cc\"; the nearest id that was read is \"c\""), "{why}");
}

#[test]
fn stories_are_told_as_they_come_and_once_each_at_the_end() {
    let found = rows(&wireroom(&["stories", "--final"], &articles()));
    hold("stories", &found);
    assert_eq!(found.len(), 3);
    assert_eq!(found[0]["story"], found[2]["story"]);
    assert_ne!(found[0]["story"], found[1]["story"]);
    hold("stories", &rows(&wireroom(&["stories"], &articles())));
}

#[test]
fn every_sentence_of_a_brief_stands_in_the_article_it_cites() {
    let found = rows(&wireroom(&["brief"], &articles()));
    hold("brief", &found);
    let ferry = found.iter().find(|row| row["coverage"]["articles"] == 2).unwrap();
    assert_eq!((&ferry["coverage"]["outlets"], &ferry["coverage"]["origins"]), (&json!(2), &json!(1)));
    let text = json!({"family": "a", "articles": ["a", "c"], "outlet": "Aske Post", "ground": "earliest"});
    let counted = json!([{"whose": {"outlet": "Aske Post"}, "texts": [text]}]);
    assert_eq!(ferry["coverage"]["counted"], counted);
    assert_eq!(found.len(), 2);
    let ferry = &found[0];
    assert_eq!(ferry["enough"], true, "{ferry}");
    let lead = ferry["lead"].as_array().unwrap();
    assert!(lead.len() >= 2, "{ferry}");
    for sentence in lead {
        let (start, end) =
            (sentence["start"].as_u64().unwrap() as usize, sentence["end"].as_u64().unwrap() as usize);
        assert!(["a", "c"].contains(&sentence["article"].as_str().unwrap()));
        let words: String = FERRY.chars().skip(start).take(end - start).collect();
        assert_eq!(words, sentence["text"].as_str().unwrap());
    }
}

#[test]
fn tags_are_told_a_story_a_row() {
    let found = rows(&wireroom(&["tags"], &articles()));
    hold("story-tags", &found);
    assert_eq!(found.len(), 2);
    let names: Vec<&str> =
        found[0]["tags"].as_array().unwrap().iter().map(|tag| tag["name"].as_str().unwrap()).collect();
    assert!(names.contains(&"CapeLorn"), "{names:?}");
    let sorted = articles().replace("\"unknown\":1", "\"story\":\"one\"");
    let found = rows(&wireroom(&["tags"], &sorted));
    assert_eq!((found.len(), &found[0]["story"], &found[0]["articles"]), (1, &json!("one"), &json!(3)));
}

#[test]
fn a_question_gets_the_articles_own_sentences_or_the_reason_why_not() {
    let body =
        "The mill at Ostend Weir stopped on Friday. The flood took 14 of its 20 looms, the owner said.";
    let article =
        json!({"id": "mill", "title": "Flood stops mill", "body": body, "lang": "en"}).to_string() + "\n";
    let found = rows(&wireroom(&["ask", "--question", "How many looms did the flood take?"], &article));
    hold("ask", &found);
    let sentence = &found[0]["passages"][0]["sentence"];
    assert_eq!(sentence["article"], "mill");
    let (start, end) = (sentence["start"].as_u64().unwrap(), sentence["end"].as_u64().unwrap());
    let cut: String = body.chars().skip(start as usize).take((end - start) as usize).collect();
    assert_eq!(cut, sentence["text"].as_str().unwrap());
    assert!(cut.contains("14 of its 20 looms"));
    let silent = rows(&wireroom(&["ask", "--question", "Who is the mayor of Ghent?"], &article));
    hold("ask", &silent);
    assert_eq!(silent[0]["nothing"], "nothing_said");
    assert_eq!(silent[0]["passages"], json!([]));
}

#[test]
fn quotes_name_their_speakers_in_characters_of_the_text_as_given() {
    let text = "Ärger – \"We  have waited long enough,\" Odo Reyk said on Monday.";
    let found =
        rows(&wireroom(&["quotes"], &(json!({"id": "q", "text": text, "lang": "en"}).to_string() + "\n")));
    hold("quotes", &found);
    let quote = &found[0]["quotes"][0];
    let span = |v: &Value| {
        let (start, end) = (v["start"].as_u64().unwrap() as usize, v["end"].as_u64().unwrap() as usize);
        text.chars().skip(start).take(end - start).collect::<String>()
    };
    assert_eq!(span(quote).trim_end_matches(','), "We  have waited long enough");
    assert_eq!(span(&quote["speaker"]), "Odo Reyk");
}

#[test]
fn a_later_version_tells_what_is_new_and_a_wire_issued_again_nothing() {
    let before = json!({"id": "a", "outlet": "Lorn Mirror", "lang": "en", "published": "2026-05-03T10:00:00Z", "title": "Ferry", "body": FERRY});
    let with = |body: String| json!({"id": "a", "outlet": "Lorn Mirror", "lang": "en", "published": "2026-05-03T14:00:00Z", "title": "Ferry", "body": body});
    let more = format!("{FERRY} \"We counted every head twice,\" said purser Ida Lunde.");
    let again = format!("LORN, May 3 (NW) -- {FERRY}").replace(". ", ".\n\n");
    let pairs = [
        json!({"id": "more", "before": before, "after": with(more)}),
        json!({"before": before, "after": with(again)}),
    ];
    let found = rows(&wireroom(&["news"], &pairs.map(|pair| pair.to_string() + "\n").concat()));
    hold("news", &found);
    let kinds: Vec<&Value> = found[0]["changes"].as_array().unwrap().iter().map(|c| &c["kind"]).collect();
    assert_eq!((found[0]["id"].as_str(), kinds), (Some("more"), vec![&json!("quote")]));
    assert_eq!(found[1]["changes"], json!([]), "{found:?}");
}

#[test]
fn a_claim_is_judged_by_its_evidence_with_spans_and_reasons() {
    let row = |id: &str, claim: &str, evidence: &[&str]| {
        json!({"id": id, "claim": claim, "evidence": evidence, "lang": "en"}).to_string() + "\n"
    };
    let evidence = ["Weather: rain over Lorn.", FERRY];
    let input = [
        row("true", "The ferry Marten ran aground off Cape Lorn with 212 people on board.", &evidence),
        row("number", "The ferry Marten ran aground off Cape Lorn with 221 people on board.", &evidence),
        row("other", "Snow fell on the capital and schools were closed for a week.", &evidence),
        row("none", "The ferry Marten ran aground.", &[]),
    ]
    .concat();
    let found = rows(&wireroom(&["verify"], &input));
    hold("verify", &found);
    assert_eq!(found[0]["verdict"], "supported");
    assert_eq!(found[0]["reasons"], json!([]));
    let span = &found[0]["spans"][0];
    let (start, end) = (span["start"].as_u64().unwrap() as usize, span["end"].as_u64().unwrap() as usize);
    assert_eq!(span["evidence"], 1);
    assert_eq!(
        FERRY.chars().skip(start).take(end - start).collect::<String>().split(' ').next(),
        Some("The")
    );
    assert_eq!(found[1]["reasons"][0]["kind"], "number-missing");
    assert_eq!(found[2]["verdict"], "unsupported");
    assert_eq!(found[3]["verdict"], "unclear");
}

#[test]
fn verify_without_rows_is_about_the_house() {
    let out = wireroom(&["verify"], "");
    let told = String::from_utf8_lossy(&out.stderr).into_owned();
    assert_eq!(out.status.code(), Some(1));
    assert!(told.contains("there is no house"), "{told}");
}

#[test]
fn figures_are_told_in_characters_of_the_text_as_given() {
    let text =
        "Überfall: at least 12 people were hurt in Cape Lorn on Monday, and repairs cost $90 million (£67m).";
    let input = json!({"id": "f", "text": text, "lang": "en", "published": "2031-05-06T09:00:00Z"});
    let found = rows(&wireroom(&["figures"], &(input.to_string() + "\n")));
    hold("figures", &found);
    let figures = found[0]["figures"].as_array().unwrap();
    let at = |f: &Value| {
        let (start, end) = (f["start"].as_u64().unwrap() as usize, f["end"].as_u64().unwrap() as usize);
        text.chars().skip(start).take(end - start).collect::<String>()
    };
    let values: Vec<String> = figures.iter().map(at).collect();
    assert_eq!(values, ["12", "$90 million (£67m)"]);
    assert_eq!((&figures[0]["what"], &figures[0]["hedge"]), (&json!("people"), &json!("at least")));
    assert_eq!((&figures[0]["as_of"], &figures[0]["event"]), (&json!("2031-05-05"), &json!("hurt")));
    assert_eq!((&figures[1]["unit"], &figures[1]["also"]["low"]), (&json!("USD"), &json!(67_000_000.0)));
}

#[test]
fn dates_without_a_publication_date_resolve_only_what_states_its_year() {
    let text = "On Tuesday the court met. It meets again on 4 March 2027.";
    let row = |published: Value| {
        json!({"id": "d", "text": text, "lang": "en", "published": published}).to_string() + "\n"
    };
    let dated = rows(&wireroom(&["dates"], &row(json!("2026-03-04"))));
    hold("dates", &dated);
    let values =
        |row: &Value| row["dates"].as_array().unwrap().iter().map(|d| d["value"].clone()).collect::<Vec<_>>();
    assert_eq!(values(&dated[0]), [json!("2026-03-03"), json!("2027-03-04")]);
    let undated = rows(&wireroom(&["dates"], &row(Value::Null)));
    assert_eq!(
        values(&undated[0]).iter().filter(|v| !v.is_null()).collect::<Vec<_>>(),
        [&json!("2027-03-04")]
    );
}

#[test]
fn pages_become_article_rows_that_go_straight_into_the_other_filters() {
    let paragraphs: String = FERRY.split("\n\n").map(|p| format!("<p>{p}</p>")).collect();
    let html = format!(
        "<html lang=en><head><title>Ferry aground - Aske Post</title><meta property=og:site_name content='Aske Post'>\
         <meta property=article:published_time content='2026-03-03T09:00:00+01:00'></head><body><nav><a href=/>Home</a> \
         <a href=/sport>Sport</a></nav><article><h1>Ferry aground</h1>{paragraphs}</article><footer>Imprint</footer></body></html>"
    );
    let found = rows(&wireroom(
        &["extract"],
        &(json!({"id": "p", "url": "https://aske.example/a", "html": html}).to_string() + "\n"),
    ));
    hold("extract", &found);
    assert_eq!(found[0]["id"], "p");
    assert_eq!(found[0]["title"], "Ferry aground");
    assert_eq!(found[0]["published"], "2026-03-03T09:00:00+01:00");
    assert_eq!(found[0]["body"], FERRY.replace("    ", ""));
    let printed = found.iter().map(|r| r.to_string() + "\n").collect::<String>();
    hold("article", &found);
    assert_eq!(rows(&wireroom(&["stories", "--final"], &printed)).len(), found.len());
}

#[test]
fn a_site_state_learns_between_rows_and_without_it_nothing_is_learnt() {
    const BOX: &str = "Every morning the editor of the Aske Post writes you a letter from the harbour.";
    let page = |number: usize| {
        let own: String = (0..4)
            .map(|n| format!("<p>Page {number} tells in its part {n} what nobody else on the site has told so far, at length.</p>"))
            .collect();
        let html = format!(
            "<html lang=en><body><article><h1>Page number {number}</h1>{own}<p>{BOX}</p></article></body></html>"
        );
        json!({"id": format!("p{number}"), "url": format!("https://aske.example/{number}"), "html": html})
            .to_string()
            + "\n"
    };
    let all: String = (0..8).map(page).collect();
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("sites.json");
    let state = state.to_str().unwrap();
    let boxes = |out: &Output| -> Vec<bool> {
        rows(out).iter().map(|r| r["body"].as_str().unwrap().contains(BOX)).collect()
    };

    let plain = wireroom(&["extract"], &all);
    assert_eq!(boxes(&plain), [true; 8]);
    let alone: Vec<u8> = (0..8).flat_map(|n| wireroom(&["extract"], &page(n)).stdout).collect();
    assert_eq!(plain.stdout, alone, "rows are apart from each other");

    let learnt = wireroom(&["extract", "--site-state", state], &all);
    assert_eq!(boxes(&learnt), [true, true, true, true, true, false, false, false]);
    hold("extract", &rows(&learnt));
    let later = wireroom(&["extract", "--site-state", state], &page(9));
    assert_eq!(boxes(&later), [false], "the file carries it from run to run");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside the file");

    std::fs::write(state, "{\"version\":7,\"turn\":0,\"sites\":{}}").unwrap();
    let refused = wireroom(&["extract", "--site-state", state], &all);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("version 7"));
    assert!(
        std::fs::read_to_string(state).unwrap().contains("\"version\":7"),
        "what is not ours stays as it was"
    );
}

#[test]
fn a_feed_file_is_answered_with_its_feed_or_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let good = folder.path().join("good.xml");
    let page = folder.path().join("page.html");
    std::fs::write(&good, "<rss version='2.0'><channel><title>Aske Post</title><item><title>Ferry</title><link>https://aske.example/a</link></item></channel></rss>").unwrap();
    std::fs::write(&page, "<!doctype html><html><body>login</body></html>").unwrap();
    let list = format!("{}\n{}\n{}/none.xml\n", good.display(), page.display(), folder.path().display());
    let out = wireroom(&["feed"], &list);
    let told = String::from_utf8_lossy(&out.stderr).into_owned();
    assert_eq!(out.status.code(), Some(1), "{told}");
    assert!(
        told.contains("page.html: this is a web page, not a feed") && told.contains("2 broken"),
        "{told}"
    );
    let found = parse(&out);
    hold("feed", &found);
    assert_eq!(found[0]["feed"]["entries"][0]["title"], "Ferry");
    assert!(found[1]["error"].as_str().unwrap().contains("web page"), "{}", found[1]);
    assert!(found[2]["error"].as_str().unwrap().contains("cannot be read"), "{}", found[2]);
    assert!(told.contains("none.xml: it cannot be read"), "{told}");
}

#[test]
fn every_field_of_a_feed_row_stands_in_its_schema() {
    const FULL: &str = "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>Aske Post</title>
        <copyright>Aske</copyright><skipHours><hour>3</hour></skipHours><managingEditor>post@aske.example (Ilse)</managingEditor>
        <category domain='https://aske.example/s'>Sea</category><item><title>Ferry</title><link>https://aske.example/a</link>
        <slash:comments>4</slash:comments><thr:in-reply-to ref='x' href='https://aske.example/0'/><georss:point>57.5 -3.25</georss:point>
        <itunes:duration>61</itunes:duration><itunes:season>1</itunes:season><podcast:person role='host'>Ilse</podcast:person>
        <enclosure url='https://aske.example/a.mp3' type='audio/mpeg' length='9'/><category>Harbour</category><dc:rights>Aske</dc:rights>
        <source url='https://wire.example/rss'>North Wire</source></item></channel></rss>";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("full.xml");
    std::fs::write(&file, FULL).unwrap();
    let found = rows(&wireroom(&["feed"], &format!("{}\n", file.display())));
    hold("feed", &found);
    let schema = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/formats/feed.schema.json");
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(schema).unwrap()).unwrap();
    let described = &schema["oneOf"][0]["properties"]["feed"]["properties"];
    let (feed, entry) = (&found[0]["feed"], &found[0]["feed"]["entries"][0]);
    for (row, known) in [(feed, described), (entry, &described["entries"]["items"]["properties"])] {
        for name in row.as_object().unwrap().keys() {
            assert!(!known[name].is_null(), "docs/formats/feed.schema.json does not know {name}");
        }
    }
    assert_eq!(entry["location"]["points"][0], json!({"latitude": 57.5, "longitude": -3.25}));
    assert_eq!(entry["source"]["own_address"], "https://wire.example/rss");
    assert_eq!(entry["enclosures"][0]["duration_seconds"], 61);
}

#[test]
fn a_broken_row_is_told_with_its_line_and_the_rest_goes_on() {
    for filter in ["copies", "stories", "brief", "quotes", "dates", "figures", "extract", "verify"] {
        let good = json!({"id": "a", "claim": "A ferry ran aground.", "evidence": [FERRY], "body": FERRY, "text": FERRY, "html": "<p>x</p>", "published": null})
            .to_string();
        let input = format!("{{broken\n{good}\n{{\"body\":\"no id\"}}\n");
        let out = wireroom(&[filter], &input);
        let told = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_eq!(out.status.code(), Some(1), "{filter}: {told}");
        assert!(
            told.contains("line 1") && told.contains("line 3") && told.contains("2 broken"),
            "{filter}: {told}"
        );
        assert!(!parse(&out).is_empty(), "{filter} lost the good row");
    }
}

#[test]
fn a_missing_file_is_named() {
    let out = wireroom(&["copies", "no-such-file.jsonl"], "");
    assert_eq!(out.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&out.stderr).contains("no-such-file.jsonl"));
}

const NOTICE: &str = "<html lang=en><head><title>Ferry aground - Aske Post</title><meta property='og:title' content='Ferry aground'></head>\
    <body><nav><a href=/>Home</a> <a href=/veil>Veil</a></nav><main><h1>Ferry aground</h1><div class=story><p>BODY</p>\
    <div class=related-box><p>Why the harbour of Aske has no pilot any more, and who pays for it now.</p></div></div></main></body></html>";

#[test]
fn an_account_names_the_rule_the_element_and_the_places_of_each_fact() {
    let html = NOTICE.replace("BODY", &FERRY.replace("\n\n", "</p><p>"));
    let input = json!({"id": "a", "html": html}).to_string();
    let found = rows(&wireroom(&["extract", "--explain"], &input));
    hold("explained", &found);
    let explained = &found[0]["explained"];
    let dropped = explained["dropped"].as_array().unwrap();
    let pilot = dropped.iter().find(|d| d["text"].as_str().unwrap().starts_with("Why the harbour")).unwrap();
    assert_eq!(pilot["rule"], "named");
    assert_eq!(pilot["path"], "body > main > div.story > div.related-box");
    assert!(
        dropped.iter().any(|d| d["rule"] == "element" && d["text"].as_str().unwrap().starts_with("Home"))
    );
    assert!(dropped.iter().all(|d| !d["text"].as_str().unwrap().starts_with("The ferry")));
    let title = explained["facts"].as_array().unwrap().iter().find(|f| f["fact"] == "title").unwrap();
    assert_eq!(title["from"], json!(["h1", "og:title", "title element (with more)"]));
    assert!(explained["candidates"][0]["chosen"].as_bool().unwrap());
    let asked = |arguments: &[&str]| rows(&wireroom(arguments, &input));
    assert!(asked(&["extract"])[0]["body"].as_str().unwrap().ends_with("in the harbour."));
}

#[test]
fn an_account_of_a_page_file_is_text_and_a_dump_has_none() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("ferry.html");
    std::fs::write(&page, NOTICE.replace("BODY", &FERRY.replace("\n\n", "</p><p>"))).unwrap();
    let out = wireroom(&["extract", "--explain", page.to_str().unwrap()], "");
    let told = String::from_utf8_lossy(&out.stdout).into_owned();
    for line in
        ["proposed as the article", "named (1): in an element", "div.related-box", "Why the harbour of Aske"]
    {
        assert!(told.contains(line), "{line}\n{told}");
    }
    let dump = folder.path().join("ferry.txt");
    std::fs::write(&dump, FERRY).unwrap();
    let out = wireroom(&["extract", "--explain", dump.to_str().unwrap()], "");
    assert!(!out.status.success());
    assert!(String::from_utf8_lossy(&out.stderr).contains("no elements to explain"));
}

#[test]
fn every_rule_that_leaves_blocks_out_stands_in_the_documents() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/extraction.md");
    let told = std::fs::read_to_string(path).unwrap();
    for rule in wireroom_model::Rule::ALL {
        let line = format!("| `{}` | {} |", rule.as_str(), rule.says());
        assert!(told.lines().any(|l| l == line), "docs/extraction.md lacks the line\n{line}");
    }
}
