package name

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"onrecord/extract/fact"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

var update = flag.Bool("update", false, "write what is found as what is wanted")

const golden = "testdata/entities.txtar"

func readGolden(t testing.TB) *txtar.Archive {
	a, err := txtar.ParseFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// wrong are situations that the names model of this day does not get right,
// and why; one that comes out right belongs here no longer.
var wrong = map[string]string{}

func TestFind(t *testing.T) {
	a := readGolden(t)
	if *update {
		rewrite(t, a)
		return
	}
	for i := 0; i+1 < len(a.Files); i += 2 {
		in, want := a.Files[i], a.Files[i+1]
		x := text.Of(string(in.Data))
		got := written(x, Find(x, tag.Find(x)))
		why, known := wrong[strings.TrimSuffix(in.Name, ".in")]
		switch right := got == string(want.Data); {
		case known && right:
			t.Errorf("%s: Find(%q) is right: strike it off the list of what is wrong (%s)", in.Name, in.Data, why)
		case !known && !right:
			t.Errorf("%s: Find(%q) =\n%swant\n%s", in.Name, in.Data, got, want.Data)
		}
	}
}

// rewrite fills in a .want after every .in.
func rewrite(t *testing.T, a *txtar.Archive) {
	var files []txtar.File
	for _, f := range a.Files {
		if situation, ok := strings.CutSuffix(f.Name, ".in"); ok {
			x := text.Of(string(f.Data))
			files = append(files, f, txtar.File{Name: situation + ".want", Data: []byte(written(x, Find(x, tag.Find(x))))})
		}
	}
	a.Files = files
	if err := os.WriteFile(golden, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

// written is one line for each entity.
func written(x *text.Text, entities []fact.Entity) string {
	var b strings.Builder
	for _, e := range entities {
		fmt.Fprintf(&b, "%s, %s", e.Name, e.Kind)
		if e.Role != "" {
			fmt.Fprintf(&b, ", %s", e.Role)
		}
		if e.Of != 0 {
			fmt.Fprintf(&b, " of %s", entities[e.Of-1].Name)
		}
		b.WriteString(":")
		for _, m := range e.Mentions {
			fmt.Fprintf(&b, " [%s %s]", m.How, x.Slice(m.Span))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// checkInvariants reports what the contract of Find promises and does not hold.
func checkInvariants(t *testing.T, raw string) {
	x := text.Of(raw)
	entities := Find(x, tag.Find(x))
	taken := map[int]bool{}
	for i, e := range entities {
		if e.ID != i+1 || e.Name == "" || e.Rule == "" || len(e.Mentions) == 0 || e.Confidence <= 0 || e.Confidence > 1 {
			t.Fatalf("Find(%q): entity %d = %+v", raw, i, e)
		}
		if e.Of < 0 || e.Of > len(entities) || e.Of == e.ID {
			t.Fatalf("Find(%q): entity %d is of %d", raw, i, e.Of)
		}
		at := 0
		for _, m := range e.Mentions {
			if m.Span.Start < at || m.Span.Empty() || m.Span.End > len(raw) {
				t.Fatalf("Find(%q): mention %v of %q out of order or range", raw, m.Span, e.Name)
			}
			at = m.Span.End
			for token := x.TokenAt(m.Span.Start); token < len(x.Tokens) && x.Tokens[token].Start < m.Span.End; token++ {
				if taken[token] || !m.Span.Contains(x.Tokens[token].Span) {
					t.Fatalf("Find(%q): mention %q of %q shares or cuts a word", raw, x.Slice(m.Span), e.Name)
				}
				taken[token] = true
			}
		}
	}
	if again := inText(text.Of(raw)); !reflect.DeepEqual(again, entities) {
		t.Fatalf("Find(%q) differs on a second run", raw)
	}
}

func TestInvariants(t *testing.T) {
	for _, f := range readGolden(t).Files {
		checkInvariants(t, string(f.Data))
	}
}

// TestLinear repeats what makes a careless finder take time in proportion to
// the square of the length; it would not end.
func TestLinear(t *testing.T) {
	for _, unit := range []string{"A ", "Peter Osk, ", "Osk of ", "the minister ", "Judge ", "(AB) ", "he said ", "Elde-", "Mr. A. ", "the President of ", "a guard said he ", "“He left,” Osk said. "} {
		in := strings.Repeat(unit, 300_000/len(unit))
		start := time.Now()
		entities := inText(text.Of(in))
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("Find(%q repeated to 300 kB) took %v for %d entities", unit, took, len(entities))
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, file := range readGolden(f).Files {
		f.Add(string(file.Data))
	}
	for _, seed := range []string{"", "'s", "Mr", "Elde 's", "al-", "A & ", "Elde (", "MELK () -", "the alliance", "\xffA\xfe"} {
		f.Add(seed)
	}
	f.Fuzz(checkInvariants)
}

func BenchmarkFind(b *testing.B) {
	var all strings.Builder
	for _, f := range readGolden(b).Files {
		if strings.HasSuffix(f.Name, ".in") {
			all.Write(f.Data)
		}
	}
	x := text.Of(strings.Repeat(all.String(), 10))
	Find(x, tag.Find(x))
	words := 0
	for b.Loop() {
		Find(x, tag.Find(x))
		words += len(x.Tokens)
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkLists is what the first article pays for reading the lists.
func BenchmarkLists(b *testing.B) {
	for b.Loop() {
		readLists()
	}
}

// inText is what Find gives for t with the tags that are found in it.
func inText(t *text.Text) []fact.Entity { return Find(t, tag.Find(t)) }
