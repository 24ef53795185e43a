package attribute

import (
	"fmt"

	"onrecord/extract/learn"
)

// A Model is what was learned. It may be used by any number of goroutines.
type Model struct {
	sketch, roles *field
	verdict       *learn.Decision
	sure          calibration
}

// A field is the weights of a conditional random field.
type field struct {
	rows  *learn.Sparse
	steps []int32 // of a label after a label: the one before times the labels, plus the next
}

// modelKind is the kind of file that a model is kept in.
const modelKind = "attributions 1"

// Open reads a model that Train made.
func Open(data []byte) (*Model, error) {
	f, err := learn.Open(data, modelKind)
	if err != nil {
		return nil, err
	}
	m := &Model{}
	if m.sketch, err = getField(f, "sketch ", sketchLabels); err != nil {
		return nil, err
	}
	if m.roles, err = getField(f, "roles ", labels); err != nil {
		return nil, err
	}
	if m.verdict, err = learn.GetDecision(f, "verdict"); err != nil {
		return nil, err
	}
	m.sure, err = learn.Get[uint8](f, "sure")
	if err == nil && len(m.sure) != levels {
		err = fmt.Errorf("a model of attributions is sure at %d levels, want %d", len(m.sure), levels)
	}
	return m, err
}

func (m *Model) file() *learn.File {
	f := learn.NewFile(modelKind)
	m.sketch.put(f, "sketch ")
	m.roles.put(f, "roles ")
	m.verdict.Put(f, "verdict")
	learn.Put(f, "sure", m.sure)
	return f
}

func (x *field) put(f *learn.File, prefix string) {
	x.rows.Put(f, prefix)
	learn.Put(f, prefix+"steps", x.steps)
}

func getField(f *learn.File, prefix string, classes int) (*field, error) {
	rows, err := learn.GetSparse(f, prefix, classes)
	if err != nil {
		return nil, err
	}
	steps, err := learn.Get[int32](f, prefix+"steps")
	if err != nil {
		return nil, err
	}
	if len(steps) != classes*classes {
		return nil, fmt.Errorf("the field %q has %d steps, want %d", prefix, len(steps), classes*classes)
	}
	return &field{rows, steps}, nil
}

// A calibration is, by levels of the verdict, how many percent of what stands
// was right when it was learned.
type calibration []uint8

// levels is how many levels of the verdict are told apart, levelSize the size
// of one.
const (
	levels    = 12
	levelSize = 16
)

func levelOf(verdict int32) int { return int(max(0, min(levels-1, (verdict-standing)/levelSize))) }

func (c calibration) of(verdict int32) int { return int(c[levelOf(verdict)]) }
