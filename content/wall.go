package content

import (
	"lede/model"
)

// wall is the sentence for a page that is no article but stands before one, or is made by a script only; nil for an article.
func wall(_ origin, _ []byte, _ model.Article) error { return nil }
