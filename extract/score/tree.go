package score

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"onrecord/extract/text"
)

// A Word is a syntactic word of a treebank. Head is the index of its head in
// the sentence, -1 for the root.
type Word struct {
	text.Span // in the document's text
	Form      string
	Lemma     string
	UPOS      string
	XPOS      string
	Head      int
	Deprel    string
}

// A Tree is one sentence of a treebank.
type Tree struct {
	text.Span
	Words []Word
}

// A Treebank is a document of trees. Its text is the sentences' own text,
// a line break before a paragraph and a space before any other sentence.
type Treebank struct {
	ID    string
	Text  string
	Trees []Tree
}

// ReadTrees reads the CoNLL-U file at path (universaldependencies.org/format).
// Empty nodes and enhanced dependencies are left out. The words of a
// multiword token share out its letters.
func ReadTrees(path string) ([]Treebank, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	trees, err := readTrees(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return trees, nil
}

func readTrees(r io.Reader) ([]Treebank, error) {
	t := treeReader{}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		if err := t.line(lines.Text()); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	t.sentence()
	t.flush()
	return t.all, lines.Err()
}

type treeReader struct {
	all       []Treebank
	id        string
	text      strings.Builder
	trees     []Tree
	words     []Word
	paragraph bool
	spaced    bool // a space lies before the next word
	parts     int  // words left of a multiword token
	whole     text.Span
}

func (r *treeReader) line(line string) error {
	switch {
	case line == "":
		r.sentence()
	case strings.HasPrefix(line, "# newdoc"):
		r.flush()
		_, r.id, _ = strings.Cut(line, "id = ")
	case strings.HasPrefix(line, "# newpar"):
		r.paragraph = true
	case line[0] != '#':
		return r.word(strings.Split(line, "\t"))
	}
	return nil
}

func (r *treeReader) word(columns []string) error {
	if len(columns) != 10 {
		return fmt.Errorf("want 10 columns, got %d", len(columns))
	}
	id, form := columns[0], columns[1]
	if strings.Contains(id, ".") {
		return nil // an empty node
	}
	spaced := !strings.Contains(columns[9], "SpaceAfter=No")
	if first, last, multi := strings.Cut(id, "-"); multi {
		a, _ := strconv.Atoi(first)
		b, _ := strconv.Atoi(last)
		r.whole, r.parts = r.write(form), b-a+1
		r.spaced = spaced
		return nil
	}
	head, err := strconv.Atoi(columns[6])
	if err != nil {
		return fmt.Errorf("the head of word %s is no number: %w", id, err)
	}
	w := Word{Form: form, Lemma: columns[2], UPOS: columns[3], XPOS: columns[4], Head: head - 1, Deprel: columns[7]}
	if r.parts > 0 {
		w.Span = r.part(form)
	} else {
		w.Span = r.write(form)
		r.spaced = spaced
	}
	r.words = append(r.words, w)
	return nil
}

// write puts surface into the text, after the white space that is due.
func (r *treeReader) write(surface string) text.Span {
	if r.text.Len() > 0 {
		switch {
		case len(r.words) == 0 && r.paragraph:
			r.text.WriteByte('\n')
		case r.spaced || len(r.words) == 0:
			r.text.WriteByte(' ')
		}
	}
	start := r.text.Len()
	r.text.WriteString(surface)
	return text.Span{Start: start, End: r.text.Len()}
}

// part takes the letters of one word off the multiword token being read; the
// last word gets what is left.
func (r *treeReader) part(form string) text.Span {
	r.parts--
	end := r.whole.End
	if r.parts > 0 {
		end = r.whole.Start
		surface := r.text.String()
		for range utf8.RuneCountInString(form) {
			_, size := utf8.DecodeRuneInString(surface[end:r.whole.End])
			end += size
		}
	}
	s := text.Span{Start: r.whole.Start, End: end}
	r.whole.Start = end
	return s
}

func (r *treeReader) sentence() {
	if len(r.words) > 0 {
		span := text.Span{Start: r.words[0].Start, End: r.words[len(r.words)-1].End}
		r.trees = append(r.trees, Tree{span, r.words})
		r.words, r.paragraph = nil, false
	}
}

func (r *treeReader) flush() {
	r.sentence()
	if len(r.trees) > 0 {
		r.all = append(r.all, Treebank{r.id, r.text.String(), r.trees})
	}
	r.text, r.trees, r.paragraph, r.spaced = strings.Builder{}, nil, false, false
}

// Given is the treebank's text with its gold words and sentences.
func (b *Treebank) Given() *text.Text {
	sentences := make([][]text.Span, len(b.Trees))
	for i, t := range b.Trees {
		for _, w := range t.Words {
			sentences[i] = append(sentences[i], w.Span)
		}
	}
	return text.Given(b.Text, sentences)
}
