package text

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/figure"
)

// largeText is how many bytes of text are looked through without a command.
const largeText = 256 << 10

// Large reports whether an article is looked through in a command.
func (it *Items) Large() bool { return it.size >= largeText }

// wordSums are the words of an article's prose before each of its items, and in all at the end.
type wordSums []int32

// countWords adds up the words of the items. It ends early, with nothing, when stop says so.
func countWords(it *Items, stop func() bool) wordSums {
	sums := make(wordSums, len(it.All)+1)
	for i, item := range it.All {
		if i%512 == 0 && stop() {
			return nil
		}
		n := 0
		if item.block != nil {
			n = model.OwnWords(item.block)
		} else if item.section >= 0 {
			n = model.Words(it.Article.Sections[item.section].Title)
		}
		sums[i+1] = sums[i] + int32(n)
	}
	return sums
}

// wordsCountedMsg brings the words of an article's items.
type wordsCountedMsg struct {
	items *Items
	sums  wordSums
}

// countWordsLater counts the words of a long article.
func countWordsLater(ctx context.Context, it *Items) tea.Cmd {
	return func() tea.Msg {
		return wordsCountedMsg{it, countWords(it, func() bool { return ctx.Err() != nil })}
	}
}

// progress is how far a reader has come.
type progress struct {
	Percent int // of the words, 0 at the top and 100 at the end
	minutes int // that reading the rest takes, rounded up; -1 when that is not known
	whole   bool
}

// ProgressOf returns how far the view of a document has come. item turns the document's items into the article's.
//
// The words in the view count as read in the share that the words outside of it are: so the top is 0 %, the end
// 100 %, and nothing jumps between.
func ProgressOf(d *document, sums wordSums, item func(int) int) progress {
	last, ended := d.Bottom()
	total := float64(sums[len(sums)-1])
	above := wordsAt(d, sums, item, d.Top)
	last.Line++
	within := max(0, wordsAt(d, sums, item, last)-above)
	if total <= 0 || ended && d.Top == (Spot{}) {
		return progress{100, minutes(total), true}
	}
	share := 1.0
	if outside := total - within; outside > 0 && !ended {
		share = min(1, above/outside)
	}
	passed := above + within*share
	return progress{int(100 * passed / total), minutes(total - passed), false}
}

// wordsAt is about how many words stand above a spot.
func wordsAt(d *document, sums wordSums, item func(int) int, s Spot) float64 {
	i := item(s.Item)
	words := float64(sums[i+1] - sums[i])
	return float64(sums[i]) + words*float64(s.Line)/float64(max(1, d.Item(s.Item).Height()))
}

func minutes(words float64) int {
	return (int(words) + model.WordsPerMinute - 1) / model.WordsPerMinute
}

// percentOf returns how far the view of a document has come in items.
func percentOf(d *document) progress {
	last, ended := d.Bottom()
	if ended {
		return progress{Percent: 100, minutes: -1}
	}
	return progress{Percent: 100 * d.Top.Item / max(1, d.Flow.Len()-(last.Item-d.Top.Item)), minutes: -1}
}

// String returns the progress as the header shows it.
func (p progress) String() string {
	left := figure.Minutes(p.minutes) + " left"
	switch {
	case p.minutes < 0:
		return fmt.Sprintf("%d %%", p.Percent)
	case p.whole && p.minutes > 0:
		return figure.Minutes(p.minutes)
	case p.whole:
		return ""
	case p.minutes == 0:
		left = "end"
	}
	return fmt.Sprintf("%s · %d %%", left, p.Percent)
}
