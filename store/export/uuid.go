package export

import (
	"crypto/sha1"
	"encoding/hex"
	"fmt"
)

// space is the namespace of the program's own identifiers: the version 5 UUID
// of the words "onrecord" in the namespace of URLs.
var space = [16]byte{0x0d, 0x4b, 0xa3, 0x7f, 0x14, 0xf6, 0x56, 0x82, 0xa1, 0x82, 0x9c, 0x76, 0xb3, 0x00, 0xde, 0xd4}

// An identity names the records of one archive for the world outside. Copies
// of the archive give the same names, other archives others.
type identity struct{ origin []byte }

// of is the IRI of a record such as "note/12": a version 5 UUID (RFC 9562,
// 5.5) of the archive and the record.
func (i identity) of(format string, args ...any) string {
	name := hex.EncodeToString(i.origin) + "/" + fmt.Sprintf(format, args...)
	sum := sha1.Sum(append(append([]byte(nil), space[:]...), name...))
	u := sum[:16]
	u[6] = u[6]&0x0f | 0x50 // version 5
	u[8] = u[8]&0x3f | 0x80 // the variant of RFC 9562
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}
