package text

import (
	_ "embed"
	"fmt"
	"sync"

	"onrecord/extract/learn"
)

//go:embed data/sentences.model
var modelFile []byte

// model is the sentence model, opened when first needed. It is part of the
// program, and a test opens it.
var model = sync.OnceValue(func() *learn.Decision {
	d, err := openModel(modelFile)
	if err != nil {
		panic(fmt.Sprintf("text: the sentence model: %v", err))
	}
	return d
})

func openModel(data []byte) (*learn.Decision, error) {
	f, err := learn.Open(data, modelKind)
	if err != nil {
		return nil, err
	}
	return learn.GetDecision(f, "begins")
}
