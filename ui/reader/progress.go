package reader

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/figure"
)

// largeText is how many bytes of text are looked through without a command.
const largeText = 256 << 10

// large reports whether an article is looked through in a command.
func (it *items) large() bool { return it.size >= largeText }

// wordSums are the words of an article's prose before each of its items, and in all at the end.
type wordSums []int32

// countWords adds up the words of the items. It ends early, with nothing, when stop says so.
func countWords(it *items, stop func() bool) wordSums {
	sums := make(wordSums, len(it.all)+1)
	for i, item := range it.all {
		if i%512 == 0 && stop() {
			return nil
		}
		n := 0
		if item.block != nil {
			n = model.OwnWords(item.block)
		} else if item.section >= 0 {
			n = model.Words(it.article.Sections[item.section].Title)
		}
		sums[i+1] = sums[i] + int32(n)
	}
	return sums
}

// wordsCountedMsg brings the words of an article's items.
type wordsCountedMsg struct {
	items *items
	sums  wordSums
}

// countWordsLater counts the words of a long article.
func countWordsLater(ctx context.Context, it *items) tea.Cmd {
	return func() tea.Msg {
		return wordsCountedMsg{it, countWords(it, func() bool { return ctx.Err() != nil })}
	}
}

// progress is how far a reader has come.
type progress struct {
	percent int // of the words, 0 at the top and 100 at the end
	minutes int // that reading the rest takes, rounded up; -1 when that is not known
	whole   bool
}

// progressOf returns how far the view of a document has come. item turns the document's items into the article's.
//
// The words in the view count as read in the share that the words outside of it are: so the top is 0 %, the end
// 100 %, and nothing jumps between.
func progressOf(d *document, sums wordSums, item func(int) int) progress {
	last, ended := d.bottom()
	total := float64(sums[len(sums)-1])
	above := wordsAt(d, sums, item, d.top)
	last.line++
	within := max(0, wordsAt(d, sums, item, last)-above)
	if total <= 0 || ended && d.top == (spot{}) {
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
func wordsAt(d *document, sums wordSums, item func(int) int, s spot) float64 {
	i := item(s.item)
	words := float64(sums[i+1] - sums[i])
	return float64(sums[i]) + words*float64(s.line)/float64(max(1, d.item(s.item).height()))
}

func minutes(words float64) int {
	return (int(words) + model.WordsPerMinute - 1) / model.WordsPerMinute
}

// percentOf returns how far the view of a document has come in items.
func percentOf(d *document) progress {
	last, ended := d.bottom()
	if ended {
		return progress{percent: 100, minutes: -1}
	}
	return progress{percent: 100 * d.top.item / max(1, d.flow.len()-(last.item-d.top.item)), minutes: -1}
}

// String returns the progress as the header shows it.
func (p progress) String() string {
	left := figure.Minutes(p.minutes) + " left"
	switch {
	case p.minutes < 0:
		return fmt.Sprintf("%d %%", p.percent)
	case p.whole && p.minutes > 0:
		return figure.Minutes(p.minutes)
	case p.whole:
		return ""
	case p.minutes == 0:
		left = "end"
	}
	return fmt.Sprintf("%s · %d %%", left, p.percent)
}
