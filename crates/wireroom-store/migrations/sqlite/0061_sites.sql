-- What a site prints on many of its pages, learnt from public pages: packed hashes and counts, no text.
-- A site is a host and the name that its pages give it, since one host may carry many outlets.
CREATE TABLE sites (
    site TEXT PRIMARY KEY NOT NULL,
    host TEXT NOT NULL,
    version BIGINT NOT NULL,
    pages BIGINT NOT NULL,
    memory BLOB NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX sites_by_host ON sites (host);
CREATE INDEX sites_by_change ON sites (changed_at);

-- Blocks that were learnt, and those that a person named: `said` is null (the machine's own), `keep` or `drop`.
-- The sample is of a public page. `pages` counts public pages, each address once.
CREATE TABLE site_blocks (
    host TEXT NOT NULL,
    block TEXT NOT NULL,
    sample TEXT NOT NULL,
    pages BIGINT NOT NULL,
    learnt_at BIGINT,
    said TEXT,
    said_by INTEGER REFERENCES users (id) ON DELETE SET NULL,
    said_at BIGINT,
    PRIMARY KEY (host, block)
);

-- Which host a page is of, and whether it taught: an address teaches once.
CREATE TABLE site_pages (
    page_id INTEGER PRIMARY KEY NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
    host TEXT NOT NULL,
    taught BOOLEAN NOT NULL
);
CREATE INDEX site_pages_by_host ON site_pages (host, page_id);

-- What is left out of which page, so that a block that a person keeps comes back wherever it was left out.
CREATE TABLE site_cuts (
    page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
    host TEXT NOT NULL,
    block TEXT NOT NULL,
    PRIMARY KEY (page_id, block)
);
CREATE INDEX site_cuts_by_block ON site_cuts (host, block);

-- The pages that stand already: the host is what stands between "://" and the next "/", without its port.
INSERT INTO site_pages (page_id, host, taught)
SELECT id, CASE WHEN rest LIKE '[%' OR INSTR(rest, ':') = 0 THEN rest ELSE SUBSTR(rest, 1, INSTR(rest, ':') - 1) END, FALSE
FROM (
    SELECT id, CASE WHEN INSTR(rest, '/') = 0 THEN rest ELSE SUBSTR(rest, 1, INSTR(rest, '/') - 1) END AS rest
    FROM (SELECT id, SUBSTR(address, INSTR(address, '://') + 3) AS rest FROM pages
        WHERE form = 'html' AND (address LIKE 'http://%' OR address LIKE 'https://%'))
);
