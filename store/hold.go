package store

import "fmt"

// holds refuses a deed that would leave something hanging on what is not there,
// or two of what there is one of. Foreign keys hold the rest.
func (d *Deed) holds() error {
	for _, c := range d.changes {
		if err := d.tx.holds(c); err != nil {
			return err
		}
	}
	return d.verdictsHold()
}

// hanging is what must not be true of a record that a deed set or dropped, by
// its noun, and what is said then. ?1 is the record's id.
var hanging = map[string][]struct{ query, said string }{
	"claim": {{`SELECT NOT EXISTS (SELECT 1 FROM claim WHERE id = ?1) AND EXISTS (SELECT 1 FROM tie WHERE "from" = 'claim/' || ?1 OR "to" = 'claim/' || ?1)`,
		"this claim is linked to another one; take the link away first"}},
	"tie": {{`SELECT EXISTS (SELECT 1 FROM tie t WHERE t.id = ?1 AND (` + looseEnd(`t."from"`) + ` OR ` + looseEnd(`t."to"`) + `))`,
		"one of the two that were linked is not in the archive any more"}},
	"link":     {{looseFact("link"), "you have taken this fact away; add it again first"}},
	"decision": {{looseFact("decision"), "you have taken this fact away; add it again first"}},
	"refusal":  {{looseFact("refusal"), "you have taken this fact away; add it again first"}},
	"addition": {{`SELECT NOT EXISTS (SELECT 1 FROM addition WHERE id = ?1) AND EXISTS (SELECT 1 FROM refusal WHERE article || '/' || key = ?1)`,
		"you said of a claim that this statement is not the same; take that back first"}},
	"story": {{`SELECT EXISTS (SELECT 1 FROM story s JOIN story o ON o.name = s.name COLLATE NOCASE AND o.id <> s.id WHERE s.id = ?1)`,
		"there is a story of this name already; give that one another name first"}},
}

func (tx *Tx) holds(c Change) error {
	for _, h := range hanging[c.Noun] {
		hangs, err := tx.exists(h.query, c.ID)
		if err != nil {
			return err
		}
		if hangs {
			return fmt.Errorf("%w: %s", ErrInvalid, h.said)
		}
	}
	return nil
}

// looseEnd is the SQL that an end of a tie is not in the archive.
func looseEnd(end string) string {
	return `CASE WHEN ` + end + ` LIKE 'claim/%' THEN NOT EXISTS (SELECT 1 FROM claim WHERE id = substr(` + end + `, 7))
		ELSE NOT EXISTS (SELECT 1 FROM statement s WHERE 'statement/' || s.article || '/' || s.key = ` + end + `
			AND s.article = CAST(substr(` + end + `, 11) AS INTEGER)) END`
}

// looseFact is the SQL that the record of a noun is about a fact of the user's
// that is not there.
func looseFact(noun string) string {
	return `SELECT EXISTS (SELECT 1 FROM ` + noun + ` x WHERE x.id = ?1 AND ` + ofNoAddition + `)`
}

const ofNoAddition = `instr(x.key, '-u') > 0 AND NOT EXISTS (SELECT 1 FROM addition a WHERE a.id = x.article || '/' || x.key)`

// checkHanging holds that nothing hangs on what is not there.
func (tx *Tx) checkHanging(h *Health) error {
	loose, err := rows(tx, scanKey, `SELECT id FROM tie t WHERE `+looseEnd(`t."from"`)+` OR `+looseEnd(`t."to"`))
	if err != nil {
		return err
	}
	for _, id := range loose {
		h.wrong("The link %s leads to what is not in the archive.", id)
	}
	for noun := range map[string]bool{"link": true, "decision": true, "refusal": true} {
		loose, err := rows(tx, scanKey, `SELECT x.id FROM `+noun+` x WHERE `+ofNoAddition)
		if err != nil {
			return err
		}
		for _, id := range loose {
			h.wrong("The %s %s is about a fact that was taken away.", noun, id)
		}
	}
	return nil
}
