package view

// An AliasLine is a name that the user said means someone.
type AliasLine struct {
	Key      string // of the name, sent as "name"
	Name     string
	Through  string // the name it was merged into where that is an alias too, "" otherwise
	Articles int
}

// Same is the page on which the user says who is the same as someone. Without
// JavaScript, too, it is a search and a list with buttons.
type Same struct {
	Page
	ID, Name, Kind string
	Key            string // sent as "who", so that nobody else is meant by ID
	Shared         bool
	Text           string // what was searched for, "" for who is likely
	Lines          []SameLine
	Problem        string // what kept it from being saved, "" for nothing
	Ask            *SameAsk
}

// A SameLine is an entity that may be the same.
type SameLine struct {
	PersonLine
	Key string // sent as "with"
	Why string // "the same surname"; "" for what was searched for
}

// A SameAsk is a merge that is done when the user says so again.
type SameAsk struct {
	With, Keep string
}

// Apart is the page on which the user says in which articles someone is
// someone else.
type Apart struct {
	Page
	ID, Name string
	Key      string // sent as "who"
	Articles int
	Groups   []ApartGroup
	As       NameField
	Problem  string
}

// A NameField is a name as the user typed it and what is wrong with it.
type NameField struct {
	Value, Problem string
}

// An ApartGroup is the articles that give someone one role.
type ApartGroup struct {
	Role     string // "" for none
	Articles int
	Newest   []ApartArticle
	Checked  bool // all of them
}

// An ApartArticle is an article that can be chosen.
type ApartArticle struct {
	ID, Title, Href, Meta string
	Checked               bool
}

// role is the group's role as its tick box says it.
func (g ApartGroup) role() string {
	if g.Role == "" {
		return "without a role"
	}
	return "as " + g.Role
}

// whole is what the tick box of the group chooses.
func (g ApartGroup) whole() string {
	if g.Articles == 1 {
		return "the one article"
	}
	return "all " + count(g.Articles, "article", "articles")
}

// more is how many articles can only be chosen with the whole group.
func (g ApartGroup) more() int { return g.Articles - len(g.Newest) }

// doubt warns of a name that many can bear.
func doubt(kind string) string {
	if kind == "person" {
		return "Known by one word alone: this may be more than one person."
	}
	return "Many have such a name: this may be more than one."
}
