package name

import "testing"

func TestSpeaker(t *testing.T) {
	for _, c := range []struct{ example, want string }{
		{"“It «sank»,” said Minister Anna Elde.", "Anna Elde"},
		{"“It «sank»,” Anna Elde said.", "Anna Elde"},
		{"Anna Elde told the crew: “It «sank».”", "Anna Elde"},
		{"“It sank,” Anna Elde said. “It «sank» at once.”", "Anna Elde"},
		{"“It sank,” Anna Elde said.\n\n“It «sank» at once.”", ""},
		{"Anna Elde «sank» it. “Yes,” she said.", ""},
		{"“It «sank»,” said a guard. Anna Elde rowed.", ""},
	} {
		f, first, _ := marked(t, c.example)
		v := f.voices()
		got := ""
		if e := f.by(&v, first); e != nil {
			got = e.name
		}
		if got != c.want {
			t.Errorf("«» in %q is by %q, want %q", c.example, got, c.want)
		}
	}
}
