//! The one place of the program that reads the system's clock.

use wireroom_model::{Clock, When};

/// The machine's own time, in UTC.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the clock that the other rooms are handed")]
    fn now(&self) -> When {
        let seconds =
            std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |d| d.as_secs());
        i64::try_from(seconds).ok().and_then(When::from_unix).unwrap_or(When::EPOCH)
    }
}
