-- What hubs were asked to push (WebSub), one row a feed. It outlives its feed until the hub was told to stop.
-- `token` is the callback's name and unguessable, `secret` signs what is pushed; both are secret.
CREATE TABLE websub (
    feed_id BIGINT NOT NULL PRIMARY KEY,
    hub TEXT NOT NULL,
    topic TEXT NOT NULL,
    token TEXT NOT NULL UNIQUE,
    secret TEXT,
    state TEXT NOT NULL,
    next_at BIGINT NOT NULL,
    asked_at BIGINT,
    verified_at BIGINT,
    lease_until BIGINT,
    last_push_at BIGINT,
    failures BIGINT NOT NULL DEFAULT 0,
    reason TEXT
);
CREATE INDEX websub_by_next ON websub (next_at);

-- Signed pushes that wait to be read. The same bytes wait once.
CREATE TABLE websub_pushes (
    feed_id BIGINT NOT NULL,
    body_hash TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    content_type TEXT,
    body BLOB NOT NULL,
    PRIMARY KEY (feed_id, body_hash)
);
