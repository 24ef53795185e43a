package name

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/score"
	"onrecord/extract/text"
)

// shared is where corpora lie when they are there, from this package.
const shared = "../../../shared"

// A namedSpan is a name of a kind that is scored, in one document.
type namedSpan struct {
	document int
	text.Span
	kind fact.Kind
}

var scoredKinds = []fact.Kind{fact.Person, fact.Organization, fact.Place}

// goldNames is the names in docs as the corpus marks them.
func goldNames(docs []score.Named) (gold []namedSpan) {
	for i, d := range docs {
		for _, n := range d.Names {
			if n.Kind() != "" {
				gold = append(gold, namedSpan{i, n.Span, n.Kind()})
			}
		}
	}
	return gold
}

// foundNames is the mentions by name that Find gives in docs.
func foundNames(docs []score.Named) (found []namedSpan) {
	for i, d := range docs {
		for _, e := range inText(text.Of(d.Text)) {
			for _, m := range e.Mentions {
				if m.How == fact.ByName && slices.Contains(scoredKinds, e.Kind) {
					found = append(found, namedSpan{i, m.Span, e.Kind})
				}
			}
		}
	}
	return found
}

// ofKind is the names of a kind.
func ofKind(names []namedSpan, kind fact.Kind) []namedSpan {
	return slices.DeleteFunc(slices.Clone(names), func(n namedSpan) bool { return n.kind != kind })
}

// TestScore holds exact-span F1 of persons, organizations and places, mentioned
// by name, above a floor.
func TestScore(t *testing.T) {
	for _, c := range []struct {
		file  string
		floor float64
	}{
		{"worldwide.dev.conll", 81.8},
		{"conll2003.dev.conll", 78.2},
	} {
		docs, err := score.ReadNames(filepath.Join(shared, "corpora/names", c.file))
		if err != nil {
			t.Skipf("no corpus to measure on: %v", err)
		}
		gold, found := goldNames(docs), foundNames(docs)
		for _, k := range scoredKinds {
			t.Logf("%s %-12s %v", c.file, k, score.Match(ofKind(gold, k), ofKind(found, k)))
		}
		logMisses(t, docs, gold, found)
		if got := score.Match(gold, found); got.F1() < c.floor {
			t.Errorf("%s: names %v, want F1 of at least %.1f", c.file, got, c.floor)
		}
	}
}

// logMisses prints the first names that were missed or that are none.
func logMisses(t *testing.T, docs []score.Named, gold, found []namedSpan) {
	if !testing.Verbose() {
		return
	}
	const most = 150
	shown := 0
	for _, n := range gold {
		if shown < most && !slices.Contains(found, n) {
			shown++
			t.Logf("missed %s in %q", n.kind, around(docs[n.document].Text, n.Span))
		}
	}
	for _, n := range found {
		if shown < 2*most && !slices.Contains(gold, n) {
			shown++
			t.Logf("spurious %s in %q", n.kind, around(docs[n.document].Text, n.Span))
		}
	}
}

// around is the words about s, with s between « and ».
func around(raw string, s text.Span) string {
	about := raw[max(0, s.Start-40):s.Start] + "«" + raw[s.Start:s.End] + "»" + raw[s.End:min(len(raw), s.End+40)]
	return strings.ToValidUTF8(about, "")
}
