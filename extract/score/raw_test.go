package score

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestReadRaw(t *testing.T) {
	const lines = `{"id":"1","title":"Ferry &amp; barge","text":"The ferry left\nMelk at dawn.\n    It sank."}
{"id":"2","sentences":["One.","Two."],"desc":" "}
`
	want := []string{"Ferry & barge", "The ferry left Melk at dawn.\n    It sank.", "One.", "Two."}
	plain := filepath.Join(t.TempDir(), "raw.jsonl")
	if err := os.WriteFile(plain, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	packed := plain + ".gz"
	f, err := os.Create(packed)
	if err != nil {
		t.Fatal(err)
	}
	z := gzip.NewWriter(f)
	if _, err := z.Write([]byte(lines)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{plain, packed} {
		got, err := ReadRaw(path)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("ReadRaw(%s) = %q, %v, want %q", filepath.Base(path), got, err, want)
		}
	}
	if err := os.WriteFile(plain, []byte("{\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadRaw(plain); err == nil {
		t.Error("ReadRaw of a line that is no JSON gives no error")
	}
}
