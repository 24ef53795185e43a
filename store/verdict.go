package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
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

// MaxVerdicts is the most verdicts that a list may have.
const MaxVerdicts = 50

// ownVerdicts is the list as the program brings it. The first entry of any
// list is the lack of a verdict.
var ownVerdicts = [...]Verdict{
	{"unverified", "unverified", nil}, {"confirmed", "confirmed", nil}, {"partly", "partly", nil},
	{"misleading", "misleading", nil}, {"false", "false", nil}, {"cannot be determined", "undetermined", nil},
}

// verdictList is the record of the list of verdicts.
const verdictList = "verdicts"

// Verdicts is the list of what a claim can be found to be, as the user has it.
// Its first entry is the lack of a verdict.
func (tx *Tx) Verdicts() ([]Verdict, error) {
	var value string
	err := tx.one(`SELECT value FROM list WHERE id = ?`, []any{verdictList}, &value)
	if errors.Is(err, ErrNotFound) {
		return slices.Clone(ownVerdicts[:]), nil
	}
	if err != nil {
		return nil, err
	}
	var list []Verdict
	return list, json.Unmarshal([]byte(value), &list)
}

// VerdictUses is how many claims have each verdict, by its words.
func (tx *Tx) VerdictUses() (map[string]int, error) {
	all, err := rows(tx, scanTally, `SELECT verdict, count(*) FROM claim GROUP BY verdict`)
	uses := make(map[string]int, len(all))
	for _, t := range all {
		uses[t.Name] = t.N
	}
	return uses, err
}

// AddVerdict puts v at the end of the list.
func (d *Deed) AddVerdict(v Verdict) error {
	return d.editVerdicts(func(list []Verdict) ([]Verdict, error) { return append(list, v), nil })
}

// ChangeVerdict makes v of the entry that reads words. The claims that have it
// keep it, by its new words.
func (d *Deed) ChangeVerdict(words string, v Verdict) error {
	return d.editVerdicts(func(list []Verdict) ([]Verdict, error) {
		i, err := verdictAt(list, words)
		if err != nil {
			return nil, err
		}
		list[i] = v
		return list, d.reword(words, strings.TrimSpace(v.Words))
	})
}

// MoveVerdict moves the entry that reads words by places, up when by is
// negative. The first entry stays the first.
func (d *Deed) MoveVerdict(words string, by int) error {
	return d.editVerdicts(func(list []Verdict) ([]Verdict, error) {
		i, err := verdictAt(list, words)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			return nil, fmt.Errorf("%w: the lack of a verdict stays at the head of the list", ErrInvalid)
		}
		v := list[i]
		list = slices.Delete(list, i, i+1)
		return slices.Insert(list, min(max(1, i+by), len(list)), v), nil
	})
}

// DropVerdict takes the entry that reads words off the list, unless a claim
// has it.
func (d *Deed) DropVerdict(words string) error {
	return d.editVerdicts(func(list []Verdict) ([]Verdict, error) {
		i, err := verdictAt(list, words)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			return nil, fmt.Errorf("%w: a list needs words for the lack of a verdict; reword it instead", ErrInvalid)
		}
		return slices.Delete(list, i, i+1), nil
	})
}

// OwnVerdicts brings the program's own list back. Claims without a verdict
// stay so, and a verdict of the user's that claims have stays at its end.
func (d *Deed) OwnVerdicts() error {
	list, err := d.tx.Verdicts()
	if err != nil {
		return err
	}
	uses, err := d.tx.VerdictUses()
	if err != nil {
		return err
	}
	own := slices.Clone(ownVerdicts[:])
	for _, v := range list[1:] {
		switch i, err := verdictAt(own, v.Words); {
		case err != nil && uses[v.Words] > 0:
			own = append(own, v)
		case err == nil:
			if err := d.reword(v.Words, own[i].Words); err != nil { // it may be written otherwise
				return err
			}
		}
	}
	if err := d.reword(list[0].Words, own[0].Words); err != nil {
		return err
	}
	if len(own) == len(ownVerdicts) {
		return d.Put("list", verdictList, nil)
	}
	return d.saveVerdicts(own)
}

// editVerdicts changes the list by f.
func (d *Deed) editVerdicts(f func([]Verdict) ([]Verdict, error)) error {
	list, err := d.tx.Verdicts()
	if err != nil {
		return err
	}
	if list, err = f(list); err != nil {
		return err
	}
	return d.saveVerdicts(list)
}

// saveVerdicts makes list the list, if it is one.
func (d *Deed) saveVerdicts(list []Verdict) error {
	if len(list) > MaxVerdicts {
		return fmt.Errorf("%w: a list of verdicts has at most %d", ErrInvalid, MaxVerdicts)
	}
	for i := range list {
		v := &list[i]
		v.Words = strings.Join(strings.Fields(v.Words), " ")
		if at, err := verdictAt(list[:i], v.Words); err == nil {
			return fmt.Errorf("%w: “%s” is on the list already", ErrInvalid, list[at].Words)
		}
		if err := v.valid(); err != nil {
			return err
		}
	}
	value, err := json.Marshal(list)
	if err != nil {
		return err
	}
	return d.Put("list", verdictList, map[string]string{"value": string(value)})
}

func (v Verdict) valid() error {
	switch {
	case strings.IndexFunc(v.Words, isWord) < 0:
		return fmt.Errorf("%w: a verdict needs words, such as “half true”", ErrInvalid)
	case len(v.Words) > maxTerm:
		return fmt.Errorf("%w: a verdict is a few words; put the rest into the claim's reason", ErrInvalid)
	case !slices.Contains(VerdictMarks[:], v.Mark):
		return fmt.Errorf("%w: choose the shape that the verdict is drawn with", ErrInvalid)
	}
	return nil
}

// verdictAt is the place of the entry that reads words, whatever their case.
func verdictAt(list []Verdict, words string) (int, error) {
	i := slices.IndexFunc(list, func(v Verdict) bool { return strings.EqualFold(v.Words, words) })
	if i < 0 {
		return 0, fmt.Errorf("%w: no verdict reads %q", ErrNotFound, words)
	}
	return i, nil
}

// reword gives the claims of a verdict its new words.
func (d *Deed) reword(words, to string) error {
	if words == to {
		return nil
	}
	all, err := rows(d.tx, scanClaim, claimColumns+` FROM claim WHERE verdict = ? COLLATE NOCASE ORDER BY id`, words)
	if err != nil {
		return err
	}
	for _, c := range all {
		c.Verdict = to
		if err := d.Put("claim", fmt.Sprint(c.ID), c); err != nil {
			return err
		}
	}
	return nil
}

// verdictsHold fails when the deed leaves a claim with a verdict that is not on
// the list, as taking back an old one can.
func (d *Deed) verdictsHold() error {
	if !slices.ContainsFunc(d.changes, func(c Change) bool { return c.Noun == "list" || c.Noun == "claim" && d.undoes != 0 }) {
		return nil
	}
	list, err := d.tx.Verdicts()
	if err != nil {
		return err
	}
	uses, err := d.tx.VerdictUses()
	if err != nil {
		return err
	}
	for words, n := range uses {
		if slices.ContainsFunc(list, func(v Verdict) bool { return v.Words == words }) {
			continue
		}
		if d.undoes != 0 {
			return fmt.Errorf("%w: “%s” cannot be done, since %s “%s”, which would not be on the list", ErrStale, d.name, claimsAre(n), words)
		}
		return fmt.Errorf("%w: %s “%s”; give them another verdict first", ErrInvalid, claimsAre(n), words)
	}
	return nil
}

func claimsAre(n int) string {
	if n == 1 {
		return "1 claim is"
	}
	return fmt.Sprintf("%d claims are", n)
}

// checkVerdicts holds the verdicts of claims against the list.
func (tx *Tx) checkVerdicts(h *Health) error {
	list, err := tx.Verdicts()
	if err != nil {
		h.wrong("The list of verdicts cannot be read: %v.", err)
		return nil
	}
	uses, err := tx.VerdictUses()
	for words := range uses {
		if !slices.ContainsFunc(list, func(v Verdict) bool { return v.Words == words }) {
			h.wrong("The verdict “%s” of a claim is not on the list.", words)
		}
	}
	return err
}

// AreOwn reports whether list is the program's own.
func AreOwn(list []Verdict) bool { return slices.Equal(list, ownVerdicts[:]) }
