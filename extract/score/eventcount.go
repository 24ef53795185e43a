package score

import (
	"slices"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// A told is a gold trigger and the found event whose mention lies on it.
type told struct {
	gold  *EventTrigger
	event *fact.Event
}

// Count holds found, with its entities, against d.
func (d *EventDocument) Count(entities []fact.Entity, found []fact.Event) EventCounts {
	var c EventCounts
	hits := d.hits(&c, found)
	c.Trigger.Gold = len(d.Triggers)
	if d.Sentence {
		c.Trigger.Gold = min(1, len(d.Triggers))
		c.Trigger.Found -= max(0, c.Trigger.Right-1)
		c.Trigger.Right = min(1, c.Trigger.Right)
		hits = hits[:min(1, len(hits))]
	}
	for _, h := range hits {
		h.count(&c, entities)
	}
	c.Pairs = oneEvent(hits)
	return c
}

// hits is the gold triggers that a mention of found lies on; c counts them and
// the mentions.
func (d *EventDocument) hits(c *EventCounts, found []fact.Event) []told {
	var hits []told
	met := map[int]bool{}
	for i := range found {
		for _, m := range found[i].Mentions {
			if m.End > d.End {
				continue
			}
			c.Trigger.Found++
			k := slices.IndexFunc(d.Triggers, func(t EventTrigger) bool { return t.Overlaps(m) })
			if k < 0 {
				continue
			}
			c.Trigger.Right++
			if !met[k] {
				met[k] = true
				hits = append(hits, told{&d.Triggers[k], &found[i]})
			}
		}
	}
	return hits
}

// count adds what the event of h has right.
func (h told) count(c *EventCounts, entities []fact.Entity) {
	kind := Count{Gold: 1, Found: 1}
	if slices.Contains(h.gold.Kinds, h.event.Kind) {
		kind.Right = 1
	}
	c.Kind = c.Kind.Add(kind)
	who := h.event.Who
	if h.gold.Event == "" && h.event.Where != 0 {
		who = append(slices.Clone(who), h.event.Where) // PLOVER codes the place attacked as one who takes part
	}
	c.Who = c.Who.Add(named(h.gold.Who, who, entities))
	if h.gold.Event == "" {
		return
	}
	if h.event.Where != 0 || len(h.gold.Where) > 0 {
		where := named(h.gold.Where, []int{h.event.Where}, entities)
		where.Found = min(1, h.event.Where)
		where.Gold = min(1, where.Gold) // a town and its country are one place
		where.Right = min(1, where.Right)
		c.Where = c.Where.Add(where)
	}
	c.When = c.When.Add(day(h.gold.When, h.event.When))
}

// named counts the entities that lie on the names of gold.
func named(gold [][]text.Span, ids []int, entities []fact.Entity) Count {
	c := Count{Gold: len(gold), Found: len(ids)}
	met := map[int]bool{}
	for _, id := range ids {
		k := slices.IndexFunc(gold, func(names []text.Span) bool { return lies(names, id, entities) })
		if k >= 0 && !met[k] {
			met[k] = true
			c.Right++
		}
	}
	return c
}

// lies reports whether the entity with an ID has a mention on one of names.
func lies(names []text.Span, id int, entities []fact.Entity) bool {
	for i := range entities {
		if entities[i].ID != id {
			continue
		}
		for _, m := range entities[i].Mentions {
			if slices.ContainsFunc(names, m.Span.Overlaps) {
				return true
			}
		}
	}
	return false
}

// day counts a TIMEX3 value that is one of gold, or as much of it as is given.
func day(gold []string, found string) Count {
	c := Count{Gold: min(1, len(gold)), Found: min(1, len(found))}
	for _, g := range gold {
		if n := min(len(g), len(found)); found != "" && g[:n] == found[:n] {
			c.Right = 1
		}
	}
	return c
}

// oneEvent counts the pairs of hits that gold, and that what is found, takes for
// one event.
func oneEvent(hits []told) Count {
	var c Count
	for i, a := range hits {
		for _, b := range hits[:i] {
			same, one := a.gold.Event != "" && a.gold.Event == b.gold.Event, a.event == b.event
			if same {
				c.Gold++
			}
			if one {
				c.Found++
			}
			if same && one {
				c.Right++
			}
		}
	}
	return c
}
