-- Which address gave a feed's validators (etag, last_modified), where it is not the feed's own because that one redirects.
ALTER TABLE feeds ADD COLUMN validators_from TEXT;
