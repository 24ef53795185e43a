package number

import (
	"math"
	"strconv"
	"strings"
)

// Digits reads the figures at the start of word, "1,500", "12,34,567.89" or
// "2.5", and gives what is glued to them: "km" of "10km". A comma that cannot
// part thousands is the decimal one, "1,5" and "0,125"; "10:35", "1.2.3" and
// "1,2,3" are no numbers.
func Digits(word string) (value float64, rest string, ok bool) {
	value, rest, _, ok = digits(word)
	return value, rest, ok
}

// digits is Digits, and whether thousands are parted in the figures.
func digits(word string) (value float64, rest string, parted, ok bool) {
	end := 0
	for end < len(word) && strings.IndexByte("0123456789.,:", word[end]) >= 0 {
		end++
	}
	figures, rest := word[:end], word[end:]
	if value, ok := small(figures); ok {
		return value, rest, false, true
	}
	whole, fraction, parted, ok := cut(figures)
	if !ok || whole == "" || !figured(fraction) {
		return 0, "", false, false
	}
	value, err := strconv.ParseFloat(whole+"."+fraction, 64)
	if err != nil || math.IsInf(value, 0) {
		return 0, "", false, false
	}
	return value, rest, parted, true
}

// small reads up to nine figures alone, as most numbers in figures are.
func small(figures string) (value float64, ok bool) {
	whole := 0
	for i := range len(figures) {
		if figures[i] < '0' || figures[i] > '9' {
			return 0, false
		}
		whole = whole*10 + int(figures[i]-'0')
	}
	return float64(whole), figures != "" && len(figures) < 10
}

// cut parts figures into their whole number, without its separators, and
// their decimals, and tells whether thousands were parted in it.
func cut(figures string) (whole, fraction string, parted, ok bool) {
	whole, fraction, _ = strings.Cut(figures, ".")
	if grouped(whole, ",") && figured(fraction) {
		return strings.ReplaceAll(whole, ",", ""), fraction, strings.Contains(whole, ","), true
	}
	whole, fraction, _ = strings.Cut(figures, ",")
	parted = strings.Contains(whole, ".")
	if parted && grouped(whole, ".") || !parted && decimal(whole, fraction) {
		return strings.ReplaceAll(whole, ".", ""), fraction, parted, true
	}
	return "", "", false, false
}

// decimal reports whether the comma between two rows of figures is the decimal
// one: it cannot part thousands that lack a nought, "135,00", nor the day from
// the year.
func decimal(whole, fraction string) bool {
	year := len(whole) <= 2 && len(fraction) == 4 && (fraction[:2] == "19" || fraction[:2] == "20")
	typo := len(whole) > 1 && len(whole) <= 3 && strings.Trim(fraction, "0") == ""
	return figured(whole) && whole != "" && fraction != "" && (len(fraction) != 3 || whole == "0") && !year && !typo
}

// grouped reports whether a whole number has figures alone or those that the
// separator parts into thousands, or as in India: "12,34,567".
func grouped(whole, separator string) bool {
	head, groups, found := strings.Cut(whole, separator)
	if !found {
		return figured(whole)
	}
	if len(head) == 0 || len(head) > 3 || head[0] == '0' || !figured(head) {
		return false
	}
	size := 3
	if len(groups) > 3 && strings.Index(groups, separator) == 2 && separator == "," && len(head) < 3 {
		size = 2
	}
	for len(groups) > 3 {
		group, others, found := strings.Cut(groups, separator)
		if !found || len(group) != size || !figured(group) {
			return false
		}
		groups = others
	}
	return len(groups) == 3 && figured(groups)
}

func figured(word string) bool { return strings.Trim(word, "0123456789") == "" }
