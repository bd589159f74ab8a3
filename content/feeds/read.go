package feeds

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"hash/fnv"
	"net"
	"net/http"
	"regexp"
	"strings"
	"syscall"
	"time"

	"lede/content/conduct"
	"lede/content/fetch"
	"lede/content/parse"
	"lede/content/parse/feed"
	"lede/content/reading"
	"lede/content/shelf"
	"lede/content/store"
	"lede/content/store/draft"
	"lede/content/store/follow"
	"lede/content/topics"
	"lede/content/visit"
	"lede/model"
	"lede/model/address"
)

// understood makes of what a server has answered for a feed what the library keeps of it: the entries that are new or
// have changed, and how the feed is asked for from now on. An answer that cannot be read changes nothing else.
func (l *Desk) understood(
	ctx context.Context, s *store.Store, feed model.Subscription, at time.Time, got fetch.FeedAnswer, err error,
) follow.Answer {
	c := conduct.Answer{At: at, Status: got.Status, Header: got.Header, Moved: got.Moved}
	c.Whole = got.Cut == "" || got.Full
	if c.Header == nil {
		c.Header = http.Header{}
	}
	out := follow.Answer{}
	switch {
	case err != nil:
		c.Problem = feedProblem(err)
	case got.Status == http.StatusNotModified:
	default:
		c.Feed, c.Problem = l.document(&feed, got)
	}
	if c.Feed != nil {
		if err := l.entries(ctx, s, &feed, c.Feed, &out); err != nil {
			c.Feed, c.Problem, out = nil, feedProblem(err), follow.Answer{}
		}
	}
	out.Feed, out.Asked = conduct.After(feed, c), feed.URL
	if c.Feed != nil {
		describe(&out.Feed, c.Feed, got.Cut)
	}
	if len(out.Entries) > 0 {
		out.Feed.Changed = out.Feed.Tried
	}
	if c.Feed != nil && !c.Whole { // the rest of it is missing: it must come again
		out.Feed.Note = got.Cut
	}
	return out
}

// describe takes over what a feed says of itself.
func describe(s *model.Subscription, f *model.Feed, cut string) {
	if f.Title != "" {
		s.Title = f.Title
	}
	if f.Home != "" {
		s.Site = f.Home
	}
	s.Items, s.Note = len(f.Items), f.Cut
	if cut != "" {
		s.Note = cut
	}
}

// document reads the feed that has come; the problem says why there is none that is the feed's own.
func (l *Desk) document(feed *model.Subscription, got fetch.FeedAnswer) (f *model.Feed, problem string) {
	r, err := parse.Begin(got.Data, parse.Options{Name: got.Final, Base: got.Final, Charset: got.Charset, Log: l.Log})
	switch {
	case got.TooShort != nil && (err != nil || r.Format != parse.Feed):
		return nil, feedProblem(got.TooShort)
	case errors.Is(err, parse.ErrEmpty):
		return nil, "It answers with nothing. lede asks again later."
	case err != nil || r.Format != parse.Feed && r.Format != parse.HTML:
		return nil, "There is no feed at its address any more. Find its new one with: lede feed add SITE"
	case r.Format == parse.HTML:
		return nil, "It answers with a web page in place of the feed. Find its new address with: lede feed add SITE"
	}
	read, err := parse.ReadFeed(r.Source, got.Final)
	if err != nil {
		return nil, "What it answers with cannot be read. lede asks again later."
	}
	if isAnother(feed, &read) {
		return nil, "Another feed is at its address now: “" + read.Title + "”. To take it: lede feed resume FEED; " +
			"to leave it: lede feed remove FEED"
	}
	return &read, ""
}

// isAnother reports whether a feed is not the one that was subscribed to: title and site have both changed.
func isAnother(s *model.Subscription, f *model.Feed) bool {
	if s.Title == "" || s.Site == "" || f.Title == "" || f.Home == "" {
		return false
	}
	return !strings.EqualFold(s.Title, f.Title) && !address.SameSite(s.Site, f.Home)
}

// entries makes the entries of a feed that are new, or say something else than before, ready to be kept.
func (l *Desk) entries(
	ctx context.Context, s *store.Store, feed *model.Subscription, f *model.Feed, out *follow.Answer,
) error {
	known, err := s.Feeds.Items(ctx, feed.ID)
	if err != nil {
		return l.Sentence(err)
	}
	titled := *feed // rules know it by what it calls itself now
	titled.Title = cmp.Or(f.Title, feed.Title)
	out.GUIDs = make([]string, len(f.Items))
	wanted, customs, pages := newWanted(feed, l.Now()), visit.New(l.Reader, l.o.Rest), 0
	for i := range f.Items {
		it := &f.Items[i]
		out.GUIDs[i] = it.ID
		was, there, former := before(known, it)
		said := saidBy(it)
		if there && was.Said == said || !there && !wanted.takes(it) {
			continue
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		a := l.entry(feed, f, it)
		feed.Texts++
		if reading.IsTeaser(a) {
			feed.Teasers++
			if pages < fullTexts && feed.FullText {
				pages++
				a = l.forFeed(customs.FullText(ctx, a))
			}
		}
		r := model.Record{Article: a, Feeds: []model.Subscription{titled}}
		l.Decide(&r, !there)
		ready, err := draft.Prepare(r)
		if err != nil {
			return err
		}
		out.Entries = append(out.Entries, follow.Entry{GUID: it.ID, Was: former, Said: said, Ready: ready.Fetched()})
	}
	return nil
}

// entry is the article of an item.
func (l *Desk) entry(feed *model.Subscription, f *model.Feed, it *model.Item) model.Article {
	a := parse.Entry(f, it, parse.Options{Labels: l.Wordings(), Log: l.Log})
	a.ID = model.NewID(string(feed.ID), it.ID)
	if a.Site == "" {
		a.Site = feed.Called()
	}
	a.Topics = WithTags(topics.Of(reading.Beginning(a)), feed.Tags)
	return l.forFeed(a)
}

// forFeed adds what the user's own rules say of an article, and keeps of its source what it is read by.
func (l *Desk) forFeed(a model.Article) model.Article {
	a.Source = shelf.SourceToKeep(a)
	l.ApplyRules(&a)
	return a
}

// saidBy is a number of all that an item says: another one when anything of it has changed.
func saidBy(it *model.Item) int64 {
	h := fnv.New64a()
	_ = json.NewEncoder(h).Encode(it) // an item is plain data
	return int64(h.Sum64() | 1)       //nolint:gosec // any 64 bits will do, but none
}

// wanted are the entries of a feed that the user wants.
type wanted struct {
	only, skip *regexp.Regexp
	since      time.Time
}

func newWanted(feed *model.Subscription, now time.Time) wanted {
	var w wanted
	if feed.Only != "" {
		w.only, _ = regexp.Compile(feed.Only) // it was checked when it was set
	}
	if feed.Skip != "" {
		w.skip, _ = regexp.Compile(feed.Skip)
	}
	if feed.MaxAge > 0 {
		w.since = now.AddDate(0, 0, -feed.MaxAge)
	}
	return w
}

func (w wanted) takes(it *model.Item) bool {
	at := it.Published
	if at.IsZero() {
		at = it.Updated
	}
	switch {
	case w.only != nil && !w.only.MatchString(it.Title), w.skip != nil && w.skip.MatchString(it.Title):
		return false
	}
	return at.IsZero() || !at.Before(w.since)
}

// feedProblem is what an error says of a feed, without the feed's address, and what to do.
func feedProblem(err error) string {
	var known *fetch.Error
	if !errors.As(err, &known) {
		return err.Error()
	}
	said := known.Problem
	if strings.HasPrefix(said, "it ") {
		said = "It " + said[3:]
	}
	said += "."
	switch {
	case strings.Contains(known.Advice, ": lede "): // a period would be part of the command
		said += " " + known.Advice
	case known.Advice != "":
		said += " " + known.Advice + "."
	}
	return said
}

// isOffline reports whether an error is one of this machine's own connection: nobody has been reached.
func isOffline(err error) bool {
	var dns *net.DNSError
	if errors.As(err, &dns) {
		return !dns.IsNotFound
	}
	return errors.Is(err, syscall.ENETUNREACH) || errors.Is(err, syscall.ENETDOWN)
}

// before finds what is known of an item by the feed's own ID, or by one that another reader has made for it: then
// former is that one.
func before(known map[string]follow.Item, it *model.Item) (was follow.Item, there bool, former string) {
	if was, there = known[it.ID]; there {
		return was, true, ""
	}
	if it.URL == "" {
		return byTitle(known, it)
	}
	if was, there = known[it.URL]; there {
		return was, true, it.URL
	}
	for guid, was := range known {
		if rest, ok := strings.CutPrefix(guid, it.URL); ok && sameMoment(feed.Date(rest), it) {
			return was, true, guid
		}
	}
	return byTitle(known, it)
}

// byTitle finds an item without an ID and an address by its title.
func byTitle(known map[string]follow.Item, it *model.Item) (was follow.Item, there bool, former string) {
	if it.Title == "" || !strings.HasPrefix(it.ID, "sha256:") {
		return was, false, ""
	}
	was, there = known[it.Title]
	return was, there, it.Title
}

// sameMoment reports whether a date is one of an item's.
func sameMoment(t time.Time, it *model.Item) bool {
	return !t.IsZero() && (t.Equal(it.Published) || t.Equal(it.Updated))
}

// fullTexts is how many pages are fetched for the teasers of a feed at a time.
const fullTexts = 20
