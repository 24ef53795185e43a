package text

import (
	"math/rand/v2"
	"sort"
	"strings"

	"onrecord/extract/learn"
)

// A Sample is a text and where its sentences lie, to learn from.
type Sample struct {
	Raw       string
	Sentences []Span
}

// modelKind names the sentence model and the version of its features.
const modelKind = "sentences 1"

// tableSize is the size of the model: weights of a byte.
const tableSize = 900_000

// rate is how fast weights change: slow, as most features are rare.
const rate = 0.05

// passes is how often training sees every sample.
const passes = 5

// Train learns from samples where sentences begin. The same samples and seed
// give the same file.
func Train(samples []Sample, seed uint64, p learn.Progress) *learn.File {
	random := rand.New(rand.NewPCG(seed, 1))
	lessons := lessonsOf(samples)
	l := learn.NewLogistic(tableSize, rate)
	for pass := range passes {
		p.Report("sentences", pass, passes)
		random.Shuffle(len(lessons), func(i, j int) { lessons[i], lessons[j] = lessons[j], lessons[i] })
		if pass == passes/2 {
			l.Average()
		}
		for _, lesson := range lessons {
			lesson.each(func(f []uint64, yes bool) { l.Learn(f, yes, lesson.weight) })
		}
	}
	p.Report("sentences", passes, passes)
	f := learn.NewFile(modelKind)
	l.Decision().Put(f, "begins")
	return f
}

// A lesson is a sample made ready.
type lesson struct {
	text   *Text
	begins []bool // per token
	weight float64
}

// lessonsOf is the samples, and some of them once more in capitals, for less.
func lessonsOf(samples []Sample) []lesson {
	var all []lesson
	for i, s := range samples {
		all = append(all, lessonOf(s, 1))
		if raw := strings.ToUpper(s.Raw); i%foldEvery == 0 && len(raw) == len(s.Raw) {
			all = append(all, lessonOf(Sample{raw, s.Sentences}, foldedWeight))
		}
	}
	return all
}

// Every foldEvery-th sample is read once more in capitals, its examples counting
// foldedWeight.
const (
	foldEvery    = 4
	foldedWeight = 0.1
)

func lessonOf(s Sample, weight float64) lesson {
	t := &Text{raw: s.Raw}
	t.words()
	begins := make([]bool, len(t.Tokens))
	for _, sentence := range s.Sentences {
		if i := sort.Search(len(t.Tokens), func(i int) bool { return t.Tokens[i].Start >= sentence.Start }); i < len(begins) {
			begins[i] = true
		}
	}
	return lesson{t, begins, weight}
}

// each goes through the lesson as a reader would who knows the answers.
func (s lesson) each(example func(features []uint64, yes bool)) {
	v := viewOf(s.text)
	s.text.paragraphs(func(first, last int) {
		v.paragraph(first, last)
		for i := first + 1; i < last; i++ {
			v.pass(i - 1)
			if v.possible(i) {
				example(v.features(i), s.begins[i])
			}
			if s.begins[i] {
				v.begin = i
			}
		}
	})
}
