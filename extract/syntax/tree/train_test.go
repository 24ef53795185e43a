package tree

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"onrecord/extract/learn"
	"onrecord/extract/score"
	"onrecord/extract/syntax/tag"
)

// lessons are trees written for this test: word, tag, universal tag, head from
// 1 and label.
var lessons = []string{
	"The/DT/DET/2/det envoy/NN/NOUN/3/nsubj left/VBD/VERB/0/root ././PUNCT/3/punct",
	"A/DT/DET/2/det ship/NN/NOUN/3/nsubj sank/VBD/VERB/0/root ././PUNCT/3/punct",
	"The/DT/DET/2/det envoy/NN/NOUN/3/nsubj saw/VBD/VERB/0/root the/DT/DET/5/det ship/NN/NOUN/3/obj ././PUNCT/3/punct",
	"Ministers/NNS/NOUN/2/nsubj met/VBD/VERB/0/root in/IN/ADP/4/case Lowport/NNP/PROPN/2/obl ././PUNCT/2/punct",
	"The/DT/DET/2/det mayor/NN/NOUN/3/nsubj said/VBD/VERB/0/root the/DT/DET/5/det ship/NN/NOUN/6/nsubj sank/VBD/VERB/3/ccomp ././PUNCT/3/punct",
	"Talks/NNS/NOUN/2/nsubj ended/VBD/VERB/0/root ././PUNCT/2/punct",
}

// schoolbook is treebanks of the lessons, again and again.
func schoolbook(t testing.TB) []score.Treebank {
	t.Helper()
	var b strings.Builder
	for i := range 24 {
		fmt.Fprintf(&b, "# newdoc id = %d\n", i)
		for j := range 3 {
			for n, word := range strings.Fields(lessons[(i+j)%len(lessons)]) {
				f := strings.Split(word, "/")
				fmt.Fprintf(&b, "%d\t%s\t_\t%s\t%s\t_\t%s\t%s\t_\t_\n", n+1, f[0], f[2], f[1], f[3], f[4])
			}
			b.WriteString("\n")
		}
	}
	path := filepath.Join(t.TempDir(), "lessons.conllu")
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	banks, err := score.ReadTrees(path)
	if err != nil {
		t.Fatal(err)
	}
	return banks
}

func trained(t testing.TB, banks []score.Treebank) []byte {
	t.Helper()
	file, err := Train(banks, 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	return written(t, file)
}

func TestTrain(t *testing.T) {
	banks := schoolbook(t)
	data := trained(t, banks)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3))
	if again := trained(t, banks); !bytes.Equal(data, again) {
		t.Error("training again, on three processors, gives other bytes")
	}
	p, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	var a Attachment
	for _, b := range banks {
		given := b.Given()
		arcs := p.Find(given, goldTags(t, b))
		for i, s := range given.Sentences {
			a.add(b.Trees[i].Words, arcs[s.First:s.Last], s.First)
		}
	}
	if a.LAS() < 95 {
		t.Errorf("after its lessons the parser gets %v of them, want a LAS of 95 at least", a)
	}
}

func goldTags(t testing.TB, b score.Treebank) (tags []tag.Tag) {
	for _, tree := range b.Trees {
		for _, w := range tree.Words {
			of, err := tag.Of(w.XPOS, w.UPOS)
			if err != nil {
				t.Fatal(err)
			}
			tags = append(tags, of)
		}
	}
	return tags
}

func TestTrainOnNothing(t *testing.T) {
	if _, err := Train(nil, 1, nil); err == nil {
		t.Error("Train of no trees gives no error")
	}
}

// TestOpenRefusesWhatDoesNotFit takes a section of a whole model away, or puts
// another's in its place.
func TestOpenRefusesWhatDoesNotFit(t *testing.T) {
	p, err := read(model)
	if err != nil {
		t.Fatal(err)
	}
	small := &Parser{lexicon: p.lexicon, back: p.forth, forth: p.back}
	other := &Parser{lexicon: &lexicon{forms: p.lexicon.suffixes, suffixes: p.lexicon.forms, labels: p.lexicon.labels, tags: p.lexicon.tags}, back: p.back, forth: p.forth}
	fewer := &Parser{lexicon: &lexicon{forms: p.lexicon.forms, suffixes: p.lexicon.suffixes, labels: p.lexicon.labels[:9], tags: p.lexicon.tags}, back: p.back, forth: p.forth}
	for name, p := range map[string]*Parser{"readings exchanged": small, "words and endings exchanged": other, "labels missing": fewer} {
		if _, err := Open(written(t, p.file())); err == nil {
			t.Errorf("Open of a model with %s gives no error", name)
		}
	}
	if _, err := Open(written(t, learn.NewFile(kind))); err == nil {
		t.Error("Open of an empty model gives no error")
	}
	if _, err := Open(model[:len(model)-1]); err == nil {
		t.Error("Open of a model that is cut gives no error")
	}
}

func written(t testing.TB, f *learn.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
