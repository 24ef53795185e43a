package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"onrecord/extract/fact"
)

// A noun is a table of the user's own records. Its state is the fold of the
// journal over it: columns lists every column but id, which is the record's.
type noun struct {
	name    string
	columns []string
}

var nouns = [...]noun{
	{"claim", []string{"words", "who", "verdict", "reason", "made"}},
	{"decision", []string{"article", "key", "state", "fact"}},
	{"evidence", []string{"claim", "article", "start", "end", "quote", "stance", "why"}},
	{"link", []string{"claim", "article", "key", "words", "who"}},
	{"note", []string{"article", "claim", "start", "end", "quote", "words", "made"}},
	{"removal", []string{"article"}},
}

func nounOf(name string) (noun, error) {
	i := slices.IndexFunc(nouns[:], func(n noun) bool { return n.name == name })
	if i < 0 {
		return noun{}, fmt.Errorf("the journal speaks of a %q, which this version does not know", name)
	}
	return nouns[i], nil
}

// object is the SQL of a row as a JSON object, always in the same order.
func (n noun) object() string {
	parts := make([]string, len(n.columns))
	for i, c := range n.columns {
		parts[i] = fmt.Sprintf(`'%s', "%s"`, c, c)
	}
	return "json_object(" + strings.Join(parts, ", ") + ")"
}

// insert is the SQL that makes a row of an id (?1) and a JSON object (?2).
func (n noun) insert() string {
	var names, values, updates []string
	for _, c := range n.columns {
		names = append(names, `"`+c+`"`)
		values = append(values, `?2 ->> '$.`+c+`'`)
		updates = append(updates, fmt.Sprintf(`"%s" = excluded."%s"`, c, c))
	}
	return fmt.Sprintf(`INSERT INTO %s (id, %s) VALUES (?1, %s) ON CONFLICT (id) DO UPDATE SET %s`,
		n.name, strings.Join(names, ", "), strings.Join(values, ", "), strings.Join(updates, ", "))
}

// record is a record as JSON, null when there is none.
func (tx *Tx) record(name, id string) (json.RawMessage, error) {
	n, err := nounOf(name)
	if err != nil {
		return nil, err
	}
	var body string
	err = tx.one(`SELECT `+n.object()+` FROM `+n.name+` WHERE id = ?`, []any{id}, &body)
	if errors.Is(err, ErrNotFound) {
		return json.RawMessage("null"), nil
	}
	return json.RawMessage(body), err
}

// setRecord makes body the record; null drops it. What follows from it is
// brought up to date.
func (tx *Tx) setRecord(name, id string, body json.RawMessage) error {
	n, err := nounOf(name)
	if err != nil {
		return err
	}
	if string(body) == "null" {
		err = tx.exec(`DELETE FROM `+n.name+` WHERE id = ?`, id)
	} else {
		err = tx.exec(n.insert(), id, string(body))
	}
	if err != nil {
		return unsaved(err, name)
	}
	if name == "decision" {
		return tx.decided(id)
	}
	return nil
}

// decided brings what is drawn from the fact of decision id up to date.
func (tx *Tx) decided(id string) error {
	number, key, _ := strings.Cut(id, "/")
	article, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return fmt.Errorf("%w: no article in %q", ErrInvalid, id)
	}
	f, err := tx.Facts(article)
	if err != nil {
		return err
	}
	switch KindOf(key) {
	case "statement":
		if i := slices.Index(f.Keys.Statements, key); i >= 0 {
			return tx.saveStatement(article, f, i)
		}
	case "entity":
		return tx.draw(article, f)
	}
	return nil
}

// draw writes who appears in an article and its statements as they now stand,
// and drops the entities of the archive that this leaves without an article.
func (tx *Tx) draw(article int64, f *ArticleFacts) error {
	before, err := rows(tx, func(r scanner) (id int64, err error) { return id, r.Scan(&id) },
		`SELECT entity FROM appearance WHERE article = ?`, article)
	if err != nil {
		return err
	}
	if err := tx.exec(`DELETE FROM appearance WHERE article = ?`, article); err != nil {
		return err
	}
	for i, e := range f.Entities {
		if f.State(f.Keys.Entities[i]) == Rejected {
			continue
		}
		if err := tx.appear(article, f, e); err != nil {
			return err
		}
	}
	for i := range f.Statements {
		if err := tx.saveStatement(article, f, i); err != nil {
			return err
		}
	}
	for _, id := range before {
		err := tx.exec(`DELETE FROM entity WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM appearance WHERE entity = ?1)
			AND NOT EXISTS (SELECT 1 FROM statement WHERE speaker = ?1)`, id)
		if err != nil {
			return err
		}
	}
	return nil
}

// perArticle is how many statements of an article have a row of their own.
const perArticle = 1 << 12

// saveStatement writes statement i of f as it now stands.
func (tx *Tx) saveStatement(article int64, f *ArticleFacts, i int) error {
	if i >= perArticle {
		return nil
	}
	s, key := f.Statements[i], f.Keys.Statements[i]
	speaker, err := tx.speaker(f, s)
	if err != nil {
		return err
	}
	return tx.exec(`INSERT INTO statement (id, article, key, speaker, source, words, act, form, said, confidence, state)
		VALUES (?1, ?2, ?3, nullif(?4, 0), ?5, ?6, ?7, ?8, ?9, ?10, ?11)
		ON CONFLICT (article, key) DO UPDATE SET speaker = nullif(?4, 0), source = ?5, words = ?6, act = ?7, form = ?8, said = ?9, state = ?11`,
		article*perArticle+int64(i), article, key, speaker, f.Words(s.Source), f.Words(s.Content), s.Act, s.Form, s.Said, s.Confidence, f.State(key))
}

// speaker is the archive's entity behind a statement, 0 for none.
func (tx *Tx) speaker(f *ArticleFacts, s fact.Statement) (int64, error) {
	for i, e := range f.Entities {
		if e.ID == s.Speaker && f.State(f.Keys.Entities[i]) != Rejected {
			return tx.entity(e.Kind, e.Name)
		}
	}
	return 0, nil
}
