package view

// An Ask is a way to search, with what it finds.
type Ask struct {
	Text, Does string
}

// Syntax is the ways to search that the help shows.
func Syntax() []Ask {
	return []Ask{
		{"ferry talks", "both words, anywhere"},
		{"“ferry talks”", "the words next to each other"},
		{"talk*", "every word that begins so"},
		{"ferry -toll", "without a word"},
		{"speaker:renn", "what someone said"},
		{"outlet:harbour", "articles of an outlet"},
		{"verdict:false", "claims with a verdict, and what they rest on; also status:checking"},
		{"tag:ferry", "claims, articles and passages with a tag"},
		{"story:“ferry toll”", "articles of a story"},
		{"published:>=2031-03-01", "articles from a day on; also < and a month alone, as 2031-03"},
		{"published:2031-01..2031-03", "articles from January to March"},
	}
}

// found reports whether any section holds a result.
func (m Search) found() bool {
	for _, s := range m.Sections {
		if len(s.Results) > 0 {
			return true
		}
	}
	return false
}
