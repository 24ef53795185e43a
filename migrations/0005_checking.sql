-- What makes of claims a check: why a statement is linked, when evidence was
-- pinned.

-- The claims of one verdict, status or person.
CREATE INDEX claim_verdict ON claim (verdict COLLATE NOCASE);
CREATE INDEX claim_status ON claim (status);
CREATE INDEX claim_who ON claim (who);

ALTER TABLE link ADD COLUMN why TEXT NOT NULL DEFAULT ''; -- what it is to the claim
ALTER TABLE evidence ADD COLUMN made TEXT NOT NULL DEFAULT ''; -- '' for one from before this was kept
CREATE INDEX evidence_attachment ON evidence (attachment) WHERE attachment IS NOT NULL;

-- What a user said does not belong to a story stays out of it.
ALTER TABLE story_item ADD COLUMN belongs INTEGER NOT NULL DEFAULT 1 CHECK (belongs IN (0, 1));
ALTER TABLE story_item ADD COLUMN seq INTEGER NOT NULL DEFAULT 0; -- the deed that said so
DROP INDEX story_item_story;
DROP INDEX story_item_articles;
DROP INDEX story_item_article;
DROP INDEX story_item_claim;
CREATE INDEX story_item_story ON story_item (story, belongs, article, seq, claim);
CREATE INDEX story_item_article ON story_item (article, story, belongs) WHERE article IS NOT NULL;
CREATE INDEX story_item_claim ON story_item (claim) WHERE claim IS NOT NULL;
CREATE INDEX story_item_entity ON story_item (entity) WHERE entity IS NOT NULL;

-- Which deeds changed something on an article: drawn from the journal, as
-- claim_history is.
CREATE TABLE article_history (
  article INTEGER NOT NULL,
  seq     INTEGER NOT NULL REFERENCES journal,
  PRIMARY KEY (article, seq)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO article_history (article, seq)
  SELECT record.value ->> '$.article', j.seq
  FROM journal j, json_each(j.changes) c, json_each(json_array(json(c.value -> '$.before'), json(c.value -> '$.after'))) record
  WHERE record.value ->> '$.article' IS NOT NULL;

-- Who spoke in the articles of a story, and what is left to review, without a
-- look at the statements' words.
CREATE INDEX statement_article ON statement (article, state, speaker);

-- A statement of which the user said that it is not the same as a claim, so
-- that it is not offered again.
CREATE TABLE refusal (
  id      TEXT PRIMARY KEY, -- 'CLAIM/ARTICLE/KEY'
  claim   INTEGER NOT NULL REFERENCES claim,
  article INTEGER NOT NULL REFERENCES article,
  key     TEXT NOT NULL,
  words   TEXT NOT NULL, -- as the statement read when it was refused
  who     TEXT NOT NULL,
  made    TEXT NOT NULL
) STRICT;
CREATE INDEX refusal_claim ON refusal (claim);

-- An open end that the user put aside.
CREATE TABLE settled (
  id    TEXT PRIMARY KEY, -- 'denial/ARTICLE/KEY', 'claim/ID' …
  words TEXT NOT NULL,    -- what was open, as it read then
  made  TEXT NOT NULL
) STRICT;

-- What open ends are looked for in: the few facts that the user confirmed, and
-- of the many that nobody has decided on those that leave one.
CREATE INDEX statement_confirmed ON statement (act, id) WHERE state IN ('accepted', 'edited');
CREATE INDEX statement_denial ON statement (id, state) WHERE act = 'deny';
CREATE INDEX statement_accusation ON statement (id, state) WHERE act = 'accuse';
CREATE INDEX event_planned ON event (state, "last", id) WHERE status = 'planned';
CREATE INDEX event_told ON event (kind, "last") WHERE status IN ('occurred', 'denied');
CREATE INDEX position_confirmed ON position (entity, stance) WHERE state IN ('accepted', 'edited');
CREATE INDEX tie_relation ON tie (relation, made);

-- Where a claim's review stands for the public, and what the user says of it
-- that the archive cannot know. It outlives the claim, so that undoing the
-- claim's removal brings both back.
CREATE TABLE publication (
  id      TEXT PRIMARY KEY,  -- number of the claim
  claim   INTEGER NOT NULL,
  address TEXT NOT NULL,     -- of the page, http or https
  day     TEXT NOT NULL,     -- of publication, 2006-01-02; '' when unknown
  maker   TEXT NOT NULL CHECK (maker IN ('', 'person', 'organization')) -- who made the claim
) STRICT;

-- One lesson about one thing.
CREATE UNIQUE INDEX lesson_about ON lesson (kind, name, was);

-- Which facts are as they are by a lesson: drawn from readings, decisions and
-- lessons, so that what a lesson changes is found and counted.
CREATE TABLE taught (
  article INTEGER NOT NULL REFERENCES article,
  key     TEXT NOT NULL,
  lesson  INTEGER NOT NULL, -- drawn after the lesson is set and before it is dropped
  PRIMARY KEY (article, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX taught_lesson ON taught (lesson, article);

-- The words that gave a statement away, folded as names are.
ALTER TABLE statement ADD COLUMN cue TEXT NOT NULL DEFAULT '';
CREATE INDEX statement_cue ON statement (cue, state);

-- Of the names of an article that mean this entity by themselves: on how many
-- nobody has decided, and how many the user accepted.
ALTER TABLE appearance ADD COLUMN open INTEGER NOT NULL DEFAULT 0;
ALTER TABLE appearance ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
CREATE INDEX appearance_kept ON appearance (entity) WHERE kept > 0;

-- Every role that a reading gives a name, whatever was decided or taught.
CREATE TABLE reading_role (
  name    TEXT NOT NULL, -- key
  role    TEXT NOT NULL, -- folded as names are
  article INTEGER NOT NULL REFERENCES article,
  key     TEXT NOT NULL, -- of the fact
  PRIMARY KEY (name, role, article, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_role_article ON reading_role (article);

-- When the user said that a name means another; '' where it was before this.
ALTER TABLE merge ADD COLUMN made TEXT NOT NULL DEFAULT '';
