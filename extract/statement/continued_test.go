package statement

import (
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

func TestJoined(t *testing.T) {
	in := "“The dam is safe,” Ilse Marek said. “The board told me that 40 workers would leave.”\n"
	x := text.Of(in)
	found := find(x, nil, nil)
	const want = "1: state, direct [Ilse Marek] [said] [“The dam is safe,”]\n" +
		"2 on from 1: quote runs on, state, direct [Ilse Marek] [] [“The board told me that 40 workers would leave.”]\n" +
		"3 in 2: state, direct [The board] [told] [that 40 workers would leave]\n"
	if got := list(x, found); got != want {
		t.Fatalf("Find(%q) =\n%swant\n%s", in, got, want)
	}
	f := fact.Facts{Statements: found, Amounts: []fact.Amount{{Statement: 2}, {Statement: 3}}}
	joined := Joined(f)
	const whole = "1: state, direct [Ilse Marek] [said] [“The dam is safe,” | “The board told me that 40 workers would leave.”]\n" +
		"3 in 1: state, direct [The board] [told] [that 40 workers would leave]\n"
	if got := list(x, joined.Statements); got != whole {
		t.Errorf("Joined =\n%swant\n%s", got, whole)
	}
	if a := joined.Amounts; a[0].Statement != 1 || a[1].Statement != 3 {
		t.Errorf("amounts of Joined = %v, want them in statements 1 and 3", a)
	}
	if list(x, found) != want || f.Amounts[0].Statement != 2 {
		t.Error("Joined alters the facts it was given")
	}
}
