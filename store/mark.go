package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Mark names the state of a record: it is another one when the record is. A
// form holds the mark of what it was made of, so that a save from an older
// page is noticed. A record that is not there has a mark too.
func (tx *Tx) Mark(noun, id string) (string, error) {
	body, err := tx.record(noun, id)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:8]), nil
}

// Expect fails with ErrStale when a record is not as it was when mark was
// taken. An empty mark expects nothing.
func (d *Deed) Expect(noun, id, mark string) error {
	now, err := d.tx.Mark(noun, id)
	if err != nil || mark == "" || now == mark {
		return err
	}
	return fmt.Errorf("%w: this was changed in another window since you opened it", ErrStale)
}
