package text

import (
	"unicode"
	"unicode/utf8"
)

// words fills t.Tokens: white space parts chunks, and rules part the words in
// a chunk.
func (t *Text) words() {
	t.Tokens = make([]Token, 0, len(t.raw)/5)
	width := wrapWidth(t.raw)
	paragraph := false
	for at := 0; at < len(t.raw); {
		r, size := rune(t.raw[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(t.raw[at:])
		}
		if unicode.IsSpace(r) {
			paragraph = paragraph || r == '\u2029' || r == '\n' && (width == 0 || !wraps(t.raw, at, width))
			at += size
			continue
		}
		first := len(t.Tokens)
		c := chunkAt(t.raw, at)
		t.chunk(c)
		t.Tokens[first].Paragraph = paragraph
		paragraph, at = false, c.end
	}
}

// chunk appends the tokens of c.
func (t *Text) chunk(c chunk) {
	for at := c.start; at < c.end; {
		end := c.token(at)
		t.parts(c, Span{at, end})
		at = end
	}
}

// token is the end of the token of c that begins at offset at.
func (c chunk) token(at int) int {
	if c.holds&^letters == 0 {
		return c.end
	}
	for i := range wordRules {
		if r := &wordRules[i]; c.holds&r.needs != 0 {
			if end := r.end(c, at); end > at {
				return end
			}
		}
	}
	_, size := c.at(at)
	return at + size
}

// A wordRule finds tokens of one kind. The first rule that applies decides.
type wordRule struct {
	name     string
	needs    kinds                     // a chunk that holds none of these is passed over
	end      func(c chunk, at int) int // the end of the token at offset at; at itself where the rule does not apply
	examples []string                  // chunks, with | where tokens part
}

// wordRules are in address.go, mark.go, number.go and word.go.
var wordRules = []wordRule{
	{"address", ats | slashes | dots | marks, addressEnd, []string{
		"(|http://melk.example/ferry_(old)|)|,", "rika.elde@melk.example|.", "www.melk.example|!", "<|mailto:osk@melk.example|>",
		"Elde@HARBOUR", "melk-ferry.com|'s", "ferry.co.uk/times|,", "alt.ships.melk", "mayo...@melk.org", "ended|.|It|?", "bit.ly/melk", "@melk", "#melk|!", "#|5",
	}},
	{"file", dots, fileEnd, []string{"ferry_times-2.PDF|.", "melk.xls", ".doc"}},
	{"emoticon", marks | hyphens | slashes, emoticonEnd, []string{"fine|:)", ";-)", "<3", "^_^|!", "note|:|(|a|)"}},
	{"date", slashes | hyphens, dateEnd, []string{"11/29/2000", "2022-01-12|,", "9/11", "1/2", "1999|-|2001", "10|-|15"}},
	{"telephone", hyphens, telephoneEnd, []string{"713-555-0142", "713/555-0142", "1-800-555-0142", "555-0142", "120|-|140"}},
	{"number", digits, numberEnd, []string{
		"1,200.5", "10:30", "10:30|pm", "35|mm", "5|m", "3rd", "1980s", "80's", "'90s", "+44", ".25", "1,50", "4x4", "2|.", "$|10|bn", "US$|5", "100,000|-|strong",
	}},
	{"prefix", hyphens, prefixEnd, []string{"non-stop", "mid-1980s", "anti-Osk", "re-elected", "co-owner|'s", "Rika|-|Ann", "well|-|known", "uh-huh"}},
	{"stroke", slashes, strokeEnd, []string{"w/o", "s/he", "and|/|or", "s/he|/|they"}},
	{"elided", apostrophes, elidedEnd, []string{"'em", "’til", "'|Yes|'", "(|osk@melk.example|'s"}},
	{"marks", dots | hyphens | slashes | marks, marksEnd, []string{"no|...", "no|...|?", "what|?!", "no|.?", "wait|!!!", "a|--|b", "****", "'|'|Yes|'|'", ")|)|,|(|("}},
	{"word", letters | digits | high, wordEnd, []string{"5|p.m.", "P.O.", "Inc.|.", "O'Dwyer", "U.S.|-|made", "R&D", "ferry_times", "d*mn", "J.R.|Hulst", "bas\u00adically", "Elde|’s", "S.|Korea"}},
}
