package index

import (
	"cmp"
	"context"
	"database/sql"
	"math"
	"runtime"
	"runtime/debug"
	"slices"

	"lede/content/store/db"
	"lede/model/address"
)

// Load reads the whole index.
func Load(ctx context.Context, tx *sql.Tx) (*Index, error) {
	x := &Index{later: make(map[uint64]int32), Found: make(map[Lookup]found)}
	if err := tx.QueryRowContext(ctx, `SELECT revision FROM meta`).Scan(&x.Revision); err != nil {
		return nil, err
	}
	topics := func(ctx context.Context, tx *sql.Tx) error { return x.loadTopics(ctx, tx, true) }
	for _, step := range []func(context.Context, *sql.Tx) error{x.loadArticles, topics, x.loadAbout, x.loadStatuses} {
		runtime.GC() // each step takes twice what it keeps, and the program shall stay small
		if err := step(ctx, tx); err != nil {
			return nil, err
		}
	}
	debug.FreeOSMemory()
	return x, nil
}

func (x *Index) loadArticles(ctx context.Context, tx *sql.Tx) error {
	var most int
	if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM body`).Scan(&most); err != nil {
		return err
	}
	x.grow(most)
	row := columnsAsText(`n`, `id`, `words`, `kinds`, `coalesce(published, '')`, `site`, `coalesce(story, 0)`, `language`)
	err := stretches(ctx, tx, `SELECT `+row+` AS r FROM article WHERE n < ? ORDER BY n DESC`, int64(math.MaxInt64),
		func(column []string) (int64, error) {
			if len(column) != 8 {
				return 0, db.ErrDamaged
			}
			s := slot{
				n: whole(column[0]), id: Number(column[1]), at: undated, flags: isHere,
				// As they were written.
				words: int32(whole(column[2])), kinds: uint8(whole(column[3])), story: int32(whole(column[6])), //nolint:gosec
				site: x.sites.number(address.SiteName(column[5])), language: x.languages.number(column[7]),
			}
			if column[4] != "" {
				s.at = whole(column[4])
			}
			x.byDate = append(x.byDate, x.addSlot(s))
			return s.n, nil
		})
	x.byID = slices.Clone(x.byDate)
	slices.SortFunc(x.byID, func(a, b int32) int { return cmp.Compare(x.ID[a], x.ID[b]) })
	return err
}

func (x *Index) grow(n int) {
	x.N, x.ID, x.at = slices.Grow(x.N, n), slices.Grow(x.ID, n), slices.Grow(x.at, n)
	x.words, x.story, x.site = slices.Grow(x.words, n), slices.Grow(x.story, n), slices.Grow(x.site, n)
	x.kinds, x.flags, x.from = slices.Grow(x.kinds, n), slices.Grow(x.flags, n), slices.Grow(x.from, n)
	x.language = slices.Grow(x.language, n)
	x.count, x.byDate = slices.Grow(x.count, n), slices.Grow(x.byDate, n)
}

// loadTopics reads the topics that are new, or all of them.
func (x *Index) loadTopics(ctx context.Context, tx *sql.Tx, all bool) error {
	if all {
		x.topics, x.shown, x.root, x.hidden, x.named, x.number, x.lastTopic = names{}, nil, nil, nil, nil,
			make(map[int64]int32), 0
	}
	rows, err := tx.QueryContext(ctx, `SELECT t, key, name, target, hidden, named FROM topic WHERE t > ? ORDER BY t`,
		x.lastTopic)
	if err != nil {
		return err
	}
	targets := make(map[int32]int64)
	err = db.Each(rows, func(rows *sql.Rows) error {
		var key, name string
		var target sql.NullInt64
		var hidden, named bool
		err := rows.Scan(&x.lastTopic, &key, &name, &target, &hidden, &named)
		if name == key {
			name = key // one string
		}
		i := x.topics.add(key)
		x.number[x.lastTopic] = i
		x.shown, x.hidden, x.root = append(x.shown, name), append(x.hidden, hidden), append(x.root, i)
		x.named = append(x.named, named)
		if target.Valid {
			targets[i] = target.Int64
		}
		return err
	})
	for i, target := range targets {
		if to, ok := x.number[target]; ok {
			x.root[i] = to
		}
	}
	return err
}

// loadAbout reads which articles are about what.
func (x *Index) loadAbout(ctx context.Context, tx *sql.Tx) error {
	var slots []int32 // of each topic in turn
	var topics, ends []int32
	rows, err := tx.QueryContext(ctx, `SELECT t, group_concat(n) FROM about GROUP BY t`)
	if err != nil {
		return err
	}
	err = db.Each(rows, func(rows *sql.Rows) error {
		var t int64
		var list string
		if err := rows.Scan(&t, &list); err != nil {
			return err
		}
		x.eachSlot(list, func(i int32) { slots = append(slots, i) })
		topics, ends = append(topics, x.number[t]), append(ends, int32(len(slots))) //nolint:gosec // there are not that many
		return nil
	})
	if err != nil {
		return err
	}
	for _, i := range slots {
		if x.count[i] < math.MaxUint8 {
			x.count[i]++
		}
	}
	next := int32(0)
	for i := range x.from {
		x.from[i] = next
		next += int32(x.count[i])
		x.count[i] = 0
	}
	x.about = make([]int32, next)
	at := int32(0)
	for k, topic := range topics {
		for _, i := range slots[at:ends[k]] {
			if c := x.count[i]; c < math.MaxUint8 {
				x.about[x.from[i]+int32(c)] = topic
				x.count[i]++
			}
		}
		at = ends[k]
	}
	return nil
}

// loadStatuses reads what the reader did.
func (x *Index) loadStatuses(ctx context.Context, tx *sql.Tx) error {
	row := columnsAsText(`id`, flagsColumn)
	return stretches(ctx, tx, `SELECT `+row+` AS r FROM status s WHERE id > ? ORDER BY id`, "",
		func(column []string) (string, error) {
			if len(column) != 2 {
				return "", db.ErrDamaged
			}
			if i, ok := x.slotOf(Number(column[0])); ok {
				x.flags[i] = uint8(whole(column[1])) //nolint:gosec // as it was written
			}
			return column[0], nil
		})
}
