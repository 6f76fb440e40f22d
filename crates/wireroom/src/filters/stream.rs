//! `now` for a stream of rows: the largest publication time read so far, as the issue of filters demands.
//! It reads no clock; before the first dated row, now is 1970.

use wireroom_model::{Time, When};

/// The present of a replayed stream.
#[derive(Debug, Clone, Copy)]
pub struct StreamClock(When);

impl Default for StreamClock {
    fn default() -> Self {
        Self(When::EPOCH)
    }
}

impl StreamClock {
    /// Takes one row's publication time and says what the time is now.
    pub fn advance(&mut self, published: Time) -> When {
        let instant = published.sort_key().and_then(When::from_unix);
        if let Some(instant) = instant.filter(|i| i.unix() > self.0.unix()) {
            self.0 = instant;
        }
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_or_undated_row_does_not_turn_time_back() {
        let mut clock = StreamClock::default();
        let day = |text: &str| Time::At(text.parse().unwrap());
        assert_eq!(clock.advance(Time::Unknown), When::EPOCH);
        let noon = clock.advance(day("2026-03-02T12:00:00Z"));
        assert_eq!(clock.advance(day("2026-03-01T12:00:00Z")), noon);
        assert_eq!(clock.advance(Time::Unknown), noon);
        assert!(clock.advance(day("2026-03-02")).unix() > noon.unix());
    }
}
