package web

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The generated views are committed, so that the program runs right after a
// clone; this fails when one was not generated anew.
func TestViewsAreGenerated(t *testing.T) {
	command := exec.Command("go", "tool", "templ", "generate", "-check", "-include-version=false")
	out, err := command.CombinedOutput()
	if err != nil {
		t.Errorf("generated views are stale, run: cd web && go generate\n%s", out)
	}
}

// A view without its source would pass the check above.
func TestEveryGeneratedViewHasItsSource(t *testing.T) {
	generated, err := filepath.Glob("view/*_templ.go")
	if err != nil || len(generated) == 0 {
		t.Fatalf("no generated views: %v", err)
	}
	for _, g := range generated {
		if _, err := os.Stat(strings.TrimSuffix(g, "_templ.go") + ".templ"); err != nil {
			t.Errorf("%s has no source: %v", g, err)
		}
	}
}
