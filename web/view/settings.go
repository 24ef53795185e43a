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
	Publisher Form   // who publishes
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
			{[]string{"p"}, "previous suggestion; in the review queue the one before"},
			{[]string{"a"}, "accept"},
			{[]string{"x"}, "reject"},
			{[]string{"s"}, "skip"},
			{[]string{"e"}, "edit"},
			{[]string{"l"}, "link the statement to another, or to a claim"},
			{[]string{"u"}, "undo the last decision, as Ctrl+Z does"},
			{[]string{"U"}, "do again what was undone, as Ctrl+Shift+Z does"},
		}},
		{"Reading", []Key{
			{[]string{"j"}, "next article or result"},
			{[]string{"k"}, "previous article or result"},
			{[]string{"t"}, "next time in the text, and what it means"},
			{[]string{"T"}, "the time before"},
			{[]string{"h"}, "show or hide highlights"},
			{[]string{"o"}, "the original, and back"},
			{[]string{"[", "or ]"}, "the capture before, or after"},
			{[]string{"f"}, "the text alone, and back"},
			{[]string{"arrows"}, "next mark of a timeline"},
			{[]string{"m"}, "note on the selected words"},
			{[]string{"c"}, "claim from the selected words or the card"},
			{[]string{"v", "1–9"}, "choose a claim’s verdict, by its place in the list"},
		}},
		{"Selecting by keyboard", []Key{
			{[]string{"i"}, "a caret in the text, and away again; F7 does the same"},
			{[]string{"arrows"}, "move the caret; with Shift select"},
			{[]string{"Ctrl+arrows"}, "by words"},
			{[]string{"Alt+arrows"}, "by sentences and paragraphs"},
			{[]string{"Enter"}, "what to make of the words, each with its letter"},
		}},
		{"Writing", []Key{
			{[]string{"Ctrl+Enter"}, "save what is written"},
			{[]string{"Alt+→"}, "in the form of a fact: its words end one word later; Alt+← earlier"},
			{[]string{"Alt+Shift+→"}, "they begin one word later; Alt+Shift+← earlier"},
		}},
		{"Going places", []Key{
			{[]string{"/"}, "search"},
			{[]string{"g", "l"}, "library"},
			{[]string{"g", "r"}, "review"},
			{[]string{"g", "c"}, "claims"},
			{[]string{"g", "y"}, "stories"},
			{[]string{"g", "o"}, "open ends"},
			{[]string{"g", "p"}, "people"},
			{[]string{"g", "t"}, "timeline"},
			{[]string{"g", "s"}, "settings"},
			{[]string{"?"}, "this list"},
			{[]string{"Esc"}, "close, or back to the text"},
		}},
	}
}
