package document

import (
	"bytes"
	"strings"
)

// formatOf tells the format of the file that begins with head: by what it
// holds, and where that leaves doubt by its name.
func formatOf(head []byte, name string) Format {
	named := extensions[extension(name)]
	if wide(head) {
		head = bytes.ReplaceAll(head, []byte{0}, nil) // enough to see ASCII tags
		head = bytes.TrimPrefix(bytes.TrimPrefix(head, utf16Less), utf16More)
	}
	switch {
	case named == JSONLine || records(head):
		return JSONLine
	case page(head):
		return HTML
	case named != "":
		return named
	case frontMatter(head):
		return Markdown
	case fragment(head):
		return HTML
	}
	return Plain
}

// extensions are the endings of names that say a format.
var extensions = map[string]Format{
	"htm":      HTML,
	"html":     HTML,
	"xhtml":    HTML,
	"shtml":    HTML,
	"jsonl":    JSONLine,
	"ndjson":   JSONLine,
	"md":       Markdown,
	"mkd":      Markdown,
	"markdown": Markdown,
	"txt":      "", // front matter or tags in it count for more
}

// pageTags are tags that only a whole page has.
var pageTags = []string{"<!doctype html", "<html", "<head>", "<head ", "<body"}

// fragmentTags are those a piece of a page begins with.
var fragmentTags = []string{
	"<article", "<blockquote", "<div", "<h1", "<h2", "<h3", "<main", "<meta", "<p>", "<p ",
	"<script", "<section", "<span", "<style", "<table", "<title", "<ul",
}

// page reports whether head has the tags of a whole page within its first
// bytes; a saved page may have a comment or an archive's banner before them.
func page(head []byte) bool {
	lower := lowered(head)
	start := strings.TrimSpace(lower)
	if !strings.HasPrefix(start, "<") {
		lower = lower[:min(len(lower), 1<<10)]
	}
	for _, tag := range pageTags {
		if at := strings.Index(lower, tag); at >= 0 && lineStart(lower, at) {
			return true
		}
	}
	return false
}

// lineStart reports whether only tags or space stand before at in its line,
// so that a sentence about "<html>" makes no page.
func lineStart(s string, at int) bool {
	before := strings.TrimSpace(s[strings.LastIndexByte(s[:at], '\n')+1 : at])
	return before == "" || strings.HasSuffix(before, ">")
}

// fragment reports whether head begins with a tag of a page.
func fragment(head []byte) bool {
	start := strings.TrimSpace(lowered(head))
	for _, tag := range fragmentTags {
		if strings.HasPrefix(start, tag) {
			return true
		}
	}
	return false
}

func lowered(head []byte) string {
	return string(bytes.ToLower(bytes.TrimPrefix(head[:min(len(head), 8<<10)], utf8Mark)))
}

// frontMatter reports whether head begins with lines of "key: value" between
// two lines of "---".
func frontMatter(head []byte) bool {
	first, rest, _ := strings.Cut(strings.ReplaceAll(string(bytes.TrimPrefix(head, utf8Mark)), "\r\n", "\n"), "\n")
	matter, _, closed := strings.Cut(rest, "\n---")
	key, _, _ := strings.Cut(matter, ":")
	return strings.TrimRight(first, " ") == "---" && closed && key != matter && !strings.ContainsAny(key, " \n")
}
