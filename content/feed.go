package content

import (
	"lede/content/parse"
	"lede/model"
)

// FeedOf returns the feed that an article was made of; ok is false when it is none.
func FeedOf(a model.Article) (f model.Feed, ok bool) {
	if a.Format != model.FeedFormat {
		return model.Feed{}, false
	}
	f, err := parse.ReadFeed(a.Source, a.Base)
	return f, err == nil
}
