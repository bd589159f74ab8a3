package greader

import (
	"context"
	"net/url"
	"slices"
	"strconv"
	"time"

	"lede/content/remote"
)

// mostMarks is how many entries are marked by one request.
const mostMarks = 500

// tag is what an action adds or removes.
type tag struct{ add, remove string }

func tagOf(c remote.Change) (tag, bool) {
	switch c.Do {
	case remote.MarkRead:
		return tag{add: read}, true
	case remote.MarkUnread:
		return tag{remove: read}, true
	case remote.Star:
		return tag{add: starred}, true
	case remote.Unstar:
		return tag{remove: starred}, true
	case remote.Label:
		return tag{add: label(c.Label)}, c.Label != ""
	case remote.Unlabel:
		return tag{remove: label(c.Label)}, c.Label != ""
	default:
		return tag{}, false
	}
}

// Push implements remote.Service. Of several changes of one state only the last is sent, the same ones together.
func (s *Service) Push(ctx context.Context, changes []remote.Change) (taken []bool, err error) {
	kept, at := remote.Latest(changes)
	done := make([]bool, len(kept))
	for from := 0; from < len(kept) && err == nil; {
		if kept[from].Do == remote.ReadAll {
			err = s.readAll(ctx, kept[from])
			done[from] = err == nil
			from++
			continue
		}
		to := from
		for to < len(kept) && kept[to].Do != remote.ReadAll {
			to++
		}
		err = s.marks(ctx, kept[from:to], done[from:to])
		from = to
	}
	taken = make([]bool, len(changes))
	for i := range changes {
		taken[i] = done[at[i]]
	}
	return taken, err
}

// marks makes changes of single entries, which may be made in any order.
func (s *Service) marks(ctx context.Context, changes []remote.Change, done []bool) error {
	settled, err := s.settled(ctx, changes)
	if err != nil {
		return err
	}
	which := map[tag][]int{}
	var order []tag
	for i, c := range changes {
		t, ok := tagOf(c)
		if done[i] = !ok || settled[i]; done[i] {
			continue
		}
		if which[t] == nil {
			order = append(order, t)
		}
		which[t] = append(which[t], i)
	}
	for _, t := range order {
		for part := range slices.Chunk(which[t], mostMarks) {
			form := url.Values{}
			if t.add != "" {
				form.Set("a", t.add)
			} else {
				form.Set("r", t.remove)
			}
			for _, i := range part {
				form.Add("i", asked(changes[i].Entry))
			}
			if err := s.post(ctx, "edit-tag", form); err != nil {
				return err
			}
			for _, i := range part {
				done[i] = true
			}
		}
	}
	return nil
}

// settled reports which changes are made already, on a server that would turn such a state over: see Service. It asks
// for the states that are to be set.
func (s *Service) settled(ctx context.Context, changes []remote.Change) (map[int]bool, error) {
	if s.auth == "" {
		if err := s.login(ctx); err != nil {
			return nil, err
		}
	}
	if s.named() != "Miniflux" {
		return nil, nil
	}
	sets := map[bool]map[remote.EntryID]bool{} // of stars, or of what is unread
	settled := map[int]bool{}
	for i, c := range changes {
		star := c.Do == remote.Star || c.Do == remote.Unstar
		if !star && c.Do != remote.MarkRead && c.Do != remote.MarkUnread {
			continue
		}
		if sets[star] == nil {
			ask := s.Unread
			if star {
				ask = s.Starred
			}
			ids, err := ask(ctx)
			if err != nil {
				return nil, err
			}
			sets[star] = map[remote.EntryID]bool{}
			for _, id := range ids {
				sets[star][id] = true
			}
		}
		in := c.Do == remote.Star || c.Do == remote.MarkUnread
		settled[i] = sets[star][c.Entry] == in
	}
	return settled, nil
}

// readAll marks what arrived up to the newest entry that the user has seen, and nothing without that time: the server
// would mark what has arrived since, too.
func (s *Service) readAll(ctx context.Context, c remote.Change) error {
	if c.Seen.IsZero() {
		return remote.NewError(remote.ErrUnsupported, "when the newest article arrived is not known",
			"Mark the articles themselves", nil)
	}
	stream := readingList
	switch {
	case c.Feed != "":
		stream = string(c.Feed)
	case c.Folder != "":
		stream = label(c.Folder)
	}
	return s.post(ctx, "mark-all-as-read", url.Values{"s": {stream}, "ts": {s.stamp(c.Seen)}})
}

// stamp is a time in the unit of the server. Most mean microseconds, as Google did, and The Old Reader nanoseconds.
func (s *Service) stamp(at time.Time) string {
	n := at.UnixMicro()
	if s.named() == "The Old Reader" {
		n = at.UnixNano()
	}
	return strconv.FormatInt(n, 10)
}

// Save implements remote.Service: the Google Reader API has no word for it.
func (s *Service) Save(context.Context, remote.EntryID) error {
	return remote.NewError(remote.ErrUnsupported, s.wire.Host()+" hands articles on to no other service",
		"Save it in lede", nil)
}
