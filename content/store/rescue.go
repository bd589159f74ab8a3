package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lede/content/store/change"
	"lede/content/store/codec"
	"lede/content/store/db"
	"lede/content/store/pagefile"
	"lede/model"
)

// Errors of Rescue.
var (
	ErrSound = errors.New("the library is sound")
	ErrLost  = errors.New("nothing of a library can be read in the file")
)

// Saved is what has been rescued of a library.
type Saved struct {
	Articles int // those in the trash among them
	Textless int // articles of which only the entry is left
}

// Rescue makes a new library, at fresh, of all that can be read of the damaged one at path: articles, what the user
// did with them, the trash, topics, and the steps that can be undone. Of an article whose text is gone the entry
// stays, and of one whose entry is gone the text.
//
// The file at path is left as it is. Rescue refuses one that is sound (ErrSound), a newer lede's (ErrNewer), another
// program's (ErrForeign), one that another program has open (ErrBusy), and one that it finds nothing in (ErrLost).
// Whatever it returns, it leaves no half of a library at fresh.
func Rescue(ctx context.Context, path, fresh string, o Options) (Saved, error) {
	if err := refuse(ctx, path, o); err != nil {
		return Saved{}, err
	}
	from, err := pagefile.Open(path)
	if err != nil {
		return Saved{}, err
	}
	defer from.Close() //nolint:errcheck // it was only read
	if err := from.Lock(); errors.Is(err, pagefile.ErrLocked) {
		return Saved{}, fmt.Errorf("%w: %w", db.ErrBusy, err)
	} else if err != nil {
		return Saved{}, err
	}
	r := &rescue{ctx: ctx, from: from, schema: from.Schema(), told: o.Updating, ids: make(map[int64]model.ID)}
	if err := r.foreign(); err != nil {
		return Saved{}, err
	}
	saved, err := r.into(fresh, o)
	if err != nil {
		return Saved{}, errors.Join(db.Explain(err), remove(fresh))
	}
	return saved, nil
}

// refuse opens the library as any command does, and returns why there is nothing to rescue; nil for one that is
// damaged.
func refuse(ctx context.Context, path string, o Options) error {
	if info, err := os.Stat(path); err != nil {
		return err
	} else if info.Size() == 0 {
		return ErrLost
	}
	s, err := Open(ctx, path, o)
	switch {
	case errors.Is(err, db.ErrDamaged), errors.Is(err, db.ErrForeign), errors.Is(err, db.ErrNewer):
		return nil // the header may say what is not so
	case err != nil:
		return err
	}
	wrong, err := s.Check(ctx)
	if closed := s.Close(); err == nil && !errors.Is(db.Explain(closed), db.ErrDamaged) {
		err = closed
	}
	if err == nil && len(wrong) == 0 {
		return ErrSound
	}
	if errors.Is(err, db.ErrDamaged) {
		err = nil
	}
	return err
}

// rescue is a reading of a damaged library.
type rescue struct {
	ctx     context.Context //nolint:containedctx // lives as long as one call
	from    *pagefile.File
	schema  []pagefile.Object
	store   *change.Writer // the new library
	told    func(done, of int)
	columns map[string][]string
	ids     map[int64]model.ID // of articles by their numbers, as their index has them
	copied  int                // rows
}

// foreign returns ErrNewer or ErrForeign when the file says so and what it holds does not say otherwise.
func (r *rescue) foreign() error {
	h := r.from.Header()
	switch {
	case !h.Sound:
		return nil
	case h.Application == applicationID && int(h.Version) > len(migrations()):
		return db.ErrNewer
	case h.Application != applicationID && len(r.schema) > 0 && (h.Application != 0 || !r.ours()):
		return db.ErrForeign
	}
	return nil
}

// ours reports whether the tables are those of a library.
func (r *rescue) ours() bool {
	names := make([]string, len(r.schema))
	for i, o := range r.schema {
		names[i] = o.Name
	}
	return !slices.ContainsFunc(core(), func(name string) bool { return !slices.Contains(names, name) })
}

// into makes the new library and fills it.
func (r *rescue) into(fresh string, o Options) (saved Saved, err error) {
	r.store = &change.Writer{DB: db.New(fresh, o.ReadOnly, o.Session, o.Now)}
	if err := r.store.Prepare(); err != nil {
		return saved, err
	}
	if err := r.store.OpenWriter(false); err != nil {
		return saved, err
	}
	defer func() { err = errors.Join(err, r.store.Close()) }()
	if err := r.fill(); err != nil {
		return saved, err
	}
	if r.copied == 0 {
		return saved, ErrLost
	}
	err = r.store.Change(r.ctx, func(c *change.Change) error {
		c.All, c.Texts, c.TopicsChanged = true, true, true
		if err := mend(c, r.ids); err != nil {
			return err
		}
		if err := derive(c); err != nil {
			return err
		}
		empty, err := codec.EncodeSections(nil)
		if err != nil {
			return err
		}
		return c.Row(`SELECT count(*), coalesce(sum(a.words > 0 AND b.blocks = ?), 0) FROM article a JOIN body b USING (n)`,
			[]any{empty},
			&saved.Articles, &saved.Textless)
	})
	return saved, err
}

// fill copies the rows into a library of the version that they were written by, and brings it up to date.
func (r *rescue) fill() error {
	version, err := r.version()
	if err != nil {
		return err
	}
	steps := migrations()
	if err := bringForward(r.ctx, r.store.DB, steps[:version], nil); err != nil {
		return err
	}
	if err := r.copyAll(); err != nil {
		return err
	}
	return bringForward(r.ctx, r.store.DB, steps, r.told)
}

// version is the version that the file was written by: what its header says, else the newest whose tables it has,
// else the newest.
func (r *rescue) version() (int, error) {
	newest := len(migrations())
	if h := r.from.Header(); h.Sound && h.Application == applicationID && h.Version > 0 && int(h.Version) <= newest {
		return int(h.Version), nil
	}
	has := make(map[string]bool)
	for _, o := range r.schema {
		has[o.Name+"\n"+o.SQL] = true
	}
	for v := newest; v > 0; v-- {
		made, err := tablesOf(r.ctx, v)
		if err != nil {
			return 0, err
		}
		if !slices.ContainsFunc(made, func(o pagefile.Object) bool { return !has[o.Name+"\n"+o.SQL] }) {
			return v, nil
		}
	}
	return newest, nil
}

// tablesOf returns the tables and indexes that a library of a version has, but those that SQLite makes by itself.
func tablesOf(ctx context.Context, version int) ([]pagefile.Object, error) {
	conn, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	defer conn.Close() //nolint:errcheck // nothing is kept
	conn.SetMaxOpenConns(1)
	for _, m := range migrations()[:version] {
		if _, err := conn.ExecContext(ctx, m.script); err != nil {
			return nil, err
		}
	}
	rows, err := conn.QueryContext(ctx,
		`SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'search_*'
			AND name NOT GLOB 'starts_*'`)
	if err != nil {
		return nil, err
	}
	var made []pagefile.Object
	return made, db.Each(rows, func(rows *sql.Rows) error {
		var o pagefile.Object
		err := rows.Scan(&o.Name, &o.SQL)
		made = append(made, o)
		return err
	})
}

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
			if id, n, ok := IDOf(row); ok && (row.Root == 0 || row.Root == idIndex) {
				r.ids[n] = id
				return nil
			}
			s, known := tables[row.Root]
			if row.Root == 0 {
				s, known = shapeOf(row)
			}
			if !known || !s.fits(row) {
				return nil
			}
			return r.copy(c, s, row)
		})
	})
}

// IDOf reads a row of the index of IDs.
func IDOf(r pagefile.Row) (id model.ID, n int64, ok bool) {
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

// remove removes a library that is not open, with what is beside it.
func remove(path string) error {
	var errs []error
	for _, end := range []string{"", "-wal", "-shm", "-journal"} {
		if err := os.Remove(path + end); !errors.Is(err, os.ErrNotExist) { // a library that was not finished
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// Copy makes a new library at fresh of a sound one at path, such as a backup, and returns how many articles it has,
// those in the trash among them.
func Copy(ctx context.Context, path, fresh string) (articles int, err error) {
	from := db.New(path, true, false, nil)
	if err := from.Prepare(); err != nil {
		return 0, err
	}
	if err := from.OpenWriter(false); err != nil {
		return 0, err
	}
	defer from.Close() //nolint:errcheck // it was only read
	if version, err := versionOf(ctx, from, len(migrations())); err != nil || version == 0 {
		return 0, cmp.Or(db.Explain(err), ErrLost)
	}
	if err := from.Write.QueryRowContext(ctx, `SELECT count(*) FROM article`).Scan(&articles); err != nil {
		return 0, db.Explain(err)
	}
	return articles, db.Explain(copyTo(ctx, from, fresh))
}

// Exchange gives the library at path the name old, with what was written to it last, and puts fresh in its place.
// When that does not work, the library stays where it was, and fresh is removed.
func Exchange(path, old, fresh string) error {
	if err := os.Rename(path, old); err != nil {
		return errors.Join(err, remove(fresh))
	}
	err := os.Rename(path+"-wal", old+"-wal")
	if errors.Is(err, os.ErrNotExist) {
		err = nil
	}
	if err == nil {
		_ = os.Remove(path + "-shm") // it is made anew
		err = os.Rename(fresh, path)
	}
	if err != nil {
		_ = os.Rename(old+"-wal", path+"-wal")
		return errors.Join(err, os.Rename(old, path), remove(fresh))
	}
	return toDisk(path)
}

// toDisk returns when a file and its name are on the disk.
func toDisk(path string) error {
	for _, p := range []string{path, filepath.Dir(path)} {
		f, err := os.Open(p) //nolint:gosec // the user's library
		if err != nil {
			return err
		}
		if err := errors.Join(f.Sync(), f.Close()); err != nil {
			return err
		}
	}
	return nil
}
