package when

import (
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// A syntax is the parts of speech and the heads of the tokens of a finder;
// the pieces of a word have those of the word.
type syntax struct {
	tags  []tag.Tag
	heads []int // the token each hangs on, -1 for the root of its sentence
}

// syntaxOf is the syntax of the pieces that words were cut into.
func syntaxOf(pieces, words *text.Text, tags []tag.Tag, arcs []tree.Arc) syntax {
	n := len(pieces.Tokens)
	s := syntax{make([]tag.Tag, n), make([]int, n)}
	first := make([]int, len(words.Tokens)) // the first piece of each word
	word := 0
	for i, piece := range pieces.Tokens {
		for words.Tokens[word].End < piece.End {
			word++
			first[word] = i
		}
		s.tags[i], s.heads[i] = tags[word], arcs[word].Head
	}
	for i, head := range s.heads {
		if head >= 0 {
			s.heads[i] = first[head]
		}
	}
	return s
}

// is reports whether the Penn tag of token i is one of tags.
func (s *syntax) is(i int, tags ...string) bool {
	xpos := s.tags[i].XPOS()
	for _, t := range tags {
		if t == xpos {
			return true
		}
	}
	return false
}
