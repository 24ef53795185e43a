package document

import (
	"errors"
	"fmt"
)

// The kinds of Error, to be asked for with errors.Is.
var (
	ErrEmpty      = errors.New("empty")
	ErrTooLarge   = errors.New("too large")
	ErrUnreadable = errors.New("not in a format that is read")
	ErrDamaged    = errors.New("damaged")
	ErrLine       = errors.New("bad line")
	ErrAddress    = errors.New("address refused")
	ErrFetch      = errors.New("not fetched")
)

// An Error says in a sentence for the user why one document was not read.
type Error struct {
	Name  string // the file, line or address
	Kind  error  // ErrEmpty, ErrTooLarge …
	Said  string // what is the matter, to be read after Name: "is empty."
	Cause error  // what the machine said, nil when there is nothing more
}

func (e *Error) Error() string { return e.Name + " " + e.Said }

// Unwrap lets errors.Is find the kind and errors.As the cause.
func (e *Error) Unwrap() []error {
	if e.Cause == nil {
		return []error{e.Kind}
	}
	return []error{e.Kind, e.Cause}
}

func empty(name string) error {
	return &Error{Name: name, Kind: ErrEmpty, Said: "is empty."}
}

func unreadable(name, kind string) error {
	return &Error{Name: name, Kind: ErrUnreadable, Said: "is " + kind + ", which this version does not read."}
}

func damaged(name string, cause error) error {
	return &Error{Name: name, Kind: ErrDamaged, Cause: cause, Said: fmt.Sprintf("could not be read to its end: %v.", cause)}
}

// tooLarge is the error for a document of size bytes, or of more when the
// counting stopped at counted.
func tooLarge(name string, size, counted int64) error {
	measure := megabytes(size)
	if size >= counted {
		measure = "over " + megabytes(counted)
	}
	return &Error{Name: name, Kind: ErrTooLarge, Said: fmt.Sprintf(
		"is %s; onrecord reads documents of up to %s. Split it, or import the parts you need.", measure, megabytes(Limit))}
}

func megabytes(n int64) string { return fmt.Sprintf("%d MB", n>>20) }
