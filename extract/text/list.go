package text

// listItem begins a sentence with each number of a list, or with the bullet
// before it, and none behind.
func listItem(v *view, i int) verdict {
	if v.items == nil {
		return unsure
	}
	if first, item := v.items[i]; item {
		if first {
			return begins
		}
		return goesOn
	}
	if at := v.marker(i - 1); at >= 0 {
		if _, item := v.items[at]; item {
			return goesOn
		}
	}
	return unsure
}

// marker is where the number of a list item begins that ends with token i:
// "1.", "1)", "1.)", "a."; -1 when there is none. A number in brackets, as in
// "(1)", counts things inside a sentence.
func (v *view) marker(i int) int {
	at := i
	for at > v.first && at > i-2 && (v.at(at).shape == fullStop || v.text.Word(at) == ")") && !v.at(at).spaceBefore {
		at--
	}
	if v.order(at) < 0 || at == i && v.at(i).shape == figure || at > v.first && v.text.Word(at-1) == "(" {
		return -1
	}
	return at
}

// order is the place in a list that token i names: 1 for "1" and "a."; -1 when
// it names none.
func (v *view) order(i int) int {
	w := v.text.Word(i)
	switch {
	case v.at(i).shape == figure && len(w) <= 2:
		n := 0
		for _, b := range []byte(w) {
			if !isDigitByte(b) {
				return -1
			}
			n = 10*n + int(b-'0')
		}
		return n
	case (len(w) == 2 && w[1] == '.' || len(w) == 1 && v.next(i) == ")") && 'a' <= w[0] && w[0] <= 'z':
		return int(w[0]-'a') + 1
	}
	return -1
}

// next is the token after i, "" after the last of the paragraph.
func (v *view) next(i int) string {
	if i+1 >= v.last {
		return ""
	}
	return v.text.Word(i + 1)
}

// findItems fills v.items: where the items of a list in the paragraph begin,
// numbers that count up one by one, a capital after each. A bullet before the
// number belongs to it.
func (v *view) findItems() {
	v.items = nil
	last, lastOrder := -1, -1
	for i := v.first; i+1 < v.last; i++ {
		at := v.marker(i)
		if at < 0 || !v.capital(v.head(i+1)) || !v.at(i).spaceAfter {
			continue
		}
		order := v.order(at)
		if last >= 0 && order == lastOrder+1 {
			if v.items == nil {
				v.items = map[int]bool{}
			}
			for _, number := range []int{last, at} {
				v.items[number] = false
				v.items[v.bullet(number)] = true
			}
		}
		if last >= 0 && order == lastOrder+1 || v.opensList(at) {
			last, lastOrder = at, order
		}
	}
}

// opensList reports whether the item numbered at token i can be the first of
// its list: the paragraph begins with it, or it follows the end of a sentence or
// of what announces the list. "No. 1." opens none.
func (v *view) opensList(i int) bool {
	switch v.at(v.bullet(i) - 1).shape {
	case noToken, fullStop, question, colon, semicolon, closing, straight, dash:
		return true
	}
	return false
}

// bullet is where the mark before token i begins that belongs to it, or i.
func (v *view) bullet(i int) int {
	if i > v.first && v.at(i-1).shape == otherMark {
		return i - 1
	}
	return i
}
