-- What other readers' lists say of a feed and this house does not use itself (JSON object, name to value): it goes out again
-- with an export. A folder's text is a path of names parted by `/`; several folders stand one a line.
ALTER TABLE subscriptions ADD COLUMN attributes TEXT NOT NULL DEFAULT '{}';

-- Lists brought in before the house had an owner. The first owner takes them over.
CREATE TABLE waiting_subscriptions (
    feed_id INTEGER PRIMARY KEY NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    title TEXT,
    folder TEXT,
    attributes TEXT NOT NULL DEFAULT '{}',
    created_at BIGINT NOT NULL
);

-- A reader's folders in the order in which they came, empty ones too; without a user: the owner to come.
CREATE TABLE folders (
    user_id INTEGER REFERENCES users (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    place BIGINT NOT NULL
);
CREATE UNIQUE INDEX folders_of_user ON folders (COALESCE(user_id, 0), path);
