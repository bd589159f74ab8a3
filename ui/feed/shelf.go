package feed

import (
	"regexp"
	"slices"
	"strings"

	"lede/model"
	"lede/model/clean"
	"lede/model/query"
)

// Term is a feed or a folder that is asked for, by its name. The zero value is none.
type Term struct{ Feed, Folder string }

// Name is what the term is called: "Courier", "News/".
func (t Term) Name() string {
	if t.Folder != "" {
		return clean.Line(t.Folder) + "/"
	}
	return clean.Line(t.Feed)
}

// Expr is what an article must be that has come by the feed, or by one in the folder; nil for none. It is the whole
// name that counts: "News" is another feed than "News Flash".
func (t Term) Expr() query.Expr {
	switch {
	case t.Folder != "":
		return query.In{Folder: t.Folder}
	case t.Feed == "":
		return nil
	}
	if p, why := query.NewPattern("^" + regexp.QuoteMeta(t.Feed) + "$"); why == "" {
		return query.Like{Field: query.InFeed, Pattern: p}
	}
	if words := query.Tokens(t.Feed); len(words) > 0 {
		return query.Phrase{Field: query.InFeed, Words: words}
	}
	return nil
}

// Line is a feed or a folder in a list of feeds.
type Line struct {
	Term
	Of      *model.Subscription // nil for a folder
	Label   string              // clean; of a folder its innermost name
	Depth   int                 // how many folders it is in
	Unread  int                 // of a folder those of the folders in it too
	Failing bool                // asking for it fails, or it is gone for good
	in      string              // its folder in lower case, as a path that ends with a slash; "" for none
}

// Shelf lists the feeds that the user follows, each folder before what is in it, and the accounts on servers. The zero
// value has none.
type Shelf struct {
	Accounts []model.AccountState
	lines    []Line
	feeds    int
}

// NewShelf makes a list of feeds, without those that are hidden. In a folder they keep their order.
func NewShelf(feeds []model.Subscription) Shelf {
	sorted := slices.DeleteFunc(slices.Clone(feeds), func(s model.Subscription) bool { return s.Hidden })
	key := func(s *model.Subscription) string { return strings.ReplaceAll(pathOf(s.Folder), "/", "\x00") }
	slices.SortStableFunc(sorted, func(a, b model.Subscription) int { return strings.Compare(key(&a), key(&b)) })
	shelf := Shelf{feeds: len(sorted)}
	var open []int // the folders that the line before is in, from the outside in
	for i := range sorted {
		s := &sorted[i]
		open = shelf.enter(open, s.Folder)
		for _, at := range open {
			shelf.lines[at].Unread += s.Unread
		}
		shelf.lines = append(shelf.lines, Line{
			Term: Term{Feed: s.Called()}, Of: s, Label: clean.Line(s.Called()), Depth: len(open), Unread: s.Unread,
			Failing: s.Error != "" || s.Gone, in: pathOf(s.Folder),
		})
	}
	return shelf
}

// enter adds the folders of a path that are not open yet, and returns those that are open then.
func (s *Shelf) enter(open []int, folder string) []int {
	names := folders(folder)
	for i, name := range names {
		path := strings.Join(names[:i+1], "/")
		if i < len(open) && s.lines[open[i]].in == pathOf(path) {
			continue
		}
		open = append(open[:min(i, len(open))], len(s.lines))
		s.lines = append(s.lines, Line{Term: Term{Folder: path}, Label: clean.Line(name) + "/", Depth: i, in: pathOf(path)})
	}
	return open[:len(names)]
}

// folders are the names of the folders of a path, from the outside in.
func folders(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return r == '/' })
}

// pathOf is a path of folders as it is compared.
func pathOf(folder string) string {
	names := folders(strings.ToLower(folder))
	if len(names) == 0 {
		return ""
	}
	return strings.Join(names, "/") + "/"
}

// IsEmpty reports whether there are neither feeds nor accounts.
func (s Shelf) IsEmpty() bool { return len(s.lines)+len(s.Accounts) == 0 }

// All returns all feeds and folders.
func (s Shelf) All() []Line { return s.lines }

// NextUnread returns the next feed with something unread after a feed or a folder with what is in it, after the last
// one from the first; false when there is no other, or after is none.
func (s Shelf) NextUnread(after Term) (next Term, ok bool) {
	at := slices.IndexFunc(s.lines, func(l Line) bool { return l.Term == after })
	if at < 0 || after == (Term{}) {
		return next, false
	}
	in := pathOf(after.Folder)
	for i := range s.lines {
		l := s.lines[(at+1+i)%len(s.lines)]
		if inside := in != "" && strings.HasPrefix(l.in, in); l.Of != nil && l.Unread > 0 && l.Term != after && !inside {
			return l.Term, true
		}
	}
	return next, false
}

// manyFeeds is how many feeds are too many for a list that shows other things too.
const manyFeeds = 30

// Lines returns what a list shows that shows other things too. Of many feeds those in a folder are in it when their
// folder is asked for, and the others while they have something unread.
func (s Shelf) Lines(asked Term) []Line {
	if s.feeds <= manyFeeds {
		return s.lines
	}
	within := pathOf(asked.Folder)
	return slices.DeleteFunc(slices.Clone(s.lines), func(l Line) bool {
		switch {
		case l.Folder != "", l.Term == asked:
			return false
		case l.in == "":
			return l.Unread == 0
		}
		return within == "" || !strings.HasPrefix(l.in, within)
	})
}
