//! The one script, an ES module under an address that changes with its content. It refuses to be needed: every action of a
//! page is a link or a form; to ask another house; and to grow: a test holds its size. Start at `wireroom.mjs`.

use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// The module's text.
pub const MODULE: &str = include_str!("wireroom.mjs");

static NAME: LazyLock<String> = LazyLock::new(|| {
    let hash = Sha256::digest(MODULE.as_bytes());
    let hex: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{hex}.mjs")
});

/// Its file name: sixteen hexadecimal digits of its hash and `.mjs`.
pub fn name() -> &'static str {
    &NAME
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The most that it may weigh, in bytes, as it is served.
    const MOST: usize = 12 * 1024;

    #[test]
    fn the_module_stays_small() {
        assert!(MODULE.len() <= MOST, "{} bytes", MODULE.len());
    }

    #[test]
    fn the_module_asks_no_other_house_and_writes_no_markup() {
        for bad in [
            "http:",
            "https:",
            "//cdn",
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "eval(",
            "import(",
            "document.write",
        ] {
            assert!(!MODULE.contains(bad), "{bad}");
        }
    }
}
