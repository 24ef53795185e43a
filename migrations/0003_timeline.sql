-- What happened and who stands where, across articles: drawn from readings and
-- decisions, as statement is.

-- Every event as it now stands. The id is article * 4096 + number, so that the
-- events of an article lie together and follow the date of publication; what
-- an article has beyond 4,096 events is on its page alone.
CREATE TABLE event (
  id         INTEGER PRIMARY KEY,
  article    INTEGER NOT NULL REFERENCES article,
  key        TEXT NOT NULL, -- names the fact within the article: 'event-120-127'
  kind       TEXT NOT NULL,
  status     TEXT NOT NULL,
  value      TEXT NOT NULL, -- when, as a TIMEX3 value; '' when unknown
  written    TEXT NOT NULL, -- the article's words for it; '' where it has none
  "first"    TEXT NOT NULL, -- the first day of value; '' when it names no days
  "last"     TEXT NOT NULL, -- the last
  who        TEXT NOT NULL, -- JSON array of entity
  place      INTEGER,       -- entity
  "start"    INTEGER NOT NULL, -- of the word that tells of it best
  "end"      INTEGER NOT NULL,
  statement  TEXT NOT NULL, -- key of the statement that tells of it; '' for the article
  confidence REAL NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('suggested', 'accepted', 'edited', 'rejected'))
) STRICT;

-- Every position as it now stands: what an entity is for or against. The id is
-- as for event.
CREATE TABLE position (
  id         INTEGER PRIMARY KEY,
  article    INTEGER NOT NULL REFERENCES article,
  key        TEXT NOT NULL, -- names the fact within the article: 'position-140-163'
  entity     INTEGER REFERENCES entity,
  stance     TEXT NOT NULL,
  act        TEXT NOT NULL,
  topic      TEXT NOT NULL, -- in the article's words
  words      TEXT NOT NULL, -- that take it: 'rejected'
  statement  TEXT NOT NULL, -- key of the statement that takes it, or ''
  confidence REAL NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('suggested', 'accepted', 'edited', 'rejected'))
) STRICT;
CREATE INDEX position_entity ON position (entity, id, state);

-- What someone said, by act: counted, and newest first, without a look at the
-- rows.
CREATE INDEX statement_act ON statement (speaker, act, id, state);

-- Which articles an older version read, so that they can be read again.
CREATE INDEX reading_version ON reading (version, article);
