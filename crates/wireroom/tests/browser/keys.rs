//! The keyboard alone, script or no script: Tab to what is meant, type, press. Nothing is clicked, nothing is focused
//! from outside, and what has the focus shows it.

use super::alone;
use super::chromium::{Chromium, Look, Tab};
use super::houses::demo;
use serde_json::json;

/// Stops of the Tab key on one page.
const MAX_STOPS: usize = 600;
const PLAIN: Look = Look { name: "without script", script: false, ..Look::LIGHT };

/// Goes on by Tab until what has the focus fits a selector.
fn reach(tab: &mut Tab, selector: &str) {
    let fits = format!("document.activeElement.matches({})", json!(selector));
    for _ in 0..MAX_STOPS {
        tab.press("Tab");
        if tab.value(&fits) == true {
            let seen = tab.value(
                "(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)(getComputedStyle(document.activeElement))",
            );
            assert_eq!(seen, true, "{selector} has the focus and does not show it");
            return;
        }
    }
    panic!("the Tab key never reaches {selector} on {}", tab.value("location.href"));
}

/// Presses a key that leads to another page, and waits for it.
fn press_on(tab: &mut Tab, key: &str) {
    tab.told("Page.loadEventFired");
    tab.forget();
    tab.press(key);
    tab.wait("Page.loadEventFired");
}

fn here(tab: &mut Tab) -> String {
    tab.value("location.pathname + location.search").as_str().unwrap().to_owned()
}

fn says(tab: &mut Tab, words: &str) -> bool {
    tab.value("document.body.innerText").as_str().unwrap().contains(words)
}

/// The first link of the page to an address that begins so.
fn first_link(tab: &mut Tab, start: &str) -> String {
    let script = format!("document.querySelector('main a[href^=\"{start}\"]').getAttribute('href')");
    tab.value(&script).as_str().unwrap().split(['#', '?']).next().unwrap().to_owned()
}

#[test]
fn the_keyboard_alone_adds_a_feed_reads_stars_comments_and_splits_a_story() {
    let _alone = alone();
    let Some(mut chromium) = Chromium::found() else { return };
    let served = demo();
    for look in [PLAIN, Look::LIGHT] {
        let mut tab = Tab::open(&mut chromium, look);

        // The first stop leads past the navigation.
        tab.go(&format!("{}/feeds", served.open));
        tab.press("Tab");
        assert_eq!(tab.value("document.activeElement.getAttribute('href')"), "#main");
        reach(&mut tab, "input[name=address]");
        tab.write(served.spare.as_ref().unwrap());
        press_on(&mut tab, "Enter");
        // What the feed says of itself is read before it is added.
        assert_eq!(here(&mut tab), "/feeds/add");
        reach(&mut tab, ".choosing button");
        press_on(&mut tab, "Enter");
        assert!(here(&mut tab).starts_with("/feeds?did="), "{}", here(&mut tab));

        // From the edition into a story, star it, mark it read.
        tab.go(&format!("{}/", served.open));
        let story = first_link(&mut tab, "/story/");
        reach(&mut tab, &format!("a[href=\"{story}\"]"));
        press_on(&mut tab, "Enter");
        assert_eq!(here(&mut tab), story);
        reach(&mut tab, &format!("form[action=\"{story}/star\"] button"));
        press_on(&mut tab, "Enter");
        tab.go(&format!("{}{story}", served.open));
        assert!(says(&mut tab, "Take the star away"));
        reach(&mut tab, &format!("form[action=\"{story}/star\"] button"));
        press_on(&mut tab, "Enter");
        tab.go(&format!("{}{story}", served.open));
        assert!(!says(&mut tab, "Take the star away"));
        reach(&mut tab, &format!("form[action=\"{story}/read\"] button"));
        press_on(&mut tab, " ");
        tab.go(&format!("{}{story}", served.open));
        assert!(says(&mut tab, "Mark as unread"));
        reach(&mut tab, &format!("form[action=\"{story}/read\"] button"));
        press_on(&mut tab, "Enter");

        // A comment is said under it.
        tab.go(&format!("{}{story}", served.open));
        reach(&mut tab, &format!("a[href=\"{story}/comments\"]"));
        press_on(&mut tab, "Enter");
        reach(&mut tab, "textarea[name=text]");
        let words = format!("Said by keyboard, {}.", look.name);
        tab.write(&words);
        reach(&mut tab, "form:has(textarea[name=text]) button");
        press_on(&mut tab, "Enter");
        tab.go(&format!("{}{story}/comments", served.open));
        assert!(says(&mut tab, &words));

        // A text is split off into a story of its own, and the word for it stands.
        tab.go(&format!("{}{story}", served.open));
        reach(&mut tab, "details:has(input[value=split]) > summary");
        tab.press("Enter");
        reach(&mut tab, "details:has(input[value=split]) input[type=checkbox]");
        tab.press(" ");
        reach(&mut tab, "details:has(input[value=split]) button");
        press_on(&mut tab, "Enter");
        tab.go(&format!("{}/corrections", served.open));
        assert!(
            tab.value("document.querySelectorAll('form[action$=\"/undo\"] button').length").as_u64()
                > Some(0)
        );
        reach(&mut tab, "form[action$=\"/undo\"] button");
        press_on(&mut tab, "Enter");
    }
}
