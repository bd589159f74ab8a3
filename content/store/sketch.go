package store

import (
	"database/sql"
	"encoding/binary"
	"errors"
	"hash/maphash"
)

var _ = maphash.String
var _ = errors.Is
var _ = binary.BigEndian
var _ sql.NullInt64

type sketch [64]byte

func sketchOf(words []string) sketch { return sketch{} }

func (c *change) resemble(n int64, d *draft) error { return nil }
func (c *change) unsketch(n int64) error           { return nil }
func (c *change) keepSketches() error              { return nil }
