-- Who is who across articles. A row of entity is from now on one name of one
-- kind, and key is that name without what does not tell people apart:
-- 'person/tarvo elde'. What the user says of names is in three tables of the
-- journal, which speak of names by key; root is what follows from them.
ALTER TABLE entity ADD COLUMN key TEXT;
-- Whom the name means: itself, or by the user's merges another.
ALTER TABLE entity ADD COLUMN root INTEGER REFERENCES entity;
-- The name as the user would have it spelled, where that is not name.
ALTER TABLE entity ADD COLUMN shown TEXT;
-- In how many articles of the library the name stands, and how many of its
-- statements stand there: drawn along, so that a list of people counts nothing.
ALTER TABLE entity ADD COLUMN articles INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entity ADD COLUMN statements INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX entity_key ON entity (key);
CREATE INDEX entity_root ON entity (root);
CREATE INDEX entity_articles ON entity (articles, kind);
CREATE INDEX appearance_role ON appearance (role COLLATE NOCASE, entity) WHERE role <> '';

-- One name means another, in every article. A name that means itself is only
-- spelled in another way.
CREATE TABLE merge (
  id        TEXT PRIMARY KEY, -- key of the name
  name      TEXT NOT NULL,    -- as it was shown
  "into"    TEXT NOT NULL,    -- key of the name it means
  into_name TEXT NOT NULL
) STRICT;
CREATE INDEX merge_into ON merge ("into");

-- In one article a name means someone else than elsewhere.
CREATE TABLE part (
  id        TEXT PRIMARY KEY, -- 'ARTICLE/NAME'
  article   INTEGER NOT NULL REFERENCES article,
  name      TEXT NOT NULL, -- key of the name in the article
  "into"    TEXT NOT NULL, -- key of the name of whom it means there
  into_name TEXT NOT NULL
) STRICT;
CREATE INDEX part_article ON part (article);
CREATE INDEX part_name ON part (name);
CREATE INDEX part_into ON part ("into");

-- With this role a name means someone else, in articles that came after the
-- user said so: what was there before is in part.
CREATE TABLE part_role (
  id        TEXT PRIMARY KEY, -- 'NAME/ROLE/SEEN'
  name      TEXT NOT NULL, -- key of the name in the article
  role      TEXT NOT NULL, -- folded like a name
  words     TEXT NOT NULL, -- the role as an article has it
  "into"    TEXT NOT NULL,
  into_name TEXT NOT NULL,
  seen      INTEGER NOT NULL -- the newest document at that time
) STRICT;
CREATE INDEX part_role_name ON part_role (name, role, seen);
CREATE INDEX part_role_into ON part_role ("into");

UPDATE entity SET root = id;

DROP TRIGGER entity_added;
CREATE TRIGGER entity_added AFTER INSERT ON entity BEGIN
  INSERT INTO entity_words (rowid, name) VALUES (new.id, new.name);
  UPDATE entity SET root = new.id WHERE id = new.id AND root IS NULL;
END;

-- A statement that is drawn again mostly has the words it had.
DROP TRIGGER statement_changed;
CREATE TRIGGER statement_changed AFTER UPDATE OF words ON statement WHEN old.words <> new.words BEGIN
  INSERT INTO statement_words (statement_words, rowid, words) VALUES ('delete', old.id, old.words);
  INSERT INTO statement_words (rowid, words) VALUES (new.id, new.words);
END;

CREATE TRIGGER appearance_added AFTER INSERT ON appearance
WHEN (SELECT removed FROM article WHERE id = new.article) = 0 BEGIN
  UPDATE entity SET articles = articles + 1 WHERE id = new.entity;
END;
CREATE TRIGGER appearance_dropped AFTER DELETE ON appearance
WHEN (SELECT removed FROM article WHERE id = old.article) = 0 BEGIN
  UPDATE entity SET articles = articles - 1 WHERE id = old.entity;
END;
CREATE TRIGGER statement_made AFTER INSERT ON statement
WHEN new.state <> 'rejected' AND (SELECT removed FROM article WHERE id = new.article) = 0 BEGIN
  UPDATE entity SET statements = statements + 1 WHERE id = new.speaker;
END;
CREATE TRIGGER statement_moved AFTER UPDATE OF speaker, state ON statement
WHEN (old.speaker IS NOT new.speaker OR (old.state = 'rejected') <> (new.state = 'rejected'))
  AND (SELECT removed FROM article WHERE id = new.article) = 0 BEGIN
  UPDATE entity SET statements = statements - 1 WHERE id = old.speaker AND old.state <> 'rejected';
  UPDATE entity SET statements = statements + 1 WHERE id = new.speaker AND new.state <> 'rejected';
END;
CREATE TRIGGER statement_dropped AFTER DELETE ON statement BEGIN
  INSERT INTO statement_words (statement_words, rowid, words) VALUES ('delete', old.id, old.words);
  UPDATE entity SET statements = statements - 1 WHERE id = old.speaker AND old.state <> 'rejected'
    AND (SELECT removed FROM article WHERE id = old.article) = 0;
END;
CREATE TRIGGER article_removed AFTER UPDATE OF removed ON article WHEN old.removed <> new.removed BEGIN
  UPDATE entity SET articles = articles + old.removed - new.removed
    WHERE id IN (SELECT entity FROM appearance WHERE article = new.id);
  UPDATE entity SET statements = statements + (old.removed - new.removed) *
      (SELECT count(*) FROM statement s WHERE s.article = new.id AND s.speaker = entity.id AND s.state <> 'rejected')
    WHERE id IN (SELECT speaker FROM statement WHERE article = new.id);
END;
