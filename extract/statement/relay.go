package statement

import "onrecord/extract/fact"

// according reads "according to X" in s, and "citing X" after a report. When the sentence already has a
// statement with a speaker, X relays it; otherwise X is the source of the
// clause.
func (s *sentence) according() {
	for k := s.first; k+2 < s.last; k++ {
		if s.quoted[k] != 0 || s.used[k] {
			continue
		}
		var source run
		switch {
		case s.word(k) == "according" && s.word(k+1) == "to":
			if source = s.accordingSource(k + 2); !source.empty() && (s.witness(source) || !s.relays(k, source)) {
				s.credit(k, source)
			}
		case s.cites(k):
			if source = s.accordingSource(k + 1); !source.empty() {
				s.relays(k, source)
			}
		}
		k = max(k, source.to)
	}
}

// witness reports whether source is a person, or people nobody names, whose
// account the whole clause is, with what others say in it. An agency or paper
// only passes on what it says others said.
func (s *sentence) witness(source run) bool {
	head := source
	for i := source.from; i < source.to; i++ {
		if s.is(i, mark|relative|preposition) && !s.innerMark(i) {
			head.to = i
			break
		}
	}
	last := s.lastWord(head)
	return s.is(last, witnesses) || s.person[last] && !s.owns(last+1)
}

// cites reports whether "citing" at token k says on whose word a report is.
func (s *sentence) cites(k int) bool {
	return s.word(k) == "citing" && s.word(k-1) == "," && s.nominal(k+1) && (s.trailed(k-1) || s.citedThat(k) > 0)
}

// citedThat is the "that" which follows a source named between a cue and its
// content: "claimed, citing officials, that"; 0 when there is none.
func (s *sentence) citedThat(k int) int {
	if s.word(k) != "citing" || s.word(k-1) != "," || k < 2 || s.grouped[k-2] == 0 {
		return 0
	}
	for i := k + 1; i+1 < min(s.last, k+sourceReach); i++ {
		if s.word(i) == "," {
			if s.word(i+1) == "that" {
				return i + 1
			}
			return 0
		}
	}
	return 0
}

// trailed reports whether a trailing cue ends right before token k: "…, the
// agency reported, citing".
func (s *sentence) trailed(k int) bool {
	return s.used[k-1] && s.grouped[k-1] != 0
}

// accordingSource is the noun phrase at token i, with its appositions when
// the clause is over after them.
func (s *sentence) accordingSource(i int) run {
	k := i
	for k < min(s.last, i+sourceReach) && s.word(k) != "," && !s.is(k, terminal) && !s.dash(k) && s.word(k) != ";" {
		k++
	}
	if k >= s.last || s.word(k) != "," || k+1 >= s.last {
		return run{i, k}
	}
	if s.word(k+1) == "that" {
		return run{i, k} // "claimed, citing officials, that"
	}
	if s.is(k+1, relative) {
		for k++; k < s.last && s.word(k) != ","; k++ {
		}
		return run{i, k}
	}
	if j := k + 1; !s.is(k-1, capital|mention) && s.is(j, mention) {
		for j++; s.inMention(j); j++ {
		}
		if s.word(j) == "," {
			return run{i, j} // "the mayor, Ann Lee,"
		}
	}
	if s.is(k+1, determiner) && !s.finiteIn(k, s.last) {
		return run{i, s.last}
	}
	return run{i, k}
}

// relays makes source the relay of every outermost statement of the sentence
// whose cue is near "according to" at token k: after it when that opens the
// sentence, else right before it. It reports whether there is one.
func (s *sentence) relays(k int, source run) bool {
	found := false
	opening := k < s.first+3
	for i := max(s.first, k-sourceReach); i < min(s.last, k+contentReach); i++ {
		if s.byCue[i] == 0 {
			continue
		}
		d := &s.drafts[s.byCue[i]-1]
		if d.source.empty() || opening != (i > k) || s.held(i, int(s.byCue[i]-1)) || !opening && k-d.whole().to > relayReach && s.finiteIn(max(d.cue.to, d.source.to), k) {
			continue
		}
		d.via = append(d.via, source)
		found = true
	}
	return found
}

// relayReach is how many words after a statement its relay is sure to belong
// to it.
const relayReach = 8

// held reports whether token i lies in the content of one of the latest
// drafts, draft but aside.
func (s *sentence) held(i, but int) bool {
	for j := len(s.drafts) - 1; j >= max(0, len(s.drafts)-maxDepth); j-- {
		for _, p := range s.drafts[j].content {
			if j != but && p.holds(run{i, i + 1}) {
				return true
			}
		}
	}
	return false
}

// credit makes source the source of the clause that "according to" at token k
// goes with: the one after it at the start of a sentence, else the one before.
func (s *sentence) credit(k int, source run) {
	p := run{max(s.clauseFrom(s.first, k), k-contentReach), k}
	var more run
	if !s.finiteIn(p.from, p.to) {
		more = s.tidy(run{source.to, min(s.last, source.to+contentReach)})
	}
	p = s.tidy(p)
	if rel := s.lastWord(p); !p.empty() && s.is(rel, relative|question) && s.word(source.to) == "," && rel > p.from {
		// "troops that, according to the mayor, had left"
		end := s.clauseEnd(source.to+1, s.last, group{at: k})
		p, more = run{}, s.tidy(run{source.to + 1, end})
	}
	d := draft{cue: run{k, k + 2}, source: source, act: fact.State, rule: ruleAccording}
	for _, c := range []run{p, more} {
		if !c.empty() && s.hasWord(c) {
			d.content = append(d.content, c)
		}
	}
	if len(d.content) > 0 {
		s.add(d)
	}
}
