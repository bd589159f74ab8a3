package lang

import "slices"

// ByFirst holds words by their first byte, so that a text is compared with few of many that it may begin with.
type ByFirst [256][]string

// NewByFirst returns words by their first byte, the longer ones first; none may be "".
func NewByFirst(words []string) *ByFirst {
	var by ByFirst
	for _, w := range slices.SortedStableFunc(slices.Values(words), func(a, b string) int { return len(b) - len(a) }) {
		by[w[0]] = append(by[w[0]], w)
	}
	return &by
}
