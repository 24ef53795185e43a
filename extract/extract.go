// Package extract reads facts out of an article, in this order. What comes in
// is the article as read; what goes out is every fact with its place in the
// text. The clock is never read: the same text and publication date give the
// same facts on every day and machine.
package extract

import (
	"onrecord/extract/amount"
	"onrecord/extract/article"
	"onrecord/extract/event"
	"onrecord/extract/event/position"
	"onrecord/extract/fact"
	"onrecord/extract/name"
	"onrecord/extract/statement"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
	"onrecord/extract/when"
)

// Version is stored with the facts. It goes up whenever the same article
// could give other facts than before.
const Version = 4

// Facts finds everything in a. Articles in another language than English get
// their sentences and nothing else.
func Facts(a *article.Article) fact.Facts {
	t := text.Of(a.Text)
	found := fact.Facts{Sentences: t.SentenceSpans()}
	if !Reads(a.Language) {
		return found
	}
	tags := tag.Find(t)
	arcs := tree.Find(t, tags)
	found.Entities = name.Find(t, tags)
	found.Times = when.Find(t, tags, arcs, a.Published)
	found.Statements = statement.Find(t, tags, arcs, found.Entities, found.Times)
	found.Amounts = amount.Find(t, tags, arcs, found.Entities, found.Times, found.Statements)
	found.Events = event.Find(t, tags, arcs, found.Entities, found.Times, found.Statements)
	found.Positions = position.Find(t, tags, arcs, found.Entities, found.Statements)
	return found
}

// Reads reports whether facts are read out of articles in language, an ISO
// 639-1 code. An unknown language is tried as English.
func Reads(language string) bool { return language == "en" || language == "" }
