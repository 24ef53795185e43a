package view

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// parts is the strings of list that say something, with a dot between.
func parts(list ...string) string {
	full := slices.DeleteFunc(list, func(s string) bool { return s == "" })
	return strings.Join(full, " · ")
}

// quoted reports whether text begins with a quotation mark of its own.
func quoted(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return r != utf8.RuneError && strings.ContainsRune("\"'“”„«»‘‚‹「『", r)
}

// dated is the day of publication, or that there is none.
func dated(day string) string {
	if day == "" {
		return "no date"
	}
	return day
}

// reviewed is the word for an article whose suggestions are all decided.
func (a ArticleLine) reviewed() string {
	if a.Reviewed {
		return "reviewed"
	}
	return ""
}

// pending is the word for suggestions that are not decided: those of an article
// that was not begun are new.
func (a ArticleLine) pending() string {
	if a.Begun {
		return "left"
	}
	return "new"
}

// added is when the article came in, as the list says it.
func (a ArticleLine) added() string {
	if a.Added == "" {
		return ""
	}
	return "added " + a.Added
}

// suggestOutlets is the id of the list of known outlets, if there is one.
func suggestOutlets(a Adding) string {
	if len(a.Outlets) == 0 {
		return ""
	}
	return "outlets"
}

// from says where a date was read.
func from(what string) string {
	if what == "" {
		return ""
	}
	return "from " + what
}
