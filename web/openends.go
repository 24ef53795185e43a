package web

import (
	"cmp"
	"net/http"
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/fact"
	"onrecord/store"
	"onrecord/web/view"
)

// perOpen is how many open ends of a kind the page has.
const perOpen = 20

// openGroups is what the page says of each kind of open end.
var openGroups = map[string]view.OpenGroup{
	"denial": {ID: "denials", Title: "Denials without what is denied", Short: "Denials",
		Nothing: "A denial stands here while the archive does not have, or you have not linked, what it denies."},
	"claim": {ID: "lone", Title: "Claims that rest on one origin", Short: "One origin",
		Nothing: "A claim stands here while all that print it go back to one source."},
	"accusation": {ID: "accusations", Title: "Accusations without an answer", Short: "Accusations",
		Nothing: "An accusation stands here until an answer is linked to it."},
	"deadline": {ID: "deadlines", Title: "Days that have passed", Short: "Days passed",
		Nothing: "What was planned, promised or demanded for a day stands here when the day has passed and nothing tells what came of it."},
	"contradiction": {ID: "contradictions", Title: "Statements of one speaker that contradict each other", Short: "Contradictions",
		Nothing: "Two statements of one speaker stand here when you linked them so, or when they give other numbers of the same or take both sides."},
}

// openEnds is the page of what the archive leaves open.
func (s *Server) openEnds(w http.ResponseWriter, r *http.Request) error {
	m := view.OpenEnds{Page: s.page(r, "Open ends", view.SectionClaims), All: r.URL.Query().Has("all"), Nothing: true}
	scope := store.Scope{Suggestions: m.All, Today: s.options.Now().Format(time.DateOnly)}
	story, _ := strconv.ParseInt(r.URL.Query().Get("story"), 10, 64)
	err := s.view(r, func(tx *store.Tx) (err error) {
		if m.Story, err = storyOf(tx, story); err != nil {
			return err
		}
		if scope.Articles, err = articlesOf(tx, story); err != nil {
			return err
		}
		groups, err := tx.OpenEnds(scope, perOpen)
		if err != nil {
			return err
		}
		for _, g := range groups {
			m.Groups = append(m.Groups, openGroup(g))
			m.Nothing = m.Nothing && len(g.Ends) == 0
		}
		settled, err := tx.Settled(100)
		for _, x := range settled {
			m.Settled = append(m.Settled, view.SettledEnd{ID: x.ID, Words: x.Words, When: moment(x.Made)})
		}
		return err
	})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view.OpenEndsPage(m))
}

func openGroup(g store.OpenGroup) view.OpenGroup {
	m := openGroups[g.Kind]
	m.Count = strconv.Itoa(len(g.Ends))
	if g.More {
		m.Count += " and more"
	}
	for _, e := range g.Ends {
		m.Ends = append(m.Ends, openEnd(e))
	}
	return m
}

// openEnd says what is missing of an open end, and what can be done.
func openEnd(e store.OpenEnd) view.OpenEnd {
	v := view.OpenEnd{ID: e.ID}
	who := cmp.Or(e.Who, "Somebody")
	switch {
	case e.Kind == "claim":
		v.Claim, v.Missing = view.Link{Text: e.Claim.Words, Href: boardHref(e.Claim.ID)}, "rests on one origin: "+e.About+"."
		return v
	case e.Event.Key != "":
		v.Missing = "A" + vowel(e.Event.Kind) + " " + e.Event.Kind + " was planned for " + longDay(e.Day) + "; nothing in the archive tells whether it came about."
		v.Lines = []view.OpenLine{{Words: "… " + e.Event.Line + " …", Article: view.Link{Text: e.Event.Title, Href: statementHref(e.Event.Article, e.Event.Key)},
			Outlet: e.Event.Outlet, Day: dayWord(e.Event.Published)}}
		return v
	}
	first, size := utf8.DecodeRuneInString(who)
	who = string(unicode.ToUpper(first)) + who[size:]
	v.Lines, v.Make = []view.OpenLine{openLine(e.Statement, "")}, "/claims/new?statement="+ref(e.Statement.Article, e.Statement.Key)
	v.Link, v.Answer = "/links/new?statement="+ref(e.Statement.Article, e.Statement.Key), "Link the answer"
	if e.Context != "" {
		v.Lines[0].Words = "… " + e.Context + " …"
	}
	switch e.Kind {
	case "denial":
		v.Missing, v.Answer = who+" denied this; what is denied is not linked.", "Link what is denied"
	case "accusation":
		v.Missing = cmp.Or(e.Who, "Whoever is accused") + " has not answered this, as far as is linked."
		if e.Other.Key != "" {
			v.Lines = append(v.Lines, openLine(e.Other, "Perhaps the answer"))
		}
	case "deadline":
		v.Missing = who + " " + said[fact.Act(e.Statement.Act)] + " this for " + longDay(e.Day) + "; that day has passed."
		v.Answer = "Link what came of it"
	case "contradiction":
		v.Missing = who + " said both" + contradicts(e) + "."
		v.Lines = append(v.Lines, openLine(e.Other, ""))
		if e.Statement.ID == 0 { // positions, which cannot be linked
			v.Make, v.Link = "", ""
		}
		v.Answer = "Link the two"
		if e.Tied {
			v.Link = ""
		}
	}
	return v
}

// contradicts says in what two statements differ.
func contradicts(e store.OpenEnd) string {
	switch {
	case e.Tied && e.About == "":
		return "; you linked them as contradicting each other"
	case e.Tied:
		return "; you linked them: " + e.About
	}
	return ": " + e.About
}

// vowel is the "n" of "an" before a word that begins with a vowel.
func vowel(word string) string {
	if word != "" && (word[0] == 'a' || word[0] == 'e' || word[0] == 'i' || word[0] == 'o') {
		return "n"
	}
	return ""
}

func openLine(s store.Statement, label string) view.OpenLine {
	l := view.OpenLine{Label: label, Who: view.Link{Text: cmp.Or(s.Name, s.Source)}, Act: said[fact.Act(s.Act)], Words: s.Words,
		Article: view.Link{Text: s.Title, Href: statementHref(s.Article, s.Key)}, Outlet: s.Outlet, Day: dayWord(s.Published)}
	if s.Speaker != 0 {
		l.Who.Href = personHref(s.Speaker)
	}
	return l
}

// articlesOf is the articles of a story, nil (any) for 0.
func articlesOf(tx *store.Tx, story int64) ([]int64, error) {
	if story == 0 {
		return nil, nil
	}
	o, err := tx.Outline(story)
	return append([]int64{}, o.Articles...), err
}

// settle puts an open end aside.
func (s *Server) settle(w http.ResponseWriter, r *http.Request) error {
	return s.putEnd(w, r, "Settled an open end", (*store.Deed).Settle)
}

// reopen takes an open end out of those put aside.
func (s *Server) reopen(w http.ResponseWriter, r *http.Request) error {
	return s.putEnd(w, r, "Opened an end again", (*store.Deed).Reopen)
}

func (s *Server) putEnd(w http.ResponseWriter, r *http.Request, name string, f func(*store.Deed, string) error) error {
	end := r.PostForm.Get("end")
	seq, err := s.do(r, name, func(d *store.Deed) error { return f(d, end) })
	if err != nil {
		return err
	}
	return s.goTo(w, r, back(r, "/open"), undoable(name+".", seq))
}
