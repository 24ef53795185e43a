package when

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"onrecord/extract/fact"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

var thursday = time.Date(2022, 1, 13, 0, 0, 0, 0, time.UTC)

// show is the expressions found as "words=value, words=value".
func show(in string, found []fact.Time) string {
	parts := make([]string, len(found))
	for i, f := range found {
		parts[i] = in[f.Span.Start:f.Span.End] + "=" + f.Value
	}
	return strings.Join(parts, ", ")
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"several in a sentence", "On Monday she left; on 9 February she will return.", "Monday=2022-01-10, 9 February=2022-02-09"},
		{"range of days", "The fair was held on Jan. 8-10 in Tessin.", "Jan. 8=2022-01-08, 10=2022-01-10"},
		{"possessive", "After Wednesday’s meeting she left.", "Wednesday=2022-01-12"},
		{"relative clause looks ahead", "He praised the bridge, which he said would be painted by Friday.", "Friday=2022-01-14"},
		{"month of the year the paragraph gave", "In March 1998 it rained. It was dry in May.", "March 1998=1998-03, May=1998-05"},
		{"year in brackets", "Lind (2017) disagreed.", "2017=2017"},
		{"span of years", "In the war of 1939-1945 the mill burned.", "1939=1939, 1945=1945"},
		{"month of the year the sentence gave", "In 1998 the council met in March and in May.", "1998=1998, March=1998-03, May=1998-05"},
		{"modal verb is no month", "It may rain. May rain fall.", ""},
		{"first name is no month", "Then April Lind sang.", ""},
		{"surname is no month", "Then Theresa May sang.", ""},
		{"surname alone is no month", "Then Theresa May sang. They listened to May, by May's leave.", ""},
		{"month of a surname", "Then Theresa May sang. She had practised since last May and in May.", "last May=2021-05, May=2021-05"},
		{"count is no year", "About 2000 people and 1950 tons of sand.", ""},
		{"money is no year", "It cost $1999 then.", ""},
		{"verb is no month", "They march on.", ""},
		{"score is no clock time", "Tessin won 10:35 there.", ""},
		{"year something is compared with", "It was the driest since 2015. In March it rained.", "2015=2015, March=2021-03"},
		{"year long past tells on", "The mill burned in 1938. In March it opened again.", "1938=1938, March=1938-03"},
		{"name with a year inside", "On Monday the Tessin 2000 Index fell.", "Monday=2022-01-10"},
		{"time with a zone", "It begins at 14:00 UTC and again at 9:30 a.m. EST on Monday.", "14:00 UTC=2022-01-13T14:00Z, 9:30 a.m. EST on Monday=2022-01-17T09:30-05:00"},
		{"every so often", "They meet every Friday, twice a year in Tessin and daily at 9 a.m. in Lugan.", "every Friday=XXXX-WXX-5, twice a year=P1Y, daily at 9 a.m.=XXXX-XX-XXT09:00"},
		{"decades", "Built in the nineties, shut in the mid-1980s, sung of in the '20s.", "the nineties=199, the mid-1980s=198, the '20s=192"},
		{"business years", "Sales in fiscal year 2021 and in the third quarter of 2020 rose; this fiscal year they fall.", "fiscal year 2021=2021, the third quarter of 2020=2020-Q3, this fiscal year=2022"},
		{"feasts by rule", "It shut at Easter 2023, on Shrove Tuesday 2021, at Orthodox Easter 2024 and on Thanksgiving 2019.", "Easter 2023=2023-04-09, Shrove Tuesday 2021=2021-02-16, Orthodox Easter 2024=2024-05-05, Thanksgiving 2019=2019-11-28"},
		{"feast of another country", "It burned on Ukraine's Independence Day and on Canadian Thanksgiving.", "Independence Day=, Thanksgiving="},
		{"vague", "Recently it burned; now it is shut; soon it will open.", "Recently=PAST_REF, now=PRESENT_REF, soon=FUTURE_REF"},
		{"counted from the last date", "It shut on 3 March 2012. The previous day he left. Two days later it opened.", "3 March 2012=2012-03-03, The previous day=2012-03-02, Two days later=2012-03-04"},
		{"range over the new year", "It is shut from November to February and was shut from 30 December to 2 January.", "November=2021-11, February=2022-02, 30 December=2021-12-30, 2 January=2022-01-02"},
		{"range with the year at its end", "It ran from November to February 2019, and Dec. 30 - Jan. 2, 2017.", "November=2018-11, February 2019=2019-02, Dec. 30=2016-12-30, Jan. 2, 2017=2017-01-02"},
		{"leap day", "She was born on 29 February. The fair will begin on 29 February.", "29 February=2020-02-29, 29 February=2024-02-29"},
		{"scheduled present", "The fair opens on Monday and ran on Tuesday.", "Monday=2022-01-17, Tuesday=2022-01-11"},
		{"weekday with a name of its own", "It was worse than Black Monday.", ""},
		{"share is no quarter of a year", "It sold about a quarter, he said.", ""},
		{"age is no decade", "She was then in her 30s.", ""},
		{"same time in another zone", "It fell at 10:35 a.m. (0735 GMT) on the hill.", "10:35 a.m.=2022-01-13T10:35"},
		{"length of a race is no clock time", "She ran it in 1:02:33 there.", ""},
		{"hours a day", "It runs 24 hours a day.", ""},
		{"compared quarters count from one", "Sales rose in the third quarter from those of a year earlier. Those of the latest period fell.",
			"the third quarter=2021-Q3, a year earlier=2020-Q3, the latest period=2021-Q3"},
		{"impossible day", "On February 30 nothing happens.", "February 30=2022-02"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := show(c.in, Read(text.Of(c.in), thursday)); got != c.want {
				t.Errorf("Find(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

// Without a day of publication only what the text alone gives has a value.
func TestUnknownPublication(t *testing.T) {
	for in, want := range map[string]string{
		"He left yesterday.":                        "yesterday=",
		"He left on Monday.":                        "Monday=",
		"He left last week.":                        "last week=",
		"He left two years ago.":                    "two years ago=",
		"He left tonight.":                          "tonight=",
		"He left at 5 p.m. today.":                  "5 p.m. today=",
		"He left in March.":                         "March=XXXX-03",
		"He left on 4 March.":                       "4 March=XXXX-03-04",
		"He left in the third quarter.":             "the third quarter=XXXX-Q3",
		"He left in the summer.":                    "the summer=",
		"He left on 4 March 2012.":                  "4 March 2012=2012-03-04",
		"On 4 March 2012 he sat. The next day he":   "4 March 2012=2012-03-04, The next day=2012-03-05",
		"He waited three years.":                    "three years=P3Y",
		"He came on Christmas Day for the weekend.": "Christmas Day=, the weekend=",
	} {
		if got := show(in, Read(text.Of(in), time.Time{})); got != want {
			t.Errorf("Find(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestEaster(t *testing.T) {
	for year, want := range map[int]string{1818: "1818-03-22", 1943: "1943-04-25", 2000: "2000-04-23", 2024: "2024-03-31"} {
		if got := easter(year).String(); got != want {
			t.Errorf("easter(%d) = %s, want %s", year, got, want)
		}
	}
}

func TestParseReadsWhatStringWrites(t *testing.T) {
	for _, value := range []string{"2022-01-13", "2022-01", "2022", "2022-Q1", "2021-W53", "2020-W53"} {
		d, ok := parse(value)
		if value == "2021-W53" {
			value = "2022-W01" // 2021 has no week 53
		}
		if got := d.String(); !ok || got != value {
			t.Errorf("parse(%q).String() = %q", value, got)
		}
	}
	for _, value := range []string{"", "199", "PAST_REF", "P3D", "2022-Q9", "2022-W60", "2022-SU"} {
		if d, ok := parse(value); ok {
			t.Errorf("parse(%q) = %v, want none", value, d)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, r := range rules() {
		for _, e := range r.Examples {
			f.Add(e, int64(1642032000))
		}
	}
	f.Add("\xff 13 \x00 January 99999 years ago", int64(0))
	f.Fuzz(func(t *testing.T, in string, unix int64) {
		published := time.Unix(unix%4e9, 0).UTC()
		if unix%7 == 0 {
			published = time.Time{}
		}
		read := text.Of(in)
		found := Read(read, published)
		end := 0
		for i, x := range found {
			if x.Span.Start < end || x.Span.Empty() || x.Span.End > len(in) {
				t.Fatalf("Find(%q)[%d].Span = %v after %d", in, i, x.Span, end)
			}
			if utf8.ValidString(in) && !utf8.ValidString(read.Slice(x.Span)) {
				t.Errorf("Find(%q)[%d].Span = %v is not on rune boundaries", in, i, x.Span)
			}
			if x.Rule == "" || x.Type == "" || x.Confidence <= 0 || x.Confidence > 1 {
				t.Errorf("Find(%q)[%d] = %+v", in, i, x)
			}
			end = x.Span.End
		}
		told(t, in, found)
		if again := Read(read, published); !slices.Equal(found, again) {
			t.Errorf("Find(%q) is another on the second run", in)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	in := strings.Repeat("The council said on Monday that 40 of its 200 schools would shut by the end of March, two years after a storm took their roofs. Nobody, the mayor told reporters, had expected that the repairs of last summer would hold. ", 200)
	read := text.Of(in)
	tags := tag.Find(read)
	arcs := tree.Find(read, tags)
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		Find(read, tags, arcs, thursday)
	}
	b.ReportMetric(float64(len(read.Tokens)*b.N)/b.Elapsed().Seconds(), "words/s")
}
