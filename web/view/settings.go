package view

// Settings is the page about the archive and the program.
type Settings struct {
	Page
	File      string // the archive's path
	Size      string // "48 MB"
	Figures   []Figure
	Address   string // "http://127.0.0.1:40913"
	Version   string // "onrecord 0.3, facts read by version 4"
	Folder    string // where backups lie
	Backups   []Backup
	BackupBad string // why the last backup failed, "" if it did not
}

// A Backup is a verified copy of the archive.
type Backup struct {
	Name, When, Size string
}

// A Key is a key or two in a row, and what it does.
type Key struct {
	Keys   []string
	Does   string
	Single bool // a bare letter, which can be switched off
}

// A KeyGroup is the keys of one place.
type KeyGroup struct {
	Title string
	Keys  []Key
}

// Keys is every key that the program listens to, as the help shows them.
func Keys() []KeyGroup {
	return []KeyGroup{
		{"Reviewing", []Key{
			{[]string{"n"}, "next suggestion", true},
			{[]string{"p"}, "previous suggestion", true},
			{[]string{"a"}, "accept", true},
			{[]string{"x"}, "reject", true},
			{[]string{"s"}, "skip", true},
			{[]string{"e"}, "edit", true},
			{[]string{"u"}, "undo the last decision", true},
		}},
		{"Reading", []Key{
			{[]string{"j"}, "next article or result", true},
			{[]string{"k"}, "previous article or result", true},
			{[]string{"h"}, "show or hide highlights", true},
			{[]string{"o"}, "the original, and back", true},
			{[]string{"m"}, "note on the selected words", true},
			{[]string{"c"}, "claim from the selected words or the card", true},
		}},
		{"Going places", []Key{
			{[]string{"/"}, "search", true},
			{[]string{"g", "l"}, "library", true},
			{[]string{"g", "c"}, "claims", true},
			{[]string{"g", "p"}, "people", true},
			{[]string{"g", "s"}, "settings", true},
			{[]string{"?"}, "this list", true},
			{[]string{"Esc"}, "close, or back to the text", false},
		}},
	}
}
