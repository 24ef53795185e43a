package score

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

const codedLine = `{"id":"x","event":"REJECT","text":"Élan rejected the pact, officials said.","spans":[` +
	`{"role":"SRC","start":0,"end":4},{"role":"EVT","start":5,"end":13}]}`

func TestReadCoded(t *testing.T) {
	c, err := readCoded([]byte(codedLine))
	if err != nil {
		t.Fatal(err)
	}
	if got := len(c.Triggers); got != 1 || c.Type != "REJECT" || c.Text[c.Triggers[0].Start:c.Triggers[0].End] != "rejected" {
		t.Errorf("readCoded = %+v, want REJECT on %q", c, "rejected")
	}
}

func TestTold(t *testing.T) {
	c, err := readCoded([]byte(codedLine))
	if err != nil {
		t.Fatal(err)
	}
	at := func(what, words string) Action {
		i := strings.Index(c.Text, words)
		return Action{what, text.Span{Start: i, End: i + len(words)}}
	}
	for _, x := range []struct {
		situation string
		found     []Action
		want      string
		right     int
	}{
		{"nothing", nil, "", 0},
		{"its act", []Action{at("reject", "rejected")}, "reject", 1},
		{"its act and the tail", []Action{at("state", "said"), at("reject", "rejected")}, "reject", 1},
		{"only the tail", []Action{at("state", "said")}, "", 0},
		{"another act on its words", []Action{at("agree", "rejected"), at("reject", "said")}, "agree", 0},
		{"the first of two on its words", []Action{at("reject", "rejected the"), at("agree", "rejected")}, "reject", 1},
		{"none on its words", []Action{at("reject", "said"), at("meeting", "pact")}, "meeting", 0},
	} {
		if got, n := c.Told(x.found), c.count(c.Told(x.found)); got != x.want || n.Right != x.right {
			t.Errorf("%s: Told = %q, right %d, want %q, right %d", x.situation, got, n.Right, x.want, x.right)
		}
	}
}

// TestTypes checks that data/plover.txt names acts and kinds of events only.
func TestTypes(t *testing.T) {
	var known []string
	for _, a := range fact.Acts {
		known = append(known, string(a))
	}
	for _, k := range fact.EventKinds {
		known = append(known, string(k), "planned_"+string(k))
	}
	for what, of := range types() {
		if !slices.Contains(known, what) || len(of) == 0 {
			t.Errorf("data/plover.txt: %q is no act or kind of event", what)
		}
	}
	if got := ActTypes(); len(got) != 8 || !slices.IsSorted(got) {
		t.Errorf("ActTypes = %q, want eight in order", got)
	}
}

func TestActScoreCountsWhatIsNoAct(t *testing.T) {
	s := ActScore{map[string]Count{}, map[string]Count{}}
	s.Add(Coded{Type: "PROTEST", Text: "They marched."}, nil)
	s.Add(Coded{Type: "PROTEST", Text: "They called."}, []Action{{"demand", text.Span{Start: 5, End: 11}}})
	if got, want := s.Every(s.Told), (Count{Right: 1, Gold: 2, Found: 1}); got != want {
		t.Errorf("Every = %+v, want %+v", got, want)
	}
	if got := s.Sum(s.Told); got != (Count{}) {
		t.Errorf("Sum = %+v, want nothing", got)
	}
}

func TestActsWithoutTheCorpus(t *testing.T) {
	if _, err := Acts("testdata/nowhere.jsonl", nil, nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Acts(nowhere) = %v, want that the file is missing", err)
	}
}
