-- Topics of a story, for each audience of its brief; they go with the brief. `forms` are the spellings as printed (JSON).
CREATE TABLE story_tags (
    story_id INTEGER NOT NULL,
    audience INTEGER NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    lang TEXT,
    forms TEXT NOT NULL,
    texts BIGINT NOT NULL,
    of_texts BIGINT NOT NULL,
    PRIMARY KEY (story_id, audience, place),
    FOREIGN KEY (story_id, audience) REFERENCES briefs (story_id, audience) ON DELETE CASCADE
);
-- The keys of all its spellings (wireroom_text::spelling), under each of which a tag is found.
CREATE TABLE story_tag_keys (
    tag_key TEXT NOT NULL,
    story_id INTEGER NOT NULL,
    audience INTEGER NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (tag_key, story_id, audience, place),
    FOREIGN KEY (story_id, audience, place) REFERENCES story_tags (story_id, audience, place) ON DELETE CASCADE
);
CREATE INDEX story_tag_keys_by_story ON story_tag_keys (story_id, audience, place);
-- Tags that a reader follows, by key; `name` is the spelling that was followed.
CREATE TABLE followed_tags (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    tag_key TEXT NOT NULL,
    name TEXT NOT NULL,
    followed_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, tag_key)
);
