// Package gold holds the facts of one article against the list of a careful
// reader. What comes in is the list, a JSON file that names every fact by its
// words, and the facts as extracted; what goes out is how many of the one are
// among the other, and sentences on what is missing, wrong or too much. It
// finds nothing itself.
package gold

import (
	"encoding/json"
	"fmt"
	"os"

	"onrecord/extract/fact"
)

// A List is what a careful reader finds in one article. " … " in a quote
// stands for words of the article that do not belong to it.
type List struct {
	File    string `json:"file"`
	Article struct {
		Title     string `json:"title"`
		Outlet    string `json:"outlet"`
		Published string `json:"published"`
		Language  string `json:"language"`
	} `json:"article"`
	Sentences  int         `json:"sentences"`
	Entities   []Entity    `json:"entities"`
	Statements []Statement `json:"statements"`
	Optional   []string    `json:"optional"` // statements found or not, both are right
	Times      []Time      `json:"times"`
	Amounts    []Amount    `json:"amounts"`
	Events     []Event     `json:"events"`
	Positions  []Position  `json:"positions"`
}

// An Entity is a person, organization, place or group.
type Entity struct {
	Name string    `json:"name"`
	Also []string  `json:"also"`
	Kind fact.Kind `json:"kind"`
	Role string    `json:"role"`
	Of   string    `json:"of"`
}

// A Statement has a speaker or, where nobody is named, the words that stand
// for one.
type Statement struct {
	Content  Answers  `json:"content"`
	Speaker  []string `json:"speaker"`
	Source   Answers  `json:"source"`
	Via      string   `json:"via"`
	Form     Answers  `json:"form"`
	Act      Answers  `json:"act"`
	Said     string   `json:"said"`
	InsideOf []string `json:"inside_of"`
	Cueless  bool     `json:"cueless"`
}

// A Time is a time expression and its TIMEX3 value. Without a value the
// expression alone counts. Like every optional fact, an optional time is right
// both found and not found.
type Time struct {
	Text       string  `json:"text"`
	Occurrence int     `json:"occurrence"` // counted from 1; 0 is the first
	Value      Answers `json:"value"`
	Optional   bool    `json:"optional"`
}

// An Amount is a quantity. What it is of and where it belongs are given only
// where the article says so; a value, unit, bound or speaker that is not given
// is not judged.
type Amount struct {
	Text        string   `json:"text"`
	Occurrence  int      `json:"occurrence"`
	Value       *float64 `json:"value"`
	Low         *float64 `json:"low"`
	High        *float64 `json:"high"`
	Unit        Answers  `json:"unit"`
	Of          Answers  `json:"of"`
	Where       Answers  `json:"where"`
	Approximate *bool    `json:"approximate"`
	Speaker     []string `json:"speaker"`
	Optional    bool     `json:"optional"`
}

// An Event is one event and what the article tells of it. What lists the words
// of every mention that counts; each stands once in the article. Who must all
// be found; those in May can be read as taking part and are no mistake.
type Event struct {
	What     Answers   `json:"what"`
	Kind     Answers   `json:"kind"`
	Who      []Answers `json:"who"`
	May      []string  `json:"may"`
	Where    Answers   `json:"where"`
	When     Answers   `json:"when"`
	Status   Answers   `json:"status"`
	Optional bool      `json:"optional"`
}

// A Position is what an actor is for or against. Actor lists the names that
// are right for it.
type Position struct {
	Actor    []string    `json:"actor"`
	Stance   fact.Stance `json:"stance"`
	Topic    Answers     `json:"topic"`
	Optional bool        `json:"optional"`
}

// Answers is one right answer or a list of them, any of which is right. Null
// is the answer "": that the article does not say. Answers that are not given
// at all say the same of times, places and what an amount is of.
type Answers []string

// UnmarshalJSON takes a string, a list of strings and nulls, or null.
func (a *Answers) UnmarshalJSON(b []byte) error {
	if b[0] == '[' {
		return json.Unmarshal(b, (*[]string)(a))
	}
	var one string
	err := json.Unmarshal(b, &one)
	*a = Answers{one}
	return err
}

// Read reads the list at path. A field that it does not know is an error.
func Read(path string) (*List, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	l := &List{}
	dec := json.NewDecoder(f)
	dec.DisallowUnknownFields()
	if err := dec.Decode(l); err != nil {
		return nil, fmt.Errorf("read the gold list %s: %w", path, err)
	}
	return l, nil
}
