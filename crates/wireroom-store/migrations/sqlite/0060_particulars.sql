-- What an article says of itself beside its text, as JSON (wireroom_model::Particulars).
ALTER TABLE versions ADD COLUMN particulars TEXT NOT NULL DEFAULT '{}';
