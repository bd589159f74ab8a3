package reading

import (
	"context"
	"errors"
	"strings"
	"sync"

	"lede/content/parse"
	"lede/content/settings"
	"lede/model"
	"lede/model/address"
)

// errSourceless says that an article cannot be read again.
// A sentence.
var errSourceless = errors.New("The original page isn't kept. Reopen its link to see why.") //nolint:staticcheck,revive

// Why tells why a part of an article is what it is, counting its headings and blocks from 0, and by what it may be
// named in a correction. Its errors are sentences.
func (l *Reader) Why(_ context.Context, a *model.Article, part int) (model.Why, error) {
	reason, ok := l.reasons.of(l, a, part)
	if !ok {
		return model.Why{}, errSourceless
	}
	w := model.Why{Reason: reason}
	if a.Format != parse.HTML {
		w.File = l.o.Config
		if w.File != "" {
			w.Labels = labelsOf(w.Said, PartText(a, part))
		}
		return w, nil
	}
	w.Left = l.reasons.below(a)
	w.File = settings.SiteFile(l.o.Sites, l.home(a))
	if w.Element > 0 && w.File != "" {
		w.Spots = l.again(a, a.Whole).Spots(w.Element, w.Said)
	}
	return w, nil
}

// reasons are why the parts of an article out of the library are what they are. The library keeps only its source,
// which is read again when the first question comes. They are of one article at a time.
type reasons struct {
	mu     sync.Mutex
	id     model.ID
	source string
	all    map[string][]model.Reason // by what the parts say, those that say the same in their order
	left   []string                  // what is left out below the text
}

// below returns what is left out below the text of an article of which a part has been asked about.
func (r *reasons) below(a *model.Article) []string {
	if len(a.Reasons) > 0 {
		return a.Left
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.id != a.ID || r.source != a.Source {
		return nil
	}
	return r.left
}

// of returns the reason of a part of an article; the zero Reason for a part that the source does not give any more,
// such as one that stood on a later page. It reports false when there is no way to know.
func (r *reasons) of(l *Reader, a *model.Article, part int) (model.Reason, bool) {
	if part < 0 {
		return model.Reason{}, false
	}
	if part < len(a.Reasons) {
		return a.Reasons[part], true
	}
	if len(a.Reasons) > 0 || !a.CanReread() {
		return model.Reason{}, false
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.id != a.ID || r.source != a.Source {
		r.id, r.source, r.all = a.ID, a.Source, map[string][]model.Reason{}
		again := l.again(a, a.Whole).Article()
		r.left = again.Left
		for i, reason := range again.Reasons {
			text := PartText(&again, i)
			r.all[text] = append(r.all[text], reason)
		}
	}
	text := PartText(a, part)
	before := 0
	for i := range part {
		if PartText(a, i) == text {
			before++
		}
	}
	if found := r.all[text]; before < len(found) {
		return found[before], true
	}
	return model.Reason{}, true
}

// home is the address that an article's page counts for.
func (l *Reader) home(a *model.Article) string {
	if l.o.Base != "" && !address.IsChecked(a.Ref) {
		return l.o.Base
	}
	return a.URL
}

// PartText is what a heading or block says, counted from 0.
func PartText(a *model.Article, part int) string {
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

// labelsOf are the words at the beginning of a text that may be a label: those that a rule went by, or else those
// before a sign, or all of a short line.
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
