-- The archive. Times are RFC 3339 in UTC, days 2006-01-02. Spans are half-open
-- byte offsets into article.text.

-- The bytes of one article as they came in, told apart by their SHA-256.
CREATE TABLE document (
  id     INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  name   TEXT NOT NULL,
  source TEXT NOT NULL, -- path, address, 'pasted' or 'sample'
  format TEXT NOT NULL,
  size   INTEGER NOT NULL,
  added  TEXT NOT NULL
) STRICT;
CREATE INDEX document_sample ON document (id) WHERE source = 'sample';

-- The bytes themselves, compressed with Zstandard; apart from document, so
-- that a list of documents does not read them.
CREATE TABLE original (
  document INTEGER PRIMARY KEY REFERENCES document,
  zstd     BLOB NOT NULL
) STRICT;

-- What was read out of a document. The id grows with the day of publication
-- (of arrival, for an article without one): day * 2^20 + number in the day.
CREATE TABLE article (
  id             INTEGER PRIMARY KEY,
  document       INTEGER NOT NULL UNIQUE REFERENCES document,
  title          TEXT NOT NULL,
  byline         TEXT NOT NULL, -- JSON array
  outlet         TEXT NOT NULL,
  url            TEXT NOT NULL,
  published      TEXT,
  published_from TEXT NOT NULL,
  language       TEXT NOT NULL,
  sum            BLOB NOT NULL, -- SHA-256 of text
  removed        INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  text           TEXT NOT NULL  -- last, so that the columns before it are read without it
) STRICT;
CREATE INDEX article_outlet ON article (outlet, id) WHERE removed = 0;

-- What the program found in an article: its suggestions, never altered by the user.
CREATE TABLE reading (
  article INTEGER PRIMARY KEY REFERENCES article,
  version INTEGER NOT NULL, -- extract.Version
  facts   BLOB NOT NULL     -- fact.Facts as JSON, compressed with Zstandard
) STRICT;

-- A person, organization, place or group across articles.
CREATE TABLE entity (
  id   INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL COLLATE NOCASE,
  UNIQUE (kind, name)
) STRICT;

-- Which articles speak of which entity, and as what.
CREATE TABLE appearance (
  entity   INTEGER NOT NULL REFERENCES entity,
  article  INTEGER NOT NULL REFERENCES article,
  role     TEXT NOT NULL, -- with what it is of: 'foreign minister, Norland'
  mentions INTEGER NOT NULL,
  PRIMARY KEY (entity, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX appearance_article ON appearance (article);

-- Every statement as it now stands: the program's reading with the user's
-- decision applied. The id is article * 4096 + number, so it follows the date;
-- what an article has beyond 4,096 statements is on its page alone.
CREATE TABLE statement (
  id         INTEGER PRIMARY KEY,
  article    INTEGER NOT NULL REFERENCES article,
  key        TEXT NOT NULL, -- names the fact within the article: 'statement-120-245'
  speaker    INTEGER REFERENCES entity,
  source     TEXT NOT NULL, -- the speaker in the article's words
  words      TEXT NOT NULL, -- the content
  act        TEXT NOT NULL,
  form       TEXT NOT NULL,
  said       TEXT NOT NULL,
  confidence REAL NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('suggested', 'accepted', 'edited', 'rejected')),
  UNIQUE (article, key)
) STRICT;
CREATE INDEX statement_speaker ON statement (speaker, id, state);

-- Everything the user decided, in order, for good. What the tables below hold
-- is what replaying it gives.
CREATE TABLE journal (
  seq     INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  deed    TEXT NOT NULL, -- in words: 'Accepted a statement'
  changes TEXT NOT NULL, -- JSON [{"noun","id","before","after"}]
  undoes  INTEGER UNIQUE REFERENCES journal,
  key     TEXT UNIQUE,   -- the form's, so that a form sent twice is done once
  hash    BLOB NOT NULL  -- SHA-256 of the hash before it and this row
) STRICT;
CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

-- Which deeds changed a claim or what hangs on it: drawn from the journal, so
-- that a claim's history is found without reading all of it.
CREATE TABLE claim_history (
  claim INTEGER NOT NULL,
  seq   INTEGER NOT NULL REFERENCES journal,
  PRIMARY KEY (claim, seq)
) STRICT, WITHOUT ROWID;

-- What the user decided of a fact. A suggestion without a row is undecided.
CREATE TABLE decision (
  id      TEXT PRIMARY KEY, -- 'ARTICLE/KEY'
  article INTEGER NOT NULL REFERENCES article,
  key     TEXT NOT NULL,
  state   TEXT NOT NULL CHECK (state IN ('accepted', 'edited', 'rejected')),
  fact    TEXT NOT NULL -- the fact as the user has it, JSON; '' as the program has it
) STRICT;
CREATE INDEX decision_article ON decision (article);

-- Articles the user took out of the library; their bytes stay.
CREATE TABLE removal (
  id      TEXT PRIMARY KEY,
  article INTEGER NOT NULL UNIQUE REFERENCES article
) STRICT;

-- A checkable assertion in the user's words.
CREATE TABLE claim (
  id      INTEGER PRIMARY KEY,
  words   TEXT NOT NULL,
  who     TEXT NOT NULL,
  verdict TEXT NOT NULL,
  reason  TEXT NOT NULL,
  made    TEXT NOT NULL
) STRICT;

-- Which statements make, repeat or deny a claim.
CREATE TABLE link (
  id      TEXT PRIMARY KEY, -- 'CLAIM/ARTICLE/KEY'
  claim   INTEGER NOT NULL REFERENCES claim,
  article INTEGER NOT NULL REFERENCES article,
  key     TEXT NOT NULL,
  words   TEXT NOT NULL, -- as the statement read when it was linked
  who     TEXT NOT NULL
) STRICT;
CREATE INDEX link_claim ON link (claim);
CREATE INDEX link_statement ON link (article, key);

-- A passage for, against or around a claim.
CREATE TABLE evidence (
  id       INTEGER PRIMARY KEY,
  claim    INTEGER NOT NULL REFERENCES claim,
  article  INTEGER NOT NULL REFERENCES article,
  "start"  INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  quote    TEXT NOT NULL,
  stance   TEXT NOT NULL CHECK (stance IN ('for', 'against', 'context')),
  why      TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_claim ON evidence (claim);
CREATE INDEX evidence_article ON evidence (article);

-- The user's own words, on a passage of an article or on a claim.
CREATE TABLE note (
  id      INTEGER PRIMARY KEY,
  article INTEGER REFERENCES article,
  claim   INTEGER REFERENCES claim,
  "start" INTEGER NOT NULL,
  "end"   INTEGER NOT NULL,
  quote   TEXT NOT NULL,
  words   TEXT NOT NULL,
  made    TEXT NOT NULL,
  CHECK ((article IS NULL) <> (claim IS NULL))
) STRICT;
CREATE INDEX note_article ON note (article);
CREATE INDEX note_claim ON note (claim);

-- One import and what came of each of its files.
CREATE TABLE import (
  id      INTEGER PRIMARY KEY,
  source  TEXT NOT NULL,
  started TEXT NOT NULL,
  ended   TEXT,
  total   INTEGER NOT NULL, -- files to read, 0 while unknown
  added   INTEGER NOT NULL DEFAULT 0,
  known   INTEGER NOT NULL DEFAULT 0,
  failed  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE import_item (
  import  INTEGER NOT NULL REFERENCES import,
  number  INTEGER NOT NULL,
  name    TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('added', 'known', 'failed')),
  reason  TEXT NOT NULL,
  article INTEGER REFERENCES article,
  PRIMARY KEY (import, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_item_outcome ON import_item (import, outcome, number);

-- What the user set, such as single keys off.
CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- The search indexes: external content, so that words are kept once.
CREATE VIRTUAL TABLE article_words USING fts5(
  title, text, content='article', content_rowid='id', tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE statement_words USING fts5(
  words, content='statement', content_rowid='id', tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE entity_words USING fts5(
  name, content='entity', content_rowid='id', tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE claim_words USING fts5(
  words, who, reason, content='claim', content_rowid='id', tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE note_words USING fts5(
  quote, words, content='note', content_rowid='id', tokenize="unicode61 remove_diacritics 2");

CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
  INSERT INTO article_words (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER entity_added AFTER INSERT ON entity BEGIN
  INSERT INTO entity_words (rowid, name) VALUES (new.id, new.name);
END;
CREATE TRIGGER entity_dropped AFTER DELETE ON entity BEGIN
  INSERT INTO entity_words (entity_words, rowid, name) VALUES ('delete', old.id, old.name);
END;
CREATE TRIGGER statement_added AFTER INSERT ON statement BEGIN
  INSERT INTO statement_words (rowid, words) VALUES (new.id, new.words);
END;
CREATE TRIGGER statement_changed AFTER UPDATE OF words ON statement BEGIN
  INSERT INTO statement_words (statement_words, rowid, words) VALUES ('delete', old.id, old.words);
  INSERT INTO statement_words (rowid, words) VALUES (new.id, new.words);
END;
CREATE TRIGGER claim_added AFTER INSERT ON claim BEGIN
  INSERT INTO claim_words (rowid, words, who, reason) VALUES (new.id, new.words, new.who, new.reason);
END;
CREATE TRIGGER claim_changed AFTER UPDATE ON claim BEGIN
  INSERT INTO claim_words (claim_words, rowid, words, who, reason) VALUES ('delete', old.id, old.words, old.who, old.reason);
  INSERT INTO claim_words (rowid, words, who, reason) VALUES (new.id, new.words, new.who, new.reason);
END;
CREATE TRIGGER claim_dropped AFTER DELETE ON claim BEGIN
  INSERT INTO claim_words (claim_words, rowid, words, who, reason) VALUES ('delete', old.id, old.words, old.who, old.reason);
END;
CREATE TRIGGER note_added AFTER INSERT ON note BEGIN
  INSERT INTO note_words (rowid, quote, words) VALUES (new.id, new.quote, new.words);
END;
CREATE TRIGGER note_changed AFTER UPDATE ON note BEGIN
  INSERT INTO note_words (note_words, rowid, quote, words) VALUES ('delete', old.id, old.quote, old.words);
  INSERT INTO note_words (rowid, quote, words) VALUES (new.id, new.quote, new.words);
END;
CREATE TRIGGER note_dropped AFTER DELETE ON note BEGIN
  INSERT INTO note_words (note_words, rowid, quote, words) VALUES ('delete', old.id, old.quote, old.words);
END;
CREATE TRIGGER removal_added AFTER INSERT ON removal BEGIN
  UPDATE article SET removed = 1 WHERE id = new.article;
END;
CREATE TRIGGER removal_dropped AFTER DELETE ON removal BEGIN
  UPDATE article SET removed = 0 WHERE id = old.article;
END;
