package amount

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"share of people", "About 60% of voters stayed at home.", "voters"},
		{"determiner", "Some 35 percent of the young pupils left.", "pupils"},
		{"part of a whole", "Two-thirds of the members and half the guests left.", "members guests"},
		{"ratio", "One in three workers is ill.", "workers"},
		{"measure", "They built 30 km of road.", "road"},
		{"money in something", "They got $5 billion in aid.", "aid"},
		{"money worth of", "He stole €40,000 worth of fish.", "fish"},
		{"money before a noun", "The bank gave a $5 billion loan.", "loan"},
		{"a change is what is measured", "A 10-percent rise in prices followed.", "rise"},
		{"stake", "It holds a 35 percent stake.", "stake"},
		{"price of goods", "Oil rose to $70 a barrel.", "barrel"},
		{"wage", "They earn $15 an hour.", "-"},
		{"crew", "She had a crew of six.", "crew"},
		{"population", "It has a population of 3 million.", "population"},
		{"boxes", "They found 40 boxes of fish.", "fish"},
		{"counts say it themselves", "They met 40 members of the council.", "-"},
		{"time", "They got $5 billion in a year.", "-"},
		{"alone", "It rose by 5 percent.", "-"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, a := range find(c.in) {
				if a.Of == "" {
					a.Of = "-"
				}
				got = append(got, a.Of)
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("Find(%q) is of %q, want %q", c.in, got, c.want)
			}
		})
	}
}
