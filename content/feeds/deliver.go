package feeds

import (
	"context"
	"slices"

	"lede/content/remote"
	"lede/content/store"
	"lede/content/store/follow"
	"lede/content/store/ledger"
	"lede/model"
)

// door is the library as a sync needs it: entries of a server pass the same door as those of feeds.
type door struct {
	*ledger.Ledger
	desk  *Desk
	store *store.Store
}

// Keep implements engine.Shelf.
func (d door) Keep(
	ctx context.Context, id model.ID, entries []remote.Entry, cursor *remote.Cursor,
) (added, changed int, err error) {
	out := store.Delivery{Account: id}
	if cursor != nil {
		at := string(*cursor)
		if was, err := d.Cursor(ctx, id); err != nil || len(entries) == 0 && was == at {
			return 0, 0, err
		}
		out.Cursor = &at
	}
	if err := d.deliver(ctx, &out, entries); err != nil {
		return 0, 0, err
	}
	kept, err := d.store.KeepDelivery(ctx, &out)
	for _, k := range slices.Concat(kept...) {
		switch k.How {
		case model.Added, model.Apart:
			added++
		case model.Updated:
			changed++
		case model.Known, model.Shorter:
		}
	}
	return added, changed, d.desk.Sentence(err)
}

// deliver makes articles of entries, feed by feed. Of one that the library does not have nothing is kept.
func (d door) deliver(ctx context.Context, out *store.Delivery, entries []remote.Entry) error {
	feeds, err := d.subscriptions(ctx, out.Account)
	if err != nil {
		return err
	}
	at := map[remote.FeedID]int{}
	var all [][]model.Item
	for _, e := range entries {
		feed, ok := feeds[string(e.Feed)]
		if !ok {
			continue
		}
		i, ok := at[e.Feed]
		if !ok {
			i = len(all)
			at[e.Feed] = i
			all, out.Answers = append(all, nil), append(out.Answers, follow.Answer{Feed: feed})
		}
		all[i] = append(all[i], e.Item)
		out.Links = append(out.Links, ledger.Link{
			Remote: string(e.ID), Feed: string(e.Feed), GUID: e.Item.ID, Read: e.Read, Starred: e.Starred, Hash: e.Hash,
		})
	}
	for i := range all {
		slices.Reverse(all[i]) // they come by arrival, and a feed has its newest first
		feed := out.Answers[i].Feed
		f := model.Feed{Title: feed.Title, Home: feed.Site, Items: all[i]}
		if err := d.desk.entries(ctx, d.store, &feed, &f, &out.Answers[i]); err != nil {
			return err
		}
	}
	return nil
}

// subscriptions are the feeds of an account, by the server's IDs.
func (d door) subscriptions(ctx context.Context, id model.ID) (map[string]model.Subscription, error) {
	ids, err := d.Feeds(ctx, id)
	if err != nil {
		return nil, err
	}
	all, err := d.store.Feeds.All(ctx)
	if err != nil {
		return nil, err
	}
	byID := make(map[model.ID]model.Subscription, len(all))
	for _, s := range all {
		byID[s.ID] = s
	}
	feeds := make(map[string]model.Subscription, len(ids))
	for remote, id := range ids {
		feeds[remote] = byID[id]
	}
	return feeds, nil
}
