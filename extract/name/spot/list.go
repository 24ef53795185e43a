package spot

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"onrecord/extract/learn"
	"onrecord/extract/text"
)

// nameLists are the lists of names, one a line.
var nameLists = []struct {
	file  string
	attrs attr
}{
	{"names/first_names_all.txt", firstName},
	{"names/surnames_all.txt", surname},
}

// cityList is a table of cities with the country and the region of each.
const cityList = "world-cities.CC-BY-4.0.csv"

// readLexicon reads the lists below dir.
func readLexicon(dir string) (*lexicon, error) {
	b := lexiconBuilder{map[uint64]attr{}, reader{lexicon: newLexicon(nil)}}
	for _, list := range nameLists {
		data, err := os.ReadFile(filepath.Join(dir, list.file))
		if err != nil {
			return nil, fmt.Errorf("reading a list of names: %w", err)
		}
		for line := range strings.Lines(string(data)) {
			b.add(line, list.attrs)
		}
	}
	data, err := os.ReadFile(filepath.Join(dir, cityList))
	if err != nil {
		return nil, fmt.Errorf("reading a list of cities: %w", err)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reading the list of cities %s: %w", cityList, err)
	}
	for _, row := range rows[1:] {
		b.add(row[0], city)
		b.add(row[1], country)
		b.add(row[2], region)
	}
	return newLexicon(b.words), nil
}

type lexiconBuilder struct {
	words  map[uint64]attr
	reader reader
}

// add notes a for name, and that its first words lead up to it.
func (b *lexiconBuilder) add(name string, a attr) {
	t := text.Of(name)
	hash := uint64(0)
	for i := range t.Tokens {
		var w word
		b.reader.read(&w, t.Word(i))
		if i == 0 {
			hash = w.lower
			continue
		}
		b.words[hash] |= start
		hash = learn.Mix(hash, w.lower)
	}
	if len(t.Tokens) > 0 {
		b.words[hash] |= a
	}
}
