use super::*;
use proptest::strategy::Strategy;

fn entry(id: &str, link: &str, title: &str) -> SafeEntry {
    let some = |s: &str| (!s.is_empty()).then(|| s.to_owned());
    SafeEntry {
        id: some(id),
        link: some(link),
        title: some(title),
        summary: some(&format!("<p>{title}, told at the length that a summary has.</p>")),
        ..SafeEntry::default()
    }
}

fn keys(entries: Vec<SafeEntry>) -> Vec<Identity> {
    identities(&SafeFeed { entries, ..SafeFeed::default() })
}

/// Stores all of `first`, then asks for `second`: the number of the stored entry, or `None` where it is new.
fn seen_again(first: Vec<SafeEntry>, second: Vec<SafeEntry>) -> Vec<Option<usize>> {
    let mut stored = BTreeMap::new();
    for (number, identity) in keys(first).iter().enumerate() {
        for key in identity.keys() {
            stored.entry(key.clone()).or_insert(number);
        }
    }
    recognise(&keys(second), |key| stored.get(key).copied())
}

fn harbour(ids: [&str; 2]) -> Vec<SafeEntry> {
    let [a, b] = ids;
    vec![
        entry(a, "https://tide.example/1", "The harbour bridge reopens"),
        entry(b, "https://tide.example/2", "The ferry strike goes into its third week"),
    ]
}

#[test]
fn an_entry_keeps_its_identity_when_its_text_is_edited() {
    let mut edited = harbour(["a", "b"]);
    edited[0].title = Some("The harbour bridge reopens at last".into());
    edited[0].summary = None;
    assert_eq!(seen_again(harbour(["a", "b"]), edited), [Some(0), Some(1)]);
}

#[test]
fn a_feed_that_changes_all_its_ids_brings_nothing_back() {
    assert_eq!(seen_again(harbour(["a", "b"]), harbour(["new-1", "new-2"])), [Some(0), Some(1)]);
}

#[test]
fn one_id_for_all_entries_is_no_identity() {
    let all = keys(harbour(["same", "same"]));
    assert_ne!(all[0].key, all[1].key);
    assert_eq!(seen_again(harbour(["same", "same"]), harbour(["same", "same"])), [Some(0), Some(1)]);
}

#[test]
fn a_new_entry_at_an_old_address_is_new() {
    let live = |id: &str, title: &str| entry(id, "https://tide.example/live", title);
    let before = vec![live("1", "09:00 The count begins in the north")];
    let after = vec![live("2", "10:00 The first district has reported")];
    assert_eq!(seen_again(before, after), [None]);
}

#[test]
fn two_entries_never_become_one_stored_entry() {
    let mut after = harbour(["a", "b"]);
    after.push(entry("c", "https://tide.example/1", "The harbour bridge reopens"));
    assert_eq!(seen_again(harbour(["a", "b"]), after), [Some(0), Some(1), None]);
}

#[test]
fn a_new_issue_of_a_column_is_new_whatever_it_repeats() {
    // The same words under the same title, at a new address: only the name says that it is another.
    let mut after = harbour(["a", "b"]);
    after.push(entry("c", "https://tide.example/3", "The harbour bridge reopens"));
    assert_eq!(seen_again(harbour(["a", "b"]), after), [Some(0), Some(1), None]);
    // At the same address, with other words: the id is new while the ids hold.
    let mut after = harbour(["a", "b"]);
    let mut issue = entry("c", "https://tide.example/1", "The harbour bridge reopens");
    issue.summary = Some("<p>Other words of another day, at some length.</p>".into());
    after.push(issue);
    assert_eq!(seen_again(harbour(["a", "b"]), after), [Some(0), Some(1), None]);
}

#[test]
fn the_page_of_the_feed_names_none_of_its_entries() {
    let issue = |id: &str, text: &str| {
        let mut issue = entry(id, "https://tide.example/", "The hour's news");
        issue.summary = Some(text.into());
        issue
    };
    let first = vec![issue("", "<p>At nine the bridge was closed.</p>")];
    assert_eq!(seen_again(first, vec![issue("", "<p>At ten the bridge was open.</p>")]), [None]);
}

#[test]
fn an_entry_printed_twice_once_without_its_id_is_one_entry() {
    let twice = || vec![entry("a", "", "Live"), entry("", "", "Live")];
    let all = keys(twice());
    assert_eq!(all[0].key, all[1].key);
    assert_eq!(seen_again(twice(), twice()), [Some(0), Some(0)]);
}

#[test]
fn swapped_ids_do_not_swap_entries() {
    assert_eq!(seen_again(harbour(["a", "b"]), harbour(["b", "a"])), [Some(0), Some(1)]);
}

#[test]
fn a_title_edited_while_all_ids_change_is_known_by_its_link() {
    let mut before = harbour(["a", "b"]);
    before.push(entry("c", "https://tide.example/3", "A new pier for the old port"));
    let mut after = harbour(["x", "y"]);
    after.push(entry("z", "https://tide.example/3", "The old port gets its new pier"));
    after.push(entry("w", "https://tide.example/4", "A fourth story, and a new one"));
    assert_eq!(seen_again(before, after), [Some(0), Some(1), Some(2), None]);
}

#[test]
fn a_link_that_only_counts_clicks_anew_is_the_same_link() {
    let before = vec![entry("", "http://tide.example/a/1/?utm_source=rss&p=2", "The harbour bridge reopens")];
    let mut edited =
        entry("", "https://tide.example/a/1?p=2&fbclid=9#top", "The harbour bridge reopens at last");
    edited.summary = None;
    assert_eq!(seen_again(before, vec![edited]), [Some(0)]);
}

#[test]
fn live_posts_without_ids_stay_apart() {
    let post = |text: &str| {
        let mut post = entry("", "https://tide.example/live", "Live");
        post.summary = Some(text.into());
        post
    };
    let posts = vec![post("one"), post("two")];
    let all = keys(posts.clone());
    assert_ne!(all[0].key, all[1].key);
    let mut more = posts.clone();
    more.push(post("three"));
    assert_eq!(seen_again(posts, more), [Some(0), Some(1), None]);
}

/// What a publisher may do to all names of a feed between two polls.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Names {
    Hold,
    AllChange,
    OneForAll,
    Swapped,
    None,
}

fn story(number: usize, names: Names, poll: usize) -> SafeEntry {
    let id = match names {
        Names::Hold => format!("id-{number}"),
        Names::AllChange => format!("id-{number}-{poll}"),
        Names::OneForAll => "same".to_owned(),
        Names::Swapped if poll == 1 => format!("id-{}", number ^ 1),
        Names::Swapped => format!("id-{number}"),
        Names::None => String::new(),
    };
    entry(&id, &format!("https://tide.example/{number}"), &format!("Story number {number} of the harbour"))
}

proptest::proptest! {
    #[test]
    fn a_known_entry_is_never_fresh_and_two_are_never_one(
        order in proptest::sample::subsequence((0..8_usize).collect::<Vec<_>>(), 4..=8).prop_shuffle(),
        names in proptest::sample::select(vec![Names::Hold, Names::AllChange, Names::OneForAll, Names::Swapped, Names::None]),
        edited in 0..8_usize,
        edit in 0..4,
        fresh in 0..3_usize,
    ) {
        let before: Vec<SafeEntry> = (0..8).map(|number| story(number, names, 0)).collect();
        let mut after: Vec<SafeEntry> = order.iter().map(|&number| {
            let mut story = story(number, names, 1);
            if number == edited {
                match edit {
                    // A swapped name and a changed text leave nothing that could tell.
                    0 if names != Names::Swapped => story.title = story.title.map(|title| format!("{title}, updated")),
                    1 if names != Names::Swapped => story.summary = Some("<p>Other words than before, all of them.</p>".into()),
                    2 => story.link = story.link.map(|link| format!("{link}?utm_campaign=9#top")),
                    _ => {}
                }
            }
            story
        }).collect();
        let mut expected: Vec<Option<usize>> = order.iter().map(|&number| Some(number)).collect();
        for number in 100..100 + fresh {
            after.insert(0, story(number, names, 1));
            expected.insert(0, None);
        }
        proptest::prop_assert_eq!(seen_again(before, after), expected);
    }

    #[test]
    fn a_stored_entry_is_given_once(picks in proptest::collection::vec((0..3_usize, 0..3_usize, 0..3_usize), 0..12)) {
        let made = |picks: &[(usize, usize, usize)]| -> Vec<SafeEntry> {
            picks.iter().map(|(id, link, title)| {
                entry(["", "a", "b"][*id], ["", "https://tide.example/", "https://tide.example/1"][*link], ["", "Live", "A title that is long enough"][*title])
            }).collect()
        };
        let (first, second) = picks.split_at(picks.len() / 2);
        let after = made(second);
        let seen = seen_again(made(first), after.clone());
        let names = keys(after);
        for (at, one) in seen.iter().enumerate() {
            for (other_at, other) in seen.iter().enumerate().skip(at + 1) {
                proptest::prop_assert!(one.is_none() || one != other || names[at].key == names[other_at].key);
            }
        }
        // And the same answer again brings nothing.
        let again = seen_again(made(&picks), made(&picks));
        proptest::prop_assert!(again.iter().all(Option::is_some));
    }
}

#[test]
fn keys_depend_on_the_entry_and_on_nothing_else() {
    assert_eq!(keys(harbour(["a", "b"])), keys(harbour(["a", "b"])));
    assert!(keys(vec![SafeEntry::default()])[0].key.0.starts_with("none1:"));
}
