package article

import (
	"errors"
	"strings"
	"unicode"

	"onrecord/extract/document"
)

// ErrNoWords is the kind of the error for a document without a word in it.
var ErrNoWords = errors.New("no words")

// Read reads the article out of d. It fails only for a document without words
// (ErrNoWords) and for a line that is not JSON (document.ErrLine); what else
// it cannot tell it leaves empty. It takes time in proportion to len(d.Bytes),
// whatever the bytes, and never reads the clock.
func Read(d document.Document) (*Article, error) {
	var a *Article
	var err error
	switch d.Format {
	case document.JSONLine:
		a, err = jsonLine(d)
	case document.HTML:
		a = page(clean(decode(d.Bytes)), d.Source)
	case document.Markdown:
		a = markdown(clean(decode(d.Bytes)))
	default:
		a = plain(clean(decode(d.Bytes)))
	}
	if err != nil {
		return nil, err
	}
	if strings.IndexFunc(a.Text, isWord) < 0 {
		return nil, &document.Error{Name: d.Name, Kind: ErrNoWords, Said: "has no words in it that onrecord can read."}
	}
	a.complete(d)
	return a, nil
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// complete fills in what can be told from elsewhere than the words of the
// document: the address, the name of the file, the text as a whole.
func (a *Article) complete(d document.Document) {
	if a.URL == "" && web(d.Source) {
		a.URL = d.Source
	}
	if a.Published.IsZero() {
		if day, ok := dayInName(d.Name); ok {
			a.Published, a.PublishedFrom = day, "file name"
		}
	}
	if a.Title == "" {
		report, _ := cutDateline(a.Text)
		a.Title = opening(strings.TrimSpace(report))
	}
	if a.Language == "" {
		a.Language = languageOf(a.Text)
	}
}

// web reports whether address is one of the web.
func web(address string) bool {
	return strings.HasPrefix(address, "http://") || strings.HasPrefix(address, "https://")
}
