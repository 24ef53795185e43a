package spot

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

func find(raw string) (*text.Text, []Name) {
	t := text.Of(raw)
	return t, Find(t, tag.Find(t))
}

func told(t *text.Text, names []Name) []string {
	var all []string
	for _, n := range names {
		all = append(all, fmt.Sprintf("%s %s", n.Kind, t.Slice(t.Range(n.First, n.Last))))
	}
	return all
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		situation, text string
		want            []string
	}{
		{"nothing", "", nil},
		{"no name", "The ferry was late again, and nobody was told why.", nil},
		{"a person with a role", "The harbour minister, Anna Lindqvist, resigned on Monday.", []string{"person Anna Lindqvist"}},
		{"a surname by what it is elsewhere", "Peter Okonjo met reporters on Friday. Okonjo said nothing new.",
			[]string{"person Peter Okonjo", "person Okonjo"}},
		{"of inside an organization", "The Ministry of Finance in Nairobi denied it.",
			[]string{"organization Ministry of Finance", "place Nairobi"}},
		{"a people", "Two Kenyan officials were questioned.", []string{"group Kenyan"}},
		{"a capital at the start that names nobody", "Officials in Kenya said so.", []string{"place Kenya"}},
		{"initials set with spaces", "They flew to the U . S . last week.", []string{"place U . S ."}},
	} {
		x, names := find(c.text)
		if got := told(x, names); !slices.Equal(got, c.want) {
			t.Errorf("%s: Find(%q) = %q, want %q", c.situation, c.text, got, c.want)
		}
	}
}

// check holds names to be in order, apart, and as sure as a percentage is.
func check(t *testing.T, x *text.Text, names []Name) {
	t.Helper()
	end := 0
	for _, n := range names {
		if n.First < end || n.Last <= n.First || n.Last > len(x.Tokens) {
			t.Fatalf("Find(%q) = %+v, want names in order and apart, within %d tokens", x.String(), n, len(x.Tokens))
		}
		if !slices.Contains(kinds[:], n.Kind) || n.Score < 50 || n.Score > 99 {
			t.Fatalf("Find(%q) = %+v, want a kind and a score from 50 to 99", x.String(), n)
		}
		end = n.Last
	}
}

// TestFindAnyLength holds texts longer than what is read at a time to be read
// like short ones.
func TestFindAnyLength(t *testing.T) {
	const line = "Anna Lindqvist met Peter Okonjo in Nairobi, "
	x, names := find(strings.Repeat(line, 3000))
	check(t, x, names)
	if persons := len(names); persons < 6000 {
		t.Errorf("Find of %d names in one line = %d names", 9000, persons)
	}
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{"", "A", "U . S .", "Anna Lindqvist’s\x00", "\xff\xfeA.", "É É É", "“Ärzte ohne Grenzen” (ÄOG)", "A B\nC D"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		x, names := find(raw)
		check(t, x, names)
	})
}

func TestUnitsHoldEveryToken(t *testing.T) {
	for _, raw := range []string{"", "One. Two.", "U . S . Navy ships.", strings.Repeat("A . ", 2000), strings.Repeat("word ", 5000)} {
		x := text.Of(raw)
		at := 0
		for _, u := range units(x) {
			if u.first != at || u.last <= u.first || u.last-u.first > longestUnit {
				t.Fatalf("units(%.20q…) has %+v after token %d", raw, u, at)
			}
			at = u.last
		}
		if at != len(x.Tokens) {
			t.Errorf("units(%.20q…) end at token %d of %d", raw, at, len(x.Tokens))
		}
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

const article = `MELK — The prime minister, Anna Lindqvist, told the Harbour Workers' Union on Tuesday that ferries to Nairobi would run again by May. “We have waited long enough,” she said.
Peter Okonjo, who leads the opposition Reform Party, called the plan “a joke”. Okonjo asked the Supreme Court in Accra to stop it; Kenyan officials did not reply.
`

func BenchmarkFind(b *testing.B) {
	t := text.Of(strings.Repeat(article, 50))
	tags := tag.Find(t)
	words := 0
	for b.Loop() {
		Find(t, tags)
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
