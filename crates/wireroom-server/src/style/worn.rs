//! What of the sheet one page wears: the rules that can meet something on it. The whole sheet is three times what any page
//! needs, and nothing is painted before all of it was read. A rule is left out only where a class that it asks for
//! stands nowhere on the page and in nothing that the script makes; whatever is not understood is kept.
//! Start at [`worn`].

use super::SHEET;
use crate::script;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// Sets of classes whose rules are kept ready; pages of one kind have a few.
const MAX_KEPT: usize = 256;
/// Blocks within blocks.
const MAX_DEPTH: usize = 8;

/// The rules for one page, and their hash as the policy names it.
#[derive(Debug)]
pub struct Worn {
    pub rules: String,
    pub source: String,
}

/// Classes as numbers, a bit each.
type Classes = Vec<u64>;

#[derive(Debug)]
enum Piece {
    /// Selectors, each with the classes it cannot do without, and what they are given.
    Rule { selectors: Vec<(String, BTreeSet<usize>)>, given: String },
    /// Rules that hold under a condition.
    Under { condition: String, pieces: Vec<Piece> },
    /// Kept as it is.
    Plain(String),
}

#[derive(Debug, Default)]
struct Wardrobe {
    pieces: Vec<Piece>,
    /// The number of each class that the sheet names.
    classes: BTreeMap<String, usize>,
}

static WARDROBE: LazyLock<Wardrobe> = LazyLock::new(|| Wardrobe::of(&SHEET));
/// Classes that the script gives to what it makes, and those of the page of keys, which it shows on any other.
static MADE: LazyLock<Classes> = LazyLock::new(|| {
    let mut classes = WARDROBE.made_by(script::MODULE);
    WARDROBE.mark(include_str!("../pages/keys/keys.html"), &mut classes);
    classes
});
static KEPT: Mutex<BTreeMap<Classes, Arc<Worn>>> = Mutex::new(BTreeMap::new());

/// The rules that a page can use.
pub fn worn(page: &str) -> Arc<Worn> {
    let mut classes = MADE.clone();
    WARDROBE.mark(page, &mut classes);
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = kept.get(&classes) {
        return Arc::clone(found);
    }
    if kept.len() >= MAX_KEPT {
        kept.clear();
    }
    let rules = WARDROBE.rules(&classes);
    let source = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(rules.as_bytes())));
    let found = Arc::new(Worn { rules, source });
    kept.insert(classes, Arc::clone(&found));
    found
}

impl Wardrobe {
    fn of(sheet: &str) -> Self {
        let mut wardrobe = Self::default();
        wardrobe.pieces = wardrobe.read(sheet, 0);
        wardrobe
    }

    fn read(&mut self, sheet: &str, depth: usize) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut rest = sheet;
        while let Some((head, behind)) = rest.split_once('{') {
            // What ends without a block stands before it: `@charset "utf-8";`.
            let (stated, head) = head.rsplit_once(';').map_or(("", head), |(stated, head)| (stated, head));
            if !stated.is_empty() {
                pieces.push(Piece::Plain(format!("{stated};")));
            }
            let (block, after) = block(behind);
            pieces.push(self.piece(head.trim(), block, depth));
            rest = after;
        }
        pieces
    }

    fn piece(&mut self, head: &str, block: &str, depth: usize) -> Piece {
        let is_condition = ["@media", "@supports", "@container"].iter().any(|at| head.starts_with(at));
        if is_condition && depth < MAX_DEPTH {
            return Piece::Under { condition: head.to_owned(), pieces: self.read(block, depth + 1) };
        }
        if head.starts_with('@') {
            return Piece::Plain(format!("{head}{{{block}}}"));
        }
        let selectors = parts(head).into_iter().map(|selector| {
            let needs = needed(selector).into_iter().map(|class| self.number(class)).collect();
            (selector.trim().to_owned(), needs)
        });
        Piece::Rule { selectors: selectors.collect(), given: block.to_owned() }
    }

    fn number(&mut self, class: &str) -> usize {
        let next = self.classes.len();
        *self.classes.entry(class.to_owned()).or_insert(next)
    }

    /// Marks the classes of a page's elements.
    fn mark(&self, page: &str, classes: &mut Classes) {
        classes.resize(self.classes.len().div_ceil(64), 0);
        for value in page.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            for class in value.split_ascii_whitespace() {
                self.set(class, classes);
            }
        }
    }

    fn set(&self, class: &str, classes: &mut Classes) {
        if let Some(number) = self.classes.get(class)
            && let Some(word) = classes.get_mut(number / 64)
        {
            *word |= 1 << (number % 64);
        }
    }

    /// The classes that a script names, as far as the sheet knows them.
    fn made_by(&self, script: &str) -> Classes {
        let mut classes = vec![0; self.classes.len().div_ceil(64)];
        for word in script.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_') {
            self.set(word, &mut classes);
        }
        classes
    }

    fn rules(&self, classes: &Classes) -> String {
        let has =
            |number: &usize| classes.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1);
        let mut out = String::new();
        print(&self.pieces, &has, &mut out);
        out
    }
}

fn print(pieces: &[Piece], has: &impl Fn(&usize) -> bool, out: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Plain(text) => out.push_str(text),
            Piece::Rule { selectors, given } => {
                let met = selectors.iter().filter(|(_, needs)| needs.iter().all(has));
                let met: Vec<&str> = met.map(|(selector, _)| selector.as_str()).collect();
                if !met.is_empty() {
                    out.extend([met.join(",").as_str(), "{", given, "}"]);
                }
            }
            Piece::Under { condition, pieces } => {
                let mut within = String::new();
                print(pieces, has, &mut within);
                if !within.is_empty() {
                    out.extend([condition, "{", within.as_str(), "}"]);
                }
            }
        }
    }
}

/// A block's inside, behind its opening brace, and what follows its closing one.
fn block(text: &str) -> (&str, &str) {
    let mut depth = 1_usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => {
                let (inside, rest) = text.split_at_checked(at).unwrap_or((text, ""));
                return (inside, rest.strip_prefix('}').unwrap_or(rest));
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    (text, "")
}

/// The selectors of a list, split at its own commas.
fn parts(list: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let own_comma = |c: char| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    };
    list.split(own_comma).collect()
}

/// The classes that a selector cannot do without: those outside brackets, for `:is`, `:not` and `:has` may be met without.
fn needed(selector: &str) -> BTreeSet<&str> {
    let mut depth = 0_usize;
    let outside = |c: char| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == '(' || c == '[' || depth > 0
    };
    let mut found = BTreeSet::new();
    for stretch in selector.split(outside) {
        for class in stretch.split('.').skip(1) {
            let end = class.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
            found.extend(class.get(..end.unwrap_or(class.len())).filter(|name| !name.is_empty()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(sheet: &str, page: &str) -> String {
        let wardrobe = Wardrobe::of(sheet);
        let mut classes = Classes::new();
        wardrobe.mark(page, &mut classes);
        wardrobe.rules(&classes)
    }

    const PAGE: &str = r#"<main class="doc wide"><p class="note">Words</p></main>"#;

    #[test]
    fn a_rule_whose_class_stands_nowhere_is_left_out_and_the_others_keep_their_order() {
        let sheet = "p{a:b}.note{c:d}.gone{e:f}.doc .gone{g:h}.doc.wide>.note::before{i:j}";
        assert_eq!(left(sheet, PAGE), "p{a:b}.note{c:d}.doc.wide>.note::before{i:j}");
    }

    #[test]
    fn of_a_list_the_selectors_that_can_meet_something_stay() {
        assert_eq!(
            left(".gone,.note:not(.gone,.doc),[a='x,.y']{c:d}", PAGE),
            ".note:not(.gone,.doc),[a='x,.y']{c:d}"
        );
    }

    #[test]
    fn what_stands_in_brackets_is_no_reason_to_leave_a_rule_out() {
        let sheet = ":is(.gone,.note){a:b}.doc:has(.gone[x='.y']) p{c:d}:where(:not(.gone)) b{e:f}";
        assert_eq!(left(sheet, PAGE), sheet);
        assert_eq!(left(":is(.note) .gone{a:b}", PAGE), "");
    }

    #[test]
    fn a_condition_stays_where_a_rule_under_it_does_and_what_is_not_known_stays_as_it_is() {
        let sheet = "@page{a:b}@media (x){.gone{c:d}}@media (y){.note{e:f}@supports (z){.gone{g:h}.doc{i:j}}}@keyframes k{from{l:m}to{n:o}}";
        let kept = "@page{a:b}@media (y){.note{e:f}@supports (z){.doc{i:j}}}@keyframes k{from{l:m}to{n:o}}";
        assert_eq!(left(sheet, PAGE), kept);
    }

    #[test]
    fn a_page_with_every_class_wears_the_whole_sheet_and_the_script_finds_its_own_rules_on_any() {
        let all: Vec<&str> = WARDROBE.classes.keys().map(String::as_str).collect();
        let whole = worn(&format!("<p class=\"{}\">", all.join(" ")));
        let bare = |text: &str| text.replace([' ', '\n'], "");
        assert_eq!(bare(&whole.rules), bare(&SHEET));
        let plain = worn("<p>");
        assert!(
            plain.rules.contains(".margin") && plain.rules.len() * 2 < SHEET.len(),
            "{}",
            plain.rules.len()
        );
        assert_ne!(plain.source, whole.source);
    }
}
