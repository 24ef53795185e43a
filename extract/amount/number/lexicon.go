package number

import (
	_ "embed"
	"strconv"
	"strings"
)

//go:embed data/numbers.txt
var numberFile string

var (
	units     = section("units")
	tens      = section("tens")
	scales    = section("scales")
	suffixes  = section("suffixes")
	ordinals  = section("ordinals")
	fractions = section("fractions")
	parts     = section("parts")
	manyParts = section("many parts")
	plurals   = section("plurals")
	clocks    = section("clocks")
	estimates = section("estimates")
)

// section is the words and values under the line "[name]" of the data file.
func section(name string) map[string]float64 {
	_, rest, _ := strings.Cut(numberFile, "["+name+"]\n")
	part, _, _ := strings.Cut(rest, "\n[")
	words := map[string]float64{}
	for line := range strings.Lines(part) {
		word, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		if v, err := strconv.ParseFloat(value, 64); err == nil {
			words[word] = v
		}
	}
	return words
}
