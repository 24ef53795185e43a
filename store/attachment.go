package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"
)

// MaxAttachment is the most bytes that an attached file may have.
const MaxAttachment = 64 << 20

// An Attachment is a file that is evidence and no article.
type Attachment struct {
	ID     int64
	SHA256 []byte
	Name   string
	Size   int64  // bytes
	Added  string // RFC 3339, UTC
}

// Attach keeps the bytes of a file, to be pinned as evidence, and returns its
// ID. The same bytes are kept once, by their first name. They stay in the
// archive when the deed is taken back, so that it can be done again.
func (d *Deed) Attach(name string, content []byte) (int64, error) {
	switch {
	case len(content) == 0:
		return 0, fmt.Errorf("%w: choose a file; this one is empty or none was chosen", ErrInvalid)
	case len(content) > MaxAttachment:
		return 0, fmt.Errorf("%w: the file is over 64 MB, the most that is kept; attach the pages that matter", ErrInvalid)
	}
	sum := sha256.Sum256(content)
	var id int64
	err := d.tx.one(`SELECT id FROM attachment WHERE sha256 = ?`, []any{sum[:]}, &id)
	if !errors.Is(err, ErrNotFound) {
		return id, err
	}
	name = strings.ToValidUTF8(strings.TrimSpace(name), "")
	err = d.tx.one(`INSERT INTO attachment (sha256, name, size, added, zstd) VALUES (?, ?, ?, ?, ?) RETURNING id`,
		[]any{sum[:], name, len(content), d.tx.stamp(), pack(content)}, &id)
	return id, err
}

// Attachment is what is known of the file of that id.
func (tx *Tx) Attachment(id int64) (Attachment, error) {
	a := Attachment{ID: id}
	return a, tx.one(`SELECT sha256, name, size, added FROM attachment WHERE id = ?`, []any{id}, &a.SHA256, &a.Name, &a.Size, &a.Added)
}

// Attachments is what is known of every attached file.
func (tx *Tx) Attachments() ([]Attachment, error) {
	return rows(tx, func(r scanner) (a Attachment, err error) {
		return a, r.Scan(&a.ID, &a.SHA256, &a.Name, &a.Size, &a.Added)
	}, `SELECT id, sha256, name, size, added FROM attachment ORDER BY id`)
}

// Attached is the bytes of the file of that id, as they came in.
func (tx *Tx) Attached(id int64) ([]byte, error) {
	var packed []byte
	if err := tx.one(`SELECT zstd FROM attachment WHERE id = ?`, []any{id}, &packed); err != nil {
		return nil, err
	}
	return unpack(packed)
}

// checkAttachments holds every attached file against its SHA-256, one at a
// time.
func (tx *Tx) checkAttachments(h *Health) error {
	_, err := rows(tx, func(r scanner) (struct{}, error) {
		var name string
		var sum, packed []byte
		var size int
		if err := r.Scan(&name, &sum, &size, &packed); err != nil {
			return struct{}{}, err
		}
		content, err := unpack(packed)
		if got := sha256.Sum256(content); err != nil || !bytes.Equal(got[:], sum) || len(content) != size {
			h.wrong("The attached file %q is not what was attached: its SHA-256 differs.", name)
		}
		return struct{}{}, nil
	}, `SELECT name, sha256, size, zstd FROM attachment ORDER BY id`)
	return err
}
