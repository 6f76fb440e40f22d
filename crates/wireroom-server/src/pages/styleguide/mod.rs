//! Every component of the style with all its states on one page, for whoever writes pages: what stands here may be used,
//! and what is not here is not there; a test holds both. Its samples are invented and not the interface's words.

use crate::Problem;
use crate::frame::Frame;
use crate::pages::front::{Card, Image};
use crate::pages::{Page, page};
use crate::picture::{self, Glyph, Picture};
use crate::session::Asker;
use crate::state::ServerState;
use crate::wire::{Dot, Span};
use askama::Template;
use axum::extract::State;
use serde_json::json;
use wireroom_model::{Lang, StoryId, Time, When};
use wireroom_store::briefs::{StoredBrief, StoryCard};

#[derive(Debug, Template)]
#[template(path = "pages/styleguide/styleguide.html")]
struct Styleguide {
    frame: Frame,
    colours: [(&'static str, &'static str); 16],
    sizes: [(&'static str, &'static str); 11],
    verdicts: Vec<(&'static str, Picture, &'static str)>,
    dots: Picture,
    crowd: Picture,
    wire: Picture,
    lead: Card,
    cards: Vec<Card>,
}

/// The tokens of colour with what each is for.
const COLOURS: [(&str, &str); 16] = [
    ("paper", "the ground"),
    ("ink", "news"),
    ("ink-2", "what stands beside news"),
    ("ink-3", "notes"),
    ("rule", "lines that only part"),
    ("rule-2", "lines that mean something, borders of fields"),
    ("wash", "Ask, and what is pointed at"),
    ("carbon", "provenance"),
    ("carbon-line", "under cited words, trees"),
    ("carbon-wash", "cited words that are lit"),
    ("ok", "agree, added, well"),
    ("ok-wash", "behind added words"),
    ("changed", "updated, reworded, slow"),
    ("changed-wash", "behind new words"),
    ("scope", "another scope, moved"),
    ("bad", "conflict, cut, failing"),
];

/// The steps of type with what each is for.
const SIZES: [(&str, &str); 11] = [
    ("t-plate", "the nameplate"),
    ("t-lead", "a page’s own headline"),
    ("t-head", "a headline in columns"),
    ("t-line", "a headline in a list"),
    ("t-sect", "a section’s heading"),
    ("t-stand", "the sentence under a headline"),
    ("t-brief", "a brief, for reading"),
    ("t-say", "a story’s sentence, points"),
    ("t-base", "what the house says"),
    ("t-ui", "tables, lines of facts"),
    ("t-small", "notes"),
];

fn verdicts() -> Vec<(&'static str, Picture, &'static str)> {
    [
        ("v-ok", Glyph::Agree, "Agree"),
        ("v-changed", Glyph::Changed, "Updated"),
        ("v-scope", Glyph::Unclear, "Different scope"),
        ("v-bad", Glyph::Conflict, "Conflict"),
        ("v-one", Glyph::One, "One source"),
        ("v-ok", Glyph::Well, "Well"),
        ("v-bad", Glyph::Failing, "Failing"),
        ("v-one", Glyph::Resting, "Resting"),
        ("v-scope", Glyph::Moved, "Moved"),
        ("v-changed", Glyph::Waiting, "Waiting"),
    ]
    .into_iter()
    .map(|(class, glyph, word)| (class, picture::glyph(glyph), word))
    .collect()
}

/// A wire with everything on it: first printings, copies, a crowd and a visit.
fn wire() -> Picture {
    let at = |minutes: i64| When::from_unix(1_795_323_600 + 60 * minutes).map_or(Time::Unknown, Time::At);
    let mut dots = vec![Dot { at: at(0), is_first: true }, Dot { at: at(200), is_first: true }];
    dots.extend([20, 75, 80, 410, 660].map(|minutes| Dot { at: at(minutes), is_first: false }));
    dots.extend([240; 7].map(|minutes| Dot { at: at(minutes), is_first: false }));
    let span = Span::of(dots.iter().map(|dot| dot.at));
    span.and_then(|span| span.draw(&dots, Some(1_795_323_600 + 5 * 3_600), "14 articles, each at its time"))
        .unwrap_or_default()
}

/// A sample story, told by nine articles of two texts.
fn sample(
    place: usize,
    lang: Lang,
    title: &str,
    say: &str,
    now: When,
) -> Result<(StoryCard, StoredBrief), Problem> {
    let id = StoryId::new(place as u64).map_err(|error| Problem::house(&error))?;
    let card = StoryCard {
        id,
        title: title.to_owned(),
        lead: Some(say.to_owned()),
        lang,
        articles: 9,
        outlets: 9,
        publishers: Some(6),
        origins: 2,
        unknown: 0,
        newest: Time::At(now),
        ranked_at: now.unix(),
        opened_at: now.unix() - 40_000,
        changed_at: now.unix() - 100,
        audience: 0,
        picture: None,
    };
    let source = |number: i64| {
        let at = When::from_unix(now.unix() - 40_000 + 3_900 * number).map(|when| when.to_string());
        json!({"article": number, "outlet": format!("Outlet {number}"), "published": at, "lang": lang,
            "family": if number % 4 == 0 { 4 } else { 1 }})
    };
    let cited = |article: u64, text: &str| json!({"article": article, "version": article, "start": 0, "end": 9, "text": text});
    let told = json!({
        "enough": true,
        "headline": {"article": 1},
        "lead": [cited(1, say)],
        "points": [{"sentence": cited(4, "The guild accepted with 73 of 84 votes."), "others": [cited(8, "It accepted.")]}],
        "sources": (1..=9).map(source).collect::<Vec<_>>(),
        "updates": [{"at": now.unix() - 200, "changes": [{"kind": "fact", "after": cited(8, "A second team doubts the method.")}]}],
    });
    let brief =
        StoredBrief { card: card.clone(), json: told.to_string(), coverage: None, written_at: now.unix() };
    Ok((card, brief))
}

fn cards(now: When) -> Result<Vec<Card>, Problem> {
    let samples = [
        (
            Lang::EN,
            "Pilots end their strike, and 61 ships wait",
            "The 84 pilots went back to work at five, after nineteen days.",
            false,
            None,
        ),
        (
            Lang::EN,
            "Two islands share a cable",
            "They signed for one power line, eleven years after each began its own.",
            false,
            Some(now.unix() - 1_000),
        ),
        (
            Lang::EN,
            "A library keeps its Sundays",
            "Councillors voted 14 to 6 to leave the reading room open.",
            true,
            None,
        ),
        (
            Lang::parse("ar"),
            "مرشدو الميناء ينهون إضرابهم",
            "عاد المرشدون إلى العمل في الخامسة صباحًا بعد تسعة عشر يومًا.",
            false,
            None,
        ),
    ];
    let card = |(at, (lang, title, say, read, since)): (usize, (Lang, &str, &str, bool, Option<i64>))| {
        let (story, brief) = sample(at + 1, lang, title, say, now)?;
        Ok(Card::new(at + 1, story, Some(&brief), read, since, now))
    };
    samples.into_iter().enumerate().map(card).collect()
}

/// The page.
pub async fn show(State(state): State<ServerState>, asker: Asker) -> Page {
    let now = When::from_unix(1_795_323_600).unwrap_or_else(|| state.clock.now());
    let mut cards = cards(now)?.into_iter();
    let mut lead = cards.next().ok_or_else(|| Problem::house(&"the style guide has no sample"))?;
    lead.image = Some(Image {
        path: "/favicon.svg".to_owned(),
        width: 640,
        height: 640,
        alt: "The mark of the house".to_owned(),
        credit: "A picture’s credit".to_owned(),
    });
    page(&Styleguide {
        frame: Frame::new(&state, Some(&asker), "Style", ""),
        colours: COLOURS,
        sizes: SIZES,
        verdicts: verdicts(),
        dots: picture::dots(&[9, 5]),
        crowd: picture::dots(&[60, 12, 3, 1]),
        wire: wire(),
        lead,
        cards: cards.collect(),
    })
}
