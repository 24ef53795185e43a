package attribute

import (
	"bytes"
	"errors"
	"io/fs"
	"testing"

	"onrecord/extract/score"
	"onrecord/extract/syntax/tree"
)

// TestTrainTwice holds a small training to give the same bytes again, and a
// model that can be opened.
func TestTrainTwice(t *testing.T) {
	articles, err := score.ReadAttributions(corpus)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("no corpus to learn from: %v", err)
	} else if err != nil {
		t.Fatal(err)
	}
	small := settled
	small.epochs, small.early, small.sketch, small.roles = 2, 1, 2000, 2000
	run := func() []byte {
		var b bytes.Buffer
		if _, err := train(read(articles[:6], tree.Find, nil), small, 7, nil).file().WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	first := run()
	if _, err := Open(first); err != nil {
		t.Errorf("Open of what train gave = %v", err)
	}
	if !bytes.Equal(first, run()) {
		t.Error("train gives other bytes the second time")
	}
}
