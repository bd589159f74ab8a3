// Package store keeps the library in one SQLite file: articles, what the reader did with them, topics, and a
// full-text index.
//
// Start with Open, then put.go (an article goes in) and find.go (a query is answered by package index). One connection
// writes, a few read; every change is one transaction, and what a method has returned from without an error is on
// disk.
package store

import (
	"context"
	"fmt"
	"sync"
	"time"

	_ "modernc.org/sqlite"

	"lede/content/store/change"
	"lede/content/store/db"
	"lede/content/store/follow"
	"lede/content/store/index"
	"lede/content/store/schema"
)

// Options are how a library is opened. The zero value is good.
type Options struct {
	ReadOnly bool             // do not create, migrate or change anything
	Session  bool             // it holds what one run lists, and is thrown away after it: see session.go
	Now      func() time.Time // nil means time.Now

	// Updating is told how far a library of an older version has been brought up to date, in articles, and at last that
	// all is done. While its backup is made, of is 0. It is called by the one who opens, and not at all when there is
	// nothing to do. Nil tells nobody.
	Updating func(done, of int)

	migrations []schema.Step // nil means those of this lede
}

// Store is an open library. Its methods may be called by several goroutines at once.
type Store struct {
	Feeds *follow.Table // what the user follows, and what has come by it

	db *change.Writer

	shelf      sync.RWMutex
	shelfIndex *index.Index // nil until it is needed
	loading    sync.Mutex   // held by the one who loads it
}

// Open opens the library file at path, and makes it and its folder when they do not exist. The folder gets the mode
// 0700 and the file 0600. A library of an older version is backed up beside itself and brought up to date; one of a
// newer version is left as it is, with ErrNewer. A library that cannot be written is opened for reading when Options
// say so.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	w := &change.Writer{DB: db.New(path, o.ReadOnly, o.Session, o.Now)}
	s := &Store{db: w, Feeds: follow.NewTable(w)}
	to := schema.Update{Steps: o.migrations, Told: o.Updating}
	if to.Steps == nil {
		to.Steps = schema.Steps()
	}
	if err := s.db.Open(ctx, to.Known, to.Migrate); err != nil {
		return nil, fmt.Errorf("open library %s: %w", path, err)
	}
	return s, nil
}

// Path is the library's file.
func (s *Store) Path() string { return s.db.Path }

// Close ends all connections.
func (s *Store) Close() error { return s.db.Close() }

// Version changes whenever another instance of lede has changed the library.
func (s *Store) Version(ctx context.Context) (int64, error) { return s.db.Version(ctx) }
