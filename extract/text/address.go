package text

import (
	"strings"
	"unicode/utf8"
)

// longestName bounds how far ahead a rule looks for the mark that makes a word
// part of an address; the local part of an e-mail address has 64 bytes at most
// (RFC 5321), and so a look ahead never costs more than that.
const longestName = 64

// addressEnd is the end of the address at offset at: of a page, with or
// without its scheme, of electronic mail, of a news group, of a user ("@melk")
// or of a subject ("#melk"); at when there is none.
func addressEnd(c chunk, at int) int {
	if c.raw[at] == '@' || c.raw[at] == '#' {
		if end := c.while(at+1, longestName, isNameByte); c.before(at) == 0 && end > at+1 && isLetterByte(c.raw[at+1]) {
			return c.trim(at, end)
		}
		return at
	}
	if !isWordByte(c.raw[at]) || c.insideName(at) {
		return at
	}
	scheme := c.while(at, 10, isLetterByte)
	if rest := c.raw[scheme:c.end]; strings.HasPrefix(rest, "://") || strings.HasPrefix(rest, ":") && c.lower(at, scheme) == "mailto" {
		return c.page(at)
	}
	name := c.while(at, longestName, isNameByte)
	switch {
	case name == c.end:
	case c.raw[name] == '@' && name+1 < c.end && isWordByte(c.raw[name+1]):
		return c.trim(at, c.while(name+1, 4*longestName, isNameByte))
	}
	return c.host(at, c.trim(at, name))
}

// insideName reports whether a name that could begin at offset at would have
// begun before; so that every name is looked at once.
func (c chunk) insideName(at int) bool {
	r := c.before(at)
	return isWord(r) || r < utf8.RuneSelf && isNameByte(byte(r))
}

// isNameByte reports whether b can stand in the name of a user or a host.
func isNameByte(b byte) bool {
	return isWordByte(b) || b == '.' || b == '-' || b == '_' || b == '%' || b == '+'
}

// trim is end without the marks before it that close the sentence and not the
// name from start to end.
func (c chunk) trim(start, end int) int {
	for end > start && kindOf[c.raw[end-1]]&(letters|digits) == 0 {
		end--
	}
	return end
}

// host is the end of the address whose host is raw[at:end], at when that is no
// host: its last part is no top-level domain.
func (c chunk) host(at, end int) int {
	dot := strings.LastIndexByte(c.raw[at:end], '.')
	if dot <= 0 || strings.Contains(c.raw[at:end], "..") {
		return at
	}
	first, _, _ := strings.Cut(strings.ToLower(c.raw[at:end]), ".")
	path := end+1 < c.end && c.raw[end] == '/' && isWordByte(c.raw[end+1])
	last := c.raw[at+dot+1 : end]
	switch top := strings.ToLower(last); {
	case first == "www":
	case lists().newsgroups[first] && last == top && c.before(at) == 0:
		return end
	case lists().domains[top]:
	case lists().countries[last] && (path || strings.Count(c.raw[at:end], ".") > 1):
	default:
		return at
	}
	if path {
		return c.page(at)
	}
	return end
}

// page is the end of the address of a page that begins at offset at: all that
// follows but the marks that close the sentence around it. A bracket belongs to
// the address when it was opened there.
func (c chunk) page(at int) int {
	open := 0
	end := c.while(at, c.end, func(b byte) bool {
		switch b {
		case '(':
			open++
		case ')':
			open--
		}
		return b >= utf8.RuneSelf || !strings.ContainsRune(`<>"|`, rune(b))
	})
	for end > at {
		switch b := c.raw[end-1]; {
		case b == ')' && open >= 0 || strings.IndexByte(".,;:!?'*)]}", b) < 0:
			return end - closingQuote(c.raw[at:end])
		case b == ')':
			open++
		}
		end--
	}
	return at
}

// closingQuote is the bytes of the typographic quotation mark that s ends
// with, 0 for none.
func closingQuote(s string) int {
	for _, mark := range []string{"”", "’", "»"} {
		if strings.HasSuffix(s, mark) {
			return len(mark)
		}
	}
	return 0
}

// fileEnd is the end of the name of a file at offset at, or of an extension
// alone; at when there is none.
func fileEnd(c chunk, at int) int {
	if c.insideName(at) {
		return at
	}
	end := c.while(at, longestName, func(b byte) bool { return isNameByte(b) || b == '#' })
	if end < c.end && isWord(rune(c.raw[end])) {
		return at
	}
	end = c.trim(at, end)
	dot := strings.LastIndexByte(c.raw[at:end], '.')
	if dot < 0 || !lists().extensions[strings.ToLower(c.raw[at+dot+1:end])] {
		return at
	}
	return end
}
