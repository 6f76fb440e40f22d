-- Who read or starred a story has read or starred its articles, and the entries that brought them: until now each
-- number was marked alone.
INSERT INTO marks (user_id, item, read_at, starred_at)
SELECT k.user_id, m.article_id, k.read_at, k.starred_at
FROM marks k JOIN story_members m ON m.story_id = k.item
WHERE TRUE
ON CONFLICT (user_id, item) DO UPDATE SET read_at = COALESCE(marks.read_at, excluded.read_at),
    starred_at = COALESCE(marks.starred_at, excluded.starred_at);
INSERT INTO marks (user_id, item, starred_at)
SELECT k.user_id, m.story_id, MIN(k.starred_at)
FROM marks k JOIN story_members m ON m.article_id = k.item
WHERE k.starred_at IS NOT NULL
GROUP BY k.user_id, m.story_id
ON CONFLICT (user_id, item) DO UPDATE SET starred_at = COALESCE(marks.starred_at, excluded.starred_at);
INSERT INTO marks (user_id, item, read_at, starred_at)
SELECT k.user_id, x.entry_id, MIN(k.read_at), MIN(k.starred_at)
FROM marks k JOIN article_feeds x ON x.article_id = k.item
WHERE x.entry_id IS NOT NULL
GROUP BY k.user_id, x.entry_id
ON CONFLICT (user_id, item) DO UPDATE SET read_at = COALESCE(marks.read_at, excluded.read_at),
    starred_at = COALESCE(marks.starred_at, excluded.starred_at);
