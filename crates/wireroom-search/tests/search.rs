//! The index as its callers see it: what is put in is found, by whom it may be found, whatever happens to the files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use wireroom_model::ArticleId;
use wireroom_search::{Document, Index, Opened, Query};

fn document<'a>(number: u64, title: &'a str, body: &'a str, audiences: &'a [i64]) -> Document<'a> {
    let article = ArticleId::new(number).unwrap();
    Document { article, title, body, authors: &[], lang: "en", outlet: Some(7), at: 1_700_000_000, audiences }
}

fn ask(index: &Index, text: &str) -> Vec<u64> {
    let query = Query { text: text.to_owned(), limit: 10, ..Query::default() };
    index.search(&query).unwrap().hits.iter().map(|hit| hit.article.get()).collect()
}

#[test]
fn an_article_is_found_by_its_words_and_replaced_by_its_number() {
    let folder = tempfile::tempdir().unwrap();
    let (index, opened) = Index::open(folder.path()).unwrap();
    assert_eq!(opened, Opened::Fresh);
    index.write(&[document(1, "Ferry sinks", "The night ferry sank off Älvborg.", &[0])], &[]).unwrap();
    assert_eq!(ask(&index, "alvborg"), [1]);
    assert_eq!(ask(&index, "ferr night"), [1]);
    assert_eq!(ask(&index, "\"ferry night\""), [] as [u64; 0]);
    assert_eq!(ask(&index, "ferry -night"), [] as [u64; 0]);
    index.write(&[document(1, "Ferry saved", "It floats.", &[0])], &[]).unwrap();
    assert_eq!(ask(&index, "sinks"), [] as [u64; 0]);
    assert_eq!(ask(&index, "floats"), [1]);
    assert_eq!(index.len(), 1);
}

#[test]
fn what_a_private_feed_brought_is_found_by_its_audience_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (index, _) = Index::open(folder.path()).unwrap();
    index.write(&[document(1, "Secret ferry", "Only ours.", &[4])], &[]).unwrap();
    assert_eq!(ask(&index, "ferry"), [] as [u64; 0]);
    let query = Query { text: "ferry".into(), audiences: vec![0, 4], limit: 10, ..Query::default() };
    assert_eq!(index.search(&query).unwrap().total, 1);
}

#[test]
fn filters_narrow_and_time_orders() {
    let folder = tempfile::tempdir().unwrap();
    let (index, _) = Index::open(folder.path()).unwrap();
    let older = Document { at: 1_600_000_000, lang: "de", ..document(1, "Fähre Fähre", "Fähre", &[0]) };
    index.write(&[older, document(2, "Fähre", "x", &[0])], &[]).unwrap();
    let all = Query { text: "fahre".into(), newest_first: true, limit: 10, ..Query::default() };
    let order: Vec<u64> = index.search(&all).unwrap().hits.iter().map(|hit| hit.article.get()).collect();
    assert_eq!(order, [2, 1]);
    assert_eq!(index.search(&Query { lang: Some("de".into()), ..all.clone() }).unwrap().total, 1);
    assert_eq!(index.search(&Query { after: Some(1_650_000_000), ..all.clone() }).unwrap().total, 1);
    assert_eq!(index.search(&Query { outlet: Some(8), ..all }).unwrap().total, 0);
}

#[test]
fn a_run_of_characters_finds_its_neighbours() {
    let folder = tempfile::tempdir().unwrap();
    let (index, _) = Index::open(folder.path()).unwrap();
    index.write(&[document(1, "東京の港", "船", &[0]), document(2, "京都と東北", "山", &[0])], &[]).unwrap();
    assert_eq!(ask(&index, "東京"), [1]);
}

#[test]
fn a_damaged_index_is_made_anew_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    {
        let (index, _) = Index::open(folder.path()).unwrap();
        index.write(&[document(1, "Ferry", "sank", &[0])], &[]).unwrap();
    }
    assert_eq!(Index::open(folder.path()).unwrap().1, Opened::Ready);
    std::fs::write(folder.path().join("meta.json"), b"{ not json").unwrap();
    let (index, opened) = Index::open(folder.path()).unwrap();
    assert!(matches!(opened, Opened::Anew(_)), "{opened:?}");
    assert!(index.is_empty());
    index.write(&[document(1, "Ferry", "sank", &[0])], &[]).unwrap();
    assert_eq!(ask(&index, "ferry"), [1]);
}

#[test]
fn an_index_that_another_holds_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (index, _) = Index::open(folder.path()).unwrap();
    index.write(&[document(1, "Ferry", "sank", &[0])], &[]).unwrap();
    assert!(Index::open(folder.path()).is_err());
    assert_eq!(ask(&index, "ferry"), [1]);
}

#[test]
fn a_look_beside_the_writer_tells_what_is_in_and_a_purge_what_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let (index, _) = Index::open(folder.path()).unwrap();
    let bodies: Vec<String> = (1..=6).map(|n| format!("Body number {n}, zyxomatic{n} quillfish.")).collect();
    let documents: Vec<Document<'_>> =
        bodies.iter().zip(1..).map(|(body, n)| document(n, "Title", body, &[0])).collect();
    index.write(&documents, &[]).unwrap();
    index.write(&[], &[ArticleId::new(2).unwrap(), ArticleId::new(5).unwrap()]).unwrap();
    let looked = wireroom_search::look(folder.path()).unwrap();
    assert_eq!(looked.articles.into_iter().collect::<Vec<_>>(), [1, 3, 4, 6]);
    assert_eq!(looked.damaged, [] as [String; 0]);
    let bytes = || -> u64 {
        let files = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path());
        files
            .filter(|file| file.extension().is_some_and(|e| e == "store"))
            .map(|f| f.metadata().unwrap().len())
            .sum()
    };
    let before = bytes();
    index.purge().unwrap();
    assert!(bytes() < before, "the stored texts shrink: {before}");
    assert_eq!(index.len(), 4);
    assert_eq!(ask(&index, "zyxomatic3"), [3]);
    assert!(wireroom_search::look(&folder.path().join("nowhere")).is_err());
}

#[test]
fn the_language_finds_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let (index, _) = Index::open(folder.path()).unwrap();
    let ida = ["Ida Möller".to_owned(), "Jan Lind".to_owned()];
    let one = Document { authors: &ida, lang: "de", ..document(1, "Ferry sinks", "A night ferry.", &[0]) };
    let two =
        Document { outlet: Some(8), at: 1_600_000_000, ..document(2, "Strike", "No ferry sails.", &[0]) };
    index.write(&[one, two, document(3, "Harbour", "A crane.", &[0])], &[]).unwrap();
    let outlets = [("tern".to_owned(), vec![8])].into();
    let base = Query { outlets, limit: 10, newest_first: true, ..Query::default() };
    let ask = |text: &str| -> Vec<u64> {
        let query = Query { text: text.to_owned(), ..base.clone() };
        let mut found: Vec<u64> =
            index.search(&query).unwrap().hits.iter().map(|hit| hit.article.get()).collect();
        found.sort_unstable();
        found
    };
    for (text, found) in [
        ("ferry OR crane", vec![1, 2, 3]),
        ("ferry -strike", vec![1]),
        ("(ferry OR crane) NOT night", vec![2, 3]),
        ("crane OR (ferry -night)", vec![2, 3]),
        ("title:ferry", vec![1]),
        ("author:\"ida möller\"", vec![1]),
        ("author:lind", vec![1]),
        // Two authors are not one.
        ("author:\"möller jan\"", vec![]),
        ("outlet:tern", vec![2]),
        ("ferry -outlet:tern", vec![1]),
        ("outlet:gull", vec![]),
        ("lang:de", vec![1]),
        ("ferry after:2021", vec![1]),
        ("ferry before:2021", vec![2]),
        ("\"night ferry\" OR \"ferry sails\"", vec![1, 2]),
        ("\"ferry night\"", vec![]),
    ] {
        assert_eq!(ask(text), found, "{text}");
    }
    let unclear = Query { text: "(ferry".to_owned(), ..base.clone() };
    assert!(index.search(&unclear).unwrap_err().to_string().contains("bracket"));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]
    #[test]
    fn no_question_panics_the_index(text in "[(]{0,3}[-a-z\"“ :äß東0-9OR]{0,40}[)]{0,3}") {
        static HOUSE: std::sync::LazyLock<(tempfile::TempDir, Index)> = std::sync::LazyLock::new(|| {
            let folder = tempfile::tempdir().unwrap();
            let (index, _) = Index::open(folder.path()).unwrap();
            index.write(&[document(1, "Ferry sinks", "A night ferry.", &[0])], &[]).unwrap();
            (folder, index)
        });
        let _ = HOUSE.1.search(&Query { text, limit: 10, ..Query::default() });
    }
}
