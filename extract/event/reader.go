package event

import (
	"time"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// A mentioned is a mention of an entity as tokens [first, last).
type mentioned struct {
	first, last int
	entity      *fact.Entity
	how         fact.How
}

// A reader holds what is known of a text, by its tokens.
type reader struct {
	t          *text.Text
	entities   map[int]*fact.Entity
	mentions   []mentioned
	mention    []int32 // 1 + index into mentions of the longest one over a token
	times      []fact.Time
	time       []int32 // 1 + index into times of the expression over a token
	statements []fact.Statement
	latest     time.Time // the last day on which a statement was made, zero when none is known
	statement  []int32   // 1 + index into statements of the innermost content over a token
}

func newReader(t *text.Text, entities []fact.Entity, times []fact.Time, statements []fact.Statement) *reader {
	n := len(t.Tokens)
	r := &reader{
		t: t, times: times, statements: statements, entities: map[int]*fact.Entity{},
		mention: make([]int32, n), time: make([]int32, n), statement: make([]int32, n),
	}
	for i := range entities {
		r.entities[entities[i].ID] = &entities[i]
		for _, m := range entities[i].Mentions {
			r.addMention(&entities[i], m)
		}
	}
	for i, x := range times {
		r.mark(r.time, x.Span, i+1)
	}
	r.markStatements()
	for _, s := range statements {
		if day, err := time.Parse(time.DateOnly, s.Said); err == nil && day.After(r.latest) {
			r.latest = day
		}
	}
	return r
}

// addMention keeps m where it is longer than what is kept there already.
func (r *reader) addMention(e *fact.Entity, m fact.Mention) {
	first, last := r.tokens(m.Span)
	r.mentions = append(r.mentions, mentioned{first, last, e, m.How})
	for i := first; i < last; i++ {
		old := r.mention[i]
		if old == 0 || r.mentions[old-1].last-r.mentions[old-1].first < last-first {
			r.mention[i] = int32(len(r.mentions))
		}
	}
}

// tokens is the tokens [first, last) that s covers.
func (r *reader) tokens(s text.Span) (first, last int) {
	first = r.t.TokenAt(s.Start)
	last = first
	for last < len(r.t.Tokens) && r.t.Tokens[last].Start < s.End {
		last++
	}
	return first, last
}

// mark writes value over the tokens of s.
func (r *reader) mark(over []int32, s text.Span, value int) {
	first, last := r.tokens(s)
	for i := first; i < last; i++ {
		over[i] = int32(value)
	}
}

// maxNesting bounds how often one token is marked for the statements around
// it; deeper ones count as the statement at that depth.
const maxNesting = 8

// markStatements marks each token with its innermost statement. Contents come
// in text order, so that inner ones overwrite outer ones.
func (r *reader) markStatements() {
	depth := make([]int, len(r.statements)+1)
	for i, s := range r.statements {
		if s.Inside > 0 && s.Inside <= i {
			depth[i+1] = depth[s.Inside] + 1
		}
		if depth[i+1] >= maxNesting {
			continue
		}
		for _, c := range s.Content {
			r.mark(r.statement, c, i+1)
		}
		if s.Inside != 0 {
			for _, c := range s.Cue {
				r.mark(r.statement, c, i+1)
			}
		}
	}
}

// statementAt is the ID of the innermost statement whose content holds the
// byte at offset; 0 for none.
func (r *reader) statementAt(offset int) int {
	i := r.t.TokenAt(offset)
	if i >= len(r.statement) || r.statement[i] == 0 {
		return 0
	}
	return r.statements[r.statement[i]-1].ID
}

// mentionAt is the longest mention over token i, nil when there is none.
func (r *reader) mentionAt(i int) *mentioned {
	if i < 0 || i >= len(r.mention) || r.mention[i] == 0 {
		return nil
	}
	return &r.mentions[r.mention[i]-1]
}

// entity is the entity with an ID, nil when there is none.
func (r *reader) entity(id int) *fact.Entity { return r.entities[id] }
