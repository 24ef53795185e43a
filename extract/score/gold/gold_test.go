package gold

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/score"
	"onrecord/extract/text"
)

const raw = `Ilse Marek met Tollo in Port Ellin on Monday. The meeting lasted until dawn. ` +
	`About 14,000 dockers went home; 4,000 stayed. Marek rejected the port tax. Tollo wants the port tax.`

// entities is everybody in raw.
func entities() []fact.Entity {
	named := func(id int, kind fact.Kind, names ...string) fact.Entity {
		e := fact.Entity{ID: id, Name: names[0], Kind: kind}
		for _, n := range names {
			e.Mentions = append(e.Mentions, fact.Mention{Span: at(n, 1), How: fact.ByName})
		}
		return e
	}
	return []fact.Entity{named(1, fact.Person, "Ilse Marek", "Marek"), named(2, fact.Person, "Tollo"), named(3, fact.Place, "Port Ellin")}
}

// at is the n-th place of words in raw.
func at(words string, n int) text.Span {
	start := 0
	for range n {
		start += strings.Index(raw[start:], words) + 1
	}
	return text.Span{Start: start - 1, End: start - 1 + len(words)}
}

func list(t *testing.T, s string) *List {
	t.Helper()
	l := &List{}
	if err := json.Unmarshal([]byte(s), l); err != nil {
		t.Fatalf("Unmarshal(%s): %v", s, err)
	}
	return l
}

func value(f float64) *float64 { return &f }

// wanted is the list of all of raw.
const wanted = `{
 "times": [{"text": "Monday", "value": "2031-05-05"}, {"text": "dawn", "optional": true}],
 "amounts": [
  {"text": "About 14,000 dockers", "value": 14000, "unit": "dockers", "approximate": true},
  {"text": "4,000", "value": 4000, "unit": [null, "dockers"]}],
 "events": [{"what": ["met Tollo", "The meeting"], "kind": ["meeting", "visit"], "who": [["Marek", "Ilse Marek"], "Tollo"],
   "where": "Port Ellin", "when": "2031-05-05", "status": "occurred"}],
 "positions": [
  {"actor": ["Ilse Marek"], "stance": "against", "topic": "the port tax"},
  {"actor": ["Tollo"], "stance": "for", "topic": "the port tax"}]}`

// all is everything that wanted lists, found without a mistake.
func all() *fact.Facts {
	return &fact.Facts{
		Entities: entities(),
		Times:    []fact.Time{{Span: at("Monday", 1), Value: "2031-05-05"}},
		Amounts: []fact.Amount{
			{Span: at("About 14,000 dockers", 1), Value: value(14000), Unit: "dockers", Approximate: true},
			{Span: at("4,000", 2), Value: value(4000)},
		},
		Events: []fact.Event{{Span: at("met", 1), Mentions: []text.Span{at("met", 1), at("meeting", 1)}, Kind: fact.Meeting,
			Who: []int{1, 2}, Where: 3, When: "2031-05-05", Status: fact.Occurred}},
		Positions: []fact.Position{
			{Actor: 2, Stance: fact.For, Topic: []text.Span{at("the port tax", 2)}},
			{Actor: 1, Stance: fact.Against, Topic: []text.Span{at("the port tax", 1)}},
		},
	}
}

func TestAllFactsAreRight(t *testing.T) {
	s := list(t, wanted).Score(raw, all())
	if len(s.Misses) > 0 {
		t.Errorf("Score says %q, want nothing", s.Misses)
	}
	for _, r := range s.rows() {
		if r.count.Right != r.count.Gold || r.count.Right != r.count.Found {
			t.Errorf("%s: %+v, want all right", strings.TrimSpace(r.name), *r.count)
		}
	}
	for got, want := range map[score.Count]int{s.Times: 1, s.Amounts: 2, s.Units: 1, s.Events: 1, s.Who: 2, s.Where: 1, s.Positions: 2} {
		if got.Gold != want {
			t.Errorf("Score counts %+v, want %d of gold", got, want)
		}
	}
}

func TestNothingFoundMissesAll(t *testing.T) {
	s := list(t, wanted).Score(raw, &fact.Facts{})
	if got := (score.Count{Gold: 2}); s.Who != got || s.Positions != got || s.Amounts != got {
		t.Errorf("Score counts who %+v, positions %+v, amounts %+v, want %+v of each", s.Who, s.Positions, s.Amounts, got)
	}
	if len(s.Misses) != 6 {
		t.Errorf("Score says %q, want a line on each of 6 facts", s.Misses)
	}
}

func TestMistakes(t *testing.T) {
	for _, c := range []struct {
		name  string
		wrong func(f *fact.Facts)
		says  string
	}{
		{"an event told twice", func(f *fact.Facts) {
			f.Events = append(f.Events, fact.Event{Span: at("meeting", 1), Kind: fact.Meeting, Status: fact.Occurred})
		}, "extra event in Port Ellin on Monday. The [meeting] lasted"},
		{"two events in one", func(f *fact.Facts) { f.Events[0].Mentions = append(f.Events[0].Mentions, at("stayed", 1)) }, "is not told of in"},
		{"a mention too few", func(f *fact.Facts) { f.Events[0].Mentions = f.Events[0].Mentions[:1] }, "has 1 of the mentions"},
		{"the wrong kind", func(f *fact.Facts) { f.Events[0].Kind = fact.Call }, `no event "met Tollo" (meeting, visit)`},
		{"the wrong place", func(f *fact.Facts) { f.Events[0].Where = 2 }, `was at "Tollo", want one of ["Port Ellin"]`},
		{"no day", func(f *fact.Facts) { f.Events[0].When = "" }, `was on "", want one of ["2031-05-05"]`},
		{"somebody too many", func(f *fact.Facts) { f.Events[0].Who = []int{1, 2, 3} }, `is not with "Port Ellin"`},
		{"somebody too few", func(f *fact.Facts) { f.Events[0].Who = []int{2} }, `is without ["Marek" "Ilse Marek"]`},
		{"a number inside another", func(f *fact.Facts) { f.Amounts[1].Span = at("4,000", 1) }, `no amount "4,000"`},
		{"a place the text does not give", func(f *fact.Facts) { f.Amounts[0].Where = 3 }, `is at "Port Ellin", want one of []`},
		{"the other stance", func(f *fact.Facts) { f.Positions[1].Stance = fact.For }, `position of "Ilse Marek" for "the port tax", want Ilse Marek against`},
		{"the wrong actor", func(f *fact.Facts) { f.Positions[0].Actor = 1 }, `position of "Ilse Marek" for "the port tax", want Tollo for`},
		{"another topic", func(f *fact.Facts) { f.Positions[0].Topic = []text.Span{at("Monday", 1)} }, `extra position of "Tollo" for "Monday"`},
		{"the wrong day", func(f *fact.Facts) { f.Times[0].Value = "2031-05-12" }, `is "2031-05-12", want one of ["2031-05-05"]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := all()
			c.wrong(f)
			s := list(t, wanted).Score(raw, f)
			if said := strings.Join(s.Misses, "\n"); !strings.Contains(said, c.says) {
				t.Errorf("Score says %q, want %q", said, c.says)
			}
		})
	}
}

func TestOptionalFactsAreNoMistake(t *testing.T) {
	f := all()
	f.Times = append(f.Times, fact.Time{Span: at("dawn", 1), Value: "2031-05-06TMO"})
	if s := list(t, wanted).Score(raw, f); len(s.Misses) > 0 || s.Times.Found != 1 {
		t.Errorf("Score says %q of %+v times, want nothing of 1", s.Misses, s.Times)
	}
}

// The order in which facts are found decides nothing.
func TestOrderDoesNotMatter(t *testing.T) {
	f := all()
	slices.Reverse(f.Positions)
	slices.Reverse(f.Amounts)
	if s := list(t, wanted).Score(raw, f); len(s.Misses) > 0 {
		t.Errorf("Score says %q, want nothing", s.Misses)
	}
}

func TestAdd(t *testing.T) {
	l := list(t, wanted)
	s := l.Score(raw, all()).Add(l.Score(raw, &fact.Facts{}))
	if want := (score.Count{Right: 2, Gold: 4, Found: 2}); s.Who != want || s.Positions != want {
		t.Errorf("Add counts who %+v, positions %+v, want %+v of both", s.Who, s.Positions, want)
	}
	if len(s.Misses) != 6 {
		t.Errorf("Add says %q, want the 6 lines of the second", s.Misses)
	}
	if lines := s.String(); !strings.Contains(lines, "events               1 of   2") || strings.Contains(lines, "low and high") {
		t.Errorf("String() = %q, want a line on one event of two, none on bounds, which nothing has", lines)
	}
}

func TestAstray(t *testing.T) {
	for _, c := range [][2]string{
		{`{"events": [{"what": "met Nobody", "kind": "meeting"}]}`, `"met Nobody" occurs 0 times`},
		{`{"events": [{"what": "port tax", "kind": "meeting"}]}`, `"port tax" occurs 2 times`},
		{`{"events": [{"what": "met", "kind": "duel"}]}`, `the kind "duel", which there is not`},
		{`{"events": [{"what": "met", "kind": "meeting", "status": "over"}]}`, `the status "over", which there is not`},
		{`{"positions": [{"actor": ["Tollo"], "stance": "neither"}]}`, `is "neither", want for or against`},
		{`{"positions": [{"actor": ["Nobody"], "stance": "for"}]}`, `position: "Nobody" does not stand`},
		{`{"statements": [{"content": "tax … Monday"}]}`, `"tax … Monday" does not stand`},
		{`{"amounts": [{"text": "4,000", "occurrence": 2}]}`, `"4,000" does not occur 2 times`},
	} {
		if got := strings.Join(list(t, c[0]).Astray(raw), "\n"); !strings.Contains(got, c[1]) {
			t.Errorf("Astray(%s) = %q, want %q", c[0], got, c[1])
		}
	}
	if got := list(t, wanted).Astray(raw); len(got) > 0 {
		t.Errorf("Astray = %q, want nothing", got)
	}
}

func TestReadRefusesUnknownFields(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.gold.json")
	if err := os.WriteFile(path, []byte(`{"evnets": []}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(path); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("Read(%s) = %v, want an error that names the file", path, err)
	}
}

func TestLikeness(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{{"the port tax", "The port tax!", 1}, {"a b", "b c", 1.0 / 3}, {"a", "b", 0}, {"", "", 0}} {
		if got := Likeness(c.a, c.b); got != c.want {
			t.Errorf("Likeness(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func FuzzPlace(f *testing.F) {
	f.Add(raw, "4,000", 1)
	f.Add("\xff\xfe", "\xff", 2)
	f.Add("ééé", "é", 3)
	f.Fuzz(func(t *testing.T, raw, quote string, n int) {
		if s, ok := place(raw, quote, n%8); ok && raw[s.Start:s.End] != quote {
			t.Errorf("place(%q, %q, %d) = %q, want the quote", raw, quote, n, raw[s.Start:s.End])
		}
	})
}
