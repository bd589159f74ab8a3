package remote

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"lede/content/parse/feed"
	"lede/model/address"
	"lede/model/clean"
)

// maxName is the longest name of an entry, a feed, a folder or a label that is taken from a server, in bytes.
const maxName = 2000

// Named reports whether a server's own name of something may be kept: not empty, not too long, and without characters
// that a terminal or a log would act on.
func Named(id string) bool { return id != "" && len(id) <= maxName && clean.Line(id) == id }

// Admit makes an entry fit to be kept: its item passes the door of feeds, its labels are clean, and it has its Hash,
// which is made of what the server sent.
func Admit(e Entry) Entry {
	sum := sha256.Sum256([]byte(e.Item.Title + "\x00" + e.Item.URL + "\x00" + e.Item.HTML + e.Item.Text))
	e.Hash = hex.EncodeToString(sum[:16])
	e.Item = feed.Door(e.Item)
	if e.Item.ID == "" {
		e.Item.ID = string(e.ID)
	}
	e.Arrived = e.Arrived.UTC()
	e.Labels = names(e.Labels)
	return e
}

// AdmitFeed makes a feed fit to be kept, likewise.
func AdmitFeed(f Feed) Feed {
	f.Address, f.Site = address.Checked(strings.TrimSpace(f.Address)), address.Checked(strings.TrimSpace(f.Site))
	f.Title, f.Problem = Name(f.Title), Name(f.Problem)
	f.Folder = Name(f.Folder)
	return f
}

// Name is the name of a folder, a label or a feed as it may be shown.
func Name(s string) string { return clean.Clip(clean.Line(s), maxName) }

func names(all []string) []string {
	var kept []string
	for _, s := range all {
		if s = Name(s); s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}

// Latest are changes less those that a later one undoes: of several changes of the same state of an entry only the
// last is left. ReadAll sets the read state of many entries, so that none before it is left out for one after it. The
// second result is the index in the first, for each of changes, of itself or of the one that stands for it.
func Latest(changes []Change) (kept []Change, at []int) {
	type state struct {
		entry EntryID
		kind  Action
		label string
		round int
	}
	last, round := map[state]int{}, 0
	at = make([]int, len(changes))
	for i, c := range changes {
		if c.Do == ReadAll {
			round++
			at[i] = len(kept)
			kept = append(kept, c)
			round++
			continue
		}
		s := state{c.Entry, kindOf(c.Do), c.Label, round}
		j, ok := last[s]
		if !ok {
			j = len(kept)
			last[s] = j
			kept = append(kept, c)
		}
		kept[j], at[i] = c, j
	}
	return kept, at
}

// kindOf is the state that an action sets, by one of the actions that do.
func kindOf(do Action) Action {
	switch do {
	case MarkUnread:
		return MarkRead
	case Unstar:
		return Star
	case Unlabel:
		return Label
	default:
		return do
	}
}
