package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/extract/learn"
)

func TestAsked(t *testing.T) {
	for _, c := range []struct{ situation, names, want string }{
		{"one", "tags", "tags"},
		{"in the order of training", "names tags clusters", "clusters tags names"},
		{"a group", "syntax", "clusters tags lemmas trees"},
		{"all", "all", "sentences clusters tags lemmas trees names statements"},
		{"one twice", "tags syntax", "clusters tags lemmas trees"},
	} {
		got, err := asked(strings.Fields(c.names))
		var names []string
		for _, m := range got {
			names = append(names, m.name)
		}
		if s := strings.Join(names, " "); err != nil || s != c.want {
			t.Errorf("%s: asked(%s) = %q, %v, want %q", c.situation, c.names, s, err, c.want)
		}
	}
	if _, err := asked([]string{"verbs"}); err == nil || !strings.Contains(err.Error(), `"verbs"`) {
		t.Errorf("asked(verbs) = %v, want an error that names it", err)
	}
}

// Every model that is trained lies where the program embeds it, with its card.
func TestModelsAreInPlace(t *testing.T) {
	for _, m := range models {
		for _, path := range []string{m.path, m.path + ".md"} {
			if _, err := os.Stat(filepath.Join("../..", path)); err != nil {
				t.Errorf("model %s: %v", m.name, err)
			}
		}
	}
}

func TestTheModelsAreSmall(t *testing.T) {
	total := int64(0)
	for _, m := range models {
		if m.name == "statements" {
			continue // those have room of their own
		}
		info, err := os.Stat(filepath.Join("../..", m.path))
		if err != nil {
			t.Fatal(err)
		}
		total += info.Size()
	}
	if most := int64(15_000_000); total > most {
		t.Errorf("the models take %d bytes, want at most %d", total, most)
	}
}

func TestReplace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.model")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	f := learn.NewFile("test 1")
	f.PutWords("names", []string{"a"})
	size, err := replace(path, f)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil || int64(len(data)) != size {
		t.Fatalf("replace wrote %d bytes, %v, want %d", len(data), err, size)
	}
	if _, err := learn.Open(data, "test 1"); err != nil {
		t.Errorf("Open of what replace wrote: %v", err)
	}
	if left, _ := filepath.Glob(path + ".*"); len(left) != 0 {
		t.Errorf("replace leaves %q", left)
	}
}

// Every task measures a small file of its format.
func TestScore(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	trees := write("a.conllu", "# newdoc id = a\n1\tShips\tship\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tsail\tsail\tVERB\tVBP\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n")
	for task, c := range map[string]struct{ path, want string }{
		"rules":      {write("rules.jsonl", `{"text":"It froze. No ship left.","sentences":["It froze.","No ship left."]}`), "1 of 1 rules kept"},
		"sentences":  {trees, "F1 100.00"},
		"words":      {trees, "F1 100.00"},
		"tags":       {trees, "UPOS 100.00"},
		"parse":      {trees, "UAS 100.00"},
		"names":      {write("a.conll", "Anna\tB-PER\nSmith\tI-PER\nlives\tO\nin\tO\nParis\tB-LOC\n.\tO\n"), "P 100.00"},
		"statements": {write("polnear.jsonl", `{"id":"a","text":"Anna Smith said the ships sailed.","attributions":[{"source":[[0,10]],"cue":[[11,15]],"content":[[16,32]],"type":"indirect"}]}`), "(1 gold"},
		"links":      {write("gum.jsonl", `{"id":"a","text":"Anna Smith left. She sailed.","entities":[{"start":0,"end":10,"type":"person","coref":"1","named":true},{"start":17,"end":20,"type":"person","coref":"1"}]}`), "he/she"},
	} {
		lines, err := tasks[task](c.path)
		if err != nil {
			t.Errorf("%s: %v", task, err)
			continue
		}
		if s := strings.Join(lines, "\n"); !strings.Contains(s, c.want) {
			t.Errorf("%s of %s = %q, want %q in it", task, c.path, s, c.want)
		}
	}
}
