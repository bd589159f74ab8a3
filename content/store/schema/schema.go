// Package schema is the tables of a library, and how one of an older version becomes one of this version.
//
// Start with Update, which takes a file through Steps. A new version is a script in tables.go and a row of Steps; the
// library that the version before writes goes into testdata first.
package schema

import (
	"context"
	"database/sql"
	"fmt"

	"lede/content/store/backup"
	"lede/content/store/change"
	"lede/content/store/db"
	"lede/content/store/ledger"
)

// Step brings a library to the next version.
type Step struct {
	Script string
	fill   func(c *change.Change, told func(done, of int)) error // nil for nothing; runs after the script
}

// Steps bring a library from version i to i+1.
func Steps() []Step {
	return []Step{
		{Script: schema1},
		{Script: schema2},
		{Script: schema3},
		{Script: schema4},
		{Script: schema5},
		{schema6, indexAnew},
		{schema7, keysAnew},
		{Script: schema8},
		{Script: ledger.Schema},
	}
}

// Update brings a file to the newest version.
type Update struct {
	Steps []Step
	Told  func(done, of int)
}

// Known returns whose the file is when it is not for this lede.
func (s Update) Known(ctx context.Context, d *db.DB) error {
	_, err := VersionOf(ctx, d, len(s.Steps))
	return err
}

// Migrate checks whose file it is and brings it to the newest version.
func (s Update) Migrate(ctx context.Context, d *db.DB) error {
	version, err := VersionOf(ctx, d, len(s.Steps))
	if err != nil || version == len(s.Steps) {
		return err
	}
	if d.ReadOnly {
		return fmt.Errorf("%w, and it must be brought up to date first", db.ErrReadOnly)
	}
	told := s.Told
	if told == nil {
		told = func(int, int) {}
	}
	if version > 0 {
		told(0, 0)
		defer told(1, 1)
		if _, err := backup.Make(ctx, d); err != nil {
			return fmt.Errorf("back up before the update: %w", err)
		}
	}
	return BringForward(ctx, d, s.Steps, told)
}

// VersionOf returns the version of the file, 0 for an empty one, or whose it is when it is not for this lede.
func VersionOf(ctx context.Context, d *db.DB, newest int) (int, error) {
	var app, version, tables, cores int
	// One statement, so that what another instance makes meanwhile is seen whole or not at all.
	err := d.Write.QueryRowContext(ctx, `SELECT a.application_id, v.user_version, (SELECT count(*) FROM sqlite_schema),
		(SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN (SELECT value FROM json_each(?)))
		FROM pragma_application_id a, pragma_user_version v`, db.List(Tables())).Scan(&app, &version, &tables, &cores)
	if err != nil {
		return 0, db.ExplainSchema(err)
	}
	switch {
	case app != db.Application && (app != 0 || tables > 0 || version != 0):
		return 0, db.ErrForeign
	case version > newest:
		return 0, db.ErrNewer
	case version < 0, version > 0 && cores < len(Tables()), version == 0 && tables > 0:
		return 0, db.ErrDamaged
	}
	return version, nil
}

// Tables are tables that a library of any version has.
func Tables() []string {
	return []string{"meta", "article", "body", "status", "topic", "about", "tag", "undo"}
}

// BringForward runs the migrations that the file needs, all or none, so that nobody meets a library half way. Another
// instance may have been faster.
func BringForward(ctx context.Context, d *db.DB, steps []Step, told func(done, of int)) error {
	tx, err := d.Begin(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a commit it does nothing
	var version int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	if version == 0 || told == nil {
		told = func(int, int) {} // a new library is not brought up to date: it has nothing yet
	}
	for ; version < len(steps); version++ {
		if err := steps[version].run(ctx, tx, version+1, told); err != nil {
			return fmt.Errorf("update from version %d: %w", version, err)
		}
	}
	return tx.Commit()
}

// run brings a library to a version and reports how far it is.
func (m Step) run(ctx context.Context, tx *sql.Tx, version int, told func(done, of int)) error {
	marks := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d;", db.Application, version)
	if _, err := tx.ExecContext(ctx, m.Script+marks); err != nil || m.fill == nil {
		return err
	}
	return m.fill(change.Within(ctx, tx), told)
}
