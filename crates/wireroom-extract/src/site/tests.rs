use super::*;

fn paragraph(text: &str) -> Paragraph {
    Paragraph::plain(Role::Paragraph, text)
}

const BOX: &str = "Every morning the editor of the Harbour Post writes you a letter.";
const HOST: &str = "press.example";

fn own(number: usize) -> Vec<Paragraph> {
    let told = |n| {
        format!(
            "Page {number} tells in its part {n} what nobody else on the site has told so far, at length."
        )
    };
    (0..4).map(|n| paragraph(&told(n))).collect()
}

fn page(number: usize) -> (Url, Vec<Paragraph>) {
    let url = Url::parse(&format!("https://{HOST}/{number}")).unwrap();
    (url, own(number).into_iter().chain([paragraph(BOX)]).collect())
}

/// What is left of a page, read against what was learnt and said.
fn left(
    state: &SiteState,
    said: Option<&Words>,
    url: &Url,
    mut paragraphs: Vec<Paragraph>,
) -> Vec<Paragraph> {
    let blocks = PageBlocks::of(Some(url), None, &paragraphs);
    leave_out(&boxes(&blocks, state.memory(&blocks.site), said), &mut paragraphs);
    paragraphs
}

fn read(state: &mut SiteState, (url, paragraphs): (Url, Vec<Paragraph>)) -> usize {
    state.learn(&PageBlocks::of(Some(&url), None, &paragraphs));
    left(state, None, &url, paragraphs).len()
}

fn taught(pages: usize) -> SiteState {
    let mut state = SiteState::default();
    (0..pages).for_each(|n| {
        read(&mut state, page(n));
    });
    state
}

#[test]
fn what_stands_on_five_other_pages_of_a_site_goes_and_only_there() {
    let mut state = SiteState::default();
    let counts: Vec<usize> = (0..7).map(|n| read(&mut state, page(n))).collect();
    assert_eq!(counts, [5, 5, 5, 5, 5, 4, 4]);
    let (_, paragraphs) = page(9);
    let elsewhere = Url::parse("https://other.example/9").unwrap();
    assert_eq!(left(&state, None, &elsewhere, paragraphs).len(), 5);
}

#[test]
fn outlets_that_share_a_host_are_learnt_apart() {
    let state = taught(8);
    let (url, paragraphs) = page(9);
    let other = PageBlocks::of(Some(&url), Some("The Other Post"), &paragraphs);
    assert_eq!(other.site, "press.example theotherpost");
    assert!(boxes(&other, state.memory(&other.site), None).is_empty());
}

#[test]
fn one_page_read_many_times_teaches_nothing() {
    let mut state = SiteState::default();
    for _ in 0..9 {
        assert_eq!(read(&mut state, page(1)), 5);
    }
}

#[test]
fn one_article_at_many_addresses_is_never_emptied() {
    let mut state = SiteState::default();
    let (_, text) = page(1);
    for number in 0..9 {
        let url = Url::parse(&format!("https://press.example/a?from={number}")).unwrap();
        assert_eq!(read(&mut state, (url, text.clone())), 5);
    }
}

#[test]
fn a_box_goes_with_the_heading_over_it() {
    let state = taught(6);
    let (url, mut paragraphs) = page(7);
    paragraphs.insert(4, Paragraph { role: Role::Heading(3), ..paragraph("Our letter") });
    assert_eq!(left(&state, None, &url, paragraphs).len(), 4);
}

#[test]
fn a_background_paragraph_of_a_running_story_stays() {
    let mut state = SiteState::default();
    let background = paragraph("The harbour has been closed since the storm of last winter broke its wall.");
    let mut lengths = BTreeSet::new();
    for number in 0..150 {
        let (url, mut paragraphs) = page(number);
        paragraphs.pop();
        if number % 15 == 14 {
            paragraphs.push(background.clone());
            lengths.insert(left(&state, None, &url, paragraphs.clone()).len());
        }
        state.learn(&PageBlocks::of(Some(&url), None, &paragraphs));
    }
    assert_eq!(lengths, BTreeSet::from([5]));
}

#[test]
fn what_a_person_keeps_stays_and_what_a_person_drops_goes() {
    let state = taught(8);
    let (url, paragraphs) = page(9);
    let keep = Words::from([(block_id(BOX), Word::Keep)]);
    assert_eq!(left(&state, Some(&keep), &url, paragraphs.clone()).len(), 5);
    let first = paragraphs[0].text.clone();
    let drop = Words::from([(block_id(&first), Word::Drop)]);
    let kept = left(&SiteState::default(), Some(&drop), &url, paragraphs);
    assert!(kept.len() == 4 && kept.iter().all(|p| p.text != first));
}

#[test]
fn a_line_that_credits_an_agency_and_a_quotation_are_no_boxes() {
    let mut state = SiteState::default();
    let url = |n: usize| Url::parse(&format!("https://{HOST}/{n}")).unwrap();
    let quotation =
        Paragraph { role: Role::Quote, ..paragraph("We shall rebuild this harbour, stone by stone.") };
    let text = |n| {
        let last = [quotation.clone(), paragraph("The Associated Press contributed to this report.")];
        own(n).into_iter().chain(last).collect::<Vec<_>>()
    };
    for n in 0..12 {
        assert_eq!(read(&mut state, (url(n), text(n))), 6);
    }
}

#[test]
fn memory_is_bounded_and_the_state_survives_being_written() {
    let mut state = taught(600);
    for number in 0..MAX_SITES + 20 {
        let (_, paragraphs) = page(number);
        let url = Url::parse(&format!("https://site{number}.example/")).unwrap();
        state.learn(&PageBlocks::of(Some(&url), None, &paragraphs));
    }
    assert_eq!(state.sites(), MAX_SITES);
    assert!(state.sites.values().all(|s| s.blocks.len() <= MAX_BLOCKS && s.pages <= WINDOW));
    let written = serde_json::to_string(&state).unwrap();
    assert_eq!(serde_json::from_str::<SiteState>(&written).unwrap(), state);
    let newer = written.replacen("\"version\":2", "\"version\":7", 1);
    let told = serde_json::from_str::<SiteState>(&newer).unwrap_err().to_string();
    assert!(told.contains("version 7") && told.contains("new file"), "{told}");
}
