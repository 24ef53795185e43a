package store

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// SaveClaim makes c, or changes the claim of its ID, and returns the ID.
func (d *Deed) SaveClaim(c Claim) (int64, error) {
	c.Words, c.Who = strings.TrimSpace(c.Words), strings.TrimSpace(c.Who)
	if c.Words == "" {
		return 0, fmt.Errorf("%w: a claim needs words; write the assertion in one sentence", ErrInvalid)
	}
	if c.ID == 0 {
		c.ID, c.Made = d.seq, d.tx.stamp()
	}
	verdicts, err := d.tx.Verdicts()
	if err != nil {
		return 0, err
	}
	c.Verdict, c.Status = cmp.Or(c.Verdict, verdicts[0].Words), cmp.Or(c.Status, Statuses[0])
	if !slices.ContainsFunc(verdicts, func(v Verdict) bool { return v.Words == c.Verdict }) {
		return 0, fmt.Errorf("%w: %q is not a verdict", ErrInvalid, c.Verdict)
	}
	if !slices.Contains(Statuses[:], c.Status) {
		return 0, fmt.Errorf("%w: a claim is open, checking or ready", ErrInvalid)
	}
	return c.ID, d.Put("claim", fmt.Sprint(c.ID), c)
}

// RemoveClaim deletes a claim with all that hangs on it; undo brings it back.
func (d *Deed) RemoveClaim(id int64) error {
	for _, noun := range [...]string{"link", "refusal", "evidence", "note", "tag", "story_item"} {
		if err := d.dropAll(noun, `claim = ?`, id); err != nil {
			return err
		}
	}
	if err := d.dropAll("tie", `"from" = ?1 OR "to" = ?1`, ClaimEnd(id)); err != nil {
		return err
	}
	return d.Drop("claim", id)
}

// dropAll drops every record of a noun for which where holds.
func (d *Deed) dropAll(noun, where string, arg any) error {
	ids, err := rows(d.tx, func(r scanner) (id string, err error) { return id, r.Scan(&id) },
		`SELECT CAST(id AS TEXT) FROM `+noun+` WHERE `+where+` ORDER BY id`, arg)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := d.Put(noun, id, nil); err != nil {
			return err
		}
	}
	return nil
}

// SaveLink links a statement, named by article and key, to a claim; relation is
// what it is to the claim. Why it was linked stays as it was.
func (d *Deed) SaveLink(claim, article int64, key, relation string) error {
	if !slices.Contains(Relations[:], relation) {
		return fmt.Errorf("%w: choose what the statement is to the claim", ErrInvalid)
	}
	f, err := d.tx.Facts(article)
	if err != nil {
		return err
	}
	i := slices.Index(f.Keys.Statements, key)
	if i < 0 {
		return fmt.Errorf("%w: the article has no such statement", ErrNotFound)
	}
	s := f.Statements[i]
	who := f.Words(s.Source)
	people, err := d.tx.Who(article, f)
	if err != nil {
		return err
	}
	if e, ok := people[s.Speaker]; ok {
		who = e.Name
	}
	id := LinkID(claim, article, key)
	var why string
	if err := d.tx.one(`SELECT coalesce((SELECT why FROM link WHERE id = ?), '')`, []any{id}, &why); err != nil {
		return err
	}
	return d.Put("link", id, Link{Claim: claim, Article: article, Key: key, Words: f.Told(s), Who: who, Relation: relation, Why: why})
}

// ExplainLink says why a statement is linked to a claim.
func (d *Deed) ExplainLink(claim, article int64, key, why string) error {
	l, err := d.tx.Link(claim, article, key)
	if err != nil {
		return err
	}
	l.Why = strings.TrimSpace(why)
	return d.Put("link", LinkID(claim, article, key), l)
}

// DropLink parts a statement from a claim.
func (d *Deed) DropLink(claim, article int64, key string) error {
	return d.Put("link", LinkID(claim, article, key), nil)
}

// LinkID is the id of the record that links a statement to a claim.
func LinkID(claim, article int64, key string) string {
	return fmt.Sprintf("%d/%d/%s", claim, article, key)
}
