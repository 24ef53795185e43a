package text

import (
	"bytes"
	"strings"
	"testing"

	"onrecord/extract/learn"
)

// strokes are made-up texts whose sentences end with a stroke and nothing else.
func strokes() []Sample {
	var all []Sample
	for _, words := range []string{"melk froze / nobody sailed", "osk left / elde stayed", "ships wait / ice thaws / rain falls", "they met / nothing came"} {
		s := Sample{Raw: words}
		at := 0
		for part := range strings.SplitAfterSeq(words, "/ ") {
			s.Sentences = append(s.Sentences, Span{at, at + len(strings.TrimSpace(part))})
			at += len(part)
		}
		for range 30 {
			all = append(all, s)
		}
	}
	return all
}

func trained(t *testing.T, seed uint64) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := Train(strokes(), seed, nil).WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTrain(t *testing.T) {
	data := trained(t, 1)
	if !bytes.Equal(data, trained(t, 1)) {
		t.Error("training twice with one seed gives other bytes")
	}
	m, err := openModel(data)
	if err != nil {
		t.Fatal(err)
	}
	x := &Text{raw: "rika sailed / nobody came"}
	x.words()
	v := viewOf(x)
	v.paragraph(0, len(x.Tokens))
	for i := 1; i < len(x.Tokens); i++ {
		v.pass(i - 1)
		if got, want := v.begins(m, i), x.Word(i-1) == "/"; got != want {
			t.Errorf("begins(%q) = %v, want %v", x.Word(i), got, want)
		}
	}
}

func TestModelIsWhole(t *testing.T) {
	if _, err := openModel(modelFile); err != nil {
		t.Fatalf("the embedded model: %v; write it again with cmd/train", err)
	}
	for _, at := range []int{0, len(modelFile) / 2, len(modelFile) - 1} {
		bad := bytes.Clone(modelFile)
		bad[at] ^= 1
		if _, err := openModel(bad); err == nil {
			t.Errorf("a model with byte %d altered opens", at)
		}
		if _, err := openModel(modelFile[:at]); err == nil {
			t.Errorf("the first %d bytes of the model open", at)
		}
	}
	other := learn.NewFile(modelKind)
	learn.Put(other, "begins", []int8{})
	var b bytes.Buffer
	if _, err := other.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	if _, err := openModel(b.Bytes()); err == nil {
		t.Error("a model without weights opens")
	}
}

func BenchmarkModel(b *testing.B) {
	for b.Loop() {
		if _, err := openModel(modelFile); err != nil {
			b.Fatal(err)
		}
	}
}
