package score

import (
	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// Names holds the people, organizations and places that find gives for the
// raw text of the CoNLL file at path against those marked there, as
// eval/names.py does: only mentions by name count, and one is right when its
// span and kind are. The counts are by kind, and by "" of all three.
func Names(path string, find func(*text.Text) []fact.Entity) (map[fact.Kind]Count, error) {
	documents, err := ReadNames(path)
	if err != nil {
		return nil, err
	}
	counts := map[fact.Kind]Count{}
	for _, d := range documents {
		gold, found := map[fact.Kind][]text.Span{}, map[fact.Kind][]text.Span{}
		for _, n := range d.Names {
			gold[n.Kind()] = append(gold[n.Kind()], n.Span)
		}
		for _, e := range find(text.Of(d.Text)) {
			for _, m := range e.Mentions {
				if m.How == fact.ByName {
					found[e.Kind] = append(found[e.Kind], m.Span)
				}
			}
		}
		for _, kind := range [...]fact.Kind{fact.Person, fact.Organization, fact.Place} {
			c := Match(gold[kind], found[kind])
			counts[kind], counts[""] = counts[kind].Add(c), counts[""].Add(c)
		}
	}
	return counts, nil
}
