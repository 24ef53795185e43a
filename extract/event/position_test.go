package event

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestPositions(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"rejects", "Tollo rejected the findings.", "2 against the findings"},
		{"considers unacceptable", "Hydra considers these terms unacceptable.", "6 against these terms"},
		{"demands an absence", "Orland demands that there be no expansion of the harbour.", "3 against expansion of the harbour"},
		{"demands a thing", "Orland demands that the harbour be closed.", "3 for the harbour be closed"},
		{"would not give in", "Marek, said Tollo, is late. Tollo said Orland would not give in to threats from abroad.", "2 against threats from abroad"},
		{"is ready to", "Tollo said Orland was ready to hold talks with Hydra.", "2 for talks with Hydra"},
		{"promises", "Hydra promised to repair the gates.", "6 for repair the gates"},
		{"praises a thing", "Tollo praised the truce.", "2 for the truce"},
		{"criticizes a thing", "Tollo criticized the truce.", "2 against the truce"},
		{"praises somebody", "Tollo praised Hydra.", ""},
		{"negated", "Tollo did not reject the findings.", ""},
		{"nobody named", "Officials rejected the findings.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, entities, _, statements := read(c.in)
			var out []string
			for _, p := range Positions(x, entities, statements) {
				out = append(out, fmt.Sprintf("%d %s %s", p.Actor, p.Stance, x.Slice(p.Topic[0])))
			}
			if got := strings.Join(out, "; "); got != c.want {
				t.Errorf("Positions(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestStancesSorted(t *testing.T) {
	for name, file := range map[string]string{"stances": stanceFile, "words": wordFile} {
		if !strings.HasPrefix(file, "# ") {
			t.Errorf("data/%s.txt starts %.20q, want its source", name, file)
		}
	}
	for _, name := range []string{"not", "for", "light"} {
		if lines := readLines(stanceFile, name); !slices.IsSorted(lines) || lines[0] == "" {
			t.Errorf("data/stances.txt: section %q is not sorted, or empty", name)
		}
	}
}
