package name

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

// TestStories holds the entities and roles that a careful reader finds in
// whole articles to be found, all but the few that the floor allows.
func TestStories(t *testing.T) {
	const allowed = 2
	golds, _ := filepath.Glob(filepath.Join(shared, "story", "*.gold.json"))
	if len(golds) == 0 {
		t.Skip("no stories to measure on")
	}
	right, all := 0, 0
	for _, path := range golds {
		var gold struct {
			File     string
			Entities []struct {
				Name, Role string
				Kind       fact.Kind
				Also       []string
			}
		}
		b, err := os.ReadFile(path)
		if err == nil {
			err = json.Unmarshal(b, &gold)
		}
		if err != nil {
			t.Fatalf("reading %s: %v", path, err)
		}
		raw, err := os.ReadFile(filepath.Join(shared, "story", gold.File))
		if err != nil {
			t.Fatal(err)
		}
		x := text.Of(string(raw))
		found := Find(x, tag.Find(x))
		for _, g := range gold.Entities {
			all++
			if slices.ContainsFunc(found, func(e fact.Entity) bool {
				return e.Kind == g.Kind && strings.Contains(strings.ToLower(e.Role), strings.ToLower(g.Role)) &&
					slices.ContainsFunc(append(g.Also, g.Name), func(name string) bool { return called(x, e, name) })
			}) {
				right++
			} else {
				t.Logf("%s: %s, %s, %q is not found", gold.File, g.Name, g.Kind, g.Role)
			}
		}
	}
	if t.Logf("%d of %d entities", right, all); right < all-allowed {
		t.Errorf("%d of %d entities found with their roles, want at least %d", right, all, all-allowed)
	}
}

// called reports whether the article calls e by that name.
func called(x *text.Text, e fact.Entity, name string) bool {
	if strings.EqualFold(e.Name, name) {
		return true
	}
	return slices.ContainsFunc(e.Mentions, func(m fact.Mention) bool {
		return (m.How == fact.ByName || m.How == fact.ByAlias) && strings.EqualFold(x.Slice(m.Span), name)
	})
}
