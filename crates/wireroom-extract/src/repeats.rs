//! The same text printed again: a page's plumbing prints some texts several times in a row, and aggregators print
//! one text in several places. It is kept once, with the count. Start at [`once`].

/// Shortest text, in words, whose repetition is plumbing and not style.
const MIN_WORDS: usize = 30;

/// The text once, and how many more times it stood there in a row.
pub fn once(text: &str) -> (&str, u32) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let period = period(&words);
    let times = words.len().checked_div(period).unwrap_or(0);
    if period < MIN_WORDS || times < 2 {
        return (text, 0);
    }
    // The end of the last word of the first printing: words are parts of the text, so their places are known.
    let start = text.as_ptr() as usize;
    let end = words.get(period - 1).map_or(text.len(), |w| w.as_ptr() as usize - start + w.len());
    (text.get(..end).unwrap_or(text), u32::try_from(times - 1).unwrap_or(u32::MAX))
}

/// The smallest step after which all words come again (Knuth, Morris and Pratt's failure function).
fn period(words: &[&str]) -> usize {
    let mut border = vec![0_usize; words.len()];
    let mut length = 0;
    for at in 1..words.len() {
        while length > 0 && words.get(at) != words.get(length) {
            length = border.get(length - 1).copied().unwrap_or(0);
        }
        if words.get(at) == words.get(length) {
            length += 1;
        }
        if let Some(slot) = border.get_mut(at) {
            *slot = length;
        }
    }
    words.len() - border.last().copied().unwrap_or(0)
}

/// Paragraphs of which the whole sequence, or single long ones, stood there before: kept once. The count is that
/// of whole further printings.
pub fn paragraphs_once<T>(paragraphs: Vec<T>, text: impl Fn(&T) -> &str) -> (Vec<T>, u32) {
    /// Shortest paragraph, in letters, whose second printing is dropped.
    const LONG: usize = 60;
    let mut seen = std::collections::BTreeSet::new();
    let (mut kept_letters, mut dropped_letters) = (0, 0);
    let kept: Vec<T> = paragraphs
        .into_iter()
        .filter(|paragraph| {
            let letters = crate::blocks::weigh(text(paragraph));
            let new = letters < LONG || seen.insert(crate::choose::fold(text(paragraph)));
            *(if new { &mut kept_letters } else { &mut dropped_letters }) += letters;
            new
        })
        .collect();
    // Nine tenths of a printing: short paragraphs are not counted among the dropped.
    let times = dropped_letters * 10 / (kept_letters * 9).max(1);
    (kept, u32::try_from(times).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text() -> String {
        (0..40).map(|n| format!("word{n}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_text_printed_four_times_in_a_row_is_kept_once() {
        let four = [text(), text(), text(), text()].join(" ");
        assert_eq!(once(&four), (text().as_str(), 3));
    }

    #[test]
    fn a_refrain_is_no_repetition() {
        assert_eq!(once("row row row your boat row row row your boat").1, 0);
        let twice = format!("{} and more", text());
        assert_eq!(once(&twice), (twice.as_str(), 0));
    }

    #[test]
    fn paragraphs_printed_again_are_counted() {
        let paragraphs = vec![text(), "b".repeat(90), text(), "b".repeat(90)];
        let (kept, times) = paragraphs_once(paragraphs, |p| p);
        assert_eq!((kept.len(), times), (2, 1));
    }
}
