-- Whether a reader's pages show pictures. Null is "they do".
ALTER TABLE users ADD COLUMN pictures TEXT;
