-- What readers say under stories. `root_id` is the comment that opened the thread (itself for one that did): what that
-- one is about, the whole thread is about. `aim` is `story`, `sentence` or `figure`; the last two stand on the words
-- `start_char..end_char` (characters) of one version, whose hash is kept beside. Of what was forgotten neither article
-- nor version need be there any more. `state` is `shown`, `waiting`, `hidden` or `deleted`.
CREATE TABLE comments (
    id INTEGER PRIMARY KEY NOT NULL,
    root_id INTEGER NOT NULL,
    parent_id INTEGER REFERENCES comments (id),
    depth BIGINT NOT NULL,
    story_id INTEGER NOT NULL,
    user_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    aim TEXT NOT NULL,
    article_id INTEGER,
    version_id INTEGER,
    text_hash TEXT,
    start_char BIGINT,
    end_char BIGINT,
    figure TEXT,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    edits BIGINT NOT NULL DEFAULT 0,
    said_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX comments_by_root ON comments (root_id, id);
CREATE INDEX comments_by_story ON comments (story_id, id);
CREATE INDEX comments_by_article ON comments (article_id);
CREATE INDEX comments_by_version ON comments (version_id);
CREATE INDEX comments_by_user ON comments (user_id, said_at);
CREATE INDEX comments_by_state ON comments (state, id);
CREATE INDEX stories_by_merge ON stories (merged_into);
INSERT INTO sequences (name, next) VALUES ('comments', 1);

-- What a comment said before it was edited or deleted.
CREATE TABLE comment_history (
    comment_id INTEGER NOT NULL REFERENCES comments (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    act TEXT NOT NULL,
    body TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (comment_id, number)
);

-- What readers report; settled when an editor has looked.
CREATE TABLE comment_reports (
    comment_id INTEGER NOT NULL REFERENCES comments (id) ON DELETE CASCADE,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    settled_at BIGINT,
    PRIMARY KEY (comment_id, user_id)
);
CREATE INDEX comment_reports_by_user ON comment_reports (user_id, at);

-- What editors decided: `verdict` is `hidden` or `stands`.
CREATE TABLE comment_verdicts (
    id INTEGER PRIMARY KEY NOT NULL,
    comment_id INTEGER NOT NULL REFERENCES comments (id) ON DELETE CASCADE,
    by_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX comment_verdicts_by_comment ON comment_verdicts (comment_id, id);
INSERT INTO sequences (name, next) VALUES ('comment_verdicts', 1);

-- Whose comments a reader does not want to see.
CREATE TABLE muted_readers (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    muted_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    muted_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, muted_id)
);
CREATE INDEX muted_readers_by_muted ON muted_readers (muted_id);
