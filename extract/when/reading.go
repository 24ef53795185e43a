package when

import (
	"cmp"
	"strings"
)

// An account is what a reader is told of a value: how it was come by and, in a
// sentence, what the text says of it that cannot be.
type account struct{ why, conflict string }

// A reading is the TIMEX3 value of an expression and the account of it.
type reading struct {
	value string
	account
}

// undated is the account of what only the day of publication would tell.
const undated = "the day of publication, which would tell it, is not known"

// reading is what an expression means that d was told for. Values that are
// not plain to read are said in words.
func (d date) reading() reading {
	if d.day.IsZero() {
		return unknown(cmp.Or(d.why, undated))
	}
	if name := d.words(); (d.grain == byWeek || d.grain == byQuarter) && !strings.HasPrefix(d.why, name) {
		d.why = name + ": " + d.why
	}
	return reading{d.String(), d.account}
}

// because is d told as why says.
func (d date) because(why string) date {
	if !d.day.IsZero() {
		d.why = why
	}
	return d
}

// written is a value that the text itself gives.
func written(value string) reading {
	return reading{value, account{why: words(value) + ", as written"}}
}

// unknown is an expression without a value, and why it has none.
func unknown(why string) reading { return reading{"", account{why: why}} }

// said is a value and its account, the value in words first.
func said(value, why string) reading {
	return reading{value, account{why: words(value) + ": " + why}}
}

// lasting is a length of time.
func lasting(value string) reading { return said(value, "a length of time") }

// repeated is a time that comes again, as often as how says.
func repeated(value, how string) reading {
	return reading{value, account{why: how + ": a time that comes again"}}
}

// in is the reading of a part of the day d, "T" and its code or hour.
func (d date) in(part string) reading {
	if d.day.IsZero() || d.grain != byDay {
		return d.reading()
	}
	r, of := reading{d.String() + part, d.account}, " on "
	if strings.HasPrefix(clockWords(part[1:]), "the ") {
		of = " of "
	}
	r.why = clockWords(part[1:]) + of + d.why
	return r
}

// lineLength is the most bytes of an account.
const lineLength = 140

// line is why on one line that is not too long: where it is, the clauses behind
// a semicolon are left out, the last first.
func line(why string) string {
	for len(why) > lineLength {
		at := strings.LastIndex(why, "; ")
		if at < 0 {
			break
		}
		why = why[:at]
	}
	return why
}
