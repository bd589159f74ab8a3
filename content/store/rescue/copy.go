package rescue

import (
	"database/sql"
	"strings"

	"lede/content/store/change"
	"lede/content/store/pagefile"
	"lede/model"
)

// copyAll copies every row that can be read into the table that it belongs to.
func (r *rescue) copyAll() error {
	r.columns = make(map[string][]string)
	tables := make(map[uint32]shape)
	var roots []uint32
	idIndex := uint32(0)
	for _, s := range shapes() {
		for _, o := range r.schema {
			switch o.Name {
			case s.table:
				tables[o.Root], roots = s.inTree(), append(roots, o.Root)
			case "sqlite_autoindex_article_1":
				idIndex = o.Root
			}
		}
	}
	for _, o := range r.schema {
		if _, ok := tables[o.Root]; !ok && o.Root > 0 {
			roots = append(roots, o.Root)
		}
	}
	return r.store.Change(r.ctx, func(c *change.Change) error {
		c.Keep = true
		return r.from.Walk(r.ctx, roots, func(row pagefile.Row) error {
			if id, n, ok := idOf(row); ok && (row.Root == 0 || row.Root == idIndex) {
				r.ids[n] = id
				return nil
			}
			s, known := tables[row.Root]
			if row.Root == 0 || known && !s.fits(row) { // the schema may name a wrong tree
				s, known = shapeOf(row)
			}
			if !known {
				return nil
			}
			return r.copy(c, s, row)
		})
	})
}

// idOf reads a row of the index of IDs.
func idOf(r pagefile.Row) (id model.ID, n int64, ok bool) {
	if !r.Index || len(r.Values) != 2 || !fits('d', r.Values[0]) || !fits('i', r.Values[1]) {
		return "", 0, false
	}
	text, _ := r.Values[0].(string)
	n, _ = r.Values[1].(int64)
	return model.ID(text), n, true
}

// copy writes a row into its table, unless the table has one with the same key.
func (r *rescue) copy(c *change.Change, s shape, row pagefile.Row) error {
	columns, ok := r.columns[s.table]
	if !ok {
		err := c.Rows(`SELECT name FROM pragma_table_info(?)`, []any{s.table}, func(rows *sql.Rows) error {
			var name string
			err := rows.Scan(&name)
			columns = append(columns, name)
			return err
		})
		if err != nil {
			return err
		}
		r.columns[s.table] = columns
	}
	values := row.Values[:min(len(row.Values), len(columns))]
	if !row.Index && values[0] == nil {
		values[0] = row.Key
	}
	if s.table == "meta" {
		return takeMeta(c, values)
	}
	r.copied++
	return c.Exec(`INSERT OR IGNORE INTO `+s.table+` (`+strings.Join(columns[:len(values)], ", ")+`) VALUES (?`+
		strings.Repeat(", ?", len(values)-1)+`)`, values...)
}

// takeMeta takes over the counters of a library, unless they are such as no library has.
func takeMeta(c *change.Change, values []any) error {
	const most = 1 << 40
	for _, v := range values {
		if n, ok := v.(int64); !ok || n < 0 || n > most {
			return nil
		}
	}
	return c.Exec(`UPDATE meta SET revision = max(revision, ?1), topics = max(topics, ?4),
		seen = max(seen, iif(?2 < seen + 366*24*3600, ?2, 0)), purged = max(purged, iif(?3 < seen + 366*24*3600, ?3,
			0))`, values[:4]...)
}
