package web

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"onrecord/extract/text"
	"onrecord/store"
	"onrecord/store/export"
	"onrecord/store/sample"
	"onrecord/web/view"
)

// A sharing is the making of one file that is handed on.
type sharing struct {
	options url.Values // what is ticked, by name
	offered []shareOption
	now     time.Time
	program string
	tx      *store.Tx
	file    view.Shared
	read    map[int64]*desk // articles that the file speaks of
	sources []int64         // the same, in the order of their numbers
}

// make reads what the file holds.
func (x *sharing) make(tx *store.Tx, of shareable, id int64) error {
	x.tx, x.read = tx, map[int64]*desk{}
	x.file.Kind = strings.ToUpper(of.kind[:1]) + of.kind[1:]
	if err := of.fill(x, id); err != nil {
		return err
	}
	for i, article := range x.sources {
		x.file.Sources = append(x.file.Sources, x.source(i+1, x.read[article]))
	}
	seq, hash, err := tx.Head()
	if err != nil {
		return err
	}
	x.file.Made, x.file.Program, x.file.Left = x.now.Local().Format("2 January 2006, 15:04"), x.program, x.left()
	x.file.Archive = fmt.Sprintf("entry %d of its journal (SHA-256 %s)", seq, hex.EncodeToString(hash))
	return nil
}

func (x *sharing) with(o shareOption) bool { return x.options.Get(o.name) != "" }

// left says what was not put into the file.
func (x *sharing) left() string {
	var names []string
	for _, o := range x.offered {
		if !x.with(o) {
			names = append(names, strings.ToLower(o.label[:1])+o.label[1:])
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "Left out: " + strings.Replace(strings.Join(names, "; "), "your notes", "notes", 1) + "."
}

// cite reads an article and gives the number of its source.
func (x *sharing) cite(article int64) (*desk, int, error) {
	if i := slices.Index(x.sources, article); i >= 0 {
		return x.read[article], i + 1, nil
	}
	d, err := readShared(x.tx, article)
	if err != nil {
		return nil, 0, err
	}
	x.read[article], x.sources = d, append(x.sources, article)
	return d, len(x.sources), nil
}

// readShared reads what a shared file needs of an article.
func readShared(tx *store.Tx, id int64) (d *desk, err error) {
	d = &desk{claims: map[int64]store.Claim{}}
	if d.article, err = tx.Article(id); err != nil {
		return nil, err
	}
	if d.facts, err = tx.Facts(id); err != nil {
		return nil, err
	}
	if d.people, err = tx.Who(id, d.facts); err != nil {
		return nil, err
	}
	if d.notes, err = tx.NotesOfArticle(id); err != nil {
		return nil, err
	}
	d.evidence, err = tx.EvidenceOfArticle(id)
	return d, err
}

// source is an article as the list of sources has it.
func (x *sharing) source(number int, d *desk) view.SharedSource {
	a := d.article
	sum := sha256.Sum256([]byte(a.Text))
	s := view.SharedSource{
		Number: number, Title: a.Title, Lang: a.Language, By: byLine(a), Captured: moment(a.Document.Added),
		TextSum: hex.EncodeToString(sum[:]), OriginalSum: hex.EncodeToString(a.Document.SHA256),
	}
	switch {
	case store.WebAddress(a.URL):
		s.Address = a.URL
	case a.Document.Source == sample.Source:
		s.From = "the invented sample story of onrecord"
	default:
		s.From = a.Document.Name
	}
	if x.with(withText) && x.file.Text == nil {
		s.Text = paragraphs(a.Text, x.marks(d))
	}
	return s
}

func byLine(a *store.Article) string {
	by := ""
	if len(a.Byline) > 0 {
		by = "By " + strings.Join(a.Byline, ", ")
	}
	return joined(" · ", by, a.Outlet, longDay(a.Published))
}

// marks is what is marked in the text of an article: statements that go into
// the file, the user's notes where those do, and evidence.
func (x *sharing) marks(d *desk) []mark {
	return slices.DeleteFunc(d.marks(""), func(m mark) bool {
		switch m.Kind {
		case view.Statement:
			return !x.goes(d.facts.State(m.Key))
		case view.NoteMark:
			return !x.with(withNotes)
		case view.EvidenceMark:
			return false
		}
		return true
	})
}

// goes reports whether a fact in that state goes into the file.
func (x *sharing) goes(state string) bool {
	return state == store.Accepted || state == store.Edited || state == store.Suggested && x.with(withSuggestions)
}

// stated is statement i of an article.
func (x *sharing) stated(d *desk, i, source int) view.SharedStatement {
	c, s := d.statementCard(i), d.facts.Statements[i]
	v := view.SharedStatement{Number: c.Number, Who: c.Who.Text, As: c.As, Words: c.Words, Lang: c.Lang, Direct: c.Direct, Day: dayWord(d.article.Published), Source: source}
	how := []string{said[s.Act], formWord[s.Form]}
	if s.Said != "" {
		how = append(how, preposition(s.Said)+value(s.Said))
	}
	if s.Hedged {
		how = append(how, "hedged")
	}
	if s.Negated {
		how = append(how, "negated")
	}
	v.How = joined(", ", how...)
	var chain []string
	for _, l := range c.Chain {
		chain = append(chain, l.Text)
	}
	v.Chain = strings.Join(chain, " → ")
	if state := d.facts.State(d.facts.Keys.Statements[i]); state == store.Suggested {
		v.State = "a suggestion of the program, not checked"
	}
	v.Live = export.Passage(d.article, text.Cover(s.Content))
	return v
}

// sharedNote is a note of the user's as the file has it.
func sharedNote(n store.Note, lang string) view.SharedNote {
	return view.SharedNote{Quote: n.Quote, Lang: lang, Words: n.Words, When: moment(n.Made)}
}
