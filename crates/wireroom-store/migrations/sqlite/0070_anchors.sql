-- The anchors of old families are read from the latest backwards when the program starts.
CREATE INDEX family_members_by_time ON family_members (placed_at, article_id);
