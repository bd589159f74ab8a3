package export

import (
	"iter"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

const (
	// maxAligned is how many rows a table may have whose columns stand below each other.
	maxAligned = 1000
	// looseWidth is how wide such a table may be where lines have no width, in columns.
	looseWidth = 100
	cellEnd    = " | "
)

// table writes rows whose cells are parted by bars. The columns stand below each other where they have room.
func (s *setter) table(t *east.Table, first, rest string) {
	columns := s.columns(t, displaywidth.String(rest))
	for row := range rowsOf(t) {
		var cells []string
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, s.inline(c))
		}
		if columns == nil {
			s.out = append(s.out, wrap(strings.Join(cells, cellEnd), s.width, first, rest+"  "))
		} else {
			s.out = append(s.out, first+strings.TrimRight(aligned(cells, columns, t.Alignments), " "))
		}
		first = rest
	}
}

// columns returns how wide the columns of a table are, or nil when there is no room for them below each other.
func (s *setter) columns(t *east.Table, indent int) []int {
	columns := make([]int, len(t.Alignments))
	n, room := 0, s.width
	if room == 0 {
		room = looseWidth
	}
	for row := range rowsOf(t) {
		if n++; n > maxAligned {
			return nil
		}
		at, total := 0, indent-len(cellEnd)
		for c := row.FirstChild(); c != nil && at < len(columns); c = c.NextSibling() {
			text := s.inline(c)
			if strings.Contains(text, "\n") {
				return nil
			}
			columns[at] = max(columns[at], displaywidth.String(text))
			at++
		}
		for _, w := range columns {
			total += w + len(cellEnd)
		}
		if total > room {
			return nil
		}
	}
	return columns
}

// rowsOf yields the rows of a table, its head first.
func rowsOf(t *east.Table) iter.Seq[ast.Node] {
	return func(yield func(ast.Node) bool) {
		for row := t.FirstChild(); row != nil && yield(row); row = row.NextSibling() {
		}
	}
}

// aligned is a row whose cells are as wide as their columns.
func aligned(cells []string, columns []int, how []east.Alignment) string {
	var b strings.Builder
	for i, cell := range cells[:min(len(cells), len(columns))] {
		if i > 0 {
			b.WriteString(cellEnd)
		}
		blank := columns[i] - displaywidth.String(cell)
		before := map[east.Alignment]int{east.AlignRight: blank, east.AlignCenter: blank / 2}[how[i]]
		b.WriteString(strings.Repeat(" ", before) + cell + strings.Repeat(" ", blank-before))
	}
	return b.String()
}
