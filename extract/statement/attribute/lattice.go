package attribute

// unlikely is less than any score of a path.
const unlikely = int32(-1 << 29)

// A lattice is the scores of the labels of a sequence, and the room in which
// the best path through them is found.
type lattice struct {
	labels int
	before [][]int // per label, those it may follow
	step   []int32 // weight of a label after a label: before*labels + next
	scores []int32 // by place and label
	best   []int32 // of the paths that end in each label
	rest   []int32 // of the paths that go on after it
	from   []uint8
	path   []label
}

func newLattice(labels int, follows func(before, next int) bool, step []int32) *lattice {
	l := &lattice{labels: labels, step: step, before: make([][]int, labels)}
	for next := range labels {
		for before := range labels {
			if follows(before, next) {
				l.before[next] = append(l.before[next], before)
			}
		}
	}
	return l
}

// start makes room for n places without scores.
func (l *lattice) start(n int) {
	size := n * l.labels
	if cap(l.scores) < size {
		l.scores, l.best, l.rest, l.from = make([]int32, size), make([]int32, size), make([]int32, size), make([]uint8, size)
		l.path = make([]label, n)
	}
	l.scores, l.best, l.rest, l.from, l.path = l.scores[:size], l.best[:size], l.rest[:size], l.from[:size], l.path[:n]
	clear(l.scores)
}

// row is the part of a table that belongs to place i.
func (l *lattice) row(table []int32, i int) []int32 {
	return table[i*l.labels : (i+1)*l.labels]
}

// opens reports whether a sequence may begin with y.
func (l *lattice) opens(y int) bool {
	for _, b := range l.before[y] {
		if b == 0 {
			return true
		}
	}
	return false
}

// forward fills best and from (Viterbi 1967).
func (l *lattice) forward() {
	n := len(l.path)
	for y := range l.labels {
		l.best[y] = unlikely
		if l.opens(y) {
			l.best[y] = l.scores[y]
		}
	}
	for i := 1; i < n; i++ {
		past, now, scores := l.row(l.best, i-1), l.row(l.best, i), l.row(l.scores, i)
		from := l.from[i*l.labels : (i+1)*l.labels]
		for y := range now {
			top, at := unlikely, 0
			for _, k := range l.before[y] {
				if v := past[k] + l.step[k*l.labels+y]; v > top {
					top, at = v, k
				}
			}
			now[y], from[y] = max(unlikely, top+scores[y]), uint8(at)
		}
	}
}

// decode is the best labels; the path is good until the next start.
func (l *lattice) decode() []label {
	l.forward()
	n := len(l.path)
	if n == 0 {
		return nil
	}
	end, final := 0, l.row(l.best, n-1)
	for _, y := range l.before[0] {
		if final[y] > final[end] {
			end = y
		}
	}
	for i := n - 1; i >= 0; i-- {
		l.path[i] = label(end)
		end = int(l.from[i*l.labels+end])
	}
	return l.path
}

// backward fills rest: the best score of what comes after a place whose label
// is given.
func (l *lattice) backward() {
	n := len(l.path)
	final := l.row(l.rest, n-1)
	for y := range final {
		final[y] = unlikely
	}
	for _, y := range l.before[0] {
		final[y] = 0
	}
	for i := n - 2; i >= 0; i-- {
		now, next, scores := l.row(l.rest, i), l.row(l.rest, i+1), l.row(l.scores, i+1)
		for k := range now {
			now[k] = unlikely
		}
		for y := range next {
			v := next[y] + scores[y]
			for _, k := range l.before[y] {
				now[k] = max(now[k], v+l.step[k*l.labels+y])
			}
		}
	}
}

// decodeThrough is the best labels of those that have one of ys somewhere,
// after decode; the path is good until the next start.
func (l *lattice) decodeThrough(ys ...label) []label {
	l.backward()
	top, at, through := unlikely, 0, 0
	for i := range l.path {
		best, rest := l.row(l.best, i), l.row(l.rest, i)
		for _, y := range ys {
			if v := best[y] + rest[y]; v > top {
				top, at, through = v, i, int(y)
			}
		}
	}
	for i, y := at, through; i >= 0; i-- {
		l.path[i] = label(y)
		y = int(l.from[i*l.labels+y])
	}
	for i, y := at+1, through; i < len(l.path); i++ {
		y = l.after(i, y)
		l.path[i] = label(y)
	}
	return l.path
}

// after is the best label of place i behind label y.
func (l *lattice) after(i, y int) int {
	rest, scores := l.row(l.rest, i), l.row(l.scores, i)
	top, next := unlikely, 0
	for k := range l.labels {
		for _, b := range l.before[k] {
			if v := rest[k] + scores[k] + l.step[y*l.labels+k]; b == y && v > top {
				top, next = v, k
			}
		}
	}
	return next
}

// margin is by how much the best path with label y at place i scores over the
// best one without, after decode and backward.
func (l *lattice) margin(i, y int) int32 {
	best, rest := l.row(l.best, i), l.row(l.rest, i)
	with, without := unlikely, unlikely
	for k := range best {
		if v := best[k] + rest[k]; k == y {
			with = v
		} else {
			without = max(without, v)
		}
	}
	return with - without
}

// gain is by how much the path scores over the one of label 0 alone, after
// decode or decodeThrough.
func (l *lattice) gain() int32 {
	sum := int32(0)
	for i, y := range l.path {
		sum += l.scores[i*l.labels+int(y)] - l.scores[i*l.labels]
		if i > 0 {
			sum += l.step[int(l.path[i-1])*l.labels+int(y)] - l.step[0]
		}
	}
	return sum
}
