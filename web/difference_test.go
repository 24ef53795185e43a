package web

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"onrecord/web/view"
)

// written is rows as one line each: the words that only one version has in
// brackets.
func written(rows []view.VersionRow) []string {
	side := func(list []view.Change) string {
		var b strings.Builder
		for _, c := range list {
			if c.Mark == view.InBoth {
				b.WriteString(c.Text)
			} else {
				b.WriteString("[" + c.Text + "]")
			}
		}
		return b.String()
	}
	var all []string
	for _, r := range rows {
		all = append(all, fmt.Sprintf("%s: %s | %s", r.Kind, side(r.Old), side(r.Now)))
	}
	return all
}

func TestVersionRows(t *testing.T) {
	for _, c := range []struct{ name, old, now, want string }{
		{"the same", "One.\n\nTwo.", "One.\n\nTwo.", "same: One. | One.\nsame: Two. | Two."},
		{"a word", "It cost 1,400 crowns.", "It cost 1,900 crowns.", "changed: It cost [1,400] crowns. | It cost [1,900] crowns."},
		{"words put in", "She said no.", "She said again that no.", "changed: She said no. | She said [again that ]no."},
		{"a paragraph taken out", "One.\n\nTwo.\n\nThree.", "One.\n\nThree.", "same: One. | One.\ngone: [Two.] | \nsame: Three. | Three."},
		{"a paragraph put in", "One.", "One.\n\nTwo.", "same: One. | One.\nnew:  | [Two.]"},
		{"one put in before one that changed", "The toll stays for now.", "Talks failed.\n\nThe toll stays for good.", "new:  | [Talks failed.]\nchanged: The toll stays for [now]. | The toll stays for [good]."},
		{"nothing left", "One.", "", "gone: [One.] | \nnew:  | []"},
	} {
		got := strings.Join(written(versionRows(strings.Split(c.old, "\n\n"), strings.Split(c.now, "\n\n"))), "\n")
		if got != c.want {
			t.Errorf("versionRows(%s) =\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// Whatever two texts are, both are there whole, in order.
func TestVersionRowsLoseNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	text := func() []string {
		all := make([]string, 1+r.IntN(30))
		for i := range all {
			for range 1 + r.IntN(6) {
				all[i] += fmt.Sprint("w", r.IntN(9), " ")
			}
		}
		return all
	}
	for range 300 {
		old, now := text(), text()
		var gotOld, gotNow []string
		for _, row := range versionRows(old, now) {
			for _, side := range []struct {
				list []view.Change
				to   *[]string
			}{{row.Old, &gotOld}, {row.Now, &gotNow}} {
				whole := ""
				for _, c := range side.list {
					whole += c.Text
				}
				if len(side.list) > 0 {
					*side.to = append(*side.to, whole)
				}
			}
		}
		if fmt.Sprint(gotOld) != fmt.Sprint(old) || fmt.Sprint(gotNow) != fmt.Sprint(now) {
			t.Fatalf("versionRows(%q, %q) has %q and %q", old, now, gotOld, gotNow)
		}
	}
}

// BenchmarkVersionRows compares two long texts of which every third paragraph
// differs; twice the length takes about twice the time.
func BenchmarkVersionRows(b *testing.B) {
	for _, n := range []int{2000, 4000} {
		b.Run(fmt.Sprint(n, " paragraphs"), func(b *testing.B) {
			r := rand.New(rand.NewPCG(3, 4))
			old, now := make([]string, n), make([]string, n)
			for i := range old {
				for range 60 {
					old[i] += fmt.Sprint("word", r.IntN(5000), " ")
				}
				if now[i] = old[i]; i%3 == 0 {
					now[i] += "more"
				}
			}
			for b.Loop() {
				versionRows(old, now)
			}
		})
	}
}
