package score

import (
	"encoding/json"

	"onrecord/extract/text"
)

// An Attributed is an article with the attributions that people marked in it:
// the outermost ones, wider than speech.
type Attributed struct {
	ID           string
	Text         string
	Attributions []Attribution
}

// An Attribution is a source that by a cue gives a content, in bytes. Any of
// the three can be in several parts; the source can be missing.
type Attribution struct {
	Source, Cue, Content []text.Span
	Type                 string // direct, indirect or mixed; "" when not known
}

// ReadAttributions reads the JSON lines at path: {"id","text","attributions":
// [{"source","cue","content","type"}]}, spans in code points.
func ReadAttributions(path string) ([]Attributed, error) { return readLines(path, readAttributed) }

func readAttributed(line []byte) (Attributed, error) {
	var raw struct {
		ID, Text     string
		Attributions []struct {
			Source, Cue, Content [][2]int
			Type                 string
		}
	}
	if err := json.Unmarshal(line, &raw); err != nil {
		return Attributed{}, err
	}
	points := text.PointsOf(raw.Text)
	spans := func(pairs [][2]int) []text.Span {
		var all []text.Span
		for _, p := range pairs {
			all = append(all, text.Span{Start: points.Offset(p[0]), End: points.Offset(p[1])})
		}
		return all
	}
	a := Attributed{ID: raw.ID, Text: raw.Text}
	for _, x := range raw.Attributions {
		a.Attributions = append(a.Attributions, Attribution{spans(x.Source), spans(x.Cue), spans(x.Content), x.Type})
	}
	return a, nil
}
