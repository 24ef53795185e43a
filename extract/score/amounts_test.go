package score

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// amountLines is one text in each of the three formats, and texts that are no
// running text.
const amountLines = `{"text":"Über 40 goats ran to Melk.","values":[{"start":5,"end":7,"type":"QUANTITY","text":"40"}]}
{"req":"They carried 5 kg to 7 kg of salt for three years.","res":[{"value":6,"uncertainty":1,"unit":"kilogram","surface":"5 kg to 7 kg"},{"value":3,"unit":"year","surface":"three years"}]}
{"text":"The ferry cost $ 5 million then.","results":[{"start":15,"end":26,"text":"$ 5 million","type":"currency","resolution":{"value":"5000000","unit":"Dollar"}}]}
{"text":"x = 7","results":[{"start":4,"end":5,"text":"7","type":"number","resolution":{"value":"7"}}]}
`

// amount is one that stands at words in t.
func amount(t *text.Text, words string, value float64, unit, rule string) fact.Amount {
	at := strings.Index(t.String(), words)
	return fact.Amount{Span: text.Span{Start: at, End: at + len(words)}, Value: &value, Unit: unit, Rule: rule}
}

func writeAmounts(t *testing.T, lines string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "gold.jsonl")
	if err := os.WriteFile(path, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAmounts(t *testing.T) {
	path := writeAmounts(t, amountLines)
	s, err := Amounts(path, func(x *text.Text) []fact.Amount {
		switch in := x.String(); {
		case strings.Contains(in, "goats"):
			return []fact.Amount{amount(x, "40 goats", 40, "goats", "count")}
		case strings.Contains(in, "salt"):
			low, high := 5.0, 7.0
			a := amount(x, "5 kg to 7 kg", 0, "kilograms", "range, measure")
			a.Value, a.Low, a.High = nil, &low, &high
			return []fact.Amount{a}
		case strings.Contains(in, "ferry"):
			return []fact.Amount{amount(x, "$ 5 million", 5e6, "EUR", "money")}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := (AmountCount{Count{3, 3, 3}, Count{2, 2, 2}, Count{1, 2, 2}}); s.Running != want {
		t.Errorf("Amounts(%s).Running = %+v, want %+v", amountLines, s.Running, want)
	}
	if want := (AmountCount{Count{3, 5, 3}, Count{2, 4, 2}, Count{1, 3, 2}}); s.All != want {
		t.Errorf("Amounts(%s).All = %+v, want %+v", amountLines, s.All, want)
	}
	if len(s.Misses) != 1 || !strings.HasPrefix(s.Misses[0], `missed "$ 5 million" (in "EUR", not "USD")`) {
		t.Errorf("Amounts(%s).Misses = %q, want the unit of the ferry's price", amountLines, s.Misses)
	}
	if got := s.Lines()[0]; got != "applies to 3 of 5" {
		t.Errorf("Lines() = %q, want it to begin with what applies", s.Lines())
	}
}

// TestAmountsOfOneKind counts no amount as false that a corpus of percentages
// would not mark.
func TestAmountsOfOneKind(t *testing.T) {
	path := writeAmounts(t, `{"text":"About 5% of the 40 goats, 6 rams and more ran.","results":[{"start":6,"end":8,"text":"5%","type":"percentage","resolution":{"value":"5%"}}]}
{"text":"Nobody had counted the goats.","results":[]}
`)
	s, err := Amounts(path, func(x *text.Text) []fact.Amount {
		if !strings.Contains(x.String(), "5%") {
			return []fact.Amount{amount(x, "Nobody", 0, "percent", "percentage")}
		}
		return []fact.Amount{amount(x, "About 5%", 5, "percent", "percentage"), amount(x, "40 goats", 40, "goats", "count")}
	})
	if want := (Count{1, 1, 2}); err != nil || s.Running.Units != want {
		t.Errorf("Amounts = %+v, %v, want %+v", s.Running.Units, err, want)
	}
}

func TestApplies(t *testing.T) {
	for _, c := range []struct {
		name, line string
		want       bool
	}{
		{"sentence", `{"text":"They counted 40 of them.","results":[{"start":13,"end":15,"type":"number","resolution":{"value":"40"}}]}`, true},
		{"number alone", `{"text":"40","results":[{"start":0,"end":2,"type":"number","resolution":{"value":"40"}}]}`, false},
		{"unit alone", `{"text":"40%","results":[{"start":0,"end":3,"type":"percentage","resolution":{"value":"40%"}}]}`, true},
		{"sign before the number", `{"text":"We had percent of 40 then.","results":[{"start":7,"end":20,"type":"percentage","resolution":{"value":"40%"}}]}`, false},
		{"formula", `{"text":"They say it is 4^2 or more.","results":[{"start":15,"end":18,"type":"number","resolution":{"value":"16"}}]}`, false},
		{"years", `{"text":"They stayed there for 40 years.","results":[{"start":22,"end":24,"type":"number","resolution":{"value":"40"}}]}`, false},
		{"a year", `{"text":"They came there in 1940 again.","results":[{"start":19,"end":23,"type":"number","resolution":{"value":"1940"}}]}`, false},
		{"one", `{"text":"They say that one is good.","results":[{"start":14,"end":17,"type":"number","resolution":{"value":"1"}}]}`, false},
		{"row", `{"text":"You may call us at 555 0134.","results":[{"start":19,"end":22,"type":"number","resolution":{"value":"555"}},{"start":23,"end":27,"type":"number","resolution":{"value":"134"}}]}`, false},
		{"unit without a number", `{"text":"The price of a dollar fell.","results":[{"start":15,"end":21,"type":"currency","resolution":{"unit":"Dollar"}}]}`, false},
		{"bounds", `{"text":"They saw between 4 and 6 goats.","results":[{"start":9,"end":24,"type":"numberrange","resolution":{"value":"[4,6)"}}]}`, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := readQuantities([]byte(c.line))
			if err != nil {
				t.Fatal(err)
			}
			if all := slices.ContainsFunc(d.gold, func(q Quantity) bool { return q.Applies != c.want }); all || len(d.gold) == 0 {
				t.Errorf("readQuantities(%s) = %+v, want Applies %v", c.line, d.gold, c.want)
			}
		})
	}
}

func TestAmountsFails(t *testing.T) {
	for _, line := range []string{"{", `{"req":"No.","res":[{"value":5,"surface":"five"}]}`} {
		if s, err := Amounts(writeAmounts(t, line), func(*text.Text) []fact.Amount { return nil }); err == nil {
			t.Errorf("Amounts(%q) = %+v, want an error", line, s)
		}
	}
	if _, err := Amounts(filepath.Join(t.TempDir(), "none"), nil); err == nil {
		t.Error("Amounts of no file gives no error")
	}
}
