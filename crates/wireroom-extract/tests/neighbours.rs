//! What stands between and below an article's paragraphs and is not its text: boxes, calls, lives, captions, comments.

use wireroom_extract::{Page, dump, extract};
use wireroom_model::{Extracted, Time};

const TEXT: [&str; 4] = [
    "The harbour board of Lorn voted on Tuesday night to keep the old ferry for another year, after a meeting that lasted until two.",
    "Members had been told that a new boat would cost nine million crowns, and that the yard in Aske could not begin before spring.",
    "Fishermen who had filled the gallery clapped when the result was read out, and one of them rang a bell that he had brought along.",
    "The ministry in the capital has until the end of the month to object, but nobody in the hall expected that it would be quick.",
];

/// The article with something after its second paragraph, or after its last.
fn page(inside: &str, at: usize) -> Extracted {
    let paragraphs = TEXT.map(|text| format!("<p>{text}</p>"));
    let html = format!(
        "<html lang=en><head><title>Board keeps old ferry</title></head><body><div class=k1><h1>Board keeps old ferry</h1>\
        <div class=k2>{}{inside}{}</div></div></body></html>",
        paragraphs[..at].concat(),
        paragraphs[at..].concat()
    );
    extract(&Page::new(&html)).remove(0)
}

fn goes(inside: &str, places: &[usize]) {
    for at in places {
        assert_eq!(page(inside, *at).body, TEXT.join("\n\n"), "{inside}");
    }
}

fn stays(inside: &str, words: &str) {
    let body = page(inside, 2).body;
    assert!(body.contains(words) && TEXT.iter().all(|text| body.contains(text)), "{body}");
}

#[test]
fn boxes_with_a_heading_of_their_own_go_whatever_they_are_called() {
    for inside in [
        "<div class=z><h3>Key facts</h3><ul><li>Built in 1961</li><li>Carries forty cars</li></ul></div>",
        "<table class=z><tr><td><b>At a glance</b><br>Built in 1961. Carries forty cars.</td></tr></table>",
        "<div class=z><h5>The morning on your phone</h5><p>We send the headlines before breakfast, with offers of partners.</p></div>",
        "<div class=z><h4>About her</h4><p>Ines Holt, born in Aske in 1964, ran the cannery before she was elected.</p></div>",
        "<div class=z><p class=b>In this article</p><ul><li>The vote</li><li>What it costs</li></ul></div>",
        "<div class=z><h4>What is a berth?</h4><p>A place where a ship is moored, with a right to stay that can be let.</p></div>",
        "<div class=z><span>Video</span><p>01:24</p><p>The ferry leaves Lorn in a storm</p></div>",
        "<div class=z><div>Ada Fenn</div><div>Ada Fenn covers ports and fisheries. She grew up on a trawler.</div></div>",
        "<section class=z><h3>Zahlen und Fakten</h3><p>Gebaut 1961, vierzig Autos, zwei Maschinen.</p></section>",
    ] {
        goes(inside, &[2, 4]);
    }
}

#[test]
fn what_is_the_articles_own_stays_though_it_stands_in_a_box() {
    stays(
        "<div><h3>The first plan</h3><p>It came from the yard in Aske.</p></div><div><h3>The second plan</h3>\
        <p>It came from the ministry.</p></div><div><h3>The third plan</h3><p>It came from the crew.</p></div>",
        "It came from the ministry.",
    );
    stays(
        "<div><p>“We have mended her forty times, and the next will not kill us.”</p></div>",
        "forty times",
    );
    let summary = page("<div><h2>In short</h2><ul><li>The ferry stays for a year.</li></ul></div>", 0);
    assert!(summary.body.contains("The ferry stays for a year."), "{}", summary.body);
}

#[test]
fn lines_in_which_a_house_speaks_of_itself_go() {
    for inside in [
        "<p>Follow our WhatsApp channel for the morning headlines.</p>",
        "<p><em>Do you know more about the ferry? Write to our reporters at tips@lornpost.example.</em></p>",
        "<p>This article appeared in the Europe section of the print edition under the headline “Bell tolls”</p>",
        "<p>The Lorn Post has no owner but its readers. Please consider becoming a member today.</p>",
        "<p>The opinions expressed in this column are those of its writer.</p>",
        "<p>Source: harbour board, figures of May</p>",
        "<p>#ferry #Lorn #harbour</p>",
        "<p>Your browser does not support the video element.</p>",
        "<p>Subscribe to The Tide, our weekly letter on the sea.</p>",
    ] {
        goes(inside, &[2, 4]);
    }
    stays("<p>The mayor told his followers on Telegram that the ferry would sail.</p>", "on Telegram");
    stays(
        "<p>Witnesses are asked to write to the police at boats@police.example, a spokesman said.</p>",
        "spokesman",
    );
}

#[test]
fn lines_that_ask_for_a_call_a_story_a_vote_money_or_errors_go_in_many_languages() {
    for inside in [
        "<p>Are you on the ferry? Message us on 07700 900 123 and leave your name.</p>",
        "<p>If you have been affected by this story, call our newsroom on 01632 960 100.</p>",
        "<p><i>Do you have a story about the harbour? Tell us at yourstory@lornpost.example</i></p>",
        "<p>¿Conoces otra historia del puerto? Escríbenos a puerto@faro.example</p>",
        "<p>Kennen Sie eine Geschichte vom Hafen? Schreiben Sie uns an hafen@bote.example</p>",
        "<p>Vote for the boat of the year in our poll</p>",
        "<p>Like this? Support the Post with three crowns a month.</p>",
        "<p>Підтримайте незалежну редакцію: станьте нашим читачем від ста гривень на місяць</p>",
        "<p>Если вы заметили ошибку, выделите её и нажмите Ctrl+Enter</p>",
        "<p>Artikel anhören (4 Minuten), gelesen von einem Computer</p>",
        "<p>Слухайте цю новину у нашому подкасті</p>",
        "<p>Escuchar este artículo</p>",
        "<p>Add the Lorn Post as a preferred source on Google</p>",
        "<p>Añade El Faro como fuente preferida en Google</p>",
        "<p>The views expressed are the author's own.</p>",
        "<p>Fact box: a ferry of this class carries forty cars</p>",
    ] {
        goes(inside, &[2, 4]);
    }
    stays("<p>Anyone who saw the boat is asked to call the police on 01632 960 222.</p>", "call the police");
    stays("<p>“Support the ferry,” she told the crowd, “and the newsroom will too.”</p>", "told the crowd");
}

#[test]
fn boxes_whose_heading_names_what_the_facts_are_of_go() {
    for inside in [
        "<div class=z><h3>The ferry in numbers</h3><ul><li>Built in 1961</li><li>Carries forty cars</li></ul></div>",
        "<div class=z><b>Коротко про переправу</b><ul><li>Довжина: двісті метрів</li><li>Щогодини</li></ul></div>",
        "<div class=z><h3>Zahlen und Fakten zur Fähre</h3><p>Gebaut 1961, vierzig Autos.</p></div>",
        "<div class=z><h4>How we know this</h4><p>We read the minutes of four meetings and spoke to two members.</p></div>",
        "<div class=z><p><strong>Ines Holt</strong></p><p>born 1964 in Aske, ran the cannery before she was elected.</p></div>",
    ] {
        goes(inside, &[2]);
    }
}

#[test]
fn lines_in_which_the_makers_sign_leave_the_body_and_are_credited() {
    for inside in [
        "<p>Con información de la agencia EFE y de nuestra redacción en Aske.</p>",
        "<p>За матеріалами агентства та пресслужби порту</p>",
        "<p>(aso/tah)</p>",
        "<p>-- END --</p>",
        "<p>Photo editor: Ada Fenn. Produced by Bo Lind and the graphics desk.</p>",
    ] {
        goes(inside, &[4]);
    }
    let signed = "<p>Reporting by Ada Fenn in Aske and Bo Lind; additional reporting by Kim Ott; editing by Per Holm</p>";
    let row = page(signed, 4);
    assert_eq!(row.body, TEXT.join("\n\n"));
    let names: Vec<&str> = row.particulars.credits.iter().map(|c| c.name.as_str()).collect();
    assert!(names.contains(&"Kim Ott") && names.contains(&"Per Holm"), "{names:?}");
    let row = dump::extract(
        &format!(
            "Board keeps the old ferry for a year\n{}\nReporting by Ada Fenn; editing by Bo Lind\n",
            TEXT.join("\n")
        ),
        Time::Unknown,
    )
    .remove(0);
    assert_eq!(row.body, TEXT.join("\n\n"));
}

#[test]
fn words_of_the_text_set_large_go() {
    for inside in [
        "<p class=destacado>“Nine million for a boat, and a year to wait”</p>",
        "<blockquote>A bell rang when the result was read out in the gallery</blockquote>",
    ] {
        goes(inside, &[4]);
    }
    let cited = "<p>Nobody is against boats, said Uwe Stam of the anglers, whose club has met in the hall since 1950.</p>\
        <blockquote><p>„The boat can wait, the fish cannot.“</p><footer>Uwe Stam, anglers</footer></blockquote>";
    let body = page(cited, 2).body;
    assert!(body.contains("Nobody is against boats") && !body.contains("can wait"), "{body}");
    stays(
        "<blockquote><p>We hold that the ferry is a road, and that a road is not sold.</p></blockquote>",
        "not sold",
    );
}

#[test]
fn a_dump_ends_where_the_foot_of_its_page_begins() {
    let dump = format!(
        "Board keeps the old ferry for a year\n{}\nFact box: it was built in 1961\nVote for the boat of the year in our poll\n\n\n\
        Roundup gathers news from 900 houses and owns none.\nAbout\nPrivacy\n",
        TEXT.join("\n")
    );
    let row = dump::extract(&dump, Time::Unknown).remove(0);
    assert_eq!(row.body, TEXT.join("\n\n"));
}

#[test]
fn a_life_and_comments_below_the_text_go() {
    for inside in [
        "<h4>About her</h4><p>Ines Holt, born in Aske in 1964, ran the cannery before she was elected.</p>",
        "<h3>About Ines Holt</h3><p>Ines Holt, born in Aske in 1964, ran the cannery before she was elected.</p>",
        "<p><i>Prof. Hugo Stam teaches maritime law in Aske. He writes here as a passenger.</i></p>",
        "<p><strong>Zur Person:</strong> Ines Holt, 61, leitete die Fischfabrik, bevor sie gewählt wurde.</p>",
        "<h3>14 comments</h3><div><b>Per K.</b></div><p>They should have bought the new boat in 1998 when my uncle told them so, \
        and nobody listened to him then either, which is how it goes here.</p>",
    ] {
        goes(inside, &[4]);
    }
}

#[test]
fn a_paragraph_that_ends_in_a_photographers_name_is_a_caption() {
    for inside in [
        "<p>The ferry at her berth on Monday. (Photo by Ada Fenn)</p>",
        "<p><em>The ferry at her berth on Monday. Photo: Ada Fenn</em></p>",
        "<p>The ferry at her berth on Monday. AP Photo/Ada Fenn</p>",
        "<p>The ferry at her berth on Monday. Image source, Lorn Post/Ada Fenn</p>",
    ] {
        goes(inside, &[2, 4]);
    }
    stays("<p>The ferry was mended on Monday. (Reuters)</p>", "mended on Monday");
}

#[test]
fn a_dump_with_menus_has_its_headline_and_its_captions_apart() {
    let dump = format!(
        "Skip to content\nLorn Post\nHome\nCoast\n\nBoard keeps the old ferry for a year\n{}\n{}\n\
        The ferry at her berth on Monday. (Photo: Ada Fenn / Lorn Post)\n{}\n{}\n",
        TEXT[0], TEXT[1], TEXT[2], TEXT[3]
    );
    let row = dump::extract(&dump, Time::Unknown).remove(0);
    assert_eq!(row.title.as_deref(), Some("Board keeps the old ferry for a year"));
    assert_eq!(row.body, TEXT.join("\n\n"));
    assert_eq!(row.captions[0].text, "The ferry at her berth on Monday.");
    assert_eq!(row.captions[0].credit.as_deref(), Some("Ada Fenn / Lorn Post"));
}

#[test]
fn an_outlet_that_only_the_title_and_the_way_home_name_is_the_outlet() {
    let html = format!(
        "<html><head><title>Board keeps old ferry - Lorn Post</title></head><body><div><a href=/coast>Coast</a>\
        <a href=/>lorn post</a></div><h1>Board keeps old ferry</h1>{}</body></html>",
        TEXT.map(|text| format!("<p>{text}</p>")).concat()
    );
    let row = extract(&Page::new(&html)).remove(0);
    assert_eq!(row.outlet.as_deref(), Some("Lorn Post"));
    assert_eq!(row.title.as_deref(), Some("Board keeps old ferry"));
}
