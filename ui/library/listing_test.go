package library

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"lede/model"
	"lede/ui/widget"
)

// someEntries makes n entries that are all different, the same ones each time.
func someEntries(n int) []model.Entry {
	places := []string{"Westhaven", "Elmbridge", "the northern isles", "São Paulo", "Kirkness"}
	subjects := []string{"flooding", "coastal defence", "trade", "fishing", "rail", "schools", "energy", "housing"}
	es := make([]model.Entry, n)
	for i := range es {
		es[i] = model.Entry{
			Ref:       fmt.Sprintf("notes/%05d.md", i),
			Title:     fmt.Sprintf("%s in %s: report %d", subjects[i%len(subjects)], places[i%len(places)], i),
			Site:      []string{"North Coast Courier", "The Elmbridge Post", "notes"}[i%3],
			Byline:    []string{[]string{"Ines Okafor", "Tomás Brandt"}[i%2]},
			Published: time.Date(2026, 5, 3, 12, 0, 0, 0, time.UTC).Add(-time.Duration(i*7919%n) * time.Hour),
			Words:     200 + i*37%2000,
			Topics:    []model.Topic{{Name: subjects[i%len(subjects)]}, {Name: places[i%len(places)]}},
		}
	}
	return es
}

func shownRefs(l *listing) []string {
	var refs []string
	for i := range l.shown {
		refs = append(refs, l.entry(i).Ref)
	}
	return refs
}

func TestListingMergesBatchesIntoTheOrder(t *testing.T) {
	es := someEntries(500)
	for s := range sortings {
		whole, parts := newListing(), newListing()
		whole.sortBy(s)
		parts.sortBy(s)
		whole.add(digest(es))
		for from := 0; from < len(es); from += 37 {
			parts.add(digest(es[from:min(len(es), from+37)]))
		}
		if !slices.Equal(shownRefs(whole), shownRefs(parts)) {
			t.Errorf("%s: batches come to another order than all at once", s)
		}
		if !slices.IsSortedFunc(parts.order, parts.compare) {
			t.Errorf("%s: not sorted", s)
		}
		whole.sortBy((s + 1) % sortings)
		whole.sortBy(s)
		if !slices.Equal(shownRefs(whole), shownRefs(parts)) {
			t.Errorf("%s: sorting again gives another order", s)
		}
	}
}

func TestListingReplacesAnEntryOfTheSameRef(t *testing.T) {
	l := newListing()
	l.add(digest(someEntries(20)))
	e := l.entry(7).Entry
	e.Topics = []model.Topic{{Name: "harbours"}}
	l.add(digest([]model.Entry{e}))
	if got := l.entry(7); got.Ref != e.Ref || len(got.topics) != 1 || len(l.shown) != 20 {
		t.Errorf("after more topics: %d rows, row 7 is %v", len(l.shown), got.Entry)
	}
	e.Published = e.Published.AddDate(1, 0, 0)
	l.add(digest([]model.Entry{e, e}))
	if got := l.entry(0); got.Ref != e.Ref || len(l.shown) != 20 || !slices.IsSortedFunc(l.order, l.compare) {
		t.Errorf("after a newer date: %d rows, the first is %v", len(l.shown), got.Entry)
	}
}

func TestListingFiltersByTopics(t *testing.T) {
	l := newListing()
	for i, topics := range []string{"a b", "a", "b c", "A c", "", "c"} {
		e := model.Entry{Ref: fmt.Sprint(i), Title: fmt.Sprint("title ", i)}
		for _, n := range strings.Fields(topics) {
			e.Topics = append(e.Topics, model.Topic{Name: n})
		}
		l.add(digest([]model.Entry{e}))
	}
	a, b, c := l.topics.id("a", "a"), l.topics.id("b", "b"), l.topics.id("c", "c")
	for _, tc := range []struct {
		name   string
		f      filter
		want   string
		counts []int // of a, b and c
	}{
		{"nothing", filter{}, "0 1 2 3 4 5", []int{3, 2, 3}},
		{"one", filter{}.Toggle(a), "0 1 3", []int{3, 1, 1}},
		{"both", filter{}.Toggle(a).Toggle(b), "0", []int{1, 1, 0}},
		{"either", filter{with: []topicID{a, b}, either: true}, "0 1 2 3", []int{3, 2, 3}},
		{"without", filter{}.ToggleOut(c), "0 1 4", []int{2, 1, 3}},
		{"one without another", filter{}.Toggle(a).ToggleOut(b), "1 3", []int{2, 1, 1}},
		{"only", filter{}.Toggle(b).ToggleOut(c).Only(a), "0 1", []int{2, 1, 1}},
		{"words", filter{text: widget.NewPattern("title 3")}, "3", []int{1, 0, 1}},
		{"a topic's name as a word", filter{text: widget.NewPattern("b")}, "0 2", []int{1, 2, 1}},
	} {
		l.narrow(tc.f)
		if got := strings.Join(shownRefs(l), " "); got != tc.want {
			t.Errorf("%s: shown %q, want %q", tc.name, got, tc.want)
		}
		if got := l.topicCounts(); !slices.Equal(got, tc.counts) {
			t.Errorf("%s: counts %v, want %v", tc.name, got, tc.counts)
		}
	}
}

func TestListingShowsNewEntriesThatPassTheFilter(t *testing.T) {
	es := someEntries(300)
	whole, parts := newListing(), newListing()
	f := filter{text: widget.NewPattern("flood westh")}
	whole.add(digest(es))
	whole.narrow(f)
	parts.narrow(f)
	for i := range es {
		parts.add(digest(es[i : i+1]))
	}
	if got, want := shownRefs(parts), shownRefs(whole); len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("filtered while loading: %v, afterwards: %v", got, want)
	}
}

func TestFilterIsTakenBackStepwise(t *testing.T) {
	f := filter{with: []topicID{1, 2}, without: []topicID{3}, text: widget.NewPattern("tide")}
	kept := f
	for steps := 0; ; steps++ {
		if f.empty() {
			if steps != 4 {
				t.Errorf("empty after %d steps, want 4", steps)
			}
			break
		}
		f = f.back()
	}
	if len(kept.with) != 2 || len(kept.without) != 1 || kept.text.Typed != "tide" {
		t.Errorf("the filter itself has changed: %+v", kept)
	}
}

func BenchmarkFilter(b *testing.B) {
	l := newListing()
	l.add(digest(someEntries(10000)))
	for _, typed := range []string{"t", "tide", "wsthvn", "flood westhaven okafor", "zqx"} {
		b.Run(strings.ReplaceAll(typed, " ", "_"), func(b *testing.B) {
			for i := 0; b.Loop(); i++ { // another text each time, or nothing would be matched again
				l.narrow(filter{text: widget.NewPattern(typed + " "[:i%2])})
			}
		})
	}
}

// BenchmarkMergeBatch tells what a batch of 100 costs in the middle of a list of n.
func BenchmarkMergeBatch(b *testing.B) {
	for _, n := range []int{100, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			es := someEntries(n)
			l := newListing()
			l.add(digest(es))
			for i := 0; b.Loop(); i++ {
				batch := es[i*100%n : i*100%n+100]
				for k := range batch {
					batch[k].Published = batch[k].Published.Add(time.Hour)
				}
				rows := digest(batch)
				l.add(rows)
			}
		})
	}
}

func BenchmarkTopicCounts(b *testing.B) {
	l := newListing()
	l.add(digest(someEntries(10000)))
	l.narrow(filter{text: widget.NewPattern("report")})
	for b.Loop() {
		l.topicCounts()
	}
}

func TestARowThatIsNoArticleIsGoneAndStaysSo(t *testing.T) {
	es := someEntries(20)
	l := newListing()
	l.add(digest(es))
	l.drop([]string{es[3].Ref, "unknown.md"})
	for _, f := range []filter{{}, {text: widget.NewPattern("report")}, {}} {
		l.narrow(f)
		if got := shownRefs(l); len(got) != 19 || slices.Contains(got, es[3].Ref) {
			t.Errorf("%q shows %v", f.text.Typed, got)
		}
	}
	l.add(digest(es[5:8])) // better rows for others
	l.sortBy(byTitle)
	total := 0
	for _, n := range l.topicCounts() {
		total += n
	}
	if got := shownRefs(l); len(got) != 19 || total != 38 {
		t.Errorf("%d rows with %d topics, want 19 with 38", len(got), total)
	}
}
