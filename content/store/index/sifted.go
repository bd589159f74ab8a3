package index

import (
	"slices"

	"lede/model/query"
)

// sifted is what has been found by reading texts, so that none is read twice for one pattern.
type sifted struct {
	seen, hits Set
}

// patternsKept is how many patterns are remembered with what they were found in.
const patternsKept = 8

// read returns the slots of a term that the file is read for. Whole texts are read of those slots only that may
// matter.
func (q Asked) read(term query.Term, a answer) (Set, error) {
	if a.texts {
		return q.readTexts(term)
	}
	at := Lookup{"sift", siftKey(term)}
	if s, ok := q.remembered(at); ok {
		return s, nil
	}
	rows, err := readRows(q.Ctx, q.Tx, a)
	if err != nil {
		return nil, err
	}
	s := newSet(len(q.N))
	q.eachSlot(rowList(rows), s.add)
	q.remember(at, s)
	return s, nil
}

func (q Asked) readTexts(term query.Term) (Set, error) {
	known := q.textsRead(term)
	todo := q.where(func(i int) bool { return q.flags[i] != 0 })
	if q.among != nil {
		todo.and(q.among)
	}
	var rows []int64
	todo.each(func(i int32) bool {
		if !known.seen.has(i) {
			rows = append(rows, q.N[i])
		}
		return true
	})
	if len(rows) > 0 {
		found, err := rowsWithText(q.Ctx, q.Tx, term, rows)
		if err != nil {
			return nil, err
		}
		q.eachSlot(rowList(found), known.hits.add)
		known.seen.or(todo)
		q.keepTextsRead(term, known)
	}
	return slices.Clone(known.hits), nil
}

// textsRead returns a copy of what is known of a term.
func (q Asked) textsRead(term query.Term) sifted {
	q.memory.Lock()
	defer q.memory.Unlock()
	known := sifted{newSet(len(q.N)), newSet(len(q.N))} // there may be more slots by now
	if old, ok := q.patterns[siftKey(term)]; ok {
		copy(known.seen, old.seen)
		copy(known.hits, old.hits)
	}
	return known
}

func (q Asked) keepTextsRead(term query.Term, known sifted) {
	q.memory.Lock()
	defer q.memory.Unlock()
	if q.patterns == nil || len(q.patterns) >= patternsKept {
		q.patterns = make(map[string]sifted)
	}
	q.patterns[siftKey(term)] = known
}

// all evaluates conditions that must all hold; those that texts are read for come last, and among what the others
// left.
func (q Asked) all(parts query.And) (Set, error) {
	s := q.where(func(int) bool { return true })
	if q.among != nil {
		s.and(q.among)
	}
	for _, slow := range []bool{false, true} {
		for _, p := range parts {
			if readsTexts(p) != slow {
				continue
			}
			if slow {
				q.among = s
			}
			some, err := q.eval(p)
			if err != nil {
				return nil, err
			}
			s.and(some)
		}
	}
	return s, nil
}
