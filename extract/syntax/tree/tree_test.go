package tree_test

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// parsed is the arcs of raw by its own words, sentences and tags.
func parsed(raw string) (*text.Text, []tree.Arc) {
	t := text.Of(raw)
	return t, tree.Find(t, tag.Find(t))
}

// check reports what keeps the arcs of t from being one tree a sentence.
func check(t testing.TB, of *text.Text, arcs []tree.Arc) {
	t.Helper()
	if len(arcs) != len(of.Tokens) {
		t.Fatalf("Find(%q) gives %d arcs for %d tokens", of.String(), len(arcs), len(of.Tokens))
	}
	for _, s := range of.Sentences {
		roots := 0
		for i := s.First; i < s.Last; i++ {
			head := arcs[i].Head
			if head == -1 {
				roots++
			} else if head < s.First || head >= s.Last {
				t.Fatalf("Find(%q): the head of %q is token %d, outside its sentence [%d, %d)", of.String(), of.Word(i), head, s.First, s.Last)
			}
			if (arcs[i].Label == "root") != (head == -1) || arcs[i].Label == "" {
				t.Fatalf("Find(%q): %q hangs on token %d as %q", of.String(), of.Word(i), head, arcs[i].Label)
			}
			if !reaches(arcs, i, s.Last-s.First) {
				t.Fatalf("Find(%q): %q hangs on itself in the end", of.String(), of.Word(i))
			}
		}
		if roots != 1 {
			t.Fatalf("Find(%q) has %d roots in sentence %q, want 1", of.String(), roots, of.Slice(s.Span))
		}
	}
}

// reaches reports whether the way up from token i ends at the root in at most
// steps.
func reaches(arcs []tree.Arc, i, steps int) bool {
	for range steps {
		if i = arcs[i].Head; i == -1 {
			return true
		}
	}
	return false
}

// TestTreesOfAnything gives words and tags in no order at all.
func TestTreesOfAnything(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	words := strings.Fields(`the Minister said , “ that it would not ” be sold ( by 40 Harbourers ) . ? … to and 's ÉTÉ x--y`)
	for range 300 {
		var sentences [][]text.Span
		var raw strings.Builder
		for range random.IntN(3) {
			var spans []text.Span
			for range 1 + random.IntN(30) {
				start := raw.Len()
				raw.WriteString(words[random.IntN(len(words))])
				spans = append(spans, text.Span{Start: start, End: raw.Len()})
				raw.WriteByte(' ')
			}
			sentences = append(sentences, spans)
		}
		of := text.Given(raw.String(), sentences)
		tags := make([]tag.Tag, len(of.Tokens))
		for i := range tags {
			tags[i] = tag.Tag(random.IntN(256))
		}
		check(t, of, tree.Find(of, tags))
	}
}

func TestLongSentence(t *testing.T) {
	raw := strings.Repeat("and the envoy said that ", 4000)
	start, end := 0, 0
	var spans []text.Span
	for _, word := range strings.Fields(raw) {
		start = end
		end = start + len(word)
		spans = append(spans, text.Span{Start: start, End: end})
		end++
	}
	of := text.Given(raw, [][]text.Span{spans})
	check(t, of, tree.Find(of, tag.Find(of)))
}

func TestNothing(t *testing.T) {
	if _, arcs := parsed(""); len(arcs) != 0 {
		t.Errorf("Find(\"\") = %v, want no arcs", arcs)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("")
	f.Add("“We will not pay,” the minister said. \"Never.\"")
	f.Add("TALKS FAIL (again)\n\nBy A. Writer, Lowport – the 3rd of May…")
	f.Fuzz(func(t *testing.T, raw string) {
		if !utf8.ValidString(raw) || len(raw) > 1<<12 {
			return
		}
		of, arcs := parsed(raw)
		check(t, of, arcs)
	})
}

const report = `The harbour council of Lowport said on Tuesday that it would close the northern quay for repairs. ` +
	`“We have no choice,” said Ilse Varga, the council’s chairwoman, who was elected last year. ` +
	`According to two engineers, the wall could give way if a storm came, but the port’s operator denied that ships were in danger. `

func BenchmarkFind(b *testing.B) {
	t := text.Of(strings.Repeat(report, 20))
	tags := tag.Find(t)
	b.ResetTimer()
	for b.Loop() {
		tree.Find(t, tags)
	}
	b.ReportMetric(float64(b.N)*float64(len(t.Tokens))/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkOpen(b *testing.B) {
	data, err := os.ReadFile("data/tree.model")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := tree.Open(data); err != nil {
			b.Fatal(err)
		}
	}
}
