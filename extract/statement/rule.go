package statement

import (
	_ "embed"
	"strconv"
	"strings"
)

//go:embed data/rules.txt
var ruleFile string

// The names of the rules. data/rules.txt gives the measured precision of each.
const (
	ruleQuoteAfter   = "quote said after"
	ruleQuoteBefore  = "quote said before"
	ruleQuoteSplit   = "quote split"
	ruleQuoteColon   = "quote after a colon"
	ruleLabel        = "speaker's name and colon"
	ruleSigned       = "quote signed"
	ruleRunsOn       = "quote runs on"
	ruleNextLine     = "quote in the next paragraph"
	ruleThat         = "that-clause"
	ruleBare         = "clause"
	ruleWh           = "question clause"
	ruleTo           = "infinitive"
	ruleNoun         = "noun phrase"
	rulePreposition  = "prepositional phrase"
	ruleGap          = "relative gap"
	ruleTrailing     = "trailing"
	ruleParenthesis  = "parenthesis"
	ruleAccording    = "according to"
	rulePassive      = "passive"
	ruleNounCue      = "noun cue"
	ruleAdjectiveCue = "adjective cue"
)

var precision = readPrecision()

// readPrecision is the precision of each rule as data/rules.txt has it.
func readPrecision() map[string]float64 {
	m := map[string]float64{}
	for line := range strings.Lines(ruleFile) {
		name, rest, ok := strings.Cut(strings.TrimSpace(line), "|")
		if strings.HasPrefix(line, "#") || !ok {
			continue
		}
		value, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
		if p, err := strconv.ParseFloat(value, 64); err == nil {
			m[strings.TrimSpace(name)] = p
		}
	}
	return m
}

// unmeasured is the confidence of a rule that the table does not have.
const unmeasured = 0.5

// confidence is how often the rule was right when it was measured.
func confidence(rule string) float64 {
	if p, ok := precision[rule]; ok {
		return p
	}
	return unmeasured
}
