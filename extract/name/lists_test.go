package name

import (
	"slices"
	"strings"
	"testing"
)

// TestLists holds every list to its form: source or author and licence first,
// then sorted lines, none twice.
func TestLists(t *testing.T) {
	files, err := data.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		b, err := data.ReadFile("data/" + file.Name())
		if err != nil {
			t.Fatal(err)
		}
		head := string(b[:min(len(b), 600)])
		if !strings.HasPrefix(head, "# ") || !strings.Contains(head, "Written for this project") && !strings.Contains(head, "ource: ") && !strings.Contains(head, "erived from") && !strings.Contains(head, "ounted for this project") {
			t.Errorf("%s does not say where it comes from: %.80q", file.Name(), head)
		}
		all := lines(file.Name())
		if !slices.IsSorted(all) {
			t.Errorf("%s is not sorted", file.Name())
		}
		if n := len(slices.Compact(slices.Clone(all))); n != len(all) {
			t.Errorf("%s has %d lines twice", file.Name(), len(all)-n)
		}
		if slices.Contains(all, "") {
			t.Errorf("%s has an empty line", file.Name())
		}
	}
}

func TestGazetteer(t *testing.T) {
	g := lists().known
	for _, c := range []struct{ name, entry string }{
		{"U.S.", "United States"}, {"Russian", "Russia"}, {"Turkey", "Türkiye"}, {"NATO", "North Atlantic Treaty Organization"},
		{"Washington", "Washington D.C."}, {"British", "United Kingdom"}, {"AFP", "Agence France - Presse"}, {"Donbass", "Donbas"},
	} {
		n, ok := g.names[c.name]
		if !ok || key(n.name) != key(c.entry) {
			t.Errorf("gazetteer[%q] = %v, want %q", c.name, n.entry, c.entry)
		}
	}
	if n := g.names["Moscow"]; n.entry == nil || n.capital == nil || n.capital.name != "Russia" {
		t.Errorf("Moscow is the capital of %v, want Russia", n.entry)
	}
}
