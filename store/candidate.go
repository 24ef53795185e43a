package store

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord/extract/fact"
)

// A Candidate is an entity that may be the same as another.
type Candidate struct {
	Entity
	Why  string // in words: "the same surname"
	rank int    // the likeliest is 0
}

// Candidates is whom e may be the same as, the likeliest first, at most limit:
// whoever it was told apart from, whose name has its surname or words, who
// abbreviates it or is abbreviated by it, and who has its role. Only the user
// says that they are the same.
func (tx *Tx) Candidates(e Entity, limit int) ([]Candidate, error) {
	var all []Candidate
	for _, find := range [...]func(Entity) ([]Candidate, error){tx.toldApart, tx.byWords, tx.byInitials, tx.byRole} {
		found, err := find(e)
		if err != nil {
			return nil, fmt.Errorf("look for the like of %s: %w", e.Name, err)
		}
		for _, c := range found {
			if c.ID != e.ID && !slices.ContainsFunc(all, func(had Candidate) bool { return had.ID == c.ID }) {
				all = append(all, c)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Candidate) int {
		return cmp.Or(a.rank-b.rank, b.Articles-a.Articles, cmp.Compare(a.Name, b.Name))
	})
	return all[:min(len(all), limit)], nil
}

func (tx *Tx) toldApart(e Entity) ([]Candidate, error) {
	twins, err := tx.TwinsOf(e)
	all := make([]Candidate, len(twins))
	for i, x := range twins {
		all[i] = Candidate{x, "you told them apart", 0}
	}
	return all, err
}

// byWords is the entities of e's kind whose name is like e's.
func (tx *Tx) byWords(e Entity) ([]Candidate, error) {
	kind, words := splitKey(e.Key)
	var terms []string
	for _, w := range strings.Fields(words) {
		if !small(w) && len(terms) < maxTerms {
			terms = append(terms, Term{Words: w}.fts())
		}
	}
	if len(terms) == 0 {
		return nil, nil
	}
	near, err := rows(tx, scanKey, `SELECT DISTINCT e.key FROM entity_words w JOIN entity m ON m.id = w.rowid JOIN entity e ON e.id = m.root
		WHERE entity_words MATCH ?1 AND e.kind = ?2 ORDER BY e.articles DESC LIMIT 500`, strings.Join(terms, " OR "), e.Kind)
	var all []Candidate
	for _, key := range near {
		_, other := splitKey(key)
		why, rank := likeness(kind, words, other)
		if why == "" {
			continue
		}
		x, err := tx.EntityOf(key)
		if err != nil {
			return nil, err
		}
		all = append(all, Candidate{x, why, rank})
	}
	return all, err
}

// likeness says in words how two folded names of one kind are alike, "" when
// they are not, and how much that says.
func likeness(kind fact.Kind, a, b string) (why string, rank int) {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) == 0 || len(y) == 0 {
		return "", 0
	}
	if kind != fact.Person {
		x, y = slices.DeleteFunc(x, small), slices.DeleteFunc(y, small)
		switch in, of := within(x, y), within(y, x); {
		case in && of:
			return "the same words", 1
		case in || of:
			return "one name within the other", 3
		}
		return "", 0
	}
	if x[len(x)-1] != y[len(y)-1] {
		return "", 0
	}
	switch p, q := x[0], y[0]; {
	case len(x) == 1 || len(y) == 1:
		return "the surname alone", 2
	case strings.HasPrefix(p, q) || strings.HasPrefix(q, p):
		return "the same surname and first name", 1
	case p[0] == q[0]:
		return "the same surname and initial", 2
	}
	return "the same surname", 5
}

// within reports whether all of a is in b, and there is some of it.
func within(a, b []string) bool {
	return len(a) > 0 && !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}

// small reports whether a word has no letter in the abbreviation of its name.
func small(w string) bool { return smallWords()[w] }

// initials is the abbreviation of folded words: "ohs" of "organization for
// harbour safety".
func initials(words string) string {
	var b strings.Builder
	for _, w := range slices.DeleteFunc(strings.Fields(words), small) {
		for _, first := range w {
			b.WriteRune(first)
			break
		}
	}
	return b.String()
}

// byInitials is the entities of e's kind that e's name abbreviates, or that
// abbreviate it.
func (tx *Tx) byInitials(e Entity) ([]Candidate, error) {
	kind, words := splitKey(e.Key)
	if kind == fact.Person || len(words) < 2 {
		return nil, nil
	}
	if strings.Contains(words, " ") {
		x, err := tx.EntityOf(string(kind) + "/" + initials(words))
		if errors.Is(err, ErrNotFound) {
			return nil, nil
		}
		return []Candidate{{x, "its abbreviation", 1}}, err
	}
	_, size := utf8.DecodeRuneInString(words)
	first := string(kind) + "/" + words[:size]
	keys, err := rows(tx, scanKey, `SELECT key FROM entity WHERE key > ?1 AND key < ?2 ORDER BY key LIMIT 20000`, first, first+"\U0010FFFF")
	if err != nil {
		return nil, err
	}
	var all []Candidate
	for _, key := range keys {
		if _, other := splitKey(key); initials(other) == words && strings.Contains(other, " ") {
			x, err := tx.EntityOf(key)
			if err != nil {
				return nil, err
			}
			all = append(all, Candidate{x, "abbreviated so", 1})
		}
	}
	return all, nil
}

// byRole is the entities of e's kind that have a role of e, where few do.
func (tx *Tx) byRole(e Entity) ([]Candidate, error) {
	const few = 8
	roles, err := tx.Roles(e.ID)
	if err != nil {
		return nil, err
	}
	var all []Candidate
	for _, role := range roles[:min(len(roles), 5)] {
		with, err := rows(tx, scanID, `SELECT DISTINCT m.root FROM appearance p JOIN entity m ON m.id = p.entity
			WHERE p.role = ?1 COLLATE NOCASE AND p.role <> '' AND m.kind = ?2 LIMIT ?3`, role.Role, e.Kind, few+1)
		if err != nil {
			return nil, err
		}
		if len(with) > few {
			continue
		}
		for _, id := range with {
			x, err := tx.Entity(id)
			if err != nil {
				return nil, err
			}
			all = append(all, Candidate{x, "the same role, " + role.Role, 4})
		}
	}
	return all, nil
}
