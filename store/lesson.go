package store

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"onrecord/extract/fact"
)

// What a lesson can be about.
const (
	CueLesson  = "cue"  // words that are not somebody saying something
	NameLesson = "name" // words that are no name
	RoleLesson = "role" // the role of a name is another
)

// A Lesson is a correction that holds for facts that the user has not decided
// on: statements with a cue that is none are taken as rejected, and so are
// names that are none; a name with a role reads with another. NoCue, NoName and
// OtherRole make one, Deed.Teach has it hold.
type Lesson struct {
	ID      int64  `json:"-"`
	Kind    string `json:"kind"`
	Name    string `json:"name"`    // key of the name it is about, "" for a cue
	Was     string `json:"was"`     // the cue or role, folded; "" for a name
	Words   string `json:"words"`   // the cue, role or name as it was written
	Becomes string `json:"becomes"` // the role to show, "" for none
	Seen    int64  `json:"seen"`    // the newest document it does not hold for, 0 when it holds for all
	Made    string `json:"made"`    // RFC 3339, UTC

	Of string `json:"-"` // the name of a role as it is shown
}

// NoCue is the lesson that words are not somebody saying something. Cues are
// the same when their words are, whatever their case: "Noted" is "noted", but
// "notes" is another.
func NoCue(words string) (Lesson, error) {
	l := Lesson{Kind: CueLesson, Words: plainWords(words)}
	l.Was = fold(l.Words)
	return l, l.fits(l.Was)
}

// NoName is the lesson that words are no name of a kind.
func NoName(kind fact.Kind, words string) (Lesson, error) {
	l := Lesson{Kind: NameLesson, Words: plainWords(words)}
	l.Name, l.Of = keyOf(kind, l.Words), l.Words
	return l, l.fits(fold(l.Words))
}

// OtherRole is the lesson that a name of a kind, where articles have it with a
// role, has another, or none for "".
func OtherRole(kind fact.Kind, name, role, becomes string) (Lesson, error) {
	l := Lesson{Kind: RoleLesson, Words: plainWords(role), Becomes: plainWords(becomes), Of: plainWords(name)}
	l.Name, l.Was = keyOf(kind, l.Of), fold(l.Words)
	if l.Words == l.Becomes {
		return l, fmt.Errorf("%w: this is the role that the articles have already", ErrInvalid)
	}
	if fold(l.Of) == "" {
		return l, fmt.Errorf("%w: say whose role it is", ErrInvalid)
	}
	return l, l.fits(l.Was)
}

// fits refuses a lesson about nothing, or about more than a few words.
func (l *Lesson) fits(folded string) error {
	if folded == "" {
		return fmt.Errorf("%w: there are no words here that something could be learned of", ErrInvalid)
	}
	if max(len(l.Words), len(l.Becomes), len(l.Of)) > maxName {
		return fmt.Errorf("%w: these are too many words to learn something of", ErrInvalid)
	}
	return nil
}

// plainWords is words with single spaces between them.
func plainWords(words string) string { return strings.Join(strings.Fields(words), " ") }

// String is what the lesson says: "“noted” is not somebody saying something".
func (l Lesson) String() string {
	switch l.Kind {
	case CueLesson:
		return fmt.Sprintf("“%s” is not somebody saying something", l.Words)
	case NameLesson:
		return fmt.Sprintf("“%s” is no %s", l.Words, l.kindWord())
	}
	if l.Becomes == "" {
		return fmt.Sprintf("“%s” is no role of %s", l.Words, l.Of)
	}
	return fmt.Sprintf("the role “%s” of %s reads “%s”", l.Words, l.Of, l.Becomes)
}

func (l Lesson) kindWord() string {
	if kind, _ := splitKey(l.Name); kind != fact.Other {
		return string(kind)
	}
	return "name"
}

// Teach has l hold: for all articles, or only for those to come. What was
// taught of the same words before gives way to it. It gives the deed its name.
func (d *Deed) Teach(l Lesson, all bool) (int64, error) {
	had, err := d.tx.LessonAbout(l)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return 0, err
	}
	l.ID, l.Made, l.Seen = had.ID, d.tx.stamp(), 0
	if l.ID == 0 {
		l.ID = d.seq
	}
	if !all {
		if err := d.tx.one(`SELECT coalesce(max(id), 0) FROM document`, nil, &l.Seen); err != nil {
			return 0, err
		}
	}
	d.name = "Taught that " + l.String()
	return l.ID, d.Put("lesson", strconv.FormatInt(l.ID, 10), l)
}

// Forget has a lesson hold no more. It gives the deed its name.
func (d *Deed) Forget(id int64) error {
	l, err := d.tx.Lesson(id)
	if err != nil {
		return err
	}
	d.name = "Forgot that " + l.String()
	return d.Drop("lesson", id)
}

const lessonColumns = `SELECT l.id, l.kind, l.name, l.was, l.words, l.becomes, l.seen, l.made,
		coalesce((SELECT coalesce(e.shown, e.name) FROM entity e WHERE e.key = l.name), '')
	FROM lesson l `

func scanLesson(r scanner) (l Lesson, err error) {
	err = r.Scan(&l.ID, &l.Kind, &l.Name, &l.Was, &l.Words, &l.Becomes, &l.Seen, &l.Made, &l.Of)
	if l.Of == "" {
		_, l.Of = splitKey(l.Name) // no article has the name any more
	}
	return l, err
}

// Lesson is the lesson of that id.
func (tx *Tx) Lesson(id int64) (Lesson, error) { return tx.oneLesson(`WHERE l.id = ?`, id) }

// LessonAbout is the lesson that holds of the words that l is about.
func (tx *Tx) LessonAbout(l Lesson) (Lesson, error) {
	return tx.oneLesson(`WHERE l.kind = ? AND l.name = ? AND l.was = ?`, l.Kind, l.Name, l.Was)
}

func (tx *Tx) oneLesson(where string, args ...any) (Lesson, error) {
	all, err := rows(tx, scanLesson, lessonColumns+where, args...)
	if err != nil || len(all) == 0 {
		return Lesson{}, notFound(err)
	}
	return all[0], nil
}

// Lessons is what was taught, the newest first, from before an id (0: from the
// newest), at most limit.
func (tx *Tx) Lessons(before int64, limit int) ([]Lesson, error) {
	return rows(tx, scanLesson, lessonColumns+`WHERE ?1 = 0 OR l.id < ?1 ORDER BY l.id DESC LIMIT ?2`, before, limit)
}
