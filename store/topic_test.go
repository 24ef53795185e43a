package store

import (
	"slices"
	"strings"
	"testing"
)

// stances is positions written as "+topic" and "-topic", the newest first.
func stances(topics ...string) []Position {
	var all []Position
	for i, t := range topics {
		stance := map[byte]string{'+': "for", '-': "against"}[t[0]]
		all = append(all, Position{ID: int64(len(topics) - i), Stance: stance, Topic: t[1:]})
	}
	return all
}

// written is a topic as stances has it, what is for it first.
func written(t Topic) string {
	var all []string
	for _, p := range t.For {
		all = append(all, "+"+p.Topic)
	}
	for _, p := range t.Against {
		all = append(all, "-"+p.Topic)
	}
	return strings.Join(all, " ")
}

func TestTopics(t *testing.T) {
	for _, c := range []struct {
		name        string
		given, want []string
	}{
		{"nothing", nil, nil},
		{"the same words again", []string{"+a ferry toll", "+the ferry toll"}, []string{"+a ferry toll +the ferry toll"}},
		{"a plural", []string{"+ferry tolls", "+a ferry toll"}, []string{"+ferry tolls +a ferry toll"}},
		{"for and against", []string{"-any extension of the ferry toll", "+to keep the ferry toll", "-the ferry toll"},
			[]string{"+to keep the ferry toll -any extension of the ferry toll -the ferry toll"}},
		{"other things", []string{"+talks with Sudmark", "-the ferry toll", "-talks with Vessia"}, []string{"+talks with Sudmark", "-the ferry toll", "-talks with Vessia"}},
		{"one word of a long topic", []string{"-soldiers in the valley of the Oram before winter", "+soldiers"}, []string{"-soldiers in the valley of the Oram before winter", "+soldiers"}},
		{"case and accents", []string{"+Élan Bridge", "-the elan bridge"}, []string{"+Élan Bridge -the elan bridge"}},
		{"small words alone", []string{"+it", "-it", "+them"}, []string{"+it -it", "+them"}},
		{"no words at all", []string{"+…", "-…"}, []string{"+…", "-…"}},
	} {
		var got []string
		for _, topic := range Topics(stances(c.given...)) {
			got = append(got, written(topic))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: Topics(%q) = %q, want %q", c.name, c.given, got, c.want)
		}
	}
}

func TestTopicWordsAreSorted(t *testing.T) {
	b, err := data.ReadFile("data/topic-words.txt")
	if err != nil {
		t.Fatal(err)
	}
	list := slices.DeleteFunc(strings.Split(strings.TrimSpace(string(b)), "\n"), func(l string) bool { return strings.HasPrefix(l, "#") })
	if !slices.IsSorted(list) || len(slices.Compact(slices.Clone(list))) != len(list) {
		t.Error("topic-words.txt is not sorted, or has a word twice")
	}
}

// BenchmarkTopics groups as many positions as a page shows at most.
func BenchmarkTopics(b *testing.B) {
	var topics []string
	for i := range 200 {
		topics = append(topics, "+the "+strings.Repeat("x", 1+i%40)+" toll of "+strings.Repeat("y", 1+i%50))
	}
	given := stances(topics...)
	b.ReportAllocs()
	for b.Loop() {
		Topics(given)
	}
}
