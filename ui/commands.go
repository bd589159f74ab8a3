package ui

import (
	"context"

	"lede/model"
)

// Library is what the screens need of the place that articles come from.
type Library interface {
	// Open starts to read the article that ref names. The channel is closed after the last step, or when ctx ends.
	Open(ctx context.Context, ref string) <-chan model.Opening
	// List starts to list the articles of a library, or of the references it was made for. The channel is closed after the last
	// batch, or when ctx ends.
	List(ctx context.Context) <-chan model.Batch
}
