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
pub fn word_v1(word: &str) -> u64 {
    xxh3_64(word.as_bytes())
}

/// Folds one more word hash into a running phrase hash (order matters).
pub const fn mix_v1(state: u64, word: u64) -> u64 {
    (state.rotate_left(23) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_named_hashes_never_change() {
        assert_eq!(text_v1("Wireroom"), "f58e235546fc0e732f7ff0d86919076f");
        assert_eq!(word_v1(""), 0x2d06_8005_38d3_94c2);
        assert_ne!(mix_v1(mix_v1(0, 1), 2), mix_v1(mix_v1(0, 2), 1));
    }
}
