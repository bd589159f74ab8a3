package index

import (
	"cmp"
	"slices"

	"lede/model"
	"lede/model/query"
)

// Slots returns up to limit slots that a query asks for, in its order, after the first offset ones, with how many are
// folded into each.
func (q Asked) Slots(of query.Query, offset, limit int) (found []int32, sources []int, err error) {
	if (of.Sort == query.ByDate || of.Sort == "") && !readsTexts(of.Expr) {
		if search, rest, ok := q.Lookups.searchable(of.Expr); ok && !q.knows(search) && !q.Lookups.many(search) {
			return q.stream(of, search, rest, offset, limit)
		}
	}
	s, err := q.Matching(of.Expr)
	if err != nil {
		return nil, nil, err
	}
	order, err := q.ordered(of, s)
	if err != nil {
		return nil, nil, err
	}
	p := Page[int32]{Fold: of.Fold, Offset: offset, Limit: limit}
	for _, i := range order {
		if s.has(i) && !p.Take(i, int64(q.story[i])) {
			break
		}
	}
	return p.Found, q.sources(p.Found, of.Fold), nil
}

// sources counts, for each slot, those of its group that are here; all of them are told when they are folded.
func (x *Index) sources(slots []int32, fold bool) []int {
	out := make([]int, len(slots))
	groups := make(map[int32]int)
	for _, i := range slots {
		if x.story[i] != 0 && fold {
			groups[x.story[i]] = 0
		}
	}
	if len(groups) > 0 {
		for i, story := range x.story {
			if n, ok := groups[story]; ok && x.flags[i]&isHere != 0 {
				groups[story] = n + 1
			}
		}
	}
	for k, i := range slots {
		out[k] = max(groups[x.story[i]], 1)
		if !fold {
			out[k] = 0
		}
	}
	return out
}

// FoldedLen counts a set; of a group one when they are folded.
func (x *Index) FoldedLen(s Set, fold bool) int {
	n := s.len()
	if !fold {
		return n
	}
	seen := make(map[int32]bool)
	for i, story := range x.story {
		if story != 0 && s.has(int32(i)) {
			if seen[story] {
				n--
			}
			seen[story] = true
		}
	}
	return n
}

// Show gives the topics of rows the names that the reader has chosen.
func (x *Index) Show(rows []model.Row) {
	for i := range rows {
		names := make(map[string]ChosenName)
		for _, t := range rows[i].Topics {
			if place, ok := x.topics.of[t.Key]; ok && (x.root[place] != place || x.named[place]) {
				root := x.root[place]
				names[t.Key] = ChosenName{x.topics.list[root], x.shown[root]}
			}
		}
		if len(names) > 0 {
			rows[i].Topics = Shown(rows[i].Topics, names)
		}
	}
}

// ChosenName is the topic that one counts for, and what that is called.
type ChosenName struct{ Key, Name string }

// Shown gives topics their chosen names; those that have become one stand once.
func Shown(topics []model.Topic, names map[string]ChosenName) []model.Topic {
	if !slices.ContainsFunc(topics, func(t model.Topic) bool { return names[t.Key].Key != "" }) {
		return topics
	}
	seen := make(map[string]bool, len(topics))
	var out []model.Topic
	for _, t := range topics {
		if to, ok := names[t.Key]; ok {
			t.Key, t.Name = to.Key, to.Name
		}
		if !seen[t.Key] {
			out = append(out, t)
		}
		seen[t.Key] = true
	}
	return out
}

// ByPublished is model.ByDate where row numbers do not tell dates.
const ByPublished query.Order = "published"

// byPublished are the slots of a session from the newest to the oldest; those without a date come last.
func (x *Index) byPublished() []int32 {
	order := slices.Clone(x.byDate)
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(x.at[b], x.at[a]) })
	return order
}
