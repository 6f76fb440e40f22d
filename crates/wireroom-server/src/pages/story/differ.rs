//! Where sources differ, on the story page: two sides in their own words with their outlets, the words that differ set
//! apart. The only words of the house are the heading and what it is about. Start at [`differences`].

use crate::told::{About, Cited, Numbers, Side, Told};
use crate::told::{Mark, Sentence};

/// The brief room gives few; this holds whatever it gives.
const MAX_SHOWN: usize = 12;
/// Outlets named beside a side before "and N more".
const MAX_NAMED: usize = 3;

/// Something on which sources differ.
#[derive(Debug)]
pub struct Differing {
    pub about: String,
    pub sides: Vec<Sided>,
}

/// One side.
#[derive(Debug)]
pub struct Sided {
    pub outlets: String,
    pub sentence: Parted,
}

/// A sentence with the words that differ set apart.
#[derive(Debug)]
pub struct Parted {
    pub before: String,
    pub apart: String,
    pub after: String,
    pub lang: String,
    pub dir: &'static str,
    pub marks: Vec<Mark>,
    pub class: String,
}

/// The differences, in the brief's order.
pub fn differences(told: &Told, numbers: &mut Numbers<'_>) -> Vec<Differing> {
    let shown = told.differences.iter().filter(|differing| differing.sides.len() >= 2).take(MAX_SHOWN);
    shown
        .map(|differing| Differing {
            about: match differing.about {
                About::Figure => say!("story-differ-figure"),
                About::Day => say!("story-differ-day"),
                About::Denied => say!("story-differ-denied"),
                About::Other => say!("story-differ-other"),
            },
            sides: differing.sides.iter().map(|side| sided(side, told, numbers)).collect(),
        })
        .collect()
}

fn sided(side: &Side, told: &Told, numbers: &mut Numbers<'_>) -> Sided {
    let name = |cited: &Cited| told.source(cited.article).and_then(|row| row.outlet.clone());
    let mut names: Vec<String> = Vec::new();
    for name in std::iter::once(&side.sentence).chain(&side.others).filter_map(name) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    Sided {
        outlets: crate::wording::listed(&names, MAX_NAMED),
        sentence: parted(numbers.sentence(&side.sentence, &side.others), side),
    }
}

fn parted(sentence: Sentence, side: &Side) -> Parted {
    let text = side.sentence.text.trim();
    let skipped = side.sentence.text.chars().take_while(|c| c.is_whitespace()).count();
    let cut = side.at.and_then(|at| {
        let from = at.start.checked_sub(side.sentence.chars.start)?.checked_sub(skipped)?;
        let length = at.end.checked_sub(at.start)?;
        let mut characters = text.chars();
        let before: String = characters.by_ref().take(from).collect();
        let apart: String = characters.by_ref().take(length).collect();
        Some((before, apart, characters.collect::<String>()))
    });
    let (before, apart, after) = cut.unwrap_or_else(|| (text.to_owned(), String::new(), String::new()));
    let Sentence { lang, dir, marks, class, .. } = sentence;
    Parted { before, apart, after, lang, dir, marks, class }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_stand_with_their_outlets_and_the_words_that_differ() {
        let told = Told::read(
            "{\"sources\":[{\"article\":1,\"outlet\":\"Tern\"},{\"article\":2,\"outlet\":\"Skua\"}],\
             \"differences\":[{\"about\":\"figure\",\"sides\":[\
             {\"sentence\":{\"article\":1,\"version\":1,\"start\":10,\"end\":30,\"text\":\"Some 61 ships waited\"},\"at\":{\"start\":15,\"end\":17},\"others\":[]},\
             {\"sentence\":{\"article\":2,\"version\":2,\"start\":0,\"end\":20,\"text\":\"Some 38 ships waited\"},\"at\":{\"start\":5,\"end\":7}}]},\
             {\"about\":\"of_a_later_program\",\"sides\":[]}]}",
        );
        let rows = differences(&told, &mut Numbers::new(&told));
        let [row] = rows.as_slice() else { panic!("{rows:?}") };
        assert_eq!((row.about.as_str(), row.sides.len()), ("On a figure", 2));
        let one = &row.sides[0];
        assert_eq!((one.outlets.as_str(), one.sentence.apart.as_str()), ("Tern", "61"));
        assert_eq!((one.sentence.before.as_str(), one.sentence.after.as_str()), ("Some ", " ships waited"));
        assert_eq!(row.sides[1].sentence.marks[0].number, 2);
    }
}
