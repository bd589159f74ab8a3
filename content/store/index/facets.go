package index

import (
	"cmp"
	"context"
	"database/sql"
	"maps"
	"math"
	"slices"
	"strings"

	"lede/content/store/db"
	"lede/model"
)

// MostTopics is how many topics and sites Facets returns at most.
const MostTopics = 5000

// FeedNames returns what the feeds are called, and their folders with those round them, both A–Z.
func FeedNames(ctx context.Context, conn Asker) (feeds, folders []model.TopicCount, err error) {
	rows, err := conn.QueryContext(ctx, `SELECT url, title, name, folder FROM feed`)
	if err != nil {
		return nil, nil, err
	}
	names, paths := make(map[string]bool), make(map[string]bool)
	err = db.Each(rows, func(rows *sql.Rows) error {
		var feed model.Subscription
		err := rows.Scan(&feed.URL, &feed.Title, &feed.Name, &feed.Folder)
		names[feed.Called()] = true
		for path := feed.Folder; path != ""; path = path[:max(strings.LastIndexByte(path, '/'), 0)] {
			paths[path] = true
		}
		return err
	})
	return named(names), named(paths), err
}

func named(names map[string]bool) []model.TopicCount {
	var all []model.TopicCount
	for _, name := range slices.Sorted(maps.Keys(names)) {
		all = append(all, model.TopicCount{Name: name, Key: name})
	}
	return all
}

// tally counts articles: all, those of the last seven days, and those of the four weeks before.
type tally struct{ all, week, before int32 }

func (t *tally) add(at, now int64) {
	const week = 7 * 24 * 3600
	t.all++
	switch age := now - at; {
	case at == undated || age < 0:
	case age < week:
		t.week++
	case age < 5*week:
		t.before++
	}
}

// rising is the share of the last week against that of the four weeks before.
func (t tally) rising(total tally) float64 {
	if t.week == 0 || total.before == 0 {
		return 0
	}
	share := float64(t.week) / float64(total.week)
	return share / ((float64(t.before) + 1) / (float64(total.before) + 4))
}

// told is what groups of articles that tell the same have been counted for: topics from 0 on, sites from -1 down.
type told map[[2]int32]struct{}

// everyStory stands for no topic and no site.
const everyStory = math.MaxInt32

// first reports whether a group is to be counted for something. One article that stands alone always is.
func (t told) first(story, of int32) bool {
	if story == 0 {
		return true
	}
	key := [2]int32{story, of}
	_, known := t[key]
	t[key] = struct{}{}
	return !known
}

// Facets counts the topics and sites of what was found. now is in seconds since 1970: what was published in the week
// before it shows which topics rise.
func (x *Index) Facets(found Set, fold bool, now int64) model.Facets {
	topics, sites := make([]tally, len(x.root)), make([]tally, len(x.sites.list))
	last := make([]int32, len(x.root)) // the slot that a topic was last counted for, plus one
	told := make(told)
	var total tally
	found.each(func(i int32) bool {
		at, story := x.at[i], x.story[i]
		if !fold {
			story = 0
		}
		if told.first(story, everyStory) {
			total.add(at, now)
		}
		if told.first(story, -1-x.site[i]) {
			sites[x.site[i]].add(at, now)
		}
		for _, t := range x.topicsOf(i) {
			if t = x.root[t]; last[t] != i+1 && told.first(story, t) {
				topics[t].add(at, now)
			}
			last[t] = i + 1
		}
		return true
	})
	var away []string
	for t, hidden := range x.hidden {
		if !hidden {
			continue
		}
		topics[t] = tally{}
		if int(x.root[t]) == t { // it is part of no other topic
			away = append(away, x.shown[t])
		}
	}
	slices.Sort(away)
	for i, name := range x.sites.list {
		if name == "" {
			sites[i] = tally{}
		}
	}
	return model.Facets{
		Topics: counts(topics, x.shown, x.topics.list, total),
		Sites:  counts(sites, x.sites.list, x.sites.list, total),
		Hidden: away,
		Total:  int(total.all),
	}
}

// counts lists what was counted, those with the most articles first.
func counts(of []tally, shown, keys []string, total tally) []model.TopicCount {
	var order []int
	for i, t := range of {
		if t.all > 0 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(of[b].all, of[a].all), cmp.Compare(keys[a], keys[b]))
	})
	out := make([]model.TopicCount, min(len(order), MostTopics))
	for k := range out {
		i := order[k]
		out[k] = model.TopicCount{Name: shown[i], Key: keys[i], Count: int(of[i].all), Rising: of[i].rising(total)}
	}
	return out
}
