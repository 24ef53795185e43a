package when

import (
	"fmt"
	"testing"
)

func TestTmp(t *testing.T) {
	for _, n := range []string{"timebank.jsonl", "aquaint.jsonl", "meantime.jsonl", "wikiwars.jsonl"} {
		var s score
		for _, d := range read(t, n) {
			s.add(d)
		}
		fmt.Println(n, s)
	}
}
