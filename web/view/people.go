package view

// A PersonLine is a person or organization in a list.
type PersonLine struct {
	Href       string
	Name       string
	Kind       string // "person", "organization", "place", "group"
	Role       string // the latest
	Statements int
	Articles   int
	Last       string // day of the latest statement
}

// People is the list of everyone who said something or is mentioned, with a
// filter whose values are named q and kind.
type People struct {
	Page
	Text   string
	Kinds  []Option // the first has the value "" and means any
	Set    bool     // something is filtered
	Lines  []PersonLine
	Paging Paging
	Total  string // "212 people, 96 organizations"
}

// Someone is the page of one person or organization.
type Someone struct {
	Page
	ID         string
	Key        string // sent as "who" by every form
	Name       string
	Kind       string
	Shared     bool // many can bear the name
	Statements int
	Articles   int
	Roles      []RoleLine
	Aliases    []AliasLine  // names that mean the same one
	Twins      []PersonLine // who was told apart from this one
	LaterRoles []string     // by which later articles are taken to mean this one
	Rename     NameField
	Said       []SaidLine
	Paging     Paging
}

// A RoleLine is a role as an article words it.
type RoleLine struct {
	Role    string
	Article Link
	Outlet  string
	Day     string
}

// A SaidLine is one thing someone said, with the article behind it.
type SaidLine struct {
	Day     string
	Act     string
	Words   string
	Direct  bool
	Lang    string
	Article Link // to the statement in its article
	Outlet  string
	State   State
	Claims  []Link
}
