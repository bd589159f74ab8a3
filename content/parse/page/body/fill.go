package body

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
)

const (
	// amongKept is how many kept passages in an element make everything among them the article's too, and minKept the
	// size from which one counts.
	amongKept, minKept = 3, 31

	minSentence = 20 // the size of a passage that may be a sentence

	shortKept     = 800 // a page of which less is kept is a short one
	shortPage     = 300 // the text of a page of a line or two
	nothingKept   = 60  // as good as nothing
	sentenceShare = .4  // of the sentences of a page: an element that holds so many holds the article
)

// fill keeps what is among kept passages, in the same element, in a table or as code, and is not known to be something
// else: what an author puts between two paragraphs belongs to the text, however little it looks like it.
func fill(all []*verdict) {
	first, last := len(all), -1
	boxes := map[*html.Node]int{}
	for i, f := range all {
		if f.kept && f.size >= minKept {
			first, last = min(first, i), i
			boxes[f.node.Parent]++
		}
	}
	for i := first + 1; i < last; i++ {
		f := all[i]
		formed := f.tag == atom.Td || f.tag == atom.Th || f.tag == atom.Pre
		inOwnBox := f.sentence() && f.node.Parent != nil && boxes[f.node.Parent.Parent] >= amongKept
		if (formed || inOwnBox || boxes[f.node.Parent] >= amongKept) && !f.beside() {
			f.kept = true
		}
	}
}

// fillShort keeps the sentences in the elements that hold many of them where little or nothing is kept: on a page of
// a few lines, what passages have in common says too little. On a page of a line or two everything stays.
func fillShort(all []*verdict) {
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
	if kept >= shortKept {
		return
	}
	for _, f := range all {
		together := f.sentence() && ratio(boxes[f.node.Parent], sentences) >= sentenceShare
		if together || words <= shortPage && kept < nothingKept && !f.beside() {
			f.kept = true
		}
	}
}

// sentence reports whether a passage is at least a sentence, and not known to be something else.
func (f *passageFacts) sentence() bool {
	return f.size >= minSentence && f.endsSentence() && !f.heading() && !f.beside()
}

// beside reports whether a passage is known not to be text: because of what it is in or its names, because it links
// elsewhere, or because it is the byline or the date.
func (f *passageFacts) beside() bool {
	return f.in&besidePlaces != 0 || (f.far|f.own)&besideNames != 0 || f.link() > someLinked ||
		f.byline || f.dateline || f.titled
}

func (q *passage) endsSentence() bool { return lang.EndsSentence(q.text) }
