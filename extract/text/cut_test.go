package text_test

import (
	"strings"
	"testing"

	"onrecord/extract/text"
)

func TestCut(t *testing.T) {
	x := text.Of("It froze mid-March.\nNo ship-to-shore line.")
	fine := x.Cut(func(word string) []int {
		var at []int
		for i := range word {
			if word[i] == '-' {
				at = append(at, i, i+1)
			}
		}
		return at
	})
	checkInvariants(t, fine)
	var got []string
	for i := range fine.Tokens {
		got = append(got, fine.Word(i))
	}
	if s, want := strings.Join(got, "|"), "It|froze|mid|-|March|.|No|ship|-|to|-|shore|line|."; s != want {
		t.Errorf("Cut gives %q, want %q", s, want)
	}
	if len(fine.Sentences) != len(x.Sentences) || fine.Sentences[1].Span != x.Sentences[1].Span || !fine.Tokens[6].Paragraph {
		t.Errorf("Cut gives sentences %v, want %v with their paragraphs", fine.Sentences, x.Sentences)
	}
}
