//! Named, versioned hashes. Anything stored or compared across runs uses one of these and says which.
//! A function here never changes: a better one gets the next number and both stand until a reprocess.

use sha2::{Digest, Sha256};
use std::fmt::Write;
use xxhash_rust::xxh3::xxh3_64;

/// Identity of one normalised text: SHA-256 in lower-case hex, cut to 32 digits (128 bits).
pub fn text_v1(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(16).fold(String::with_capacity(32), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// One word or short phrase, for fingerprints: XXH3, 64 bits, seed 0.
#[inline]
pub fn word_v1(word: &str) -> u64 {
    xxh3_64(word.as_bytes())
}

/// Folds one more word hash into a running phrase hash (order matters).
#[inline]
pub const fn mix_v1(state: u64, word: u64) -> u64 {
    (state.rotate_left(23) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// A gram of words given by their numbers (order matters): a polynomial, then one round of mixing. It needs no
/// chain of multiplications, so the grams of a text cost little more than reading it.
#[inline]
pub fn gram_v1<const N: usize>(words: &[u32; N]) -> u64 {
    let mut power = 0x9E37_79B9_7F4A_7C15_u64;
    let mut sum = 0_u64;
    for &word in words {
        sum = sum.wrapping_add(u64::from(word).wrapping_mul(power));
        power = power.wrapping_mul(0xD6E8_FEB8_6659_FD93);
    }
    (sum ^ (sum >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_named_hashes_never_change() {
        assert_eq!(text_v1("Wireroom"), "f58e235546fc0e732f7ff0d86919076f");
        assert_eq!(word_v1(""), 0x2d06_8005_38d3_94c2);
        assert_ne!(mix_v1(mix_v1(0, 1), 2), mix_v1(mix_v1(0, 2), 1));
        assert_eq!(gram_v1(&[1, 2, 3, 4, 5]), 12_217_922_487_789_809_142);
        assert_ne!(gram_v1(&[1, 2]), gram_v1(&[2, 1]));
    }
}
