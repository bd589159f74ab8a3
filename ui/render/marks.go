package render

import (
	"bytes"
	"strings"
)

// Marks stand round the words that Glamour is handed, so that they are found in what it has drawn. They are
// noncharacters, which no text of an article holds (RULES T2).
const (
	wordsBegin = "\uFDD0"
	wordsEnd   = "\uFDD1"
)

// reading takes apart what Glamour has drawn of leaves: their words, and what the style sheet puts round them.
type reading struct {
	press  *press
	where  place
	leaves []leaf

	runs   []run
	seen   int // how many leaves have begun
	inside bool
}

// read returns what Glamour has drawn of leaves. It reports false when they are not all there: a style sheet can have
// another text in their place.
func (p *press) read(drawn []byte, where place, leaves []leaf) ([]run, bool) {
	r := reading{press: p, where: where, leaves: leaves}
	for _, d := range readRuns(drawn) {
		if !r.take(d) {
			return nil, false
		}
	}
	return r.runs, r.seen == len(leaves) && !r.inside
}

// take takes a run of what was drawn. It reports false at a leaf that there is not.
func (r *reading) take(d run) bool {
	for d.text != "" {
		mark := wordsBegin
		if r.inside {
			mark = wordsEnd
		}
		part, rest, found := strings.Cut(d.text, mark)
		if part != "" {
			r.add(part, d.pen)
		}
		if found && !r.turn() {
			return false
		}
		d.text = rest
	}
	return true
}

// turn goes into the words of the next leaf, or out of those of the last one, with the sign behind it.
func (r *reading) turn() bool {
	if r.inside {
		r.runs = append(r.runs, r.leaves[r.seen-1].after...)
	} else {
		r.seen++
	}
	r.inside = !r.inside
	return r.seen <= len(r.leaves)
}

// add adds words of the last leaf, or what surrounds one.
func (r *reading) add(part, pen string) {
	if !r.inside {
		if part = strings.ReplaceAll(part, "\n", ""); part == "" {
			return
		}
		if r.where.kind != headingText {
			pen = r.press.plain(r.where.as(surround)) + pen // Glamour lays it over what the words are in
		}
		r.runs = append(r.runs, run{text: part, pen: pen, sign: true})
		return
	}
	l := r.leaves[r.seen-1]
	if l.address {
		pen = r.press.plain(r.where.as(writtenURL))
	}
	r.runs = append(r.runs, run{text: part, pen: pen, url: l.url})
}

// readRuns takes styled text apart.
func readRuns(s []byte) []run {
	var runs []run
	now := run{}
	for len(s) > 0 {
		if s[0] == esc {
			n := sequence(string(s[:min(len(s), 64)]))
			now.pen = pen(now.pen, string(s[:n]))
			s = s[n:]
			continue
		}
		end := bytes.IndexByte(s, esc)
		if end < 0 {
			end = len(s)
		}
		now.text = string(s[:end])
		runs = append(runs, now)
		s = s[end:]
	}
	return runs
}
