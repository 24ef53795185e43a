package name

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// shared is where corpora lie when they are there, from this package.
const shared = "../../../shared"

// A goldName is a name as a corpus marks it.
type goldName struct {
	text.Span
	kind fact.Kind
}

// goldKinds folds the classes of the corpora; others are left out.
var goldKinds = map[string]fact.Kind{
	"per": fact.Person, "person": fact.Person, "politician": fact.Person,
	"org": fact.Organization, "organization": fact.Organization, "politicalparty": fact.Organization,
	"loc": fact.Place, "location": fact.Place, "gpe": fact.Place, "place": fact.Place, "country": fact.Place,
}

type conllDocument struct {
	text  string
	names []goldName
}

// readCoNLL reads documents whose text is the tokens joined by spaces, a
// sentence a line; twenty sentences each where the file parts none.
func readCoNLL(t testing.TB, file string) []conllDocument {
	path := filepath.Join(shared, "corpora/names", file)
	f, err := os.Open(path)
	if err != nil {
		t.Skipf("no corpus to measure on: %v", err)
	}
	defer f.Close()
	var r conllReader
	for lines := bufio.NewScanner(f); lines.Scan(); {
		r.line(lines.Text())
	}
	r.flush()
	return r.documents
}

type conllReader struct {
	documents []conllDocument
	text      strings.Builder
	names     []goldName
	open      bool // the last name may go on
	marked    bool
	sentences int
}

func (r *conllReader) flush() {
	if r.text.Len() > 0 {
		r.documents = append(r.documents, conllDocument{r.text.String(), r.names})
	}
	r.text, r.names, r.open = strings.Builder{}, nil, false
}

func (r *conllReader) line(line string) {
	switch {
	case strings.HasPrefix(line, "-DOCSTART-"):
		r.marked = true
		r.flush()
		return
	case strings.TrimSpace(line) == "":
		if s := r.text.String(); s != "" && !strings.HasSuffix(s, "\n") {
			r.text.WriteByte('\n')
			if r.sentences++; !r.marked && r.sentences%20 == 0 {
				r.flush()
			}
		}
		r.open = false
		return
	}
	word, tag, _ := strings.Cut(line, "\t")
	tag, _, _ = strings.Cut(tag, "\t")
	if s := r.text.String(); s != "" && !strings.HasSuffix(s, "\n") {
		r.text.WriteByte(' ')
	}
	start := r.text.Len()
	r.text.WriteString(word)
	r.tag(tag, text.Span{Start: start, End: r.text.Len()})
}

func (r *conllReader) tag(tag string, at text.Span) {
	prefix, class, named := strings.Cut(tag, "-")
	switch {
	case !named:
		r.open = false
	case prefix == "B" || !r.open:
		r.names = append(r.names, goldName{at, goldKinds[strings.ToLower(class)]})
		r.open = true
	default:
		r.names[len(r.names)-1].End = at.End
	}
}

// A tally counts names of one kind: right, in gold, found.
type tally struct{ right, gold, found int }

func (n tally) f1() float64 {
	if n.gold+n.found == 0 {
		return 0
	}
	return 200 * float64(n.right) / float64(n.gold+n.found)
}

// score compares the mentions of the given kinds of words with gold.
func score(t *testing.T, docs []conllDocument, hows ...fact.How) map[fact.Kind]tally {
	counts := map[fact.Kind]tally{}
	shown := 0
	for _, d := range docs {
		gold, found := map[goldName]bool{}, map[goldName]bool{}
		for _, n := range d.names {
			if n.kind != "" {
				gold[n] = true
			}
		}
		for _, e := range Find(text.Of(d.text)) {
			for _, m := range e.Mentions {
				for _, how := range hows {
					if m.How == how && (e.Kind == fact.Person || e.Kind == fact.Organization || e.Kind == fact.Place) {
						found[goldName{m.Span, e.Kind}] = true
					}
				}
			}
		}
		for n := range gold {
			c, all := counts[n.kind], counts[""]
			c.gold++
			all.gold++
			if found[n] {
				c.right++
				all.right++
			} else if testing.Verbose() && shown < 150 && len(hows) > 1 {
				shown++
				t.Logf("missed %s %q in %q", n.kind, d.text[n.Start:n.End], around(d.text, n.Span))
			}
			counts[n.kind], counts[""] = c, all
		}
		for n := range found {
			c, all := counts[n.kind], counts[""]
			c.found++
			all.found++
			counts[n.kind], counts[""] = c, all
			if !gold[n] && testing.Verbose() && shown < 300 && len(hows) > 1 {
				shown++
				t.Logf("spurious %s %q in %q", n.kind, d.text[n.Start:n.End], around(d.text, n.Span))
			}
		}
	}
	return counts
}

// around is the words about s.
func around(raw string, s text.Span) string {
	return strings.ToValidUTF8(raw[max(0, s.Start-40):min(len(raw), s.End+40)], "")
}

// TestScore holds exact-span F1 of persons, organizations and places above a
// floor: with surnames and abbreviations (aliases) counted, and without them.
func TestScore(t *testing.T) {
	for _, c := range []struct {
		file               string
		names, withAliases float64
	}{
		{"worldwide.dev.conll", 63.5, 72},
		{"conll2003.dev.conll", 68.5, 75.5},
	} {
		docs := readCoNLL(t, c.file)
		strict := score(t, docs, fact.ByName)
		loose := score(t, docs, fact.ByName, fact.ByAlias)
		for _, k := range []fact.Kind{fact.Person, fact.Organization, fact.Place, ""} {
			n, a := strict[k], loose[k]
			t.Logf("%s %-12s names F1 %.1f; with aliases P %.1f R %.1f F1 %.1f (%d in gold)", c.file, k, n.f1(),
				100*float64(a.right)/float64(max(1, a.found)), 100*float64(a.right)/float64(max(1, a.gold)), a.f1(), a.gold)
		}
		if got := strict[""].f1(); got < c.names {
			t.Errorf("%s: F1 of names = %.1f, want at least %.1f", c.file, got, c.names)
		}
		if got := loose[""].f1(); got < c.withAliases {
			t.Errorf("%s: F1 of names and aliases = %.1f, want at least %.1f", c.file, got, c.withAliases)
		}
	}
}
