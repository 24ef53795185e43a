package store

import "testing"

func TestTold(t *testing.T) {
	for words, want := range map[string]string{
		"“The dam is safe,”":                 "The dam is safe,",
		"\"The dam is safe.\"":               "The dam is safe.",
		"‘The workers’ dam is safe,’":        "The workers’ dam is safe,",
		"The dam is safe,":                   "The dam is safe,", // as older readings have it
		"that the dam was “safe”":            "that the dam was “safe”",
		"“a long winter” for both, “or two”": "“a long winter” for both, “or two”",
		"“First this.\n\n“Then that.”":       "“First this.\n\n“Then that.”",
		"«The dam is safe»":                  "The dam is safe",
		"“They said ‘safe’ and left,”":       "They said ‘safe’ and left,",
		"":                                   "",
	} {
		if got := told(words); got != want {
			t.Errorf("told(%q) = %q, want %q", words, got, want)
		}
		if got := told(told(words)); got != want {
			t.Errorf("told(told(%q)) = %q, want %q", words, got, want)
		}
	}
}
