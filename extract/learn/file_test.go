package learn

import (
	"bytes"
	"slices"
	"testing"
)

// kept is a small file with a section of each sort.
func kept(t testing.TB) []byte {
	t.Helper()
	f := NewFile("test 1")
	f.PutWords("names", []string{"a", "", "b"})
	f.PutWords("none", nil)
	Put(f, "bytes", []int8{-1, 2})
	Put(f, "numbers", []uint32{1 << 31, 7})
	told(0.1).Put(f, "model ")
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFile(t *testing.T) {
	data := kept(t)
	if again := kept(t); !bytes.Equal(data, again) {
		t.Error("writing twice gives other bytes")
	}
	f, err := Open(data, "test 1")
	if err != nil {
		t.Fatal(err)
	}
	if words, err := f.Words("names"); err != nil || !slices.Equal(words, []string{"a", "", "b"}) {
		t.Errorf("Words = %q, %v", words, err)
	}
	if words, err := f.Words("none"); err != nil || words != nil {
		t.Errorf("Words of an empty section = %q, %v, want none", words, err)
	}
	if numbers, err := Get[uint32](f, "numbers"); err != nil || !slices.Equal(numbers, []uint32{1 << 31, 7}) {
		t.Errorf("Get = %v, %v", numbers, err)
	}
	if small, err := Get[int8](f, "bytes"); err != nil || !slices.Equal(small, []int8{-1, 2}) {
		t.Errorf("Get = %v, %v", small, err)
	}
	if _, err := Get[uint32](f, "bytes"); err == nil {
		t.Error("Get of two bytes as numbers of four gives no error")
	}
	if _, err := f.Words("more"); err == nil {
		t.Error("Words of a section that is not there gives no error")
	}
}

func TestOpenRefusesDamage(t *testing.T) {
	data := kept(t)
	if _, err := Open(data, "test 2"); err == nil {
		t.Error("Open of another kind gives no error")
	}
	for cut := 0; cut < len(data); cut += 7 {
		if _, err := Open(data[:cut], "test 1"); err == nil {
			t.Fatalf("Open of the first %d of %d bytes gives no error", cut, len(data))
		}
	}
	for at := 0; at < len(data); at += 7 {
		bad := bytes.Clone(data)
		bad[at] ^= 0x10
		if _, err := Open(bad, "test 1"); err == nil {
			t.Fatalf("Open with byte %d altered gives no error", at)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(kept(f))
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		// The checksum is mended, so that what lies behind it is reached.
		if len(data) >= 4 {
			data = data[:len(data)-4]
		}
		sum := checksum(data)
		data = append(bytes.Clone(data), byte(sum), byte(sum>>8), byte(sum>>16), byte(sum>>24))
		file, err := Open(data, "test 1")
		if err != nil {
			return
		}
		if s, err := GetSparse(file, "model ", 3); err == nil {
			s.Add(make([]int32, 3), []uint64{Hash(data)})
		}
	})
}
