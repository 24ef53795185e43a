package statement

import "onrecord/extract/fact"

// venueReach is how many words after a preposition a venue can stand.
const venueReach = 7

// venueEnd is the token after a phrase that starts at token i and says where
// or how something was said: "in a telephone interview", "to reporters",
// "after Wednesday's meeting"; 0 when there is none.
func (r *reader) venueEnd(i int) int {
	if !r.is(i, preposition) && r.word(i) != "to" {
		return 0
	}
	for k := i + 1; k < min(r.n, i+venueReach+1); k++ {
		if r.is(k, mark|finite|conjunction) && !r.is(k, venue) || r.word(k) == "that" {
			return 0
		}
		if r.is(k, venue|hearer) && !r.is(k+1, venue) && r.word(k+1) != "'s" && (r.is(k, venue) || r.word(i) == "to" || r.word(i) == "with") {
			return k + 1
		}
	}
	return 0
}

// adjuncts is the token after the phrases of time, place and hearer that
// start at token i.
func (r *reader) adjuncts(i, end int) int {
	for i < end {
		switch {
		case r.is(i, timed) && r.word(r.timeEnd(i)) != "'s":
			i = r.timeEnd(i)
		case r.is(i, adjunct) && r.is(i+1, timed) && r.word(r.timeEnd(i+1)) != "'s":
			i = r.timeEnd(i + 1)
		case r.is(i, adverb) && !r.is(i, determiner|conjunction|negation) && r.is(i+1, adjunct|mark|timed):
			i++
		default:
			k := r.venueEnd(i)
			if k == 0 || k > end {
				return i
			}
			i = k
		}
	}
	return end
}

// saidReach is how many words from its cue a time of speaking can stand.
const saidReach = 8

// said is the value of the time expression that says when the words around
// cue were spoken: it stands between the cue and the content, after the
// trailing cue, or opens the sentence of the source. Only a day, or what is
// less precise than one, is given; durations and clock times are not days. What
// has been said was said on no day to come.
func (r *reader) said(cue, source run, stop int) string {
	day, at := r.toldDay(cue, source, stop)
	if day == "" || !r.toCome(at) {
		return day
	}
	for i := cue.from; i < cue.to; i++ {
		if r.is(i, modal) {
			return day // "will speak tomorrow"
		}
	}
	return ""
}

// toCome reports whether the time expression that token i lies in says itself
// that it is ahead: "tomorrow", "next week", "ahead of the vote on Sunday".
func (r *reader) toCome(i int) bool {
	for i > 0 && r.time[i-1] == r.time[i] {
		i--
	}
	if w := r.word(i); w == "tomorrow" || w == "next" || w == "coming" {
		return true
	}
	for k := i - 1; k >= max(0, i-venueReach) && !r.is(k, terminal|quoteMark|finite); k-- {
		if w := r.word(k); w == "ahead" || w == "before" {
			return true
		}
	}
	return false
}

// toldDay is the day that said gives, and a token of the expression that has it.
func (r *reader) toldDay(cue, source run, stop int) (string, int) {
	for i := cue.to; i < min(r.n, stop, cue.to+saidReach); i++ {
		if v := r.day(i); v != "" {
			return v, i
		}
		if r.is(i, terminal|quoteMark) {
			break
		}
	}
	first := min(source.from, cue.from)
	if source.empty() {
		first = cue.from
	}
	for i := first - 1; i >= max(0, first-3); i-- {
		if v := r.day(i); v != "" && !r.finiteIn(r.sentenceFirst(i), first) {
			return v, i
		}
		if r.is(i, terminal) {
			break
		}
	}
	for i := source.to; i < cue.from && r.grouped[i] == 0 && !source.empty(); i++ {
		if v := r.day(i); v != "" {
			return v, i
		}
	}
	return "", 0
}

// day is the value of the date that token i lies in, cut to the day.
func (r *reader) day(i int) string {
	if !r.is(i, timed) {
		return ""
	}
	x := r.times[r.time[i]-1]
	if x.Type != fact.Date && x.Type != fact.Clock || len(x.Value) < 4 || x.Value[0] < '0' || x.Value[0] > '9' {
		return ""
	}
	if len(x.Value) > 10 {
		return x.Value[:10]
	}
	return x.Value
}
