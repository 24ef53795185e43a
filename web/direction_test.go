package web

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// order is the way data flows: a package may import what stands before it in
// another line, never what stands after it.
var order = []string{"migrations", "extract", "store", "web", "cmd"}

// stages is the same within extract.
var stages = [][]string{
	{"learn"}, {"text"}, {"fact"}, {"score"}, {"document"}, {"article"}, {"amount/number"},
	{"syntax/cluster"}, {"syntax/tag"}, {"syntax/lemma", "syntax/tree"}, {"name/spot"}, {"name", "when"}, {"statement"}, {"amount", "event"}, {""},
}

func TestImportsGoOneWay(t *testing.T) {
	seen := 0
	err := filepath.WalkDir("..", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") {
			return err
		}
		seen++
		from := path.Dir(filepath.ToSlash(strings.TrimPrefix(file, ".."+string(filepath.Separator))))
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if to, own := strings.CutPrefix(imported, "onrecord/"); own && !allowed(from, to) {
				t.Errorf("%s imports %s, which is against the flow of data", file, imported)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 50 {
		t.Errorf("%d files were looked at, want the whole project", seen)
	}
}

func allowed(from, to string) bool {
	fromTop, fromRest, _ := strings.Cut(from, "/")
	toTop, toRest, _ := strings.Cut(to, "/")
	if fromTop == "web" && fromRest == "view" {
		return toTop == "web" && strings.HasPrefix(toRest, "view")
	}
	if fromTop != toTop {
		return slices.Index(order, toTop) < slices.Index(order, fromTop)
	}
	if fromTop != "extract" {
		return true
	}
	fromStage, toStage := stage(fromRest), stage(toRest)
	return fromStage < 0 || toStage < 0 || toStage < fromStage || strings.HasPrefix(toRest, firstPart(fromRest)+"/") || strings.HasPrefix(fromRest, firstPart(toRest)+"/")
}

func firstPart(s string) string {
	first, _, _ := strings.Cut(s, "/")
	return first
}

func stage(rest string) int {
	at := slices.IndexFunc(stages, func(names []string) bool { return slices.Contains(names, rest) })
	if at < 0 {
		at = slices.IndexFunc(stages, func(names []string) bool { return slices.Contains(names, firstPart(rest)) })
	}
	return at
}

func TestAllowedRefusesTheOtherWay(t *testing.T) {
	for _, c := range [][2]string{{"store", "web"}, {"extract/name", "store"}, {"extract/text", "extract/fact"}, {"web/view", "store"}, {"migrations", "store"}, {"extract/name", "extract"}} {
		if allowed(c[0], c[1]) {
			t.Errorf("allowed(%s, %s) = true, want false", c[0], c[1])
		}
	}
}
