//! `cargo eval sentences`: texts cut into the sentences that a person cut them into, and what cutting costs.
//! A text counts as right only when every sentence of it is. The cost is CPU for each byte of the bodies of real pages,
//! beside CPU for each byte of a bare html5ever parse of those pages, in one run. Start at [`run`].

use crate::feeds::fastest;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::RcDom;
use serde_json::Value;
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Duration;
use wireroom_model::Lang;
use wireroom_text::language::detect;
use wireroom_text::normal::normalise;
use wireroom_text::sentences::sentences;

/// Rounds over the bodies and the pages; the fastest counts.
const ROUNDS: usize = 5;
/// The bar: what a byte of text costs, of a byte of a bare parse.
const BAR: f64 = 5.0;
/// Pages that are weighed; more of them say the same.
const MAX_PAGES: usize = 150;

/// Prints the share of texts cut as `rows` have them, and the cost over `pages` as a share of the bar (1 is the bar).
pub fn run(rows: &[Value], pages: &[Value]) -> Result<String, String> {
    let mut out = String::new();
    let mut exact = 0;
    for row in rows {
        let text = field(row, "text");
        let wanted: Vec<&str> = row
            .get("sentences")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let found: Vec<&str> =
            sentences(text, Lang::parse("en")).into_iter().filter_map(|span| span.of(text)).collect();
        // The gold's white space is not the text's own everywhere.
        let same = found.len() == wanted.len()
            && found.iter().zip(&wanted).all(|(a, b)| a.split_whitespace().eq(b.split_whitespace()));
        exact += usize::from(same);
        if !same {
            let _ = writeln!(out, "not as cut by hand: {}", found.join(" | "));
        }
    }
    if rows.is_empty() {
        return Err("the corpus holds no texts".to_owned());
    }
    let share = exact as f64 / rows.len() as f64;
    let _ = writeln!(out, "texts={} exact={exact} share={share:.4}", rows.len());
    let _ = write!(out, "{}", cost(pages)?);
    Ok(out)
}

/// A byte of the bodies through [`sentences`] beside a byte of the pages through a bare parse.
fn cost(pages: &[Value]) -> Result<String, String> {
    let html: Vec<&str> = pages.iter().take(MAX_PAGES).map(|page| field(page, "html")).collect();
    let bodies: Vec<(String, Lang)> = pages.iter().take(MAX_PAGES).map(body).collect();
    let parse = || {
        for page in &html {
            drop(black_box(html5ever::parse_document(RcDom::default(), Default::default()).one(*page)));
        }
    };
    let cut = || {
        for (body, lang) in &bodies {
            black_box(sentences(black_box(body), *lang));
        }
    };
    let [parsed, cut] = fastest(ROUNDS, [&parse, &cut]);
    let each = |spent: Duration, bytes: usize| spent.as_secs_f64() / bytes as f64;
    let of_text = each(cut, bodies.iter().map(|(body, _)| body.len()).sum());
    let ratio = of_text / each(parsed, html.iter().map(|page| page.len()).sum());
    if !ratio.is_finite() {
        return Err("the pages hold no text to weigh".to_owned());
    }
    Ok(format!("cost ratio={ratio:.2} room={:.3}", BAR / ratio))
}

fn body(page: &Value) -> (String, Lang) {
    let text = normalise(field(page, "body"));
    let lang = detect(&text);
    (text, lang)
}

fn field<'r>(row: &'r Value, name: &str) -> &'r str {
    row.get(name).and_then(Value::as_str).unwrap_or("")
}
