//! Letters and digits of any script, asked once for every character of every page.
//! It refuses to judge: the answer is the standard library's, kept in a table because its own search costs a tenth of
//! the reading of a page that is not in Latin letters (measured over the Greek, Russian and Chinese pages of the bench).
//! Start at [`is_letter_or_digit`].

use std::sync::LazyLock;

/// Characters below this one stand in the table: all alphabets in use. Han, Hangul and the rest are asked anew.
const TABLE: u32 = 0x3000;

const WORDS: usize = (TABLE / 64) as usize;

static LETTERS: LazyLock<[u64; WORDS]> = LazyLock::new(|| {
    let mut table = [0; WORDS];
    for (word, first) in table.iter_mut().zip((0..TABLE).step_by(64)) {
        let bits = (0..64).filter(|bit| char::from_u32(first + bit).is_some_and(char::is_alphanumeric));
        *word = bits.fold(0, |word: u64, bit| word | 1 << bit);
    }
    table
});

/// What [`char::is_alphanumeric`] says.
pub fn is_letter_or_digit(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    let at = u32::from(c);
    match LETTERS.get(at as usize / 64) {
        Some(word) => word >> (at % 64) & 1 == 1,
        None => c.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_the_standard_library_says_of_every_character() {
        assert!(('\0'..=char::MAX).all(|c| is_letter_or_digit(c) == c.is_alphanumeric()));
    }
}
