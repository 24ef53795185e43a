// Package article reads an article out of a document: its body as plain
// text, title, byline, outlet, publication date and language. It finds no
// facts in it.
package article

import "time"

// An Article is what was read out of a document. Text is valid UTF-8,
// paragraphs are parted by a blank line, and it is never altered after
// reading. What the document does not give is the zero value.
type Article struct {
	Title         string
	Byline        []string
	Outlet        string
	URL           string
	Published     time.Time // midnight UTC of the day of publication; zero when unknown
	PublishedFrom string    // where the date came from: "header", "meta", "json-ld", "address", "dateline" …
	Language      string    // ISO 639-1, "" when it cannot be told
	Text          string
}

// Date is the day of publication as 2006-01-02, "" when unknown.
func (a *Article) Date() string {
	if a.Published.IsZero() {
		return ""
	}
	return a.Published.Format(time.DateOnly)
}
