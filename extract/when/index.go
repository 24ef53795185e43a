package when

import "sync"

// index is the rules by the words that can begin what they match.
var index = sync.OnceValue(func() map[string]*start { return indexOf(rules()) })

// A start is the rules that can match from a word on, by the word after it.
type start struct {
	before map[string][]*rule // those that can go on with a word
	any    []*rule            // those that any word can stand after
}

// at is the rules that can match where word and next stand, in their order.
func (s *start) at(next string) []*rule {
	if list, ok := s.before[next]; ok {
		return list
	}
	return s.any
}

func indexOf(list []*rule) map[string]*start {
	all := map[string]*start{}
	for _, r := range list {
		for _, word := range r.pattern.starts(0) {
			if all[word] == nil {
				all[word] = &start{before: map[string][]*rule{}}
			}
			all[word].add(r, r.pattern.seconds(word))
		}
	}
	return all
}

// add puts r behind the rules that came before, where one of words can follow;
// nil stands for any.
func (s *start) add(r *rule, words []string) {
	if words == nil {
		s.any = append(s.any, r)
		for word := range s.before {
			s.before[word] = append(s.before[word], r)
		}
		return
	}
	for _, word := range words {
		if _, ok := s.before[word]; !ok {
			s.before[word] = append([]*rule(nil), s.any...)
		}
		s.before[word] = append(s.before[word], r)
	}
}

// key is word as it stands in the index: figure for what begins with a digit.
func key(word string) string {
	if word != "" && digit(word[0]) {
		return figure
	}
	return word
}
