package store

import (
	"sync"

	"lede/content/store/change"
	"lede/content/store/index"
	"lede/content/store/schema"
)

// DB is the file that a Store writes.
func (s *Store) DB() *change.Writer { return s.db }

// Shelf is the index in memory, nil while there is none.
func (s *Store) Shelf() *index.Index { return s.shelfIndex }

// Unload forgets the index.
func (s *Store) Unload() { s.shelfIndex = nil }

// Loading is held by the one who loads the index.
func (s *Store) Loading() *sync.Mutex { return &s.loading }

// WithSteps are options that bring a library to the version after some steps.
func WithSteps(o Options, steps []schema.Step) Options {
	o.migrations = steps
	return o
}
