package content

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"lede/content/parse"
	"lede/model"
)

// errUnasked says that nothing is known of why an article is what it is.
var errUnasked = errors.New("lede no longer knows: this article comes out of the library. Open its page or its file, and ask there")

// Why tells why a part of an article is what it is, counting its headings and blocks from 0, and by what it may be named in a
// correction. Its errors are sentences.
func (l *Library) Why(_ context.Context, a *model.Article, part int) (model.Why, error) {
	if part < 0 || part >= len(a.Reasons) {
		return model.Why{}, errUnasked
	}
	w := model.Why{Reason: a.Reasons[part]}
	if a.Format != parse.HTML {
		w.File = l.o.Config
		if w.File != "" {
			w.Labels = labelsOf(w.Said, partText(a, part))
		}
		return w, nil
	}
	address := l.home(a)
	w.File = siteFileFor(l.o.Sites, address)
	if w.Element > 0 {
		w.Spots = parse.Spots(a.Source, l.again(a), w.Element, w.Said)
	}
	if w.File == "" {
		w.Spots = nil
	}
	return w, nil
}

// home is the address that an article's page counts for.
func (l *Library) home(a *model.Article) string {
	if l.o.Base != "" && !model.IsAddress(a.Ref) {
		return l.o.Base
	}
	return a.URL
}

// siteFileFor is the file for corrections of pages at an address: the one that is there, or else one for the host. It is "" when there
// is no address.
func siteFileFor(folder, address string) string {
	names := siteNames(address)
	if folder == "" || len(names) == 0 {
		return ""
	}
	for _, name := range names {
		path := filepath.Join(folder, name+".toml")
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	return filepath.Join(folder, names[0]+".toml")
}

// partText is what a heading or block says, counted from 0.
func partText(a *model.Article, part int) string {
	for _, s := range a.Sections {
		if s.Title != "" {
			if part == 0 {
				return s.Title
			}
			part--
		}
		if part < len(s.Blocks) {
			return textOfBlock(s.Blocks[part])
		}
		part -= len(s.Blocks)
	}
	return ""
}

func textOfBlock(b model.Block) string {
	if r, ok := b.(model.Related); ok && r.Label != "" {
		return r.Label + ":"
	}
	return b.Text()
}

// maxLabel is how many bytes a label may have that a line begins with.
const maxLabel = 40

// labelsOf are the words at the beginning of a text that may be a label: those that a rule went by, or else those before a sign, or all of a short line.
func labelsOf(said, text string) []string {
	if said != "" {
		return []string{said}
	}
	line, _, _ := strings.Cut(text, "\n")
	if at := strings.IndexAny(line, ":|→»：–—"); at > 0 && at <= maxLabel {
		return []string{strings.TrimSpace(line[:at])}
	}
	if line = strings.TrimSpace(line); line != "" && len(line) <= maxLabel {
		return []string{line}
	}
	return nil
}
