package event

import (
	"strings"
	"testing"
)

// TestOneEvent checks which mentions are taken for one event: those of an event
// are joined by "+", events by "; ".
func TestOneEvent(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"verb, then its noun", "Tollo met Ilse Marek in Vessen on Monday. The meeting was long.", "met+meeting"},
		{"noun of a verb of its kind", "Orland and Hydra signed a treaty in Vessen.", "signed+treaty"},
		{"verb that describes a noun of its kind", "An agreement signed by Orland and Hydra on Monday failed.", "agreement+signed"},
		{"conference it was at", "There will be a debate on Friday at a conference of Hydra in Vessen.", "debate+conference"},
		{"headline and lead", "Tollo meets Ilse Marek in Vessen\n\nTollo met Ilse Marek in Vessen on Monday.", "meets+met"},
		{"same day and people", "Tollo met Ilse Marek on Monday. On Monday Ilse Marek met Tollo in Vessen.", "met+met"},
		{"other day", "Tollo met Ilse Marek on Monday. Tollo met Ilse Marek on Friday.", "met; met"},
		{"other place", "A summit in Vessen failed. A summit in Port Ellin failed.", "summit; summit"},
		{"other people", "Tollo met Ilse Marek on Monday. Tollo met Hydra on Monday.", "met; met"},
		{"other victim", "Rebels killed Tollo in Vessen. Rebels killed Ilse Marek in Vessen.", "killed; killed"},
		{"same victim", "Rebels killed Tollo in Vessen. Tollo was killed on Monday.", "killed+killed"},
		{"other number", "Nine people were killed in Vessen. Two people were killed in Vessen.", "killed; killed"},
		{"one more", "The summit in Vessen began on Monday. Another summit in Vessen failed.", "summit; summit"},
		{"what was also done", "Tollo met Ilse Marek in Vessen. He also met Tollo and Hydra in Vessen. The meeting was long.", "met+meeting; met"},
		{"noun of its own", "A summit in Vessen ended on Monday. The debate was long. The talks were short.", "summit+talks"},
		{"noun of its own again", "A debate in Vessen ended on Monday. The debate was long. The summit was short.", "debate+debate"},
		{"planned and past", "Tollo met Hydra in Vessen. Tollo will meet Hydra in Vessen on Friday.", "met; meet"},
		{"no chain", "A summit in Vessen ended on Monday. A summit in Port Ellin ended on Friday. The summit was long.", "summit; summit+summit"},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, found := find(c.in)
			var events []string
			for _, e := range found {
				var mentions []string
				for _, m := range e.Mentions {
					mentions = append(mentions, x.Slice(m))
				}
				events = append(events, strings.Join(mentions, "+"))
			}
			if got := strings.Join(events, "; "); got != c.want {
				t.Errorf("Find(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}
