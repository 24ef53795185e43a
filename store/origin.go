package store

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// A Report is one statement of a claim with on whose word it stands, as far as
// its article says.
type Report struct {
	Link
	Statement Statement
	Facts     *ArticleFacts `json:"-"` // of its article
	Number    int           // of the statement in Facts

	Chain []Step // speaker, relays, outlet
	Press string // the outlet on whose report it rests, "" for its own
	Rests int64  // the article that it rests on, 0 for none in the archive
	Why   string // in words, why it is counted with those before it; "" for the first of an origin
}

// A Step is one who passed the words on.
type Step struct {
	Name string // as the archive or the article calls it
	As   string // "speaker", "relay" or "outlet"
}

// An Origin is where reports of a claim come from: the first source that the
// archive shows, with everything that goes back to it, in order of time.
type Origin struct {
	Name    string // of the source: "Oren Vastic, in Meridian"; "" when nobody says
	Reports []Report
}

// Stated reports whether the archive shows where the reports come from.
func (o Origin) Stated() bool { return o.Name != "" }

// Word is on whose word a claim stands. Against is what speaks against it,
// which counts for no origin.
type Word struct {
	Origins           []Origin
	Against           []Report
	Articles, Outlets int
	More              bool // there are more linked statements than are looked at
}

// Count is how many independent origins the archive shows.
func (w Word) Count() (stated int) {
	for _, o := range w.Origins {
		if o.Stated() {
			stated++
		}
	}
	return stated
}

// reportsRead is how many linked statements of a claim are looked at, the
// oldest first.
const reportsRead = 60

// WhoseWord is on whose word a claim stands, by its linked statements: who
// says it in which article, and which of them go back to the same source. A
// rule of joins finds each that goes back to one before it.
func (tx *Tx) WhoseWord(claim int64) (Word, error) {
	reports, err := tx.Reports(claim)
	if err != nil {
		return Word{}, err
	}
	w := Word{More: len(reports) > reportsRead}
	reports = reports[:min(len(reports), reportsRead)]
	articles, outlets := map[int64]bool{}, map[string]bool{}
	for _, r := range reports {
		articles[r.Link.Article], outlets[r.Link.Outlet] = true, true
		if r.Relation == "contradicts" || r.Relation == "answers" {
			w.Against = append(w.Against, r)
			continue
		}
		w.join(r)
	}
	w.Articles, w.Outlets = len(articles), len(outlets)
	return w, nil
}

// join puts a report to the origin it goes back to, or makes one of it.
func (w *Word) join(r Report) {
	for i := range w.Origins {
		for _, earlier := range w.Origins[i].Reports {
			for _, rule := range joins {
				if !rule.joined(&earlier, &r) {
					continue
				}
				r.Why = fmt.Sprintf(rule.why, cited(earlier.Link))
				if earlier.Link.Article != r.Link.Article && rule.rests && r.Rests == 0 {
					r.Rests = earlier.Link.Article
				}
				w.Origins[i].Reports = append(w.Origins[i].Reports, r)
				return
			}
		}
	}
	w.Origins = append(w.Origins, Origin{r.source(), []Report{r}})
}

// cited names an article in a sentence: "Meridian of 4 March 2031".
func cited(l Link) string {
	outlet := cmp.Or(l.Outlet, "the article “"+l.Title+"”")
	if day, err := time.Parse(time.DateOnly, l.Published); err == nil {
		return outlet + " of " + day.Format("2 January 2006")
	}
	return outlet
}

// source is whom a report comes from, "" where nobody says.
func (r *Report) source() string {
	switch {
	case r.Press != "" && r.Chain[0].Name != r.Press && r.Chain[0].Name != "":
		return r.Chain[0].Name + ", by " + r.Press
	case r.Press != "":
		return r.Press
	}
	return r.Chain[0].Name
}

// A join is a rule by which a report goes back to an earlier one. Its test has
// examples.
type join struct {
	name   string
	why    string // a sentence with the article of the earlier one
	rests  bool   // the report is based on the earlier one, and not only on its source
	joined func(earlier, r *Report) bool
}

var joins = [...]join{
	{"names the outlet", "names %s as its source", true, func(earlier, r *Report) bool {
		return r.Press != "" && earlier.Link.Article != r.Link.Article && (samePress(r.Press, earlier.Press) || samePress(r.Press, earlier.Link.Outlet))
	}},
	{"copied", "word for word as in %s", true, func(earlier, r *Report) bool {
		return r.Press == "" && earlier.Link.Outlet != r.Link.Outlet && r.copies(earlier)
	}},
	{"one article", "the same article, %s, has it from the same source", false, func(earlier, r *Report) bool {
		return earlier.Link.Article == r.Link.Article && (samePress(r.Press, earlier.Press) && r.Press != "" || r.speaks(earlier))
	}},
	{"one occasion", "the same words of the same day as in %s", false, func(earlier, r *Report) bool {
		return r.Press == "" && r.speaks(earlier) && r.sameDay(earlier) && nearWords(r.Link.Words, earlier.Link.Words)
	}},
	{"one source", "the same speaker as in %s, on another day", false, func(earlier, r *Report) bool {
		return r.Press == "" && r.speaks(earlier)
	}},
	{"a report of it", "the report it speaks of has the same words as %s", true, func(earlier, r *Report) bool {
		return r.Statement.Speaker == 0 && r.paper() && earlier.Link.Article != r.Link.Article && nearWords(r.Link.Words, earlier.Link.Words)
	}},
}

// speaks reports whether both have the same speaker, who is known.
func (r *Report) speaks(earlier *Report) bool {
	return r.Statement.Speaker != 0 && r.Statement.Speaker == earlier.Statement.Speaker
}

// sameDay reports whether both were said on one day, or it is not known of one.
func (r *Report) sameDay(earlier *Report) bool {
	a, b := r.Statement.Said, earlier.Statement.Said
	return a == b && a != "" || (a == "") != (b == "") && cmp.Or(a, b) <= r.Link.Published
}

// paper reports whether the source is a thing that was written: "the report".
func (r *Report) paper() bool {
	return slices.ContainsFunc(strings.Fields(fold(r.Statement.Source)), func(w string) bool { return w == "report" || w == "story" || w == "article" })
}

// nearWords reports whether most of what the shorter of two texts tells stands
// in the other.
func nearWords(a, b string) bool {
	x, y := telling(wording(a), plainWord, capitalWord, numberWord, dateWord), telling(wording(b), plainWord, capitalWord, numberWord, dateWord)
	if len(x) > len(y) {
		x, y = y, x
	}
	n := 0
	for _, w := range x {
		if slices.ContainsFunc(y, func(m string) bool { return kin(m, w) }) {
			n++
		}
	}
	return len(x) > 1 && 4*n >= 3*len(x)
}

// samePress reports whether two names are of one outlet: "Meridian" and "the
// Meridian agency", "The Northern Ledger" and "Northern Ledger".
func samePress(a, b string) bool { return a != "" && b != "" && pressKey(a) == pressKey(b) }

func pressKey(name string) string {
	words := strings.Fields(fold(name))
	words = slices.DeleteFunc(words, func(w string) bool { return w == "the" || w == "agency" || w == "newspaper" || w == "news" })
	return strings.Join(words, " ")
}

var pressWords = sync.OnceValue(func() map[string]bool { return wordList("press-words.txt") })

// isPress reports whether words name an outlet: by a word such as "agency" or
// "Radio", or because the archive has articles of it.
func (tx *Tx) isPress(words string) (bool, error) {
	if slices.ContainsFunc(strings.Fields(fold(words)), func(w string) bool { return pressWords()[w] }) {
		return true, nil
	}
	known := false
	return known, tx.one(`SELECT EXISTS (SELECT 1 FROM article WHERE outlet = ?1 AND removed = 0) OR EXISTS (SELECT 1 FROM article WHERE outlet = 'The ' || ?1 AND removed = 0)`,
		[]any{words}, &known)
}

// paragraph is the paragraph of the article that holds a place in its text.
func (f *ArticleFacts) paragraph(at text.Span) string {
	start := strings.LastIndexByte(f.text[:at.Start], '\n') + 1
	end := strings.IndexByte(f.text[at.End:], '\n')
	if end < 0 {
		return f.text[start:]
	}
	return f.text[start : at.End+end]
}

// Where one paragraph was copied from another, they share more than so many
// runs of so many words.
const (
	copied = 8
	runs   = 2
)

// copies reports whether the paragraph of r shares runs of eight words with that
// of an earlier report, outside of what is quoted.
func (r *Report) copies(earlier *Report) bool {
	there := map[string]bool{}
	for _, s := range earlier.shingles() {
		there[s] = true
	}
	n := 0
	for _, s := range r.shingles() {
		if there[s] {
			n++
		}
	}
	return n > runs
}

// shingles is every eight words in a row of the report's paragraph, folded,
// without those of quotations: two who quote one speech need not have copied.
func (r *Report) shingles() []string {
	var all []string
	for i, part := range strings.FieldsFunc(r.Facts.paragraph(statementPlace(r.Facts.Statements[r.Number])), func(c rune) bool { return strings.ContainsRune(`“”"„«»`, c) }) {
		if i%2 == 1 {
			continue
		}
		words := strings.Fields(fold(part))
		for j := 0; j+copied <= len(words); j++ {
			all = append(all, strings.Join(words[j:j+copied], " "))
		}
	}
	return all
}

// Reports is the linked statements of a claim in order of time, at most one
// more than are looked at, each with its chain. A statement that its article no
// longer has is left out.
func (tx *Tx) Reports(claim int64) ([]Report, error) {
	links, err := rows(tx, scanLink, linkColumns+`WHERE l.claim = ? AND a.removed = 0 ORDER BY l.article, l.key LIMIT ?`, claim, reportsRead+1)
	if err != nil {
		return nil, err
	}
	var all []Report
	facts := map[int64]*ArticleFacts{}
	for _, l := range links {
		f := facts[l.Article]
		if f == nil {
			if f, err = tx.Facts(l.Article); err != nil {
				return nil, err
			}
			facts[l.Article] = f
		}
		r := Report{Link: l, Facts: f, Number: slices.Index(f.Keys.Statements, l.Key)}
		if r.Number < 0 {
			continue
		}
		if r.Statement, err = tx.StatementAt(l.Article, l.Key); err != nil {
			return nil, err
		}
		if err := tx.trace(&r); err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	slices.SortStableFunc(all, func(a, b Report) int { return cmp.Compare(a.Statement.ID, b.Statement.ID) })
	return all, nil
}

// trace finds the chain of a report and the outlet it rests on.
func (tx *Tx) trace(r *Report) error {
	s := r.Facts.Statements[r.Number]
	who, err := tx.Who(r.Link.Article, r.Facts)
	if err != nil {
		return err
	}
	r.Chain = []Step{{cmp.Or(who[s.Speaker].Name, r.Statement.Source), "speaker"}}
	for _, outer := range r.Facts.around(s) {
		if name := cmp.Or(who[outer.Speaker].Name, r.Facts.Words(outer.Source)); name != "" {
			r.Chain = append(r.Chain, Step{name, "relay"})
		}
		s = outer
	}
	first, err := tx.isPress(r.Chain[0].Name)
	if err != nil {
		return err
	}
	for _, v := range r.Facts.Statements[r.Number].Via {
		via := Step{cmp.Or(who[v.Entity].Name, r.Facts.text[v.Span.Start:v.Span.End]), "relay"}
		if first { // "the agency said, citing a minister"
			r.Chain = append([]Step{via}, r.Chain...)
			r.Chain[0].As, r.Chain[1].As = "speaker", "relay"
		} else {
			r.Chain = append(r.Chain, via)
		}
	}
	if named, err := tx.toldPress(r, who); err != nil {
		return err
	} else if named != "" {
		r.Chain = append(r.Chain, Step{named, "relay"})
	}
	for _, step := range r.Chain {
		press, err := tx.isPress(step.Name)
		if err != nil {
			return err
		}
		if press && !samePress(step.Name, r.Link.Outlet) && !strings.HasPrefix(fold(step.Name), "this ") {
			r.Press = step.Name
			break
		}
	}
	if r.Press != "" {
		if err := tx.placePress(r); err != nil {
			return err
		}
	}
	if r.Link.Outlet != "" {
		r.Chain = append(r.Chain, Step{r.Link.Outlet, "outlet"})
	}
	return nil
}

// Where the article that a report rests on is looked for.
const (
	pressDays     = 30 // before the report
	pressArticles = 20 // of the outlet it names, the newest first
)

// placePress finds the article of the outlet that a report names as its source:
// the newest before it with a statement of the same number or near words.
func (tx *Tx) placePress(r *Report) error {
	found, err := rows(tx, scanStatement, statementColumns+`WHERE s.article IN (
			SELECT id FROM article WHERE outlet IN (?1, 'The ' || ?1) AND removed = 0 AND id < ?2 AND id >= ?2 - ?3 ORDER BY id DESC LIMIT ?4)
		ORDER BY s.id DESC LIMIT 2000`, r.Press, r.Link.Article, pressDays*perDay, pressArticles)
	numbers := telling(wording(r.Link.Words), numberWord)
	for _, s := range found {
		if s.State != Rejected && (nearWords(s.Words, r.Link.Words) || slices.ContainsFunc(telling(wording(s.Words), numberWord), func(n string) bool { return slices.Contains(numbers, n) })) {
			r.Rests = s.Article
			return err
		}
	}
	return err
}

// around is the statements that a statement stands in, the innermost first.
func (f *ArticleFacts) around(s fact.Statement) []fact.Statement {
	var all []fact.Statement
	for s.Inside != 0 && len(all) < 4 {
		i := slices.IndexFunc(f.Statements, func(o fact.Statement) bool { return o.ID == s.Inside })
		if i < 0 {
			break
		}
		s = f.Statements[i]
		all = append(all, s)
	}
	return all
}

// toldPress is the outlet that was told, where the words between who says it
// and what is said name one: "Vastic told the Meridian agency that …".
func (tx *Tx) toldPress(r *Report, who map[int]Entity) (string, error) {
	s := r.Facts.Statements[r.Number]
	if len(s.Cue) == 0 {
		return "", nil
	}
	from, to := s.Cue[0].End, statementPlace(s).Start
	if to <= from || to-from > 120 {
		return "", nil
	}
	for _, e := range r.Facts.Entities {
		for _, m := range e.Mentions {
			if m.How != fact.ByName || m.Span.Start < from || m.Span.End > to {
				continue
			}
			press, err := tx.isPress(cmp.Or(who[e.ID].Name, e.Name))
			if err != nil || press {
				return cmp.Or(who[e.ID].Name, e.Name), err
			}
		}
	}
	return "", nil
}
