//! Every sentence of a brief stands byte for byte in its source, whatever the sources hold.

use crate::press::{Text, ferry, sources, text};
use proptest::prelude::*;
use wireroom_brief::{Brief, Cited, brief};

fn every(brief: &Brief) -> Vec<&Cited> {
    let mut all: Vec<&Cited> = brief.lead.iter().collect();
    for point in &brief.points {
        all.push(&point.sentence);
        all.extend(&point.others);
    }
    for quote in &brief.quotes {
        all.push(&quote.words);
        all.extend(&quote.speaker);
        all.extend(quote.others.iter().map(|variant| &variant.words));
        all.extend(&quote.person);
    }
    all.extend(brief.figures.iter().flat_map(|g| &g.figures).map(|f| &f.sentence));
    all.extend(brief.timeline.iter().map(|d| &d.sentence));
    for side in brief.differences.iter().flat_map(|difference| &difference.sides) {
        all.push(&side.sentence);
        all.extend(&side.others);
    }
    for position in &brief.sides {
        all.push(&position.side);
        for stand in &position.said {
            all.push(&stand.words);
            all.extend(&stand.speaker);
            all.extend(&stand.others);
        }
    }
    all
}

fn check(texts: &[Text]) -> usize {
    let brief = brief(&sources(texts));
    let all = every(&brief);
    for cited in &all {
        let source =
            texts.iter().find(|t| t.id == cited.article().get()).expect("cites a source of the story");
        assert_eq!(&source.body[cited.span().start()..cited.span().end()], cited.text());
        assert_eq!(cited.span().to_chars(&source.body), Some(cited.chars()));
        assert_eq!(cited.text_hash(), wireroom_text::hash::text_v1(&source.body));
    }
    let headline = brief.headline.as_ref();
    assert!(
        headline
            .is_none_or(|h| texts.iter().any(|t| t.id == h.article().get() && t.title.trim() == h.text()))
    );
    all.len()
}

#[test]
fn the_ferry_is_told_in_the_outlets_own_words() {
    assert!(check(&ferry()) > 10);
}

/// Sentences that hold what the rooms look for, and what trips them.
fn sentence() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (2_u32..900, prop::sample::select(vec!["boats", "people", "crowns", "%", "million crowns"]), 0_u32..30)
            .prop_map(|(n, what, d)| format!("At least {n} {what} were seen at the harbour of Port Brandt on {d} May 2031.")),
        3 => prop::sample::select(vec!["Mara Voss", "the mayor", "Ödön Brandt"])
            .prop_map(|who| format!("“Nobody called us that whole long night,” said {who} on Tuesday.")),
        1 => "[A-Za-zäöüéñ«»“”„\"'’ .,0-9%$€東京。]{0,60}",
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_sources_give_verbatim_briefs(
        stories in prop::collection::vec((prop::collection::vec(sentence(), 0..12), 0_u64..4, 0_usize..6), 0..8)
    ) {
        let langs = ["en", "de", "fr", "es", "ja", "und"];
        let texts: Vec<Text> = stories
            .iter()
            .zip(1..)
            .map(|((paragraphs, family, lang), id)| {
                let joined = wireroom_text::normal::normalise(&paragraphs.join("\n\n"));
                let mut made = text(id, "Isle Radio", "2031-05-06T09:00:00Z", "The harbour of Port Brandt", &[&joined]);
                made.lang = wireroom_model::Lang::parse(langs[*lang]);
                made.family = (*family > 0).then_some(*family);
                made
            })
            .collect();
        check(&texts);
    }
}
