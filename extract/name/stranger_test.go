package name

import "testing"

func TestStranger(t *testing.T) {
	for _, c := range []struct {
		example string
		want    bool
	}{
		{"A senior «officer» at the gate spoke.", true},
		{"Anna Elde and her «mother» rowed.", true},
		{"Another «guard» spoke.", true},
		{"Anna Elde's «brother» rowed.", true},
		{"Anna Elde was a «baker» then.", false},
		{"Anna Elde, a «baker», spoke.", false},
		{"A «baker», Anna Elde, spoke.", false},
		{"His «wife» Anna Elde spoke.", false},
		{"The «officers» spoke.", false},
		{"A «boat» sank.", false},
	} {
		f, first, _ := marked(t, c.example)
		f.holders()
		if got := f.stranger(first) != nil; got != c.want {
			t.Errorf("stranger at « in %q = %v, want %v", c.example, got, c.want)
		}
	}
}
