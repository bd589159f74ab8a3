package diff

import (
	"slices"
	"strings"

	"lede/model/query"
)

// changes are the changes of one place, in the order of the new text; what was removed stands where it was.
func (e edit) changes(a, b []unit) []Change {
	partner := e.pairs(a, b)
	var out []Change
	i := 0
	removed := func(until int) {
		for ; i < until; i++ {
			if _, paired := partner.old[i]; !paired {
				out = append(out, taken(a[e.old[i]], b, e))
			}
		}
	}
	for j, n := range e.new {
		p, paired := partner.new[j]
		if !paired {
			out = append(out, put(b[n]))
			continue
		}
		removed(p)
		out = append(out, reworded(a[e.old[p]], b[n]))
		i = max(i, p+1)
	}
	removed(len(e.old))
	return out
}

func put(u unit) Change {
	return Change{
		Kind: Added, Part: u.part, Note: noteOf(u.text), Section: u.section, New: u.text,
		Block: u.block, At: u.at,
	}
}

func reworded(was, is unit) Change {
	c := put(is)
	c.Kind, c.Old = Reworded, was.text
	if c.Note == NoNote {
		c.Note = noteOf(was.text)
	}
	c.OldMarks, c.NewMarks = marks(was.text, is.text)
	return c
}

// taken is the change of a unit that is gone. It belongs before the first unit of the new text that stands there now.
func taken(u unit, b []unit, e edit) Change {
	c := Change{
		Kind: Removed, Part: u.part, Note: noteOf(u.text), Section: u.section, Old: u.text,
		Block: u.block, At: -1,
	}
	if len(e.new) > 0 {
		c.Block = b[e.new[0]].block
	} else if e.before < len(b) {
		c.Block = b[e.before].block
	}
	return c
}

// partners are which of the old units of a place has become which of the new ones, both ways.
type partners struct{ old, new map[int]int }

// alike is how much of their words two sentences must share to be one that was reworded.
const alike = .5

// mostPairs bounds how many pairs of one place are compared.
const mostPairs = 1 << 14

// pairs finds the old units that have been reworded: the best matches that keep the order. In a place that is too
// large, only those at the same distance from its beginning are compared.
func (e edit) pairs(a, b []unit) partners {
	p := partners{make(map[int]int), make(map[int]int)}
	rows, columns := len(e.old), len(e.new)
	if rows == 0 || columns == 0 {
		return p
	}
	was, is := e.bags(a, b)
	if rows*columns > mostPairs {
		for i := range min(rows, columns) {
			if was[i].like(is[i]) >= alike {
				p.old[i], p.new[i] = i, i
			}
		}
		return p
	}
	score, like := make([][]float64, rows+1), make([][]float64, rows)
	for i := range score {
		score[i] = make([]float64, columns+1)
	}
	for i := rows - 1; i >= 0; i-- {
		like[i] = make([]float64, columns)
		for j := columns - 1; j >= 0; j-- {
			score[i][j] = max(score[i+1][j], score[i][j+1])
			if like[i][j] = was[i].like(is[j]); like[i][j] >= alike {
				score[i][j] = max(score[i][j], score[i+1][j+1]+like[i][j])
			}
		}
	}
	for i, j := 0, 0; i < rows && j < columns; {
		switch {
		case like[i][j] >= alike && score[i][j] == score[i+1][j+1]+like[i][j]:
			p.old[i], p.new[j] = j, i
			i, j = i+1, j+1
		case score[i][j] == score[i+1][j]:
			i++
		default:
			j++
		}
	}
	return p
}

// bag is the words of a unit in alphabetical order.
type bag struct {
	part  Part
	words []string
}

func bagOf(u unit) bag {
	b := bag{u.part, query.Tokens(u.text)}
	slices.Sort(b.words)
	return b
}

// bags are the words of the units of a place.
func (e edit) bags(a, b []unit) (was, is []bag) {
	for _, i := range e.old {
		was = append(was, bagOf(a[i]))
	}
	for _, j := range e.new {
		is = append(is, bagOf(b[j]))
	}
	return was, is
}

// likeness is how much of their words two texts share, from 0 to 1.
func likeness(a, b string) float64 { return bagOf(unit{text: a}).like(bagOf(unit{text: b})) }

// like is how much of their words two units share, from 0 to 1; units of different parts, and of very different
// lengths, are not alike at all.
func (b bag) like(o bag) float64 {
	x, y := b.words, o.words
	if b.part != o.part || len(x) == 0 || len(y) == 0 || 3*len(x) < len(y) || 3*len(y) < len(x) {
		return 0
	}
	common := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch c := strings.Compare(x[i], y[j]); {
		case c == 0:
			common, i, j = common+1, i+1, j+1
		case c < 0:
			i++
		default:
			j++
		}
	}
	return 2 * float64(common) / float64(len(x)+len(y))
}

// marks finds the words that were taken out of a sentence, and those that were put in, as bytes from and up to.
func marks(was, is string) (old, new [][2]int) {
	x, y := slices.Collect(query.EachToken(was)), slices.Collect(query.EachToken(is))
	for _, e := range gaps(wordsOf(x, was), wordsOf(y, is)) {
		old = append(old, spans(x, e.old)...)
		new = append(new, spans(y, e.new)...)
	}
	return old, new
}

// wordsOf are words with the sign of a figure that stands before them.
func wordsOf(tokens []query.Token, text string) []string {
	out := make([]string, len(tokens))
	last := 0
	for i, t := range tokens {
		out[i] = t.Word
		if i > 0 {
			if s := between(text[last:t.From]); s != " " {
				out[i] = s + t.Word
			}
		}
		last = t.To
	}
	return out
}

// spans are the bytes of words that stand side by side.
func spans(tokens []query.Token, at []int) (out [][2]int) {
	for k, i := range at {
		if k > 0 && at[k-1] == i-1 {
			out[len(out)-1][1] = tokens[i].To
			continue
		}
		out = append(out, [2]int{tokens[i].From, tokens[i].To})
	}
	return out
}

// timeless are the words of a text without figures and the names of days and months.
func timeless(text string) []string {
	return slices.DeleteFunc(query.Tokens(text), func(w string) bool {
		return strings.ContainsAny(w, "0123456789") || isTimeWord(w)
	})
}
