//! Segments: words as a reader of the language takes them, where the script writes no spaces. A library's dictionary finds
//! them (Chinese, Japanese, Thai, Lao, Khmer, Burmese); every other word is as [`words`] gives it.
//! It refuses to know names: what no dictionary has comes in pieces, often single characters, and the caller joins them.
//! Nothing stored for ever may depend on it: the dictionary is the library's, and a new one may cut elsewhere.
//! Start at [`segments`].

use crate::letters::is_letter_or_digit;
use crate::words::{Word, is_spaceless, words};
use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use std::collections::VecDeque;
use unicode_normalization::char::is_combining_mark;

/// Characters that are segmented at once: a sentence has fewer, and a page without any punctuation must not be held whole.
const MAX_RUN: usize = 256;

/// Letters and digits, in order, as [`words`] gives them, but words where a script writes no spaces.
pub fn segments(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut plain = words(text);
    let mut found: VecDeque<Word<'_>> = VecDeque::new();
    // Where the text begins that `plain` reads: past the last run.
    let mut base = 0;
    let mut library: Option<WordSegmenterBorrowed<'static>> = None;
    std::iter::from_fn(move || {
        loop {
            if let Some(word) = found.pop_front() {
                return Some(word);
            }
            let word = plain.next()?;
            let at = base + word.start;
            if !word.text.starts_with(is_spaceless) {
                return Some(Word { start: at, text: word.text });
            }
            let run = run(text.get(at..)?);
            base = at + run.len();
            plain = words(text.get(base..)?);
            let library = library
                .get_or_insert_with(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));
            let mut start = 0;
            for end in library.segment_str(run).filter(|&end| end > 0) {
                let piece = run.get(start..end).filter(|piece| piece.contains(is_letter_or_digit));
                found.extend(piece.map(|text| Word { start: at + start, text }));
                start = end;
            }
        }
    })
}

/// The characters of scripts without spaces that a text begins with, their marks among them.
fn run(text: &str) -> &str {
    let joins = |c: char| is_spaceless(c) || is_combining_mark(c) || matches!(c, '々' | '〇');
    let end = text.char_indices().enumerate().find(|&(count, (_, c))| count == MAX_RUN || !joins(c));
    end.and_then(|(_, (at, _))| text.get(..at)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        segments(text).map(|word| word.text).collect()
    }

    #[test]
    fn chinese_japanese_and_thai_fall_into_words() {
        assert_eq!(found("市长宣布，轻轨明年动工。"), ["市长", "宣布", "轻", "轨", "明年", "动工"]);
        assert_eq!(
            found("市長は12日、図書館を建てる。"),
            ["市長", "は", "12", "日", "図書館", "を", "建てる"]
        );
        assert_eq!(found("สร้างสะพานข้ามแม่น้ำ 3 แห่ง"), ["สร้าง", "สะพาน", "ข้าม", "แม่น้ำ", "3", "แห่ง"]);
    }

    #[test]
    fn lao_khmer_and_burmese_fall_into_words() {
        assert_eq!(found("ຈະສ້າງຂົວໃໝ່"), ["ຈະ", "ສ້າງ", "ຂົວ", "ໃໝ່"]);
        assert_eq!(found("នឹងសាងសង់ស្ពានថ្មី"), ["នឹង", "សាងសង់", "ស្ពាន", "ថ្មី"]);
        assert_eq!(found("တံတားအသစ်ဆောက်လုပ်မည်"), ["တံတား", "အသစ်", "ဆောက်လုပ်", "မည်"]);
    }

    #[test]
    fn text_with_spaces_is_as_words_gives_it() {
        let text = "Don’t stop: 3.5 km — naïve प्रधान मंत्री, Ελλάδα 나루시는 على الجسر";
        assert!(segments(text).eq(words(text)));
    }

    #[test]
    fn segments_stand_where_the_text_has_them_and_leave_no_letter_out() {
        let text =
            format!("NATO东京2026年ラーメン・佐々木さんは{}end สวัสดี！𠮷野家", "的".repeat(3 * MAX_RUN));
        assert!(segments(&text).all(|word| text.get(word.start..word.end()) == Some(word.text)));
        let letters = |word: Word<'_>| word.text.chars().filter(|&c| is_letter_or_digit(c)).count();
        let all = text.chars().filter(|&c| is_letter_or_digit(c)).count();
        assert_eq!(segments(&text).map(letters).sum::<usize>(), all);
    }
}
