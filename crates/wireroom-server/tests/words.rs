//! The words of the interface are complete: every language has every message, code and files name the same keys,
//! every plural has the forms of its language, and no template holds a word of its own.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What a message needs and how it chooses.
#[derive(Debug, Default)]
struct Message {
    names: BTreeSet<String>,
    /// The plural forms of each choice.
    plurals: Vec<BTreeSet<String>>,
}

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn look_at_expression(expression: &Expression<String>, message: &mut Message) {
    match expression {
        Expression::Inline(inline) => look_at_inline(inline, message),
        Expression::Select { selector, variants } => {
            look_at_inline(selector, message);
            let named: BTreeSet<String> = variants
                .iter()
                .filter_map(|variant| match &variant.key {
                    VariantKey::Identifier { name } => Some(name.clone()),
                    VariantKey::NumberLiteral { .. } => None,
                })
                .collect();
            if named.contains("other") {
                message.plurals.push(named);
            }
            for variant in variants {
                look_at(&variant.value, message);
            }
        }
    }
}

fn look_at_inline(inline: &InlineExpression<String>, message: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            message.names.insert(id.name.clone());
        }
        InlineExpression::Placeable { expression } => look_at_expression(expression, message),
        _ => {}
    }
}

fn look_at(pattern: &Pattern<String>, message: &mut Message) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            look_at_expression(expression, message);
        }
    }
}

fn file(code: &str) -> BTreeMap<String, Message> {
    let text = fs::read_to_string(here().join("words").join(format!("{code}.ftl"))).unwrap();
    let resource = parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{code}.ftl: {errors:?}"));
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        if let Entry::Message(found) = entry {
            let mut message = Message::default();
            look_at(found.value.as_ref().unwrap(), &mut message);
            let twice = messages.insert(found.id.name.clone(), message);
            assert!(twice.is_none(), "{code}.ftl says {} twice", found.id.name);
        }
    }
    messages
}

fn codes() -> Vec<String> {
    let names = fs::read_dir(here().join("words")).unwrap();
    let mut codes: Vec<String> =
        names.map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    codes.sort();
    codes
}

fn sources(folder: &Path, kinds: &[&str], found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, kinds, found);
        } else if path.extension().is_some_and(|kind| kinds.iter().any(|wanted| kind == *wanted)) {
            found.push(path);
        }
    }
}

/// Every key that code or a template says, with the names it gives.
fn said() -> BTreeMap<String, BTreeSet<String>> {
    let mut files = Vec::new();
    sources(&here().join("src"), &["rs", "html"], &mut files);
    let mut said: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in files {
        let text = fs::read_to_string(path).unwrap();
        for call in ["say!(", "say_round!("] {
            for (at, _) in text.match_indices(call) {
                let rest = text[at + call.len()..].trim_start();
                let Some(key) = rest.strip_prefix('"').and_then(|rest| rest.split('"').next()) else {
                    continue;
                };
                said.entry(key.to_owned()).or_default();
            }
        }
    }
    said
}

#[test]
fn no_language_lacks_a_message_and_none_has_one_too_many() {
    let first = file("en");
    assert!(codes().len() >= 3);
    for code in codes() {
        let other = file(&code);
        let missing: Vec<&String> = first.keys().filter(|key| !other.contains_key(*key)).collect();
        let strange: Vec<&String> = other.keys().filter(|key| !first.contains_key(*key)).collect();
        assert!(missing.is_empty() && strange.is_empty(), "{code}: missing {missing:?}, strange {strange:?}");
    }
}

#[test]
fn every_message_names_what_the_first_language_names() {
    let first = file("en");
    for code in codes() {
        for (key, message) in file(&code) {
            let strange: Vec<&String> = message.names.difference(&first[&key].names).collect();
            assert!(strange.is_empty(), "{code}: {key} names {strange:?}, which nobody gives");
            // A form for one or two may leave the number out; any other name must be said.
            let lost: Vec<&String> =
                first[&key].names.difference(&message.names).filter(|name| *name != "n").collect();
            assert!(lost.is_empty(), "{code}: {key} leaves out {lost:?}");
        }
    }
}

#[test]
fn every_plural_has_the_forms_of_its_language() {
    for code in codes() {
        let needed: &[&str] = match code.as_str() {
            "ar" => &["one", "two", "few", "many", "other"],
            _ => &["one", "other"],
        };
        for (key, message) in file(&code) {
            for plural in &message.plurals {
                assert!(
                    needed.iter().all(|form| plural.contains(*form)),
                    "{code}: {key} has only {plural:?}"
                );
            }
        }
    }
}

#[test]
fn code_and_files_name_the_same_messages() {
    let (first, said) = (file("en"), said());
    assert!(said.len() > 50);
    let lacking: Vec<&String> = said.keys().filter(|key| !first.contains_key(*key)).collect();
    assert!(lacking.is_empty(), "said and in no file: {lacking:?}");
    // Counts are a vocabulary; the two words about the language itself are asked for by the languages' own file.
    let idle: Vec<&String> = first
        .keys()
        .filter(|key| !said.contains_key(*key) && !key.starts_with("count-") && !key.starts_with("tongue-"))
        .collect();
    assert!(idle.is_empty(), "in the files and never said: {idle:?}");
}

/// The words that a template itself puts on the page: text between tags, and what is read aloud.
fn own_words(text: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut rest = text;
    // Away with what the templates' own language says.
    while let Some(at) = rest.find(['{']) {
        let (before, after) = rest.split_at(at);
        plain.push_str(before);
        let close = if after.starts_with("{{") {
            "}}"
        } else if after.starts_with("{%") {
            "%}"
        } else if after.starts_with("{#") {
            "#}"
        } else {
            plain.push('{');
            rest = &after[1..];
            continue;
        };
        rest = after.find(close).map_or("", |end| &after[end + close.len()..]);
    }
    plain.push_str(rest);
    let mut words = Vec::new();
    for attribute in ["aria-label=\"", "title=\"", "placeholder=\"", "alt=\""] {
        for (at, _) in plain.match_indices(attribute) {
            words.push(plain[at + attribute.len()..].split('"').next().unwrap().to_owned());
        }
    }
    for part in plain.split('<').skip(1) {
        words.push(part.split_once('>').map_or("", |(_, text)| text).to_owned());
    }
    words.retain(|word| word.replace("Wireroom", "").chars().filter(|c| c.is_alphabetic()).count() > 1);
    words
}

#[test]
fn no_template_has_words_of_its_own() {
    let mut files = Vec::new();
    sources(&here().join("src"), &["html"], &mut files);
    let mut wordy = Vec::new();
    for path in files {
        if let Some(word) = own_words(&fs::read_to_string(&path).unwrap()).first() {
            let name = path.strip_prefix(here().join("src")).unwrap().display().to_string();
            wordy.push(format!("{name}: {word:?}"));
        }
    }
    assert!(wordy.is_empty(), "words that only English readers understand: {wordy:#?}");
}
