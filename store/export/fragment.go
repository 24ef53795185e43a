package export

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/text"
	"onrecord/store"
)

// The most that a text fragment gives of a passage before it gives only its
// first and last words, and how many those are.
const (
	longestFragment = 120 // bytes
	fragmentWords   = 5
)

// Passage is the address of a page with a text fragment that leads a browser
// to the words of its article at a place: url#:~:text=[prefix-,]start[,end]
// (WICG, URL Fragment Text Directives). It is the address alone for no place,
// and "" for an article without an address on the web.
func Passage(a *store.Article, at text.Span) string {
	if !store.WebAddress(a.URL) {
		return ""
	}
	words := strings.TrimSpace(a.Text[at.Start:at.End])
	if words == "" {
		return a.URL
	}
	start, end := words, ""
	if len(words) > longestFragment || strings.ContainsRune(words, '\n') {
		start, end = firstWords(firstLine(words), fragmentWords), lastWords(lastLine(words), fragmentWords)
	}
	directive := escapeFragment(start)
	if end != "" {
		directive += "," + escapeFragment(end)
	}
	if strings.Count(a.Text, words) > 1 {
		if before := lastWords(lastLine(a.Text[:at.Start]), 3); before != "" {
			directive = escapeFragment(before) + "-," + directive
		}
	}
	separator := "#"
	if strings.Contains(a.URL, "#") {
		separator = ""
	}
	return a.URL + separator + ":~:text=" + directive
}

// A text fragment stays within one block of the page, as one line of the text
// does.
func firstLine(s string) string { line, _, _ := strings.Cut(s, "\n"); return line }
func lastLine(s string) string  { return s[strings.LastIndexByte(s, '\n')+1:] }

func firstWords(s string, n int) string {
	all := strings.Fields(s)
	return strings.Join(all[:min(n, len(all))], " ")
}

func lastWords(s string, n int) string {
	all := strings.Fields(s)
	return strings.Join(all[max(0, len(all)-n):], " ")
}

// escapeFragment percent-encodes all but letters and digits of ASCII, so that
// "-", "," and "&", by which directives are told apart, never stand in words.
func escapeFragment(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c < utf8.RuneSelf && (unicode.IsLetter(rune(c)) || unicode.IsDigit(rune(c))) {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
	return b.String()
}
