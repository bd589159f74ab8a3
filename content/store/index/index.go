// Package index answers what queries mean: by an index of all articles in memory, or, while there is none, by SQL.
//
// Start with Index, which Load reads and Follow keeps up with the changes, and Asked.Matching: the articles that a
// condition holds for. Compiler writes the same condition as SQL. How each term is answered is one table, answerTo in
// terms.go. What neither the index nor a column holds, the patterns and the feeds, is read once for a query (sift.go).
package index

import (
	"cmp"
	"database/sql"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"lede/content/store/draft"
	"lede/model"
	"lede/model/address"
)

// Index is what queries are answered from without reading the file: everything of an article but its words, in some
// 60 bytes. An article has a slot; a slot whose article is gone stays empty.
//
// It holds the library as it was at a revision, and catches up with what has changed since.
type Index struct {
	Revision int64
	N        []int64 // by slot, as all that follow
	ID       []uint64
	at       []int64 // when it was published, seconds since 1970; undated when it was not said
	words    []int32
	story    []int32 // 0 for one that stands alone
	site     []int32 // in sites
	language []int32 // in languages
	kinds    []uint8
	flags    []uint8
	from     []int32 // where the topics of the slot begin in about
	count    []uint8 // how many topics it has

	waste  int              // places of about that no slot has any more
	about  []int32          // topics, as places in names
	byDate []int32          // slots, the newest first
	byID   []int32          // slots as they were loaded, the least ID first
	later  map[uint64]int32 // slots that have come since, by ID
	gone   map[int32]bool   // slots that are not in byDate any more

	sites     names
	languages names
	topics    names    // by key
	shown     []string // what a topic is called
	root      []int32  // the topic that a topic counts for
	hidden    []bool
	named     []bool          // the reader chose what it is called
	number    map[int64]int32 // from a topic's number in the file
	lastTopic int64           // in the file
	titles    []int32         // slots, A–Z; nil when they are to be read anew
	lengths   []int32         // slots, the longest first; nil when they are to be put in order anew

	memory sync.Mutex       // guards what follows
	Found  map[Lookup]found // looked up before

	patterns map[string]sifted // by siftKey
	clock    int64
}

// found is where a phrase was found.
type found struct {
	set  Set
	used int64
}

// names numbers names.
type names struct {
	list []string
	of   map[string]int32
}

func (t *names) add(name string) int32 {
	if i, ok := t.of[name]; ok {
		return i
	}
	if t.of == nil {
		t.of = make(map[string]int32)
	}
	i := int32(len(t.list)) //nolint:gosec // there are not that many
	t.list = append(t.list, name)
	t.of[name] = i
	return i
}

// number is the number of a name that is part of a longer text.
func (t *names) number(name string) int32 {
	if i, ok := t.of[name]; ok {
		return i
	}
	return t.add(strings.Clone(name))
}

const undated = math.MinInt64

// The flags of a slot.
const (
	isHere uint8 = 1 << iota // in the library, not in the trash
	isRead
	isStarred
	isSaved
	isBegun
	isRemoved // in the trash
)

// indexColumns are what scanSlot reads.
const indexColumns = `a.n, a.id, a.words, a.kinds, a.published, a.site, a.story, a.language`

// slot is what is known of one article.
type slot struct {
	n, at        int64
	id           uint64
	words, story int32
	site         int32
	language     int32
	kinds, flags uint8
}

func (x *Index) scanSlot(rows *sql.Rows, more ...any) (slot, error) {
	var s slot
	var id, site, language sql.RawBytes
	var at, story sql.NullInt64
	err := rows.Scan(append([]any{&s.n, &id, &s.words, &s.kinds, &at, &site, &story, &language}, more...)...)
	if err != nil {
		return s, err
	}
	s.id, s.at, s.flags = Number(string(id)), undated, isHere
	if at.Valid {
		s.at = at.Int64
	}
	s.story = int32(story.Int64) //nolint:gosec // a count of groups
	s.site, s.language = x.sites.number(address.SiteName(string(site))), x.languages.number(string(language))
	return s, nil
}

// Number is an ID as a number. IDs that are none of ours still differ.
func Number(id string) uint64 {
	if v, err := strconv.ParseUint(id, 16, 64); err == nil && len(id) == 16 {
		return v
	}
	return draft.Mix(draft.HashWord(id))
}

func (x *Index) addSlot(s slot) int32 {
	i := int32(len(x.N)) //nolint:gosec // there are not that many
	x.N, x.ID, x.at = append(x.N, s.n), append(x.ID, s.id), append(x.at, s.at)
	x.words, x.story, x.site = append(x.words, s.words), append(x.story, s.story), append(x.site, s.site)
	x.kinds, x.flags = append(x.kinds, s.kinds), append(x.flags, s.flags)
	x.language = append(x.language, s.language)
	x.from, x.count = append(x.from, 0), append(x.count, 0)
	return i
}

// slotOf returns the slot of an article.
func (x *Index) slotOf(id uint64) (int32, bool) {
	if i, ok := x.later[id]; ok {
		return i, true
	}
	at, ok := slices.BinarySearchFunc(x.byID, id, func(i int32, id uint64) int { return cmp.Compare(x.ID[i], id) })
	if !ok {
		return 0, false
	}
	return x.byID[at], true
}

// eachSlot calls f for the slot of each row number in a list parted by commas. It is fast when the numbers come in
// order.
func (x *Index) eachSlot(list string, f func(int32)) {
	at := len(x.byDate) - 1 // the oldest: numbers come smallest first
	for n := range eachNumber(list) {
		if at = x.seek(n, at); at >= 0 && x.N[x.byDate[at]] == n {
			f(x.byDate[at])
		}
	}
}

// eachNumber yields the whole numbers of a list parted by commas.
func eachNumber(list string) iter.Seq[int64] {
	return func(yield func(int64) bool) {
		for i := 0; i < len(list); i++ {
			n, neg := int64(0), list[i] == '-'
			if neg {
				i++
			}
			for ; i < len(list) && list[i] != ','; i++ {
				n = n*10 + int64(list[i]-'0')
			}
			if neg {
				n = -n
			}
			if !yield(n) {
				return
			}
		}
	}
}

// seek returns the place in byDate of the row n, or where it would be, looking first near from.
func (x *Index) seek(n int64, from int) int {
	step := 1
	lo, hi := 0, len(x.byDate)-1
	if from >= 0 && from < len(x.byDate) && x.N[x.byDate[from]] <= n { // it is at from or newer
		hi = from
		for lo = from - step; lo > 0 && x.N[x.byDate[lo]] < n; lo -= step {
			hi = lo
			step *= 2
		}
		lo = max(lo, 0)
	}
	for lo < hi { // the first place whose number is not above n
		mid := (lo + hi) / 2
		if x.N[x.byDate[mid]] > n {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// flagsColumn is a status as the flags of a slot.
const flagsColumn = `((s.removed = 0) + 2 * s.read + 4 * s.starred + 8 * s.saved + 16 * (s.percent > 0) + 32 * ` +
	`(s.removed > 0))`

// topicsOf are the topics of a slot.
func (x *Index) topicsOf(i int32) []int32 { return x.about[x.from[i] : x.from[i]+int32(x.count[i])] }

// IDOf is the article of a slot.
func (x *Index) IDOf(i int32) model.ID {
	s := strconv.FormatUint(x.ID[i], 16)
	return model.ID("0000000000000000"[len(s):] + s)
}
