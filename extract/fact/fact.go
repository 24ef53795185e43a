// Package fact has the types of what is found in an article, and nothing
// else. Every fact carries its span in the text (half-open byte offsets), the
// rule or model that found it, and a confidence from 0 to 1. What the text
// does not give is the zero value: "", 0 or nil; nothing is invented.
package fact

import "onrecord/extract/text"

// Facts is everything found in one article. Identifiers count from 1 within
// the article and kind; 0 means none.
type Facts struct {
	Sentences  []text.Span
	Entities   []Entity
	Statements []Statement
	Times      []Time
	Amounts    []Amount
	Events     []Event
	Positions  []Position
}

// A Kind is the kind of an entity.
type Kind string

const (
	Person       Kind = "person"
	Organization Kind = "organization"
	Place        Kind = "place"
	Group        Kind = "group"
	Other        Kind = "other"
)

// An Entity is a person, organization, place or group and everywhere the
// article mentions it.
type Entity struct {
	ID         int
	Name       string // the fullest form in the article
	Kind       Kind
	Role       string // office or description as the article words it: "secretary general"
	Of         int    // ID of the entity the role belongs to: NATO
	Mentions   []Mention
	Rule       string
	Confidence float64
}

// How says by what kind of words an entity is mentioned.
type How string

const (
	ByName    How = "name"  // the name or a part of it: surname, abbreviation
	ByAlias   How = "alias" // another's name that stands for it: a capital for its state
	ByRole    How = "role"  // "the minister"
	ByDemonym How = "demonym"
	ByPronoun How = "pronoun"
)

// A Mention is one place in the text that refers to an entity.
type Mention struct {
	Span text.Span
	How  How
}

// A Form says whose words a statement's content is in.
type Form string

const (
	Direct   Form = "direct"
	Indirect Form = "indirect"
	Mixed    Form = "mixed"
)

// An Act is what a statement does.
type Act string

const (
	State     Act = "state"
	Announce  Act = "announce"
	Report    Act = "report"
	Warn      Act = "warn"
	Threaten  Act = "threaten"
	Demand    Act = "demand"
	Request   Act = "request"
	Promise   Act = "promise"
	Agree     Act = "agree"
	Reject    Act = "reject"
	Deny      Act = "deny"
	Accuse    Act = "accuse"
	Admit     Act = "admit"
	Estimate  Act = "estimate"
	Predict   Act = "predict"
	Fear      Act = "fear"
	Hope      Act = "hope"
	Praise    Act = "praise"
	Criticize Act = "criticize"
	Ask       Act = "ask"
)

// Acts lists every act in the order the interface offers them.
var Acts = [...]Act{
	State, Announce, Report, Warn, Threaten, Demand, Request, Promise, Agree, Reject,
	Deny, Accuse, Admit, Estimate, Predict, Fear, Hope, Praise, Criticize, Ask,
}

// A Statement is someone (Source) who said (Cue) something (Content).
type Statement struct {
	ID         int
	Content    []text.Span
	Cue        []text.Span
	Source     []text.Span
	Speaker    int // ID of the entity behind Source
	Via        []Relay
	Form       Form
	Act        Act
	Said       string // TIMEX3 value of the day it was said
	Inside     int    // ID of the statement whose content holds this one
	Continues  int    // ID of the statement whose cue this quotation runs on from
	Hedged     bool
	Negated    bool
	Rule       string
	Confidence float64
}

// A Relay is on whose word a statement is reported: "according to Reuters".
type Relay struct {
	Span   text.Span
	Entity int // 0 when it is no known entity
}

// A TimeType is a TIMEX3 type.
type TimeType string

const (
	Date     TimeType = "DATE"
	Clock    TimeType = "TIME"
	Duration TimeType = "DURATION"
	Set      TimeType = "SET"
)

// A Time is a time expression with its TIMEX3 value (ISO 8601 or PAST_REF,
// PRESENT_REF, FUTURE_REF), as precise as the text and no more; "" when it
// cannot be told.
type Time struct {
	Span     text.Span
	Type     TimeType
	Value    string
	Reason   string // how Value was told, in one line: "Monday before Thursday 13 January 2022"
	Conflict string // what the text says of this time that cannot be, in one sentence; mostly ""

	Rule       string
	Confidence float64
}

// An Amount is a quantity. Value is the number as stated; Low and High bound
// it where the text does ("at least", "between … and …"). NaN is never used:
// nil means not given.
type Amount struct {
	Span        text.Span
	Value       *float64
	Low, High   *float64
	Unit        string // what is counted, or the measure: "troops", "percent", "USD"
	Of          string // what is measured, where Unit does not say it: "voters" in "60% of voters"
	Where       int    // ID of the entity that is the place it belongs to
	Approximate bool
	Statement   int // ID of the statement that gives it
	Rule        string
	Confidence  float64
}

// A Status says whether an event took place.
type Status string

const (
	Occurred Status = "occurred"
	Planned  Status = "planned"
	Denied   Status = "denied"
	Possible Status = "possible"
)

// An EventKind is what sort of thing happened.
type EventKind string

const (
	Meeting           EventKind = "meeting" // talks, conferences and summits too
	Call              EventKind = "call"
	Visit             EventKind = "visit"
	Agreement         EventKind = "agreement"
	Vote              EventKind = "vote"
	Election          EventKind = "election"
	Resignation       EventKind = "resignation"
	Sanction          EventKind = "sanction"
	Expulsion         EventKind = "expulsion"
	TerritorialChange EventKind = "territorial change"
	TroopMovement     EventKind = "troop movement"
	Attack            EventKind = "attack"
	Death             EventKind = "death"
	Injury            EventKind = "injury"
	Arrest            EventKind = "arrest"
	Protest           EventKind = "protest"
)

// EventKinds lists every kind in the order the interface shows them.
var EventKinds = [...]EventKind{
	Meeting, Call, Visit, Agreement, Vote, Election, Resignation, Sanction, Expulsion,
	TerritorialChange, TroopMovement, Attack, Death, Injury, Arrest, Protest,
}

// An Event is something that happened or will: a meeting, an election.
type Event struct {
	Span       text.Span   // the word that tells of it best, the first of Mentions
	Mentions   []text.Span // every word of the article that tells of it, in order
	Kind       EventKind
	Who        []int  // IDs of entities
	Where      int    // ID of an entity
	When       string // TIMEX3 value
	Status     Status
	Statement  int // ID of the statement that tells of it
	Rule       string
	Confidence float64
}

// A Stance is for or against.
type Stance string

const (
	For     Stance = "for"
	Against Stance = "against"
)

// A Position is what an actor is for or against.
type Position struct {
	Span       text.Span // the words that take it: "rejected", "would not give in to"
	Actor      int       // ID of an entity
	Act        Act       // by what it is taken: Demand, Reject, Promise …
	Stance     Stance
	Topic      []text.Span
	Statement  int // ID of the statement that takes it
	Rule       string
	Confidence float64
}
