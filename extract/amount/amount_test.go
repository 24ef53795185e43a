package amount

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"onrecord/extract/fact"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
	"onrecord/extract/when"
)

var thursday = time.Date(2022, 1, 13, 0, 0, 0, 0, time.UTC)

// show writes an amount as "~40 >=40 goats": about, value, bounds and unit.
func show(a fact.Amount) string {
	var parts []string
	if a.Value != nil {
		parts = append(parts, fmt.Sprintf("%.10g", *a.Value))
	}
	if a.Low != nil {
		parts = append(parts, fmt.Sprintf(">=%.10g", *a.Low))
	}
	if a.High != nil {
		parts = append(parts, fmt.Sprintf("<=%.10g", *a.High))
	}
	if a.Unit != "" {
		parts = append(parts, a.Unit)
	}
	about := ""
	if a.Approximate {
		about = "~"
	}
	return about + strings.Join(parts, " ")
}

// timesIn is the times of t, published on thursday.
func timesIn(t *text.Text) []fact.Time {
	tags := tag.Find(t)
	return when.Find(t, tags, tree.Find(t, tags), thursday)
}

func find(in string) []fact.Amount {
	t := text.Of(in)
	tags := tag.Find(t)
	return Find(t, tags, tree.Find(t, tags), nil, timesIn(t), nil)
}

// showAll writes amounts with their words: "[40 goats] 40 goats; …".
func showAll(in string, found []fact.Amount) string {
	parts := make([]string, len(found))
	for i, a := range found {
		parts[i] = "[" + in[a.Span.Start:a.Span.End] + "] " + show(a)
	}
	return strings.Join(parts, "; ")
}

func TestExamplesOfRules(t *testing.T) {
	for _, r := range rules {
		for _, source := range r.examples {
			marked, want, _ := strings.Cut(source, " = ")
			in := strings.NewReplacer("[", "", "]", "").Replace(marked)
			words := marked[strings.Index(marked, "[")+1 : strings.Index(marked, "]")]
			found := find(in)
			if len(found) != 1 || found[0].Rule != r.name {
				t.Errorf("Find(%q) = %q by %+v, want one by %q", in, showAll(in, found), found, r.name)
				continue
			}
			if got := in[found[0].Span.Start:found[0].Span.End]; got != words || show(found[0]) != want {
				t.Errorf("Find(%q) = %q, want [%s] %s", in, showAll(in, found), words, want)
			}
		}
	}
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"money by sign", "It cost $40 and €1.5m and US$3 billion.", "[$40] 40 USD; [€1.5m] 1500000 EUR; [US$3 billion] 3000000000 USD"},
		{"money by code", "They paid EUR 5 million, or 6 million USD.", "[EUR 5 million] 5000000 EUR; [6 million USD] 6000000 USD"},
		{"range with between", "He saw between 6,000 and 9,000 soldiers.", "[between 6,000 and 9,000 soldiers] >=6000 <=9000 soldiers"},
		{"range whose scale stands once", "It needs 5 to 10 million euros.", "[5 to 10 million euros] >=5000000 <=10000000 EUR"},
		{"range of money", "It needs $5-10 million.", "[$5-10 million] >=5000000 <=10000000 USD"},
		{"change is no range", "Support rose from 5 to 10 percent.", "[10 percent] 10 percent"},
		{"dozens", "Dozens of people and hundreds of goats fled.", "[Dozens of people] ~>=12 people; [hundreds of goats] ~>=100 goats"},
		{"tens of thousands", "Tens of thousands of people fled.", "[Tens of thousands of people] ~>=10000 people"},
		{"two dozen", "Some two dozen boats sank.", "[Some two dozen boats] ~24 boats"},
		{"share", "About a quarter of the town and two-thirds of the port burned.", "[About a quarter] ~0.25 share; [two-thirds] 0.6666666667 share"},
		{"hedge after", "He has 40 goats or so, and 30 or more sheep.", "[40 goats or so] ~40 goats; [30 or more sheep] 30 >=30 sheep"},
		{"two hedges", "Up to about 40 ships waited.", "[Up to about 40 ships] ~40 <=40 ships"},
		{"fewer than", "Fewer than 40 ships waited.", "[Fewer than 40 ships] 40 <=40 ships"},
		{"glued unit", "It is 10km off.", "[10km] 10 kilometres"},
		{"adjectives", "He lost three large old fishing boats.", "[three large old fishing boats] 3 boats"},
		{"dates and times", "On 13 January 2022, at 10:35, for 14 minutes, in 1997.", ""},
		{"ordinal", "It was the 14th attempt of the third team.", ""},
		{"one of", "One of them said so; one says no.", ""},
		{"score", "Tessin won 3-1 against Vostria.", ""},
		{"telephone", "Call 555-0134 or 020 7946 0018.", ""},
		{"name with a number", "They flew a Kestrel 747 with wings.", ""},
		{"age", "Jon Holm, 52, and a 9-year-old boy.", ""},
		{"dollars", "It cost 20 dollars.", "[20 dollars] 20 USD"},
		{"magnitude", "A 6.3 magnitude quake took eleven lives.", "[eleven lives] 11 lives"},
		{"fraction without of", "They lost two-thirds.", ""},
		{"verb before its subject", "Between the two stands a wall, and the two cars are gone.", "[two cars] 2 cars"},
		{"nouns stand elsewhere", "She gave her numbers, 6,000 and about 15,000, for the guests.", "[6,000] 6000; [about 15,000] ~15000"},
		{"hyphen after a number", "A 30,000-seat hall.", ""},
		{"verb is no noun", "Of the ten, one says more, three go.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := showAll(c.in, find(c.in)); got != c.want {
				t.Errorf("Find(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestInnermostStatement(t *testing.T) {
	in := "Lind said Holm had claimed that 40 goats died. Then 9 sheep left."
	span := func(words string) []text.Span {
		at := strings.Index(in, words)
		return []text.Span{{Start: at, End: at + len(words)}}
	}
	found := Find(text.Of(in), nil, nil, nil, nil, []fact.Statement{
		{ID: 1, Content: span("Holm had claimed that 40 goats died")},
		{ID: 2, Content: span("40 goats died")},
	})
	if len(found) != 2 || found[0].Statement != 2 || found[1].Statement != 0 {
		t.Errorf("Find(%q) = %+v, want statements 2 and 0", in, found)
	}
}

func FuzzFind(f *testing.F) {
	for _, r := range rules {
		for _, e := range r.examples {
			f.Add(e)
		}
	}
	f.Add("between \xff 1,000 and tens of millions of millions of $ 9e999")
	f.Fuzz(func(t *testing.T, in string) {
		read := text.Of(in)
		times := timesIn(read)
		found := Find(read, nil, nil, nil, times, []fact.Statement{{ID: 1, Content: []text.Span{{Start: 0, End: len(in)}}}})
		end := 0
		for i, a := range found {
			if a.Span.Start < end || a.Span.Empty() || a.Span.End > len(in) {
				t.Fatalf("Find(%q)[%d].Span = %v after %d", in, i, a.Span, end)
			}
			if utf8.ValidString(in) && !utf8.ValidString(read.Slice(a.Span)) {
				t.Errorf("Find(%q)[%d].Span = %v is not on rune boundaries", in, i, a.Span)
			}
			for _, x := range times {
				if x.Span.Overlaps(a.Span) {
					t.Errorf("Find(%q)[%d] = %v overlaps the time %v", in, i, a.Span, x.Span)
				}
			}
			if a.Statement != 1 || a.Rule == "" || a.Value == nil && a.Low == nil && a.High == nil {
				t.Errorf("Find(%q)[%d] = %+v", in, i, a)
			}
			end = a.Span.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	in := strings.Repeat("The council said on Monday that about 40 of its 200 schools would shut, at a cost of $1.5 million, and that 35 percent of the pupils lived more than 10 km away. Nobody, the mayor told reporters, had expected it. ", 200)
	read := text.Of(in)
	times := timesIn(read)
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		Find(read, nil, nil, nil, times, nil)
	}
	b.ReportMetric(float64(len(read.Tokens)*b.N)/b.Elapsed().Seconds(), "words/s")
}
