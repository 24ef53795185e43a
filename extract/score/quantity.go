package score

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// A Quantity is one gold item: a number with its value, or its bounds where it
// is a range. Unit is called as fact.Amount calls it, "" where the gold has
// none or it is what is counted.
type Quantity struct {
	text.Span
	Value, Low, High *float64
	Unit             string
	Applies          bool // it is a quantity in running text
}

func (q Quantity) valued() bool { return q.Value != nil || q.Low != nil || q.High != nil }

// quantities is one text with its gold.
type quantities struct {
	text    string
	gold    []Quantity
	family  string // the type that gold marks: "currency"; "" for all
	running bool
}

// covers reports whether the gold would mark a if it were right: a corpus of
// one type marks no amounts of another.
func (d quantities) covers(a fact.Amount) bool {
	return strings.Contains(a.Rule, units()["families"][d.family])
}

// rawQuantities is a line of any of the three formats; offsets are code points.
type rawQuantities struct {
	Text   string
	Values []rawSpan
	Req    string
	Res    []struct {
		Value, Uncertainty *float64
		Unit, Surface      string
	}
	Results []struct {
		rawSpan
		Resolution struct{ Value, Unit string }
	}
}

type rawSpan struct {
	Start, End int
	Type, Text string
}

func readQuantities(line []byte) (quantities, error) {
	var raw rawQuantities
	if err := json.Unmarshal(line, &raw); err != nil {
		return quantities{}, err
	}
	d := quantities{text: raw.Text + raw.Req}
	points := text.PointsOf(d.text)
	for _, v := range raw.Values {
		d.gold = append(d.gold, Quantity{Span: text.Span{Start: points.Offset(v.Start), End: points.Offset(v.End)}})
	}
	end := 0
	for _, r := range raw.Res {
		at := strings.Index(d.text[end:], r.Surface)
		if at < 0 {
			return quantities{}, fmt.Errorf("%q is not in the text after byte %d", r.Surface, end)
		}
		q := Quantity{Span: text.Span{Start: end + at, End: end + at + len(r.Surface)}, Value: r.Value, Unit: r.Unit}
		if r.Uncertainty != nil && r.Value != nil {
			low, high := *r.Value-*r.Uncertainty, *r.Value+*r.Uncertainty
			q.Value, q.Low, q.High = nil, &low, &high
		}
		d.gold = append(d.gold, q)
		end = q.End
	}
	for _, r := range raw.Results {
		q := Quantity{Span: text.Span{Start: points.Offset(r.Start), End: points.Offset(r.End)}, Unit: r.Resolution.Unit}
		q.resolve(r.Resolution.Value)
		d.gold, d.family = append(d.gold, q), r.Type
	}
	d.judge(raw.Values != nil)
	return d, nil
}

// resolve reads the values of Recognizers-Text: "12", "12%", "[20,30)".
func (q *Quantity) resolve(value string) {
	number := func(s string) *float64 {
		if n, err := strconv.ParseFloat(s, 64); err == nil {
			return &n
		}
		return nil
	}
	if low, high, ok := strings.Cut(strings.Trim(value, "[]()"), ","); ok {
		q.Low, q.High = number(low), number(high)
		return
	}
	value, percent := strings.CutSuffix(value, "%")
	if q.Value = number(value); percent {
		q.Unit = "percent"
	}
}

//go:embed data/units.txt
var unitFile string

// units is the sections of the data file: what the corpora call a thing and
// what it is called here.
var units = sync.OnceValue(func() map[string]map[string]string {
	all := map[string]map[string]string{}
	var section map[string]string
	for line := range strings.Lines(unitFile) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "["); ok {
			section = map[string]string{}
			all[strings.TrimSuffix(name, "]")] = section
			continue
		}
		if key, value, _ := strings.Cut(line, " ="); section != nil && key != "" {
			section[key] = strings.TrimSpace(value)
		}
	}
	return all
})

// judge tells which gold items are quantities as running text has them, and
// calls their units as they are called here. Money, a percentage or a measure
// is the same in a table as in a sentence; a bare number counts something only
// in running text, and not as one of a row of numbers or a pronoun. Items
// without a value apply only where the corpus gives none, numbers of years,
// days and hours are times, and nothing applies in a text with the signs of a
// formula, a record or an address.
func (d *quantities) judge(plain bool) {
	formula := strings.ContainsAny(d.text, "^{}[]<>=\\*_")
	d.running = plain || !formula && d.runs()
	for i := range d.gold {
		q := &d.gold[i]
		if unit, ok := units()[d.family][q.Unit]; ok {
			q.Unit = unit
		} else if unit, ok := units()["units"][q.Unit]; ok {
			q.Unit = unit
		}
		counts := q.Unit != "" || d.running && !d.strung(i) && !d.pronoun(*q)
		q.Applies = plain || q.valued() && !formula && !d.timed(*q) && d.ordered(*q) && counts
	}
}

// timed reports whether q is a year, or a number of hours, days or years.
func (d *quantities) timed(q Quantity) bool {
	times, in := units()["times"], d.text[q.Start:q.End]
	next, _, _ := strings.Cut(strings.TrimLeft(d.text[q.End:], " -"), " ")
	_, follows := times[strings.ToLower(strings.TrimRight(next, ".,;:!?"))]
	_, unit := times[q.Unit]
	year := q.Unit == "" && len(in) == 4 && (in[:2] == "19" || in[:2] == "20") && strings.Trim(in, "0123456789") == ""
	return follows || unit || year
}

// pronoun reports whether q is the word "one" alone, which is a pronoun as
// often as a number: "one of them", "that one".
func (d *quantities) pronoun(q Quantity) bool {
	return strings.EqualFold(d.text[q.Start:q.End], "one")
}

// ordered reports whether a percentage has its sign or word after its number:
// an assistant takes "percent of 10" for ten percent, a reader does not.
func (d *quantities) ordered(q Quantity) bool {
	return q.Unit != "percent" || !strings.HasPrefix(strings.ToLower(d.text[q.Start:q.End]), "per")
}

// strung reports whether gold item i is one of a row of numbers with nothing
// but hyphens, strokes or spaces between them: a telephone number, a list.
func (d *quantities) strung(i int) bool {
	joined := func(from, to int) bool { return strings.Trim(d.text[min(from, to):to], " ,-/") == "" }
	return i > 0 && joined(d.gold[i-1].End, d.gold[i].Start) || i+1 < len(d.gold) && joined(d.gold[i].End, d.gold[i+1].Start)
}

// runs reports whether at least three words of letters stand outside the gold.
func (d *quantities) runs() bool {
	words, end := 0, 0
	for _, q := range append(d.gold, Quantity{Span: text.Span{Start: len(d.text)}}) {
		for word := range strings.FieldsSeq(d.text[end:max(end, q.Start)]) {
			if strings.IndexFunc(word, unicode.IsLetter) >= 0 && strings.IndexFunc(word, unicode.IsDigit) < 0 {
				words++
			}
		}
		end = max(end, q.End)
	}
	return words >= 3
}
