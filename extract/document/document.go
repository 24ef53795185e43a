// Package document turns bytes that came in into documents: one file, page or
// line each, decompressed, its format told by content and not by name alone.
// It keeps the bytes unaltered and reads no article out of them.
package document

import "crypto/sha256"

// A Format is how a document's bytes are to be read.
type Format string

const (
	Plain    Format = "text"
	Markdown Format = "markdown"
	HTML     Format = "html"
	JSONLine Format = "jsonl" // one line {"id","text","title"?,"published"?,"outlet"?,"url"?}
)

// A Document is the bytes of one article as they came in.
type Document struct {
	ID     string // file name without its extensions, or the id of a JSON line
	Name   string // file name as the user knows it, with its line for JSONL: "news.jsonl:12"
	Source string // the path, address or "pasted" it came from
	Format Format
	Bytes  []byte // unpacked, never altered
}

// Sum is the SHA-256 of the document's bytes.
func (d *Document) Sum() [sha256.Size]byte { return sha256.Sum256(d.Bytes) }
