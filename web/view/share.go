package view

// Share is the page that says what a shared file will hold, and makes it.
type Share struct {
	Page
	Kind        string // "claim", "article" or "story"
	Heading     string // what is shared
	Back        Link   // to it
	File        string // address of the file
	Name        string // of the file
	Options     []Field
	Annotations string       // address of the same as Web Annotations
	Review      *ShareReview // of a claim
}

// ShareReview is what the page says of a claim's ClaimReview.
type ShareReview struct {
	Missing   []string // sentences; none when the file can be made
	Form      Form     // where the review stands
	File      string   // address of the file
	Publisher string   // "Harbour Post, https://…", "" when the settings have none
}
