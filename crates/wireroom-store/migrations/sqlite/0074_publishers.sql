-- Lists of who owns which outlet, as readers brought them in; none comes with the house. The newest list that holds an
-- outlet says who owns it. A list that another one replaced stands here still, so that the other can be taken back.
CREATE TABLE publisher_lists (
    id INTEGER PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    replaced_by INTEGER
);
-- An outlet by its folded name (`name`) or by the host of its pages and all hosts below it (`host`).
CREATE TABLE publisher_rows (
    list_id INTEGER NOT NULL REFERENCES publisher_lists (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    outlet_key TEXT NOT NULL,
    shown TEXT NOT NULL,
    publisher TEXT NOT NULL,
    PRIMARY KEY (list_id, kind, outlet_key)
);
CREATE INDEX publisher_rows_by_outlet ON publisher_rows (kind, outlet_key);
CREATE INDEX outlets_by_publisher ON outlets (publisher);
INSERT INTO sequences (name, next) VALUES ('publisher_lists', 1);

-- What a story's count of origins rests on (wireroom_model::Coverage, as JSON; null until its brief is written anew):
-- `origins` is the number of known ones.
ALTER TABLE briefs ADD COLUMN publishers BIGINT;
ALTER TABLE briefs ADD COLUMN unknown_origins BIGINT NOT NULL DEFAULT 0;
ALTER TABLE briefs ADD COLUMN coverage TEXT;
