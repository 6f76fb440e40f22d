-- Whether a feed's texts may be sent to the writer; null: the usual (public feeds that ask with no secret, and no others).
ALTER TABLE feeds ADD COLUMN to_writer BOOLEAN;

-- Answers as they came, by the hash of prompt, model and question: nothing is asked twice. No page reads them.
CREATE TABLE writer_answers (
    question TEXT PRIMARY KEY NOT NULL,
    model TEXT NOT NULL,
    answer TEXT NOT NULL,
    asked_at BIGINT NOT NULL
);
CREATE INDEX writer_answers_by_age ON writer_answers (asked_at);

-- Whose words a question held, so that a forgotten article's leave with it.
CREATE TABLE writer_sources (
    question TEXT NOT NULL REFERENCES writer_answers (question) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (question, article_id)
);
CREATE INDEX writer_sources_by_article ON writer_sources (article_id);

-- What may be shown: sentences that passed the check, in place of the lead of the brief with this hash.
-- `parts` is null where none passed.
CREATE TABLE writings (
    story_id INTEGER NOT NULL,
    audience INTEGER NOT NULL,
    brief_hash TEXT NOT NULL,
    question TEXT NOT NULL REFERENCES writer_answers (question) ON DELETE CASCADE,
    checked_by BIGINT NOT NULL,
    parts TEXT,
    PRIMARY KEY (story_id, audience),
    FOREIGN KEY (story_id, audience) REFERENCES briefs (story_id, audience) ON DELETE CASCADE
);
CREATE INDEX writings_by_question ON writings (question);

-- What a writer wrote and nobody was shown, with why. `story_id` is null for an answer to a reader's question.
CREATE TABLE refusals (
    id INTEGER PRIMARY KEY NOT NULL,
    question TEXT NOT NULL REFERENCES writer_answers (question) ON DELETE CASCADE,
    story_id INTEGER,
    audience INTEGER NOT NULL,
    said TEXT NOT NULL,
    twin TEXT,
    refused_at BIGINT NOT NULL
);
CREATE INDEX refusals_by_question ON refusals (question);
CREATE TABLE refusal_faults (
    refusal_id INTEGER NOT NULL REFERENCES refusals (id) ON DELETE CASCADE,
    place BIGINT NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (refusal_id, place)
);

-- What a day (days since 1970 UTC) has cost.
CREATE TABLE writer_days (
    day BIGINT PRIMARY KEY NOT NULL,
    requests BIGINT NOT NULL,
    characters BIGINT NOT NULL,
    failures BIGINT NOT NULL
);
INSERT INTO sequences (name, next) VALUES ('refusals', 1);
