package amount

import "onrecord/extract/amount/number"

// A rule reads what a number counts or measures. Its examples are texts of
// the form "[about 40 goats] ran = ~40 goats", where the value is written as
// fact.Amounts are in the tests.
type rule struct {
	name       string
	read       func(r *reader, n figure) (unit string, next int, ok bool)
	confidence float64
	examples   []string
}

// scaled is how many of rules, the first ones, read units of measure.
const scaled = 3

// nounless is how many of rules need a noun or a unit.
const nounless = 4

// rules is tried in order; the first that reads something wins.
var rules = []rule{
	{"percentage", percent, 0.95, []string{
		"Turnout fell by [31 percent] on Monday = 31 percent", "[About 7%] of them = ~7 percent", "[2.5 percentage points] more = 2.5 percentage points",
		"It came to [minus five percent] = -5 percent"}},
	{"money", currency, 0.95, []string{
		"It cost [about 20 million euros] = ~20000000 EUR", "He paid [50,000 Swiss francs] = 50000 CHF", "He paid [300 pesos] = 300 pesos",
		"They owe [5bn Kenyan shillings] = 5000000000 KES", "It costs [15 €] here = 15 EUR", "It needs [half a million dollars] = 500000 USD"}},
	{"measure", measure, 0.9, []string{
		"[10 km] from town = 10 kilometres", "[75ml] of oil = 75 millilitres", "[at least 40 square miles] burned = 40 >=40 square miles", "[200lbs] of rice = 200 pounds",
		"It was [minus 5 degrees Celsius] = -5 degrees Celsius", "It reached [40C] = 40 degrees Celsius", "Gusts of [90 km/h] hit = 90 kilometres per hour",
		"It is [2 1/2 miles] off = 2.5 miles", "It is [3 m] high = 3 metres"}},
	{"count", counted, 0.85, []string{
		"[about 7,000 Vostrian sailors] waited = ~7000 sailors", "[Fourteen people] drowned = 14 people",
		"[more than 60 injured] in the quake = 60 >=60 injured", "[two hundred and six fishing boats] sank = 206 boats",
		"[ten of its mills] shut = 10 mills", "[40 police officers] came = 40 officers", "[one soldier] died = 1 soldier", "[up to 300 seats] = 300 <=300 seats",
		"[Three more people] were hurt = 3 people", "[a dozen boats] sank = 12 boats", "[zero cases] were found = 0 cases"}},
	{"part of a number", partitive, 0.8, []string{"She shut [at least 40] of the town's old mills = 40 >=40 mills"}},
	{"victims", victims, 0.8, []string{"[At least 14] were killed = 14 >=14 killed", "The crash killed [at least eleven] = 11 >=11 killed"}},
	{"large number", large, 0.6, []string{
		"It rose to [2.5 million] = 2500000", "The true figure is [nearly 18,000] = ~18000", "He counted [Sixteen thousand], not one fewer = 16000"}},
	{"number alone", alone, 0.6, []string{
		"The toll rose to [230] on the island = 230", "It has a crew of [six] = 6"}},
}

func percent(r *reader, n figure) (string, int, bool) {
	at := n.Next
	if r.t.Word(at) == "-" && number.Touch(r.t, at-1) && number.Touch(r.t, at) {
		at++ // "40-percent"
	}
	unit, next, ok := unitsOf["percent"].named(r.t, at)
	return unit, next, ok && n.Glued == ""
}

func measure(r *reader, n figure) (string, int, bool) {
	if n.Glued != "" {
		unit := unitsOf["measures"].value(n.Glued)
		if unit == "" {
			word := r.t.Word(n.Next - 1)
			unit = unitsOf["letters"].value(word[max(0, len(word)-len(n.Glued)):])
		}
		return unit, n.Next, unit != ""
	}
	at := r.unhyphen(n.Next) // "10-kilometre"
	if unit, next, ok := unitsOf["measures"].named(r.t, at); ok {
		return unit, next, true
	}
	if r.t.Lower(at) == "in" && n.Digits && at == n.Next && (at+1 >= r.last || unitsOf["extents"].has(r.t.Lower(at+1))) {
		return "inches", at + 1, true // "2 in thick"
	}
	if r.t.Word(at) == "\"" && n.Digits && !r.feet(n.first-1) && unitsOf["extents"].has(r.t.Lower(at+1)) && letters(r.t.Word(at+1)) {
		return "inches", at + 1, true // `2" thick`
	}
	unit := unitsOf["letters"].value(r.t.Word(at))
	touch := number.Touch(r.t, at-1) || unit == "metres" // "40C", but "3 m": "3m" is three million
	return unit, at + 1, unit != "" && n.Digits && touch
}

// feet reports whether token i is the sign of feet, whose inches follow: "5'
// 10"".
func (r *reader) feet(i int) bool {
	return i > r.first && (r.t.Word(i) == "'" || r.t.Word(i) == "’" || r.t.Word(i) == "′")
}

// rate is " per day" where the words at token i say that the amount is one for
// each day: "barrels a day". The words themselves may be a time.
func (r *reader) rate(i int) string {
	switch r.t.Lower(i) {
	case "a", "an", "per", "each", "every", "/":
		word := r.t.Lower(i + 1)
		if vague["rates"].has(word) && !vague["not rates"].has(r.t.Lower(i+2)) {
			return " per " + word
		}
		if unit := vague["rates after a stroke"].value(word); unit != "" && r.t.Word(i) == "/" {
			return " per " + unit
		}
	}
	return ""
}
