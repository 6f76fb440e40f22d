-- What a story's public texts speak of (wireroom_story::Profile as JSON), and how the story stands to others.
CREATE TABLE story_profiles (
    story_id INTEGER PRIMARY KEY NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    profile TEXT NOT NULL
);
-- Both directions stand here, each with what both stories speak of as the other one prints it (JSON list).
-- `bond`: the same event in another language (`tongue`), another event of one affair (`thread`), `related`.
CREATE TABLE story_ties (
    story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    bond TEXT NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (story_id, other_id)
);
CREATE INDEX story_ties_by_other ON story_ties (other_id);
-- A story stands in one thread at the most. A thread has the smallest number among its stories; `place` orders them.
CREATE TABLE story_threads (
    story_id INTEGER PRIMARY KEY NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    thread_id INTEGER NOT NULL,
    place BIGINT NOT NULL,
    names TEXT NOT NULL
);
CREATE INDEX story_threads_by_thread ON story_threads (thread_id, place);
