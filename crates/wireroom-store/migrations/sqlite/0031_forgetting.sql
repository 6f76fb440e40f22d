-- Articles that somebody wants gone and that are still to go: written with their tombstones, emptied in batches, so
-- that forgetting may be interrupted at any moment and goes on where it was.
CREATE TABLE forgetting (
    article_id INTEGER PRIMARY KEY NOT NULL,
    asked_at BIGINT NOT NULL
);
