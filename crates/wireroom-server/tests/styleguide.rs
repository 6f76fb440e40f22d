//! The style guide and the style hold each other: every class of a component stands on the page.

use crate::site::Site;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The classes that a sheet's selectors name.
fn classes(sheet: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut plain = String::new();
    for (at, part) in sheet.split("/*").enumerate() {
        plain.push_str(if at == 0 { part } else { part.split_once("*/").unwrap().1 });
    }
    // Selectors stand before a brace; a number with a point begins with a digit.
    for selector in plain.split('{').map(|part| part.rsplit(['}', ';']).next().unwrap()) {
        for (at, _) in selector.match_indices('.') {
            let name: String =
                selector[at + 1..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
            if name.starts_with(|c: char| c.is_ascii_lowercase()) {
                found.insert(name);
            }
        }
    }
    found
}

#[tokio::test]
async fn every_class_of_a_component_stands_on_the_style_guide() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let page = site.get("/styleguide", &cookie).await.body;
    let shown: BTreeSet<&str> = page
        .split("class=\"")
        .skip(1)
        .flat_map(|rest| rest.split('"').next().unwrap().split_ascii_whitespace())
        .collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/style");
    let mut all = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        // Tokens have no class, and paper only takes away.
        if !name.ends_with(".css") || name == "tokens.css" || name == "print.css" {
            continue;
        }
        for class in classes(&fs::read_to_string(&path).unwrap()) {
            all += 1;
            assert!(
                shown.contains(class.as_str()),
                "{name} has .{class}, which the style guide does not show"
            );
        }
    }
    assert!(all > 50, "{all}");
}

#[test]
fn classes_are_read_from_selectors_alone() {
    let found = classes(
        "/* .no */ .a:is(.b-c, d) > .e { font: .5rem/1.5 x; } @media (min-width: 1.5rem) { .f { g: h } }",
    );
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["a", "b-c", "e", "f"]);
}
