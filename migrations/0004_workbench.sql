-- What checking claims needs: facts that the user adds, corrections that hold
-- for articles to come, evidence outside the articles, links, tags and stories.

-- Facts that the program missed, added by the user. They stand behind those of
-- the reading and never change places with them.
CREATE TABLE addition (
  id      TEXT PRIMARY KEY, -- 'ARTICLE/KEY'
  article INTEGER NOT NULL REFERENCES article,
  key     TEXT NOT NULL,    -- 'statement-120-245-u17'; 17 is the deed that added it
  fact    TEXT NOT NULL     -- the fact, JSON
) STRICT;
CREATE INDEX addition_article ON addition (article);

-- A correction that the program takes to heart: what it holds of suggestions
-- that nobody has decided on, in articles that came after seen.
CREATE TABLE lesson (
  id      INTEGER PRIMARY KEY,
  kind    TEXT NOT NULL CHECK (kind IN ('cue', 'role', 'name')),
  name    TEXT NOT NULL, -- key of the name it is about; '' for a cue
  was     TEXT NOT NULL, -- the cue or role, folded as names are; '' for a name
  words   TEXT NOT NULL, -- the same as it was written
  becomes TEXT NOT NULL, -- the role to show; '' where the fact is rejected
  seen    INTEGER NOT NULL, -- the newest document it does not hold for; 0 when it holds for all
  made    TEXT NOT NULL
) STRICT;

-- How far a claim has come on its way to being published.
ALTER TABLE claim ADD COLUMN status TEXT NOT NULL DEFAULT 'open'
  CHECK (status IN ('open', 'checking', 'ready'));

-- What a linked statement is to the claim.
ALTER TABLE link ADD COLUMN relation TEXT NOT NULL DEFAULT 'same'
  CHECK (relation IN ('same', 'repeats', 'supports', 'contradicts', 'qualifies', 'answers'));

-- A file that is evidence and no article; kept to the byte, compressed with
-- Zstandard.
CREATE TABLE attachment (
  id     INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  name   TEXT NOT NULL,
  size   INTEGER NOT NULL,
  added  TEXT NOT NULL,
  zstd   BLOB NOT NULL
) STRICT;

-- Evidence is a passage of an article, a whole article (no quote), a file or
-- an address.
CREATE TABLE evidence_next (
  id         INTEGER PRIMARY KEY,
  claim      INTEGER NOT NULL REFERENCES claim,
  article    INTEGER REFERENCES article,
  "start"    INTEGER NOT NULL,
  "end"      INTEGER NOT NULL,
  quote      TEXT NOT NULL,
  stance     TEXT NOT NULL CHECK (stance IN ('for', 'against', 'context')),
  why        TEXT NOT NULL,
  address    TEXT NOT NULL DEFAULT '',
  attachment INTEGER REFERENCES attachment,
  CHECK ((article IS NOT NULL) + (address <> '') + (attachment IS NOT NULL) = 1)
) STRICT;
INSERT INTO evidence_next (id, claim, article, "start", "end", quote, stance, why)
  SELECT id, claim, article, "start", "end", quote, stance, why FROM evidence;
DROP TABLE evidence;
ALTER TABLE evidence_next RENAME TO evidence;
CREATE INDEX evidence_claim ON evidence (claim);
CREATE INDEX evidence_article ON evidence (article);

-- What a claim or statement is to another of its kind. Ends are 'claim/12' or
-- 'statement/ARTICLE/KEY'.
CREATE TABLE tie (
  id         TEXT PRIMARY KEY, -- 'FROM>TO'
  "from"     TEXT NOT NULL,
  relation   TEXT NOT NULL CHECK (relation IN ('same', 'repeats', 'supports', 'contradicts', 'qualifies', 'answers')),
  "to"       TEXT NOT NULL,
  why        TEXT NOT NULL,
  from_words TEXT NOT NULL, -- as the ends read when they were tied
  to_words   TEXT NOT NULL,
  made       TEXT NOT NULL
) STRICT;
CREATE INDEX tie_from ON tie ("from");
CREATE INDEX tie_to ON tie ("to");

-- A word of the user's on a claim, an article or a passage of it.
CREATE TABLE tag (
  id      INTEGER PRIMARY KEY,
  words   TEXT NOT NULL COLLATE NOCASE,
  article INTEGER REFERENCES article,
  claim   INTEGER REFERENCES claim,
  "start" INTEGER NOT NULL,
  "end"   INTEGER NOT NULL,
  quote   TEXT NOT NULL, -- '' for the whole article or a claim
  made    TEXT NOT NULL,
  CHECK ((article IS NULL) <> (claim IS NULL))
) STRICT;
CREATE INDEX tag_words ON tag (words);
CREATE INDEX tag_article ON tag (article);
CREATE INDEX tag_claim ON tag (claim);

-- The lists that the user can edit: 'verdicts'. Without a row a list is as the
-- program brings it.
CREATE TABLE list (
  id    TEXT PRIMARY KEY,
  value TEXT NOT NULL -- JSON
) STRICT;

-- One developing event, and what belongs to it.
CREATE TABLE story (
  id    INTEGER PRIMARY KEY,
  name  TEXT NOT NULL,
  about TEXT NOT NULL,
  query TEXT NOT NULL, -- a search whose articles are offered to it; '' for none
  made  TEXT NOT NULL
) STRICT;
CREATE TABLE story_item (
  id      TEXT PRIMARY KEY, -- 'STORY/article/ID', 'STORY/claim/ID' or 'STORY/entity/KEY'
  story   INTEGER NOT NULL REFERENCES story,
  article INTEGER REFERENCES article,
  claim   INTEGER REFERENCES claim,
  entity  TEXT, -- key of the name
  made    TEXT NOT NULL,
  CHECK ((article IS NOT NULL) + (claim IS NOT NULL) + (entity IS NOT NULL) = 1)
) STRICT;
CREATE INDEX story_item_story ON story_item (story);
CREATE INDEX story_item_article ON story_item (article);
CREATE INDEX story_item_claim ON story_item (claim);

-- The history: drawn from the journal, so that no page reads all of it.

-- Which deeds stand. A deed, what took it back, what did it again and so on are
-- one row; last is the newest of them.
CREATE TABLE standing (
  deed INTEGER PRIMARY KEY REFERENCES journal,
  last INTEGER NOT NULL UNIQUE REFERENCES journal,
  done INTEGER NOT NULL CHECK (done IN (0, 1)) -- 0 while it is taken back
) STRICT;
CREATE INDEX standing_last ON standing (done, last);
INSERT INTO standing (deed, last, done)
  SELECT j.seq, coalesce(u.seq, j.seq), u.seq IS NULL FROM journal j LEFT JOIN journal u ON u.undoes = j.seq WHERE j.undoes IS NULL;

-- Which entries of the journal changed which of the user's records.
CREATE TABLE touched (
  noun TEXT NOT NULL,
  id   TEXT NOT NULL,
  seq  INTEGER NOT NULL REFERENCES journal,
  PRIMARY KEY (noun, id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX touched_seq ON touched (noun, seq);
INSERT OR IGNORE INTO touched (noun, id, seq)
  SELECT c.value ->> 'noun', c.value ->> 'id', j.seq FROM journal j, json_each(j.changes) c;
CREATE INDEX journal_at ON journal (at);

-- Captures of one address over time.
CREATE INDEX article_url ON article (url, id) WHERE url <> '' AND removed = 0;

-- The review queue: what nobody has decided on, in reading order (an id grows
-- with its article's) and least sure first, of everything and of a speaker.
CREATE INDEX statement_open ON statement (article) WHERE state = 'suggested';
CREATE INDEX statement_unsure ON statement (confidence) WHERE state = 'suggested';
CREATE INDEX statement_open_of ON statement (speaker, article) WHERE state = 'suggested';
CREATE INDEX statement_unsure_of ON statement (speaker, confidence) WHERE state = 'suggested';
CREATE INDEX event_open ON event (article) WHERE state = 'suggested';
CREATE INDEX event_unsure ON event (confidence) WHERE state = 'suggested';
CREATE INDEX position_open ON position (article) WHERE state = 'suggested';
CREATE INDEX position_unsure ON position (confidence) WHERE state = 'suggested';
CREATE INDEX story_item_articles ON story_item (story, article) WHERE article IS NOT NULL;

-- Suggestions of one sort by how sure they are, to be accepted together, and
-- what was decided of each sort.
CREATE INDEX statement_sort ON statement (act, form, confidence) WHERE state = 'suggested';
CREATE INDEX statement_decided ON statement (act, form, state) WHERE state <> 'suggested';
CREATE INDEX event_sort ON event (kind, status, confidence) WHERE state = 'suggested';
CREATE INDEX event_decided ON event (kind, status, state) WHERE state <> 'suggested';
CREATE INDEX position_sort ON position (act, stance, confidence) WHERE state = 'suggested';
CREATE INDEX position_decided ON position (act, stance, state) WHERE state <> 'suggested';

-- The deeds that decided on a fact, newest first without a look at the others.
CREATE INDEX journal_decision ON journal (instr(changes, '"noun":"decision"') > 0);
