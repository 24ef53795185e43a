package learn

import (
	"cmp"
	"slices"
)

// A Margin learns a Sparse: a multi-class perceptron that asks of the right class
// to win by a margin, and whose weights are averaged over all examples
// (Collins 2002; Crammer et al. 2006). Its weights are whole numbers until the
// average is taken.
type Margin struct {
	classes int
	ids     map[uint64]uint32 // features are numbered as they come
	keys    []uint64
	cells   [][]cellOf
	step    int32
}

// A cellOf is what a feature says of a class.
type cellOf struct {
	total  int64 // sum of the weight over the examples up to since
	weight int32
	since  int32
	class  uint8
}

// NewMargin learns to tell classes apart, at most 255.
func NewMargin(classes int) *Margin { return &Margin{classes: classes, ids: map[uint64]uint32{}} }

// Number is the number of a feature, by which it is known from here on.
func (m *Margin) Number(feature uint64) uint32 {
	id, known := m.ids[feature]
	if !known {
		id = uint32(len(m.keys))
		m.ids[feature] = id
		m.keys = append(m.keys, feature)
		m.cells = append(m.cells, nil)
	}
	return id
}

func (m *Margin) average(c cellOf) float64 {
	return (float64(c.total) + float64(m.step-c.since)*float64(c.weight)) / float64(max(1, m.step))
}

// Add adds the weights of features, as they are now, to scores, which has a
// place a class.
func (m *Margin) Add(scores []int32, features []uint32) {
	for _, f := range features {
		cells := m.cells[f]
		for i := range cells {
			scores[cells[i].class] += cells[i].weight
		}
	}
}

// Step counts an example: the weights as they are enter the average once more.
func (m *Margin) Step() { m.step++ }

// Restart lets the weights begin at nothing again, to be learned from examples
// in another order; the average is over all that was learned.
func (m *Margin) Restart() {
	for _, cells := range m.cells {
		for i := range cells {
			c := &cells[i]
			c.total += int64(m.step-c.since) * int64(c.weight)
			c.since, c.weight = m.step, 0
		}
	}
}

// Update adds by to the weight of class for every one of features.
func (m *Margin) Update(class int, features []uint32, by int32) {
	for _, f := range features {
		c := m.cell(f, uint8(class))
		c.total += int64(m.step-c.since) * int64(c.weight)
		c.since = m.step
		c.weight += by
	}
}

func (m *Margin) cell(feature uint32, class uint8) *cellOf {
	cells := m.cells[feature]
	for i := range cells {
		if cells[i].class == class {
			return &cells[i]
		}
	}
	m.cells[feature] = append(cells, cellOf{class: class, since: m.step})
	return &m.cells[feature][len(cells)]
}

// Sparse is the averaged weights as whole numbers, unit being the weight that
// becomes 1; what rounds to nothing is left out.
func (m *Margin) Sparse(unit float64) *Sparse {
	var rows []sparseRow
	var class []uint8
	var weight []int8
	for f, cells := range m.cells {
		slices.SortFunc(cells, func(a, b cellOf) int { return cmp.Compare(a.class, b.class) })
		begin := len(class)
		for _, c := range cells {
			if w := small(m.average(c) / unit); w != 0 {
				class, weight = append(class, c.class), append(weight, w)
			}
		}
		if end := len(class); end > begin {
			rows = append(rows, sparseRow{sparsePrint(m.keys[f]), begin, end})
		}
	}
	return newSparse(rows, class, weight)
}
