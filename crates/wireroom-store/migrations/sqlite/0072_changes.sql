-- What changed from the version before, as a list of classed changes with their places (JSON); NULL where it was not read.
ALTER TABLE versions ADD COLUMN changes TEXT;
