package document

import "bytes"

// A signature is how a kind of file that is not read begins.
type signature struct {
	kind  string // as it is said to the user
	magic string
	at    int // where magic stands
}

// signatures are of files that people have beside articles.
var signatures = []signature{
	{"a PDF", "%PDF-", 0},
	{"a ZIP archive or an office document", "PK\x03\x04", 0},
	{"an empty ZIP archive", "PK\x05\x06", 0},
	{"an old office document", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0},
	{"an RTF document", "{\\rtf", 0},
	{"a PNG image", "\x89PNG\r\n\x1a\n", 0},
	{"a JPEG image", "\xff\xd8\xff", 0},
	{"a GIF image", "GIF87a", 0},
	{"a GIF image", "GIF89a", 0},
	{"a TIFF image", "II*\x00", 0},
	{"a TIFF image", "MM\x00*", 0},
	{"a WebP image", "WEBP", 8},
	{"an AVIF or HEIC image or a video", "ftyp", 4},
	{"a sound recording", "ID3\x03", 0},
	{"a sound recording", "ID3\x04", 0},
	{"a sound recording", "WAVE", 8},
	{"a sound recording", "OggS", 0},
	{"a video", "\x1aE\xdf\xa3", 0},
	{"a SQLite database", "SQLite format 3\x00", 0},
	{"a 7z archive", "7z\xbc\xaf\x27\x1c", 0},
	{"a RAR archive", "Rar!\x1a\x07", 0},
	{"an xz archive", "\xfd7zXZ\x00", 0},
	{"a bzip2 archive", "BZh91AY&SY", 0},
	{"a Zstandard archive", "\x28\xb5\x2f\xfd", 0},
	{"a TAR archive", "ustar", 257},
	{"a program", "\x7fELF", 0},
	{"a program", "MZ\x90\x00", 0},
	{"a Safari web archive", "bplist00", 0},
	{"a WARC web archive", "WARC/1.", 0},
	{"an MHTML web archive", "From: <Saved by ", 0},
}

// binary says what kind of unread file begins with head, "" when it may be a
// text. Bytes of zero are no text, save in UTF-16 with its mark and in pages,
// where browsers pass over them.
func binary(head []byte) string {
	for _, s := range signatures {
		if len(head) >= s.at && bytes.HasPrefix(head[s.at:], []byte(s.magic)) {
			return s.kind
		}
	}
	if bytes.IndexByte(head, 0) >= 0 && !wide(head) && !page(head) {
		return "not a text (it holds bytes of zero)"
	}
	return ""
}

var (
	utf8Mark  = []byte("\xef\xbb\xbf")
	utf16Less = []byte("\xff\xfe")
	utf16More = []byte("\xfe\xff")
)

// wide reports whether head is marked as UTF-16 or UTF-32.
func wide(head []byte) bool {
	return bytes.HasPrefix(head, utf16Less) || bytes.HasPrefix(head, utf16More) ||
		bytes.HasPrefix(head, []byte{0, 0, 0xfe, 0xff})
}
