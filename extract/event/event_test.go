package event

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/statement"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// world is the entities and times that the sentences of a test can name.
var world = []fact.Entity{
	{ID: 1, Name: "Ilse Marek", Kind: fact.Person},
	{ID: 2, Name: "Tollo", Kind: fact.Person},
	{ID: 3, Name: "Orland", Kind: fact.Place},
	{ID: 4, Name: "Port Ellin", Kind: fact.Place},
	{ID: 5, Name: "Vessen", Kind: fact.Place},
	{ID: 6, Name: "Hydra", Kind: fact.Organization},
	{ID: 7, Name: "Southmark", Kind: fact.Place},
}

var days = map[string]string{"Monday": "2031-05-05", "Tuesday": "2031-05-06", "April": "2032-04", "1921": "1921", "Friday": "2031-05-09", "twentieth": "2031-05-20"}

// read finds everything in s that the tests of this package need.
func read(s string) (*text.Text, []fact.Entity, []fact.Time, []fact.Statement) {
	t := text.Of(s)
	var entities []fact.Entity
	for _, e := range world {
		e.Mentions = nil
		for _, span := range places(s, e.Name) {
			e.Mentions = append(e.Mentions, fact.Mention{Span: span, How: fact.ByName})
		}
		if len(e.Mentions) > 0 {
			entities = append(entities, e)
		}
	}
	var times []fact.Time
	for word, value := range days {
		for _, span := range places(s, word) {
			times = append(times, fact.Time{Span: span, Type: fact.Date, Value: value})
		}
	}
	slices.SortFunc(times, func(a, b fact.Time) int { return a.Span.Start - b.Span.Start })
	tags := tag.Find(t)
	return t, entities, times, statement.Find(t, tags, tree.Find(t, tags), entities, times)
}

// places is every place of word in s.
func places(s, word string) []text.Span {
	var spans []text.Span
	for at := 0; ; {
		i := strings.Index(s[at:], word)
		if i < 0 {
			return spans
		}
		spans = append(spans, text.Span{Start: at + i, End: at + i + len(word)})
		at += i + len(word)
	}
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"verb with everything", "On Monday, Ilse Marek had met Tollo in Vessen, Orland.", "met: meeting [1] at 5 on 2031-05-05 occurred"},
		{"noun with with", "Talks with Hydra ended in Port Ellin on Tuesday.", "Talks: meeting [6] at 4 on 2031-05-06 occurred"},
		{"planned by will", "There will be a summit in Vessen on Friday.", "summit: meeting [] at 5 on 2031-05-09 planned"},
		{"planned by its own verb", "Orland faces an election in April.", "election: election [3] at 0 on 2032-04 planned"},
		{"possible", "Tollo might visit Vessen on Friday.", "visit: visit [2] at 5 on 2031-05-09 possible"},
		{"denied", "Marek said Tollo never met anyone in Vessen.", "met: meeting [2] at 5 on  denied in 1"},
		{"feared but new", "Orland fears an invasion in April.", "invasion: attack [] at 0 on 2032-04 possible in 1"},
		{"feared but known", "Orland fears a repeat of the annexation of Southmark in 1921.", "annexation: territorial change [] at 7 on 1921 occurred in 1"},
		{"named twice, told once", "The summit in Vessen began on Monday. The summit was long.", "summit: meeting [] at 5 on 2031-05-05 occurred"},
		{"two of a kind", "A summit in Vessen on Monday failed. A summit in Port Ellin on Friday will follow.", "summit: meeting [] at 5 on 2031-05-05 occurred; summit: meeting [] at 4 on 2031-05-09 planned"},
		{"later than any word of it", "Tollo said on Monday that he was ill. Orland is quiet before an election on the twentieth.", "election: election [] at 0 on 2031-05-20 planned"},
		{"told as the news", "Tollo said on Monday that he was ill. A summit in Vessen on Tuesday failed.", "summit: meeting [] at 5 on 2031-05-06 occurred"},
		{"nothing said of it", "They like meetings.", ""},
		{"news conference", "Tollo spoke at a news conference in Vessen on Monday.", ""},
		{"weak noun alone", "The deal is good.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, entities, times, statements := read(c.in)
			if got := list(x, Find(x, nil, nil, entities, times, statements)); got != c.want {
				t.Errorf("Find(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func list(x *text.Text, found []fact.Event) string {
	var out []string
	for _, e := range found {
		line := fmt.Sprintf("%s: %s %v at %d on %s %s", x.Slice(e.Span), e.Kind, e.Who, e.Where, e.When, e.Status)
		if e.Statement != 0 {
			line += fmt.Sprintf(" in %d", e.Statement)
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

// TestExamples runs the example beside each kind of event in the data.
func TestExamples(t *testing.T) {
	if len(examples) < 10 {
		t.Fatalf("%d examples in data/triggers.txt, want one a kind", len(examples))
	}
	for _, e := range examples {
		x, entities, times, statements := read(e.text)
		found := Find(x, nil, nil, entities, times, statements)
		if !slices.ContainsFunc(found, func(f fact.Event) bool { return f.Kind == e.kind }) {
			t.Errorf("Find(%q) = %q, want an event of kind %q", e.text, list(x, found), e.kind)
		}
	}
}

func TestPositions(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"rejects", "Tollo rejected the findings.", "2 against the findings"},
		{"considers unacceptable", "Hydra considers these terms unacceptable.", "6 against these terms"},
		{"demands an absence", "Orland demands that there be no expansion of the harbour.", "3 against expansion of the harbour"},
		{"demands a thing", "Orland demands that the harbour be closed.", "3 for the harbour be closed"},
		{"would not give in", "Marek, said Tollo, is late. Tollo said Orland would not give in to threats from abroad.", "2 against threats from abroad"},
		{"is ready to", "Tollo said Orland was ready to hold talks with Hydra.", "2 for talks with Hydra"},
		{"promises", "Hydra promised to repair the gates.", "6 for repair the gates"},
		{"praises a thing", "Tollo praised the truce.", "2 for the truce"},
		{"criticizes a thing", "Tollo criticized the truce.", "2 against the truce"},
		{"praises somebody", "Tollo praised Hydra.", ""},
		{"negated", "Tollo did not reject the findings.", ""},
		{"nobody named", "Officials rejected the findings.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, entities, _, statements := read(c.in)
			var out []string
			for _, p := range Positions(x, entities, statements) {
				out = append(out, fmt.Sprintf("%d %s %s", p.Actor, p.Stance, x.Slice(p.Topic[0])))
			}
			if got := strings.Join(out, "; "); got != c.want {
				t.Errorf("Positions(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

// TestSorted checks that the word lists are in order.
func TestSorted(t *testing.T) {
	for name, file := range map[string]string{"triggers": triggerFile, "stances": stanceFile, "words": wordFile} {
		if !strings.HasPrefix(file, "# ") {
			t.Errorf("data/%s.txt starts %.20q, want its source", name, file)
		}
	}
	for line := range strings.Lines(triggerFile) {
		key, rest, ok := strings.Cut(line, ": ")
		if ok && key != "example" && !strings.HasPrefix(key, "#") && !slices.IsSorted(strings.Fields(rest)) {
			t.Errorf("data/triggers.txt: %q is not sorted", line)
		}
	}
	for _, name := range []string{"not", "for", "light"} {
		if lines := readLines(stanceFile, name); !slices.IsSorted(lines) || lines[0] == "" {
			t.Errorf("data/stances.txt: section %q is not sorted, or empty", name)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, e := range examples {
		f.Add(e.text)
	}
	f.Add("Tollo said Orland would not give in. On Monday they met in, of Vessen.")
	f.Fuzz(func(t *testing.T, in string) {
		x, entities, times, statements := read(in)
		for _, e := range Find(x, nil, nil, entities, times, statements) {
			if e.Span.Empty() || e.Span.End > len(in) || e.Kind == "" || e.Status == "" || e.Confidence <= 0 {
				t.Errorf("Find(%q) has %+v", in, e)
			}
		}
		for _, p := range Positions(x, entities, statements) {
			if len(p.Topic) == 0 || p.Topic[0].Empty() || p.Topic[0].End > len(in) || p.Actor == 0 {
				t.Errorf("Positions(%q) has %+v", in, p)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	x, entities, times, statements := read(strings.Repeat("On Monday, Ilse Marek had met Tollo in Vessen, Orland, and Tollo said Orland would not give in to threats.\n\n", 300))
	b.SetBytes(int64(len(x.String())))
	for b.Loop() {
		Find(x, nil, nil, entities, times, statements)
		Positions(x, entities, statements)
	}
}
