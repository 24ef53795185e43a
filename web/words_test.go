package web

import "testing"

func TestTimexOfAForm(t *testing.T) {
	for v, ok := range map[string]bool{"2031-03-05": true, "2031-03": true, "2031": true, "": true, "P3D": true, "PT14M": true, "2031-03-05TNI": true,
		"2031-W10": true, "2031-SU": true, "PAST_REF": true, "someday": false, "5 March": false, "2031/03/05": false,
		"2031-02-30": false, "2031-13": false, "2031-W60": false, "2031-XX-05": true, "2031-W10-WE": true} {
		if got := timex(v) == nil; got != ok {
			t.Errorf("timex(%q) allows %v, want %v", v, got, ok)
		}
	}
}
