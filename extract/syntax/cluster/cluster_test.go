package cluster

import (
	"bytes"
	"strings"
	"testing"

	"onrecord/extract/learn"
	"onrecord/extract/text"
)

// TestOf holds words that a reader would put together to the same class, and
// others apart.
func TestOf(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Monday", "Thursday", true},
		{"Monday", "monday", true},
		{"August", "october", true},
		{"said", "house", false},
		{"Moscow", "quickly", false},
		{"1987", "2004", true},
		{"don’t", "don't", true},
	} {
		if got := Of(c.a).Fine == Of(c.b).Fine; got != c.same {
			t.Errorf("Of(%q) = %v, Of(%q) = %v, want the same class: %v", c.a, Of(c.a), c.b, Of(c.b), c.same)
		}
	}
	if got := Of("quillenbyish"); got != (Class{}) {
		t.Errorf("Of a word never seen = %v, want none", got)
	}
	if got := Of(""); got != (Class{}) {
		t.Errorf("Of no word = %v, want none", got)
	}
}

func TestCase(t *testing.T) {
	for word, want := range map[string]Case{
		"government": Lower, "Monday": Title, "monday": Title, "NATO": Capital, "house": Mixed, "12": NoCase,
	} {
		if got := Of(word).Case; got != want {
			t.Errorf("Of(%q).Case = %d, want %d", word, got, want)
		}
	}
}

// TestNested proves that every fine class lies in one middle class, and that
// in one coarse class.
func TestNested(t *testing.T) {
	coarse := map[uint8]uint8{}
	for _, c := range embedded().fine[1:] {
		if c.Middle == 0 || c.Coarse == 0 {
			t.Errorf("the class %v is part of no coarser one", c)
		}
		if before, known := coarse[c.Middle]; known && before != c.Coarse {
			t.Errorf("the middle class %d is part of the coarse classes %d and %d", c.Middle, before, c.Coarse)
		}
		coarse[c.Middle] = c.Coarse
	}
}

// kinds is words of four kinds: ships, what they do, people and what they do.
var kinds = []string{"barge ferry tanker yawl", "drifts leaks sails sinks", "captain cook pilot sailor", "eats sings sleeps weeps"}

// counted is a counter that has read of all that ships and people do.
func counted(t testing.TB) *counter {
	t.Helper()
	c := &counter{ids: map[string]uint32{}}
	for _, kind := range []int{0, 2} {
		for who := range strings.FieldsSeq(kinds[kind]) {
			for does := range strings.FieldsSeq(kinds[kind+1]) {
				c.read(text.Of(who + " " + does))
			}
		}
	}
	for range 2 { // the most frequent words begin the classes
		c.read(text.Of("barge drifts. captain eats."))
	}
	return c
}

func TestClasses(t *testing.T) {
	c := counted(t)
	words, renumber := c.frequent()
	g := newGraph(len(words), c.pairs(renumber))
	class := g.classes(len(kinds), rounds, nil, "")
	of := map[string]int{}
	for i, w := range words {
		of[w.form] = class[i]
	}
	first := map[int]string{}
	for _, kind := range kinds {
		words := strings.Fields(kind)
		for _, w := range words {
			if of[w] != of[words[0]] {
				t.Errorf("%q has class %d and %q %d, want the same", w, of[w], words[0], of[words[0]])
			}
		}
		if other := first[of[words[0]]]; other != "" {
			t.Errorf("%q and %q have one class", words[0], other)
		}
		first[of[words[0]]] = words[0]
	}
}

// TestShrink proves that no meeting of two words is lost when they are
// gathered into classes.
func TestShrink(t *testing.T) {
	c := counted(t)
	words, renumber := c.frequent()
	pairs := c.pairs(renumber)
	g := newGraph(len(words), pairs)
	small := g.shrink(g.classes(5, 3, nil, ""), 5)
	sum := int32(0)
	for _, n := range small.count {
		sum += n
	}
	if int(sum) != len(pairs) {
		t.Errorf("shrink counts %d pairs, want %d", sum, len(pairs))
	}
}

func TestSpelt(t *testing.T) {
	c := &counter{ids: map[string]uint32{}}
	for range 10 {
		c.read(text.Of("So the minister of Melk met the NATO chief. House Takes Oath After Storm."))
	}
	for form, want := range map[string]Case{"minister": Lower, "melk": Title, "nato": Capital, "so": NoCase, "oath": NoCase} {
		w := c.words[c.ids[form]]
		if got := w.spelt(); got != want {
			t.Errorf("%q is spelt %d, want %d", form, got, want)
		}
	}
}

// small is a model of one word.
func small(t testing.TB, fine []uint16, middle []uint8) []byte {
	t.Helper()
	f := learn.NewFile(kind)
	f.PutWords("words", []string{"ferry"})
	learn.Put(f, "fine", fine)
	learn.Put(f, "case", []Case{Lower})
	learn.Put(f, "middle", middle)
	learn.Put(f, "coarse", []uint8{0, 1})
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestOpen(t *testing.T) {
	good := small(t, []uint16{1}, []uint8{0, 3})
	c, err := Open(good)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := c.Of("Ferry"), (Class{1, 3, 1, Lower}); got != want {
		t.Errorf("Of(Ferry) = %v, want %v", got, want)
	}
	for name, bad := range map[string][]byte{
		"a damaged model":            good[1:],
		"a word of a class too many": small(t, []uint16{2}, []uint8{0, 3}),
		"a word of no class":         small(t, []uint16{0}, []uint8{0, 3}),
		"more classes than words":    small(t, []uint16{1, 1}, []uint8{0, 3}),
		"a class in no coarser one":  small(t, []uint16{1}, []uint8{0}),
	} {
		if _, err := Open(bad); err == nil {
			t.Errorf("Open of %s gives no error", name)
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("Ünïted")
	f.Add("\xff1,000’")
	f.Fuzz(func(t *testing.T, word string) {
		if got, folded := Of(word), Of(folded(word)); got != folded {
			t.Errorf("Of(%q) = %v, in lower case %v", word, got, folded)
		}
	})
}

func BenchmarkOf(b *testing.B) {
	words := strings.Fields("The ministers of 12 nations met in Melk on Monday , Quillenby said .")
	for b.Loop() {
		for _, w := range words {
			Of(w)
		}
	}
}
