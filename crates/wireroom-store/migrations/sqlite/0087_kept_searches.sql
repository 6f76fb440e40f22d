-- Searches that a reader keeps. The secret address of one's feed is stored by the hash of its token.
CREATE TABLE kept_searches (
    id INTEGER PRIMARY KEY NOT NULL,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    question TEXT NOT NULL,
    kept_at BIGINT NOT NULL,
    token_hash TEXT UNIQUE,
    UNIQUE (user_id, question)
);
INSERT INTO sequences (name, next) VALUES ('kept_searches', 1);
