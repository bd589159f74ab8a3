package store

import (
	"context"
	"database/sql"
	"errors"
	"math"
	"net/url"
	"time"

	"lede/model"
)

// Salvage reads what can be read of a library that may be damaged, and hands each article with its status to f until f returns an
// error. It changes nothing in the file. What cannot be read is stepped over: a row, or a stretch of rows when their page is gone. Of an
// article whose text is gone the entry is left. Articles in the trash are handed over too: see TakeOver. It returns ErrDamaged when there is no table of articles left.
func Salvage(ctx context.Context, path string, f func(model.Record) error) error {
	db, err := openDamaged(path)
	if err != nil {
		return err
	}
	defer db.Close() //nolint:errcheck // it was only read
	s := &salvage{ctx: ctx, db: db, f: f, seen: make(map[int64]bool)}
	low, high, ok := s.span()
	if !ok {
		return errors.Join(ErrDamaged, s.last)
	}
	if err := s.between(low, high, 0); err != nil {
		return err
	}
	return ctx.Err()
}

// openDamaged opens a file for reading, whatever is wrong with it.
func openDamaged(path string) (*sql.DB, error) {
	q := url.Values{"_pragma": {"busy_timeout(5000)", "query_only(1)", "cell_size_check(0)"}}
	return sql.Open("sqlite", (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: q.Encode()}).String())
}

// salvage is a reading of a damaged file.
type salvage struct {
	ctx  context.Context //nolint:containedctx // lives as long as one call
	db   *sql.DB
	f    func(model.Record) error
	seen map[int64]bool
	last error // the last one of SQLite
}

// span is where the numbers of the rows begin and end. A file that does not tell is searched from end to end of time.
func (s *salvage) span() (low, high int64, ok bool) {
	var n sql.NullInt64
	for _, end := range []struct {
		query     string
		into      *int64
		otherwise int64
	}{
		{`SELECT n FROM article NOT INDEXED ORDER BY n LIMIT 1`, &low, math.MinInt64 / 2},
		{`SELECT n FROM article NOT INDEXED ORDER BY n DESC LIMIT 1`, &high, math.MaxInt64 / 2},
	} {
		err := s.db.QueryRowContext(s.ctx, end.query).Scan(&n)
		switch {
		case err == nil:
			*end.into, ok = n.Int64, true
		case errors.Is(err, sql.ErrNoRows):
			*end.into, ok = 0, true
		default:
			*end.into, s.last = end.otherwise, err
		}
	}
	return low, high, ok
}

// maxDry is how often a stretch without a readable row is halved to look for one.
const maxDry = 12

// between hands over the rows from low to high. Where reading breaks off, it goes on from the other end, and then in halves of what lies
// between. dry counts the halvings in which nothing could be read.
func (s *salvage) between(low, high int64, dry int) error {
	if low > high || dry > maxDry || s.ctx.Err() != nil {
		return s.ctx.Err()
	}
	before := len(s.seen)
	up, end, err := s.run(`SELECT n FROM article NOT INDEXED WHERE n >= ? AND n <= ? ORDER BY n`, low, high)
	if err != nil || end {
		return err
	}
	down, end, err := s.run(`SELECT n FROM article NOT INDEXED WHERE n >= ? AND n <= ? ORDER BY n DESC`, max(up, low), high)
	if err != nil || end {
		return err
	}
	from, to := max(up, low)+1, min(down, high)-1
	if to-from < 1 {
		return nil
	}
	if dry++; len(s.seen) > before {
		dry = 0
	}
	middle := from + (to-from)/2
	if err := s.between(from, middle, dry); err != nil {
		return err
	}
	return s.between(middle+1, to, dry)
}

// run hands over the rows of a query until it ends or reading breaks off. It returns the last number, and whether all was read.
func (s *salvage) run(query string, low, high int64) (last int64, end bool, err error) {
	last = low
	if s.descending(query) {
		last = high
	}
	numbers, end := s.numbers(query, low, high)
	for _, n := range numbers {
		last = n
		if s.seen[n] {
			continue
		}
		s.seen[n] = true
		if r, ok := s.record(n); ok {
			if err := s.f(r); err != nil {
				return last, false, err
			}
		}
	}
	return last, end, nil
}

// numbers reads the numbers of rows until they end or reading breaks off.
func (s *salvage) numbers(query string, low, high int64) (numbers []int64, end bool) {
	rows, err := s.db.QueryContext(s.ctx, query, low, high)
	if err == nil {
		err = each(rows, func(rows *sql.Rows) error {
			var n int64
			err := rows.Scan(&n)
			numbers = append(numbers, n)
			return err
		})
	}
	return numbers, err == nil
}

func (s *salvage) descending(query string) bool { return query[len(query)-4:] == "DESC" }

// record reads one article, with as much of it as can be read.
func (s *salvage) record(n int64) (model.Record, bool) {
	var r model.Record
	rows, err := s.db.QueryContext(s.ctx, `SELECT a.n, a.id, a.ref, a.url, a.title, a.site, a.byline, a.dateline, a.summary, a.language,
		a.published, a.words, a.topics, 0, 0, 0, 0, 0, 0, 0, 0 FROM article a NOT INDEXED WHERE a.n = ?`, n)
	if err != nil {
		return r, false
	}
	found := false
	err = each(rows, func(rows *sql.Rows) error {
		row, _, err := scanRow(rows)
		r.Article.Entry, found = row.Entry, err == nil
		return err
	})
	if err != nil || !found || !model.IsID(string(r.Article.ID)) {
		return r, false
	}
	var version int
	var body []byte
	if s.db.QueryRowContext(s.ctx, `SELECT version, blocks FROM body WHERE n = ?`, n).Scan(&version, &body) == nil {
		if sections, err := decodeSections(version, body); err == nil {
			r.Article.Sections = sections
		}
	}
	r.Status = s.status(r.Article.ID)
	return r, true
}

func (s *salvage) status(id model.ID) (st model.Status) {
	var arrived int64
	err := s.db.QueryRowContext(s.ctx, `SELECT read, starred, saved, block, line, percent, arrived FROM status WHERE id = ?`, id).
		Scan(&st.Read, &st.Starred, &st.Saved, &st.Place.Block, &st.Place.Line, &st.Percent, &arrived)
	if err != nil {
		return model.Status{Saved: true}
	}
	if arrived > 0 {
		st.Arrived = time.Unix(arrived, 0).UTC()
	}
	return st
}
