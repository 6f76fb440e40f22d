//! Forgetting: what somebody wants gone goes with its text, versions, raw pages, entries, places, briefs and marks, and
//! only a tombstone stays. The list of what is to go is written first, with the tombstones; batches empty it, so that
//! a run that was killed is simply run again. It refuses to bury what another article still prints.
//! Start at [`Tx::doom`]; [`Store::sweep`] ends it.

use crate::articles::TELLING_TEXT;
use crate::{Result, Store, StoreError, Tx};
use std::collections::BTreeSet;
use std::path::PathBuf;
use wireroom_model::{ArticleId, FeedId, OutletId, StoryId, UserId};

/// The reason on the tombstones of what was forgotten.
pub const FORGOTTEN: &str = "forgotten";

/// Set while freed words may still stand in the files: swept when it is done.
const UNSWEPT: &str = "forget.unswept";

/// What is to be forgotten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A page's canonical address, however the house came by it: every article of that page.
    Address(String),
    /// Every article of an outlet, and its name.
    Outlet(OutletId),
    /// A user, with the private feeds that nobody else reads and what only those brought.
    User(UserId),
    /// What stands in the house although its address or text has a tombstone: after an old backup was restored.
    Buried,
}

/// What forgetting takes away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Toll {
    pub articles: u64,
    pub versions: u64,
    /// Raw pages.
    pub pages: u64,
    pub entries: u64,
    /// Stories that lose an article; those that lose all are gone.
    pub stories: u64,
    /// Briefs that are written anew without it.
    pub briefs: u64,
    /// Articles that stay and print the very same text: they are other outlets' own.
    pub same_text_elsewhere: u64,
    /// Private feeds that nobody else reads.
    pub feeds: u64,
}

/// A tombstone as stored: kind, value, reason, when.
pub type GraveRow = (String, String, String, i64);

impl What {
    /// The articles that go, as a query with one value.
    const fn articles(&self) -> &'static str {
        match self {
            Self::Address(_) => {
                "SELECT id FROM articles WHERE address IN (SELECT address FROM articles WHERE address = $1 OR url = $1 \
                 UNION SELECT a.address FROM entries e JOIN article_feeds x ON x.entry_id = e.id \
                 JOIN articles a ON a.id = x.article_id WHERE e.address = $1)"
            }
            Self::Outlet(_) => "SELECT id FROM articles WHERE outlet_id = $1",
            Self::User(_) => {
                "SELECT a.id FROM articles a WHERE a.is_private \
                 AND EXISTS (SELECT 1 FROM article_feeds x WHERE x.article_id = a.id) \
                 AND NOT EXISTS (SELECT 1 FROM article_feeds x WHERE x.article_id = a.id AND x.feed_id NOT IN \
                 (SELECT f.id FROM feeds f JOIN subscriptions s ON s.feed_id = f.id WHERE f.is_private \
                 AND s.user_id = $1 AND NOT EXISTS (SELECT 1 FROM subscriptions o WHERE o.feed_id = f.id \
                 AND o.user_id <> $1)))"
            }
            Self::Buried => {
                "SELECT a.id FROM articles a WHERE $1 = $1 AND (EXISTS (SELECT 1 FROM tombstones t \
                 WHERE t.kind = 'address' AND t.value = a.address) OR EXISTS (SELECT 1 FROM tombstones t \
                 JOIN versions v ON v.text_hash = t.value WHERE t.kind = 'hash' AND v.id = a.version_id))"
            }
        }
    }

    fn bind<'q, O>(
        &'q self,
        query: sqlx::query::QueryScalar<'q, sqlx::Sqlite, O, sqlx::sqlite::SqliteArguments>,
    ) -> sqlx::query::QueryScalar<'q, sqlx::Sqlite, O, sqlx::sqlite::SqliteArguments> {
        match self {
            Self::Address(address) => query.bind(address.as_str()),
            Self::Outlet(outlet) => query.bind(outlet.as_i64()),
            Self::User(user) => query.bind(user.as_i64()),
            Self::Buried => query.bind(0_i64),
        }
    }

    fn sql(&self, before: &str, after: &str) -> sqlx::AssertSqlSafe<String> {
        // All parts are literals of this file.
        sqlx::AssertSqlSafe(format!("{before}({}){after}", self.articles()))
    }
}

impl Store {
    /// Counts what forgetting would take away. Nothing changes.
    pub async fn toll(&self, what: &What) -> Result<Toll> {
        let count = async |before: &str, after: &str| -> Result<u64> {
            let found: i64 =
                what.bind(sqlx::query_scalar(what.sql(before, after))).fetch_one(&self.read).await?;
            Ok(found.unsigned_abs())
        };
        let (stories, at) =
            ("SELECT story_id FROM story_members WHERE article_id IN ", "address FROM articles");
        let entries = format!(
            "SELECT COUNT(*) FROM entries WHERE id IN (SELECT entry_id FROM article_feeds WHERE article_id IN \
             ({0}) UNION SELECT id FROM entries WHERE address IN (SELECT {at} WHERE id IN ({0})) \
             UNION SELECT id FROM entries WHERE address = $1)",
            what.articles()
        );
        // All parts are literals of this file.
        let entries: i64 =
            what.bind(sqlx::query_scalar(sqlx::AssertSqlSafe(entries))).fetch_one(&self.read).await?;
        let feeds = match what {
            What::User(user) => self.feeds_read_alone(*user).await?.len() as u64,
            _ => 0,
        };
        Ok(Toll {
            articles: count("SELECT COUNT(*) FROM articles WHERE id IN ", "").await?,
            versions: count("SELECT COUNT(*) FROM versions WHERE article_id IN ", "").await?,
            pages: count(
                "SELECT COUNT(*) FROM pages WHERE address IN (SELECT address FROM articles WHERE id IN ",
                ")",
            )
            .await?,
            entries: entries.unsigned_abs(),
            stories: count(&format!("SELECT COUNT(DISTINCT story_id) FROM ({stories}"), ") AS told").await?,
            briefs: count(&format!("SELECT COUNT(*) FROM briefs WHERE story_id IN ({stories}"), ")").await?,
            same_text_elsewhere: self.same_text_elsewhere(what).await?,
            feeds,
        })
    }

    async fn same_text_elsewhere(&self, what: &What) -> Result<u64> {
        let sql = format!(
            "SELECT COUNT(*) FROM articles a JOIN versions v ON v.id = a.version_id WHERE v.text <> '' \
             AND v.text_hash IN (SELECT text_hash FROM versions WHERE article_id IN ({0})) AND a.id NOT IN ({0})",
            what.articles()
        );
        // All parts are literals of this file.
        let found: i64 =
            what.bind(sqlx::query_scalar(sqlx::AssertSqlSafe(sql))).fetch_one(&self.read).await?;
        Ok(found.unsigned_abs())
    }

    /// Private feeds that this user alone subscribes to.
    pub async fn feeds_read_alone(&self, user: UserId) -> Result<Vec<FeedId>> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "SELECT f.id FROM feeds f JOIN subscriptions s ON s.feed_id = f.id WHERE f.is_private \
             AND s.user_id = $1 AND NOT EXISTS (SELECT 1 FROM subscriptions o WHERE o.feed_id = f.id \
             AND o.user_id <> $1) ORDER BY f.id",
        )
        .bind(user.as_i64())
        .fetch_all(&self.read)
        .await?;
        Ok(ids.into_iter().filter_map(|id| FeedId::try_from(id).ok()).collect())
    }

    /// The next articles that are still to go, by number.
    pub async fn doomed(&self, limit: u32) -> Result<Vec<ArticleId>> {
        let ids: Vec<i64> =
            sqlx::query_scalar("SELECT article_id FROM forgetting ORDER BY article_id LIMIT $1")
                .bind(limit)
                .fetch_all(&self.read)
                .await?;
        Ok(ids.into_iter().filter_map(|id| ArticleId::try_from(id).ok()).collect())
    }

    /// How many articles are still to go.
    pub async fn doomed_count(&self) -> Result<u64> {
        let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM forgetting").fetch_one(&self.read).await?;
        Ok(count.unsigned_abs())
    }

    /// True while a forgetting was begun and its end was not reached.
    pub async fn is_forgetting(&self) -> Result<bool> {
        Ok(self.setting(UNSWEPT).await?.is_some() || self.doomed_count().await? > 0)
    }

    /// Every tombstone.
    pub async fn graves(&self) -> Result<Vec<GraveRow>> {
        Ok(sqlx::query_as("SELECT kind, value, reason, buried_at FROM tombstones ORDER BY kind, value")
            .fetch_all(&self.read)
            .await?)
    }

    /// The outlet of a folded name, with its name.
    pub async fn outlet_of_key(&self, key: &str) -> Result<Option<(OutletId, String)>> {
        let found: Option<(i64, String)> = sqlx::query_as("SELECT id, name FROM outlets WHERE name_key = $1")
            .bind(key)
            .fetch_optional(&self.read)
            .await?;
        Ok(found.and_then(|(id, name)| Some((OutletId::try_from(id).ok()?, name))))
    }

    /// Writes the database file anew without what was freed, and empties its log: forgotten words leave the disk.
    /// Needs as much free room as the database takes.
    pub async fn sweep(&self) -> Result<()> {
        self.rewrite().await?;
        let mut tx = self.begin().await?;
        sqlx::query("DELETE FROM settings WHERE name = $1").bind(UNSWEPT).execute(tx.conn()).await?;
        tx.commit().await
    }

    /// Copies of the database that older programs and restores left in the data folder: they hold what they held.
    pub fn older_copies(&self) -> Vec<PathBuf> {
        let Ok(listing) = std::fs::read_dir(self.folder()) else { return Vec::new() };
        let mut found: Vec<PathBuf> = listing
            .flatten()
            .filter(|entry| {
                let name = entry.file_name().to_string_lossy().into_owned();
                name.starts_with("wireroom.before-") || name.starts_with(crate::folder::SET_ASIDE)
            })
            .map(|entry| entry.path())
            .collect();
        found.sort();
        found
    }
}

impl Tx {
    /// Writes down what is to go, with its tombstones; from here on it does not come back, and [`Tx::erase`] takes it
    /// away. A user goes at once, without a tombstone: others may read what the user read. Returns how many articles.
    pub async fn doom(&mut self, what: &What, now: i64) -> Result<u64> {
        sqlx::query("INSERT INTO settings (name, value) VALUES ($1, '1') ON CONFLICT (name) DO NOTHING")
            .bind(UNSWEPT)
            .execute(self.conn())
            .await?;
        let listed = what.sql("SELECT id FROM articles WHERE id IN ", " ORDER BY id");
        let ids: Vec<i64> = what.bind(sqlx::query_scalar(listed)).fetch_all(self.conn()).await?;
        for &id in &ids {
            sqlx::query(
                "INSERT INTO forgetting (article_id, asked_at) VALUES ($1, $2) ON CONFLICT (article_id) DO NOTHING",
            )
            .bind(id)
            .bind(now)
            .execute(self.conn())
            .await?;
        }
        match what {
            What::User(user) => self.dismiss(*user).await?,
            What::Address(address) => {
                self.bury(crate::tombstones::Grave::Address(address), FORGOTTEN, now).await?;
                let entries: Vec<i64> = sqlx::query_scalar("SELECT id FROM entries WHERE address = $1")
                    .bind(address)
                    .fetch_all(self.conn())
                    .await?;
                self.erase_entries(&entries).await?;
                self.drop_page_jobs(address).await?;
                self.bury_doomed(now).await?;
            }
            What::Outlet(_) | What::Buried => self.bury_doomed(now).await?,
        }
        Ok(ids.len() as u64)
    }

    /// Tombstones for all that is listed: addresses that go whole, the addresses their entries were asked by, and
    /// texts that tell one article from others.
    async fn bury_doomed(&mut self, now: i64) -> Result<()> {
        const ADDRESSES: &str = "INSERT INTO tombstones (kind, value, reason, buried_at) \
             SELECT DISTINCT 'address', a.address, $1, $2 FROM articles a JOIN forgetting d ON d.article_id = a.id \
             WHERE NOT EXISTS (SELECT 1 FROM articles b WHERE b.address = a.address \
             AND b.id NOT IN (SELECT article_id FROM forgetting)) ON CONFLICT (kind, value) DO NOTHING";
        const ASKED: &str = "INSERT INTO tombstones (kind, value, reason, buried_at) \
             SELECT DISTINCT 'address', e.address, $1, $2 FROM entries e JOIN article_feeds x ON x.entry_id = e.id \
             JOIN forgetting d ON d.article_id = x.article_id JOIN articles a ON a.id = d.article_id \
             WHERE e.address IS NOT NULL AND a.part = 0 ON CONFLICT (kind, value) DO NOTHING";
        const TEXTS: &str = "INSERT INTO tombstones (kind, value, reason, buried_at) \
             SELECT DISTINCT 'hash', v.text_hash, $1, $2 FROM versions v JOIN forgetting d \
             ON d.article_id = v.article_id WHERE LENGTH(v.text) >= $3 AND NOT EXISTS (SELECT 1 FROM versions w \
             WHERE w.text_hash = v.text_hash AND w.article_id NOT IN (SELECT article_id FROM forgetting)) \
             ON CONFLICT (kind, value) DO NOTHING";
        for sql in [ADDRESSES, ASKED] {
            sqlx::query(sql).bind(FORGOTTEN).bind(now).execute(self.conn()).await?;
        }
        sqlx::query(TEXTS).bind(FORGOTTEN).bind(now).bind(TELLING_TEXT).execute(self.conn()).await?;
        Ok(())
    }

    /// A user goes with everything that is the user's own; private feeds that nobody else reads go too.
    /// What an editor said for all stays, unsigned: others read by it.
    async fn dismiss(&mut self, user: UserId) -> Result<()> {
        self.keep_an_owner(user).await?;
        sqlx::query("UPDATE corrections SET user_id = NULL WHERE user_id = $1 AND scope = 'house'")
            .bind(user.as_i64())
            .execute(self.conn())
            .await?;
        let feeds: Vec<i64> = sqlx::query_scalar(
            "SELECT f.id FROM feeds f JOIN subscriptions s ON s.feed_id = f.id WHERE f.is_private \
             AND s.user_id = $1 AND NOT EXISTS (SELECT 1 FROM subscriptions o WHERE o.feed_id = f.id \
             AND o.user_id <> $1)",
        )
        .bind(user.as_i64())
        .fetch_all(self.conn())
        .await?;
        for feed in feeds.into_iter().filter_map(|id| FeedId::try_from(id).ok()) {
            self.remove_feed(feed).await?;
        }
        self.forget_comments_of(user).await?;
        let gone = sqlx::query("DELETE FROM users WHERE id = $1").bind(user.as_i64()).execute(self.conn());
        if gone.await?.rows_affected() == 0 {
            return Err(StoreError::Refused(wireroom_model::why::NotThere::User(user.get()).into()));
        }
        Ok(())
    }

    /// Takes a listed article away with all that tells of it. Returns the stories whose briefs went with it.
    pub async fn erase(&mut self, id: ArticleId, now: i64) -> Result<BTreeSet<StoryId>> {
        let number = id.as_i64();
        let mut stories: BTreeSet<StoryId> = self.story_of(id).await?.into_iter().collect();
        let citing: Vec<i64> =
            sqlx::query_scalar("SELECT DISTINCT story_id FROM citations WHERE article_id = $1")
                .bind(number)
                .fetch_all(self.conn())
                .await?;
        stories.extend(citing.into_iter().filter_map(|id| StoryId::try_from(id).ok()));
        for story in &stories {
            sqlx::query("DELETE FROM briefs WHERE story_id = $1")
                .bind(story.as_i64())
                .execute(self.conn())
                .await?;
        }
        let found: Option<(String, i64)> = sqlx::query_as("SELECT address, part FROM articles WHERE id = $1")
            .bind(number)
            .fetch_optional(self.conn())
            .await?;
        if let Some((address, part)) = found {
            if part == 0 {
                self.erase_entries_of(id, &address).await?;
            }
            self.erase_pages(&address).await?;
        }
        for sql in [
            // With what a writer made of its words, and what of that was refused.
            "DELETE FROM writer_answers WHERE question IN (SELECT question FROM writer_sources WHERE article_id = $1)",
            "DELETE FROM marks WHERE item = $1",
            "DELETE FROM tags WHERE item = $1",
            "DELETE FROM corrections WHERE article_id = $1 OR other_id = $1",
            "DELETE FROM story_events WHERE article_id = $1",
            "DELETE FROM articles WHERE id = $1",
            "DELETE FROM forgetting WHERE article_id = $1",
        ] {
            sqlx::query(sql).bind(number).execute(self.conn()).await?;
        }
        self.ask(crate::jobs::JobKind::Index, &id.to_string(), "", now, now).await?;
        Ok(stories)
    }

    async fn erase_entries_of(&mut self, id: ArticleId, address: &str) -> Result<()> {
        let entries: Vec<(i64, Option<String>)> = sqlx::query_as(
            "SELECT id, address FROM entries WHERE id IN (SELECT entry_id FROM article_feeds WHERE article_id = $1) \
             OR address = $2",
        )
        .bind(id.as_i64())
        .bind(address)
        .fetch_all(self.conn())
        .await?;
        for asked in entries.iter().filter_map(|(_, asked)| asked.as_deref()) {
            self.drop_page_jobs(asked).await?;
        }
        self.erase_entries(&entries.iter().map(|(id, _)| *id).collect::<Vec<_>>()).await
    }

    /// Takes entries away. One without a link of its own is emptied instead: its keys alone tell the next poll that
    /// it was here, and the tombstone of its number that it is not wanted.
    async fn erase_entries(&mut self, entries: &[i64]) -> Result<()> {
        for &entry in entries {
            for sql in [
                "DELETE FROM marks WHERE item = $1",
                "DELETE FROM tags WHERE item = $1",
                "UPDATE entries SET title = '', summary = NULL, content = NULL, authors = '[]', source = NULL, \
                 rest = '{}', hash = '', reason = NULL WHERE id = $1 AND link IS NULL",
                "DELETE FROM entries WHERE id = $1 AND link IS NOT NULL",
            ] {
                sqlx::query(sql).bind(entry).execute(self.conn()).await?;
            }
        }
        Ok(())
    }

    async fn erase_pages(&mut self, address: &str) -> Result<()> {
        let pages: Vec<i64> = sqlx::query_scalar("SELECT id FROM pages WHERE address = $1")
            .bind(address)
            .fetch_all(self.conn())
            .await?;
        for page in pages {
            for sql in [
                "DELETE FROM jobs WHERE kind = 'extract' AND (job_key = $1 OR job_key LIKE $1 || ' %')",
                "UPDATE versions SET page_id = NULL WHERE CAST(page_id AS TEXT) = $1",
                "UPDATE site_blocks SET sample = '' WHERE EXISTS (SELECT 1 FROM site_cuts c WHERE c.host = site_blocks.host \
                 AND c.block = site_blocks.block AND CAST(c.page_id AS TEXT) = $1) AND NOT EXISTS (SELECT 1 \
                 FROM site_cuts c WHERE c.host = site_blocks.host AND c.block = site_blocks.block \
                 AND CAST(c.page_id AS TEXT) <> $1)",
                "DELETE FROM pages WHERE CAST(id AS TEXT) = $1",
            ] {
                sqlx::query(sql).bind(page.to_string()).execute(self.conn()).await?;
            }
        }
        self.drop_page_jobs(address).await
    }

    async fn drop_page_jobs(&mut self, address: &str) -> Result<()> {
        sqlx::query("DELETE FROM jobs WHERE kind = 'page' AND job_key = $1")
            .bind(address)
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Outlets and stories that nothing is left of lose their names and logs, sites what was learnt and said of them;
    /// numbers are not given again.
    pub async fn drop_husks(&mut self) -> Result<()> {
        for sql in [
            "DELETE FROM outlets WHERE NOT EXISTS (SELECT 1 FROM articles a WHERE a.outlet_id = outlets.id)",
            "DELETE FROM story_events WHERE NOT EXISTS (SELECT 1 FROM story_members m \
             WHERE m.story_id = story_events.story_id) AND NOT EXISTS (SELECT 1 FROM stories s \
             WHERE s.id = story_events.story_id AND s.merged_into IS NOT NULL)",
            "DELETE FROM briefs WHERE NOT EXISTS (SELECT 1 FROM story_members m WHERE m.story_id = briefs.story_id)",
            "DELETE FROM sites WHERE NOT EXISTS (SELECT 1 FROM site_pages p WHERE p.host = sites.host)",
            "DELETE FROM site_blocks WHERE NOT EXISTS (SELECT 1 FROM site_pages p WHERE p.host = site_blocks.host)",
        ] {
            sqlx::query(sql).execute(self.conn()).await?;
        }
        Ok(())
    }

    /// Buries what another house's database had buried: a restored backup must not bring it back.
    pub async fn bury_all(&mut self, graves: &[GraveRow]) -> Result<()> {
        for (kind, value, reason, at) in graves {
            self.bury_as(kind, value, reason, *at).await?;
        }
        Ok(())
    }
}
