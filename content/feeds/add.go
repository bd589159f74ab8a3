package feeds

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"lede/content/fetch"
	"lede/content/parse"
	"lede/content/parse/discover"
	"lede/content/store"
	"lede/model"
)

// triedFeeds is how many candidates of a page are asked for until one is a feed.
const triedFeeds = 4

// AddFeed subscribes to the feed at an address, or to the one of the page there, and keeps the entries that come with
// it: they are not asked for again. A page with feeds of which none is the obvious one adds nothing; they are in
// Choices then. Its errors are sentences.
func (l *Desk) AddFeed(ctx context.Context, feed model.Subscription) (model.FeedAdded, error) {
	return l.addFeed(ctx, feed, fetch.HostOf(feed.URL))
}

// FollowFeed is AddFeed for an address that the user has not typed, such as that of an article: nothing is asked of a
// host at a private address.
func (l *Desk) FollowFeed(ctx context.Context, url string) (model.FeedAdded, error) {
	return l.addFeed(ctx, model.Subscription{URL: url}, "")
}

func (l *Desk) addFeed(ctx context.Context, feed model.Subscription, typed string) (model.FeedAdded, error) {
	s, err := l.Store(ctx)
	if err != nil {
		return model.FeedAdded{}, err
	}
	if l.o.Web == nil {
		return model.FeedAdded{}, errors.New("nothing is fetched from the web here")
	}
	a := feedAdding{Desk: l, store: s, typed: typed}
	added, err := a.add(ctx, feed)
	l.o.Web.Rest()
	return added, l.Sentence(err)
}

// feedAdding is a task of AddFeed.
type feedAdding struct {
	*Desk
	store *store.Store
	typed string // the host that the user has typed, or ""
}

func (a *feedAdding) add(ctx context.Context, feed model.Subscription) (model.FeedAdded, error) {
	if known, ok, err := a.known(ctx, feed); ok || err != nil {
		return known, err
	}
	at := a.Now()
	got, err := a.get(ctx, feed.URL)
	if err != nil && !isAnswer(err) {
		return model.FeedAdded{}, err
	}
	if err == nil && isFeed(got) {
		return a.keep(ctx, feed, at, got)
	}
	candidates := discover.Feeds(got.Data, orFinal(got.Final, feed.URL))
	if choices := choicesOf(candidates); len(choices) > 1 {
		return model.FeedAdded{Choices: choices}, nil
	}
	if added, ok, err := a.first(ctx, feed, candidates); ok || err != nil {
		return added, err
	}
	if err = cmp.Or(err, got.TooShort); err != nil {
		return model.FeedAdded{}, err
	}
	return model.FeedAdded{}, fetch.NewError(feed.URL, "there is no feed at it, and none that it leads to",
		"Look on the site for the address of its feed", nil)
}

func orFinal(final, url string) string {
	if final != "" {
		return final
	}
	return url
}

// isAnswer reports whether an error is that of a server which has answered: its feed may be elsewhere.
func isAnswer(err error) bool {
	var status fetch.StatusError
	return errors.As(err, &status)
}

// isFeed reports whether what has come is a feed.
func isFeed(got fetch.FeedAnswer) bool {
	r, err := parse.Begin(got.Data, parse.Options{Name: got.Final, Base: got.Final, Charset: got.Charset})
	return err == nil && r.Format == parse.Feed
}

// choicesOf are the candidates that stand beside the first one with the same right, itself among them.
func choicesOf(candidates []discover.Candidate) []model.FeedChoice {
	var choices []model.FeedChoice
	for i, c := range candidates {
		if (i == 0 || c.Equal) && !c.Copy && c.From != discover.Guessed && c.Scope != discover.Comments {
			choices = append(choices, model.FeedChoice{URL: c.URL, Title: c.Title, Format: c.Format})
		}
	}
	return choices
}

// first subscribes to the first candidate that is a feed.
func (a *feedAdding) first(
	ctx context.Context, feed model.Subscription, candidates []discover.Candidate,
) (added model.FeedAdded, ok bool, err error) {
	tried := 0
	for _, c := range candidates {
		if tried == triedFeeds || c.Scope == discover.Comments {
			break
		}
		feed.URL = c.URL
		if known, ok, err := a.known(ctx, feed); ok || err != nil {
			return known, ok, err
		}
		tried++
		at := a.Now()
		got, err := a.get(ctx, c.URL)
		if ctx.Err() != nil {
			return added, false, err
		}
		if err == nil && isFeed(got) {
			added, err := a.keep(ctx, feed, at, got)
			return added, err == nil, err
		}
	}
	return added, false, nil
}

// get asks for what is at an address. Only the host that the user has typed may be at a private address.
func (a *feedAdding) get(ctx context.Context, url string) (fetch.FeedAnswer, error) {
	return a.o.Web.Feed(ctx, fetch.FeedRequest{URL: url, Home: a.isTyped(url)})
}

func (a *feedAdding) isTyped(url string) bool { return a.typed != "" && fetch.HostOf(url) == a.typed }

// known finds a feed that is subscribed to already, and adds to it what is new.
func (a *feedAdding) known(ctx context.Context, feed model.Subscription) (added model.FeedAdded, ok bool, err error) {
	all, err := a.store.Feeds.All(ctx)
	if err != nil {
		return added, false, err
	}
	for _, f := range all {
		if strings.TrimSuffix(f.URL, "/") == strings.TrimSuffix(feed.URL, "/") {
			feed.URL, feed.Home = f.URL, a.isTyped(f.URL)
			_, err := a.store.Feeds.Subscribe(ctx, feed)
			return model.FeedAdded{Feed: f}, true, err
		}
	}
	return added, false, nil
}

// keep subscribes to a feed that has come, and keeps its entries.
func (a *feedAdding) keep(
	ctx context.Context, feed model.Subscription, at time.Time, got fetch.FeedAnswer,
) (model.FeedAdded, error) {
	feed.Home = a.isTyped(feed.URL)
	done, err := a.store.Feeds.Subscribe(ctx, feed)
	if err != nil {
		return model.FeedAdded{}, err
	}
	feed.ID, feed.Added = done[0].ID, a.Now().UTC().Truncate(time.Second)
	got.Status = http.StatusOK
	answer := a.understood(ctx, a.store, feed, at, got, nil)
	if answer.Feed.Error != "" {
		return model.FeedAdded{Feed: answer.Feed, New: true}, errors.New(answer.Feed.Error)
	}
	kept, err := a.store.Feeds.Keep(context.WithoutCancel(ctx), answer)
	if err != nil {
		return model.FeedAdded{}, err
	}
	added := model.FeedAdded{Feed: answer.Feed, New: done[0].New}
	for _, k := range kept[0] {
		if k.How == model.Added || k.How == model.Apart {
			added.Entries++
		}
	}
	return added, nil
}
