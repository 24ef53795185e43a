package attribute

import (
	"slices"
	"testing"

	"onrecord/extract/text"
)

func TestQuotations(t *testing.T) {
	for _, c := range []struct {
		situation, text string
		want            []string
	}{
		{"none", "The mayor's ferries.", nil},
		{"curly", "“Not yet,” she said, “or ever.”", []string{"“Not yet,”", "“or ever.”"}},
		{"straight", `"Not yet," she said, "or ever."`, []string{`"Not yet,"`, `"or ever."`}},
		{"single, with apostrophes", "The mayors’ word was ‘not the union’s’ once.", []string{"‘not the union’s’"}},
		{"single, with a plural owner", "‘The mayors’ word is good,’ she said. ‘Or not.’", []string{"‘The mayors’ word is good,’", "‘Or not.’"}},
		{"single, twice", "A ‘safe’ plan, he said, is ‘no plan.’", []string{"‘safe’", "‘no plan.’"}},
		{"single in double", "“He said ‘not yet’ to us,” she said.", []string{"“He said ‘not yet’ to us,”"}},
		{"double in double", "“They call it “the wait,” here,” she said.", []string{"“They call it “the wait,” here,”"}},
		{"open to the end of the paragraph", "“First this.\n“Then that.”", []string{"“First this.", "“Then that.”"}},
		{"a closing mark by itself", "It was 6 feet” long, he said.", nil},
		{"an opening mark turned the wrong way", "He said ”not yet” twice.", []string{"”not yet”"}},
	} {
		x := text.Of(c.text)
		var got []string
		for _, q := range Quotations(x, Run{0, len(x.Tokens)}) {
			got = append(got, x.Slice(x.Range(q.From, q.To)))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: Quotations(%q) = %q, want %q", c.situation, c.text, got, c.want)
		}
	}
}
