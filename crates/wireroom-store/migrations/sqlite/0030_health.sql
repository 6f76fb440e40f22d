-- How often a feed speaks and where its texts came from of late: read anew when it spoke. Days are whole days of UTC.
CREATE TABLE feed_habits (
    feed_id INTEGER PRIMARY KEY NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    days BIGINT NOT NULL,
    entries BIGINT NOT NULL,
    usual_days BIGINT,
    longest_days BIGINT,
    last_spoke_at BIGINT,
    from_pages BIGINT NOT NULL,
    from_feed BIGINT NOT NULL,
    stumps BIGINT NOT NULL,
    empty BIGINT NOT NULL,
    read_at BIGINT NOT NULL
);
CREATE INDEX entries_by_speaking ON entries (feed_id, arrived_at, published);

-- One line for each change of a feed's verdict that somebody should hear of: the items of the health feed.
CREATE TABLE feed_verdicts (
    id INTEGER PRIMARY KEY NOT NULL,
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    verdict TEXT NOT NULL,
    told TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX feed_verdicts_by_feed ON feed_verdicts (feed_id, id);
INSERT INTO sequences (name, next) VALUES ('verdicts', 1);

-- Secret addresses that a reader gave to another program, by the hash of their token.
CREATE TABLE reader_tokens (
    token_hash TEXT PRIMARY KEY NOT NULL,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX reader_tokens_by_user ON reader_tokens (user_id, purpose);

-- What the items of the house's own feeds are named by, whatever its address.
INSERT INTO settings (name, value) VALUES ('house.name', LOWER(HEX(RANDOMBLOB(16))));

-- Forgetting asks what a page, an entry or a family's lineage still says of an article.
CREATE INDEX articles_by_url ON articles (url);
CREATE INDEX article_feeds_by_entry ON article_feeds (entry_id);
