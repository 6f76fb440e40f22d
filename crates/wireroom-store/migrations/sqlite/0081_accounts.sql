-- What each reader chose for the pages. Null is "as the browser says", the usual size, "as the system says".
ALTER TABLE users ADD COLUMN language TEXT;
ALTER TABLE users ADD COLUMN text_size TEXT;
ALTER TABLE users ADD COLUMN look TEXT;

-- A session's number names it on a page, where its secret's hash has no place.
ALTER TABLE sessions ADD COLUMN number BIGINT;
UPDATE sessions SET number = rowid;
CREATE UNIQUE INDEX sessions_by_number ON sessions (number);
INSERT INTO sequences (name, next) SELECT 'sessions', COALESCE(MAX(number), 0) + 1 FROM sessions;

-- Links that an owner gives out. Without `for_id` one makes a new account of this role, with it a new password for an
-- account that is there. One that was used or withdrawn leaves no row; whoever gave it out takes it along.
CREATE TABLE invitations (
    id INTEGER PRIMARY KEY NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    for_id INTEGER REFERENCES users (id) ON DELETE CASCADE,
    by_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX invitations_by_giver ON invitations (by_id);
CREATE INDEX invitations_by_account ON invitations (for_id);
INSERT INTO sequences (name, next) VALUES ('invitations', 1);

-- Tokens by which programs act for their reader; `scope` is `read` or `write`.
CREATE TABLE api_tokens (
    id INTEGER PRIMARY KEY NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    scope TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX api_tokens_by_user ON api_tokens (user_id);
INSERT INTO sequences (name, next) VALUES ('api_tokens', 1);
