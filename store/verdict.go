package store

import (
	"encoding/json"
	"errors"
)

// A Verdict is one entry of the list of what a claim can be found to be. Mark
// is the shape it is drawn with, one of VerdictMarks; Rating is its number for
// ClaimReview, nil for none.
type Verdict struct {
	Words  string   `json:"words"`
	Mark   string   `json:"mark"`
	Rating *float64 `json:"rating"`
}

// VerdictMarks are the shapes of verdicts.
var VerdictMarks = [...]string{"unverified", "confirmed", "partly", "misleading", "false", "undetermined"}

// ownVerdicts is the list as the program brings it. The first entry of any
// list is the lack of a verdict.
var ownVerdicts = [...]Verdict{
	{"unverified", "unverified", nil}, {"confirmed", "confirmed", nil}, {"partly", "partly", nil},
	{"misleading", "misleading", nil}, {"false", "false", nil}, {"cannot be determined", "undetermined", nil},
}

// Verdicts is the list of what a claim can be found to be, as the user has it.
// Its first entry is the lack of a verdict.
func (tx *Tx) Verdicts() ([]Verdict, error) {
	var value string
	err := tx.one(`SELECT value FROM list WHERE id = 'verdicts'`, nil, &value)
	if errors.Is(err, ErrNotFound) {
		return ownVerdicts[:], nil
	}
	if err != nil {
		return nil, err
	}
	var list []Verdict
	return list, json.Unmarshal([]byte(value), &list)
}
