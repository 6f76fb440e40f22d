//! The templates' own rules, held over every file: nothing is marked as safe, nothing runs, nothing is styled inline.

use std::fs;
use std::path::{Path, PathBuf};

fn templates(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            templates(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "html") {
            found.push(path);
        }
    }
}

#[test]
fn no_template_trusts_outside_text_or_runs_anything() {
    let mut found = Vec::new();
    templates(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 10);
    for path in found {
        let mut text = fs::read_to_string(&path).unwrap();
        if path.ends_with("pages/layout/layout.html") {
            // The one module: our own file, deferred, with nothing inside.
            let (before, module) =
                text.split_once("<script type=\"module\" src=\"{{ frame.base }}/script/").unwrap();
            let (tag, after) = module.split_once("></script>").unwrap();
            assert!(!tag.contains('<'), "{tag}");
            text = format!("{before}{after}");
        }
        for bad in [
            "|safe",
            "| safe",
            "<script",
            "<style",
            " style=",
            " onclick",
            " onload",
            "javascript:",
            "http://",
            "escape none",
        ] {
            assert!(!text.contains(bad), "{bad} in {}", path.display());
        }
    }
}

#[test]
fn every_form_that_posts_carries_its_mark() {
    let mut found = Vec::new();
    templates(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    for path in found {
        let text = fs::read_to_string(&path).unwrap();
        for form in text.split("<form method=\"post\"").skip(1) {
            let form = form.split("</form>").next().unwrap();
            assert!(form.contains("name=\"csrf\""), "a form in {}", path.display());
        }
    }
}
