package article

import (
	"encoding/json"

	"onrecord/extract/document"
)

// A line is an article as a program gives it. Of two names for a field the
// first that is given counts.
type line struct {
	Text      string `json:"text"`
	Title     string `json:"title"`
	Published string `json:"published"`
	Date      string `json:"date"`
	Outlet    string `json:"outlet"`
	Source    string `json:"source"`
	Publisher string `json:"publisher"`
	URL       string `json:"url"`
	Language  string `json:"language"`
	Byline    names  `json:"byline"`
	Author    names  `json:"author"`
}

// jsonLine takes a line as an article as it is: the text is not altered, save
// that it is made valid UTF-8.
func jsonLine(d document.Document) (*Article, error) {
	var l line
	if err := json.Unmarshal(d.Bytes, &l); err != nil {
		return nil, &document.Error{Name: d.Name, Kind: document.ErrLine, Cause: err, Said: "is not the JSON of an article: " + err.Error() + "."}
	}
	a := &Article{
		Title: l.Title, Outlet: first(l.Outlet, l.Source, l.Publisher), URL: l.URL,
		Byline: l.Byline, Language: languageTag(l.Language), Text: l.Text,
	}
	if a.Byline == nil {
		a.Byline = l.Author
	}
	if day, ok := parseDay(first(l.Published, l.Date)); ok {
		a.Published, a.PublishedFrom = day, "line"
	}
	return a, nil
}

// names are given as one string or a list of them.
type names []string

// UnmarshalJSON takes a string or a list of strings; anything else is passed
// over, so that an odd byline does not cost the article.
func (n *names) UnmarshalJSON(b []byte) error {
	var one string
	if json.Unmarshal(b, &one) == nil && one != "" {
		*n = names{one}
		return nil
	}
	var many []string
	if json.Unmarshal(b, &many) == nil {
		*n = many
	}
	return nil
}

// first is the first of values that is not empty.
func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
