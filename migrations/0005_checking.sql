-- What makes of claims a check: why a statement is linked, when evidence was
-- pinned.

-- The claims of one verdict, status or person.
CREATE INDEX claim_verdict ON claim (verdict COLLATE NOCASE);
CREATE INDEX claim_status ON claim (status);
CREATE INDEX claim_who ON claim (who);

ALTER TABLE link ADD COLUMN why TEXT NOT NULL DEFAULT ''; -- what it is to the claim
ALTER TABLE evidence ADD COLUMN made TEXT NOT NULL DEFAULT ''; -- '' for one from before this was kept
CREATE INDEX evidence_attachment ON evidence (attachment) WHERE attachment IS NOT NULL;
