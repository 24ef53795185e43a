package view

import "strings"

// last is the day of the latest statement, as the list says it.
func (x PersonLine) last() string {
	if x.Last == "" {
		return ""
	}
	return "last on " + x.Last
}

// also is the other names.
func (m Someone) also() string {
	if len(m.Names) == 0 {
		return ""
	}
	return "also “" + strings.Join(m.Names, "”, “") + "”"
}
