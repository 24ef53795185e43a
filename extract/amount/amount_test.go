package amount

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"onrecord/extract/fact"
	"onrecord/extract/name"
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

// read is what Find takes of a text.
func read(in string) (*text.Text, []tag.Tag, []tree.Arc) {
	t := text.Of(in)
	tags := tag.Find(t)
	return t, tags, tree.Find(t, tags)
}

func find(in string) []fact.Amount {
	t, tags, arcs := read(in)
	return Find(t, tags, arcs, name.Find(t, tags), when.Find(t, tags, arcs, thursday), nil)
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
		{"magnitude", "A 6.3 magnitude quake took eleven lives.", "[6.3 magnitude] 6.3 magnitude; [eleven lives] 11 lives"},
		{"fraction without of", "They lost two-thirds.", "[two-thirds] 0.6666666667 share"},
		{"ordinal that is no fraction", "A third man left.", ""},
		{"verb before its subject", "Between the two stands a wall, and the two cars are gone.", "[two cars] 2 cars"},
		{"nouns stand elsewhere", "She gave her numbers, 6,000 and about 15,000, for the guests.", "[6,000] 6000; [about 15,000] ~15000"},
		{"hyphen after a number", "A 30,000-seat hall.", "[30,000-seat] 30000 seats"},
		{"signs of the world", "It cost €3m, £2bn, A$5, R$7, RM6m, USD115, 90 ₴ and NT$ 4.", "[€3m] 3000000 EUR; [£2bn] 2000000000 GBP; [A$5] 5 AUD; [R$7] 7 BRL; [RM6m] 6000000 MYR; [USD115] 115 USD; [90 ₴] 90 UAH; [NT$ 4] 4 TWD"},
		{"article before a sign", "She got a $5 billion loan.", "[$5 billion] 5000000000 USD"},
		{"coins", "It costs five dollars and forty cents.", "[five dollars and forty cents] 5.4 USD"},
		{"feet and inches", "It is 5 feet 3 inches high.", "[5 feet 3 inches] 5.25 feet"},
		{"rates", "It pumps 1.2 million barrels a day at 90 km an hour for $15 an hour.", "[1.2 million barrels] 1200000 barrels per day; [90 km] 90 kilometres per hour; [$15] 15 USD per hour"},
		{"rate of people", "There were 15 deaths per 100,000 people.", "[15 deaths] 15 deaths"},
		{"conversion", "It lies 10 miles (16 km) off.", "[10 miles] 10 miles; [16 km] 16 kilometres"},
		{"below zero", "It was -5 degrees, then minus 12 degrees Celsius.", "[-5 degrees] -5 degrees; [minus 12 degrees Celsius] -12 degrees Celsius"},
		{"hot", "It was 31C, or 88°F.", "[31C] 31 degrees Celsius; [88°F] 88 degrees Fahrenheit"},
		{"mobile network", "A 3G telephone and a 2m fall.", ""},
		{"several hundred", "Several hundred men and a few dozen boats came.", "[Several hundred men] ~>=200 men; [a few dozen boats] ~>=24 boats"},
		{"handful", "A handful of guards and several others ran.", "[A handful of guards] ~>=2 guards"},
		{"hundreds of thousands", "Hundreds of thousands of people fled.", "[Hundreds of thousands of people] ~>=100000 people"},
		{"multiples", "Twice as many came, three times the number of last year.", "[Twice] 2 times; [three times] 3 times"},
		{"how often", "He called three times.", ""},
		{"ratio", "One in three voters and nine out of ten women agreed.", "[One in three] 0.3333333333 share; [nine out of ten] 0.9 share"},
		{"half", "Half the guests, nearly half and a half share.", "[Half] 0.5 share; [nearly half] ~0.5 share"},
		{"which half", "She scored in the second half of the match.", ""},
		{"compound", "She owns two five-star hotels and got two-way quotes.", "[two five-star hotels] 2 hotels"},
		{"name with a number in words", "The wait for Number Seven continues.", ""},
		{"next sentence", "The toll rose to 5. 40 boats sank.", "[5] 5; [40 boats] 40 boats"},
		{"rank", "She is ranked 40 and among the top ten; see pages 4 and 5.", ""},
		{"seats", "They had seats 36, 38 and 40.", ""},
		{"name that is a number", "The channel asked Five to stop.", ""},
		{"half of a unit", "It is half a mile off, up by a quarter of a percent.", "[half a mile] 0.5 miles; [a quarter of a percent] 0.25 percent"},
		{"part of many", "She shut at least 40 of its 200 schools.", "[at least 40] 40 >=40 schools; [200 schools] 200 schools"},
		{"range of a measure", "They carry between 44 kg and 50 kg, or 30–45mm.", "[between 44 kg and 50 kg] >=44 <=50 kilograms; [30–45mm] >=30 <=45 millimetres"},
		{"no range after a change", "Shares rose 5 percent to 10 percent; oil gained $2 to $40.", "[5 percent] 5 percent; [10 percent] 10 percent; [$2] 2 USD; [$40] 40 USD"},
		{"unit of two", "It rose 5 and 6 percent.", "[5] 5 percent; [6 percent] 6 percent"},
		{"no more than", "No more than 5 boats and not less than 3 ferries sank.", "[No more than 5 boats] 5 <=5 boats; [not less than 3 ferries] 3 >=3 ferries"},
		{"victims alone", "At least 14 were killed and 30 were wounded.", "[At least 14] 14 >=14 killed; [30] 30 wounded"},
		{"age in words", "She has two sons under 19 and turned 40.", "[two sons] 2 sons"},
		{"year", "It began in 1997 and the toll of 1998 was low.", ""},
		{"local time", "It starts at 20.00 local time.", ""},
		{"time within", "They kept its five current models.", "[five] 5 models"},
		{"attacks on a day", "The 9/11 attacks and a 1/4 mile run.", "[1/4 mile] 0.25 miles"},
		{"groups of figures", "Some 1 204 511 people live there, and 1\u202f204 hectares burned.", "[Some 1 204 511 people] ~1204511 people; [1\u202f204 hectares] 1204 hectares"},
		{"sum of a thousand in groups", "The total was 40\u202f000 last week.", "[40\u202f000] 40000"},
		{"number to dial", "Call 600 123 456 or fax 1 200 300.", ""},
		{"apostrophes and commas", "It paid 1'250'000 francs, 12,5 million euros and 12,34,567 rupees.", "[1'250'000 francs] 1250000 francs; [12,5 million euros] 12500000 EUR; [12,34,567 rupees] 1234567 rupees"},
		{"comma of the clause", "In 2019, 40 people left.", "[40 people] 40 people"},
		{"two numbers beside each other", "Then at 10 300 men left.", "[300 men] 300 men"},
		{"letters after a sum", "It cost US$ 3MM, $2t and €40B.", "[US$ 3MM] 3000000 USD; [$2t] 2e+12 USD; [€40B] 4e+10 EUR"},
		{"capital letter of millions", "I can lend 20M, not 250k.", "[20M] 20000000; [250k] 250000"},
		{"metres and millions", "The wall is 4.8m high at a depth of 12m; it took 6m votes.", "[4.8m] 4.8 metres; [12m] 12 metres; [6m votes] 6000000 votes"},
		{"race", "She won the 400m hurdles and the 10K race.", "[400m] 400 metres"},
		{"company", "He left 3M for a rival.", ""},
		{"speed with a stroke", "Gusts of 90km/hr and 25 m/s hit.", "[90km] 90 kilometres per hour; [25 m] 25 metres per second"},
		{"height", "He is 6 ft 2 in tall, the nail 3\" long.", "[6 ft 2 in] 6.166666667 feet; [3\"] 3 inches"},
		{"feet and their inches by signs", "He is 5' 10\" tall.", ""},
		{"part of a counted whole", "He sank four of the nine barges and took two of the three-ton trucks.", "[four] 4 barges; [nine barges] 9 barges; [two] 2 trucks; [three-ton] 3 tons"},
		{"share in figures", "He lost 2/3 of his votes and ⅔ of his land, and 1/16 of a percentage point.", "[2/3] 0.6666666667 share; [⅔] 0.6666666667 share; [1/16 of a percentage point] 0.0625 percentage points"},
		{"share of many hundredths", "They own twenty-five hundredths of the land.", "[twenty-five hundredths] 0.25 share"},
		{"half of a plural", "More than half voters left; they have half brothers.", "[More than half] 0.5 >=0.5 share"},
		{"ratio in words and figures", "Nine out of 10 voters and one in 40 cars left.", "[Nine out of 10] 0.9 share; [one in 40] 0.025 share"},
		{"more than all", "She scored 12 out of 10, nine times out of ten.", "[12] 12; [10] 10"},
		{"negative test", "It fell by negative two percent; she tested negative 3 times.", "[negative two percent] -2 percent"},
		{"number of a thing", "The team released version two; see chapter 3.", ""},
		{"verb is no noun", "Of the ten, one says more, three go.", "[three] 3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := showAll(c.in, find(c.in)); got != c.want {
				t.Errorf("Find(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

// TestSorted checks that the lists are in order and say where they are from.
func TestSorted(t *testing.T) {
	for name, file := range map[string]string{"currencies": currencyFile, "hedges": hedgeFile, "nouns": nounFile, "tree": treeFile, "units": unitFile, "vague": vagueFile} {
		if !strings.HasPrefix(file, "# ") || !strings.Contains(file, "Written for this project") {
			t.Errorf("data/%s.txt does not say where it is from", name)
		}
		var before string
		for line := range strings.Lines(file) {
			if line < before && line[0] != '[' && line[0] != '#' && before[0] != '[' && before[0] != '#' {
				t.Errorf("data/%s.txt has %q after %q", name, line, before)
			}
			before = line
		}
	}
}

func TestInnermostStatement(t *testing.T) {
	in := "Lind said Holm had claimed that 40 goats died. Then 9 sheep left."
	span := func(words string) []text.Span {
		at := strings.Index(in, words)
		return []text.Span{{Start: at, End: at + len(words)}}
	}
	t1, tags, arcs := read(in)
	found := Find(t1, tags, arcs, nil, nil, []fact.Statement{
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
		read, tags, arcs := read(in)
		times := when.Find(read, tags, arcs, thursday)
		found := Find(read, tags, arcs, nil, times, []fact.Statement{{ID: 1, Content: []text.Span{{Start: 0, End: len(in)}}}})
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

// TestLinear repeats what makes a careless reader take time in proportion to
// the square of the length: words that could begin an amount at every place,
// with every word of a sentence hanging on one. 100 times the limit would be
// the outcome.
func TestLinear(t *testing.T) {
	for _, unit := range []string{"5 ", "$ ", "half a ", "hundreds of ", "three hundred and ", "about up to ", "between 5 and ", "1 000 ", "5 feet 2 ", "5 to ", "1'000'", "1\u202f000\u202f", "ninety - ", "two of the ", "½ of ", "12m ", "$5b "} {
		in := strings.Repeat(unit, 1<<16/len(unit))
		x := text.Of(in)
		tags, arcs := make([]tag.Tag, len(x.Tokens)), make([]tree.Arc, len(x.Tokens))
		start := time.Now()
		found := Find(x, tags, arcs, nil, nil, nil)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("Find(%q …, %d bytes) = %d amounts in %v", unit, len(in), len(found), took)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	in := strings.Repeat("The council said on Monday that about 40 of its 200 schools would shut, at a cost of $1.5 million, and that 35 percent of the pupils lived more than 10 km away. Nobody, the mayor told reporters, had expected it. ", 200)
	read, tags, arcs := read(in)
	entities, times := name.Find(read, tags), when.Find(read, tags, arcs, thursday)
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		Find(read, tags, arcs, entities, times, nil)
	}
	b.ReportMetric(float64(len(read.Tokens)*b.N)/b.Elapsed().Seconds(), "words/s")
}
