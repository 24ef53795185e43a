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
	Mark       string // of the name that shows
	Stances    Stances
	Older      string     // address of positions that are older than Stances has, "" for none
	Acts       []ActGroup // what they said
	AllSaid    Link       // to the same without groups, "" when that is no other
	Part       string     // heading of the one part that is shown instead of the above, "" for none
	Said       []SaidLine // in that part
	Paging     Paging
	Gathering  Gathering
}

// Stances is what someone is for and against.
type Stances struct {
	Both         []Topic // of which they are both
	For, Against []Topic
}

// A Topic is positions on nearly the same thing, each side newest first.
type Topic struct {
	For, Against []StanceLine
}

// A StanceLine is one position on a topic, with the article behind it.
type StanceLine struct {
	Words   Link   // the topic as the article words it, to the passage
	Act     string // by what: "demanded"; "" when that is not known
	By      string // the words that take it: "would not give in to"
	Day     string
	Outlet  string
	Article Link
	State   State
}

// An ActGroup is what someone said by one act, the newest first.
type ActGroup struct {
	ID    string // "act-warn"
	Title string // "Warned"
	Count string // "1,204"
	Lines []SaidLine
	All   Link // to all of them, "" when Lines has them
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
	Act     string // "" under a heading that says it
	Words   string
	Direct  bool
	Lang    string
	Article Link // to the statement in its article
	Outlet  string
	State   State
	Claims  []Link
}
