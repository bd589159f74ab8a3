package text

import (
	"strings"

	"lede/content/parse/block"
)

// table takes lines that stand in columns: parted by bars, by tabs, or by runs of spaces.
func (p *shaper) table() int {
	for _, split := range []func(string) []string{barCells, tabCells, spacedCells} {
		if n := p.tableOf(split); n > 0 {
			return n
		}
	}
	return 0
}

// tableOf takes the rows that split cuts into as many cells.
func (p *shaper) tableOf(split func(string) []string) int {
	var rows [][]string
	n, widest := 0, 0
	for p.at+n < p.group {
		raw := p.lines[p.at+n].raw
		if isTableRule(raw) && (n == 0 || len(rows) > 0) {
			n++
			continue
		}
		cells := split(raw)
		if len(cells) < 2 {
			break
		}
		widest = max(widest, len(cells))
		rows = append(rows, cells)
		n++
	}
	if len(rows) < 2 || ragged(p.lines[p.at:p.at+n], rows) || widest == 2 && len(rows) < 3 && n == len(rows) &&
		!strings.HasPrefix(p.lines[p.at].text, "|") {
		return 0
	}
	p.add(tableOfRows(rows[0], rows[:min(len(rows), block.MaxItems)], widest))
	for from := block.MaxItems; from < len(rows); from += block.MaxItems {
		u := tableOfRows(rows[0], rows[from:min(len(rows), from+block.MaxItems)], widest)
		u.Block = block.Prose(u, true)
		p.add(u)
	}
	return n
}

// ragged reports whether rows that only white space divides have different numbers of cells, or cells as long as
// sentences.
func ragged(lines []line, rows [][]string) bool {
	if strings.ContainsAny(lines[0].text, "|│") {
		return false
	}
	for _, row := range rows {
		if len(row) != len(rows[0]) {
			return true
		}
		for _, cell := range row {
			if len(cell) > maxBare {
				return true
			}
		}
	}
	return false
}

// tableOfRows makes a table, or a part of one, of rows of at most columns cells. Each part has the head of the table
// in its Markdown, and the first has it among its rows.
func tableOfRows(head []string, rows [][]string, columns int) block.Unit {
	var text, source strings.Builder
	tableRow(&source, head, columns)
	source.WriteString("\n|" + strings.Repeat(" --- |", columns))
	for i, row := range rows {
		if i > 0 {
			text.WriteByte('\n')
		}
		text.WriteString(strings.Join(row, "\t"))
		if &row[0] != &head[0] {
			source.WriteByte('\n')
			tableRow(&source, row, columns)
		}
	}
	return block.Unit{Text: text.String(), Source: source.String(), Kind: block.Table}
}

func tableRow(b *strings.Builder, row []string, columns int) {
	b.WriteByte('|')
	for i := range columns {
		b.WriteByte(' ')
		if i < len(row) {
			b.WriteString(block.Escape(row[i]))
		}
		b.WriteString(" |")
	}
}

// isTableRule reports whether a line only parts the rows of a table: "|---|---|", "----+----", "====  ====".
func isTableRule(s string) bool {
	s = strings.TrimSpace(s)
	if strings.Trim(s, "-= ") == "" && strings.Contains(s, "  ") {
		return !strings.Contains(" "+strings.ReplaceAll(s, "=", "-")+" ", " - ")
	}
	return len(s) >= 3 && strings.Trim(s, "-+|:=─┼│├┤┌┐└┘┬┴═╪╬║╔╗╚╝╠╣╦╩ ") == "" &&
		strings.ContainsAny(s, "|+─│┼═") &&
		strings.ContainsAny(s, "-─═=")
}

// barCells cuts a row at its bars.
func barCells(s string) []string {
	s = strings.TrimSpace(strings.ReplaceAll(s, "│", "|"))
	bars := strings.Count(s, "|")
	if bars == 0 || bars == 1 && !strings.HasPrefix(s, "|") && !strings.Contains(s, " | ") {
		return nil
	}
	if strings.HasPrefix(s, "|") {
		s = strings.TrimSuffix(s[1:], "|")
	}
	cells := strings.Split(s, "|")
	if len(cells) == 1 {
		return nil
	}
	return trimAll(cells)
}

// tabCells cuts a row at its tabs.
func tabCells(s string) []string { return trimAll(strings.Split(strings.TrimSpace(s), "\t")) }

// spacedCells cuts a row where at least two spaces stand that do not follow a sentence.
func spacedCells(s string) []string {
	var cells []string
	rest := strings.TrimSpace(s)
	for {
		i := strings.Index(rest, "  ")
		if i < 0 {
			break
		}
		if endsSentence(rest[:i]) {
			return nil
		}
		cells = append(cells, rest[:i])
		rest = strings.TrimSpace(rest[i:])
	}
	if len(cells) == 0 {
		return nil
	}
	return append(cells, rest)
}

func trimAll(cells []string) []string {
	for i, c := range cells {
		cells[i] = strings.TrimSpace(c)
	}
	return cells
}
