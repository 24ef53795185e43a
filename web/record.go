package web

import (
	"encoding/json"
	"fmt"
	"strings"

	"onrecord/store"
)

// A record is any of the user's records as the journal has it.
type record struct {
	Words, Who, Verdict, Reason, Status, Quote, Stance, Why, Address             string
	Name, Day, Maker, Role, Kind, Becomes, Value, About, Query, Entity, Relation string
	From, To, Into                                                               string
	FromWords                                                                    string `json:"from_words"`
	ToWords                                                                      string `json:"to_words"`
	IntoName                                                                     string `json:"into_name"`
	Article, Claim, Story, Attachment                                            int64
	Belongs                                                                      int // of an item of a story
}

// relationWord is what the first of two is to the second.
var relationWord = map[string]string{
	"same": "is the same claim", "repeats": "repeats", "supports": "supports", "contradicts": "contradicts", "qualifies": "qualifies", "answers": "answers",
}

// stanceWord is what evidence is for a claim.
var stanceWord = map[string]string{"for": "for the claim", "against": "against the claim", "context": "context"}

// details is what a record of a kind says, in words, always in the same order.
func (c *chronicle) details(noun string, r record) []detail {
	switch noun {
	case "claim":
		return []detail{{"claim", r.Words}, {"who", r.Who}, {"verdict", r.Verdict}, {"because", r.Reason}, {"status", r.Status}}
	case "evidence":
		return []detail{{"evidence", stanceWord[r.Stance]}, {"words", r.Quote}, {"from", c.source(r)}, {"why", r.Why}}
	case "link":
		return []detail{{"statement", r.Words}, {"by", r.Who}, {"what it is to the claim", relationWord[r.Relation]}}
	case "tie":
		return []detail{{"what it is to the other", relationWord[r.Relation]}, {"the other", r.ToWords}, {"why", r.Why}}
	case "note":
		return []detail{{"note", r.Words}, {"on", r.Quote}}
	case "tag":
		return []detail{{"tag", r.Words}, {"on", r.Quote}}
	case "merge":
		return []detail{{"the name “" + r.Name + "” means", r.IntoName}}
	case "part":
		return []detail{{"in", c.title(r.Article)}, {"the name means", r.IntoName}}
	case "part_role":
		return []detail{{"in later articles with the role", r.Words}, {"the name means", r.IntoName}}
	case "removal":
		return []detail{{"library", "out of it"}}
	case "story":
		return []detail{{"story", r.Name}, {"about", r.About}, {"its search", r.Query}}
	case "refusal":
		return []detail{{"not the same as", r.Words}}
	case "publication":
		return []detail{{"published at", r.Address}, {"on", r.Day}, {"made by", r.Maker}}
	case "settled":
		return []detail{{"open end", "put aside"}}
	case "story_item":
		if r.Belongs == 0 {
			return []detail{{"not in it", c.item(r)}}
		}
		return []detail{{"in it", c.item(r)}}
	case "lesson":
		return []detail{{"corrected", lessonWord[r.Kind]}, {"words", r.Words}, {"becomes", becomes(r)}}
	case "list":
		return []detail{{"entries", listWords(r.Value)}}
	}
	return nil
}

// meant is what a name means, which is itself when nothing was said of it.
func meant(details []detail, r record) []detail {
	if len(details) == 0 {
		return []detail{{"the name “" + r.Name + "” means", "itself"}}
	}
	return details
}

// lessonWord is what a correction is about.
var lessonWord = map[string]string{"cue": "words by which something is said", "role": "a role", "name": "what is no name"}

// becomes is what a correction makes of the words.
func becomes(r record) string {
	if r.Becomes == "" {
		return "rejected"
	}
	return r.Becomes
}

// source is where a piece of evidence is from.
func (c *chronicle) source(r record) string {
	switch {
	case r.Attachment != 0:
		name, err := c.tx.AttachmentName(r.Attachment)
		if err != nil {
			return "a file"
		}
		return "the file " + name
	case r.Address != "":
		return r.Address
	}
	return c.title(r.Article)
}

// title is the title of an article, "" for none.
func (c *chronicle) title(article int64) string {
	of, err := c.article(article)
	if err != nil {
		return ""
	}
	return of.Text
}

// item is what belongs to a story.
func (c *chronicle) item(r record) string {
	switch {
	case r.Article != 0:
		return c.title(r.Article)
	case r.Claim != 0:
		if of, err := c.claim(r.Claim); err == nil && of.Text != "" {
			return of.Text
		}
		return "a claim"
	}
	if who, err := c.tx.EntityOf(r.Entity); err == nil {
		return who.Name
	}
	_, words, _ := strings.Cut(r.Entity, "/")
	return words
}

// listWords is the entries of a list of verdicts in their order, with the shape
// and the rating where they say more than the words.
func listWords(value string) string {
	var list []store.Verdict
	if json.Unmarshal([]byte(value), &list) != nil {
		return value
	}
	words := make([]string, len(list))
	for i, v := range list {
		rating, shape := "", ""
		if v.Mark != v.Words {
			shape = "drawn as " + v.Mark
		}
		if v.Rating != nil {
			rating = fmt.Sprintf("rated %g", *v.Rating)
		}
		words[i] = v.Words
		if more := joined(", ", shape, rating); more != "" {
			words[i] += " (" + more + ")"
		}
	}
	return strings.Join(words, ", ")
}
