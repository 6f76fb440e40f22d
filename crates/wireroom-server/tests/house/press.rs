//! The fictional press of the web's own tests: a flooded quarter, a comet, a ferry, a hostile headline.
//! Written for this project; no place, person or outlet exists.

use super::{Fallible, Press, Printed, Text};
use serde_json::json;
use wireroom_copy::{Draft, changes};
use wireroom_model::{ArticleId, Extracted, FeedId, Kind, Lang, Relation, StoryId, Time, Turn, UserId};
use wireroom_store::feeds::NewFeed;

pub const FEEDS: [(&str, &str); 8] = [
    ("https://ostrel-lamp.example/feed.xml", "The Ostrel Lamp"),
    ("https://quayside-echo.example/rss", "Quayside Echo"),
    ("https://corvane.example/wire/atom.xml", "Corvane Wire"),
    ("https://deichbote.example/feed", "Der Deichbote"),
    ("https://skerry.example/podcast.xml", "Radio Skerry"),
    ("https://lowland-weekly.example/feed.json", "Lowland Weekly"),
    ("https://fathom.example/rss", "Fathom Review"),
    ("https://almeena.example/feed", "صحيفة الميناء"),
];

/// What tests ask for by name.
#[derive(Debug, Clone)]
pub struct Seeded {
    pub barrier: StoryId,
    pub barrier_article: ArticleId,
    pub copy: ArticleId,
    pub arabic: StoryId,
    pub arabic_article: ArticleId,
    pub merged: StoryId,
    pub hostile: StoryId,
    pub hostile_article: ArticleId,
    pub transcript: ArticleId,
    pub edited: ArticleId,
    /// Seen by Ben alone.
    pub private: ArticleId,
}

pub fn extracted(text: &Text<'_>, published: Time) -> Extracted {
    Extracted {
        title: Some(text.title.to_owned()),
        authors: if text.lang == "en" { vec!["Hanne Orlo".to_owned()] } else { Vec::new() },
        published,
        lang: Lang::parse(text.lang),
        outlet: Some(text.outlet.to_owned()),
        agency: text.agency.map(str::to_owned),
        kind: text.kind,
        body: text.body.to_owned(),
        turns: if text.kind == Kind::Transcript { turns(text.body) } else { Vec::new() },
        ..Extracted::default()
    }
}

fn turns(body: &str) -> Vec<Turn> {
    body.split("\n\n")
        .filter_map(|paragraph| paragraph.split_once(": "))
        .map(|(speaker, text)| Turn { speaker: speaker.to_owned(), role: None, text: text.to_owned() })
        .collect()
}

const WIRE: &str = "OSTREL (Corvane) - The tidal barrier at Ostrel closed for the first time on Saturday night and kept the lower town dry through the highest tide since 1987.\n\nAll four gates were down by 22:40, twenty minutes before the crest, the Barrier Trust said. Water stood 2.1 metres above the old quay on the seaward side.\n\n\"We built it for one night in forty years, and it came in the second winter,\" said Trust director Imre Valdan.\n\nSome 310 households had been asked to leave the Netmakers' quarter. They may return on Sunday, the Trust said.\n\nThe barrier cost 480 million crowns and was opened in October 2025.";
const WIRE_CUT: &str = "The tidal barrier at Ostrel closed for the first time on Saturday night and kept the lower town dry through the highest tide since 1987.\n\nAll four gates were down by 22:40, twenty minutes before the crest, the Barrier Trust said.\n\nSome 340 households had been asked to leave the Netmakers' quarter.";
const LAMP: &str = "Nobody in the Netmakers' quarter slept, and by four in the morning nobody needed to.\n\nThe gauge on the old quay read 1.9 metres at the crest, according to harbour master Teodora Lunde. Behind the gates the canal did not move.\n\n\"I have carried sandbags up this street since I was nine,\" said Paula Reim, who keeps the chandlery in Rope Lane. \"Last night I carried nothing.\"\n\nThe council will meet on Tuesday to ask why the sirens in Rope Lane stayed silent.\n\nFour gates, each as long as a tram, turned up from the sea bed in fifty minutes.";
const SKERRY: &str = "The evening after the barrier held.\n\nMara Quill: Imre Valdan, were you afraid?\n\nImre Valdan: At ten, yes. One gate answered late. At a quarter to eleven I rang my mother.\n\nMara Quill: And what did she say?\n\nImre Valdan: That she had gone to bed at nine.";
const DEICH: &str = "Das Sperrwerk von Ostrel hat in der Nacht zum Sonntag zum ersten Mal geschlossen und die Unterstadt trocken gehalten.\n\nAlle vier Tore waren um 22.40 Uhr unten, teilte die Stiftung mit.";
const ARABIC: &str = "عادت عبارة الميناء القديم إلى العمل صباح الأحد بعد توقف دام ستة أسابيع.\n\nوقال مدير الميناء سامر الحلو إن المحرك الجديد يستهلك نصف وقود المحرك السابق.\n\nونقلت العبارة 420 راكبا في رحلاتها الثلاث الأولى.";
const COMET: &str = "A comet that nobody had on a list will pass the north in the first week of December, faint but without a telescope.\n\nSchool observatory pupils at Tarn found it on plates they had taken to test a new shutter.\n\nThe comet will carry the school's name, the Sky Register confirmed on Friday.";

/// Prints everything.
pub async fn seed(press: &mut Press, ben: UserId) -> Fallible<Seeded> {
    let (barrier, wire, copy, transcript) = barrier(press).await?;
    let (arabic, arabic_article) = ferry(press).await?;
    let merged = others(press, barrier).await?;
    let (hostile, hostile_article) = hostile(press).await?;
    let edited = edited(press).await?;
    let private = private(press, ben).await?;
    Ok(Seeded {
        barrier,
        barrier_article: wire,
        copy,
        arabic,
        arabic_article,
        merged,
        hostile,
        hostile_article,
        transcript,
        edited,
        private,
    })
}

async fn barrier(press: &mut Press) -> Fallible<(StoryId, ArticleId, ArticleId, ArticleId)> {
    let title = "Ostrel’s barrier closes for the first time, and the lower town stays dry";
    let wire = press
        .print(Text::new("Corvane Wire", "2026-11-21T23:10:00+01:00", title, WIRE).by("Corvane"))
        .await?;
    let lamp = press
        .print(Text::new(
            "The Ostrel Lamp",
            "2026-11-22T04:20:00+01:00",
            "The night Rope Lane carried nothing",
            LAMP,
        ))
        .await?;
    let mut talk = Text::new(
        "Radio Skerry",
        "2026-11-22T09:00:00+01:00",
        "“At a quarter to eleven I rang my mother”",
        SKERRY,
    );
    talk.kind = Kind::Transcript;
    let talk = press.print(talk).await?;
    let carried = |outlet, at, title, body, relation, share| {
        Text::new(outlet, at, title, body).carries(&wire, relation, share).by("Corvane")
    };
    let echo = press
        .print(carried(
            "Quayside Echo",
            "2026-11-22T00:05:00+01:00",
            "Barrier holds",
            WIRE,
            Relation::Verbatim,
            1.0,
        ))
        .await?;
    let mut copies = vec![
        press
            .print(carried(
                "Lowland Weekly",
                "2026-11-22",
                "Ostrel stays dry",
                WIRE_CUT,
                Relation::Edited,
                0.78,
            ))
            .await?,
        press
            .print(carried(
                "Harbour & Rail",
                "2026-11-22T06:30:00+01:00",
                "Barrier closes",
                WIRE_CUT,
                Relation::Excerpt,
                0.61,
            ))
            .await?,
        press
            .print(carried(
                "Fathom Review",
                "2026-11-22T07:00:00Z",
                "First closing for the Ostrel gates",
                WIRE,
                Relation::Verbatim,
                0.98,
            ))
            .await?,
        press
            .print(carried(
                "The Tarn Letter",
                "2026-11-22T08:15:00+01:00",
                "Ostrel barrier passes its test",
                WIRE_CUT,
                Relation::Excerpt,
                0.44,
            ))
            .await?,
        press
            .print(
                Text::new("Island Post", "2026-11-22T08:40:00+01:00", "Rope Lane’s quiet night", LAMP)
                    .carries(&lamp, Relation::Edited, 0.9),
            )
            .await?,
    ];
    copies.push(
        press
            .print(
                Text::new("Der Deichbote", "2026-11-22T07:45:00+01:00", "Sperrwerk von Ostrel hält", DEICH)
                    .lang("de"),
            )
            .await?,
    );
    let weekly = copies.first().ok_or("the weekly was printed")?.clone();
    let deich = copies.last().ok_or("the German paper was printed")?.clone();
    let figure = |printed: &Printed, sentence: &str, value: &str| {
        let cited = printed.cite(sentence);
        let at = printed.cite(value);
        json!({"low": 1.0, "high": 1.0, "hedge": null, "sentence": cited, "at": {"start": at["start"], "end": at["end"]}})
    };
    let place = |printed: &Printed, value: &str| {
        let at = printed.cite(value);
        json!({"start": at["start"], "end": at["end"]})
    };
    let crest = "Water stood 2.1 metres above the old quay on the seaward side.";
    let gauge =
        "The gauge on the old quay read 1.9 metres at the crest, according to harbour master Teodora Lunde.";
    let gates = "All four gates were down by 22:40, twenty minutes before the crest, the Barrier Trust said.";
    let turned = "Four gates, each as long as a tram, turned up from the sea bed in fifty minutes.";
    let some = "Some 310 households had been asked to leave the Netmakers' quarter.";
    let later = "Some 340 households had been asked to leave the Netmakers' quarter.";
    let brief = json!({
        "rules": 1, "enough": true,
        "lead": [
            wire.cite("The tidal barrier at Ostrel closed for the first time on Saturday night and kept the lower town dry through the highest tide since 1987."),
            wire.cite(gates), lamp.cite("Behind the gates the canal did not move."),
        ],
        "points": [
            {"sentence": wire.cite(some), "others": [weekly.cite(later)], "witnesses": 1},
            {"sentence": lamp.cite("The council will meet on Tuesday to ask why the sirens in Rope Lane stayed silent."), "others": [], "witnesses": 1},
            {"sentence": talk.cite("One gate answered late."), "others": [], "witnesses": 1},
            {"sentence": deich.cite("Alle vier Tore waren um 22.40 Uhr unten, teilte die Stiftung mit."), "others": [wire.cite(gates)], "witnesses": 2},
        ],
        "quotes": [
            {"words": wire.cite("We built it for one night in forty years, and it came in the second winter,"), "speaker": wire.cite("Imre Valdan"), "others": [echo.cite("We built it for one night in forty years, and it came in the second winter,")], "witnesses": 1},
            {"words": lamp.cite("I have carried sandbags up this street since I was nine,"), "speaker": lamp.cite("Paula Reim"), "others": [], "witnesses": 1},
            {"words": lamp.cite("Last night I carried nothing."), "speaker": lamp.cite("Paula Reim"), "others": [], "witnesses": 1},
        ],
        "figures": [
            {"what": "height above the old quay", "unit": "m", "verdict": "conflict", "figures": [figure(&wire, crest, "2.1 metres"), figure(&lamp, gauge, "1.9 metres")]},
            {"what": "gates", "unit": null, "verdict": "same", "figures": [figure(&wire, gates, "four"), figure(&lamp, turned, "Four")]},
            {"what": "households asked to leave", "unit": null, "verdict": "updated", "figures": [figure(&wire, some, "310"), figure(&weekly, later, "340")]},
            {"what": "cost in crowns", "unit": "crowns", "verdict": "single", "figures": [figure(&wire, "The barrier cost 480 million crowns and was opened in October 2025.", "480 million")]},
        ],
        "differences": [
            {"about": "figure", "sides": [
                {"sentence": wire.cite(crest), "at": place(&wire, "2.1 metres"), "others": [echo.cite(crest)]},
                {"sentence": lamp.cite(gauge), "at": place(&lamp, "1.9 metres"), "others": []},
            ]},
        ],
        "sides": [
            {"side": wire.cite("Barrier Trust"), "said": [{"words": wire.cite(gates), "is_quote": false, "speaker": null, "others": [echo.cite(gates)]}]},
            {"side": lamp.cite("council"), "said": [{"words": lamp.cite("The council will meet on Tuesday to ask why the sirens in Rope Lane stayed silent."), "is_quote": false, "speaker": null, "others": []}]},
        ],
        "timeline": [
            {"date": "1987", "sentence": wire.cite("The tidal barrier at Ostrel closed for the first time on Saturday night and kept the lower town dry through the highest tide since 1987."), "at": {"start": 0, "end": 1}, "witnesses": 1},
            {"date": "2025-10", "sentence": wire.cite("The barrier cost 480 million crowns and was opened in October 2025."), "at": {"start": 0, "end": 1}, "witnesses": 1},
            {"date": "2026-11-24", "sentence": lamp.cite("The council will meet on Tuesday to ask why the sirens in Rope Lane stayed silent."), "at": {"start": 0, "end": 1}, "witnesses": 1},
        ],
    });
    let mut all = vec![&wire, &lamp, &talk, &echo];
    all.extend(copies.iter());
    let story = press.story(&all, brief).await?;
    Ok((story, wire.id, echo.id, talk.id))
}

async fn ferry(press: &mut Press) -> Fallible<(StoryId, ArticleId)> {
    let title = "عبارة الميناء القديم تعود إلى العمل";
    let first = press
        .print(Text::new("صحيفة الميناء", "2026-11-22T08:00:00+03:00", title, ARABIC).lang("ar"))
        .await?;
    let copy = press
        .print(Text::new("أخبار الساحل", "2026-11-22T09:10:00+03:00", title, ARABIC).lang("ar").carries(
            &first,
            Relation::Verbatim,
            1.0,
        ))
        .await?;
    let brief = json!({"enough": true, "lead": [first.cite("عادت عبارة الميناء القديم إلى العمل صباح الأحد بعد توقف دام ستة أسابيع.")],
        "points": [{"sentence": first.cite("ونقلت العبارة 420 راكبا في رحلاتها الثلاث الأولى."), "others": [], "witnesses": 1}]});
    Ok((press.story(&[&first, &copy], brief).await?, first.id))
}

async fn others(press: &mut Press, into: StoryId) -> Fallible<StoryId> {
    let comet = press
        .print(Text::new(
            "The Tarn Letter",
            "2026-11-22T05:40:00+01:00",
            "A comet nobody listed will carry a school’s name",
            COMET,
        ))
        .await?;
    let echo = press
        .print(Text::new("Fathom Review", "2026-11-22T07:20:00Z", "Pupils find a comet", COMET).carries(
            &comet,
            Relation::Edited,
            0.84,
        ))
        .await?;
    let own = press.print(Text::new("Radio Skerry", "2026-11-22T10:00:00+01:00", "The shutter test that found a comet", "Pupils at Tarn were testing a shutter when a smudge moved.\n\nThey checked it for three nights before they told anyone.")).await?;
    let lead = comet.cite("A comet that nobody had on a list will pass the north in the first week of December, faint but without a telescope.");
    press.story(&[&comet, &echo, &own], json!({"enough": true, "lead": [lead], "points": []})).await?;
    for (outlet, at, title, body) in SINGLES {
        let one = press.print(Text::new(outlet, at, title, body)).await?;
        let first = body.split("\n\n").next().unwrap_or_default();
        press.story(&[&one], json!({"enough": true, "lead": [one.cite(first)]})).await?;
    }
    for (names, at, title, body) in CARRIED {
        let mut printed: Vec<Printed> = Vec::new();
        for (nth, outlet) in names.iter().enumerate() {
            let text = Text::new(outlet, at, title, body);
            let text = match printed.first() {
                Some(anchor) => text.carries(anchor, Relation::Edited, 0.95 - 0.07 * nth as f64),
                None => text,
            };
            printed.push(press.print(text).await?);
        }
        let first = body.split("\n\n").next().unwrap_or_default();
        let lead = printed.first().ok_or("a text was printed")?.cite(first);
        press.story(&printed.iter().collect::<Vec<_>>(), json!({"enough": true, "lead": [lead]})).await?;
    }
    let early = press
        .print(Text::new(
            "Quayside Echo",
            "2026-11-21T20:00:00+01:00",
            "High tide expected",
            "A high tide is expected tonight.",
        ))
        .await?;
    let merged = press.story(&[&early], json!({"enough": false})).await?;
    press.tx.merge_story(merged, into, press.now).await?;
    Ok(merged)
}

const SINGLES: [(&str, &str, &str, &str); 5] = [
    (
        "Lowland Weekly",
        "2026-11-22",
        "The last hand-set almanac goes to press",
        "Orla Venn has set the Lowland Almanac by hand for thirty-one years, and on Friday she set its last page.\n\nThe type goes to a school.",
    ),
    (
        "Harbour & Rail",
        "2026-11-22T06:00:00+01:00",
        "Night train to Tarn gets its second sleeper back",
        "From January the night train will again carry two sleeping cars, the line said on Saturday.",
    ),
    (
        "The Ostrel Lamp",
        "2026-11-22T11:00:00+01:00",
        "Chess in Rope Lane draws a crowd of two hundred",
        "The lane’s winter tournament, once six tables, filled both sides of the street.",
    ),
    (
        "Radio Skerry",
        "2026-11-22T12:10:00+01:00",
        "Why the lighthouse hums",
        "A loose pane, not a ghost, has been singing over Skerry since the October gale.",
    ),
    (
        "Fathom Review",
        "2026-11-20",
        "Eel counts rise for a third autumn",
        "Volunteers at the weir counted 14,200 eels, a third more than a year ago.",
    ),
];

type Carried = (&'static [&'static str], &'static str, &'static str, &'static str);
const CARRIED: [Carried; 3] = [
    (
        &[
            "Corvane Wire",
            "Quayside Echo",
            "Lowland Weekly",
            "Island Post",
            "Harbour & Rail",
            "Fathom Review",
        ],
        "2026-11-22T06:45:00+01:00",
        "Rye falls as the Orsa mills light their ovens again",
        "Flour rye lost four per cent in Orsa on Friday, its first fall since the canal froze in January.",
    ),
    (
        &["Corvane Wire", "The Tarn Letter", "Island Post"],
        "2026-11-22T05:15:00+01:00",
        "Two islands that share a feud will share a cable",
        "Brannoch and Iske signed for a single forty-kilometre power line, eleven years after each began to dig its own.",
    ),
    (
        &["The Ostrel Lamp", "Quayside Echo"],
        "2026-11-21T18:30:00+01:00",
        "Library keeps its Sundays",
        "Councillors voted fourteen to six to leave the reading room open seven days a week until spring.",
    ),
];

async fn hostile(press: &mut Press) -> Fallible<(StoryId, ArticleId)> {
    let title = "<script>alert(1)</script> & \"quotes\" <img src=x onerror=alert(2)>";
    let body = "A sentence with <b>tags</b> & an ampersand.\n\n<iframe src=javascript:alert(3)></iframe>";
    let one = press.print(Text::new("Tag \"><svg onload=alert(4)> Times", "2026-11-19", title, body)).await?;
    let lead = one.cite("A sentence with <b>tags</b> & an ampersand.");
    Ok((press.story(&[&one], json!({"enough": true, "lead": [lead]})).await?, one.id))
}

async fn edited(press: &mut Press) -> Fallible<ArticleId> {
    let text = Text::new(
        "Island Post",
        "2026-11-20T10:00:00+01:00",
        "Vote stands at 71",
        "The guild’s first count said 71 members voted yes.",
    );
    let one = press.print(text.clone()).await?;
    let later = Text {
        title: "Vote corrected to 73",
        body: "The guild corrected its count: 73 members voted yes.",
        ..text.clone()
    };
    let again = extracted(&later, one.published);
    let version = press.version(one.id, &again).await?;
    let (old, new) = (
        Draft { title: text.title, body: text.body, lang: Lang::EN },
        Draft { title: later.title, body: later.body, lang: Lang::EN },
    );
    press.tx.save_changes(version, &changes(&old, &new)).await?;
    press.story(&[&one], json!({"enough": false})).await?;
    Ok(one.id)
}

async fn private(press: &mut Press, ben: UserId) -> Fallible<ArticleId> {
    let new = NewFeed {
        address: "https://secret.example/ben",
        title: Some("Ben’s own letter"),
        is_private: true,
        owner: Some(ben),
        ..NewFeed::default()
    };
    let (feed, _): (FeedId, bool) = press.tx.add_feed(&new, press.now).await?;
    press.tx.subscribe(ben, feed, None, None, press.now).await?;
    let mut text = Text::new(
        "Closed Letter",
        "2026-11-22",
        "Zirconium, for subscribers alone",
        "The zirconium letter is for its subscribers alone.",
    );
    text.private = Some(feed);
    Ok(press.print(text).await?.id)
}
