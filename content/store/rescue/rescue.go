// Package rescue makes a new library of what can be read of a damaged one, and puts one library in the place of
// another.
//
// Start with Library, which reads the pages of the file without SQLite. A table that does not follow from others has a
// row in shapes; mend.go makes whole what has lost a part, and fills the tables that follow anew.
package rescue

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	"lede/content/store/backup"
	"lede/content/store/change"
	"lede/content/store/codec"
	"lede/content/store/db"
	"lede/content/store/pagefile"
	"lede/content/store/schema"
	"lede/model"
)

// Errors of Library.
var (
	ErrSound = errors.New("the library is sound")
	ErrLost  = errors.New("nothing of a library can be read in the file")
)

// Saved is what has been rescued of a library.
type Saved struct {
	Articles int // those in the trash among them
	Textless int // articles of which only the entry is left
}

// Library makes a new library, at fresh, of all that can be read of the damaged one at path: articles, what the user
// did with them, the trash, topics, and the steps that can be undone. Of an article whose text is gone the entry
// stays, and of one whose entry is gone the text.
//
// The file at path is left as it is. Library refuses one that is sound (ErrSound), a newer lede's (ErrNewer), another
// program's (ErrForeign), one that another program has open (ErrBusy), and one that it finds nothing in (ErrLost).
// Whatever it returns, it leaves no half of a library at fresh.
//
// told, which may be nil, is told how far the new library is, in articles.
func Library(ctx context.Context, path, fresh string, now func() time.Time, told func(done, of int)) (Saved, error) {
	if err := refuse(ctx, path, now, told); err != nil {
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
	r := &rescue{ctx: ctx, from: from, schema: from.Schema(), told: told, ids: make(map[int64]model.ID)}
	if err := r.foreign(); err != nil {
		return Saved{}, err
	}
	saved, err := r.into(fresh, now)
	if err != nil {
		return Saved{}, errors.Join(db.Explain(err), backup.Remove(fresh))
	}
	return saved, nil
}

// refuse opens the library as any command does, and returns why there is nothing to rescue; nil for one that is
// damaged.
func refuse(ctx context.Context, path string, now func() time.Time, told func(done, of int)) error {
	if info, err := os.Stat(path); err != nil {
		return err
	} else if info.Size() == 0 {
		return ErrLost
	}
	d, to := db.New(path, false, false, now), schema.Update{Steps: schema.Steps(), Told: told}
	err := d.Open(ctx, to.Known, to.Migrate)
	switch {
	case errors.Is(err, db.ErrDamaged), errors.Is(err, db.ErrForeign), errors.Is(err, db.ErrNewer):
		return nil // the header may say what is not so
	case err != nil:
		return fmt.Errorf("open library %s: %w", path, err)
	}
	wrong, err := schema.Check(ctx, d)
	if closed := d.Close(); err == nil && !errors.Is(db.Explain(closed), db.ErrDamaged) {
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
	case h.Application == db.Application && int(h.Version) > len(schema.Steps()):
		return db.ErrNewer
	case h.Application != db.Application && len(r.schema) > 0 && (h.Application != 0 || !r.ours()):
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
	return !slices.ContainsFunc(schema.Tables(), func(name string) bool { return !slices.Contains(names, name) })
}

// into makes the new library and fills it.
func (r *rescue) into(fresh string, now func() time.Time) (saved Saved, err error) {
	r.store = &change.Writer{DB: db.New(fresh, false, false, now)}
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
	steps := schema.Steps()
	if err := schema.BringForward(r.ctx, r.store.DB, steps[:version], nil); err != nil {
		return err
	}
	if err := r.copyAll(); err != nil {
		return err
	}
	return schema.BringForward(r.ctx, r.store.DB, steps, r.told)
}

// version is the version that the file was written by: what its header says, else the newest whose tables it has,
// else the newest.
func (r *rescue) version() (int, error) {
	newest := len(schema.Steps())
	if h := r.from.Header(); h.Sound && h.Application == db.Application && h.Version > 0 && int(h.Version) <= newest {
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
	for _, m := range schema.Steps()[:version] {
		if _, err := conn.ExecContext(ctx, m.Script); err != nil {
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
