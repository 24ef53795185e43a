package store

import (
	"fmt"
	"slices"
)

// checkHistory holds what is drawn from the journal against it: which deeds
// stand, and by which records, claims and articles entries are found.
func (tx *Tx) checkHistory(h *Health) error {
	stands := map[int64]chain{} // by the last entry
	touched, claims, articles := map[string]bool{}, map[string]bool{}, map[string]bool{}
	_, err := rows(tx, func(r scanner) (struct{}, error) {
		e, err := scanEntry(r)
		if err != nil {
			return struct{}{}, err
		}
		s := chain{e.Seq, e.Seq, true}
		if e.Undoes != 0 {
			s = stands[e.Undoes]
			s.last, s.done = e.Seq, !s.done
			delete(stands, e.Undoes)
		}
		stands[e.Seq] = s
		for _, c := range e.Changes {
			touched[fmt.Sprint(c.Noun, " ", c.ID, " ", e.Seq)] = true
			for _, claim := range c.claims() {
				claims[fmt.Sprint(claim, " ", e.Seq)] = true
			}
			for _, article := range c.articles() {
				articles[fmt.Sprint(article, " ", e.Seq)] = true
			}
		}
		return struct{}{}, nil
	}, entryColumns+`ORDER BY j.seq`)
	if err != nil {
		return err
	}
	all, err := rows(tx, func(r scanner) (s chain, err error) { return s, r.Scan(&s.deed, &s.last, &s.done) },
		`SELECT deed, last, done FROM standing ORDER BY deed`)
	if err != nil {
		return err
	}
	if len(all) != len(stands) || slices.ContainsFunc(all, func(s chain) bool { return stands[s.last] != s }) {
		h.wrong("Which deeds are taken back is not what the journal says.")
	}
	if err := tx.checkFound(h, "records", touched, `SELECT noun || ' ' || id || ' ' || seq FROM touched`); err != nil {
		return err
	}
	if err := tx.checkFound(h, "claims", claims, `SELECT claim || ' ' || seq FROM claim_history`); err != nil {
		return err
	}
	return tx.checkFound(h, "articles", articles, `SELECT article || ' ' || seq FROM article_history`)
}

// checkFound holds the rows that entries are found by against what they must be.
func (tx *Tx) checkFound(h *Health, of string, want map[string]bool, query string) error {
	found, err := rows(tx, scanKey, query)
	if err != nil {
		return err
	}
	if len(found) != len(want) || slices.ContainsFunc(found, func(key string) bool { return !want[key] }) {
		h.wrong("The history of %s is not what the journal says.", of)
	}
	return nil
}
