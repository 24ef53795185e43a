package score

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"

	"onrecord/extract/text"
)

// A Rule is one of the Pragmatic Segmenter's golden rules: a text and the
// sentences it falls into.
type Rule struct {
	Text      string
	Sentences []string
}

// ReadRules reads the rules at path, one a line of JSON.
func ReadRules(path string) ([]Rule, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []Rule
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var r Rule
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", path, len(all)+1, err)
		}
		all = append(all, r)
	}
	return all, lines.Err()
}

// Kept reports whether text.Of finds just the sentences of r.
func (r Rule) Kept() bool {
	t := text.Of(r.Text)
	var got []string
	for _, s := range t.SentenceSpans() {
		got = append(got, t.Slice(s))
	}
	return slices.Equal(got, r.Sentences)
}
