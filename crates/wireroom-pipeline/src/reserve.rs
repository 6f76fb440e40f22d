//! What a publisher reserves, read from the head of an answer and from the page itself: no archive, no text and data
//! mining. It refuses to read more into a word than it says: `noindex` speaks to search engines, and a reader's own
//! page is none. Start at [`of_head`] and [`with_page`].

use crate::robots::TOKEN;
use wireroom_extract::Notices;
use wireroom_fetch::Fetched;

/// Words of `X-Robots-Tag` and of the robots meta element that reserve the text.
const RESERVING: &[&str] = &["noarchive", "nocache", "noai"];

/// Words of `X-Robots-Tag` that carry a value after a colon: what stands before other colons is a robot's name.
const VALUED: &[&str] = &["unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"];

/// Robots whose names speak to us: our own, and the one for news.
const NAMES: &[&str] = &[TOKEN, "googlebot-news"];

/// The longest list of words that is kept.
const MAX_CHARS: usize = 400;

/// What the head of an answer reserves, after what the host's policy says of the address (`policy`).
pub(crate) fn of_head(answer: &Fetched, policy: Option<&str>) -> Option<String> {
    let mut words: Vec<String> = Vec::new();
    for value in &answer.robots_tag {
        let mut ours = true;
        for part in value.split(',').map(str::trim) {
            let mut word = part;
            if let Some((name, rest)) = part.split_once(':') {
                let name = name.trim();
                if VALUED.iter().any(|valued| name.eq_ignore_ascii_case(valued)) {
                    continue;
                }
                ours = NAMES.iter().any(|known| name.eq_ignore_ascii_case(known));
                word = rest.trim();
            }
            words.extend(reserving(word).filter(|_| ours).map(|word| format!("{word} (X-Robots-Tag)")));
        }
    }
    match answer.tdm_reservation.as_deref().map(str::trim) {
        Some("1") => words.push("tdm-reservation: 1 (header)".to_owned()),
        Some("0") => {}
        _ => words.extend(policy.map(str::to_owned)),
    }
    listed(words)
}

/// The same with what the page itself says; its own word on mining stands before the head's.
pub(crate) fn with_page(head: Option<&str>, notices: &Notices) -> Option<String> {
    let mining = |word: &str| word.starts_with("tdm-reservation");
    let mut words: Vec<String> =
        head.map(|head| head.split("; ").map(str::to_owned).collect()).unwrap_or_default();
    match notices.tdm_reservation.as_deref().map(str::trim) {
        Some("1") => {
            words.retain(|word| !mining(word));
            words.push("tdm-reservation: 1 (page)".to_owned());
        }
        Some("0") => words.retain(|word| !mining(word)),
        _ => {}
    }
    for (name, content) in &notices.robots {
        let ours = name == "robots" || NAMES.iter().any(|known| name.eq_ignore_ascii_case(known));
        let found = content.split([',', ' ', ';']).filter_map(reserving).filter(|_| ours);
        words.extend(found.map(|word| format!("{word} ({name} meta)")));
    }
    listed(words)
}

fn reserving(word: &str) -> Option<&'static str> {
    RESERVING.iter().find(|known| word.trim().eq_ignore_ascii_case(known)).copied()
}

fn listed(mut words: Vec<String>) -> Option<String> {
    let mut seen = std::collections::BTreeSet::new();
    words.retain(|word| seen.insert(word.clone()));
    (!words.is_empty()).then(|| words.join("; ").chars().take(MAX_CHARS).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(tags: &[&str], tdm: Option<&str>) -> Fetched {
        Fetched {
            status: 200,
            not_modified: false,
            url: "https://tern.example/a".parse().unwrap(),
            moved: None,
            body: Vec::new(),
            cut_short: None,
            content_type: None,
            etag: None,
            last_modified: None,
            fresh_for: None,
            no_store: false,
            date: None,
            robots_tag: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            tdm_reservation: tdm.map(str::to_owned),
            tdm_policy: None,
            links: Vec::new(),
        }
    }

    fn page(robots: &[(&str, &str)], tdm: Option<&str>) -> Notices {
        let robots =
            robots.iter().map(|(name, content)| ((*name).to_owned(), (*content).to_owned())).collect();
        Notices { robots, tdm_reservation: tdm.map(str::to_owned), paywall: None }
    }

    #[test]
    fn a_tag_counts_where_it_speaks_to_all_or_to_us() {
        let words = |tags: &[&str]| of_head(&head(tags, None), None);
        let found = Some("noarchive (X-Robots-Tag)".to_owned());
        assert_eq!(words(&["NoArchive, nofollow"]), found);
        assert_eq!(words(&["unavailable_after: 25 Jun 2040 15:00:00 PST, noarchive"]), found);
        assert_eq!(words(&["wireroom: noarchive"]), found);
        assert_eq!(words(&["otherbot: noarchive, nosnippet"]), None);
        assert_eq!(words(&["otherbot: noindex", "noarchive"]), found);
        assert_eq!(words(&["noindex, nofollow, none, max-snippet:0"]), None);
    }

    #[test]
    fn the_nearest_word_on_mining_stands() {
        let policy = Some("tdm-reservation: 1 (tdmrep.json)");
        assert_eq!(of_head(&head(&[], None), policy).as_deref(), policy);
        assert_eq!(of_head(&head(&[], Some("0")), policy), None);
        let header = of_head(&head(&["noarchive"], Some("1")), policy);
        assert_eq!(header.as_deref(), Some("noarchive (X-Robots-Tag); tdm-reservation: 1 (header)"));
        assert_eq!(
            with_page(header.as_deref(), &page(&[], Some("0"))).as_deref(),
            Some("noarchive (X-Robots-Tag)")
        );
        assert_eq!(with_page(None, &page(&[], Some("1"))).as_deref(), Some("tdm-reservation: 1 (page)"));
    }

    #[test]
    fn a_meta_element_counts_where_it_speaks_to_all_to_news_or_to_us() {
        let words = |name: &str, content: &str| with_page(None, &page(&[(name, content)], None));
        assert_eq!(words("robots", "index,noarchive").as_deref(), Some("noarchive (robots meta)"));
        assert_eq!(words("googlebot-news", "noarchive").as_deref(), Some("noarchive (googlebot-news meta)"));
        assert_eq!(words("robots", "noindex, nofollow"), None);
        assert_eq!(words("bingbot", "noarchive"), None);
    }
}
