package rescue

import (
	"encoding/json"
	"strings"

	"lede/content/store/pagefile"
	"lede/model"
)

// shape is what the rows of a table look like, so that they are known for its own when their tree is gone, and for
// garbage when they are not.
type shape struct {
	table   string
	index   bool   // it is a table WITHOUT ROWID
	columns string // a letter a column: see fits. Columns that later versions have added may follow
}

// shapes are the tables that are rescued row by row. What the others hold follows from these: see derive.
func shapes() []shape {
	return []shape{
		{"meta", false, "iiii"},
		{"topic", false, "nttiIff"},
		{"article", false, "ndttttjttt" + "IiijtIIIB"},
		{"body", false, "nib"},
		{"status", true, "dfffiipiii"},
		{"tag", true, "dttf"},
		{"alias", true, "hd"},
		{"undo", false, "ntij"},
		{"source", false, "nttfB"},
		{"version", false, "ndiiIjibttfB"},
		{"feed", false, "ndttttt" + "jttiij"},
		{"item", true, "itdi"},
		{"account", false, "ndtij"},
		{"remote_feed", true, "ititt"},
		{"remote_entry", true, "itttffit"},
		{"outbox", true, "ittti"},
	}
}

// inTree returns what a row looks like that is found in the tree of its table. JSON of a feed may be damaged there:
// mend puts it right, and the feed is not lost with it.
func (s shape) inTree() shape {
	if s.table == "feed" {
		s.columns = strings.ReplaceAll(s.columns, "j", "t")
	}
	return s
}

// fits reports whether a row may be one of the table.
func (s shape) fits(r pagefile.Row) bool {
	if r.Index != s.index || len(r.Values) < len(s.columns) {
		return false
	}
	for i := range s.columns {
		if !fits(s.columns[i], r.Values[i]) {
			return false
		}
	}
	return true
}

// fits reports whether a value may stand in a column: i is a number, I a number or nothing, f a flag, p a percentage,
// h a hash, n the number of the row, t a text, d an ID, j JSON, b bytes and B bytes or nothing.
func fits(column byte, value any) bool {
	if value == nil {
		return strings.IndexByte("nIB", column) >= 0
	}
	switch v := value.(type) {
	case int64:
		if column == 'h' {
			const least = 1 << 36 // a hash of 64 bits is hardly ever less; times and counts are
			return v >= least || v <= -least
		}
		return column == 'i' || column == 'I' || column == 'f' && v>>1 == 0 || column == 'p' && v >= 0 && v <= 100
	case string:
		return column == 't' || column == 'd' && model.IsID(v) || column == 'j' && json.Valid([]byte(v))
	case []byte:
		return column == 'b' || column == 'B' || column == 'j' && json.Valid(v)
	}
	return false
}

// shapeOf finds the table that a row without a tree is of.
func shapeOf(r pagefile.Row) (shape, bool) {
	for _, s := range shapes() {
		if s.fits(r) {
			return s, true
		}
	}
	return shape{}, false
}
