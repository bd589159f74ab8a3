package content

import (
	"context"
	"io"
	"path/filepath"

	"lede/content/export"
	"lede/content/fetch"
)

// ExportFeeds writes the feeds as OPML to the file at path, which appears when it is whole, or to out when that is
// "-". It returns how many there are; where there is none, nothing is written.
func (l *Library) ExportFeeds(ctx context.Context, path string, out io.Writer) (int, error) {
	feeds, err := l.Feeds(ctx)
	if err != nil || len(feeds) == 0 {
		return 0, err
	}
	if path == fetch.Stdin {
		return len(feeds), export.OPML(out, feeds, l.Now())
	}
	w, err := newWhole(path, filepath.Ext(path))
	if err != nil {
		return 0, writeError(path, err)
	}
	return len(feeds), writeError(path, w.finish(export.OPML(w, feeds, l.Now())))
}
