package arrive

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"strings"
)

// kind is a kind of source.
type kind struct {
	name string                                                // as users know it
	is   func(s *source) bool                                  // reports whether a source is of the kind, by its content
	read func(ctx context.Context, s *source, t *taking) error // hands what it holds to t
}

// The kinds of newsboat's own folder and of its list of feeds, which is the configuration that its user writes.
const (
	ofNewsboat = "newsboat"
	ofURLs     = "newsboat urls"
)

// kinds are all kinds of sources, in the order in which they are tried. Those of folders come first.
func kinds() []kind {
	return []kind{
		{ofNewsboat, isNewsboat, readNewsboat},
		{"Omnivore", isOmnivore, readOmnivore},
		{"Maildir", isMaildir, readMaildir},
		{"EPUB", isEPUB, readEPUB},

		{"newsboat cache", isCache, readCacheFile},
		{"OPML", isOPML, readOPML},
		{"bookmarks", isBookmarks, readBookmarks},
		{"Pocket", isPocketPage, readPocketPage},
		{"Pocket", isPocketTable, readPocketTable},
		{"Pocket", isPocketNotes, readPocketNotes},
		{"Instapaper", isInstapaper, readInstapaper},
		{"Readwise Reader", isReadwise, readReadwise},
		{"Readwise highlights", isHighlights, readHighlights},
		{"Raindrop", isRaindrop, readRaindrop},
		{"Omnivore", isOmnivoreFile, readOmnivoreFile},
		{"wallabag", isWallabag, readWallabag},
		{"starred items", isStarred, readStarred},
		{"mail", isMail, readMail},
		{"newsboat config", isConfig, readConfig},
		{ofURLs, isURLs, readURLs},
	}
}

// kindOf returns the kind of a source, or nil.
func kindOf(s *source) *kind {
	for _, k := range kinds() {
		if k.is(s) {
			return &k
		}
	}
	return nil
}

// maxFiles is how many files of a folder are looked at.
const maxFiles = 200_000

// walk reads the files of a folder that is of no kind by itself: an export of several files, or notes in Markdown.
func (t *taking) walk(ctx context.Context, s *source) error {
	seen := 0
	return fs.WalkDir(s.tree, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			if name == "." {
				return err
			}
			t.skip(place{file: name}, "It cannot be read.", "")
			return nil
		case isHidden(name) && d.IsDir():
			return fs.SkipDir
		case isHidden(name) || d.IsDir():
			return nil
		}
		if seen++; seen > maxFiles {
			t.skip(place{file: name}, "The folder has more files than are read at once.", "")
			return fs.SkipAll
		}
		return t.file(ctx, s, name)
	})
}

// isHidden reports whether a file or folder is none of the user's: its name begins with a dot, or the Finder made it.
func isHidden(name string) bool {
	base := path.Base(name)
	return name != "." && (strings.HasPrefix(base, ".") || base == "__MACOSX")
}

// file reads one file of a folder.
func (t *taking) file(ctx context.Context, folder *source, name string) error {
	s, err := folder.below(name)
	switch {
	case errors.Is(err, errBomb):
		t.skip(place{file: name}, "It is packed too tight to be a text.", "")
		return nil
	case err != nil:
		if isNote(name) {
			t.skip(place{file: name}, "It cannot be read.", "")
		}
		return nil
	}
	if isNote(name) {
		return t.as(ctx, kind{"Markdown", nil, readNote}, s)
	}
	if k := kindOf(s); k != nil {
		return t.as(ctx, *k, s)
	}
	return nil
}
