package ui

import (
	"context"

	"lede/model"
)

// Store is what the screens need of the library that lede keeps, beside Library, which opens its articles: each row's Ref is
// what Open takes. Every method but Changes may wait for the disk, ends with ctx, and may be called from several goroutines at once.
// Errors are sentences for the reader.
type Store interface {
	// Find returns up to limit rows that q asks for, in its order, after the first offset ones. What is in the trash is never
	// among them. A query without an order comes newest first. Rows of which others tell the same (a wire story on two
	// sites) are folded into one, with Sources counting them.
	Find(ctx context.Context, q model.Query, offset, limit int) ([]model.Row, error)
	// Count returns how many rows Find has for q.
	Count(ctx context.Context, q model.Query) (int, error)
	// Facets counts topics and sites over the articles that q asks for. The zero query counts over everything.
	Facets(ctx context.Context, q model.Query) (model.Facets, error)
	// Snippets returns, for the articles, the passage in which the words of q are first met; none for an article
	// that has them nowhere in its text, or for a query without words.
	Snippets(ctx context.Context, q model.Query, ids []model.ID) ([]model.Snippet, error)
	// Story returns the rows of what belongs together with an article by topics and time, itself included, oldest first.
	Story(ctx context.Context, id model.ID) ([]model.Row, error)
	// Sources returns the rows that are folded into the one of this article, itself first.
	Sources(ctx context.Context, id model.ID) ([]model.Row, error)

	// Status returns what the reader did with an article; kept tells whether the library holds the article too.
	Status(ctx context.Context, id model.ID) (s model.Status, kept bool, err error)
	// KeepPlace notes how far an article has been read, at once. It cannot be undone.
	KeepPlace(ctx context.Context, id model.ID, place model.Place, percent int) error
	// Keep puts an article that was opened from elsewhere into the library, as saved. It can be undone.
	Keep(ctx context.Context, a model.Article) error

	// Mark changes the statuses of articles as one step that can be undone. title says what the reader did, as "star 3
	// articles". It returns how many were changed by it.
	Mark(ctx context.Context, title string, ids []model.ID, c model.StatusChange) (n int, err error)
	// MarkQuery is Mark for all that q asks for.
	MarkQuery(ctx context.Context, title string, q model.Query, c model.StatusChange) (n int, err error)
	// Tag adds topics to articles and takes topics from them.
	Tag(ctx context.Context, ids []model.ID, add, remove []string) (n int, err error)
	// RenameTopic gives a topic another name wherever it stands; the name of another topic makes the two one.
	RenameTopic(ctx context.Context, key, name string) (n int, err error)
	// HideTopic leaves a topic out of the lists of topics and off the rows.
	HideTopic(ctx context.Context, key string) (n int, err error)
	// Undo takes back the last step of Keep, Mark, MarkQuery, Tag, RenameTopic or HideTopic that has not been taken back.
	// title is that of the step; "" when there is none.
	Undo(ctx context.Context) (title string, n int, err error)

	// Changes sends when another program, or another part of this one, has changed the library, within 2 s. It is closed
	// when ctx ends. Changes that come together may be one.
	Changes(ctx context.Context) <-chan struct{}
}

// NamedQuery is a query that the reader has saved.
type NamedQuery struct{ Name, Query string }
