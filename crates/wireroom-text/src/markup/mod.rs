//! Markup: outside HTML made safe to show ([`sanitise`]), made into text ([`plain`]), made into one line ([`line()`]).
//! This is the one sanitising place of the house. It refuses active content, forms, frames, styles and trackers.
//! Size and depth are capped before the sanitiser sees anything: `balance` hands it only well-nested, shallow markup.

mod address;
mod balance;
mod crowded;
mod drawing;
mod line;
mod names;
mod plain;
mod safe;
mod shown;
#[cfg(test)]
mod tests;
mod tokens;
mod trackers;

pub use line::line;
pub use plain::plain;
pub use safe::sanitise;
pub use shown::shown;

/// No more bytes of one piece of HTML are read. The largest article pages measured hold 2 MB with their scripts.
pub const MAX_BYTES: usize = 4 << 20;

/// Elements open at once in sanitised HTML; deeper ones are unwrapped, their text kept.
pub const MAX_DEPTH: usize = 48;

/// Characters that fit the byte cap, whole.
fn capped(html: &str) -> &str {
    let mut end = html.len().min(MAX_BYTES);
    while !html.is_char_boundary(end) {
        end -= 1;
    }
    html.get(..end).unwrap_or_default()
}
