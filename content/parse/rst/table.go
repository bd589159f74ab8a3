package rst

import (
	"encoding/csv"
	"regexp"
	"strings"
)

// rows writes a table of rows of cells in Markdown; the first is its head.
func (c *converter) rows(rows [][]string) {
	columns := 0
	for _, row := range rows {
		columns = max(columns, len(row))
	}
	if len(rows) == 0 || columns == 0 {
		return
	}
	var b strings.Builder
	for i, row := range rows {
		b.WriteString("|")
		for n := range columns {
			text := ""
			if n < len(row) {
				text = strings.Join(strings.Fields(c.inline(strings.TrimSpace(row[n]))), " ")
			}
			b.WriteString(" " + unbroken(text) + " |")
		}
		b.WriteString("\n")
		if i == 0 {
			b.WriteString("|" + strings.Repeat(" --- |", columns) + "\n")
		}
	}
	c.write(b.String())
}

// unbroken is the text of a cell, in which no bar may part it and no line ends.
func unbroken(s string) string {
	return strings.ReplaceAll(s, `\ `, " ")
}

// gridLine parts the rows of a table in a grid.
var gridLine = regexp.MustCompile(`^\+(?:[-=]+\+)+$`)

// gridTable takes a table that is drawn with lines.
func (c *converter) gridTable(lines []string) int {
	if !gridLine.MatchString(lines[0]) {
		return 0
	}
	n := 0
	for n < len(lines) && lines[n] != "" && (lines[n][0] == '+' || lines[n][0] == '|') {
		n++
	}
	var edges []int
	for i, b := range []byte(lines[0]) {
		if b == '+' {
			edges = append(edges, i)
		}
	}
	var rows [][]string
	row := make([]string, len(edges)-1)
	for _, line := range lines[1:n] {
		if line[0] == '+' && strings.Trim(line, "+-=| ") == "" {
			if strings.TrimSpace(strings.Join(row, "")) != "" {
				rows = append(rows, row)
			}
			row = make([]string, len(edges)-1)
			continue
		}
		cells := gridCells(line, edges)
		for i, cell := range cells {
			row[i] += " " + cell
		}
	}
	c.rows(rows)
	return n
}

// gridCells cuts a line of a table at its edges. A cell that spans several columns stands in the first of them.
func gridCells(line string, edges []int) []string {
	runes := []rune(line)
	cells := make([]string, len(edges)-1)
	from := 0
	for i := 1; i < len(edges); i++ {
		if edges[i] < len(runes) && runes[edges[i]] != '|' && runes[edges[i]] != '+' && i+1 < len(edges) {
			continue
		}
		start, end := min(edges[from]+1, len(runes)), min(edges[i], len(runes))
		cells[from] = strings.TrimSpace(string(runes[start:max(start, end)]))
		from = i
	}
	return cells
}

// simpleLine begins, parts and ends a simple table.
var simpleLine = regexp.MustCompile(`^=+(?: +=+)+$`)

// simpleTable takes a table whose columns are told by lines of equals signs.
func (c *converter) simpleTable(lines []string) int {
	if !simpleLine.MatchString(lines[0]) {
		return 0
	}
	n, borders := 1, 1
	for n < len(lines) && borders < 3 {
		if simpleLine.MatchString(lines[n]) {
			if borders++; borders == 2 && (n+1 == len(lines) || lines[n+1] == "") {
				n++
				break
			}
		}
		n++
	}
	var starts []int
	for i := range lines[0] {
		if lines[0][i] == '=' && (i == 0 || lines[0][i-1] == ' ') {
			starts = append(starts, i)
		}
	}
	var rows [][]string
	for _, line := range lines[1:n] {
		if line == "" || simpleLine.MatchString(line) || strings.Trim(line, "- ") == "" {
			continue
		}
		cells := simpleCells(line, starts)
		if cells[0] == "" && len(rows) > 0 { // it goes on with the row above
			for i, cell := range cells {
				rows[len(rows)-1][i] += " " + cell
			}
			continue
		}
		rows = append(rows, cells)
	}
	c.rows(rows)
	return n
}

func simpleCells(line string, starts []int) []string {
	runes := []rune(line)
	cells := make([]string, len(starts))
	for i, start := range starts {
		end := len(runes)
		if i+1 < len(starts) {
			end = min(end, starts[i+1])
		}
		if start < end {
			if cells[i] = strings.TrimSpace(string(runes[start:end])); cells[i] == `\` {
				cells[i] = ""
			}
		}
	}
	return cells
}

// csvTable writes a table that is given as comma-separated values.
func (c *converter) csvTable(options map[string]string, content []string) {
	var rows [][]string
	for _, text := range []string{options["header"], strings.Join(content, "\n")} {
		if strings.TrimSpace(text) == "" {
			continue
		}
		r := csv.NewReader(strings.NewReader(text))
		r.FieldsPerRecord, r.LazyQuotes, r.TrimLeadingSpace = -1, true, true
		if d := options["delim"]; len(d) == 1 {
			r.Comma = rune(d[0])
		}
		if all, err := r.ReadAll(); err == nil {
			rows = append(rows, all...)
		}
	}
	c.rows(rows)
}

// listTable writes a table that is given as a list of lists.
func (c *converter) listTable(content []string) {
	var rows [][]string
	for n := 0; n < len(content); {
		columns := len(bulletMark.FindString(content[n]))
		if columns == 0 {
			n++
			continue
		}
		_, more := setIn(content[n+1:])
		inner := append([]string{content[n][columns:]}, below(content[n+1:n+1+more], nil, columns)...)
		var row []string
		for _, line := range inner {
			if mark := bulletMark.FindString(line); mark != "" {
				row = append(row, line[len(mark):])
			} else if len(row) > 0 {
				row[len(row)-1] += " " + strings.TrimSpace(line)
			}
		}
		rows = append(rows, row)
		n += 1 + more
	}
	c.rows(rows)
}
