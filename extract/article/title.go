package article

import (
	"strings"
	"unicode"
)

// titleOf is the headline of a page, without the outlet's name after it.
func titleOf(h *head, ld *linked, outlet string) string {
	for _, title := range []string{
		ld.headline, h.metaFirst("og:title", "twitter:title", "dc.title", "citation_title"), h.heading(), h.title,
	} {
		if title = withoutOutlet(title, outlet); title != "" {
			return title
		}
	}
	return ""
}

// heading is the one level-one heading; of several the one that the title
// element begins with, "" when none does.
func (h *head) heading() string {
	if len(h.h1) == 1 {
		return h.h1[0]
	}
	for _, heading := range h.h1 {
		if strings.HasPrefix(h.title, heading) {
			return heading
		}
	}
	return ""
}

// partings stand between a headline and the name of the outlet.
var partings = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", ": "}

// withoutOutlet cuts the outlet's name off the end of title.
func withoutOutlet(title, outlet string) string {
	title = spaced(title)
	for _, parting := range partings {
		at := strings.LastIndex(title, parting)
		if at > 0 && outlet != "" && sameName(title[at+len(parting):], outlet) {
			return strings.TrimSpace(title[:at])
		}
	}
	return title
}

// sameName reports whether a and b are the same letters and digits, or one
// the other's with more after it: "Example" and "Example.com".
func sameName(a, b string) bool {
	a, b = letters(a), letters(b)
	return a != "" && b != "" && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if isWord(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimPrefix(strings.ToLower(s), "the "))
}

// withoutTitle is text without a first paragraph that only says the title.
func withoutTitle(text, title string) string {
	paragraph, rest, found := strings.Cut(text, "\n\n")
	if found && letters(paragraph) == letters(title) {
		return rest
	}
	return text
}
