package store

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The most a query may hold; what is beyond is left out, with a hint.
const (
	maxTerms = 32
	maxTerm  = 200 // bytes
	maxQuery = 4000
)

// A Term is one word, phrase or field of a query as it was understood.
type Term struct {
	Field  string // "" or one of queryFields
	Words  string
	Phrase bool
	Prefix bool
	Not    bool
}

// queryFields are what can be asked for by name, before a colon.
var queryFields = [...]string{"speaker", "outlet", "story", "published", "verdict", "status", "tag"}

// A Query is a search as understood: terms that must all hold, and hints about
// what could not be understood. Any string parses.
type Query struct {
	Terms    []Term
	From, To string // published days, both included
	Hints    []string

	story   int64 // only articles of this story; 0 for any
	without int64 // only articles of which nothing was said for this story
}

// In is q among the articles of a story, 0 for all.
func (q Query) In(story int64) Query {
	q.story = story
	return q
}

// ParseQuery understands words (all must occur), "phrases", -exclusion,
// prefix*, and speaker:, outlet:, story:, published: (2022-01, >=2022-01-20,
// 2022-01..2022-02), and of claims verdict:, status: and tag:, which articles
// and their passages have too.
func ParseQuery(s string) Query {
	var q Query
	s = strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", " "), " ")
	if len(s) > maxQuery {
		s = strings.ToValidUTF8(s[:maxQuery], "")
		q.hint("Only the first 4,000 characters were searched for.")
	}
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		var t Term
		t, s = nextTerm(s)
		q.add(t)
	}
	if len(q.Terms) > maxTerms {
		q.Terms = q.Terms[:maxTerms]
		q.hint("Only the first 32 terms were searched for.")
	}
	q.needsAWord()
	return q
}

// hint adds one, once.
func (q *Query) hint(h string) {
	for _, had := range q.Hints {
		if had == h {
			return
		}
	}
	q.Hints = append(q.Hints, h)
}

// nextTerm cuts one term off the front of s, which is not empty.
func nextTerm(s string) (Term, string) {
	var t Term
	if strings.HasPrefix(s, "-") && len(s) > 1 && s[1] != ' ' {
		t.Not, s = true, s[1:]
	}
	for _, field := range queryFields {
		if len(s) > len(field) && strings.EqualFold(s[:len(field)], field) && s[len(field)] == ':' {
			t.Field, s = field, s[len(field)+1:]
			break
		}
	}
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(`"“”„«»`, r) && s != "" {
		body := s[size:]
		end := strings.IndexAny(body, `"“”»«`)
		t.Phrase = true
		if end < 0 {
			t.Words = body
			return t, ""
		}
		_, size = utf8.DecodeRuneInString(body[end:])
		t.Words, s = body[:end], body[end+size:]
	} else {
		end := strings.IndexFunc(s, unicode.IsSpace)
		if end < 0 {
			end = len(s)
		}
		t.Words, s = s[:end], s[end:]
	}
	if strings.HasSuffix(t.Words, "*") {
		t.Prefix, t.Words = true, strings.TrimRight(t.Words, "*")
	} else if t.Phrase && strings.HasPrefix(s, "*") {
		t.Prefix, s = true, s[1:]
	}
	return t, s
}

// add takes in t, or says why it cannot.
func (q *Query) add(t Term) {
	t.Words = strings.TrimSpace(t.Words)
	if len(t.Words) > maxTerm {
		t.Words = strings.ToValidUTF8(t.Words[:maxTerm], "")
		q.hint("A very long word was cut.")
	}
	if t.Field == "published" {
		q.published(t)
		return
	}
	if strings.IndexFunc(t.Words, isWord) < 0 {
		if t.Field != "" {
			q.hint(t.Field + ": needs " + fieldExamples[t.Field])
		} else if t.Words != "" || t.Phrase {
			q.hint("Marks of punctuation alone cannot be searched for.")
		}
		return
	}
	if name, _, found := strings.Cut(t.Words, ":"); found && !t.Phrase && strings.IndexFunc(name, func(r rune) bool { return r < 'a' || r > 'z' }) < 0 && name != "" {
		q.hint("“" + name + ":” was searched for as a word; the fields are speaker:, outlet:, story:, published:, verdict:, status: and tag:.")
	}
	q.Terms = append(q.Terms, t)
}

// fieldExamples say what stands after a field.
var fieldExamples = map[string]string{
	"speaker": `a name after it, such as speaker:"Anna Berg".`, "outlet": `a name after it, such as outlet:courier.`,
	"verdict": `a verdict of your list after it, such as verdict:false.`, "status": `open, checking or ready after it.`,
	"tag": `one of your tags after it, such as tag:ferry.`,
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// published takes in a day, month, year or range as bounds of the day of publication.
func (q *Query) published(t Term) {
	from, to, ok := bounds(t.Words)
	switch {
	case !ok:
		q.hint("published: takes a day, month or year: published:2022-01-13, published:>=2022-01, published:2022-01..2022-02.")
	case t.Not:
		q.hint("-published: is not understood; give the range you want instead.")
	default:
		if from != "" {
			q.From = from
		}
		if to != "" {
			q.To = to
		}
	}
}

// bounds is the first and last day that s allows, "" for no bound.
func bounds(s string) (from, to string, ok bool) {
	if a, b, ranged := strings.Cut(s, ".."); ranged {
		first, _, okA := period(a)
		_, last, okB := period(b)
		return first, last, (okA || a == "") && (okB || b == "") && a+b != ""
	}
	op := s[:len(s)-len(strings.TrimLeft(s, "<>="))]
	first, last, ok := period(s[len(op):])
	if !ok {
		return "", "", false
	}
	switch op {
	case "":
		return first, last, true
	case ">=":
		return first, "", true
	case "<=":
		return "", last, true
	case ">":
		return shift(last, 1), "", true
	case "<":
		return "", shift(first, -1), true
	}
	return "", "", false
}

// period is the first and last day of a day, month or year.
func period(s string) (first, last string, ok bool) {
	for _, p := range [...]struct {
		layout              string
		years, months, days int
	}{{"2006-01-02", 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(p.layout, s); err == nil {
			return t.Format(time.DateOnly), t.AddDate(p.years, p.months, p.days).AddDate(0, 0, -1).Format(time.DateOnly), true
		}
	}
	return "", "", false
}

// shift is the day that lies days after s.
func shift(s string, days int) string {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return s
	}
	return t.AddDate(0, 0, days).Format(time.DateOnly)
}

// needsAWord turns a query that only excludes into none.
func (q *Query) needsAWord() {
	for _, t := range q.Terms {
		if !t.Not {
			return
		}
	}
	if len(q.Terms) > 0 && q.From+q.To == "" {
		q.hint("Add a word to look for; a search cannot only exclude.")
		q.Terms = nil
	}
}

// match is the terms without a field as an FTS5 query in which every term is
// quoted, "" when there is none to look for.
func (q *Query) match() string {
	var must, not []string
	for _, t := range q.Terms {
		switch {
		case t.Field != "":
		case t.Not:
			not = append(not, t.fts())
		default:
			must = append(must, t.fts())
		}
	}
	if len(must) == 0 {
		return ""
	}
	m := strings.Join(must, " AND ")
	for _, n := range not {
		m = "(" + m + ") NOT " + n
	}
	return m
}

// unwanted is the terms to be excluded, as an FTS5 query for any of them.
func (q *Query) unwanted() string {
	var not []string
	for _, t := range q.Terms {
		if t.Field == "" && t.Not {
			not = append(not, t.fts())
		}
	}
	return strings.Join(not, " OR ")
}

// limited reports whether the query asks for what claims do not have: an
// outlet, a story or days.
func (q *Query) limited() bool { return q.From+q.To != "" || q.story != 0 || q.asks("outlet", "story") }

// asks reports whether the query has one of the fields.
func (q *Query) asks(fields ...string) bool {
	return slices.ContainsFunc(q.Terms, func(t Term) bool { return slices.Contains(fields, t.Field) })
}

func (t Term) fts() string {
	s := `"` + strings.ReplaceAll(t.Words, `"`, `""`) + `"`
	if t.Prefix {
		s += "*"
	}
	return s
}

// ftsPrefix is the words of s as an FTS5 query, the last one unfinished.
func ftsPrefix(s string) string {
	q := ParseQuery(s)
	if len(q.Terms) == 0 {
		return ""
	}
	for i := range q.Terms {
		q.Terms[i].Field, q.Terms[i].Not = "", false
	}
	q.Terms[len(q.Terms)-1].Prefix = true
	return q.match()
}

// fields is the words of the terms of a field, those to hold and those not to.
func (q *Query) fields(name string) (is, not []string) {
	for _, t := range q.Terms {
		if t.Field == name && t.Not {
			not = append(not, t.Words)
		} else if t.Field == name {
			is = append(is, t.Words)
		}
	}
	return is, not
}

// Empty reports whether there is nothing to search for.
func (q *Query) Empty() bool { return len(q.Terms) == 0 && q.From == "" && q.To == "" }
