package number

import (
	"testing"

	"onrecord/extract/text"
)

var cases = []struct {
	name, in string
	want     float64
	read     string // the words of the number
}{
	{"thousands parted by commas", "100,000 herrings", 100000, "100,000"},
	{"decimal", "2.5 metres", 2.5, "2.5"},
	{"figure and scale", "2.5 million people", 2.5e6, "2.5 million"},
	{"glued suffix", "1.5m homes", 1.5e6, "1.5m"},
	{"spaced suffix", "20 bn euros", 20e9, "20 bn"},
	{"glued unit is left", "10km away", 10, "10"},
	{"word", "Nineteen people", 19, "Nineteen"},
	{"hyphen", "twenty-six boats", 26, "twenty-six"},
	{"no hyphen", "twenty four hours", 24, "twenty four"},
	{"and", "two hundred and fifty goats", 250, "two hundred and fifty"},
	{"and that joins two counts", "two goats and three sheep", 2, "two"},
	{"and after a scale before a noun", "two hundred and more", 200, "two hundred"},
	{"thousands and hundreds", "three thousand four hundred and six", 3406, "three thousand four hundred and six"},
	{"scale of a scale", "six hundred thousand", 6e5, "six hundred thousand"},
	{"article", "a hundred years", 100, "a hundred"},
	{"article and more", "a hundred thirty million", 130e6, "a hundred thirty million"},
	{"half", "half a million", 5e5, "half a million"},
	{"fraction", "5 1/2 hours", 5.5, "5 1/2"},
	{"vulgar fraction", "1½ miles", 1.5, "1½"},
	{"two numbers in a row", "three two", 3, "three"},
	{"year in words stops", "nineteen ninety", 19, "nineteen"},
	{"zero", "zero cases", 0, "zero"},
}

func TestAt(t *testing.T) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			read := text.Of(c.in)
			n, ok := At(read, 0)
			if !ok || n.Value != c.want || read.Slice(read.Range(0, n.Next)) != c.read {
				t.Errorf("At(%q) = %v %v (ok %v), want %v %q", c.in, n.Value, read.Slice(read.Range(0, n.Next)), ok, c.want, c.read)
			}
		})
	}
}

func TestNotANumber(t *testing.T) {
	for _, in := range []string{"10:35", "1,50", "1.2.3", "a house", "half asleep", "hundred", "", "and", ".5.", "million"} {
		if n, ok := At(text.Of(in), 0); ok {
			t.Errorf("At(%q) = %v, want none", in, n.Value)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for in, want := range map[string]float64{"first": 1, "21st": 21, "twenty-first": 21, "Thirtieth": 30, "8th": 8} {
		if got, _, ok := Ordinal(text.Of(in), 0); !ok || got != want {
			t.Errorf("Ordinal(%q) = %v, %v, want %v", in, got, ok, want)
		}
	}
	if _, _, ok := Ordinal(text.Of("21km"), 0); ok {
		t.Error(`Ordinal("21km") is an ordinal, want none`)
	}
}

func FuzzAt(f *testing.F) {
	for _, c := range cases {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		read := text.Of(in)
		for i := range read.Tokens {
			n, ok := At(read, i)
			if ok && (n.Next <= i || n.Next > len(read.Tokens) || n.Next > i+longest+3 || n.Value != n.Value) {
				t.Errorf("At(%q, %d) = %+v with %d tokens", in, i, n, len(read.Tokens))
			}
		}
	})
}
