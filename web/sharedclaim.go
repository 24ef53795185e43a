package web

import (
	"cmp"
	"encoding/hex"
	"slices"
	"strconv"

	"onrecord/extract/text"
	"onrecord/store"
	"onrecord/store/export"
	"onrecord/web/view"
)

// sides is the order in which evidence stands.
var sides = [...]string{"For", "Against", "Context"}

// sideWords is each stance of evidence in words.
var sideWords = map[string]string{"for": "For", "against": "Against", "context": "Context"}

// claim fills the file with a claim.
func (x *sharing) claim(id int64) error {
	c, err := x.tx.Claim(id)
	if err != nil {
		return err
	}
	list, err := x.tx.Verdicts()
	if err != nil {
		return err
	}
	x.file.Title = c.Words
	x.file.Verdict = &view.SharedVerdict{Verdict: verdict(list, c.Verdict), Reason: c.Reason, Status: c.Status, Who: c.Who}
	tags, err := x.tx.TagsOfClaim(id)
	if err != nil {
		return err
	}
	for _, t := range tags {
		x.file.Tags = append(x.file.Tags, t.Words)
	}
	for _, fill := range []func(int64) error{x.claimStatements, x.claimEvidence, x.claimTies} {
		if err := fill(id); err != nil {
			return err
		}
	}
	if x.with(withNotes) {
		notes, err := x.tx.NotesOfClaim(id)
		if err != nil {
			return err
		}
		for _, n := range notes {
			x.file.Notes = append(x.file.Notes, sharedNote(n, ""))
		}
	}
	if x.with(withHistory) {
		history, err := x.tx.History(id)
		if err != nil {
			return err
		}
		if !x.with(withNotes) {
			history = withoutNotes(history)
		}
		lines, err := entries(x.tx, history)
		if err != nil {
			return err
		}
		x.file.History = alone(lines, claimHref(id))
	}
	return nil
}

// withoutNotes is a history that does not tell what the notes say.
func withoutNotes(history []store.Entry) []store.Entry {
	var kept []store.Entry
	for _, e := range history {
		e.Changes = slices.DeleteFunc(slices.Clone(e.Changes), func(c store.Change) bool { return c.Noun == "note" })
		if len(e.Changes) > 0 {
			kept = append(kept, e)
		}
	}
	return kept
}

// alone is the history of what is at href without links, as a file by itself
// has it.
func alone(lines []view.Entry, href string) []view.Entry {
	for i := range lines {
		e := &lines[i]
		if e.Subject.Href == href {
			e.Subject.Text = ""
		}
		e.Subject.Href = ""
		for c := range e.Changes {
			e.Changes[c].Of.Href = ""
		}
	}
	return lines
}

func (x *sharing) claimStatements(id int64) error {
	links, err := x.tx.LinksOfClaim(id)
	if err != nil {
		return err
	}
	for _, l := range links {
		d, source, err := x.cite(l.Article)
		if err != nil {
			return err
		}
		s := view.SharedStatement{Who: l.Who, Words: l.Words, Lang: d.article.Language, Day: dayWord(l.Published), Source: source}
		for i, key := range d.facts.Keys.Statements {
			if key == l.Key {
				s = x.stated(d, i, source)
			}
		}
		s.Number, s.Relation = strconv.Itoa(len(x.file.Statements)+1), relations[l.Relation].plain
		x.file.Statements = append(x.file.Statements, s)
	}
	if first, ok := firstMade(links); ok {
		x.file.Verdict.First = joined(", in ", longDay(first.Published), first.Outlet)
	}
	return nil
}

func (x *sharing) claimEvidence(id int64) error {
	all, err := x.tx.EvidenceOfClaim(id)
	if err != nil {
		return err
	}
	for _, e := range all {
		v, err := x.evidence(e)
		if err != nil {
			return err
		}
		x.file.Evidence = append(x.file.Evidence, v)
	}
	slices.SortStableFunc(x.file.Evidence, func(a, b view.SharedEvidence) int {
		return cmp.Compare(slices.Index(sides[:], a.Side), slices.Index(sides[:], b.Side))
	})
	return nil
}

// evidence is a piece of evidence of any kind.
func (x *sharing) evidence(e store.Evidence) (view.SharedEvidence, error) {
	v := view.SharedEvidence{Side: sideWords[e.Stance], Words: e.Quote, Why: e.Why}
	switch {
	case e.Article != nil:
		d, source, err := x.cite(*e.Article)
		if err != nil {
			return v, err
		}
		v.Source, v.Lang, v.Live = source, d.article.Language, export.Passage(d.article, text.Span{Start: e.Start, End: e.End})
		if e.Quote == "" {
			v.What = "The whole article: " + d.article.Title
		}
	case e.Attachment != nil:
		file, err := x.tx.Attachment(*e.Attachment)
		if err != nil {
			return v, err
		}
		v.What, v.Sum = "A file, not enclosed: "+file.Name+", "+size(file.Size), hex.EncodeToString(file.SHA256)
	default:
		v.Address = e.Address
	}
	return v, nil
}

func (x *sharing) claimTies(id int64) error {
	here := store.ClaimEnd(id)
	ties, err := x.tx.Ties(here)
	for _, t := range ties {
		v := tie(t, here)
		x.file.Ties = append(x.file.Ties, view.SharedTie{Relation: v.Phrase, Words: v.To.Text, Why: v.Why})
	}
	return err
}
