//! What fuzzing found, cut to the smallest input that showed it. Each stays here after it was mended.
//! The line that a failing target prints is pasted into [`KEPT`] with a word on what was wrong.

use crate::run::{Verdict, judged};
use crate::{dates, feeds, html, lists, pages};

/// Target and input.
const KEPT: [(&str, &[u8]); 9] = [
    // Counted back to before the year nought, which prints as no time that is read again.
    ("date", b"2642il y a"),
    // Each cell opens a body that a browser adds: counted late, so that the second pass cut what the first let stand.
    ("sanitiser", b"<table><table><table><table><table><table><table><table><table><table><table><table><table>"),
    ("sanitiser", b"<table><table><b><tr><caption><td><table><tr><tr><li><th><p><h1><h2><p><li><a><table><td><a>"),
    // A byte order mark that came first only once the markup before it was gone.
    ("sanitiser", b"<u>\xef\xbb\xbf</>\xef\xbb\xbf"),
    // An empty title was written as one and read as none.
    ("opml", b"<ModulePrefs xmlUrl=http://\' title=\'\'>"),
    // A browser drops the first line's end of a "pre", so that each pass lost another one.
    ("sanitiser", b"<listing><!>\n\n"),
    // A word of which nothing may stand in XML left two spaces, which are one when read again.
    ("opml", b"<\x00T\x00a\x00b\x00 \x00t\x00i\x00t\x00l\x00e\x00=\x00\'\x00S\x00 \x00\xfe\xff \x00s\x00\'\x00>\x00"),
    // A host's name may hold a quote.
    ("feed", b"<item<guid>http://\""),
    // One feed in two folders.
    (
        "opml",
        b"<outline text=A><outline text=\'A\'<outline xmlUrl=http://\'/</outline><outline xmlUrl=\'https://b.example/\'<outline text=\'A\'<outline xmlUrl=\'https://b.example/\'>",
    ),
];

#[test]
fn what_was_found_once_stays_mended() {
    for (target, input) in KEPT {
        let holds: fn(&[u8]) -> Verdict = match target {
            "feed" => feeds::holds,
            "date" => dates::holds,
            "opml" => lists::holds,
            "sanitiser" => html::holds,
            "extract" => pages::holds,
            other => panic!("no target is called {other}"),
        };
        if let Err(told) = judged(holds, input) {
            panic!("{target} \"{}\": {told}", input.escape_ascii());
        }
    }
}
