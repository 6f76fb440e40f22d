-- One picture a story, made small when it was found: what a page shows is never fetched while it is read. Only texts that
-- are for everybody and reserve nothing give one. `large` is 1200 by 800, `small` 480 by 320, both JPEG without a word of
-- what the camera wrote.
CREATE TABLE pictures (
    story_id INTEGER PRIMARY KEY NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    alt TEXT,
    made_at BIGINT NOT NULL,
    small BLOB NOT NULL,
    large BLOB NOT NULL
);
CREATE INDEX pictures_by_article ON pictures (article_id);
CREATE INDEX pictures_by_age ON pictures (made_at);

-- Pictures that could not be had, so that they are not asked for at every brief.
CREATE TABLE picture_failures (
    article_id INTEGER PRIMARY KEY NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    tries BIGINT NOT NULL,
    tried_at BIGINT NOT NULL
);
