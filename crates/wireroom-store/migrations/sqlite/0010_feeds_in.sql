-- What a feed says of its own pace, and what its entries show of it. Hours and days are JSON lists (UTC; 1 is Monday).
ALTER TABLE feeds ADD COLUMN ttl_seconds BIGINT;
ALTER TABLE feeds ADD COLUMN skip_hours TEXT NOT NULL DEFAULT '[]';
ALTER TABLE feeds ADD COLUMN skip_days TEXT NOT NULL DEFAULT '[]';
ALTER TABLE feeds ADD COLUMN rhythm_seconds BIGINT;
ALTER TABLE feeds ADD COLUMN icon TEXT;
-- Until when the publisher asked to be left alone (Retry-After): nobody may poll before, not even by hand.
ALTER TABLE feeds ADD COLUMN not_before BIGINT;
-- A title that the owner gave stays when the publisher changes theirs. Until now every first title stayed.
ALTER TABLE feeds ADD COLUMN title_is_own BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE feeds SET title_is_own = TRUE WHERE title IS NOT NULL;

-- What a feed is asked with: `kind` is `header`, `cookie` or `basic` (name and password). Secret: read by the way out alone.
CREATE TABLE feed_access (
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (feed_id, kind, name)
);

-- /.well-known/tdmrep.json, asked for with robots.txt and kept as long.
ALTER TABLE robots ADD COLUMN tdm TEXT;

-- The publisher's reservations, in the words that were found: of a page as it came, and of the article read from it.
ALTER TABLE pages ADD COLUMN reservation TEXT;
ALTER TABLE articles ADD COLUMN reservation TEXT;
-- What told that a page is for subscribers; null where nothing did.
ALTER TABLE articles ADD COLUMN paywall TEXT;

-- Where a job's request goes, so that one slow host holds up its own jobs alone.
ALTER TABLE jobs ADD COLUMN host TEXT;
