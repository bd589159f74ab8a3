package body

import (
	"math"
	"slices"
)

// maxJudged is how many passages are weighed. A page of more is a book or a list, of which the paragraphs are read.
const maxJudged = 30000

// judge weighs the passages and returns which of them are kept: those that weigh enough, and what belongs to them.
//
// The weights of signs, sayings and settings are those of a logistic regression with an L1 penalty over the passages
// of 385 public pages (benchmarks of article extraction, with the true text of each, or parts of it). A passage
// counted as the article's own if half of its runs of four words are in that text, weighted by its share of the
// article's words. Five-fold cross-validation gave the figures in the commits; learn_test.go repeats it. The sum of
// the weights is the logarithm of the odds that a passage is the article's own.
func judge(s *survey, passages []*passageFacts, article bool) (kept []bool) {
	all := judged(passages)
	fillRegion(s, all)
	if !article {
		keepItems(all)
	}
	if slices.ContainsFunc(all, func(v *verdict) bool { return v.kept && v.in&inHidden != 0 }) {
		dropCopies(all)
	}
	kept = make([]bool, len(all))
	for i, v := range all {
		kept[i] = v.kept
	}
	return kept
}

// judged weighs the passages.
func judged(passages []*passageFacts) []*verdict {
	all := make([]*verdict, len(passages))
	for i, f := range passages {
		all[i] = &verdict{passageFacts: f, chance: chance(f)}
	}
	least := threshold(all)
	for _, v := range all {
		v.kept = v.chance > least
	}
	settleHeadings(all)
	fillShort(all)
	fill(all)
	return all
}

// verdict is what is decided about a passage.
type verdict struct {
	*passageFacts
	chance float64 // that it is the article's own
	kept   bool
}

// chance returns the probability that a passage is the article's own.
func chance(f *passageFacts) float64 {
	sum := 0.0
	for _, sign := range signs {
		sum += sign.weight * sign.of(f)
	}
	for _, s := range sayings {
		if f.own&s.says != 0 {
			sum += s.own
		}
		if f.near&s.says != 0 {
			sum += s.near
		}
		if f.far&s.says != 0 {
			sum += s.far
		}
	}
	for _, s := range settings {
		if f.in&s.in != 0 {
			sum += s.weight
			if f.read {
				sum += s.read
			}
		}
	}
	return 1 / (1 + math.Exp(-sum))
}

// threshold returns the chance that a passage must have. It is below one half on a page whose best paragraphs have
// small chances, such as one that readability has misread: the smaller they are, the lower it is.
func threshold(all []*verdict) float64 {
	const (
		usual      = .5
		least      = .1          // the chance and
		size       = 40          // the size of a passage that counts among the best
		base, rise = .55, 1. / 4 // of the share of the best chance that is asked for
	)
	var sum, weight float64
	for _, f := range all {
		if f.chance > least && f.size > size {
			sum += f.chance * f.chance * float64(f.size)
			weight += f.chance * float64(f.size)
		}
	}
	if weight == 0 {
		return usual
	}
	best := sum / weight
	return min(usual, best*(base+best*rise))
}

// settleHeadings keeps headings that readability has missed where the text below them is the article's, and drops
// those with nothing below.
func settleHeadings(all []*verdict) {
	const least = .3
	below, some := false, false // the text below is kept, and anything is
	for i := len(all) - 1; i >= 0; i-- {
		f := all[i]
		switch {
		case !f.heading():
			below = f.kept
			some = some || f.kept
		case !some:
			f.kept = false
		case below && f.chance > least:
			f.kept = true
		}
	}
}
