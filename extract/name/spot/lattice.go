package spot

// Weights of labels: one score for each.
type weights [labels]int32

// unlikely is less than any score of a path.
const unlikely = int32(-1 << 29)

// A lattice finds the best labels for a stretch of words that may be part of
// names. What lies before and after the stretch is outside all names.
type lattice struct {
	steps *[labels]weights // of a label, after another
	best  []weights        // of the paths that end in each label of a word
	rest  []weights        // of the paths that go on from it, itself left out
	from  [][labels]label
}

// decode fills path with the best labels by the scores of the words (Viterbi
// 1967); begins and ends say that the stretch lies at that end of a sentence.
func (l *lattice) decode(path []label, scores []weights, begins, ends bool) {
	n := len(scores)
	l.best, l.from = grow(l.best, n), grow(l.from, n)
	for y := range label(labels) {
		l.best[0][y] = unlikely
		if y.opens() {
			l.best[0][y] = scores[0][y] + l.edge(outside, y, begins)
		}
	}
	for i := 1; i < n; i++ {
		for y := range label(labels) {
			top, from := 2*unlikely, outside
			for _, k := range before[y] {
				if v := l.best[i-1][k] + l.steps[k][y]; v > top {
					top, from = v, k
				}
			}
			l.best[i][y], l.from[i][y] = max(unlikely, top+scores[i][y]), from
		}
	}
	end := outside
	for y := range label(labels) {
		if y.closes() && l.best[n-1][y]+l.edge(y, outside, ends) > l.best[n-1][end]+l.edge(end, outside, ends) {
			end = y
		}
	}
	for i := n - 1; i >= 0; i-- {
		path[i] = end
		end = l.from[i][end]
	}
}

// edge is the weight of y after x, or nothing where a sentence begins or ends.
func (l *lattice) edge(x, y label, free bool) int32 {
	if free {
		return 0
	}
	return l.steps[x][y]
}

// margins fills sure, after decode of the same scores, with how much better the
// path is than the best that differs from it at each word.
func (l *lattice) margins(sure []int32, path []label, scores []weights, ends bool) {
	n := len(scores)
	l.rest = grow(l.rest, n)
	for y := range label(labels) {
		l.rest[n-1][y] = unlikely
		if y.closes() {
			l.rest[n-1][y] = l.edge(y, outside, ends)
		}
	}
	for i := n - 2; i >= 0; i-- {
		for y := range label(labels) {
			top := 2 * unlikely
			for _, k := range after[y] {
				top = max(top, l.steps[y][k]+scores[i+1][k]+l.rest[i+1][k])
			}
			l.rest[i][y] = max(unlikely, top)
		}
	}
	for i, right := range path {
		other := 2 * unlikely
		for y := range label(labels) {
			if y != right {
				other = max(other, l.best[i][y]+l.rest[i][y])
			}
		}
		sure[i] = l.best[i][right] + l.rest[i][right] - other
	}
}

// grow is list with room for n, whatever is in it.
func grow[T any](list []T, n int) []T {
	if cap(list) < n {
		return make([]T, n, 2*n)
	}
	return list[:n]
}
