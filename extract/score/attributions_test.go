package score

import (
	"slices"
	"testing"

	"onrecord/extract/text"
)

const marked = `{"id":"melk","text":"“É so,” Ann said. Osk’s mayor denies that boats sank.","attributions":[` +
	`{"source":[[8,11]],"cue":[[12,16]],"content":[[0,7]],"type":"direct"},` +
	`{"source":[[18,29]],"cue":[[30,36]],"content":[[37,52]],"type":"indirect"}]}`

func TestReadAttributed(t *testing.T) {
	a, err := readAttributed([]byte(marked))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range a.Attributions {
		got = append(got, a.Text[x.Source[0].Start:x.Source[0].End]+"|"+a.Text[x.Cue[0].Start:x.Cue[0].End]+"|"+a.Text[x.Content[0].Start:x.Content[0].End])
	}
	if want := []string{"Ann|said|“É so,”", "Osk’s mayor|denies|that boats sank"}; !slices.Equal(got, want) {
		t.Errorf("readAttributed = %q, want %q", got, want)
	}
}

func TestAttributionScore(t *testing.T) {
	gold, err := readAttributed([]byte(marked))
	if err != nil {
		t.Fatal(err)
	}
	first, second := gold.Attributions[0], gold.Attributions[1]
	part := second
	part.Content = []text.Span{{Start: second.Content[0].Start + len("that "), End: second.Content[0].End}}
	other := part
	other.Source = first.Source
	for _, c := range []struct {
		situation              string
		found                  []Attribution
		exact, partial, triple float64
		contents               Count
	}{
		{"nothing", nil, 0, 0, 0, Count{0, 2, 0}},
		{"all", gold.Attributions, 100, 100, 100, Count{2, 2, 2}},
		{"all, in another order", []Attribution{second, first}, 100, 100, 100, Count{2, 2, 2}},
		{"one", []Attribution{first}, 200. / 3, 200. / 3, 200. / 3, Count{1, 2, 1}},
		{"two thirds of a content", []Attribution{part}, 0, 50, 200. / 3, Count{0, 2, 1}},
		{"from another source", []Attribution{other}, 0, 50, 0, Count{0, 2, 1}},
		{"the same twice", []Attribution{first, first}, 50, 200. / 3, 50, Count{1, 2, 1}},
	} {
		s := AttributionScore{Types: map[string]Count{}}
		s.Add(gold, c.found)
		if near(s.ExactF1(), c.exact) && near(s.PartialF1(), c.partial) && near(s.TripleF1(), c.triple) && s.Segments[2] == c.contents {
			continue
		}
		t.Errorf("%s: %v and segments %+v, want %.1f, %.1f, %.1f and %+v", c.situation, s, s.Segments[2], c.exact, c.partial, c.triple, c.contents)
	}
}

func near(a, b float64) bool { return a-b < 0.01 && b-a < 0.01 }
