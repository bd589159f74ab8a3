package library

import (
	"slices"

	"lede/ui/widget"
)

// filter is what a list is narrowed by: topics and words. The zero value lets everything through.
//
// It is a value: its methods return another filter and leave this one as it was.
type filter struct {
	with    []topicID // in the order in which they were chosen
	without []topicID
	either  bool // one topic of with is enough; otherwise all must be there
	text    widget.Pattern
}

func (f filter) empty() bool {
	return len(f.with) == 0 && len(f.without) == 0 && len(f.text.Words) == 0
}

// allows reports whether an entry with these topics may pass; the words are another matter.
func (f filter) allows(topics []topicID) bool {
	return f.wanted(topics) && !f.unwanted(topics)
}

// wanted reports whether the topics hold those that are asked for.
func (f filter) wanted(topics []topicID) bool {
	if len(f.with) == 0 {
		return true
	}
	for _, t := range f.with {
		if slices.Contains(topics, t) == f.either {
			return f.either
		}
	}
	return !f.either
}

// unwanted reports whether the topics hold one that is left out.
func (f filter) unwanted(topics []topicID) bool {
	return slices.ContainsFunc(f.without, func(t topicID) bool { return slices.Contains(topics, t) })
}

// Only asks for this one topic; what is left out and the words stay.
func (f filter) Only(t topicID) filter {
	f.with = []topicID{t}
	f.without = without(f.without, t)
	return f
}

// Toggle asks for a topic, or no longer.
func (f filter) Toggle(t topicID) filter {
	f.with, f.without = toggled(f.with, t), without(f.without, t)
	return f
}

// ToggleOut leaves a topic out, or no longer.
func (f filter) ToggleOut(t topicID) filter {
	f.with, f.without = without(f.with, t), toggled(f.without, t)
	return f
}

// SwapEither makes one topic of those asked for enough, or has all be there.
func (f filter) SwapEither() filter {
	f.either = !f.either
	return f
}

// drop forgets a topic.
func (f filter) drop(t topicID) filter {
	f.with, f.without = without(f.with, t), without(f.without, t)
	return f
}

// back takes the last part off, in the order in which a filter is written: the words, what is left out, what is asked
// for.
func (f filter) back() filter {
	switch {
	case f.text.Typed != "":
		f.text = widget.Pattern{}
	case len(f.without) > 0:
		f.without = f.without[: len(f.without)-1 : len(f.without)-1]
	case len(f.with) > 0:
		f.with = f.with[: len(f.with)-1 : len(f.with)-1]
	}
	return f
}

func toggled(set []topicID, t topicID) []topicID {
	if slices.Contains(set, t) {
		return without(set, t)
	}
	return append(slices.Clone(set), t)
}

func without(set []topicID, t topicID) []topicID {
	if !slices.Contains(set, t) {
		return set
	}
	return slices.DeleteFunc(slices.Clone(set), func(o topicID) bool { return o == t })
}
