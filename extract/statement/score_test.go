package statement

import (
	"bufio"
	"encoding/json"
	"os"
	"regexp"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// Floors for the F1 of TestScore on the development half of PolNeAR, in
// percent: just under what was measured when they were set.
const (
	floorExact   = 38.0
	floorPartial = 73.5
)

const corpus = "../../../shared/corpora/attribution/polnear.dev.jsonl"

// An annotated is one line of the corpus; spans are code points.
type annotated struct {
	ID           string
	Text         string
	Attributions []struct{ Content [][2]int }
}

// TestScore measures the contents of the outermost statements: exact, and
// partial as Johansson and Moschitti weigh overlap, over words.
func TestScore(t *testing.T) {
	file, err := os.Open(corpus)
	if err != nil {
		t.Skipf("the corpus is not here: %v", err)
	}
	defer file.Close()
	var s score
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var a annotated
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		s.add(t, a)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	exact, partial := s.exact(), s.partial()
	t.Logf("gold %d, found %d: exact F1 %.1f, partial F1 %.1f", s.gold, s.found, exact, partial)
	if exact < floorExact || partial < floorPartial {
		t.Errorf("exact F1 = %.1f, partial F1 = %.1f, want at least %.1f and %.1f", exact, partial, floorExact, floorPartial)
	}
}

// A score is what is counted over the articles.
type score struct {
	gold, found, same    int
	precision, recovered float64 // summed overlap
}

var wordPattern = regexp.MustCompile(`[\pL\pN_]+(?:[’'\-][\pL\pN_]+)*`)

// add counts one article and checks what holds of any.
func (s *score) add(t *testing.T, a annotated) {
	x := text.Of(a.Text)
	words := wordPattern.FindAllStringIndex(a.Text, -1)
	var gold, found []map[int]bool
	bytes := byteOffsets(a.Text)
	for _, g := range a.Attributions {
		var spans []text.Span
		for _, c := range g.Content {
			spans = append(spans, text.Span{Start: bytes[c[0]], End: bytes[c[1]]})
		}
		gold = append(gold, covered(words, spans))
	}
	statements := Find(x, nil, nil)
	invariants(t, x, statements)
	for _, f := range statements {
		if f.Inside == 0 {
			found = append(found, covered(words, f.Content))
		}
	}
	s.gold += len(gold)
	s.found += len(found)
	s.same += identical(gold, found)
	s.precision += overlap(found, gold)
	s.recovered += overlap(gold, found)
}

// byteOffsets is the byte at which each code point of s starts, and the end.
func byteOffsets(s string) []int {
	var at []int
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}

// covered is the words that overlap one of spans.
func covered(words [][]int, spans []text.Span) map[int]bool {
	set := map[int]bool{}
	for i, w := range words {
		for _, s := range spans {
			if s.Overlaps(text.Span{Start: w[0], End: w[1]}) {
				set[i] = true
			}
		}
	}
	return set
}

// identical counts the sets of a that b has too, each once.
func identical(a, b []map[int]bool) int {
	n, used := 0, make([]bool, len(b))
	for _, x := range a {
		for j, y := range b {
			if !used[j] && len(x) > 0 && len(x) == len(y) && shared(x, y) == len(x) {
				used[j] = true
				n++
				break
			}
		}
	}
	return n
}

// overlap sums for each set of a the share of it that the sets of b cover, at
// most 1.
func overlap(a, b []map[int]bool) float64 {
	total := 0.0
	for _, x := range a {
		n := 0
		for _, y := range b {
			n += shared(x, y)
		}
		if len(x) > 0 {
			total += min(1, float64(n)/float64(len(x)))
		}
	}
	return total
}

func shared(a, b map[int]bool) int {
	n := 0
	for i := range a {
		if b[i] {
			n++
		}
	}
	return n
}

func (s *score) exact() float64 { return f1(float64(s.same), float64(s.same), s.found, s.gold) }

func (s *score) partial() float64 { return f1(s.precision, s.recovered, s.found, s.gold) }

// f1 is the balanced F of a precision hits/found and a recall recovered/gold,
// in percent.
func f1(hits, recovered float64, found, gold int) float64 {
	p, r := hits/float64(max(1, found)), recovered/float64(max(1, gold))
	if p+r == 0 {
		return 0
	}
	return 200 * p * r / (p + r)
}

// TestStories checks that the rules find enough in the stories without their
// names, whose places in the text nobody has told them.
func TestStories(t *testing.T) {
	for path, floor := range map[string]int{
		"../../../shared/story/talks-2022-01-13.txt":    13,
		"../../../shared/story/pipeline-2022-02-08.txt": 13,
		"../../../shared/story/inquiry-2019-11-21.txt":  10,
	} {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Skipf("the stories are not here: %v", err)
		}
		x := text.Of(string(raw))
		found := Find(x, []fact.Entity{}, nil)
		invariants(t, x, found)
		if len(found) < floor {
			t.Errorf("Find(%s) = %d statements, want at least %d", path, len(found), floor)
		}
	}
}
