package attribute

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

func find(raw string) (*text.Text, []Attribution) {
	t := text.Of(raw)
	tags := tag.Find(t)
	return t, Find(t, tags, tree.Find(t, tags))
}

// told is an attribution as "source | cue | content", parts by " … ".
func told(t *text.Text, a Attribution) string {
	var roles []string
	for _, runs := range [][]Run{a.Source, a.Cue, a.Content} {
		var words []string
		for _, r := range runs {
			words = append(words, t.Slice(t.Range(r.From, r.To)))
		}
		roles = append(roles, strings.Join(words, " … "))
	}
	return strings.Join(roles, " | ")
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		situation, text string
		want            []string
	}{
		{"nothing", "", nil},
		{"nobody speaks", "The ferry left Melk at noon.", nil},
		{"indirect speech", "Mayor Anna Lindqvist said on Monday that the bridge was safe.",
			[]string{"Mayor Anna Lindqvist | said | that the bridge was safe"}},
		{"direct speech before its cue", "“We have waited long enough for this bridge,” Lindqvist said.",
			[]string{"Lindqvist | said | “We have waited long enough for this bridge,”"}},
		{"a quotation in two parts", "“The bridge is safe,” the mayor said. “We will open it in May.”",
			[]string{"the mayor | said | “The bridge is safe,” … “We will open it in May.”"}},
		{"according to", "According to the police, two boats sank near Osk.",
			[]string{"the police | According to | two boats sank near Osk"}},
		{"a pronoun", "He warned that the harbour would be closed.",
			[]string{"He | warned | that the harbour would be closed"}},
		{"an intention", "The union wants to stop the strike.",
			[]string{"The union | wants | to stop the strike"}},
	} {
		x, found := find(c.text)
		var got []string
		for _, a := range found {
			got = append(got, told(x, a))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: Find(%q) = %q, want %q", c.situation, c.text, got, c.want)
		}
	}
}

// check holds what was found to lie in the text, in order and apart.
func check(t *testing.T, x *text.Text, found []Attribution) {
	t.Helper()
	head := -1
	for _, a := range found {
		if a.Head <= head || a.Head >= len(x.Tokens) || len(a.Content) == 0 || a.Sure < 0 || a.Sure > 100 {
			t.Fatalf("Find(%.80q) = %+v, want heads in order, a content, and a percentage", x.String(), a)
		}
		head = a.Head
		taken := map[int]bool{}
		for _, runs := range [][]Run{a.Source, a.Cue, a.Content} {
			end := 0
			for _, r := range runs {
				if r.From < end || r.To <= r.From || r.To > len(x.Tokens) {
					t.Fatalf("Find(%.80q) = %+v, want runs in order, within %d tokens", x.String(), a, len(x.Tokens))
				}
				end = r.To
				for i := r.From; i < r.To; i++ {
					if taken[i] {
						t.Fatalf("Find(%.80q) = %+v, want every token in one part", x.String(), a)
					}
					taken[i] = true
				}
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"", "said", "“", "“““”””", "He said: “No", "\xff\xfesaid that A.", "“A,” he said. “B.”\n“C.”", "'‘’' said 'it'", "A B\n\nsaid: \n\n“C”",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		x, found := find(raw)
		check(t, x, found)
	})
}

// TestFindAnyLength holds long paragraphs of quotations, closed and not, to be
// read as short ones are.
func TestFindAnyLength(t *testing.T) {
	for situation, line := range map[string]string{
		"quotations":               "“The bridge is safe,” the mayor said. ",
		"quotations in quotations": "“He said “she said ‘it said “no” ’ ” and left. ",
		"marks without a pair":     "” the mayor said “ and ",
		"cues without an end":      "the mayor said that ",
		"nothing said":             "ferry ",
	} {
		x, found := find(strings.Repeat(line, 2000))
		t.Logf("%s: %d attributions in %d tokens", situation, len(found), len(x.Tokens))
		check(t, x, found)
	}
}

func TestFindTwice(t *testing.T) {
	x, first := find(article)
	_, second := find(article)
	if a, b := fmt.Sprint(first), fmt.Sprint(second); a != b || len(first) == 0 {
		t.Errorf("Find(%.40q…) = %s, then %s", x.String(), a, b)
	}
}

func TestOpenRefusesDamage(t *testing.T) {
	if _, err := Open(model); err != nil {
		t.Fatalf("Open of the embedded model = %v", err)
	}
	if _, err := Open(model[:len(model)/2]); err == nil {
		t.Error("Open of half a model gives no error")
	}
	bad := slices.Clone(model)
	bad[len(bad)/2] ^= 1
	if _, err := Open(bad); err == nil {
		t.Error("Open of an altered model gives no error")
	}
}

const article = `MELK — The prime minister, Anna Lindqvist, told the Harbour Workers' Union on Tuesday that ferries to Osk would run again by May. “We have waited long enough,” she said. “Nobody should wait longer.”

Peter Okonjo, who leads the opposition Reform Party, called the plan “a joke”. According to two officials close to the talks, the union wants to see a contract first; the ministry declined to comment.
`

func BenchmarkFind(b *testing.B) {
	t := text.Of(strings.Repeat(article, 50))
	tags := tag.Find(t)
	arcs := tree.Find(t, tags)
	words := 0
	for b.Loop() {
		Find(t, tags, arcs)
		words += len(t.Tokens)
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		if _, err := Open(model); err != nil {
			b.Fatal(err)
		}
	}
}

// TestWithin reads contents for what is said inside them.
func TestWithin(t *testing.T) {
	for _, raw := range []string{
		"Mayor Anna Lindqvist said on Monday that the police had warned that the bridge was unsafe.",
		"“The police told me that the bridge was unsafe,” Anna Lindqvist said.",
	} {
		x := text.Of(raw)
		tags := tag.Find(x)
		arcs := tree.Find(x, tags)
		var inner []Attribution
		for _, a := range Find(x, tags, arcs) {
			for _, r := range a.Content {
				found := Within(x, tags, arcs, r)
				check(t, x, found)
				for _, b := range found {
					if b.Content[0].From <= r.From || b.Content[0].To > r.To {
						t.Errorf("Within(%q, %+v) = %q, want it inside", raw, r, told(x, b))
					}
				}
				inner = append(inner, found...)
			}
		}
		if len(inner) != 1 {
			t.Errorf("Within the contents of %q stand %d attributions, want 1", raw, len(inner))
		}
	}
}
