package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"onrecord/store"
)

// logOf is the lines of a log on a page, each as "what · of what — label: before
// → after; …".
func logOf(page *goquery.Document) []string {
	page.Find(".entries .vh").Remove()
	var lines []string
	page.Find(".entries > li").Each(func(_ int, li *goquery.Selection) {
		var changes []string
		li.Find(".changes li").Each(func(_ int, c *goquery.Selection) { changes = append(changes, plainText(c)) })
		lines = append(lines, plainText(li.Find(".what"))+" — "+strings.Join(changes, "; "))
	})
	return lines
}

// do does a deed that must succeed.
func (b *browser) do(name string, f func(*store.Deed) error) int64 {
	b.t.Helper()
	seq, err := b.archive.Do(context.Background(), "", name, f)
	if err != nil {
		b.t.Fatal(err)
	}
	return seq
}

// TestHistoryTellsOfEveryFact holds that an edit is told with what it was.
func TestHistoryTellsOfEveryFact(t *testing.T) {
	b, path := withLake(t)
	_, page := b.get(path)
	for _, c := range []struct {
		card   string
		change url.Values
		want   string
	}{
		{".card.amount", url.Values{"value": {"11000"}, "about": {"on"}, "unit": {"troops"}, "where": {"0"}},
			"Edited an amount · about 12,000 troops — decision: suggestion → edited; how much: about 12,000 troops → about 11,000 troops; where: Oram valley → none"},
		{".card.event", url.Values{"kind": {"visit"}, "who": {"1"}, "where": {"3"}, "when": {"2031-03"}, "status": {"planned"}},
			"Edited an event · met — decision: suggestion → edited; kind: meeting → visit; who: Pell Oster and Edda Varn → Edda Varn; when: Wednesday, 12 March 2031 → March 2031; did it happen: took place → planned"},
		{".card.time", url.Values{"value": {"2031-03-13"}},
			"Edited a date · Wednesday (13) — decision: suggestion → edited; value: Wednesday, 12 March 2031 → Thursday, 13 March 2031"},
		{".card.position", url.Values{"actor": {"1"}, "stance": {"for"}, "topic": {"ferry toll"}, "act": {"reject"}},
			"Edited a position · ferry toll — decision: suggestion → edited; stance: against → for; what: the <b>ferry toll</b> → ferry toll"},
		{".card.statement", nil, "Accepted a statement · about 12,000 troops, at least 300 of them engineers, were in the Oram valley — decision: suggestion → accepted"},
		{".card.person", url.Values{"name": {"Edda Varne"}, "kind": {"person"}, "role": {"mayor"}}, "Edited a name · Edda Varne — decision: suggestion → edited; name: Edda Varn → Edda Varne; role: none → mayor"},
	} {
		do := "/edit"
		if c.change == nil {
			do = "/accept"
		}
		b.post(path+"/facts/"+page.Find(c.card).First().AttrOr("id", "")+do, c.change)
		_, history := b.get("/history")
		if got := logOf(history); len(got) == 0 || got[0] != c.want {
			t.Errorf("of %s the history tells\n%q, want\n%q", c.card, got[:min(1, len(got))], c.want)
		}
	}
}

// TestHistoryTellsOfEveryRecord does something to every kind of record there is
// and reads what the log says of it.
func TestHistoryTellsOfEveryRecord(t *testing.T) {
	b, path := withHarbour(t)
	var article int64
	fmt.Sscan(strings.TrimPrefix(path, "/articles/"), &article)
	_, page := b.get(path)
	key := page.Find(".card.statement").First().AttrOr("id", "")
	one := b.do("Made a claim", func(d *store.Deed) error {
		_, err := d.SaveClaim(store.Claim{Words: "The harbour closes.", Who: "Ilse Maren"})
		return err
	})
	two := b.do("Made a claim", func(d *store.Deed) error {
		_, err := d.SaveClaim(store.Claim{Words: "The harbour stays open."})
		return err
	})
	three := b.do("Made a claim", func(d *store.Deed) error {
		_, err := d.SaveClaim(store.Claim{Words: "The port is late."})
		return err
	})
	put := func(noun, id string, record map[string]any) func(*store.Deed) error {
		return func(d *store.Deed) error { return d.Put(noun, id, record) }
	}
	made := "2031-03-08T10:40:00Z"
	var note int64
	for _, c := range []struct {
		name string
		do   func(*store.Deed) error
		want string
	}{
		{"Set the verdict", func(d *store.Deed) error {
			c, err := d.Tx().Claim(one)
			if err != nil {
				return err
			}
			c.Verdict, c.Reason, c.Status = "false", "the board’s own timetable says so", "ready"
			_, err = d.SaveClaim(c)
			return err
		}, "The harbour closes. — verdict: unverified → false; because: none → the board’s own timetable says so; status: open → ready"},
		{"Linked", func(d *store.Deed) error { return d.SaveLink(one, article, key, "repeats") },
			"The harbour closes. — statement: The harbour will close on Friday,; by: Ilse Maren; what it is to the claim: repeats"},
		{"Linked otherwise", func(d *store.Deed) error { return d.SaveLink(one, article, key, "contradicts") },
			"The harbour closes. — what it is to the claim: repeats → contradicts"},
		{"Tied", func(d *store.Deed) error {
			return d.SaveTie(store.Tie{From: store.ClaimEnd(one), Relation: "contradicts", To: store.ClaimEnd(two), Why: "both cannot be"})
		}, "The harbour closes. — what it is to the other: contradicts; the other: The harbour stays open.; why: both cannot be"},
		{"Pinned", func(d *store.Deed) error {
			_, err := d.SaveEvidence(store.Evidence{Claim: one, Article: &article, Quote: "40 ships would be late", Stance: "for", Why: "it says so"})
			return err
		}, "The harbour closes. — evidence: for the claim; words: 40 ships would be late; from: Harbour to close; why: it says so"},
		{"Pinned", func(d *store.Deed) error {
			_, err := d.SaveEvidence(store.Evidence{Claim: three, Address: "https://port.example/timetable", Stance: "against"})
			return err
		}, "The port is late. — evidence: against the claim; from: https://port.example/timetable"},
		{"Wrote", func(d *store.Deed) (err error) {
			note, err = d.SaveNote(store.Note{Article: &article, Quote: "40 ships", Words: "Ask the pilots."})
			return err
		}, "Harbour to close — note: Ask the pilots.; on: 40 ships"},
		{"Wrote", func(d *store.Deed) error {
			n, err := d.Tx().Note(note)
			if err != nil {
				return err
			}
			n.Words = "Ask the pilots and the board."
			_, err = d.SaveNote(n)
			return err
		}, "Harbour to close — note: Ask the pilots. → Ask the pilots and the board."},
		{"Deleted", func(d *store.Deed) error { return d.Drop("note", note) }, "Harbour to close — note: Ask the pilots and the board.; on: 40 ships"},
		{"Tagged", func(d *store.Deed) error { return d.SaveTag(store.Tag{Claim: &two, Words: "harbour"}) }, "The harbour stays open. — tag: harbour"},
		{"Added", put("addition", fmt.Sprint(article, "/statement-1-9-u17"), map[string]any{"article": article, "key": "statement-1-9-u17",
			"fact": `{"Content":[{"Start":3,"End":14}],"Act":"warn","Form":"direct","Said":"2031-03-05"}`}),
			"The harbour — words: The harbour; how: warned; whose words: quotation; said: Wednesday, 5 March 2031"},
		{"Taught", put("lesson", "77", map[string]any{"kind": "role", "name": "person/ilse maren", "was": "harbour master", "words": "harbour master", "becomes": "pilot", "seen": 0, "made": made}),
			"“harbour master” — corrected: a role; words: harbour master; becomes: pilot"},
		{"Listed", put("list", "verdicts", map[string]any{"value": `[{"words":"unverified","mark":"unverified"},{"words":"false","mark":"false"},{"words":"mostly so","mark":"partly","rating":2.5}]`}),
			"the list of verdicts — entries: unverified, false, mostly so (drawn as partly, rated 2.5)"},
		{"Merged", put("merge", "person/ilse maren", map[string]any{"name": "Ilse Maren", "into": "person/i maren", "into_name": "I. Maren", "made": made}),
			"I. Maren — the name “Ilse Maren” means: itself → I. Maren"},
		{"Unmerged", put("merge", "person/ilse maren", nil), "Ilse Maren — the name “Ilse Maren” means: I. Maren → itself"},
		{"Parted", put("part", fmt.Sprint(article, "/person/ilse maren"), map[string]any{"article": article, "name": "person/ilse maren", "into": "person/ilse maren ii", "into_name": "Ilse Maren II"}),
			"ilse maren — in: Harbour to close; the name means: Ilse Maren II"},
		{"Parted", put("part_role", "person/ilse maren/pilot/1", map[string]any{"name": "person/ilse maren", "role": "pilot", "words": "pilot", "into": "person/ilse maren ii", "into_name": "Ilse Maren II", "seen": 1}),
			"— in later articles with the role: pilot; the name means: Ilse Maren II"},
		{"Began", put("story", "90", map[string]any{"name": "The harbour quarrel", "about": "who closes what", "query": "harbour", "made": made}),
			"The harbour quarrel — about: who closes what; its search: harbour"},
		{"Gathered", put("story_item", "90/claim/1", map[string]any{"story": 90, "claim": one, "belongs": 1, "seq": 91, "made": made}), "The harbour quarrel — in it: The harbour closes."},
		{"Gathered", put("story_item", "90/entity/person/tomas oker", map[string]any{"story": 90, "entity": "person/tomas oker", "belongs": 1, "seq": 92, "made": made}), "The harbour quarrel — in it: Tomas Oker"},
		{"Declined", put("story_item", "90/claim/2", map[string]any{"story": 90, "claim": two, "belongs": 0, "seq": 93, "made": made}), "The harbour quarrel — not in it: The harbour stays open."},
		{"Refused", put("refusal", "1/1/statement-1-2", map[string]any{"claim": one, "article": article, "key": "statement-1-2", "words": "ships wait", "who": "Tomas Oker", "made": made}), "The harbour closes. — not the same as: ships wait"},
		{"Said", put("publication", "1", map[string]any{"claim": one, "address": "https://press.example/", "day": "2031-03-07", "maker": "person"}), "The harbour closes. — published at: https://press.example/; on: 2031-03-07; made by: person"},
		{"Settled", put("settled", "claim/1", map[string]any{"words": "The harbour closes.", "made": made}), "The harbour closes. — open end: put aside"},
		{"Removed", func(d *store.Deed) error { return d.Remove(article) }, "Harbour to close — library: out of it"},
		{"Renamed", func(d *store.Deed) error {
			c, err := d.Tx().Claim(two)
			if err != nil {
				return err
			}
			c.Words = strings.Repeat("The harbour of the town stays open. ", 9) + "At night too."
			c.Verdict = "mostly so"
			_, err = d.SaveClaim(c)
			return err
		}, "— claim: The harbour stays open. → The harbour of the town"},
	} {
		b.do(c.name, c.do)
		_, history := b.get("/history")
		got := logOf(history)[0]
		if !strings.HasPrefix(got, c.name) || !strings.Contains(got, c.want) {
			t.Errorf("the history tells\n%q, want\n%q", got, c.name+" · "+c.want)
		}
	}
	for claim, want := range map[int64]string{one: "Tied", two: "Tied"} {
		_, page := b.get(claimHref(claim))
		if all := strings.Join(logOf(page), "\n"); !strings.Contains(all, want) || !strings.HasPrefix(all, "Made a claim") {
			t.Errorf("the log of claim %d reads\n%s\nwant it oldest first with what ties it to the other", claim, all)
		}
	}
}

func TestHistoryIsNarrowed(t *testing.T) {
	b, path := withHarbour(t)
	b.post(path+"/notes", url.Values{"text": {"Ask the pilots."}})
	b.post("/claims", url.Values{"text": {"The harbour closes."}})
	for range perPage {
		b.do("Tagged it", func(d *store.Deed) error {
			return d.SaveTag(store.Tag{Claim: claimOf(2), Words: fmt.Sprint("tag ", d.ID())})
		})
	}
	today := time.Now().Format(time.DateOnly)
	for query, want := range map[string]string{
		"":                               "Tagged it",
		"?kind=claims":                   "Made a claim",
		"?kind=notes&day=" + today:       "Tagged it",
		"?before=3":                      "Made a claim",
		"?kind=notes&before=2&day=today": "Wrote a note",
		"?day=2019-01-01":                "",
		"?kind=stories":                  "",
	} {
		answer, page := b.get("/history" + query)
		first := ""
		if lines := logOf(page); len(lines) > 0 {
			first, _, _ = strings.Cut(lines[0], " ·")
		}
		if answer.StatusCode != http.StatusOK || first != want {
			t.Errorf("GET /history%s begins with %q (%d), want %q", query, first, answer.StatusCode, want)
		}
		if (page.Find(".empty").Length() == 1) != (want == "") || page.Find(".filter").Length() != 1 {
			t.Errorf("GET /history%s does not say whether something fits, with the filter to mend", query)
		}
	}
	_, page := b.get("/history?kind=notes&flash=x")
	if older := page.Find(`.paging a[rel=next]`).AttrOr("href", ""); older != "/history?before=3&kind=notes" {
		t.Errorf("older notes are at %q, want the page after the oldest one here, of the same kind", older)
	}
	if day := page.Find("main section h2").First().Text(); day != time.Now().Format("Monday, 2 January 2006") {
		t.Errorf("the first day is %q, want today", day)
	}
}

func claimOf(id int64) *int64 { return &id }

// What can be taken back has a button, and so has what can be done again; what
// was changed since has none.
func TestHistoryOffersWhatCanBeDone(t *testing.T) {
	b, path := withHarbour(t)
	b.post(path+"/notes", url.Values{"text": {"one"}})
	b.post("/notes/1/edit", url.Values{"text": {"two"}})
	b.post(path+"/notes", url.Values{"text": {"three"}})
	offered := func() string {
		_, page := b.get("/history")
		var all []string
		page.Find(".entries > li").Each(func(_ int, li *goquery.Selection) {
			button := li.Find("button")
			button.Find(".vh").Remove()
			all = append(all, strings.TrimSpace(li.Find(".hint").Text()+" "+button.Text()))
		})
		return strings.Join(all, "|")
	}
	if got := offered(); got != "Undo|Undo|" {
		t.Errorf("the history offers %q, want Undo for the third and second and nothing for the first", got)
	}
	b.post("/undo", url.Values{"entry": {"2"}})
	if got := offered(); got != "|Undo|taken back Do again|Undo" {
		t.Errorf("after undoing the second the history offers %q", got)
	}
	_, page := b.post("/redo", url.Values{"entry": {"2"}})
	if got := offered(); got != "||Undo|done again Undo|" {
		t.Errorf("after doing it again the history offers %q", got)
	}
	if said := page.Find("#flash").Text(); !strings.Contains(said, "Done again: Changed a note.") || page.Find("#undo").Length() != 1 {
		t.Errorf("after doing it again the page says %q, want that with Undo", said)
	}
}

func TestUndoLeadsBackToWhereItWas(t *testing.T) {
	b, path := withHarbour(t)
	answer, _ := b.post("/claims", url.Values{"text": {"The harbour closes."}})
	claim := answer.Request.URL.Path
	for _, c := range []struct{ do, back, to, says string }{
		{"/redo", path, path, "There is nothing to do again."},
		{"/undo", claim, "/claims", "Taken back: Made a claim."},
		{"/undo", path + "?tab=notes", path, "There is nothing to undo."},
		{"/redo", claim + "?edit=claim", claim, "Done again: Made a claim."},
		{"/undo", "//elsewhere.example/", "/history", "Taken back: Made a claim."},
		{"/redo", "/settings", "/settings", "Done again: Made a claim."},
	} {
		answer, page := b.post(c.do, url.Values{"back": {c.back}})
		if answer.StatusCode != http.StatusOK || answer.Request.URL.Path != c.to || !strings.Contains(page.Find("#flash").Text(), c.says) {
			t.Errorf("POST %s from %s leads to %s (%d) with %q, want %s with %q", c.do, c.back, answer.Request.URL.Path, answer.StatusCode,
				plainText(page.Find("#flash")), c.to, c.says)
		}
	}
}
