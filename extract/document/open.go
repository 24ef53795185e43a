package document

import (
	"bufio"
	"bytes"
	"io"
)

// Limit is the most bytes that one document may have once unpacked.
const Limit = 64 << 20

// early is how much of a file is looked at to tell its format.
const early = 64 << 10

// countLimit is how far a file that is too large is read to tell its size.
const countLimit = 1 << 30

// Open reads one file or stream and calls each with every document in it: one
// for a page or text, one for every line of a JSONL file. Gzip is unpacked,
// whatever the name says. Name is the file name as the user knows it, source
// the path or address it came from.
//
// Open returns an *Error when the file as a whole cannot be read. A line that
// cannot be read is given to each as an *Error of kind ErrLine or ErrTooLarge,
// with a Document that has only its Name and Source, and the lines after it
// are still read. Open stops at the first error that each returns and returns
// it as it is.
func Open(r io.Reader, name, source string, each func(Document, error) error) error {
	file, err := opened(r, name)
	if err != nil {
		return err
	}
	if file.format == JSONLine {
		return lines(file.Reader, name, source, each)
	}
	d, err := file.document(source)
	if err != nil {
		return err
	}
	return each(d, nil)
}

// A file is an unpacked stream whose format is known.
type file struct {
	*bufio.Reader
	name   string
	packed bool
	format Format
}

// opened unpacks r and tells its format.
func opened(r io.Reader, name string) (*file, error) {
	unpacked, packed, err := unpack(bufio.NewReaderSize(r, early), name)
	if err != nil {
		return nil, err
	}
	head, err := unpacked.Peek(early)
	if err != nil && err != io.EOF {
		return nil, unpackingError(name, err)
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(head, utf8Mark))) == 0 && err == io.EOF {
		return nil, empty(name)
	}
	f := &file{Reader: unpacked, name: name, packed: packed}
	if kind := binary(head); kind != "" {
		return nil, unreadable(name, kind)
	}
	f.format = formatOf(head, name)
	return f, nil
}

// document reads the whole of f as one document.
func (f *file) document(source string) (Document, error) {
	var b bytes.Buffer
	n, err := io.Copy(&b, io.LimitReader(f, Limit+1))
	if err != nil {
		return Document{}, unpackingError(f.name, err)
	}
	if n > Limit {
		return Document{}, tooLarge(f.name, n+f.rest(), f.countable())
	}
	return Document{ID: ID(f.name), Name: f.name, Source: source, Format: f.format, Bytes: b.Bytes()}, nil
}

// rest counts what was not read, as far as it is worth counting.
func (f *file) rest() int64 {
	n, _ := io.Copy(io.Discard, io.LimitReader(f, f.countable()-Limit)) // the size is only for the message
	return n
}

// countable is the size from which on f is only said to be larger. What comes
// out of a packed file is not unpacked to be counted.
func (f *file) countable() int64 {
	if f.packed {
		return Limit
	}
	return countLimit
}
