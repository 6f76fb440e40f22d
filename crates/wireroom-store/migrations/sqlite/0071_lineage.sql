-- What shows whose printing each member took, and where a family's text came from (wireroom_model::Clue, as JSON),
-- and the outlet that had the text first where no printing of it stands in the house.
ALTER TABLE families ADD COLUMN origin_outlet TEXT;
ALTER TABLE families ADD COLUMN origin_clues TEXT;
ALTER TABLE family_members ADD COLUMN clues TEXT;
