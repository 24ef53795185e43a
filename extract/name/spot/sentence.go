package spot

import (
	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

// A sentence is what is known of a sentence before its names are told: its
// words, and what stands about each.
type sentence struct {
	words []word
	first int      // its first token in the text
	style style    // how it is written
	open  []bool   // per word, whether it may be part of a name
	runs  []run    // per word, the run of capitals it stands in
	known []listed // per word, the longest name of the lists it stands in
}

// A run is words with capitals side by side, [first, last); a word without a
// capital stands in an empty one.
type run struct{ first, last int }

// A style is how a sentence is written.
type style uint64

const (
	running  style = iota
	headline       // most longer words have a capital
	capitals       // they have no other letters
	lower          // none has one
)

// sentence reads the tokens [first, last) of t.
func (r *reader) sentence(t *text.Text, tags []tag.Tag, first, last int) sentence {
	n := last - first
	s := sentence{words: make([]word, n), first: first, open: make([]bool, n), runs: make([]run, n), known: make([]listed, n)}
	for i := range s.words {
		r.read(&s.words[i], t.Word(first+i))
		s.words[i].tag = tags[first+i]
	}
	s.style = s.written()
	s.reach()
	s.findRuns()
	s.findListed(r.lexicon)
	return s
}

// written is the style of the sentence by the share of its longer words that
// have capitals.
func (s *sentence) written() style {
	const long = 4
	words, upper, all := 0, 0, 0
	for i := range s.words {
		w := &s.words[i]
		if w.initial == 0 || w.size < long {
			continue
		}
		words++
		if w.upper {
			upper++
		}
		if w.all {
			all++
		}
	}
	switch {
	case words >= 2 && all*10 >= words*8:
		return capitals
	case words >= 4 && upper*10 >= words*7:
		return headline
	case upper == 0:
		return lower
	}
	return running
}

// within is how far from a capital a word without one may be part of a name:
// "of the" stands between two.
const within = 2

// reach finds which words may be part of a name.
func (s *sentence) reach() {
	for i := range s.words {
		if !s.words[i].upper {
			continue
		}
		for j := max(0, i-within); j < min(len(s.words), i+within+1); j++ {
			s.open[j] = true
		}
	}
}

func (s *sentence) findRuns() {
	for i := 0; i < len(s.words); {
		end := i
		for end < len(s.words) && s.words[end].upper {
			end++
		}
		for j := i; j < end; j++ {
			s.runs[j] = run{i, end}
		}
		if end == i {
			s.runs[i] = run{i, i}
			end++
		}
		i = end
	}
}
