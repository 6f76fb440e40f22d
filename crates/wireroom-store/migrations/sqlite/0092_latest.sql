-- Lists by time walk from the newest brief on, however many the house holds.
CREATE INDEX briefs_by_time ON briefs (ranked_at, story_id);
