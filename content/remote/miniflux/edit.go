package miniflux

import (
	"context"
	"fmt"
	"hash/fnv"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"lede/content/remote"
	"lede/content/remote/wire"
)

// An edited entry keeps its ID and the time of its change, so that no list shows it. But a Miniflux writes an entry
// anew only when it has read its feed anew, and what it says of the feed shows that: its validators are others, or,
// for a feed without any, the time of the reading. Then the newest entries of the feed are asked for again.
const (
	recentEntries = 100 // of a feed that was read anew
	rereadFeeds   = 10  // in one sync: the others follow in the next ones
)

// readings are what the server said of its reading of feeds when their entries were last compared.
type readings struct {
	turn int64            // the last feed whose entries were asked for again
	of   map[int64]string // by the IDs of feeds
}

// reading is what the server says of its last reading of a feed.
func (r *feedRow) reading() string {
	text := r.ETag + "\x00" + r.Modified
	if text == "\x00" {
		text = r.Checked.UTC().Format(time.RFC3339Nano)
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(text))
	return strconv.FormatUint(uint64(h.Sum32()), 36)
}

// String writes readings down, as the end of a cursor.
func (r readings) String() string {
	ids := make([]int64, 0, len(r.of))
	for id := range r.of {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	var b strings.Builder
	fmt.Fprint(&b, r.turn)
	for _, id := range ids {
		fmt.Fprintf(&b, " %d=%s", id, r.of[id])
	}
	return b.String()
}

// parseReadings reads what String has written; of what cannot be read nothing is known.
func parseReadings(text string) readings {
	r := readings{of: map[int64]string{}}
	for i, part := range strings.Fields(text) {
		id, value, _ := strings.Cut(part, "=")
		n, err := strconv.ParseInt(id, 10, 64)
		switch {
		case err != nil:
			return readings{of: map[int64]string{}}
		case i == 0:
			r.turn = n
		default:
			r.of[n] = value
		}
	}
	return r
}

// others are the feeds that were read anew, the next in turn first.
func (r readings) others(now map[int64]string) []int64 {
	var ids []int64
	for id, reading := range now {
		if was, known := r.of[id]; known && was != reading {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b int64) int {
		if (a > r.turn) != (b > r.turn) {
			return map[bool]int{true: -1, false: 1}[a > r.turn]
		}
		return int(a - b)
	})
	return ids
}

// edited adds entries to news that may have been edited since readings, and returns the readings from then on. The
// entries of a feed that was not known come, or have come, by their arrival.
func (s *Service) edited(ctx context.Context, was readings, news *remote.News) (readings, error) {
	if s.readings == nil { // nobody has asked for the feeds
		return was, nil
	}
	others := was.others(s.readings)
	next := readings{turn: was.turn, of: map[int64]string{}}
	for id, reading := range s.readings {
		next.of[id] = reading
	}
	for _, id := range others[min(rereadFeeds, len(others)):] {
		next.of[id] = was.of[id]
	}
	for _, id := range others[:min(rereadFeeds, len(others))] {
		rows, err := s.recent(ctx, id)
		if err != nil {
			return was, err
		}
		for i := range rows {
			e := rows[i].entry()
			if !slices.Contains(news.IDs, e.ID) {
				news.Entries, news.IDs = append(news.Entries, e), append(news.IDs, e.ID)
			}
		}
		next.turn = id
	}
	return next, nil
}

// recent returns the newest entries of a feed by their dates, and fewer where they are too large to be read at once. A
// feed that is gone has none.
func (s *Service) recent(ctx context.Context, feed int64) ([]row, error) {
	var p page
	for most := min(recentEntries, s.most); ; most = max(1, most/4) {
		err := s.get(ctx, feedPath(feedID(feed))+"/entries", url.Values{
			"order": {"published_at"}, "direction": {"desc"}, "limit": {strconv.Itoa(most)},
		}, &p)
		switch {
		case isTooLarge(err) && most > 1:
			continue
		case wire.Code(err) == http.StatusNotFound:
			return nil, nil
		case err != nil:
			return nil, err
		case p.Entries == nil:
			return nil, s.nonsense("a list without entries")
		}
		break
	}
	for i := range *p.Entries {
		if r := &(*p.Entries)[i]; !r.sensible() || r.Feed != feed {
			return nil, s.nonsense("entries of another feed")
		}
	}
	return *p.Entries, nil
}
