-- What a story is ranked by, beside its brief: small, so that ranking a day's stories reads no brief. `latest_at` is when
-- its latest text was first seen, `came` when each known origin was (JSON).
CREATE TABLE rank_facts (
    story_id INTEGER NOT NULL,
    audience INTEGER NOT NULL,
    origins BIGINT NOT NULL,
    unknown_origins BIGINT NOT NULL,
    outlets BIGINT NOT NULL,
    latest_at BIGINT NOT NULL,
    came TEXT NOT NULL,
    PRIMARY KEY (story_id, audience),
    FOREIGN KEY (story_id, audience) REFERENCES briefs (story_id, audience) ON DELETE CASCADE
);
CREATE INDEX rank_facts_by_latest ON rank_facts (latest_at);
CREATE INDEX stories_by_change ON stories (changed_at);
-- Briefs that stand already: their newest time stands in until they are written anew.
INSERT INTO rank_facts (story_id, audience, origins, unknown_origins, outlets, latest_at, came)
SELECT story_id, audience, origins, unknown_origins, outlets, ranked_at, '[]' FROM briefs;

-- How many stories a reader's edition has, and of what span (`day` or `visit`).
CREATE TABLE edition_choices (
    user_id INTEGER PRIMARY KEY NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    stories BIGINT NOT NULL,
    span TEXT NOT NULL
);

-- Outlets that a reader follows; nothing is followed without being told so.
CREATE TABLE followed_outlets (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    outlet_id INTEGER NOT NULL REFERENCES outlets (id) ON DELETE CASCADE,
    followed_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, outlet_id)
);
CREATE INDEX followed_outlets_by_outlet ON followed_outlets (outlet_id);
