package score

import (
	"fmt"
	"os"
	"strings"

	"onrecord/extract/text"
)

// ReadLessons reads texts whose attributions are marked in them: [s: …] is a
// source, [q: …] its cue, [c: …] its content. Where there are several, digits
// tell which of them a part belongs to, all that it serves: [s12: Marek] [q1:
// says] … Parts do not nest. Blocks between empty lines are texts, lines in
// them paragraphs; lines that begin with # are for people.
func ReadLessons(path string) ([]Attributed, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var all []Attributed
	var block []string
	for n, line := range strings.Split(string(raw)+"\n", "\n") {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "#"):
		case line != "":
			block = append(block, line)
		case len(block) > 0:
			a, err := lessonOf(strings.Join(block, "\n\n"))
			if err != nil {
				return nil, fmt.Errorf("%s: the text that ends before line %d: %w", path, n+1, err)
			}
			all, block = append(all, a), nil
		}
	}
	return all, nil
}

// lessonOf reads one marked text.
func lessonOf(marked string) (Attributed, error) {
	var plain strings.Builder
	parts := [10]Attribution{}
	for rest := marked; rest != ""; {
		before, after, found := strings.Cut(rest, "[")
		plain.WriteString(before)
		if !found {
			break
		}
		inside, next, closed := strings.Cut(after, "]")
		mark, words, colon := strings.Cut(inside, ": ")
		if !closed || !colon || mark == "" {
			return Attributed{}, fmt.Errorf("%q is no part", "["+inside)
		}
		span := text.Span{Start: plain.Len(), End: plain.Len() + len(words)}
		plain.WriteString(words)
		digits, err := digitsOf(mark[1:])
		if err != nil || strings.Contains(words, "[") {
			return Attributed{}, fmt.Errorf("%q is no part", "["+inside+"]")
		}
		for _, digit := range digits {
			if err := parts[digit].add(mark[0], span); err != nil {
				return Attributed{}, err
			}
		}
		rest = next
	}
	a := Attributed{Text: plain.String()}
	for _, p := range parts {
		switch {
		case len(p.Cue) > 0 && len(p.Content) > 0:
			a.Attributions = append(a.Attributions, p)
		case len(p.Cue)+len(p.Content)+len(p.Source) > 0:
			return Attributed{}, fmt.Errorf("an attribution in %q lacks its cue or its content", a.Text)
		}
	}
	return a, nil
}

// digitsOf is the digits in mark; 1 for none.
func digitsOf(mark string) (digits []int, err error) {
	if mark == "" {
		return []int{1}, nil
	}
	for _, r := range mark {
		if r < '0' || r > '9' {
			return nil, fmt.Errorf("%q is no digit", r)
		}
		digits = append(digits, int(r-'0'))
	}
	return digits, nil
}

// add makes span part of a.
func (a *Attribution) add(role byte, span text.Span) error {
	switch role {
	case 's':
		a.Source = append(a.Source, span)
	case 'q':
		a.Cue = append(a.Cue, span)
	case 'c':
		a.Content = append(a.Content, span)
	default:
		return fmt.Errorf("no part is called %q", role)
	}
	return nil
}
