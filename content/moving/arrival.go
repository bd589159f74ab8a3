// Package moving brings in what another reader holds: its feeds, entries and searches, with what was done with them.
//
// Start with Mover.Arrive, which reads it, and Mover.Import, which keeps it.
package moving

import (
	"context"
	"errors"
	"io/fs"
	"slices"

	"lede/content/arrive"
	"lede/content/fetch"
	"lede/content/reading"
	"lede/content/store/follow"
	"lede/model"
	"lede/model/address"
	"lede/model/clean"
)

// Mover brings in what other readers hold. Its methods may be called from several goroutines at once.
type Mover struct {
	*reading.Reader
	config string
}

// New returns what brings texts into a reader's library, and searches into the file of settings config; "" for
// none.
func New(r *reading.Reader, config string) *Mover { return &Mover{r, config} }

// Arrival is what another reader holds, and how much of it the library lacks.
type Arrival struct {
	*arrive.Arrival
	NewFeeds, NewEntries int

	// Private are the feeds at addresses of a home or company network, or of this machine, that the user has not allowed
	// lede to ask for. AllowPrivate does so: the feeds of the import may be at such addresses.
	Private      []string
	AllowPrivate bool
}

// Arrive reads what another reader holds or has exported: a file, a folder or a zip file, which is left as it is. Its
// errors are sentences. The caller closes it.
func (l *Mover) Arrive(ctx context.Context, ref string) (*Arrival, error) {
	a, err := arrive.Open(ctx, ref)
	if err != nil {
		return nil, arrivalError(ref, err)
	}
	in := &Arrival{Arrival: a}
	if err := l.countNew(ctx, in); err != nil {
		return nil, errors.Join(err, a.Close())
	}
	return in, nil
}

// arrivalError says in a sentence why nothing can be imported from ref.
func arrivalError(ref string, err error) error {
	var broken *arrive.BrokenError
	switch {
	case errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &broken):
		return fetch.NewError(ref, clean.Line(broken.Problem), "Close the other program, and export or copy it again", err)
	case errors.Is(err, arrive.ErrEmpty):
		return fetch.NewError(ref, "it is empty", "Export it again", err)
	case errors.Is(err, arrive.ErrUnknown):
		advice := "lede manual moving names what can be imported; lede add keeps texts"
		return fetch.NewError(ref, "it is nothing that lede imports", advice, err)
	case errors.Is(err, fs.ErrNotExist):
		return fetch.NewError(ref, "there is no such file", "", err)
	}
	return fetch.ReadError(ref, err)
}

// countNew counts what the library lacks. A library that is not there yet is not made.
func (l *Mover) countNew(ctx context.Context, in *Arrival) error {
	feeds, entries := in.parts()
	in.NewFeeds, in.NewEntries = len(feeds), len(entries)
	if !l.Exists() {
		in.findPrivate(feeds, nil)
		return nil
	}
	s, err := l.Store(ctx)
	if err != nil {
		return err
	}
	followed, err := s.Feeds.All(ctx)
	if err != nil {
		return l.Sentence(err)
	}
	home := make(map[string]bool, len(followed))
	for _, f := range followed {
		home[f.URL] = f.Home
	}
	for _, f := range feeds {
		if _, known := home[address.Checked(f.URL)]; known {
			in.NewFeeds--
		}
	}
	in.findPrivate(feeds, home)
	asked := make([]follow.Arrived, len(entries))
	for i, e := range entries {
		asked[i] = arrived(e)
	}
	known, err := s.Feeds.HasArrived(ctx, asked)
	for _, is := range known {
		if is {
			in.NewEntries--
		}
	}
	return l.Sentence(err)
}

// findPrivate finds the feeds whose hosts are private by their names, but for those that are allowed already.
func (in *Arrival) findPrivate(feeds []*arrive.Feed, allowed map[string]bool) {
	if in.Typed() {
		return
	}
	for _, f := range feeds {
		if url := address.Checked(f.URL); fetch.PrivateByName(url) && !allowed[url] {
			in.Private = append(in.Private, url)
		}
	}
}

// parts are the feeds and the entries of an import.
func (in *Arrival) parts() (feeds []*arrive.Feed, entries []*arrive.Entry) {
	for _, r := range in.Records {
		switch r := r.(type) {
		case *arrive.Feed:
			feeds = append(feeds, r)
		case *arrive.Entry:
			entries = append(entries, r)
		case *arrive.Query, *arrive.Binding, *arrive.Skipped:
		}
	}
	return feeds, entries
}

// arrived is an entry without its text.
func arrived(e *arrive.Entry) follow.Arrived {
	in := follow.Arrived{ID: arrivalID(e), URL: address.Checked(e.URL), GUID: e.ID, Gone: e.Deleted}
	if url := address.Checked(e.Feed); url != "" && e.ID != "" {
		in.Feed = model.SubscriptionID(url)
	}
	return in
}

// arrivalID names an entry: an item of a feed by what the feed calls it, another one by its address, one that has none
// by what its source calls it.
func arrivalID(e *arrive.Entry) model.ID {
	if url := address.Checked(e.URL); url != "" && e.ID == "" {
		return model.NewID(url)
	}
	return model.NewID("arrived", e.Key())
}

// Subscriptions are the feeds of an import, as they are followed.
func (in *Arrival) subscriptions() []model.Subscription {
	feeds, _ := in.parts()
	subscriptions := make([]model.Subscription, len(feeds))
	for i, f := range feeds {
		s := model.Subscription{URL: address.Checked(f.URL), Folder: f.Folder, Site: address.Checked(f.Site), ETag: f.ETag}
		s.Home = in.AllowPrivate || in.Typed()
		s.Tags, s.Hidden = f.Tags, f.Hidden
		if s.Name = f.Title; f.OwnTitle {
			s.Name, s.Title = "", f.Title
		}
		subscriptions[i] = s
	}
	return subscriptions
}

// feeds is what is known of the feeds that entries came by, by their addresses; of one that is followed no more that
// is nothing.
func (in *Arrival) feeds() map[string]*model.Feed {
	feeds, entries := in.parts()
	known := make(map[string]*model.Feed, len(feeds))
	for _, f := range feeds {
		known[address.Checked(f.URL)] = &model.Feed{
			Title: f.Title, Home: address.Checked(f.Site), Topics: f.Tags,
		}
	}
	for _, e := range entries {
		if url := address.Checked(e.Feed); url != "" && known[url] == nil {
			known[url] = &model.Feed{}
		}
	}
	return known
}

// byDate are the entries of an import, those that were saved first before the others: of two that do not say when they
// were published the one that came later is the newer one.
func (in *Arrival) byDate() []*arrive.Entry {
	_, entries := in.parts()
	slices.SortStableFunc(entries, func(a, b *arrive.Entry) int { return a.Date.At.Compare(b.Date.At) })
	return entries
}
