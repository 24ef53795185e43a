package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain reads the article out of a plain text: what its header says, then the
// text, whose paragraphs are put together again from their lines.
func plain(s string) *Article {
	a := &Article{}
	if a.Text = reflow(a.header(s)); strings.IndexFunc(a.Text, isWord) < 0 {
		a = &Article{Text: reflow(s)} // nothing but a header is the text itself
	}
	if a.Outlet == "" {
		_, a.Outlet = cutDateline(a.Text)
	}
	return a
}

// dateline is the place, perhaps the day, and the agency that a report opens
// with: "TARNE, Jan 12 (Halden Press) —".
var dateline = regexp.MustCompile(`^(?:\p{Lu}[\p{Lu} .'’/-]{1,40}(?:, [\pL .]{2,30})?(?:, \pL{3,9}\.? \d{1,2})? )?\((\p{Lu}[\pL&. ]{1,40})\) *[-–—]`)

// datelineLength is the most bytes at the start of a text that hold a dateline.
const datelineLength = 200

// cutDateline is text without the dateline that it opens with, and the agency
// that the dateline names.
func cutDateline(text string) (rest, agency string) {
	m := dateline.FindStringSubmatch(text[:min(len(text), datelineLength)])
	if m == nil {
		return text, ""
	}
	return text[len(m[0]):], m[1]
}

// Lines of up to wrapWidth characters may be parts of a paragraph; a line that
// ends more than wrapSlack before the longest ends one.
const (
	wrapWidth = 100
	wrapSlack = 12
)

// reflow joins the lines of each paragraph by blanks and parts paragraphs by
// one blank line. Nothing but white space at the ends of lines is altered.
// When lines are longer than wrapWidth, each is a paragraph.
func reflow(s string) string {
	width := widest(s)
	var b strings.Builder
	b.Grow(len(s))
	before, blank := "", true
	for raw := range strings.Lines(s) {
		line := strings.TrimSpace(raw)
		switch {
		case line == "":
			blank = true
			continue
		case b.Len() == 0:
		case blank || width > wrapWidth || parted(before, line, raw, width):
			b.WriteString("\n\n")
		case !hyphenated(before, line):
			b.WriteByte(' ')
		}
		b.WriteString(line)
		before, blank = line, false
	}
	return b.String()
}

// widest is the length in characters of the longest line of s.
func widest(s string) int {
	width := 0
	for line := range strings.Lines(s) {
		width = max(width, utf8.RuneCountInString(strings.TrimSpace(line)))
	}
	return width
}

// item is how a line of a list begins.
var item = regexp.MustCompile(`^(?:[-*•–—] |\d{1,3}[.)] )`)

// parted reports whether the break between the line before and line, which is
// raw with its indent, parts two paragraphs in a text wrapped at width.
func parted(before, line, raw string, width int) bool {
	next, _ := utf8.DecodeRuneInString(line)
	word, _, _ := strings.Cut(line, " ")
	fits := utf8.RuneCountInString(before)+1+utf8.RuneCountInString(word)+wrapSlack <= width
	indented := raw[0] == '\t' || strings.HasPrefix(raw, "  ")
	ended := strings.ContainsRune(".!?:", lastRune(before))
	return item.MatchString(line) || indented && ended || fits && !unicode.IsLower(next)
}

// hyphenated reports whether the line before breaks off within a word that
// goes on in line; the hyphen stays.
func hyphenated(before, line string) bool {
	stem, found := strings.CutSuffix(before, "-")
	last, _ := utf8.DecodeLastRuneInString(stem)
	next, _ := utf8.DecodeRuneInString(line)
	return found && unicode.IsLetter(last) && unicode.IsLower(next)
}
