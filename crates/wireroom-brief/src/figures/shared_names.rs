//! Whether two figures' sentences name the same people and places, in whatever form each prints them.
//! It refuses to guess: a name shares its first letters with another, or it is another name.
//! Start at [`common_names`].

use super::view::View;

/// Letters that two spellings or forms of one name share ("Kestria", "Kestrians").
const NAME_LETTERS: usize = 5;

/// Both sentences name their place, and neither names the other's.
pub(super) fn other_place(x: &View, y: &View) -> bool {
    let within = |place: &std::collections::BTreeSet<String>, view: &View| {
        let known = || view.names.iter().chain(&view.weak).chain(&view.place);
        place.iter().any(|p| known().any(|n| one_name(p, n)))
    };
    !x.place.is_empty() && !y.place.is_empty() && !within(&x.place, y) && !within(&y.place, x)
}

/// What names two sentences have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    None,
    Some,
    /// All names of the one are the other's too.
    Nested,
}

pub(super) fn common_names(a: &View, b: &View) -> Names {
    let found = |name: &String, view: &View| view.names.iter().chain(&view.weak).any(|n| one_name(name, n));
    let (x, y) =
        (a.names.iter().filter(|n| found(n, b)).count(), b.names.iter().filter(|n| found(n, a)).count());
    // A sentence of German nouns, or one whose only name is its first word, has weak names alone.
    let weak = a.weak.iter().filter(|n| n.chars().count() >= NAME_LETTERS && b.weak.contains(*n)).count();
    let (p, q) = (a.names.len(), b.names.len());
    if x + y == 0 {
        return if weak > 0 && p == 0 && q == 0 { Names::Some } else { Names::None };
    }
    if x == p && p > 0 || y == q && q > 0 { Names::Nested } else { Names::Some }
}

/// One name in two forms: "Marovia" and "Marovias", "Kestria" and "Kestrians".
fn one_name(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let shared = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let (short, long) = (a.chars().count().min(b.chars().count()), a.chars().count().max(b.chars().count()));
    shared >= NAME_LETTERS && shared + 1 >= short && long <= shared + 3
}
