package article

import (
	_ "embed"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed data/headers.txt
var headerFile string

// fields are the article's fields by the names that headers have for them.
var fields = fieldsIn(headerFile)

// fieldsIn reads a data file of names in sections.
func fieldsIn(file string) map[string]string {
	all, section := map[string]string{}, ""
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "["); ok {
			section = strings.TrimSuffix(name, "]")
		} else if line != "" && !strings.HasPrefix(line, "#") {
			all[line] = section
		}
	}
	return all
}

// headerLength is the most bytes of a header line.
const headerLength = 300

// header takes the lines off the top of text that tell of the article and are
// no part of it, and returns what is left: "Title: …", "By …", a day, and a
// title over a blank line. A first line such as "date 2022-01-13 The talks
// ended" loses only its date.
func (a *Article) header(text string) string {
	for {
		text = withoutBlankLines(text)
		line, rest, _ := strings.Cut(text, "\n")
		line = strings.TrimSpace(line)
		switch {
		case line == "" || len(line) > headerLength && !runIn.MatchString(line[:64]):
			return text
		case a.fieldLine(line), a.authorLine(line), a.dayLine(line), a.titleLine(line, rest):
			text = rest
		default:
			return a.dayRunIn(text)
		}
	}
}

// withoutBlankLines is text from its first line that is not blank.
func withoutBlankLines(text string) string {
	body := strings.TrimLeftFunc(text, unicode.IsSpace)
	blank := text[:len(text)-len(body)]
	return text[strings.LastIndexByte(blank, '\n')+1:]
}

// fieldLine takes a line of the form "Name: value".
func (a *Article) fieldLine(line string) bool {
	name, value, found := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	field := fields[strings.ToLower(strings.TrimSpace(name))]
	return found && field != "" && !strings.HasSuffix(value, ".") && a.field(field, value)
}

// field sets a field that is not set yet, and reports whether value is fit
// for it.
func (a *Article) field(field, value string) bool {
	switch field {
	case "title":
		a.Title = first(a.Title, spaced(value))
	case "outlet":
		if web(value) {
			return a.field("url", value)
		}
		a.Outlet = first(a.Outlet, spaced(value))
	case "url":
		if !web(value) {
			return false
		}
		a.URL = first(a.URL, value)
	case "language":
		a.Language = first(a.Language, languageTag(value))
	case "author":
		if len(a.Byline) == 0 {
			a.Byline = authors(value)
		}
	case "published":
		return a.published(value)
	}
	return true
}

func (a *Article) published(value string) bool {
	day, ok := parseDay(value)
	if ok && a.Published.IsZero() {
		a.Published, a.PublishedFrom = day, "header"
	}
	return ok
}

// leadIn are words before the names in a byline or a day of publication.
var (
	byLeadIn  = regexp.MustCompile(`^(?i:by|written by|reported by) +`)
	dayLeadIn = regexp.MustCompile(`^(?i:(?:first )?(?:published|posted|issued|dated?)(?: on| at)?):? +`)
	runIn     = regexp.MustCompile(`^(?i:(?:published|dated?)(?: on)?):? +(\d{4}-\d{1,2}-\d{1,2}|\d{1,2} \pL+ \d{4}|\pL+ \d{1,2}, \d{4}),? +[^\s\d]`)
)

// authorLine takes a line of the form "By Name and Name".
func (a *Article) authorLine(line string) bool {
	lead := byLeadIn.FindString(line)
	if lead == "" || len(a.Byline) > 0 {
		return false
	}
	names := authors(line[len(lead):])
	for _, name := range names {
		if !personal(name) {
			return false
		}
	}
	a.Byline = names
	return len(names) > 0
}

// authors are the names in a byline.
func authors(s string) []string {
	s = byLeadIn.ReplaceAllString(strings.Trim(s, "[] "), "")
	var all []string
	for _, part := range strings.FieldsFunc(strings.NewReplacer(" and ", ";", " & ", ";").Replace(s), func(r rune) bool { return r == ',' || r == ';' }) {
		if name := strings.Trim(spaced(part), `"'`); name != "" {
			all = append(all, name)
		}
	}
	return all
}

// personal reports whether name can be a person's or an agency's: up to five
// words of letters, the first and last with a capital, no full stop at the end.
func personal(name string) bool {
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > 5 || strings.ContainsAny(name, "0123456789:?!") {
		return false
	}
	opens, _ := utf8.DecodeRuneInString(words[0])
	last := words[len(words)-1]
	closes, _ := utf8.DecodeRuneInString(last)
	return !unicode.IsLower(opens) && !unicode.IsLower(closes) && (!strings.HasSuffix(last, ".") || len(last) < 4)
}

// dayLine takes a line that is a day and nothing else.
func (a *Article) dayLine(line string) bool {
	return a.Published.IsZero() && a.published(dayLeadIn.ReplaceAllString(line, ""))
}

// dayRunIn takes the day that a first line runs into its first sentence.
func (a *Article) dayRunIn(text string) string {
	trimmed := strings.TrimSpace(text[:min(len(text), headerLength)])
	m := runIn.FindStringSubmatchIndex(trimmed)
	if m == nil || !a.published(trimmed[m[2]:m[3]]) {
		return text
	}
	text = strings.TrimLeftFunc(text, unicode.IsSpace)
	_, size := utf8.DecodeLastRuneInString(trimmed[:m[1]])
	return text[m[1]-size:]
}

// titleLine takes a short line without a full stop over a blank line, or over
// another line of the header, as the title; text must follow.
func (a *Article) titleLine(line, rest string) bool {
	next, after, _ := strings.Cut(rest, "\n")
	if a.Title != "" || strings.TrimSpace(rest) == "" || utf8.RuneCountInString(line) > 120 ||
		strings.ContainsRune(".:;,…", lastRune(line)) || strings.IndexFunc(line, unicode.IsLetter) < 0 || runIn.MatchString(line) {
		return false
	}
	if next = strings.TrimSpace(next); next != "" {
		var probe Article
		if strings.TrimSpace(after) == "" || !probe.fieldLine(next) && !probe.authorLine(next) && !probe.dayLine(next) {
			return false
		}
	}
	a.Title = spaced(line)
	return true
}

// lastRune is the last character of s that closes no quotation.
func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"'”’»)`))
	return r
}
