//! House rules that a glance at the tree can show: lengths, module heads, names, stubs, words that do not belong.
//! It reads only what git tracks, so that a build folder never counts. A rule gives a sentence that names file and line.

use crate::root;
use std::path::Path;
use std::process::Command;

/// Longest source file, in lines; tables, tests and fixtures aside.
pub const MAX_FILE_LINES: usize = 500;
/// Longest function, in lines; tests aside.
pub const MAX_FUNCTION_LINES: usize = 70;
/// Module names that say nothing.
const EMPTY_NAMES: [&str; 5] = ["core", "common", "utils", "helpers", "manager"];

/// `cargo tidy`.
pub fn run() -> Result<(), String> {
    let told = check(&root())?;
    for line in &told {
        eprintln!("{line}");
    }
    if told.is_empty() { Ok(()) } else { Err(format!("tidy: {} things to mend", told.len())) }
}

/// Every breach in the tree below `root`.
pub fn check(root: &Path) -> Result<Vec<String>, String> {
    let out = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output();
    let out = out.map_err(|e| format!("git could not be started: {e}"))?;
    let mut told = Vec::new();
    let listed = String::from_utf8_lossy(&out.stdout);
    let read = |path: &str| std::fs::read_to_string(root.join(path)).unwrap_or_default();
    told.extend(idle_tests(&listed.lines().collect::<Vec<_>>(), read));
    for path in listed.lines() {
        // What git lists may be deleted in the work tree; what is not text has no lines to judge.
        if let Ok(text) = std::fs::read_to_string(root.join(path)) {
            told.extend(judge(path, &text));
        }
    }
    Ok(told)
}

/// Breaches in one file.
pub fn judge(path: &str, text: &str) -> Vec<String> {
    let mut told = Vec::new();
    if !path.ends_with("floors.toml") && !path.ends_with("tidy.rs") {
        told.extend(foreign_words(path, text));
    }
    if !path.ends_with(".rs") {
        return told;
    }
    let name = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".rs");
    if EMPTY_NAMES.contains(&name) {
        told.push(format!("{path}: the name \"{name}\" says nothing; use one of the field's nouns"));
    }
    if is_test(path) {
        return told;
    }
    let product = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text);
    let lines = product.lines().count();
    if lines > MAX_FILE_LINES && !is_table(product) {
        told.push(format!("{path}: {lines} lines, {MAX_FILE_LINES} at most: it wants two rooms"));
    }
    if !path.ends_with("build.rs") && !text.starts_with("//!") {
        told.push(format!(
            "{path}: the module has no head: 2 to 6 lines of //! that say what it is and refuses"
        ));
    }
    told.extend(long_functions(path, product));
    for (number, line) in product.lines().enumerate() {
        if [concat!("to", "do!("), concat!("unimplemen", "ted!("), concat!("FIX", "ME"), concat!("X", "XX")]
            .iter()
            .any(|stub| line.contains(stub))
        {
            told.push(format!("{path}:{}: unfinished work", number + 1));
        }
    }
    told
}

/// Tests that nobody runs: where a crate names its test programs itself, a file that no program names is silently left out.
fn idle_tests(paths: &[&str], read: impl Fn(&str) -> String) -> Vec<String> {
    let mut told = Vec::new();
    for manifest in paths.iter().filter(|path| path.ends_with("/Cargo.toml")) {
        let written = read(manifest);
        if !written.contains("autotests = false") {
            continue;
        }
        let tests = format!("{}tests/", manifest.trim_end_matches("Cargo.toml"));
        let joined = read(&format!("{tests}all.rs"));
        for path in paths {
            let Some(name) = path.strip_prefix(&tests).and_then(|rest| rest.strip_suffix(".rs")) else {
                continue;
            };
            let program = name.strip_suffix("/main").unwrap_or(name);
            let runs = joined.lines().any(|line| line == format!("mod {program};"))
                || written.contains(&format!("[[test]]\nname = \"{program}\""));
            if !program.contains('/') && !runs {
                told.push(format!("{path}: no test program names it, so that it never runs: add `mod {program};` to {tests}all.rs"));
            }
        }
    }
    told
}

fn is_test(path: &str) -> bool {
    path.contains("/tests/") || path.ends_with("/tests.rs") || path.contains("/examples/")
}

/// A file of tables says so in its head.
fn is_table(text: &str) -> bool {
    text.lines().take_while(|l| l.starts_with("//!")).any(|l| l.to_lowercase().contains("table"))
}

/// rustfmt closes a function with a brace at the indentation of its head: that is how its end is found.
fn long_functions(path: &str, text: &str) -> Vec<String> {
    let mut told = Vec::new();
    let mut open: Option<(usize, usize, &str)> = None;
    let mut data = 0;
    for (number, line) in text.lines().enumerate() {
        let code = line.trim_start();
        let indent = line.len() - code.len();
        match open {
            None if is_function(code) && !code.ends_with(';') && !code.ends_with('}') => {
                (open, data) = (Some((number, indent, code)), 0);
            }
            Some((start, at, head)) if indent == at && code.starts_with('}') => {
                let lines = number - start + 1 - data;
                if lines > MAX_FUNCTION_LINES {
                    let head = head.split('(').next().unwrap_or(head);
                    told.push(format!(
                        "{path}:{}: {head} has {lines} lines, {MAX_FUNCTION_LINES} at most",
                        start + 1
                    ));
                }
                open = None;
            }
            _ => data += usize::from(is_data(code)),
        }
    }
    told
}

/// A line of a table inside a function: words in quotes, nothing done.
fn is_data(code: &str) -> bool {
    ["\"", "(\"", "| \"", "'", "('", "| '"].iter().any(|start| code.starts_with(start))
}

fn is_function(code: &str) -> bool {
    let words = ["pub(crate) ", "pub(super) ", "pub ", "const ", "async "];
    let bare = words.iter().fold(code, |code, word| code.strip_prefix(word).unwrap_or(code));
    bare.starts_with("fn ")
}

/// Paths of a machine and hosts of a registry have no place in the project.
fn foreign_words(path: &str, text: &str) -> Vec<String> {
    let words = [
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!("crates", ".io"),
        concat!("pypi", ".org"),
    ];
    let lines = text.lines().enumerate();
    let hit = |(number, line): (usize, &str)| {
        let word = words.iter().find(|word| line.contains(**word))?;
        Some(format!("{path}:{}: \"{word}\" names a machine's path or a registry's host", number + 1))
    };
    if path == "Cargo.lock" { Vec::new() } else { lines.filter_map(hit).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_function_is_told_with_its_line() {
        let body = "    let x = 1;\n".repeat(MAX_FUNCTION_LINES);
        let told = judge("a/b.rs", &format!("//! Head.\n\npub fn long() {{\n{body}}}\n"));
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with("a/b.rs:3: pub fn long has 72 lines"), "{told:?}");
    }

    #[test]
    fn a_long_file_without_a_head_and_with_an_empty_name_is_told_three_times() {
        let told = judge("a/utils.rs", &"const A: u8 = 1;\n".repeat(MAX_FILE_LINES + 1));
        assert_eq!(told.len(), 3, "{told:?}");
    }

    #[test]
    fn rows_of_a_table_do_not_make_a_function_long() {
        let rows = "        (\"eng\", \"en\"),\n".repeat(MAX_FUNCTION_LINES);
        assert!(judge("a/b.rs", &format!("//! Head.\n\n{rows}fn tags() {{\n{rows}}}\n")).is_empty());
    }

    #[test]
    fn tests_and_tables_may_be_long() {
        let long = "const A: u8 = 1;\n".repeat(MAX_FILE_LINES + 1);
        assert!(judge("a/tests/b.rs", &long).is_empty());
        assert!(judge("a/b.rs", &format!("//! A table of names.\n{long}")).is_empty());
    }

    #[test]
    fn a_machines_path_is_told() {
        assert_eq!(judge("README.md", concat!("see /wo", "rk/x")).len(), 1);
    }

    #[test]
    fn a_test_file_that_no_program_names_is_told() {
        let read = |path: &str| match path {
            "a/Cargo.toml" => {
                "autotests = false\n\n[[test]]\nname = \"all\"\n\n[[test]]\nname = \"own\"\n".to_owned()
            }
            "a/tests/all.rs" => "//! Joined.\n\nmod joined;\n".to_owned(),
            _ => "[package]\n".to_owned(),
        };
        let paths = [
            "a/Cargo.toml",
            "a/tests/all.rs",
            "a/tests/joined.rs",
            "a/tests/own/main.rs",
            "a/tests/house/mod.rs",
        ];
        assert_eq!(idle_tests(&paths, read), Vec::<String>::new());
        assert_eq!(idle_tests(&["b/Cargo.toml", "b/tests/loose.rs"], read), Vec::<String>::new());
        let told = idle_tests(&["a/Cargo.toml", "a/tests/loose.rs", "a/tests/whole/main.rs"], read);
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(
            told.iter().any(|line| line.starts_with("a/tests/loose.rs: no test program names it")),
            "{told:?}"
        );
    }
}
