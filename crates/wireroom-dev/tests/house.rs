//! The house stands as ARCHITECTURE.md draws it, and the tree is tidy.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)]

use wireroom_dev::{house, root, tidy};

#[test]
fn no_room_imports_what_the_picture_does_not_show() {
    let architecture = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let told = house::differences(&house::drawn(&architecture).unwrap(), &house::built().unwrap());
    assert!(told.is_empty(), "\n{}", told.join("\n"));
}

#[test]
fn the_tree_keeps_the_house_rules() {
    let told = tidy::check(&root()).unwrap();
    assert!(told.is_empty(), "\n{}", told.join("\n"));
}

#[test]
fn only_the_store_speaks_sql_and_only_fetch_opens_sockets_outward() {
    let manifests = std::fs::read_dir(root().join("crates")).unwrap();
    for entry in manifests {
        let folder = entry.unwrap().path();
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).unwrap();
        let lasting = manifest.split("[dev-dependencies]").next().unwrap();
        let has = |dependency: &str| {
            lasting
                .lines()
                .any(|l| l.starts_with(dependency) && l[dependency.len()..].starts_with(['.', ' ']))
        };
        assert!(!has("sqlx") || name == "wireroom-store", "{name} speaks SQL");
        assert!(!has("reqwest") || name == "wireroom-fetch", "{name} opens sockets outward");
        assert!(!has("tantivy") || name == "wireroom-search", "{name} opens the index");
        let pure = ["model", "text", "feed", "extract", "copy", "story", "brief"]
            .iter()
            .any(|r| name == format!("wireroom-{r}"));
        assert!(!(pure && (has("tokio") || has("tracing"))), "{name} is a pure room");
    }
}
