package document

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// lines gives each line of a JSONL stream as a document of its own, holding
// one line at a time. Blank lines are counted and passed over.
func lines(r *bufio.Reader, name, source string, each func(Document, error) error) error {
	if mark, _ := r.Peek(len(utf8Mark)); bytes.Equal(mark, utf8Mark) {
		_, _ = r.Discard(len(utf8Mark)) // just peeked
	}
	for number := 1; ; number++ {
		line, whole, err := readLine(r)
		if err != nil && err != io.EOF {
			return unpackingError(name, err)
		}
		if len(line) > 0 {
			d, bad := lineDocument(line, whole, name, number)
			d.Source = source
			if err := each(d, bad); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
	}
}

// readLine is the next line of r without the space around it. Whole is false,
// and the line cut, when it is longer than Limit.
func readLine(r *bufio.Reader) (line []byte, whole bool, err error) {
	whole = true
	for {
		part, err := r.ReadSlice('\n')
		if len(line)+len(part) > Limit {
			whole = false
		}
		if whole {
			line = append(line, part...)
		}
		if err != bufio.ErrBufferFull {
			return bytes.TrimSpace(line), whole, err
		}
	}
}

// A record is what every line must be.
type record struct {
	ID   json.RawMessage `json:"id"`
	Text *string         `json:"text"`
}

// id is the identifier of the record, which may be a string or a number.
func (r record) id() string {
	var id string
	if json.Unmarshal(r.ID, &id) == nil {
		return id
	}
	var number json.Number
	_ = json.Unmarshal(r.ID, &number) // anything else is no identifier
	return number.String()
}

func lineDocument(line []byte, whole bool, name string, number int) (Document, error) {
	d := Document{Name: fmt.Sprintf("%s:%d", name, number)}
	if !whole {
		return d, tooLarge(d.Name, Limit, Limit)
	}
	rec, err := parsed(line)
	if err != nil {
		return d, &Error{Name: d.Name, Kind: ErrLine, Cause: err, Said: "is not an article: " + err.Error() + "."}
	}
	d.Format, d.Bytes = JSONLine, line
	if d.ID = rec.id(); d.ID == "" {
		d.ID = fmt.Sprintf("%s:%d", ID(name), number)
	}
	return d, nil
}

// parsed is the record in line, or why there is none in words for the user.
func parsed(line []byte) (record, error) {
	var rec record
	if !bytes.HasPrefix(line, []byte("{")) {
		return rec, fmt.Errorf("it is not a JSON object")
	}
	if err := json.Unmarshal(line, &rec); err != nil {
		return rec, fmt.Errorf("it is not the JSON of an article (%w)", err)
	}
	if rec.Text == nil {
		return rec, fmt.Errorf(`it has no "text"`)
	}
	return rec, nil
}

// records reports whether every line that head has whole is a record. When
// head holds not even one, it must be the start of one long line.
func records(head []byte) bool {
	head = bytes.TrimSpace(bytes.TrimPrefix(head, utf8Mark))
	if !bytes.HasPrefix(head, []byte("{")) {
		return false
	}
	seen := 0
	for line := range bytes.Lines(head) {
		full := bytes.HasSuffix(line, []byte("\n"))
		line = bytes.TrimSpace(line)
		if _, err := parsed(line); err != nil && len(line) > 0 {
			return !full && (seen > 0 || bytes.Contains(line, []byte(`"text"`)) && len(head) > early/2)
		}
		seen++
	}
	return true
}
