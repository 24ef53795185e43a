package learn

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
)

// magic begins every model file; the number is the version of the format.
const magic = "onrecord model 1\n"

// A File is a model as it is kept: named sections of bytes, numbers or words,
// little-endian, with a checksum (CRC-32C) over all of it at the end.
type File struct {
	kind     string
	order    []string
	sections map[string][]byte
}

// NewFile is an empty file of a kind: "tags 1". The kind names the model and
// the version of its content.
func NewFile(kind string) *File { return &File{kind: kind, sections: map[string][]byte{}} }

// Number is what a section can be a list of, beside words.
type Number interface {
	~int8 | ~uint8 | ~int16 | ~uint16 | ~int32 | ~uint32 | ~int64 | ~uint64
}

// Put adds the section name, a list of numbers.
func Put[T Number](f *File, name string, list []T) {
	var b bytes.Buffer
	if err := binary.Write(&b, binary.LittleEndian, list); err != nil {
		panic(fmt.Sprintf("learn: section %s: %v", name, err)) // every Number has a fixed size
	}
	f.put(name, b.Bytes())
}

// PutWords adds the section name, a list of words without line breaks.
func (f *File) PutWords(name string, words []string) {
	f.put(name, []byte(strings.Join(words, "\n")))
}

func (f *File) put(name string, data []byte) {
	if _, taken := f.sections[name]; taken {
		panic("learn: two sections are named " + name)
	}
	f.order = append(f.order, name)
	f.sections[name] = data
}

// Get is the section name as numbers.
func Get[T Number](f *File, name string) ([]T, error) {
	data, ok := f.sections[name]
	if !ok {
		return nil, fmt.Errorf("model %q has no section %q", f.kind, name)
	}
	var zero T
	size := binary.Size(zero)
	if len(data)%size != 0 {
		return nil, fmt.Errorf("section %q of model %q holds %d bytes, no list of %d-byte numbers", name, f.kind, len(data), size)
	}
	list := make([]T, len(data)/size)
	_, err := binary.Decode(data, binary.LittleEndian, list)
	return list, err
}

// Words is the section name as words; an empty section is no words.
func (f *File) Words(name string) ([]string, error) {
	data, ok := f.sections[name]
	if !ok {
		return nil, fmt.Errorf("model %q has no section %q", f.kind, name)
	}
	if len(data) == 0 {
		return nil, nil
	}
	return strings.Split(string(data), "\n"), nil
}

// WriteTo writes the file, the same bytes for the same sections in the same order.
func (f *File) WriteTo(w io.Writer) (int64, error) {
	var b bytes.Buffer
	b.WriteString(magic)
	chunk(&b, []byte(f.kind))
	for _, name := range f.order {
		chunk(&b, []byte(name))
		chunk(&b, f.sections[name])
	}
	b.Write(binary.LittleEndian.AppendUint32(nil, checksum(b.Bytes())))
	return b.WriteTo(w)
}

func chunk(b *bytes.Buffer, data []byte) {
	b.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(data))))
	b.Write(data)
}

func checksum(b []byte) uint32 { return crc32.Checksum(b, crc32.MakeTable(crc32.Castagnoli)) }

// Open reads a file of a kind. A file that is cut, altered, of another kind or
// of another version is an error. The file keeps data.
func Open(data []byte, kind string) (*File, error) {
	rest, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok || len(rest) < 4 {
		return nil, fmt.Errorf("no model file of this format (want %q)", strings.TrimSpace(magic))
	}
	body, sum := rest[:len(rest)-4], binary.LittleEndian.Uint32(rest[len(rest)-4:])
	if got := checksum(data[:len(data)-4]); got != sum {
		return nil, fmt.Errorf("the model file is damaged: its checksum is %08x, not %08x", got, sum)
	}
	name, body, err := unchunk(body)
	if err != nil {
		return nil, err
	}
	if string(name) != kind {
		return nil, fmt.Errorf("the file holds the model %q, not %q", name, kind)
	}
	f := NewFile(kind)
	for len(body) > 0 {
		var content []byte
		if name, body, err = unchunk(body); err != nil {
			return nil, err
		}
		if content, body, err = unchunk(body); err != nil {
			return nil, err
		}
		if _, taken := f.sections[string(name)]; taken {
			return nil, fmt.Errorf("model %q has two sections %q", kind, name)
		}
		f.put(string(name), content)
	}
	return f, nil
}

func unchunk(b []byte) (chunk, rest []byte, err error) {
	if len(b) < 4 || uint64(binary.LittleEndian.Uint32(b)) > uint64(len(b)-4) {
		return nil, nil, fmt.Errorf("the model file ends inside a section")
	}
	n := 4 + int(binary.LittleEndian.Uint32(b))
	return b[4:n], b[n:], nil
}
