package parse

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// amongKept is how many kept passages of an element make what stands among them the article's too.
const amongKept = 3

// fill keeps what stands among kept passages, in the same element or in a table, and is not known to be beside the article: what an
// author has set between two paragraphs belongs to the text, however little it looks like it.
func fill(all []*verdict) {
	const some = 30
	first, last := len(all), -1
	boxes := map[*html.Node]int{}
	for i, f := range all {
		if f.kept && f.size > some {
			first, last = min(first, i), i
			boxes[f.node.Parent]++
		}
	}
	for i := first + 1; i < last; i++ {
		f := all[i]
		cell := f.tag == atom.Td || f.tag == atom.Th
		wrapped := f.sentence() && f.node.Parent != nil && boxes[f.node.Parent.Parent] >= amongKept // in a box of its own
		if (cell || wrapped || boxes[f.node.Parent] >= amongKept) && !f.beside() {
			f.kept = true
		}
	}
}

// fillShort keeps the sentences of the elements that hold much of them where little or nothing is kept: what passages have in common says
// too little on a page of a few lines, and such a page is read for what it has. Of a page of a line or two everything stays.
func fillShort(all []*verdict) {
	const short, tiny, few, much = 800, 300, 60, .4
	kept, sentences, words := 0, 0, 0
	boxes := map[*html.Node]int{}
	for _, f := range all {
		if f.kept {
			kept += f.size
		}
		if !f.beside() {
			words += f.size
		}
		if f.sentence() {
			sentences += f.size
			boxes[f.node.Parent] += f.size
		}
	}
	if kept >= short {
		return
	}
	for _, f := range all {
		if f.sentence() && ratio(boxes[f.node.Parent], sentences) >= much || words <= tiny && kept < few && !f.beside() {
			f.kept = true
		}
	}
}

// sentence reports whether a passage is at least a sentence, and not known to be beside the article.
func (f *facts) sentence() bool {
	const some = 20
	return f.size >= some && sentenceEnd(f.text) && !f.heading() && !f.beside()
}

// beside reports whether a passage is known not to be text: by what it stands in, by its names, or since it leads elsewhere or says who
// wrote it and when.
func (f *facts) beside() bool {
	const linked = .3
	return f.in&besidePlaces != 0 || (f.far|f.own)&besideNames != 0 || f.link() > linked || f.byline || f.dateline || f.titled
}
