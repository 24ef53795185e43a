package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A noun is a table of the user's own records. Its state is the fold of the
// journal over it: columns lists every column but id, which is the record's.
// The journal has records from before a column was there; later is what those
// have in it.
type noun struct {
	name    string
	columns []string
	later   map[string]any
}

var nouns = [...]noun{
	{"addition", []string{"article", "key", "fact"}, nil},
	{"claim", []string{"words", "who", "verdict", "reason", "made", "status"}, map[string]any{"status": "open"}},
	{"decision", []string{"article", "key", "state", "fact"}, nil},
	{"evidence", []string{"claim", "article", "start", "end", "quote", "stance", "why", "address", "attachment", "made"}, map[string]any{"address": "", "attachment": nil, "made": ""}},
	{"lesson", []string{"kind", "name", "was", "words", "becomes", "seen", "made"}, nil},
	{"link", []string{"claim", "article", "key", "words", "who", "relation", "why"}, map[string]any{"relation": "same", "why": ""}},
	{"list", []string{"value"}, nil},
	{"merge", []string{"name", "into", "into_name", "made"}, map[string]any{"made": ""}},
	{"note", []string{"article", "claim", "start", "end", "quote", "words", "made"}, nil},
	{"part", []string{"article", "name", "into", "into_name"}, nil},
	{"part_role", []string{"name", "role", "words", "into", "into_name", "seen"}, nil},
	{"publication", []string{"claim", "address", "day", "maker"}, nil},
	{"refusal", []string{"claim", "article", "key", "words", "who", "made"}, nil},
	{"removal", []string{"article"}, nil},
	{"settled", []string{"words", "made"}, nil},
	{"story", []string{"name", "about", "query", "made"}, nil},
	{"story_item", []string{"story", "article", "claim", "entity", "belongs", "seq", "made"}, map[string]any{"belongs": 1, "seq": 0}},
	{"tag", []string{"words", "article", "claim", "start", "end", "quote", "made"}, nil},
	{"tie", []string{"from", "relation", "to", "why", "from_words", "to_words", "made"}, nil},
}

// completed is a record of the noun as the journal has it, with the columns
// that came later.
func completed(name string, body json.RawMessage) (json.RawMessage, error) {
	n, err := nounOf(name)
	if err != nil || len(n.later) == 0 || string(body) == "null" {
		return body, err
	}
	var record map[string]json.RawMessage
	if err := json.Unmarshal(body, &record); err != nil {
		return nil, err
	}
	for column, value := range n.later {
		if _, there := record[column]; there {
			continue
		}
		if record[column], err = json.Marshal(value); err != nil {
			return nil, err
		}
	}
	return json.Marshal(record)
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

// setRecord makes body the record in the place of before; null drops it. What
// follows from it is brought up to date.
func (tx *Tx) setRecord(name, id string, before, body json.RawMessage) error {
	n, err := nounOf(name)
	if err != nil {
		return err
	}
	if name == "addition" && string(body) == "null" {
		if err := tx.mayGo(id); err != nil {
			return err
		}
	}
	if string(body) == "null" {
		err = tx.exec(`DELETE FROM `+n.name+` WHERE id = ?`, id)
	} else {
		err = tx.exec(n.insert(), id, string(body))
	}
	if err != nil {
		return unsaved(err, name)
	}
	switch name {
	case "addition":
		return tx.added(id)
	case "decision":
		return tx.decided(id, before, body)
	case "lesson":
		return tx.relearned(id, before, body)
	case "merge":
		return tx.merged(id)
	case "part":
		return tx.parted(id)
	case "part_role":
		return tx.partedByRole(before, body)
	}
	return nil
}

// decided brings what is drawn from the fact of decision id up to date, which
// was before and is body now.
func (tx *Tx) decided(id string, before, body json.RawMessage) error {
	number, key, _ := strings.Cut(id, "/")
	article, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return fmt.Errorf("%w: no article in %q", ErrInvalid, id)
	}
	if done, err := tx.restated(article, key, before, body); err != nil || done {
		return err
	}
	f, err := tx.Facts(article)
	if err != nil {
		return err
	}
	switch KindOf(key) {
	case "statement":
		if i := slices.Index(f.Keys.Statements, key); i >= 0 {
			who, err := tx.drawn(article, f)
			if err != nil {
				return err
			}
			return errors.Join(tx.saveStatement(article, f, i, who), tx.drawTaught(article, f))
		}
	case "event", "position", "time":
		who, err := tx.drawn(article, f)
		if err != nil {
			return err
		}
		return tx.drawHappenings(article, f, who)
	case "entity":
		return tx.draw(article, f)
	}
	return nil
}

// restated writes the state of a fact whose decision has left it as it reads,
// and reports whether that is all there is to write: of a statement, an event or
// a position it is. What the state is without a decision is not told here.
func (tx *Tx) restated(article int64, key string, before, body json.RawMessage) (bool, error) {
	var was, is struct{ State, Fact string }
	if err := errors.Join(json.Unmarshal(before, &was), json.Unmarshal(body, &is)); err != nil {
		return false, err
	}
	if is.State == "" || was.Fact != is.Fact || !slices.Contains(QueueKinds[:], KindOf(key)) {
		return false, nil
	}
	if err := tx.exec(`DELETE FROM taught WHERE article = ? AND key = ?`, article, key); err != nil { // what is decided on is as the user has it
		return false, err
	}
	return true, tx.exec(`UPDATE `+KindOf(key)+` SET state = ?1 WHERE id >= ?2 * 4096 AND id < (?2 + 1) * 4096 AND key = ?3`, is.State, article, key)
}
