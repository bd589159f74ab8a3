package ui

import (
	"context"

	"lede/model"
	"lede/model/diff"
	"lede/model/query"
)

// Store is what the screens need of the library that lede keeps, beside Library, whose Open takes an article's ID as
// its reference. Every method but Changes may wait for the disk, ends with ctx, and may be called from several
// goroutines at once. Errors are sentences for the reader.
type Store interface {
	// Find returns up to limit rows that q asks for, in its order, after the first offset ones. What is in the trash
	// is never among them. A query without an order comes newest first. Rows that others repeat (a wire
	// story on two sites) are folded into one, with Sources counting them.
	Find(ctx context.Context, q query.Query, offset, limit int) ([]model.Row, error)
	// Count returns how many rows Find has for q.
	Count(ctx context.Context, q query.Query) (int, error)
	// IDs returns the articles that q asks for, those that repeat others too.
	IDs(ctx context.Context, q query.Query) ([]model.ID, error)
	// Facets counts topics and sites over the articles that q asks for. The zero query counts over everything.
	Facets(ctx context.Context, q query.Query) (model.Facets, error)
	// Snippets returns, for the articles, the passage in which the words of q are first met; none for an article
	// that has them nowhere in its text, or for a query without words.
	Snippets(ctx context.Context, q query.Query, ids []model.ID) ([]model.Snippet, error)
	// Continue returns up to limit rows that the reader has begun and not finished, the one read last first.
	Continue(ctx context.Context, limit int) ([]model.Row, error)
	// Story returns the rows of what belongs together with an article by topics and time, itself included, oldest
	// first.
	Story(ctx context.Context, id model.ID) ([]model.Row, error)
	// Sources returns the rows that are folded into the one of this article, itself first.
	Sources(ctx context.Context, id model.ID) ([]model.Row, error)

	// Status returns what the reader did with an article, whether the library has it or not. Arrived is zero when
	// not.
	Status(ctx context.Context, id model.ID) (model.Status, error)
	// Changed returns the text of an article that the user has read last, and what has changed since; nothing when
	// that is the newest one, and for an article that has not been read.
	Changed(ctx context.Context, id model.ID) (before model.Article, changes []diff.Change, err error)
	// Held returns which of the addresses lead to articles of the library, in one go.
	Held(ctx context.Context, addresses []string) ([]model.Held, error)
	// KeepPlace notes how far an article has been read, at once. It cannot be undone.
	KeepPlace(ctx context.Context, id model.ID, place model.Place, percent int) error
	// Keep puts an article that was opened from elsewhere into the library, as saved.
	Keep(ctx context.Context, a model.Article) error
	// Add keeps what addresses lead to. format is "". The channel is closed after the last step, soon after ctx has
	// ended too.
	Add(ctx context.Context, addresses []string, format string) <-chan model.Progress
	// Pack keeps an article and brings in the articles that it links to, at most limit of them: those of its related
	// links, or all of its text. What the library has is not fetched again. The channel is closed after the last
	// step, soon after ctx has ended too.
	Pack(ctx context.Context, a model.Article, all bool, limit int) <-chan model.Progress

	// Mark changes the statuses of articles as one step that Undo takes back. title says what the reader did: "star 3
	// articles"; a step without a title is not kept for Undo. It returns how many were changed.
	Mark(ctx context.Context, title string, ids []model.ID, c model.StatusChange) (n int, err error)
	// MarkQuery is Mark for all that q asks for.
	MarkQuery(ctx context.Context, title string, q query.Query, c model.StatusChange) (n int, err error)
	// Tag adds topics to articles and takes others from them.
	Tag(ctx context.Context, title string, ids []model.ID, add, remove []string) (n int, err error)
	// RenameTopic shows a topic under another name; the name of another topic makes the two one.
	RenameTopic(ctx context.Context, title, from, to string) error
	// MergeTopics makes topics part of another.
	MergeTopics(ctx context.Context, title string, from []string, into string) error
	// HideTopic leaves a topic out of Facets, or no longer.
	HideTopic(ctx context.Context, title, name string, hidden bool) error
	// Undo takes back the last step that has not been taken back. title is that of the step, "" when there is none.
	Undo(ctx context.Context) (title string, n int, err error)

	// Changes sends when another program, or another part of this one, has changed the library, within 2 s. It is
	// closed when ctx ends. Changes that come together may be one.
	Changes(ctx context.Context) <-chan struct{}
}

// Session is a Store of files that are still to be read: those of a folder, or the samples. Its rows are opened by
// their references. What the user does with them goes into the library.
type Session interface {
	Store
	// List starts to read the files. A step says that there is more to see. The channel is closed after the last step,
	// or when ctx ends.
	List(ctx context.Context) <-chan model.Progress
	// Name is the folder that is listed, "" for none.
	Name() string
}

// Feeds are the feeds that the user follows. It may be called from several goroutines at once.
type Feeds interface {
	// Feeds returns the feeds with how many of their articles are here, by folder and name.
	Feeds(ctx context.Context) ([]model.Subscription, error)
	// Accounts returns how syncing goes with the accounts on servers that the settings name, in their order.
	Accounts(ctx context.Context) ([]model.AccountState, error)
	// FollowFeed follows the feed at an address, or the one of the page there, and keeps the entries that come with it.
	// Of a page with several feeds of which none is the obvious one, nothing is followed: they are in Choices. Its
	// errors are sentences.
	FollowFeed(ctx context.Context, url string) (model.FeedAdded, error)
	// Refresh asks for feeds and syncs with accounts, all of them when none is named, as far as they may be asked for
	// now. The last step comes also when ctx ends before, with what has come by then; then the channel is closed.
	Refresh(ctx context.Context, only ...model.ID) <-chan model.Refresh
}

// Corrector explains why articles are what they are, and takes a reader's corrections. Its errors are sentences. It
// may be called from several goroutines at once.
type Corrector interface {
	// Why explains why a part of an article is what it is. Parts are headings and blocks, counted from 0.
	Why(ctx context.Context, a *model.Article, part int) (model.Why, error)
	// Correct writes a correction down and returns what takes it back.
	Correct(c model.Correction) (undo func() error, err error)
	// Reread reads an article again from its source, by what has been corrected. whole takes in everything on its page;
	// the reason of what is not in the article then begins with model.LeftOut.
	Reread(ctx context.Context, a *model.Article, whole bool) (model.Article, error)
}
