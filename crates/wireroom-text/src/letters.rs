//! What is asked of every character of every page: whether it is a letter or a digit, its small form, whether it stays
//! as it is in a normal form. It refuses to judge: the answers are those of the standard library and of the library of
//! normal forms, kept in tables because their own searches cost a tenth and more of the reading of a page that is not in
//! Latin letters (measured over the Greek, Russian and Chinese pages of the bench). Start at [`is_letter_or_digit`].

use std::sync::LazyLock;
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, is_nfc_quick, is_nfkc_quick};

/// Characters below this one stand in the tables: all alphabets in use. Han, Hangul and the rest are asked anew.
const TABLE: u32 = 0x3000;

const WORDS: usize = (TABLE / 64) as usize;

/// One bit for each character of the table.
type Bits = [u64; WORDS];

fn bits_of(asked: impl Fn(char) -> bool) -> Bits {
    let mut table = [0; WORDS];
    for (word, first) in table.iter_mut().zip((0..TABLE).step_by(64)) {
        let bits = (0..64).filter(|bit| char::from_u32(first + bit).is_some_and(&asked));
        *word = bits.fold(0, |word: u64, bit| word | 1 << bit);
    }
    table
}

/// `None` for what is not in the table.
fn look(table: &Bits, c: char) -> Option<bool> {
    let at = u32::from(c);
    table.get(at as usize / 64).map(|word| word >> (at % 64) & 1 == 1)
}

static LETTERS: LazyLock<Bits> = LazyLock::new(|| bits_of(char::is_alphanumeric));
static ALPHABETIC: LazyLock<Bits> = LazyLock::new(|| bits_of(char::is_alphabetic));
static COMPOSED: LazyLock<Bits> = LazyLock::new(|| bits_of(composes_with_nothing));
static COMPATIBLE: LazyLock<Bits> = LazyLock::new(|| bits_of(is_nobodys_variant));

fn composes_with_nothing(c: char) -> bool {
    is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes && canonical_combining_class(c) == 0
}

fn is_nobodys_variant(c: char) -> bool {
    is_nfkc_quick(std::iter::once(c)) == IsNormalized::Yes && canonical_combining_class(c) == 0
}

/// What [`char::is_alphanumeric`] says.
pub fn is_letter_or_digit(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    look(&LETTERS, c).unwrap_or_else(|| c.is_alphanumeric())
}

/// What [`char::is_alphabetic`] says.
pub fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    look(&ALPHABETIC, c).unwrap_or_else(|| c.is_alphabetic())
}

/// Ideographs, kana and syllables of Hangul, which no normal form changes and which have no small form.
const fn is_plain_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{ac00}'..='\u{d7a3}')
}

/// Whether a text of such characters alone is its own NFC. It may say no where the answer is yes.
pub(crate) fn is_composed(c: char) -> bool {
    c.is_ascii()
        || look(&COMPOSED, c).unwrap_or_else(|| {
            is_plain_han(c) || matches!(c, '\u{3001}'..='\u{3029}' | '\u{ff01}'..='\u{ff5e}')
        })
}

/// The same for NFKC.
pub(crate) fn is_compatible(c: char) -> bool {
    c.is_ascii() || look(&COMPATIBLE, c).unwrap_or_else(|| is_plain_han(c))
}

/// Small forms of the characters below Hebrew; 0 where that is more than one character.
const SMALL: usize = 0x590;

static LOWER: LazyLock<[u16; SMALL]> = LazyLock::new(|| {
    let mut table = [0; SMALL];
    for (small, c) in table.iter_mut().zip('\0'..) {
        let mut lower = c.to_lowercase();
        if let (Some(first), None) = (lower.next(), lower.next()) {
            *small = u16::try_from(u32::from(first)).unwrap_or(0);
        }
    }
    table
});

/// Writes the small form of a character, as [`char::to_lowercase`] gives it.
pub fn push_lower(out: &mut String, c: char) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    match LOWER.get(u32::from(c) as usize) {
        Some(0) => out.extend(c.to_lowercase()),
        Some(small) => out.push(char::from_u32(u32::from(*small)).unwrap_or(c)),
        None if is_plain_han(c) => out.push(c),
        None => out.extend(c.to_lowercase()),
    }
}

/// What [`str::to_lowercase`] gives.
pub fn lowercase(text: &str) -> String {
    // A sigma's small form hangs on what stands around it.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    if text.contains('Σ') {
        return text.to_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push_lower(&mut out, c));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_the_standard_library_says_of_every_character() {
        assert!(('\0'..=char::MAX).all(|c| is_letter_or_digit(c) == c.is_alphanumeric()));
        assert!(('\0'..=char::MAX).all(|c| is_letter(c) == c.is_alphabetic()));
    }

    #[test]
    fn small_forms_are_the_standard_librarys_for_every_character() {
        assert!(('\0'..=char::MAX).all(|c| {
            let mut small = String::new();
            push_lower(&mut small, c);
            small.chars().eq(c.to_lowercase())
        }));
        for text in ["ΟΔΟΣ Σ", "İzmir ÉTÉ ﬀ", "Ёлка 東京 Ａ", "plain TEXT", ""] {
            assert_eq!(lowercase(text), text.to_lowercase());
        }
    }

    #[test]
    fn what_stays_in_a_normal_form_is_what_the_library_says_stays() {
        assert!(('\0'..=char::MAX).all(|c| !is_composed(c) || composes_with_nothing(c)));
        assert!(('\0'..=char::MAX).all(|c| !is_compatible(c) || is_nobodys_variant(c)));
        assert!("Żółć, «ёж» — Ζωή “東京ひらカ、한국”".chars().all(is_composed));
    }
}
