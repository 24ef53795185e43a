package spot

import "onrecord/extract/learn"

// listed is where in a name of the lists a word stands, and what is known of
// the name; nothing when it stands in none of two words or more.
type listed struct {
	attrs attr
	part  part
}

// longestListed is the most words of a name that are looked for in the lists.
const longestListed = 8

// findListed finds the names of the lists in the sentence, at each word the
// longest.
func (s *sentence) findListed(l *lexicon) {
	for i := 0; i < len(s.words); i++ {
		end, attrs := s.listedEnd(l, i)
		if end == i {
			continue
		}
		for j := i; j < end; j++ {
			s.known[j] = listed{attrs, partOf(j, i, end)}
		}
		i = end - 1
	}
}

// listedEnd is the end of the longest name of the lists that starts at word i,
// and what is known of it; i when none does.
func (s *sentence) listedEnd(l *lexicon, i int) (int, attr) {
	if !s.words[i].upper || s.words[i].attrs&start == 0 {
		return i, 0
	}
	end, attrs := i, attr(0)
	hash := s.words[i].lower
	for j := i + 1; j < min(len(s.words), i+longestListed); j++ {
		hash = learn.Mix(hash, s.words[j].lower)
		a := l.attrs(hash)
		if a&place != 0 && s.words[j].upper {
			end, attrs = j+1, a&place
		}
		if a&start == 0 {
			break
		}
	}
	return end, attrs
}
