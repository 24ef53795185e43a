package view

import "strings"

// last is the day of the latest statement, as the list says it.
func (x PersonLine) last() string {
	if x.Last == "" {
		return ""
	}
	return "last on " + x.Last
}

// one is what someone is called: "person", "organization", "one".
func (m Someone) one() string {
	if m.Kind == "other" || m.Kind == "" {
		return "one"
	}
	return m.Kind
}

// RenameForm is what gives someone another name to show.
func (m Someone) RenameForm() Form {
	return Form{
		Action: "/people/" + m.ID + "/rename", Submit: "Rename", Mark: m.Mark, Hidden: []Hidden{{Name: "who", Value: m.Key}},
		Fields: []Field{{Name: "name", Label: "Name", Value: m.Rename.Value, Problem: m.Rename.Problem, Required: true, Help: "Articles go on to be found by the old name."}},
	}
}

// later is which articles to come are taken to mean this one.
func (m Someone) later() string {
	if len(m.LaterRoles) == 0 {
		return ""
	}
	return "Later articles that use the other name with the role “" + strings.Join(m.LaterRoles, "” or “") + "” are taken to mean this " + m.one() + "."
}

// through is the name by which an alias came to be one.
func (a AliasLine) through() string {
	if a.Through == "" {
		return ""
	}
	return "by way of “" + a.Through + "”"
}

// uses is how many articles use an alias.
func (a AliasLine) uses() string {
	if a.Articles == 0 {
		return "in no article yet"
	}
	return count(a.Articles, "article", "articles")
}
