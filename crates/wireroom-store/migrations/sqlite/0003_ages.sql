-- What each stored brief cites, so that the keeping of ages can ask for it without reading every brief.
CREATE TABLE citations (
    story_id INTEGER NOT NULL,
    audience INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    version_id INTEGER NOT NULL,
    PRIMARY KEY (story_id, audience, article_id, version_id),
    FOREIGN KEY (story_id, audience) REFERENCES briefs (story_id, audience) ON DELETE CASCADE
);
CREATE INDEX citations_by_article ON citations (article_id);
CREATE INDEX citations_by_version ON citations (version_id);
-- The briefs that stand already: a citation is an object that names article, version and the words.
INSERT INTO citations (story_id, audience, article_id, version_id)
SELECT DISTINCT b.story_id, b.audience, json_extract(t.value, '$.article'), json_extract(t.value, '$.version')
FROM briefs b, json_tree(CASE WHEN json_valid(b.json) THEN b.json ELSE '{}' END) t
WHERE t.type = 'object'
    AND json_type(t.value, '$.article') = 'integer'
    AND json_type(t.value, '$.version') = 'integer'
    AND json_type(t.value, '$.text') = 'text';
-- Whether anybody starred or tagged an item is asked by the item.
CREATE INDEX marks_by_item ON marks (item);
CREATE INDEX tags_by_item ON tags (item);
-- Which places in families name a version.
CREATE INDEX family_members_by_version ON family_members (version_id);
