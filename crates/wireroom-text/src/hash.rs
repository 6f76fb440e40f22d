//! Named, versioned hashes. Anything stored or compared across runs uses one of these and says which.
//! A function here never changes: a better one gets the next number and both stand until a reprocess.

use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::hash::{BuildHasherDefault, Hasher};
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

/// Spreads keys that are hashes already, by one multiplication. Nothing stored depends on it: maps of it are looked into,
/// never walked.
#[derive(Debug, Clone, Copy, Default)]
pub struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u32(&mut self, key: u32) {
        self.write_u64(u64::from(key));
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
    }
}

/// A map from a hash; its order means nothing.
pub type ByHash<K, V> = HashMap<K, V, BuildHasherDefault<Spread>>;

/// Hashes a word as [`word_v1`] does, for tables that are asked for every word of a text. Nothing stored depends on it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Letters(u64);

impl Hasher for Letters {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = mix_v1(self.0, xxh3_64(bytes));
    }

    /// What ends a word, which tells no two words apart.
    fn write_u8(&mut self, _: u8) {}
}

/// A table of words, and what it holds of each; its order means nothing.
pub type ByWord<K, V> = HashMap<K, V, BuildHasherDefault<Letters>>;

/// A list of words; its order means nothing.
pub type Words = HashSet<&'static str, BuildHasherDefault<Letters>>;

/// The words of a list that is written with white space between them.
pub fn listed(list: &'static str) -> Words {
    list.split_ascii_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_differ_in_one_bit_stand_apart_in_a_map() {
        let mut map: ByHash<u64, u32> = ByHash::default();
        map.extend((0..64).map(|bit| (1_u64 << bit, bit)));
        assert!((0..64).all(|bit| map.get(&(1_u64 << bit)) == Some(&bit)));
        let spread = |key: u32| {
            let mut spread = Spread::default();
            spread.write_u32(key);
            spread.finish()
        };
        // A map of 128 places looks at the low seven bits, whatever bit of the key differs.
        let places: std::collections::BTreeSet<u64> = (0..32).map(|bit| spread(1 << bit) & 127).collect();
        assert!(places.len() > 16, "{places:?}");
    }

    #[test]
    fn a_list_of_words_holds_its_words_and_no_others() {
        let words = listed("der die  das\n für");
        assert_eq!(words.len(), 4);
        assert!(words.contains("für") && !words.contains("fur") && !words.contains(""));
    }

    #[test]
    fn the_named_hashes_never_change() {
        assert_eq!(text_v1("Wireroom"), "f58e235546fc0e732f7ff0d86919076f");
        assert_eq!(word_v1(""), 0x2d06_8005_38d3_94c2);
        assert_ne!(mix_v1(mix_v1(0, 1), 2), mix_v1(mix_v1(0, 2), 1));
        assert_eq!(gram_v1(&[1, 2, 3, 4, 5]), 12_217_922_487_789_809_142);
        assert_ne!(gram_v1(&[1, 2]), gram_v1(&[2, 1]));
    }
}
