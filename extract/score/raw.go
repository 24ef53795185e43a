package score

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"os"
	"strings"
)

// ReadRaw reads the texts of the JSON lines at path, gzipped or not: of every
// line its "title", "desc", "text" and "sentences", each a text of its own.
// Lines that a wire service broke inside a paragraph are joined again.
func ReadRaw(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	var all []string
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<26)
	for n := 1; lines.Scan(); n++ {
		texts, err := rawTexts(lines.Bytes())
		if err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", path, n, err)
		}
		all = append(all, texts...)
	}
	return all, lines.Err()
}

func rawTexts(line []byte) ([]string, error) {
	var raw struct {
		Title, Desc, Text string
		Sentences         []string
	}
	if err := json.Unmarshal(line, &raw); err != nil {
		return nil, err
	}
	var texts []string
	for _, s := range append([]string{raw.Title, raw.Desc, unwrap(raw.Text)}, raw.Sentences...) {
		if s = strings.TrimSpace(html.UnescapeString(s)); s != "" {
			texts = append(texts, s)
		}
	}
	return texts, nil
}

// widest is the longest line in bytes that a wire service sends.
const widest = 90

// unwrap joins the lines of a text all of whose lines are short; a paragraph
// of such a text begins with an indented or an empty line.
func unwrap(s string) string {
	lines := strings.Split(s, "\n")
	for _, l := range lines {
		if len(l) > widest {
			return s
		}
	}
	var b strings.Builder
	for _, l := range lines {
		if strings.HasPrefix(l, " ") || l == "" {
			b.WriteByte('\n')
		} else {
			b.WriteByte(' ')
		}
		b.WriteString(l)
	}
	return b.String()
}
