-- How each override of a site fares: pages read with it since its text changed, and those on which a selector of it
-- matched nothing.
CREATE TABLE site_overrides (
    file TEXT PRIMARY KEY NOT NULL,
    hash TEXT NOT NULL,
    pages BIGINT NOT NULL,
    missed BIGINT NOT NULL,
    missed_in_a_row BIGINT NOT NULL,
    missed_page INTEGER REFERENCES pages (id) ON DELETE SET NULL,
    changed_at BIGINT NOT NULL
);
