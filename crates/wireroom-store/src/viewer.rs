//! Who is looking. What came from a private feed is visible to its subscribers alone, in stories and search too;
//! every read that shows text takes a [`Viewer`] and every such query holds the same test.

use crate::{Result, Store};
use wireroom_model::{FeedId, UserId};

/// Who is looking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Viewer {
    /// Nobody who signed in: public articles only.
    Guest,
    /// A user: public articles and those of the private feeds that the user subscribes to.
    User(UserId),
    /// The house itself (command line, pipeline): everything.
    House,
}

/// The brief and search audience that everybody belongs to.
pub const EVERYBODY: i64 = 0;

impl Viewer {
    /// The number that queries compare with: a user's, 0 for a guest, -1 for the house.
    pub(crate) const fn code(self) -> i64 {
        match self {
            Self::Guest => 0,
            Self::User(user) => user.as_i64(),
            Self::House => -1,
        }
    }
}

impl Store {
    /// The audiences the viewer belongs to, for search and briefs: 0 (everybody), then private feeds by number.
    /// The house belongs to all of them.
    pub async fn audiences(&self, viewer: Viewer) -> Result<Vec<i64>> {
        let feeds: Vec<i64> = sqlx::query_scalar(
            "SELECT f.id FROM feeds f WHERE f.is_private AND ($1 = -1 OR EXISTS \
             (SELECT 1 FROM subscriptions s WHERE s.feed_id = f.id AND s.user_id = $1)) ORDER BY f.id",
        )
        .bind(viewer.code())
        .fetch_all(&self.read)
        .await?;
        Ok(std::iter::once(EVERYBODY).chain(feeds).collect())
    }

    /// True where the viewer may see what this feed brought.
    pub async fn may_see_feed(&self, viewer: Viewer, feed: FeedId) -> Result<bool> {
        let seen: Option<i64> = sqlx::query_scalar(
            "SELECT f.id FROM feeds f WHERE f.id = $2 AND (NOT f.is_private OR $1 = -1 OR EXISTS \
             (SELECT 1 FROM subscriptions s WHERE s.feed_id = f.id AND s.user_id = $1))",
        )
        .bind(viewer.code())
        .bind(feed.as_i64())
        .fetch_optional(&self.read)
        .await?;
        Ok(seen.is_some())
    }
}
