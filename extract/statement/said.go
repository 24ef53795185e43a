package statement

import "onrecord/extract/fact"

// saidReach is how many words from its cue a time of speaking can stand.
const saidReach = 30

// said is the value of the time expression that says when d was spoken: one
// beside what is said and who says it, that hangs on the cue. Only a day, or
// what is less precise than one, is given; durations and clock times are not
// days. What has been said was said on no day to come.
func (r *reader) said(d *draft) string {
	s := r.t.Sentences[r.t.SentenceAt(r.t.Tokens[d.head].Start)]
	for i := max(s.First, d.head-saidReach); i < min(s.Last, d.head+saidReach); i++ {
		day := r.day(i)
		if day == "" || within(d.content, i) || within(d.source, i) || !r.hangsOn(i, d.head) {
			continue
		}
		if r.toCome(i) && !r.willBe(d) {
			return ""
		}
		return day
	}
	return ""
}

// within reports whether one of runs holds token i.
func within(runs []run, i int) bool {
	for _, p := range runs {
		if p.From <= i && i < p.To {
			return true
		}
	}
	return false
}

// hangsOn reports whether token i hangs on head, through nouns only.
func (r *reader) hangsOn(i, head int) bool {
	for range longestClimb {
		i = r.arcs[i].Head
		if i == head {
			return true
		}
		if i < 0 || r.tags[i].UPOS() == "VERB" || r.tags[i].UPOS() == "AUX" {
			return false
		}
	}
	return false
}

// willBe reports whether the cue of d is still to come: "will speak tomorrow".
func (r *reader) willBe(d *draft) bool {
	for _, p := range d.cue {
		for i := p.From; i < p.To; i++ {
			if r.tags[i].XPOS() == "MD" {
				return true
			}
		}
	}
	return false
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
	for k := i - 1; k >= max(0, i-aheadReach) && !r.is(k, terminal|quoteMark); k-- {
		if w := r.word(k); w == "ahead" || w == "before" {
			return true
		}
	}
	return false
}

// aheadReach is how many words "ahead of" can stand before a day.
const aheadReach = 7

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
