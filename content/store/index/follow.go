package index

import (
	"cmp"
	"context"
	"database/sql"
	"math"
	"slices"

	"lede/content/store/codec"
	"lede/content/store/db"
	"lede/model"
)

// maxWaste is how many places of about may be left behind before the index is loaded anew.
const maxWaste = 1 << 18

// Follow brings the index to the revision that tx sees. It reports false when too much has changed, and the index
// must be loaded anew.
func (x *Index) Follow(ctx context.Context, tx *sql.Tx, revision int64) (bool, error) {
	rows, err := tx.QueryContext(ctx, `SELECT ids, texts FROM recent WHERE revision > ? ORDER BY revision`, x.Revision)
	if err != nil {
		return false, err
	}
	steps, texts, ok := int64(0), false, true
	var ids []model.ID
	err = db.Each(rows, func(rows *sql.Rows) error {
		var text bool
		some, known, err := db.ScanIDs(rows, &text)
		steps, texts, ok = steps+1, texts || text, ok && known
		ids = append(ids, some...)
		return err
	})
	if err != nil || !ok || steps != revision-x.Revision || len(ids) > 2*db.RecentIDs || x.waste > maxWaste {
		return false, err
	}
	if texts {
		clear(x.Found)
		clear(x.patterns)
		x.titles, x.lengths = nil, nil
	}
	var renamed int64
	if err := tx.QueryRowContext(ctx, `SELECT topics FROM meta`).Scan(&renamed); err != nil {
		return false, err
	}
	if err := x.loadTopics(ctx, tx, renamed > x.Revision); err != nil {
		return false, err
	}
	if err := x.refresh(ctx, tx, ids); err != nil {
		return false, err
	}
	x.Revision = revision
	return true, nil
}

// refresh reads anew what is known of some articles.
func (x *Index) refresh(ctx context.Context, tx *sql.Tx, ids []model.ID) error {
	if len(ids) == 0 {
		return nil
	}
	for _, id := range ids {
		if i, ok := x.slotOf(Number(string(id))); ok {
			x.flags[i] = 0
		}
	}
	rows, err := tx.QueryContext(ctx, `SELECT `+indexColumns+`, coalesce(`+flagsColumn+`, 1), a.topics FROM article a
		LEFT JOIN status s ON s.id = a.id
		WHERE a.id IN (SELECT value FROM json_each(?))`, db.List(ids))
	if err != nil {
		return err
	}
	moved := false
	err = db.Each(rows, func(rows *sql.Rows) error {
		var flags uint8
		var topics string
		s, err := x.scanSlot(rows, &flags, &topics)
		if err != nil {
			return err
		}
		s.flags = flags
		moved = x.put(s, codec.DecodeTopics(topics)) || moved
		return nil
	})
	if moved {
		x.order()
	}
	return err
}

// put takes over what is known of an article, and reports whether it is to be put in order anew.
func (x *Index) put(s slot, topics []model.Topic) (moved bool) {
	i, ok := x.slotOf(s.id)
	if !ok {
		i = x.addSlot(s)
		x.later[s.id] = i
		x.byDate = append(x.byDate, i)
	}
	if x.gone[i] {
		delete(x.gone, i)
		x.byDate = append(x.byDate, i)
		ok = false
	}
	moved = !ok || x.N[i] != s.n
	x.N[i], x.at[i], x.words[i], x.story[i], x.site[i], x.kinds[i], x.flags[i] = s.n, s.at, s.words, s.story, s.site,
		s.kinds, s.flags
	x.language[i] = s.language
	var about []int32
	for _, t := range topics {
		if place, ok := x.topics.of[t.Key]; ok && !slices.Contains(about, place) && len(about) < math.MaxUint8 {
			about = append(about, place)
		}
	}
	x.setTopics(i, about)
	return moved
}

// setTopics gives a slot its topics. What it had is left behind; the index is loaded anew when there is too much of
// that.
func (x *Index) setTopics(i int32, about []int32) {
	if slices.Equal(x.topicsOf(i), about) {
		return
	}
	x.waste += int(x.count[i])
	x.from[i], x.count[i] = int32(len(x.about)), uint8(len(about)) //nolint:gosec // there are not that many
	x.about = append(x.about, about...)
}

func (x *Index) order() {
	x.byDate = slices.DeleteFunc(x.byDate, func(i int32) bool {
		if x.flags[i] != 0 {
			return false
		}
		if x.gone == nil {
			x.gone = make(map[int32]bool)
		}
		x.gone[i] = true
		return true
	})
	slices.SortFunc(x.byDate, func(a, b int32) int { return cmp.Compare(x.N[b], x.N[a]) })
}
