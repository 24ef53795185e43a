package store

import (
	"slices"
	"strings"
)

// What verdict:, status: and tag: ask of articles and statements is what the
// user made of them: an article has the verdict of a claim that it makes or is
// evidence on, a statement that of a claim it is linked to. The lists behind
// them are short, being the user's own work.

// articleMarks is the articles with a verdict, status or tag, by its field.
var articleMarks = map[string]string{
	"verdict": `SELECT l.article FROM claim c JOIN link l ON l.claim = c.id WHERE c.verdict = ? COLLATE NOCASE
		UNION SELECT e.article FROM claim c JOIN evidence e ON e.claim = c.id WHERE c.verdict = ? COLLATE NOCASE AND e.article IS NOT NULL`,
	"status": `SELECT l.article FROM claim c JOIN link l ON l.claim = c.id WHERE c.status = ? COLLATE NOCASE
		UNION SELECT e.article FROM claim c JOIN evidence e ON e.claim = c.id WHERE c.status = ? COLLATE NOCASE AND e.article IS NOT NULL`,
	"tag": `SELECT article FROM tag WHERE words = ? AND article IS NOT NULL`,
}

// statementMarks is the same for statements; a tag is one of their claims'.
var statementMarks = map[string]string{
	"verdict": `SELECT x.id FROM claim c JOIN link l ON l.claim = c.id JOIN statement x ON x.article = l.article AND x.key = l.key WHERE c.verdict = ? COLLATE NOCASE`,
	"status":  `SELECT x.id FROM claim c JOIN link l ON l.claim = c.id JOIN statement x ON x.article = l.article AND x.key = l.key WHERE c.status = ? COLLATE NOCASE`,
	"tag":     `SELECT x.id FROM tag t JOIN link l ON l.claim = t.claim JOIN statement x ON x.article = l.article AND x.key = l.key WHERE t.words = ?`,
}

// marked limits rows to those that marks gives for the fields of q. Beside a
// MATCH the list must not drive the search: it would ask the index anew for
// each of its rows.
func (w *where) marked(q *Query, id string, beside bool, marks map[string]string) {
	if beside {
		id = `+` + id
	}
	for _, t := range q.Terms {
		list, ok := marks[t.Field]
		if !ok {
			continue
		}
		in := ` IN (`
		if t.Not {
			in = ` NOT IN (`
		}
		w.add(id+in+list+`)`, slices.Repeat([]any{t.Words}, strings.Count(list, "?"))...)
	}
}
