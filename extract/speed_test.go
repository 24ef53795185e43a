package extract_test

import (
	"testing"

	"onrecord/extract"
	"onrecord/extract/name"
	"onrecord/extract/score"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// BenchmarkStages measures the stages, one on top of the other, on real news:
// how many words a second one goroutine reads.
func BenchmarkStages(b *testing.B) {
	texts, err := score.ReadRaw("../../shared/corpora/news/wikinews_2019_2020.jsonl")
	if err != nil {
		b.Skipf("no news to measure on: %v", err)
	}
	for _, stage := range []struct {
		name string
		run  func(raw string) int
	}{
		{"words", func(raw string) int { return len(text.Of(raw).Tokens) }},
		{"words+tags", func(raw string) int {
			t := text.Of(raw)
			return len(tag.Find(t))
		}},
		{"words+tags+names", func(raw string) int {
			t := text.Of(raw)
			name.Find(t, tag.Find(t))
			return len(t.Tokens)
		}},
		{"words+tags+names+trees", func(raw string) int {
			t := text.Of(raw)
			tags := tag.Find(t)
			name.Find(t, tags)
			return len(tree.Find(t, tags))
		}},
		{"all facts", func(raw string) int {
			extract.Facts(read(b, raw))
			return len(text.Of(raw).Tokens)
		}},
	} {
		b.Run(stage.name, func(b *testing.B) {
			stage.run(report) // the models are read before the clock starts
			words := 0
			for b.Loop() {
				for _, raw := range texts {
					words += stage.run(raw)
				}
			}
			b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
		})
	}
}
