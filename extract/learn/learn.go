// Package learn has what the models of the language engine share: hashed
// features, the ways to learn from them, and the file a model is kept in. It
// knows nothing of language. Scoring is in whole numbers, so that a model
// gives the same answer on every machine; training is the same for the same
// examples, in the same order.
package learn

// Hash is the 64-bit hash of s by which features are told apart (FNV-1a).
func Hash[T string | []byte](s T) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// Mix makes one hash of two, in that order: a template and its value, or two
// values that stand together (the finalizer of MurmurHash3 on their sum).
func Mix(a, b uint64) uint64 {
	h := a*0x9E3779B97F4A7C15 + b
	h = (h ^ h>>33) * 0xFF51AFD7ED558CCD
	h = (h ^ h>>33) * 0xC4CEB9FE1A85EC53
	return h ^ h>>33
}

// Progress is told how far a long training has come: done of total, both in
// whatever stage counts. It may be nil.
type Progress func(stage string, done, total int)

// Report tells p, if anyone listens.
func (p Progress) Report(stage string, done, total int) {
	if p != nil {
		p(stage, done, total)
	}
}
