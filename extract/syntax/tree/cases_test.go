package tree_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"onrecord/extract/text"
)

var update = flag.Bool("update", false, "write what is found into testdata/arcs.txtar")

// wrong are sentences of testdata that the parser does not get right yet, and
// why; one that it does get right belongs here no longer.
var wrong = map[string]string{
	"adding-that":  "what somebody adds is taken for part of the object before it",
	"warning-that": "what a noun says is taken for what is said of it",
	"urged-to":     "what somebody is urged to do is taken for a purpose",
}

// TestArcs parses the sentences of testdata: arcs that a reader of facts lives
// on. Each is a file whose first line is the sentence; below it stands one arc
// a line: the word, the label, the head. A word that comes twice is numbered:
// "the#2".
func TestArcs(t *testing.T) {
	const path = "testdata/arcs.txtar"
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range archive.Files {
		file := &archive.Files[i]
		t.Run(file.Name, func(t *testing.T) {
			raw, want, _ := strings.Cut(string(file.Data), "\n")
			got := found(t, raw, want)
			if why, ok := wrong[file.Name]; ok {
				if got == want {
					t.Errorf("Find(%q) is right: strike it off the list of what is wrong (%s)", raw, why)
				}
				return
			}
			if got != want && !*update {
				t.Errorf("Find(%q) =\n%swant\n%s", raw, got, want)
			}
			file.Data = []byte(raw + "\n" + got)
		})
	}
	if *update {
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// found is the arcs that raw has for the words that begin the lines of want.
func found(t *testing.T, raw, want string) string {
	of, arcs := parsed(raw)
	check(t, of, arcs)
	names := named(of)
	var b strings.Builder
	for line := range strings.Lines(want) {
		word, _, _ := strings.Cut(line, " ")
		i, ok := names.index[word]
		if !ok {
			t.Fatalf("Find(%q): there is no word %q", raw, word)
		}
		head := "ROOT"
		if arcs[i].Head >= 0 {
			head = names.name[arcs[i].Head]
		}
		fmt.Fprintf(&b, "%s %s %s\n", word, arcs[i].Label, head)
	}
	return b.String()
}

// names are the words of a text, numbered where they come again.
type names struct {
	name  []string
	index map[string]int
}

func named(of *text.Text) names {
	n := names{index: map[string]int{}}
	count := map[string]int{}
	for i := range of.Tokens {
		name := of.Word(i)
		if count[of.Word(i)]++; count[of.Word(i)] > 1 {
			name = fmt.Sprintf("%s#%d", name, count[of.Word(i)])
		}
		n.name = append(n.name, name)
		n.index[name] = i
	}
	return n
}
