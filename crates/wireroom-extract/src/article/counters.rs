//! The counters of galleries ("1 / 6", "Bild 2 von 9") that stand in the element of a caption: no words of it.
//! It refuses a lone "1/2" and numbers that do not count up to one total. Start at [`leave_out`].

use wireroom_model::Caption;

/// Words of a viewer before a counter, and between its two numbers. Lower case.
const BEFORE: &[&str] = &[
    "",
    "photo",
    "image",
    "picture",
    "slide",
    "bild",
    "foto",
    "imagen",
    "immagine",
    "zdjęcie",
    "фото",
    "صورة",
    "תמונה",
    "写真",
    "图",
    "사진",
];
const BETWEEN: &[&str] =
    &["/", "|", "of", "von", "sur", "de", "di", "van", "av", "af", "z", "из", "з", "από", "من", "מתוך", "／"];

/// Takes the counters off captions that count up to one total, each with its own number.
pub fn leave_out(captions: &mut [&mut Caption]) {
    let read: Vec<Option<Counter>> = captions.iter().map(|caption| Counter::of(&caption.text)).collect();
    let counts = |counter: &Counter| {
        let same = read.iter().flatten().filter(|c| c.total == counter.total);
        let mut numbers: Vec<u16> = same.map(|c| c.number).collect();
        let all = numbers.len();
        numbers.sort_unstable();
        numbers.dedup();
        // A single picture counts where nothing parts its counter from its words.
        (all >= 2 && numbers.len() == all) || counter.glued
    };
    let rests: Vec<Option<String>> =
        read.iter().map(|c| c.as_ref().filter(|c| counts(c)).map(|c| c.rest.clone())).collect();
    for (caption, rest) in captions.iter_mut().zip(rests) {
        if let Some(rest) = rest {
            caption.text = rest;
        }
    }
}

/// A counter at one end of a caption.
struct Counter {
    number: u16,
    total: u16,
    /// The caption without it.
    rest: String,
    /// A letter follows without a space.
    glued: bool,
}

impl Counter {
    fn of(text: &str) -> Option<Self> {
        Self::first(text).or_else(|| Self::last(text))
    }

    fn first(text: &str) -> Option<Self> {
        let (number, total, rest) =
            BEFORE.iter().find_map(|word| counted(after(text, word)?.trim_start()))?;
        let glued = rest.starts_with(char::is_alphabetic);
        let rest = rest.trim_start_matches([' ', ':', '.', '|', '-', '–', '—', ')', ']', '·']).to_owned();
        Some(Self { number, total, rest, glued })
    }

    fn last(text: &str) -> Option<Self> {
        /// Most characters of a counter at a caption's end.
        const MOST: usize = 16;
        let mut starts = text.char_indices().rev().take(MOST).map(|(at, _)| at);
        starts.find_map(|at| {
            let (before, end) = text.split_at_checked(at)?;
            let (number, total, rest) = counted(end.trim_start_matches(['(', '[']))?;
            let parted = before.is_empty() || before.ends_with([' ', '.', '!', '?', '(', '[', '"', '”']);
            (parted && rest.trim_matches([')', ']', ' ']).is_empty()).then(|| Self {
                number,
                total,
                rest: before.trim_end_matches([' ', '(', '[', '|', '-', '–']).to_owned(),
                glued: false,
            })
        })
    }
}

/// "1 / 6" at the beginning: both numbers, and what follows.
fn counted(text: &str) -> Option<(u16, u16, &str)> {
    let (number, rest) = digits(text)?;
    let between = BETWEEN.iter().find_map(|word| after(rest.trim_start(), word))?;
    let (total, rest) = digits(between.trim_start())?;
    let right = (1..=total).contains(&number) && total > 1 && !rest.starts_with(['/', '.', ',', '%']);
    // "1/6. The ferry": a stop of its own ends the counter.
    let right = right || rest.starts_with(". ") && (1..=total).contains(&number);
    right.then_some((number, total, rest))
}

fn digits(text: &str) -> Option<(u16, &str)> {
    /// A gallery has fewer than a thousand pictures.
    const MOST: usize = 3;
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = text.split_at_checked(end)?;
    (number.len() <= MOST).then(|| number.parse().ok()).flatten().map(|number| (number, rest))
}

/// The rest of a text that opens with a word, whatever its case.
fn after<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for expected in word.chars() {
        let found = rest.next()?;
        if found != expected && !found.to_lowercase().eq([expected]) {
            return None;
        }
    }
    Some(rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without(texts: &[&str]) -> Vec<String> {
        let mut captions: Vec<Caption> =
            texts.iter().map(|text| Caption { text: (*text).to_owned(), credit: None }).collect();
        leave_out(&mut captions.iter_mut().collect::<Vec<_>>());
        captions.into_iter().map(|caption| caption.text).collect()
    }

    #[test]
    fn counters_that_count_up_to_one_total_leave_their_captions() {
        let bare = ["The ferry at dawn.", "The ferry at noon."];
        for forms in [
            ["1 / 2The ferry at dawn.", "2 / 2The ferry at noon."],
            ["1/2 The ferry at dawn.", "2/2 The ferry at noon."],
            ["Bild 1 von 2: The ferry at dawn.", "Bild 2 von 2: The ferry at noon."],
            ["Photo 1 of 2 - The ferry at dawn.", "Photo 2 of 2 - The ferry at noon."],
            ["The ferry at dawn. 1/2", "The ferry at noon. (2/2)"],
        ] {
            assert_eq!(without(&forms), bare, "{forms:?}");
        }
        assert_eq!(without(&["3 / 9The ferry at dawn."]), ["The ferry at dawn."]);
    }

    #[test]
    fn a_share_and_a_fraction_are_words_of_their_caption() {
        for text in ["1 of 6 ferries was saved.", "A tank 1/2 full", "12/31 was the last day", "24/7"] {
            assert_eq!(without(&[text]), [text]);
        }
        let two = ["1 of 6 ferries was saved.", "1 of 6 crews came home."];
        assert_eq!(without(&two), two);
    }
}
