package score

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"onrecord/extract/text"
)

// A Document is a line of the corpora's JSON: its text and where the sentences
// lie, in bytes.
type Document struct {
	ID        string
	Genre     string
	Text      string
	Sentences []text.Span
	Mentions  []Mention
}

// A Mention is a phrase that refers to something: GUM's entities. Mentions
// nest, and those of one document with the same Coref mean the same.
type Mention struct {
	text.Span
	Type  string // person, organization, place, object, abstract, event …
	Coref string
	Named bool   // its head is a name
	Link  string // how it is tied to the mention before: ana, coref, appos, pred … or sgl
}

// ReadDocuments reads the JSON lines at path: {"id","text","sentences":
// [[start,end],..],"entities":[..]} with offsets in code points.
func ReadDocuments(path string) ([]Document, error) { return readLines(path, readDocument) }

// readLines reads each line of the file at path.
func readLines[T any](path string, read func(line []byte) (T, error)) ([]T, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []T
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for n := 1; lines.Scan(); n++ {
		x, err := read(lines.Bytes())
		if err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", path, n, err)
		}
		all = append(all, x)
	}
	return all, lines.Err()
}

func readDocument(line []byte) (Document, error) {
	var raw struct {
		ID, Genre, Text string
		Sentences       [][2]int
		Entities        []struct {
			Start, End        int
			Type, Coref, Link string
			Named             bool
		}
	}
	if err := json.Unmarshal(line, &raw); err != nil {
		return Document{}, err
	}
	d := Document{ID: raw.ID, Genre: raw.Genre, Text: raw.Text}
	points := text.PointsOf(raw.Text)
	span := func(start, end int) text.Span {
		return text.Span{Start: points.Offset(start), End: points.Offset(end)}
	}
	for _, s := range raw.Sentences {
		d.Sentences = append(d.Sentences, span(s[0], s[1]))
	}
	for _, e := range raw.Entities {
		d.Mentions = append(d.Mentions, Mention{span(e.Start, e.End), e.Type, e.Coref, e.Named, e.Link})
	}
	return d, nil
}
