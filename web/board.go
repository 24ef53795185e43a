package web

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"onrecord/extract/fact"
	"onrecord/store"
	"onrecord/web/view"
)

func boardHref(id int64) string { return claimHref(id) + "/board" }

// similarShown is how many similar statements the board of a claim shows.
const similarShown = 10

// board is the page of a claim's statements side by side.
func (s *Server) board(w http.ResponseWriter, r *http.Request) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	m := view.Board{Page: s.page(r, "Board", view.SectionClaims), ID: strconv.FormatInt(id, 10)}
	err = s.view(r, func(tx *store.Tx) error { return fillBoard(tx, &m, id, r.URL.Query().Get("against")) })
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view.BoardPage(m))
}

func fillBoard(tx *store.Tx, m *view.Board, id int64, against string) error {
	c, err := tx.Claim(id)
	if err != nil {
		return err
	}
	list, err := tx.Verdicts()
	if err != nil {
		return err
	}
	m.Claim, m.Page.Title, m.Verdict = c.Words, "Board: "+c.Words, verdict(list, c.Verdict)
	word, err := tx.WhoseWord(id)
	if err != nil {
		return err
	}
	reports := allReports(word)
	m.Word = wordOf(word)
	m.Same = sameClaim(id, reports)
	m.Strip = strip(reports)
	if word.More {
		m.More = fmt.Sprintf("Only the first %d statements are shown.", len(reports))
	}
	fillRows(m, id, reports, against)
	found, err := tx.SimilarTo(id, similarShown)
	if err != nil {
		return err
	}
	for _, x := range found {
		m.Suggested = append(m.Suggested, suggestion(x))
	}
	refused, err := tx.Refusals(id, 100)
	for _, x := range refused {
		m.Refused = append(m.Refused, view.Suggested{Statement: ref(x.Article, x.Key), Words: []view.Piece{{Text: x.Words}}, Who: view.Link{Text: x.Who},
			Day: dayWord(x.Published), Outlet: x.Outlet, Article: view.Link{Text: x.Title, Href: statementHref(x.Article, x.Key)}})
	}
	return err
}

// ref names a statement in a form.
func ref(article int64, key string) string { return strconv.FormatInt(article, 10) + "/" + key }

// allReports is every report of a claim in order of time.
func allReports(w store.Word) []store.Report {
	all := slices.Clone(w.Against)
	for _, o := range w.Origins {
		all = append(all, o.Reports...)
	}
	slices.SortStableFunc(all, func(a, b store.Report) int {
		return int(min(max(a.Statement.ID-b.Statement.ID, -1), 1))
	})
	return all
}

// A trait is something in which the statements of a claim can differ.
type trait struct {
	name  string
	of    func(*store.Report) string
	alike string // "All give the number %s."
}

// traits are those that have a column where they differ.
var traits = [...]trait{
	{"Number", numbersOf, "All give the number %s."},
	{"Act", func(r *store.Report) string { return said[r.Facts.Statements[r.Number].Act] }, "All are told as “%s”."},
	{"Hedge", func(r *store.Report) string { return yes(r.Facts.Statements[r.Number].Hedged, "hedged") }, "All are hedged."},
	{"Negation", func(r *store.Report) string { return yes(r.Facts.Statements[r.Number].Negated, "negated") }, "All are negated."},
	{"Speaker", speakerOf, "All go back to %s as the speaker."},
	{"Passed on by", relayOf, "All have it through %s."},
}

// yes is word where it is so.
func yes(so bool, word string) string {
	if so {
		return word
	}
	return ""
}

// numbersOf is the amounts that a statement gives.
func numbersOf(r *store.Report) string {
	f := r.Facts
	place := f.Statements[r.Number].Content
	var all []string
	for i, a := range f.Amounts {
		if f.State(f.Keys.Amounts[i]) == store.Rejected {
			continue
		}
		for _, c := range place {
			if a.Span.Start >= c.Start && a.Span.End <= c.End && !slices.Contains(all, quantity(a)) {
				all = append(all, quantity(a))
			}
		}
	}
	return strings.Join(all, ", ")
}

func speakerOf(r *store.Report) string {
	if r.Statement.Name != "" {
		return r.Statement.Name
	}
	return r.Statement.Source
}

func relayOf(r *store.Report) string {
	var names []string
	for _, step := range r.Chain {
		if step.As == "relay" {
			names = append(names, step.Name)
		}
	}
	return strings.Join(names, ", ")
}

// differing is the traits in which reports differ.
func differing(reports []store.Report) (differ []trait) {
	for _, t := range traits {
		for i := range reports {
			if t.of(&reports[i]) != t.of(&reports[0]) {
				differ = append(differ, t)
				break
			}
		}
	}
	return differ
}

// sameClaim says what the statements of a claim have in common and in what
// they differ.
func sameClaim(id int64, reports []store.Report) view.SameClaim {
	m := view.SameClaim{Href: boardHref(id), Count: len(reports)}
	if len(reports) == 0 {
		return m
	}
	if len(reports) == 1 {
		m.Sentences = []string{"One statement belongs to the claim so far."}
		return m
	}
	outlets := map[string]bool{}
	for _, r := range reports {
		outlets[r.Link.Outlet] = true
	}
	m.Sentences = append(m.Sentences, plural(len(reports), "statement", "statements")+" in "+plural(len(outlets), "outlet", "outlets")+".")
	var names []string
	for _, t := range differing(reports) {
		names = append(names, strings.ToLower(t.name))
		if count := howMany(t, reports); count != "" {
			m.Sentences = append(m.Sentences, count)
		}
	}
	for _, t := range traits {
		if v := t.of(&reports[0]); v != "" && !slices.Contains(names, strings.ToLower(t.name)) {
			m.Sentences = append(m.Sentences, filled(t.alike, v))
		}
	}
	return m
}

// filled is a sentence with v in it, where it has a place for that.
func filled(sentence, v string) string {
	if strings.Contains(sentence, "%s") {
		return fmt.Sprintf(sentence, v)
	}
	return sentence
}

// howMany says of how many statements a trait is so, for those that are so or
// not.
func howMany(t trait, reports []store.Report) string {
	n := map[string]int{}
	var order []string
	for i := range reports {
		v := t.of(&reports[i])
		if n[v]++; n[v] == 1 && v != "" {
			order = append(order, v)
		}
	}
	switch t.name {
	case "Hedge", "Negation":
		return plural(n[order[0]], "is "+order[0], "are "+order[0]) + "."
	case "Number":
		var each []string
		for _, v := range order {
			each = append(each, v+" ("+strconv.Itoa(n[v])+")")
		}
		return "The numbers differ: " + strings.Join(each, "; ") + "."
	}
	return ""
}

// fillRows puts the statements side by side, each compared with the one that
// against names, or the first.
func fillRows(m *view.Board, id int64, reports []store.Report, against string) {
	hand := max(slices.IndexFunc(reports, func(r store.Report) bool { return ref(r.Link.Article, r.Link.Key) == against }), 0)
	differ := differing(reports)
	differ = slices.DeleteFunc(differ, func(t trait) bool { return t.name == "Speaker" }) // stands in each row
	for _, t := range differ {
		m.Columns = append(m.Columns, t.name)
	}
	for i := range reports {
		r := &reports[i]
		x := view.BoardRow{Key: ref(r.Link.Article, r.Link.Key), Day: dayWord(saidDay(r)), Outlet: r.Link.Outlet, Who: view.Link{Text: speakerOf(r)}, Relation: r.Relation,
			Article: view.Link{Text: r.Link.Title, Href: statementHref(r.Link.Article, r.Link.Key)}, Words: r.Statement.Words}
		if r.Statement.Speaker != 0 {
			x.Who.Href = personHref(r.Statement.Speaker)
		}
		x.Role = roleOf(r)
		if i == hand {
			x.Stretches = []view.Stretch{{Text: x.Words}}
		} else {
			x.Stretches, x.Other = compare(reports[hand].Statement.Words, x.Words)
			x.Compare = boardHref(id) + "?against=" + x.Key + "#board-title"
		}
		for _, t := range differ {
			x.Cells = append(x.Cells, t.of(r))
		}
		m.Rows = append(m.Rows, x)
	}
}

// roleOf is what the speaker of a report is, as its article has it.
func roleOf(r *store.Report) string {
	e, _ := r.Facts.Entity(r.Facts.Statements[r.Number].Speaker)
	of, _ := r.Facts.Entity(e.Of)
	return joined(", ", e.Role, of.Name)
}

// saidDay is the day a report's statement was said, else published.
func saidDay(r *store.Report) string {
	if _, err := time.Parse(time.DateOnly, r.Statement.Said); err == nil {
		return r.Statement.Said
	}
	return r.Link.Published
}

// strip is the days on which a claim was printed, with who did.
func strip(reports []store.Report) []view.StripDay {
	links := make([]store.Link, len(reports))
	for i, r := range reports {
		links[i] = r.Link
	}
	return stripOf(links)
}

func stripOf(links []store.Link) []view.StripDay {
	var days []view.StripDay
	last := ""
	for _, l := range links {
		if n := len(days); n == 0 || l.Published != last {
			days = append(days, view.StripDay{Day: dayWord(l.Published), Long: longDay(l.Published), Gap: gap(last, l.Published)})
			last = l.Published
		}
		d := &days[len(days)-1]
		mark := view.StripMark{Relation: l.Relation, Link: view.Link{Text: joined("", l.Outlet, yes(l.Outlet == "", "no outlet")), Href: statementHref(l.Article, l.Key)}}
		d.Who = append(d.Who, mark)
	}
	return days
}

// gap is how long after one day another is, in words.
func gap(a, b string) string {
	x, errA := time.Parse(time.DateOnly, a)
	y, errB := time.Parse(time.DateOnly, b)
	if errA != nil || errB != nil {
		return ""
	}
	switch days := int(y.Sub(x).Hours() / 24); {
	case days < 1:
		return ""
	case days == 1:
		return "a day later"
	default:
		return thousands(days) + " days later"
	}
}

// wordOf is on whose word a claim stands, as the page has it.
func wordOf(w store.Word) view.Word {
	var m view.Word
	if w.Articles == 0 {
		return m
	}
	m.Summary = plural(w.Articles, "article", "articles") + ", " + plural(w.Count(), "origin", "origins")
	if unsaid := len(w.Origins) - w.Count(); unsaid > 0 {
		m.Remark = "Where " + plural(unsaid, "report comes from is", "reports come from is") + " not stated; it is not counted."
	}
	for _, o := range w.Origins {
		first := o.Reports[0].Link
		m.Origins = append(m.Origins, view.WordOrigin{Name: o.Name, First: "first in " + joined(", ", first.Outlet, dayWord(first.Published)), Reports: wordReports(o.Reports)})
	}
	m.Against = wordReports(w.Against)
	return m
}

func wordReports(reports []store.Report) []view.WordReport {
	var all []view.WordReport
	for _, r := range reports {
		x := view.WordReport{Outlet: r.Link.Outlet, Day: dayWord(r.Link.Published), Why: r.Why,
			Article: view.Link{Text: r.Link.Title, Href: statementHref(r.Link.Article, r.Link.Key)}}
		for _, step := range r.Chain {
			if step.As != "outlet" && step.Name != "" {
				x.Chain = append(x.Chain, step.Name)
			}
		}
		if r.Rests != 0 {
			x.Rests = view.Link{Text: "Open the article", Href: articleHref(r.Rests)}
		}
		all = append(all, x)
	}
	return all
}

// suggestion is a statement that may belong to the claim.
func suggestion(x store.Similar) view.Suggested {
	v := view.Suggested{Statement: ref(x.Article, x.Key), Words: pieces(x.Marked), Day: dayWord(x.Published), Outlet: x.Outlet, Denies: x.Denies, Why: x.Why,
		Role: said[fact.Act(x.Act)], Article: view.Link{Text: x.Title, Href: statementHref(x.Article, x.Key)}}
	if v.Who = (view.Link{Text: x.Name, Href: personHref(x.Speaker)}); x.Name == "" {
		v.Who = view.Link{Text: joined("", x.Source, yes(x.Source == "", "nobody named"))}
	}
	return v
}

// refuse says that a suggested statement is not the same as the claim.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request) error {
	return s.judge(w, r, "Said that a statement is not the same as a claim", (*store.Deed).Refuse)
}

// offer lets a refused statement be suggested again.
func (s *Server) offer(w http.ResponseWriter, r *http.Request) error {
	return s.judge(w, r, "Let a statement be offered for a claim again", (*store.Deed).DropRefusal)
}

// judge does a deed on a statement and the claim it was suggested for, and
// shows what else is suggested.
func (s *Server) judge(w http.ResponseWriter, r *http.Request, name string, f func(d *store.Deed, claim, article int64, key string) error) error {
	claim, err := id(r, "id")
	if err != nil {
		return err
	}
	article, key, err := statementRef(r.PostForm.Get("statement"))
	if err != nil {
		return err
	}
	seq, err := s.do(r, name, func(d *store.Deed) error { return f(d, claim, article, key) })
	if err != nil {
		return err
	}
	return s.goTo(w, r, boardHref(claim)+"#suggested-title", undoable(name+".", seq))
}

// tracks is the board of all claims.
func (s *Server) tracks(w http.ResponseWriter, r *http.Request) error {
	before, _ := strconv.ParseInt(r.URL.Query().Get("before"), 10, 64)
	m := view.Tracks{Page: s.page(r, "Board of all claims", view.SectionClaims)}
	var all []store.Track
	var list []store.Verdict
	err := s.view(r, func(tx *store.Tx) (err error) {
		if list, err = tx.Verdicts(); err != nil {
			return err
		}
		all, err = tx.Tracks(before, perBoard+1)
		return err
	})
	if err != nil {
		return err
	}
	if len(all) > perBoard {
		all = all[:perBoard]
		m.Paging.Older = "/board?before=" + strconv.FormatInt(all[perBoard-1].Claim.ID, 10)
	}
	if before != 0 {
		m.Paging.Newer = "/board"
	}
	for _, x := range all {
		m.Lines = append(m.Lines, view.TrackLine{Claim: view.Link{Text: x.Claim.Words, Href: claimHref(x.Claim.ID)}, Board: boardHref(x.Claim.ID),
			Who: x.Claim.Who, Verdict: verdict(list, x.Claim.Verdict), Days: stripOf(x.Links), More: x.More})
	}
	return s.render(w, r, http.StatusOK, view.TracksPage(m))
}

// perBoard is how many claims the board of all claims has on a page.
const perBoard = 20
