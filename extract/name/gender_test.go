package name

import "testing"

func TestGender(t *testing.T) {
	for _, c := range []struct {
		example string
		want    byte
	}{
		{"On Monday Mrs «Tarvo Elde» spoke.", 'f'},
		{"On Monday spokesman «Mirel Elde» spoke.", 'm'},
		{"«Tarvo Elde», the council's chairwoman, spoke.", 'f'},
		{"On Monday his wife «Tarvo Elde» spoke.", 'f'},
		{"On Monday his wife, «Tarvo Elde», spoke.", 'f'},
		{"«Tarvo Elde», a 14-year-old girl, spoke.", 'f'},
		{"On Monday «Peter Elde» spoke.", 'm'},
		{"On Monday «Tarvo Elde» spoke.", 0},
		{"On Monday «Elde» said no.", 0},
	} {
		f, first, _ := marked(t, c.example)
		m := f.mentionAt(first)
		if m == nil {
			t.Errorf("no name at « in %q", c.example)
			continue
		}
		if got := f.gender(m); got != c.want {
			t.Errorf("gender in %q = %q, want %q", c.example, got, c.want)
		}
	}
}

func TestAge(t *testing.T) {
	for _, c := range []struct {
		example string
		want    int
	}{
		{"«Anna Elde», 42, spoke.", 42},
		{"«Anna Elde» (42) spoke.", 42},
		{"«Anna Elde», aged 42, spoke.", 42},
		{"«Anna Elde», a 42-year-old engineer, spoke.", 42},
		{"On Monday 42-year-old «Anna Elde» spoke.", 42},
		{"The 42-year-old engineer «Anna Elde» spoke.", 42},
		{"«Anna Elde», 4200, spoke.", 0},
		{"«Anna Elde» has 42 boats.", 0},
	} {
		f, first, _ := marked(t, c.example)
		m := f.mentionAt(first)
		if m == nil {
			t.Errorf("no name at « in %q", c.example)
			continue
		}
		if got := f.age(m); got != c.want {
			t.Errorf("age in %q = %d, want %d", c.example, got, c.want)
		}
	}
}
