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
	{"half of a scale with a hyphen", "half-million homes", 5e5, "half-million"},
	{"quarter of a scale", "quarter of a million homes", 25e4, "quarter of a million"},
	{"quarters of a scale", "three quarters of a billion", 75e7, "three quarters of a billion"},
	{"dozen", "two dozen ferries", 24, "two dozen"},
	{"half a dozen", "half a dozen ferries", 6, "half a dozen"},
	{"point", "five point two five metres", 5.25, "five point two five"},
	{"thousands parted by a space", "40 000 herrings", 40000, "40 000"},
	{"thousands parted by thin spaces", "1\u202f234\u202f567 herrings", 1234567, "1\u202f234\u202f567"},
	{"two numbers in figures", "40 100 watt bulbs", 40, "40"},
	{"one group before a plural", "12 500 herrings", 12500, "12 500"},
	{"two groups", "1 204 511 herrings", 1204511, "1 204 511"},
	{"groups and a point", "1 204 511.25 tonnes", 1204511.25, "1 204 511.25"},
	{"groups and a decimal comma", "1\u00a0204,5 tonnes", 1204.5, "1\u00a0204,5"},
	{"groups of two sizes", "555 123 4567", 555, "555"},
	{"code before groups", "020 794 600", 20, "020"},
	{"groups without end", "1 200 300 400 500 600 700 800", 1, "1"},
	{"apostrophes", "1'250'000 francs", 1250000, "1'250'000"},
	{"typographic apostrophe", "5’000 francs", 5000, "5’000"},
	{"apostrophe of a year", "5 '000 francs", 5, "5"},
	{"lakhs", "12,34,567.89 rupees", 1234567.89, "12,34,567.89"},
	{"one lakh", "1,00,000 rupees", 100000, "1,00,000"},
	{"decimal comma", "1,5 million homes", 1.5e6, "1,5 million"},
	{"decimal comma and noughts", "7,00 each", 7, "7,00"},
	{"decimal comma after nought", "0,125 litres", 0.125, "0,125"},
	{"long decimals", "3,14159 radians", 3.14159, "3,14159"},
	{"points part thousands", "1.250.000,50 crowns", 1250000.5, "1.250.000,50"},
	{"comma of the clause", "2019, 40 people", 2019, "2019"},
	{"sixth", "2⅙ acres", 2.16666666666666667, "2⅙"},
	{"spaced hyphen", "ninety - five goats", 95, "ninety - five"},
	{"dash", "ninety — five of them goats", 90, "ninety"},
	{"fraction of tens", "twenty-one fifths", 4.2, "twenty-one fifths"},
	{"fraction of hundreds", "sixty-five hundred fifths", 1300, "sixty-five hundred fifths"},
	{"denominator of tens", "one hundred forty-fifths", 100.0 / 45, "one hundred forty-fifths"},
	{"numerator with and", "one hundred and forty fifths", 28, "one hundred and forty fifths"},
	{"part of a year", "twelve quarters", 12, "twelve"},
	{"nought after a scale word", "4 thousand 3 hundred and 0", 4300, "4 thousand 3 hundred"},
	{"no rest of the product", "32.2 million herrings", 32200000, "32.2 million"},
	{"scale word and more", "4 thousand 3 hundred and 21 herrings", 4321, "4 thousand 3 hundred and 21"},
	{"scale word and another count", "3 million and 20 million", 3e6, "3 million"},
	{"no point", "two point men", 2, "two"},
	{"lakh and crore", "three lakh crore", 3e12, "three lakh crore"},
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

func TestMixed(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     float64
		read     string
	}{
		{"and a half", "two and a half tonnes", 2.5, "two and a half"},
		{"and a half before the scale", "two and a half million", 2.5e6, "two and a half million"},
		{"and a half after the scale", "3 million and a half", 3.5e6, "3 million and a half"},
		{"and three quarters", "six and three quarters", 6.75, "six and three quarters"},
		{"and a third", "two and a third.", 7.0 / 3, "two and a third"},
		{"and another", "two and a third were held", 2, "two"},
		{"and a thirtieth", "two hundred and two and a thirtieth", 202 + 1.0/30, "two hundred and two and a thirtieth"},
		{"part of a smaller scale", "two billion and a half million", 2000500000, "two billion and a half million"},
		{"part of the same scale", "two million and a half million", 2e6, "two million"},
		{"three quarters of the scale", "six billion and three quarters", 6.75e9, "six billion and three quarters"},
	} {
		t.Run(c.name, func(t *testing.T) {
			read := text.Of(c.in)
			n, ok := Mixed(read, 0)
			if !ok || n.Value != c.want || read.Slice(read.Range(0, n.Next)) != c.read {
				t.Errorf("Mixed(%q) = %v %v (ok %v), want %v %q", c.in, n.Value, read.Slice(read.Range(0, n.Next)), ok, c.want, c.read)
			}
		})
	}
}

func TestNotANumber(t *testing.T) {
	for _, in := range []string{"10:35", "1,2,3", "1,50,00", "135,00", "12,1999", "1.2.3", "1.2,3", "1,5.5", "12,345,67", ",5", "a house", "half asleep", "hundred", "", "and", ".5.", "million"} {
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

// TestNumbersBefore reads numbers at the third token, where the words before
// them matter.
func TestNumbersBefore(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     float64
	}{
		{"day before a number", "on May 12 500 people marched", 12},
		{"clock time before a number", "Then at 10 300 men came", 10},
		{"estimate", "— About 12 500 people came", 12500},
		{"row of figures", "rooms 7 100 200 300 400", 100},
	} {
		t.Run(c.name, func(t *testing.T) {
			if n, ok := At(text.Of(c.in), 2); !ok || n.Value != c.want {
				t.Errorf("At(%q, 2) = %v (ok %v), want %v", c.in, n.Value, ok, c.want)
			}
		})
	}
}

func FuzzAt(f *testing.F) {
	for _, c := range cases {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		read := text.Of(in)
		for i := range read.Tokens {
			n, ok := Mixed(read, i)
			if ok && (n.Next <= i || n.Next > len(read.Tokens) || n.Next > i+longest+15 || n.Value != n.Value) {
				t.Errorf("At(%q, %d) = %+v with %d tokens", in, i, n, len(read.Tokens))
			}
		}
	})
}
