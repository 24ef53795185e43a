-- Which articles an older version read, so that they can be read again.
CREATE INDEX reading_version ON reading (version, article);
