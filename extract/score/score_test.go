package score

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/extract/text"
)

const trees = `# newdoc id = harbour
# newpar
# text = They don't sail.
1	They	they	PRON	PRP	_	4	nsubj	_	_
2-3	don’t	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n’t	not	PART	RB	_	4	advmod	_	_
4	sail	sail	VERB	VB	_	0	root	_	SpaceAfter=No
4.1	_	_	_	_	_	_	_	_	_
5	.	.	PUNCT	.	_	4	punct	_	_

# text = No.
1	No	no	INTJ	UH	_	0	root	_	SpaceAfter=No
2	.	.	PUNCT	.	_	1	punct	_	_

# newpar
1	Ice	ice	NOUN	NN	_	0	root	_	_

`

func TestReadTrees(t *testing.T) {
	banks, err := readTrees(strings.NewReader(trees))
	if err != nil || len(banks) != 1 {
		t.Fatalf("readTrees = %v, %v, want one document", banks, err)
	}
	b := banks[0]
	if want := "They don’t sail. No.\nIce"; b.Text != want || b.ID != "harbour" {
		t.Errorf("readTrees read %q %q, want %q", b.ID, b.Text, want)
	}
	var got []string
	for _, tree := range b.Trees {
		for _, w := range tree.Words {
			got = append(got, b.Text[w.Start:w.End])
		}
		got = append(got, "|")
	}
	if want := strings.Fields("They do n’t sail . | No . | Ice |"); !slices.Equal(got, want) {
		t.Errorf("words lie on %q, want %q", got, want)
	}
	if w := b.Trees[0].Words[2]; w.Head != 3 || w.Lemma != "not" || w.XPOS != "RB" || w.Deprel != "advmod" {
		t.Errorf("word 3 = %+v", w)
	}
}

func TestReadTreesSaysWhere(t *testing.T) {
	_, err := readTrees(strings.NewReader("1\tIce\n"))
	if err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("readTrees of a short line = %v, want an error that names line 1", err)
	}
}

func TestReadNames(t *testing.T) {
	path := filepath.Join(t.TempDir(), "names.conll")
	const file = "-DOCSTART-\tO\n\nTarvo\tB-PER\nElde\tI-PER\nof\tO\nMelk\tI-LOC\n\nOsk\tB-ORG\n"
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := ReadNames(path)
	if err != nil || len(got) != 1 {
		t.Fatalf("ReadNames = %v, %v, want one document", got, err)
	}
	want := []Name{{text.Span{Start: 0, End: 10}, "PER"}, {text.Span{Start: 14, End: 18}, "LOC"}, {text.Span{Start: 19, End: 22}, "ORG"}}
	if got[0].Text != "Tarvo Elde of Melk\nOsk" || !slices.Equal(got[0].Names, want) || len(got[0].Sentences) != 2 {
		t.Errorf("ReadNames = %+v, want names %v", got[0], want)
	}
}

func TestReadDocument(t *testing.T) {
	d, err := readDocument([]byte(`{"id":"a","text":"É he.","sentences":[[0,5]],"entities":[{"start":2,"end":4,"type":"person","coref":"1"}]}`))
	if err != nil || d.Sentences[0] != (text.Span{Start: 0, End: 6}) || d.Text[d.Mentions[0].Start:d.Mentions[0].End] != "he" {
		t.Errorf("readDocument = %+v, %v", d, err)
	}
}

func TestMatch(t *testing.T) {
	c := Match([]int{1, 2, 2, 3}, []int{3, 4})
	if c != (Count{1, 3, 2}) || c.F1() != 40 {
		t.Errorf("Match = %+v, F1 %v, want 1 of 3 and 2, 40", c, c.F1())
	}
}
