package article

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// decode is b as valid UTF-8: by its byte order mark, as UTF-8 when all of it
// is, by the character set it declares wherever that stands, and else by the
// one its bytes look like. Bytes that mean nothing become U+FFFD.
func decode(b []byte) string {
	if e := marked(b); e != nil {
		return decoded(e, b)
	}
	if mostlyUTF8(b) {
		return strings.ToValidUTF8(string(b), "\uFFFD")
	}
	if e := declared(b); e != nil {
		return decoded(e, b)
	}
	return decoded(detected(b), b)
}

func decoded(e encoding.Encoding, b []byte) string {
	out, err := e.NewDecoder().Bytes(b)
	if err != nil {
		out = b // a decoder replaces what it cannot read; this is for one that gives up
	}
	return strings.ToValidUTF8(string(out), "\uFFFD")
}

// marked is the encoding that the byte order mark of b says, nil without one.
func marked(b []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		return unicode.UTF8BOM
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	return nil
}

// mostlyUTF8 reports whether b is UTF-8, allowing for few broken characters
// among many whole ones, as in a page pasted together from two sources, and
// for an end in the middle of one.
func mostlyUTF8(b []byte) bool {
	cut := cutOff(b)
	b = b[:len(b)-cut]
	whole, broken := 0, 0
	for len(b) > 0 {
		if b[0] < utf8.RuneSelf {
			b = b[1:]
			continue
		}
		r, size := utf8.DecodeRune(b)
		if r == utf8.RuneError && size == 1 {
			broken++
		} else {
			whole++
		}
		b = b[size:]
	}
	return whole >= 8*broken && (whole > 0 || cut == 0)
}

// cutOff is the number of bytes at the end of b that begin a character and do
// not end it.
func cutOff(b []byte) int {
	for n := 1; n < min(len(b)+1, utf8.UTFMax); n++ {
		if end := b[len(b)-n:]; utf8.RuneStart(end[0]) {
			if utf8.FullRune(end) {
				return 0
			}
			return n
		}
	}
	return 0
}

// declared is the encoding that a meta tag or XML declaration anywhere in b
// names, nil when none does or it is one that b is not in.
func declared(b []byte) encoding.Encoding {
	lower := bytes.ToLower(b)
	for _, key := range []string{"charset", "encoding"} {
		for from := 0; ; {
			at := bytes.Index(lower[from:], []byte(key))
			if at < 0 {
				break
			}
			from += at + len(key)
			tag := lower[max(0, from-300):from]
			tag = tag[bytes.LastIndexByte(tag, '<')+1:]
			if !bytes.HasPrefix(tag, []byte("meta")) && !bytes.HasPrefix(tag, []byte("?xml")) {
				continue
			}
			if e := named(label(lower[from:min(len(lower), from+60)])); e != nil {
				return e
			}
		}
	}
	return nil
}

// label is the value in `= "label"` or `=label`.
func label(b []byte) string {
	value, found := bytes.CutPrefix(bytes.TrimSpace(b), []byte("="))
	if !found {
		return ""
	}
	value = bytes.TrimLeft(value, " \t\"'")
	if end := bytes.IndexAny(value, " \t\r\n\"';/>?"); end >= 0 {
		value = value[:end]
	}
	return string(value)
}

// named is the encoding of a label, nil for an unknown one and for UTF-8,
// which is ruled out by the time a label is asked for.
func named(label string) encoding.Encoding {
	e, err := htmlindex.Get(label)
	if err != nil || e == encoding.Replacement || e == unicode.UTF8 {
		return nil
	}
	return e
}

// sample is how much of a document its character set is told from.
const sample = 256 << 10

// detected is the encoding that b looks like, windows-1252 when none is likely.
func detected(b []byte) encoding.Encoding {
	first := bytes.IndexFunc(b, func(r rune) bool { return r >= utf8.RuneSelf })
	b = b[max(0, first-1<<10):]
	guesses, err := chardet.NewHtmlDetector().DetectAll(b[:min(len(b), sample)])
	if err != nil {
		return charmap.Windows1252
	}
	for _, g := range guesses {
		if e := named(strings.ReplaceAll(strings.ToLower(g.Charset), "gb-", "gb")); e != nil {
			return e
		}
	}
	return charmap.Windows1252
}
