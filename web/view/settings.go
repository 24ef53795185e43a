package view

// Settings is the page about the archive and the program.
type Settings struct {
	Page
	File      string // the archive's path
	Size      string // "48 MB"
	Figures   []Figure
	Outdated  string // "12 articles were", by an older version; "" when none was
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
	Keys []string
	Does string
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
			{[]string{"n"}, "next suggestion"},
			{[]string{"p"}, "previous suggestion"},
			{[]string{"a"}, "accept"},
			{[]string{"x"}, "reject"},
			{[]string{"s"}, "skip"},
			{[]string{"e"}, "edit"},
			{[]string{"u"}, "undo the last decision"},
		}},
		{"Reading", []Key{
			{[]string{"j"}, "next article or result"},
			{[]string{"k"}, "previous article or result"},
			{[]string{"t"}, "next time in the text, and what it means"},
			{[]string{"T"}, "the time before"},
			{[]string{"h"}, "show or hide highlights"},
			{[]string{"o"}, "the original, and back"},
			{[]string{"arrows"}, "next mark of a timeline"},
			{[]string{"m"}, "note on the selected words"},
			{[]string{"c"}, "claim from the selected words or the card"},
		}},
		{"Going places", []Key{
			{[]string{"/"}, "search"},
			{[]string{"g", "l"}, "library"},
			{[]string{"g", "c"}, "claims"},
			{[]string{"g", "p"}, "people"},
			{[]string{"g", "t"}, "timeline"},
			{[]string{"g", "s"}, "settings"},
			{[]string{"?"}, "this list"},
			{[]string{"Esc"}, "close, or back to the text"},
		}},
	}
}
