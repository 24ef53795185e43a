package web

import "testing"

func TestValue(t *testing.T) {
	for v, want := range map[string]string{
		"2031-03-05": "Wed 5 March 2031", "2031-03": "March 2031", "2031": "2031", "2031-03-05TNI": "Wed 5 March 2031, night",
		"P11M": "11 months", "PT9H": "9 hours", "P1D": "1 day", "PT14M": "14 minutes", "PXW": "some weeks", "PAST_REF": "some time ago",
		"": "not known", "2031-W10": "2031-W10", "2031-SU": "2031-SU",
	} {
		if got := value(v); got != want {
			t.Errorf("value(%q) = %q, want %q", v, got, want)
		}
	}
}

func TestTimexOfAForm(t *testing.T) {
	for v, ok := range map[string]bool{"2031-03-05": true, "2031-03": true, "2031": true, "": true, "P3D": true, "PT14M": true, "2031-03-05TNI": true,
		"2031-W10": true, "2031-SU": true, "PAST_REF": true, "someday": false, "5 March": false, "2031/03/05": false} {
		if got := timex(v) == nil; got != ok {
			t.Errorf("timex(%q) allows %v, want %v", v, got, ok)
		}
	}
}
