-- What a followed name is to its reader: `topic`, `person` or `place`.
ALTER TABLE followed_tags ADD COLUMN kind TEXT NOT NULL DEFAULT 'topic';

-- What a reader does not want in the edition, until a time or for good (null). `kind` is `topic`, `person`, `place`,
-- `outlet` or `word`; the key is that of a tag (wireroom_text::spelling), an outlet's number, or folded words.
CREATE TABLE mutes (
    id INTEGER PRIMARY KEY NOT NULL,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    mute_key TEXT NOT NULL,
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    muted_at BIGINT NOT NULL,
    until BIGINT,
    UNIQUE (user_id, kind, mute_key)
);
INSERT INTO sequences (name, next) VALUES ('mutes', 1);
