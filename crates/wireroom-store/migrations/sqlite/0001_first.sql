-- The first schema. Queries (src/) keep to the dialect shared with PostgreSQL; only this folder is SQLite's own.
-- Times of the house are whole seconds since 1970 UTC (`*_at`). A stated time is four columns:
-- NAME (first second of what was stated), NAME_offset (seconds east of UTC), NAME_precision, NAME_sort; all null when unknown.

CREATE TABLE sequences (
    name TEXT PRIMARY KEY NOT NULL,
    next BIGINT NOT NULL
);
-- `news` numbers entries, articles and stories alike, so that one number never means two things to a client.
INSERT INTO sequences (name, next) VALUES
    ('news', 1), ('feeds', 1), ('outlets', 1), ('users', 1), ('versions', 1), ('pages', 1), ('jobs', 1),
    ('events', 1), ('corrections', 1), ('placements', 1);

CREATE TABLE settings (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
);

CREATE TABLE users (
    id INTEGER PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL,
    time_zone TEXT,
    created_at BIGINT NOT NULL,
    last_visit_at BIGINT,
    previous_visit_at BIGINT
);

CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY NOT NULL,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    agent TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX sessions_by_user ON sessions (user_id);

-- One-time tokens for setting up the house (and, later, for invitations and password resets).
CREATE TABLE setup_tokens (
    token_hash TEXT PRIMARY KEY NOT NULL,
    purpose TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);

CREATE TABLE outlets (
    id INTEGER PRIMARY KEY NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    host TEXT,
    publisher TEXT,
    first_seen_at BIGINT NOT NULL
);

-- Feeds belong to the house; subscriptions to users. What a private feed brings is seen by its subscribers alone.
CREATE TABLE feeds (
    id INTEGER PRIMARY KEY NOT NULL,
    address TEXT NOT NULL UNIQUE,
    title TEXT,
    description TEXT,
    link TEXT,
    lang TEXT,
    format TEXT,
    is_private BOOLEAN NOT NULL DEFAULT FALSE,
    owner_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    text_from TEXT NOT NULL DEFAULT 'auto',
    is_folded BOOLEAN NOT NULL DEFAULT TRUE,
    state TEXT NOT NULL DEFAULT 'active',
    added_at BIGINT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    interval_seconds BIGINT,
    next_poll_at BIGINT NOT NULL,
    last_poll_at BIGINT,
    last_success_at BIGINT,
    last_entry_at BIGINT,
    failures BIGINT NOT NULL DEFAULT 0,
    reason TEXT,
    moved_to TEXT,
    moved_seen BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX feeds_by_next_poll ON feeds (next_poll_at);

CREATE TABLE subscriptions (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    title TEXT,
    folder TEXT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, feed_id)
);
CREATE INDEX subscriptions_by_feed ON subscriptions (feed_id);

CREATE TABLE robots (
    host TEXT PRIMARY KEY NOT NULL,
    body TEXT,
    status BIGINT,
    fetched_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

-- Pages as they came, compressed, within a budget and an age: what a reprocess reads.
CREATE TABLE pages (
    id INTEGER PRIMARY KEY NOT NULL,
    address TEXT NOT NULL,
    hash TEXT NOT NULL,
    form TEXT NOT NULL,
    content_type TEXT,
    fetched_at BIGINT NOT NULL,
    crawled_known BOOLEAN NOT NULL,
    bytes BIGINT NOT NULL,
    body BLOB,
    UNIQUE (address, hash)
);
CREATE INDEX pages_by_age ON pages (fetched_at);

CREATE TABLE articles (
    id INTEGER PRIMARY KEY NOT NULL,
    address TEXT NOT NULL,
    part BIGINT NOT NULL,
    url TEXT,
    outlet_id INTEGER REFERENCES outlets (id),
    version_id INTEGER,
    is_private BOOLEAN NOT NULL,
    may_archive BOOLEAN NOT NULL DEFAULT TRUE,
    arrived_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (address, part)
);
CREATE INDEX articles_by_outlet ON articles (outlet_id);
CREATE INDEX articles_by_arrival ON articles (arrived_at);

-- A version's text never changes; a new text is a new version.
CREATE TABLE versions (
    id INTEGER PRIMARY KEY NOT NULL,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    text TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    extractor BIGINT NOT NULL,
    normal BIGINT NOT NULL,
    page_id INTEGER,
    seen_at BIGINT NOT NULL,
    title TEXT NOT NULL,
    authors TEXT NOT NULL,
    outlet TEXT,
    agency TEXT,
    dateline TEXT,
    lang TEXT,
    kind TEXT NOT NULL,
    published BIGINT, published_offset BIGINT, published_precision TEXT, published_sort BIGINT,
    published_from TEXT NOT NULL,
    updated BIGINT, updated_offset BIGINT, updated_precision TEXT, updated_sort BIGINT,
    html TEXT NOT NULL,
    turns TEXT NOT NULL,
    sections TEXT NOT NULL,
    captions TEXT NOT NULL,
    repeats BIGINT NOT NULL,
    UNIQUE (article_id, number)
);
CREATE INDEX versions_by_hash ON versions (text_hash);
CREATE INDEX versions_by_page ON versions (page_id);

-- Entries are what a feed says. Their keys are scoped to the feed; the weaker ones find them again when ids change.
CREATE TABLE entries (
    id INTEGER PRIMARY KEY NOT NULL,
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    link TEXT,
    address TEXT,
    title TEXT NOT NULL,
    summary TEXT,
    content TEXT,
    authors TEXT NOT NULL,
    source TEXT,
    rest TEXT NOT NULL,
    published BIGINT, published_offset BIGINT, published_precision TEXT, published_sort BIGINT,
    updated BIGINT, updated_offset BIGINT, updated_precision TEXT, updated_sort BIGINT,
    hash TEXT NOT NULL,
    arrived_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    reason TEXT
);
CREATE INDEX entries_by_address ON entries (address);
CREATE INDEX entries_by_feed ON entries (feed_id, arrived_at);

CREATE TABLE entry_keys (
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    entry_key TEXT NOT NULL,
    entry_id INTEGER NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    PRIMARY KEY (feed_id, entry_key)
);
CREATE INDEX entry_keys_by_entry ON entry_keys (entry_id);

-- Which feed brought which article: several entries share one article, and a private article is seen through these rows.
CREATE TABLE article_feeds (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    entry_id INTEGER REFERENCES entries (id) ON DELETE SET NULL,
    PRIMARY KEY (article_id, feed_id)
);
CREATE INDEX article_feeds_by_feed ON article_feeds (feed_id);

-- A family's number is its first member's article number; it stays when the anchor changes.
CREATE TABLE families (
    id INTEGER PRIMARY KEY NOT NULL,
    anchor_id INTEGER NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE family_members (
    article_id INTEGER PRIMARY KEY NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    family_id INTEGER NOT NULL REFERENCES families (id),
    relation TEXT NOT NULL,
    containment DOUBLE PRECISION NOT NULL,
    longest_run BIGINT NOT NULL,
    parent_id INTEGER,
    reason TEXT,
    version_id INTEGER NOT NULL,
    placed_at BIGINT NOT NULL,
    placed_order BIGINT NOT NULL
);
CREATE INDEX family_members_by_family ON family_members (family_id);
CREATE INDEX family_members_by_order ON family_members (placed_order);

CREATE TABLE stories (
    id INTEGER PRIMARY KEY NOT NULL,
    state TEXT NOT NULL,
    merged_into INTEGER,
    opened_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE story_members (
    article_id INTEGER PRIMARY KEY NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    story_id INTEGER NOT NULL REFERENCES stories (id),
    why TEXT NOT NULL,
    joined_at BIGINT NOT NULL
);
CREATE INDEX story_members_by_story ON story_members (story_id);

CREATE TABLE story_events (
    id INTEGER PRIMARY KEY NOT NULL,
    story_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    article_id INTEGER,
    other_id INTEGER,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX story_events_by_story ON story_events (story_id, id);

-- A brief is computed when a story changes, once an audience: 0 is the whole house (public articles only),
-- any other number is a private feed, for whose subscribers its articles count too.
CREATE TABLE briefs (
    story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    audience INTEGER NOT NULL,
    title TEXT NOT NULL,
    lead TEXT,
    lang TEXT,
    articles BIGINT NOT NULL,
    outlets BIGINT NOT NULL,
    origins BIGINT NOT NULL,
    newest BIGINT, newest_offset BIGINT, newest_precision TEXT, newest_sort BIGINT,
    ranked_at BIGINT NOT NULL,
    json TEXT NOT NULL,
    hash TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (story_id, audience)
);
CREATE INDEX briefs_by_rank ON briefs (audience, ranked_at);

-- Per-user state. `item` is an entry, an article or a story: they share one sequence.
CREATE TABLE marks (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    item BIGINT NOT NULL,
    read_at BIGINT,
    starred_at BIGINT,
    PRIMARY KEY (user_id, item)
);
CREATE TABLE tags (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    item BIGINT NOT NULL,
    tag TEXT NOT NULL,
    tagged_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, item, tag)
);

-- The reader's hand. `scope` is `reader` (the one who made it) or `house` (an editor's, for all). Keyed by address
-- as well as by number, so that a reprocess or a new crawl finds them again.
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY NOT NULL,
    user_id INTEGER REFERENCES users (id) ON DELETE CASCADE,
    scope TEXT NOT NULL,
    kind TEXT NOT NULL,
    article_id INTEGER,
    other_id INTEGER,
    story_id INTEGER,
    value TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    undone_at BIGINT
);
CREATE INDEX corrections_by_article ON corrections (article_id);

-- What was deleted on purpose and must not come back: `kind` is `address` or `hash`.
CREATE TABLE tombstones (
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    buried_at BIGINT NOT NULL,
    PRIMARY KEY (kind, value)
);

-- One row for each piece of work. A finished job leaves no row; a job asked for again while it runs runs once more.
CREATE TABLE jobs (
    id INTEGER PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    job_key TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL,
    asked_again BOOLEAN NOT NULL DEFAULT FALSE,
    attempts BIGINT NOT NULL DEFAULT 0,
    crashes BIGINT NOT NULL DEFAULT 0,
    run_at BIGINT NOT NULL,
    lease_until BIGINT,
    leased_by TEXT,
    error TEXT,
    created_at BIGINT NOT NULL,
    UNIQUE (kind, job_key)
);
CREATE INDEX jobs_by_turn ON jobs (kind, state, run_at, id);
