package tree

// lift makes heads projective: while two arcs cross, the shorter one moves up
// to the head of its head (Nivre and Nilsson 2005, without marking the label).
func lift(head []int) {
	for {
		word := crossing(head)
		if word == 0 {
			return
		}
		head[word] = head[head[word]]
	}
}

// crossing is the word with the shortest arc that is not projective: between
// it and its head lies a word that does not descend from the head. It is 0
// when there is none.
func crossing(head []int) int {
	found, length := 0, len(head)+1
	root := len(head)
	for word := 1; word < len(head); word++ {
		h := head[word]
		if h == root {
			continue
		}
		lo, hi := min(word, h), max(word, h)
		if hi-lo >= length {
			continue
		}
		for between := lo + 1; between < hi; between++ {
			if !descends(head, between, h) {
				found, length = word, hi-lo
				break
			}
		}
	}
	return found
}

func descends(head []int, word, from int) bool {
	for word != from && word < len(head) {
		word = head[word]
	}
	return word == from
}
