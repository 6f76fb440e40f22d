-- Who had a family's text first, whose printing each copy took, and how much of the first one each keeps.
ALTER TABLE families ADD COLUMN first_id INTEGER;
ALTER TABLE families ADD COLUMN origin_agency TEXT;
ALTER TABLE families ADD COLUMN origin_reason TEXT;
-- A hash of what the lineage was read from, so that it is read again only when that changed.
ALTER TABLE families ADD COLUMN lineage_of TEXT;
ALTER TABLE family_members ADD COLUMN kept DOUBLE PRECISION;
-- What became of a feed's address: found on a page, moved for good.
ALTER TABLE feeds ADD COLUMN note TEXT;
