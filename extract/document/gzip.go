package document

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// Budgets for what comes out of a gzip file, against files made to fill a
// disk. A whole document is held to Limit as well.
const (
	nestLimit  = 2       // gzip within gzip
	ratioFrom  = 8 << 20 // bytes unpacked from which the ratio counts
	ratioLimit = 1000    // bytes unpacked for each packed one
	totalLimit = 8 << 30 // bytes unpacked from one file
)

var gzipMagic = []byte{0x1f, 0x8b, 8}

// errExpands is what a budget reader gives for a file that unpacks to more
// than is plausible.
var errExpands = errors.New("it unpacks to far more than such a file should")

// unpack is what r holds without its layers of gzip, and whether it had any.
func unpack(r *bufio.Reader, name string) (*bufio.Reader, bool, error) {
	var packed counter
	for depth := 0; ; depth++ {
		head, _ := r.Peek(len(gzipMagic)) // an error comes again at the next read
		if !bytes.Equal(head, gzipMagic) {
			return r, depth > 0, nil
		}
		if depth == nestLimit {
			return nil, true, &Error{Name: name, Kind: ErrUnreadable, Said: fmt.Sprintf(
				"is compressed more than %d times over, which onrecord does not unpack.", nestLimit)}
		}
		if depth == 0 {
			packed.Reader = r
			r = bufio.NewReaderSize(&packed, 4<<10)
		}
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, true, damaged(name, err)
		}
		r = bufio.NewReaderSize(&budget{from: z, packed: &packed}, early)
	}
}

// A counter counts the bytes that are read through it.
type counter struct {
	io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += int64(n)
	return n, err
}

// A budget reads an unpacked stream until it has given too much.
type budget struct {
	from   io.Reader
	packed *counter
	n      int64
}

func (b *budget) Read(p []byte) (int, error) {
	n, err := b.from.Read(p)
	b.n += int64(n)
	if b.n > totalLimit || b.n > ratioFrom && b.n > ratioLimit*b.packed.n {
		return 0, errExpands
	}
	return n, err
}

// unpackingError names what went wrong while reading name.
func unpackingError(name string, err error) error {
	if errors.Is(err, errExpands) {
		return &Error{Name: name, Kind: ErrTooLarge, Cause: err, Said: "is refused: " + err.Error() + "."}
	}
	return damaged(name, err)
}
