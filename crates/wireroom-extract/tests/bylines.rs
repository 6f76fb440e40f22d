//! What an article says of itself, on pages written for it: each line is the page's, and absent where the page is silent.

use url::Url;
use wireroom_extract::{Page, extract};
use wireroom_model::{Access, AgencyPart, Extracted, Particulars, Who};

const TEXT: &str = "<p>The ferry left the harbour of Holm on Monday with two hundred people on board, and nobody \
    on the quay waved to them as they went.</p><p>The harbour master said that the weather was fair, that the crew \
    was rested, and that the ship would be back before dark.</p><p>It came back a day late, with its lamps out and its \
    flag at half mast, and the town came down to see it.</p>";

fn page(head: &str, before: &str, after: &str) -> Extracted {
    let html = format!(
        "<html lang=en><head><title>The ferry is late</title>{head}</head><body><article><h1>The ferry is late</h1>\
         {before}{TEXT}{after}</article></body></html>"
    );
    let url = Url::parse("https://www.tideline.example/islands/ferry").unwrap();
    extract(&Page::new(&html).at(Some(&url))).remove(0)
}

fn ld(json: &str) -> String {
    format!(
        "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"The ferry is late\",{json}}}</script>"
    )
}

#[test]
fn a_page_that_says_nothing_of_its_article_gives_nothing() {
    let row = page("", "", "");
    assert_eq!(row.particulars, Particulars::default());
    assert!(row.authors.is_empty() && row.agency.is_none() && row.dateline.is_none());
}

#[test]
fn bylines_stand_in_the_order_of_the_authors_with_role_and_kind() {
    let before = "<p class=byline>By <a rel=author href=/author/ada>Ada Fenn</a>, Political editor, and Sports Desk</p>";
    let row = page("", before, "");
    assert_eq!(row.authors, ["Ada Fenn", "Sports Desk"]);
    let told: Vec<_> =
        row.particulars.bylines.iter().map(|b| (b.name.as_str(), b.who, b.role.as_deref())).collect();
    assert_eq!(told, [("Ada Fenn", Who::Person, Some("Political editor")), ("Sports Desk", Who::Desk, None)]);
}

#[test]
fn a_photographer_stated_as_author_is_credited_as_the_byline_has_it() {
    let head = ld(
        "\"author\":[{\"@type\":\"Person\",\"name\":\"Ada Fenn\"},{\"@type\":\"Person\",\"name\":\"Bo Lind\"}]",
    );
    let before = "<div class=bylines><p class=byline>By <a href=/author/ada>Ada Fenn</a></p>\
        <p class=byline>Photography by <a href=/author/bo>Bo Lind</a></p></div>";
    let row = page(&head, before, "");
    assert_eq!(row.authors, ["Ada Fenn"]);
    assert_eq!(row.particulars.credits[0].name, "Bo Lind");
    assert_eq!(row.particulars.credits[0].part, "Photography by");
}

#[test]
fn the_writers_of_other_cards_and_of_quotations_are_no_authors() {
    let after = "<blockquote><p>It was dark.</p><cite class=quote-author>Ivo Brandt</cite></blockquote>\
        <div class=teaser><h3><a href=/b>Owls return to the brewery</a></h3><span class=author>Mara Holt</span></div>";
    assert_eq!(page("", "<p class=author>Ada Fenn</p>", after).authors, ["Ada Fenn"]);
    assert_eq!(page("", "", after).authors, Vec::<String>::new());
}

#[test]
fn a_masthead_gives_way_to_a_name_that_signs_the_text() {
    let head = format!(
        "<meta property='og:site_name' content='Tideline'>{}",
        ld("\"author\":{\"@type\":\"Person\",\"name\":\"Tideline\"}")
    );
    assert_eq!(page(&head, "", "").authors, ["Tideline"]);
    assert_eq!(page(&head, "", "").particulars.bylines[0].who, Who::Organisation);
    let signed = page(&head, "", "<p style='text-align:right'><strong>Ada Fenn</strong></p>");
    assert_eq!(signed.authors, ["Ada Fenn"]);
    assert_eq!(page(&head, "<p><strong>Ada Fenn/Bo Lind</strong></p>", "").authors, ["Ada Fenn", "Bo Lind"]);
}

#[test]
fn who_helped_is_told_by_a_line_at_the_end() {
    let row = page(
        "",
        "<p class=byline>By Ada Fenn</p>",
        "<p>Additional reporting by Ivo Brandt; editing by Bo Lind</p>",
    );
    let told: Vec<_> = row.particulars.credits.iter().map(|c| (c.name.as_str(), c.part.as_str())).collect();
    assert_eq!(told, [("Ivo Brandt", "Additional reporting by"), ("Bo Lind", "editing by")]);
    assert_eq!(row.authors, ["Ada Fenn"]);
}

#[test]
fn an_agency_in_the_byline_at_the_start_and_at_the_end_is_credited_with_its_part() {
    let row =
        page("", "<p class=byline>By AFP</p>", "<p>The Associated Press contributed to this report.</p>");
    let told: Vec<_> = row.particulars.agencies.iter().map(|a| (a.agency.as_str(), a.part)).collect();
    assert_eq!(told, [("AFP", AgencyPart::Wrote), ("AP", AgencyPart::Contributed)]);
    assert_eq!(row.agency.as_deref(), Some("AFP"));
    assert_eq!(row.particulars.bylines[0].who, Who::Organisation);
}

#[test]
fn a_picture_of_an_agency_is_no_credit_of_the_text() {
    let after =
        "<figure><img src=/q.jpg><figcaption>The quay. Photo: AP</figcaption></figure><p>Photo: AFP</p>";
    assert_eq!(page("", "", after).agency, None);
}

#[test]
fn section_and_tags_are_what_the_page_sorts_its_article_by() {
    let head = "<meta property='og:site_name' content='Tideline'><meta property='article:section' content='Islands'>\
        <meta property='article:tag' content='Ferries, Holm'><meta property='article:tag' content='ferries'>\
        <meta property='article:tag' content='100312362'><meta property='article:tag' content='Tideline'>";
    let row = page(head, "", "");
    assert_eq!(row.particulars.section.as_deref(), Some("Islands"));
    assert_eq!(row.particulars.tags, ["Ferries", "Holm"]);
}

#[test]
fn bread_crumbs_name_the_section_without_the_way_home_and_the_headline() {
    let head = "<script type='application/ld+json'>{\"@type\":\"BreadcrumbList\",\"itemListElement\":[\
        {\"name\":\"Home\"},{\"name\":\"News\"},{\"item\":{\"name\":\"Islands\"}},{\"name\":\"The ferry is late\"}]}</script>";
    assert_eq!(page(head, "", "").particulars.section.as_deref(), Some("Islands"));
}

#[test]
fn the_lead_image_is_absolute_with_the_size_of_one_statement() {
    let head = "<meta property='og:image' content='/img/quay.jpg'><meta property='og:image:width' content='1200'>\
        <meta property='og:image:height' content='630'><meta property='og:image:alt' content='The quay at dawn'>";
    let image = page(head, "", "").particulars.image.unwrap();
    assert_eq!(image.url, "https://www.tideline.example/img/quay.jpg");
    assert_eq!((image.width, image.height), (Some(1200), Some(630)));
    assert_eq!(image.alt.as_deref(), Some("The quay at dawn"));
}

#[test]
fn a_logo_gives_way_to_the_figure_under_the_headline() {
    let head = "<meta property='og:image' content='https://www.tideline.example/static/logo.png'>";
    let before = "<figure><img src='/img/quay.jpg' width=800 height=450 alt='The quay at dawn'></figure>";
    let image = page(head, before, "").particulars.image.unwrap();
    assert_eq!(image.url, "https://www.tideline.example/img/quay.jpg");
    assert_eq!(image.width, Some(800));
    assert_eq!(page(head, "", "").particulars.image, None);
}

#[test]
fn whether_a_text_costs_is_the_pages_own_word() {
    assert_eq!(page(&ld("\"isAccessibleForFree\":true"), "", "").particulars.access, Access::Free);
    assert_eq!(page(&ld("\"isAccessibleForFree\":\"False\""), "", "").particulars.access, Access::Paid);
    let head = "<meta property='article:content_tier' content='locked'>";
    assert_eq!(page(head, "", "").particulars.access, Access::Paid);
}

#[test]
fn a_dateline_is_dated_by_the_day_of_its_page() {
    let head = "<meta property='article:published_time' content='2026-11-23T08:00:00Z'>";
    let row = page(head, "", "");
    assert_eq!(row.particulars.dated, None);
    let html = format!(
        "<html lang=en><head>{head}</head><body><article><h1>The ferry is late</h1><p>HOLM, Nov 22 (Reuters) - The ferry \
         left the harbour on Monday with two hundred people on board, and nobody waved to them.</p>{TEXT}</article></body></html>"
    );
    let row = extract(&Page::new(&html)).remove(0);
    let dated = row.particulars.dated.unwrap();
    assert_eq!(dated.place.as_deref(), Some("HOLM"));
    assert_eq!(dated.date.known().unwrap().to_string(), "2026-11-22");
    assert_eq!(dated.agency.as_deref(), Some("Reuters"));
    assert_eq!(row.dateline.as_deref(), Some("HOLM, Nov 22"));
}
